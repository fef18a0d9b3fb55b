//! What the administrator's lists read.

use chrono::NaiveDate;
use sea_orm::sea_query::LikeExpr;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter,
    QueryOrder,
};

use super::ROWS;
use crate::domain::{AccountId, MailStatus, Role};
use crate::entities::{account, invitation_token, mail};
use crate::features::accounts;

const STAFF: [Role; 3] = [Role::Consultant, Role::Manager, Role::Administrator];

/// One page of the accounts with a role (or any) whose name or e-mail holds what was typed, and the last page.
pub async fn accounts(
    db: &impl ConnectionTrait,
    role: Option<Role>,
    typed: &str,
    page: u64,
) -> Result<(Vec<account::Model>, u64), DbErr> {
    let mut wanted = Condition::all();
    if let Some(role) = role {
        wanted = wanted.add(account::Column::Role.eq(role));
    }
    if !typed.is_empty() {
        wanted = wanted.add(
            Condition::any()
                .add(account::Column::Name.like(holding(typed)))
                .add(account::Column::Name.like(holding(&capitalised(typed))))
                .add(account::Column::EmailFolded.like(holding(&typed.to_lowercase()))),
        );
    }
    let found = account::Entity::find()
        .filter(wanted)
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .paginate(db, ROWS);
    Ok((found.fetch_page(page - 1).await?, found.num_pages().await?.max(1)))
}

fn holding(text: &str) -> LikeExpr {
    let literal = text.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{literal}%")).escape('\\')
}

/// Databases differ in whether `sofie` finds Sofie, and in what they think of `Ø`.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub async fn without_second_factor(
    db: &impl ConnectionTrait,
) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::Role.is_in(STAFF))
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::TotpConfirmedAt.is_null())
        .order_by_asc(account::Column::Name)
        .all(db)
        .await
}

/// Consultants away today without anybody to stand in.
pub async fn away_without_deputy(
    db: &impl ConnectionTrait,
    today: NaiveDate,
) -> Result<Vec<account::Model>, DbErr> {
    let all = accounts::store::consultants(db).await?.into_iter();
    let away = all
        .filter(|account| account.deputy_id.is_none() && accounts::away::is_away(account, today));
    Ok(away.collect())
}

pub async fn never_signed_in(db: &impl ConnectionTrait) -> Result<u64, DbErr> {
    account::Entity::find()
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::EmailFolded.is_not_null())
        .filter(account::Column::LastSignedInAt.is_null())
        .count(db)
        .await
}

pub async fn invitations(
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Vec<invitation_token::Model>, DbErr> {
    invitation_token::Entity::find()
        .filter(invitation_token::Column::AccountId.eq(account))
        .order_by_desc(invitation_token::Column::CreatedAt)
        .all(db)
        .await
}

/// The young people among those with these addresses.
pub async fn young_people(
    db: &impl ConnectionTrait,
    addresses: impl Iterator<Item = &str>,
) -> Result<Vec<AccountId>, DbErr> {
    let found = account::Entity::find()
        .filter(account::Column::Role.eq(Role::YoungPerson))
        .filter(account::Column::EmailFolded.is_in(addresses.map(accounts::store::folded)))
        .all(db)
        .await?;
    Ok(found.into_iter().map(|account| account.id).collect())
}

pub async fn mail_count(db: &impl ConnectionTrait, status: MailStatus) -> Result<u64, DbErr> {
    mail::Entity::find().filter(mail::Column::Status.eq(status)).count(db).await
}

/// One page of the messages of a status, newest first, and the last page.
pub async fn mails(
    db: &impl ConnectionTrait,
    status: MailStatus,
    page: u64,
) -> Result<(Vec<mail::Model>, u64), DbErr> {
    let found = mail::Entity::find()
        .filter(mail::Column::Status.eq(status))
        .order_by_desc(mail::Column::Id)
        .paginate(db, ROWS);
    Ok((found.fetch_page(page - 1).await?, found.num_pages().await?.max(1)))
}
