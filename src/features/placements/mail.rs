//! The slice's e-mails. None names anybody but the young person's own helpers, and those to the young person only.

use askama::Template;

use crate::mail::{Marked, Message};
use crate::messages_with_a_link;
use crate::words::Words;

messages_with_a_link! {
    /// To the company: both have said yes.
    AgreedMail "placement-agreed" "mail/placement_agreed.txt" placements_mail_agreed_subject;
    /// To a mentor with an account: somebody is theirs to help.
    AssignedMail "mentor-assigned" "mail/mentor_assigned.txt" placements_mail_assigned_subject;
    /// To a mentor with an account: somebody else is the daily contact now.
    ReplacedMail "mentor-replaced" "mail/mentor_replaced.txt" placements_mail_replaced_subject;
    /// To both: the consultant has taken it back.
    WithdrawnMail "placement-withdrawn" "mail/placement_withdrawn.txt" placements_mail_withdrawn_subject;
    /// To both: there are days, or others than before.
    DatesMail "placement-dates" "mail/placement_dates.txt" placements_mail_dates_subject;
    /// To both: it is over.
    EndedMail "placement-ended" "mail/placement_ended.txt" placements_mail_ended_subject;
    /// To both sides of the first place: the young person goes on to another.
    SwitchedMail "placement-switched" "mail/placement_switched.txt" placements_mail_switched_subject;
    /// To the young person: somebody has written how it goes.
    ObservationMail "observation" "mail/observation.txt" placements_mail_observation_subject;
}

/// To the side that did not say no: it came to nothing. A young person is rung, a company may ring.
#[derive(Template)]
#[template(path = "mail/placement_declined.txt")]
pub struct DeclinedMail {
    pub t: Words,
    pub is_company: bool,
    pub link: String,
}

impl Message for DeclinedMail {
    const NAME: &'static str = "placement-declined";

    fn subject(&self) -> String {
        self.t.placements_mail_declined_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, is_company: false, link: mark.link() }
    }
}

/// To young person and company: there is a proposal to answer.
#[derive(Template)]
#[template(path = "mail/proposal.txt")]
pub struct ProposalMail {
    pub t: Words,
    pub answer_by: String,
    pub link: String,
}

impl Message for ProposalMail {
    const NAME: &'static str = "proposal";

    fn subject(&self) -> String {
        self.t.placements_mail_proposal_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, answer_by: t.placements_sample_moment(), link: mark.link() }
    }
}

/// To a side that has not answered and soon should; once.
#[derive(Template)]
#[template(path = "mail/proposal_reminder.txt")]
pub struct ProposalReminderMail {
    pub t: Words,
    pub answer_by: String,
    pub link: String,
}

impl Message for ProposalReminderMail {
    const NAME: &'static str = "proposal-reminder";

    fn subject(&self) -> String {
        self.t.placements_mail_reminder_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        Self { t, answer_by: t.placements_sample_moment(), link: mark.link() }
    }
}

/// To the young person only: both have said yes, and these are the people to ring.
#[derive(Template)]
#[template(path = "mail/my_people.txt")]
pub struct MyPeopleMail {
    pub t: Words,
    pub people: Vec<String>,
    pub link: String,
}

impl Message for MyPeopleMail {
    const NAME: &'static str = "my-people";

    fn subject(&self) -> String {
        self.t.placements_mail_agreed_subject()
    }

    fn sample(t: Words, mark: &Marked) -> Self {
        let people = [&mark.mentor, &mark.consultant];
        let line = |name: &String| t.placements_mail_person(name.as_str(), mark.phone.as_str());
        Self { t, people: people.map(line).to_vec(), link: mark.link() }
    }
}
