//! Minutes of an event day: everybody follows, some rank, all look at their page, and the facilitator presses on.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::Options;
use crate::noted::{Kind, Noted};
use crate::process::Process;
use crate::room::Room;

const MINUTE: Duration = Duration::from_secs(60);
/// What lies between two presses.
const ON: Duration = Duration::from_secs(4);
/// Phones come a few at a time, as people do.
const COMING: Duration = Duration::from_millis(2);
const SETTLED: Duration = Duration::from_secs(5);
/// How long is waited for what should have come long before.
const AT_MOST: Duration = Duration::from_secs(30);

pub async fn play(
    servers: &[String],
    processes: &[Process],
    options: &Options,
) -> anyhow::Result<()> {
    let room = Room::enter(servers, options.phones).await?;
    let noted = Noted::default();
    sleep(SETTLED).await;
    let before = memory(processes)?;
    for phone in &room.phones {
        tokio::spawn(phone.clone().follow(noted.clone()));
        sleep(COMING).await;
    }
    wait(|| noted.following() >= options.phones).await;
    sleep(SETTLED).await;
    let after = memory(processes)?;
    println!(
        "{} phones follow. Memory: {} MB before, {} MB then: {:.1} kB for each.",
        noted.following(),
        before / 1024,
        after / 1024,
        after.saturating_sub(before) as f64 / options.phones as f64,
    );

    let mut well = 0;
    for turn in 0..options.minutes {
        let lists = room.lists(options.ranking, turn).await?;
        let cpu = cpu(processes)?;
        let began = Instant::now();
        let mut people = JoinSet::new();
        for (number, list) in lists.into_iter().enumerate() {
            let share = number as f64 / options.ranking as f64;
            people.spawn(list.ranks(MINUTE, share, noted.clone()));
        }
        for phone in &room.phones {
            people.spawn(phone.clone().looks(MINUTE, noted.clone()));
        }
        while began.elapsed() + ON < MINUTE {
            room.press("next", &noted).await?;
            sleep(ON).await;
        }
        people.join_all().await;
        let used = self::cpu(processes)? - cpu;
        // The tables are other ones: everybody asks for theirs.
        room.press("skip", &noted).await?;
        wait(|| noted.count(Kind::Anew) >= options.phones).await;
        println!("\nMinute {}, {} of them ranking:\n", turn + 1, options.ranking);
        well += usize::from(noted.print(began.elapsed()));
        println!("Processor time of the servers: {:.1} s of the minute.", used.as_secs_f64());
    }
    let most: u64 = processes.iter().map(Process::most).sum::<anyhow::Result<u64>>()?;
    println!(
        "\nEvery bar was met in {well} of {} minutes. Memory at most: {} MB.",
        options.minutes,
        most / 1024
    );
    Ok(())
}

async fn wait(is_done: impl Fn() -> bool) {
    let until = Instant::now() + AT_MOST;
    while !is_done() && Instant::now() < until {
        sleep(Duration::from_millis(100)).await;
    }
}

/// In kB.
fn memory(processes: &[Process]) -> anyhow::Result<u64> {
    processes.iter().map(Process::now).sum()
}

fn cpu(processes: &[Process]) -> anyhow::Result<Duration> {
    processes.iter().map(Process::cpu).sum()
}
