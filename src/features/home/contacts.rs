//! The people on a front page, each with what they are for and a number to ring.

use chrono::NaiveDate;
use omvendt_frontend::parts::Person;
use sea_orm::{ConnectionTrait, DbErr, EntityTrait};

use super::store;
use crate::domain::{AccountId, PlacementStatus};
use crate::entities::{account, mentor, placement, young_person, youth_group};
use crate::features::accounts::away::{self, Contacts};
use crate::words::Words;

pub struct Contact {
    pub person: Person,
    /// What more they are for, a line each.
    pub more: Vec<String>,
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
            more: Vec::new(),
        }
    }
}

/// Whom a young person can turn to: their consultant and who stands in for them, their group, their mentors.
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
    let own = account::Entity::find_by_id(person.consultant_id).one(db).await?;
    let contacts = away::contacts(db, own.ok_or_else(missing)?, today).await?;
    let mut named = consultants(&contacts, today, t);
    if let Some((leader, lines)) = group(db, person, t).await? {
        match named.iter_mut().find(|(id, _)| *id == leader.id) {
            Some((_, same)) => same.more = lines,
            None => {
                let mut lines = lines.into_iter();
                let role = lines.next().unwrap_or_default();
                let contact = Contact { more: lines.collect(), ..Contact::of(&leader, role) };
                named.push((leader.id, contact));
            }
        }
    }
    let mut people: Vec<Contact> = named.into_iter().map(|(_, contact)| contact).collect();
    people.extend(mentors(db, placements, t).await?);
    Ok(Mine { people, present: contacts.present().clone() })
}

/// The one who is there today first.
fn consultants(contacts: &Contacts, today: NaiveDate, t: Words) -> Vec<(AccountId, Contact)> {
    let (own, is_away) = (&contacts.own, contacts.own_is_away);
    let role = |account: &account::Model| match (account.id == own.id, own.away_until) {
        (true, Some(until)) if is_away => {
            t.me_person_consultant_away_until(t.day_seen_from(today, until))
        }
        (true, _) if is_away => t.me_person_consultant_away(),
        (true, _) => t.me_person_consultant(),
        (false, _) if is_away => t.me_person_deputy(own.name.as_str()),
        (false, _) => t.me_person_deputy_ready(own.name.as_str()),
    };
    let contact = |account: &account::Model| (account.id, Contact::of(account, role(account)));
    contacts.in_order().into_iter().map(contact).collect()
}

/// Who leads the young person's group, and what to say of it.
async fn group(
    db: &impl ConnectionTrait,
    person: &young_person::Model,
    t: Words,
) -> Result<Option<(account::Model, Vec<String>)>, DbErr> {
    let group = youth_group::Entity::find_by_id(person.group_id).one(db).await?;
    let Some(group) = group.filter(|group| group.closed_at.is_none()) else { return Ok(None) };
    let leader = account::Entity::find_by_id(group.leader_id).one(db).await?;
    let mut lines = vec![t.me_person_leader(group.name)];
    if !group.meets.is_empty() {
        lines.push(t.me_person_meets(group.meets));
    }
    Ok(leader.map(|leader| (leader, lines)))
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
            Vec::new()
        } else {
            vec![t.me_person_called(called)]
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
