//! What was sent has been read, and what was given up helps nobody any more: neither its text nor to whom it went
//! is kept for long. That it was there stays, so nothing is sent twice.

use chrono::Duration;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, EntityTrait, QueryFilter, QuerySelect};

use crate::domain::{MailId, MailStatus};
use crate::entities::mail;
use crate::state::AppState;
use crate::web::AppResult;

/// As long as `/privacy` says.
const DAYS: i64 = 30;

/// Rows at a time, so that the first pass after a long stop holds up nobody.
const AT_ONCE: u64 = 500;

/// Empties what was sent or given up long ago.
pub async fn due(state: &AppState) -> AppResult<()> {
    let day = state.clock.now() - Duration::days(DAYS);
    let sent = Condition::all()
        .add(mail::Column::Status.eq(MailStatus::Sent))
        .add(mail::Column::SentAt.lt(day));
    let given_up = Condition::all()
        .add(mail::Column::Status.eq(MailStatus::Failed))
        .add(mail::Column::CreatedAt.lt(day));
    let old = Condition::all()
        .add(Condition::any().add(sent).add(given_up))
        .add(mail::Column::ToAddress.ne(""));
    let ids: Vec<MailId> = mail::Entity::find()
        .select_only()
        .column(mail::Column::Id)
        .filter(old)
        .limit(AT_ONCE)
        .into_tuple()
        .all(&state.db.read)
        .await?;
    if ids.is_empty() {
        return Ok(());
    }
    let txn = state.write().await?;
    mail::Entity::update_many()
        .col_expr(mail::Column::ToName, Expr::value(""))
        .col_expr(mail::Column::ToAddress, Expr::value(""))
        .col_expr(mail::Column::LastError, Expr::value(Option::<String>::None))
        .col_expr(mail::Column::TextBody, Expr::value(""))
        .col_expr(mail::Column::HtmlBody, Expr::value(""))
        .col_expr(mail::Column::Calendar, Expr::value(Option::<String>::None))
        .filter(mail::Column::Id.is_in(ids))
        .exec(&txn)
        .await?;
    txn.commit().await?;
    Ok(())
}
