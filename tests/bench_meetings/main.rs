//! Plans made-up days and prints how long it took and how close to the best they are.
//!
//! Times are means of twenty runs, the processor's where the system tells it.

use std::time::Instant;

use omvendt::meetings::*;

const RUNS: u32 = 20;

struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }

    fn one_in(&mut self, n: u64) -> bool {
        self.below(n) == 0
    }
}

/// Everybody is there all day and wishes six companies in order, some companies being far more popular.
fn quiet_day(people: u128, companies: u128, rounds: u32, seats: u32, chance: &mut Chance) -> Day {
    let company = |id| Company { id: CompanyId(id), seats, away: Rounds::NONE };
    let person = |id| {
        let mut person = Person::new(PersonId(id));
        let mut list = Vec::new();
        while list.len() < 6.min(companies as usize) {
            let company =
                u128::from(chance.below(companies as u64).min(chance.below(companies as u64)));
            if !list.contains(&CompanyId(company)) {
                list.push(CompanyId(company));
            }
        }
        person.wishes = Wish::ordered(list);
        person.group = Some(GroupId(id / 8));
        person
    };
    Day {
        rounds,
        from: 0,
        promise: 5.min(rounds),
        companies: (0..companies).map(company).collect(),
        people: (0..people).map(person).collect(),
        groups: Groups::Free,
        finished: Vec::new(),
        before: Vec::new(),
        seed: 1,
    }
}

/// A tenth come late, some leave early, some companies too; a quarter will not sit alone, a seventh needs
/// pauses, a few pairs are forbidden, and groups are to be mixed.
fn real_day(mut day: Day, chance: &mut Chance) -> Day {
    for person in &mut day.people {
        if chance.one_in(10) {
            person.away = Rounds::before(1 + chance.below(2) as u32);
        } else if chance.one_in(20) {
            person.away = Rounds::from(day.rounds - 1 - chance.below(3) as u32);
        }
        person.not_alone = chance.one_in(4);
        if chance.one_in(7) {
            person.pause_after = Some(3);
        }
        if chance.one_in(4) {
            let company = chance.below(day.companies.len() as u64);
            person.forbidden.push(CompanyId(company.into()));
        }
    }
    for company in &mut day.companies {
        if chance.one_in(10) {
            company.away = Rounds::from(day.rounds - 1 - chance.below(4) as u32);
        }
    }
    day.groups = Groups::Mixed(Force::Wish);
    day
}

/// After three rounds two companies leave, four people go home and five walk in.
fn later(mut day: Day, chance: &mut Chance) -> Day {
    let morning = plan(&day).expect("a day in order");
    day.from = 3;
    day.before = morning.meetings();
    day.finished = day.before.iter().copied().filter(|meeting| meeting.round < 3).collect();
    for company in 0..2 {
        day.companies[company * 3].away = Rounds::from(3);
    }
    for person in 0..4 {
        let person = &mut day.people[person * 3];
        person.away = person.away.and(Rounds::from(3));
    }
    for new in 0..5 {
        let mut person = Person::new(PersonId(1_000_000 + new));
        person.away = Rounds::before(3);
        let companies = day.companies.len() as u64;
        let first = chance.below(companies);
        let list = (0..3).map(|n| CompanyId(((first + n * 5) % companies).into()));
        person.wishes = Wish::equal(list);
        day.people.push(person);
    }
    day
}

/// Seconds that this thread has had on a processor; Linux only.
fn processor_time() -> Option<f64> {
    let state = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(state.split(' ').next()?.parse::<f64>().ok()? / 1e9)
}

fn show(name: &str, day: &Day) {
    let (begin, busy) = (Instant::now(), processor_time());
    let mut made = None;
    for _ in 0..RUNS {
        made = Some(plan(day).expect("a day in order"));
    }
    let busy = busy.zip(processor_time()).map(|(before, after)| after - before);
    let clock = begin.elapsed().as_secs_f64();
    let each = |seconds: f64| seconds * 1_000.0 / f64::from(RUNS);
    let made = made.expect("planned before");
    let of = |reach: Reach| format!("{} of {}", reach.reached, reach.at_most);
    let close = &made.closeness;
    let kept = made.rows.iter().filter(|row| row.lacks.is_empty()).count();
    let held = made
        .meetings()
        .iter()
        .filter(|meeting| meeting.round >= day.from && day.before.contains(meeting))
        .count();
    println!(
        "| {name} | {:.1} / {:.1} ms | {kept} of {} | {} | {} | {} | {} | {} | {held} of {} |",
        each(busy.unwrap_or(clock)),
        each(clock),
        made.rows.len(),
        of(close.promise),
        of(close.wishes),
        of(close.meetings),
        close.clashes,
        if close.is_best() { "yes" } else { "no" },
        day.before.iter().filter(|meeting| meeting.round >= day.from).count(),
    );
}

fn main() {
    println!(
        "| day | processor / clock | promise kept | promised meetings | wish weight | meetings | same group | proven best | kept places |"
    );
    println!("|---|---|---|---|---|---|---|---|---|");
    for (people, companies, rounds, seats) in [
        (16, 8, 6, 2),
        (60, 40, 8, 2),
        (80, 40, 8, 2),
        (100, 40, 8, 2),
        (200, 40, 8, 5),
        (1_000, 100, 8, 10),
    ] {
        let size = format!("{people} x {companies} x {rounds}, tables of {seats}");
        let chance = &mut Chance(7);
        let quiet = quiet_day(people, companies, rounds, seats, chance);
        show(&size, &quiet);
        show("– re-planned", &later(quiet.clone(), chance));
        let real = real_day(quiet, chance);
        show("– a real day", &real);
        show("– – re-planned", &later(real, chance));
    }
}
