//! What a message is, who gets it, and sample data for the catalogue.

use askama::Template;

use crate::domain::Language;
use crate::entities::account;
use crate::words::Words;

/// An e-mail named for what happened: a text template in `frontend/templates/mail`, whose sentences come from
/// Fluent. `mail/` makes the HTML part from the text.
pub trait Message: Template {
    /// Names the message in the queue and the catalogue.
    const NAME: &'static str;
    /// The text lets somebody in: it goes from the queue once it is sent.
    const SECRET: bool = false;

    /// Never names the programme, a company or a person.
    fn subject(&self) -> String;

    fn calendar(&self) -> Option<Calendar> {
        None
    }

    /// The message with `mark`'s personal data everywhere it holds any.
    fn sample(t: Words, mark: &Marked) -> Self
    where
        Self: Sized;
}

/// Writes messages that say no more than that something has happened, and where to see it:
/// `ProfileSent "profile-sent" "mail/profile_sent.txt" profile_mail_sent_subject;`.
#[macro_export]
macro_rules! messages_with_a_link {
    ($($(#[$meta:meta])* $name:ident $message:literal $file:literal $subject:ident;)+) => {$(
        $(#[$meta])*
        #[derive(askama::Template)]
        #[template(path = $file)]
        pub struct $name {
            pub t: $crate::words::Words,
            pub link: String,
        }

        impl $crate::mail::Message for $name {
            const NAME: &'static str = $message;

            fn subject(&self) -> String {
                self.t.$subject()
            }

            fn sample(t: $crate::words::Words, mark: &$crate::mail::Marked) -> Self {
                Self { t, link: mark.link() }
            }
        }
    )+};
}

/// A calendar file that rides along: `method` is `REQUEST` or `CANCEL`.
pub struct Calendar {
    pub method: &'static str,
    pub file: String,
}

/// Personal data that a test can find again in whatever was made from it.
pub struct Marked {
    pub young_person: String,
    pub company: String,
    pub consultant: String,
    pub mentor: String,
    pub phone: String,
    pub address: String,
    pub words: String,
    pub base: String,
}

impl Marked {
    pub fn link(&self) -> String {
        format!("{}/sample", self.base)
    }
}

#[derive(Clone, Debug)]
pub struct Recipient {
    pub name: String,
    pub address: String,
    pub language: Language,
}

impl Recipient {
    /// Nobody, when the account has no e-mail.
    pub fn of(account: &account::Model) -> Option<Self> {
        let address = account.email.clone().filter(|_| account.disabled_at.is_none())?;
        Some(Self { name: account.name.clone(), address, language: account.language })
    }

    pub fn words(&self) -> Words {
        Words(self.language)
    }
}
