//! The same instance gives the same bytes, run after run, on one core and on all; and each result checks.

use std::fmt::Write;
use std::process::Command;

/// Companies of two posts and a limit above them, and people with five wishes each, from a fixed sequence.
fn instance(people: u64, companies: u64) -> String {
    let mut state = people;
    let mut draw = |below: u64| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let list = |entries: Vec<String>| format!("[{}]", entries.join(","));
    let groups =
        (0..companies).map(|at| format!(r#"{{"id":"c{at}","upper_quota":{}}}"#, 1 + draw(3)));
    let groups = list(groups.collect());
    let posts = (0..2 * companies)
        .map(|at| format!(r#"{{"id":"p{at}","parent":"c{}","capacity":{}}}"#, at / 2, 1 + draw(2)));
    let posts = list(posts.collect());
    let people = (0..people).map(|at| {
        // The smaller of two numbers: some companies are wanted far more than others.
        let mut wishes: Vec<u64> = Vec::new();
        while wishes.len() < 5 {
            let wish = draw(companies).min(draw(companies));
            if !wishes.contains(&wish) {
                wishes.push(wish);
            }
        }
        let wishes = wishes.iter().fold(String::new(), |mut text, wish| {
            let _ = write!(text, r#"{}"c{wish}""#, if text.is_empty() { "" } else { "," });
            text
        });
        format!(r#"{{"id":"y{at}","preferences":[{wishes}]}}"#)
    });
    let people = list(people.collect());
    format!(
        r#"{{"format":"match-instance/1","id":"threads","groups":{groups},"posts":{posts},"applicants":{people},"lottery":{{"seed":"s"}}}}"#
    )
}

fn solved(program: &[&str], file: &str, objective: &str, more: &[&str]) -> Vec<u8> {
    let output = Command::new(program[0])
        .args(&program[1..])
        .args([file, "--objective", objective])
        .args(more)
        .output()
        .expect("the program runs");
    assert!(output.status.success(), "{objective}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn same_on_one_core_and_all(people: u64, companies: u64, more: &[&str]) {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let file = format!("{folder}/threads-{people}.json");
    std::fs::write(&file, instance(people, companies)).expect("the folder takes a file");
    let ours = env!("CARGO_BIN_EXE_match");
    for objective in ["greedy_generous", "generous", "greedy", "min_total_rank", "rank_maximal"] {
        let all = solved(&[ours], &file, objective, more);
        let one = solved(&["taskset", "--cpu-list", "0", ours], &file, objective, more);
        assert!(all == one, "{objective} of {people}");
        let result = format!("{folder}/threads-{people}-{objective}.json");
        std::fs::write(&result, all).expect("the folder takes a file");
        solved(&[ours], &file, objective, &["--check", &result]);
    }
}

#[test]
fn a_month_with_all_its_sensitivities() {
    same_on_one_core_and_all(120, 60, &["--sensitivity"]);
}

#[test]
fn a_crowd_whose_parts_are_cut_between_tiers() {
    same_on_one_core_and_all(4_000, 1_500, &[]);
}
