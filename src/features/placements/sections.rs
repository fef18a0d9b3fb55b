//! The parts of a placement's page, each with what its viewer may see.

use chrono::NaiveDate;
use omvendt_frontend::parts::Person;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::people::People;
use super::{history, path, store};
use crate::domain::checklist::Progress;
use crate::domain::disclosure::{Given, company_sees};
use crate::domain::legal::{self, Length};
use crate::domain::{DisclosureItem, PlacementStatus};
use crate::entities::{account, disclosure, follow_up, outcome, place, placement, young_person};
use crate::features::checklists::{self, access::Viewer};
use crate::features::programme;
use crate::web::AppResult;
use crate::words::Words;

pub struct Fact {
    pub label: String,
    pub value: String,
}

pub fn status(status: PlacementStatus) -> &'static str {
    match status {
        PlacementStatus::Proposed => "waiting",
        PlacementStatus::Agreed | PlacementStatus::Running => "now",
        PlacementStatus::Ended => "done",
        PlacementStatus::Declined | PlacementStatus::Withdrawn => "quiet",
    }
}

/// The young person has everybody's number; whoever is at work has the municipality's and each other's.
pub fn people(people: &People, viewer: Viewer, account: &account::Model, t: Words) -> Vec<Person> {
    let mentor = people.mentor(t);
    let contact = people.company_contact(t);
    let municipality = people.municipality(t);
    match viewer {
        Viewer::YoungPerson => mentor.into_iter().chain(contact).chain(municipality).collect(),
        Viewer::Company => municipality.into_iter().chain(mentor).collect(),
        Viewer::Mentor => municipality.into_iter().chain(contact).collect(),
        Viewer::Consultant => {
            let young = Person {
                name: account.name.clone(),
                role: t.placements_person_young(),
                phone: account.phone.clone().unwrap_or_default(),
                email: String::new(),
            };
            [young].into_iter().chain(mentor).chain(contact).chain(municipality).collect()
        }
    }
}

pub async fn facts(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    person: &young_person::Model,
    viewer: Viewer,
    t: Words,
) -> AppResult<Vec<Fact>> {
    let place = place::Entity::find_by_id(placement.place_id).one(db).await?;
    let day = |day: Option<NaiveDate>| day.map(|day| t.day(day));
    let kind = t.kind("placement-kind", placement.kind.as_str());
    let mut facts = vec![
        (t.placements_fact_kind(), Some(kind)),
        (t.placements_fact_starts(), day(placement.starts_on)),
        (t.placements_fact_ends(), day(placement.ended_on.or(placement.ends_on))),
        (t.placements_fact_hours(), placement.hours_per_week.map(|hours| hours.to_string())),
    ];
    if let Some(place) = place {
        let hours = t.hours(&place.hours_from, &place.hours_to);
        facts.push((t.placements_fact_time(), Some(hours)));
        facts.push((t.placements_fact_tasks(), Some(place.tasks)));
    }
    if viewer.is_consultant() {
        let (latest, extension) = lawful(db, placement, person).await?;
        let ahead = placement.status != PlacementStatus::Ended;
        facts.push((t.placements_fact_latest(), day(latest).filter(|_| ahead)));
        facts.push((t.placements_fact_extension(), day(extension).filter(|_| ahead)));
        facts.push((t.placements_fact_granted(), day(placement.granted_on)));
        facts.push((t.placements_fact_voice(), placement.voice_name.clone()));
        facts.push((
            t.placements_fact_ended(),
            placement.end_kind.map(|kind| t.kind("end-kind", kind.as_str())),
        ));
        facts.push((
            t.placements_fact_reason(),
            placement.end_reason.map(|reason| t.kind("end-reason", reason.as_str())),
        ));
        facts.push((t.placements_fact_end_note(), placement.end_note.clone()));
    }
    let known = |(label, value): (String, Option<String>)| {
        value.filter(|value| !value.is_empty() && value != "-").map(|value| Fact { label, value })
    };
    Ok(facts.into_iter().filter_map(known).collect())
}

/// The last lawful day, and until when an extension can be agreed.
pub async fn lawful(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    person: &young_person::Model,
) -> AppResult<(Option<NaiveDate>, Option<NaiveDate>)> {
    let (Some(starts), Some(ends)) = (placement.starts_on, placement.ends_on) else {
        return Ok((None, None));
    };
    let rules = programme::length_rules(db).await?;
    let rule = legal::length_rule(&rules, person.target_group, starts).ok();
    let days = programme::number(db, "extension_warning_days").await?;
    let deadline = legal::extension_deadline(ends, u64::try_from(days).unwrap_or(0));
    Ok((rule.map(|rule| rule.latest_end(starts, Length::Ordinary)), Some(deadline)))
}

pub async fn progress(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
) -> AppResult<Option<Progress>> {
    match placement.status {
        PlacementStatus::Agreed | PlacementStatus::Running | PlacementStatus::Ended => {
            Ok(Some(checklists::progress(db, placement).await?).filter(|progress| progress.of > 0))
        }
        _ => Ok(None),
    }
}

pub struct FollowUp {
    pub day: String,
    pub on: String,
    pub name: String,
    pub form: String,
    pub status: &'static str,
    pub status_words: String,
    pub is_held: bool,
    /// For the consultants.
    pub href: String,
}

/// Those the viewer takes part in; the consultants see all.
pub async fn follow_ups(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    viewer: Viewer,
    today: NaiveDate,
    t: Words,
) -> AppResult<Vec<FollowUp>> {
    let rows = follow_up::Entity::find()
        .filter(follow_up::Column::PlacementId.eq(placement.id))
        .filter(follow_up::Column::DroppedAt.is_null())
        .order_by_asc(follow_up::Column::DueOn)
        .all(db)
        .await?;
    let attends = |row: &follow_up::Model| match viewer {
        Viewer::Consultant => true,
        Viewer::YoungPerson => row.attends.split(',').any(|who| who == "young_person"),
        Viewer::Company | Viewer::Mentor => row.attends.split(',').any(|who| who == "company"),
    };
    let line = |row: follow_up::Model| {
        let (status, status_words) = match row.done_at {
            Some(_) => ("done", t.placements_follow_up_done()),
            None if row.due_on < today && viewer.is_consultant() => {
                ("attention", t.placements_follow_up_overdue())
            }
            None => ("waiting", t.placements_follow_up_planned()),
        };
        FollowUp {
            day: t.day(row.due_on),
            on: row.due_on.to_string(),
            name: checklists::follow_up_name(&row.step, t),
            form: t.kind("follow-up-form", row.form.as_str()),
            status,
            status_words,
            is_held: row.done_at.is_some(),
            href: if viewer.is_consultant() {
                format!("/follow-ups/{}", row.id)
            } else {
                String::new()
            },
        }
    };
    Ok(rows.into_iter().filter(attends).map(line).collect())
}

pub struct Observation {
    pub by: String,
    pub day: String,
    pub on: String,
    pub marks: Vec<String>,
    pub words: String,
}

pub async fn observations(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    t: Words,
) -> AppResult<Vec<Observation>> {
    let rows = store::observations(db, placement.id).await?;
    let names = checklists::person_names(db, rows.iter().map(|row| row.by_account_id)).await?;
    let mark = |label: String, mark: &Option<String>| {
        mark.as_ref().map(|mark| format!("{label}: {}", t.kind("observed", mark).to_lowercase()))
    };
    let line = |row: crate::entities::observation::Model| Observation {
        by: names.get(&row.by_account_id).cloned().unwrap_or_default(),
        day: t.day(row.on),
        on: row.on.to_string(),
        marks: [
            mark(t.placements_mark_meets(), &row.meets),
            mark(t.placements_mark_contributes(), &row.contributes),
            mark(t.placements_mark_belongs(), &row.belongs),
        ]
        .into_iter()
        .flatten()
        .collect(),
        words: row.words,
    };
    Ok(rows.into_iter().map(line).collect())
}

/// One thing the young person can let the company see.
pub struct Shown {
    pub item: &'static str,
    pub name: String,
    pub given: bool,
    pub words: String,
    /// Own words are needed.
    pub asks_words: bool,
}

pub fn shown(
    placement: &placement::Model,
    given: &[disclosure::Model],
    viewer: Viewer,
    t: Words,
) -> Vec<Shown> {
    let open =
        company_sees(placement.status, []).is_some() && placement.status != PlacementStatus::Ended;
    if viewer != Viewer::YoungPerson || !open {
        return Vec::new();
    }
    let line = |item: &DisclosureItem| {
        let row = given.iter().find(|row| row.item == *item && row.withdrawn_at.is_none());
        Shown {
            item: item.as_str(),
            name: t.kind("disclosure-item", item.as_str()),
            given: row.is_some(),
            words: row.and_then(|row| row.words.clone()).unwrap_or_default(),
            asks_words: *item == DisclosureItem::CareNeeds,
        }
    };
    DisclosureItem::ALL.iter().map(line).collect()
}

pub fn given(
    placement: &placement::Model,
    given: &[disclosure::Model],
    viewer: Viewer,
    person: &young_person::Model,
    account: &account::Model,
    t: Words,
) -> Vec<Fact> {
    if viewer == Viewer::YoungPerson {
        return Vec::new();
    }
    let rows =
        given.iter().map(|row| Given { item: row.item, taken_back: row.withdrawn_at.is_some() });
    let Some(seen) = company_sees(placement.status, rows) else { return Vec::new() };
    let words = |item: DisclosureItem| match item {
        DisclosureItem::Goal => Some(person.goal.clone()),
        DisclosureItem::Phone => account.phone.clone(),
        DisclosureItem::CareNeeds => {
            given.iter().find(|row| row.item == item).and_then(|row| row.words.clone())
        }
    };
    let label = |item: DisclosureItem| match item {
        DisclosureItem::Goal => t.placements_given_goal(),
        DisclosureItem::Phone => t.placements_given_phone(),
        DisclosureItem::CareNeeds => t.placements_given_care_needs(),
    };
    seen.items
        .into_iter()
        .filter_map(|item| words(item).map(|value| Fact { label: label(item), value }))
        .collect()
}

pub struct Happened {
    pub when: String,
    pub at: String,
    pub what: String,
    pub by: String,
    pub note: String,
}

pub async fn history(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    viewer: Viewer,
    t: Words,
) -> AppResult<Vec<Happened>> {
    let lines = history::read(db, placement.id, viewer).await?;
    let names = checklists::person_names(db, lines.iter().filter_map(|line| line.by)).await?;
    let happened = |line: history::Line| Happened {
        when: t.moment(line.at),
        at: t.exact(line.at),
        what: line.change.words(t),
        by: line.by.and_then(|by| names.get(&by).cloned()).unwrap_or_default(),
        note: line.note_words(t),
    };
    Ok(lines.into_iter().map(happened).collect())
}

pub fn outcomes(rows: Vec<outcome::Model>, viewer: Viewer, t: Words) -> Vec<Fact> {
    if viewer.is_at_work() {
        return Vec::new();
    }
    let fact = |row: outcome::Model| {
        let kind = t.kind("outcome-kind", row.kind.as_str());
        let note = row.note.filter(|_| viewer.is_consultant());
        Fact {
            label: t.date(row.noted_on),
            value: note.map_or(kind.clone(), |note| format!("{kind}. {note}")),
        }
    };
    rows.into_iter().map(fact).collect()
}

/// The consultant's steps beside the main one.
pub fn more(placement: &placement::Model, viewer: Viewer, t: Words) -> Vec<(String, String)> {
    if !viewer.is_consultant() {
        return Vec::new();
    }
    let link = |step: &str, label: String| (format!("{}/{step}", path(placement.id)), label);
    match placement.status {
        PlacementStatus::Proposed => vec![link("withdrawal", t.placements_withdraw())],
        PlacementStatus::Agreed => vec![
            link("dates", t.placements_set_dates()),
            link("voice", t.placements_record_voice()),
            link("grant", t.placements_record_grant()),
            link("switch", t.placements_switch()),
            link("withdrawal", t.placements_withdraw()),
        ],
        PlacementStatus::Running => vec![
            link("dates", t.placements_set_dates()),
            link("switch", t.placements_switch()),
            link("end", t.placements_end()),
        ],
        PlacementStatus::Ended => vec![link("outcome", t.placements_record_outcome())],
        PlacementStatus::Declined | PlacementStatus::Withdrawn => Vec::new(),
    }
}
