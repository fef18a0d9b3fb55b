//! Reads the source and proves what the house promises: who may use whom, who writes which table, and that every
//! word there is has a use.

#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/words.rs"]
mod words;

use std::collections::{BTreeMap, BTreeSet};

use source::{Source, sources};

/// From the top of the house down. What stands on one floor may use its own floor and those below.
const FLOORS: &[&[&str]] = &[
    &["main", "commands"],
    &["app", "jobs", "seed"],
    &["features"],
    &["web", "mail"],
    &["state", "live", "words", "clock", "settings"],
    &["match_files"],
    &["entities", "migrations"],
    &["matching", "meetings", "domain"],
];

fn floor(module: &str) -> usize {
    FLOORS.iter().position(|floor| floor.contains(&module)).unwrap_or_else(|| {
        panic!("src/{module} has no floor: give it one in tests/architecture.rs")
    })
}

#[test]
fn nothing_uses_what_stands_above_it() {
    let mut wrong = Vec::new();
    for source in sources("src").iter().filter(|source| source.module[0] != "lib") {
        for used in source.uses().iter().filter(|used| modules().contains(&used[0])) {
            if floor(&used[0]) < floor(&source.module[0]) {
                wrong.push(format!("{} uses {}", source.file, used.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_slice_uses_only_slices_above_it_in_the_list() {
    let order = slices();
    let place = |name: &str| order.iter().position(|slice| slice == name);
    let mut wrong = Vec::new();
    for source in sources("src/features").iter().filter(|source| source.module.len() > 1) {
        for used in source.uses().iter().filter(|used| used[0] == "features" && used.len() > 1) {
            let (user, used) = (&source.module[1], &used[1]);
            if user != used && place(used) > place(user) {
                wrong.push(format!("{} uses {used}", source.file));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_rules_and_the_engines_know_nothing_of_the_web_the_database_or_each_other() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("domain", &["chrono", "serde", "thiserror", "uuid"] as &[&str]),
        ("matching", &["sha2"]),
        ("meetings", &[]),
    ]);
    let mut wrong = Vec::new();
    for (module, crates) in allowed {
        for source in sources(&format!("src/{module}")) {
            let others = source.uses().into_iter().filter(|used| used[0] != module);
            wrong.extend(others.map(|used| format!("{} uses {}", source.file, used.join("::"))));
            for dependency in source::dependencies() {
                if !crates.contains(&dependency.as_str()) && source.names_crate(&dependency) {
                    wrong.push(format!("{} uses {dependency}", source.file));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_table_is_written_by_the_slice_that_owns_it_and_no_other() {
    let tables: BTreeSet<String> =
        sources("src/entities").iter().filter_map(|source| source.module.get(1).cloned()).collect();
    let mut owners: BTreeMap<String, String> = BTreeMap::from([("mail".into(), "mail".into())]);
    for slice in slices() {
        for table in owned(&slice) {
            assert!(tables.contains(&table), "{slice} owns {table}, which is no table");
            if let Some(other) = owners.insert(table.clone(), slice.clone()) {
                panic!("{slice} and {other} both own {table}");
            }
        }
    }
    let mut wrong = Vec::new();
    for source in sources("src") {
        let who = match source.module[0].as_str() {
            "features" if source.module.len() > 1 => &source.module[1],
            // The demo's people and companies are rows from the start; what they do goes through the slices.
            "entities" | "migrations" | "seed" => continue,
            top => top,
        };
        for table in tables.iter().filter(|table| source.writes(table)) {
            if owners.get(table).map(String::as_str) != Some(who) {
                wrong.push(format!("{} writes {table}", source.file));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What stands at the root of the crate; any other name there is a macro.
fn modules() -> Vec<String> {
    declared("src/lib.rs")
}

/// The slices in the order of `features/mod.rs`.
fn slices() -> Vec<String> {
    declared("src/features/mod.rs")
}

fn declared(file: &str) -> Vec<String> {
    let list = std::fs::read_to_string(file).expect("a list of modules");
    let names = list.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    names.map(str::to_owned).collect()
}

/// The tables in the sentence of a slice's documentation that begins with “Owns”.
fn owned(slice: &str) -> Vec<String> {
    let file = |path: String| std::fs::read_to_string(path).ok();
    let text = file(format!("src/features/{slice}/mod.rs"))
        .or_else(|| file(format!("src/features/{slice}.rs")))
        .expect("a slice has a file");
    let doc: Vec<&str> = text.lines().map_while(|line| line.strip_prefix("//!")).collect();
    let doc = doc.join(" ");
    let Some((_, sentence)) = doc.split_once("Owns ") else { return Vec::new() };
    let sentence = sentence.split_once('.').map_or(sentence, |(first, _)| first);
    if sentence.starts_with("no") {
        return Vec::new();
    }
    sentence.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_source_reader_sees_groups_supers_and_tests_as_they_are() {
    let source = Source::of(
        "src/features/accounts/own/mod.rs",
        "use crate::{domain::{Role, id}, web::Page};\nuse super::{store, super::calls};\n\
         fn f() { crate::mail::enqueue() } // crate::app\n#[cfg(test)]\nmod tests { use crate::app; }\n",
    );
    let uses: Vec<String> = source.uses().iter().map(|used| used.join("::")).collect();
    for expected in [
        "domain::Role",
        "domain::id",
        "web::Page",
        "features::accounts::store",
        "features::calls",
        "mail::enqueue",
    ] {
        assert!(uses.iter().any(|used| used == expected), "{expected} is not in {uses:?}");
    }
    assert_eq!(uses.len(), 6, "{uses:?}");
}
