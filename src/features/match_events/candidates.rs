//! Whom one can still invite to an event.

use std::collections::BTreeMap;

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect, Select,
};

use super::invite::InviteForm;
use crate::domain::{
    CompanyId, CompanyStage, GroupId, MatchEventId, ProfileStatus, ProfileVersion, YoungPersonId,
};
use crate::entities::{
    account, company, company_profile, event_company, event_young_person, young_person, youth_group,
};
use crate::web::AppResult;

/// How many are shown to tick; more are found by name.
const SHOWN: u64 = 50;

/// Companies of the programme that young people can see, and that are not on the event.
fn open_companies(event: MatchEventId) -> Select<company::Entity> {
    let published = Query::select()
        .column(company_profile::Column::CompanyId)
        .from(company_profile::Entity)
        .and_where(company_profile::Column::Version.eq(ProfileVersion::Published))
        .to_owned();
    let on_it = Query::select()
        .column(event_company::Column::CompanyId)
        .from(event_company::Entity)
        .and_where(event_company::Column::EventId.eq(event))
        .to_owned();
    company::Entity::find()
        .filter(company::Column::Stage.eq(CompanyStage::Member))
        .filter(company::Column::ProfileStatus.ne(ProfileStatus::Paused))
        .filter(company::Column::Id.in_subquery(published))
        .filter(company::Column::Id.not_in_subquery(on_it))
}

/// How many there are, and the first of them as value and label.
pub async fn companies(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    q: &str,
) -> AppResult<(u64, Vec<(String, String)>)> {
    let left = open_companies(event).count(db).await?;
    let found = open_companies(event)
        .filter(named(company::Column::Name, q))
        .order_by_asc(company::Column::Name)
        .limit(SHOWN)
        .all(db)
        .await?;
    Ok((left, found.into_iter().map(|row| (row.id.to_string(), row.name)).collect()))
}

/// Those the form asks for, of those who can be invited.
pub async fn chosen_companies(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    form: &InviteForm,
) -> AppResult<Vec<CompanyId>> {
    let mut open = open_companies(event).order_by_asc(company::Column::Name);
    if form.who != "all" {
        let ids: Vec<CompanyId> = form.chosen.iter().filter_map(|id| id.parse().ok()).collect();
        open = open.filter(company::Column::Id.is_in(ids));
    }
    Ok(open.all(db).await?.into_iter().map(|row| row.id).collect())
}

fn open_people(event: MatchEventId) -> Select<young_person::Entity> {
    let on_it = Query::select()
        .column(event_young_person::Column::YoungPersonId)
        .from(event_young_person::Entity)
        .and_where(event_young_person::Column::EventId.eq(event))
        .to_owned();
    young_person::Entity::find()
        .filter(young_person::Column::LeftAt.is_null())
        .filter(young_person::Column::Id.not_in_subquery(on_it))
        .filter(young_person::Column::AccountId.in_subquery(live_accounts()))
}

fn live_accounts() -> SelectStatement {
    Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::DisabledAt.is_null())
        .to_owned()
}

pub async fn people(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    q: &str,
) -> AppResult<(u64, Vec<(YoungPersonId, account::Model)>)> {
    use sea_orm::QueryTrait;
    let left = open_people(event).count(db).await?;
    let open = open_people(event).select_only().column(young_person::Column::AccountId);
    let accounts = account::Entity::find()
        .filter(account::Column::Id.in_subquery(open.into_query()))
        .filter(named(account::Column::Name, q))
        .order_by_asc(account::Column::Name)
        .limit(SHOWN)
        .all(db)
        .await?;
    let rows = young_person::Entity::find()
        .filter(young_person::Column::AccountId.is_in(accounts.iter().map(|account| account.id)))
        .all(db)
        .await?;
    let ids: BTreeMap<_, _> = rows.into_iter().map(|row| (row.account_id, row.id)).collect();
    let people = accounts.into_iter();
    Ok((left, people.filter_map(|account| Some((*ids.get(&account.id)?, account))).collect()))
}

pub async fn chosen_people(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    form: &InviteForm,
) -> AppResult<Vec<YoungPersonId>> {
    let mut open = open_people(event);
    match form.who.as_str() {
        "all" => {}
        "groups" => {
            let groups: Vec<GroupId> = form.group.iter().filter_map(|id| id.parse().ok()).collect();
            open = open.filter(young_person::Column::GroupId.is_in(groups));
        }
        _ => {
            let ids: Vec<YoungPersonId> =
                form.chosen.iter().filter_map(|id| id.parse().ok()).collect();
            open = open.filter(young_person::Column::Id.is_in(ids));
        }
    }
    Ok(open.all(db).await?.into_iter().map(|row| row.id).collect())
}

pub async fn groups(db: &impl ConnectionTrait) -> AppResult<Vec<(String, String)>> {
    let groups = youth_group::Entity::find()
        .filter(youth_group::Column::ClosedAt.is_null())
        .order_by_asc(youth_group::Column::Name)
        .all(db)
        .await?;
    Ok(groups.into_iter().map(|row| (row.id.to_string(), row.name)).collect())
}

/// A part of a name as typed or with a capital first, because the two databases differ on letters like Ø.
pub fn named(column: impl ColumnTrait, q: &str) -> Condition {
    let q = q.trim();
    let mut letters = q.chars();
    let capital: String = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters.flat_map(char::to_lowercase)).collect())
        .unwrap_or_default();
    Condition::any().add(column.contains(q)).add(column.contains(capital))
}
