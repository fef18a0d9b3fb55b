//! `/company/profile`: what young people read about a company, written by the company itself.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};

use super::profile_form::{ProfileForm, label};
use super::{PROFILE, list_photo, profile_state, profile_steps, store, words};
use crate::domain::ProfileStatus;
use crate::domain::profile::ProfileError;
use crate::entities::{company, company_profile};
use crate::features::edits::{self, Press, Subject};
use crate::state::{AppState, Txn};
use crate::web::stale::{Shown, written_meanwhile};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInCompany, check, html, see_other, unprocessable,
};
use crate::words::Words;

/// A field that somebody else has changed, with their words.
pub struct Theirs {
    pub label: String,
    pub words: String,
}

#[derive(Template)]
#[template(path = "companies/profile.html")]
struct ProfilePage {
    page: Page,
    t: Words,
    form: ProfileForm,
    problems: Problems,
    theirs: Vec<Theirs>,
    draft_key: String,
    company: String,
    photo: String,
    sent_back_with: String,
    status: ProfileStatus,
    waiting: bool,
    published: bool,
}

impl ProfilePage {
    /// The page as it stands in the database, with what was typed if anything was.
    async fn new(
        request: &HttpRequest,
        db: &impl ConnectionTrait,
        visitor: &SignedInCompany,
        typed: Option<(ProfileForm, Problems)>,
    ) -> AppResult<Self> {
        let t = visitor.words();
        let company = store::company(db, visitor.company).await?;
        let row = store::newest_profile(db, visitor.company).await?;
        let profile = profile_state::of(db, &company).await?;
        let (form, problems) =
            typed.unwrap_or_else(|| (ProfileForm::of(row.as_ref()), Problems::default()));
        Ok(Self {
            page: Page::new(request, t.profile_title()),
            t,
            form,
            problems,
            theirs: Vec::new(),
            draft_key: format!("{}:profile", visitor.id),
            company: company.name,
            photo: row.as_ref().and_then(|row| row.photo_id).map(list_photo).unwrap_or_default(),
            sent_back_with: row.and_then(|row| row.sent_back_with).unwrap_or_default(),
            status: profile.status,
            waiting: profile_state::has_waiting_changes(profile),
            published: profile.published,
        })
    }

    fn status_kind(&self) -> &'static str {
        match self.status {
            ProfileStatus::Draft => "now",
            ProfileStatus::Sent => "waiting",
            ProfileStatus::Published => "done",
            ProfileStatus::Paused => "quiet",
        }
    }

    fn status_label(&self) -> String {
        self.t.kind("profile-status", self.status.as_str())
    }

    fn status_words(&self) -> String {
        match (self.status, self.waiting) {
            (ProfileStatus::Draft, false) => self.t.profile_state_draft(),
            (ProfileStatus::Draft, true) => self.t.profile_state_draft_again(),
            (ProfileStatus::Sent, false) => self.t.profile_state_sent(),
            (ProfileStatus::Sent, true) => self.t.profile_state_sent_again(),
            (ProfileStatus::Published, _) => self.t.profile_state_published(),
            (ProfileStatus::Paused, _) => self.t.profile_state_paused(),
        }
    }

    fn is_paused(&self) -> bool {
        self.status == ProfileStatus::Paused
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    html(&ProfilePage::new(&request, &state.db.read, &visitor, None).await?)
}

/// `POST /company/profile`: keeps the draft and, with the second button, sends it for approval.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    form: Form<ProfileForm>,
) -> AppResult<HttpResponse> {
    let (t, mut form) = (visitor.words(), form.0);
    let problems = check(&form, t);
    if !problems.is_empty() {
        return refuse(&request, &state, &visitor, form, problems).await;
    }
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, visitor.company).await?;
    let row = store::newest_profile(&txn, company.id).await?;
    let stored = ProfileForm::of(row.as_ref());
    let theirs = written_meanwhile(&form, &stored);
    if !theirs.is_empty() {
        drop(txn);
        form.seen = stored.seen;
        return ask_first(&request, &state, &visitor, form, theirs).await;
    }
    let press = Press { by: visitor.id, at: state.clock.now() };
    edits::record(&txn, Subject::Company(company.id), "profile", &stored, &form, press).await?;
    let company = write(&txn, &state, company, row, &form, &visitor).await?;
    let sent = match form.then.as_str() {
        "send" => Some(profile_steps::send(&txn, &state, company).await?),
        _ => None,
    };
    txn.commit().await?;
    match sent {
        None => Ok(see_other(PROFILE).notice("profile-saved")),
        Some(Ok(())) => Ok(see_other(PROFILE).notice("profile-sent")),
        Some(Err(error)) => {
            form.seen = crate::web::stale::mark(&form);
            refuse(&request, &state, &visitor, form, problems_of(&error, t)).await
        }
    }
}

async fn refuse(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInCompany,
    form: ProfileForm,
    problems: Problems,
) -> AppResult<HttpResponse> {
    let typed = Some((form, problems));
    unprocessable(&ProfilePage::new(request, &state.db.read, visitor, typed).await?)
}

/// Somebody else has saved meanwhile: their words are shown beside one's own, and the next press counts.
async fn ask_first(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInCompany,
    form: ProfileForm,
    theirs: Vec<(&'static str, String)>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let typed = Some((form, Problems::default()));
    let mut page = ProfilePage::new(request, &state.db.read, visitor, typed).await?;
    page.theirs =
        theirs.into_iter().map(|(field, words)| Theirs { label: label(field, t), words }).collect();
    unprocessable(&page)
}

/// Stores the words in the draft; the same words again leave the state as it was.
async fn write(
    txn: &Txn,
    state: &AppState,
    company: company::Model,
    row: Option<company_profile::Model>,
    form: &ProfileForm,
    visitor: &SignedInCompany,
) -> AppResult<company::Model> {
    if row.is_some() && form.fields() == ProfileForm::of(row.as_ref()).fields() {
        return Ok(company);
    }
    let now = state.clock.now();
    let mut draft: company_profile::ActiveModel =
        profile_state::draft(txn, company.id, now).await?.into();
    form.write_to(&mut draft);
    draft.changed_at = Set(now);
    draft.changed_by = Set(Some(visitor.id));
    draft.update(txn).await?;
    profile_state::edited(txn, company).await?;
    store::company_for_change(txn, visitor.company).await
}

fn problems_of(error: &ProfileError, t: Words) -> Problems {
    let mut problems = Problems::default();
    match error {
        ProfileError::Missing(fields) => {
            for field in fields {
                problems.add(field.as_str(), words::missing(*field, t));
            }
        }
        other => problems.add("", words::profile(other, t)),
    }
    problems
}
