# Tallene: aldrig et navn, og intet tal, der peger på én person

figures-title = Tal
figures-year = År
figures-download = Hent som regneark
figures-empty = Der er ingen tal for det år endnu. De kommer, når nogen er inviteret til et møde med virksomheder.
figures-led-on-heading = Virker det?
figures-led-on = { $percent } procent er gået videre til job, timer med løn eller uddannelse, af { $ended } praktikker, der er slut. Et skift til en anden plads er ikke talt med her.
figures-led-on-few = { $ended ->
    [one] Én praktik er slut. Det er endnu for få til at vise, hvor de førte hen, uden at pege på nogen.
   *[other] { $ended } praktikker er slut. Det er endnu for få til at vise, hvor de førte hen, uden at pege på nogen.
  }
figures-led-on-none = Ingen praktik er slut i år. Når nogle er, står her, hvor de førte hen.
figures-aims-caption = Videre til job eller uddannelse, af hundrede
figures-own = Her hos os
figures-usual = Almindelig praktik
figures-aimed = Målet
figures-what-column = Hvad
figures-percent-column = Procent
figures-count-column = Antal
figures-steps-heading = Fra invitation til praktik
figures-steps-caption = Talt for hvert møde. En ung, der er med to gange, tælles to gange
figures-ranks-heading = Hvad fik de
figures-ranks-caption = Unge efter, hvor højt de havde sat deres plads
figures-invited = Inviteret
figures-came = Kom
figures-ranked = Lavede en liste
figures-placed = Fik en plads
figures-rank = { $rank }. valg
figures-later-rank = Senere valg
figures-unplaced = Uden plads
figures-started = Startede
figures-ended = Sluttede
figures-months-heading = Måned for måned
figures-month-column = Måned
figures-month-empty = Intet møde med virksomheder, og ingen praktik begyndte eller sluttede.
figures-ended-as = Sådan sluttede praktikkerne
figures-reasons = Hvorfor de sluttede før tid
figures-outcomes = Hvad de førte til
figures-shares-column = Fordeling
figures-share = { $kind }: { $count }
figures-share-few = { $kind }: få
figures-other-months = De andre måneder tilsammen
figures-all-months = Hele året
figures-too-few = { $count } i alt. Det er for få til at dele op uden at pege på nogen.
figures-split-empty = Intet at vise endnu.
figures-small = Tal under fem vises som “få”, når de kunne pege på en person. Måneder med få tælles sammen.
