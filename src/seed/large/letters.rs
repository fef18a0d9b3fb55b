//! The mail that has been sent: an invitation, a receipt for the ranking, the news of a result.

use chrono::{DateTime, Utc};

use super::crowd::{Crowd, Person};
use super::events::Event;
use super::rankings::Ranked;
use super::rows::insert;
use crate::domain::MailStatus;
use crate::entities::mail;
use crate::state::Txn;
use crate::web::AppResult;

pub async fn add(txn: &Txn, crowd: &mut Crowd, event: &Event, ranked: &[Ranked]) -> AppResult<()> {
    let mut rows = Vec::new();
    let opened = if event.has_been() { event.day - 21 } else { -5 };
    for invited in &event.people {
        let person = &crowd.people[invited.person];
        let cause = format!("event/{}/invitation/{}", event.id, person.account);
        let sent = Sent { message: "event-invitation", cause, at: crowd.at(opened, 9, 0) };
        rows.extend(sent.to(crowd, invited.person));
    }
    for one in ranked {
        let person = crowd.people[one.person].id;
        let saved = Sent {
            message: "ranking-saved",
            cause: format!("crowd/{}/ranking/{person}", event.id),
            at: crowd.at(event.day, 16, 0),
        };
        rows.extend(saved.to(crowd, one.person));
        if event.is_matched() {
            let result = Sent {
                message: "match-result",
                cause: format!("crowd/{}/result/{person}", event.id),
                at: crowd.at(event.day + 2, 9, 0),
            };
            rows.extend(result.to(crowd, one.person));
        }
    }
    insert(txn, rows).await
}

struct Sent {
    message: &'static str,
    cause: String,
    at: DateTime<Utc>,
}

impl Sent {
    fn to(self, crowd: &mut Crowd, person: usize) -> Option<mail::Model> {
        let Person { name, email, .. } = &crowd.people[person];
        let (to_name, to_address) = (name.clone(), email.clone()?);
        let id = crowd.ids.next();
        Some(mail::Model {
            id,
            cause: self.cause,
            message: self.message.to_owned(),
            status: MailStatus::Sent,
            to_name,
            to_address,
            subject: "Nyt til dig".into(),
            text_body: "Der er nyt til dig.".into(),
            html_body: "<p>Der er nyt til dig.</p>".into(),
            calendar: None,
            calendar_method: None,
            message_id: format!("<{id}@omvendt.example>"),
            secret: false,
            attempts: 1,
            next_try_at: self.at,
            locked_until: None,
            sent_at: Some(self.at),
            last_error: None,
            created_at: self.at,
        })
    }
}
