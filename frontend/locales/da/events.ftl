# Møder med virksomheder: planlæg, inviter, svar, afhold.

events-list-title = Møder med virksomheder
events-coming = De næste
events-past = De sidste
events-none-coming = Der er ikke planlagt noget endnu. Planlæg årets møder på én gang.
events-none-past = Her kommer de møder, der er holdt eller aflyst.
events-when-column = Hvornår
events-status-column = Hvor langt
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
events-see-people = Se svar fra unge
events-see-companies = Se svar fra virksomheder
events-invite-people = Inviter unge
events-invite-companies = Inviter virksomheder
events-order = Rækkefølge på dagen
events-cards = Kort til de unge
events-check-in = Tjek ind
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
events-close-what = Mødet flytter til de sidste. Praktikker og opfølgning fortsætter.
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
    [one] Én virksomhed får besked: { $people } mails.
   *[other] { $companies } virksomheder får besked: { $people } mails.
}

events-calendar-summary = Mød virksomheder
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
events-mail-changed-answer = Kan du stadig? Se og ret dit svar her:
events-mail-changed-calendar = Åbn kalenderfilen i mailen, så retter din kalender sig.
events-mail-cancelled-subject = Aflyst: { $day }
events-mail-cancelled-words = Mødet med virksomhederne er aflyst. Det var:
events-mail-cancelled-next = Du hører fra os, når der er en ny dag. Læs mere her:
events-mail-tomorrow-subject = I morgen: { $day }
events-mail-tomorrow-words = I morgen mødes vi:
events-mail-tomorrow-link = Se hvem der kommer, og hvordan du finder derhen:
events-mail-confirm-subject = Bekræft jeres pladser før { $day }
events-mail-confirm-words = I kommer { $when }. Vi mangler, at I bekræfter jeres pladser.
events-mail-confirm-why = Det er ét tryk. Pladser, der ikke er bekræftet, kan de unge ikke få.
events-mail-host-subject = Tak for { $day }. Kan I være vært?
events-mail-host-words = Tak, fordi I kom. Nu mangler vi ét svar: Kan I tage imod en ung?
events-mail-host-why = I svarer for hver slags praktik, ikke for hver person. Det tager et minut:
