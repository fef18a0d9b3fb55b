//! A list of mentors, of a company or of the municipality.

use std::collections::HashMap;

use actix_web::HttpRequest;
use askama::Template;
use omvendt_frontend::parts::Person;
use sea_orm::ConnectionTrait;

use super::{Owner, store};
use crate::domain::AccountId;
use crate::entities::{account, mentor};
use crate::features::companies;
use crate::web::{AppResult, Page};
use crate::words::Words;

struct Row {
    person: Person,
    called: String,
    at_once: String,
    trained: String,
    account: String,
    edit: String,
}

#[derive(Template)]
#[template(path = "mentors/list.html")]
pub struct ListPage {
    page: Page,
    t: Words,
    intro: String,
    nobody: String,
    rows: Vec<Row>,
    new: String,
}

pub async fn page(
    request: &HttpRequest,
    db: &impl ConnectionTrait,
    owner: Owner,
    t: Words,
) -> AppResult<ListPage> {
    let (title, intro, nobody) = match owner.company {
        Some(_) => (t.mentors_title(), t.mentors_intro(), t.mentors_empty()),
        None => {
            (t.mentors_municipal_title(), t.mentors_municipal_intro(), t.mentors_municipal_empty())
        }
    };
    let (mentors, members) = match owner.company {
        Some(company) => {
            (store::of_company(db, company).await?, companies::members(db, company).await?)
        }
        None => (store::municipal(db).await?, Vec::new()),
    };
    let accounts = store::accounts(db, &mentors).await?;
    let rows = mentors.into_iter().map(|row| told(row, owner, &accounts, &members, t)).collect();
    let page = Page::new(request, title);
    Ok(ListPage { page, t, intro, nobody, rows, new: owner.new_path() })
}

fn told(
    mentor: mentor::Model,
    owner: Owner,
    accounts: &HashMap<AccountId, account::Model>,
    members: &[account::Model],
    t: Words,
) -> Row {
    let email = mentor.email.as_deref().map(str::to_lowercase);
    let is_member = email.is_some() && members.iter().any(|member| member.email_folded == email);
    let account = match mentor.account_id.and_then(|id| accounts.get(&id)) {
        Some(own) if own.last_signed_in_at.is_some() => t.mentors_account_yes(),
        Some(_) => t.mentors_account_invited(),
        None if is_member => t.mentors_account_member(),
        None => t.mentors_account_no(),
    };
    let trained = mentor.trained_on.map(|day| t.mentors_trained_words(t.date(day)));
    Row {
        person: Person {
            name: mentor.name,
            role: String::new(),
            phone: mentor.phone.unwrap_or_default(),
            email: mentor.email.unwrap_or_default(),
        },
        called: t.mentors_called_words(mentor.called),
        at_once: t.mentors_at_once_words(mentor.at_once),
        trained: trained.unwrap_or_default(),
        account,
        edit: owner.path(mentor.id),
    }
}
