//! `/companies/interest`: what it is to host a young person, and "we would like to hear more".

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Duration, Utc};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, Set};
use serde::Deserialize;
use validator::Validate;

use super::details_form::kept;
use super::words;
use crate::domain::contact::{Cvr, Email, Phone};
use crate::domain::{CompanyId, CompanyStage, ProfileStatus};
use crate::entities::{company, new_id};
use crate::state::{AppState, Txn};
use crate::web::form::required;
use crate::web::{Anyone, AppResult, Form, Page, Problems, check, html, see_other, unprocessable};
use crate::words::Words;

pub const PATH: &str = "/companies/interest";
pub const RECEIPT: &str = "/companies/interest/receipt";

/// A town has not this many workplaces that ask within an hour; a machine has.
const AN_HOUR: u64 = 40;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct InterestForm {
    #[validate(custom(function = "required"), length(max = 200, code = "problem-too-long"))]
    pub name: String,
    #[validate(custom(function = "required"), length(max = 200, code = "problem-too-long"))]
    pub contact: String,
    pub phone: String,
    pub email: String,
    pub cvr: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    pub message: String,
}

struct Interest {
    phone: Option<String>,
    email: Option<String>,
    cvr: Option<String>,
}

impl InterestForm {
    fn read(&self, t: Words) -> Result<Interest, Problems> {
        let mut problems = check(self, t);
        let phone = kept(&self.phone, Phone::parse, |phone| phone.typed().to_owned());
        let email = kept(&self.email, Email::parse, |email| email.as_str().to_owned());
        let cvr = kept(&self.cvr, Cvr::parse, |cvr| cvr.as_str().to_owned());
        if self.phone.is_empty() && self.email.is_empty() {
            problems.add("phone", t.interest_problem_reach());
        }
        for (field, read) in [("phone", &phone), ("email", &email), ("cvr", &cvr)] {
            if let Err(error) = read {
                problems.add(field, words::contact(*error, t));
            }
        }
        match (phone, email, cvr) {
            (Ok(phone), Ok(email), Ok(cvr)) if problems.is_empty() => {
                Ok(Interest { phone, email, cvr })
            }
            _ => Err(problems),
        }
    }
}

#[derive(Template)]
#[template(path = "companies/interest.html")]
struct InterestPage {
    page: Page,
    t: Words,
    form: InterestForm,
    problems: Problems,
}

#[derive(Template)]
#[template(path = "companies/interest_receipt.html")]
struct ReceiptPage {
    page: Page,
    t: Words,
}

pub async fn show(request: HttpRequest, visit: Anyone) -> AppResult<HttpResponse> {
    let t = visit.words;
    html(&InterestPage {
        page: Page::new(&request, t.public_host_title()),
        t,
        form: InterestForm::default(),
        problems: Problems::default(),
    })
}

/// `POST /companies/interest`.
pub async fn send(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    form: Form<InterestForm>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let interest = match form.read(t) {
        Ok(interest) => interest,
        Err(problems) => {
            let page = Page::new(&request, t.public_host_title());
            return unprocessable(&InterestPage { page, t, form: form.0, problems });
        }
    };
    let txn = state.write().await?;
    if let Err(TooMany) = keep(&txn, &form, interest, state.clock.now()).await? {
        drop(txn);
        let mut problems = Problems::default();
        problems.add("", t.interest_problem_too_many());
        let page = Page::new(&request, t.public_host_title());
        return unprocessable(&InterestPage { page, t, form: form.0, problems });
    }
    txn.commit().await?;
    Ok(see_other(RECEIPT).into())
}

pub async fn receipt(request: HttpRequest, visit: Anyone) -> AppResult<HttpResponse> {
    let t = visit.words;
    html(&ReceiptPage { page: Page::new(&request, t.interest_receipt_title()), t })
}

/// More have asked than a town has.
struct TooMany;

/// Asking twice the same day is one company that asks, not two.
async fn keep(
    txn: &Txn,
    form: &InterestForm,
    interest: Interest,
    now: DateTime<Utc>,
) -> AppResult<Result<(), TooMany>> {
    let asked = company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Interested))
        .filter(company::Column::CreatedAt.gt(now - Duration::hours(1)));
    if asked.count(txn).await? >= AN_HOUR {
        return Ok(Err(TooMany));
    }
    let twin = company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Interested))
        .filter(company::Column::CreatedAt.gt(now - Duration::days(1)))
        .filter(company::Column::Name.eq(&form.name))
        .filter(company::Column::ContactName.eq(&form.contact))
        .one(txn)
        .await?;
    if twin.is_some() {
        return Ok(Ok(()));
    }
    let id: CompanyId = new_id();
    let row = company::ActiveModel {
        id: Set(id),
        name: Set(form.name.clone()),
        stage: Set(CompanyStage::Interested),
        cvr: Set(interest.cvr),
        profile_status: Set(ProfileStatus::Draft),
        contact_name: Set(Some(form.contact.clone())),
        contact_email: Set(interest.email),
        contact_phone: Set(interest.phone),
        message: Set(Some(form.message.clone()).filter(|message| !message.is_empty())),
        others_in_placement: Set(0),
        created_at: Set(now),
        ..Default::default()
    };
    company::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(Ok(()))
}
