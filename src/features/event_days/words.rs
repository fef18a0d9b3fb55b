//! Refusals and places in words.

use super::plan::{PlanError, Seated};
use crate::domain::event_day::{ClockError, Fit};
use crate::domain::{CompanyId, SeatKind};
use crate::words::Words;

pub fn refusal(error: ClockError, t: Words) -> String {
    match error {
        ClockError::NoSteps => t.day_refused_no_steps(),
        ClockError::NotBegun => t.day_refused_not_begun(),
        ClockError::Over => t.day_refused_over(),
        ClockError::AtFirst => t.day_refused_at_first(),
        ClockError::AtLast => t.day_refused_at_last(),
    }
}

pub fn plan_refusal(error: PlanError, t: Words) -> String {
    match error {
        PlanError::NoRounds => t.day_refused_no_rounds(),
        PlanError::AllBegun => t.day_refused_all_begun(),
        PlanError::NoCompanies => t.day_refused_no_companies(),
        PlanError::NoPeople => t.day_refused_no_people(),
        PlanError::Refused(_) => t.day_refused_too_large(),
    }
}

pub fn fit(fit: Fit, t: Words) -> String {
    match fit {
        Fit::Exact => t.day_fit_exact(),
        Fit::Spare(minutes) => t.day_fit_spare(minutes),
        Fit::Over(minutes) => t.day_fit_over(minutes),
    }
}

/// Where somebody sits, in a few words.
pub fn seat(seat: Seated, name: impl Fn(CompanyId) -> String, t: Words) -> String {
    match (seat.kind, seat.company) {
        (SeatKind::Table, Some(company)) => name(company),
        (kind, _) => t.kind("seat-kind", kind.as_str()),
    }
}
