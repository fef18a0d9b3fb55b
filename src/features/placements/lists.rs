//! Somebody's placements, newest first, with the names a list shows.

use std::collections::HashMap;

use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};

use super::store;
use crate::domain::capacity::takes_a_place;
use crate::domain::disclosure::{Given, company_sees};
use crate::domain::{
    AccountId, CompanyId, DisclosureItem, MentorId, PlacementStatus, YoungPersonId,
};
use crate::entities::{account, company, placement, young_person};
use crate::web::AppResult;

#[derive(Clone, Debug)]
pub struct Listed {
    pub placement: placement::Model,
    pub young_person: String,
    /// For the record of look-ups.
    pub account: AccountId,
    pub company: String,
}

impl Listed {
    pub fn path(&self) -> String {
        super::path(self.placement.id)
    }
}

/// All of them, also those that came to nothing.
pub async fn of_young_person(
    db: &impl ConnectionTrait,
    id: YoungPersonId,
) -> AppResult<Vec<Listed>> {
    listed(db, Condition::all().add(placement::Column::YoungPersonId.eq(id))).await
}

/// Those whose name the company may see.
pub async fn of_company(db: &impl ConnectionTrait, id: CompanyId) -> AppResult<Vec<Listed>> {
    let seen = placement::Column::Status
        .is_not_in([PlacementStatus::Declined, PlacementStatus::Withdrawn]);
    listed(db, Condition::all().add(placement::Column::CompanyId.eq(id)).add(seen)).await
}

/// Those assigned to the mentor, from the two yeses on.
pub async fn of_mentor(db: &impl ConnectionTrait, id: MentorId) -> AppResult<Vec<Listed>> {
    let assigned = placement::Column::Status.is_in([
        PlacementStatus::Agreed,
        PlacementStatus::Running,
        PlacementStatus::Ended,
    ]);
    listed(db, Condition::all().add(placement::Column::MentorId.eq(id)).add(assigned)).await
}

async fn listed(db: &impl ConnectionTrait, whose: Condition) -> AppResult<Vec<Listed>> {
    let rows = placement::Entity::find()
        .filter(whose)
        .order_by_desc(placement::Column::ProposedAt)
        .limit(200)
        .all(db)
        .await?;
    with_names(db, rows).await
}

/// The companies that see this about somebody today, because they said yes to it.
pub async fn shown_to(
    db: &impl ConnectionTrait,
    id: YoungPersonId,
    item: DisclosureItem,
) -> AppResult<Vec<String>> {
    let mut companies = Vec::new();
    for listed in of_young_person(db, id).await? {
        if !takes_a_place(listed.placement.status) {
            continue;
        }
        let given = store::disclosures(db, listed.placement.id).await?;
        let given = given
            .iter()
            .map(|row| Given { item: row.item, taken_back: row.withdrawn_at.is_some() });
        let seen = company_sees(listed.placement.status, given);
        if seen.is_some_and(|seen| seen.items.contains(&item)) {
            companies.push(listed.company);
        }
    }
    Ok(companies)
}

pub(super) async fn with_names(
    db: &impl ConnectionTrait,
    rows: Vec<placement::Model>,
) -> AppResult<Vec<Listed>> {
    let people: HashMap<YoungPersonId, AccountId> = young_person::Entity::find()
        .select_only()
        .columns([young_person::Column::Id, young_person::Column::AccountId])
        .filter(young_person::Column::Id.is_in(rows.iter().map(|row| row.young_person_id)))
        .into_tuple()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let names: HashMap<AccountId, String> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::Column::Id.is_in(people.values().copied()))
        .into_tuple()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let companies: HashMap<CompanyId, String> = company::Entity::find()
        .select_only()
        .columns([company::Column::Id, company::Column::Name])
        .filter(company::Column::Id.is_in(rows.iter().map(|row| row.company_id)))
        .into_tuple()
        .all(db)
        .await?
        .into_iter()
        .collect();
    let listed = |placement: placement::Model| {
        let account = *people.get(&placement.young_person_id)?;
        Some(Listed {
            young_person: names.get(&account)?.clone(),
            company: companies.get(&placement.company_id)?.clone(),
            account,
            placement,
        })
    };
    Ok(rows.into_iter().filter_map(listed).collect())
}
