//! The slice's e-mails.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::words::Words;

/// To somebody who asked to sign in: the link and the code, and nothing about what they lead to.
#[derive(Template)]
#[template(path = "mail/sign_in.txt")]
pub struct SignInMail {
    pub t: Words,
    pub code: String,
    pub link: String,
}

impl Message for SignInMail {
    const NAME: &'static str = "sign-in";
    const SECRET: bool = true;

    fn subject(&self) -> String {
        self.t.mail_sign_in_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, code: "123456".into(), link: mark.link() }
    }
}

/// To somebody who has been given an account: where to begin, and nothing about what it is.
#[derive(Template)]
#[template(path = "mail/invitation.txt")]
pub struct InvitationMail {
    pub t: Words,
    pub link: String,
}

impl Message for InvitationMail {
    const NAME: &'static str = "invitation";
    const SECRET: bool = true;

    fn subject(&self) -> String {
        self.t.mail_invitation_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, link: mark.link() }
    }
}
