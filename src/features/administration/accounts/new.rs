//! `/admin/accounts/new`: invites somebody on the staff. Everybody else is invited where they belong.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;
use validator::Validate;

use super::path;
use crate::domain::sign_in::needs_second_factor;
use crate::domain::{Language, Role};
use crate::features::accounts::invite::{self, InviteError, NewAccount};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInAdministrator, check, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NewForm {
    pub role: String,
    #[validate(length(min = 1, max = 100, code = "admin-problem-line"))]
    pub name: String,
    #[validate(email(code = "problem-email"))]
    pub email: String,
    #[validate(length(max = 30, code = "problem-too-long"))]
    pub phone: String,
    pub language: String,
}

#[derive(Template)]
#[template(path = "administration/new_account.html")]
struct NewPage {
    page: Page,
    t: Words,
    form: NewForm,
    roles: Vec<Choice>,
    languages: Vec<Choice>,
    problems: Problems,
}

pub async fn show(request: HttpRequest, visitor: SignedInAdministrator) -> AppResult<HttpResponse> {
    html(&new_page(&request, visitor.words(), NewForm::default(), Problems::default()))
}

pub async fn invite(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    form: Form<NewForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    let role: Option<Role> = form.role.parse().ok().filter(|role| needs_second_factor(*role));
    if role.is_none() {
        problems.add("role", t.problem_choose());
    }
    let Some(role) = role.filter(|_| problems.is_empty()) else {
        return unprocessable(&new_page(&request, t, form.0, problems));
    };
    let new = NewAccount {
        role,
        name: form.name.clone(),
        email: Some(form.email.clone()),
        phone: Some(form.phone.clone()).filter(|phone| !phone.is_empty()),
        language: form.language.parse().unwrap_or(Language::Danish),
    };
    let txn = state.write().await?;
    match invite::invite(&txn, &state, new.clone(), Some(visitor.id)).await? {
        Ok(account) => {
            txn.commit().await?;
            Ok(see_other(path(account)).notice("admin-account-invited"))
        }
        Err(InviteError::EmailTaken) => {
            if let Some(account) = invite::by_the_same_press(&txn, &state, &new).await? {
                return Ok(see_other(path(account)).notice("admin-account-invited"));
            }
            problems.add("email", t.admin_problem_email_taken());
            unprocessable(&new_page(&request, t, form.0, problems))
        }
    }
}

fn new_page(request: &HttpRequest, t: Words, form: NewForm, problems: Problems) -> NewPage {
    let role = |role: &Role| {
        Choice::new(role.as_str(), t.kind("role", role.as_str()), form.role == role.as_str())
    };
    NewPage {
        page: Page::new(request, t.admin_account_new()),
        t,
        roles: Role::ALL.iter().filter(|role| needs_second_factor(**role)).map(role).collect(),
        languages: vec![
            Choice::new("da", "Dansk", form.language != "en"),
            Choice::new("en", "English", form.language == "en"),
        ],
        form,
        problems,
    }
}
