//! Every message there is, with sample data: for the catalogue page and for the test of what messages may say.

use super::accounts;
use super::checklists;
use super::companies;
use super::event_days;
use super::follow_ups;
use super::match_events;
use super::matching_runs;
use super::placements;
use super::rankings;
use super::young_people;
use crate::mail::{Marked, Message, html};
use crate::web::AppResult;
use crate::words::Words;

pub struct Sample {
    pub name: &'static str,
    pub subject: String,
    pub text: String,
    pub html: String,
}

macro_rules! catalogue {
    ($($message:ty),+ $(,)?) => {
        pub fn catalogue(t: Words, mark: &Marked) -> AppResult<Vec<Sample>> {
            Ok(vec![$(sample(t, <$message as Message>::sample(t, mark))?),+])
        }
    };
}

catalogue![
    accounts::mail::SignInMail,
    accounts::mail::InvitationMail,
    companies::mail::ProfileSent,
    companies::mail::ProfilePublished,
    companies::mail::ProfileSentBack,
    young_people::mail::YoungPersonHandedOver,
    young_people::mail::NewContactMail,
    match_events::mail::YoungPersonInvited,
    match_events::mail::CompanyInvited,
    match_events::mail::EventChanged,
    match_events::mail::EventCancelled,
    match_events::mail::EventTomorrow,
    match_events::mail::ConfirmPlaces,
    match_events::mail::HostAnswersWanted,
    event_days::mail::DayThanks,
    follow_ups::mail::FollowUpOverdueMail,
    follow_ups::mail::FollowUpWaitsMail,
    follow_ups::mail::FollowUpHandedOverMail,
    follow_ups::mail::FollowUpMovedMail,
    rankings::mail::RankingSaved,
    rankings::mail::RankingReminder,
    checklists::mail::ItemsChangedMail,
    placements::mail::ProposalMail,
    placements::mail::ProposalReminderMail,
    placements::mail::AgreedMail,
    placements::mail::MyPeopleMail,
    placements::mail::AssignedMail,
    placements::mail::ReplacedMail,
    placements::mail::DeclinedMail,
    placements::mail::WithdrawnMail,
    placements::mail::DatesMail,
    placements::mail::EndedMail,
    placements::mail::SwitchedMail,
    placements::mail::ObservationMail,
    matching_runs::mail::ResultReady,
    matching_runs::mail::ResultTold,
    matching_runs::mail::MatchReady,
    matching_runs::mail::CompanyResult,
];

fn sample<M: Message>(t: Words, message: M) -> AppResult<Sample> {
    let (subject, text) = (message.subject(), message.render()?);
    Ok(Sample { name: M::NAME, html: html::from_text(&subject, &text, t), subject, text })
}
