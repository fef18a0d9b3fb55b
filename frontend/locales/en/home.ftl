# The front pages of companies, mentors and consultants. The young people's front page is in me.ftl.

home-show = Show
home-what = What
home-about = About
home-when = When

# The consultant's day
home-desk-title = Today
home-desk-whose = Whose work
home-desk-mine = Mine, and what I look after
home-desk-team = The whole team
home-desk-overdue =
    { $count ->
        [one] One follow-up is overdue
       *[other] { $count } follow-ups are overdue
    }
home-desk-all-overdue = See all overdue
home-desk-not-begun = Should have begun ({ $count })
home-desk-all-not-begun = See all that should have begun
home-desk-not-granted = Grant
home-desk-unsettled = Set days, or write how it ended ({ $count })
home-desk-all-unsettled = See all without days or an end
home-desk-no-days = { $company }. There are no days yet. Set them
home-desk-agreed-on = Agreed { $day }
home-desk-past-end = { $company }. The last day has gone by. Write how it ended
home-desk-may-begin = { $company }. Everything is ready. Start the placement
home-desk-today = Follow-ups today
home-desk-today-empty = No follow-ups today.
home-desk-follow-up = { $form } · { $company }
home-desk-calls = Calls ({ $count })
home-desk-all-calls = See all calls
home-desk-waiting = Waiting for an answer ({ $count })
home-desk-all-waiting = See all that wait for an answer
home-desk-waiting-empty = No proposals wait for an answer.
home-desk-waits-for = { $company }. Missing: { $parties }
home-desk-talk-first = { $company }. Both have answered, but one wants to talk first
home-desk-too-late = { $moment }. The date has passed
home-desk-interest = Would like to hear more ({ $count })
home-desk-interest-empty = No new companies are waiting.
home-desk-companies = Companies ({ $count })
home-desk-profile = Read and approve their page
home-desk-events = Meetings with companies
home-desk-event-answered = { $venue }. Everybody has answered. Close the event
home-desk-event-unanswered = { $venue }. Answers missing: { $count }
home-desk-events-empty = No meeting is planned.
home-desk-plan = Plan the year's meetings

# The company's page
home-company-title = { $company }
home-company-waiting = This waits for you
home-company-waiting-empty = Nothing waits for you right now. You hear from us.
home-company-do-invitation = Are you coming to meet the young people?
home-company-do-places = Confirm your places
home-company-do-places-line = One press. Otherwise they are not in the match.
home-company-do-host = Can you take somebody in?
home-company-do-host-line = Answer for each kind of placement. You never choose between people.
home-company-do-proposal = { $name } has chosen you
home-company-do-proposal-line = Answer yes, no, or that you want to talk first.
home-company-do-talked = Answer about { $name } when you have talked
home-company-do-talked-line = Your contact will ring. After that you can say yes or no.
home-company-do-items = Go through the agreement with { $name }
home-company-do-items-line = Go through the agreement together. It takes half an hour.
home-company-do-profile = Finish your page
home-company-do-profile-line = Young people see it before they choose.
home-company-do-places-none = Write which places you have
home-company-do-places-none-line = How many, and what one can do with you.
home-company-by = By { $moment }
home-company-event = Next meeting with the young people
home-company-event-press = See the meeting
home-company-event-now = Right now, until { $time }
home-company-last = The answer from { $day }
home-company-people = Your young people
home-company-people-empty = Nobody is with you right now. They choose at the next meeting.
home-company-contact = Your contact
home-company-contact-role = Your consultant
home-company-contact-deputy = Helps you while { $name } is away
home-company-contact-deputy-ready = Helps you when { $name } cannot
home-company-contact-none = You get a fixed contact when we have talked.
home-placement-kind = { $kind } · { $status }
home-placement-from = From { $day }
home-placement-until = Until { $day }

# The mentor's page
home-mentor-title = The people you are a mentor for
home-mentor-empty = You are not a mentor for anybody right now. You get a mail when somebody comes.
home-mentor-observe = Write an observation
home-mentor-observe-line = An observation takes a minute. The young person can read it.
home-mentor-see = See the agreement
home-mentor-consultant = Consultant
home-mentor-contact = Call if you wonder about something
