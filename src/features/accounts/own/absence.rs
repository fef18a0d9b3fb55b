//! `/account/absence`: a consultant who is ill in the morning says who stands in, without asking anybody.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;

use super::PATH;
use crate::features::accounts::absence::Typed;
use crate::features::accounts::store;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct AbsenceForm {
    deputy: String,
    away_from: String,
    away_until: String,
}

impl AbsenceForm {
    fn typed(&self) -> Typed {
        Typed {
            deputy: self.deputy.clone(),
            from: self.away_from.clone(),
            until: self.away_until.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "accounts/absence.html")]
struct AbsencePage {
    page: Page,
    t: Words,
    typed: Typed,
    deputies: Vec<Choice>,
    problems: Problems,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
) -> AppResult<HttpResponse> {
    let account = store::account(&state.db.read, visitor.id).await?;
    html(&page(&request, &state, &visitor, Typed::of(&account), Problems::default()).await?)
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<AbsenceForm>,
) -> AppResult<HttpResponse> {
    let (typed, mut problems) = (form.typed(), Problems::default());
    let txn = state.write().await?;
    let team = store::consultants(&txn).await?;
    let absence = typed.read(visitor.id, &team, &mut problems, visitor.words());
    if absence.from.is_some() && absence.deputy.is_none() && problems.is_empty() {
        problems.add("deputy", visitor.words().account_problem_deputy());
    }
    if !problems.is_empty() {
        drop(txn);
        return unprocessable(&page(&request, &state, &visitor, typed, problems).await?);
    }
    absence.write(&txn, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(PATH).notice("account-absence-saved"))
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    typed: Typed,
    problems: Problems,
) -> AppResult<AbsencePage> {
    let (t, team) = (visitor.words(), store::consultants(&state.db.read).await?);
    Ok(AbsencePage {
        page: Page::new(request, t.account_absence_title()),
        t,
        deputies: typed.deputies(visitor.id, &team),
        typed,
        problems,
    })
}
