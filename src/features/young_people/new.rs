//! `/desk/young-people/new`: a consultant adds a young person.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::form::{Choices, Lists, PersonForm};
use super::{add, path, store};
use crate::domain::{Language, YoungPersonId};
use crate::features::accounts::invite::InviteError;
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "young_people/new.html")]
struct NewPage {
    page: Page,
    t: Words,
    form: PersonForm,
    choices: Choices,
    problems: Problems,
}

impl NewPage {
    fn of(request: &HttpRequest, form: PersonForm, lists: &Lists, t: Words) -> Self {
        Self {
            page: Page::new(request, t.young_people_new()),
            t,
            choices: Choices::of(&form, lists, t),
            form,
            problems: Problems::default(),
        }
    }
}

/// `?group=` comes from a group's page.
pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    typed: web::Query<PersonForm>,
) -> AppResult<HttpResponse> {
    let lists = Lists::load(&state.db.read).await?;
    let form = PersonForm {
        consultant: visitor.id.to_string(),
        language: Language::Danish.to_string(),
        group: typed.into_inner().group,
        ..PersonForm::default()
    };
    html(&NewPage::of(&request, form, &lists, visitor.words()))
}

/// `POST /desk/young-people/new`.
pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<PersonForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let lists = Lists::load(&txn).await?;
    match add_typed(&txn, &state, &form, &lists, &visitor).await? {
        Ok(id) => {
            txn.commit().await?;
            Ok(see_other(path(id)).notice("young-people-added"))
        }
        Err(problems) => {
            drop(txn);
            unprocessable(&NewPage { problems, ..NewPage::of(&request, form.0, &lists, t) })
        }
    }
}

/// Adds whom a consultant typed, or says what is in the way. The same press twice makes one person.
pub async fn add_typed(
    txn: &Txn,
    state: &AppState,
    form: &PersonForm,
    lists: &Lists,
    by: &SignedInConsultant,
) -> AppResult<Result<YoungPersonId, Problems>> {
    let t = by.words();
    let new = match form.checked(lists, t) {
        Ok(new) => new,
        Err(problems) => return Ok(Err(problems)),
    };
    if let Some(twin) = store::twin(txn, &new, state.clock.now()).await? {
        return Ok(Ok(twin));
    }
    Ok(add(txn, state, new, by.id).await?.map_err(|error| refusal(error, t)))
}

pub fn refusal(error: InviteError, t: Words) -> Problems {
    let mut problems = Problems::default();
    match error {
        InviteError::EmailTaken => problems.add("email", t.young_people_problem_email_taken()),
    }
    problems
}
