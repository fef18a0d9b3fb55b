//! What stands on the page in rows: who takes part, the companies, the adjustments and the runs.

use crate::domain::{AdjustmentId, HostAnswer, PlacementKind, RunStatus};
use crate::entities::{adjustment, matching_run};
use crate::features::matching_runs::instance::{Company, Person, Stands};
use crate::features::matching_runs::names::Names;
use crate::features::matching_runs::notes::Out;
use crate::features::matching_runs::run_path;
use crate::match_files::parse_solution;
use crate::words::Words;

pub struct TakingPart {
    pub name: String,
    pub kind: String,
    pub choices: usize,
    pub has_waited: bool,
    /// No place can be of their kind.
    pub cannot_be_placed: bool,
}

pub struct CompanyRow {
    pub name: String,
    pub free: String,
    pub notes: Vec<String>,
}

pub struct AdjustmentRow {
    pub id: AdjustmentId,
    /// The name of its own field, because the page holds several such forms.
    pub field: String,
    pub look: &'static str,
    pub what: String,
    pub kind: String,
    pub reason: String,
    pub made: String,
    pub removed: String,
}

pub struct RunRow {
    pub href: String,
    pub when: String,
    pub exact: String,
    pub by: String,
    pub objective: String,
    pub status: &'static str,
    pub label: String,
    pub result: String,
}

pub fn taking_part(person: &Person, name: String, t: Words) -> TakingPart {
    let ranking = person.ranking.as_ref();
    TakingPart {
        name,
        kind: t.kind("placement-kind", person.purpose.as_str()),
        choices: ranking.map_or(0, |list| list.classes().iter().map(Vec::len).sum()),
        has_waited: person.waited > 0,
        cannot_be_placed: person.purpose == PlacementKind::PaidHours,
    }
}

pub fn company_row(company: &Company, name: &str, t: Words) -> CompanyRow {
    let mut notes = Vec::new();
    match company.stands {
        Stands::NotComing => notes.push(t.runs_company_out_not_coming()),
        Stands::NotConfirmed => notes.push(t.runs_company_out_not_confirmed()),
        Stands::Free(_) => {
            for (kind, out) in company.left_out() {
                let kind = t.kind("placement-kind", kind.as_str());
                notes.push(match out {
                    Out::NotNow => t.runs_company_out_not_now(kind),
                    _ => t.runs_company_out_no_host_answer(kind),
                });
            }
        }
    }
    let talk = |kind: &&PlacementKind| company.host.get(kind) == Some(&HostAnswer::TalkFirst);
    notes.extend(
        PlacementKind::ALL
            .iter()
            .filter(talk)
            .map(|kind| t.runs_company_talk_first(t.kind("placement-kind", kind.as_str()))),
    );
    CompanyRow { name: name.to_owned(), free: company.room().to_string(), notes }
}

pub fn adjustment_row(row: &adjustment::Model, names: &Names, t: Words) -> AdjustmentRow {
    let at = match row.place_id {
        Some(place) => names.place(place, t),
        None => names.company(row.company_id).to_owned(),
    };
    let removed = row.removed_at.map(|at| {
        let by = row.removed_by.map(|by| names.staff(by)).unwrap_or_default();
        t.runs_adjust_removed(by, t.moment(at), row.removed_because.clone().unwrap_or_default())
    });
    AdjustmentRow {
        id: row.id,
        field: format!("because-{}", row.id),
        look: if row.removed_at.is_none() { "now" } else { "quiet" },
        what: format!("{}: {at}", names.person(row.young_person_id)),
        kind: t.kind("adjustment-kind", row.kind.as_str()),
        reason: row.reason.clone(),
        made: t.runs_adjust_made(names.staff(row.made_by), t.moment(row.made_at)),
        removed: removed.unwrap_or_default(),
    }
}

pub fn run_row(run: &matching_run::Model, names: &Names, t: Words) -> RunRow {
    let solution = run.solution.as_deref().and_then(|text| parse_solution(text).ok());
    let result = match (&solution, run.failure.as_deref()) {
        (Some(solution), _) => {
            let of = solution.assignments.len() + solution.unassigned.len();
            t.runs_list_size(solution.size, of)
        }
        (None, Some(failure)) => t.say(&format!("runs-failed-{failure}")),
        (None, None) => String::new(),
    };
    let (status, label) = match run.status {
        _ if run.repairs.is_some() => ("done", t.runs_list_repair()),
        RunStatus::Done if run.published_at.is_some() => ("done", t.runs_list_published()),
        RunStatus::Done => ("quiet", t.kind("run-status", run.status.as_str())),
        RunStatus::Running => ("now", t.kind("run-status", run.status.as_str())),
        RunStatus::Failed => ("attention", t.kind("run-status", run.status.as_str())),
    };
    let objective = run.objective.replace('_', "-");
    RunRow {
        href: run_path(run.event_id, run.id),
        when: t.moment(run.started_at),
        exact: t.exact(run.started_at),
        by: names.staff(run.started_by).to_owned(),
        objective: t.say(&format!("reason-objective-{objective}")),
        status,
        label,
        result,
    }
}
