//! `match` as somebody at a shell uses it. The engine's small package runs this too.

mod refusals;

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const EVENT: &str = r#"{
  "format": "match-instance/1", "id": "event",
  "kinds": ["clarification", "training"],
  "lottery": {"seed": "drawn in public"},
  "groups": [
    {"id": "garage", "upper_quota": 1},
    {"id": "garage/ann", "parent": "garage", "upper_quota": 1}
  ],
  "posts": [
    {"id": "garage/office", "parent": "garage", "capacity": 1, "kind": "clarification"},
    {"id": "garage/workshop", "parent": "garage/ann", "capacity": 1, "kind": "training"},
    {"id": "bakery", "capacity": 1}
  ],
  "applicants": [
    {"id": "mia", "preferences": ["bakery"]},
    {"id": "ali", "preferences": ["bakery", "garage"], "kinds": ["training"]},
    {"id": "noah", "preferences": [["garage", "bakery"]]}
  ],
  "forbidden": [{"applicant": "mia", "at": "garage"}],
  "pins": [{"applicant": "noah", "post": "garage/office"}]
}"#;

fn command() -> Command {
    match (option_env!("CARGO_BIN_EXE_omvendt"), option_env!("CARGO_BIN_EXE_match")) {
        (Some(omvendt), _) => {
            let mut command = Command::new(omvendt);
            command.arg("match");
            command
        }
        (None, Some(engine)) => Command::new(engine),
        (None, None) => panic!("neither of the two binaries was built"),
    }
}

fn run(args: &[&str], input: &[u8]) -> Output {
    let piped = Stdio::piped;
    let mut child =
        command().args(args).stdin(piped()).stdout(piped()).stderr(piped()).spawn().unwrap();
    // Whoever refuses at once does not wait for the rest.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

/// A file of its own for each test.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str) -> Self {
        let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
            .join(format!("{}-{name}", std::process::id()));
        Self(file)
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn a_pipe_gives_the_solution_and_a_summary_beside_it() {
    let output = run(&["-"], EVENT.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let solution: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(solution["format"], "match-solution/1");
    assert_eq!(solution["objective"], "greedy_generous");
    assert_eq!(output, run(&["-", "-o", "-"], EVENT.as_bytes()).with_time_of(&output));
    let summary = text(&output.stderr);
    for part in [
        "event: 2 of 3 placed (greedy_generous)",
        "1. choice        2  ████",
        "without a place     1",
    ] {
        assert!(summary.contains(part), "{summary}");
    }
}

trait WithTime {
    fn with_time_of(self, other: &Output) -> Output;
}

impl WithTime for Output {
    /// Two summaries differ in their last line, which says how long it took.
    fn with_time_of(mut self, other: &Output) -> Output {
        let but_last =
            |bytes: &[u8]| text(bytes).rsplit_once("worst rank").map(|(all, _)| all.to_owned());
        assert_eq!(but_last(&self.stderr), but_last(&other.stderr));
        self.stderr = other.stderr.clone();
        self
    }
}

#[test]
fn another_seed_and_objective_are_drawn_and_checked_alike() {
    let result = Temporary::new("other.json");
    let serial = EVENT.replace("{\"seed\"", "{\"method\": \"serial\", \"seed\"");
    for (event, objective, says) in [
        (EVENT, "stable", "no applicant and post would rather have each other\n"),
        (&serial, "greedy", "which of the equally good results was drawn is not proven\n"),
        (EVENT, "generous", "the draw is the published lottery's\n"),
    ] {
        let args = ["-", "--objective", objective, "--seed", "another"];
        let output =
            run(&[&args[..], &["-o", result.name(), "--progress"]].concat(), event.as_bytes());
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        let output = run(&[&args[..], &["--check", result.name()]].concat(), event.as_bytes());
        assert!(text(&output.stdout).ends_with(says), "{}", text(&output.stdout));
    }
    let unranked = EVENT.replace("[[\"garage\", \"bakery\"]]", "[]");
    let output = run(&["-"], unranked.as_bytes());
    assert!(text(&output.stderr).contains("pinned, unranked    1"), "{}", text(&output.stderr));
}

#[test]
fn files_may_be_packed_and_are_checked() {
    let (event, packed) = (Temporary::new("event.json"), Temporary::new("result.json.gz"));
    fs::write(&event.0, EVENT).unwrap();
    let output =
        run(&[event.name(), "-o", packed.name(), "--sensitivity", "--why-not", "ali:bakery"], b"");
    assert_eq!((output.status.code(), text(&output.stdout)), (Some(0), ""));
    let bytes = fs::read(&packed.0).unwrap();
    assert_eq!(bytes[..2], [0x1f, 0x8b]);

    let output = run(&["-", "--check", packed.name()], EVENT.as_bytes());
    let said = text(&output.stdout);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert!(
        said.starts_with("ok: greedy_generous: 2 of 3 placed; optimal by its certificate"),
        "{said}"
    );
    assert!(said.ends_with("sensitivity and why_not are not covered\n"), "{said}");

    let output = run(&[packed.name(), "--objective", "greedy", "--check", packed.name()], b"");
    assert_eq!(output.status.code(), Some(2), "a solution is no instance");
    let output = run(&[event.name(), "--objective", "greedy", "--check", packed.name()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        "wrong: the solution is for 'greedy_generous', not for 'greedy'\n"
    );
}

#[test]
fn a_result_that_is_not_right_is_told_from_one_that_cannot_be_read() {
    let wrong = Temporary::new("wrong.json");
    let right = run(&["-"], EVENT.as_bytes()).stdout;
    fs::write(&wrong.0, text(&right).replacen("\"size\":2", "\"size\":3", 1)).unwrap();
    let output = run(&["-", "--check", wrong.name()], EVENT.as_bytes());
    assert_eq!(
        (output.status.code(), text(&output.stderr)),
        (Some(1), "wrong: size is miscounted\n")
    );
    fs::write(&wrong.0, text(&right).replacen("\"event\"", "\"another\"", 1)).unwrap();
    let output = run(&["-", "--check", wrong.name()], EVENT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("for the instance 'another', not for 'event'"));
}

#[test]
fn the_help_shows_how() {
    let output = run(&["--help"], b"");
    let help = text(&output.stdout);
    for part in [
        "Examples:",
        "--why-not mia:bakery",
        "gunzip -c",
        "Exit codes:",
        "greedy_generous (the default)",
    ] {
        assert!(help.contains(part), "{part} is not in: {help}");
    }
    let output = run(&["-", "--objective", "best"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr)
            .contains("unknown objective 'best'; the objectives are greedy_generous,")
    );
}
