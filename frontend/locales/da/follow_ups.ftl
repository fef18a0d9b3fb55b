# Opfølgning: trinenes navne, og hvad man taler om i hvert. Nøglerne følger trinene i seed/programme.toml.

follow-ups-step-before-start = Møde før start
follow-ups-step-first-day = Første dag
follow-ups-step-day-3 = De første dage
follow-ups-step-week-1 = Efter en uge
follow-ups-step-week-2 = Efter to uger
follow-ups-step-week-3 = Efter tre uger
follow-ups-step-week-4 = Efter fire uger
follow-ups-step-midway = Midtvejs
follow-ups-step-week-8 = Efter otte uger
follow-ups-step-week-10 = Efter ti uger
follow-ups-step-month-3 = Efter tre måneder
follow-ups-step-decision = Hvad skal der ske nu?
follow-ups-step-closing = Afslutning
follow-ups-step-after-3 = Lige efter
follow-ups-step-after-7 = En uge efter
follow-ups-step-outcome-14 = To uger efter
follow-ups-step-outcome-91 = Tre måneder efter
follow-ups-step-outcome-182 = Et halvt år efter

follow-ups-agenda-clarification-before-start = Gå listen igennem. Se stedet, prøv ruten, og lav en plan for den første dag.
follow-ups-agenda-clarification-first-day = Kom du frem? Hvem tog imod dig? Sig én god ting og én svær.
follow-ups-agenda-clarification-day-3 = Passer opgaverne og timerne? Er der noget, nogen har misforstået?
follow-ups-agenda-clarification-week-1 = Hvad har du prøvet? Hvordan er kræfterne? Hvad prøver du nu, og skal timerne op eller ned?
follow-ups-agenda-clarification-midway = Har du fået svar på dit spørgsmål? Hvad nu: mere af det samme, noget andet eller tid til at træne?
follow-ups-agenda-clarification-closing = Hvad har vi lært? Skriv en anbefaling. Vælg: skift sted, bliv lidt længere eller gå videre.
follow-ups-agenda-clarification-after-7 = Vælg det næste: et nyt møde med virksomheder, træning, uddannelse eller job.
follow-ups-agenda-clarification-outcome-14 = Hvad laver du nu? Er der noget, vi skal hjælpe med?
follow-ups-agenda-clarification-outcome-91 = Er du stadig i gang? Hvad går godt, og hvad kunne hjælpe?
follow-ups-agenda-clarification-outcome-182 = Hvor er du nu? Kom gerne forbi og fortæl.

follow-ups-agenda-training-before-start = Gå listen igennem. Aftal, hvad du træner, timerne trin for trin og de hensyn, der hjælper.
follow-ups-agenda-training-first-day = Kom du frem? Hvem tog imod dig? Sig én god ting og én svær.
follow-ups-agenda-training-day-3 = Passer opgaverne og timerne? Hvad skal vi rette, før det bliver en vane?
follow-ups-agenda-training-week-1 = Hvordan gik det med at møde? Hvad har du trænet? Hvad sagde de til det?
follow-ups-agenda-training-week-2 = Hvad går godt? Hvad er svært? Skal timerne op eller ned?
follow-ups-agenda-training-week-3 = Se opgaverne sammen. Hvad kan du nu, som du ikke kunne før?
follow-ups-agenda-training-week-4 = Den første måned er gået. Hold fast i det gode, og ret én ting.
follow-ups-agenda-training-midway = Se på målene. Sæt nye delmål. Kan der komme løn for nogle af timerne?
follow-ups-agenda-training-week-8 = Hvordan har I det med hinanden? Tal med den unge alene bagefter.
follow-ups-agenda-training-week-10 = Holder det? Hvad mangler, før målet er nået?
follow-ups-agenda-training-decision = Vælg sammen: løn for timer, forlænge, uddannelse eller et andet sted. Det er nu, en forlængelse skal aftales.
follow-ups-agenda-training-closing = Skriv, hvad du kan nu. Lav et bevis og en anbefaling.
follow-ups-agenda-training-after-3 = Hvad sker der nu? Lav en ny plan med det samme, hvis der mangler en.
follow-ups-agenda-training-outcome-14 = Hvad laver du nu? Er der noget, vi skal hjælpe med?
follow-ups-agenda-training-outcome-91 = Er du stadig i gang? Hvad går godt, og hvad kunne hjælpe?
follow-ups-agenda-training-outcome-182 = Hvor er du nu? Kom gerne forbi og fortæl.

follow-ups-agenda-paid-hours-before-start = Gå listen igennem. Aftal timer, løn og den første dag.
follow-ups-agenda-paid-hours-first-day = Kom du frem? Hvem tog imod dig? Sig én god ting og én svær.
follow-ups-agenda-paid-hours-day-3 = Passer opgaverne og timerne? Er der styr på skat og lønseddel?
follow-ups-agenda-paid-hours-week-1 = Hvordan gik det med at møde? Hvad går godt, og hvad er svært?
follow-ups-agenda-paid-hours-week-2 = Hvad går godt? Hvad er svært? Passer timerne?
follow-ups-agenda-paid-hours-week-4 = Den første måned er gået. Kan der komme flere timer?
follow-ups-agenda-paid-hours-midway = Se på målene og timerne. Hvad er næste trin?
follow-ups-agenda-paid-hours-month-3 = Holder det? Hvad skal der til, for at det bliver ved?
follow-ups-agenda-paid-hours-decision = Vælg sammen: flere timer, fast job, uddannelse eller noget andet.
follow-ups-agenda-paid-hours-closing = Hvad har I aftalt bagefter? Skriv en anbefaling.
follow-ups-agenda-paid-hours-after-3 = Hvad sker der nu? Lav en ny plan med det samme, hvis der mangler en.
follow-ups-agenda-paid-hours-outcome-14 = Hvad laver du nu? Er der noget, vi skal hjælpe med?
follow-ups-agenda-paid-hours-outcome-91 = Er du stadig i gang? Hvad går godt, og hvad kunne hjælpe?
follow-ups-agenda-paid-hours-outcome-182 = Hvor er du nu? Kom gerne forbi og fortæl.

follow-ups-attends-young-person = den unge
follow-ups-attends-company = virksomheden
follow-ups-attends-consultant = konsulenten
follow-ups-attends-group-leader = lederen af holdet
follow-ups-attends-caseworker = sagsbehandleren
follow-ups-step-agreed = Aftalt samtale
follow-ups-agenda-agreed = Tal om det, I aftalte sidst.

# Konsulentens oversigt

follow-ups-title = Opfølgning
follow-ups-who = Hvis opfølgning
follow-ups-mine = Mine, og dem jeg passer
follow-ups-team = Hele teamet
follow-ups-nobodys = Dem, ingen passer lige nu
follow-ups-when = Hvornår
follow-ups-all = Alle dage
follow-ups-overdue = Over tiden
follow-ups-today = I dag
follow-ups-week = Resten af ugen
follow-ups-later = Senere
follow-ups-empty-mine = Ingen opfølgning venter på dig. Når en praktik er aftalt, står dagene her.
follow-ups-empty = Ingen opfølgning her. Prøv et andet filter.
follow-ups-left-alone = { $count ->
    [one] En opfølgning venter, og ingen er her til at holde den.
   *[other] { $count } opfølgninger venter, og ingen er her til at holde dem.
  }
follow-ups-see-left-alone = Se dem, og tag dem
follow-ups-person-column = Hvem
follow-ups-company-column = Praktik hos
follow-ups-step-column = Hvad
follow-ups-day-column = Dag
follow-ups-form-column = Hvordan
follow-ups-attends-column = Deltager
follow-ups-owner-column = Holdes af
follow-ups-form = { $form }, { $minutes } min.
follow-ups-stands-in = { $deputy } (for { $owner })
follow-ups-nobody-in = { $owner } (væk, og ingen passer det)

# En opfølgning

follow-ups-of = { $name }: { $step }
follow-ups-is-overdue = over tiden
follow-ups-is-dropped = Den her er ikke længere i planen, fordi praktikken er ændret. Blev den holdt alligevel, så skriv det her.
follow-ups-people = Ring til
follow-ups-person-young = Den unge
follow-ups-person-mentor = Mentor
follow-ups-person-company = Kontakt hos { $company }
follow-ups-person-leader = Leder af { $group }
follow-ups-agenda = Det skal I tale om
follow-ups-last-time = Sidst
follow-ups-held-by = { $step }, { $when }, { $name }
follow-ups-next-step-was = Næste skridt:
follow-ups-hold-heading = Sådan gik det
follow-ups-said = Hvad blev der sagt?
follow-ups-said-hint = Kort, og kun det, en kollega skal vide. Intet om helbred.
follow-ups-next-step = Næste skridt
follow-ups-next-day = Aftalt en ny dag?
follow-ups-next-is = Den nye dag er
follow-ups-extra = en ekstra opfølgning
follow-ups-move-next = i stedet for { $step }, { $day }
follow-ups-step-on = { $step }, { $day }
follow-ups-hold = Gem som holdt
follow-ups-is-held = Den er holdt
follow-ups-next-is-on = Næste gang:
follow-ups-nothing-heading = Den blev ikke til noget
follow-ups-nothing-why = Hvorfor?
follow-ups-nothing-hint = Kort. Intet om helbred.
follow-ups-nothing-button = Gem, at den ikke blev til noget
follow-ups-is-nothing = Den blev ikke til noget
follow-ups-settled = Opfølgningen er lukket.
follow-ups-closed-with-placement = Praktikken sluttede, før den blev holdt.
follow-ups-free-day = { $day } er weekend eller helligdag. Tryk igen, hvis det er den rigtige dag.
follow-ups-note-outcome = Skriv, hvad praktikken førte til
follow-ups-add-heading = Skriv mere
follow-ups-add = Læg til
follow-ups-reschedule-heading = Flyt til en anden dag
follow-ups-new-day = Ny dag
follow-ups-reschedule = Flyt
follow-ups-hand-over-heading = Giv den til en kollega
follow-ups-colleague = Kollega
follow-ups-hand-over-hint = Kollegaen får en mail.
follow-ups-hand-over = Giv videre
follow-ups-held = Opfølgningen er gemt.
follow-ups-added = Det er lagt til.
follow-ups-moved = Opfølgningen har fået en ny dag.
follow-ups-too-late = Opfølgningen er holdt i mellemtiden, eller den er ikke nødvendig mere.
follow-ups-handed-over = Opfølgningen er givet videre.
follow-ups-in-the-past = Vælg i dag eller en dag, der kommer.
follow-ups-too-far-ahead = Vælg en dag inden for et år.
follow-ups-next-is-gone = Den næste opfølgning er ændret imens. Vælg igen.
follow-ups-written = En kollega har gemt imens. Læs det, og læg dit til.

follow-ups-mail-overdue-subject = Opfølgning venter på dig
follow-ups-mail-overdue-words = { $count ->
    [one] En opfølgning er over tiden. Hold den, flyt den, eller giv den til en kollega.
   *[other] { $count } opfølgninger er over tiden. Hold dem, flyt dem, eller giv dem til en kollega.
  }
follow-ups-mail-waits-subject = Opfølgning mangler en, der holder den
follow-ups-mail-waits-words = { $count ->
    [one] En opfølgning hos en kollega har ventet for længe. Aftal, hvem af jer der tager den.
   *[other] { $count } opfølgninger hos kolleger har ventet for længe. Aftal, hvem af jer der tager dem.
  }
follow-ups-mail-handed-over-subject = En opfølgning er nu din
follow-ups-mail-handed-over-words = En kollega har givet dig en opfølgning. Her står hvem, hvornår og hvad der skete sidst.
follow-ups-mail-moved-subject = En ny dag
follow-ups-mail-moved-words = Et møde har fået en ny dag: { $day }.
follow-ups-mail-moved-yes = Passer dagen, så sig ja til den i aftalen.
follow-ups-mail-moved-next = Passer dagen ikke, så ring. Du finder numre og dage her:
