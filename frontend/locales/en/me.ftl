# The young person's own pages. Short sentences, and a number to ring.

me-title = My page
me-hello = Hi { $name }
me-today = Today at { $time }
me-tomorrow = Tomorrow at { $time }

# What happens next
me-next-place = You have a place at { $company }
me-next-place-by = Please answer before { $moment }
me-next-place-line = Say yes, no, or that you want to talk first. Every answer is fine.
me-next-place-press = Read more and answer
me-next-place-why = See why
me-next-talk = { $name } will ring you about { $company }
me-next-talk-by = Answer by { $moment }
me-next-talk-line = After that you can say yes or no.
me-next-talk-press = See the place and answer
me-next-mend = The place did not work out
me-next-mend-line = { $name } will ring you.
me-next-mend-fault = It is not your fault.
me-next-declined = You have said no thanks
me-next-declined-line = That is quite all right.
me-next-meet =
    { $count ->
        [one] Meet one company
       *[other] Meet { $count } companies
    }
me-next-meet-some = Meet companies
me-next-meet-press = See who is coming
me-next-meet-cannot = I cannot come
me-next-now = Right now: just come in
me-next-now-until = Until { $time }
me-next-invited = Would you like to meet some companies?
me-next-invited-line = They come to meet you. You are the one who chooses.
me-next-invited-press = See more and answer
me-next-rank = Make your list
me-next-rank-by = You can choose until { $moment }
me-next-rank-unsaved = Your list is not saved yet
me-next-rank-unsaved-line = Press “Save my list” when you are done.
me-next-rank-press = Make my list
me-next-ranked = Your list is saved
me-next-ranked-line = You can always ring if you are in doubt.
me-next-ranked-changed = You have changed it without saving. The saved list is the one that counts.
me-next-ranked-press = See my list
me-next-rank-until = You can change it until { $moment }
me-next-rank-line = Choose as many or as few as you like.
me-next-wait-match = We are finding places now
me-next-wait-match-line = You do not need to do anything. You hear from us when there is an answer.
me-next-no-list = There is no list from you this time
me-next-no-list-line = Ring { $name } if you would like a place.
me-next-call = There is an answer for you
me-next-call-line = { $name } will call you and tell you about it.
me-next-call-nothing = You do not need to do anything until then.
me-next-result = Your answer is here
me-next-result-line = { $name } helps you with what comes next.
me-next-result-press = See my answer
me-next-wait-company = You have answered
me-next-wait-company-line = Now { $company } will answer. You hear from us.
me-next-agreed = You are going to { $company }
me-next-agreed-line = First we agree how it is going to be.
me-next-agreed-press = See what we agree
me-next-first-day = Your first day: { $day }
me-next-running = You are at { $company }
me-next-running-talk = Next talk: { $day }
me-next-running-call = { $name } will call you.
me-next-running-meet = { $name } comes to talk with you.
me-next-running-line = { $name } keeps an eye on how you are doing there.
me-next-see-placement = See my placement
me-next-see-event = See the meeting
me-next-nothing = Right now you do not need to do anything
me-next-nothing-line = We tell you when we meet next time.
me-next-nothing-contact = Call { $name } if you wonder about something.

# My people
me-people = Your people
me-person-consultant = Your consultant
me-person-consultant-away = Your consultant. Away right now
me-person-consultant-away-until = Your consultant. Away until { $day }
me-person-deputy = Helps you while { $name } is away
me-person-deputy-ready = Helps you when { $name } cannot
me-person-leader = Your group: { $group }
me-person-meets = You meet: { $when }
me-person-mentor = Your mentor at { $company }
me-person-mentor-own = Your mentor
me-person-called = Called { $name }

# What I can do
me-can = What you can do
me-can-rank = Your list: { $day }
me-can-rank-by = You can choose until { $moment }
me-can-rank-saved = Saved. You can change it until { $moment }
me-can-rank-changed = Your last changes are not saved. You can change it until { $moment }
me-can-rank-unsaved = Not saved yet. You can choose until { $moment }
me-can-events = Meeting companies
me-can-events-line = See when, and say if you are coming
me-can-placement = My placement at { $company }
me-can-placement-line = What we agreed, people and the next talk
me-can-place = The place at { $company }
me-can-place-answer = Answer by { $moment }
me-can-place-wait = You have answered. We are waiting for the company
me-can-result = My answer from { $day }
me-can-result-line = Read what came of it
me-can-details = My details
me-can-details-line = See and change what we know about you

# I want to talk to somebody
me-talk = Do you want to talk to somebody?
me-talk-line = Press, and { $name } will call you by { $day }.
me-talk-line-team = Press, and one of us will call you by { $day }.
me-talk-message = Write what it is about
me-talk-message-field = What is it about?
me-talk-message-hint = You can also just press the button.
me-talk-press = I want to talk to somebody
me-talk-asked = It is sent. Somebody will call you.
me-talk-late = We are late. Sorry. { $name } will call soon.
me-talk-late-team = We are late. Sorry. One of us will call soon.
me-talk-waiting = { $name } will call you by { $day }.
me-talk-waiting-team = One of us will call you by { $day }.
me-talk-waiting-phone = We call { $phone }.
me-talk-waiting-no-phone = We do not have your number. Write it under your details.
me-talk-sooner = If you do not want to wait, call { $phone }.

# My details
me-details = My details
me-details-change = You can change this yourself
me-details-name = What I want to be called
me-details-phone = My phone
me-details-phone-hint = So that we can call you.
me-details-phone-hint-shown = So that we can call you. { $companies } can also see the number that stands here. You have said yes to that.
me-details-language = My language
me-details-save = Save
me-details-saved = Your details are saved.
me-details-kept = This is what we know about you
me-details-kept-line = Only this. If something is wrong, tell { $name }.
me-details-email = E-mail
me-details-no-email = We have none. We call instead.
me-details-consultant = Your consultant
me-details-group = Your group
me-details-purpose = Kind of placement
me-details-goal = Your goal
me-details-used-by = What the municipality uses
me-details-target-group = Group in the law
me-details-case-reference = Your case number
me-details-requirements = You have
me-details-since = With us since
me-details-looked = Who has looked at your page?
me-details-looked-line = Each time somebody looks at your page, it shows here.
me-details-looked-empty = Nobody has looked at your page yet.
me-details-day = Day
me-details-who = Who
me-details-why = Why
