//! When somebody asks how a placement is going: made from dated rules, moved when its dates move.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use super::calendar::Calendar;
use super::kinds::FollowUpForm;
use super::text_enum::text_enum;

text_enum! {
    /// What a rule counts its days from; `Ended` is the day it really ended, so those steps are made then.
    Anchor { Start = "start", End = "end", Ended = "ended" }
}

/// One step of a kind's pattern, as it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUpRule {
    pub step: String,
    pub anchor: Anchor,
    pub days: i32,
    pub form: FollowUpForm,
    /// Who comes, as codes with commas between.
    pub attends: String,
    pub minutes: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dates {
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    pub ended_on: Option<NaiveDate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    Open,
    Done,
    Dropped,
}

/// A follow-up there is already. One whose step is in no rule was agreed by people and is left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Existing {
    pub step: String,
    pub merged: Vec<String>,
    pub planned_on: NaiveDate,
    pub due_on: NaiveDate,
    pub moved_by_hand: bool,
    pub state: State,
}

/// A follow-up as it should be. `planned_on` is the pattern's day; `due_on` is later when that day had
/// passed before the step was made, or where a person has put it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FollowUp {
    pub step: String,
    pub merged: Vec<String>,
    pub planned_on: NaiveDate,
    pub due_on: NaiveDate,
    pub moved_by_hand: bool,
    pub form: FollowUpForm,
    pub attends: String,
    pub minutes: i32,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Make(FollowUp),
    /// Gives the row of this step new days and contents, and takes back a drop.
    Move(FollowUp),
    Drop {
        step: String,
    },
}

/// What to make, move and drop so that the follow-ups fit `dates`; empty when they do already.
///
/// What has happened stays, and so does the day a person chose by hand while it lies within the
/// placement. An overdue step keeps its day: planning again must not make anybody look on time.
pub fn plan(
    rules: &[FollowUpRule],
    dates: &Dates,
    calendar: &Calendar,
    existing: &[Existing],
    today: NaiveDate,
) -> Vec<Change> {
    let planner = Planner { rules, dates, calendar, existing, today };
    planner.changes(planner.merged(planner.wanted()))
}

struct Planner<'a> {
    rules: &'a [FollowUpRule],
    dates: &'a Dates,
    calendar: &'a Calendar,
    existing: &'a [Existing],
    today: NaiveDate,
}

struct Wanted<'a> {
    rule: &'a FollowUpRule,
    planned_on: NaiveDate,
    due_on: NaiveDate,
}

impl<'a> Planner<'a> {
    fn wanted(&self) -> Vec<Wanted<'a>> {
        let closing = self
            .rules
            .iter()
            .filter(|rule| rule.anchor == Anchor::End)
            .max_by_key(|rule| rule.days);
        let happened = self.happened();
        let closing_on = closing.map(|rule| match happened.contains(rule.step.as_str()) {
            true => self.planned_on(rule),
            false => self.due_on(rule, self.planned_on(rule)),
        });
        let mut wanted = Vec::new();
        for rule in self.rules.iter().filter(|rule| !happened.contains(rule.step.as_str())) {
            let planned_on = self.planned_on(rule);
            let due_on = self.due_on(rule, planned_on);
            let is_closing = closing.is_some_and(|closing| closing.step == rule.step);
            let stays = match (rule.anchor, self.dates.ended_on) {
                (Anchor::Ended, ended_on) => ended_on.is_some(),
                (_, Some(ended_on)) => self.is_open(&rule.step) && due_on <= ended_on,
                (_, None) if is_closing || self.is_kept_by_hand(&rule.step, due_on) => true,
                (_, None) => closing_on.is_none_or(|closing_on| due_on < closing_on),
            };
            if stays {
                wanted.push(Wanted { rule, planned_on, due_on });
            }
        }
        wanted
    }

    /// The pattern's day, moved to a working day: before the start backwards, else forwards, but never
    /// past the end. What is counted back from the end of a short placement waits for its first day.
    fn planned_on(&self, rule: &FollowUpRule) -> NaiveDate {
        let Dates { starts_on, ends_on, ended_on } = *self.dates;
        let after = |day: NaiveDate| {
            day.checked_add_signed(TimeDelta::days(rule.days.into())).unwrap_or(day)
        };
        match rule.anchor {
            Anchor::Ended => self.calendar.on_or_after(after(ended_on.unwrap_or(ends_on))),
            Anchor::Start if rule.days < 0 => self.calendar.on_or_before(after(starts_on)),
            Anchor::Start => self.within(after(starts_on)),
            Anchor::End => self.within(after(ends_on).max(starts_on)),
        }
    }

    fn within(&self, day: NaiveDate) -> NaiveDate {
        let moved = self.calendar.on_or_after(day);
        if moved <= self.dates.ends_on {
            moved
        } else {
            self.calendar.on_or_before(self.dates.ends_on)
        }
    }

    fn due_on(&self, rule: &FollowUpRule, planned_on: NaiveDate) -> NaiveDate {
        if let Some(kept) = self.kept(rule, planned_on) {
            return kept;
        }
        if planned_on >= self.today {
            return planned_on;
        }
        match rule.anchor {
            Anchor::Ended => self.calendar.next_working_day(self.today),
            _ => self.next_within(),
        }
    }

    /// The next working day; today or earlier only where the placement has no later working day.
    fn next_within(&self) -> NaiveDate {
        let next = self.calendar.next_working_day(self.today);
        if next <= self.dates.ends_on {
            next
        } else {
            self.calendar.on_or_before(self.dates.ends_on)
        }
    }

    /// Where an open row keeps the step: its own row, or the one it was merged into.
    fn kept(&self, rule: &FollowUpRule, planned_on: NaiveDate) -> Option<NaiveDate> {
        let mut open = self.existing.iter().filter(|row| row.state == State::Open);
        if let Some(row) = open.clone().find(|row| row.step == rule.step) {
            return self.kept_row(row, rule, planned_on);
        }
        let row = open.find(|row| row.merged.contains(&rule.step))?;
        let leading = self.rules.iter().find(|leading| leading.step == row.step)?;
        let leading_on = self.planned_on(leading);
        let together = planned_on == leading_on || planned_on < self.today;
        self.kept_row(row, leading, leading_on).filter(|_| together)
    }

    fn kept_row(
        &self,
        row: &Existing,
        rule: &FollowUpRule,
        planned_on: NaiveDate,
    ) -> Option<NaiveDate> {
        let same = row.moved_by_hand || row.planned_on == planned_on;
        let fits = rule.anchor == Anchor::Ended || row.due_on <= self.dates.ends_on;
        (same && fits).then_some(row.due_on)
    }

    fn happened(&self) -> BTreeSet<&'a str> {
        let done = self.existing.iter().filter(|row| row.state == State::Done);
        done.flat_map(|row| row.merged.iter().chain([&row.step]).map(String::as_str)).collect()
    }

    fn row(&self, step: &str) -> Option<&'a Existing> {
        self.existing.iter().find(|row| row.step == step)
    }

    fn is_kept_by_hand(&self, step: &str, due_on: NaiveDate) -> bool {
        let row = self.row(step).filter(|row| row.state == State::Open);
        row.is_some_and(|row| row.moved_by_hand && row.due_on == due_on)
    }

    fn is_open(&self, step: &str) -> bool {
        let open = |row: &&Existing| row.state == State::Open;
        self.existing
            .iter()
            .filter(open)
            .any(|row| row.step == step || row.merged.iter().any(|it| it == step))
    }

    /// One follow-up a day: the fullest form leads and everybody who should be there comes.
    fn merged(&self, wanted: Vec<Wanted<'a>>) -> Vec<FollowUp> {
        let mut days: BTreeMap<NaiveDate, Vec<Wanted<'a>>> = BTreeMap::new();
        for step in wanted {
            days.entry(step.due_on).or_default().push(step);
        }
        days.into_iter().filter_map(|(due_on, steps)| self.one_follow_up(due_on, steps)).collect()
    }

    fn one_follow_up(&self, due_on: NaiveDate, steps: Vec<Wanted<'a>>) -> Option<FollowUp> {
        let open = |step: &Wanted<'a>| {
            self.row(&step.rule.step).filter(|row| row.state == State::Open && row.due_on == due_on)
        };
        let by_hand = |step: &Wanted<'a>| open(step).is_some_and(|row| row.moved_by_hand);
        let leads = |step: &&Wanted<'a>| {
            (by_hand(step), open(step).is_some(), weight(step.rule.form), step.rule.minutes)
        };
        let first = steps.iter().max_by_key(leads)?;
        let fullest = steps.iter().max_by_key(|step| weight(step.rule.form))?;
        let others = steps.iter().filter(|step| step.rule.step != first.rule.step);
        Some(FollowUp {
            step: first.rule.step.clone(),
            merged: others.map(|step| step.rule.step.clone()).collect(),
            planned_on: first.planned_on,
            due_on,
            moved_by_hand: by_hand(first),
            form: fullest.rule.form,
            attends: everybody(steps.iter().map(|step| step.rule.attends.as_str())),
            minutes: steps.iter().map(|step| step.rule.minutes).max()?,
        })
    }

    fn changes(&self, wanted: Vec<FollowUp>) -> Vec<Change> {
        let kept: BTreeSet<String> =
            wanted.iter().map(|follow_up| follow_up.step.clone()).collect();
        let mut changes = Vec::new();
        for follow_up in wanted {
            match self.row(&follow_up.step) {
                None => changes.push(Change::Make(follow_up)),
                Some(row) if stands(row, &follow_up) => {}
                Some(_) => changes.push(Change::Move(follow_up)),
            }
        }
        let of_pattern = |step: &str| self.rules.iter().any(|rule| rule.step == step);
        let gone = self.existing.iter().filter(|row| row.state == State::Open);
        let gone = gone.filter(|row| of_pattern(&row.step) && !kept.contains(&row.step));
        changes.extend(gone.map(|row| Change::Drop { step: row.step.clone() }));
        changes
    }
}

fn stands(row: &Existing, follow_up: &FollowUp) -> bool {
    row.state == State::Open
        && row.due_on == follow_up.due_on
        && row.planned_on == follow_up.planned_on
        && row.moved_by_hand == follow_up.moved_by_hand
        && row.merged == follow_up.merged
}

fn weight(form: FollowUpForm) -> u8 {
    match form {
        FollowUpForm::Meeting => 5,
        FollowUpForm::Visit => 4,
        FollowUpForm::Talk => 3,
        FollowUpForm::Call => 2,
        FollowUpForm::Check => 1,
    }
}

fn everybody<'a>(lists: impl Iterator<Item = &'a str>) -> String {
    let mut codes: Vec<&str> = Vec::new();
    for code in lists.flat_map(|list| list.split(',')).map(str::trim) {
        if !code.is_empty() && !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes.join(",")
}

pub fn is_overdue(due_on: NaiveDate, today: NaiveDate) -> bool {
    due_on < today
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remind {
    Nobody,
    Owner,
    Team,
}

/// Who should hear of an open follow-up today: its owner once it is overdue, the team when
/// `team_after` working days have passed as well.
pub fn remind(
    due_on: NaiveDate,
    today: NaiveDate,
    team_after: usize,
    calendar: &Calendar,
) -> Remind {
    if !is_overdue(due_on, today) {
        Remind::Nobody
    } else if calendar.working_days_between(due_on, today) < team_after {
        Remind::Owner
    } else {
        Remind::Team
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RescheduleError {
    #[error("the day lies in the past")]
    InThePast,
    #[error("the day lies more than a year ahead")]
    TooFarAhead,
}

/// A person may choose any day from today on, a Saturday too: companies are open then.
pub fn may_move_to(day: NaiveDate, today: NaiveDate) -> Result<(), RescheduleError> {
    if day < today {
        Err(RescheduleError::InThePast)
    } else if day - today > TimeDelta::days(366) {
        Err(RescheduleError::TooFarAhead)
    } else {
        Ok(())
    }
}

#[cfg(test)]
#[path = "follow_up_tests.rs"]
mod tests;
