//! "Why not this place for them?": solved again with the pair forced, and told by what it would cost others.

use serde::Deserialize;

use super::names::Names;
use super::notes::{PairNote, read};
use super::open_run::OpenRun;
use crate::domain::{PlaceId, YoungPersonId};
use crate::entities::matching_run;
use crate::matching::{Bar, Comparison, Control, WhyNot, why_not};
use crate::web::AppResult;
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct WhyForm {
    pub person: String,
    pub place: String,
}

/// What was found, with the pair it is about.
pub struct Asked {
    person: YoungPersonId,
    place: PlaceId,
    answer: WhyNot,
    is_ranked: bool,
}

/// Nothing when no such pair is in the run.
pub async fn ask(run: &matching_run::Model, form: &WhyForm) -> AppResult<Option<Asked>> {
    let (Ok(person), Ok(place)) = (form.person.parse(), form.place.parse()) else {
        return Ok(None);
    };
    let run = run.clone();
    let solving = tokio::task::spawn_blocking(move || solved(&run, person, place));
    solving.await.map_err(anyhow::Error::from)?
}

fn solved(
    run: &matching_run::Model,
    person: YoungPersonId,
    place: PlaceId,
) -> AppResult<Option<Asked>> {
    let open = OpenRun::read(run)?;
    let applicant = open.instance.find_applicant(&person.to_string());
    let post = open.instance.find_node(&place.to_string());
    let (Some(applicant), Some(post)) = (applicant, post) else { return Ok(None) };
    let answer = why_not(&open.instance, &open.solution, applicant, post, &Control::default());
    let answer = answer.map_err(anyhow::Error::from)?;
    let is_ranked = open.instance.rank_at(applicant, post).is_some();
    Ok(Some(Asked { person, place, answer, is_ranked }))
}

impl Asked {
    pub fn words(&self, open: &OpenRun<'_>, names: &Names, t: Words) -> Vec<String> {
        let name = names.person(self.person);
        let said = match &self.answer {
            WhyNot::Has => t.runs_why_has(name),
            WhyNot::Barred(bar) => self.barred(*bar, open, names, t),
            WhyNot::Pinned => t.runs_why_pinned(name),
            WhyNot::Would(_) if !self.is_ranked => t.runs_why_not_ranked(name),
            WhyNot::Would(would) => cost(open, would, t),
        };
        vec![t.runs_why_answer(name, names.place(self.place, t)), said]
    }

    fn barred(&self, bar: Bar, open: &OpenRun<'_>, names: &Names, t: Words) -> String {
        let name = names.person(self.person);
        if bar == Bar::Kind {
            return t.runs_why_kind(name);
        }
        let (person, place) = (self.person.to_string(), self.place.to_string());
        let company = names.places.get(&self.place).map(|place| place.company.to_string());
        let here = |at: &str| at == place || Some(at) == company.as_deref();
        let note = open
            .file
            .forbidden
            .iter()
            .filter(|pair| pair.applicant.as_str() == person && here(pair.at.as_str()))
            .find_map(|pair| read(&pair.x));
        match note {
            Some(PairNote::Requirement { missing }) => {
                t.runs_why_requirement(name, names.requirements(&missing, t))
            }
            Some(PairNote::ByHand { by, reason, .. }) => {
                t.runs_why_by_hand(names.staff(by), reason)
            }
            Some(PairNote::Declined) | None => t.runs_why_declined(),
        }
    }
}

/// The first thing that would be worse for others.
fn cost(open: &OpenRun<'_>, would: &Comparison, t: Words) -> String {
    let now = &open.solution;
    if would.size < now.size {
        return t.runs_why_fewer(now.size - would.size);
    }
    if would.worst_rank > now.worst_rank {
        return t.runs_why_worst(would.worst_rank, now.worst_rank);
    }
    let differs = now.profile.iter().zip(&would.profile).position(|(now, would)| now != would);
    match differs {
        Some(at) => t.runs_why_rank(would.profile[at], at + 1, now.profile[at]),
        None => t.runs_why_equal(),
    }
}
