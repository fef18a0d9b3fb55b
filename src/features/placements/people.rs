//! Whom the people of a placement can ring, and what they are for.

use chrono::NaiveDate;
use omvendt_frontend::parts::Person;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::CompanyId;
use crate::entities::{account, company, company_member, mentor, placement};
use crate::features::accounts::away::{self, Contacts};
use crate::mail::{self, Message, Recipient};
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult};
use crate::words::Words;

pub struct People {
    pub company: company::Model,
    /// The consultant, and who takes over while they are away, or is simply the other one to ring.
    pub contacts: Contacts,
    mentor: Option<mentor::Model>,
    /// Who signs in for the company; the first is its contact.
    members: Vec<account::Model>,
}

pub async fn of(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    today: NaiveDate,
) -> AppResult<People> {
    let consultant = super::store::account(db, placement.consultant_id).await?;
    let mentor = match placement.mentor_id {
        Some(id) => mentor::Entity::find_by_id(id).one(db).await?,
        None => None,
    };
    let company = company::Entity::find_by_id(placement.company_id).one(db).await?;
    Ok(People {
        company: company.ok_or(AppError::NotFound)?,
        contacts: away::contacts(db, consultant, today).await?,
        mentor,
        members: members(db, placement.company_id).await?,
    })
}

async fn members(db: &impl ConnectionTrait, company: CompanyId) -> AppResult<Vec<account::Model>> {
    let rows = company_member::Entity::find()
        .filter(company_member::Column::CompanyId.eq(company))
        .order_by_asc(company_member::Column::CreatedAt)
        .all(db)
        .await?;
    let ids: Vec<_> = rows.into_iter().map(|row| row.account_id).collect();
    let mut accounts = account::Entity::find()
        .filter(account::Column::Id.is_in(ids.iter().copied()))
        .filter(account::Column::DisabledAt.is_null())
        .all(db)
        .await?;
    accounts.sort_by_key(|account| ids.iter().position(|id| *id == account.id));
    Ok(accounts)
}

impl People {
    /// The daily contact, when the place has one.
    pub fn mentor(&self, t: Words) -> Option<Person> {
        let mentor = self.mentor.as_ref()?;
        let role = match mentor.company_id {
            Some(_) => t.placements_person_mentor(),
            None => t.placements_person_municipal_mentor(),
        };
        Some(person(&mentor.name, role, mentor.phone.as_deref()))
    }

    pub fn company_contact(&self, t: Words) -> Option<Person> {
        let role = t.placements_person_company(self.company.name.as_str());
        match self.members.first() {
            Some(member) => Some(person(&member.name, role, member.phone.as_deref())),
            None => {
                let name = self.company.contact_name.as_deref()?;
                Some(person(name, role, self.company.contact_phone.as_deref()))
            }
        }
    }

    pub fn municipality(&self, t: Words) -> Vec<Person> {
        municipality(&self.contacts, t)
    }

    /// The young person's helpers as lines of a letter to them.
    pub fn lines(&self, t: Words) -> Vec<String> {
        let all = self.mentor(t).into_iter().chain(self.municipality(t));
        all.map(|person| line(&person, t)).collect()
    }
}

/// The consultant and who stands in for them; whoever is there today comes first.
fn municipality(contacts: &Contacts, t: Words) -> Vec<Person> {
    let (own, is_away) = (&contacts.own, contacts.own_is_away);
    let role = |account: &account::Model| match account.id == own.id {
        true if is_away => t.placements_person_consultant_away(),
        true => t.placements_person_consultant(),
        false => t.placements_person_deputy(own.name.as_str()),
    };
    let named =
        |account: &account::Model| person(&account.name, role(account), account.phone.as_deref());
    contacts.in_order().into_iter().map(named).collect()
}

/// The municipality's people as lines of a letter to a young person.
pub fn municipality_lines(contacts: &Contacts, t: Words) -> Vec<String> {
    municipality(contacts, t).iter().map(|person| line(person, t)).collect()
}

fn line(person: &Person, t: Words) -> String {
    let name = format!("{} ({})", person.name, person.role);
    if person.phone.is_empty() {
        name
    } else {
        t.placements_mail_person(name, person.phone_in_pairs())
    }
}

fn person(name: &str, role: String, phone: Option<&str>) -> Person {
    Person {
        name: name.to_owned(),
        role,
        phone: phone.unwrap_or_default().to_owned(),
        email: String::new(),
    }
}

/// A mentor without an account is told by the company.
pub async fn tell_mentor<M: Message>(
    txn: &Txn,
    state: &AppState,
    placement: &placement::Model,
    what: &str,
    message: impl FnOnce(Words) -> M,
) -> AppResult<()> {
    let Some(id) = placement.mentor_id else { return Ok(()) };
    let mentor = mentor::Entity::find_by_id(id).one(txn).await?;
    let Some(account) = mentor.and_then(|mentor| mentor.account_id) else { return Ok(()) };
    let account = super::store::account(txn, account).await?;
    let Some(recipient) = Recipient::of(&account) else { return Ok(()) };
    let cause = format!("placement/{}/{what}/mentor/{}", placement.id, account.id);
    mail::enqueue(txn, state.clock.now(), &recipient, &cause, &message(recipient.words())).await
}
