//! `/desk/mentors`: the municipality's mentors, kept by the consultants.

use actix_web::{HttpRequest, HttpResponse, web};

use super::form::MentorForm;
use super::{Owner, edit, invitation, list as mentor_list};
use crate::domain::MentorId;
use crate::state::AppState;
use crate::web::{AppResult, Form, SignedInConsultant, html};

pub async fn list(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
) -> AppResult<HttpResponse> {
    let owner = Owner::municipality();
    html(&mentor_list::page(&request, &state.db.read, owner, visitor.words()).await?)
}

pub async fn show_new(
    request: HttpRequest,
    visitor: SignedInConsultant,
) -> AppResult<HttpResponse> {
    edit::show_new(&request, Owner::municipality(), &visitor)
}

pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<MentorForm>,
) -> AppResult<HttpResponse> {
    edit::add(&request, &state, Owner::municipality(), &visitor, form.0).await
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    mentor: web::Path<MentorId>,
) -> AppResult<HttpResponse> {
    edit::show(&request, &state, Owner::municipality(), &visitor, *mentor).await
}

pub async fn change(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    mentor: web::Path<MentorId>,
    form: Form<MentorForm>,
) -> AppResult<HttpResponse> {
    let owner = Owner::municipality();
    edit::change(&request, &state, owner, &visitor, *mentor, form.0).await
}

pub async fn depart(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    mentor: web::Path<MentorId>,
) -> AppResult<HttpResponse> {
    edit::depart(&request, &state, Owner::municipality(), &visitor, *mentor).await
}

pub async fn invite_again(
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    mentor: web::Path<MentorId>,
) -> AppResult<HttpResponse> {
    invitation::again(&state, Owner::municipality(), &visitor, *mentor).await
}
