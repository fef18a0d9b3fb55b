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
    /// Where to press for another invitation; empty where none is due.
    again: String,
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
    let known = Known { accounts, members };
    let rows = mentors.into_iter().map(|row| told(row, owner, &known, t)).collect();
    let page = Page::new(request, title);
    Ok(ListPage { page, t, intro, nobody, rows, new: owner.new_path() })
}

/// Who signs in, and who will.
struct Known {
    accounts: HashMap<AccountId, account::Model>,
    members: Vec<account::Model>,
}

impl Known {
    fn words(&self, mentor: &mentor::Model, t: Words) -> String {
        let email = mentor.email.as_deref().map(str::to_lowercase);
        let is_member =
            email.is_some() && self.members.iter().any(|member| member.email_folded == email);
        match mentor.account_id.and_then(|id| self.accounts.get(&id)) {
            Some(own) if own.last_signed_in_at.is_some() => t.mentors_account_yes(),
            None if is_member => t.mentors_account_member(),
            _ => match mentor.invited_at {
                Some(at) => t.mentors_account_invited(t.moment(at)),
                None => t.mentors_account_no(),
            },
        }
    }

    /// If the address is somebody else's here, the company is not told.
    fn as_always(&self, mentor: &mentor::Model) -> bool {
        let email = mentor.email.as_deref().map(str::to_lowercase);
        let is_member = self.members.iter().any(|member| member.email_folded == email);
        mentor.company_id.is_some() && email.is_some() && !is_member
    }

    /// Has been sent an invitation and not used it.
    fn waits(&self, mentor: &mentor::Model) -> bool {
        let own = mentor.account_id.and_then(|id| self.accounts.get(&id));
        match own {
            Some(own) => {
                let is_reached = own.email.is_some() || self.as_always(mentor);
                own.last_signed_in_at.is_none() && is_reached
            }
            None => self.as_always(mentor),
        }
    }
}

fn told(mentor: mentor::Model, owner: Owner, known: &Known, t: Words) -> Row {
    let account = known.words(&mentor, t);
    let again = known.waits(&mentor).then(|| format!("{}/invitation", owner.path(mentor.id)));
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
        again: again.unwrap_or_default(),
        edit: owner.path(mentor.id),
    }
}
