//! Reads a plan beside its day, knowing nothing of how it was made, and names the first broken promise.

use std::collections::{BTreeMap, BTreeSet};

use crate::meetings::*;

pub fn judge(day: &Day, plan: &Plan) -> Result<(), String> {
    let people: BTreeMap<_, _> = day.people.iter().map(|person| (person.id, person)).collect();
    let rows: Vec<_> = plan.rows.iter().map(|row| row.person).collect();
    if rows != people.keys().copied().collect::<Vec<_>>() {
        return Err("not one row for each person".into());
    }
    for row in &plan.rows {
        judge_row(day, people[&row.person], row)
            .map_err(|what| format!("{:?}: {what}", row.person))?;
    }
    let clashes = judge_tables(day, plan, &people)?;
    if clashes != plan.closeness.clashes {
        return Err(format!("{clashes} clashes, counted {}", plan.closeness.clashes));
    }
    judge_numbers(day, plan)
}

/// The companies of the rounds that are finished.
fn history(day: &Day, person: PersonId) -> BTreeMap<u32, CompanyId> {
    let own = day.finished.iter().filter(|meeting| meeting.person == person);
    own.map(|meeting| (meeting.round, meeting.company)).collect()
}

pub fn target(day: &Day, person: &Person) -> u32 {
    day.promise.min(person.at_most.unwrap_or(u32::MAX))
}

fn judge_row(day: &Day, person: &Person, row: &Row) -> Result<(), String> {
    let history = history(day, person.id);
    let mut met: BTreeSet<_> = history.values().copied().collect();
    if row.places.len() != day.rounds as usize {
        return Err("a round without a place".into());
    }
    let mut sat = BTreeSet::new();
    for (&place, round) in row.places.iter().zip(0..) {
        let table = match place {
            Place::Table(company) => Some(company),
            _ => None,
        };
        if let Some(company) = table {
            sat.insert(round);
            if round >= day.from && !met.insert(company) {
                return Err(format!("meets {company:?} twice"));
            }
        }
        if round < day.from && table != history.get(&round).copied() {
            return Err(format!("finished round {round} was changed"));
        }
        if round < day.from {
            continue;
        }
        let company = day.companies.iter().find(|company| Some(company.id) == table);
        let wrong = match place {
            Place::Table(id) if person.forbidden.contains(&id) => "a forbidden pair",
            Place::Table(_) if person.away.contains(round) => "at a table and not in the house",
            Place::Table(_) if person.pauses.contains(round) => "a pause was asked for",
            Place::Table(_) if company.is_none_or(|company| company.away.contains(round)) => {
                "nobody from the company is there"
            }
            Place::Away if !person.away.contains(round) => "not away at all",
            Place::Pause | Place::Quiet if person.away.contains(round) => "away, and has a place",
            Place::Quiet if person.pauses.contains(round) => "a pause that is not called one",
            _ => continue,
        };
        return Err(format!("round {round}: {wrong}"));
    }
    if let Some(run) = person.pause_after {
        let starts = 0..day.rounds.saturating_sub(run);
        if starts
            .into_iter()
            .any(|r| r + run >= day.from && (r..=r + run).all(|r| sat.contains(&r)))
        {
            return Err("too long without a pause".into());
        }
    }
    let most = person
        .at_most
        .unwrap_or(u32::MAX)
        .max(history.values().collect::<BTreeSet<_>>().len() as u32);
    let wished = person.wishes.iter().filter(|wish| met.contains(&wish.company));
    let (wished, weights): (BTreeSet<_>, Vec<_>) =
        wished.map(|wish| (wish.company, u64::from(wish.weight))).unzip();
    match () {
        () if met.len() as u32 > most => Err("more than wanted".into()),
        () if met.len() as u32 != row.met => Err("met is not the number met".into()),
        () if !wished.iter().eq(&row.wishes_met) => Err("wishes_met are not the wishes met".into()),
        () if weights.iter().sum::<u64>() != row.weight => Err("weight is not their weight".into()),
        () if row.missing() != target(day, person).saturating_sub(row.met) => {
            Err("missing is not what is missing".into())
        }
        () => judge_reasons(day, person, row),
    }
}

fn judge_reasons(day: &Day, person: &Person, row: &Row) -> Result<(), String> {
    let wanted = target(day, person);
    let history: BTreeSet<_> = history(day, person.id).into_values().collect();
    let here = (day.from..day.rounds).filter(|&r| !person.away.contains(r)).count() + history.len();
    let shared = |company: &&Company| {
        history.contains(&company.id)
            || (day.from..day.rounds).any(|r| !person.away.contains(r) && !company.away.contains(r))
    };
    let companies = day.companies.iter().filter(shared).count();
    for lack in &row.lacks {
        let holds = match lack.why {
            Why::Away => here < wanted as usize,
            Why::Pauses => person.pause_after.is_some() || person.pauses != Rounds::NONE,
            Why::Forbidden => !person.forbidden.is_empty(),
            Why::Alone => person.not_alone,
            Why::MetAll => {
                companies < wanted as usize
                    || person.pauses != Rounds::NONE
                    || !person.forbidden.is_empty()
            }
            Why::Seats | Why::NotFound => true,
        };
        if !holds {
            return Err(format!("{:?} is not why", lack.why));
        }
    }
    Ok(())
}

fn judge_tables(
    day: &Day,
    plan: &Plan,
    people: &BTreeMap<PersonId, &Person>,
) -> Result<u64, String> {
    let mut tables: BTreeMap<_, Vec<&Person>> = BTreeMap::new();
    for meeting in plan.meetings().into_iter().filter(|meeting| meeting.round >= day.from) {
        tables.entry((meeting.round, meeting.company)).or_default().push(people[&meeting.person]);
    }
    let mut clashes = 0;
    for ((round, id), guests) in &tables {
        let company =
            day.companies.iter().find(|company| company.id == *id).ok_or("no such company")?;
        if guests.len() > company.seats as usize {
            return Err(format!("{id:?} in round {round}: {} people", guests.len()));
        }
        if guests.len() == 1 && guests[0].not_alone {
            return Err(format!("{:?} sits alone in round {round}", guests[0].id));
        }
        for (i, one) in guests.iter().enumerate() {
            let crossed = guests[i + 1..].iter().filter(|other| match day.groups {
                Groups::Free => false,
                Groups::Mixed(_) => one.group.is_some() && one.group == other.group,
                Groups::Kept(_) => {
                    one.group.is_some() && other.group.is_some() && one.group != other.group
                }
            });
            clashes += crossed.count() as u64;
        }
    }
    match day.groups {
        Groups::Mixed(Force::Must) | Groups::Kept(Force::Must) if clashes > 0 => {
            Err("groups are not as they must be".into())
        }
        _ => Ok(clashes),
    }
}

fn judge_numbers(day: &Day, plan: &Plan) -> Result<(), String> {
    let close = &plan.closeness;
    let targets: BTreeMap<_, _> = day.people.iter().map(|p| (p.id, target(day, p))).collect();
    let kept =
        plan.rows.iter().map(|row| u64::from(row.met.min(targets[&row.person]))).sum::<u64>();
    let found = [
        (close.promise, kept),
        (close.wishes, plan.rows.iter().map(|row| row.weight).sum()),
        (close.meetings, plan.rows.iter().map(|row| u64::from(row.met)).sum()),
    ];
    for (reach, reached) in found {
        if reach.reached != reached || reached > reach.at_most {
            return Err(format!("{reach:?}, and it is {reached}"));
        }
    }
    Ok(())
}
