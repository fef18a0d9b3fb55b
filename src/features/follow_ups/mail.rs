//! The slice's e-mails. They name nobody: who it is about stands behind sign-in.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::messages_with_a_link;
use crate::words::Words;

messages_with_a_link! {
    /// To its owner, and to who stands in for them, the day after it was due.
    FollowUpOverdueMail "follow-up-overdue" "mail/follow_up_overdue.txt" follow_ups_mail_overdue_subject;
    /// To all consultants, when it has waited too long or nobody is there to hold it.
    FollowUpWaitsMail "follow-up-waits" "mail/follow_up_waits.txt" follow_ups_mail_waits_subject;
    /// To a colleague who is to hold it from now on.
    FollowUpHandedOverMail "follow-up-handed-over" "mail/follow_up_handed_over.txt"
        follow_ups_mail_handed_over_subject;
}

/// To the young person and the company, when a meeting they come to has another day.
#[derive(Template)]
#[template(path = "mail/follow_up_moved.txt")]
pub struct FollowUpMovedMail {
    pub t: Words,
    pub day: String,
    pub link: String,
}

impl Message for FollowUpMovedMail {
    const NAME: &'static str = "follow-up-moved";

    fn subject(&self) -> String {
        self.t.follow_ups_mail_moved_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        let day = chrono::NaiveDate::from_ymd_opt(2026, 12, 9).map(|day| t.day(day));
        Self { t, day: day.unwrap_or_default(), link: mark.link() }
    }
}
