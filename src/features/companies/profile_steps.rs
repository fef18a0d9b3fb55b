//! The profile's steps that the company takes: sent for approval, paused, taken up again.

use actix_web::{HttpResponse, web};
use sea_orm::{ActiveModelTrait, Set};

use super::mail::ProfileSent;
use super::{PROFILE, desk_path, profile_state, store, tell_consultant};
use crate::domain::profile::{Profile, ProfileError, missing};
use crate::domain::{ProfileStatus, ProfileVersion};
use crate::entities::{company, company_profile};
use crate::state::{AppState, Txn};
use crate::web::{AppResult, SignedInCompany, see_other};

/// Sends the draft for approval and tells the consultant. With nothing new to approve it does nothing.
pub async fn send(
    txn: &Txn,
    state: &AppState,
    company: company::Model,
) -> AppResult<Result<(), ProfileError>> {
    let row = store::newest_profile(txn, company.id).await?;
    let waits = company.profile_status == ProfileStatus::Sent;
    if waits || row.as_ref().is_some_and(|row| row.version == ProfileVersion::Published) {
        return Ok(Ok(()));
    }
    let lacking = row.as_ref().map_or_else(|| missing(|_| ""), profile_state::missing_in);
    let mut profile = profile_state::of(txn, &company).await?;
    if let Err(error) = profile.send(lacking) {
        return Ok(Err(error));
    }
    if let Some(row) = row {
        let mut row: company_profile::ActiveModel = row.into();
        row.sent_back_with = Set(None);
        row.update(txn).await?;
    }
    let cause = profile_state::cause(company.id, "sent", state.clock.now());
    let link = state.link(&format!("{}/profile", desk_path(company.id)));
    tell_consultant(txn, state, &company, &cause, |t| ProfileSent { t, link: link.clone() })
        .await?;
    store::set_profile_status(txn, company, profile.status).await?;
    Ok(Ok(()))
}

/// `POST /company/profile/pause`: out of young people's sight; the words stay.
pub async fn pause(
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    take(&state, &visitor, Profile::pause, "profile-paused").await
}

/// `POST /company/profile/resumption`: in sight again.
pub async fn resume(
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    take(&state, &visitor, Profile::resume, "profile-resumed").await
}

async fn take(
    state: &AppState,
    visitor: &SignedInCompany,
    step: impl FnOnce(&mut Profile) -> Result<(), ProfileError>,
    taken: &'static str,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, visitor.company).await?;
    let mut profile = profile_state::of(&txn, &company).await?;
    if step(&mut profile).is_err() {
        return Ok(see_other(PROFILE).notice("profile-problem-not-published"));
    }
    store::set_profile_status(&txn, company, profile.status).await?;
    txn.commit().await?;
    Ok(see_other(PROFILE).notice(taken))
}
