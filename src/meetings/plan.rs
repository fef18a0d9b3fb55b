//! The plan as it is read: who is where in each round, who lacks what and why, and how good it is.

use super::bound::{Aim, Certificate, Relaxed, Scale, proven, relax};
use super::day::{CompanyId, Meeting, PersonId};
use super::gap::{Lack, lacks};
use super::hall::Hall;
use super::seating::Seating;

/// Where somebody is in one round. There is always such a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    Table(CompanyId),
    /// A rest that the person asked for or needs.
    Pause,
    /// No table in this round: the quiet place.
    Quiet,
    Away,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub person: PersonId,
    /// One for each round of the day, finished ones included.
    pub places: Vec<Place>,
    /// Different companies met when the day is over.
    pub met: u32,
    /// Those of them that were wished for, by id.
    pub wishes_met: Vec<CompanyId>,
    /// Sum of their weights.
    pub weight: u64,
    /// What is missing from the promise; empty where it is kept.
    pub lacks: Vec<Lack>,
}

impl Row {
    /// Companies missing from the promise.
    pub fn missing(&self) -> u32 {
        self.lacks.iter().map(|lack| lack.meetings).sum()
    }
}

/// A number of the plan beside the number that no plan can exceed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    pub reached: u64,
    pub at_most: u64,
}

impl Reach {
    pub fn gap(self) -> u64 {
        self.at_most - self.reached
    }
}

/// How close the plan is to the best there can be, finished rounds included.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closeness {
    /// Meetings that count towards somebody's promise.
    pub promise: Reach,
    /// Weight of wishes met. With `fair` the bound is on plans that keep the promise as well;
    /// without, on all plans.
    pub wishes: Reach,
    /// Meetings of different pairs. With `fair` and no gap in the wishes the bound is on plans with
    /// as much of both; otherwise on all plans.
    pub meetings: Reach,
    /// No plan spreads what is lacking more evenly.
    pub fair: bool,
    /// Pairs sharing a table against what was chosen for the groups; 0 is best.
    pub clashes: u64,
    /// What the bounds rest on.
    pub certificates: Vec<Certificate>,
}

impl Closeness {
    /// Proven that no plan is better.
    pub fn is_best(&self) -> bool {
        let gaps = [self.promise, self.wishes, self.meetings];
        self.fair && self.clashes == 0 && gaps.iter().all(|reach| reach.gap() == 0)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub rounds: u32,
    /// The first round that was planned; those before are history.
    pub from: u32,
    /// By person.
    pub rows: Vec<Row>,
    pub closeness: Closeness,
}

impl Plan {
    pub fn of(&self, person: PersonId) -> Option<&Row> {
        let found = self.rows.binary_search_by_key(&person, |row| row.person);
        found.ok().map(|row| &self.rows[row])
    }

    /// Every meeting of the day by round, company and person.
    pub fn meetings(&self) -> Vec<Meeting> {
        let mut meetings: Vec<_> = self
            .rows
            .iter()
            .flat_map(|row| {
                (0..).zip(&row.places).filter_map(|(round, place)| match *place {
                    Place::Table(company) => Some(Meeting { round, company, person: row.person }),
                    _ => None,
                })
            })
            .collect();
        meetings.sort_unstable();
        meetings
    }

    /// Who will have another place than in an earlier plan: person, round, then and now. Rounds that
    /// are finished and people that only one of the plans knows are left out.
    pub fn changes<'a>(
        &'a self,
        earlier: &'a Self,
    ) -> impl Iterator<Item = (PersonId, u32, Place, Place)> + 'a {
        self.rows.iter().filter_map(|row| Some((row, earlier.of(row.person)?))).flat_map(
            |(row, old)| {
                let places = old.places.iter().copied().zip(row.places.iter().copied()).zip(0..);
                places
                    .filter(|((then, now), round)| *round >= self.from && then != now)
                    .map(|((then, now), round)| (row.person, round, then, now))
            },
        )
    }
}

pub(super) fn written(hall: &Hall, seating: &Seating, relaxed: &Relaxed) -> Plan {
    let closeness = closeness(hall, seating, relaxed);
    let mut people: Vec<_> = (0..hall.people.len()).collect();
    people.sort_unstable_by_key(|&p| hall.people[p]);
    let rows = people.into_iter().map(|p| {
        let met = |c: usize| {
            hall.met[hall.pair(p, c)] || (0..hall.rounds).any(|r| seating.at(p, r) == Some(c))
        };
        let wished =
            (0..hall.companies.len()).filter(|&c| hall.wish[hall.pair(p, c)] > 0 && met(c));
        let mut wished: Vec<_> = wished.collect();
        wished.sort_unstable_by_key(|&c| hall.companies[c]);
        Row {
            person: hall.people[p],
            places: (0..hall.rounds).map(|r| place(hall, seating, p, r)).collect(),
            met: seating.degree(p),
            weight: wished.iter().map(|&c| u64::from(hall.wish[hall.pair(p, c)])).sum(),
            wishes_met: wished.into_iter().map(|c| hall.companies[c]).collect(),
            lacks: lacks(hall, p, seating.degree(p), closeness.promise.gap() == 0),
        }
    });
    let rows = rows.collect();
    Plan { rounds: hall.rounds as u32, from: hall.from as u32, rows, closeness }
}

fn place(hall: &Hall, seating: &Seating, p: usize, r: usize) -> Place {
    let finished = hall.finished.iter().find(|done| (done.0, done.1) == (p, r)).map(|done| done.2);
    if let Some(c) = finished.or_else(|| seating.at(p, r)) {
        return Place::Table(hall.companies[c]);
    }
    if hall.away[p] >> r & 1 == 1 {
        return Place::Away;
    }
    let due = r >= hall.from && !hall.rested(p, seating.sitting(p) | 1 << r);
    if due || hall.pauses[p] >> r & 1 == 1 { Place::Pause } else { Place::Quiet }
}

fn closeness(hall: &Hall, seating: &Seating, relaxed: &Relaxed) -> Closeness {
    let mut certificates = vec![Certificate::of(hall, Aim::Everything, relaxed)];
    let scale = Scale::of(hall, Aim::Everything);
    let [fair, wishes, meetings] = scale.parts(proven(hall, &scale, &relaxed.prices));
    let mut alone = |aim| {
        let scale = Scale::of(hall, aim);
        let relaxed = relax(hall, &scale);
        certificates.push(Certificate::of(hall, aim, &relaxed));
        proven(hall, &scale, &relaxed.prices)
    };
    let kept = |p: usize, met: u32| u64::from(met.min(hall.target[p]));
    let people = 0..hall.people.len();
    let promised: u64 = people.clone().map(|p| u64::from(hall.target[p])).sum();
    let done: u64 = people.clone().map(|p| kept(p, hall.met_before[p])).sum();
    let reached: u64 = people.clone().map(|p| kept(p, seating.degree(p))).sum();
    let at_most = if reached == promised { promised } else { done + alone(Aim::Promise) as u64 };
    let promise = Reach { reached, at_most };

    let tally = seating.tally;
    let is_fair = i128::from(tally.fair) == fair;
    let granted: u64 = (0..hall.met.len())
        .filter(|&pair| hall.met[pair])
        .map(|pair| u64::from(hall.wish[pair]))
        .sum();
    let bound = if is_fair { wishes } else { alone(Aim::Wishes) };
    let wishes = Reach { reached: granted + tally.wishes as u64, at_most: granted + bound as u64 };

    let before: u64 = hall.met_before.iter().map(|&met| u64::from(met)).sum();
    let bound = if is_fair && wishes.gap() == 0 { meetings } else { alone(Aim::Meetings) };
    let meetings =
        Reach { reached: before + tally.meetings as u64, at_most: before + bound as u64 };
    Closeness {
        promise,
        wishes,
        meetings,
        fair: is_fair,
        clashes: tally.clashes as u64,
        certificates,
    }
}
