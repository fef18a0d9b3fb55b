//! The slice's e-mails.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::messages_with_a_link;
use crate::words::Words;

messages_with_a_link! {
    /// To a consultant who has got a young person from a colleague. Who it is stands behind sign-in.
    YoungPersonHandedOver "young-person-handed-over" "mail/young_person_handed_over.txt"
        young_people_mail_handed_over_subject;
}

/// To the young person only: somebody else is the one to ring from now on.
#[derive(Template)]
#[template(path = "mail/new_contact.txt")]
pub struct NewContactMail {
    pub t: Words,
    pub people: Vec<String>,
    /// Whether a placement waits for their yes to whom they can call.
    pub is_asked: bool,
    pub link: String,
}

impl Message for NewContactMail {
    const NAME: &'static str = "new-contact";

    fn subject(&self) -> String {
        self.t.young_people_mail_contact_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        let line = t.placements_mail_person(mark.consultant.as_str(), mark.phone.as_str());
        Self { t, people: vec![line], is_asked: true, link: mark.link() }
    }
}
