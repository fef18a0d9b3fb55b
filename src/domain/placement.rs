//! One placement, from the proposal to its end: one function for each change, with its refusals.

use chrono::{DateTime, NaiveDate, Utc};

use super::checklist::Item;
use super::kinds::{EndKind, EndReason, Party, PlacementStatus as Status, ProposalAnswer};
use super::legal::{Length, LengthRule};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answer {
    pub answer: ProposalAnswer,
    pub at: DateTime<Utc>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    pub young_person: Option<Answer>,
    pub company: Option<Answer>,
}

impl Answers {
    pub fn of(&self, party: Party) -> Option<Answer> {
        match party {
            Party::YoungPerson => self.young_person,
            Party::Company => self.company,
            Party::Consultant => None,
        }
    }

    fn both_yes(&self) -> bool {
        [self.young_person, self.company]
            .iter()
            .all(|answer| answer.is_some_and(|answer| answer.answer == ProposalAnswer::Yes))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    pub kind: EndKind,
    pub reason: Option<EndReason>,
    pub on: NaiveDate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placement {
    pub status: Status,
    pub answers: Answers,
    pub answer_by: DateTime<Utc>,
    pub starts_on: Option<NaiveDate>,
    pub ends_on: Option<NaiveDate>,
    pub agreed_at: Option<DateTime<Utc>>,
    pub started_at: Option<DateTime<Utc>>,
    pub ended_at: Option<DateTime<Utc>>,
    pub ending: Option<Ending>,
}

/// What a yes led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Accepted {
    WaitingForOther,
    NowAgreed,
    Before,
}

/// What any other press led to; `Before` means it was so already and nothing follows again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    Now,
    Before,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    #[error("one of the two has said no")]
    Declined,
    #[error("the place has gone to somebody else")]
    PlaceTaken,
    #[error("both have said yes already")]
    Agreed,
    #[error("only the young person and the company answer a proposal")]
    NotAParty,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawError {
    #[error("a placement that runs is ended, not withdrawn")]
    Running,
    #[error("the placement has ended")]
    Ended,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DatesError {
    #[error("the placement has not been agreed")]
    NotAgreed,
    #[error("the placement is over")]
    Over,
    #[error("the end lies before the start")]
    EndBeforeStart,
    #[error("the dates lie in the past")]
    InThePast,
    #[error("the start lies more than a year ahead")]
    TooFarAhead,
    #[error("the placement has started and keeps its first day")]
    Started,
    #[error("the law allows it until {latest}")]
    TooLong { latest: NaiveDate },
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    #[error("the placement has not been agreed")]
    NotAgreed,
    #[error("the placement is over")]
    Over,
    #[error("no dates have been set")]
    NoDates,
    #[error("the first day is {first_day}")]
    TooEarly { first_day: NaiveDate },
    #[error("the last day was {last_day}")]
    TooLate { last_day: NaiveDate },
    #[error("something must be agreed first")]
    Blocked(Vec<Item>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndError {
    #[error("the placement has not started")]
    NotStarted,
    #[error("the placement never ran")]
    NeverRan,
    #[error("an early end needs a reason")]
    ReasonMissing,
    #[error("the end lies before the first day")]
    BeforeStart,
    #[error("the end lies in the future")]
    InTheFuture,
    #[error("the agreed last day is {last_day}")]
    NotOverYet { last_day: NaiveDate },
    #[error("it lasted until the agreed day")]
    NotEarly,
}

impl Placement {
    pub fn proposed(answer_by: DateTime<Utc>) -> Self {
        Self {
            status: Status::Proposed,
            answers: Answers::default(),
            answer_by,
            starts_on: None,
            ends_on: None,
            agreed_at: None,
            started_at: None,
            ended_at: None,
            ending: None,
        }
    }

    /// Records one party's yes; with both, the placement is agreed. A second press of the button is no
    /// error and changes nothing, so nobody is written to twice. A late yes counts while the place is free.
    pub fn accept(&mut self, party: Party, now: DateTime<Utc>) -> Result<Accepted, AnswerError> {
        match self.status {
            Status::Declined => Err(AnswerError::Declined),
            Status::Withdrawn => Err(AnswerError::PlaceTaken),
            Status::Proposed => {
                if self.put_answer(party, ProposalAnswer::Yes, now)? == Done::Before {
                    return Ok(Accepted::Before);
                }
                if !self.answers.both_yes() {
                    return Ok(Accepted::WaitingForOther);
                }
                self.status = Status::Agreed;
                self.agreed_at = Some(now);
                Ok(Accepted::NowAgreed)
            }
            Status::Agreed | Status::Running | Status::Ended => Ok(Accepted::Before),
        }
    }

    /// "I want to talk first" keeps the place and may still become a yes or a no.
    pub fn talk_first(&mut self, party: Party, now: DateTime<Utc>) -> Result<Done, AnswerError> {
        match self.status {
            Status::Declined => Err(AnswerError::Declined),
            Status::Withdrawn => Err(AnswerError::PlaceTaken),
            Status::Proposed => self.put_answer(party, ProposalAnswer::TalkFirst, now),
            Status::Agreed | Status::Running | Status::Ended => Err(AnswerError::Agreed),
        }
    }

    pub fn decline(&mut self, party: Party, now: DateTime<Utc>) -> Result<Done, AnswerError> {
        match self.status {
            Status::Declined => Ok(Done::Before),
            Status::Withdrawn => Err(AnswerError::PlaceTaken),
            Status::Proposed => {
                self.put_answer(party, ProposalAnswer::No, now)?;
                self.status = Status::Declined;
                Ok(Done::Now)
            }
            Status::Agreed | Status::Running | Status::Ended => Err(AnswerError::Agreed),
        }
    }

    /// Whom to ring: silence past the date is a call for the consultant and never a no.
    pub fn silent_parties(&self, now: DateTime<Utc>) -> Vec<Party> {
        if self.status != Status::Proposed || now < self.answer_by {
            return Vec::new();
        }
        [Party::YoungPerson, Party::Company]
            .into_iter()
            .filter(|party| self.answers.of(*party).is_none())
            .collect()
    }

    /// The consultant takes the proposal or agreement back before it has begun.
    pub fn withdraw(&mut self) -> Result<Done, WithdrawError> {
        match self.status {
            Status::Proposed | Status::Agreed => {
                self.status = Status::Withdrawn;
                Ok(Done::Now)
            }
            Status::Withdrawn | Status::Declined => Ok(Done::Before),
            Status::Running => Err(WithdrawError::Running),
            Status::Ended => Err(WithdrawError::Ended),
        }
    }

    /// Sets or moves the first and last day. While it runs only the last day can move, also backwards
    /// as far as today; `rule` is the one in force on `starts_on`.
    pub fn set_dates(
        &mut self,
        starts_on: NaiveDate,
        ends_on: NaiveDate,
        rule: &LengthRule,
        length: Length,
        today: NaiveDate,
    ) -> Result<Done, DatesError> {
        match self.status {
            Status::Agreed | Status::Running => {}
            Status::Proposed => return Err(DatesError::NotAgreed),
            Status::Ended | Status::Declined | Status::Withdrawn => return Err(DatesError::Over),
        }
        if (self.starts_on, self.ends_on) == (Some(starts_on), Some(ends_on)) {
            return Ok(Done::Before);
        }
        let running = self.status == Status::Running;
        if running && self.starts_on != Some(starts_on) {
            return Err(DatesError::Started);
        }
        if ends_on < starts_on {
            return Err(DatesError::EndBeforeStart);
        }
        if ends_on < today || (!running && starts_on < today) {
            return Err(DatesError::InThePast);
        }
        if starts_on > today.checked_add_months(chrono::Months::new(12)).unwrap_or(today) {
            return Err(DatesError::TooFarAhead);
        }
        let latest = rule.latest_end(starts_on, length);
        if ends_on > latest {
            return Err(DatesError::TooLong { latest });
        }
        self.starts_on = Some(starts_on);
        self.ends_on = Some(ends_on);
        Ok(Done::Now)
    }

    /// Begins the placement on its first day or later; `blockers` comes from the checklist.
    pub fn start(
        &mut self,
        blockers: Vec<Item>,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Done, StartError> {
        match self.status {
            Status::Running => return Ok(Done::Before),
            Status::Proposed => return Err(StartError::NotAgreed),
            Status::Ended | Status::Declined | Status::Withdrawn => return Err(StartError::Over),
            Status::Agreed => {}
        }
        let (Some(first_day), Some(last_day)) = (self.starts_on, self.ends_on) else {
            return Err(StartError::NoDates);
        };
        if !blockers.is_empty() {
            return Err(StartError::Blocked(blockers));
        }
        if today < first_day {
            return Err(StartError::TooEarly { first_day });
        }
        if today > last_day {
            return Err(StartError::TooLate { last_day });
        }
        self.status = Status::Running;
        self.started_at = Some(now);
        Ok(Done::Now)
    }

    /// Ends a running placement. Going on to another company is a normal step and needs no reason; an
    /// early end needs a coded one, so that people can learn why placements stop.
    pub fn end(
        &mut self,
        ending: Ending,
        today: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Done, EndError> {
        match self.status {
            Status::Running => {}
            Status::Ended => return Ok(Done::Before),
            Status::Proposed | Status::Agreed => return Err(EndError::NotStarted),
            Status::Declined | Status::Withdrawn => return Err(EndError::NeverRan),
        }
        if self.starts_on.is_some_and(|first_day| ending.on < first_day) {
            return Err(EndError::BeforeStart);
        }
        if ending.on > today {
            return Err(EndError::InTheFuture);
        }
        let before = self.ends_on.filter(|last_day| ending.on < *last_day);
        match (ending.kind, before) {
            (EndKind::AsAgreed, Some(last_day)) => return Err(EndError::NotOverYet { last_day }),
            (EndKind::Early, None) => return Err(EndError::NotEarly),
            (EndKind::Early, Some(_)) if ending.reason.is_none() => {
                return Err(EndError::ReasonMissing);
            }
            _ => {}
        }
        self.status = Status::Ended;
        self.ended_at = Some(now);
        self.ending = Some(ending);
        Ok(Done::Now)
    }

    fn put_answer(
        &mut self,
        party: Party,
        answer: ProposalAnswer,
        at: DateTime<Utc>,
    ) -> Result<Done, AnswerError> {
        let slot = match party {
            Party::YoungPerson => &mut self.answers.young_person,
            Party::Company => &mut self.answers.company,
            Party::Consultant => return Err(AnswerError::NotAParty),
        };
        if slot.is_some_and(|before| before.answer == answer) {
            return Ok(Done::Before);
        }
        *slot = Some(Answer { answer, at });
        Ok(Done::Now)
    }
}

#[cfg(test)]
#[path = "placement_tests.rs"]
mod tests;
