//! What has led in and can no more is not kept for long.

use chrono::Duration;
use sea_orm::sea_query::{ExprTrait, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::mail::SignInMail;
use crate::domain::MailStatus;
use crate::domain::sign_in::LINK_MINUTES;
use crate::entities::{
    invitation_token, kept_form, mail as mail_row, recovery_code, sign_in_card, sign_in_token,
    web_session,
};
use crate::mail::{self, Message};
use crate::state::AppState;
use crate::web::AppResult;

/// Days after which an expired session or link is of no use even to whoever looks into a break-in.
const DAYS: i64 = 30;

/// Deletes what was typed and not fetched within its hour, and sessions, links, invitations, cards and codes that
/// have long led nowhere. A link that ran out before its mail could be sent is not sent any more.
pub async fn due(state: &AppState) -> AppResult<()> {
    let now = state.clock.now();
    withdraw_dead_links(state).await?;
    let long_ago = now - Duration::days(DAYS);
    delete::<kept_form::Entity>(state, kept_form::Column::ExpiresAt.lte(now)).await?;
    delete::<sign_in_token::Entity>(state, sign_in_token::Column::ExpiresAt.lt(long_ago)).await?;
    delete::<invitation_token::Entity>(state, invitation_token::Column::ExpiresAt.lt(long_ago))
        .await?;
    delete::<sign_in_card::Entity>(state, sign_in_card::Column::ExpiresAt.lt(long_ago)).await?;
    delete::<recovery_code::Entity>(state, recovery_code::Column::UsedAt.lt(long_ago)).await?;
    delete::<web_session::Entity>(state, web_session::Column::ExpiresAt.lt(long_ago)).await
}

/// Looks before it writes: most times there is nothing, and SQLite has one writer for everybody.
async fn delete<E: EntityTrait>(state: &AppState, old: SimpleExpr) -> AppResult<()> {
    if E::find().filter(old.clone()).one(&state.db.read).await?.is_none() {
        return Ok(());
    }
    let txn = state.write().await?;
    E::delete_many().filter(old).exec(&txn).await?;
    txn.commit().await?;
    Ok(())
}

async fn withdraw_dead_links(state: &AppState) -> AppResult<()> {
    let made_before = state.clock.now() - Duration::minutes(LINK_MINUTES);
    let dead = mail_row::Column::Message
        .eq(SignInMail::NAME)
        .and(mail_row::Column::Status.eq(MailStatus::Queued))
        .and(mail_row::Column::CreatedAt.lte(made_before));
    if mail_row::Entity::find().filter(dead.clone()).one(&state.db.read).await?.is_none() {
        return Ok(());
    }
    let txn = state.write().await?;
    mail::withdraw(&txn, dead).await?;
    txn.commit().await?;
    Ok(())
}
