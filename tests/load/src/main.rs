//! Asks a running demo for the same pages again and again, and says how fast it answered. `tests/load/bench` starts it.

mod asking;
mod pages;
mod process;
mod scenario;
mod visitor;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use clap::Parser;

use crate::asking::Measured;
use crate::process::Process;
use crate::scenario::{Prepared, Scenario};

#[derive(Parser)]
struct Options {
    /// Where the demo answers, on this machine: http://127.0.0.1:8080.
    server: String,
    /// The demo's process id; its CPU time and memory are read.
    #[arg(long)]
    pid: u32,
    /// Follow every link of each persona instead, and name the slowest pages.
    #[arg(long)]
    pages: bool,
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
    let text = std::fs::read_to_string(&options.scenarios).context("the scenarios")?;
    let scenarios: scenario::File = toml::from_str(&text).context("the scenarios")?;
    if options.pages {
        let origin = options.server.trim_end_matches('/');
        return pages::measure(origin, &scenarios.pages.personas).await;
    }
    let process = Process::new(options.pid);
    let lasting = Duration::from_secs(options.seconds);
    let many = options.connections;

    println!(
        "| | kB | alone: p50 ms | p99 ms | {many} at once: requests/s | p50 ms | p99 ms | server CPU ms per request |"
    );
    println!("|---|---|---|---|---|---|---|---|");
    let mut prepared = Prepared::new();
    for scenario in &scenarios.scenario {
        let told = || format!("scenario \"{}\"", scenario.name);
        let requests = scenario.prepare(&options.server, many, &prepared);
        let requests = requests.await.with_context(told)?;
        let alone = asking::ask(&requests, 1, lasting).await.with_context(told)?;
        let before = process.cpu()?;
        let together = asking::ask(&requests, many, lasting).await.with_context(told)?;
        let cpu = process.cpu()? - before;
        println!("{}", row(scenario, &alone, &together, cpu));
        prepared.insert(scenario.name.clone(), requests);
    }
    println!("\nMemory of the server: {} MB now, {} MB at most.", process.now()?, process.most()?);
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
