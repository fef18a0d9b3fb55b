//! `/admin/mail`: the queue by status; what was given up can be tried again. Never what a message says.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Pages};
use serde::Deserialize;

use super::{page_number, store};
use crate::domain::{LookUpPurpose, MailId, MailStatus};
use crate::entities::mail;
use crate::features::look_ups;
use crate::mail::{Again, WhyNot, try_again as try_again_now};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInAdministrator, html, see_other};
use crate::words::Words;

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub status: String,
    pub page: String,
}

#[derive(Template)]
#[template(path = "administration/mail.html")]
struct MailPage {
    page: Page,
    t: Words,
    statuses: Vec<Choice>,
    rows: Vec<Row>,
    can_retry: bool,
    pages: Pages,
}

impl Row {
    fn of(mail: mail::Model, t: Words) -> Self {
        let is_emptied = mail.to_address.is_empty();
        let why = mail.last_error.and_then(|why| why.parse().ok());
        Self {
            id: mail.id,
            message: mail.message,
            to: if is_emptied { t.admin_mail_emptied() } else { mail.to_address },
            made: t.moment(mail.created_at),
            made_exact: t.exact(mail.created_at),
            attempts: mail.attempts,
            why: why.map(|why| why_not(why, t)).unwrap_or_default(),
            can_retry: mail.status == MailStatus::Failed && !is_emptied,
        }
    }
}

fn why_not(why: WhyNot, t: Words) -> String {
    match why {
        WhyNot::Refused(code) => t.admin_mail_refused(code),
        WhyNot::NotNow(code) => t.admin_mail_not_now(code),
        WhyNot::NoWay(words) => words,
    }
}

struct Row {
    id: MailId,
    message: String,
    to: String,
    made: String,
    made_exact: String,
    attempts: i32,
    why: String,
    can_retry: bool,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (t, db) = (visitor.words(), &state.db.read);
    let chosen = filter.status.parse().unwrap_or(MailStatus::Failed);
    let (found, last) = store::mails(db, chosen, page_number(&filter.page)).await?;
    let mut statuses = Vec::new();
    for status in MailStatus::ALL {
        let count = store::mail_count(db, *status).await?;
        let label = t.admin_mail_status(t.kind("mail-status", status.as_str()), count);
        statuses.push(Choice::new(status.as_str(), label, *status == chosen));
    }
    let people = store::young_people(db, found.iter().map(|mail| mail.to_address.as_str())).await?;
    look_ups::record(&state, &visitor, &people, LookUpPurpose::Administration, "/admin/mail")
        .await?;
    html(&MailPage {
        page: Page::new(&request, t.admin_mail_title()),
        t,
        statuses,
        rows: found.into_iter().map(|mail| Row::of(mail, t)).collect(),
        can_retry: chosen == MailStatus::Failed,
        pages: Pages {
            current: page_number(&filter.page) as u32,
            last: last as u32,
            address: format!("/admin/mail?status={chosen}&page="),
        },
    })
}

/// `POST /admin/mail/{mail}/retry`.
pub async fn try_again(
    state: web::Data<AppState>,
    _: SignedInAdministrator,
    mail: web::Path<MailId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let again = try_again_now(&txn, state.clock.now(), *mail).await?;
    txn.commit().await?;
    Ok(see_other("/admin/mail").notice(match again {
        Again::Queued => "admin-mail-queued-again",
        Again::Emptied => "admin-mail-not-again",
    }))
}
