//! The slice's SQL.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder,
    QuerySelect, Set,
};

use crate::domain::checklist::{Item, ItemState};
use crate::domain::{AccountId, ChecklistItemId, CompanyId, Party, PlacementId};
use crate::entities::{
    checklist_confirmation as confirmation, checklist_item, checklist_note, company, new_id,
    placement,
};
use crate::state::Txn;
use crate::web::{AppError, AppResult};

/// One item as it stands, with everybody's yes, also to words that have changed since.
#[derive(Clone, Debug)]
pub struct Row {
    pub model: checklist_item::Model,
    pub item: Item,
    pub confirmations: Vec<confirmation::Model>,
}

impl Row {
    pub fn state(&self) -> ItemState {
        ItemState {
            item: self.item,
            revision: self.model.revision,
            not_relevant: self.model.not_relevant_because.is_some(),
            confirmed: self.confirmations.iter().map(|row| (row.party, row.revision)).collect(),
        }
    }

    /// The yes that counts for the words as they now are.
    pub fn yes_of(&self, party: Party) -> Option<&confirmation::Model> {
        self.confirmations
            .iter()
            .find(|row| row.party == party && row.revision == self.model.revision)
    }
}

/// Makes the rows that are not there yet.
pub async fn open(txn: &Txn, placement: &placement::Model, now: DateTime<Utc>) -> AppResult<()> {
    let rows =
        Item::of_kind(placement.kind).zip(1..).map(|(item, sort)| checklist_item::ActiveModel {
            id: Set(new_id()),
            placement_id: Set(placement.id),
            item: Set(item.as_str().to_owned()),
            sort: Set(sort),
            agreed: Set(None),
            not_relevant_because: Set(None),
            revision: Set(1),
            changed_at: Set(now),
            changed_by: Set(None),
        });
    let once =
        OnConflict::columns([checklist_item::Column::PlacementId, checklist_item::Column::Item])
            .do_nothing()
            .to_owned();
    checklist_item::Entity::insert_many(rows).on_conflict(once).exec_without_returning(txn).await?;
    Ok(())
}

pub async fn items(db: &impl ConnectionTrait, placement: PlacementId) -> AppResult<Vec<Row>> {
    let models = checklist_item::Entity::find()
        .filter(checklist_item::Column::PlacementId.eq(placement))
        .order_by_asc(checklist_item::Column::Sort)
        .all(db)
        .await?;
    let mut given: HashMap<ChecklistItemId, Vec<confirmation::Model>> = HashMap::new();
    for row in confirmation::Entity::find()
        .filter(confirmation::Column::ItemId.is_in(models.iter().map(|model| model.id)))
        .all(db)
        .await?
    {
        given.entry(row.item_id).or_default().push(row);
    }
    models
        .into_iter()
        .map(|model| {
            let confirmations = given.remove(&model.id).unwrap_or_default();
            Ok(Row { item: known(&model.item)?, model, confirmations })
        })
        .collect()
}

pub async fn item_for_change(txn: &Txn, placement: PlacementId, item: Item) -> AppResult<Row> {
    let model = checklist_item::Entity::find()
        .filter(checklist_item::Column::PlacementId.eq(placement))
        .filter(checklist_item::Column::Item.eq(item.as_str()))
        .lock_exclusive()
        .one(txn)
        .await?
        .ok_or(AppError::NotFound)?;
    let confirmations = confirmation::Entity::find()
        .filter(confirmation::Column::ItemId.eq(model.id))
        .all(txn)
        .await?;
    Ok(Row { model, item, confirmations })
}

fn known(text: &str) -> AppResult<Item> {
    Ok(text.parse().map_err(|error| anyhow::anyhow!("{error} in a checklist"))?)
}

pub struct Yes {
    pub party: Party,
    pub by: AccountId,
    pub together: bool,
    pub at: DateTime<Utc>,
}

/// A party has one yes an item: a new one takes the place of that to earlier words.
pub async fn put_yes(txn: &Txn, item: ChecklistItemId, revision: i32, yes: Yes) -> AppResult<()> {
    let row = confirmation::ActiveModel {
        id: Set(new_id()),
        item_id: Set(item),
        party: Set(yes.party),
        revision: Set(revision),
        confirmed_by: Set(yes.by),
        together: Set(yes.together),
        confirmed_at: Set(yes.at),
    };
    let again = OnConflict::columns([confirmation::Column::ItemId, confirmation::Column::Party])
        .update_columns([
            confirmation::Column::Revision,
            confirmation::Column::ConfirmedBy,
            confirmation::Column::Together,
            confirmation::Column::ConfirmedAt,
        ])
        .to_owned();
    confirmation::Entity::insert(row).on_conflict(again).exec_without_returning(txn).await?;
    Ok(())
}

/// Writes the item as the domain left it, with the words that go with it.
pub async fn save(
    txn: &Txn,
    row: Row,
    state: &ItemState,
    standing: Standing,
    by: AccountId,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let mut model: checklist_item::ActiveModel = row.model.into();
    model.revision = Set(state.revision);
    match standing {
        Standing::Agreed(text) => {
            model.agreed = Set(text);
            model.not_relevant_because = Set(None);
        }
        Standing::NotRelevant(reason) => model.not_relevant_because = Set(Some(reason)),
    }
    model.changed_at = Set(now);
    model.changed_by = Set(Some(by));
    model.update(txn).await?;
    Ok(())
}

pub enum Standing {
    Agreed(Option<String>),
    NotRelevant(String),
}

pub async fn notes(
    db: &impl ConnectionTrait,
    item: ChecklistItemId,
) -> AppResult<Vec<checklist_note::Model>> {
    Ok(checklist_note::Entity::find()
        .filter(checklist_note::Column::ItemId.eq(item))
        .order_by_asc(checklist_note::Column::WrittenAt)
        .all(db)
        .await?)
}

pub async fn add_note(
    txn: &Txn,
    item: ChecklistItemId,
    words: String,
    by: AccountId,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let row = checklist_note::ActiveModel {
        id: Set(new_id()),
        item_id: Set(item),
        words: Set(words),
        written_by: Set(by),
        written_at: Set(now),
    };
    checklist_note::Entity::insert(row).exec_without_returning(txn).await?;
    Ok(())
}

pub async fn company(db: &impl ConnectionTrait, id: CompanyId) -> AppResult<company::Model> {
    company::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)
}
