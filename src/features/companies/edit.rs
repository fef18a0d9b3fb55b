//! `/desk/companies/{company}/edit`: name, numbers, contact, stage, and who is responsible.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use sea_orm::{ActiveModelTrait, Set};

use super::details_form::{Details, DetailsForm};
use super::headcount::is_taken;
use super::profile::Theirs;
use super::{desk_path, store};
use crate::domain::{CompanyId, CompanyStage};
use crate::entities::{account, company};
use crate::features::accounts;
use crate::features::edits::{self, Press, Subject};
use crate::state::{AppState, Txn};
use crate::web::stale::written_meanwhile;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "companies/edit.html")]
struct EditPage {
    page: Page,
    t: Words,
    form: DetailsForm,
    problems: Problems,
    theirs: Vec<Theirs>,
    consultants: Vec<Choice>,
    stages: Vec<Choice>,
    back: String,
}

impl EditPage {
    fn new(
        request: &HttpRequest,
        t: Words,
        company: CompanyId,
        consultants: &[account::Model],
        form: DetailsForm,
        problems: Problems,
    ) -> Self {
        Self {
            page: Page::new(request, t.companies_edit_title()),
            t,
            consultants: consultant_choices(consultants, &form, t),
            stages: CompanyStage::ALL
                .iter()
                .map(|stage| {
                    let label = t.kind("company-stage", stage.as_str());
                    Choice::new(stage.as_str(), label, form.stage == stage.as_str())
                })
                .collect(),
            form,
            problems,
            theirs: Vec::new(),
            back: desk_path(company),
        }
    }
}

pub fn consultant_choices(
    consultants: &[account::Model],
    form: &DetailsForm,
    t: Words,
) -> Vec<Choice> {
    let nobody = Choice::new("", t.companies_consultant_nobody(), form.consultant.is_empty());
    let choice = |account: &account::Model| {
        let id = account.id.to_string();
        let chosen = form.consultant == id;
        Choice::new(id, account.name.clone(), chosen)
    };
    std::iter::once(nobody).chain(consultants.iter().map(choice)).collect()
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    company: web::Path<CompanyId>,
) -> AppResult<HttpResponse> {
    let db = &state.db.read;
    let company = store::company(db, *company).await?;
    let consultants = accounts::store::consultants(db).await?;
    let form = DetailsForm::of(&company);
    let t = visitor.words();
    html(&EditPage::new(&request, t, company.id, &consultants, form, Problems::default()))
}

/// `POST /desk/companies/{company}/edit`.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CompanyId>,
    form: Form<DetailsForm>,
) -> AppResult<HttpResponse> {
    let (t, mut form) = (visitor.words(), form.0);
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, *id).await?;
    let consultants = accounts::store::consultants(&txn).await?;
    let page = |form, problems| EditPage::new(&request, t, *id, &consultants, form, problems);
    let details = match form.read(&consultants, t) {
        Ok(details) => details,
        Err(problems) => return unprocessable(&page(form, problems)),
    };
    let stored = DetailsForm::of(&company);
    let theirs = written_meanwhile(&form, &stored);
    let mut problems = Problems::default();
    if is_taken(&txn, details.p_number.as_deref(), company.id).await? {
        problems.add("p_number", t.companies_problem_p_number_taken());
    }
    if !theirs.is_empty() || !problems.is_empty() {
        form.seen = stored.seen;
        let mut page = page(form, problems);
        page.theirs = theirs_in_words(theirs, &consultants, t);
        return unprocessable(&page);
    }
    write(&txn, company, details, &state).await?;
    let now_there = DetailsForm::of(&store::company(&txn, *id).await?);
    let press = Press { by: visitor.id, at: state.clock.now() };
    edits::record(&txn, Subject::Company(*id), "companies", &stored, &now_there, press).await?;
    txn.commit().await?;
    Ok(see_other(desk_path(*id)).notice("companies-saved"))
}

fn theirs_in_words(
    theirs: Vec<(&'static str, String)>,
    consultants: &[account::Model],
    t: Words,
) -> Vec<Theirs> {
    let name = |id: &str| consultants.iter().find(|account| account.id.to_string() == id);
    theirs
        .into_iter()
        .map(|(field, words)| Theirs {
            label: t.say(&format!("companies-{}", field.replace('_', "-"))),
            words: match field {
                "consultant" => name(&words).map_or(words, |account| account.name.clone()),
                "stage" => t.kind("company-stage", &words),
                _ => words,
            },
        })
        .collect()
}

async fn write(
    txn: &Txn,
    company: company::Model,
    details: Details,
    state: &AppState,
) -> AppResult<()> {
    let joins = details.stage == CompanyStage::Member && company.member_since.is_none();
    let mut row: company::ActiveModel = company.into();
    row.name = Set(details.name);
    row.cvr = Set(details.cvr);
    row.p_number = Set(details.p_number);
    row.contact_name = Set(details.contact_name);
    row.contact_email = Set(details.contact_email);
    row.contact_phone = Set(details.contact_phone);
    row.consultant_id = Set(details.consultant);
    row.stage = Set(details.stage);
    if joins {
        row.member_since = Set(Some(state.clock.now()));
    }
    row.update(txn).await?;
    Ok(())
}
