//! The agreed days and hours.

use chrono::NaiveDate;
use sea_orm::Set;

use super::{BOTH, cause, tell_both};
use crate::domain::checklist::Item;
use crate::domain::legal::{self, LegalError, Length};
use crate::domain::placement::{DatesError, Done};
use crate::domain::{AccountId, Party, PlacementId};
use crate::entities::placement;
use crate::features::placements::history::{self, Change};
use crate::features::placements::mail::DatesMail;
use crate::features::placements::{path, store};
use crate::features::{calls, checklists, follow_ups, programme};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

#[derive(Clone, Debug)]
pub struct NewDates {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub hours_per_week: Option<i32>,
    /// Why it may last longer than the ordinary length (LAB § 61(2)); empty when it does not.
    pub extended_because: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SetDatesError {
    #[error(transparent)]
    Dates(#[from] DatesError),
    #[error(transparent)]
    Legal(#[from] LegalError),
}

/// What was other than before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    Days,
    HoursOnly,
    /// Why it may last longer than the ordinary length.
    AssessmentOnly,
    Nothing,
}

/// Sets the days within the lawful length. What follows from them moves, and whoever agreed to other days is
/// asked again.
pub async fn set_dates(
    txn: &Txn,
    state: &AppState,
    id: PlacementId,
    new: NewDates,
    by: AccountId,
) -> AppResult<Result<Changed, SetDatesError>> {
    let (now, today) = (state.clock.now(), state.clock.today());
    let mut held = store::hold(txn, id).await?;
    let group = store::young_person(txn, held.row.young_person_id).await?.target_group;
    let rules = programme::length_rules(txn).await?;
    let rule = match legal::length_rule(&rules, group, new.starts_on) {
        Ok(rule) => rule,
        Err(error) => return Ok(Err(error.into())),
    };
    let extended = !new.extended_because.is_empty();
    let length = if extended { Length::Extended } else { Length::Ordinary };
    let days = match held.rule.set_dates(new.starts_on, new.ends_on, rule, length, today) {
        Ok(days) => days,
        Err(error) => return Ok(Err(error.into())),
    };
    let hours_changed = held.row.hours_per_week != new.hours_per_week;
    let assessed = extended && !history::is_assessed(txn, id, &new.extended_because).await?;
    if days == Done::Before && !hours_changed && !assessed {
        return Ok(Ok(Changed::Nothing));
    }
    let (change, note) = match days {
        Done::Now if extended => (Change::Extended, Some(new.extended_because)),
        Done::Before if assessed => (Change::Assessed, Some(new.extended_because)),
        _ => (Change::Dates, None),
    };
    history::write(txn, id, change, note, Some(by), now).await?;
    let placement =
        store::save(txn, held, now, |row| row.hours_per_week = Set(new.hours_per_week)).await?;
    if hours_changed {
        let told: &[Party] = if days == Done::Now { &BOTH } else { &[] };
        checklists::reopen(txn, state, &placement, Item::Hours, by, told).await?;
    }
    match days {
        Done::Before if hours_changed => return Ok(Ok(Changed::HoursOnly)),
        Done::Before => return Ok(Ok(Changed::AssessmentOnly)),
        Done::Now => {}
    }
    follow_ups::schedule(txn, state, &placement).await?;
    for item in [Item::Period, Item::FollowUps] {
        checklists::reopen(txn, state, &placement, item, by, &BOTH).await?;
    }
    tell_days(txn, state, &placement).await?;
    Ok(Ok(Changed::Days))
}

/// Days that were set before may be set again, so each change has a cause of its own; what was still to be told of
/// the last ones is no longer so.
async fn tell_days(txn: &Txn, state: &AppState, placement: &placement::Model) -> AppResult<()> {
    let now = state.clock.now();
    calls::untell_below(txn, now, &cause(placement, "dates/")).await?;
    let what = format!("dates/{}", now.timestamp_micros());
    let link = state.link(&path(placement.id));
    tell_both(txn, state, placement, &what, |t| DatesMail { t, link: link.clone() }).await
}
