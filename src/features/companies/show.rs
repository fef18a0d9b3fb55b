//! `/desk/companies/{company}`: everything a consultant needs before ringing.

use std::collections::HashMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, NaiveDate, Utc};
use omvendt_frontend::parts::{Choice, Person, Problems};

use super::card::{self, CardPlace};
use super::list::stage_kind;
use super::notes::NoteForm;
use super::ratio::{self, RatioNote};
use super::{LIST, desk_path, store};
use crate::clock::local;
use crate::domain::{AccountId, CompanyId, CompanyNoteForm, ProfileStatus};
use crate::entities::{account, company, company_note, mentor};
use crate::features::accounts::{self, store::last_invited};
use crate::features::edits::{self, Subject};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

/// A call or meeting as the page shows it.
struct Note {
    form: String,
    on: NaiveDate,
    what: String,
    by: String,
    next_step: String,
    next_step_on: Option<NaiveDate>,
    done: bool,
    completion: String,
}

/// Somebody who signs in for the company, or will.
struct Member {
    person: Person,
    /// Where to press for another invitation; empty for who has been here.
    again: String,
}

#[derive(Template)]
#[template(path = "companies/show.html")]
pub struct ShowPage {
    page: Page,
    t: Words,
    company: company::Model,
    stage: String,
    stage_kind: &'static str,
    profile: String,
    profile_waits: bool,
    has_profile: bool,
    contact: Option<Person>,
    members: Vec<Member>,
    mentors: Vec<mentor::Model>,
    places: Vec<CardPlace>,
    placed_now: u64,
    ratio: Option<RatioNote>,
    consultant: String,
    notes: Vec<Note>,
    note: NoteForm,
    note_forms: Vec<Choice>,
    problems: Problems,
    edits: Vec<edits::Line>,
    desk: String,
    back: &'static str,
}

impl ShowPage {
    fn invitation(&self) -> String {
        format!("{}/invitation", self.desk)
    }

    fn date(&self, day: &NaiveDate) -> String {
        self.t.date(*day)
    }

    /// A mentor one can ring.
    fn reached(&self, mentor: &mentor::Model) -> Option<Person> {
        let phone = mentor.phone.clone()?;
        Some(Person { name: mentor.name.clone(), phone, ..Person::default() })
    }

    fn since(&self, at: &DateTime<Utc>) -> String {
        self.t.date(local(*at).date())
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    company: web::Path<CompanyId>,
) -> AppResult<HttpResponse> {
    let note = NoteForm::fresh(state.clock.today());
    html(&page(&request, &state, &visitor, *company, note, Problems::default()).await?)
}

/// The page with a note half written on it, if there is one.
pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    company: CompanyId,
    note: NoteForm,
    problems: Problems,
) -> AppResult<ShowPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let company = store::company(db, company).await?;
    let notes = store::notes(db, company.id).await?;
    let names = names(db, &company, &notes).await?;
    Ok(ShowPage {
        page: Page::new(request, company.name.clone()),
        t,
        stage: t.kind("company-stage", company.stage.as_str()),
        stage_kind: stage_kind(company.stage),
        profile: t.kind("profile-status", company.profile_status.as_str()),
        profile_waits: company.profile_status == ProfileStatus::Sent,
        has_profile: store::newest_profile(db, company.id).await?.is_some(),
        contact: contact(&company),
        members: members(db, company.id, t).await?,
        mentors: store::mentors(db, company.id).await?,
        places: card::places(db, vec![company.id]).await?.remove(&company.id).unwrap_or_default(),
        placed_now: store::placed(db, company.id).await?.here,
        ratio: ratio::note(db, &company, state.clock.today(), t).await?,
        consultant: company
            .consultant_id
            .and_then(|id| names.get(&id).cloned())
            .unwrap_or_else(|| t.companies_consultant_nobody()),
        notes: notes.into_iter().map(|row| told(row, &names, t)).collect(),
        note_forms: CompanyNoteForm::ALL
            .iter()
            .map(|form| {
                let label = t.kind("company-note-form", form.as_str());
                Choice::new(form.as_str(), label, note.form == form.as_str())
            })
            .collect(),
        note,
        problems,
        edits: edits::of(db, Subject::Company(company.id), t).await?,
        desk: desk_path(company.id),
        back: LIST,
        company,
    })
}

async fn names(
    db: &impl sea_orm::ConnectionTrait,
    company: &company::Model,
    notes: &[company_note::Model],
) -> AppResult<HashMap<AccountId, String>> {
    let mut ids: Vec<AccountId> = notes.iter().map(|note| note.by_account_id).collect();
    ids.extend(company.consultant_id);
    ids.sort_unstable();
    ids.dedup();
    Ok(accounts::store::names(db, ids).await?)
}

fn told(row: company_note::Model, names: &HashMap<AccountId, String>, t: Words) -> Note {
    Note {
        form: t.kind("company-note-form", row.form.as_str()),
        on: row.on,
        what: row.what,
        by: names.get(&row.by_account_id).cloned().unwrap_or_default(),
        next_step: row.next_step.unwrap_or_default(),
        next_step_on: row.next_step_on,
        done: row.next_step_done_at.is_some(),
        completion: format!("{}/notes/{}/completion", desk_path(row.company_id), row.id),
    }
}

/// Whom to ring before the company has accounts of its own.
fn contact(company: &company::Model) -> Option<Person> {
    let name = company.contact_name.clone()?;
    Some(Person {
        name,
        role: String::new(),
        phone: company.contact_phone.clone().unwrap_or_default(),
        email: company.contact_email.clone().unwrap_or_default(),
    })
}

async fn members(
    db: &impl sea_orm::ConnectionTrait,
    company: CompanyId,
    t: Words,
) -> AppResult<Vec<Member>> {
    let accounts = store::members(db, company).await?;
    let invited = last_invited(db, accounts.iter().map(|account| account.id)).await?;
    Ok(accounts
        .into_iter()
        .map(|account| {
            let invited = invited.get(&account.id).copied().or(account.invited_at);
            let invited = invited.map(|at| t.moment(at));
            member(company, account, invited, t)
        })
        .collect())
}

fn member(
    company: CompanyId,
    account: account::Model,
    invited: Option<String>,
    t: Words,
) -> Member {
    let (role, again) = match account.last_signed_in_at {
        Some(_) => (t.companies_member_signed_in(), String::new()),
        None => (
            invited.map_or_else(
                || t.companies_member_not_yet(),
                |when| t.companies_member_invited(when),
            ),
            format!("{}/members/{}/invitation", desk_path(company), account.id),
        ),
    };
    let person = Person {
        name: account.name,
        role,
        phone: account.phone.unwrap_or_default(),
        email: account.email.unwrap_or_default(),
    };
    Member { person, again }
}
