# Meetings with companies: plan, invite, answer, hold.

events-list-title = Meetings with companies
events-coming = Coming up
events-past = Past
events-none-coming = Nothing is planned yet. Plan the year's meetings in one go.
events-none-past = Meetings that were held or cancelled will be here.
events-when-column = When
events-status-column = How far
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
events-see-people = See young people's answers
events-see-companies = See companies' answers
events-invite-people = Invite young people
events-invite-companies = Invite companies
events-order = Order on the day
events-cards = Cards for young people
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
    [one] One company is told: { $people } e-mails.
   *[other] { $companies } companies are told: { $people } e-mails.
}

events-calendar-summary = Meet companies
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
events-mail-changed-answer = Can you still come? See and change your answer here:
events-mail-changed-calendar = Open the calendar file in this e-mail, and your calendar follows.
events-mail-cancelled-subject = Cancelled: { $day }
events-mail-cancelled-words = The meeting with the companies is cancelled. It was:
events-mail-cancelled-next = You will hear from us when there is a new day. Read more here:
events-mail-tomorrow-subject = Tomorrow: { $day }
events-mail-tomorrow-words = Tomorrow we meet:
events-mail-tomorrow-link = See who is coming, and how to get there:
events-mail-confirm-subject = Confirm your places before { $day }
events-mail-confirm-words = You are coming { $when }. We still need you to confirm your places.
events-mail-confirm-why = It is one press. Young people cannot get places that are not confirmed.
events-mail-host-subject = Thank you for { $day }. Can you be host?
events-mail-host-words = Thank you for coming. Now we need one answer: can you take a young person?
events-mail-host-why = You answer for each kind of placement, not for each person. It takes a minute:
