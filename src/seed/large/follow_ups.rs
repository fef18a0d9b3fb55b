//! Follow-ups as the programme's rules plan them; nearly all of those that were due have been held.

use chrono::NaiveDate;

use super::crowd::Crowd;
use super::placements::Story;
use super::rows::insert;
use crate::domain::follow_up::{Change, Dates, Existing, FollowUp, State, plan};
use crate::entities::follow_up;
use crate::state::Txn;
use crate::web::AppResult;

/// In a hundred, of those that fell due yesterday.
const LATE: usize = 25;
const LATE_DAYS: i64 = 1;

pub async fn add(txn: &Txn, crowd: &mut Crowd, stories: &[Story]) -> AppResult<()> {
    let mut rows = Vec::new();
    for story in stories {
        let (Some(agreed_on), Some(starts_on), Some(ends_on)) =
            (story.agreed_on, story.row.starts_on, story.row.ends_on)
        else {
            continue;
        };
        let dates = Dates { starts_on, ends_on, ended_on: None };
        let rules = crowd.rules_of(story.row.kind).to_vec();
        let mut planned = made(plan(&rules, &dates, &crowd.calendar, &[], agreed_on));
        if let Some(ended_on) = story.row.ended_on {
            planned.retain(|one| one.due_on < ended_on);
            let held: Vec<Existing> = planned.iter().map(held).collect();
            let dates = Dates { ended_on: Some(ended_on), ..dates };
            planned.extend(made(plan(&rules, &dates, &crowd.calendar, &held, ended_on)));
        }
        for one in planned {
            rows.push(row(crowd, story, one, agreed_on));
        }
    }
    insert(txn, rows).await
}

fn made(changes: Vec<Change>) -> Vec<FollowUp> {
    let new = |change| match change {
        Change::Make(new) => Some(new),
        Change::Move(_) | Change::Drop { .. } => None,
    };
    changes.into_iter().filter_map(new).collect()
}

fn held(one: &FollowUp) -> Existing {
    Existing {
        step: one.step.clone(),
        merged: one.merged.clone(),
        planned_on: one.planned_on,
        due_on: one.due_on,
        moved_by_hand: false,
        state: State::Done,
    }
}

fn row(crowd: &mut Crowd, story: &Story, one: FollowUp, made_on: NaiveDate) -> follow_up::Model {
    let owner = crowd.people[story.person].consultant;
    let due = crowd.number(one.due_on);
    let late = due >= -LATE_DAYS && crowd.chance.percent(LATE);
    let done = due < 0 && !late;
    follow_up::Model {
        id: crowd.ids.next(),
        placement_id: story.row.id,
        owner_id: owner,
        step: one.step,
        merged_steps: one.merged.join(","),
        due_on: one.due_on,
        planned_on: one.planned_on,
        form: one.form,
        attends: one.attends,
        minutes: one.minutes,
        moved_by_hand: false,
        dropped_at: None,
        done_at: done.then(|| crowd.on(one.due_on, 11)),
        done_by: done.then_some(owner),
        said: done.then(|| "Det går, som det skal. Der er ro på om morgenen.".into()),
        next_step: done.then(|| "Vi taler om opgaverne næste gang.".into()),
        created_at: crowd.on(made_on, 10),
    }
}
