//! What became of the places people got.

use chrono::{DateTime, NaiveDate, Utc};

use super::crowd::Crowd;
use super::events::Event;
use super::results::Placed;
use super::rows::insert;
use super::trail::{self, Trail};
use super::{calls, checklists, follow_ups};
use crate::domain::{
    EndKind, EndReason, OutcomeKind, PlacementId, PlacementKind, PlacementStatus, TargetGroup,
};
use crate::entities::placement;
use crate::state::Txn;
use crate::web::AppResult;

/// So many days after the event both have said yes.
const AGREED_AFTER: i64 = 5;
/// Once somebody has a job or an education, they are not invited again.
const FOR_GOOD: i64 = i64::MAX;

pub struct Story {
    pub row: placement::Model,
    pub person: usize,
    pub company: usize,
    pub agreed_on: Option<NaiveDate>,
    pub outcome: Option<OutcomeKind>,
    pub observer: Option<crate::domain::AccountId>,
}

pub async fn add(txn: &Txn, crowd: &mut Crowd, event: &Event, placed: &[Placed]) -> AppResult<()> {
    let stories: Vec<Story> = placed.iter().map(|one| story(crowd, event, one)).collect();
    insert(txn, stories.iter().map(|story| story.row.clone()).collect()).await?;
    let mut trail = Trail::default();
    for story in &stories {
        trail::of(crowd, story, &mut trail);
    }
    trail.insert(txn).await?;
    follow_ups::add(txn, crowd, &stories).await?;
    checklists::add(txn, crowd, &stories).await?;
    calls::of_placements(txn, crowd, &stories).await
}

fn story(crowd: &mut Crowd, event: &Event, placed: &Placed) -> Story {
    let status = fate(crowd, event);
    let person = &crowd.people[placed.person];
    let (kind, target_group) = (placed.place.kind, person.target_group);
    let proposed_at = crowd.at(event.day + 2, 9, 0);
    let row = placement::Model {
        id: crowd.ids.next::<PlacementId>(),
        event_id: Some(event.id),
        run_id: Some(placed.run),
        young_person_id: person.id,
        company_id: crowd.companies[placed.company].id,
        place_id: placed.place.id,
        kind,
        mentor_id: placed.place.mentor.map(|(id, _)| id),
        consultant_id: person.consultant,
        status,
        talk_first: false,
        proposed_at,
        answer_by: crowd.at(event.day + 8, 12, 0),
        starts_on: None,
        ends_on: None,
        hours_per_week: None,
        granted_on: None,
        voice_name: None,
        voice_heard_on: None,
        agreed_at: None,
        started_at: None,
        ended_at: None,
        ended_on: None,
        end_kind: None,
        end_reason: None,
        end_note: None,
        switched_to: None,
        changed_at: proposed_at,
    };
    let mut story = Story {
        row,
        person: placed.person,
        company: placed.company,
        agreed_on: None,
        outcome: None,
        observer: placed.place.mentor.and_then(|(_, account)| account),
    };
    crowd.people[placed.person].busy_until = event.day + 10;
    if status == PlacementStatus::Agreed {
        agree(crowd, &mut story, event.day + AGREED_AFTER, weeks(kind, target_group));
    }
    story
}

/// Of the newest event's proposals most still wait; of older ones nearly all were agreed.
fn fate(crowd: &mut Crowd, event: &Event) -> PlacementStatus {
    let is_new = event.day + 8 > 0;
    crowd.chance.weighted(&[
        (if is_new { 50 } else { 0 }, PlacementStatus::Proposed),
        (if is_new { 42 } else { 91 }, PlacementStatus::Agreed),
        (7, PlacementStatus::Declined),
        (if is_new { 1 } else { 2 }, PlacementStatus::Withdrawn),
    ])
}

fn weeks(kind: PlacementKind, group: TargetGroup) -> i64 {
    match (group, kind) {
        (TargetGroup::JobReady, _) => 4,
        (_, PlacementKind::Clarification) => 6,
        _ => 13,
    }
}

fn agree(crowd: &mut Crowd, story: &mut Story, on: i64, weeks: i64) {
    let first = on + 10 + crowd.chance.days(8);
    let starts_on = crowd.calendar.on_or_after(crowd.day(first));
    let start = crowd.number(starts_on);
    let last = start + 7 * weeks - 3;
    let row = &mut story.row;
    row.agreed_at = Some(crowd.at(on.min(-1), 10, 0));
    row.starts_on = Some(starts_on);
    row.ends_on = Some(crowd.day(last));
    row.hours_per_week = Some(15);
    row.granted_on = Some(crowd.day((on + 2).min(-1)));
    row.voice_name = Some("Tillidsrepræsentanten".into());
    row.voice_heard_on = row.granted_on;
    row.changed_at = crowd.at(on.min(-1), 10, 0);
    story.agreed_on = Some(crowd.day(on.min(-1)));
    crowd.people[story.person].busy_until = last;
    if start > 0 {
        return;
    }
    row.status = PlacementStatus::Running;
    row.started_at = Some(crowd.on(starts_on, 8));
    let early = crowd.chance.percent(22).then(|| start + 7 + crowd.chance.days(20));
    match early.filter(|day| *day < last.min(-1)) {
        Some(day) => end(crowd, story, day, EndKind::Early),
        None if last < 0 => end(crowd, story, last, EndKind::AsAgreed),
        None => {}
    }
}

fn end(crowd: &mut Crowd, story: &mut Story, day: i64, kind: EndKind) {
    let at: DateTime<Utc> = crowd.at(day, 15, 0);
    let early = kind == EndKind::Early;
    let row = &mut story.row;
    row.status = PlacementStatus::Ended;
    row.ended_at = Some(at);
    row.ended_on = Some(crowd.day(day));
    row.end_kind = Some(kind);
    row.end_reason = early.then(|| crowd.chance.pick(EndReason::ALL));
    row.changed_at = at;
    let outcome = crowd.chance.weighted(&[
        (28, OutcomeKind::Job),
        (14, OutcomeKind::PaidHours),
        (20, OutcomeKind::Education),
        (10, OutcomeKind::NextPlacement),
        (8, OutcomeKind::OtherSupport),
        (20, OutcomeKind::Searching),
    ]);
    let goes_on = matches!(outcome, OutcomeKind::Job | OutcomeKind::Education);
    crowd.people[story.person].busy_until = if goes_on { FOR_GOOD } else { day };
    story.outcome = Some(outcome);
}
