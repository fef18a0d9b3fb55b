//! What stands on the desk, a line each.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::ConnectionTrait;

use crate::clock::local;
use crate::domain::event::waits_for_match;
use crate::domain::{
    AccountId, CompanyId, EventStatus, LookUpPurpose, PlacementStatus, YoungPersonId,
};
use crate::entities::{company, company_profile, follow_up, placement};
use crate::features::home::store::desk::{Found, NextStep, OnItsWay, Waiting};
use crate::features::home::store::{self, company_names, young_people};
use crate::features::{checklists, look_ups, match_events};
use crate::state::AppState;
use crate::web::{AppResult, SignedInConsultant};
use crate::words::Words;

/// One thing to look at.
pub struct Line {
    pub href: String,
    pub title: String,
    pub detail: String,
    pub day: String,
    pub exact: String,
    pub attention: bool,
}

impl<T> Found<T> {
    pub fn lines(self, line: impl FnMut(T) -> Line) -> Found<Line> {
        Found { count: self.count, rows: self.rows.into_iter().map(line).collect() }
    }
}

/// The names behind the page's placements; reading them is recorded.
pub struct Named {
    people: HashMap<YoungPersonId, store::Named>,
    companies: HashMap<CompanyId, String>,
    /// Days of another year say which.
    today: NaiveDate,
}

impl Named {
    pub async fn of(
        state: &AppState,
        visitor: &SignedInConsultant,
        placements: impl Iterator<Item = &placement::Model>,
    ) -> AppResult<Self> {
        let db = &state.db.read;
        let placements: Vec<&placement::Model> = placements.collect();
        let people = young_people(db, placements.iter().map(|row| row.young_person_id)).await?;
        let companies = company_names(db, placements.iter().map(|row| row.company_id)).await?;
        let accounts: Vec<AccountId> = people.values().map(|person| person.account).collect();
        look_ups::record(state, visitor, &accounts, LookUpPurpose::Desk, "/desk").await?;
        Ok(Self { people, companies, today: state.clock.today() })
    }

    fn name(&self, placement: &placement::Model) -> String {
        let person = self.people.get(&placement.young_person_id);
        person.map(|person| person.name.clone()).unwrap_or_default()
    }

    fn company(&self, placement: &placement::Model) -> String {
        self.companies.get(&placement.company_id).cloned().unwrap_or_default()
    }

    pub fn follow_ups(
        &self,
        found: Found<(follow_up::Model, placement::Model)>,
        attention: bool,
        t: Words,
    ) -> Found<Line> {
        found.lines(|(row, placement)| Line {
            href: format!("/follow-ups/{}", row.id),
            title: self.name(&placement),
            detail: t.home_desk_follow_up(
                t.kind("follow-up-form", row.form.as_str()),
                self.company(&placement),
            ),
            day: t.day_seen_from(self.today, row.due_on),
            exact: row.due_on.to_string(),
            attention,
        })
    }

    pub fn proposal(&self, row: &Waiting, now: DateTime<Utc>, t: Words) -> Line {
        let silent: Vec<String> =
            row.silent.iter().map(|party| t.kind("party", party.as_str())).collect();
        let company = self.company(&row.placement);
        let detail = match silent.is_empty() {
            true => t.home_desk_talk_first(company),
            false => t.home_desk_waits_for(company, silent.join(", ")),
        };
        let by = t.moment(row.placement.answer_by);
        let late = row.placement.answer_by < now;
        Line {
            href: format!("/placements/{}", row.placement.id),
            title: self.name(&row.placement),
            detail,
            day: if late { t.home_desk_too_late(by) } else { by },
            exact: t.exact(row.placement.answer_by),
            attention: late,
        }
    }

    /// Agreed, and the first day has gone by: what keeps it from beginning.
    pub async fn not_begun(
        &self,
        db: &impl ConnectionTrait,
        found: Found<placement::Model>,
        t: Words,
    ) -> AppResult<Found<Line>> {
        let mut rows = Vec::new();
        for row in found.rows {
            let blockers = checklists::blockers(db, &row).await?;
            let missing: Vec<String> = blockers
                .into_iter()
                .map(|item| checklists::name(item, t))
                .chain(row.granted_on.is_none().then(|| t.home_desk_not_granted()))
                .collect();
            let company = self.company(&row);
            let first_day = row.starts_on;
            rows.push(Line {
                href: format!("/placements/{}", row.id),
                title: self.name(&row),
                detail: match missing.is_empty() {
                    true => t.home_desk_may_begin(company),
                    false => t.home_desk_waits_for(company, missing.join(", ")),
                },
                day: first_day.map(|day| t.day_seen_from(self.today, day)).unwrap_or_default(),
                exact: first_day.map(|day| day.to_string()).unwrap_or_default(),
                attention: true,
            });
        }
        Ok(Found { rows, count: found.count })
    }

    /// Leads to where the days are set, or to where the end is written.
    pub fn unsettled(&self, row: &placement::Model, t: Words) -> Line {
        let company = self.company(row);
        let agreed = row.agreed_at.map(|at| local(at).date());
        let (step, detail, day, when) = match row.status {
            PlacementStatus::Running => {
                let last = row.ends_on;
                let when = last.map(|day| t.day_seen_from(self.today, day));
                ("end", t.home_desk_past_end(company), last, when)
            }
            _ => {
                let when =
                    agreed.map(|day| t.home_desk_agreed_on(t.day_seen_from(self.today, day)));
                ("dates", t.home_desk_no_days(company), agreed, when)
            }
        };
        Line {
            href: format!("/placements/{}/{step}", row.id),
            title: self.name(row),
            detail,
            day: when.unwrap_or_default(),
            exact: day.map(|day| day.to_string()).unwrap_or_default(),
            attention: row.status == PlacementStatus::Running,
        }
    }
}

pub fn interested(row: &company::Model, today: NaiveDate, t: Words) -> Line {
    let contact = [row.contact_name.as_deref(), row.contact_phone.as_deref()];
    let day = local(row.created_at).date();
    Line {
        href: format!("/desk/companies/{}", row.id),
        title: row.name.clone(),
        detail: contact.into_iter().flatten().collect::<Vec<_>>().join(", "),
        day: t.day_seen_from(today, day),
        exact: day.to_string(),
        attention: false,
    }
}

/// What was promised, and the pages that wait to be read.
pub fn companies(
    steps: Found<NextStep>,
    profiles: Found<(company::Model, company_profile::Model)>,
    today: NaiveDate,
    t: Words,
) -> Found<Line> {
    let mut all = steps.lines(|step| Line {
        href: format!("/desk/companies/{}", step.company),
        title: step.name,
        detail: step.what,
        day: t.day_seen_from(today, step.on),
        exact: step.on.to_string(),
        attention: step.on < today,
    });
    let profiles = profiles.lines(|(company, profile)| {
        let day = local(profile.changed_at).date();
        Line {
            href: format!("/desk/companies/{}/profile", company.id),
            title: company.name,
            detail: t.home_desk_profile(),
            day: t.day_seen_from(today, day),
            exact: day.to_string(),
            attention: false,
        }
    });
    all.count += profiles.count;
    all.rows.extend(profiles.rows);
    all
}

pub fn events(found: Vec<OnItsWay>, now: DateTime<Utc>, t: Words) -> Vec<Line> {
    let line = |OnItsWay { event, unanswered }| Line {
        href: format!("/desk/events/{}", event.id),
        title: match_events::words::status(&event, now, t).1,
        detail: match (event.status, unanswered) {
            (EventStatus::Matched, 0) => t.home_desk_event_answered(event.venue.as_str()),
            (EventStatus::Matched, some) => {
                t.home_desk_event_unanswered(event.venue.as_str(), some)
            }
            _ => event.venue.clone(),
        },
        day: t.moment(event.starts_at),
        exact: t.exact(event.starts_at),
        attention: waits_for_match(event.status, event.ranking_closes_at, now),
    };
    found.into_iter().map(line).collect()
}
