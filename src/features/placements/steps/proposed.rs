//! What happens next with a proposal, while it waits for its answers and when it came to nothing.

use super::{AnswerForm, Facts, Next};
use crate::domain::{Party, ProposalAnswer};
use crate::features::checklists::access::Viewer;
use crate::features::placements::DESK;

impl Facts<'_> {
    pub(super) fn question(&self) -> Next {
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
    pub(super) fn waiting(&self) -> Next {
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

    pub(super) fn withdrawn(&self) -> Next {
        let t = self.t;
        if let Some(link) = self.next_place() {
            let heading = t.placements_next_switched();
            return Next { heading, link: Some(link), ..Next::default() };
        }
        let words = vec![t.placements_next_withdrawn_words(self.consultant)];
        let heading = t.placements_next_withdrawn();
        Next { heading, words, link: self.repair(), ..Next::default() }
    }

    pub(super) fn declined(&self) -> Next {
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
        let href = format!("{}/{}/repair", DESK, self.placement.id);
        may.then(|| (href, self.t.placements_repair()))
    }
}
