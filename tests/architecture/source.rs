//! Enough of Rust's grammar to see which modules a file uses.

use std::fs;
use std::path::Path;

pub struct Source {
    pub file: String,
    /// `["features", "accounts", "own"]` for `src/features/accounts/own/mod.rs`.
    pub module: Vec<String>,
    /// Without comments and without what only tests see.
    pub code: String,
}

/// Every Rust file below a folder, or the file of that name beside it, without test files.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut files = Vec::new();
    collect(Path::new(folder), &mut files);
    let beside = format!("{folder}.rs");
    if Path::new(&beside).is_file() {
        files.push(beside);
    }
    assert!(!files.is_empty(), "nothing below {folder}");
    files
        .iter()
        .filter(|file| !file.contains("/tests/") && !file.ends_with("/tests.rs"))
        .map(|file| Source::of(file, &fs::read_to_string(file).expect("a source file")))
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path.to_str().expect("a plain name").to_owned());
        }
    }
}

/// The names of the packages we depend on, as code spells them.
pub fn dependencies() -> Vec<String> {
    let manifest = fs::read_to_string("Cargo.toml").expect("the manifest");
    let (_, list) = manifest.split_once("\n[dependencies]\n").expect("dependencies");
    let list = list.split("\n[").next().expect("a section");
    let names = list.lines().filter_map(|line| line.split_once([' ', '='])).map(|(name, _)| name);
    names.map(|name| name.trim().replace('-', "_")).collect()
}

impl Source {
    pub fn of(file: &str, text: &str) -> Self {
        let inner = file.strip_prefix("src/").unwrap_or(file).trim_end_matches(".rs");
        let mut module: Vec<String> = inner.split('/').map(str::to_owned).collect();
        if module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        let without_comment = |line: &str| line.split("//").next().unwrap_or_default().to_owned();
        let code = text.lines().map(without_comment).collect::<Vec<_>>().join("\n");
        Self { file: file.to_owned(), module, code }
    }

    /// The modules of our own crate that this file names, from the crate's root.
    pub fn uses(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        for (start, word) in ["crate", "super"].iter().flat_map(|w| self.code.match_indices(w)) {
            let before = self.code[..start].chars().next_back();
            let is_inner =
                before.is_some_and(|sign| sign.is_alphanumeric() || "_:$".contains(sign));
            let inside_group = self.code[..start].ends_with("super::{")
                || self.in_super_group(start) && word == "super";
            if !is_inner && !inside_group && self.code[start + word.len()..].starts_with("::") {
                self.tree(&self.code[start..], &[], &mut found);
            }
        }
        found.retain(|path| !path.is_empty());
        found
    }

    /// Whether a `super` stands in the braces of another one, which has read it already.
    fn in_super_group(&self, at: usize) -> bool {
        let statement = self.code[..at].rfind(';').map_or(0, |end| end + 1);
        let so_far = &self.code[statement..at];
        so_far.contains("super::{") && so_far.matches('{').count() > so_far.matches('}').count()
    }

    /// Reads a path such as `crate::{domain::{Role, id}, web}` with what stands before it.
    fn tree<'a>(&self, text: &'a str, before: &[String], found: &mut Vec<Vec<String>>) -> &'a str {
        let mut path = before.to_vec();
        let mut rest = text.trim_start();
        loop {
            if let Some(group) = rest.strip_prefix('{') {
                let mut rest = group;
                loop {
                    rest = rest.trim_start().trim_start_matches(',').trim_start();
                    if rest.is_empty() {
                        return rest;
                    }
                    if let Some(after) = rest.strip_prefix('}') {
                        return after;
                    }
                    rest = self.tree(rest, &path, found);
                }
            }
            let end = rest.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
            let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
            match word {
                "crate" => path.clear(),
                "super" if path.is_empty() => {
                    path = self.module.clone();
                    path.pop();
                }
                "super" => {
                    path.pop();
                }
                "self" | "" => {}
                word => path.push(word.to_owned()),
            }
            match after.strip_prefix("::") {
                Some(after) => rest = after,
                None => {
                    found.push(path);
                    let skipped = after.trim_start_matches('*').trim_start();
                    let Some(renamed) = skipped.strip_prefix("as ") else {
                        return after.trim_start_matches('*');
                    };
                    let end = renamed.find(|sign: char| !sign.is_alphanumeric() && sign != '_');
                    return &renamed[end.unwrap_or(renamed.len())..];
                }
            }
        }
    }

    pub fn names_crate(&self, name: &str) -> bool {
        self.code.match_indices(name).any(|(start, _)| {
            let before = self.code[..start].chars().next_back();
            let stands_alone =
                before.is_none_or(|sign| !sign.is_alphanumeric() && !"_:.".contains(sign));
            stands_alone && self.code[start + name.len()..].starts_with("::")
        })
    }

    /// Whether this file inserts into, changes or deletes from a table.
    pub fn writes(&self, table: &str) -> bool {
        ["ActiveModel", "Entity::insert", "Entity::update", "Entity::delete"].iter().any(|act| {
            let wanted = format!("{table}::{act}");
            self.code.match_indices(&wanted).any(|(start, _)| {
                let before = self.code[..start].chars().next_back();
                before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_')
            })
        })
    }
}
