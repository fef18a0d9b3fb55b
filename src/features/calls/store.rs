//! The slice's SQL.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, Select, Set,
};

use crate::clock::local;
use crate::domain::{AccountId, CallId, CallKind, CompanyId, MatchEventId, YoungPersonId};
use crate::entities::{account, call, company, company_member, match_event, young_person};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

pub async fn call(db: &impl ConnectionTrait, id: CallId) -> AppResult<call::Model> {
    call::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}

pub async fn about_to_change(txn: &Txn, id: CallId) -> AppResult<call::Model> {
    call::Entity::find_by_id(id).lock_exclusive().one(txn).await?.ok_or(AppError::NotFound)
}

pub async fn open_talk(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
) -> Result<Option<call::Model>, DbErr> {
    call::Entity::find()
        .filter(call::Column::YoungPersonId.eq(young_person))
        .filter(call::Column::Kind.eq(CallKind::WantsToTalk))
        .filter(call::Column::DoneAt.is_null())
        .one(db)
        .await
}

/// Everything somebody still has to ring this person about, the first due first.
pub async fn open_about(
    db: &impl ConnectionTrait,
    young_person: YoungPersonId,
) -> Result<Vec<call::Model>, DbErr> {
    call::Entity::find()
        .filter(call::Column::YoungPersonId.eq(young_person))
        .filter(call::Column::DoneAt.is_null())
        .order_by_asc(call::Column::DueOn)
        .all(db)
        .await
}

/// Which calls a list holds. No owners means everybody's.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub owners: Vec<AccountId>,
    pub due_before: Option<NaiveDate>,
    pub done: bool,
}

fn wanted(wanted: &Wanted) -> Select<call::Entity> {
    let mut query = call::Entity::find();
    if !wanted.owners.is_empty() {
        query = query.filter(call::Column::OwnerId.is_in(wanted.owners.iter().copied()));
    }
    if let Some(day) = wanted.due_before {
        query = query.filter(call::Column::DueOn.lt(day));
    }
    if wanted.done {
        query.filter(call::Column::DoneAt.is_not_null()).order_by_desc(call::Column::DoneAt)
    } else {
        query.filter(call::Column::DoneAt.is_null()).order_by_asc(call::Column::DueOn)
    }
}

pub async fn count(db: &impl ConnectionTrait, which: &Wanted) -> Result<u64, DbErr> {
    wanted(which).count(db).await
}

pub async fn list(
    db: &impl ConnectionTrait,
    which: &Wanted,
    offset: u64,
    limit: u64,
) -> Result<Vec<call::Model>, DbErr> {
    wanted(which).order_by_asc(call::Column::Id).offset(offset).limit(limit).all(db).await
}

pub async fn mark_made(
    txn: &Txn,
    call: call::Model,
    by: AccountId,
    note: Option<String>,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let note = with_note(call.note.clone(), note);
    let mut row: call::ActiveModel = call.into();
    row.done_at = Set(Some(now));
    row.done_by = Set(Some(by));
    row.note = Set(note);
    row.update(txn).await?;
    Ok(())
}

pub async fn put_off(
    txn: &Txn,
    call: call::Model,
    to: NaiveDate,
    note: Option<String>,
) -> Result<(), DbErr> {
    let note = with_note(call.note.clone(), note);
    let mut row: call::ActiveModel = call.into();
    row.due_on = Set(to);
    row.note = Set(note);
    row.update(txn).await?;
    Ok(())
}

/// What somebody had to say about a call that was made already.
pub async fn add_note(txn: &Txn, call: call::Model, note: String) -> Result<(), DbErr> {
    let note = with_note(call.note.clone(), Some(note));
    let mut row: call::ActiveModel = call.into();
    row.note = Set(note);
    row.update(txn).await?;
    Ok(())
}

/// Every note is kept, and the same words are kept once.
fn with_note(before: Option<String>, new: Option<String>) -> Option<String> {
    match (before, new) {
        (Some(before), Some(new)) if before.lines().any(|line| line == new) || before == new => {
            Some(before)
        }
        (Some(before), Some(new)) => Some(format!("{before}\n{new}")),
        (before, new) => new.or(before),
    }
}

pub async fn hand_over(txn: &Txn, call: call::Model, to: AccountId) -> Result<(), DbErr> {
    let mut row: call::ActiveModel = call.into();
    row.owner_id = Set(to);
    row.update(txn).await?;
    Ok(())
}

/// The days of the meetings that calls are about.
pub async fn met_on(
    db: &impl ConnectionTrait,
    calls: &[call::Model],
) -> Result<HashMap<MatchEventId, NaiveDate>, DbErr> {
    let events: Vec<(MatchEventId, DateTime<Utc>)> = match_event::Entity::find()
        .select_only()
        .columns([match_event::Column::Id, match_event::Column::StartsAt])
        .filter(match_event::Column::Id.is_in(calls.iter().filter_map(|call| call.event_id)))
        .into_tuple()
        .all(db)
        .await?;
    Ok(events.into_iter().map(|(id, at)| (id, local(at).date())).collect())
}

/// Who is rung, as lists and pages name them.
#[derive(Clone, Debug, Default)]
pub struct Whom {
    pub name: String,
    pub phone: String,
    /// A young person's account, because reading about them is recorded.
    pub account: Option<AccountId>,
}

/// Whom each call goes to: the young person, or the company's contact. Three statements, however many calls.
pub async fn whom(db: &impl ConnectionTrait, calls: &[call::Model]) -> Result<Vec<Whom>, DbErr> {
    let people = people(db, calls.iter().filter_map(|call| call.young_person_id)).await?;
    let companies = companies(db, calls.iter().filter_map(|call| call.company_id)).await?;
    let whom = |call: &call::Model| {
        let person = call.young_person_id.filter(|_| !rings_company(call.kind));
        match (person, call.company_id) {
            (Some(person), _) => people.get(&person).cloned().unwrap_or_default(),
            (None, Some(company)) => companies.get(&company).cloned().unwrap_or_default(),
            (None, None) => Whom::default(),
        }
    };
    Ok(calls.iter().map(whom).collect())
}

/// A call may be about both; these are to the company when there is one.
fn rings_company(kind: CallKind) -> bool {
    matches!(kind, CallKind::NoHostAnswer | CallKind::CompanyContact)
}

async fn people(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = YoungPersonId>,
) -> Result<HashMap<YoungPersonId, Whom>, DbErr> {
    let rows: Vec<(YoungPersonId, AccountId, String, Option<String>)> =
        young_person::Entity::find()
            .select_only()
            .column(young_person::Column::Id)
            .columns([account::Column::Id, account::Column::Name, account::Column::Phone])
            .join(
                sea_orm::JoinType::InnerJoin,
                young_person::Entity::belongs_to(account::Entity)
                    .from(young_person::Column::AccountId)
                    .to(account::Column::Id)
                    .into(),
            )
            .filter(young_person::Column::Id.is_in(ids))
            .into_tuple()
            .all(db)
            .await?;
    let whom = |(id, account, name, phone): (_, _, _, Option<String>)| {
        (id, Whom { name, phone: phone.unwrap_or_default(), account: Some(account) })
    };
    Ok(rows.into_iter().map(whom).collect())
}

/// The company's contact; without a number the first of those who sign in for it and have one.
async fn companies(
    db: &impl ConnectionTrait,
    ids: impl Iterator<Item = CompanyId>,
) -> Result<HashMap<CompanyId, Whom>, DbErr> {
    let rows = company::Entity::find().filter(company::Column::Id.is_in(ids)).all(db).await?;
    let silent = rows.iter().filter(|row| row.contact_phone.is_none()).map(|row| row.id);
    let mut members = members(db, silent).await?;
    let whom = |row: company::Model| {
        let member = members.remove(&row.id);
        let (contact, phone) = match (row.contact_phone, member) {
            (None, Some((name, phone))) => (Some(name), phone),
            (phone, _) => (row.contact_name, phone.unwrap_or_default()),
        };
        let name = match contact {
            Some(contact) => format!("{contact}, {}", row.name),
            None => row.name,
        };
        (row.id, Whom { name, phone, account: None })
    };
    Ok(rows.into_iter().map(whom).collect())
}

async fn members(
    db: &impl ConnectionTrait,
    of: impl Iterator<Item = CompanyId>,
) -> Result<HashMap<CompanyId, (String, String)>, DbErr> {
    let rows: Vec<(CompanyId, String, String)> = company_member::Entity::find()
        .select_only()
        .column(company_member::Column::CompanyId)
        .columns([account::Column::Name, account::Column::Phone])
        .join(
            sea_orm::JoinType::InnerJoin,
            company_member::Entity::belongs_to(account::Entity)
                .from(company_member::Column::AccountId)
                .to(account::Column::Id)
                .into(),
        )
        .filter(company_member::Column::CompanyId.is_in(of))
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::Phone.is_not_null())
        .order_by_desc(company_member::Column::CreatedAt)
        .into_tuple()
        .all(db)
        .await?;
    Ok(rows.into_iter().map(|(company, name, phone)| (company, (name, phone))).collect())
}
