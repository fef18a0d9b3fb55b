//! Whom one can still invite to an event.

use sea_orm::sea_query::{Query, SelectStatement};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, JoinType, PaginatorTrait, QueryFilter,
    QueryOrder, QuerySelect, RelationDef, Select,
};

use super::invite::InviteForm;
use crate::domain::{
    CompanyId, CompanyStage, GroupId, MatchEventId, ProfileStatus, ProfileVersion, Role,
    YoungPersonId,
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
    open_to_all(event).filter(young_person::Column::AccountId.in_subquery(live_accounts()))
}

/// Everybody of the programme who is not on the event, also those whose account is closed.
fn open_to_all(event: MatchEventId) -> Select<young_person::Entity> {
    let on_it = Query::select()
        .column(event_young_person::Column::YoungPersonId)
        .from(event_young_person::Entity)
        .and_where(event_young_person::Column::EventId.eq(event))
        .to_owned();
    young_person::Entity::find()
        .filter(young_person::Column::LeftAt.is_null())
        .filter(young_person::Column::Id.not_in_subquery(on_it))
}

fn live_accounts() -> SelectStatement {
    Query::select()
        .column(account::Column::Id)
        .from(account::Entity)
        .and_where(account::Column::DisabledAt.is_null())
        .to_owned()
}

/// How many people of the programme are not on the event.
pub async fn people_left(db: &impl ConnectionTrait, event: MatchEventId) -> AppResult<u64> {
    let present = || young_person::Entity::find().filter(young_person::Column::LeftAt.is_null());
    let on_it = event_young_person::Entity::find()
        .join(JoinType::InnerJoin, person_of_line())
        .filter(event_young_person::Column::EventId.eq(event))
        .filter(young_person::Column::LeftAt.is_null())
        .count(db)
        .await?;
    let disabled = open_to_all(event)
        .join(JoinType::InnerJoin, account_of_person())
        .filter(account::Column::DisabledAt.is_not_null())
        .count(db)
        .await?;
    Ok(present().count(db).await?.saturating_sub(on_it).saturating_sub(disabled))
}

/// The first by name of those not on the event whose name holds what was typed. They are read in the order of the
/// index on accounts, so that nobody is sorted.
pub async fn people(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    q: &str,
) -> AppResult<Vec<(YoungPersonId, account::Model)>> {
    let rows = open_to_all(event)
        .join(JoinType::InnerJoin, account_of_person())
        .filter(account::Column::Role.eq(Role::YoungPerson))
        .filter(account::Column::DisabledAt.is_null())
        .filter(named(account::Column::Name, q))
        .select_also(account::Entity)
        .order_by_asc(account::Column::Name)
        .order_by_asc(account::Column::Id)
        .limit(SHOWN)
        .all(db)
        .await?;
    Ok(rows.into_iter().filter_map(|(person, account)| Some((person.id, account?))).collect())
}

pub fn account_of_person() -> RelationDef {
    young_person::Entity::belongs_to(account::Entity)
        .from(young_person::Column::AccountId)
        .to(account::Column::Id)
        .into()
}

pub fn person_of_line() -> RelationDef {
    event_young_person::Entity::belongs_to(young_person::Entity)
        .from(event_young_person::Column::YoungPersonId)
        .to(young_person::Column::Id)
        .into()
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

/// The first open groups whose name holds what was typed, and those already ticked.
pub async fn groups(
    db: &impl ConnectionTrait,
    q: &str,
    ticked: &[String],
) -> AppResult<Vec<(String, String)>> {
    let open = || {
        youth_group::Entity::find()
            .filter(youth_group::Column::ClosedAt.is_null())
            .order_by_asc(youth_group::Column::Name)
    };
    let ticked: Vec<GroupId> = ticked.iter().filter_map(|id| id.parse().ok()).collect();
    let found = open().filter(named(youth_group::Column::Name, q)).limit(SHOWN).all(db).await?;
    let mut groups =
        open().filter(youth_group::Column::Id.is_in(ticked.iter().copied())).all(db).await?;
    groups.extend(found.into_iter().filter(|group| !ticked.contains(&group.id)));
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
