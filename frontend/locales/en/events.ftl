# Meetings with companies: plan, invite, answer, hold.

events-list-title = Meetings with companies
events-running = Under way
events-coming = Coming up
events-past = Past
events-none-coming = Nothing is planned yet. Plan the year's meetings in one go.
events-none-past = Meetings that were held or cancelled will be here.
events-when-column = When
events-status-column = Status
events-status-waits-for-match = Ready to match
events-plan-link = Plan the year
events-new-link = New single meeting

events-new-title = New meeting
events-new-lead = Nobody is told before you open the meeting.
events-edit-title = Change the meeting
events-edit-told = If you change the time or place, everybody invited gets an e-mail with a new calendar file.
events-save = Save
events-saved = The meeting is saved.
events-day = Day
events-at = At
events-from = From
events-until-time = Until
events-venue = Place
events-venue-hint = The name one can see on the door.
events-address = Address
events-directions = How to get there
events-directions-hint = Bus, entrance, lift. Young people read it on their phone.
events-deadlines = Deadlines
events-deadlines-hint = Leave a day empty and we use the usual one.
events-deadline-places = Companies confirm places by
events-deadline-places-hint = Places that are not confirmed are not in the match.
events-deadline-ranking = Young people can choose until
events-deadline-ranking-hint = Best the day after, so that nobody has to hurry.
events-deadline-host = Companies answer as hosts by
events-deadline-host-hint = Without an answer the consultant gets a call to make.
events-deadline-answers = Both say yes or no to the proposal by
events-deadline-answers-hint = An answer still counts afterwards while the place is free.
events-count-again = Count the deadlines again
events-count-again-hint = Tick this if the meeting gets a new day and the deadlines should follow.

events-problem-ends-before-start = The meeting must end after it has begun.
events-problem-ranking-day = Young people must be able to choose until the meeting is over. Choose a later day, or count the deadlines again.
events-problem-places-day = Places must be confirmed before young people have finished choosing.
events-problem-host-day = Companies cannot answer before they have met the young people.
events-problem-answers-day = The deadline for answers must come after young people have chosen.
events-problem-holiday = That day is a public holiday.
events-on-holiday = Hold the event on that day all the same
events-problem-past = Choose a day that is not over.
events-problem-no-month = Choose at least one month.
events-problem-year = Choose this year or one of the next five.

events-skipped-holiday = Public holiday
events-skipped-holiday-named = Public holiday: { $name }
events-skipped-past = The day is over
events-skipped-planned = There is a meeting that day already

events-refused-cancelled = The meeting is cancelled. It cannot be changed any more.
events-refused-over = The time is over. Change the day, or make a new meeting.
events-refused-not-open = The meeting has not been opened yet.
events-refused-too-early = It is not the day yet. You can start the meeting on its day.
events-refused-ranking-open = Young people can still choose. Wait until the deadline is over.
events-refused-closed = The meeting is closed. It cannot be changed any more.
events-refused-not-matched = The match has not been published yet.
events-refused-matched = The match has been published. The meeting cannot be changed any more.

events-show-title = Meeting { $when }
events-month = The month
events-until = until { $when }
events-confirmed-of = { $confirmed } of { $coming } companies
events-step-planned = Planned
events-step-invited = Invited
events-step-places = Places confirmed
events-step-meeting = The meeting
events-step-ranking = Young people choose
events-step-match = Match
events-step-answers = Answers

events-next = The next thing
events-next-companies = Choose the companies to invite.
events-next-companies-button = Choose companies
events-next-people = Choose the young people to invite.
events-next-people-button = Choose young people
events-next-open = Everybody is chosen. Open the meeting, and the invitations go out.
events-next-start = Today is the day. Start the meeting when the first company goes on.
events-next-unconfirmed = { $count ->
    [one] One company is coming but has not confirmed its places.
   *[other] { $count } companies are coming but have not confirmed their places.
}
events-next-unconfirmed-button = See the companies
events-next-cards = Everything is in place. Make cards, so that young people can sign in on the day.
events-next-cards-button = Make cards
events-next-finish = The meeting is going on. Finish when the last company has presented itself.
events-next-ranking = { $ranked } young people have saved their list. It is open until { $when }.
events-next-ranking-button = See the young people
events-next-match = The young people have chosen. Now you can run the match.
events-next-match-button = To the match
events-next-nobody = Nobody waits for a place from this meeting. You can close it.
events-next-without-list = { $count ->
    [one] Nobody has a list, but one young person was there. Close the meeting, and they are called.
   *[other] Nobody has a list, but { $count } young people were there. Close the meeting, and they are called.
}
events-next-close = The answers are on their way. Close the meeting when everybody has answered, or when { $day } is over.

events-people = Young people
events-companies = Companies
events-number-invited = invited
events-number-yes = coming
events-number-no = cannot come
events-number-unanswered = have not answered
events-number-came = came
events-number-ranked = have chosen
events-number-places = places confirmed
events-number-hosts = have answered as hosts
events-chosen-people = { $count ->
    [one] One young person is chosen and will be invited when the meeting opens.
   *[other] { $count } young people are chosen and will be invited when the meeting opens.
}
events-chosen-companies = { $count ->
    [one] One company is chosen and will be invited when the meeting opens.
   *[other] { $count } companies are chosen and will be invited when the meeting opens.
}
events-without-list = { $count ->
    [one] One young person was there but has no list.
   *[other] { $count } young people were there but have no list.
}
events-answered-of = { $answered } of { $proposed } proposals are answered.
events-see-proposals = See them
events-see-people = See young people's answers
events-see-companies = See companies' answers
events-invite-people = Invite young people
events-invite-companies = Invite companies
events-order = Order on the day
events-cards = Cards for young people
events-day-now = Follow the day
events-check-in = Check in
events-facts = Time, place and deadlines
events-where = Where
events-edit = Change time and place
events-cancel-link = Cancel the meeting
events-draw = The draw
events-draw-what = If two stand exactly equal in the match, the system draws lots. The secret of the draw was chosen when the meeting opened, and is shown when the match is published. This is its print (SHA-256), so that everybody can see it was not replaced.

events-what-happens = This will happen
events-leave = No, go back
events-open-title = Open the meeting
events-open-button = Open and send invitations
events-open-rank = Young people can see the companies and begin to choose.
events-open-draw = The secret of the draw is fixed.
events-opened = The meeting is open. The invitations are on their way.
events-start-title = Start the meeting
events-start-button = Start the meeting
events-start-what = The meeting is shown as going on.
events-nobody-told = Nobody is told.
events-started = The meeting is going on.
events-finish-title = End the presentations
events-finish-button = End the presentations
events-finish-what = Young people can go on choosing until the deadline.
events-finish-hosts = { $count ->
    [0] No company has confirmed places, so nobody gets an e-mail.
    [one] One company gets an e-mail and is asked whether it can be host.
   *[other] { $count } companies get an e-mail and are asked whether they can be host.
}
events-finished = The presentations are over. The companies have been asked.
events-close-title = Close the meeting
events-close-button = Close the meeting
events-close-what = The meeting moves to the past ones. Placements and follow-up go on.
events-close-calls = { $count ->
    [one] One young person was there but has no list. Their consultant gets a call to make.
   *[other] { $count } young people were there but have no list. Their consultants get a call to make.
}
events-close-waiting = { $count ->
    [one] One young person has a list and waits for an answer. Run the match first.
   *[other] { $count } young people have a list and wait for an answer. Run the match first.
}
events-closed = The meeting is closed.
events-cancel-title = Cancel the meeting
events-cancel-button = Cancel, and tell everybody
events-cancel-what = The meeting is taken out of their calendar. This cannot be undone.
events-because = Why?
events-because-hint = Everybody invited can read it. Do not write about single people.
events-cancelled = The meeting is cancelled. Word is on its way.
events-cancelled-because = Cancelled: { $because }
events-reach-people = { $count ->
    [0] No young person gets an e-mail.
    [one] One young person gets an e-mail with a calendar file.
   *[other] { $count } young people get an e-mail with a calendar file.
}
events-reach-calls = { $count ->
    [one] One young person has no e-mail. Their consultant gets a call to make.
   *[other] { $count } young people have no e-mail. Their consultant gets a call to make.
}
events-reach-companies = { $companies ->
    [0] No company is told.
    [one] One company is told: { $people ->
        [one] one e-mail.
       *[other] { $people } e-mails.
    }
   *[other] { $companies } companies are told: { $people ->
        [one] one e-mail.
       *[other] { $people } e-mails.
    }
}

events-calendar-summary = Meet companies
events-calendar-summary-company = Meet young people
events-calendar-description = See who is coming, and answer here: { $link }
events-mail-calendar = The day is in a calendar file in this e-mail.
events-mail-invited-subject = Can you come { $day }?
events-mail-invited-words = You are invited to meet companies.
events-mail-invited-answer = See who is coming, and answer yes or no here:
events-mail-company-invited-subject = Can you come { $day }?
events-mail-company-invited-words = Come and tell young people about your workplace.
events-mail-company-invited-answer = Answer yes or no, and confirm your places here:
events-mail-changed-subject = New time or new place: { $day }
events-mail-changed-words = The meeting with the companies has changed. Now it is:
events-mail-changed-company-words = The meeting with the young people has changed. It is now:
events-mail-changed-answer = Can you still come? See and change your answer here:
events-mail-changed-company-answer = Can you still come? See and change your answer here:
events-mail-changed-calendar = Open the calendar file in this e-mail, and your calendar follows.
events-mail-cancelled-subject = Cancelled: { $day }
events-mail-cancelled-words = The meeting with the companies is cancelled. It was:
events-mail-cancelled-company-words = The meeting with the young people is cancelled. It was:
events-mail-cancelled-next = You will hear from us when there is a new day. Read more here:
events-mail-cancelled-company-next = You will hear from us when there is a new day. Read more here:
events-mail-tomorrow-subject = Tomorrow: { $day }
events-mail-tomorrow-words = Tomorrow we meet:
events-mail-tomorrow-link = See who is coming, and how to get there:
events-mail-confirm-subject = Confirm your places before { $day }
events-mail-confirm-words = You are coming { $when }. We still need you to confirm your places.
events-mail-confirm-why = It is one press. Young people cannot get places that are not confirmed.
events-mail-host-subject = Thank you for { $day }. Can you be host?
events-mail-host-words = Thank you for coming. Now we need one answer: can you take a young person?
events-mail-host-why = You answer for each kind of placement, not for each person. It takes a minute:

events-meet-title = Meet companies
events-my-title = Meetings with companies
events-my-none = You are not invited to anything right now. Your contact tells you when there is a new day.
events-you-yes = You are coming
events-you-no = You cannot come
events-you-said-yes = You said yes
events-you-said-no = You said no
events-you-unanswered = You have not answered
events-i-come = I am coming
events-i-cannot = I cannot come
events-i-cannot-after-all = I cannot come after all
events-i-come-after-all = I can come after all
events-answered-yes = Thank you. See you there.
events-answered-no = Thank you for answering. See you another time.
events-is-cancelled = The meeting is cancelled
events-is-cancelled-next = You will be told when there is a new day.
events-is-cancelled-next-company = You will hear from us when there is a new day.
events-see-result = See your answer
events-choose = Choose where you would most like to be
events-choose-until = You can choose and change until { $when }.
events-choose-button = Make my list
events-who = Who is coming?
events-who-none = The companies are answering. Look again in a few days.
events-what-when = What happens on the day
events-day-young-1 = Come in. We stand at the door and welcome you.
events-day-young-2 = Each company tells about itself for two minutes.
events-day-young-3 = You walk around and talk with those you are curious about.
events-day-young-4 = At the end you choose, in peace. You can also choose at home.
events-day-company-1 = Come a quarter of an hour early. We show you your table.
events-day-company-2 = You tell who you are in two minutes. Then the young people come round.
events-day-company-3 = Afterwards you say whether you can be host.
events-calendar-link = Put the day in your calendar
events-to-places = Confirm your places

events-company-title = Your meeting with the young people
events-come-title = Are you coming?
events-read-more = Read more about the day
events-places-title = Your places this time
events-places-what = Check the numbers and press once. Do it by { $when }. Young people cannot get places that are not confirmed.
events-places-confirmed-on = Confirmed { $when }. You can change the numbers until the young people have finished choosing.
events-places-confirmed-then = Confirmed { $when }.
events-places-correct = Correct the numbers
events-places-too-many = { $confirmed } are confirmed. With your employees the law has room for { $free } more right now.
events-places-too-many-ask = Change the number, or ring your consultant.
events-places-changed = You confirmed { $when }, but your places have changed since. Check the numbers, and confirm again.
events-places-none = You have no places yet.
events-places-link = Change your places
events-places-edit = Are tasks or hours not right?
events-places-total = How many young people in all at a time?
events-places-total-hint = Leave it empty if the numbers above say enough.
events-places-confirm = Confirm the places
events-places-confirmed = Thank you. The places are confirmed.
events-place-line = { $hours }. { $tasks }
events-problem-places-closed = The places cannot be changed any more for this meeting. Call your contact.
events-problem-number = Write a whole number from 0 to { $most }.
events-host-title = Can you be host?
events-host-what = Answer for each kind of placement by { $when }. You do not choose between people. The young people choose.
events-host-save = Send the answer
events-host-saved = Thank you for your answer.
events-host-hint-can-host = We are ready when a young person has chosen us.
events-host-hint-talk-first = We would like to talk before we say yes.
events-host-hint-not-now = It does not suit us this time. You can take part again.
events-places-rung-title = How many places has { $company }?
events-places-rung-what = Write the numbers the company gave on the phone. Your name stands by the answer.
events-places-rung-none = The company has no places yet.
events-places-rung-closed = The places cannot be confirmed right now for this meeting.
events-places-rung-saved = The places are written down.
events-places-rung-link = Write the places
events-not-answered = Not answered
events-rung-title = Can { $company } host?
events-rung-what = Write down what the company answered. It is about the places, never about a person.
events-rung-save = Save the answer
events-rung-saved = The answer is written down.
events-rung-link = Write the answer
events-problem-host-closed = The answer cannot be changed any more. Call your contact.

events-plan-title = Plan the year
events-plan-lead = Choose a fixed day. You see every day before anything is saved.
events-plan-week = Which in the month?
events-plan-weekday = Weekday
events-plan-year = Year
events-plan-months = Months
events-week-first = The first
events-week-second = The second
events-week-third = The third
events-week-fourth = The fourth
events-week-last = The last
events-plan-see = See the days
events-plan-see-hint = We skip public holidays and days that already have a meeting.
events-plan-days = { $count ->
    [one] One meeting
   *[other] { $count } meetings
}
events-plan-where = { $hours }, { $venue }, { $address }
events-plan-skipped = Skipped
events-plan-nothing = There are no new days to plan.
events-plan-save = Save the meetings
events-plan-change = Change
events-planned = The meetings are planned.
events-everybody = Everybody
events-not-invited-yet = Waiting for the meeting to open
events-written-by = Written by { $name }
events-written-yes = The answer is written down: coming.
events-written-no = The answer is written down: cannot come.
events-write-yes = Coming
events-write-no = Cannot come
events-write-column = Write an answer down
events-company-column = Company
events-name-column = Name
events-answer-column = Answer
events-places-column = Places
events-hosts-column = Can be host
events-came-column = Came
events-ranked-column = Has chosen
events-yes = Yes
events-rank-together = Choose together
events-confirmed-places = { $count } confirmed { $day }
events-confirmed-none = Confirmed without places
events-not-confirmed = Not confirmed
events-host-said = { $kind }: { $answer }
events-no-companies = No companies here yet.
events-no-people = No young people here yet.
events-invite-waits = They get the invitation when the meeting opens.
events-invite-at-once = They get the invitation at once.
events-invite-who = Whom?
events-invite-all = Everybody who is not on it yet ({ $count })
events-invite-groups = Groups I tick
events-invite-groups-label = Groups
events-invite-chosen = Those I tick
events-invite-chosen-label = Choose
events-invite-search = Find by name
events-invite-find = Find
events-invite-more = There are { $count } more. Find them by name.
events-invite-not-found = Nobody by that name.
events-invite-none-left = Everybody is on it already.
events-problem-nobody = Choose at least one.
events-chosen = They are chosen and will be invited when the meeting opens.
events-invited = They are invited.
events-order-what = Write numbers, or move up and down.
events-order-save = Save the order
events-order-saved = The order is saved.
events-show-these = Show

events-came-of = { $came } have come. { $yes } have said they are coming.
events-came-at = Came { $when }
events-is-here = Is here
events-undo = Undo
events-checked-in = It is noted.
events-arrived = { $name } is checked in.
events-arrived-day = See the day
events-check-in-undone = It is undone.
events-walk-in = Came without an invitation?
events-walk-in-find = Find the person by name, and you can welcome them here.
events-walk-in-button = Welcome
events-to-check-in = To the list
events-cards-what = Each young person gets a card. They scan it with their phone and are signed in to this meeting until the next day is over.
events-cards-make = { $count ->
    [one] Make one card
   *[other] Make { $count } cards
}
events-cards-none = There are no cards yet. Invite the young people, and open the meeting first.
events-cards-made = The cards are ready to print.
events-card-how = Scan with the camera of your phone.
events-card-revoke = Close the card
events-card-revoked = The card is closed.
events-card-title = Welcome
events-card-press = Press the button, and you are in.
events-card-enter = Come in
events-card-over = The card does not work any more
events-card-over-what = You can sign in with your e-mail, or ask one of us.
events-card-sign-in = Sign in
events-all-of-you-yes = You are coming
events-all-of-you-no = You cannot come
events-we-come = We are coming
events-we-cannot = We cannot come
events-we-cannot-after-all = We cannot come after all
events-we-come-after-all = We can come after all

events-name-or-code = Find by name or code
events-card-code = Code: { $code }
events-your-code = Your code at the door is { $code }. You can also just say your name.
events-not-come = Who are we missing?
events-not-come-link = { $count ->
    [one] One has not come yet
   *[other] { $count } have not come yet
}
events-not-come-what = Ring if you wonder. The list is gone when the event is over. We do not keep whom you ring.
events-not-come-mine = Those you ring
events-not-come-say = Say, for example: “We are thinking of you, and there is still plenty of time. Shall I meet you at the door?”
events-not-come-nobody = Nobody is missing.
events-cannot-today = Cannot come today
events-comes-after-all = Comes after all
events-group-leader = Leads the group
events-door = Somebody quite new
events-door-link = The person is quite new to the programme
events-door-what = Write only what cannot wait. The rest has time until it is quiet.
events-door-button = Add and check in
events-door-goal = We will find out together.
events-door-taken-in = The person is added. Write the goal on their page when you have talked.
events-not-come-over = The event is over, and the list is gone.
events-found-nobody = We found nobody. Try the name.
