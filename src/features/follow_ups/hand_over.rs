//! `POST /follow-ups/{id}/handover`: a colleague holds it instead.

use actix_web::{HttpRequest, HttpResponse, web};
use sea_orm::{ActiveModelTrait, Set};

use super::mail::FollowUpHandedOverMail;
use super::press::Pressed;
use super::show::{FollowUpForm, ShowPage};
use super::{path, store};
use crate::domain::{AccountId, FollowUpId, PlacementId};
use crate::entities::{account, follow_up};
use crate::features::accounts;
use crate::mail::{self, Recipient};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, Form, Problems, SignedInConsultant, see_other};

/// Gives an open follow-up to `to`, who is told unless they took it themselves.
pub async fn hand_over(
    txn: &Txn,
    state: &AppState,
    id: FollowUpId,
    to: &account::Model,
    by: AccountId,
) -> AppResult<Pressed> {
    let now = state.clock.now();
    let row = store::locked(txn, id).await?;
    if !store::is_open(&row) {
        return Ok(Pressed::TooLate);
    }
    if row.owner_id == to.id {
        return Ok(Pressed::Done);
    }
    let mut handed: follow_up::ActiveModel = row.into();
    handed.owner_id = Set(to.id);
    handed.update(txn).await?;
    let Some(recipient) = Recipient::of(to).filter(|_| to.id != by) else {
        return Ok(Pressed::Done);
    };
    let message = FollowUpHandedOverMail { t: recipient.words(), link: state.link(&path(id)) };
    let cause = format!("follow-up/{id}/handed-over/{}/{}", to.id, now.timestamp_micros());
    mail::enqueue(txn, now, &recipient, &cause, &message).await?;
    Ok(Pressed::Done)
}

/// Gives what one of `from` was still to hold about a placement to `to`, without a word for each.
pub async fn hand_over_all(
    txn: &Txn,
    placement: PlacementId,
    from: &[AccountId],
    to: AccountId,
) -> AppResult<()> {
    store::lock_placement(txn, placement).await?;
    Ok(store::give_open(txn, placement, from, to).await?)
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<FollowUpId>,
    form: Form<FollowUpForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let team = accounts::store::consultants(&txn).await?;
    let colleague = form.colleague.parse().ok();
    let Some(to) = team.iter().find(|account| Some(account.id) == colleague) else {
        drop(txn);
        let mut problems = Problems::default();
        problems.add("colleague", visitor.words().problem_choose());
        return ShowPage::new(&request, &state, &visitor, *id).await?.refused(form.0, problems);
    };
    let pressed = hand_over(&txn, &state, *id, to, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(path(*id)).notice(pressed.notice("follow-ups-handed-over")))
}
