//! Where the time goes, step by step: `phases INSTANCE OBJECTIVE` prints one line of JSON.

use std::time::Instant;

use omvendt::match_files::{SolutionFile, parse_instance, unpack};
use omvendt::matching::{Control, Objective, sensitivity, solve, verify};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().collect();
    let [_, file, objective, rest @ ..] = words.as_slice() else {
        return Err("phases INSTANCE OBJECTIVE [sensitivity]".into());
    };
    let objective: Objective = objective.parse()?;
    let control = Control::default();
    let mut steps = Vec::new();
    let mut last = Instant::now();
    let mut step = |name: &str| {
        steps.push((name.to_owned(), last.elapsed().as_secs_f64().into()));
        last = Instant::now();
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
    let written = SolutionFile::of(&instance, &solution).to_json()?;
    step("write");
    verify(&instance, &solution).map_err(|fault| fault.describe(&instance))?;
    step("check");
    if !rest.is_empty() {
        sensitivity(&instance, &solution, &control)?;
        step("sensitivity");
    }
    steps.push(("bytes".to_owned(), written.len().into()));
    let steps: serde_json::Map<String, serde_json::Value> = steps.into_iter().collect();
    println!("{}", serde_json::Value::from(steps));
    Ok(())
}
