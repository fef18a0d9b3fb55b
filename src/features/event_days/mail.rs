//! The slice's e-mail: thanks for coming, and where to say how it was.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::words::Words;

#[derive(Template)]
#[template(path = "mail/day_thanks.txt")]
pub struct DayThanks {
    pub t: Words,
    pub link: String,
}

impl Message for DayThanks {
    const NAME: &'static str = "day-thanks";

    fn subject(&self) -> String {
        self.t.mail_day_thanks_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, link: mark.link() }
    }
}
