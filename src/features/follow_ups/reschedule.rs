//! `POST /follow-ups/{id}/rescheduling`: another day, chosen by a person. Changed dates leave it where it was put.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, Set};

use super::mail::FollowUpMovedMail;
use super::press::Pressed;
use super::show::{FollowUpForm, ShowPage};
use super::{path, store, words};
use crate::domain::checklist::Item;
use crate::domain::follow_up::{RescheduleError, may_move_to};
use crate::domain::{
    AccountId, FollowUpForm as Kind, FollowUpId, Party, PlacementId, PlacementStatus,
};
use crate::entities::{follow_up, placement};
use crate::features::{calls, checklists, companies, programme};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, Form, Problems, SignedInConsultant, see_other, typed};
use crate::words::Words;

/// Puts an open follow-up on `day`. Who must come somewhere is told, unless nothing changed.
pub async fn reschedule(
    txn: &Txn,
    state: &AppState,
    id: FollowUpId,
    day: chrono::NaiveDate,
    by: AccountId,
) -> AppResult<Result<Pressed, RescheduleError>> {
    let row = store::locked(txn, id).await?;
    if !store::is_open(&row) {
        return Ok(Ok(Pressed::TooLate));
    }
    if row.due_on == day {
        return Ok(Ok(Pressed::Done));
    }
    if let Err(error) = may_move_to(day, state.clock.today()) {
        return Ok(Err(error));
    }
    put_on(txn, state, row, day, by).await?;
    Ok(Ok(Pressed::Done))
}

pub(super) async fn put_on(
    txn: &Txn,
    state: &AppState,
    row: follow_up::Model,
    day: chrono::NaiveDate,
    by: AccountId,
) -> AppResult<()> {
    let told = tell(txn, state, &row, day).await?;
    let placement = row.placement_id;
    move_by_hand(txn, row, day).await?;
    ask_again(txn, state, placement, by, &told).await
}

/// Whoever has said yes to the days as they were is asked again. `told` have heard of the new one already.
pub(super) async fn ask_again(
    txn: &Txn,
    state: &AppState,
    placement: PlacementId,
    by: AccountId,
    told: &[Party],
) -> AppResult<()> {
    let placement = store::placement(txn, placement).await?;
    if has_agreement(&placement) {
        checklists::reopen(txn, state, &placement, Item::FollowUps, by, told).await?;
    }
    Ok(())
}

fn has_agreement(placement: &placement::Model) -> bool {
    matches!(placement.status, PlacementStatus::Agreed | PlacementStatus::Running)
}

/// The pattern's own day stays in `planned_on`, so that it is known what was moved.
async fn move_by_hand(txn: &Txn, row: follow_up::Model, day: chrono::NaiveDate) -> AppResult<()> {
    let mut row: follow_up::ActiveModel = row.into();
    row.due_on = Set(day);
    row.moved_by_hand = Set(true);
    row.update(txn).await?;
    Ok(())
}

/// A call needs no appointment in anybody's calendar; a meeting does. Answers with those who are told.
pub(super) async fn tell(
    txn: &Txn,
    state: &AppState,
    row: &follow_up::Model,
    day: chrono::NaiveDate,
) -> AppResult<Vec<Party>> {
    if !matches!(row.form, Kind::Meeting | Kind::Visit | Kind::Talk) {
        return Ok(Vec::new());
    }
    untell(txn, state.clock.now(), row.id).await?;
    let placement = store::placement(txn, row.placement_id).await?;
    let link = state.link(&format!("/placements/{}", placement.id));
    let today = state.clock.today();
    let is_asked = has_agreement(&placement)
        && !checklists::state_of(txn, placement.id, Item::FollowUps).await?.not_relevant;
    let message = |t: Words| FollowUpMovedMail {
        t,
        day: t.day_seen_from(today, day),
        is_asked,
        link: link.clone(),
    };
    let moved = state.clock.now().timestamp_micros();
    let cause = |to: &str| format!("follow-up/{}/moved/{moved}/{to}", row.id);
    let comes = |who: &str| row.attends.split(',').any(|code| code.trim() == who);
    let mut told = Vec::new();
    if comes("young_person") {
        told.push(Party::YoungPerson);
        let person = placement.young_person_id;
        calls::tell_young_person(txn, state, person, &cause("young-person"), message).await?;
    }
    if comes("company") {
        told.push(Party::Company);
        let company = placement.company_id;
        companies::tell_company(txn, state, company, &cause("company"), message).await?;
    }
    Ok(told)
}

/// Another day, or no day any more: what was still to be told of the last one is no longer so.
pub(super) async fn untell(txn: &Txn, now: DateTime<Utc>, id: FollowUpId) -> AppResult<()> {
    calls::untell_below(txn, now, &format!("follow-up/{id}/moved/")).await
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<FollowUpId>,
    form: Form<FollowUpForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let (mut problems, mut form) = (Problems::default(), form.0);
    let calendar = programme::calendar(&state.db.read).await?;
    let warning = |day| words::free_day(day, &form.anyway, &calendar, state.clock.today(), t);
    let day = typed::day(&form.day);
    let free = day.and_then(warning);
    match (day, free) {
        (None, _) => problems.add("day", t.problem_date()),
        (Some(day), Some(warning)) => {
            problems.add("day", warning);
            form.anyway = day.to_string();
        }
        (Some(day), None) => {
            let txn = state.write().await?;
            match reschedule(&txn, &state, *id, day, visitor.id).await? {
                Ok(pressed) => {
                    txn.commit().await?;
                    let notice = pressed.notice("follow-ups-moved");
                    return Ok(see_other(path(*id)).notice(notice));
                }
                Err(error) => problems.add("day", words::day_refusal(error, t)),
            }
        }
    }
    ShowPage::new(&request, &state, &visitor, *id).await?.refused(form, problems)
}
