//! The fields of a place, and what they mean once they are right.

use serde::Deserialize;
use validator::Validate;

use crate::domain::{MentorId, PlacementKind, RequirementId};
use crate::entities::{mentor, place, requirement};
use crate::web::form::required;
use crate::web::stale::{self, Shown};
use crate::web::{Problems, check, typed};
use crate::words::Words;

/// More in one row is a slip of the finger.
const MOST: i32 = 30;

/// What a company can offer here. Ordinary paid hours come out of a placement; nobody offers them beforehand.
pub const KINDS: [PlacementKind; 2] = [PlacementKind::Clarification, PlacementKind::Training];

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PlaceForm {
    pub kind: String,
    pub number: String,
    #[validate(custom(function = "required"), length(max = 1000, code = "problem-too-long"))]
    pub tasks: String,
    pub hours_from: String,
    pub hours_to: String,
    pub mentor: String,
    pub requires: Vec<String>,
    pub seen: String,
}

/// A place whose every field is right.
#[derive(Clone, Debug)]
pub struct NewPlace {
    pub kind: PlacementKind,
    pub number: i32,
    pub tasks: String,
    pub hours_from: String,
    pub hours_to: String,
    pub mentor: Option<MentorId>,
    pub requires: Vec<RequirementId>,
}

impl PlaceForm {
    pub fn of(place: &place::Model, requires: &[RequirementId]) -> Self {
        let mut requires: Vec<String> = requires.iter().map(ToString::to_string).collect();
        requires.sort();
        let mut form = Self {
            kind: place.kind.as_str().to_owned(),
            number: place.number.to_string(),
            tasks: place.tasks.clone(),
            hours_from: place.hours_from.clone(),
            hours_to: place.hours_to.clone(),
            mentor: place.mentor_id.map(|id| id.to_string()).unwrap_or_default(),
            requires,
            seen: String::new(),
        };
        form.seen = stale::mark(&form);
        form
    }

    /// The place, or what stands in its way; `mentors` and `kept` are those that can be chosen.
    pub fn read(
        &self,
        mentors: &[mentor::Model],
        kept: &[requirement::Model],
        t: Words,
    ) -> Result<NewPlace, Problems> {
        let mut problems = check(self, t);
        let kind = self.kind.parse().ok().filter(|kind| KINDS.contains(kind));
        let number = self.number.parse().ok().filter(|number| (1..=MOST).contains(number));
        let (from, to) = (typed::time(&self.hours_from), typed::time(&self.hours_to));
        let mentor = mentors.iter().find(|mentor| mentor.id.to_string() == self.mentor);
        if kind.is_none() {
            problems.add("kind", t.problem_choose());
        }
        if number.is_none() {
            problems.add("number", t.places_problem_number(MOST));
        }
        if from.is_none() {
            problems.add("hours_from", t.problem_time());
        }
        if to.is_none() {
            problems.add("hours_to", t.problem_time());
        }
        if from.zip(to).is_some_and(|(from, to)| from >= to) {
            problems.add("hours_to", t.places_problem_hours());
        }
        if mentor.is_none() && !self.mentor.is_empty() {
            problems.add("mentor", t.problem_choose());
        }
        match (kind, number, from, to) {
            (Some(kind), Some(number), Some(from), Some(to)) if problems.is_empty() => {
                Ok(NewPlace {
                    kind,
                    number,
                    tasks: self.tasks.clone(),
                    hours_from: from.format("%H:%M").to_string(),
                    hours_to: to.format("%H:%M").to_string(),
                    mentor: mentor.map(|mentor| mentor.id),
                    requires: kept
                        .iter()
                        .filter(|row| self.requires.contains(&row.id.to_string()))
                        .map(|row| row.id)
                        .collect(),
                })
            }
            _ => Err(problems),
        }
    }
}

impl Shown for PlaceForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        let mut requires = self.requires.clone();
        requires.sort();
        vec![
            ("number", self.number.clone()),
            ("tasks", self.tasks.clone()),
            ("hours_from", self.hours_from.clone()),
            ("hours_to", self.hours_to.clone()),
            ("mentor", self.mentor.clone()),
            ("requires", requires.join(" ")),
        ]
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;

    fn form() -> PlaceForm {
        PlaceForm {
            kind: "training".into(),
            number: "2".into(),
            tasks: "Bage".into(),
            hours_from: "7.30".into(),
            hours_to: "12".into(),
            ..PlaceForm::default()
        }
    }

    #[test]
    fn times_are_read_as_danes_write_them() {
        let place = form().read(&[], &[], Words(Language::Danish)).unwrap();
        assert_eq!((place.hours_from.as_str(), place.hours_to.as_str()), ("07:30", "12:00"));
    }

    #[test]
    fn every_wrong_field_is_named() {
        let wrong = PlaceForm {
            kind: "paid_hours".into(),
            number: "0".into(),
            hours_from: "25".into(),
            mentor: "somebody".into(),
            ..PlaceForm::default()
        };
        let problems = wrong.read(&[], &[], Words(Language::Danish)).unwrap_err();
        for field in ["kind", "number", "tasks", "hours_from", "hours_to", "mentor"] {
            assert!(!problems.of(field).is_empty(), "{field}");
        }
        let late = PlaceForm { hours_from: "13".into(), ..form() };
        let problems = late.read(&[], &[], Words(Language::Danish)).unwrap_err();
        assert!(!problems.of("hours_to").is_empty());
    }
}
