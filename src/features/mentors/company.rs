//! `/company/mentors`: a company's own mentors, kept by the company.

use actix_web::{HttpRequest, HttpResponse, web};

use super::form::MentorForm;
use super::{Owner, edit, invitation, list as mentor_list};
use crate::domain::MentorId;
use crate::state::AppState;
use crate::web::{AppResult, Form, SignedInCompany, html};

pub async fn list(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let owner = Owner::company(visitor.company);
    html(&mentor_list::page(&request, &state.db.read, owner, visitor.words()).await?)
}

pub async fn show_new(request: HttpRequest, visitor: SignedInCompany) -> AppResult<HttpResponse> {
    edit::show_new(&request, Owner::company(visitor.company), &visitor)
}

pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    form: Form<MentorForm>,
) -> AppResult<HttpResponse> {
    edit::add(&request, &state, Owner::company(visitor.company), &visitor, form.0).await
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    mentor: web::Path<MentorId>,
) -> AppResult<HttpResponse> {
    edit::show(&request, &state, Owner::company(visitor.company), &visitor, *mentor).await
}

pub async fn change(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    mentor: web::Path<MentorId>,
    form: Form<MentorForm>,
) -> AppResult<HttpResponse> {
    let owner = Owner::company(visitor.company);
    edit::change(&request, &state, owner, &visitor, *mentor, form.0).await
}

pub async fn depart(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    mentor: web::Path<MentorId>,
) -> AppResult<HttpResponse> {
    edit::depart(&request, &state, Owner::company(visitor.company), &visitor, *mentor).await
}

pub async fn invite_again(
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    mentor: web::Path<MentorId>,
) -> AppResult<HttpResponse> {
    invitation::again(&state, Owner::company(visitor.company), &visitor, *mentor).await
}
