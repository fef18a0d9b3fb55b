//! One place: `/company/places/new` and `/company/places/{place}`.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use sea_orm::ConnectionTrait;

use super::place_form::{KINDS, PlaceForm};
use super::profile::Theirs;
use super::{PLACES, place_path, place_store, store};
use crate::domain::PlaceId;
use crate::entities::{mentor, requirement};
use crate::features::programme;
use crate::state::AppState;
use crate::web::stale::written_meanwhile;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInCompany, html, see_other, unprocessable,
};
use crate::words::Words;

pub const NEW: &str = "/company/places/new";

#[derive(Template)]
#[template(path = "companies/place.html")]
struct PlacePage {
    page: Page,
    t: Words,
    form: PlaceForm,
    problems: Problems,
    theirs: Vec<Theirs>,
    kinds: Vec<Choice>,
    mentors: Vec<Choice>,
    requirements: Vec<Choice>,
    /// The kind of a place that is there already, and where to withdraw it; empty for a new one.
    kind: String,
    withdrawal: String,
}

/// What can be chosen on the form.
struct Options {
    mentors: Vec<mentor::Model>,
    requirements: Vec<requirement::Model>,
}

impl Options {
    async fn load(db: &impl ConnectionTrait, visitor: &SignedInCompany) -> AppResult<Self> {
        Ok(Self {
            mentors: place_store::choosable_mentors(db, visitor.company).await?,
            requirements: programme::requirements(db).await?,
        })
    }
}

impl PlacePage {
    fn new(
        request: &HttpRequest,
        t: Words,
        place: Option<PlaceId>,
        options: &Options,
        form: PlaceForm,
        problems: Problems,
    ) -> Self {
        let title = if place.is_some() { t.places_edit_title() } else { t.places_new_title() };
        Self {
            page: Page::new(request, title),
            t,
            kinds: KINDS
                .iter()
                .map(|kind| {
                    Choice::new(
                        kind.as_str(),
                        t.kind("placement-kind", kind.as_str()),
                        form.kind == kind.as_str(),
                    )
                    .with_hint(t.say(&format!("places-kind-{kind}")))
                })
                .collect(),
            mentors: mentors(&options.mentors, &form, t),
            requirements: requirements(&options.requirements, &form, t),
            kind: match place {
                Some(_) => t.kind("placement-kind", &form.kind),
                None => String::new(),
            },
            withdrawal: place
                .map(|place| format!("{}/withdrawal", place_path(place)))
                .unwrap_or_default(),
            theirs: Vec::new(),
            form,
            problems,
        }
    }
}

fn mentors(mentors: &[mentor::Model], form: &PlaceForm, t: Words) -> Vec<Choice> {
    let none = Choice::new("", t.places_mentor_none(), form.mentor.is_empty());
    let choice = |mentor: &mentor::Model| {
        let id = mentor.id.to_string();
        let label = match mentor.company_id {
            Some(_) => mentor.name.clone(),
            None => t.places_mentor_municipal(mentor.name.clone()),
        };
        let chosen = form.mentor == id;
        Choice::new(id, label, chosen)
    };
    std::iter::once(none).chain(mentors.iter().map(choice)).collect()
}

fn requirements(kept: &[requirement::Model], form: &PlaceForm, t: Words) -> Vec<Choice> {
    kept.iter()
        .map(|row| {
            let id = row.id.to_string();
            let chosen = form.requires.contains(&id);
            Choice::new(id, programme::requirement_name(row, t), chosen)
        })
        .collect()
}

pub async fn show_new(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let options = Options::load(&state.db.read, &visitor).await?;
    let form = PlaceForm { number: "1".into(), ..PlaceForm::default() };
    let t = visitor.words();
    html(&PlacePage::new(&request, t, None, &options, form, Problems::default()))
}

/// `POST /company/places`.
pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    form: Form<PlaceForm>,
) -> AppResult<HttpResponse> {
    let (t, now) = (visitor.words(), state.clock.now());
    let txn = state.write().await?;
    store::company_for_change(&txn, visitor.company).await?;
    let options = Options::load(&txn, &visitor).await?;
    match form.read(&options.mentors, &options.requirements, t) {
        Ok(new) => place_store::add(&txn, visitor.company, new, now).await?,
        Err(problems) => {
            return unprocessable(&PlacePage::new(&request, t, None, &options, form.0, problems));
        }
    };
    txn.commit().await?;
    Ok(see_other(PLACES).notice("places-added"))
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    place: web::Path<PlaceId>,
) -> AppResult<HttpResponse> {
    let db = &state.db.read;
    let place = place_store::place(db, visitor.company, *place).await?;
    let form = PlaceForm::of(&place, &place_store::requires(db, place.id).await?);
    let options = Options::load(db, &visitor).await?;
    let (t, id) = (visitor.words(), Some(place.id));
    html(&PlacePage::new(&request, t, id, &options, form, Problems::default()))
}

/// `POST /company/places/{place}`.
pub async fn change(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    id: web::Path<PlaceId>,
    form: Form<PlaceForm>,
) -> AppResult<HttpResponse> {
    let (t, now, mut form) = (visitor.words(), state.clock.now(), form.0);
    let txn = state.write().await?;
    let place = place_store::place_for_change(&txn, visitor.company, *id).await?;
    let options = Options::load(&txn, &visitor).await?;
    let stored = PlaceForm::of(&place, &place_store::requires(&txn, place.id).await?);
    form.kind = stored.kind.clone();
    let page = |form, problems| PlacePage::new(&request, t, Some(*id), &options, form, problems);
    let new = match form.read(&options.mentors, &options.requirements, t) {
        Ok(new) => new,
        Err(problems) => return unprocessable(&page(form, problems)),
    };
    let theirs = written_meanwhile(&form, &stored);
    if !theirs.is_empty() {
        form.seen = stored.seen;
        let mut page = page(form, Problems::default());
        page.theirs = theirs_in_words(theirs, &options, t);
        return unprocessable(&page);
    }
    place_store::change(&txn, place, new, now).await?;
    txn.commit().await?;
    Ok(see_other(PLACES).notice("places-saved"))
}

/// Mentors and requirements by name, not by number.
fn theirs_in_words(
    theirs: Vec<(&'static str, String)>,
    options: &Options,
    t: Words,
) -> Vec<Theirs> {
    let mentor = |id: &str| options.mentors.iter().find(|mentor| mentor.id.to_string() == id);
    let requirement = |id: &str| {
        options
            .requirements
            .iter()
            .find(|row| row.id.to_string() == id)
            .map(|row| programme::requirement_name(row, t))
    };
    theirs
        .into_iter()
        .map(|(field, words)| Theirs {
            label: t.say(&format!("places-{}", field.replace('_', "-"))),
            words: match field {
                "mentor" => mentor(&words)
                    .map_or_else(|| t.places_mentor_none(), |mentor| mentor.name.clone()),
                "requires" => {
                    words.split(' ').filter_map(requirement).collect::<Vec<_>>().join(", ")
                }
                _ => words,
            },
        })
        .collect()
}

/// `POST /company/places/{place}/withdrawal`; pressed twice, it is withdrawn once.
pub async fn withdraw(
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    place: web::Path<PlaceId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let place = place_store::own_for_change(&txn, visitor.company, *place).await?;
    if place.withdrawn_at.is_none() {
        place_store::withdraw(&txn, place, state.clock.now()).await?;
        txn.commit().await?;
    }
    Ok(see_other(PLACES).notice("places-withdrawn"))
}
