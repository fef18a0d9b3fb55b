//! `/company/places/headcount`: how many work here, which decides how many the law lets come at once, and how
//! many the company itself wants at once.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;

use super::profile::Theirs;
use super::{PLACES, store, words};
use crate::domain::CompanyId;
use crate::domain::contact::PNumber;
use crate::entities::company;
use crate::features::edits::{self, Press, Subject};
use crate::state::{AppState, Txn};
use crate::web::stale::{self, Shown, written_meanwhile};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInCompany, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/company/places/headcount";

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct HeadcountForm {
    pub p_number: String,
    pub ordinary_employees: String,
    pub others_in_placement: String,
    pub total_at_once: String,
    pub seen: String,
}

struct Headcount {
    p_number: Option<String>,
    ordinary_employees: Option<i32>,
    others_in_placement: i32,
    total_at_once: Option<i32>,
}

impl HeadcountForm {
    fn of(company: &company::Model) -> Self {
        let text = |number: Option<i32>| number.map(|n| n.to_string()).unwrap_or_default();
        let mut form = Self {
            p_number: company.p_number.clone().unwrap_or_default(),
            ordinary_employees: text(company.ordinary_employees),
            others_in_placement: company.others_in_placement.to_string(),
            total_at_once: text(company.total_at_once),
            seen: String::new(),
        };
        form.seen = stale::mark(&form);
        form
    }

    fn read(&self, t: Words) -> Result<Headcount, Problems> {
        let mut problems = Problems::default();
        let mut number = |field: &str, typed: &str, least: i32| {
            let read = typed.parse().ok().filter(|number| (least..=100_000).contains(number));
            if read.is_none() && !typed.is_empty() {
                problems.add(field, t.problem_number());
            }
            read
        };
        let ordinary_employees = number("ordinary_employees", &self.ordinary_employees, 0);
        let others_in_placement = number("others_in_placement", &self.others_in_placement, 0);
        let total_at_once = number("total_at_once", &self.total_at_once, 1);
        let p_number = (!self.p_number.is_empty()).then(|| PNumber::parse(&self.p_number));
        if let Some(Err(error)) = &p_number {
            problems.add("p_number", words::contact(*error, t));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Headcount {
            p_number: p_number.and_then(Result::ok).map(|number| number.as_str().to_owned()),
            ordinary_employees,
            others_in_placement: others_in_placement.unwrap_or(0),
            total_at_once,
        })
    }
}

impl Shown for HeadcountForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("p_number", self.p_number.clone()),
            ("ordinary_employees", self.ordinary_employees.clone()),
            ("others_in_placement", self.others_in_placement.clone()),
            ("total_at_once", self.total_at_once.clone()),
        ]
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}

#[derive(Template)]
#[template(path = "companies/headcount.html")]
struct HeadcountPage {
    page: Page,
    t: Words,
    form: HeadcountForm,
    problems: Problems,
    theirs: Vec<Theirs>,
}

impl HeadcountPage {
    fn new(request: &HttpRequest, t: Words, form: HeadcountForm, problems: Problems) -> Self {
        let page = Page::new(request, t.places_headcount_title());
        Self { page, t, form, problems, theirs: Vec::new() }
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
) -> AppResult<HttpResponse> {
    let company = store::company(&state.db.read, visitor.company).await?;
    let form = HeadcountForm::of(&company);
    html(&HeadcountPage::new(&request, visitor.words(), form, Problems::default()))
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    form: Form<HeadcountForm>,
) -> AppResult<HttpResponse> {
    let (t, mut form) = (visitor.words(), form.0);
    let headcount = match form.read(t) {
        Ok(headcount) => headcount,
        Err(problems) => {
            return unprocessable(&HeadcountPage::new(&request, t, form, problems));
        }
    };
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, visitor.company).await?;
    let stored = HeadcountForm::of(&company);
    let theirs = written_meanwhile(&form, &stored);
    let mut problems = Problems::default();
    if is_taken(&txn, headcount.p_number.as_deref(), company.id).await? {
        problems.add("p_number", t.companies_problem_p_number_taken());
    }
    if !theirs.is_empty() || !problems.is_empty() {
        form.seen = stored.seen;
        let mut page = HeadcountPage::new(&request, t, form, problems);
        page.theirs = theirs.into_iter().map(|(field, words)| theirs_in(field, words, t)).collect();
        return unprocessable(&page);
    }
    let id = company.id;
    write(&txn, company, headcount, &state).await?;
    let now_there = HeadcountForm::of(&store::company(&txn, id).await?);
    let press = Press { by: visitor.id, at: state.clock.now() };
    edits::record(&txn, Subject::Company(id), "places", &stored, &now_there, press).await?;
    txn.commit().await?;
    Ok(see_other(PLACES).notice("places-headcount-saved"))
}

fn theirs_in(field: &str, words: String, t: Words) -> Theirs {
    Theirs { label: t.say(&format!("places-{}", field.replace('_', "-"))), words }
}

/// One record is one workplace, or its people would be counted twice.
pub async fn is_taken(txn: &Txn, p_number: Option<&str>, company: CompanyId) -> AppResult<bool> {
    let Some(p_number) = p_number else { return Ok(false) };
    let other = company::Entity::find()
        .filter(company::Column::PNumber.eq(p_number))
        .filter(company::Column::Id.ne(company))
        .one(txn)
        .await?;
    Ok(other.is_some())
}

async fn write(
    txn: &Txn,
    company: company::Model,
    headcount: Headcount,
    state: &AppState,
) -> AppResult<()> {
    let mut row: company::ActiveModel = company.into();
    row.p_number = Set(headcount.p_number);
    row.ordinary_employees = Set(headcount.ordinary_employees);
    row.others_in_placement = Set(headcount.others_in_placement);
    row.total_at_once = Set(headcount.total_at_once);
    row.headcount_on = Set(Some(state.clock.today()));
    row.update(txn).await?;
    Ok(())
}
