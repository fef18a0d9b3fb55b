# Names for the programme's closed lists, in the words people use.

kind-role-young-person = Young person
kind-role-company = Company
kind-role-mentor = Mentor
kind-role-consultant = Consultant
kind-role-manager = Manager
kind-role-administrator = Administrator

kind-language-da = Dansk
kind-language-en = English

kind-placement-kind-clarification = Clarification
kind-placement-kind-training = Training
kind-placement-kind-paid-hours = Paid hours

kind-event-status-planned = Planned
kind-event-status-open = Invitations are out
kind-event-status-live = Going on now
kind-event-status-ranking = Young people are choosing
kind-event-status-matched = The answer is out
kind-event-status-closed = Closed
kind-event-status-cancelled = Cancelled

kind-placement-status-proposed = Waiting for answers
kind-placement-status-agreed = Agreed
kind-placement-status-running = Running
kind-placement-status-ended = Ended
kind-placement-status-declined = Declined
kind-placement-status-withdrawn = Taken back

kind-party-young-person = The young person
kind-party-company = The company
kind-party-consultant = The consultant

kind-proposal-answer-yes = Yes
kind-proposal-answer-talk-first = Wants to talk first
kind-proposal-answer-no = No

kind-attendance-unanswered = Not answered
kind-attendance-yes = Coming
kind-attendance-no = Cannot come

kind-host-answer-can-host = Can host
kind-host-answer-talk-first = Wants to talk first
kind-host-answer-not-now = Not just now

kind-company-stage-interested = Wants to hear more
kind-company-stage-in-dialogue = We are talking
kind-company-stage-invited = Invited
kind-company-stage-member = Taking part
kind-company-stage-left = No longer taking part

kind-profile-status-draft = Draft
kind-profile-status-sent = Sent for approval
kind-profile-status-published = Can be seen
kind-profile-status-paused = Paused

kind-profile-version-draft = Draft
kind-profile-version-published = What young people see

kind-ranking-stage-draft = Draft
kind-ranking-stage-saved = Saved

kind-adjustment-kind-pin = Pinned
kind-adjustment-kind-forbid = May not

kind-run-status-running = Working
kind-run-status-done = Done
kind-run-status-failed = Failed

kind-target-group-job-ready = Job ready
kind-target-group-education-ready = Education ready
kind-target-group-activity-ready = Activity ready

kind-end-kind-as-agreed = As agreed
kind-end-kind-early = Early
kind-end-kind-switched = Changed place

kind-end-reason-got-job = Got a job
kind-end-reason-got-education = Started an education
kind-end-reason-wrong-tasks = The tasks did not fit
kind-end-reason-wrong-hours = The hours did not fit
kind-end-reason-company-changed = Something changed in the company
kind-end-reason-needs-other-support = Needs other support
kind-end-reason-moved = Moved
kind-end-reason-young-person-chose = The young person chose to stop
kind-end-reason-company-chose = The company chose to stop
kind-end-reason-other = Something else

kind-outcome-kind-job = Job
kind-outcome-kind-paid-hours = Paid hours
kind-outcome-kind-education = Education
kind-outcome-kind-next-placement = Next placement
kind-outcome-kind-other-support = Other support
kind-outcome-kind-searching = Still looking
kind-outcome-kind-unknown = We do not know

kind-disclosure-item-goal = My goal
kind-disclosure-item-phone = My phone
kind-disclosure-item-care-needs = What helps me

kind-follow-up-form-call = Call
kind-follow-up-form-meeting = Meeting
kind-follow-up-form-visit = Visit
kind-follow-up-form-talk = Talk
kind-follow-up-form-check = Short check

kind-call-kind-tell = Tell it by phone
kind-call-kind-wants-to-talk = Wants to talk
kind-call-kind-no-host-answer = No answer about hosting
kind-call-kind-no-proposal-answer = No answer to the proposal
kind-call-kind-talk-first = Wants a talk before saying yes
kind-call-kind-unplaced = Did not get a place
kind-call-kind-proposal-declined = Somebody said no
kind-call-kind-company-contact = Ring the company
kind-call-kind-ended-early = Ended early

kind-mail-status-queued = In the queue
kind-mail-status-sending = Being sent
kind-mail-status-sent = Sent
kind-mail-status-failed = Could not be sent

kind-look-up-purpose-desk = The day's overview
kind-look-up-purpose-case-work = Working on your case
kind-look-up-purpose-event-planning = Planning a meeting
kind-look-up-purpose-matching = The match
kind-look-up-purpose-placement = The placement
kind-look-up-purpose-follow-up = Follow-up
kind-look-up-purpose-mentor-contact = Contact with the mentor
kind-look-up-purpose-company-contact = Contact with the company
kind-look-up-purpose-administration = Running the system

# What was seen
kind-observed-yes = Yes
kind-observed-mostly = Mostly
kind-observed-not-yet = Not yet
# How we spoke with a company
kind-company-note-form-call = Call
kind-company-note-form-coffee = Coffee
kind-company-note-form-visit = Visit

# The steps of a day
kind-step-kind-arrival = Arrival
kind-step-kind-welcome = Welcome
kind-step-kind-pitches = The companies present themselves
kind-step-kind-round = Round
kind-step-kind-break = Break
kind-step-kind-quiet = Time to think
kind-step-kind-close = Goodbye
kind-step-kind-network = The companies' own meeting

# How groups sit
kind-group-choice-free = As it comes
kind-group-choice-mixed = Mixed
kind-group-choice-kept = Each group by itself

# Where one is in a round
kind-seat-kind-table = At a table
kind-seat-kind-pause = Break
kind-seat-kind-quiet = Quiet moment
kind-seat-kind-away = Not here
