//! Consultants with their groups, and the young people in them.

use chrono::{DateTime, Utc};
use sea_orm::{EntityTrait, PaginatorTrait};

use super::crowd::{Crowd, Person};
use super::names::{self, GOALS};
use super::rows::insert;
use crate::domain::{
    AccountId, GroupId, Language, PlacementKind, RequirementId, Role, TargetGroup, YoungPersonId,
};
use crate::entities::{account, fulfilled_requirement, purpose_change, young_person, youth_group};
use crate::features::accounts::code_app::CodeApp;
use crate::seed::files;
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult};

const PEOPLE_OF_A_CONSULTANT: usize = 100;
const PEOPLE_IN_A_GROUP: usize = 8;
/// Young people join so many days before the first event they are invited to.
const JOINED_BEFORE: i64 = 30;

pub async fn add(txn: &Txn, state: &AppState, crowd: &mut Crowd) -> AppResult<()> {
    consultants(txn, state, crowd).await?;
    let groups = groups(txn, crowd).await?;
    young_people(txn, crowd, &groups).await
}

/// A row with what every account has.
pub fn account_row(
    id: AccountId,
    role: Role,
    name: &str,
    email: Option<String>,
    at: DateTime<Utc>,
) -> account::Model {
    account::Model {
        id,
        role,
        name: name.to_owned(),
        email_folded: email.as_ref().map(|email| email.to_lowercase()),
        email,
        phone: None,
        language: Language::Danish,
        password_hash: None,
        totp_secret: None,
        totp_confirmed_at: None,
        totp_last_step: None,
        deputy_id: None,
        away_from: None,
        away_until: None,
        failed_attempts: 0,
        locked_until: None,
        invited_at: Some(at),
        last_signed_in_at: Some(at),
        disabled_at: None,
        created_at: at,
    }
}

/// They all sign in as the month's staff do. One in twenty-five is away, with a colleague in their place.
async fn consultants(txn: &Txn, state: &AppState, crowd: &mut Crowd) -> AppResult<()> {
    let month = files::read().map_err(anyhow::Error::from)?.accounts.month;
    let wanted = crowd.size.people / PEOPLE_OF_A_CONSULTANT;
    let joined = crowd.at(-700, 9, 0);
    let colleague = crowd.consultants.first().copied().ok_or(AppError::NotFound)?;
    let like = account::Entity::find_by_id(colleague).one(txn).await?;
    let like = like.ok_or(AppError::NotFound)?;
    let mut rows = Vec::new();
    for number in crowd.consultants.len()..wanted {
        let (id, email) = (crowd.ids.next(), names::email("konsulent", number));
        let app = CodeApp::from_base32(&month.totp_secret, &email)?;
        let away = number % 25 == 24;
        let name = names::person(&mut crowd.chance);
        rows.push(account::Model {
            phone: Some(crowd.phone()),
            password_hash: like.password_hash.clone(),
            totp_secret: Some(app.seal(&state.settings, id)?),
            totp_confirmed_at: Some(joined),
            totp_last_step: Some(0),
            deputy_id: Some(crowd.consultants.last().copied().unwrap_or(colleague)),
            away_from: away.then(|| crowd.day(-3)),
            away_until: away.then(|| crowd.day(10)),
            ..account_row(id, Role::Consultant, &name, Some(email), joined)
        });
        crowd.consultants.push(id);
    }
    insert(txn, rows).await
}

async fn groups(txn: &Txn, crowd: &mut Crowd) -> AppResult<Vec<(GroupId, AccountId)>> {
    let mut groups = Vec::new();
    let mut rows = Vec::new();
    for number in 0..crowd.size.people.div_ceil(PEOPLE_IN_A_GROUP) {
        let id = crowd.ids.next();
        let leader_id = crowd.consultants[number % crowd.consultants.len()];
        rows.push(youth_group::Model {
            id,
            name: format!("Hold {}", number + 1),
            leader_id,
            meets: "Onsdag kl. 10 på Kajen, 2. sal".into(),
            closed_at: None,
            created_at: crowd.at(-690, 9, 0),
        });
        groups.push((id, leader_id));
    }
    insert(txn, rows).await?;
    Ok(groups)
}

async fn young_people(
    txn: &Txn,
    crowd: &mut Crowd,
    groups: &[(GroupId, AccountId)],
) -> AppResult<()> {
    let there = young_person::Entity::find().count(txn).await?;
    let there = usize::try_from(there).unwrap_or(0);
    let wanted = crowd.size.people.saturating_sub(there);
    let (mut accounts, mut people) = (Vec::new(), Vec::new());
    let (mut purposes, mut fulfilled) = (Vec::new(), Vec::new());
    for number in 0..wanted {
        let (group_id, consultant_id) = groups[number / PEOPLE_IN_A_GROUP];
        let cohort = number * crowd.size.events / wanted;
        let joined = crowd.at(super::events::day(crowd.size, cohort) - JOINED_BEFORE, 9, 0);
        let account_id: AccountId = crowd.ids.next();
        let name = names::person(&mut crowd.chance);
        let email = (!crowd.chance.percent(4)).then(|| names::email("ung", number));
        let phone = Some(crowd.phone());
        let account = account_row(account_id, Role::YoungPerson, &name, email.clone(), joined);
        accounts.push(account::Model { phone, ..account });
        let row = young_person::Model {
            id: crowd.ids.next::<YoungPersonId>(),
            account_id,
            group_id,
            consultant_id,
            purpose: crowd
                .chance
                .weighted(&[(55, PlacementKind::Clarification), (45, PlacementKind::Training)]),
            goal: crowd.chance.pick(GOALS).to_owned(),
            target_group: crowd.chance.weighted(&[
                (70, TargetGroup::ActivityReady),
                (20, TargetGroup::EducationReady),
                (10, TargetGroup::JobReady),
            ]),
            case_reference: Some(format!("NV-{number:05}")),
            left_at: None,
            created_at: joined,
        };
        purposes.push(purpose_change::Model {
            id: crowd.ids.next(),
            young_person_id: row.id,
            purpose: row.purpose,
            goal: row.goal.clone(),
            changed_by: consultant_id,
            changed_at: joined,
        });
        let fulfils = can(crowd);
        for requirement_id in &fulfils {
            fulfilled.push(fulfilled_requirement::Model {
                id: crowd.ids.next(),
                young_person_id: row.id,
                requirement_id: *requirement_id,
            });
        }
        crowd.people.push(Person {
            id: row.id,
            account: account_id,
            name,
            email,
            consultant: consultant_id,
            purpose: row.purpose,
            target_group: row.target_group,
            fulfils: fulfils.into_iter().collect(),
            cohort,
            busy_until: i64::MIN,
            events: 0,
        });
        people.push(row);
    }
    insert(txn, accounts).await?;
    insert(txn, people).await?;
    insert(txn, purposes).await?;
    insert(txn, fulfilled).await
}

fn can(crowd: &mut Crowd) -> Vec<RequirementId> {
    let all: Vec<RequirementId> = crowd.requirements.iter().map(|(id, _)| *id).collect();
    all.into_iter().filter(|_| crowd.chance.percent(40)).collect()
}
