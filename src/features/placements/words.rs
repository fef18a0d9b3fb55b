//! The slice's refusals in words.

use chrono::NaiveDate;

use super::acts::dates::SetDatesError;
use super::acts::disclose::DiscloseError;
use super::acts::mentor::MentorError;
use super::acts::observe::ObserveError;
use super::acts::outcome::OutcomeError;
use super::acts::start::{GrantError, VoiceRefused};
use super::acts::switch::SwitchError;
use crate::domain::checklist::VoiceError;
use crate::domain::legal::LegalError;
use crate::domain::placement::{AnswerError, DatesError, EndError, StartError, WithdrawError};
use crate::features::checklists;
use crate::words::Words;

pub fn answer(error: AnswerError, t: Words) -> String {
    match error {
        AnswerError::Declined => t.placements_refused_declined(),
        AnswerError::PlaceTaken => t.placements_refused_place_taken(),
        AnswerError::Agreed => t.placements_refused_agreed(),
        AnswerError::NotAParty => t.placements_refused_not_a_party(),
    }
}

pub fn withdraw(error: WithdrawError, t: Words) -> String {
    match error {
        WithdrawError::Running => t.placements_refused_withdraw_running(),
        WithdrawError::Ended => t.placements_refused_over(),
    }
}

pub fn dates(error: SetDatesError, today: NaiveDate, t: Words) -> String {
    match error {
        SetDatesError::Dates(error) => match error {
            DatesError::NotAgreed => t.placements_refused_not_agreed(),
            DatesError::Over => t.placements_refused_over(),
            DatesError::EndBeforeStart => t.placements_refused_end_before_start(),
            DatesError::InThePast => t.placements_refused_past(),
            DatesError::TooFarAhead => t.placements_refused_too_far(),
            DatesError::Started => t.placements_refused_started(),
            DatesError::TooLong { latest } => {
                t.placements_refused_too_long(t.day_seen_from(today, latest))
            }
        },
        SetDatesError::Legal(LegalError::NoRuleInForce(day)) => {
            t.placements_refused_no_rule(t.date(day))
        }
    }
}

/// The field the refusal stands beside.
pub fn dates_field(error: SetDatesError) -> &'static str {
    match error {
        SetDatesError::Dates(DatesError::EndBeforeStart | DatesError::TooLong { .. }) => "ends_on",
        _ => "starts_on",
    }
}

pub fn start(error: StartError, today: NaiveDate, t: Words) -> String {
    let seen = |day| t.day_seen_from(today, day);
    match error {
        StartError::NotAgreed => t.placements_refused_not_agreed(),
        StartError::Over => t.placements_refused_over(),
        StartError::NoDates => t.placements_refused_no_dates(),
        StartError::TooEarly { first_day } => t.placements_refused_too_early(seen(first_day)),
        StartError::TooLate { last_day } => t.placements_refused_too_late(seen(last_day)),
        StartError::NotGranted => t.placements_refused_not_granted(),
        StartError::Blocked(items) => {
            let names: Vec<String> =
                items.into_iter().map(|item| checklists::name(item, t)).collect();
            t.placements_refused_blocked(names.join(", "))
        }
    }
}

pub fn end(error: EndError, today: NaiveDate, t: Words) -> String {
    match error {
        EndError::NotStarted => t.placements_refused_not_started(),
        EndError::NeverRan => t.placements_refused_never_ran(),
        EndError::ReasonMissing => t.placements_refused_reason(),
        EndError::BeforeStart => t.placements_refused_before_start(),
        EndError::InTheFuture => t.placements_refused_future(),
        EndError::NotOverYet { last_day } => {
            t.placements_refused_not_over(t.day_seen_from(today, last_day))
        }
        EndError::AfterAgreed { last_day } => {
            t.placements_refused_after_agreed(t.day_seen_from(today, last_day))
        }
        EndError::NotEarly => t.placements_refused_not_early(),
    }
}

pub fn switch(error: SwitchError, today: NaiveDate, t: Words) -> String {
    match error {
        SwitchError::NotAgreed => t.placements_refused_not_agreed(),
        SwitchError::PlaceTaken => t.placements_refused_not_free(),
        SwitchError::SameCompany => t.placements_refused_same_company(),
        SwitchError::OtherKind => t.placements_refused_other_kind(),
        SwitchError::Missing => t.placements_refused_missing(),
        SwitchError::End(error) => end(error, today, t),
    }
}

pub fn mentor(error: MentorError, t: Words) -> String {
    match error {
        MentorError::Over => t.placements_refused_over(),
        MentorError::NotThere => t.placements_refused_mentor_gone(),
        MentorError::Full => t.placements_refused_mentor_full(),
    }
}

pub fn grant(error: GrantError, t: Words) -> String {
    match error {
        GrantError::NotAgreed => t.placements_refused_not_agreed(),
        GrantError::InTheFuture => t.placements_refused_future(),
    }
}

/// With the field the refusal stands beside.
pub fn voice(error: VoiceRefused, t: Words) -> (&'static str, String) {
    match error {
        VoiceRefused::Voice(VoiceError::NameMissing) => ("name", t.problem_required()),
        VoiceRefused::Voice(VoiceError::InTheFuture) => ("day", t.placements_refused_future()),
        VoiceRefused::Item(error) => ("", checklists::refusal(error, t)),
        VoiceRefused::NotAgreed => ("", t.placements_refused_not_agreed()),
    }
}

pub fn outcome(error: OutcomeError, today: NaiveDate, t: Words) -> String {
    match error {
        OutcomeError::NotEnded => t.placements_refused_not_ended(),
        OutcomeError::BeforeEnd { ended_on } => {
            t.placements_refused_before_end(t.day_seen_from(today, ended_on))
        }
        OutcomeError::InTheFuture => t.placements_refused_future(),
    }
}

pub fn observe(error: ObserveError, t: Words) -> String {
    match error {
        ObserveError::NotRunning => t.placements_refused_not_running(),
        ObserveError::Nothing => t.placements_refused_nothing(),
    }
}

pub fn disclose(error: DiscloseError, t: Words) -> String {
    match error {
        DiscloseError::Over => t.placements_refused_over(),
        DiscloseError::WordsMissing => t.problem_required(),
    }
}
