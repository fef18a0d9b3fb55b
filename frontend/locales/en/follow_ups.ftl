# Follow-ups: the names of the steps, and what to talk about in each. Keys follow the steps in seed/programme.toml.

follow-ups-step-before-start = Meeting before the start
follow-ups-step-first-day = First day
follow-ups-step-day-3 = The first days
follow-ups-step-week-1 = After one week
follow-ups-step-week-2 = After two weeks
follow-ups-step-week-3 = After three weeks
follow-ups-step-week-4 = After four weeks
follow-ups-step-midway = Midway
follow-ups-step-week-8 = After eight weeks
follow-ups-step-week-10 = After ten weeks
follow-ups-step-month-3 = After three months
follow-ups-step-decision = What happens next?
follow-ups-step-closing = Closing
follow-ups-step-after-3 = Just after
follow-ups-step-after-7 = One week after
follow-ups-step-outcome-14 = Two weeks after
follow-ups-step-outcome-91 = Three months after
follow-ups-step-outcome-182 = Half a year after

follow-ups-agenda-clarification-before-start = Go through the list. See the place, try the route and make a plan for the first day.
follow-ups-agenda-clarification-first-day = Did you get there? Who met you? Say one good thing and one hard thing.
follow-ups-agenda-clarification-day-3 = Do the tasks and the hours fit? Is there anything somebody has misunderstood?
follow-ups-agenda-clarification-week-1 = What have you tried? How is your energy? What do you try now, and should the hours go up or down?
follow-ups-agenda-clarification-midway = Have you got an answer to your question? What now: more of the same, something else, or time to train?
follow-ups-agenda-clarification-closing = What have we learned? Write a reference. Choose: change place, stay a little longer or move on.
follow-ups-agenda-clarification-after-7 = Choose what is next: meeting companies again, training, education or a job.
follow-ups-agenda-clarification-outcome-14 = What are you doing now? Is there anything we should help with?
follow-ups-agenda-clarification-outcome-91 = Are you still going? What goes well, and what could help?
follow-ups-agenda-clarification-outcome-182 = Where are you now? Come by and tell us, if you like.

follow-ups-agenda-training-before-start = Go through the list. Agree what you train, the hours step by step and what helps.
follow-ups-agenda-training-first-day = Did you get there? Who met you? Say one good thing and one hard thing.
follow-ups-agenda-training-day-3 = Do the tasks and the hours fit? What should we put right before it becomes a habit?
follow-ups-agenda-training-week-1 = How did turning up go? What have you trained? What did they say about it?
follow-ups-agenda-training-week-2 = What goes well? What is hard? Should the hours go up or down?
follow-ups-agenda-training-week-3 = Look at the tasks together. What can you do now that you could not before?
follow-ups-agenda-training-week-4 = The first month is over. Keep the good things, and put one thing right.
follow-ups-agenda-training-midway = Look at the goals. Set new small goals. Can there be pay for some of the hours?
follow-ups-agenda-training-week-8 = How are you getting on with each other? Talk with the young person alone afterwards.
follow-ups-agenda-training-week-10 = Does it hold? What is missing before the goal is reached?
follow-ups-agenda-training-decision = Choose together: pay for hours, go on for longer, education or another place. Now is the time to agree on going on.
follow-ups-agenda-training-closing = Write what you can do now. Make a proof and a reference.
follow-ups-agenda-training-after-3 = What happens now? Make a new plan at once if there is none.
follow-ups-agenda-training-outcome-14 = What are you doing now? Is there anything we should help with?
follow-ups-agenda-training-outcome-91 = Are you still going? What goes well, and what could help?
follow-ups-agenda-training-outcome-182 = Where are you now? Come by and tell us, if you like.

follow-ups-agenda-paid-hours-before-start = Go through the list. Agree hours, pay and the first day.
follow-ups-agenda-paid-hours-first-day = Did you get there? Who met you? Say one good thing and one hard thing.
follow-ups-agenda-paid-hours-day-3 = Do the tasks and the hours fit? Are tax and payslip in order?
follow-ups-agenda-paid-hours-week-1 = How did turning up go? What goes well, and what is hard?
follow-ups-agenda-paid-hours-week-2 = What goes well? What is hard? Do the hours fit?
follow-ups-agenda-paid-hours-week-4 = The first month is over. Can there be more hours?
follow-ups-agenda-paid-hours-midway = Look at the goals and the hours. What is the next step?
follow-ups-agenda-paid-hours-month-3 = Does it hold? What does it take to keep it going?
follow-ups-agenda-paid-hours-decision = Choose together: more hours, a steady job, education or something else.
follow-ups-agenda-paid-hours-closing = What have you agreed for afterwards? Write a reference.
follow-ups-agenda-paid-hours-after-3 = What happens now? Make a new plan at once if there is none.
follow-ups-agenda-paid-hours-outcome-14 = What are you doing now? Is there anything we should help with?
follow-ups-agenda-paid-hours-outcome-91 = Are you still going? What goes well, and what could help?
follow-ups-agenda-paid-hours-outcome-182 = Where are you now? Come by and tell us, if you like.

follow-ups-attends-young-person = the young person
follow-ups-attends-company = the company
follow-ups-attends-consultant = the consultant
follow-ups-attends-group-leader = the leader of the group
follow-ups-attends-caseworker = the caseworker
follow-ups-step-agreed = Agreed talk
follow-ups-agenda-agreed = Talk about what you agreed last time.

# The consultant's board

follow-ups-title = Follow-ups
follow-ups-who = Whose follow-ups
follow-ups-mine = Mine, and those I look after
follow-ups-team = The whole team
follow-ups-nobodys = Those nobody looks after now
follow-ups-when = When
follow-ups-all = All days
follow-ups-overdue = Overdue
follow-ups-today = Today
follow-ups-week = Rest of the week
follow-ups-later = Later
follow-ups-empty-mine = No follow-up is waiting for you. When a placement is agreed, its days stand here.
follow-ups-empty = No follow-ups here. Try another filter.
follow-ups-left-alone = { $count ->
    [one] A follow-up is waiting, and nobody is here to hold it.
   *[other] { $count } follow-ups are waiting, and nobody is here to hold them.
  }
follow-ups-see-left-alone = See them and take them
follow-ups-person-column = Who
follow-ups-company-column = Placement at
follow-ups-step-column = What
follow-ups-day-column = Day
follow-ups-form-column = How
follow-ups-attends-column = Attending
follow-ups-owner-column = Held by
follow-ups-form = { $form }, { $minutes } min
follow-ups-stands-in = { $deputy } (for { $owner })
follow-ups-nobody-in = { $owner } (away, and nobody looks after it)

# One follow-up

follow-ups-of = { $name }: { $step }
follow-ups-is-overdue = overdue
follow-ups-is-dropped = This one is no longer in the plan, because the placement has changed. If it was held anyway, write it here.
follow-ups-people = Call
follow-ups-person-young = The young person
follow-ups-person-mentor = Mentor
follow-ups-person-company = Contact at { $company }
follow-ups-person-leader = Leader of { $group }
follow-ups-agenda = What to talk about
follow-ups-last-time = Last time
follow-ups-held-by = { $step }, { $when }, { $name }
follow-ups-next-step-was = Next step:
follow-ups-hold-heading = How it went
follow-ups-said = What was said?
follow-ups-said-hint = Short, and only what a colleague needs to know. Nothing about health.
follow-ups-next-step = Next step
follow-ups-next-day = Agreed on a new day?
follow-ups-next-is = The new day is
follow-ups-extra = one more follow-up
follow-ups-move-next = in place of { $step }, { $day }
follow-ups-step-on = { $step }, { $day }
follow-ups-hold = Save as held
follow-ups-is-held = It has been held
follow-ups-next-is-on = Next time:
follow-ups-nothing-heading = It came to nothing
follow-ups-nothing-why = Why?
follow-ups-nothing-hint = Short. Nothing about health.
follow-ups-nothing-button = Save that it came to nothing
follow-ups-is-nothing = It came to nothing
follow-ups-settled = The follow-up is closed.
follow-ups-closed-with-placement = The placement ended before it was held.
follow-ups-free-day = { $day } is a weekend or a holiday. Press again if it is the right day.
follow-ups-note-outcome = Write what the placement led to
follow-ups-add-heading = Write more
follow-ups-add = Add
follow-ups-reschedule-heading = Move to another day
follow-ups-new-day = New day
follow-ups-reschedule = Move
follow-ups-hand-over-heading = Give it to a colleague
follow-ups-colleague = Colleague
follow-ups-hand-over-hint = Your colleague gets an e-mail.
follow-ups-hand-over = Hand over
follow-ups-held = The follow-up is saved.
follow-ups-added = It has been added.
follow-ups-moved = The follow-up has a new day.
follow-ups-too-late = The follow-up has been held meanwhile, or is no longer needed.
follow-ups-handed-over = The follow-up has been handed over.
follow-ups-in-the-past = Choose today or a day to come.
follow-ups-too-far-ahead = Choose a day within a year.
follow-ups-next-is-gone = The next follow-up has changed meanwhile. Choose again.
follow-ups-written = A colleague has saved meanwhile. Read it, and add yours.

follow-ups-mail-overdue-subject = Follow-up is waiting for you
follow-ups-mail-overdue-words = { $count ->
    [one] One follow-up is overdue. Hold it, move it, or give it to a colleague.
   *[other] { $count } follow-ups are overdue. Hold them, move them, or give them to a colleague.
  }
follow-ups-mail-waits-subject = Follow-up needs somebody to hold it
follow-ups-mail-waits-words = { $count ->
    [one] One of a colleague’s follow-ups has waited too long. Agree on who takes it.
   *[other] { $count } of your colleagues’ follow-ups have waited too long. Agree on who takes them.
  }
follow-ups-mail-handed-over-subject = A follow-up is now yours
follow-ups-mail-handed-over-words = A colleague has given you a follow-up. Here you see who, when and what happened last time.
follow-ups-mail-moved-subject = A new day
follow-ups-mail-moved-words = A meeting has a new day: { $day }.
follow-ups-mail-moved-yes = If the day suits you, please say yes to it in the agreement.
follow-ups-mail-moved-next = If the day does not suit you, call. Numbers and days are here:
