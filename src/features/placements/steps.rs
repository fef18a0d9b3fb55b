//! What happens next, for whoever looks: one heading, a few words and one main action.

mod proposed;

use chrono::{DateTime, NaiveDate, Utc};

use super::path;
use crate::domain::PlacementStatus;
use crate::domain::checklist::Item;
use crate::domain::placement::Answers;
use crate::entities::placement;
use crate::features::checklists::{self, access::Viewer};
use crate::words::Words;

#[derive(Default)]
pub struct Next {
    pub heading: String,
    pub words: Vec<String>,
    /// Whose answer can be given here: one's own, or, by the consultant, each side's.
    pub answers: Vec<AnswerForm>,
    pub link: Option<(String, String)>,
    pub post: Option<(String, String)>,
}

pub struct AnswerForm {
    pub party: &'static str,
    /// Empty on one's own page.
    pub legend: String,
    pub yes: String,
    /// Empty once they have asked to talk.
    pub talk: String,
    pub no: String,
}

/// Everything the decision looks at.
pub struct Facts<'a> {
    pub viewer: Viewer,
    pub placement: &'a placement::Model,
    pub answers: Answers,
    pub blockers: &'a [Item],
    pub has_outcome: bool,
    /// The day of the first follow-up that is still to be held.
    pub next_follow_up: Option<&'a str>,
    pub young_person: &'a str,
    pub company: &'a str,
    pub consultant: &'a str,
    pub today: NaiveDate,
    pub now: DateTime<Utc>,
    pub t: Words,
}

impl Facts<'_> {
    pub fn next(&self) -> Next {
        match self.placement.status {
            PlacementStatus::Proposed if self.viewer.is_consultant() => self.waiting(),
            PlacementStatus::Proposed => self.question(),
            PlacementStatus::Agreed if self.viewer.is_consultant() => self.prepare(),
            PlacementStatus::Agreed => self.agree(),
            PlacementStatus::Running => self.running(),
            PlacementStatus::Ended => self.ended(),
            PlacementStatus::Declined => self.declined(),
            PlacementStatus::Withdrawn => self.withdrawn(),
        }
    }

    fn at(&self, step: &str) -> String {
        format!("{}/{step}", path(self.placement.id))
    }

    fn checklist(&self) -> String {
        checklists::path(self.placement.id)
    }

    fn agree(&self) -> Next {
        let t = self.t;
        let heading = match self.placement.starts_on {
            Some(day) => t.placements_next_starts(t.day_seen_from(self.today, day)),
            None => t.placements_next_agreed(),
        };
        let words = vec![if self.viewer == Viewer::Mentor {
            t.placements_next_agree_mentor()
        } else {
            t.placements_next_agree_words()
        }];
        let link = Some((self.checklist(), t.placements_to_checklist()));
        Next { heading, words, link, ..Next::default() }
    }

    fn prepare(&self) -> Next {
        let t = self.t;
        let placement = self.placement;
        let next = |heading: String, words: Vec<String>, link: (String, String)| Next {
            heading,
            words,
            link: Some(link),
            ..Next::default()
        };
        let (Some(starts), Some(_)) = (placement.starts_on, placement.ends_on) else {
            let words = vec![t.placements_next_no_dates_words()];
            let link = (self.at("dates"), t.placements_set_dates());
            return next(t.placements_next_no_dates(), words, link);
        };
        if let [only] = self.blockers
            && *only == Item::Voice
        {
            let link = (self.at("voice"), t.placements_record_voice());
            return next(t.placements_next_blocked(), vec![checklists::name(*only, t)], link);
        }
        if !self.blockers.is_empty() {
            let words = self.blockers.iter().map(|item| checklists::name(*item, t)).collect();
            let link = (self.checklist(), t.placements_to_checklist());
            return next(t.placements_next_blocked(), words, link);
        }
        if placement.granted_on.is_none() {
            let words = vec![t.placements_next_not_granted_words()];
            let link = (self.at("grant"), t.placements_record_grant());
            return next(t.placements_next_not_granted(), words, link);
        }
        let heading = t.placements_next_starts(t.day_seen_from(self.today, starts));
        if self.today < starts {
            let words = vec![t.placements_next_ready()];
            return Next { heading, words, ..Next::default() };
        }
        let post = Some((self.at("start"), t.placements_start()));
        Next { heading, words: vec![t.placements_next_start_words()], post, ..Next::default() }
    }

    fn running(&self) -> Next {
        let t = self.t;
        let until = self.placement.ends_on.map(|day| t.day_seen_from(self.today, day));
        let until = until.unwrap_or_default();
        let heading = match self.viewer {
            Viewer::YoungPerson => t.placements_next_running_young(until),
            _ => t.placements_next_running(self.young_person, until),
        };
        let over = self.placement.ends_on.is_some_and(|last| last <= self.today);
        let (words, link) = match self.viewer {
            Viewer::YoungPerson => (t.placements_next_running_young_words(self.consultant), None),
            Viewer::Company | Viewer::Mentor => {
                let link = (self.at("observations"), t.placements_observe());
                (t.placements_next_observe_words(self.young_person), Some(link))
            }
            Viewer::Consultant if over => {
                (t.placements_next_over_words(), Some((self.at("end"), t.placements_end())))
            }
            Viewer::Consultant => (t.placements_next_running_words(), None),
        };
        Next { heading, words: vec![words], link, ..Next::default() }
    }

    fn ended(&self) -> Next {
        let t = self.t;
        let day = self.placement.ended_on.map(|day| t.day_seen_from(self.today, day));
        let heading = t.placements_next_ended(day.unwrap_or_default());
        let mut next = Next { heading, ..Next::default() };
        match self.viewer {
            Viewer::Consultant if !self.has_outcome => {
                next.words = vec![t.placements_next_no_outcome()];
                next.link = Some((self.at("outcome"), t.placements_record_outcome()));
            }
            Viewer::Consultant => {
                let done = t.placements_next_done();
                next.words =
                    vec![self.next_follow_up.map_or(done, |day| t.placements_next_later(day))];
            }
            Viewer::YoungPerson => {
                next.words = vec![t.placements_next_ended_young(self.consultant)];
            }
            Viewer::Company | Viewer::Mentor => {
                next.words = vec![t.placements_next_ended_company(self.consultant)];
            }
        }
        next.link = self.next_place().or(next.link);
        next
    }

    /// Where a switch has led: not the first company's to know.
    fn next_place(&self) -> Option<(String, String)> {
        let to = self.placement.switched_to.filter(|_| !self.viewer.is_at_work())?;
        Some((path(to), self.t.placements_to_next_place()))
    }
}
