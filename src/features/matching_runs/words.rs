//! The slice's refusals, in words.

use super::instance::{Absence, PinError};
use super::names::Names;
use super::publish::{Changed, PublishError};
use super::repair::RepairError;
use crate::domain::event::EventError;
use crate::words::Words;

pub fn pin(error: PinError, t: Words) -> String {
    match error {
        PinError::NotInMatch => t.runs_pin_not_in_match(),
        PinError::NotRanked => t.runs_pin_not_ranked(),
        PinError::NotOffered => t.runs_pin_not_offered(),
        PinError::OtherKind => t.runs_pin_other_kind(),
        PinError::Missing => t.runs_pin_missing(),
        PinError::Forbidden => t.runs_pin_forbidden(),
        PinError::Full => t.runs_pin_full(),
    }
}

pub fn absence(absence: Absence, t: Words) -> String {
    match absence {
        Absence::Left => t.runs_out_left(),
        Absence::HasPlacement => t.runs_out_has_placement(),
        Absence::NoRanking => t.runs_out_no_ranking(),
    }
}

pub fn event(error: EventError, t: Words) -> String {
    match error {
        EventError::Cancelled => t.runs_refused_cancelled(),
        EventError::Over | EventError::Closed => t.runs_refused_over(),
        EventError::NotOpen | EventError::TooEarly => t.runs_refused_not_open(),
        EventError::RankingOpen => t.runs_refused_ranking_open(),
        EventError::NotMatched => t.runs_repair_not_matched(),
        EventError::Matched => t.runs_refused_other_published(),
    }
}

/// One sentence, and one more for each thing that changed.
pub fn publish(error: &PublishError, names: &Names, t: Words) -> Vec<String> {
    match error {
        PublishError::Event(error) => vec![event(*error, t)],
        PublishError::OtherPublished => vec![t.runs_refused_other_published()],
        PublishError::NotDone => vec![t.runs_refused_not_done()],
        PublishError::MentorFull => vec![t.runs_refused_mentor_full()],
        PublishError::IsRepair => vec![t.runs_refused_repair()],
        PublishError::Changed(changes) => {
            let first = std::iter::once(t.runs_refused_changed());
            first.chain(changes.iter().map(|change| changed(change, names, t))).collect()
        }
    }
}

fn changed(change: &Changed, names: &Names, t: Words) -> String {
    match change {
        Changed::Joined(person) => t.runs_changed_joined(names.person(*person)),
        Changed::Gone(person) => t.runs_changed_gone(names.person(*person)),
        Changed::List(person) => t.runs_changed_list(names.person(*person)),
        Changed::Rules(person) => t.runs_changed_rules(names.person(*person)),
        Changed::Places(company) => t.runs_changed_places(names.company(*company)),
        Changed::Waited => t.runs_changed_waited(),
    }
}

pub fn repair(error: RepairError, t: Words) -> String {
    match error {
        RepairError::NotMatched => t.runs_repair_not_matched(),
        RepairError::NotNeeded => t.runs_repair_not_needed(),
        RepairError::Changed => t.runs_repair_changed(),
    }
}
