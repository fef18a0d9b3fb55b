//! The fields of a mentor, and what they mean once they are right.

use chrono::NaiveDate;
use serde::Deserialize;
use validator::Validate;

use crate::domain::Language;
use crate::domain::contact::{Email, Phone};
use crate::entities::mentor;
use crate::features::companies::{kept, language_of, words};
use crate::web::form::required;
use crate::web::stale::{self, Shown};
use crate::web::{Problems, check, typed};
use crate::words::Words;

/// More at once is nobody's mentor.
const MOST: i32 = 20;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct MentorForm {
    #[validate(custom(function = "required"), length(max = 200, code = "problem-too-long"))]
    pub name: String,
    #[validate(custom(function = "required"), length(max = 60, code = "problem-too-long"))]
    pub called: String,
    pub phone: String,
    pub email: String,
    pub trained_on: String,
    pub at_once: String,
    pub language: String,
    pub seen: String,
}

#[derive(Clone, Debug)]
pub struct NewMentor {
    pub name: String,
    pub called: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub trained_on: Option<NaiveDate>,
    pub at_once: i32,
    pub language: Language,
}

impl MentorForm {
    pub fn of(mentor: &mentor::Model) -> Self {
        let mut form = Self {
            name: mentor.name.clone(),
            called: mentor.called.clone(),
            phone: mentor.phone.clone().unwrap_or_default(),
            email: mentor.email.clone().unwrap_or_default(),
            trained_on: mentor.trained_on.map(|day| day.to_string()).unwrap_or_default(),
            at_once: mentor.at_once.to_string(),
            language: mentor.language.to_string(),
            seen: String::new(),
        };
        form.seen = stale::mark(&form);
        form
    }

    pub fn read(&self, today: NaiveDate, t: Words) -> Result<NewMentor, Problems> {
        let mut problems = check(self, t);
        let phone = kept(&self.phone, Phone::parse, |phone| phone.typed().to_owned());
        let email = kept(&self.email, Email::parse, |email| email.as_str().to_owned());
        let trained_on = typed::day(&self.trained_on);
        let language = language_of(&self.language);
        let at_once = self.at_once.parse().ok().filter(|number| (1..=MOST).contains(number));
        for (field, read) in [("phone", &phone), ("email", &email)] {
            if let Err(error) = read {
                problems.add(field, words::contact(*error, t));
            }
        }
        if self.phone.is_empty() && self.email.is_empty() {
            problems.add("phone", t.mentors_problem_reach());
        }
        if trained_on.is_none() && !self.trained_on.is_empty() {
            problems.add("trained_on", t.problem_date());
        }
        if trained_on.is_some_and(|day| day > today) {
            problems.add("trained_on", t.mentors_problem_trained_on());
        }
        if at_once.is_none() {
            problems.add("at_once", t.mentors_problem_number(MOST));
        }
        if language.is_none() {
            problems.add("language", t.problem_choose());
        }
        match (phone, email, at_once, language) {
            (Ok(phone), Ok(email), Some(at_once), Some(language)) if problems.is_empty() => {
                Ok(NewMentor {
                    name: self.name.clone(),
                    called: self.called.clone(),
                    phone,
                    email,
                    trained_on,
                    at_once,
                    language,
                })
            }
            _ => Err(problems),
        }
    }
}

impl Shown for MentorForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("name", self.name.clone()),
            ("called", self.called.clone()),
            ("phone", self.phone.clone()),
            ("email", self.email.clone()),
            ("trained_on", self.trained_on.clone()),
            ("at_once", self.at_once.clone()),
            ("language", language_of(&self.language).unwrap_or(Language::Danish).to_string()),
        ]
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}
