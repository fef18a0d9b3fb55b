//! What somebody may know about who looked them up: the role, the purpose and the day, never the name.

use std::collections::HashMap;

use chrono::NaiveDate;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use crate::clock::local;
use crate::domain::{AccountId, LookUpPurpose, Role};
use crate::entities::{account, look_up};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looked {
    pub day: NaiveDate,
    pub role: Role,
    pub purpose: LookUpPurpose,
}

/// One page of look-ups, the newest first, and how many pages there are. What the same role did for the same
/// purpose on the same day stands once.
pub async fn about(
    db: &impl ConnectionTrait,
    person: AccountId,
    page: u64,
    a_page: u64,
) -> Result<(Vec<Looked>, u64), DbErr> {
    let all = look_up::Entity::find().filter(look_up::Column::AboutAccountId.eq(person));
    let last = all.clone().count(db).await?.div_ceil(a_page).max(1);
    let rows = all
        .order_by_desc(look_up::Column::At)
        .order_by_desc(look_up::Column::Id)
        .offset((page.clamp(1, last) - 1) * a_page)
        .limit(a_page)
        .all(db)
        .await?;
    let roles = roles(db, rows.iter().map(|row| row.by_account_id)).await?;
    let mut looked: Vec<Looked> = Vec::new();
    for row in rows {
        let Some(role) = roles.get(&row.by_account_id) else { continue };
        let one = Looked { day: local(row.at).date(), role: *role, purpose: row.purpose };
        if !looked.contains(&one) {
            looked.push(one);
        }
    }
    Ok((looked, last))
}

async fn roles(
    db: &impl ConnectionTrait,
    accounts: impl Iterator<Item = AccountId>,
) -> Result<HashMap<AccountId, Role>, DbErr> {
    let rows: Vec<(AccountId, Role)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Role])
        .filter(account::Column::Id.is_in(accounts))
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().collect())
}
