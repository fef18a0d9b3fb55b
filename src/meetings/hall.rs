//! The day checked, sorted and dense: what may be, and what it is worth.

use std::collections::HashMap;

use super::chance::Chance;
use super::day::{CompanyId, Day, Force, Groups, MOST_ROUNDS, MOST_SEATS, PersonId};
use super::refusal::{LARGEST_WEIGHT, MOST_COMPANIES, MOST_PEOPLE, Refusal};

/// Stands for "no table" and "no group".
pub(super) const NONE: u16 = u16::MAX;

/// People and companies are numbered by a lot from the seed, so that neither the order of the lists nor that
/// of the ids means anything where something has to be chosen among equals.
pub(super) struct Hall {
    pub rounds: usize,
    pub from: usize,
    pub people: Vec<PersonId>,
    pub companies: Vec<CompanyId>,
    number_of: (HashMap<PersonId, usize>, HashMap<CompanyId, usize>),
    pub seats: Vec<usize>,
    pub most_seats: usize,
    /// Rounds to be planned in which the company is there.
    pub staffed: Vec<u32>,
    /// Rounds to be planned in which the person may sit at a table.
    pub open: Vec<u32>,
    pub away: Vec<u32>,
    pub pauses: Vec<u32>,
    /// Rounds already sat.
    pub sat: Vec<u32>,
    /// Rounds in a row at a table before a rest is due.
    pub run: Vec<u32>,
    pub target: Vec<u32>,
    /// Companies already met.
    pub met_before: Vec<u32>,
    /// Further meetings that the rounds and the person allow.
    pub room: Vec<u32>,
    /// Meetings that a company can have over all its rounds.
    pub places: Vec<u32>,
    /// Meetings that the rounds can hold: in each, guests or seats, whichever are fewer.
    pub most_meetings: u32,
    pub not_alone: Vec<bool>,
    group: Vec<u16>,
    groups: Groups,
    /// By person, then company.
    pub met: Vec<bool>,
    pub forbidden: Vec<bool>,
    pub wish: Vec<u32>,
    /// The pair can still meet.
    pub possible: Vec<bool>,
    /// The round in which the pair meets by the plan people have in their hands, or `u8::MAX`.
    pub kept: Vec<u8>,
    pub finished: Vec<(usize, usize, usize)>,
}

impl Hall {
    pub(super) fn of(day: &Day) -> Result<Self, Refusal> {
        if day.rounds > MOST_ROUNDS {
            return Err(Refusal::TooManyRounds { rounds: day.rounds });
        }
        if day.from > day.rounds {
            return Err(Refusal::FromAfterEnd { from: day.from, rounds: day.rounds });
        }
        if day.people.len() > MOST_PEOPLE {
            return Err(Refusal::TooManyPeople { people: day.people.len() });
        }
        if day.companies.len() > MOST_COMPANIES {
            return Err(Refusal::TooManyCompanies { companies: day.companies.len() });
        }
        let mut people: Vec<_> = day.people.iter().collect();
        people.sort_by_key(|person| (lot(day.seed, person.id.0), person.id));
        let mut companies: Vec<_> = day.companies.iter().collect();
        companies.sort_by_key(|company| (lot(day.seed, company.id.0), company.id));
        if let Some(pair) = people.windows(2).find(|pair| pair[0].id == pair[1].id) {
            return Err(Refusal::DoublePerson { person: pair[0].id });
        }
        if let Some(pair) = companies.windows(2).find(|pair| pair[0].id == pair[1].id) {
            return Err(Refusal::DoubleCompany { company: pair[0].id });
        }
        if let Some(odd) = companies.iter().find(|c| !(1..=MOST_SEATS).contains(&c.seats)) {
            return Err(Refusal::Seats { company: odd.id, seats: odd.seats });
        }
        if let Some(odd) = people.iter().find(|person| person.pause_after == Some(0)) {
            return Err(Refusal::PauseAfterNothing { person: odd.id });
        }
        let all = ((1u64 << day.rounds) - 1) as u32;
        let planned = all & super::Rounds::from(day.from).0;
        let mut groups: Vec<_> = people.iter().filter_map(|person| person.group).collect();
        groups.sort_unstable();
        groups.dedup();
        let pairs = people.len() * companies.len();
        let mut hall = Self {
            rounds: day.rounds as usize,
            from: day.from as usize,
            people: people.iter().map(|person| person.id).collect(),
            companies: companies.iter().map(|company| company.id).collect(),
            number_of: (
                people.iter().zip(0..).map(|(person, number)| (person.id, number)).collect(),
                companies.iter().zip(0..).map(|(company, number)| (company.id, number)).collect(),
            ),
            seats: companies.iter().map(|company| company.seats as usize).collect(),
            most_seats: companies.iter().map(|company| company.seats).max().unwrap_or(1) as usize,
            staffed: companies.iter().map(|company| planned & !company.away.0).collect(),
            open: people.iter().map(|p| planned & !p.away.0 & !p.pauses.0).collect(),
            away: people.iter().map(|person| person.away.0).collect(),
            pauses: people.iter().map(|person| person.pauses.0).collect(),
            sat: vec![0; people.len()],
            run: people.iter().map(|person| person.pause_after.unwrap_or(u32::MAX)).collect(),
            target: people
                .iter()
                .map(|person| day.promise.min(person.at_most.unwrap_or(u32::MAX)))
                .collect(),
            met_before: vec![0; people.len()],
            room: Vec::new(),
            places: Vec::new(),
            most_meetings: 0,
            not_alone: people.iter().map(|person| person.not_alone).collect(),
            group: people
                .iter()
                .map(|p| p.group.map_or(NONE, |g| groups.partition_point(|&o| o < g) as u16))
                .collect(),
            groups: day.groups,
            met: vec![false; pairs],
            forbidden: vec![false; pairs],
            wish: vec![0; pairs],
            possible: vec![false; pairs],
            kept: vec![u8::MAX; pairs],
            finished: Vec::new(),
        };
        hall.read_pairs(day)?;
        let most: HashMap<_, _> = people.iter().map(|person| (person.id, person.at_most)).collect();
        hall.see_what_is_possible(|person| most[&person]);
        Ok(hall)
    }

    fn read_pairs(&mut self, day: &Day) -> Result<(), Refusal> {
        for person in &day.people {
            let id = person.id;
            let p = self.person(id).expect("listed above");
            for wish in &person.wishes {
                let unknown = Refusal::UnknownWish { person: id, company: wish.company };
                let pair = self.pair(p, self.company(wish.company).ok_or(unknown)?);
                if self.wish[pair] != 0 {
                    return Err(Refusal::DoubleWish { person: id, company: wish.company });
                }
                if !(1..=LARGEST_WEIGHT).contains(&wish.weight) {
                    let (company, weight) = (wish.company, wish.weight);
                    return Err(Refusal::Weight { person: id, company, weight });
                }
                self.wish[pair] = wish.weight;
            }
            for &company in &person.forbidden {
                let unknown = Refusal::UnknownForbidden { person: id, company };
                let pair = self.pair(p, self.company(company).ok_or(unknown)?);
                self.forbidden[pair] = true;
            }
        }
        for meeting in &day.finished {
            let person = meeting.person;
            let p = self.person(person).ok_or(Refusal::UnknownFinishedPerson { person })?;
            let company = meeting.company;
            let c = self.company(company).ok_or(Refusal::UnknownFinishedCompany { company })?;
            let round = meeting.round;
            if round >= day.from {
                return Err(Refusal::FinishedTooLate { round, from: day.from });
            }
            if self.sat[p] >> round & 1 == 1 {
                return Err(Refusal::AtTwoTables { person, round });
            }
            self.sat[p] |= 1 << round;
            let pair = self.pair(p, c);
            self.met_before[p] += u32::from(!self.met[pair]);
            self.met[pair] = true;
            self.finished.push((p, round as usize, c));
        }
        for meeting in &day.before {
            if let (Some(p), Some(c)) = (self.person(meeting.person), self.company(meeting.company))
                && (day.from..day.rounds).contains(&meeting.round)
            {
                let pair = self.pair(p, c);
                self.kept[pair] = meeting.round as u8;
            }
        }
        Ok(())
    }

    fn see_what_is_possible(&mut self, at_most: impl Fn(PersonId) -> Option<u32>) {
        for p in 0..self.people.len() {
            let rounds = self.longest_sitting(p);
            let left =
                at_most(self.people[p]).map_or(u32::MAX, |n| n.saturating_sub(self.met_before[p]));
            self.room.push(rounds.min(left));
            for c in 0..self.companies.len() {
                let pair = self.pair(p, c);
                let seated = self.seats[c] > usize::from(self.not_alone[p]);
                self.possible[pair] = seated
                    && !self.met[pair]
                    && !self.forbidden[pair]
                    && self.open[p] & self.staffed[c] != 0;
            }
        }
        for c in 0..self.companies.len() {
            let guests: Vec<_> = (0..self.rounds).map(|r| self.possible_guests(c, r)).collect();
            for p in (0..self.people.len()).filter(|&p| self.not_alone[p]) {
                let pair = self.pair(p, c);
                self.possible[pair] &=
                    (self.from..self.rounds).any(|r| self.open[p] >> r & 1 == 1 && guests[r] > 1);
            }
            let places = (self.from..self.rounds)
                .map(|r| self.possible_guests(c, r).min(self.seats[c]) as u32)
                .sum();
            self.places.push(places);
        }
        let sum = |r: usize| {
            let here = (0..self.companies.len()).filter(|&c| self.staffed[c] >> r & 1 == 1);
            let seats = here.map(|c| self.seats[c]).sum::<usize>();
            seats.min(self.open.iter().filter(|&open| open >> r & 1 == 1).count())
        };
        self.most_meetings = (self.from..self.rounds).map(sum).sum::<usize>() as u32;
    }

    fn possible_guests(&self, c: usize, r: usize) -> usize {
        if self.staffed[c] >> r & 1 == 0 {
            return 0;
        }
        let people = 0..self.people.len();
        people.filter(|&p| self.open[p] >> r & 1 == 1 && self.possible[self.pair(p, c)]).count()
    }

    /// Most rounds in which the person can sit between now and the end, rests included.
    fn longest_sitting(&self, p: usize) -> u32 {
        super::pauses::sitting(self, p, &vec![0; self.rounds]).count_ones()
    }

    pub(super) fn pair(&self, person: usize, company: usize) -> usize {
        person * self.companies.len() + company
    }

    pub(super) fn person(&self, id: PersonId) -> Option<usize> {
        self.number_of.0.get(&id).copied()
    }

    pub(super) fn company(&self, id: CompanyId) -> Option<usize> {
        self.number_of.1.get(&id).copied()
    }

    /// Whether two people at one table go against what was chosen for the groups.
    pub(super) fn clash(&self, one: usize, other: usize) -> bool {
        let (one, other) = (self.group[one], self.group[other]);
        match self.groups {
            Groups::Free => false,
            Groups::Mixed(_) => one == other && one != NONE,
            Groups::Kept(_) => one != other && one != NONE && other != NONE,
        }
    }

    pub(super) fn clashes_are_barred(&self) -> bool {
        matches!(self.groups, Groups::Mixed(Force::Must) | Groups::Kept(Force::Must))
    }

    /// Whether `rounds` at a table leave the rests that the person needs.
    pub(super) fn rested(&self, person: usize, rounds: u32) -> bool {
        let run = self.run[person];
        if run as usize >= self.rounds {
            return true;
        }
        // A bit stays after `run` shifts only where a run is longer than that.
        let mut ends = rounds | self.sat[person];
        for _ in 0..run {
            ends &= ends >> 1;
        }
        // History may already hold too long a run, and that cannot be mended.
        ends >> self.from.saturating_sub(run as usize) == 0
    }
}

fn lot(seed: u64, id: u128) -> u64 {
    let upper = Chance::new(seed ^ (id >> 64) as u64).next();
    Chance::new(upper ^ id as u64).next()
}
