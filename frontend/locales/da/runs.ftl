# Matchen: konsulentens sider, den unges og virksomhedens svar, lodtrækningen og reparationen.

runs-title = Match
runs-lead = Her finder du en plads til så mange som muligt, ser hvorfor, retter med en grund og udgiver.
runs-back-event = Tilbage til mødet
runs-back = Tilbage til matchen
runs-rehearsal = Listerne er åbne til { $moment }. Du kan prøve matchen nu, men først udgive den bagefter.
runs-published-already = Svaret er udgivet { $moment } af { $name }.
runs-see-published = Se det udgivne svar

runs-start-title = Kør matchen
runs-start-objective = Hvad skal komme først?
runs-start = Kør matchen
runs-start-then = Bagefter ser du resultatet. Ingen får noget at vide, før du udgiver.
runs-start-nobody = Ingen kan være med endnu. Den, der skal med, skal være inviteret og have gemt en liste.
runs-refused-pins = En fastgørelse passer ikke mere. Fjern den, eller lav den om.
runs-refused-pin = { $name }: { $why }

runs-in-title = Med i matchen ({ $count })
runs-in-name = Ung
runs-in-kind = Slags
runs-in-list = Valg
runs-in-waited = Venter siden før
runs-in-no-such-place = Ingen plads kan være af den slags
runs-in-no-thanks = Kun nej tak
runs-out-title = Ikke med ({ $count })
runs-out-none = Alle inviterede er med.
runs-out-why = Hvorfor
runs-out-left = Er ikke med i forløbet mere
runs-out-has-placement = Har en plads eller et forslag
runs-out-no-ranking = Har ikke gemt en liste
runs-places-title = Pladser i matchen
runs-places-company = Virksomhed
runs-places-free = Ledige pladser
runs-places-note = Bemærk
runs-places-none = Ingen pladser er med endnu. En virksomhed er med, når den har bekræftet sine pladser og sagt, om den kan være vært.
runs-company-out-not-coming = Kommer ikke
runs-company-out-not-confirmed = Har ikke bekræftet sine pladser
runs-company-out-no-host-answer = { $kind }: har ikke sagt, om de kan være vært
runs-company-out-not-now = { $kind }: ikke lige nu
runs-company-talk-first = { $kind }: vil tale først

runs-adjust-title = Ret med en grund
runs-adjust-what = Grunden bliver gemt med dit navn. Den unge får kun at vide: "Din kontakt fortæller dig hvorfor."
runs-adjust-person = Hvem?
runs-adjust-kind = Hvad?
runs-adjust-pin = Skal have denne plads
runs-adjust-forbid = Må ikke være i denne virksomhed
runs-adjust-place = Hvilken plads?
runs-adjust-reason = Hvorfor?
runs-adjust-reason-hint = Skriv det, så en kollega forstår det. Aldrig en diagnose.
runs-adjust-save = Gem rettelsen
runs-adjusted = Rettelsen er gemt. Den gælder, næste gang matchen bliver kørt, og når nogen får en ny plads efter et nej.
runs-adjust-none = Der er ingen rettelser.
runs-adjust-log = Rettelser
runs-adjust-made = { $name }, { $moment }
runs-adjust-removed = Fjernet af { $name }, { $moment }: { $because }
runs-adjust-remove = Fjern
runs-adjust-because = Hvorfor skal den væk?
runs-adjust-remove-title = Fjern rettelsen
runs-adjusted-removed = Rettelsen er fjernet. Kør matchen igen for at se, hvad det gør.
runs-problem-person = Vælg, hvem det gælder.
runs-problem-kind = Vælg, hvad der skal gælde.
runs-problem-place = Vælg en plads.
runs-problem-reason = Skriv hvorfor.
runs-problem-objective = Vælg, hvad der skal komme først.
runs-problem-already-pinned = Der er allerede fastgjort en plads til denne unge. Fjern den først.
runs-pin-not-in-match = Er ikke med i matchen.
runs-pin-not-ranked = Har ikke valgt virksomheden. Ingen får en plads, de ikke selv har valgt.
runs-pin-not-offered = Pladsen er ikke med i matchen.
runs-pin-other-kind = Pladsen er af en anden slags end den, den unge går efter.
runs-pin-missing = Pladsen kræver noget, som ikke står hos den unge.
runs-pin-forbidden = De to må ikke matches, eller en af dem har sagt nej.
runs-pin-full = Der er fastgjort flere, end der er plads til.

runs-list-title = Kørsler
runs-list-none = Matchen er ikke kørt endnu.
runs-list-when = Hvornår
runs-list-who = Hvem
runs-list-how = Hvad kom først
runs-list-result = Resultat
runs-list-size = { $placed } af { $of } fik plads
runs-list-published = Udgivet
runs-list-repair = Ny plads efter et nej
runs-failed-stopped = Kørslen blev stoppet.
runs-failed-interrupted = Kørslen blev afbrudt. Kør matchen igen.

runs-run-title = Matchen { $moment }
runs-progress-title = Matchen regner
runs-progress = { $percent } procent
runs-progress-what = Siden henter selv det nyeste. Du kan roligt gå fra den.
runs-stop = Stop
runs-stopped = Kørslen er stoppet.
runs-number-placed = fik en plads
runs-number-first = fik deres første valg
runs-number-worst = er det dårligste valg, nogen fik
runs-number-unplaced = fik ingen plads
runs-bars = Hvor mange fik deres første, andet, tredje valg
runs-bar-rank = Valg nummer { $rank }
runs-bar-unplaced = Ingen plads
runs-bar-label = Valg
runs-bar-count = Unge
runs-compare-title = Andre måder at regne på
runs-compare-intro = De samme lister og pladser, med noget andet først.
runs-compare-same = { $count ->
    [one] Én anden måde giver det samme som denne kørsel
   *[other] { $count } andre måder giver det samme som denne kørsel
}
runs-compare-line = { $placed } pladser, { $first } første valg, dårligste valg { $worst }
runs-compare-this = Denne kørsel
runs-honest-title = Hvor ærligt kan man vælge?
runs-short-lists = Disse har valgt meget få: { $names }. En kort liste kan betale sig, når flest pladser kommer først. Det er kun til dig. Bed aldrig nogen om at gøre sin liste kortere eller længere.
runs-table-title = Hvem får hvad
runs-table-person = Ung
runs-table-place = Plads
runs-table-rank = Valg
runs-table-reason = Hvorfor
runs-no-place = Ingen plads
runs-pin-link = Fastgør
runs-forbid-link = Må ikke
runs-why-link = Hvorfor ikke …?
runs-change-for = Ret for { $name }
runs-unplaced-title = Uden plads ({ $count })
runs-unplaced-none = Alle, der er med, har fået en plads.
runs-ring-first = Ring først: { $name } ringer, før svaret kan ses.
runs-help-title = Én plads mere
runs-help-none = Én plads mere et enkelt sted ville ikke ændre noget.
runs-help-size =
    { $more ->
        [one] Én mere ville få en plads.
       *[other] { $more } flere ville få en plads.
    }
runs-help-worst = Det dårligste valg ville blive nummer { $rank }.
runs-help-firsts =
    { $more ->
        [one] Ét første valg mere.
       *[other] { $more } flere første valg.
    }
runs-help-better = Flere ville få et bedre valg.
runs-help-company = { $company }, i alt
runs-help-mentor = { $mentor } hos { $company }
runs-help-kind = { $kind } hos { $company }
runs-why-title = Hvorfor ikke …?
runs-why-what = Vælg en ung og en plads, og se, hvad det ville koste andre.
runs-why-person = Hvem?
runs-why-place = Hvor?
runs-why-ask = Regn efter
runs-why-answer = { $name } hos { $place }:
runs-why-has = Det er den plads, { $name } har fået.
runs-why-not-ranked = { $name } har ikke valgt virksomheden. Ingen får en plads, de ikke selv har valgt.
runs-why-kind = Pladsen er af en anden slags end den, { $name } går efter.
runs-why-requirement = Pladsen kræver noget, som ikke står hos { $name }: { $requirement }.
runs-why-by-hand = Det er bestemt af { $by }: { $reason }
runs-why-declined = En af de to har sagt nej.
runs-why-pinned = Pladsen er fyldt af nogen, der er fastgjort, eller { $name } er selv fastgjort et andet sted.
runs-why-fewer =
    { $count ->
        [one] Så ville én færre få en plads.
       *[other] Så ville { $count } færre få en plads.
    }
runs-why-worst = Så ville nogen få valg nummer { $rank }. Nu er det dårligste nummer { $now }.
runs-why-rank = Så ville { $to } få deres valg nummer { $rank }. Nu er det { $from }.
runs-why-equal = Det ville være lige så godt. Det var ventetid eller lodtrækning, der afgjorde det.
runs-desk-waited = Flere løsninger var lige gode. Den, der har ventet længst, gik forud.
runs-desk-some-full = { $full } af { $ranked } valg er fyldt op.
runs-desk-some-no-kind = { $closed } af { $ranked } valg har ingen plads af den slags.
runs-desk-empty-list = Har gemt en tom liste.
runs-desk-declined = En af de to har sagt nej: { $company }.
runs-pinned = Fastgjort.
runs-mentor-warning = { $mentor } hjælper i flere virksomheder og ville få { $count } unge. Der er plads til { $free }.
runs-made-by = Kørt af { $name } { $moment }. { $objective }
runs-repeat = Kør præcis det samme igen
runs-repeat-same = Kørt igen: resultatet er det samme, tegn for tegn.
runs-repeat-different = Kørt igen: resultatet er IKKE det samme. Sig det til dem, der driver systemet.
runs-download = Hent hele matchen som fil (uden navne)
runs-download-what = Filen og det hemmelige tal er nok til at regne matchen efter et andet sted.
runs-to-publish = Videre til udgivelse
runs-to-publish-then = Du ser først, præcis hvem der får hvad at vide.
runs-again = Ret eller kør igen

runs-publish-title = Udgiv svaret
runs-publish-what = Det kan ikke tages tilbage. Det her sker, når du trykker:
runs-publish-people =
    { $count ->
        [one] Én ung får en mail om, at svaret kan læses.
       *[other] { $count } unge får en mail om, at svaret kan læses.
    }
runs-publish-phone =
    { $count ->
        [one] Én ung uden e-mail får svaret i telefonen. Opkaldet kommer på jeres liste.
       *[other] { $count } unge uden e-mail får svaret i telefonen. Opkaldene kommer på jeres liste.
    }
runs-publish-companies =
    { $count ->
        [one] Én virksomhed med match får en mail om, at der er et forslag at svare på.
       *[other] { $count } virksomheder med match får en mail om, at der er et forslag at svare på.
    }
runs-publish-unmatched =
    { $count ->
        [one] Én virksomhed uden match får samme mail, og vi ringer til den.
       *[other] { $count } virksomheder uden match får samme mail, og vi ringer til dem.
    }
runs-publish-calls =
    { $count ->
        [one] Én ung uden plads bliver ringet op, før svaret kan ses:
       *[other] { $count } unge uden plads bliver ringet op, før svaret kan ses:
    }
runs-publish-call = { $caller } ringer til { $name } senest { $day }.
runs-publish-talk-first = { $company } vil tale først.
runs-publish-answers = Alle kan svare til { $moment }.
runs-publish-secret = Det hemmelige tal for lodtrækningen bliver vist til alle.
runs-publish-mail = Mailen siger kun, at der er nyt, og hvor man kan se det.
runs-publish-table = Forslag
runs-publish-button = Udgiv svaret
runs-publish-back = Ikke endnu
runs-published = Svaret er udgivet.
runs-refused-ranking-open = Listerne er åbne endnu. Udgiv, når de er lukket.
runs-refused-not-open = Mødet er ikke åbnet.
runs-refused-cancelled = Mødet er aflyst.
runs-refused-over = Mødet er slut.
runs-refused-other-published = Et andet svar er allerede udgivet for dette møde.
runs-refused-not-done = Kørslen er ikke færdig.
runs-refused-mentor-full = En mentor ville få flere unge, end der er plads til. Ret for en af mentorens unge, og kør matchen igen.
runs-refused-repair = Det er en ny plads efter et nej. Den er allerede givet.
runs-refused-changed = Noget har ændret sig, siden matchen blev kørt. Kør den igen.
runs-changed-joined = { $name } er kommet med.
runs-changed-gone = { $name } er ikke med mere.
runs-changed-list = { $name } har fået en anden liste eller slags.
runs-changed-rules = Krav eller rettelser for { $name } er ændret.
runs-changed-places = { $company } har andre pladser, et andet svar eller en ny praktik.
runs-changed-waited = Et tidligere svar er ændret.

# Den unges svar
runs-result-title = Dit svar
runs-result-not-yet = Svaret er ikke klar endnu. Vi skriver til dig.
runs-result-place-link = Se pladsen og svar
runs-result-placement-link = Se din praktik
runs-result-why-title = Hvorfor?
runs-result-next-title = Hvad sker der nu?
runs-result-waited = Flere ville gerne have pladsen, og denne gang var det andres tur.
runs-result-better-waited = De steder, du satte højere, gik til andre, der stod for tur.
runs-result-ended = Der blev ikke noget af den plads. { $contact } hjælper dig videre.
runs-result-no-list = Der kom ikke en liste fra dig denne gang. Du er velkommen næste gang.
runs-result-talk = Jeg vil gerne tale med nogen
runs-result-draw-title = Se lodtrækningen
runs-result-draw = Svaret kan afhænge af en lodtrækning. Her er dine tal.
runs-result-draw-number = Dit nummer: { $number }
runs-result-draw-place = { $company }: { $number }
runs-result-draw-link = Sådan regner du efter
runs-mail-result-subject = Der er svar til dig
runs-mail-result = Der er svar til dig. Tryk på linket, så kan du læse det.
runs-mail-told-subject = Nu kan du læse dit svar
runs-mail-told = Tak for snakken. Nu kan du også læse svaret her.
runs-mail-ready-subject = Listerne er lukket
runs-mail-ready = Listerne er lukket, og virksomhederne har svaret eller haft tid til det. Nu kan matchen køres.
runs-mail-company-subject = Der er nyt til jer
runs-mail-company = Svaret fra mødet er klar. Tryk på linket, så kan I læse det.

# Virksomhedens svar
runs-company-title = Svaret fra mødet
runs-company-not-yet = Svaret er ikke klar endnu. Vi skriver til jer.
runs-company-people = De unge, der har valgt jer
runs-company-answer = Se og svar
runs-company-agreement = Se aftalen
runs-company-contact = Jeres kontakt: { $name }
runs-company-you-talk-first = I har bedt om at tale sammen først. Vi ringer til jer.

# Lodtrækningen
runs-draw-event = Mødet { $day }
runs-draw-how-title = Sådan regner du dit eget tal ud
runs-draw-how-1 = Skriv tre linjer: det hemmelige tal, dit nummer og stedets nummer. Du finder numrene på dit svar.
runs-draw-how-2 = Regn SHA-256 ud af de tre linjer med linjeskift imellem. De første otte tegn er dit tal for stedet.
runs-draw-how-3 = Er to løsninger lige gode, vinder den, hvor tallene tilsammen er størst.
runs-draw-whole = Konsulenten kan hente hele matchen uden navne og køre den igen. Resultatet skal blive det samme.

# Reparation efter et nej
runs-repair-title = Ny plads efter et nej
runs-repair-what = Den bedste løsning lige nu, hvor ingen andre flyttes.
runs-repair-nothing = Der er ingen ny plads at give uden at flytte nogen. Læg en ny plan sammen.
runs-repair-go-on = Gå videre herfra:
runs-repair-next-event = Næste møde: { $day }
runs-repair-none-waiting = Ingen venter på en plads ved dette møde.
runs-repair-gives = Det her sker
runs-repair-line = { $name } får tilbudt { $place }. Det er valg nummer { $rank }.
runs-repair-still = Stadig uden plads: { $names }.
runs-repair-cost-title = Hvad koster det mod at begynde forfra?
runs-repair-now = Sådan bliver det: { $placed } med plads, { $first } første valg.
runs-repair-best = Det bedste, man kunne nå: { $placed } med plads, { $first } første valg. Så skulle { $moved } flyttes, som allerede har fået svar.
runs-repair-same = En helt ny kørsel ville ikke give noget bedre.
runs-repair-button = Send forslagene
runs-repair-back = Ikke nu
runs-repaired = Forslagene er sendt.
runs-repair-changed = Noget har ændret sig. Se på det nye forslag.
runs-repair-not-matched = Svaret er ikke udgivet, så her er ikke noget at reparere.
runs-repair-not-needed = Pladsen står endnu. En ny plads findes først, når der er sagt nej.
runs-call-unmatched = Virksomheden fik ikke en match denne gang. Sig det venligt, og sig, hvornår næste møde er.
