//! `POST /events/{event}/favourites/{company}`: marks a company to find again when ranking.

use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::store::{self, Pen};
use super::{act, company_path};
use crate::domain::{CompanyId, MatchEventId};
use crate::features::{event_days, match_events};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Form, SignedInYoungPerson, see_other};

#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
pub struct FavouriteForm {
    /// `yes` marks; anything else takes the mark away.
    pub marked: String,
    /// `day` where it was pressed at the company's table.
    pub back: String,
}

pub async fn set(
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    of: web::Path<(MatchEventId, CompanyId)>,
    form: Form<FavouriteForm>,
) -> AppResult<HttpResponse> {
    let (event, company) = of.into_inner();
    let txn = state.write().await?;
    match_events::attended_by(&txn, visitor.young_person, event).await?;
    let pen = Pen { event, young_person: visitor.young_person, by: visitor.id, together: false };
    if !act::companies(&txn, pen).await?.contains(&company) {
        return Err(AppError::NotFound);
    }
    let now = state.clock.now();
    store::set_favourite(&txn, event, visitor.young_person, company, form.marked == "yes", now)
        .await?;
    txn.commit().await?;
    let back = match form.back.as_str() {
        "day" => event_days::path(event),
        _ => company_path(event, company),
    };
    Ok(see_other(back).into())
}
