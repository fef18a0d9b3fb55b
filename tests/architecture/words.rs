//! Every message has a use, every use has its message, and no message holds markup.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use omvendt::words::KEYS;

use super::source::sources;

/// All the code and templates that can say something.
fn everything() -> String {
    let mut text: String = sources("src").into_iter().map(|source| source.code + "\n").collect();
    templates(Path::new("frontend/templates"), &mut text);
    text
}

fn templates(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("the templates").flatten() {
        match entry.path() {
            path if path.is_dir() => templates(&path, text),
            path => text.push_str(&fs::read_to_string(path).expect("a template")),
        }
    }
}

/// The literals in calls that take a key: `say("…")`, `notice("…")`, `code = "…"`.
#[test]
fn every_key_that_is_named_exists() {
    let text = everything();
    let mut missing = BTreeSet::new();
    for call in ["say(\"", "say_with(\"", "say(&\"", "notice(\"", "code = \""] {
        for (start, _) in text.match_indices(call) {
            let rest = &text[start + call.len()..];
            let key = rest.split('"').next().expect("a literal ends");
            if !key.contains('{') && KEYS.binary_search(&key).is_err() {
                missing.insert(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "there is no message for {missing:?}");
}

#[test]
fn every_message_is_said_somewhere() {
    let text = everything();
    let named: BTreeSet<&str> =
        text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_').collect();
    let literals: BTreeSet<&str> = text.split('"').collect();
    // `say(&format!("kind-{list}-{text}"))` may say everything that begins with `kind-`.
    let beginnings: Vec<&str> = literals
        .iter()
        .filter_map(|literal| literal.split_once('{'))
        .map(|(beginning, _)| beginning)
        .filter(|beginning| {
            beginning.ends_with('-')
                && beginning.len() > 3
                && beginning.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-')
        })
        .collect();
    let silent: Vec<&str> = KEYS
        .iter()
        .copied()
        .filter(|key| !named.contains(key.replace('-', "_").as_str()))
        .filter(|key| !literals.contains(key))
        .filter(|key| !beginnings.iter().any(|beginning| key.starts_with(beginning)))
        .collect();
    assert!(silent.is_empty(), "nothing says these messages:\n{}", silent.join("\n"));
}

#[test]
fn no_message_holds_markup() {
    let mut wrong = Vec::new();
    for language in ["da", "en"] {
        for entry in fs::read_dir(format!("frontend/locales/{language}")).expect("words").flatten()
        {
            let text = fs::read_to_string(entry.path()).expect("a file of words");
            let marked = text.lines().filter(|line| {
                let tag = line.match_indices('<').any(|(start, _)| {
                    line[start + 1..].starts_with(|sign: char| sign.is_alphabetic() || sign == '/')
                });
                tag || line.contains("&nbsp;") || line.contains("&amp;")
            });
            wrong.extend(marked.map(|line| format!("{}: {line}", entry.path().display())));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
