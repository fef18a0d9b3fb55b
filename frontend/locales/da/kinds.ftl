# Navne på programmets faste lister, med de ord folk bruger.

# Hvem man er
kind-role-young-person = Ung
kind-role-company = Virksomhed
kind-role-mentor = Mentor
kind-role-consultant = Konsulent
kind-role-manager = Leder
kind-role-administrator = Administrator

# Sprog, skrevet på sproget selv
kind-language-da = Dansk
kind-language-en = English

# Slags praktik
kind-placement-kind-clarification = Afklaring
kind-placement-kind-training = Træning
kind-placement-kind-paid-hours = Timer med løn

# Hvor langt et møde er
kind-event-status-planned = Planlagt
kind-event-status-open = Invitationer er ude
kind-event-status-live = I gang nu
kind-event-status-ranking = De unge vælger
kind-event-status-matched = Svaret er ude
kind-event-status-closed = Afsluttet
kind-event-status-cancelled = Aflyst

# Hvor langt en praktik er
kind-placement-status-proposed = Venter på svar
kind-placement-status-agreed = Aftalt
kind-placement-status-running = I gang
kind-placement-status-ended = Slut
kind-placement-status-declined = Takket nej
kind-placement-status-withdrawn = Trukket tilbage

# Hvem der svarer
kind-party-young-person = Den unge
kind-party-company = Virksomheden
kind-party-consultant = Konsulenten

# Svar på et forslag
kind-proposal-answer-yes = Ja
kind-proposal-answer-talk-first = Vil tale først
kind-proposal-answer-no = Nej

# Svar på en invitation
kind-attendance-unanswered = Ikke svaret
kind-attendance-yes = Kommer
kind-attendance-no = Kan ikke

# Om virksomheden kan være vært
kind-host-answer-can-host = Kan være vært
kind-host-answer-talk-first = Vil tale først
kind-host-answer-not-now = Ikke lige nu

# Hvor langt vi er med en virksomhed
kind-company-stage-interested = Vil høre mere
kind-company-stage-in-dialogue = Vi taler sammen
kind-company-stage-invited = Inviteret
kind-company-stage-member = Er med
kind-company-stage-left = Ikke med længere

# Virksomhedens side
kind-profile-status-draft = Kladde
kind-profile-status-sent = Sendt til godkendelse
kind-profile-status-published = Kan ses
kind-profile-status-paused = På pause

# Hvilken udgave af siden
kind-profile-version-draft = Kladde
kind-profile-version-published = Det, de unge ser

# Den unges liste
kind-ranking-stage-draft = Kladde
kind-ranking-stage-saved = Gemt

# Ændret med hånden
kind-adjustment-kind-pin = Fastgjort
kind-adjustment-kind-forbid = Må ikke

# En kørsel af matchen
kind-run-status-running = Regner
kind-run-status-done = Færdig
kind-run-status-failed = Gik i stå

# Bestemmer, hvor længe en praktik må vare. Kun på konsulentens sider
kind-target-group-job-ready = Jobparat
kind-target-group-education-ready = Uddannelsesparat
kind-target-group-activity-ready = Aktivitetsparat

# Hvordan det sluttede
kind-end-kind-as-agreed = Som aftalt
kind-end-kind-early = Før tid
kind-end-kind-switched = Skiftede sted

# Hvorfor det sluttede før tid. Aldrig en diagnose, aldrig skyld
kind-end-reason-got-job = Fik job
kind-end-reason-got-education = Kom i gang med uddannelse
kind-end-reason-wrong-tasks = Opgaverne passede ikke
kind-end-reason-wrong-hours = Timerne passede ikke
kind-end-reason-company-changed = Noget ændrede sig i virksomheden
kind-end-reason-needs-other-support = Brug for anden støtte
kind-end-reason-moved = Flyttet
kind-end-reason-young-person-chose = Den unge valgte at stoppe
kind-end-reason-company-chose = Virksomheden valgte at stoppe
kind-end-reason-other = Noget andet

# Hvad det førte til
kind-outcome-kind-job = Job
kind-outcome-kind-paid-hours = Timer med løn
kind-outcome-kind-education = Uddannelse
kind-outcome-kind-next-placement = Ny praktik
kind-outcome-kind-other-support = Anden støtte
kind-outcome-kind-searching = Leder videre
kind-outcome-kind-unknown = Ved vi ikke

# Det, den unge kan lade virksomheden se
kind-disclosure-item-goal = Mit mål
kind-disclosure-item-phone = Min telefon
kind-disclosure-item-care-needs = Det, der hjælper mig

# Hvordan vi følger op
kind-follow-up-form-call = Opkald
kind-follow-up-form-meeting = Møde
kind-follow-up-form-visit = Besøg
kind-follow-up-form-talk = Snak
kind-follow-up-form-check = Kort tjek

# Hvorfor nogen skal ringe
kind-call-kind-tell = Fortæl det i telefonen
kind-call-kind-wants-to-talk = Vil gerne tale
kind-call-kind-no-host-answer = Mangler svar om at være vært
kind-call-kind-no-proposal-answer = Mangler svar på forslag
kind-call-kind-talk-first = Vil tale, før der siges ja
kind-call-kind-unplaced = Fik ikke en plads
kind-call-kind-proposal-declined = Der blev sagt nej
kind-call-kind-company-contact = Ring til virksomheden
kind-call-kind-ended-early = Sluttede før tid

# En mails vej
kind-mail-status-queued = I kø
kind-mail-status-sending = Ved at blive sendt
kind-mail-status-sent = Sendt
kind-mail-status-failed = Kunne ikke sendes

# Hvorfor nogen så på en person
kind-look-up-purpose-desk = Overblik over dagen
kind-look-up-purpose-case-work = Arbejde med din sag
kind-look-up-purpose-event-planning = Planlægning af møde
kind-look-up-purpose-matching = Match
kind-look-up-purpose-placement = Praktik
kind-look-up-purpose-follow-up = Opfølgning
kind-look-up-purpose-mentor-contact = Kontakt med mentor
kind-look-up-purpose-company-contact = Kontakt med virksomhed
kind-look-up-purpose-administration = Drift af systemet

# Det, man har set
kind-observed-yes = Ja
kind-observed-mostly = For det meste
kind-observed-not-yet = Ikke endnu
# Hvordan vi talte med en virksomhed
kind-company-note-form-call = Opkald
kind-company-note-form-coffee = Kaffe
kind-company-note-form-visit = Besøg

# Punkterne på en dag
kind-step-kind-arrival = Ankomst
kind-step-kind-welcome = Velkomst
kind-step-kind-pitches = Virksomhederne fortæller
kind-step-kind-round = Runde
kind-step-kind-break = Pause
kind-step-kind-quiet = Ro til at tænke
kind-step-kind-close = Farvel
kind-step-kind-network = Virksomhedernes eget møde

# Hvordan hold sidder
kind-group-choice-free = Lige meget
kind-group-choice-mixed = Blandet
kind-group-choice-kept = Hvert hold for sig

# Hvor man er i en runde
kind-seat-kind-table = Ved et bord
kind-seat-kind-pause = Pause
kind-seat-kind-quiet = Rolig stund
kind-seat-kind-away = Ikke her
