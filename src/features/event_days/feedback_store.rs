//! The answers about a day, each once and without a name.

use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use sha2::Sha256;

use crate::domain::{AccountId, MatchEventId, Measure, Role, RowId};
use crate::entities::day_feedback;
use crate::settings::Settings;
use crate::state::Txn;
use crate::web::AppResult;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    pub how: i32,
    pub was_clear: Measure,
    pub again: Measure,
    pub words: String,
}

/// Made under our secret: it finds one's own answer again and names nobody.
pub fn hash(settings: &Settings, event: MatchEventId, account: AccountId) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(&settings.secret).expect("HMAC takes a key of any length");
    mac.update(b"feedback");
    mac.update(event.0.as_bytes());
    mac.update(account.0.as_bytes());
    HEXLOWER.encode(&mac.finalize().into_bytes())
}

pub async fn own(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    hash: &str,
) -> AppResult<Option<day_feedback::Model>> {
    let row = day_feedback::Entity::find()
        .filter(day_feedback::Column::EventId.eq(event))
        .filter(day_feedback::Column::AnsweredByHash.eq(hash));
    Ok(row.one(db).await?)
}

pub async fn all(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<day_feedback::Model>> {
    let rows = day_feedback::Entity::find().filter(day_feedback::Column::EventId.eq(event));
    // By a hash, so that the order tells nobody who was first.
    Ok(rows.order_by_asc(day_feedback::Column::AnsweredByHash).all(db).await?)
}

/// The last answer of somebody counts. No row tells when it was given, which would tell by whom.
pub async fn keep(
    txn: &Txn,
    event: MatchEventId,
    (side, hash): (Role, String),
    said: Feedback,
) -> AppResult<()> {
    use day_feedback::Column;
    let row = day_feedback::ActiveModel {
        id: Set(RowId(uuid::Uuid::new_v4())),
        event_id: Set(event),
        side: Set(side),
        answered_by_hash: Set(hash),
        how: Set(said.how),
        was_clear: Set(said.was_clear),
        again: Set(said.again),
        words: Set(said.words),
    };
    let said = [Column::How, Column::WasClear, Column::Again, Column::Words];
    day_feedback::Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::EventId, Column::AnsweredByHash])
                .update_columns(said)
                .to_owned(),
        )
        .exec_without_returning(txn)
        .await?;
    Ok(())
}
