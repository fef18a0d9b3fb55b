//! What happens next, for whoever looks: one heading, a few words and one main action.

use chrono::{DateTime, NaiveDate, Utc};

use super::path;
use crate::domain::checklist::Item;
use crate::domain::placement::Answers;
use crate::domain::{Party, PlacementStatus, ProposalAnswer};
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

    fn question(&self) -> Next {
        let t = self.t;
        let young = self.viewer == Viewer::YoungPerson;
        let party = if young { Party::YoungPerson } else { Party::Company };
        let answer = self.answers.of(party).map(|answer| answer.answer);
        let form = AnswerForm {
            party: party.as_str(),
            legend: String::new(),
            yes: if young { t.placements_yes_young() } else { t.placements_yes_company() },
            talk: match answer {
                Some(ProposalAnswer::TalkFirst) => String::new(),
                _ if young => t.placements_talk(),
                _ => t.placements_talk_company(),
            },
            no: t.placements_no(),
        };
        let (heading, mut words) = match answer {
            Some(ProposalAnswer::Yes) => {
                let wait = if young {
                    t.placements_next_said_yes_young(self.company)
                } else {
                    t.placements_next_said_yes_company(self.young_person)
                };
                let heading = if young {
                    t.placements_next_said_yes()
                } else {
                    t.placements_next_said_yes_company_title()
                };
                return Next { heading, words: vec![wait], ..Next::default() };
            }
            Some(ProposalAnswer::TalkFirst) => {
                let after = if young {
                    t.placements_next_talk_words(self.consultant)
                } else {
                    t.placements_next_talk_words_company(self.consultant)
                };
                (t.placements_next_talk(), vec![after])
            }
            _ if young => (t.placements_next_question_young(self.company), Vec::new()),
            _ => (t.placements_next_question_company(self.young_person), Vec::new()),
        };
        words.push(if self.now > self.placement.answer_by {
            t.placements_next_late()
        } else {
            t.placements_next_answer_by(t.moment(self.placement.answer_by))
        });
        words.push(if young {
            t.placements_next_after_yes_young()
        } else {
            t.placements_next_after_yes_company()
        });
        Next { heading, words, answers: vec![form], ..Next::default() }
    }

    /// The consultant may write an answer down beside whoever gives it.
    fn waiting(&self) -> Next {
        let t = self.t;
        let parties = [(Party::YoungPerson, self.young_person), (Party::Company, self.company)];
        let said = |(party, name): (Party, &str)| match self.answers.of(party) {
            Some(answer) => {
                let words = t.kind("proposal-answer", answer.answer.as_str());
                t.placements_next_has_answered(name, words, t.moment(answer.at))
            }
            None => t.placements_next_has_not_answered(name),
        };
        let mut words: Vec<String> = parties.map(said).to_vec();
        words.push(t.placements_next_answer_by(t.moment(self.placement.answer_by)));
        if self.placement.talk_first {
            words.push(t.placements_next_company_wants_talk());
        }
        let open = |(party, _): &(Party, &str)| {
            self.answers.of(*party).is_none_or(|answer| answer.answer != ProposalAnswer::Yes)
        };
        let form = |(party, name): (Party, &str)| AnswerForm {
            party: party.as_str(),
            legend: t.placements_answer_with(name),
            yes: t.placements_yes_with(name),
            talk: match self.answers.of(party).map(|answer| answer.answer) {
                Some(ProposalAnswer::TalkFirst) => String::new(),
                _ => t.placements_talk_with(),
            },
            no: t.placements_no_with(name),
        };
        let answers = parties.into_iter().filter(open).map(form).collect();
        Next { heading: t.placements_next_waiting(), words, answers, ..Next::default() }
    }

    fn agree(&self) -> Next {
        let t = self.t;
        let heading = match self.placement.starts_on {
            Some(day) => t.placements_next_starts(t.day(day)),
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
        let heading = t.placements_next_starts(t.day(starts));
        if self.today < starts {
            let words = vec![t.placements_next_ready()];
            return Next { heading, words, ..Next::default() };
        }
        let post = Some((self.at("start"), t.placements_start()));
        Next { heading, words: vec![t.placements_next_start_words()], post, ..Next::default() }
    }

    fn running(&self) -> Next {
        let t = self.t;
        let until = self.placement.ends_on.map(|day| t.day(day)).unwrap_or_default();
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
        let day = self.placement.ended_on.map(|day| t.day(day)).unwrap_or_default();
        let heading = t.placements_next_ended(day);
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

    fn withdrawn(&self) -> Next {
        let t = self.t;
        if let Some(link) = self.next_place() {
            let heading = t.placements_next_switched();
            return Next { heading, link: Some(link), ..Next::default() };
        }
        let words = vec![t.placements_next_withdrawn_words(self.consultant)];
        let heading = t.placements_next_withdrawn();
        Next { heading, words, link: self.repair(), ..Next::default() }
    }

    /// Where a switch has led: not the first company's to know.
    fn next_place(&self) -> Option<(String, String)> {
        let to = self.placement.switched_to.filter(|_| !self.viewer.is_at_work())?;
        Some((path(to), self.t.placements_to_next_place()))
    }

    fn declined(&self) -> Next {
        let t = self.t;
        let mut next = Next { heading: t.placements_next_declined(), ..Next::default() };
        let own_no = |party| {
            self.answers.of(party).is_some_and(|answer| answer.answer == ProposalAnswer::No)
        };
        match self.viewer {
            Viewer::YoungPerson if own_no(Party::YoungPerson) => {
                next.words = vec![t.placements_next_own_no(self.consultant)];
            }
            Viewer::YoungPerson => {
                next.words = vec![t.placements_next_company_no(self.consultant)];
            }
            _ => next.words = vec![t.placements_next_declined_words()],
        }
        next.link = self.repair();
        next
    }

    /// A place from an event that came to nothing may be somebody else's.
    fn repair(&self) -> Option<(String, String)> {
        let may = self.viewer.is_consultant() && self.placement.event_id.is_some();
        let href = format!("{}/{}/repair", super::DESK, self.placement.id);
        may.then(|| (href, self.t.placements_repair()))
    }
}
