# Selve dagen: drejebog, borde og det, alle følger med på.

day-title = Dagen
day-round = Runde { $number }
day-minutes = { $minutes } min.
day-minutes-word = minutter
day-not-begun = Vi er ikke begyndt endnu
day-until = Til kl. { $time }
day-paused = Pause lige nu
day-minutes-left = # min. tilbage
day-last-minute = Det sidste minut
day-time-up = Tiden er gået
day-network-lost = Ingen forbindelse lige nu. Siden kommer selv igen.
day-fetches-itself = Siden henter sig selv igen hvert 15. sekund.
day-next = Næste: { $what }
day-after-that = Bagefter: { $name }
day-programme = Dagens program
day-done = Færdig
day-left-out = Springes over

# Den, der styrer dagen
day-came = { $came } ud af { $expected } er kommet.
day-press-begin = Start dagen
day-press-next = Næste
day-press-end = Slut dagen
day-press-back = Tilbage
day-press-longer = To minutter mere
day-press-pause = Sæt på pause
day-press-resume = Fortsæt
day-press-skip = Spring det næste over
day-moved-meanwhile = En anden har flyttet dagen. Se, hvor I er nu, og tryk igen, hvis du vil.
day-over-desk = Dagen er slut
day-finish-what = Når du slutter fremlæggelserne, spørger vi virksomhederne, om de kan tage imod.
day-no-run-sheet = Der er ingen drejebog endnu.
day-make-run-sheet = Lav drejebogen
day-not-made = ikke lavet
day-screen = Storskærm
day-refused-no-steps = Lav drejebogen først.
day-refused-not-begun = Dagen er ikke begyndt. Tryk „Start dagen“ først.
day-refused-over = Dagen er slut. Tryk „Tilbage“, hvis den skal fortsætte.
day-refused-at-first = I er ved det første punkt.
day-refused-at-last = Der kommer ikke mere i drejebogen.

# Drejebogen
day-run-sheet = Drejebog
day-run-sheet-save = Gem drejebogen
day-run-sheet-saved = Drejebogen er gemt.
day-fit-exact = Drejebogen passer præcis med tiden.
day-fit-spare = { $minutes ->
    [one] Drejebogen passer. Der er ét minut i overskud.
   *[other] Drejebogen passer. Der er { $minutes } minutter i overskud.
}
day-fit-over = { $minutes ->
    [one] Drejebogen er ét minut for lang. Gør noget kortere, eller tag noget ud.
   *[other] Drejebogen er { $minutes } minutter for lang. Gør noget kortere, eller tag noget ud.
}
day-remove = Tag ud
day-begun = er begyndt
day-add = Sæt et punkt ind
day-kind = Hvad
day-minutes-label = Minutter
day-add-button = Sæt ind
day-begin-from = Begynd et andet sted fra
day-begin-from-what = Så bliver alt ovenfor skiftet ud.
day-usual = Brug den almindelige dag
day-copy = Brug drejebogen fra { $when }
day-problem-minutes = Skriv et helt tal fra 1 til { $most }.
day-problem-steps = Der er plads til { $most } punkter.
day-problem-number = Skriv et helt tal fra 1 til { $most }.

# Bordene
day-tables = Bordplan
day-table = Bord { $number }
day-table-numbered = Bord { $number }:
day-plan-first = Lav bordplanen
day-plan-again = Lav resten af dagen om
day-plan-button = Lav bordplanen
day-planned = Bordplanen er lavet.
day-planned-same = Ingen skal flytte sig. Bordplanen er som før.
day-noted = Det er noteret.
day-noted-same = Det er noteret. Bordplanen passer stadig.
day-noted-anew = Det er noteret, og bordplanen er lavet om.
day-promise = Så mange virksomheder møder hver ung mindst
day-seats = Unge ved hvert bord
day-groups = Hold
day-groups-must = Det skal være sådan, også hvis nogen så møder færre
day-how-good = Så god er planen
day-promise-kept = { $kept } ud af { $all } møder så mange virksomheder som lovet.
day-wishes-met = { $percent } % af ønskerne bliver til et møde.
day-proven-best = Ingen plan kan være bedre. Det er bevist.
day-not-proven = { $meetings ->
    [0] Ingen plan kan holde mere af det, der er lovet, men højst { $percent } % flere ønsker.
   *[other] En bedre plan kan højst give { $meetings } af de lovede møder mere, og { $percent } % flere ønsker.
}
day-not-proven-promise = { $meetings ->
    [0] Ingen plan kan holde mere af det, der er lovet.
   *[other] En bedre plan kan højst give { $meetings } af de lovede møder mere.
}
day-clashes = { $pairs } par sidder anderledes, end der er valgt for holdene.
day-lacks = De mangler noget
day-lack = { $name } møder { $number } færre end lovet: { $why }
day-why-away = er ikke her i runder nok.
day-why-pauses = skal have pauser.
day-why-forbidden = der er ikke virksomheder nok, som passer.
day-why-alone = vil ikke sidde alene, og der var ikke nogen at sidde med.
day-why-met-all = der er ikke flere virksomheder at møde.
day-why-seats = der er ikke stole nok.
day-why-not-found = der blev ikke fundet en vej.
day-changes = { $number ->
    [one] Én plads er ændret
   *[other] { $number } pladser er ændret
}
day-change = { $name }, runde { $round }: før { $then }, nu { $now }
day-companies = Virksomhederne
day-company-left = Gået fra runde { $round }
day-company-away = Er gået
day-company-back = Er tilbage
day-who-sits-where = Hvem sidder hvor
day-who-sits-where-what = Tryk på et navn, hvis nogen er gået, kommer senere eller har brug for noget.
day-refused-no-rounds = Der er ingen runder i drejebogen.
day-refused-all-begun = Alle runder er begyndt. Der er ikke mere at planlægge.
day-refused-no-companies = Ingen virksomhed har sagt ja endnu.
day-refused-no-people = Ingen ung har sagt ja endnu.
day-refused-too-large = Dagen er for stor til at lave en bordplan.

# Hvad en ung har brug for
day-needs-title = Sig, hvad du har brug for
day-need-not-alone = Vil ikke sidde alene med virksomheden
day-need-pauses = Har brug for pauser mellem runderne
day-needs-save = Gem
day-needs-saved = Det er gemt, og bordplanen er lavet om.
day-needs-saved-same = Det er gemt. Bordplanen passer stadig.
day-needs-kept = Det er gemt.
day-own-needs-saved = Tak. Vi husker det, når vi laver bordene.
day-comes = Kommer til
day-comes-at-once = Er her fra starten
day-leaves = Går før
day-stays = Bliver hele dagen

# Telefonen
day-phone-title = I dag
day-not-begun-what = Vi ses på { $venue }. Siden skifter selv, når vi går i gang.
day-phone-arrival = Velkommen. Find en plads, og tag en kop kaffe.
day-phone-welcome = Vi byder velkommen
day-phone-pitches = Nu fortæller
day-phone-round = Du har ikke noget bord i denne runde
day-phone-break = Pause
day-phone-quiet = Tænk lidt over, hvem du kunne lide
day-phone-close = Tak for i dag
day-phone-network = Virksomhederne mødes
day-your-table = Du sidder ved bord { $number }
day-place-pause = Du har pause
day-place-quiet = Du har en rolig stund
day-place-away = Du er ikke med i denne runde
day-see-company = Se virksomheden
day-show-time = Vis tiden
day-to-ranking = Vælg dine virksomheder
day-mine = Din dag
day-no-tables-yet = Du får dine borde, når alle er kommet.
day-no-run-sheet-yet = Programmet kommer her.
day-notes = Dine noter
day-notes-what = Kun du kan se dem.
day-note = Det vil jeg huske om { $name }
day-note-save = Gem noten
day-note-saved = Din note er gemt.
day-over = Tak for i dag
day-over-what = Du behøver ikke vælge lige nu. Tag den tid, du har brug for.

# Virksomhedens telefon
day-guests = { $number ->
    [0] I har en fri runde
    [one] Én kommer til jeres bord
   *[other] { $number } kommer til jeres bord
}
day-gone = I er gået
day-gone-thanks = Tak, fordi I var med.
day-you-present = Det er jeres tur nu
day-over-company = Tak for i dag
day-over-company-what = Sig, om I kan tage imod, inden I går. Det tager et minut.
day-to-host-answers = Sig, om I kan tage imod

# Storskærmen
day-screen-title = Storskærm
day-screen-welcome = Velkommen
day-screen-begins = Vi begynder kl. { $time }
day-screen-companies = I møder
day-screen-over = Tak for i dag

# Bagefter
day-figures = Dagen i tal
day-met-title = Så mange virksomheder mødte hver ung
day-met-nobody = Ingen har mødt nogen ved et bord endnu.
day-met-column = Virksomheder
day-met-people = Unge
day-met = { $number ->
    [one] Én virksomhed
   *[other] { $number } virksomheder
}
feedback-title = Hvordan var det?
feedback-what = Det tager to minutter. Konsulenterne læser svarene, og dit navn står ikke ved dit. De ser ikke dine ord, før mindst tre har svaret.
feedback-too-early = Du kan svare, når mødet er begyndt.
feedback-how = Hvordan var dagen?
feedback-how-5 = Rigtig god
feedback-how-4 = God
feedback-how-3 = Sådan midt imellem
feedback-how-2 = Ikke så god
feedback-how-1 = Dårlig
feedback-clear = Var det klart, hvad der skulle ske?
feedback-clear-yes = Ja
feedback-clear-partly = Noget af det
feedback-clear-no = Nej
feedback-again = Vil du komme igen?
feedback-again-yes = Ja
feedback-again-partly = Måske
feedback-again-no = Nej
feedback-words = Vil du sige mere?
feedback-save = Send svaret
feedback-saved = Tak for dit svar.
feedback-link = Sig, hvordan det var
feedback-said = Hvad de sagde
feedback-nobody-yet = Ingen har svaret endnu.
feedback-from-young-people = Hvad de unge sagde
feedback-from-companies = Hvad virksomhederne sagde
feedback-answers = { $number ->
    [one] Ét svar
   *[other] { $number } svar
}
feedback-answer = Svar
feedback-number = Antal
feedback-words-said = Med deres egne ord
feedback-words-wait = Nogen har skrevet. Ordene står her, når mindst tre har svaret.
mail-day-thanks-subject = Tak for i dag
mail-day-thanks-words = Tak, fordi du kom i dag.
mail-day-thanks-ask = Vil du sige, hvordan det var? Det tager to minutter:
day-company-table = I sidder ved bord { $number }
day-own-not-alone = Jeg vil helst ikke sidde alene med virksomheden
day-own-pauses = Jeg har brug for pauser mellem runderne
day-outdated = Bordplanen passer ikke længere til dem, der er her. Lav den om.
day-restore = Tag med igen
day-run-sheet-meanwhile = En anden har ændret drejebogen eller flyttet dagen. Se, hvad der står nu, og gem igen.
day-write-in-peace = Skriv i ro. Siden skifter ikke imens.
day-minutes-now = Der står { $minutes } nu.
day-needs-order = Den, der går før runde { $gone }, kan ikke komme til runde { $comes }.
