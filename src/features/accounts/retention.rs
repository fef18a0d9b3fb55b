//! What has led in and can no more is not kept for long.

use chrono::Duration;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::entities::{kept_form, sign_in_token, web_session};
use crate::state::AppState;
use crate::web::AppResult;

/// Days after which an expired session or link is of no use even to whoever looks into a break-in.
const DAYS: i64 = 30;

/// Deletes what was typed and not fetched within its hour, and sessions and links long expired.
pub async fn due(state: &AppState) -> AppResult<()> {
    let now = state.clock.now();
    let long_ago = now - Duration::days(DAYS);
    let txn = state.write().await?;
    kept_form::Entity::delete_many()
        .filter(kept_form::Column::ExpiresAt.lte(now))
        .exec(&txn)
        .await?;
    sign_in_token::Entity::delete_many()
        .filter(sign_in_token::Column::ExpiresAt.lt(long_ago))
        .exec(&txn)
        .await?;
    web_session::Entity::delete_many()
        .filter(web_session::Column::ExpiresAt.lt(long_ago))
        .exec(&txn)
        .await?;
    txn.commit().await?;
    Ok(())
}
