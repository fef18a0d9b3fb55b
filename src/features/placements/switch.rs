//! `/placements/{placement}/switch`: on to another company, which is a normal step.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{NaiveDate, NaiveTime};
use omvendt_frontend::parts::Choice;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::Deserialize;

use super::acts::switch::{self, NewSwitch, SwitchError};
use super::fit::{self, Fit};
use super::forms::{self, Head, day_of};
use super::{path, store, words};
use crate::clock::instant;
use crate::domain::{CompanyId, CompanyStage, PlaceId, PlacementId, PlacementStatus};
use crate::entities::{company, place, placement};
use crate::features::checklists::access::{self, Viewer};
use crate::features::programme;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SwitchForm {
    place: String,
    day: String,
    answer_by: String,
}

#[derive(Template)]
#[template(path = "placements/switch.html")]
struct SwitchPage {
    page: Page,
    t: Words,
    head: Head,
    action: String,
    places: Vec<Choice>,
    unfit: Vec<Unfit>,
    /// Where the purpose and what somebody has are changed.
    person: String,
    problems: Problems,
    form: SwitchForm,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
) -> AppResult<HttpResponse> {
    let today = state.clock.today();
    let days = programme::number(&state.db.read, "proposal_answer_days_after").await?;
    let placement = forms::of_consultant(&state.db.read, &visitor, *id).await?;
    let running = placement.status == PlacementStatus::Running;
    let last_day = placement.ends_on.filter(|last| running && *last < today).unwrap_or(today);
    let answer_by = today + chrono::Duration::days(days);
    let form = SwitchForm {
        place: String::new(),
        day: last_day.to_string(),
        answer_by: answer_by.to_string(),
    };
    html(&page(&request, &state, &visitor, *id, Problems::default(), form).await?)
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: PlacementId,
    problems: Problems,
    form: SwitchForm,
) -> AppResult<SwitchPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let placement = forms::of_consultant(db, visitor, id).await?;
    access::record_look_up(state, visitor, &placement, "placements/switch").await?;
    let (places, unfit) = places(db, &placement, &form.place, t).await?;
    Ok(SwitchPage {
        page: Page::new(request, t.placements_switch_title()),
        t,
        head: forms::head(db, &placement, Viewer::Consultant, t).await?,
        action: format!("{}/switch", path(id)),
        places,
        unfit,
        person: format!("/desk/young-people/{}", placement.young_person_id),
        problems,
        form,
    })
}

/// A place that is free and does not suit the young person.
struct Unfit {
    label: String,
    because: String,
}

/// Other companies' places that nobody holds now; the act looks again before it proposes.
async fn places(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    chosen: &str,
    t: Words,
) -> AppResult<(Vec<Choice>, Vec<Unfit>)> {
    let companies: HashMap<CompanyId, String> = company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Member))
        .filter(company::Column::Id.ne(placement.company_id))
        .all(db)
        .await?
        .into_iter()
        .map(|company| (company.id, company.name))
        .collect();
    let mut held: HashMap<PlaceId, i32> = HashMap::new();
    for row in store::holding_places(db, companies.keys().copied()).await? {
        *held.entry(row.place_id).or_default() += 1;
    }
    let rows = place::Entity::find().filter(place::Column::WithdrawnAt.is_null()).all(db).await?;
    let fit = Fit::load(db, placement.young_person_id, &rows).await?;
    let names = fit::requirement_names(db, t).await?;
    let mut free: Vec<(String, place::Model)> = rows
        .into_iter()
        .filter_map(|place| {
            let free = place.number - held.get(&place.id).copied().unwrap_or(0);
            let company = companies.get(&place.company_id).filter(|_| free > 0)?;
            let kind = t.kind("placement-kind", place.kind.as_str());
            Some((t.placements_switch_place(company.as_str(), kind, free), place))
        })
        .collect();
    free.sort_by(|(a, one), (b, other)| (a, one.id).cmp(&(b, other.id)));
    let (mut choices, mut unfit) = (Vec::new(), Vec::new());
    for (label, place) in free {
        let barriers = fit.barriers(&place);
        if barriers.is_empty() {
            let value = place.id.to_string();
            let is_chosen = value == chosen;
            choices.push(Choice::new(value, label, is_chosen));
        } else {
            unfit.push(Unfit { label, because: fit::because(&barriers, &names, t) });
        }
    }
    Ok((choices, unfit))
}

/// The end of a day in Denmark, so that "by Friday" takes all of Friday.
fn end_of(day: NaiveDate) -> chrono::DateTime<chrono::Utc> {
    instant(day.and_time(NaiveTime::from_hms_opt(23, 59, 0).expect("a time of day")))
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<PlacementId>,
    form: Form<SwitchForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = Problems::default();
    let place: Option<PlaceId> = form.place.parse().ok();
    if place.is_none() {
        problems.add("place", t.problem_choose());
    }
    let on = day_of("day", &form.day, &mut problems, t);
    let answer_by = day_of("answer_by", &form.answer_by, &mut problems, t);
    if answer_by.is_some_and(|day| day < state.clock.today()) {
        problems.add("answer_by", t.placements_refused_past());
    }
    if let (Some(place), Some(on), Some(by), true) = (place, on, answer_by, problems.is_empty()) {
        let new = NewSwitch { place, on, answer_by: end_of(by) };
        let txn = state.write().await?;
        match switch::switch(&txn, &state, *id, new, visitor.id).await? {
            Ok(next) => {
                txn.commit().await?;
                return Ok(see_other(path(next)).notice("placements-switched"));
            }
            Err(error) => {
                problems.add(field(error), words::switch(error, state.clock.today(), t));
            }
        }
    }
    unprocessable(&page(&request, &state, &visitor, *id, problems, form.0).await?)
}

fn field(error: SwitchError) -> &'static str {
    match error {
        SwitchError::End(_) => "day",
        SwitchError::NotAgreed
        | SwitchError::PlaceTaken
        | SwitchError::SameCompany
        | SwitchError::OtherKind
        | SwitchError::Missing => "place",
    }
}
