//! The people on a front page, each with what they are for and a number to ring.

use chrono::NaiveDate;
use omvendt_frontend::parts::Person;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::store;
use crate::domain::PlacementStatus;
use crate::entities::{account, mentor, placement, young_person, youth_group};
use crate::features::accounts::away;
use crate::words::Words;

pub struct Contact {
    pub person: Person,
    pub more: String,
}

impl Contact {
    fn of(account: &account::Model, role: String) -> Self {
        Self {
            person: Person {
                name: account.name.clone(),
                role,
                phone: account.phone.clone().unwrap_or_default(),
                email: String::new(),
            },
            more: String::new(),
        }
    }
}

/// Whom a young person can turn to today: their consultant, who stands in for them, their group, their mentors.
pub struct Mine {
    pub people: Vec<Contact>,
    /// Who rings when something is asked today.
    pub present: account::Model,
}

pub async fn of_young_person(
    db: &impl ConnectionTrait,
    person: &young_person::Model,
    placements: &[placement::Model],
    today: NaiveDate,
    t: Words,
) -> Result<Mine, DbErr> {
    let missing = || DbErr::RecordNotFound("a young person's consultant".into());
    let consultant = account::Entity::find_by_id(person.consultant_id).one(db).await?;
    let consultant = consultant.ok_or_else(missing)?;
    let present = away::present(db, consultant.clone(), today).await?;
    let role = match consultant.away_until.filter(|_| away::is_away(&consultant, today)) {
        Some(until) => t.me_person_consultant_away_until(t.day(until)),
        None if away::is_away(&consultant, today) => t.me_person_consultant_away(),
        None => t.me_person_consultant(),
    };
    let mut people = vec![Contact::of(&consultant, role)];
    if present.id != consultant.id {
        people.insert(0, Contact::of(&present, t.me_person_deputy(consultant.name.as_str())));
    }
    people.extend(group(db, person, t).await?);
    people.extend(mentors(db, placements, t).await?);
    Ok(Mine { people, present })
}

async fn group(
    db: &impl ConnectionTrait,
    person: &young_person::Model,
    t: Words,
) -> Result<Option<Contact>, DbErr> {
    let group = youth_group::Entity::find_by_id(person.group_id).one(db).await?;
    let Some(group) = group.filter(|group| group.closed_at.is_none()) else { return Ok(None) };
    let leader = account::Entity::find_by_id(group.leader_id).one(db).await?;
    Ok(leader.map(|leader| {
        let mut contact = Contact::of(&leader, t.me_person_leader(group.name.as_str()));
        if !group.meets.is_empty() {
            contact.more = t.me_person_meets(group.meets);
        }
        contact
    }))
}

async fn mentors(
    db: &impl ConnectionTrait,
    placements: &[placement::Model],
    t: Words,
) -> Result<Vec<Contact>, DbErr> {
    let met = |status| matches!(status, PlacementStatus::Agreed | PlacementStatus::Running);
    let names = store::company_names(db, placements.iter().map(|row| row.company_id)).await?;
    let mut contacts = Vec::new();
    for placement in placements.iter().filter(|placement| met(placement.status)) {
        let Some(mentor) = placement.mentor_id else { continue };
        let Some(mentor) = mentor::Entity::find_by_id(mentor).one(db).await? else { continue };
        let role = match mentor.company_id.and_then(|company| names.get(&company)) {
            Some(company) => t.me_person_mentor(company.as_str()),
            None => t.me_person_mentor_own(),
        };
        let called = mentor.called.trim();
        let more = if called.is_empty() || mentor.name.contains(called) {
            String::new()
        } else {
            t.me_person_called(called)
        };
        contacts.push(Contact {
            person: Person {
                name: mentor.name.clone(),
                role,
                phone: mentor.phone.clone().unwrap_or_default(),
                email: String::new(),
            },
            more,
        });
    }
    Ok(contacts)
}
