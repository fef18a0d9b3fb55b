//! The items of each agreed placement, and everybody's yes.

use super::crowd::Crowd;
use super::placements::Story;
use super::rows::insert;
use crate::domain::checklist::Item;
use crate::domain::{ChecklistItemId, Party, PlacementStatus};
use crate::entities::{checklist_confirmation, checklist_item};
use crate::state::Txn;
use crate::web::AppResult;

pub async fn add(txn: &Txn, crowd: &mut Crowd, stories: &[Story]) -> AppResult<()> {
    let (mut items, mut confirmations) = (Vec::new(), Vec::new());
    for story in stories {
        let Some(agreed_at) = story.row.agreed_at else { continue };
        let is_ready = story.row.status != PlacementStatus::Agreed || crowd.chance.percent(50);
        for (item, sort) in Item::of_kind(story.row.kind).zip(1..) {
            let id: ChecklistItemId = crowd.ids.next();
            items.push(checklist_item::Model {
                id,
                placement_id: story.row.id,
                item: item.as_str().to_owned(),
                sort,
                agreed: None,
                not_relevant_because: None,
                revision: 1,
                changed_at: agreed_at,
                changed_by: None,
            });
            for party in item.confirmed_by().iter().filter(|_| is_ready) {
                confirmations.push(checklist_confirmation::Model {
                    id: crowd.ids.next(),
                    item_id: id,
                    party: *party,
                    revision: 1,
                    confirmed_by: match party {
                        Party::YoungPerson => crowd.people[story.person].account,
                        Party::Company => crowd.companies[story.company].contact,
                        Party::Consultant => story.row.consultant_id,
                    },
                    together: false,
                    confirmed_at: agreed_at,
                });
            }
        }
    }
    insert(txn, items).await?;
    insert(txn, confirmations).await
}
