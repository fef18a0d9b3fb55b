//! What the front pages read.

pub mod desk;
pub mod hosting;
pub mod month;

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use crate::domain::{AccountId, CompanyId, YoungPersonId};
use crate::entities::{account, company, young_person};

/// How many values one statement is asked for at most.
const CHUNK: usize = 500;

pub async fn accounts(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = AccountId>,
) -> Result<HashMap<AccountId, account::Model>, DbErr> {
    let mut found = HashMap::new();
    for ids in distinct(ids).chunks(CHUNK) {
        let rows = account::Entity::find()
            .filter(account::Column::Id.is_in(ids.iter().copied()))
            .all(db)
            .await?;
        found.extend(rows.into_iter().map(|row| (row.id, row)));
    }
    Ok(found)
}

pub async fn company_names(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = CompanyId>,
) -> Result<HashMap<CompanyId, String>, DbErr> {
    let mut found = HashMap::new();
    for ids in distinct(ids).chunks(CHUNK) {
        let rows: Vec<(CompanyId, String)> = company::Entity::find()
            .select_only()
            .columns([company::Column::Id, company::Column::Name])
            .filter(company::Column::Id.is_in(ids.iter().copied()))
            .into_tuple()
            .all(db)
            .await?;
        found.extend(rows);
    }
    Ok(found)
}

/// A young person, as far as others' lists name them.
#[derive(Clone, Debug)]
pub struct Named {
    pub account: AccountId,
    pub name: String,
}

pub async fn young_people(
    db: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = YoungPersonId>,
) -> Result<HashMap<YoungPersonId, Named>, DbErr> {
    let mut found = HashMap::new();
    for ids in distinct(ids).chunks(CHUNK) {
        let rows = young_person::Entity::find()
            .filter(young_person::Column::Id.is_in(ids.iter().copied()))
            .all(db)
            .await?;
        let accounts = accounts(db, rows.iter().map(|row| row.account_id)).await?;
        found.extend(rows.into_iter().filter_map(|row| {
            let account = accounts.get(&row.account_id)?;
            let named = Named { account: account.id, name: account.name.clone() };
            Some((row.id, named))
        }));
    }
    Ok(found)
}

fn distinct<T: Ord>(ids: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut ids: Vec<T> = ids.into_iter().collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}
