//! `/desk/calls/{call}`: one call. It is made, or tried again another day, or handed to a colleague.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use omvendt_frontend::parts::{Choice, Person};
use serde::Deserialize;
use validator::Validate;

use super::{path, store, words};
use crate::domain::{AccountId, CallId, CallKind, LookUpPurpose};
use crate::entities::call;
use crate::features::{accounts, look_ups, programme};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other, typed,
    unprocessable,
};
use crate::words::Words;

const LIST: &str = "/desk/calls";

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct CallForm {
    #[validate(length(max = 2000, code = "problem-too-long"))]
    pub note: String,
    pub day: String,
    pub colleague: String,
}

#[derive(Template)]
#[template(path = "calls/show.html")]
struct CallPage {
    page: Page,
    t: Words,
    path: String,
    whom: Person,
    to_say: String,
    owner: String,
    due: String,
    due_on: NaiveDate,
    overdue: bool,
    done: String,
    note: String,
    links: Vec<(String, String)>,
    colleagues: Vec<Choice>,
    form: CallForm,
    problems: Problems,
}

impl CallPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        visitor: &SignedInConsultant,
        call: call::Model,
    ) -> AppResult<Self> {
        let (db, t) = (&state.db.read, visitor.words());
        let whom = store::whom(db, std::slice::from_ref(&call)).await?.pop().unwrap_or_default();
        let page = path(call.id);
        let people: Vec<AccountId> = whom.account.into_iter().collect();
        look_ups::record(state, visitor, &people, LookUpPurpose::Desk, &page).await?;
        let team = accounts::store::consultants(db).await?;
        let name = |id| team.iter().find(|row| row.id == id).map(|row| row.name.clone());
        let done = call.done_at.map(|at| match call.done_by.and_then(name) {
            Some(by) => t.calls_made_by(t.moment(at), by),
            None => t.calls_settled(t.moment(at)),
        });
        let day = programme::calendar(db).await?.next_working_day(state.clock.today());
        let met_on = store::met_on(db, std::slice::from_ref(&call)).await?.into_values().next();
        let colleagues = team.iter().filter(|row| row.id != call.owner_id);
        Ok(Self {
            page: Page::new(request, words::what(&call, met_on, t)),
            t,
            path: page,
            to_say: words::to_say(&call, t),
            owner: name(call.owner_id).unwrap_or_default(),
            due: t.day_seen_from(state.clock.today(), call.due_on),
            due_on: call.due_on,
            overdue: call.done_at.is_none() && call.due_on < state.clock.today(),
            done: done.unwrap_or_default(),
            links: links(&call, t),
            colleagues: colleagues
                .map(|row| Choice::new(row.id.to_string(), row.name.clone(), false))
                .collect(),
            note: call.note.unwrap_or_default(),
            whom: Person { name: whom.name, phone: whom.phone, ..Person::default() },
            form: CallForm { day: day.to_string(), ..CallForm::default() },
            problems: Problems::default(),
        })
    }
}

/// Where the caller reads what it is about.
fn links(call: &call::Model, t: Words) -> Vec<(String, String)> {
    let person = call.young_person_id;
    let answer = match (call.kind, call.event_id, call.company_id) {
        (CallKind::NoHostAnswer, Some(event), Some(company)) => {
            let path = format!("/desk/events/{event}/companies/{company}/host-answers");
            Some((path, t.calls_write_answer()))
        }
        _ => None,
    };
    [
        answer,
        person.map(|id| (format!("/desk/young-people/{id}"), t.calls_to_young_person())),
        call.company_id.map(|id| (format!("/desk/companies/{id}"), t.calls_to_company())),
        call.placement_id.map(|id| (format!("/placements/{id}"), t.calls_to_placement())),
        call.event_id.map(|id| (format!("/desk/events/{id}"), t.calls_to_event())),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CallId>,
) -> AppResult<HttpResponse> {
    let call = store::call(&state.db.read, *id).await?;
    html(&CallPage::new(&request, &state, &visitor, call).await?)
}

/// `POST /desk/calls/{call}/conversation`: they have talked. A second press changes nothing; a colleague's words
/// about the same call are kept beside what stands there.
pub async fn made(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CallId>,
    form: Form<CallForm>,
) -> AppResult<HttpResponse> {
    let problems = check(&form.0, visitor.words());
    if !problems.is_empty() {
        return refuse(&request, &state, &visitor, *id, form.0, problems).await;
    }
    let txn = state.write().await?;
    let call = store::about_to_change(&txn, *id).await?;
    let note = Some(form.0.note).filter(|note| !note.is_empty());
    match (call.done_at, note) {
        (None, note) => {
            store::mark_made(&txn, call, visitor.id, note, state.clock.now()).await?;
        }
        (Some(_), Some(note)) => store::add_note(&txn, call, note).await?,
        (Some(_), None) => {}
    }
    txn.commit().await?;
    Ok(see_other(LIST).notice("calls-noted"))
}

/// `POST /desk/calls/{call}/attempt`: nobody answered; another day is set.
pub async fn not_reached(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CallId>,
    form: Form<CallForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    let day = typed::day(&form.day);
    match day {
        None => problems.add("day", t.problem_date()),
        Some(day) if day < state.clock.today() => problems.add("day", t.calls_problem_past()),
        Some(_) => {}
    }
    let (Some(day), true) = (day, problems.is_empty()) else {
        return refuse(&request, &state, &visitor, *id, form.0, problems).await;
    };
    let txn = state.write().await?;
    let call = store::about_to_change(&txn, *id).await?;
    if call.done_at.is_some() {
        return Ok(see_other(path(*id)).notice("calls-made-meanwhile"));
    }
    let note = Some(form.0.note).filter(|note| !note.is_empty());
    store::put_off(&txn, call, day, note).await?;
    txn.commit().await?;
    Ok(see_other(LIST).notice("calls-moved"))
}

/// `POST /desk/calls/{call}/handover`: a colleague rings instead.
pub async fn hand_over(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CallId>,
    form: Form<CallForm>,
) -> AppResult<HttpResponse> {
    let team = accounts::store::consultants(&state.db.read).await?;
    let colleague = form.colleague.parse().ok();
    let Some(to) = team.iter().find(|row| Some(row.id) == colleague) else {
        let mut problems = Problems::default();
        problems.add("colleague", visitor.words().problem_choose());
        return refuse(&request, &state, &visitor, *id, form.0, problems).await;
    };
    let txn = state.write().await?;
    let call = store::about_to_change(&txn, *id).await?;
    if call.done_at.is_some() {
        return Ok(see_other(path(*id)).notice("calls-made-meanwhile"));
    }
    store::hand_over(&txn, call, to.id).await?;
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("calls-handed-over"))
}

async fn refuse(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    id: CallId,
    form: CallForm,
    problems: Problems,
) -> AppResult<HttpResponse> {
    let call = store::call(&state.db.read, id).await?;
    let mut page = CallPage::new(request, state, visitor, call).await?;
    for choice in &mut page.colleagues {
        choice.chosen = choice.value == form.colleague;
    }
    let day = if form.day.is_empty() { page.form.day } else { form.day };
    page.form = CallForm { day, ..form };
    page.problems = problems;
    unprocessable(&page)
}
