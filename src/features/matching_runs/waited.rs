//! Fairness over months: what earlier events owe somebody. It only ever decides between people who could have a
//! place equally well.

use std::collections::BTreeMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::reason::{MatchReason, Why};
use crate::domain::{MatchEventId, YoungPersonId};
use crate::entities::match_outcome;
use crate::web::AppResult;

/// A choice this good settles what was owed before.
const GOOD: i32 = 2;
const UNPLACED: u64 = 2;
const LOW: u64 = 1;

/// What each of `people` has waited through before `event`: twice as much for a month without a place as for a
/// low choice, and nothing from before the last good one.
pub async fn before(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    people: &[YoungPersonId],
) -> AppResult<BTreeMap<YoungPersonId, u64>> {
    let rows = match_outcome::Entity::find()
        .filter(match_outcome::Column::EventId.ne(event))
        .filter(match_outcome::Column::YoungPersonId.is_in(people.iter().copied()))
        .order_by_desc(match_outcome::Column::CreatedAt)
        .all(db)
        .await?;
    let mut waited = BTreeMap::new();
    for person in people {
        let own = rows.iter().filter(|row| row.young_person_id == *person);
        waited.insert(*person, owed(own.map(|row| (row.rank, took_part(&row.reason)))));
    }
    Ok(waited)
}

fn took_part(reason: &str) -> bool {
    serde_json::from_str::<MatchReason>(reason)
        .is_ok_and(|reason| !matches!(reason.why, Why::NothingRanked | Why::NoThanks))
}

/// From outcomes, newest first: the rank, and whether they had asked for a place at all.
fn owed(outcomes: impl IntoIterator<Item = (Option<i32>, bool)>) -> u64 {
    let mut owed = 0;
    for (rank, took_part) in outcomes {
        owed += match rank {
            Some(rank) if rank <= GOOD => break,
            Some(_) => LOW,
            None if took_part => UNPLACED,
            None => 0,
        };
    }
    owed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_without_a_place_add_up_until_a_good_choice() {
        assert_eq!(owed([]), 0);
        assert_eq!(owed([(None, true), (Some(3), true), (None, false)]), 3);
        assert_eq!(owed([(None, true), (Some(2), true), (None, true)]), 2);
    }
}
