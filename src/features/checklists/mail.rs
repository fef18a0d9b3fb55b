//! The slice's e-mails.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::words::Words;

/// To young person or company: something they had said yes to reads otherwise now. What, stands on the page.
#[derive(Template)]
#[template(path = "mail/items_changed.txt")]
pub struct ItemsChangedMail {
    pub t: Words,
    pub link: String,
}

impl Message for ItemsChangedMail {
    const NAME: &'static str = "items-changed";

    fn subject(&self) -> String {
        self.t.checklist_mail_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, link: mark.link() }
    }
}
