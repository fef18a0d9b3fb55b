//! The small closed lists of the programme.

use super::text_enum::text_enum;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("unknown {0}")]
pub struct UnknownText(pub &'static str);

text_enum! {
    Role {
        YoungPerson = "young_person",
        Company = "company",
        Mentor = "mentor",
        Consultant = "consultant",
        Manager = "manager",
        Administrator = "administrator",
    }
}

text_enum! { Language { Danish = "da", English = "en" } }

text_enum! {
    /// The legal purposes of a placement (BEK § 60(2)): ordinary paid hours (1), training of skills (2),
    /// clarification of a job or education goal (3).
    PlacementKind { Clarification = "clarification", Training = "training", PaidHours = "paid_hours" }
}

text_enum! {
    EventStatus {
        Planned = "planned",
        Open = "open",
        Live = "live",
        Ranking = "ranking",
        Matched = "matched",
        Closed = "closed",
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// The parts of an event day (METHOD 1.5).
    StepKind {
        Arrival = "arrival",
        Welcome = "welcome",
        Pitches = "pitches",
        Round = "round",
        Break = "break",
        Quiet = "quiet",
        Close = "close",
        /// The companies' own meeting, when the young people have gone.
        Network = "network",
    }
}

text_enum! {
    /// Who shares a table.
    GroupChoice { Free = "free", Mixed = "mixed", Kept = "kept" }
}

text_enum! { Measure { Yes = "yes", Partly = "partly", No = "no" } }

text_enum! {
    /// Where a young person is in one round.
    SeatKind { Table = "table", Pause = "pause", Quiet = "quiet", Away = "away" }
}

text_enum! {
    PlacementStatus {
        Proposed = "proposed",
        Agreed = "agreed",
        Running = "running",
        Ended = "ended",
        Declined = "declined",
        Withdrawn = "withdrawn",
    }
}

text_enum! {
    /// Who answers or confirms. A consultant confirms checklist items but is no party to a proposal.
    Party { YoungPerson = "young_person", Company = "company", Consultant = "consultant" }
}

text_enum! { ProposalAnswer { Yes = "yes", TalkFirst = "talk_first", No = "no" } }
text_enum! { Attendance { Unanswered = "unanswered", Yes = "yes", No = "no" } }
text_enum! { HostAnswer { CanHost = "can_host", TalkFirst = "talk_first", NotNow = "not_now" } }

text_enum! {
    /// How far the programme has come with a company.
    CompanyStage { Interested = "interested", InDialogue = "in_dialogue", Invited = "invited", Member = "member", Left = "left" }
}

text_enum! { CompanyNoteForm { Call = "call", Coffee = "coffee", Visit = "visit" } }
text_enum! { ProfileStatus { Draft = "draft", Sent = "sent", Published = "published", Paused = "paused" } }
text_enum! { ProfileVersion { Draft = "draft", Published = "published" } }
text_enum! { RankingStage { Draft = "draft", Saved = "saved" } }
text_enum! { AdjustmentKind { Pin = "pin", Forbid = "forbid" } }
text_enum! { RunStatus { Running = "running", Done = "done", Failed = "failed" } }

text_enum! {
    /// Decides the lawful length of a placement (LAB § 61; dated rows in `length_rule`).
    TargetGroup { JobReady = "job_ready", EducationReady = "education_ready", ActivityReady = "activity_ready" }
}

text_enum! {
    EndKind { AsAgreed = "as_agreed", Early = "early", Switched = "switched" }
}

text_enum! {
    /// Why a placement ended early. Chosen by the consultant; never a diagnosis and never blame.
    EndReason {
        GotJob = "got_job",
        GotEducation = "got_education",
        WrongTasks = "wrong_tasks",
        WrongHours = "wrong_hours",
        CompanyChanged = "company_changed",
        NeedsOtherSupport = "needs_other_support",
        Moved = "moved",
        YoungPersonChose = "young_person_chose",
        CompanyChose = "company_chose",
        Other = "other",
    }
}

text_enum! {
    OutcomeKind {
        Job = "job",
        PaidHours = "paid_hours",
        Education = "education",
        NextPlacement = "next_placement",
        OtherSupport = "other_support",
        Searching = "searching",
        Unknown = "unknown",
    }
}

text_enum! {
    /// How far something is so: what a mentor marks in an observation.
    Observed { Yes = "yes", Mostly = "mostly", NotYet = "not_yet" }
}
text_enum! { DisclosureItem { Goal = "goal", Phone = "phone", CareNeeds = "care_needs" } }

text_enum! {
    FollowUpForm { Call = "call", Meeting = "meeting", Visit = "visit", Talk = "talk", Check = "check" }
}

text_enum! {
    /// Why somebody must ring somebody.
    CallKind {
        /// A message to a young person without e-mail: tell it by phone.
        Tell = "tell",
        WantsToTalk = "wants_to_talk",
        NoHostAnswer = "no_host_answer",
        NoProposalAnswer = "no_proposal_answer",
        TalkFirst = "talk_first",
        Unplaced = "unplaced",
        ProposalDeclined = "proposal_declined",
        CompanyContact = "company_contact",
        EndedEarly = "ended_early",
    }
}

text_enum! { MailStatus { Queued = "queued", Sending = "sending", Sent = "sent", Failed = "failed" } }

text_enum! {
    /// Why somebody looked a person up; stored with every look-up.
    LookUpPurpose {
        Desk = "desk",
        CaseWork = "case_work",
        EventPlanning = "event_planning",
        Matching = "matching",
        Placement = "placement",
        FollowUp = "follow_up",
        MentorContact = "mentor_contact",
        CompanyContact = "company_contact",
        Administration = "administration",
    }
}
