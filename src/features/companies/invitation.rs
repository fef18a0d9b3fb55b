//! `/desk/companies/{company}/invitation`: gives somebody in the company an account.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use sea_orm::{ActiveModelTrait, Set};
use serde::Deserialize;
use validator::Validate;

use super::details_form::kept;
use super::{desk_path, store, words};
use crate::domain::contact::{Email, Phone};
use crate::domain::{AccountId, CompanyId, CompanyStage, Language, Role};
use crate::entities::{company, company_member, new_id};
use crate::features::accounts::invite::{self, NewAccount, Resent};
use crate::state::{AppState, Txn};
use crate::web::form::required;
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other,
    unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct InvitationForm {
    #[validate(custom(function = "required"), length(max = 200, code = "problem-too-long"))]
    pub name: String,
    #[validate(custom(function = "required"))]
    pub email: String,
    pub phone: String,
    pub language: String,
}

impl InvitationForm {
    fn read(&self, t: Words) -> Result<NewAccount, Problems> {
        let mut problems = check(self, t);
        let email = kept(&self.email, Email::parse, |email| email.as_str().to_owned());
        let phone = kept(&self.phone, Phone::parse, |phone| phone.typed().to_owned());
        for (field, read) in [("email", &email), ("phone", &phone)] {
            if let Err(error) = read {
                problems.add(field, words::contact(*error, t));
            }
        }
        let language = language_of(&self.language);
        if language.is_none() {
            problems.add("language", t.problem_choose());
        }
        match (email, phone, language) {
            (Ok(email), Ok(phone), Some(language)) if problems.is_empty() => Ok(NewAccount {
                role: Role::Company,
                name: self.name.clone(),
                email,
                phone,
                language,
            }),
            _ => Err(problems),
        }
    }
}

/// The language somebody is written to in: Danish unless another is chosen.
pub fn language_of(typed: &str) -> Option<Language> {
    if typed.is_empty() { Some(Language::Danish) } else { typed.parse().ok() }
}

pub fn language_choices(typed: &str, t: Words) -> Vec<Choice> {
    let chosen = language_of(typed);
    let choice = |language: &Language| {
        let label = t.kind("language", language.as_str());
        Choice::new(language.as_str(), label, Some(*language) == chosen)
    };
    Language::ALL.iter().map(choice).collect()
}

#[derive(Template)]
#[template(path = "companies/invitation.html")]
struct InvitationPage {
    page: Page,
    t: Words,
    company: String,
    languages: Vec<Choice>,
    form: InvitationForm,
    problems: Problems,
    back: String,
}

impl InvitationPage {
    fn new(
        request: &HttpRequest,
        t: Words,
        company: &company::Model,
        form: InvitationForm,
        problems: Problems,
    ) -> Self {
        let page = Page::new(request, t.companies_invite_title());
        let (back, company) = (desk_path(company.id), company.name.clone());
        let languages = language_choices(&form.language, t);
        Self { page, t, company, languages, form, problems, back }
    }
}

/// The form, filled in with the contact while nobody in the company has an account.
pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    company: web::Path<CompanyId>,
) -> AppResult<HttpResponse> {
    let db = &state.db.read;
    let company = store::company(db, *company).await?;
    let form = if store::members(db, company.id).await?.is_empty() {
        InvitationForm {
            name: company.contact_name.clone().unwrap_or_default(),
            email: company.contact_email.clone().unwrap_or_default(),
            phone: company.contact_phone.clone().unwrap_or_default(),
            ..InvitationForm::default()
        }
    } else {
        InvitationForm::default()
    };
    html(&InvitationPage::new(&request, visitor.words(), &company, form, Problems::default()))
}

/// `POST /desk/companies/{company}/invitation`.
pub async fn send(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CompanyId>,
    form: Form<InvitationForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, *id).await?;
    let invited = match form.read(t) {
        Err(problems) => Err(problems),
        Ok(_) if is_member(&txn, company.id, &form.email).await? => {
            return Ok(see_other(desk_path(*id)).notice("companies-invited-before"));
        }
        Ok(new) => invite::invite(&txn, &state, new, Some(visitor.id)).await?.map_err(|error| {
            let mut problems = Problems::default();
            problems.add("email", words::invite(error, t));
            problems
        }),
    };
    match invited {
        Ok(account) => join(&txn, company, account, &state).await?,
        Err(problems) => {
            return unprocessable(&InvitationPage::new(&request, t, &company, form.0, problems));
        }
    }
    txn.commit().await?;
    Ok(see_other(desk_path(*id)).notice("companies-invited"))
}

/// `POST /desk/companies/{company}/members/{member}/invitation`: for whoever has lost the first one.
pub async fn again(
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    path: web::Path<(CompanyId, AccountId)>,
) -> AppResult<HttpResponse> {
    let (company, member) = path.into_inner();
    let txn = state.write().await?;
    let members = store::members(&txn, company).await?;
    let member = members.iter().find(|row| row.id == member).ok_or(AppError::NotFound)?;
    let resent = invite::resend(&txn, &state, member.id, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(desk_path(company)).notice(match resent {
        Resent::Sent => "companies-invited",
        Resent::InUse | Resent::NoEmail => "companies-invited-before",
    }))
}

async fn is_member(txn: &Txn, company: CompanyId, email: &str) -> AppResult<bool> {
    let email = email.to_lowercase();
    let members = store::members(txn, company).await?;
    Ok(members.iter().any(|member| member.email_folded.as_deref() == Some(email.as_str())))
}

/// The account is one of the company's, and the company is invited.
async fn join(
    txn: &Txn,
    company: company::Model,
    account: AccountId,
    state: &AppState,
) -> AppResult<()> {
    let row = company_member::ActiveModel {
        id: Set(new_id()),
        company_id: Set(company.id),
        account_id: Set(account),
        created_at: Set(state.clock.now()),
    };
    row.insert(txn).await?;
    if company.stage != CompanyStage::Member {
        let mut row: company::ActiveModel = company.into();
        row.stage = Set(CompanyStage::Invited);
        row.update(txn).await?;
    }
    Ok(())
}
