//! `/admin/accounts/{account}`: how somebody is reached, and for consultants when they are away.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::Choice;
use serde::Deserialize;
use validator::Validate;

use super::{list, path};
use crate::domain::sign_in::needs_second_factor;
use crate::domain::{AccountId, LookUpPurpose, Role};
use crate::entities::account;
use crate::features::accounts::absence::Typed;
use crate::features::accounts::contact::{self, Contact};
use crate::features::accounts::store as accounts;
use crate::features::administration::store;
use crate::features::look_ups;
use crate::features::young_people::another_yes;
use crate::state::AppState;
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedInAdministrator, check, html, see_other,
    unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct AccountForm {
    #[validate(length(min = 1, max = 100, code = "admin-problem-line"))]
    pub name: String,
    #[validate(length(max = 30, code = "problem-too-long"))]
    pub phone: String,
    pub deputy: String,
    pub away_from: String,
    pub away_until: String,
}

impl AccountForm {
    fn absence(&self) -> Typed {
        Typed {
            deputy: self.deputy.clone(),
            from: self.away_from.clone(),
            until: self.away_until.clone(),
        }
    }
}

#[derive(Template)]
#[template(path = "administration/account.html")]
struct AccountPage {
    page: Page,
    t: Words,
    id: AccountId,
    role: String,
    email: String,
    is_staff: bool,
    is_consultant: bool,
    is_disabled: bool,
    is_self: bool,
    state: (&'static str, String),
    invitations: Vec<String>,
    form: AccountForm,
    deputies: Vec<Choice>,
    problems: Problems,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    id: web::Path<AccountId>,
) -> AppResult<HttpResponse> {
    let account = found(&state, *id).await?;
    let absence = Typed::of(&account);
    let form = AccountForm {
        name: account.name.clone(),
        phone: account.phone.clone().unwrap_or_default(),
        deputy: absence.deputy,
        away_from: absence.from,
        away_until: absence.until,
    };
    html(&account_page(&request, &state, &visitor, account, form, Problems::default()).await?)
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    id: web::Path<AccountId>,
    form: Form<AccountForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let account = found(&state, *id).await?;
    let mut problems = check(&form.0, t);
    let team = accounts::consultants(&state.db.read).await?;
    let absence = form.absence().read(account.id, &team, &mut problems, t);
    if !problems.is_empty() {
        let page = account_page(&request, &state, &visitor, account, form.0, problems).await?;
        return unprocessable(&page);
    }
    let phone = Some(form.0.phone).filter(|phone| !phone.is_empty());
    let txn = state.write().await?;
    let account = accounts::account(&txn, *id).await?;
    let reached = Contact {
        name: form.0.name,
        email: account.email.clone(),
        phone: phone.clone(),
        language: account.language,
    };
    contact::set(&txn, *id, reached).await?.map_err(anyhow::Error::from)?;
    let asks_again =
        another_yes::take_back_phone(&txn, &state, &account, phone.as_deref(), visitor.id).await?;
    if account.role == Role::Consultant {
        absence.write(&txn, *id).await?;
    }
    txn.commit().await?;
    Ok(see_other(path(*id)).notice(match asks_again {
        true => "admin-account-saved-asks-again",
        false => "admin-account-saved",
    }))
}

async fn found(state: &AppState, id: AccountId) -> AppResult<account::Model> {
    use sea_orm::EntityTrait;
    account::Entity::find_by_id(id).one(&state.db.read).await?.ok_or(AppError::NotFound)
}

async fn account_page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInAdministrator,
    account: account::Model,
    form: AccountForm,
    problems: Problems,
) -> AppResult<AccountPage> {
    let (t, db) = (visitor.words(), &state.db.read);
    if account.role == Role::YoungPerson {
        let purpose = LookUpPurpose::Administration;
        look_ups::record(state, visitor, &[account.id], purpose, request.path()).await?;
    }
    let deputies = form.absence().deputies(account.id, &accounts::consultants(db).await?);
    let invitations = store::invitations(db, account.id).await?.into_iter().map(|row| {
        let at = t.moment(row.created_at);
        if row.used_at.is_some() {
            t.admin_invitation_used(at)
        } else {
            t.admin_invitation_sent(at)
        }
    });
    Ok(AccountPage {
        page: Page::new(request, account.name.clone()),
        t,
        id: account.id,
        role: t.kind("role", account.role.as_str()),
        is_staff: needs_second_factor(account.role),
        is_consultant: account.role == Role::Consultant,
        is_disabled: account.disabled_at.is_some(),
        is_self: account.id == visitor.id,
        state: list::standing(&account, t),
        email: account.email.unwrap_or_default(),
        invitations: invitations.collect(),
        form,
        deputies,
        problems,
    })
}
