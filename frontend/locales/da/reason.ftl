# Svaret på matchen: hvad der skete, hvorfor, og hvad der nu sker. Aldrig noget om andre unge.

# Den unges side. Først svaret.
reason-placed = Du har fået en plads hos { $company }.
reason-placed-clarification = Her kan du finde ud af, om det er noget for dig.
reason-placed-training = Her kan du øve dig i det, du gerne vil blive god til.

# Derefter grunden, én ad gangen.
reason-first-choice = Det var dit første valg.
reason-equal-first = Det var et af de steder, du helst ville.
reason-equal-later = Det var et af de steder, du satte lige højt som nummer { $rank }.
reason-later-choice = Det var dit valg nummer { $rank }.
reason-better-full = Der, hvor du hellere ville hen, var der ikke plads til alle, der gerne ville.
reason-better-no-kind = Der, hvor du hellere ville hen, var der ingen ledig plads af din slags denne gang.
reason-better-requirement = Der, hvor du hellere ville hen, kræver de noget, som ikke står hos os: { $requirement }.
reason-better-mixed = Der, hvor du hellere ville hen, var der ikke en plads til dig denne gang.
reason-counts = Der var { $places } pladser, og { $wanted } ville gerne have dem.
reason-counts-wanted = { $wanted } unge ville gerne have de pladser.
reason-lottery = Der var flere gode løsninger, så der blev trukket lod. Lodtrækningen ved ikke, hvem du er.
reason-by-hand = Din kontakt fortæller dig hvorfor.
reason-talk-first-company = { $company } vil gerne tale med dig, før I siger ja. Det er helt normalt.

# Uden plads, før kontakten har ringet.
reason-wait-for-call = { $contact } ringer til dig om dit svar.
reason-wait-for-call-by = Det sker senest { $day }. Du skal ikke gøre noget imens.
reason-wait-for-call-sooner = Vil du ikke vente, så ring på { $phone }.

# Uden plads, efter at kontakten har ringet.
reason-unplaced = Denne gang fandt vi ikke en plads til dig.
reason-unplaced-not-you = Det siger ikke noget om, hvad du kan.
reason-unplaced-full = Der, hvor du gerne ville hen, var der ikke plads til alle, der gerne ville.
reason-unplaced-lottery = Flere ville gerne have de sidste pladser, så der blev trukket lod. Lodtrækningen ved ikke, hvem du er.
reason-unplaced-no-kind = Der, hvor du gerne ville hen, var der ingen ledig plads af din slags denne gang.
reason-unplaced-cannot-host = Der, hvor du gerne ville hen, kan de ikke tage imod nogen lige nu.
reason-unplaced-requirement = Der, hvor du gerne ville hen, kræver de noget, som ikke står hos os: { $requirement }.
reason-unplaced-mixed = Der, hvor du gerne ville hen, var der ikke en plads til dig denne gang.
reason-unplaced-no-ranking = Vi fik ikke en liste fra dig. Derfor kunne vi ikke finde en plads.
reason-unplaced-no-thanks = Du sagde nej tak til alle steder. Det er et svar, vi kan bruge.
reason-unplaced-by-hand = { $contact } har fortalt dig hvorfor.
reason-unplaced-has-placement = Du har allerede en praktik. Derfor var du ikke med i matchen.

# Hvad der nu sker.
reason-next-answer = Nu skal du svare: ja, nej eller „jeg vil tale først“. Svar senest { $day }.
reason-next-answer-late = Svarer du ikke, ringer { $contact } til dig. Det koster dig ikke noget.
reason-next-company-answers = { $company } svarer også. Når I begge har sagt ja, er det en aftale.
reason-next-meeting = Bagefter mødes I og aftaler dage, timer og din første dag.
reason-next-no-is-fine = Du må gerne sige nej. Så finder vi noget andet sammen.
reason-next-event = Næste gang er { $day }.
reason-next-list = Din liste fra { $day } er med, næste gang vi finder pladser.
reason-next-plan = { $contact } og du lægger en ny plan sammen.
reason-next-nothing-lost = Du mister ikke din tur, og der er ingen straf.

# Virksomhedens side.
reason-company-matched =
    { $count ->
        [one] Én ung har valgt jer og fået en plads hos jer.
       *[other] { $count } unge har valgt jer og fået en plads hos jer.
    }
reason-company-none = Denne gang blev der ikke en match med jer.
reason-company-none-why = De unge vælger selv mellem mange steder, og en match er et puslespil. Det siger ikke noget om jer som arbejdsplads.
reason-company-full = Jeres pladser var optaget, da matchen blev lavet. Derfor var der ikke en ledig plads hos jer.
reason-company-no-answer = Vi havde ikke jeres svar om værtskab, da matchen blev lavet. Derfor var jeres pladser ikke med.
reason-company-not-confirmed = Jeres pladser var ikke bekræftet til mødet. Derfor var de ikke med.
reason-company-not-now = I skrev, at det ikke passer lige nu. Tak, fordi I sagde det.
reason-company-rung = { $contact } ringer til jer senest { $day }.
reason-company-soon = { $contact } ringer til jer snarest.
reason-company-next = I er velkomne igen næste gang: { $event }.
reason-company-next-no-event = I hører fra os, når næste møde er planlagt.
reason-company-thanks = Tak, fordi I kom. De unge har mødt jer og kan vælge jer en anden gang.

# Konsulentens side: én sætning om hver person.
reason-desk-first = Fik sit første valg ud af { $ranked }.
reason-desk-equal-first = Fik et af sine lige gode første valg ud af { $ranked } valg.
reason-desk-rank = Fik valg nummer { $rank } ud af { $ranked }.
reason-desk-better-full = De steder, der står højere på listen, er fyldt op.
reason-desk-better-mixed = De steder, der står højere på listen, er fyldt op eller ikke mulige lige nu.
reason-desk-pinned = Fastgjort af { $name }: { $reason }
reason-desk-by-hand = { $name } gav en af pladserne til en anden. Grunden står ved den, der fik den.
reason-call-by-hand = { $name } har bestemt, at det ikke kan være { $company }: { $reason }
reason-call-by-hand-place = { $name } har ved et valg givet en af pladserne til en anden. Grunden står ved matchen.
reason-call-by-hand-next = Fortæl det, som det er, og nævn ingen andre unge.
reason-desk-forbidden = Må ikke få { $company }, bestemt af { $name }: { $reason }
reason-desk-no-thanks = Har sagt nej tak til alle { $count } steder.
reason-desk-one-choice-full = Har kun valgt { $company }, og pladserne dér er brugt ({ $places }).
reason-desk-full = Alle { $ranked } valg er fyldt op. En plads mere hos { $company } ville hjælpe.
reason-desk-full-no-help = Alle { $ranked } valg er fyldt op, og én plads mere et enkelt sted er ikke nok.
reason-desk-no-kind = Ingen af de { $ranked } valg har en plads til { $kind }.
reason-desk-requirement = { $ranked ->
    [one] Virksomheden på listen kræver: { $requirement }.
   *[other] { $closed ->
        [one] Én af de { $ranked } virksomheder kræver: { $requirement }.
       *[other] { $closed } af de { $ranked } virksomheder kræver: { $requirement }.
    }
}
reason-desk-cannot-host = { $ranked ->
    [one] Virksomheden på listen kan ikke være vært lige nu.
   *[other] { $closed ->
        [one] Én af de { $ranked } virksomheder på listen kan ikke være vært lige nu.
       *[other] { $closed } af de { $ranked } virksomheder på listen kan ikke være vært lige nu.
    }
}
reason-desk-no-host-answer = { $ranked ->
    [one] Virksomheden på listen har ikke svaret, om den kan være vært.
   *[other] { $closed ->
        [one] Én af de { $ranked } virksomheder har ikke svaret, om den kan være vært.
       *[other] { $closed } af de { $ranked } virksomheder har ikke svaret, om de kan være vært.
    }
}
reason-desk-not-confirmed = { $ranked ->
    [one] Virksomheden på listen har ikke bekræftet sine pladser.
   *[other] { $closed ->
        [one] Én af de { $ranked } virksomheder har ikke bekræftet sine pladser.
       *[other] { $closed } af de { $ranked } virksomheder har ikke bekræftet deres pladser.
    }
}
reason-desk-lottery = Flere løsninger var lige gode. Lodtrækningen valgte denne.

# Metoderne med almindelige ord: navn, hvad den lover, og hvor ærlig den er at vælge ud fra.
reason-objective-greedy-generous = Plads til flest, ingen langt nede
reason-objective-greedy-generous-promise = Giver plads til så mange som muligt. Sørger så for, at det dårligste svar er så godt som muligt, og giver derefter flest muligt deres første valg.
reason-objective-greedy-generous-honesty = Det kan ske, at en kort liste betaler sig. Bed aldrig nogen om at gøre sin liste kortere. Ingen anden løsning er bedre for nogen uden at være værre for andre.
reason-objective-greedy = Plads til flest, så flest første valg
reason-objective-greedy-promise = Giver plads til så mange som muligt, og derefter flest første valg, flest andre valg og så videre. Enkelte kan ende langt nede på listen.
reason-objective-greedy-honesty = Det kan ske, at en kort liste betaler sig. Ingen anden løsning er bedre for nogen uden at være værre for andre.
reason-objective-generous = Plads til flest, færrest dårlige valg
reason-objective-generous-promise = Giver plads til så mange som muligt, og derefter færrest muligt deres sidste valg, så deres næstsidste og så videre. Der bliver ofte færre første valg.
reason-objective-generous-honesty = Det kan ske, at en kort liste betaler sig. Ingen anden løsning er bedre for nogen uden at være værre for andre.
reason-objective-rank-maximal = Flest første valg
reason-objective-rank-maximal-promise = Giver flest muligt deres første valg, også selv om færre så får en plads.
reason-objective-rank-maximal-honesty = Det kan betale sig at sætte et sikkert sted først. Ingen anden løsning er bedre for nogen uden at være værre for andre.
reason-objective-min-total-rank = Bedst i gennemsnit
reason-objective-min-total-rank-promise = Giver plads til så mange som muligt, og derefter det bedste gennemsnit. Enkelte kan ende langt nede på listen.
reason-objective-min-total-rank-honesty = Det kan ske, at en kort liste betaler sig, men det er svært at regne ud på forhånd. Ingen anden løsning er bedre for nogen uden at være værre for andre.
reason-objective-max-cardinality = Kun flest pladser
reason-objective-max-cardinality-promise = Giver plads til så mange som muligt og ser ikke på, hvad de helst vil. Er kun til sammenligning.
reason-objective-max-cardinality-honesty = Ønskerne tæller ikke med, så der findes ofte en løsning, der er bedre for nogen og ikke værre for andre.
reason-objective-stable = Efter tur
reason-objective-stable-promise = Lodtrækningen giver hver et nummer. Når pladser er knappe, går det laveste nummer forud. Der er som regel færre, der får en plads.
reason-objective-stable-honesty = Det bedste, man kan gøre, er altid at skrive præcis det, man helst vil. Med lige gode valg på listen kan der findes en løsning, der er bedre for nogen.
