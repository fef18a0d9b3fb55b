//! What a consultant decides by hand: a pin or a forbidden pair, always with a written reason, never deleted.

use actix_web::{HttpRequest, HttpResponse, web};
use sea_orm::{ActiveModelTrait, Set};
use serde::Deserialize;
use validator::{Validate, ValidationError};

use super::instance::{Adjustment, Facts};
use super::start::page;
use super::{path, store, words};
use crate::domain::event::may_be_adjusted;
use crate::domain::{
    AdjustmentId, AdjustmentKind, CompanyId, MatchEventId, PlaceId, YoungPersonId,
};
use crate::entities::{adjustment, new_id};
use crate::features::match_events;
use crate::state::{AppState, Txn};
use crate::web::{AppResult, Form, Problems, SignedInConsultant, check, see_other, unprocessable};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct AdjustForm {
    #[validate(length(min = 1, code = "runs-problem-person"))]
    pub person: String,
    #[validate(length(min = 1, code = "runs-problem-kind"))]
    pub kind: String,
    #[validate(length(min = 1, code = "runs-problem-place"))]
    pub place: String,
    #[validate(custom(function = "written"), length(max = 1000, code = "problem-too-long"))]
    pub reason: String,
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct RemovalForm {
    #[validate(custom(function = "written"), length(max = 1000, code = "problem-too-long"))]
    pub because: String,
}

/// Nothing is decided by hand without a reason.
fn written(reason: &str) -> Result<(), ValidationError> {
    if reason.trim().is_empty() { Err(ValidationError::new("runs-problem-reason")) } else { Ok(()) }
}

/// Why an adjustment cannot be made, and beside which field that stands.
struct Refused(&'static str, String);

/// `POST /desk/events/{event}/adjustments`.
pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    form: Form<AdjustForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    let txn = state.write().await?;
    let row = match_events::store::locked(&txn, *event).await?;
    if let Err(error) = may_be_adjusted(row.status) {
        problems.add("", words::event(error, t));
    }
    let facts = store::facts(&txn, *event).await?;
    if problems.is_empty() {
        match wanted(&facts, &form, &visitor, t) {
            Ok(new) => {
                insert(&txn, &state, *event, new).await?;
                txn.commit().await?;
                return Ok(see_other(path(*event)).notice("runs-adjusted"));
            }
            Err(Refused(field, why)) => problems.add(field, why),
        }
    }
    drop(txn);
    let page = page(&request, &state, &visitor, *event).await?;
    unprocessable(&page.adjusting(form.0, problems))
}

fn wanted(
    facts: &Facts,
    form: &AdjustForm,
    visitor: &SignedInConsultant,
    t: Words,
) -> Result<Adjustment, Refused> {
    let Ok(person) = form.person.parse::<YoungPersonId>() else {
        return Err(Refused("person", t.runs_problem_person()));
    };
    let Ok(kind) = form.kind.parse::<AdjustmentKind>() else {
        return Err(Refused("kind", t.runs_problem_kind()));
    };
    let Some((place, company)) = form.place.parse().ok().and_then(|id| offered(facts, id)) else {
        return Err(Refused("place", t.runs_problem_place()));
    };
    if !facts.people.iter().any(|known| known.id == person) {
        return Err(Refused("person", t.runs_problem_person()));
    }
    let new = Adjustment {
        id: new_id(),
        kind,
        young_person: person,
        company,
        place: (kind == AdjustmentKind::Pin).then_some(place),
        reason: form.reason.clone(),
        by: visitor.id,
    };
    allowed(facts, new, t)
}

fn allowed(facts: &Facts, new: Adjustment, t: Words) -> Result<Adjustment, Refused> {
    if new.kind == AdjustmentKind::Forbid {
        return Ok(new);
    }
    let is_pin_of =
        |one: &Adjustment| one.kind == AdjustmentKind::Pin && one.young_person == new.young_person;
    if facts.adjustments.iter().any(is_pin_of) {
        return Err(Refused("person", t.runs_problem_already_pinned()));
    }
    match facts.pin_error(&new) {
        Some(error) => Err(Refused("place", words::pin(error, t))),
        None => Ok(new),
    }
}

fn offered(facts: &Facts, id: PlaceId) -> Option<(PlaceId, CompanyId)> {
    let company = facts
        .companies
        .iter()
        .find(|company| company.places().iter().any(|(place, _)| *place == id))?;
    Some((id, company.id))
}

/// The same pair forbidden twice is one thing decided: the second press changes nothing.
async fn insert(
    txn: &Txn,
    state: &AppState,
    event: MatchEventId,
    new: Adjustment,
) -> AppResult<()> {
    let before = store::adjustments(txn, event).await?;
    let same = |row: &adjustment::Model| {
        row.removed_at.is_none()
            && (row.kind, row.young_person_id, row.company_id)
                == (new.kind, new.young_person, new.company)
    };
    if before.iter().any(same) {
        return Ok(());
    }
    let row = adjustment::ActiveModel {
        id: Set(new.id),
        event_id: Set(event),
        young_person_id: Set(new.young_person),
        kind: Set(new.kind),
        company_id: Set(new.company),
        place_id: Set(new.place),
        reason: Set(new.reason),
        made_by: Set(new.by),
        made_at: Set(state.clock.now()),
        ..Default::default()
    };
    row.insert(txn).await?;
    Ok(())
}

/// `POST /desk/events/{event}/adjustments/{adjustment}/removal`: it stays in the log, with who took it back and why.
pub async fn remove(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    path_of: web::Path<(MatchEventId, AdjustmentId)>,
    form: Form<RemovalForm>,
) -> AppResult<HttpResponse> {
    let (event, id) = *path_of;
    let t = visitor.words();
    let txn = state.write().await?;
    let status = match_events::store::locked(&txn, event).await?.status;
    let row = store::adjustment_for_change(&txn, event, id).await?;
    let mut problems = check(&form.0, t);
    if let Err(error) = may_be_adjusted(status) {
        problems.add("because", words::event(error, t));
    }
    if !problems.is_empty() {
        drop(txn);
        let page = page(&request, &state, &visitor, event).await?;
        return unprocessable(&page.removing(id, form.0, removal_problems(problems, id)));
    }
    if row.removed_at.is_none() {
        let mut row: adjustment::ActiveModel = row.into();
        row.removed_at = Set(Some(state.clock.now()));
        row.removed_by = Set(Some(visitor.id));
        row.removed_because = Set(Some(form.0.because));
        row.update(&txn).await?;
    }
    txn.commit().await?;
    Ok(see_other(path(event)).notice("runs-adjusted-removed"))
}

/// Each adjustment has its own form on the page, so the problem stands beside that one's field.
fn removal_problems(problems: Problems, id: AdjustmentId) -> Problems {
    let mut own = Problems::default();
    for problem in problems.iter() {
        own.add(format!("because-{id}"), problem.text.clone());
    }
    own
}
