# Møder med virksomheder: planlæg, inviter, svar, afhold.

events-list-title = Møder med virksomheder
events-running = I gang
events-coming = Kommer
events-past = Tidligere møder
events-none-coming = Der er ikke planlagt noget endnu. Planlæg årets møder på én gang.
events-none-past = Her kommer de møder, der er holdt eller aflyst.
events-when-column = Hvornår
events-status-column = Status
events-status-waits-for-match = Klar til match
events-plan-link = Planlæg året
events-new-link = Nyt enkelt møde

events-new-title = Nyt møde
events-new-lead = Ingen får besked, før du åbner mødet.
events-edit-title = Ret mødet
events-edit-told = Retter du tid eller sted, får alle inviterede en mail med en ny kalenderfil.
events-save = Gem
events-saved = Mødet er gemt.
events-day = Dag
events-at = Klokken
events-from = Fra kl.
events-until-time = Til kl.
events-venue = Sted
events-venue-hint = Det navn, man kan se på døren.
events-address = Adresse
events-directions = Sådan finder du derhen
events-directions-hint = Bus, indgang, elevator. De unge læser det på telefonen.
events-deadlines = Frister
events-deadlines-hint = Lader du en dag stå tom, bruger vi det sædvanlige.
events-deadline-places = Virksomheder bekræfter pladser senest
events-deadline-places-hint = Pladser, der ikke er bekræftet, er ikke med i matchen.
events-deadline-ranking = De unge kan vælge til
events-deadline-ranking-hint = Helst dagen efter, så ingen skal skynde sig.
events-deadline-host = Virksomheder svarer som værter senest
events-deadline-host-hint = Mangler svaret, får konsulenten en opgave om at ringe.
events-deadline-answers = Begge siger ja eller nej til forslaget senest
events-deadline-answers-hint = Et svar tæller også bagefter, så længe pladsen er fri.
events-count-again = Regn fristerne ud igen
events-count-again-hint = Sæt kryds, hvis mødet får en ny dag, og fristerne skal følge med.

events-problem-ends-before-start = Mødet skal slutte, efter at det er begyndt.
events-problem-ranking-day = De unge skal kunne vælge, til mødet er slut. Vælg en senere dag, eller regn fristerne ud igen.
events-problem-places-day = Pladserne skal være bekræftet, før de unge er færdige med at vælge.
events-problem-host-day = Virksomhederne kan ikke svare, før de har mødt de unge.
events-problem-answers-day = Fristen for svar skal ligge, efter at de unge har valgt.
events-problem-holiday = Den dag er en helligdag.
events-on-holiday = Hold mødet den dag alligevel
events-problem-past = Vælg en dag, der ikke er gået.
events-problem-no-month = Vælg mindst én måned.
events-problem-year = Vælg i år eller et af de næste fem.

events-skipped-holiday = Helligdag
events-skipped-holiday-named = Helligdag: { $name }
events-skipped-past = Dagen er gået
events-skipped-planned = Der er allerede et møde den dag

events-refused-cancelled = Mødet er aflyst. Det kan ikke ændres mere.
events-refused-over = Tiden er gået. Ret dagen, eller lav et nyt møde.
events-refused-not-open = Mødet er ikke åbnet endnu.
events-refused-too-early = Det er ikke dagen endnu. Du kan starte mødet samme dag.
events-refused-ranking-open = De unge kan stadig vælge. Vent, til fristen er gået.
events-refused-closed = Mødet er lukket. Det kan ikke ændres mere.
events-refused-not-matched = Matchen er ikke udgivet endnu.
events-refused-matched = Matchen er udgivet. Mødet kan ikke ændres mere.

events-show-title = Møde { $when }
events-month = Måneden
events-until = til { $when }
events-confirmed-of = { $confirmed } af { $coming } virksomheder
events-step-planned = Planlagt
events-step-invited = Inviteret
events-step-places = Pladser bekræftet
events-step-meeting = Mødet
events-step-ranking = De unge vælger
events-step-match = Match
events-step-answers = Svar

events-next = Det næste
events-next-companies = Vælg de virksomheder, der skal inviteres.
events-next-companies-button = Vælg virksomheder
events-next-people = Vælg de unge, der skal inviteres.
events-next-people-button = Vælg unge
events-next-open = Alle er valgt. Åbn mødet, så går invitationerne ud.
events-next-start = I dag er dagen. Start mødet, når den første virksomhed går på.
events-next-unconfirmed = { $count ->
    [one] Én virksomhed kommer, men har ikke bekræftet sine pladser.
   *[other] { $count } virksomheder kommer, men har ikke bekræftet deres pladser.
}
events-next-unconfirmed-button = Se virksomhederne
events-next-cards = Alt er på plads. Lav kort, så de unge kan logge ind på dagen.
events-next-cards-button = Lav kort
events-next-finish = Mødet er i gang. Slut af, når den sidste virksomhed har fortalt.
events-next-ranking = { $ranked } unge har gemt deres liste. Der er åbent til { $when }.
events-next-ranking-button = Se de unge
events-next-match = De unge har valgt. Nu kan du køre matchen.
events-next-match-button = Til matchen
events-next-nobody = Ingen venter på en plads fra dette møde. Du kan lukke det.
events-next-without-list = { $count ->
    [one] Ingen har en liste, men én ung var med. Luk mødet, så bliver den unge ringet op.
   *[other] Ingen har en liste, men { $count } unge var med. Luk mødet, så bliver de ringet op.
}
events-next-close = Svarene er på vej. Luk mødet, når alle har svaret, eller når { $day } er gået.

events-people = De unge
events-companies = Virksomhederne
events-number-invited = inviteret
events-number-yes = kommer
events-number-no = kan ikke
events-number-unanswered = har ikke svaret
events-number-came = kom
events-number-ranked = har valgt
events-number-places = pladser bekræftet
events-number-hosts = har svaret som vært
events-chosen-people = { $count ->
    [one] Én ung er valgt og bliver inviteret, når mødet åbner.
   *[other] { $count } unge er valgt og bliver inviteret, når mødet åbner.
}
events-chosen-companies = { $count ->
    [one] Én virksomhed er valgt og bliver inviteret, når mødet åbner.
   *[other] { $count } virksomheder er valgt og bliver inviteret, når mødet åbner.
}
events-without-list = { $count ->
    [one] Én ung var med, men har ingen liste.
   *[other] { $count } unge var med, men har ingen liste.
}
events-answered-of = { $answered } af { $proposed } forslag er besvaret.
events-see-proposals = Se dem
events-see-people = Se svar fra unge
events-see-companies = Se svar fra virksomheder
events-invite-people = Inviter unge
events-invite-companies = Inviter virksomheder
events-order = Rækkefølge på dagen
events-cards = Kort til de unge
events-check-in = Tjek ind
events-day-now = Følg med i dag
events-facts = Tid, sted og frister
events-where = Hvor
events-edit = Ret tid og sted
events-cancel-link = Aflys mødet
events-draw = Lodtrækning
events-draw-what = Står to helt lige i matchen, trækker systemet lod. Lodtrækningens hemmelighed blev valgt, da mødet åbnede, og vises, når matchen er udgivet. Dette er dens aftryk (SHA-256), så alle kan se, at den ikke er skiftet ud.

events-what-happens = Det sker der
events-leave = Nej, gå tilbage
events-open-title = Åbn mødet
events-open-button = Åbn og send invitationer
events-open-rank = De unge kan se virksomhederne og begynde at vælge.
events-open-draw = Lodtrækningens hemmelighed bliver lagt fast.
events-opened = Mødet er åbnet. Invitationerne er på vej.
events-start-title = Start mødet
events-start-button = Start mødet
events-start-what = Mødet vises som i gang.
events-nobody-told = Ingen får besked.
events-started = Mødet er i gang.
events-finish-title = Slut fremlæggelserne
events-finish-button = Slut fremlæggelserne
events-finish-what = De unge kan blive ved med at vælge til fristen.
events-finish-hosts = { $count ->
    [0] Ingen virksomheder har bekræftet pladser, så ingen får en mail.
    [one] Én virksomhed får en mail og bliver bedt om at svare, om den kan være vært.
   *[other] { $count } virksomheder får en mail og bliver bedt om at svare, om de kan være vært.
}
events-finished = Fremlæggelserne er slut. Virksomhederne er bedt om svar.
events-close-title = Luk mødet
events-close-button = Luk mødet
events-close-what = Mødet flytter til tidligere møder. Praktikker og opfølgning fortsætter.
events-close-calls = { $count ->
    [one] Én ung var med, men har ingen liste. Den unges konsulent får en opgave om at ringe.
   *[other] { $count } unge var med, men har ingen liste. Deres konsulenter får en opgave om at ringe.
}
events-close-waiting = { $count ->
    [one] Én ung har en liste og venter på svar. Kør matchen først.
   *[other] { $count } unge har en liste og venter på svar. Kør matchen først.
}
events-closed = Mødet er lukket.
events-cancel-title = Aflys mødet
events-cancel-button = Aflys, og giv besked
events-cancel-what = Mødet bliver taget ud af deres kalender. Det kan ikke fortrydes.
events-because = Hvorfor?
events-because-hint = Alle inviterede kan læse det. Skriv ikke om enkelte personer.
events-cancelled = Mødet er aflyst. Besked er på vej.
events-cancelled-because = Aflyst: { $because }
events-reach-people = { $count ->
    [0] Ingen unge får en mail.
    [one] Én ung får en mail med kalenderfil.
   *[other] { $count } unge får en mail med kalenderfil.
}
events-reach-calls = { $count ->
    [one] Én ung har ingen e-mail. Den unges konsulent får en opgave om at ringe.
   *[other] { $count } unge har ingen e-mail. Deres konsulent får en opgave om at ringe.
}
events-reach-companies = { $companies ->
    [0] Ingen virksomheder får besked.
    [one] Én virksomhed får besked: { $people ->
        [one] én mail.
       *[other] { $people } mails.
    }
   *[other] { $companies } virksomheder får besked: { $people ->
        [one] én mail.
       *[other] { $people } mails.
    }
}

events-calendar-summary = Mød virksomheder
events-calendar-summary-company = Mød de unge
events-calendar-description = Se hvem der kommer, og svar her: { $link }
events-mail-calendar = Dagen ligger som en kalenderfil i mailen.
events-mail-invited-subject = Vil du med { $day }?
events-mail-invited-words = Du er inviteret til at møde virksomheder.
events-mail-invited-answer = Se hvem der kommer, og svar ja eller nej her:
events-mail-company-invited-subject = Kan I komme { $day }?
events-mail-company-invited-words = Kom og fortæl unge om jeres arbejdsplads.
events-mail-company-invited-answer = Svar ja eller nej, og bekræft jeres pladser her:
events-mail-changed-subject = Ny tid eller nyt sted: { $day }
events-mail-changed-words = Mødet med virksomhederne er ændret. Nu er det:
events-mail-changed-company-words = Mødet med de unge er ændret. Nu er det:
events-mail-changed-answer = Kan du stadig? Se og ret dit svar her:
events-mail-changed-company-answer = Kan I stadig? Se og ret jeres svar her:
events-mail-changed-calendar = Åbn kalenderfilen i mailen, så retter din kalender sig.
events-mail-cancelled-subject = Aflyst: { $day }
events-mail-cancelled-words = Mødet med virksomhederne er aflyst. Det var:
events-mail-cancelled-company-words = Mødet med de unge er aflyst. Det var:
events-mail-cancelled-next = Du hører fra os, når der er en ny dag. Læs mere her:
events-mail-cancelled-company-next = I hører fra os, når der er en ny dag. Læs mere her:
events-mail-tomorrow-subject = I morgen: { $day }
events-mail-tomorrow-words = I morgen mødes vi:
events-mail-tomorrow-link = Se hvem der kommer, og hvordan du finder derhen:
events-mail-confirm-subject = Bekræft jeres pladser før { $day }
events-mail-confirm-words = I kommer { $when }. Vi mangler, at I bekræfter jeres pladser.
events-mail-confirm-why = Det er ét tryk. Pladser, der ikke er bekræftet, kan de unge ikke få.
events-mail-host-subject = Tak for { $day }. Kan I være vært?
events-mail-host-words = Tak, fordi I kom. Nu mangler vi ét svar: Kan I tage imod en ung?
events-mail-host-why = I svarer for hver slags praktik, ikke for hver person. Det tager et minut:

events-meet-title = Mød virksomheder
events-my-title = Møder med virksomheder
events-my-none = Du er ikke inviteret til noget lige nu. Din kontakt siger til, når der er en ny dag.
events-you-yes = Du kommer
events-you-no = Du kan ikke komme
events-you-said-yes = Du sagde ja
events-you-said-no = Du sagde nej
events-you-unanswered = Du har ikke svaret
events-i-come = Jeg kommer
events-i-cannot = Jeg kan ikke
events-i-cannot-after-all = Jeg kan ikke alligevel
events-i-come-after-all = Jeg kommer alligevel
events-answered-yes = Tak. Vi ses.
events-answered-no = Tak for svaret. Vi ses en anden gang.
events-is-cancelled = Mødet er aflyst
events-is-cancelled-next = Du får besked, når der er en ny dag.
events-is-cancelled-next-company = I hører fra os, når der er en ny dag.
events-see-result = Se dit svar
events-choose = Vælg, hvor du helst vil være
events-choose-until = Du kan vælge og ændre til { $when }.
events-choose-button = Lav min liste
events-who = Hvem kommer?
events-who-none = Virksomhederne er ved at svare. Kig igen om et par dage.
events-what-when = Sådan bliver dagen
events-day-young-1 = Kom ind. Vi står i døren og tager imod dig.
events-day-young-2 = Hver virksomhed fortæller to minutter.
events-day-young-3 = Du går rundt og snakker med dem, du er nysgerrig på.
events-day-young-4 = Til sidst vælger du, i ro. Du kan også vælge hjemme.
events-day-company-1 = Kom et kvarter før. Vi viser jer jeres bord.
events-day-company-2 = I fortæller i to minutter, hvem I er. Så kommer de unge rundt.
events-day-company-3 = Bagefter svarer I, om I kan være vært.
events-calendar-link = Læg dagen i din kalender
events-to-places = Bekræft jeres pladser

events-company-title = Jeres møde med de unge
events-come-title = Kommer I?
events-read-more = Læs mere om dagen
events-places-title = Jeres pladser denne gang
events-places-what = Tjek tallene, og tryk én gang. Gør det senest { $when }. Pladser, der ikke er bekræftet, kan de unge ikke få.
events-places-confirmed-on = Bekræftet { $when }. I kan ændre tallene, til de unge er færdige med at vælge.
events-places-confirmed-then = Bekræftet { $when }.
events-places-correct = Ret tallene
events-places-too-many = Der er bekræftet { $confirmed }. Med jeres ansatte giver loven plads til { $free } mere lige nu.
events-places-too-many-ask = Ret tallet, eller ring til jeres konsulent.
events-places-changed = I bekræftede { $when }, men jeres pladser er ændret siden. Tjek tallene, og bekræft igen.
events-places-none = I har ingen pladser endnu.
events-places-link = Ret jeres pladser
events-places-edit = Passer opgaver eller timer ikke?
events-places-total = Hvor mange unge i alt på én gang?
events-places-total-hint = Lad feltet stå tomt, hvis tallene ovenfor er nok.
events-places-confirm = Bekræft pladserne
events-places-confirmed = Tak. Pladserne er bekræftet.
events-place-line = { $hours }. { $tasks }
events-problem-places-closed = Pladserne kan ikke ændres mere til dette møde. Ring til jeres kontakt.
events-problem-number = Skriv et helt tal fra 0 til { $most }.
events-host-title = Kan I være vært?
events-host-what = Svar for hver slags praktik senest { $when }. I vælger ikke mellem personer. Det gør de unge.
events-host-save = Send svaret
events-host-saved = Tak for jeres svar.
events-host-hint-can-host = Vi er klar, når en ung har valgt os.
events-host-hint-talk-first = Vi vil gerne tale sammen, før vi siger ja.
events-host-hint-not-now = Det passer ikke denne gang. I kan være med igen.
events-places-rung-title = Hvor mange pladser har { $company }?
events-places-rung-what = Skriv de tal, virksomheden gav i telefonen. Dit navn står ved svaret.
events-places-rung-none = Virksomheden har ingen pladser endnu.
events-places-rung-closed = Pladserne kan ikke bekræftes lige nu for dette møde.
events-places-rung-saved = Pladserne er skrevet ned.
events-places-rung-link = Skriv pladserne
events-not-answered = Ikke svaret
events-rung-title = Kan { $company } være vært?
events-rung-what = Skriv det svar, virksomheden gav. Det gælder pladserne, aldrig en person.
events-rung-save = Gem svaret
events-rung-saved = Svaret er skrevet ned.
events-rung-link = Skriv svaret
events-problem-host-closed = Svaret kan ikke ændres mere. Ring til jeres kontakt.

events-plan-title = Planlæg året
events-plan-lead = Vælg en fast dag. Du ser alle dagene, før noget bliver gemt.
events-plan-week = Hvilken i måneden?
events-plan-weekday = Ugedag
events-plan-year = År
events-plan-months = Måneder
events-week-first = Den første
events-week-second = Den anden
events-week-third = Den tredje
events-week-fourth = Den fjerde
events-week-last = Den sidste
events-plan-see = Se dagene
events-plan-see-hint = Helligdage og dage, der allerede har et møde, springer vi over.
events-plan-days = { $count ->
    [one] Ét møde
   *[other] { $count } møder
}
events-plan-where = { $hours }, { $venue }, { $address }
events-plan-skipped = Springes over
events-plan-nothing = Der er ingen nye dage at planlægge.
events-plan-save = Gem møderne
events-plan-change = Ret
events-planned = Møderne er planlagt.
events-everybody = Alle
events-not-invited-yet = Venter på, at mødet åbner
events-written-by = Skrevet af { $name }
events-written-yes = Svaret er skrevet ned: kommer.
events-written-no = Svaret er skrevet ned: kan ikke.
events-write-yes = Kommer
events-write-no = Kan ikke
events-write-column = Skriv svar ned
events-company-column = Virksomhed
events-name-column = Navn
events-answer-column = Svar
events-places-column = Pladser
events-hosts-column = Kan være vært
events-came-column = Kom
events-ranked-column = Har valgt
events-yes = Ja
events-rank-together = Vælg sammen
events-confirmed-places = { $count } bekræftet { $day }
events-confirmed-none = Bekræftet uden pladser
events-not-confirmed = Ikke bekræftet
events-host-said = { $kind }: { $answer }
events-no-companies = Ingen virksomheder her endnu.
events-no-people = Ingen unge her endnu.
events-invite-waits = De får invitationen, når mødet åbner.
events-invite-at-once = De får invitationen med det samme.
events-invite-who = Hvem?
events-invite-all = Alle, der ikke er med endnu ({ $count })
events-invite-groups = Hold, jeg sætter kryds ved
events-invite-groups-label = Hold
events-invite-chosen = Dem, jeg sætter kryds ved
events-invite-chosen-label = Vælg
events-invite-search = Find på navn
events-invite-find = Find
events-invite-more = Der er { $count } mere. Find dem på navn.
events-invite-not-found = Ingen med det navn.
events-invite-none-left = Alle er med allerede.
events-problem-nobody = Vælg mindst én.
events-chosen = De er valgt og bliver inviteret, når mødet åbner.
events-invited = De er inviteret.
events-order-what = Skriv tal, eller flyt med op og ned.
events-order-save = Gem rækkefølgen
events-order-saved = Rækkefølgen er gemt.
events-show-these = Vis

events-came-of = { $came } er kommet. { $yes } har sagt, de kommer.
events-came-at = Kom { $when }
events-is-here = Er her
events-undo = Fortryd
events-checked-in = Det er noteret.
events-arrived = { $name } er tjekket ind.
events-arrived-day = Se dagen
events-check-in-undone = Det er fortrudt.
events-walk-in = Kom uden invitation?
events-walk-in-find = Find personen på navn, så kan du tage imod dem her.
events-walk-in-button = Tag imod
events-to-check-in = Til listen
events-cards-what = Hver ung får et kort. De scanner det med telefonen og er logget ind til dette møde, til dagen efter er slut.
events-cards-make = { $count ->
    [one] Lav ét kort
   *[other] Lav { $count } kort
}
events-cards-none = Der er ingen kort endnu. Inviter de unge, og åbn mødet først.
events-cards-made = Kortene er klar til at printe.
events-card-how = Scan med kameraet på din telefon.
events-card-revoke = Luk kortet
events-card-revoked = Kortet er lukket.
events-card-title = Velkommen
events-card-press = Tryk på knappen, så er du inde.
events-card-enter = Kom ind
events-card-over = Kortet virker ikke mere
events-card-over-what = Du kan logge ind med din e-mail, eller spørge en af os.
events-card-sign-in = Log ind
events-all-of-you-yes = I kommer
events-all-of-you-no = I kan ikke komme
events-we-come = Vi kommer
events-we-cannot = Vi kan ikke
events-we-cannot-after-all = Vi kan ikke alligevel
events-we-come-after-all = Vi kommer alligevel

events-name-or-code = Find på navn eller kode
events-card-code = Kode: { $code }
events-your-code = Din kode ved døren er { $code }. Du kan også bare sige dit navn.
events-not-come = Hvem mangler vi?
events-not-come-link = { $count ->
    [one] Én er ikke kommet endnu
   *[other] { $count } er ikke kommet endnu
}
events-not-come-what = Ring, hvis du undrer dig. Listen er væk, når mødet er slut. Vi gemmer ikke, hvem du ringer til.
events-not-come-mine = Dem, du ringer til
events-not-come-say = Sig for eksempel: »Vi tænker på dig, og du kan sagtens nå det endnu. Skal jeg tage imod dig ved døren?«
events-not-come-nobody = Vi mangler ingen.
events-cannot-today = Kan ikke i dag
events-comes-after-all = Kommer alligevel
events-group-leader = Leder af holdet
events-door = En, der er helt ny
events-door-link = Personen er helt ny i programmet
events-door-what = Skriv kun det vigtigste. Resten kan vente, til der er ro.
events-door-button = Tilføj og tjek ind
events-door-goal = Det finder vi ud af sammen.
events-door-taken-in = Personen er tilføjet. Skriv målet på personens side, når I har talt sammen.
events-not-come-over = Mødet er slut, og listen er væk.
events-found-nobody = Vi fandt ingen. Prøv med navnet.
