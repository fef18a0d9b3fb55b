//! Makes one method per Fluent message, so that a missing key or variable is a compile error in the page that
//! needs it, and refuses to build when the languages do not say the same things.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};

fn main() {
    println!("cargo::rerun-if-changed=frontend/locales");
    println!("cargo::rerun-if-changed=frontend/templates");
    println!("cargo::rerun-if-changed=askama.toml");
    let danish = messages(Path::new("frontend/locales/da"));
    let english = messages(Path::new("frontend/locales/en"));

    let problems = differences(&danish, &english);
    assert!(problems.is_empty(), "the languages differ:\n{}", problems.join("\n"));

    let out = Path::new(&env::var("OUT_DIR").expect("cargo sets OUT_DIR")).join("words.rs");
    fs::write(out, methods(&danish)).expect("OUT_DIR can be written");
}

type Messages = BTreeMap<String, Vec<String>>;

/// Every message of a language with its variables in the order they first appear.
fn messages(folder: &Path) -> Messages {
    let mut messages = Messages::new();
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the locale folder exists")
        .flatten()
        .map(|f| f.path())
        .collect();
    files.sort();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "ftl")) {
        let text = fs::read_to_string(file).expect("a locale file can be read");
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {:?}", file.display(), errors.first()));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut variables = Vec::new();
            if let Some(pattern) = &message.value {
                of_pattern(pattern, &mut variables);
            }
            let before = messages.insert(message.id.name.to_owned(), variables);
            assert!(before.is_none(), "{}: {} is there twice", file.display(), message.id.name);
        }
    }
    messages
}

fn of_pattern(pattern: &Pattern<&str>, variables: &mut Vec<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, variables);
        }
    }
}

fn of_expression(expression: &Expression<&str>, variables: &mut Vec<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, variables),
        Expression::Select { selector, variants } => {
            of_inline(selector, variables);
            variants.iter().for_each(|variant| of_pattern(&variant.value, variables));
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, variables: &mut Vec<String>) {
    match inline {
        InlineExpression::VariableReference { id } if !variables.iter().any(|v| v == id.name) => {
            variables.push(id.name.to_owned());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. }, ..
        } => {
            positional.iter().for_each(|argument| of_inline(argument, variables));
        }
        InlineExpression::Placeable { expression } => of_expression(expression, variables),
        _ => {}
    }
}

fn differences(danish: &Messages, english: &Messages) -> Vec<String> {
    let mut problems = Vec::new();
    for (key, variables) in danish {
        match english.get(key) {
            None => problems.push(format!("{key} has no English")),
            Some(other) => {
                let (mut ours, mut theirs) = (variables.clone(), other.clone());
                ours.sort();
                theirs.sort();
                if ours != theirs {
                    problems.push(format!(
                        "{key} has the variables {ours:?} in Danish and {theirs:?} in English"
                    ));
                }
            }
        }
    }
    problems.extend(
        english
            .keys()
            .filter(|key| !danish.contains_key(*key))
            .map(|key| format!("{key} has no Danish")),
    );
    problems
}

fn methods(messages: &Messages) -> String {
    let mut code = String::from("impl Words {\n");
    for (key, variables) in messages {
        let name = key.replace('-', "_");
        let parameters: String = variables
            .iter()
            .map(|v| format!(", {}: impl Into<FluentValue<'a>>", v.replace('-', "_")))
            .collect();
        let pairs: String = variables
            .iter()
            .map(|v| format!("({v:?}, {}.into()), ", v.replace('-', "_")))
            .collect();
        let lifetime = if variables.is_empty() { "" } else { "<'a>" };
        let body = if variables.is_empty() {
            format!("self.say({key:?})")
        } else {
            format!("self.say_with({key:?}, [{pairs}])")
        };
        writeln!(code, "    pub fn {name}{lifetime}(self{parameters}) -> String {{ {body} }}")
            .expect("a string grows");
    }
    code.push_str("}\n\n/// Every key there is.\npub const KEYS: &[&str] = &[\n");
    for key in messages.keys() {
        writeln!(code, "    {key:?},").expect("a string grows");
    }
    code.push_str("];\n");
    code
}
