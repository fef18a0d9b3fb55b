//! Why a day cannot be planned at all, each as one sentence that names the field and the id.

use std::fmt;

use super::day::{CompanyId, MOST_ROUNDS, MOST_SEATS, PersonId};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    TooManyRounds { rounds: u32 },
    FromAfterEnd { from: u32, rounds: u32 },
    TooManyPeople { people: usize },
    TooManyCompanies { companies: usize },
    DoublePerson { person: PersonId },
    DoubleCompany { company: CompanyId },
    Seats { company: CompanyId, seats: u32 },
    UnknownWish { person: PersonId, company: CompanyId },
    DoubleWish { person: PersonId, company: CompanyId },
    Weight { person: PersonId, company: CompanyId, weight: u32 },
    UnknownForbidden { person: PersonId, company: CompanyId },
    PauseAfterNothing { person: PersonId },
    UnknownFinishedPerson { person: PersonId },
    UnknownFinishedCompany { company: CompanyId },
    FinishedTooLate { round: u32, from: u32 },
    AtTwoTables { person: PersonId, round: u32 },
}

pub(super) const MOST_PEOPLE: usize = 5_000;
pub(super) const MOST_COMPANIES: usize = 1_000;
pub(super) const LARGEST_WEIGHT: u32 = 1_000;

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::TooManyRounds { rounds } => {
                write!(f, "rounds: {rounds}, and at most {MOST_ROUNDS} can be handled")
            }
            Self::FromAfterEnd { from, rounds } => {
                write!(f, "from: round {from} is after the last of {rounds} rounds")
            }
            Self::TooManyPeople { people } => {
                write!(f, "people: {people}, and at most {MOST_PEOPLE} can be handled")
            }
            Self::TooManyCompanies { companies } => {
                write!(f, "companies: {companies}, and at most {MOST_COMPANIES} can be handled")
            }
            Self::DoublePerson { person } => write!(f, "people: {} is listed twice", person.0),
            Self::DoubleCompany { company } => {
                write!(f, "companies: {} is listed twice", company.0)
            }
            Self::Seats { company, seats } => {
                write!(f, "company {}: {seats} seats, not 1 to {MOST_SEATS}", company.0)
            }
            Self::UnknownWish { person, company } => {
                write!(
                    f,
                    "person {}: wishes name company {}, which is not here",
                    person.0, company.0
                )
            }
            Self::DoubleWish { person, company } => {
                write!(f, "person {}: company {} is wished for twice", person.0, company.0)
            }
            Self::Weight { person, company, weight } => write!(
                f,
                "person {}: the wish for {} weighs {weight}, not 1 to {LARGEST_WEIGHT}",
                person.0, company.0
            ),
            Self::UnknownForbidden { person, company } => {
                write!(
                    f,
                    "person {}: forbidden names company {}, which is not here",
                    person.0, company.0
                )
            }
            Self::PauseAfterNothing { person } => {
                write!(f, "person {}: pause_after is 0, which would be no table ever", person.0)
            }
            Self::UnknownFinishedPerson { person } => {
                write!(f, "finished: person {} is not in the list of people", person.0)
            }
            Self::UnknownFinishedCompany { company } => {
                write!(f, "finished: company {} is not in the list of companies", company.0)
            }
            Self::FinishedTooLate { round, from } => {
                write!(
                    f,
                    "finished: a meeting in round {round}, and planning begins with round {from}"
                )
            }
            Self::AtTwoTables { person, round } => {
                write!(f, "finished: person {} sits at two tables in round {round}", person.0)
            }
        }
    }
}

impl std::error::Error for Refusal {}
