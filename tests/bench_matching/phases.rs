//! Where the processor time goes, step by step: `phases INSTANCE OBJECTIVE` prints one line of JSON.

use std::time::Instant;

use omvendt::match_files::{SolutionFile, parse_instance, unpack};
use omvendt::matching::{Control, Objective, solve, verify};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().collect();
    let [_, file, objective] = words.as_slice() else {
        return Err("phases INSTANCE OBJECTIVE".into());
    };
    let objective: Objective = objective.parse()?;
    let control = Control::default();
    let mut steps = Vec::new();
    let began = Instant::now();
    let mut last = processor_seconds(began);
    let mut step = |name: &str| {
        let now = processor_seconds(began);
        steps.push((name.to_owned(), (now - last).into()));
        last = now;
    };

    let bytes = std::fs::read(file)?;
    let instance = {
        let text = unpack(&bytes)?;
        parse_instance(&text)?.to_instance()?
    };
    drop(bytes);
    step("read");
    let solution = solve(&instance, objective, &control)?;
    step("solve");
    std::hint::black_box(SolutionFile::of(&instance, &solution).to_json()?);
    step("write");
    verify(&instance, &solution).map_err(|fault| fault.describe(&instance))?;
    step("check");
    let steps: serde_json::Map<String, serde_json::Value> = steps.into_iter().collect();
    println!("{}", serde_json::Value::from(steps));
    Ok(())
}

/// Of the main thread, which is all there is here but for sensitivities; without Linux, what the wall says.
fn processor_seconds(began: Instant) -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").ok();
    let nanoseconds = told.as_deref().and_then(|told| told.split(' ').next()?.parse::<u64>().ok());
    nanoseconds.map_or(began.elapsed().as_secs_f64(), |nanoseconds| nanoseconds as f64 / 1e9)
}
