# Konsulentens sider om unge og hold. De unges egne sider står i me.ftl.

young-people-title = Unge
young-people-new = Tilføj en ung
young-people-edit = Ret oplysninger
young-people-groups = Hold
young-people-count =
    { $count ->
        [one] Én ung
       *[other] { $count } unge
    }
young-people-search = Navn, telefon eller sag
young-people-all = Alle
young-people-which = Vis
young-people-which-all = Alle, der er med
young-people-which-free = Ledige
young-people-which-with-place = Med forslag eller praktik
young-people-which-without-email = Uden e-mail
young-people-which-left = Ikke med længere
young-people-empty = Ingen unge her. Prøv med færre filtre, eller tilføj en.
young-people-name = Det vil de kaldes
young-people-name-hint = Kun det navn, de selv bruger. Det er det, en virksomhed ser.
young-people-email = E-mail
young-people-email-hint = Uden e-mail får konsulenten et opkald at ringe i stedet for hver besked.
young-people-no-email = Ingen e-mail. Beskeder bliver til opkald.
young-people-phone = Telefon
young-people-language = Sprog
young-people-group = Hold
young-people-consultant = Konsulent
young-people-consultant-hint = Skifter du konsulent, følger åbne opkald, opfølgninger og praktikker med.
young-people-deputy = Passer på, mens konsulenten er væk
young-people-deputy-ready = Hjælper, når konsulenten ikke kan
young-people-purpose = Formål
young-people-purpose-hint = Afklaring: er det her noget for mig? Træning: øve noget, man ved man vil.
young-people-purpose-paid-hours = Ingen plads kan være af den slags, så en match giver ingen plads. Timer med løn kommer ud af en praktik.
young-people-goal = Målet i én sætning
young-people-goal-hint = Med den unges egne ord. Intet om helbred.
young-people-target-group = Målgruppe i loven
young-people-target-group-hint = Bestemmer, hvor længe en praktik må vare.
young-people-case-reference = Sagsnummer
young-people-requirements = Har eller kan
young-people-requirements-hint = Kun det, et sted kan kræve.
young-people-requirements-none = Intet skrevet
young-people-add = Tilføj
young-people-add-next = Har personen en e-mail, sender vi en invitation med det samme.
young-people-save = Gem
young-people-added = Personen er tilføjet.
young-people-saved = Oplysningerne er gemt.
young-people-saved-asks-again = Oplysningerne er gemt. Den unge skal sige ja igen, før en virksomhed kan se det nye.
young-people-saved-handed-over-asks-again = Oplysningerne er gemt. Den unge skal sige ja igen, før en virksomhed kan se det nye. Åbne opkald, opfølgninger og praktikker er nu hos den nye konsulent. Både konsulenten og den unge får besked.
young-people-saved-handed-over = Oplysningerne er gemt. Åbne opkald, opfølgninger og praktikker er nu hos den nye konsulent. Både konsulenten og den unge får besked.
young-people-problem-reach = Skriv en e-mail eller et telefonnummer, ellers kan ingen få fat i personen.
young-people-problem-email-taken = Der er allerede nogen med den e-mail.
young-people-problem-changed = En kollega har rettet noget imens. Se personens side, og tryk Gem igen, hvis dine oplysninger er de rigtige.

# Personens side
young-people-contact = Kontakt
young-people-invited = Inviteret, men har ikke været inde endnu
young-people-people = Folk omkring
young-people-direction = Retning
young-people-history = Tidligere formål
young-people-changed = { $moment } af { $name }
young-people-calls = Skal ringes op
young-people-calls-empty = Ingen opkald venter.
young-people-placements = Praktikker
young-people-placements-empty = Ingen praktik endnu. Den første kommer efter et møde med virksomheder.
young-people-company = Virksomhed
young-people-kind = Slags
young-people-status = Status
young-people-dates = Hvornår
young-people-from-to = { $from } til { $to }
young-people-from = Fra { $from }
young-people-mentor = Mentor
young-people-events = Møder med virksomheder
young-people-events-empty = Ikke inviteret til noget endnu.
young-people-answer = Svar
young-people-came = Kom
young-people-ranked = Har lavet sin liste
young-people-yes = Ja
young-people-no = Nej
young-people-by = Senest { $day }
young-people-leave = Er ikke med længere
young-people-leave-line = Så får { $name } ingen beskeder og kan ikke logge ind. Det, der er sket, bliver stående. I kan altid lukke op igen.
young-people-leave-press = { $name } er ikke med længere
young-people-left = Ikke med siden { $moment }
young-people-return = Er med igen
young-people-has-left = Personen er ikke med længere.
young-people-is-back = Personen er med igen.
young-people-in-placement = Der er en praktik i gang. Afslut den først, så ingen bliver glemt.

# Hold
young-people-groups-line = Et hold er 6-8 unge med en fast leder.
young-people-groups-empty = Der er ingen hold endnu. Opret det første her.
young-people-group-new = Nyt hold
young-people-group-name = Navn
young-people-group-leader = Leder
young-people-group-meets = Hvornår og hvor mødes de?
young-people-group-meets-hint = Fx torsdag kl. 10 på biblioteket
young-people-group-size = Unge
young-people-group-create = Opret hold
young-people-group-edit = Ret holdet
young-people-group-members = De unge på holdet
young-people-group-empty = Ingen på holdet endnu.
young-people-group-add = Tilføj en ung på holdet
young-people-group-too-many = Der er flere end otte på holdet. Overvej at dele det, så alle får plads.
young-people-group-saved = Holdet er gemt.
young-people-group-close = Luk holdet
young-people-group-closed = Holdet er lukket.
young-people-group-is-closed = Holdet er lukket
young-people-group-not-empty = Der er stadig unge på holdet. Flyt dem først.

# Flere på én gang
young-people-import = Tilføj flere fra en fil
young-people-import-line = Lav en liste i et regneark, og gem den som CSV. Du ser alle linjer, før noget bliver gemt.
young-people-import-sample = Hent en fil at starte fra
young-people-import-file = Fil
young-people-import-file-hint = CSV med semikolon eller komma, højst 100 kB.
young-people-import-look = Se listen først
young-people-import-columns = Kolonner
young-people-import-preview = Se listen, før den gemmes
young-people-import-ready =
    { $count ->
        [one] Én kan tilføjes
       *[other] { $count } kan tilføjes
    }
young-people-import-take =
    { $count ->
        [one] Tilføj én ung
       *[other] Tilføj { $count } unge
    }
young-people-import-next = De, der har en e-mail, får en invitation med det samme. Går noget galt, bliver ingen gemt.
young-people-import-bad =
    { $count ->
        [one] Én linje kan ikke tages med
       *[other] { $count } linjer kan ikke tages med
    }
young-people-import-bad-line = Ret dem i filen, og hent den ind igen. De andre kan godt tilføjes nu.
young-people-import-none = Ingen linjer kan tages med.
young-people-import-again = Vælg en anden fil
young-people-import-changed = Noget har ændret sig, siden du så listen. Intet er gemt. Se den igen her.
young-people-import-row = Linje
young-people-import-why = Hvorfor ikke
young-people-imported = De unge er tilføjet.
young-people-import-problem-none = Vælg en fil.
young-people-import-problem-large = Filen er for stor. Del den i to.
young-people-import-problem-empty = Der er ingen unge i filen.
young-people-import-problem-many = Der er flere end { $most } linjer. Del filen.
young-people-import-problem-quote = Linje { $lines }: Der mangler et anførselstegn ("), eller teksten er delt over flere linjer. Skriv hver ung på én linje.
young-people-import-problem-columns = Filen mangler kolonner: { $names }
young-people-import-problem-group = Holdet "{ $name }" findes ikke.
young-people-import-problem-consultant = Konsulenten "{ $name }" findes ikke.
young-people-import-problem-requirement = "{ $name }" er ikke på listen over det, et sted kan kræve.
young-people-import-problem-twice = Personen står to gange i filen.
young-people-import-problem-there = Personen er med i forvejen.
young-people-import-problem-in = { $column }: { $why }
young-people-column-name = Det navn, de vil kaldes
young-people-column-email = Må være tom
young-people-column-phone = Må være tom, hvis der er en e-mail
young-people-column-language = Dansk eller engelsk. Tom betyder dansk
young-people-column-group = Holdets navn, som det står her
young-people-column-consultant = Konsulentens e-mail eller navn
young-people-column-purpose = Afklaring, træning eller timer med løn
young-people-column-goal = Én sætning med den unges egne ord
young-people-column-target-group = Jobparat, uddannelsesparat eller aktivitetsparat
young-people-column-case-reference = Må være tom
young-people-column-requirements = Det, personen har eller kan, med komma eller | imellem. Må være tom

# Mails
young-people-mail-handed-over-subject = En ung er nu din
young-people-mail-handed-over-words = En kollega har givet dig en ung. Det, der er åbent, er nu hos dig. Se hvem her:
young-people-mail-handed-over-next = Ring gerne og sig hej.
young-people-mail-contact-subject = Du har fået en ny kontakt
young-people-mail-contact-words = En anden hjælper dig fra nu af. Du kan ringe til:
young-people-mail-contact-yes = Sig ja til, hvem du nu kan ringe til. Det gør du her:
young-people-mail-contact-next = Du behøver ikke gøre noget. Her er din side:
young-people-problem-group-there = Der er allerede et hold, der hedder det. Vælg et andet navn, eller ret holdet på dets egen side.
young-people-free = Ledig
young-people-stands = Lige nu
young-people-without-email = Ingen
