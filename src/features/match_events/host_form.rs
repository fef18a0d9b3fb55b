//! Whether a company can be host, asked kind by kind: of the company itself, or by whoever rings it.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use omvendt_frontend::parts::Choice;

use super::offer::Offer;
use super::seen::Asked;
use crate::domain::{HostAnswer, PlacementKind};
use crate::features::companies::Theirs;
use crate::web::{Fields, Problems};
use crate::words::Words;

pub type HostAnswers = BTreeMap<PlacementKind, HostAnswer>;

pub struct HostLine {
    pub field: String,
    pub label: String,
    pub choices: Vec<Choice>,
}

/// One question for each kind with places; none before the event.
pub fn lines(
    offer: &Offer,
    answers: &HostAnswers,
    typed: Option<&Fields>,
    now: DateTime<Utc>,
    t: Words,
) -> Vec<HostLine> {
    offer.kinds(now).into_iter().map(|kind| line(kind, answers, typed, t)).collect()
}

fn line(kind: PlacementKind, answers: &HostAnswers, typed: Option<&Fields>, t: Words) -> HostLine {
    let field = format!("host-{kind}");
    let chosen = typed.and_then(|typed| typed.get(&field)).map(str::to_owned);
    let chosen = chosen.or(answers.get(&kind).map(|answer| answer.to_string())).unwrap_or_default();
    let choice = |answer: &HostAnswer| {
        Choice::new(
            answer.as_str(),
            t.kind("host-answer", answer.as_str()),
            answer.as_str() == chosen,
        )
        .with_hint(t.say(&format!("events-host-hint-{}", answer.as_str().replace('_', "-"))))
    };
    HostLine {
        label: t.kind("placement-kind", kind.as_str()),
        choices: HostAnswer::ALL.iter().map(choice).collect(),
        field,
    }
}

fn asked(
    offer: &Offer,
    answers: &HostAnswers,
    typed: Option<&Fields>,
    now: DateTime<Utc>,
    t: Words,
) -> Asked {
    let line = |line: HostLine| {
        let chosen = line.choices.into_iter().find(|choice| choice.chosen);
        (line.label, chosen.map(|choice| choice.label).unwrap_or_default())
    };
    let seen = typed.and_then(|typed| typed.get("hosts_seen")).unwrap_or_default().to_owned();
    Asked { lines: lines(offer, answers, typed, now, t).into_iter().map(line).collect(), seen }
}

/// What stood in the form when it was opened, carried along by it.
pub fn seen(
    offer: &Offer,
    answers: &HostAnswers,
    typed: Option<&Fields>,
    now: DateTime<Utc>,
    t: Words,
) -> String {
    let typed = typed.and_then(|typed| typed.get("hosts_seen"));
    typed.map_or_else(|| asked(offer, answers, None, now, t).mark(), str::to_owned)
}

/// What somebody else has answered otherwise since the form was opened.
pub fn theirs(
    offer: &Offer,
    answers: &HostAnswers,
    typed: &Fields,
    now: DateTime<Utc>,
    t: Words,
) -> Vec<Theirs> {
    asked(offer, answers, Some(typed), now, t).theirs(&asked(offer, answers, None, now, t))
}

/// An answer for every kind, or what is wrong beside its question.
pub fn read(
    offer: &Offer,
    fields: &Fields,
    now: DateTime<Utc>,
    problems: &mut Problems,
    t: Words,
) -> HostAnswers {
    if !offer.may_host(now) {
        problems.add("", t.events_problem_host_closed());
    }
    let mut answers = HostAnswers::new();
    for kind in offer.kinds(now) {
        let field = format!("host-{kind}");
        match fields.get(&field).unwrap_or_default().parse::<HostAnswer>() {
            Ok(answer) => drop(answers.insert(kind, answer)),
            Err(_) => problems.add(field, t.problem_choose()),
        }
    }
    answers
}
