//! One placement, from the proposal to its end: one function for each change, with its refusals.

mod period;

use chrono::{DateTime, NaiveDate, Utc};

pub use period::{DatesError, EndError, StartError};

use super::kinds::{EndKind, EndReason, Party, PlacementStatus as Status, ProposalAnswer};

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
mod tests;
