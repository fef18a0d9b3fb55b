//! The slice's e-mails, all to the young person alone.

use askama::Template;
use chrono::{DateTime, Utc};

use crate::mail::{Marked, Message};
use crate::words::Words;

/// The receipt: that the list is saved and until when it can change, or that ranking has closed and it counts as it
/// was left. Which companies stand on it is behind sign-in.
#[derive(Template)]
#[template(path = "mail/ranking_saved.txt")]
pub struct RankingSaved {
    pub t: Words,
    pub until: Option<String>,
    pub link: String,
}

impl Message for RankingSaved {
    const NAME: &'static str = "ranking-saved";

    fn subject(&self) -> String {
        self.t.mail_ranking_saved_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, until: Some(t.moment(sample_moment())), link: mark.link() }
    }
}

/// To whoever has not ranked yet: once, and without blame.
#[derive(Template)]
#[template(path = "mail/ranking_reminder.txt")]
pub struct RankingReminder {
    pub t: Words,
    pub until: String,
    /// There is a list, and it is not saved.
    pub has_draft: bool,
    pub link: String,
}

impl Message for RankingReminder {
    const NAME: &'static str = "ranking-reminder";

    fn subject(&self) -> String {
        self.t.mail_ranking_reminder_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, until: t.moment(sample_moment()), has_draft: true, link: mark.link() }
    }
}

/// Noon on a Thursday.
fn sample_moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_209_200, 0).unwrap_or_default()
}
