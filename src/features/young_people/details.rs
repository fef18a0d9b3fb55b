//! `/me/details`: what is kept about me, what I can change myself, and who has looked.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Pages};
use sea_orm::EntityTrait;
use serde::Deserialize;
use validator::Validate;

use super::store;
use crate::domain::contact::Phone;
use crate::domain::{DisclosureItem, Language, YoungPersonId};
use crate::entities::{account, requirement, youth_group};
use crate::features::accounts::contact::{self, Contact};
use crate::features::look_ups::{self, Looked};
use crate::features::{accounts, placements, programme};
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInYoungPerson, check, html, see_other, unprocessable,
};
use crate::words::Words;

const PATH: &str = "/me/details";
const LOOKS_A_PAGE: u64 = 30;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct DetailsForm {
    #[validate(length(max = 100, code = "problem-too-long"))]
    pub name: String,
    pub phone: String,
    pub language: String,
}

impl DetailsForm {
    fn of(account: &account::Model) -> Self {
        Self {
            name: account.name.clone(),
            phone: account.phone.clone().unwrap_or_default(),
            language: account.language.to_string(),
        }
    }

    /// Who has no e-mail keeps a number, or nobody could reach them.
    fn checked(
        &self,
        account: &account::Model,
        t: Words,
    ) -> Result<(Option<String>, Language), Problems> {
        let mut problems = check(self, t);
        if self.name.is_empty() {
            problems.add("name", t.problem_required());
        }
        let phone = match (self.phone.is_empty(), Phone::parse(&self.phone)) {
            (true, _) if account.email.is_some() => None,
            (_, Ok(phone)) => Some(phone.to_string()),
            _ => {
                problems.add("phone", t.problem_phone());
                None
            }
        };
        match self.language.parse::<Language>() {
            Ok(language) if problems.is_empty() => Ok((phone, language)),
            Ok(_) => Err(problems),
            Err(_) => {
                problems.add("language", t.problem_choose());
                Err(problems)
            }
        }
    }
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Turned {
    page: String,
}

/// What stands about somebody, as the programme's words have it.
struct Kept {
    email: String,
    consultant: String,
    group: String,
    purpose: String,
    goal: String,
    target_group: String,
    case_reference: String,
    requirements: Vec<String>,
    since: String,
}

/// One day's look-ups by one role for one purpose.
struct Look {
    day: String,
    exact: String,
    role: String,
    purpose: String,
}

#[derive(Template)]
#[template(path = "young_people/details.html")]
struct DetailsPage {
    page: Page,
    t: Words,
    form: DetailsForm,
    phone_hint: String,
    languages: Vec<Choice>,
    kept: Kept,
    looks: Vec<Look>,
    pages: Pages,
    problems: Problems,
}

impl DetailsPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        visitor: &SignedInYoungPerson,
        form: DetailsForm,
        page: u64,
    ) -> AppResult<Self> {
        let t = visitor.words();
        let (looked, last) =
            look_ups::about(&state.db.read, visitor.id, page, LOOKS_A_PAGE).await?;
        Ok(Self {
            page: Page::new(request, t.me_details()),
            t,
            phone_hint: phone_hint(state, visitor.young_person, t).await?,
            languages: Language::ALL
                .iter()
                .map(|value| {
                    let label = t.kind("language", value.as_str());
                    Choice::new(value.as_str(), label, form.language == value.as_str())
                })
                .collect(),
            form,
            kept: kept(state, visitor.young_person, t).await?,
            looks: looked.into_iter().map(|one| look(one, t)).collect(),
            pages: Pages {
                current: u32::try_from(page.clamp(1, last)).unwrap_or(1),
                last: u32::try_from(last).unwrap_or(1),
                address: format!("{PATH}?page="),
            },
            problems: Problems::default(),
        })
    }
}

/// Her own correction is her own act: a company that sees the number sees the new one.
async fn phone_hint(state: &AppState, id: YoungPersonId, t: Words) -> AppResult<String> {
    let seen_by = placements::shown_to(&state.db.read, id, DisclosureItem::Phone).await?;
    Ok(match seen_by.is_empty() {
        true => t.me_details_phone_hint(),
        false => t.me_details_phone_hint_shown(seen_by.join(", ")),
    })
}

fn look(one: Looked, t: Words) -> Look {
    Look {
        day: t.date(one.day),
        exact: one.day.to_string(),
        role: t.kind("role", one.role.as_str()),
        purpose: t.kind("look-up-purpose", one.purpose.as_str()),
    }
}

async fn kept(state: &AppState, id: YoungPersonId, t: Words) -> AppResult<Kept> {
    let db = &state.db.read;
    let person = store::person(db, id).await?;
    let account = accounts::store::account(db, person.account_id).await?;
    let consultant = accounts::store::account(db, person.consultant_id).await?;
    let group = youth_group::Entity::find_by_id(person.group_id).one(db).await?;
    let fulfilled = store::requirements_of(db, id).await?;
    let requirements = requirement::Entity::find().all(db).await?;
    Ok(Kept {
        email: account.email.unwrap_or_default(),
        consultant: consultant.name,
        group: group.map(|group| group.name).unwrap_or_default(),
        purpose: t.kind("placement-kind", person.purpose.as_str()),
        goal: person.goal,
        target_group: t.kind("target-group", person.target_group.as_str()),
        case_reference: person.case_reference.unwrap_or_default(),
        requirements: requirements
            .iter()
            .filter(|row| fulfilled.contains(&row.id))
            .map(|row| programme::requirement_name(row, t))
            .collect(),
        since: t.date(crate::clock::local(person.created_at).date()),
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    turned: web::Query<Turned>,
) -> AppResult<HttpResponse> {
    let account = accounts::store::account(&state.db.read, visitor.id).await?;
    let page = turned.page.parse().unwrap_or(1);
    let form = DetailsForm::of(&account);
    html(&DetailsPage::new(&request, &state, &visitor, form, page).await?)
}

/// `POST /me/details`: how I am called, my number and my language.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    form: Form<DetailsForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let account = accounts::store::account(&txn, visitor.id).await?;
    match form.checked(&account, visitor.words()) {
        Ok((phone, language)) => {
            let reached = Contact { name: form.0.name, email: account.email, phone, language };
            let kept = contact::set(&txn, visitor.id, reached).await?;
            kept.map_err(anyhow::Error::from)?;
            txn.commit().await?;
            Ok(see_other(PATH).notice("me-details-saved"))
        }
        Err(problems) => {
            drop(txn);
            let page = DetailsPage::new(&request, &state, &visitor, form.0, 1).await?;
            unprocessable(&DetailsPage { problems, ..page })
        }
    }
}
