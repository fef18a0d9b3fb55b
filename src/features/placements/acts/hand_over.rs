//! A young person has got another consultant, and so have the placements of theirs that are not over.

use sea_orm::{ActiveModelTrait, Set};

use crate::domain::capacity::takes_a_place;
use crate::domain::checklist::Item;
use crate::domain::{AccountId, Party, PlacementId, PlacementStatus, YoungPersonId};
use crate::entities::placement;
use crate::features::checklists;
use crate::features::follow_ups::hand_over::hand_over_all;
use crate::features::placements::history::{self, Change};
use crate::features::placements::store;
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// Everything one of `from` still has to do with a young person's placements is `to`'s from now on, the checks
/// after the end too. Who had said yes to the old contact is asked again; the caller writes to the young person, and
/// is told where a yes of theirs is wanted.
pub async fn hand_over(
    txn: &Txn,
    state: &AppState,
    young_person: YoungPersonId,
    from: &[AccountId],
    to: AccountId,
    by: AccountId,
) -> AppResult<Option<PlacementId>> {
    let mut asked = None;
    for row in store::of_young_person_for_change(txn, young_person).await? {
        hand_over_all(txn, row.id, from, to).await?;
        if takes_a_place(row.status) && from.contains(&row.consultant_id) {
            let now = state.clock.now();
            history::write(txn, row.id, Change::HandedOver, None, Some(by), now).await?;
            let mut row: placement::ActiveModel = row.into();
            row.consultant_id = Set(to);
            let after = row.update(txn).await?;
            if after.status != PlacementStatus::Proposed {
                let told = [Party::YoungPerson];
                let item = Item::MunicipalContact;
                checklists::reopen(txn, state, &after, item, by, &told).await?;
                let waits_for = checklists::state_of(txn, after.id, item).await?.waiting_for();
                if waits_for.contains(&Party::YoungPerson) {
                    asked = Some(after.id);
                }
            }
        }
    }
    Ok(asked)
}
