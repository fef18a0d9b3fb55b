# The match: the consultant's pages, the young person's and the company's answer, the draw and the repair.

runs-title = Match
runs-lead = Here you find a place for as many as possible, see why, adjust with a reason and publish.
runs-back-event = Back to the meeting
runs-back = Back to the match
runs-rehearsal = Lists are open until { $moment }. You can try the match now, but publish it only afterwards.
runs-published-already = The answer was published { $moment } by { $name }.
runs-see-published = See the published answer

runs-start-title = Run the match
runs-start-objective = What comes first?
runs-start = Run the match
runs-start-then = Then you see the result. Nobody is told anything until you publish.
runs-start-nobody = Nobody can take part yet. Whoever takes part is invited and has saved a list.
runs-refused-pins = A pin no longer fits. Remove it or make another.
runs-refused-pin = { $name }: { $why }

runs-in-title = In the match ({ $count })
runs-in-name = Young person
runs-in-kind = Kind
runs-in-list = Choices
runs-in-waited = Waiting since before
runs-in-no-such-place = No place can be of that kind
runs-in-no-thanks = Only no thanks
runs-out-title = Not in it ({ $count })
runs-out-none = Everybody invited is in.
runs-out-why = Why
runs-out-left = No longer part of the programme
runs-out-has-placement = Has a place or a proposal
runs-out-no-ranking = Has not saved a list
runs-places-title = Places in the match
runs-places-company = Company
runs-places-free = Free places
runs-places-note = Note
runs-places-none = No places are in yet. A company is in when it has confirmed its places and said whether it can be host.
runs-company-out-not-coming = Not coming
runs-company-out-not-confirmed = Has not confirmed its places
runs-company-out-no-host-answer = { $kind }: has not said whether they can be host
runs-company-out-not-now = { $kind }: not now
runs-company-talk-first = { $kind }: would like to talk first

runs-adjust-title = Adjust with a reason
runs-adjust-what = The reason is kept with your name. The young person is only told: "Your contact will tell you why."
runs-adjust-person = Who?
runs-adjust-kind = What?
runs-adjust-pin = Must have this place
runs-adjust-forbid = Must not be at this company
runs-adjust-place = Which place?
runs-adjust-reason = Why?
runs-adjust-reason-hint = Write it so that a colleague understands. Never a diagnosis.
runs-adjust-save = Save the adjustment
runs-adjusted = The adjustment is saved. It counts the next time the match is run, and when somebody gets a new place after a no.
runs-adjust-none = There are no adjustments.
runs-adjust-log = Adjustments
runs-adjust-made = { $name }, { $moment }
runs-adjust-removed = Removed by { $name }, { $moment }: { $because }
runs-adjust-remove = Remove
runs-adjust-because = Why should it go?
runs-adjust-remove-title = Remove the adjustment
runs-adjusted-removed = The adjustment is removed. Run the match again to see what that does.
runs-problem-person = Choose who it is about.
runs-problem-kind = Choose what should hold.
runs-problem-place = Choose a place.
runs-problem-reason = Write why.
runs-problem-objective = Choose what comes first.
runs-problem-already-pinned = This young person is already pinned to a place. Remove that first.
runs-pin-not-in-match = Is not in the match.
runs-pin-not-ranked = Has not chosen the company. Nobody is given a place they did not choose.
runs-pin-not-offered = The place is not in the match.
runs-pin-other-kind = The place is of another kind than the young person is after.
runs-pin-missing = The place asks for something we do not have written down for the young person.
runs-pin-forbidden = The two must not be matched, or one of them has said no.
runs-pin-full = More are pinned than there is room for.

runs-list-title = Runs
runs-list-none = The match has not been run yet.
runs-list-when = When
runs-list-who = Who
runs-list-how = What came first
runs-list-result = Result
runs-list-size = { $placed } of { $of } placed
runs-list-published = Published
runs-list-repair = New place after a no
runs-failed-stopped = The run was stopped.
runs-failed-interrupted = The run was interrupted. Run the match again.

runs-run-title = The match { $moment }
runs-progress-title = The match is being worked out
runs-progress = { $percent } per cent
runs-progress-what = The page fetches what is new by itself. You can safely leave it.
runs-stop = Stop
runs-stopped = The run is stopped.
runs-number-placed = got a place
runs-number-first = got their first choice
runs-number-worst = is the worst choice anybody got
runs-number-unplaced = got no place
runs-bars = How many got their first, second, third choice
runs-bar-rank = Choice number { $rank }
runs-bar-unplaced = No place
runs-bar-label = Choice
runs-bar-count = Young people
runs-compare-title = Other ways to work it out
runs-compare-intro = The same lists and places, with something else first.
runs-compare-same = { $count ->
    [one] One other way gives the same as this run
   *[other] { $count } other ways give the same as this run
}
runs-compare-line = { $placed } places, { $first } first choices, worst choice { $worst }
runs-compare-this = This run
runs-honest-title = How honestly can one choose?
runs-short-lists = These have chosen very few: { $names }. A short list can pay when most places come first. This is for you only. Never ask anybody to make their list shorter or longer.
runs-table-title = Who gets what
runs-table-person = Young person
runs-table-place = Place
runs-table-rank = Choice
runs-table-reason = Why
runs-no-place = No place
runs-pin-link = Pin
runs-forbid-link = Must not
runs-why-link = Why not …?
runs-change-for = Adjust for { $name }
runs-unplaced-title = Without a place ({ $count })
runs-unplaced-none = Everybody in the match has got a place.
runs-ring-first = Call first: { $name } calls before the answer can be seen.
runs-help-title = One more place
runs-help-none = One more place in any one company would change nothing.
runs-help-size =
    { $more ->
        [one] One more would get a place.
       *[other] { $more } more would get a place.
    }
runs-help-worst = The worst choice would be number { $rank }.
runs-help-firsts =
    { $more ->
        [one] One more first choice.
       *[other] { $more } more first choices.
    }
runs-help-better = More would get a better choice.
runs-help-company = { $company }, in all
runs-help-mentor = { $mentor } at { $company }
runs-help-kind = { $kind } at { $company }
runs-why-title = Why not …?
runs-why-what = Choose a young person and a place, and see what it would cost others.
runs-why-person = Who?
runs-why-place = Where?
runs-why-ask = Work it out
runs-why-answer = { $name } at { $place }:
runs-why-has = That is the place { $name } got.
runs-why-not-ranked = { $name } has not chosen the company. Nobody is given a place they did not choose.
runs-why-kind = The place is of another kind than { $name } is after.
runs-why-requirement = The place asks for something we do not have written down for { $name }: { $requirement }.
runs-why-by-hand = It was decided by { $by }: { $reason }
runs-why-declined = One of the two has said no.
runs-why-pinned = The place is filled by people who are pinned, or { $name } is pinned elsewhere.
runs-why-fewer =
    { $count ->
        [one] Then one fewer would get a place.
       *[other] Then { $count } fewer would get a place.
    }
runs-why-worst = Then somebody would get choice number { $rank }. Now the worst is number { $now }.
runs-why-rank = Then { $to } would get their choice number { $rank }. Now it is { $from }.
runs-why-equal = It would be just as good. Waiting time or the draw decided it.
runs-desk-waited = Several solutions were equally good. Whoever has waited longest came first.
runs-desk-some-full = { $full } of { $ranked } choices are full.
runs-desk-some-no-kind = { $closed } of { $ranked } choices have no place of that kind.
runs-desk-empty-list = Has saved an empty list.
runs-desk-declined = One of the two has said no: { $company }.
runs-pinned = Pinned.
runs-mentor-warning = { $mentor } helps in several companies and would get { $count } young people. There is room for { $free }.
runs-made-by = Run by { $name } { $moment }. { $objective }
runs-repeat = Run exactly the same again
runs-repeat-same = Run again: the result is the same, character for character.
runs-repeat-different = Run again: the result is NOT the same. Tell those who run the system.
runs-download = Fetch the whole match as a file (without names)
runs-download-what = The file and the secret number are enough to work the match out elsewhere.
runs-to-publish = On to publication
runs-to-publish-then = First you see exactly who will be told what.
runs-again = Adjust or run again

runs-publish-title = Publish the answer
runs-publish-what = It cannot be taken back. This happens when you press:
runs-publish-people =
    { $count ->
        [one] One young person gets an e-mail saying that the answer can be read.
       *[other] { $count } young people get an e-mail saying that the answer can be read.
    }
runs-publish-phone =
    { $count ->
        [one] One young person without e-mail gets the answer by phone. The call is put on your list.
       *[other] { $count } young people without e-mail get the answer by phone. The calls are put on your list.
    }
runs-publish-companies =
    { $count ->
        [one] One company with a match gets an e-mail saying that there is a proposal to answer.
       *[other] { $count } companies with a match get an e-mail saying that there is a proposal to answer.
    }
runs-publish-unmatched =
    { $count ->
        [one] One company without a match gets the same e-mail, and we call it.
       *[other] { $count } companies without a match get the same e-mail, and we call them.
    }
runs-publish-calls =
    { $count ->
        [one] One young person without a place gets a call before the answer can be seen:
       *[other] { $count } young people without a place get a call before the answer can be seen:
    }
runs-publish-call = { $caller } calls { $name } by { $day }.
runs-publish-talk-first = { $company } would like to talk first.
runs-publish-answers = Everybody can answer until { $moment }.
runs-publish-secret = The secret number of the draw is shown to all.
runs-publish-mail = The e-mail only says that there is news, and where to see it.
runs-publish-table = Proposals
runs-publish-button = Publish the answer
runs-publish-back = Not yet
runs-published = The answer is published.
runs-refused-ranking-open = The lists are still open. Publish when they have closed.
runs-refused-not-open = The meeting has not been opened.
runs-refused-cancelled = The meeting is cancelled.
runs-refused-over = The meeting is over.
runs-refused-other-published = Another answer has already been published for this meeting.
runs-refused-not-done = The run has not finished.
runs-refused-mentor-full = A mentor would get more young people than there is room for. Adjust for one of the mentor’s young people and run the match again.
runs-refused-repair = That is a new place after a no. It has already been given.
runs-refused-changed = Something has changed since the match was run. Run it again.
runs-changed-joined = { $name } has joined.
runs-changed-gone = { $name } is no longer in it.
runs-changed-list = { $name } has another list or kind.
runs-changed-rules = Requirements or adjustments for { $name } have changed.
runs-changed-places = { $company } has other places, another answer or a new placement.
runs-changed-waited = An earlier answer has changed.

# The young person's answer
runs-result-title = Your answer
runs-result-not-yet = The answer is not ready yet. We will write to you.
runs-result-place-link = See the place and answer
runs-result-placement-link = See your placement
runs-result-why-title = Why?
runs-result-next-title = What happens now?
runs-result-waited = Several wanted the place, and this time it was the turn of others.
runs-result-better-waited = The places you put higher went to others whose turn it was.
runs-result-ended = That place came to nothing. { $contact } helps you on.
runs-result-no-list = No list came from you this time. You are welcome next time.
runs-result-talk = I would like to talk to somebody
runs-result-draw-title = See the draw
runs-result-draw = The answer can depend on a draw. Here are your numbers.
runs-result-draw-number = Your number: { $number }
runs-result-draw-place = { $company }: { $number }
runs-result-draw-link = How to check it
runs-mail-result-subject = There is an answer for you
runs-mail-result = There is an answer for you. Press the link to read it.
runs-mail-told-subject = Now you can read your answer
runs-mail-told = Thank you for the talk. Now you can read the answer here too.
runs-mail-ready-subject = The lists have closed
runs-mail-ready = The lists have closed, and the companies have answered or had their time to. The match can be run now.
runs-mail-company-subject = There is news for you
runs-mail-company = The answer from the meeting is ready. Press the link to read it.

# The company's answer
runs-company-title = The answer from the meeting
runs-company-not-yet = The answer is not ready yet. We will write to you.
runs-company-people = Young people who chose you
runs-company-answer = See and answer
runs-company-agreement = See the agreement
runs-company-contact = Your contact: { $name }
runs-company-you-talk-first = You asked to talk first. We will call you.

# The draw
runs-draw-event = The meeting { $day }
runs-draw-how-title = How to work out your own number
runs-draw-how-1 = Write three lines: the secret number, your number and the number of the place. You find the numbers on your answer.
runs-draw-how-2 = Work out SHA-256 of the three lines with line breaks between them. The first eight characters are your number for the place.
runs-draw-how-3 = If two solutions are equally good, the one with the largest sum of these numbers wins.
runs-draw-whole = The consultant can fetch the whole match without names and run it again. The result must be the same.

# Repair after a no
runs-repair-title = A new place after a no
runs-repair-what = The best solution just now in which nobody else is moved.
runs-repair-nothing = There is no new place to give without moving anybody. Make a new plan together.
runs-repair-go-on = Go on from here:
runs-repair-next-event = Next meeting: { $day }
runs-repair-none-waiting = Nobody is waiting for a place at this meeting.
runs-repair-gives = This happens
runs-repair-line = { $name } is offered { $place }. It is choice number { $rank }.
runs-repair-still = Still without a place: { $names }.
runs-repair-cost-title = What does it cost against beginning again?
runs-repair-now = This is how it will be: { $placed } with a place, { $first } first choices.
runs-repair-best = The best one could reach: { $placed } with a place, { $first } first choices. Then { $moved } who already have their answer would have to move.
runs-repair-same = Beginning again would give nothing better.
runs-repair-button = Send the proposals
runs-repair-back = Not now
runs-repaired = The proposals are sent.
runs-repair-changed = Something has changed. Look at the new proposal.
runs-repair-not-matched = The answer has not been published, so there is nothing to repair.
runs-repair-not-needed = The place still stands. A new one is found only after a no.
runs-call-unmatched = The company got no match this time. Say so kindly, and say when the next meeting is.
