# The day itself: run sheet, tables, and what everybody follows.

day-title = The day
day-round = Round { $number }
day-minutes = { $minutes } min.
day-minutes-word = minutes
day-not-begun = We have not begun yet
day-until = Until { $time }
day-paused = Paused right now
day-minutes-left = # min. left
day-last-minute = The last minute
day-time-up = Time is up
day-network-lost = No connection right now. The page comes back by itself.
day-fetches-itself = This page loads itself again every 15 seconds.
day-next = Next: { $what }
day-after-that = After that: { $name }
day-programme = Programme of the day
day-done = Done
day-left-out = Left out

# Whoever runs the day
day-came = { $came } of { $expected } have come.
day-press-begin = Start the day
day-press-next = Next
day-press-end = End the day
day-press-back = Back
day-press-longer = Two more minutes
day-press-pause = Pause
day-press-resume = Go on
day-press-skip = Leave out the next step
day-moved-meanwhile = Somebody else has moved the day. See where you are now, and press again if you want.
day-over-desk = The day is over
day-finish-what = When you end the presentations, we ask the companies whether they can be hosts.
day-no-run-sheet = There is no run sheet yet.
day-make-run-sheet = Make the run sheet
day-not-made = not made
day-screen = Big screen
day-refused-no-steps = Make the run sheet first.
day-refused-not-begun = The day has not begun. Press “Start the day” first.
day-refused-over = The day is over. Press “Back” if it is to go on.
day-refused-at-first = You are at the first step.
day-refused-at-last = Nothing more comes in the run sheet.

# The run sheet
day-run-sheet = Run sheet
day-run-sheet-save = Save the run sheet
day-run-sheet-saved = The run sheet is saved.
day-fit-exact = The run sheet fits the time exactly.
day-fit-spare = { $minutes ->
    [one] The run sheet fits. There is one minute to spare.
   *[other] The run sheet fits. There are { $minutes } minutes to spare.
}
day-fit-over = { $minutes ->
    [one] The run sheet is one minute too long. Make something shorter or take it out.
   *[other] The run sheet is { $minutes } minutes too long. Make something shorter or take it out.
}
day-remove = Take out
day-begun = has begun
day-add = Add a step
day-kind = What
day-minutes-label = Minutes
day-add-button = Add
day-begin-from = Begin from somewhere else
day-begin-from-what = This replaces everything above.
day-usual = Use the usual day
day-copy = Use the run sheet of { $when }
day-problem-minutes = Write a whole number from 1 to { $most }.
day-problem-steps = There is room for { $most } steps.
day-problem-number = Write a whole number from 1 to { $most }.

# The tables
day-tables = Tables
day-table = Table { $number }
day-table-numbered = Table { $number }:
day-plan-first = Plan the tables
day-plan-again = Plan the rest of the day anew
day-plan-button = Plan the tables
day-planned = The tables are planned.
day-planned-same = Nobody has to move. The tables are as before.
day-noted = It is noted.
day-noted-same = It is noted. The tables still fit.
day-noted-anew = It is noted, and the tables are planned again.
day-promise = Companies each young person meets at least
day-seats = Young people at each table
day-groups = Groups
day-groups-must = It must be so, even if somebody then meets fewer
day-how-good = How good the plan is
day-promise-kept = { $kept } of { $all } meet as many companies as promised.
day-wishes-met = { $percent } % of the wishes become a meeting.
day-proven-best = No plan can be better. That is proven.
day-not-proven = { $meetings ->
    [0] No plan can keep more of what is promised, but at most { $percent } % more wishes.
   *[other] A better plan can give at most { $meetings } more of the promised meetings, and { $percent } % more wishes.
}
day-not-proven-promise = { $meetings ->
    [0] No plan can keep more of what is promised.
   *[other] A better plan can give at most { $meetings } more of the promised meetings.
}
day-clashes = { $pairs } pairs sit otherwise than was chosen for the groups.
day-lacks = Somebody lacks something
day-lack = { $name } meets { $number } fewer than promised: { $why }
day-why-away = is not here for enough rounds.
day-why-pauses = needs pauses.
day-why-forbidden = there are not enough companies that fit.
day-why-alone = does not want to sit alone, and there was nobody to sit with.
day-why-met-all = there are no more companies to meet.
day-why-seats = there are not enough chairs.
day-why-not-found = no way was found.
day-changes = { $number ->
    [one] One seat has changed
   *[other] { $number } seats have changed
}
day-change = { $name }, round { $round }: before { $then }, now { $now }
day-companies = The companies
day-company-left = Away from round { $round }
day-company-away = Has left
day-company-back = Is back
day-who-sits-where = Who sits where
day-who-sits-where-what = Press a name if somebody has left, comes later or needs something.
day-refused-no-rounds = There are no rounds in the run sheet.
day-refused-all-begun = All rounds have begun. There is nothing left to plan.
day-refused-no-companies = No company has said yes yet.
day-refused-no-people = No young person has said yes yet.
day-refused-too-large = The day is too large to plan tables for.

# What a young person needs
day-needs-title = Say what you need
day-need-not-alone = Does not want to sit alone with the company
day-need-pauses = Needs pauses between the rounds
day-needs-save = Save
day-needs-saved = It is saved, and the tables are planned again.
day-needs-saved-same = It is saved. The tables still fit.
day-needs-kept = It is saved.
day-own-needs-saved = Thank you. We remember it when we plan the tables.
day-comes = Comes for
day-comes-at-once = Is here from the start
day-leaves = Leaves before
day-stays = Stays all day

# The phone
day-phone-title = Today
day-not-begun-what = See you at { $venue }. This page changes by itself when we begin.
day-phone-arrival = Welcome. Find a seat and have some coffee.
day-phone-welcome = We say welcome
day-phone-pitches = Now you hear from
day-phone-round = You have no table in this round
day-phone-break = Break
day-phone-quiet = Think about whom you liked
day-phone-close = Thank you for today
day-phone-network = The companies meet
day-your-table = You sit at table { $number }
day-place-pause = You have a break
day-place-quiet = You have a quiet moment
day-place-away = You are not in this round
day-see-company = See the company
day-show-time = Show the time
day-to-ranking = Choose your companies
day-mine = Your day
day-no-tables-yet = You get your tables when everybody has come.
day-no-run-sheet-yet = The programme will be here.
day-notes = Your notes
day-notes-what = Only you can see them.
day-note = What I want to remember about { $name }
day-note-save = Save the note
day-note-saved = Your note is saved.
day-over = Thank you for today
day-over-what = You do not need to choose right now. Take the time you need.

# The company's phone
day-guests = { $number ->
    [0] You have a free round
    [one] One comes to your table
   *[other] { $number } come to your table
}
day-gone = You have left
day-gone-thanks = Thank you for being here.
day-you-present = It is your turn now
day-over-company = Thank you for today
day-over-company-what = Say whether you can host before you leave. It takes a minute.
day-to-host-answers = Say whether you can host

# The big screen
day-screen-title = Big screen
day-screen-welcome = Welcome
day-screen-begins = We begin at { $time }
day-screen-companies = You will meet
day-screen-over = Thank you for today

# Afterwards
day-figures = The day in numbers
day-met-title = How many companies each young person met
day-met-nobody = Nobody has met anybody at a table yet.
day-met-column = Companies
day-met-people = Young people
day-met = { $number ->
    [one] One company
   *[other] { $number } companies
}
feedback-title = How was it?
feedback-what = It takes two minutes. The consultants read the answers, and your name does not stand beside yours. They do not see your words before at least three have answered.
feedback-too-early = You can answer when the meeting has begun.
feedback-how = How was the day?
feedback-how-5 = Really good
feedback-how-4 = Good
feedback-how-3 = In between
feedback-how-2 = Not so good
feedback-how-1 = Bad
feedback-clear = Was it clear what was going to happen?
feedback-clear-yes = Yes
feedback-clear-partly = Some of it
feedback-clear-no = No
feedback-again = Would you come again?
feedback-again-yes = Yes
feedback-again-partly = Perhaps
feedback-again-no = No
feedback-words = Do you want to say more?
feedback-save = Send the answer
feedback-saved = Thank you for your answer.
feedback-link = Say how it was
feedback-said = What they said
feedback-nobody-yet = Nobody has answered yet.
feedback-from-young-people = What the young people said
feedback-from-companies = What the companies said
feedback-answers = { $number ->
    [one] One answer
   *[other] { $number } answers
}
feedback-answer = Answer
feedback-number = Number
feedback-words-said = In their own words
feedback-words-wait = Somebody has written. The words stand here when at least three have answered.
mail-day-thanks-subject = Thank you for today
mail-day-thanks-words = Thank you for coming today.
mail-day-thanks-ask = Would you say how it was? It takes two minutes:
day-company-table = You sit at table { $number }
day-own-not-alone = I would rather not sit alone with the company
day-own-pauses = I need pauses between the rounds
day-outdated = The tables no longer fit those who are here. Plan them again.
day-restore = Take in again
day-run-sheet-meanwhile = Somebody else has changed the run sheet or moved the day. See what it says now, and save again.
day-write-in-peace = Write in peace. The page does not change meanwhile.
day-minutes-now = It says { $minutes } now.
day-needs-order = Whoever leaves before round { $gone } cannot come for round { $comes }.
