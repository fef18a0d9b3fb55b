//! The slice's e-mails. None says more than that something has happened to a page, and where to see it.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::words::Words;

/// To the company's consultant: a page waits to be read and approved.
#[derive(Template)]
#[template(path = "mail/profile_sent.txt")]
pub struct ProfileSent {
    pub t: Words,
    pub link: String,
}

impl Message for ProfileSent {
    const NAME: &'static str = "profile-sent";

    fn subject(&self) -> String {
        self.t.profile_mail_sent_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, link: mark.link() }
    }
}

/// To everybody in the company: young people can see the page now.
#[derive(Template)]
#[template(path = "mail/profile_published.txt")]
pub struct ProfilePublished {
    pub t: Words,
    pub link: String,
}

impl Message for ProfilePublished {
    const NAME: &'static str = "profile-published";

    fn subject(&self) -> String {
        self.t.profile_mail_published_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, link: mark.link() }
    }
}

/// To everybody in the company: something should be changed before the page can be shown. What, stands on the
/// page itself.
#[derive(Template)]
#[template(path = "mail/profile_sent_back.txt")]
pub struct ProfileSentBack {
    pub t: Words,
    pub link: String,
}

impl Message for ProfileSentBack {
    const NAME: &'static str = "profile-sent-back";

    fn subject(&self) -> String {
        self.t.profile_mail_sent_back_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, link: mark.link() }
    }
}
