//! Fits a placement's follow-ups to its dates.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, TimeDelta};

use super::{Anchor, Change, Dates, Existing, FollowUp, FollowUpRule, State};
use crate::domain::calendar::Calendar;
use crate::domain::kinds::FollowUpForm;

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
        let happened = self.happened();
        let closing = self.closing(&happened);
        let ahead = self.rules.iter().filter(|rule| !happened.contains(rule.step.as_str()));
        let wanted = ahead.filter_map(|rule| {
            let planned_on = self.planned_on(rule);
            let due_on = match (rule.anchor, self.dates.ended_on) {
                (Anchor::Ended, None) => None,
                (Anchor::Ended, Some(_)) => Some(self.kept_or_fresh(rule, planned_on)),
                (_, Some(ended_on)) => {
                    self.kept(rule, planned_on).filter(|due_on| *due_on <= ended_on)
                }
                (_, None) => self.before(closing, rule, planned_on),
            };
            due_on.map(|due_on| Wanted { rule, planned_on, due_on })
        });
        wanted.collect()
    }

    /// The closing meeting is the last step that is counted from the agreed end.
    fn closing(&self, happened: &BTreeSet<&str>) -> Option<(&'a str, NaiveDate)> {
        let from_the_end = self.rules.iter().filter(|rule| rule.anchor == Anchor::End);
        let rule = from_the_end.max_by_key(|rule| rule.days)?;
        let planned_on = self.planned_on(rule);
        match happened.contains(rule.step.as_str()) {
            true => Some((&rule.step, planned_on)),
            false => Some((&rule.step, self.kept_or_fresh(rule, planned_on))),
        }
    }

    /// The step's day, if there is one before the closing meeting. A person may choose a later one.
    fn before(
        &self,
        closing: Option<(&str, NaiveDate)>,
        rule: &FollowUpRule,
        planned_on: NaiveDate,
    ) -> Option<NaiveDate> {
        let in_time = |due_on: &NaiveDate| {
            closing.is_none_or(|(step, day)| step == rule.step || *due_on < day)
                || self.is_kept_by_hand(&rule.step, *due_on)
        };
        let fresh = self.fresh(rule, planned_on);
        self.kept(rule, planned_on).filter(in_time).or(Some(fresh).filter(in_time))
    }

    fn kept_or_fresh(&self, rule: &FollowUpRule, planned_on: NaiveDate) -> NaiveDate {
        self.kept(rule, planned_on).unwrap_or(self.fresh(rule, planned_on))
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

    /// The day of a step that has none yet.
    fn fresh(&self, rule: &FollowUpRule, planned_on: NaiveDate) -> NaiveDate {
        if planned_on >= self.today {
            return planned_on;
        }
        match rule.anchor {
            Anchor::Ended => self.calendar.next_working_day(self.today),
            Anchor::Start | Anchor::End => self.next_within(),
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
        let together = [leading_on, row.due_on].contains(&planned_on) || planned_on < self.today;
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
