//! Calls: to those without a place, to those whose placement stopped early, and to those who asked for one.

use chrono::{DateTime, Utc};

use super::crowd::Crowd;
use super::events::Event;
use super::placements::Story;
use super::rows::insert;
use crate::domain::{AccountId, CallKind, EndKind, PlacementStatus};
use crate::entities::call;
use crate::state::Txn;
use crate::web::AppResult;

/// Before this day every call has been made.
const STILL_OPEN_FROM: i64 = -7;

/// Whether somebody of this event may still be waiting to be rung.
pub fn may_be_open(event: &Event) -> bool {
    event.day >= STILL_OPEN_FROM
}

pub async fn unplaced(
    txn: &Txn,
    crowd: &mut Crowd,
    event: &Event,
    people: &[usize],
) -> AppResult<()> {
    let mut rows = Vec::new();
    for person in people {
        let (id, owner) = (crowd.people[*person].id, crowd.people[*person].consultant);
        let open = may_be_open(event) && crowd.chance.percent(20);
        let call = Call {
            kind: CallKind::Unplaced,
            cause: format!("match/{}/unplaced/{id}", event.id),
            owner,
            day: event.day + 3,
            open,
        };
        let row = call.row(crowd);
        rows.push(call::Model { young_person_id: Some(id), event_id: Some(event.id), ..row });
    }
    insert(txn, rows).await
}

pub async fn of_placements(txn: &Txn, crowd: &mut Crowd, stories: &[Story]) -> AppResult<()> {
    let mut rows = Vec::new();
    for story in stories {
        let row = &story.row;
        if row.end_kind == Some(EndKind::Early) {
            let day = row.ended_on.map_or(-1, |day| crowd.number(day)) + 1;
            rows.push(about(crowd, story, CallKind::EndedEarly, "ended_early", day));
        }
        if row.status == PlacementStatus::Running && crowd.chance.percent(8) {
            let day = -crowd.chance.days(20);
            rows.push(about(crowd, story, CallKind::WantsToTalk, "talk", day));
        }
    }
    insert(txn, rows).await
}

fn about(crowd: &mut Crowd, story: &Story, kind: CallKind, what: &str, day: i64) -> call::Model {
    let call = Call {
        kind,
        cause: format!("crowd/{}/{what}", story.row.id),
        owner: crowd.people[story.person].consultant,
        day,
        open: day >= STILL_OPEN_FROM && crowd.chance.percent(30),
    };
    call::Model {
        young_person_id: Some(story.row.young_person_id),
        company_id: Some(story.row.company_id),
        placement_id: Some(story.row.id),
        ..call.row(crowd)
    }
}

struct Call {
    kind: CallKind,
    cause: String,
    owner: AccountId,
    day: i64,
    open: bool,
}

impl Call {
    fn row(self, crowd: &mut Crowd) -> call::Model {
        let done: Option<DateTime<Utc>> = (!self.open).then(|| crowd.at(self.day, 13, 0));
        call::Model {
            id: crowd.ids.next(),
            kind: self.kind,
            cause: self.cause,
            owner_id: self.owner,
            young_person_id: None,
            company_id: None,
            placement_id: None,
            event_id: None,
            words: String::new(),
            due_on: crowd.calendar.on_or_after(crowd.day(self.day)),
            done_at: done,
            done_by: done.map(|_| self.owner),
            note: done.map(|_| "Vi talte sammen. Det er på plads.".into()),
            created_at: crowd.at(self.day - 1, 9, 0),
        }
    }
}
