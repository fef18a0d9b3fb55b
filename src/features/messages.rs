//! Every message there is, with sample data: for the catalogue page and for the test of what messages may say.

use super::accounts;
use super::companies;
use super::match_events;
use crate::mail::{Marked, Message};
use crate::web::AppResult;
use crate::words::Words;

pub struct Sample {
    pub name: &'static str,
    pub subject: String,
    pub text: String,
}

macro_rules! catalogue {
    ($($message:ty),+ $(,)?) => {
        pub fn catalogue(t: Words, mark: &Marked) -> AppResult<Vec<Sample>> {
            Ok(vec![$(sample(<$message as Message>::sample(t, mark))?),+])
        }
    };
}

catalogue![
    accounts::mail::SignInMail,
    accounts::mail::InvitationMail,
    companies::mail::ProfileSent,
    companies::mail::ProfilePublished,
    companies::mail::ProfileSentBack,
    match_events::mail::YoungPersonInvited,
    match_events::mail::CompanyInvited,
    match_events::mail::EventChanged,
    match_events::mail::EventCancelled,
    match_events::mail::EventTomorrow,
    match_events::mail::ConfirmPlaces,
    match_events::mail::HostAnswersWanted,
];

fn sample<M: Message>(message: M) -> AppResult<Sample> {
    Ok(Sample { name: M::NAME, subject: message.subject(), text: message.render()? })
}
