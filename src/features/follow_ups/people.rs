//! Whom to ring or meet at a follow-up.

use omvendt_frontend::parts::Person;
use sea_orm::{ConnectionTrait, EntityTrait};

use crate::entities::{account, follow_up, mentor, placement, young_person, youth_group};
use crate::features::companies;
use crate::web::{AppError, AppResult};
use crate::words::Words;

pub struct People {
    pub young_person: account::Model,
    pub company: String,
    pub to_ring: Vec<Person>,
}

/// The young person first, then who is there every day, the company's contact, and the group's leader when the
/// follow-up is theirs too.
pub async fn of(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    row: &follow_up::Model,
    t: Words,
) -> AppResult<People> {
    let young = young_person::Entity::find_by_id(placement.young_person_id).one(db).await?;
    let young = young.ok_or(AppError::NotFound)?;
    let account = account::Entity::find_by_id(young.account_id).one(db).await?;
    let account = account.ok_or(AppError::NotFound)?;
    let company = companies::store::company(db, placement.company_id).await?;
    let mut to_ring = vec![person(&account.name, t.follow_ups_person_young(), &account.phone)];
    if let Some(mentor) = placement.mentor_id {
        let mentor = mentor::Entity::find_by_id(mentor).one(db).await?;
        to_ring
            .extend(mentor.map(|row| person(&row.name, t.follow_ups_person_mentor(), &row.phone)));
    }
    let contact = companies::members(db, placement.company_id).await?.into_iter().next();
    to_ring.extend(match contact {
        Some(row) => {
            Some(person(&row.name, t.follow_ups_person_company(company.name.as_str()), &row.phone))
        }
        None => company.contact_name.as_ref().map(|name| {
            let role = t.follow_ups_person_company(company.name.as_str());
            person(name, role, &company.contact_phone)
        }),
    });
    if row.attends.split(',').any(|code| code.trim() == "group_leader") {
        to_ring.extend(leader(db, &young, t).await?);
    }
    Ok(People { young_person: account, company: company.name, to_ring })
}

async fn leader(
    db: &impl ConnectionTrait,
    young: &young_person::Model,
    t: Words,
) -> AppResult<Option<Person>> {
    let group = youth_group::Entity::find_by_id(young.group_id).one(db).await?;
    let Some(group) = group else { return Ok(None) };
    let leader = account::Entity::find_by_id(group.leader_id).one(db).await?;
    let role = t.follow_ups_person_leader(group.name.as_str());
    Ok(leader.map(|row| person(&row.name, role, &row.phone)))
}

fn person(name: &str, role: String, phone: &Option<String>) -> Person {
    let phone = phone.clone().unwrap_or_default();
    Person { name: name.to_owned(), role, phone, email: String::new() }
}
