//! `POST /follow-ups/{id}/nothing`: it was not held and will not be, with the reason. Nobody is reminded any more.

use actix_web::{HttpRequest, HttpResponse, web};
use sea_orm::{ActiveModelTrait, Set};

use super::press::Pressed;
use super::reschedule::untell;
use super::show::{FollowUpForm, ShowPage};
use super::{path, store};
use crate::domain::{AccountId, FollowUpId};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, Form, Problems, SignedInConsultant, see_other};

/// The longest reason.
const LONGEST: usize = 500;

/// Closes an open follow-up with why; what is held or out of the plan stays as it is.
pub async fn close(
    txn: &Txn,
    state: &AppState,
    id: FollowUpId,
    why: &str,
    by: AccountId,
) -> AppResult<Pressed> {
    let row = store::locked(txn, id).await?;
    if !store::is_open(&row) {
        let is_same = store::came_to_nothing(&row) && row.said.as_deref() == Some(why);
        return Ok(if is_same { Pressed::Done } else { Pressed::TooLate });
    }
    let now = state.clock.now();
    untell(txn, now, id).await?;
    let mut closed: crate::entities::follow_up::ActiveModel = row.into();
    closed.said = Set(Some(why.to_owned()));
    closed.done_at = Set(Some(now));
    closed.done_by = Set(Some(by));
    closed.dropped_at = Set(Some(now));
    closed.update(txn).await?;
    Ok(Pressed::Done)
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<FollowUpId>,
    form: Form<FollowUpForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = Problems::default();
    match form.reason.trim() {
        "" => problems.add("reason", t.problem_required()),
        why if why.chars().count() > LONGEST => {
            problems.add("reason", t.problem_longer_than(LONGEST));
        }
        why => {
            let txn = state.write().await?;
            let pressed = close(&txn, &state, *id, why, visitor.id).await?;
            txn.commit().await?;
            let notice = pressed.notice("follow-ups-settled");
            return Ok(see_other(path(*id)).notice(notice));
        }
    }
    ShowPage::new(&request, &state, &visitor, *id).await?.refused(form.0, problems)
}
