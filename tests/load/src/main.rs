//! Asks a running demo for the same pages again and again, or plays an event day to it, and says how fast it answered.
//! `tests/load/bench` and `tests/load/bench-day` start it.

mod asking;
mod day;
mod noted;
mod pages;
mod phone;
mod process;
mod room;
mod scenario;
mod visitor;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, bail};
use clap::Parser;

use crate::asking::Measured;
use crate::process::Process;
use crate::scenario::{Prepared, Scenario};

#[derive(Parser)]
struct Options {
    /// Where the demo answers, on this machine: http://127.0.0.1:8080. An event day may have several servers.
    #[arg(required = true)]
    servers: Vec<String>,
    /// Each demo's process id; its CPU time and memory are read.
    #[arg(long, required = true)]
    pid: Vec<u32>,
    /// Follow every link of each persona instead, and name the slowest pages.
    #[arg(long)]
    pages: bool,
    /// Play the event that is under way instead, with everybody's phone following.
    #[arg(long, conflicts_with = "pages")]
    day: bool,
    /// How many phones follow.
    #[arg(long, default_value_t = 2000)]
    phones: usize,
    /// How many of them rank within the minute.
    #[arg(long, default_value_t = 500)]
    ranking: usize,
    /// How many minutes of the day are played.
    #[arg(long, default_value_t = 3)]
    minutes: usize,
    #[arg(long, default_value = "tests/load/scenarios.toml")]
    scenarios: String,
    /// How many ask at the same time, in the second round of each scenario.
    #[arg(long, default_value_t = 32)]
    connections: usize,
    /// How long each round lasts.
    #[arg(long, default_value_t = 8)]
    seconds: u64,
}

// One thread: the server has the rest of the machine.
#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match measure(&Options::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("omvendt-load: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(options: &Options) -> anyhow::Result<()> {
    let processes: Vec<Process> = options.pid.iter().map(|id| Process::new(*id)).collect();
    let (Some(server), Some(process)) = (options.servers.first(), processes.first()) else {
        bail!("a server and its process id");
    };
    if options.day {
        return day::play(&options.servers, &processes, options).await;
    }
    let text = std::fs::read_to_string(&options.scenarios).context("the scenarios")?;
    let scenarios: scenario::File = toml::from_str(&text).context("the scenarios")?;
    if options.pages {
        return pages::measure(server.trim_end_matches('/'), &scenarios.pages.personas).await;
    }
    let lasting = Duration::from_secs(options.seconds);
    let many = options.connections;

    println!(
        "| | kB | alone: p50 ms | p99 ms | {many} at once: requests/s | p50 ms | p99 ms | server CPU ms per request |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let mut prepared = Prepared::new();
    for scenario in &scenarios.scenario {
        let told = || format!("scenario \"{}\"", scenario.name);
        let requests = scenario.prepare(server, many, &prepared);
        let requests = requests.await.with_context(told)?;
        let alone = asking::ask(&requests, 1, lasting).await.with_context(told)?;
        let before = process.cpu()?;
        let together = asking::ask(&requests, many, lasting).await.with_context(told)?;
        let cpu = process.cpu()? - before;
        println!("{}", row(scenario, &alone, &together, cpu));
        prepared.insert(scenario.name.clone(), requests);
    }
    let (now, most) = (process.now()? / 1024, process.most()? / 1024);
    println!("\nMemory of the server: {now} MB now, {most} MB at most.");
    Ok(())
}

fn row(scenario: &Scenario, alone: &Measured, together: &Measured, cpu: Duration) -> String {
    format!(
        "| {} | {:.1} | {:.2} | {:.2} | {:.0} | {:.2} | {:.2} | {:.3} |",
        scenario.name,
        alone.bytes as f64 / 1000.0,
        alone.percentile(50),
        alone.percentile(99),
        together.per_second(),
        together.percentile(50),
        together.percentile(99),
        cpu.as_secs_f64() * 1000.0 / together.answers() as f64,
    )
}
