//! What is asked about a young person, and nothing else. One form for the page and for each line of an import.

use std::str::FromStr;

use omvendt_frontend::parts::Choice;
use sea_orm::ConnectionTrait;
use serde::Deserialize;
use validator::Validate;

use super::{NewYoungPerson, groups_store};
use crate::domain::contact::{Email, Phone};
use crate::domain::{Language, PlacementKind, RequirementId, TargetGroup};
use crate::entities::{account, requirement, young_person};
use crate::features::{accounts, programme};
use crate::web::{AppResult, Problems, check};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct PersonForm {
    #[validate(length(max = 100, code = "problem-too-long"))]
    pub name: String,
    pub email: String,
    pub phone: String,
    pub language: String,
    pub group: String,
    pub consultant: String,
    pub purpose: String,
    #[validate(length(max = 300, code = "problem-too-long"))]
    pub goal: String,
    pub target_group: String,
    #[validate(length(max = 60, code = "problem-too-long"))]
    pub case_reference: String,
    pub requirements: Vec<String>,
    /// What stood there when the page was opened, so that nobody overwrites what a colleague wrote meanwhile.
    pub seen: String,
}

/// What a consultant can choose between.
pub struct Lists {
    pub groups: Vec<groups_store::Named>,
    pub consultants: Vec<account::Model>,
    pub requirements: Vec<requirement::Model>,
}

impl Lists {
    pub async fn load(db: &impl ConnectionTrait) -> AppResult<Self> {
        Ok(Self {
            groups: groups_store::open(db).await?,
            consultants: accounts::store::consultants(db).await?,
            requirements: programme::requirements(db).await?,
        })
    }
}

/// One of a closed list, or the sentence that asks for a choice.
fn chosen<T: FromStr>(text: &str, field: &str, problems: &mut Problems, t: Words) -> Option<T> {
    let value = text.parse().ok();
    if value.is_none() {
        problems.add(field, t.problem_choose());
    }
    value
}

fn filled(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl PersonForm {
    pub fn of(
        person: &young_person::Model,
        account: &account::Model,
        requirements: &[RequirementId],
    ) -> Self {
        let mut form = Self {
            name: account.name.clone(),
            email: account.email.clone().unwrap_or_default(),
            phone: account.phone.clone().unwrap_or_default(),
            language: account.language.to_string(),
            group: person.group_id.to_string(),
            consultant: person.consultant_id.to_string(),
            purpose: person.purpose.to_string(),
            goal: person.goal.clone(),
            target_group: person.target_group.to_string(),
            case_reference: person.case_reference.clone().unwrap_or_default(),
            requirements: requirements.iter().map(RequirementId::to_string).collect(),
            seen: String::new(),
        };
        form.seen = form.print();
        form
    }

    /// A short print of everything in the form: equal prints, equal values.
    fn print(&self) -> String {
        use data_encoding::HEXLOWER;
        use sha2::{Digest, Sha256};
        let fields = format!("{:?}", Self { seen: String::new(), ..self.clone() });
        HEXLOWER.encode(&Sha256::digest(fields.as_bytes())[..8])
    }

    /// Checked against the programme's rules and lists, or what is in the way, field by field.
    pub fn checked(&self, lists: &Lists, t: Words) -> Result<NewYoungPerson, Problems> {
        let mut problems = check(self, t);
        for (field, text) in [("name", &self.name), ("goal", &self.goal)] {
            if text.is_empty() {
                problems.add(field, t.problem_required());
            }
        }
        let email = self.email(&mut problems, t);
        let phone = self.phone(&mut problems, t);
        if self.email.is_empty() && self.phone.is_empty() {
            problems.add("phone", t.young_people_problem_reach());
        }
        let language = chosen::<Language>(&self.language, "language", &mut problems, t);
        let group = lists.groups.iter().find(|group| group.id.to_string() == self.group);
        if group.is_none() {
            problems.add("group", t.problem_choose());
        }
        let consultant =
            lists.consultants.iter().find(|account| account.id.to_string() == self.consultant);
        if consultant.is_none() {
            problems.add("consultant", t.problem_choose());
        }
        let purpose = chosen::<PlacementKind>(&self.purpose, "purpose", &mut problems, t);
        let target_group =
            chosen::<TargetGroup>(&self.target_group, "target_group", &mut problems, t);
        let new = || {
            Some(NewYoungPerson {
                name: self.name.clone(),
                email,
                phone,
                language: language?,
                group: group?.id,
                consultant: consultant?.id,
                purpose: purpose?,
                goal: self.goal.clone(),
                target_group: target_group?,
                case_reference: filled(&self.case_reference),
                requirements: self.fulfilled(lists),
            })
        };
        match new() {
            Some(new) if problems.is_empty() => Ok(new),
            _ => Err(problems),
        }
    }

    fn email(&self, problems: &mut Problems, t: Words) -> Option<String> {
        match filled(&self.email).map(|email| Email::parse(&email)) {
            Some(Ok(email)) => Some(email.as_str().to_owned()),
            Some(Err(_)) => {
                problems.add("email", t.problem_email());
                None
            }
            None => None,
        }
    }

    fn phone(&self, problems: &mut Problems, t: Words) -> Option<String> {
        match filled(&self.phone).map(|phone| Phone::parse(&phone)) {
            Some(Ok(phone)) => Some(phone.to_string()),
            Some(Err(_)) => {
                problems.add("phone", t.problem_phone());
                None
            }
            None => None,
        }
    }

    fn fulfilled(&self, lists: &Lists) -> Vec<RequirementId> {
        let ids = lists.requirements.iter().map(|requirement| requirement.id);
        ids.filter(|id| self.requirements.contains(&id.to_string())).collect()
    }

    /// Whether somebody has changed what this form was made from.
    pub fn is_stale(&self, now_there: &Self) -> bool {
        self.seen != now_there.seen
    }
}

/// The form's choices as the page draws them.
pub struct Choices {
    pub languages: Vec<Choice>,
    pub groups: Vec<Choice>,
    pub consultants: Vec<Choice>,
    /// What another choice than before brings with it.
    pub consultant_hint: String,
    pub purposes: Vec<Choice>,
    pub target_groups: Vec<Choice>,
    pub requirements: Vec<Choice>,
}

impl Choices {
    pub fn of(form: &PersonForm, lists: &Lists, t: Words) -> Self {
        let choice = |value: String, label: String, chosen: &str| {
            let chosen = value == chosen;
            Choice::new(value, label, chosen)
        };
        let kind = |list: &str, text: &str, chosen: &str| {
            choice(text.to_owned(), t.kind(list, text), chosen)
        };
        Self {
            languages: Language::ALL
                .iter()
                .map(|value| kind("language", value.as_str(), &form.language))
                .collect(),
            groups: lists
                .groups
                .iter()
                .map(|row| choice(row.id.to_string(), row.name.clone(), &form.group))
                .collect(),
            consultants: lists
                .consultants
                .iter()
                .map(|row| choice(row.id.to_string(), row.name.clone(), &form.consultant))
                .collect(),
            consultant_hint: match form.seen.is_empty() {
                true => String::new(),
                false => t.young_people_consultant_hint(),
            },
            purposes: PlacementKind::ALL
                .iter()
                .map(|value| {
                    let choice = kind("placement-kind", value.as_str(), &form.purpose);
                    match value {
                        PlacementKind::PaidHours => {
                            choice.with_hint(t.young_people_purpose_paid_hours())
                        }
                        _ => choice,
                    }
                })
                .collect(),
            target_groups: TargetGroup::ALL
                .iter()
                .map(|value| kind("target-group", value.as_str(), &form.target_group))
                .collect(),
            requirements: lists
                .requirements
                .iter()
                .map(|row| {
                    let id = row.id.to_string();
                    let has = form.requirements.contains(&id);
                    Choice::new(id, programme::requirement_name(row, t), has)
                })
                .collect(),
        }
    }
}
