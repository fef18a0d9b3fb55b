# The figures: never a name, and no number that points at one person

figures-title = Figures
figures-year = Year
figures-download = Download as a spreadsheet
figures-empty = There are no figures for that year yet. They come when somebody has been invited to meet companies.
figures-led-on-heading = Does it work?
figures-led-on = { $percent } per cent have gone on to a job, paid hours or education, of { $ended } placements that have ended. Going on to another place is not counted here.
figures-led-on-few = { $ended ->
    [one] One placement has ended. That is still too few to show where they led without pointing at somebody.
   *[other] { $ended } placements have ended. That is still too few to show where they led without pointing at somebody.
  }
figures-led-on-none = No placement has ended this year. When some have, it stands here where they led.
figures-aims-caption = On to a job or education, of a hundred
figures-own = Here
figures-usual = Ordinary placements
figures-aimed = The aim
figures-what-column = What
figures-percent-column = Per cent
figures-count-column = Number
figures-steps-heading = From invitation to placement
figures-steps-caption = Counted at each meeting. A young person who takes part twice is counted twice
figures-ranks-heading = What they got
figures-ranks-caption = Young people by how high they had put their place
figures-invited = Invited
figures-came = Came
figures-ranked = Made a list
figures-placed = Got a place
figures-rank = Choice { $rank }
figures-later-rank = Later choices
figures-unplaced = Without a place
figures-started = Started
figures-ended = Ended
figures-months-heading = Month by month
figures-month-column = Month
figures-month-empty = No meeting with companies, and no placement began or ended.
figures-ended-as = How the placements ended
figures-reasons = Why they ended early
figures-outcomes = What they led to
figures-shares-column = Shares
figures-share = { $kind }: { $count }
figures-share-few = { $kind }: few
figures-other-months = The other months together
figures-all-months = The whole year
figures-too-few = { $count } in all. That is too few to split without pointing at somebody.
figures-split-empty = Nothing to show yet.
figures-small = Numbers below five are shown as “few” where they could point at a person. Months with few are counted together.
