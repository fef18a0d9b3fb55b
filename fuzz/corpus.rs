//! Writes small instances, their results and both together into `corpus/`, for the fuzzer to begin with.

use std::fs;
use std::path::Path;

use engine::match_files::{SolutionFile, parse_instance};
use engine::matching::{Control, Objective, solve};

const EXAMPLE: &str = include_str!("../tests/bench_matching/example.json");

fn main() -> std::io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let write = |target: &str, name: &str, text: &str| {
        fs::create_dir_all(corpus.join(target))?;
        fs::write(corpus.join(target).join(name), text)
    };
    for (number, text) in instances().iter().enumerate() {
        write("instance", &format!("made-{number}"), text)?;
        let file = parse_instance(text).expect("a made instance is well formed");
        let instance = file.to_instance().expect("a made instance can be run");
        for objective in Objective::ALL {
            let result = solve(&instance, objective, &Control::default()).expect("nobody stops it");
            let result = SolutionFile::of(&instance, &result).to_json().expect("it can be written");
            write(
                "verifier",
                &format!("made-{number}-{objective}"),
                &format!("{text}\n---\n{result}"),
            )?;
            if number == 0 {
                write("solution", &format!("made-{objective}"), &result)?;
            }
        }
    }
    Ok(())
}

/// The example, and small changes of it: other words, quotas, methods and lists.
fn instances() -> Vec<String> {
    let changes: [(&str, &str); 12] = [
        ("\"weights\"", "\"serial\""),
        ("\"capacity\": 1", "\"capacity\": 0"),
        ("\"capacity\": 2", "\"capacity\": 1"),
        ("\"upper_quota\": 3", "\"upper_quota\": null"),
        ("\"upper_quota\": 3", "\"upper_quota\": 1"),
        ("\"preferences\": [\"acme\"", "\"waited\": 2, \"preferences\": [\"acme\""),
        ("\"preferences\": [\"bakery\"", "\"waited\": 1, \"preferences\": [[\"bakery\", \"acme\"]"),
        ("\"format\"", "\"rank_basis\": \"admissible\", \"format\""),
        ("\"kinds\": [\"training\"]", "\"kinds\": [\"clarification\"]"),
        ("\"kinds\": [\"training\"]", "\"kinds\": []"),
        ("\"pins\": [", "\"x\": {\"pins\": 1}, \"pins\": ["),
        ("[\"bakery\"]", "[]"),
    ];
    let mut all = vec![EXAMPLE.to_owned()];
    for (from, to) in changes {
        let on_top = all.last().expect("the example is there").replace(from, to);
        for text in [EXAMPLE.replacen(from, to, 1), on_top] {
            let usable = parse_instance(&text).is_ok_and(|file| file.to_instance().is_ok());
            if usable && !all.contains(&text) {
                all.push(text);
            }
        }
    }
    all
}
