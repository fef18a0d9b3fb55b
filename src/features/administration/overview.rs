//! `GET /admin`: what needs an administrator.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::store;
use crate::domain::{AccountId, MailStatus};
use crate::entities::account;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInAdministrator, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "administration/overview.html")]
struct OverviewPage {
    page: Page,
    t: Words,
    failed: u64,
    queued: u64,
    never_signed_in: u64,
    without_second_factor: Vec<Named>,
    away_without_deputy: Vec<Named>,
}

struct Named {
    id: AccountId,
    name: String,
}

impl From<account::Model> for Named {
    fn from(account: account::Model) -> Self {
        Self { id: account.id, name: account.name }
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
) -> AppResult<HttpResponse> {
    let (t, db) = (visitor.words(), &state.db.read);
    let named = |found: Vec<account::Model>| found.into_iter().map(Named::from).collect();
    html(&OverviewPage {
        page: Page::new(&request, t.admin_title()),
        t,
        failed: store::mail_count(db, MailStatus::Failed).await?,
        queued: store::mail_count(db, MailStatus::Queued).await?,
        never_signed_in: store::never_signed_in(db).await?,
        without_second_factor: named(store::without_second_factor(db).await?),
        away_without_deputy: named(store::away_without_deputy(db, state.clock.today()).await?),
    })
}
