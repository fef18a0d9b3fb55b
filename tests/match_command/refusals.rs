//! What cannot be run is refused with one sentence and exit code 2, and nothing is written.

use super::{EVENT, Temporary, run, text};

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
    let folder = env!("CARGO_TARGET_TMPDIR");
    let output = run(&["nowhere.json", "-o", folder], b"");
    assert_eq!(output.status.code(), Some(2));
    let sentence = format!("output: {folder} cannot be written: it is a folder\n");
    assert_eq!(text(&output.stderr), sentence, "refused before anything is read");
    let output = run(&["nowhere.json", "-o", "nowhere/"], b"");
    let sentence = "output: nowhere/ cannot be written: it is a folder\n";
    assert_eq!(text(&output.stderr), sentence);
    let output = run(&["-", "--check", "-"], EVENT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&output.stderr), "input: only one of the two files can be standard input\n");
}
