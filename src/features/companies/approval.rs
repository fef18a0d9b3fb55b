//! `/desk/companies/{company}/profile`: the consultant reads what was sent, and says yes or what to change.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ActiveModelTrait, Set};
use serde::Deserialize;
use validator::Validate;

use super::card::{self, Card};
use super::mail::{ProfilePublished, ProfileSentBack};
use super::profile_form::ProfileForm;
use super::{PROFILE, desk_path, profile_state, store, tell_company};
use crate::domain::{CompanyId, ProfileStatus};
use crate::entities::company_profile;
use crate::state::AppState;
use crate::web::form::required;
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other,
    unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct SendBackForm {
    #[validate(custom(function = "required"), length(max = 1000, code = "problem-too-long"))]
    pub words: String,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ApprovalForm {
    /// Stands for the words that were read: nobody approves others.
    pub seen: String,
}

#[derive(Template)]
#[template(path = "companies/approval.html")]
struct ApprovalPage {
    page: Page,
    t: Words,
    card: Card,
    waits: bool,
    seen: String,
    form: SendBackForm,
    problems: Problems,
    changed: bool,
    path: String,
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    company: CompanyId,
    form: SendBackForm,
    problems: Problems,
) -> AppResult<ApprovalPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let company = store::company(db, company).await?;
    let profile = store::newest_profile(db, company.id).await?.ok_or(AppError::NotFound)?;
    let places = card::places(db, vec![company.id]).await?.remove(&company.id).unwrap_or_default();
    Ok(ApprovalPage {
        page: Page::new(request, t.companies_approval_title(company.name.clone())),
        t,
        waits: company.profile_status == ProfileStatus::Sent,
        seen: read_words(&profile),
        card: card::of(company.name, profile, places),
        form,
        problems,
        changed: false,
        path: desk_path(company.id),
    })
}

/// The words and the picture that a reader has before them.
fn read_words(profile: &company_profile::Model) -> String {
    let photo = profile.photo_id.map(|photo| photo.to_string()).unwrap_or_default();
    format!("{}{photo}", ProfileForm::of(Some(profile)).seen)
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    company: web::Path<CompanyId>,
) -> AppResult<HttpResponse> {
    let form = SendBackForm::default();
    html(&page(&request, &state, &visitor, *company, form, Problems::default()).await?)
}

/// `POST /desk/companies/{company}/profile/approval`: young people see the page from now on.
pub async fn approve(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CompanyId>,
    form: Form<ApprovalForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, *id).await?;
    let draft = store::newest_profile(&txn, company.id).await?.ok_or(AppError::NotFound)?;
    let mut profile = profile_state::of(&txn, &company).await?;
    if profile.publish(profile_state::missing_in(&draft)).is_err() {
        return Ok(see_other(desk_path(*id)).notice("companies-approval-nothing-waits"));
    }
    if form.seen != read_words(&draft) {
        drop(txn);
        let form = SendBackForm::default();
        let mut page = page(&request, &state, &visitor, *id, form, Problems::default()).await?;
        page.changed = true;
        return unprocessable(&page);
    }
    let cause = profile_state::cause(company.id, "published", state.clock.now());
    let link = state.link(&format!("{PROFILE}/preview"));
    profile_state::replace_published(&txn, draft).await?;
    store::set_profile_status(&txn, company, profile.status).await?;
    tell_company(&txn, &state, *id, &cause, |t| ProfilePublished { t, link: link.clone() }).await?;
    txn.commit().await?;
    Ok(see_other(desk_path(*id)).notice("companies-approved"))
}

/// `POST /desk/companies/{company}/profile/return`: back to the company, with what to change.
pub async fn send_back(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CompanyId>,
    form: Form<SendBackForm>,
) -> AppResult<HttpResponse> {
    let problems = check(&form.0, visitor.words());
    if !problems.is_empty() {
        return unprocessable(&page(&request, &state, &visitor, *id, form.0, problems).await?);
    }
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, *id).await?;
    let draft = store::newest_profile(&txn, company.id).await?.ok_or(AppError::NotFound)?;
    let mut profile = profile_state::of(&txn, &company).await?;
    if profile.send_back().is_err() {
        return Ok(see_other(desk_path(*id)).notice("companies-approval-nothing-waits"));
    }
    let cause = profile_state::cause(company.id, "sent-back", state.clock.now());
    let link = state.link(PROFILE);
    let mut row: company_profile::ActiveModel = draft.into();
    row.sent_back_with = Set(Some(form.words.clone()));
    row.update(&txn).await?;
    store::set_profile_status(&txn, company, profile.status).await?;
    tell_company(&txn, &state, *id, &cause, |t| ProfileSentBack { t, link: link.clone() }).await?;
    txn.commit().await?;
    Ok(see_other(desk_path(*id)).notice("companies-sent-back"))
}
