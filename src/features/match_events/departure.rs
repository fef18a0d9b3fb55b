//! `POST /desk/young-people/{young_person}/departure`: somebody leaves the programme, and with it the events to come.

use actix_web::{HttpResponse, web};
use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::answers;
use crate::domain::{AccountId, Attendance, EventStatus, YoungPersonId};
use crate::entities::{event_young_person, match_event};
use crate::features::young_people::{self, leave::departure};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, SignedInConsultant, see_other};

pub async fn leave(
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<YoungPersonId>,
) -> AppResult<HttpResponse> {
    let page = young_people::path(*id);
    let txn = state.write().await?;
    // Whatever an event does about its people holds the event first, and so does leaving it.
    match_event::Entity::find()
        .filter(match_event::Column::Id.in_subquery(coming(state.clock.now())))
        .order_by_asc(match_event::Column::Id)
        .lock_exclusive()
        .all(&txn)
        .await?;
    let person = young_people::store::about_to_change(&txn, *id).await?;
    end_coming(&txn, &state, *id, visitor.id).await?;
    if departure(&txn, &state, person).await?.is_err() {
        return Ok(see_other(page).notice("young-people-in-placement"));
    }
    txn.commit().await?;
    Ok(see_other(page).notice("young-people-has-left"))
}

/// Who was only chosen is on it no more; who was invited does not come. Nobody is written to: the account is closed.
async fn end_coming(
    txn: &Txn,
    state: &AppState,
    person: YoungPersonId,
    by: AccountId,
) -> AppResult<()> {
    use event_young_person::Column;
    let now = state.clock.now();
    event_young_person::Entity::delete_many()
        .filter(Column::YoungPersonId.eq(person))
        .filter(Column::InvitedAt.is_null())
        .filter(Column::EventId.in_subquery(coming(now)))
        .exec(txn)
        .await?;
    let invited = event_young_person::Entity::find()
        .filter(Column::YoungPersonId.eq(person))
        .filter(Column::Answer.ne(Attendance::No))
        .filter(Column::EventId.in_subquery(coming(now)))
        .lock_exclusive()
        .all(txn)
        .await?;
    for line in invited {
        answers::of_young_person(txn, now, line.event_id, person, Attendance::No, by).await?;
    }
    Ok(())
}

fn coming(now: chrono::DateTime<chrono::Utc>) -> SelectStatement {
    let over = [EventStatus::Matched, EventStatus::Closed, EventStatus::Cancelled];
    Query::select()
        .column(match_event::Column::Id)
        .from(match_event::Entity)
        .and_where(match_event::Column::EndsAt.gt(now))
        .and_where(match_event::Column::Status.is_not_in(over))
        .to_owned()
}
