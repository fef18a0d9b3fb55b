//! The parts of a placement's page, each with what its viewer may see.

use chrono::NaiveDate;
use omvendt_frontend::parts::Person;
use sea_orm::{ConnectionTrait, EntityTrait};

use super::path;
use super::people::People;
use crate::domain::PlacementStatus;
use crate::domain::capacity::takes_a_place;
use crate::domain::checklist::Progress;
use crate::domain::legal::{self, Length};
use crate::entities::{account, place, placement, young_person};
use crate::features::checklists::{self, access::Viewer};
use crate::features::programme;
use crate::web::AppResult;
use crate::words::Words;

mod disclosed;
mod followed;
mod past;

pub use disclosed::{Shown, given, shown};
pub use followed::{FollowUp, Observation, follow_ups, observations};
pub use past::{Happened, history, outcomes};

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

/// The young person has everybody's number; whoever is at work has the municipality's and each other's. Of what
/// came to nothing only the municipality is left to ring.
pub fn people(
    people: &People,
    status: PlacementStatus,
    viewer: Viewer,
    account: &account::Model,
    t: Words,
) -> Vec<Person> {
    let mentor = people.mentor(t);
    let contact = people.company_contact(t);
    let municipality = people.municipality(t);
    let is_nothing = matches!(status, PlacementStatus::Declined | PlacementStatus::Withdrawn);
    match viewer {
        _ if is_nothing && !viewer.is_consultant() => municipality,
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
    today: NaiveDate,
    t: Words,
) -> AppResult<Vec<Fact>> {
    let place = place::Entity::find_by_id(placement.place_id).one(db).await?;
    let day = |day: Option<NaiveDate>| day.map(|day| t.day_seen_from(today, day));
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

/// The steps beside the main one: most are the consultant's, another mentor is the company's to find as well.
pub fn more(placement: &placement::Model, viewer: Viewer, t: Words) -> Vec<(String, String)> {
    let link = |step: &str, label: String| (format!("{}/{step}", path(placement.id)), label);
    let mentor = (matches!(viewer, Viewer::Company | Viewer::Consultant)
        && takes_a_place(placement.status))
    .then(|| link("mentor", t.placements_mentor_title()));
    let steps = if viewer.is_consultant() { steps(placement, link, t) } else { Vec::new() };
    steps.into_iter().chain(mentor).collect()
}

fn steps(
    placement: &placement::Model,
    link: impl Fn(&str, String) -> (String, String),
    t: Words,
) -> Vec<(String, String)> {
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
