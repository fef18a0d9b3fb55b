//! The files as people write them, right and wrong.

use std::io::Write;

use super::*;
use crate::matching::{
    self, Control, Objective, Proven, WhyNot, sensitivity, solve, verify, why_not,
};

/// The example of docs/matching-format.md.
const EXAMPLE: &str = r#"{
  "format": "match-instance/1", "id": "pilot-example",
  "kinds": ["clarification", "training"],
  "lottery": {"seed": "drawn in public on 1 March"},
  "groups": [
    {"id": "acme", "upper_quota": 3, "priorities": ["y4", ["y1", "y2"]]},
    {"id": "acme/jo", "parent": "acme", "upper_quota": 1}
  ],
  "posts": [
    {"id": "acme/clarification", "parent": "acme", "kind": "clarification", "capacity": 2},
    {"id": "acme/training/jo", "parent": "acme/jo", "kind": "training", "capacity": 2},
    {"id": "bakery", "kind": "training", "capacity": 1}
  ],
  "applicants": [
    {"id": "y1", "preferences": ["acme", "bakery"], "kinds": ["training"]},
    {"id": "y2", "preferences": [["acme", "bakery"]]},
    {"id": "y3", "preferences": ["bakery", "acme/clarification"]},
    {"id": "y4", "preferences": ["bakery"]},
    {"id": "y5", "preferences": ["acme"], "x": {"note": "free"}}
  ],
  "forbidden": [{"applicant": "y4", "at": "acme", "x": "works there"}],
  "pins": [{"applicant": "y4", "post": "bakery"}],
  "objective": "generous"
}"#;

fn solved() -> (matching::Instance, matching::Solution) {
    let instance = parse_instance(EXAMPLE).unwrap().to_instance().unwrap();
    let solution = solve(&instance, instance.objective().unwrap(), &Control::default()).unwrap();
    (instance, solution)
}

#[test]
fn the_example_comes_out_as_the_format_says() {
    let (instance, solution) = solved();
    assert_eq!((solution.size, solution.profile.as_slice()), (4, &[4, 0][..]));
    let unplaced: Vec<&str> = solution.unassigned().map(|who| instance.applicant_id(who)).collect();
    assert_eq!(unplaced, ["y3"]);

    let rows = sensitivity(&instance, &solution, &Control::default()).unwrap();
    let mut file = SolutionFile::of(&instance, &solution);
    file.add_sensitivity(&instance, &rows);
    let bakery = Places(vec![("bakery".into(), 1)]);
    let row = file.sensitivity.iter().find(|row| row.places == bakery).unwrap();
    assert_eq!((row.size, row.profile.as_slice()), (5, &[5, 0][..]));

    let (y3, post) =
        (instance.find_applicant("y3").unwrap(), instance.find_node("acme/clarification").unwrap());
    let answer = why_not(&instance, &solution, y3, post, &Control::default()).unwrap();
    file.add_why_not(&instance, y3, post, &answer);
    assert_eq!(file.why_not[0].profile.as_deref(), Some(&[3, 1][..]));
    let bakery = instance.find_node("bakery").unwrap();
    let pinned = why_not(&instance, &solution, y3, bakery, &Control::default()).unwrap();
    assert_eq!(pinned, WhyNot::Pinned);
    file.add_why_not(&instance, y3, bakery, &pinned);
    assert!(file.why_not[1].infeasible && file.why_not[1].size.is_none());

    let jo = instance.find_node("acme/training/jo").unwrap();
    let y1 = instance.find_applicant("y1").unwrap();
    let has = why_not(&instance, &solution, y1, jo, &Control::default()).unwrap();
    file.add_why_not(&instance, y1, jo, &has);
    assert_eq!((file.why_not[2].size, file.why_not[2].infeasible), (Some(4), false));
}

#[test]
fn an_instance_survives_being_written_and_read() {
    let file = parse_instance(EXAMPLE).unwrap();
    let text = file.to_json().unwrap();
    assert_eq!(parse_instance(&text).unwrap(), file);

    let other = EXAMPLE
        .replace("{\"seed\"", "{\"method\": \"serial\", \"seed\"")
        .replace("\"objective\": \"generous\"", "\"rank_basis\": \"admissible\"");
    let file = parse_instance(&other).unwrap();
    let text = file.to_json().unwrap();
    assert!(text.contains("\"serial\"") && text.contains("\"admissible\""), "{text}");
    assert!(!text.contains("objective"), "{text}");
    assert_eq!(parse_instance(&text).unwrap(), file);
    assert!(file.to_instance().is_ok());
}

#[test]
fn signs_may_be_spelled_as_json_spells_them() {
    let spelled =
        EXAMPLE.replace("\"bakery\"", "\"b\\u0061kery\"").replace("\"y4\"", "\"\\u00794\"");
    assert_ne!(spelled, EXAMPLE);
    assert_eq!(parse_instance(&spelled).unwrap(), parse_instance(EXAMPLE).unwrap());
}

#[test]
fn a_solution_survives_being_written_and_read_and_still_verifies() {
    let (instance, _) = solved();
    for objective in Objective::ALL {
        let solution = solve(&instance, objective, &Control::default()).unwrap();
        let text = SolutionFile::of(&instance, &solution).to_json().unwrap();
        let file = parse_solution(&text).unwrap();
        assert_eq!(file.to_json().unwrap(), text);
        let again = file.to_solution(&instance).unwrap();
        assert_eq!(again, solution);
        let expected =
            if objective == Objective::Stable { Proven::Stable } else { Proven::ObjectiveAndDraw };
        assert_eq!(verify(&instance, &again), Ok(expected));
    }
}

#[test]
fn gzip_is_read_like_plain_text() {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packer.write_all(EXAMPLE.as_bytes()).unwrap();
    let packed = packer.finish().unwrap();
    assert_eq!(unpack(&packed).unwrap(), EXAMPLE);
    assert!(
        unpack(&packed[..packed.len() / 2]).unwrap_err().to_string().contains("cannot be unpacked")
    );
    assert_eq!(unpack(EXAMPLE.as_bytes()).unwrap(), EXAMPLE);
    let large = read::unpack_up_to(EXAMPLE.len() as u64, &packed).unwrap_err();
    assert_eq!(large.to_string(), "the file is larger than 8 GB when unpacked");
    assert_eq!(read::unpack_up_to(EXAMPLE.len() as u64 + 1, &packed).unwrap(), EXAMPLE);
    assert_eq!(unpack(b"{\n\"\xff\"}").unwrap_err().to_string(), "line 2: the file is not UTF-8");
}

fn refused(from: &str, to: &str) -> String {
    let text = EXAMPLE.replacen(from, to, 1);
    assert_ne!(text, EXAMPLE, "the test must change something");
    match parse_instance(&text) {
        Err(error) => error.to_string(),
        Ok(file) => ReadError::from(file.to_instance().unwrap_err()).to_string(),
    }
}

#[test]
fn every_mistake_is_one_sentence_with_its_place() {
    for (from, to, says) in [
        (
            "\"upper_quota\": 3",
            "\"uper_quota\": 3",
            "line 6, column 31: unknown field `uper_quota`",
        ),
        ("\"capacity\": 1", "\"capacity\": -1", "invalid value: integer `-1`, expected u64"),
        ("\"capacity\": 1", "\"capacity\": 1.5", "invalid type: floating point"),
        ("\"capacity\": 1", "\"capacity\": 99999999999999999999", "line 12"),
        ("\"capacity\": 1", "\"capacity\": 9999999999", "post 'bakery': capacity is 9999999999"),
        (
            "match-instance/1",
            "match-instance/2",
            "'format' must be 'match-instance/1', not 'match-instance/2'",
        ),
        ("\"generous\"", "\"kind\"", "unknown objective 'kind'"),
        (
            "[\"bakery\", \"acme/clarification\"]",
            "[\"bakry\"]",
            "applicant 'y3': preferences, class 1, names 'bakry'",
        ),
        (
            "\"parent\": \"acme\", \"upper",
            "\"parent\": \"acme/jo\", \"upper",
            "'acme/jo' form a circle",
        ),
        ("\"id\": \"y2\"", "\"id\": \"y1\"", "applicants: the id 'y1' is used twice"),
        ("\"id\": \"y1\"", "\"id\": \"y1\", \"id\": \"y9\"", "duplicate field `id`"),
        ("\"post\": \"bakery\"", "\"post\": \"acme/training/jo\"", "a forbidden pair"),
        (
            "\"preferences\": [\"acme\"]",
            "\"preferences\": [7]",
            "an id, or a list of ids that are held equal",
        ),
        ("\"id\": \"bakery\"", "\"id\": 7", "invalid type: integer `7`, expected a string"),
        ("\"objective\"", "\"rank_basis\": \"exact\", \"objective\"", "unknown variant `exact`"),
        (
            "{\"seed\"",
            "{\"method\": \"dice\", \"seed\"",
            "unknown variant `dice`, expected `weights` or `serial`",
        ),
    ] {
        let sentence = refused(from, to);
        assert!(sentence.contains(says), "{sentence}");
        assert!(!sentence.contains('\n'), "{sentence}");
    }
    let cut = parse_instance(&EXAMPLE[..400]).unwrap_err().to_string();
    assert!(cut.starts_with("line 10, column") && cut.contains("EOF"), "{cut}");
}

#[test]
fn a_solution_of_something_else_is_refused() {
    let (instance, solution) = solved();
    let text = SolutionFile::of(&instance, &solution).to_json().unwrap();
    for (from, to, says) in [
        ("pilot-example", "other", "for the instance 'other', not for 'pilot-example'"),
        ("{\"applicant\":\"y1\"", "{\"applicant\":\"y9\"", "there is no applicant 'y9'"),
        ("\"post\":\"bakery\"", "\"post\":\"acme\"", "there is no post 'acme'"),
        ("{\"applicant\":\"y2\"", "{\"applicant\":\"y1\"", "'y1' is assigned more than once"),
        ("\"unassigned\":[\"y3\"]", "\"unassigned\":[]", "unassigned: 'y3'"),
        ("\"unassigned\":[\"y3\"]", "\"unassigned\":[\"y1\"]", "unassigned: 'y1'"),
        ("dual_prices", "trust_me", "unknown kind 'trust_me'"),
        ("\"size\",", "\"niceness\",", "unknown tier 'niceness'"),
        ("\"tiers\":[\"size\",", "\"tiers\":[", "has 3 numbers for 2 tiers"),
        ("\"capacity_price\":{\"acme", "\"capacity_price\":{\"acne", "capacity_price names 'acne"),
        (
            "\"capacity_price\":{\"",
            "\"capacity_price\":{\"bakery\":[9,9,9],\"",
            "names 'bakery' twice",
        ),
        (
            "\"kind\":\"dual_prices\",\"tiers\"",
            "\"kind\":\"dual_prices\",\"proofs\":[],\"tiers\"",
            "",
        ),
        (
            "\"kind\":\"dual_prices\",\"tiers\"",
            "\"kind\":\"dual_prices\",\"proofs\":[{\"tiers\":[],\"applicant_price\":{},\
             \"capacity_price\":{}}],\"tiers\"",
            "give tiers and both price tables, or proofs",
        ),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "the test must change something: {from}");
        let outcome = parse_solution(&changed).unwrap().to_solution(&instance);
        match outcome {
            Ok(_) => assert_eq!(says, ""),
            Err(mismatch) => assert!(mismatch.to_string().contains(says), "{mismatch}"),
        }
    }
}

#[test]
fn a_solution_that_is_none_is_refused_with_its_place() {
    let (instance, solution) = solved();
    let text = SolutionFile::of(&instance, &solution).to_json().unwrap();
    for (from, to, says) in [
        ("match-solution/1", "match-instance/1", "'format' must be 'match-solution/1'"),
        ("\"capacity_price\":{", "\"capacity_price\":7,\"x\":{", "expected a map by id"),
        ("\"size\":4", "\"size\":-4", "invalid value: integer `-4`"),
        ("\"profile\":[4", "\"profile\":[4294967296", "invalid value: integer `4294967296`"),
    ] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "the test must change something: {from}");
        let sentence = parse_solution(&changed).unwrap_err().to_string();
        assert!(sentence.starts_with("line 1, column") && sentence.contains(says), "{sentence}");
    }
}
