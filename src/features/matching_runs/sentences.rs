//! One sentence or two about each person's result, for the consultant.

use std::collections::BTreeSet;

use super::by_hand::{self, Choice, sentence};
use super::findings::Findings;
use super::names::Names;
use super::notes::{ApplicantNote, Out, PairNote, read};
use super::shut::{Shut, kind, shut};
use crate::domain::reason::Why;
use crate::domain::{CompanyId, YoungPersonId};
use crate::match_files::{ApplicantEntry, InstanceFile};
use crate::matching::{Instance, Placed, Solution};
use crate::words::Words;

pub struct Told<'a> {
    pub file: &'a InstanceFile<'a>,
    pub instance: &'a Instance,
    pub solution: &'a Solution,
    pub findings: &'a Findings,
    pub names: &'a Names,
    pub t: Words,
}

/// How the companies on one list stand.
#[derive(Default)]
struct Standing {
    open: Vec<String>,
    ruled_out: Vec<(String, PairNote)>,
    out: Vec<Out>,
    requires: usize,
    missing: BTreeSet<String>,
    no_kind: usize,
}

impl Told<'_> {
    pub fn of(&self, applicant: usize) -> String {
        let entry = &self.file.applicants[applicant];
        let mut sentences = match self.solution.places[applicant] {
            Some(placed) => vec![self.placed(entry, placed)],
            None => self.unplaced(applicant, entry),
        };
        let id = entry.id.as_str().parse::<YoungPersonId>().ok();
        let place = self.solution.places[applicant];
        let later = place.and_then(|placed| placed.rank).is_some_and(|rank| rank > 1);
        match id.and_then(|id| self.findings.reasons.get(&id)).map(|reason| &reason.why) {
            Some(Why::Lottery) => sentences.push(self.t.reason_desk_lottery()),
            Some(Why::Waited) => sentences.push(self.t.runs_desk_waited()),
            Some(Why::Full) if later => sentences.push(self.t.reason_desk_better_full()),
            Some(Why::Closed(_) | Why::Mixed) if later => {
                sentences.push(self.t.reason_desk_better_mixed());
            }
            Some(Why::ByHand) if place.is_none_or(|placed| !placed.pinned) => {
                sentences.extend(self.by_hand(entry, place));
            }
            _ => {}
        }
        sentences.join(" ")
    }

    /// The sentences about nobody placed name what is forbidden already.
    fn by_hand(&self, entry: &ApplicantEntry<'_>, placed: Option<Placed>) -> Vec<String> {
        let got = placed.and_then(|placed| placed.rank);
        let choices = by_hand::choices(self.file, self.instance, entry, got);
        let tell = |choice| match choice {
            Choice::Pin { by } => Some(self.t.reason_desk_by_hand(self.names.staff(by))),
            Choice::Ban { company, by, reason } => placed.map(|_| {
                let (company, by) = (self.company(&company), self.names.staff(by));
                self.t.reason_desk_forbidden(company, by, reason)
            }),
        };
        choices.into_iter().filter_map(tell).collect()
    }

    fn placed(&self, entry: &ApplicantEntry<'_>, placed: Placed) -> String {
        let t = self.t;
        if placed.pinned {
            let pin = self.file.pins.iter().find(|pin| pin.applicant == entry.id);
            return match pin.and_then(|pin| read(&pin.x)) {
                Some(PairNote::ByHand { by, reason, .. }) => {
                    t.reason_desk_pinned(self.names.staff(by), sentence(&reason))
                }
                _ => t.runs_pinned(),
            };
        }
        let rank = placed.rank.unwrap_or_default();
        let ranked = entry.preferences.iter().map(|class| class.ids().len()).sum::<usize>();
        match entry.preferences.get(rank as usize - 1).map(|class| class.ids().len()) {
            Some(tied) if rank == 1 && tied > 1 => t.reason_desk_equal_first(ranked),
            _ if rank == 1 => t.reason_desk_first(ranked),
            _ => t.reason_desk_rank(rank, ranked),
        }
    }

    fn unplaced(&self, applicant: usize, entry: &ApplicantEntry<'_>) -> Vec<String> {
        let t = self.t;
        let ranked = entry.preferences.iter().map(|class| class.ids().len()).sum::<usize>();
        if ranked == 0 {
            let note: ApplicantNote = read(&entry.x).unwrap_or_default();
            return vec![match note.no_thanks {
                0 => t.runs_desk_empty_list(),
                count => t.reason_desk_no_thanks(count),
            }];
        }
        let standing = self.standing(applicant, entry);
        let mut sentences = Vec::new();
        if standing.open.len() == ranked {
            return vec![self.full(applicant, &standing.open)];
        }
        if standing.no_kind == ranked {
            let kind = kind(entry).map_or("", |kind| kind.as_str());
            return vec![
                t.reason_desk_no_kind(ranked, t.kind("placement-kind", kind).to_lowercase()),
            ];
        }
        if !standing.open.is_empty() {
            sentences.push(t.runs_desk_some_full(standing.open.len(), ranked));
        }
        if standing.no_kind > 0 {
            sentences.push(t.runs_desk_some_no_kind(standing.no_kind, ranked));
        }
        if standing.requires > 0 {
            let missing = self.names.requirements(&standing.missing, t);
            sentences.push(t.reason_desk_requirement(ranked, missing, standing.requires));
        }
        sentences.extend(self.out(&standing.out, ranked));
        sentences
            .extend(standing.ruled_out.iter().map(|(company, note)| self.ruled_out(company, note)));
        sentences
    }

    fn standing(&self, applicant: usize, entry: &ApplicantEntry<'_>) -> Standing {
        let mut standing = Standing::default();
        let edges = self.instance.edges_of(applicant);
        for company in entry.preferences.iter().flat_map(|class| class.ids()) {
            let company = company.as_str();
            let is_open = edges.iter().any(|edge| {
                self.instance
                    .path(edge.post as usize)
                    .any(|node| self.instance.node_id(node) == company)
            });
            if is_open {
                standing.open.push(company.to_owned());
                continue;
            }
            match shut(self.file, self.instance, entry, company) {
                Shut::RuledOut(note) => standing.ruled_out.push((self.company(company), note)),
                Shut::Out(out) => standing.out.push(out),
                Shut::Requirement(missing) => {
                    standing.requires += 1;
                    standing.missing.extend(missing);
                }
                Shut::NoKind => standing.no_kind += 1,
            }
        }
        standing
    }

    fn full(&self, applicant: usize, open: &[String]) -> String {
        let t = self.t;
        if let [only] = open {
            let node = self.instance.find_node(only);
            let places = node.and_then(|node| self.instance.quota(node));
            if let Some(places) = places {
                return t.reason_desk_one_choice_full(self.company(only), places);
            }
        }
        let id = self.instance.applicant_id(applicant).parse::<YoungPersonId>().ok();
        let help =
            self.findings.helps.iter().find(|help| id.is_some_and(|id| help.gains.contains(&id)));
        match help.and_then(|help| self.root(&help.at)) {
            Some(company) => t.reason_desk_full(open.len(), company),
            None => t.reason_desk_full_no_help(open.len()),
        }
    }

    fn out(&self, out: &[Out], ranked: usize) -> Vec<String> {
        let t = self.t;
        let count = |which: &[Out]| out.iter().filter(|one| which.contains(one)).count();
        let cannot = count(&[Out::NotNow, Out::NotComing]);
        let (silent, unconfirmed) = (count(&[Out::NoHostAnswer]), count(&[Out::NotConfirmed]));
        [
            (cannot, t.reason_desk_cannot_host(ranked, cannot)),
            (silent, t.reason_desk_no_host_answer(ranked, silent)),
            (unconfirmed, t.reason_desk_not_confirmed(ranked, unconfirmed)),
        ]
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(_, sentence)| sentence)
        .collect()
    }

    fn ruled_out(&self, company: &str, note: &PairNote) -> String {
        match note {
            PairNote::ByHand { by, reason, .. } => {
                self.t.reason_desk_forbidden(company, self.names.staff(*by), sentence(reason))
            }
            PairNote::Declined | PairNote::Requirement { .. } => self.t.runs_desk_declined(company),
        }
    }

    fn company(&self, id: &str) -> String {
        let id = id.parse::<CompanyId>().ok();
        id.map(|id| self.names.company(id).to_owned()).unwrap_or_default()
    }

    /// The company above a group or post.
    fn root(&self, at: &str) -> Option<String> {
        let node = self.instance.path(self.instance.find_node(at)?).last()?;
        Some(self.company(self.instance.node_id(node)))
    }
}
