//! The review, made from a run that has a result.

use actix_web::HttpRequest;
use omvendt_frontend::parts::{Bar, Choice};

use super::{ComparedRow, ReviewPage, Row, Unplaced};
use crate::domain::{PlaceId, YoungPersonId};
use crate::entities::matching_run;
use crate::features::matching_runs::findings::Help;
use crate::features::matching_runs::names::Names;
use crate::features::matching_runs::open_run::OpenRun;
use crate::features::matching_runs::sentences::Told;
use crate::features::matching_runs::{mentors, path, run_path};
use crate::match_files::ApplicantEntry;
use crate::matching::{Objective, Placed};
use crate::web::Page;
use crate::words::Words;

/// So few choices are pointed out, to the consultant alone.
const SHORT_LIST: usize = 1;
const HELPS_SHOWN: usize = 5;

pub struct Making<'a> {
    pub open: &'a OpenRun<'a>,
    pub names: &'a Names,
    pub run: &'a matching_run::Model,
    pub t: Words,
}

impl Making<'_> {
    pub fn page(&self, request: &HttpRequest) -> ReviewPage {
        let (t, run, names) = (self.t, self.run, self.names);
        let rows = self.rows();
        let published = run.published_at.map(|at| {
            t.runs_published_already(
                t.moment(at),
                run.published_by.map(|by| names.staff(by)).unwrap_or_default(),
            )
        });
        ReviewPage {
            page: Page::new(request, t.runs_run_title(t.moment(run.started_at))),
            t,
            run: run_path(run.event_id, run.id),
            back: path(run.event_id),
            made: t.runs_made_by(
                names.staff(run.started_by),
                t.moment(run.started_at),
                self.objective(&run.objective),
            ),
            is_published: published.is_some(),
            published: published.unwrap_or_default(),
            may_publish: false,
            numbers: self.numbers(),
            bars: self.bars(&self.open.solution.profile, self.open.solution.size),
            compared: self.compared(),
            short_lists: self.short_lists(),
            unplaced: self.unplaced(&rows),
            rows,
            helps: self.helps(),
            warnings: mentors::warnings(self.open, names, t),
            people: self.people(),
            places: self.places(),
            why: Vec::new(),
        }
    }

    fn objective(&self, name: &str) -> String {
        self.t.say(&format!("reason-objective-{}", name.replace('_', "-")))
    }

    fn numbers(&self) -> [(u32, String); 4] {
        let (t, solution) = (self.t, &self.open.solution);
        let without = self.open.instance.applicant_count() - solution.size as usize;
        [
            (solution.size, t.runs_number_placed()),
            (solution.profile.first().copied().unwrap_or(0), t.runs_number_first()),
            (solution.worst_rank, t.runs_number_worst()),
            (u32::try_from(without).unwrap_or(u32::MAX), t.runs_number_unplaced()),
        ]
    }

    fn bars(&self, profile: &[u32], size: u32) -> Vec<Bar> {
        let last = profile.iter().rposition(|count| *count > 0).map_or(0, |at| at + 1);
        let ranks = profile[..last].iter().zip(1u32..);
        let mut rows: Vec<(String, u64)> =
            ranks.map(|(count, rank)| (self.t.runs_bar_rank(rank), u64::from(*count))).collect();
        let without = self.open.instance.applicant_count() as u64 - u64::from(size);
        rows.push((self.t.runs_bar_unplaced(), without));
        Bar::scaled(rows)
    }

    fn compared(&self) -> Vec<ComparedRow> {
        let rows = self.open.findings.compared.iter().map(|one| {
            let key = format!("reason-objective-{}", one.objective.replace('_', "-"));
            let first = one.profile.first().copied().unwrap_or(0);
            ComparedRow {
                name: self.t.say(&key),
                promise: self.t.say(&format!("{key}-promise")),
                honesty: self.t.say(&format!("{key}-honesty")),
                line: self.t.runs_compare_line(one.size, first, one.worst_rank),
                bars: self.bars(&one.profile, one.size),
                is_this: one.objective == self.run.objective,
                is_same: one.objective != self.run.objective
                    && one.size == self.open.solution.size
                    && one.profile == self.open.solution.profile,
            }
        });
        let mut rows: Vec<ComparedRow> = rows.collect();
        rows.sort_by_key(|row| !row.is_this);
        rows
    }

    /// Only where a short list can pay, and only for the consultant.
    fn short_lists(&self) -> String {
        let objective: Objective = self.run.objective.parse().unwrap_or_default();
        let count = |entry: &ApplicantEntry<'_>| {
            entry.preferences.iter().map(|class| class.ids().len()).sum::<usize>()
        };
        let short = self
            .open
            .file
            .applicants
            .iter()
            .filter(|entry| (1..=SHORT_LIST).contains(&count(entry)));
        let mut names: Vec<&str> = short
            .filter_map(|entry| entry.id.as_str().parse().ok())
            .map(|id| self.names.person(id))
            .collect();
        names.sort_unstable();
        if names.is_empty() || !objective.rewards_short_lists() {
            return String::new();
        }
        self.t.runs_short_lists(names.join(", "))
    }

    fn rows(&self) -> Vec<Row> {
        let open = self.open;
        let told = Told {
            file: &open.file,
            instance: &open.instance,
            solution: &open.solution,
            findings: &open.findings,
            names: self.names,
            t: self.t,
        };
        let row = |(applicant, placed): (usize, &Option<Placed>)| {
            let id: YoungPersonId = open.instance.applicant_id(applicant).parse().ok()?;
            let place: Option<PlaceId> =
                placed.and_then(|placed| open.instance.node_id(placed.post as usize).parse().ok());
            Some(Row {
                id,
                name: self.names.person(id).to_owned(),
                place: place.map_or_else(
                    || self.t.runs_no_place(),
                    |place| self.names.place(place, self.t),
                ),
                place_id: place.map(|place| place.to_string()).unwrap_or_default(),
                rank: placed
                    .and_then(|placed| placed.rank)
                    .map(|rank| rank.to_string())
                    .unwrap_or_default(),
                reason: told.of(applicant),
                is_placed: place.is_some(),
            })
        };
        let mut rows: Vec<Row> = open.solution.places.iter().enumerate().filter_map(row).collect();
        rows.sort_by_key(|row| row.name.to_lowercase());
        rows
    }

    fn unplaced(&self, rows: &[Row]) -> Vec<Unplaced> {
        let without = rows.iter().filter(|row| !row.is_placed).map(|row| {
            let caller = self.names.people.get(&row.id).map(|person| person.consultant);
            let caller = caller.map(|id| self.names.staff(id)).unwrap_or_default();
            Unplaced {
                name: row.name.clone(),
                reason: row.reason.clone(),
                ring: self.t.runs_ring_first(caller),
            }
        });
        without.collect()
    }

    fn helps(&self) -> Vec<(String, String)> {
        let (t, now) = (self.t, &self.open.solution);
        let first = |profile: &[u32]| profile.first().copied().unwrap_or(0);
        let line = |help: &Help| {
            let words = if help.size > now.size {
                t.runs_help_size(help.size - now.size)
            } else if help.worst_rank < now.worst_rank {
                t.runs_help_worst(help.worst_rank)
            } else if first(&help.profile) > first(&now.profile) {
                t.runs_help_firsts(first(&help.profile) - first(&now.profile))
            } else {
                t.runs_help_better()
            };
            (self.at(&help.at), words)
        };
        self.open.findings.helps.iter().take(HELPS_SHOWN).map(line).collect()
    }

    /// What a group or post of the instance is called.
    fn at(&self, id: &str) -> String {
        let (t, names) = (self.t, self.names);
        if let Ok(place) = id.parse::<PlaceId>()
            && names.places.contains_key(&place)
        {
            return names.place(place, t);
        }
        let mut parts = id.split('/');
        let company = parts
            .next()
            .and_then(|id| id.parse().ok())
            .map(|id| names.company(id))
            .unwrap_or_default();
        let Some(last) = parts.next_back() else { return t.runs_help_company(company) };
        match last.parse().ok().and_then(|id| names.mentors.get(&id)) {
            Some(mentor) => t.runs_help_mentor(mentor.called.as_str(), company),
            None => t.runs_help_kind(t.kind("placement-kind", last), company),
        }
    }

    fn people(&self) -> Vec<Choice> {
        let mut people: Vec<Choice> = self
            .names
            .people
            .iter()
            .map(|(id, person)| Choice::new(id.to_string(), person.name.clone(), false))
            .collect();
        people.sort_by_key(|choice| choice.label.to_lowercase());
        people
    }

    fn places(&self) -> Vec<Choice> {
        let ids = self.open.file.posts.iter().filter_map(|post| post.id.as_str().parse().ok());
        let mut places: Vec<Choice> = ids
            .map(|id: PlaceId| Choice::new(id.to_string(), self.names.place(id, self.t), false))
            .collect();
        places.sort_by_key(|choice| choice.label.to_lowercase());
        places
    }
}
