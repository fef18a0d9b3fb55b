# The answer of the match: what happened, why, and what happens now. Never anything about other young people.

# The young person's page. The answer first.
reason-placed = You have got a place at { $company }.
reason-placed-clarification = Here you can find out if it is something for you.
reason-placed-training = Here you can practise what you want to get good at.

# Then the reason, one at a time.
reason-first-choice = It was your first choice.
reason-equal-first = It was one of the places you wanted most.
reason-equal-later = It was one of the places you put equally high as number { $rank }.
reason-later-choice = It was your choice number { $rank }.
reason-better-full = Where you would rather have gone, there was not room for everybody who wanted to.
reason-better-no-kind = Where you would rather have gone, no place of your kind was free this time.
reason-better-requirement = Where you would rather have gone, they ask for something we do not have written down for you: { $requirement }.
reason-better-mixed = Where you would rather have gone, there was no place for you this time.
reason-counts = There were { $places } places, and { $wanted } wanted them.
reason-counts-wanted = { $wanted } young people wanted those places.
reason-lottery = There were several good solutions, so lots were drawn. The draw does not know who you are.
reason-by-hand = Your contact will tell you why.
reason-talk-first-company = { $company } would like to talk with you before you both say yes. That is quite normal.

# Without a place, before the contact has rung.
reason-wait-for-call = { $contact } will call you about your answer.
reason-wait-for-call-by = It happens by { $day }. You do not have to do anything until then.
reason-wait-for-call-sooner = If you do not want to wait, call { $phone }.

# Without a place, after the contact has rung.
reason-unplaced = This time we did not find a place for you.
reason-unplaced-not-you = It says nothing about what you can do.
reason-unplaced-full = Where you wanted to go, there was not room for everybody who wanted to.
reason-unplaced-lottery = Several wanted the last places, so lots were drawn. The draw does not know who you are.
reason-unplaced-no-kind = Where you wanted to go, no place of your kind was free this time.
reason-unplaced-cannot-host = Where you wanted to go, they cannot take anybody just now.
reason-unplaced-requirement = Where you wanted to go, they ask for something we do not have written down for you: { $requirement }.
reason-unplaced-mixed = Where you wanted to go, there was no place for you this time.
reason-unplaced-no-ranking = We got no list from you. So we could not find a place.
reason-unplaced-no-thanks = You said no thanks to every place. That is an answer we can use.
reason-unplaced-by-hand = { $contact } has told you why.
reason-unplaced-has-placement = You already have a placement. So you were not part of the match.

# What happens now.
reason-next-answer = Now it is your turn to answer: yes, no or "I want to talk first". Answer by { $day }.
reason-next-answer-late = If you do not answer, { $contact } will call you. It costs you nothing.
reason-next-company-answers = { $company } answers too. When you both have said yes, you have an agreement.
reason-next-meeting = After that you meet and agree days, hours and your first day.
reason-next-no-is-fine = You may say no. Then we find something else together.
reason-next-event = The next time is { $day }.
reason-next-list = Your list from { $day } counts the next time we find places.
reason-next-plan = { $contact } and you will make a new plan together.
reason-next-nothing-lost = You do not lose your turn, and nobody is punished.

# The company's page.
reason-company-matched =
    { $count ->
        [one] One young person has chosen you and got a place with you.
       *[other] { $count } young people have chosen you and got a place with you.
    }
reason-company-none = This time there was no match with you.
reason-company-none-why = Young people choose between many places themselves, and a match is a puzzle. It says nothing about you as a workplace.
reason-company-full = Your places were taken when the match was made. That is why you had no free place.
reason-company-no-answer = We did not have your answer about hosting when the match was made. So your places were not in it.
reason-company-not-confirmed = Your places were not confirmed for the meeting. So they were not in the match.
reason-company-not-now = You wrote that it does not suit you just now. Thank you for saying so.
reason-company-rung = { $contact } will call you by { $day }.
reason-company-soon = { $contact } will call you soon.
reason-company-next = You are welcome again next time: { $event }.
reason-company-next-no-event = You will hear from us when the next meeting is planned.
reason-company-thanks = Thank you for coming. The young people have met you and can choose you another time.

# The consultant's page: one sentence about each person.
reason-desk-first = Got their first choice out of { $ranked }.
reason-desk-equal-first = Got one of their equal first choices out of { $ranked } choices.
reason-desk-rank = Got choice number { $rank } out of { $ranked }.
reason-desk-better-full = The places higher on the list are full.
reason-desk-better-mixed = The places higher on the list are full or not possible just now.
reason-desk-pinned = Pinned by { $name }: { $reason }
reason-desk-by-hand = { $name } gave one of the places to somebody else. The reason stands with whoever got it.
reason-call-by-hand = { $name } decided that it cannot be { $company }: { $reason }
reason-call-by-hand-place = { $name } chose to give one of the places to somebody else. The reason is on the page of the match.
reason-call-by-hand-next = Tell it as it is, and name no other young person.
reason-desk-forbidden = May not get { $company }, decided by { $name }: { $reason }
reason-desk-no-thanks = Has said no thanks to all { $count } places.
reason-desk-one-choice-full = Has chosen only { $company }, and the places there are used ({ $places }).
reason-desk-full = All { $ranked } choices are full. One place more at { $company } would help.
reason-desk-full-no-help = All { $ranked } choices are full, and one place more in a single company is not enough.
reason-desk-no-kind = None of the { $ranked } choices has a place for { $kind }.
reason-desk-requirement = { $ranked ->
    [one] The company on the list asks for: { $requirement }.
   *[other] { $closed ->
        [one] One of the { $ranked } companies asks for: { $requirement }.
       *[other] { $closed } of the { $ranked } companies ask for: { $requirement }.
    }
}
reason-desk-cannot-host = { $ranked ->
    [one] The company on the list cannot host just now.
   *[other] { $closed ->
        [one] One of the { $ranked } companies on the list cannot host just now.
       *[other] { $closed } of the { $ranked } companies on the list cannot host just now.
    }
}
reason-desk-no-host-answer = { $ranked ->
    [one] The company on the list has not answered if it can host.
   *[other] { $closed ->
        [one] One of the { $ranked } companies has not answered if it can host.
       *[other] { $closed } of the { $ranked } companies have not answered if they can host.
    }
}
reason-desk-not-confirmed = { $ranked ->
    [one] The company on the list has not confirmed its places.
   *[other] { $closed ->
        [one] One of the { $ranked } companies has not confirmed its places.
       *[other] { $closed } of the { $ranked } companies have not confirmed their places.
    }
}
reason-desk-lottery = Several solutions were equally good. The draw chose this one.

# The objectives in plain words: name, what it promises, and how honest it is to choose by.
reason-objective-greedy-generous = Most places, no one far down their list
reason-objective-greedy-generous-promise = Gives a place to as many as possible. Then makes the worst answer as good as possible, and then gives as many as possible their first choice.
reason-objective-greedy-generous-honesty = A short list may happen to pay. Never ask anybody to make their list shorter. No other solution is better for some and worse for nobody.
reason-objective-greedy = A place for most, then most first choices
reason-objective-greedy-promise = Gives a place to as many as possible, then the most first choices, the most second choices and so on. A few may end far down their list.
reason-objective-greedy-honesty = A short list may happen to pay. No other solution is better for some and worse for nobody.
reason-objective-generous = A place for most, fewest poor choices
reason-objective-generous-promise = Gives a place to as many as possible, then as few as possible their last choice, then their last but one and so on. There are often fewer first choices.
reason-objective-generous-honesty = A short list may happen to pay. No other solution is better for some and worse for nobody.
reason-objective-rank-maximal = Most first choices
reason-objective-rank-maximal-promise = Gives as many as possible their first choice, even if fewer then get a place.
reason-objective-rank-maximal-honesty = It may pay to put a safe place first. No other solution is better for some and worse for nobody.
reason-objective-min-total-rank = Best on average
reason-objective-min-total-rank-promise = Gives a place to as many as possible, and then the best average. A few may end far down their list.
reason-objective-min-total-rank-honesty = A short list may happen to pay, but it is hard to work out beforehand. No other solution is better for some and worse for nobody.
reason-objective-max-cardinality = Only most places
reason-objective-max-cardinality-promise = Gives a place to as many as possible and does not look at what they want most. For comparison only.
reason-objective-max-cardinality-honesty = The wishes do not count, so there is often a solution that is better for some and worse for nobody.
reason-objective-stable = In turn
reason-objective-stable-promise = The draw gives everybody a number. When places are scarce, the lowest number goes first. Usually fewer get a place.
reason-objective-stable-honesty = The best anybody can do is always to write exactly what they want most. With equal choices on a list there may be a solution that is better for some.
