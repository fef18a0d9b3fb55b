//! One mentor's page, the same for a company and for the municipality.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use omvendt_frontend::parts::Choice;

use super::form::MentorForm;
use super::keep::{Kept, keep};
use super::{Owner, store};
use crate::domain::{Language, MentorId};
use crate::features::accounts::disabling::disable;
use crate::features::accounts::invite::InviteError;
use crate::features::companies::{self, Theirs, language_choices};
use crate::state::AppState;
use crate::web::stale::written_meanwhile;
use crate::web::{AppResult, Page, Problems, Visitor, html, see_other, unprocessable};
use crate::words::Words;

#[derive(Template)]
#[template(path = "mentors/edit.html")]
struct EditPage {
    page: Page,
    t: Words,
    languages: Vec<Choice>,
    form: MentorForm,
    problems: Problems,
    theirs: Vec<Theirs>,
    back: &'static str,
    back_label: String,
    /// Where to press when the mentor has stopped; empty for a new one.
    departure: String,
}

impl EditPage {
    fn new(
        request: &HttpRequest,
        t: Words,
        owner: Owner,
        mentor: Option<MentorId>,
        form: MentorForm,
        problems: Problems,
    ) -> Self {
        let title = if mentor.is_some() { t.mentors_edit_title() } else { t.mentors_new() };
        let back_label = match owner.company {
            Some(_) => t.mentors_title(),
            None => t.mentors_municipal_title(),
        };
        let departure = mentor.map(|id| format!("{}/departure", owner.path(id)));
        Self {
            page: Page::new(request, title),
            t,
            languages: language_choices(&form.language, t),
            form,
            problems,
            theirs: Vec::new(),
            back: owner.list,
            back_label,
            departure: departure.unwrap_or_default(),
        }
    }
}

pub fn show_new(request: &HttpRequest, owner: Owner, visitor: &Visitor) -> AppResult<HttpResponse> {
    let form = MentorForm {
        at_once: "1".into(),
        language: Language::Danish.to_string(),
        ..MentorForm::default()
    };
    html(&EditPage::new(request, visitor.words(), owner, None, form, Problems::default()))
}

pub async fn show(
    request: &HttpRequest,
    state: &AppState,
    owner: Owner,
    visitor: &Visitor,
    id: MentorId,
) -> AppResult<HttpResponse> {
    let form = MentorForm::of(&store::mentor(&state.db.read, owner, id).await?);
    html(&EditPage::new(request, visitor.words(), owner, Some(id), form, Problems::default()))
}

pub async fn add(
    request: &HttpRequest,
    state: &AppState,
    owner: Owner,
    visitor: &Visitor,
    form: MentorForm,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let page = |form, problems| EditPage::new(request, t, owner, None, form, problems);
    let new = match form.read(state.clock.today(), t) {
        Ok(new) => new,
        Err(problems) => return unprocessable(&page(form, problems)),
    };
    let txn = state.write().await?;
    if store::twin(&txn, owner, &new, state.clock.now()).await?.is_some() {
        return Ok(see_other(owner.list).notice("mentors-added"));
    }
    match keep(&txn, state, owner, None, new, visitor.id).await? {
        Ok(kept) => {
            txn.commit().await?;
            Ok(see_other(owner.list).notice(match kept {
                Kept::Quietly => "mentors-added",
                Kept::Invited => "mentors-added-invited",
            }))
        }
        Err(error) => unprocessable(&page(form, refused(error, t))),
    }
}

pub async fn change(
    request: &HttpRequest,
    state: &AppState,
    owner: Owner,
    visitor: &Visitor,
    id: MentorId,
    mut form: MentorForm,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let page = |form, problems| EditPage::new(request, t, owner, Some(id), form, problems);
    let txn = state.write().await?;
    let before = store::mentor_for_change(&txn, owner, id).await?;
    let new = match form.read(state.clock.today(), t) {
        Ok(new) => new,
        Err(problems) => return unprocessable(&page(form, problems)),
    };
    let stored = MentorForm::of(&before);
    let theirs = written_meanwhile(&form, &stored);
    if !theirs.is_empty() {
        form.seen = stored.seen;
        let mut page = page(form, Problems::default());
        page.theirs = in_words(theirs, t);
        return unprocessable(&page);
    }
    match keep(&txn, state, owner, Some(before), new, visitor.id).await? {
        Ok(kept) => {
            txn.commit().await?;
            Ok(see_other(owner.list).notice(match kept {
                Kept::Quietly => "mentors-saved",
                Kept::Invited => "mentors-saved-invited",
            }))
        }
        Err(error) => unprocessable(&page(form, refused(error, t))),
    }
}

fn in_words(theirs: Vec<(&'static str, String)>, t: Words) -> Vec<Theirs> {
    let label = |field: &str| t.say(&format!("mentors-{}", field.replace('_', "-")));
    let words = |field, words: String| match field {
        "language" => t.kind("language", &words),
        _ => words,
    };
    theirs
        .into_iter()
        .map(|(field, stored)| Theirs { label: label(field), words: words(field, stored) })
        .collect()
}

/// The mentor has stopped. Not while somebody counts on them: then a new one is found first.
pub async fn depart(
    request: &HttpRequest,
    state: &AppState,
    owner: Owner,
    visitor: &Visitor,
    id: MentorId,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let mentor = store::ever_for_change(&txn, owner, id).await?;
    let now = state.clock.now();
    if store::is_busy(&txn, id).await? {
        let mut problems = Problems::default();
        problems.add("", t.mentors_problem_leave_busy());
        let form = MentorForm::of(&mentor);
        return unprocessable(&EditPage::new(request, t, owner, Some(id), form, problems));
    }
    if mentor.left_at.is_none() {
        companies::leave_places_without(&txn, id).await?;
        if let Some(account) = mentor.account_id {
            disable(&txn, account, now).await?.map_err(anyhow::Error::from)?;
        }
        store::leave(&txn, mentor, now).await?;
        txn.commit().await?;
    }
    Ok(see_other(owner.list).notice("mentors-left"))
}

fn refused(error: InviteError, t: Words) -> Problems {
    let mut problems = Problems::default();
    match error {
        InviteError::EmailTaken => problems.add("email", t.mentors_problem_email_taken()),
    }
    problems
}
