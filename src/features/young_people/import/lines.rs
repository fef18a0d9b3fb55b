//! The lines of a list, each read as the form on the page is, so that both ask the same and refuse the same.

use std::collections::HashSet;

use csv::{ReaderBuilder, StringRecord};
use sea_orm::ConnectionTrait;

use super::columns::{COLUMNS, Column, Column as C, heading};
use super::file::{self, delimiter};
use super::outcome::{Bad, Good, Read};
use super::span::{Span, lacks_a_quote};
use crate::domain::{Language, PlacementKind, TargetGroup};
use crate::features::accounts;
use crate::features::young_people::form::{Lists, PersonForm};
use crate::features::young_people::{NewYoungPerson, store};
use crate::web::{AppResult, Problems, form::clean};
use crate::words::Words;

/// More than a programme takes in at once; a longer file is the wrong file.
const MOST: usize = 500;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("columns are missing: {0:?}")]
    Missing(Vec<Column>),
    #[error("the headings lack a quote")]
    Quote(Span),
    #[error("there is nobody in the file")]
    Empty,
    #[error("there are more than {MOST} lines")]
    TooMany,
}

pub fn refusal(error: FileError, t: Words) -> String {
    match error {
        FileError::Missing(columns) => {
            let names: Vec<_> = columns.into_iter().map(|column| column.name(t)).collect();
            t.young_people_import_problem_columns(names.join(", "))
        }
        FileError::Quote(span) => t.young_people_import_problem_quote(span.to_string()),
        FileError::Empty => t.young_people_import_problem_empty(),
        FileError::TooMany => t.young_people_import_problem_many(MOST),
    }
}

/// Every line, taken or not. Reads only; taking them is the caller's.
pub async fn read(
    db: &impl ConnectionTrait,
    text: &str,
    t: Words,
) -> AppResult<Result<Read, FileError>> {
    let text = &format!("{}\n", file::text(text.as_bytes()).trim_end());
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let headings = match reader.headers() {
        Ok(record) if lacks_a_quote(record) => {
            return Ok(Err(FileError::Quote(Span::of(record, text))));
        }
        Ok(record) => record.iter().map(heading).collect::<Vec<_>>(),
        Err(_) => return Ok(Err(FileError::Empty)),
    };
    let missing: Vec<Column> = COLUMNS
        .into_iter()
        .filter(|column| column.is_needed() && !headings.contains(&Some(*column)))
        .collect();
    if !missing.is_empty() {
        return Ok(Err(FileError::Missing(missing)));
    }
    let records: Vec<StringRecord> = reader
        .into_records()
        .flatten()
        .filter(|record| record.iter().any(|field| !field.trim().is_empty()))
        .collect();
    match records.len() {
        0 => return Ok(Err(FileError::Empty)),
        many if many > MOST => return Ok(Err(FileError::TooMany)),
        _ => {}
    }
    sort(db, text, &headings, &records, t).await.map(Ok)
}

async fn sort(
    db: &impl ConnectionTrait,
    text: &str,
    headings: &[Option<Column>],
    records: &[StringRecord],
    t: Words,
) -> AppResult<Read> {
    let lists = Lists::load(db).await?;
    let (mut read, mut seen) = (Read { good: Vec::new(), bad: Vec::new() }, HashSet::new());
    for record in records {
        let (span, line) = (Span::of(record, text), Line { headings, record });
        if lacks_a_quote(record) {
            let why = vec![t.young_people_import_problem_quote(span.to_string())];
            read.bad.push(Bad { span, name: line.get(C::Name), why, is_there: false });
            continue;
        }
        let (form, mut problems) = line.form(&lists, t);
        let mut person = form.checked(&lists, t);
        if let Ok(new) = &person
            && let Some(why) = already_there(db, new, &mut seen, t).await?
        {
            problems.add("", why);
        }
        if let Err(found) = &person {
            // A name that is not on a list has been told by name already.
            for problem in found
                .iter()
                .filter(|found| problems.of(&found.field).is_empty())
                .cloned()
                .collect::<Vec<_>>()
            {
                problems.add(problem.field.clone(), line.told(&problem.field, &problem.text, t));
            }
        }
        if !problems.is_empty() {
            person = Err(Problems::default());
        }
        match person {
            Ok(person) => read.good.push(Good {
                number: span.first,
                group: line.get(C::Group),
                consultant: named(&lists, &form.consultant),
                purpose: t.kind("placement-kind", person.purpose.as_str()),
                person,
            }),
            Err(_) => {
                let why: Vec<_> = problems.iter().map(|problem| problem.text.clone()).collect();
                let is_there = why == [t.young_people_import_problem_there()];
                read.bad.push(Bad { span, name: line.get(C::Name), why, is_there });
            }
        }
    }
    Ok(read)
}

fn named(lists: &Lists, id: &str) -> String {
    let found = lists.consultants.iter().find(|row| row.id.to_string() == id);
    found.map(|row| row.name.clone()).unwrap_or_default()
}

/// The same e-mail, or the same name and number, in the programme or further up in the file.
async fn already_there(
    db: &impl ConnectionTrait,
    new: &NewYoungPerson,
    seen: &mut HashSet<String>,
    t: Words,
) -> AppResult<Option<String>> {
    let phone = new.phone.clone().unwrap_or_default();
    let key = match &new.email {
        Some(email) => accounts::store::folded(email),
        None => format!("{}\n{phone}", new.name),
    };
    if !seen.insert(key) {
        return Ok(Some(t.young_people_import_problem_twice()));
    }
    let there = match &new.email {
        Some(email) => accounts::store::by_email(db, email).await?.is_some(),
        None => store::somebody_like(db, &new.name, &phone).await?,
    };
    Ok(there.then(|| t.young_people_import_problem_there()))
}

struct Line<'a> {
    headings: &'a [Option<Column>],
    record: &'a StringRecord,
}

impl Line<'_> {
    fn get(&self, column: Column) -> String {
        let place = self.headings.iter().position(|heading| *heading == Some(column));
        place.and_then(|place| self.record.get(place)).map(clean).unwrap_or_default()
    }

    /// The line as if somebody had typed it into the form; what names nothing we know is told by its name.
    fn form(&self, lists: &Lists, t: Words) -> (PersonForm, Problems) {
        let mut problems = Problems::default();
        let group = same(&lists.groups, &self.get(C::Group), |row| [&row.name]);
        let group = group.map(|row| row.id.to_string()).unwrap_or_else(|| {
            problems.add("group", t.young_people_import_problem_group(self.get(C::Group)));
            String::new()
        });
        let consultant = self.get(C::Consultant);
        let found = same(&lists.consultants, &consultant, |row| {
            std::iter::once(&row.name).chain(row.email.as_ref())
        });
        let consultant = found.map(|row| row.id.to_string()).unwrap_or_else(|| {
            problems.add("consultant", t.young_people_import_problem_consultant(consultant));
            String::new()
        });
        let requirements = self.requirements(lists, &mut problems, t);
        let form = PersonForm {
            name: self.get(C::Name),
            email: self.get(C::Email),
            phone: self.get(C::Phone),
            language: self.language(),
            group,
            consultant,
            purpose: labelled(PlacementKind::ALL, "placement-kind", &self.get(C::Purpose)),
            goal: self.get(C::Goal),
            target_group: labelled(TargetGroup::ALL, "target-group", &self.get(C::TargetGroup)),
            case_reference: self.get(C::CaseReference),
            requirements,
            seen: String::new(),
        };
        (form, problems)
    }

    /// Danish when the column is empty or absent.
    fn language(&self) -> String {
        let typed = self.get(C::Language).to_lowercase();
        match typed.as_str() {
            "" | "da" | "dansk" | "danish" => Language::Danish.to_string(),
            "en" | "engelsk" | "english" => Language::English.to_string(),
            _ => typed,
        }
    }

    fn requirements(&self, lists: &Lists, problems: &mut Problems, t: Words) -> Vec<String> {
        let typed = self.get(C::Requirements);
        let mut ids = Vec::new();
        for one in typed.split(['|', ',', '\n']).map(str::trim).filter(|one| !one.is_empty()) {
            let found =
                same(&lists.requirements, one, |row| [&row.code, &row.name_da, &row.name_en]);
            match found {
                Some(row) => ids.push(row.id.to_string()),
                None => problems
                    .add("requirements", t.young_people_import_problem_requirement(one.to_owned())),
            }
        }
        ids
    }

    /// A problem of the form's, with the column it is in.
    fn told(&self, field: &str, why: &str, t: Words) -> String {
        let column = match field {
            "name" => C::Name,
            "email" => C::Email,
            "phone" => C::Phone,
            "language" => C::Language,
            "group" => C::Group,
            "consultant" => C::Consultant,
            "purpose" => C::Purpose,
            "goal" => C::Goal,
            "target_group" => C::TargetGroup,
            "case_reference" => C::CaseReference,
            _ => return why.to_owned(),
        };
        t.young_people_import_problem_in(column.name(t), why)
    }
}

/// The one of `all` that goes by `typed`, without regard to case.
fn same<'a, T, N: IntoIterator<Item = &'a String>>(
    all: &'a [T],
    typed: &str,
    names: impl Fn(&'a T) -> N,
) -> Option<&'a T> {
    let typed = typed.to_lowercase();
    all.iter().find(|one| names(one).into_iter().any(|name| name.to_lowercase() == typed))
}

/// The value whose text, Danish or English label was written; what was typed when there is none.
fn labelled<T: Copy + std::fmt::Display>(all: &[T], list: &str, typed: &str) -> String {
    let wanted = typed.to_lowercase();
    let is_meant = |value: &&T| {
        let text = value.to_string();
        let labels = Language::ALL.iter().map(|language| Words(*language).kind(list, &text));
        wanted == text || labels.into_iter().any(|label| label.to_lowercase() == wanted)
    };
    all.iter().find(is_meant).map_or_else(|| typed.to_owned(), T::to_string)
}
