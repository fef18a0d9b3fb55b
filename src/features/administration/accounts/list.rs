//! `GET /admin/accounts`.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Pages};
use serde::Deserialize;

use super::path;
use crate::domain::sign_in::needs_second_factor;
use crate::domain::{AccountId, LookUpPurpose, Role};
use crate::entities::account;
use crate::features::administration::{page_number, store};
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInAdministrator, html};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub role: String,
    pub page: String,
}

#[derive(Template)]
#[template(path = "administration/accounts.html")]
struct ListPage {
    page: Page,
    t: Words,
    filter: Filter,
    roles: Vec<Choice>,
    rows: Vec<Row>,
    pages: Pages,
}

struct Row {
    href: String,
    name: String,
    role: String,
    email: String,
    signed_in: String,
    state: (&'static str, String),
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (t, db, filter) = (visitor.words(), &state.db.read, filter.into_inner());
    let role: Option<Role> = filter.role.parse().ok();
    let current = page_number(&filter.page);
    let (found, last) = store::accounts(db, role, filter.q.trim(), current).await?;
    let young: Vec<AccountId> = found
        .iter()
        .filter(|account| account.role == Role::YoungPerson)
        .map(|account| account.id)
        .collect();
    look_ups::record(&state, &visitor, &young, LookUpPurpose::Administration, "/admin/accounts")
        .await?;
    let address = url::form_urlencoded::Serializer::new(String::from("/admin/accounts?"))
        .append_pair("q", &filter.q)
        .append_pair("role", &filter.role)
        .append_pair("page", "")
        .finish();
    html(&ListPage {
        page: Page::new(&request, t.admin_accounts_title()),
        t,
        roles: Role::ALL
            .iter()
            .map(|each| {
                let label = t.kind("role", each.as_str());
                Choice::new(each.as_str(), label, Some(*each) == role)
            })
            .collect(),
        filter,
        rows: found.into_iter().map(|account| row(account, t)).collect(),
        pages: Pages { current: current as u32, last: last as u32, address },
    })
}

fn row(account: account::Model, t: Words) -> Row {
    Row {
        href: path(account.id),
        role: t.kind("role", account.role.as_str()),
        signed_in: account
            .last_signed_in_at
            .map(|at| t.date(crate::clock::local(at).date()))
            .unwrap_or_default(),
        state: standing(&account, t),
        email: account.email.unwrap_or_default(),
        name: account.name,
    }
}

/// Where an account stands, as a pill.
pub fn standing(account: &account::Model, t: Words) -> (&'static str, String) {
    if account.disabled_at.is_some() {
        ("quiet", t.admin_account_disabled())
    } else if needs_second_factor(account.role) && account.totp_confirmed_at.is_none() {
        ("attention", t.admin_account_no_second_factor())
    } else if account.email.is_none() {
        ("quiet", t.admin_account_no_email())
    } else if account.last_signed_in_at.is_none() {
        ("waiting", t.admin_account_not_yet())
    } else {
        ("done", t.admin_account_in_use())
    }
}
