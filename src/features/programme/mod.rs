//! What the programme keeps itself: settings, lists, and the dated rows of laws and agreements.
//!
//! Owns `setting`, `holiday`, `requirement`, `length_rule`, `ratio_rule`, `follow_up_rule`.

pub mod change;
mod defaults;
mod rules;
mod settings;

pub use defaults::load_defaults;
pub use rules::{
    calendar, follow_up_rules, length_rules, ratio_rules, requirement_name, requirements,
};
pub use settings::{SETTINGS, SettingError, SettingKind};

use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set};

use crate::entities::{new_id, setting};
use crate::state::Txn;
use crate::web::AppResult;

/// A setting's text; every name is in `seed/programme.toml`, so none is missing.
pub async fn setting(db: &impl ConnectionTrait, name: &str) -> AppResult<String> {
    let row = setting::Entity::find().filter(setting::Column::Name.eq(name)).one(db).await?;
    Ok(row.ok_or_else(|| DbErr::RecordNotFound(format!("the setting {name}")))?.value)
}

/// A setting that is a whole number.
pub async fn number(db: &impl ConnectionTrait, name: &str) -> AppResult<i64> {
    let text = setting(db, name).await?;
    Ok(text
        .trim()
        .parse()
        .map_err(|_| anyhow::anyhow!("the setting {name} is no whole number: {text}"))?)
}

pub async fn set(txn: &Txn, name: &str, value: &str) -> AppResult<()> {
    let row = setting::ActiveModel {
        id: Set(new_id()),
        name: Set(name.to_owned()),
        value: Set(value.to_owned()),
    };
    setting::Entity::insert(row)
        .on_conflict(
            OnConflict::column(setting::Column::Name)
                .update_column(setting::Column::Value)
                .to_owned(),
        )
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
