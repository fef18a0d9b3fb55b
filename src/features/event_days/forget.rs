//! What somebody needed on the day is near to health: it is forgotten when the day is long over.

use chrono::TimeDelta;
use sea_orm::sea_query::{Expr, ExprTrait, Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use crate::entities::{day_person, event_day, match_event};
use crate::state::AppState;
use crate::web::AppResult;

const KEPT: TimeDelta = TimeDelta::days(30);

/// Forgets what people needed, and why the tables lacked something for whom.
pub async fn due(state: &AppState) -> AppResult<()> {
    let needs = day_person::Column::EventId.in_subquery(long_over(state));
    let reports = event_day::Column::EventId
        .in_subquery(long_over(state))
        .and(event_day::Column::PlanReport.is_not_null());
    let db = &state.db.read;
    let found = day_person::Entity::find().filter(needs.clone()).count(db).await?
        + event_day::Entity::find().filter(reports.clone()).count(db).await?;
    if found == 0 {
        return Ok(());
    }
    let txn = state.write().await?;
    day_person::Entity::delete_many().filter(needs).exec(&txn).await?;
    event_day::Entity::update_many()
        .col_expr(event_day::Column::PlanReport, Expr::value(None::<String>))
        .filter(reports)
        .exec(&txn)
        .await?;
    Ok(txn.commit().await?)
}

fn long_over(state: &AppState) -> SelectStatement {
    Query::select()
        .column(match_event::Column::Id)
        .from(match_event::Entity)
        .and_where(match_event::Column::EndsAt.lt(state.clock.now() - KEPT))
        .to_owned()
}
