//! The day as the planner takes it, made from what is known about it.

use std::collections::{BTreeMap, BTreeSet};

use super::day::Day;
use super::plan_facts::{Facts, Guest};
use crate::domain::eligibility::barriers;
use crate::domain::event_day::skipped_rounds;
use crate::domain::{CompanyId, GroupChoice, GroupId, YoungPersonId};
use crate::entities::seat;
use crate::features::match_events::store::Presenting;
use crate::meetings::{self, Force, Groups, Meeting, PersonId, Rounds, Wish};

impl Facts {
    pub fn people(&self) -> usize {
        self.guests.len()
    }

    /// The day as the planner takes it. Who has gone stays in it for the rounds that are over.
    pub fn day(&self, day: &Day) -> meetings::Day {
        let from = day.next_round();
        let met = |seat: &seat::Model| {
            let company = seat.company_id?;
            Some(Meeting {
                round: u32::try_from(seat.round).ok()?,
                company: meetings::CompanyId(company.0.as_u128()),
                person: PersonId(seat.young_person_id.0.as_u128()),
            })
        };
        let before: Vec<Meeting> = self.seats.iter().filter_map(met).collect();
        let skipped = Rounds::of(skipped_rounds(&day.steps()));
        let is_held = |meeting: &&Meeting| meeting.round < from && !skipped.contains(meeting.round);
        let finished: Vec<Meeting> = before.iter().filter(is_held).copied().collect();
        meetings::Day {
            rounds: day.rounds(),
            from,
            promise: u32::try_from(day.row.promise).unwrap_or_default(),
            companies: self.companies(day, &finished, skipped),
            people: self.persons(day, &finished),
            groups: groups(day),
            finished,
            before,
            seed: day.row.seed.unsigned_abs(),
        }
    }

    /// In a round that is left out nobody is at any table.
    fn companies(
        &self,
        day: &Day,
        finished: &[Meeting],
        skipped: Rounds,
    ) -> Vec<meetings::Company> {
        let seats = u32::try_from(day.row.seats).unwrap_or(1);
        let here: BTreeSet<CompanyId> = self.presenting.iter().map(|company| company.id).collect();
        let history = finished.iter().map(|meeting| company_of(meeting.company));
        let all: BTreeSet<CompanyId> = here.iter().copied().chain(history).collect();
        let company = |company: CompanyId| meetings::Company {
            id: meetings::CompanyId(company.0.as_u128()),
            seats,
            away: if here.contains(&company) {
                let left = self.tables.get(&company).and_then(|table| table.away_from);
                from_round(left).and(skipped)
            } else {
                Rounds::from(0)
            },
        };
        all.into_iter().map(company).collect()
    }

    fn persons(&self, day: &Day, finished: &[Meeting]) -> Vec<meetings::Person> {
        let mut persons: BTreeMap<PersonId, meetings::Person> = self
            .guests
            .values()
            .map(|guest| (PersonId(guest.row.id.0.as_u128()), self.person(guest)))
            .collect();
        for meeting in finished {
            persons.entry(meeting.person).or_insert_with(|| meetings::Person {
                away: Rounds::from(day.next_round()),
                ..meetings::Person::new(meeting.person)
            });
        }
        persons.into_values().collect()
    }

    fn person(&self, guest: &Guest) -> meetings::Person {
        let id = guest.row.id;
        let needs = self.needs.get(&id).copied().unwrap_or_default();
        let late = needs.away_before.and_then(|round| u32::try_from(round).ok());
        let may_not = |company: &&Presenting| {
            guest.no_thanks.contains(&company.id)
                || self.forbidden.contains(&(id, company.id))
                || !self.suits(guest, company.id)
        };
        let forbidden = self.presenting.iter().filter(may_not);
        meetings::Person {
            wishes: self.wishes(guest),
            forbidden: forbidden.map(|company| number(company.id)).collect(),
            away: late.map_or(Rounds::NONE, Rounds::before).and(from_round(needs.away_from)),
            pause_after: needs.pause_after.and_then(|rounds| u32::try_from(rounds).ok()),
            not_alone: needs.not_alone,
            group: Some(group(guest.row.group_id)),
            ..meetings::Person::new(PersonId(id.0.as_u128()))
        }
    }

    /// A company where no place can be this person's is no use to meet; one without places yet may be.
    fn suits(&self, guest: &Guest, company: CompanyId) -> bool {
        let Some(places) = self.offers.get(&company) else { return true };
        places.iter().any(|(kind, required)| {
            barriers(guest.row.purpose, &guest.fulfilled, *kind, required).is_empty()
        })
    }

    /// The saved list in its order, else the favourites, all alike.
    fn wishes(&self, guest: &Guest) -> Vec<Wish> {
        let is_here = |company: &CompanyId| self.presenting.iter().any(|here| here.id == *company);
        if guest.ranked.is_empty() {
            let here = guest.favourites.iter().filter(|company| is_here(company));
            return Wish::equal(here.map(|company| number(*company)));
        }
        let mut ranked = guest.ranked.clone();
        ranked.sort_by_key(|(position, _)| *position);
        let here = ranked.into_iter().filter(|(_, company)| is_here(company));
        let weight = |position: i32| u32::try_from(11 - position.clamp(1, 10)).unwrap_or(1);
        here.map(|(position, company)| Wish { company: number(company), weight: weight(position) })
            .collect()
    }
}

fn groups(day: &Day) -> Groups {
    let force = if day.row.groups_must { Force::Must } else { Force::Wish };
    match day.row.groups {
        GroupChoice::Free => Groups::Free,
        GroupChoice::Mixed => Groups::Mixed(force),
        GroupChoice::Kept => Groups::Kept(force),
    }
}

fn from_round(round: Option<i32>) -> Rounds {
    round.and_then(|round| u32::try_from(round).ok()).map_or(Rounds::NONE, Rounds::from)
}

fn group(id: GroupId) -> meetings::GroupId {
    meetings::GroupId(id.0.as_u128())
}

fn number(id: CompanyId) -> meetings::CompanyId {
    meetings::CompanyId(id.0.as_u128())
}

pub fn company_of(id: meetings::CompanyId) -> CompanyId {
    CompanyId(uuid::Uuid::from_u128(id.0))
}

pub fn person_of(id: PersonId) -> YoungPersonId {
    YoungPersonId(uuid::Uuid::from_u128(id.0))
}
