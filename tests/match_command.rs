//! `match` as somebody at a shell uses it. The engine's small package runs this too.

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

/// The one sentence a run ends with that writes nothing.
fn refused(args: &[&str], input: &[u8]) -> String {
    let result = Temporary::new(&format!(
        "refused-{}.json",
        std::thread::current().name().unwrap().replace(':', "-")
    ));
    let output = run(&[args, &["-o", result.name()]].concat(), input);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty() && !result.0.exists(), "{said}");
    assert_eq!(said.trim_end().lines().count(), 1, "{said}");
    said.trim_end().to_owned()
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
fn what_cannot_be_run_is_one_sentence_with_its_place_and_nothing_is_written() {
    for (from, to, says) in [
        ("\"capacity\": 1}\n", "\"capacty\": 1}\n", "unknown field `capacty`"),
        ("\"capacity\": 1}\n", "\"capacity\": 1, \"a\\nb\": 1}\n", "unknown field `a\\nb`"),
        ("\"capacity\": 1}\n", "\"capacity\": -1}\n", "invalid value: integer `-1`"),
        ("\"capacity\": 1}\n", "\"capacity\": 1e30}\n", "line 12, column"),
        ("\"capacity\": 1}\n", "\"capacity\": 1.5}\n", "invalid type: floating point"),
        (
            "\"capacity\": 1}\n",
            "\"capacity\": 5000000000}\n",
            "post 'bakery': capacity is 5000000000",
        ),
        ("\"capacity\": 1}\n", "\"capacity\": 18446744073709551616}\n", "line 12, column"),
        ("[\"bakery\"]", "[\"bakry\"]", "applicant 'mia': preferences, class 1, names 'bakry'"),
        (
            "\"parent\": \"garage\", \"upper",
            "\"parent\": \"garag\", \"upper",
            "'garage/ann': the parent 'garag'",
        ),
        (
            "\"parent\": \"garage\", \"upper",
            "\"parent\": \"garage/ann\", \"upper",
            "the parents of 'garage/ann' form a circle",
        ),
        (
            "\"parent\": \"garage\", \"upper",
            "\"parent\": \"bakery\", \"upper",
            "the parent 'bakery' is a post",
        ),
        ("\"id\": \"ali\"", "\"id\": \"mia\"", "applicants: the id 'mia' is used twice"),
        ("\"id\": \"bakery\"", "\"id\": \"garage\"", "the id 'garage' is used twice"),
        ("\"id\": \"ali\"", "\"id\": \"\"", "applicants[1]: the id is empty"),
        ("[\"training\"]}", "[\"trainng\"]}", "applicant 'ali': the kind 'trainng'"),
        (
            "\"at\": \"garage\"",
            "\"at\": \"garge\"",
            "forbidden[0]: there is no post or group 'garge'",
        ),
        (
            "\"post\": \"garage/office\"",
            "\"post\": \"garage\"",
            "pins[0]: there is no post 'garage'",
        ),
        (
            "\"applicant\": \"noah\"",
            "\"applicant\": \"eva\"",
            "pins[0]: there is no applicant 'eva'",
        ),
        ("\"applicant\": \"noah\"", "\"applicant\": \"ali\"", "'garage/office', whose kind"),
        ("\"applicant\": \"noah\"", "\"applicant\": \"mia\"", "'garage/office', a forbidden pair"),
        ("\"upper_quota\": 1},", "\"upper_quota\": 0},", "pins put 1 applicants in 'garage'"),
        (
            "match-instance/1",
            "match-instance/9",
            "line 2, column 30: 'format' must be 'match-instance/1'",
        ),
        (
            "\"kinds\": [\"cl",
            "\"objective\": \"best\", \"kinds\": [\"cl",
            "line 3, column 21: unknown objective 'best'",
        ),
    ] {
        let changed = EVENT.replacen(from, to, 1);
        assert_ne!(changed, EVENT, "the test must change something: {from}");
        let sentence = refused(&["-"], changed.as_bytes());
        let place = if says.starts_with(['u', 'i']) { "line 12, column " } else { says };
        assert!(sentence.starts_with("input: -: "), "{sentence}");
        assert!(sentence.contains(says) && sentence.contains(place), "{sentence}");
    }
}

#[test]
fn files_cut_short_and_files_that_are_none_are_refused() {
    for end in [0, 1, 100, EVENT.len() - 1] {
        let sentence = refused(&["-"], &EVENT.as_bytes()[..end]);
        assert!(sentence.contains("line ") && sentence.contains("EOF"), "{end}: {sentence}");
    }
    let twice = format!("{EVENT} {{}}");
    assert!(refused(&["-"], twice.as_bytes()).contains("trailing characters"));
    assert!(refused(&["-"], b"\x1f\x8b\x08").contains("cannot be unpacked"));
    assert!(refused(&["-"], b"{\n\xff}").contains("line 2: the file is not UTF-8"));
    assert!(refused(&["nowhere.json"], b"").starts_with("input: nowhere.json cannot be read: "));
}

#[test]
fn questions_that_cannot_be_answered_are_refused() {
    let ask = |question| refused(&["-", "--why-not", question], EVENT.as_bytes());
    assert_eq!(ask("mia:bakry"), "input: --why-not mia:bakry: no such applicant and post");
    assert!(ask("mia").contains("no such applicant and post"));
    assert!(ask("mia:garage/office").contains("a hard rule of the instance forbids this pair"));
    let colons = r#"{"format": "match-instance/1",
        "posts": [{"id": "b", "capacity": 1}, {"id": "a:b", "capacity": 1}],
        "applicants": [{"id": "noah"}, {"id": "noah:a"}]}"#;
    let sentence = refused(&["-", "--why-not", "noah:a:b"], colons.as_bytes());
    assert!(sentence.contains("more than one way"), "{sentence}");

    let output = run(&["-", "-o", "nowhere/result.json"], EVENT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert!(
        text(&output.stderr)
            .contains("nowhere/result.json cannot be written: there is no such folder")
    );
    let output = run(&["-", "--check", "-"], EVENT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "input: only one of the two files can be standard input\n");
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
