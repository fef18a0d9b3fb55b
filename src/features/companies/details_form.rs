//! What consultants keep about a company: its name, numbers and whom to ring.

use serde::Deserialize;
use validator::Validate;

use super::words;
use crate::domain::contact::{Cvr, Email, PNumber, Phone};
use crate::domain::{AccountId, CompanyStage};
use crate::entities::{account, company};
use crate::web::form::required;
use crate::web::stale::{self, Shown};
use crate::web::{Problems, check};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct DetailsForm {
    #[validate(custom(function = "required"), length(max = 200, code = "problem-too-long"))]
    pub name: String,
    pub cvr: String,
    pub p_number: String,
    #[validate(length(max = 200, code = "problem-too-long"))]
    pub contact_name: String,
    pub contact_email: String,
    pub contact_phone: String,
    pub consultant: String,
    pub stage: String,
    pub seen: String,
}

#[derive(Clone, Debug)]
pub struct Details {
    pub name: String,
    pub cvr: Option<String>,
    pub p_number: Option<String>,
    pub contact_name: Option<String>,
    pub contact_email: Option<String>,
    pub contact_phone: Option<String>,
    pub consultant: Option<AccountId>,
    pub stage: CompanyStage,
}

impl DetailsForm {
    pub fn of(company: &company::Model) -> Self {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let mut form = Self {
            name: company.name.clone(),
            cvr: text(&company.cvr),
            p_number: text(&company.p_number),
            contact_name: text(&company.contact_name),
            contact_email: text(&company.contact_email),
            contact_phone: text(&company.contact_phone),
            consultant: company.consultant_id.map(|id| id.to_string()).unwrap_or_default(),
            stage: company.stage.as_str().to_owned(),
            seen: String::new(),
        };
        form.seen = stale::mark(&form);
        form
    }

    pub fn read(&self, consultants: &[account::Model], t: Words) -> Result<Details, Problems> {
        let mut problems = check(self, t);
        let cvr = kept(&self.cvr, Cvr::parse, |n| n.as_str().to_owned());
        let p_number = kept(&self.p_number, PNumber::parse, |n| n.as_str().to_owned());
        let email = kept(&self.contact_email, Email::parse, |e| e.as_str().to_owned());
        let phone = kept(&self.contact_phone, Phone::parse, |p| p.typed().to_owned());
        let fields = [
            ("cvr", &cvr),
            ("p_number", &p_number),
            ("contact_email", &email),
            ("contact_phone", &phone),
        ];
        for (field, read) in fields {
            if let Err(error) = read {
                problems.add(field, words::contact(*error, t));
            }
        }
        let consultant =
            consultants.iter().find(|account| account.id.to_string() == self.consultant);
        if consultant.is_none() && !self.consultant.is_empty() {
            problems.add("consultant", t.problem_choose());
        }
        let stage = self.stage.parse().ok();
        if stage.is_none() {
            problems.add("stage", t.problem_choose());
        }
        match (cvr, p_number, email, phone, stage) {
            (Ok(cvr), Ok(p_number), Ok(contact_email), Ok(contact_phone), Some(stage))
                if problems.is_empty() =>
            {
                Ok(Details {
                    name: self.name.clone(),
                    cvr,
                    p_number,
                    contact_name: Some(self.contact_name.clone()).filter(|name| !name.is_empty()),
                    contact_email,
                    contact_phone,
                    consultant: consultant.map(|account| account.id),
                    stage,
                })
            }
            _ => Err(problems),
        }
    }
}

/// Nothing typed is nothing kept; anything else must be right.
pub fn kept<T, E>(
    typed: &str,
    parse: impl Fn(&str) -> Result<T, E>,
    text: impl Fn(&T) -> String,
) -> Result<Option<String>, E> {
    if typed.is_empty() { Ok(None) } else { parse(typed).map(|value| Some(text(&value))) }
}

impl Shown for DetailsForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("name", self.name.clone()),
            ("cvr", self.cvr.clone()),
            ("p_number", self.p_number.clone()),
            ("contact_name", self.contact_name.clone()),
            ("contact_email", self.contact_email.clone()),
            ("contact_phone", self.contact_phone.clone()),
            ("consultant", self.consultant.clone()),
            ("stage", self.stage.clone()),
        ]
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}
