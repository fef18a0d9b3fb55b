//! A consultant ranks together with a young person on their own screen; it is recorded as such.

use actix_web::{HttpRequest, HttpResponse, web};

use super::edit::{self, Desk};
use super::store::{self, Pen};
use super::{receipt, together_path};
use crate::domain::{LookUpPurpose, MatchEventId, RankingStage, YoungPersonId};
use crate::entities::{account, match_event};
use crate::features::{look_ups, match_events, young_people};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Fields, SignedInConsultant, html, see_other};

type Of = web::Path<(MatchEventId, YoungPersonId)>;

async fn desk(
    state: &AppState,
    visitor: &SignedInConsultant,
    of: (MatchEventId, YoungPersonId),
) -> AppResult<(Desk, match_event::Model)> {
    use sea_orm::EntityTrait;
    let (event, young_person) = of;
    let event = match_events::attended_by(&state.db.read, young_person, event).await?;
    let person = young_people::store::person(&state.db.read, young_person).await?;
    let account = account::Entity::find_by_id(person.account_id)
        .one(&state.db.read)
        .await?
        .ok_or(AppError::NotFound)?;
    look_ups::record(state, visitor, &[account.id], LookUpPurpose::EventPlanning, "ranking")
        .await?;
    let desk = Desk {
        pen: Pen { event: event.id, young_person, by: visitor.id, together: true },
        title: visitor.words().ranking_together_title(account.name.as_str()),
        whose: Some(account.name),
        action: together_path(event.id, young_person),
        back: format!("{}/people", match_events::desk_path(event.id)),
    };
    Ok((desk, event))
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: Of,
) -> AppResult<HttpResponse> {
    let (desk, event) = desk(&state, &visitor, of.into_inner()).await?;
    edit::answer(&request, &state, &desk, &event, visitor.words()).await
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: Of,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let (desk, event) = desk(&state, &visitor, of.into_inner()).await?;
    edit::receive(&request, &state, &desk, &event, &fields, visitor.words()).await
}

pub async fn draft(
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: Of,
    fields: Fields,
) -> AppResult<HttpResponse> {
    let (desk, _) = desk(&state, &visitor, of.into_inner()).await?;
    edit::keep(&state, &desk, &fields, visitor.words()).await
}

pub async fn receipt(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    of: Of,
) -> AppResult<HttpResponse> {
    let (desk, event) = desk(&state, &visitor, of.into_inner()).await?;
    let saved =
        store::of(&state.db.read, event.id, desk.pen.young_person, RankingStage::Saved).await?;
    let Some(saved) = saved else { return Ok(see_other(desk.action).into()) };
    html(&receipt::page(&request, &state, &desk, &event, saved, visitor.words()).await?)
}
