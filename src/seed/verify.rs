//! Whether the month has come out as its files say; if not, they or the rules are wrong, and the load stops.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::files::{Event, Files};
use super::keys::Keys;
use crate::entities::{match_event, match_outcome, place, placement};
use crate::state::AppState;
use crate::web::{AppError, AppResult};

/// The rankings are made so that no draw decides: the engine must say what the file says.
pub async fn result(state: &AppState, keys: &Keys, event: &Event) -> AppResult<()> {
    let id = keys.event(&event.key)?;
    for expected in &event.expect {
        let outcome = match_outcome::Entity::find()
            .filter(match_outcome::Column::EventId.eq(id))
            .filter(match_outcome::Column::YoungPersonId.eq(keys.young_person(&expected.who)?))
            .one(&state.db.read)
            .await?;
        let outcome = outcome.ok_or_else(|| anyhow::anyhow!("{} has no outcome", expected.who))?;
        let place = match outcome.place_id {
            Some(place) => place::Entity::find_by_id(place).one(&state.db.read).await?,
            None => None,
        };
        let company =
            expected.company.as_deref().map(|company| keys.company(company)).transpose()?;
        let got = (
            place.as_ref().map(|place| place.company_id),
            place.as_ref().map(|place| place.kind),
            outcome.rank,
        );
        if got != (company, expected.kind, expected.rank) {
            return Err(anyhow::anyhow!(
                "{} was to get {:?}, and got {got:?}",
                expected.who,
                expected.company
            )
            .into());
        }
    }
    Ok(())
}

/// Every event and placement stands where the files say.
pub async fn verify(state: &AppState, keys: &Keys, files: &Files) -> AppResult<()> {
    for event in &files.events.event {
        let row =
            match_event::Entity::find_by_id(keys.event(&event.key)?).one(&state.db.read).await?;
        let status = row.ok_or(AppError::NotFound)?.status;
        if status != event.status {
            return Err(anyhow::anyhow!(
                "the event {} is {status}, not {}",
                event.key,
                event.status
            )
            .into());
        }
    }
    for placement in &files.placements.placement {
        let id = keys.placement(&placement.key)?;
        let row = placement::Entity::find_by_id(id)
            .one(&state.db.read)
            .await?
            .ok_or(AppError::NotFound)?;
        if (row.status, row.kind) != (placement.status, placement.kind) {
            return Err(
                anyhow::anyhow!("{} is {} ({})", placement.key, row.status, row.kind).into()
            );
        }
        let Some(from) = &placement.switched_from else { continue };
        let before =
            placement::Entity::find_by_id(keys.placement(from)?).one(&state.db.read).await?;
        if before.is_none_or(|before| before.switched_to != Some(id)) {
            return Err(anyhow::anyhow!("{from} did not switch to {}", placement.key).into());
        }
    }
    Ok(())
}
