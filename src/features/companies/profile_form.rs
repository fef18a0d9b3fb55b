//! The fields of a company's page, as the form holds them.

use sea_orm::Set;
use serde::Deserialize;
use validator::Validate;

use crate::entities::company_profile;
use crate::web::stale::{self, Shown};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ProfileForm {
    #[validate(length(max = 1500, code = "problem-too-long"))]
    pub what_we_do: String,
    #[validate(length(max = 1500, code = "problem-too-long"))]
    pub tasks: String,
    #[validate(length(max = 1500, code = "problem-too-long"))]
    pub what_it_is_like: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub noise: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub tempo: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub people: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub working_hours: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub address: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    pub directions: String,
    #[validate(length(max = 1000, code = "problem-too-long"))]
    pub good_to_know: String,
    pub seen: String,
    /// `send` when the second button was pressed.
    pub then: String,
}

impl ProfileForm {
    pub fn of(row: Option<&company_profile::Model>) -> Self {
        let mut form = match row {
            None => Self::default(),
            Some(row) => Self {
                what_we_do: row.what_we_do.clone(),
                tasks: row.tasks.clone(),
                what_it_is_like: row.what_it_is_like.clone(),
                noise: row.noise.clone(),
                tempo: row.tempo.clone(),
                people: row.people.clone(),
                working_hours: row.working_hours.clone(),
                address: row.address.clone(),
                directions: row.directions.clone(),
                good_to_know: row.good_to_know.clone(),
                ..Self::default()
            },
        };
        form.seen = stale::mark(&form);
        form
    }

    pub fn write_to(&self, row: &mut company_profile::ActiveModel) {
        row.what_we_do = Set(self.what_we_do.clone());
        row.tasks = Set(self.tasks.clone());
        row.what_it_is_like = Set(self.what_it_is_like.clone());
        row.noise = Set(self.noise.clone());
        row.tempo = Set(self.tempo.clone());
        row.people = Set(self.people.clone());
        row.working_hours = Set(self.working_hours.clone());
        row.address = Set(self.address.clone());
        row.directions = Set(self.directions.clone());
        row.good_to_know = Set(self.good_to_know.clone());
    }
}

impl Shown for ProfileForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("what_we_do", self.what_we_do.clone()),
            ("tasks", self.tasks.clone()),
            ("what_it_is_like", self.what_it_is_like.clone()),
            ("noise", self.noise.clone()),
            ("tempo", self.tempo.clone()),
            ("people", self.people.clone()),
            ("working_hours", self.working_hours.clone()),
            ("address", self.address.clone()),
            ("directions", self.directions.clone()),
            ("good_to_know", self.good_to_know.clone()),
        ]
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}

/// The label of a field, for telling which one somebody else has changed.
pub fn label(field: &str, t: Words) -> String {
    t.say(&format!("profile-{}", field.replace('_', "-")))
}
