//! The slice's e-mails. They name nobody: who it is about stands behind sign-in.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::messages_with_a_link;
use crate::words::Words;

messages_with_a_link! {
    /// To a colleague who is to hold it from now on.
    FollowUpHandedOverMail "follow-up-handed-over" "mail/follow_up_handed_over.txt"
        follow_ups_mail_handed_over_subject;
}

/// To whoever owns overdue follow-ups, or stands in for who does: once a morning, however many they are.
#[derive(Template)]
#[template(path = "mail/follow_up_overdue.txt")]
pub struct FollowUpOverdueMail {
    pub t: Words,
    pub words: String,
    /// What waits for anybody in the team besides; empty when nothing does.
    pub team: String,
    pub link: String,
}

impl FollowUpOverdueMail {
    pub fn new(t: Words, own: usize, waiting: usize, link: String) -> Self {
        let team = if waiting > 0 { t.follow_ups_mail_waits_words(waiting) } else { String::new() };
        Self { t, words: t.follow_ups_mail_overdue_words(own), team, link }
    }
}

impl Message for FollowUpOverdueMail {
    const NAME: &'static str = "follow-up-overdue";

    fn subject(&self) -> String {
        self.t.follow_ups_mail_overdue_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self::new(t, 2, 3, mark.link())
    }
}

/// To all other consultants, when some have waited too long or nobody is there to hold them.
#[derive(Template)]
#[template(path = "mail/follow_up_waits.txt")]
pub struct FollowUpWaitsMail {
    pub t: Words,
    pub words: String,
    pub link: String,
}

impl FollowUpWaitsMail {
    pub fn new(t: Words, waiting: usize, link: String) -> Self {
        Self { t, words: t.follow_ups_mail_waits_words(waiting), link }
    }
}

impl Message for FollowUpWaitsMail {
    const NAME: &'static str = "follow-up-waits";

    fn subject(&self) -> String {
        self.t.follow_ups_mail_waits_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self::new(t, 3, mark.link())
    }
}

/// To the young person and the company, when a meeting they come to has another day.
#[derive(Template)]
#[template(path = "mail/follow_up_moved.txt")]
pub struct FollowUpMovedMail {
    pub t: Words,
    pub day: String,
    /// Whether the days are agreed with a yes, which is asked for again.
    pub is_asked: bool,
    pub link: String,
}

impl Message for FollowUpMovedMail {
    const NAME: &'static str = "follow-up-moved";

    fn subject(&self) -> String {
        self.t.follow_ups_mail_moved_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 9).map(|day| t.day(day));
        Self { t, day: day.unwrap_or_default(), is_asked: true, link: mark.link() }
    }
}
