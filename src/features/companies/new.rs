//! `/desk/companies/new`: a company the consultant has found themselves.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

use super::details_form::{Details, DetailsForm};
use super::edit::consultant_choices;
use super::headcount::is_taken;
use super::{LIST, desk_path};
use crate::domain::{CompanyId, CompanyStage, ProfileStatus};
use crate::entities::{company, new_id};
use crate::features::accounts;
use crate::state::{AppState, Txn, one_at_a_time};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/desk/companies/new";

#[derive(Template)]
#[template(path = "companies/new.html")]
struct NewPage {
    page: Page,
    t: Words,
    form: DetailsForm,
    problems: Problems,
    consultants: Vec<Choice>,
    back: &'static str,
}

impl NewPage {
    fn new(
        request: &HttpRequest,
        t: Words,
        consultants: Vec<Choice>,
        form: DetailsForm,
        problems: Problems,
    ) -> Self {
        let page = Page::new(request, t.companies_new_title());
        Self { page, t, form, problems, consultants, back: LIST }
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let form = DetailsForm { consultant: visitor.id.to_string(), ..DetailsForm::default() };
    let choices =
        consultant_choices(&accounts::store::consultants(&state.db.read).await?, &form, t);
    html(&NewPage::new(&request, t, choices, form, Problems::default()))
}

/// `POST /desk/companies/new`.
pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<DetailsForm>,
) -> AppResult<HttpResponse> {
    let (t, mut form) = (visitor.words(), form.0);
    form.stage = CompanyStage::InDialogue.as_str().to_owned();
    let txn = state.write().await?;
    one_at_a_time(&txn, "new company").await?;
    let consultants = accounts::store::consultants(&txn).await?;
    let mut read = form.read(&consultants, t);
    let id: CompanyId = new_id();
    if let Ok(details) = &read {
        if let Some(twin) = twin(&txn, &state, details).await? {
            return Ok(see_other(desk_path(twin)).notice("companies-added"));
        }
        if is_taken(&txn, details.p_number.as_deref(), id).await? {
            let mut problems = Problems::default();
            problems.add("p_number", t.companies_problem_p_number_taken());
            read = Err(problems);
        }
    }
    match read {
        Ok(details) => insert(&txn, id, details, &state).await?,
        Err(problems) => {
            let choices = consultant_choices(&consultants, &form, t);
            return unprocessable(&NewPage::new(&request, t, choices, form, problems));
        }
    }
    txn.commit().await?;
    Ok(see_other(desk_path(id)).notice("companies-added"))
}

/// The same company in every field a moment ago is the same press of the button.
async fn twin(txn: &Txn, state: &AppState, details: &Details) -> AppResult<Option<CompanyId>> {
    let added = company::Entity::find()
        .filter(company::Column::Name.eq(&details.name))
        .filter(company::Column::CreatedAt.gt(state.clock.now() - chrono::Duration::minutes(1)))
        .all(txn)
        .await?;
    let is_same = |row: &company::Model| {
        (&row.cvr, &row.p_number, row.consultant_id)
            == (&details.cvr, &details.p_number, details.consultant)
            && (&row.contact_name, &row.contact_email, &row.contact_phone)
                == (&details.contact_name, &details.contact_email, &details.contact_phone)
    };
    Ok(added.into_iter().find(is_same).map(|company| company.id))
}

async fn insert(txn: &Txn, id: CompanyId, details: Details, state: &AppState) -> AppResult<()> {
    let row = company::ActiveModel {
        id: Set(id),
        name: Set(details.name),
        stage: Set(CompanyStage::InDialogue),
        cvr: Set(details.cvr),
        p_number: Set(details.p_number),
        profile_status: Set(ProfileStatus::Draft),
        contact_name: Set(details.contact_name),
        contact_email: Set(details.contact_email),
        contact_phone: Set(details.contact_phone),
        consultant_id: Set(details.consultant),
        others_in_placement: Set(0),
        created_at: Set(state.clock.now()),
        ..Default::default()
    };
    row.insert(txn).await?;
    Ok(())
}
