//! The day as the planner takes it, made from what is known about it.

use std::collections::{BTreeMap, BTreeSet};

use super::day::Day;
use super::plan_facts::{Facts, Guest};
use crate::domain::eligibility::{Barrier, barriers};
use crate::domain::event_day::skipped_rounds;
use crate::domain::{CompanyId, GroupChoice, GroupId, PlacementKind, RequirementId, YoungPersonId};
use crate::entities::seat;
use crate::meetings::{self, Force, Groups, Meeting, PersonId, Rounds, Wish};

/// What meeting a company is worth to somebody, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// A place there can be theirs, as far as is known.
    Suits,
    /// Only the kind of its places is another: what somebody comes for may change.
    OtherKind,
    /// They said no, are kept apart, or each place asks for something they do not have.
    Never,
}

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
            .map(|guest| (PersonId(guest.row.id.0.as_u128()), self.person(guest, day.rounds())))
            .collect();
        for meeting in finished {
            persons.entry(meeting.person).or_insert_with(|| meetings::Person {
                away: Rounds::from(day.next_round()),
                ..meetings::Person::new(meeting.person)
            });
        }
        persons.into_values().collect()
    }

    /// Whoever suits fewer companies than there are rounds meets others too: a talk is better than sitting alone. Those
    /// that suit them come before, like a small wish.
    fn person(&self, guest: &Guest, rounds: u32) -> meetings::Person {
        let id = guest.row.id;
        let needs = self.needs.get(&id).copied().unwrap_or_default();
        let late = needs.away_before.and_then(|round| u32::try_from(round).ok());
        let fits: Vec<(CompanyId, Fit)> = self
            .presenting
            .iter()
            .map(|company| (company.id, self.fit(guest, company.id)))
            .collect();
        let suiting =
            || fits.iter().filter(|(_, fit)| *fit == Fit::Suits).map(|(company, _)| *company);
        let has_few = suiting().count() < rounds as usize
            && fits.iter().any(|(_, fit)| *fit == Fit::OtherKind);
        let may_not = |fit: &Fit| *fit == Fit::Never || (*fit == Fit::OtherKind && !has_few);
        let mut wishes = self.wishes(guest);
        if has_few {
            let stated: Vec<_> = wishes.iter().map(|wish| wish.company).collect();
            let unstated = suiting().map(number).filter(|company| !stated.contains(company));
            wishes.extend(unstated.map(|company| Wish { company, weight: 1 }));
        }
        meetings::Person {
            wishes,
            forbidden: fits
                .iter()
                .filter(|(_, fit)| may_not(fit))
                .map(|(company, _)| number(*company))
                .collect(),
            away: late.map_or(Rounds::NONE, Rounds::before).and(from_round(needs.away_from)),
            pause_after: needs.pause_after.and_then(|rounds| u32::try_from(rounds).ok()),
            not_alone: needs.not_alone,
            group: Some(group(guest.row.group_id)),
            ..meetings::Person::new(PersonId(id.0.as_u128()))
        }
    }

    /// A company without places yet may come to have one that suits.
    fn fit(&self, guest: &Guest, company: CompanyId) -> Fit {
        if guest.no_thanks.contains(&company) || self.forbidden.contains(&(guest.row.id, company)) {
            return Fit::Never;
        }
        let Some(places) = self.offers.get(&company) else { return Fit::Suits };
        let fit = |(kind, required): &(PlacementKind, Vec<RequirementId>)| match barriers(
            guest.row.purpose,
            &guest.fulfilled,
            *kind,
            required,
        )[..]
        {
            [] => Fit::Suits,
            [Barrier::OtherKind { .. }] => Fit::OtherKind,
            _ => Fit::Never,
        };
        places.iter().map(fit).min().unwrap_or(Fit::Suits)
    }

    /// What people have said themselves that they would like, as far as it may be.
    pub fn stated(&self) -> BTreeMap<YoungPersonId, Vec<meetings::CompanyId>> {
        let may_be = |guest: &Guest, company| self.fit(guest, company_of(company)) != Fit::Never;
        let wished = |guest: &Guest| {
            let wishes = self.wishes(guest).into_iter().map(|wish| wish.company);
            wishes.filter(|company| may_be(guest, *company)).collect()
        };
        self.guests.iter().map(|(person, guest)| (*person, wished(guest))).collect()
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
