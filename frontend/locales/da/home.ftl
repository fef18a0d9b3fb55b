# Forsiderne for virksomheder, mentorer og konsulenter. De unges forside står i me.ftl.

home-show = Vis
home-what = Hvad
home-about = Om
home-when = Hvornår

# Konsulentens dag
home-desk-title = I dag
home-desk-whose = Hvis arbejde
home-desk-mine = Mit, og det jeg passer
home-desk-team = Hele teamet
home-desk-overdue =
    { $count ->
        [one] Én opfølgning er over tiden
       *[other] { $count } opfølgninger er over tiden
    }
home-desk-all-overdue = Se alle over tiden
home-desk-not-begun = Skulle være begyndt ({ $count })
home-desk-all-not-begun = Se alle, der skulle være begyndt
home-desk-not-granted = Bevilling
home-desk-unsettled = Sæt dage, eller skriv, hvordan det sluttede ({ $count })
home-desk-all-unsettled = Se alle, der mangler dage eller en slutning
home-desk-no-days = { $company }. Der er ingen dage endnu. Sæt dem
home-desk-agreed-on = Aftalt { $day }
home-desk-past-end = { $company }. Den sidste dag er gået. Skriv, hvordan det sluttede
home-desk-may-begin = { $company }. Alt er klar. Start praktikken
home-desk-today = Opfølgninger i dag
home-desk-today-empty = Ingen opfølgninger i dag.
home-desk-follow-up = { $form } · { $company }
home-desk-calls = Opkald ({ $count })
home-desk-all-calls = Se alle opkald
home-desk-waiting = Venter på svar ({ $count })
home-desk-all-waiting = Se alle, der venter på svar
home-desk-waiting-empty = Ingen forslag venter på svar.
home-desk-waits-for = { $company }. Mangler: { $parties }
home-desk-talk-first = { $company }. Begge har svaret, men en vil tale først
home-desk-too-late = { $moment }. Fristen er gået
home-desk-interest = Vil høre mere ({ $count })
home-desk-interest-empty = Ingen nye virksomheder venter.
home-desk-companies = Virksomheder ({ $count })
home-desk-profile = Læs og godkend deres side
home-desk-events = Møder
home-desk-event-answered = { $venue }. Alle har svaret. Luk mødet
home-desk-event-unanswered = { $venue }. Mangler svar: { $count }
home-desk-events-empty = Der er ikke planlagt et møde.
home-desk-plan = Planlæg årets møder

# Virksomhedens side
home-company-title = { $company }
home-company-waiting = Det venter på jer
home-company-waiting-empty = Intet venter på jer lige nu. I hører fra os.
home-company-do-invitation = Kommer I til mødet med de unge?
home-company-do-places = Bekræft jeres pladser
home-company-do-places-line = Med ét tryk. Ellers er de ikke med i matchen.
home-company-do-host = Kan I tage imod nogen?
home-company-do-host-line = Svar for hver slags praktik. I vælger aldrig mellem unge.
home-company-do-proposal = { $name } har valgt jer
home-company-do-proposal-line = Svar ja, nej, eller at I vil tale først.
home-company-do-talked = Svar om { $name }, når I har talt
home-company-do-talked-line = Jeres kontakt ringer. Bagefter kan I sige ja eller nej.
home-company-do-items = Gennemgå aftalen med { $name }
home-company-do-items-line = Gennemgå aftalen sammen. Det tager en halv time.
home-company-do-profile = Gør jeres side færdig
home-company-do-profile-line = De unge ser den, før de vælger.
home-company-do-places-none = Skriv, hvilke pladser I har
home-company-do-places-none-line = Hvor mange, og hvad man kan lave hos jer.
home-company-by = Senest { $moment }
home-company-event = Næste møde med de unge
home-company-event-press = Se mødet
home-company-event-now = Lige nu, til kl. { $time }
home-company-last = Svaret fra mødet { $day }
home-company-people = Jeres unge
home-company-people-empty = Ingen unge hos jer lige nu. De vælger på næste møde.
home-company-contact = Jeres kontakt
home-company-contact-role = Jeres konsulent
home-company-contact-deputy = Hjælper jer, mens { $name } er væk
home-company-contact-deputy-ready = Hjælper jer, når { $name } ikke kan
home-company-contact-none = I får en fast kontakt, når vi har talt sammen.
home-placement-kind = { $kind } · { $status }
home-placement-from = Fra { $day }
home-placement-until = Til { $day }

# Mentorens side
home-mentor-title = Dem du er mentor for
home-mentor-empty = Du er ikke mentor for nogen lige nu. Du får en mail, når der kommer en.
home-mentor-observe = Skriv en observation
home-mentor-observe-line = En observation tager et minut. Den unge kan læse den.
home-mentor-see = Se aftalen
home-mentor-consultant = Konsulent
home-mentor-contact = Ring, hvis du er i tvivl
