# Den unges egne sider. Korte sætninger, "du", og et tal man kan ringe til.

me-title = Min side
me-hello = Hej { $name }
me-today = I dag kl. { $time }
me-tomorrow = I morgen kl. { $time }

# Det næste, der sker
me-next-place = Du har fået en plads hos { $company }
me-next-place-by = Svar helst før { $moment }
me-next-place-line = Sig ja, nej, eller at du vil tale først. Alle svar er gode.
me-next-place-press = Læs mere og svar
me-next-place-why = Se hvorfor
me-next-talk = { $name } ringer til dig om { $company }
me-next-talk-by = Svar senest { $moment }
me-next-talk-line = Bagefter kan du sige ja eller nej.
me-next-talk-press = Se pladsen og svar
me-next-mend = Pladsen blev ikke til noget
me-next-mend-line = { $name } ringer til dig.
me-next-mend-fault = Det er ikke din skyld.
me-next-declined = Du har sagt nej tak
me-next-declined-line = Det er helt i orden.
me-next-meet =
    { $count ->
        [one] Mød én virksomhed
       *[other] Mød { $count } virksomheder
    }
me-next-meet-some = Mød virksomheder
me-next-meet-press = Se hvem der kommer
me-next-meet-cannot = Jeg kan ikke komme
me-next-now = Lige nu: kom bare ind
me-next-now-until = Indtil kl. { $time }
me-next-invited = Vil du med ud og møde virksomheder?
me-next-invited-line = De kommer for at møde dig. Det er dig, der vælger.
me-next-invited-press = Se mere og svar
me-next-rank = Lav din liste
me-next-rank-by = Du kan vælge til { $moment }
me-next-rank-unsaved = Din liste er ikke gemt endnu
me-next-rank-unsaved-line = Tryk „Gem min liste“, når du er færdig.
me-next-rank-press = Lav min liste
me-next-ranked = Din liste er gemt
me-next-ranked-line = Du kan altid ringe, hvis du er i tvivl.
me-next-ranked-changed = Du har ændret den uden at gemme. Det er den gemte liste, der tæller.
me-next-ranked-press = Se min liste
me-next-rank-until = Du kan ændre den til { $moment }
me-next-rank-line = Vælg så mange eller få, du vil.
me-next-wait-match = Vi finder pladser nu
me-next-wait-match-line = Du skal ikke gøre noget. Du hører fra os, når der er svar.
me-next-no-list = Der er ingen liste fra dig denne gang
me-next-no-list-line = Ring til { $name }, hvis du gerne vil have en plads.
me-next-call = Der er svar til dig
me-next-call-line = { $name } ringer til dig og fortæller om det.
me-next-call-nothing = Du skal ikke gøre noget imens.
me-next-result = Dit svar er her
me-next-result-line = { $name } hjælper dig videre.
me-next-result-press = Se mit svar
me-next-wait-company = Du har svaret
me-next-wait-company-line = Nu skal { $company } svare. Du hører fra os.
me-next-agreed = Du skal i praktik hos { $company }
me-next-agreed-line = Først aftaler vi, hvordan det skal være.
me-next-agreed-press = Se, hvad vi aftaler
me-next-first-day = Din første dag: { $day }
me-next-running = Du er i praktik hos { $company }
me-next-running-talk = Næste snak: { $day }
me-next-running-call = { $name } ringer til dig.
me-next-running-meet = { $name } kommer og taler med dig.
me-next-running-line = { $name } holder øje med, at du har det godt der.
me-next-see-placement = Se min praktik
me-next-see-event = Se mødet
me-next-nothing = Lige nu skal du ikke gøre noget
me-next-nothing-line = Du får besked, når vi mødes næste gang.
me-next-nothing-contact = Ring gerne til { $name }, hvis du er i tvivl.

# Mine folk
me-people = Dine folk
me-person-consultant = Din konsulent
me-person-consultant-away = Din konsulent. Er væk lige nu
me-person-consultant-away-until = Din konsulent. Er væk til og med { $day }
me-person-deputy = Hjælper dig, mens { $name } er væk
me-person-deputy-ready = Hjælper dig, når { $name } ikke kan
me-person-leader = Dit hold: { $group }
me-person-meets = I mødes: { $when }
me-person-mentor = Din mentor hos { $company }
me-person-mentor-own = Din mentor
me-person-called = Kaldes { $name }

# Det kan jeg gøre
me-can = Det kan du gøre
me-can-rank = Din liste: { $day }
me-can-rank-by = Du kan vælge til { $moment }
me-can-rank-saved = Gemt. Du kan ændre den til { $moment }
me-can-rank-changed = Dine sidste ændringer er ikke gemt. Du kan ændre den til { $moment }
me-can-rank-unsaved = Ikke gemt endnu. Du kan vælge til { $moment }
me-can-events = Møder med virksomheder
me-can-events-line = Se hvornår, og sig, om du kommer
me-can-placement = Min praktik hos { $company }
me-can-placement-line = Aftaler, folk og næste snak
me-can-place = Pladsen hos { $company }
me-can-place-answer = Svar senest { $moment }
me-can-place-wait = Du har svaret. Vi venter på virksomheden
me-can-result = Mit svar fra { $day }
me-can-result-line = Læs, hvad der kom ud af det
me-can-details = Mine oplysninger
me-can-details-line = Se og ret, hvad vi ved om dig

# Jeg vil gerne tale med nogen
me-talk = Vil du tale med nogen?
me-talk-line = Tryk, så ringer { $name } til dig senest { $day }.
me-talk-line-team = Tryk, så ringer en af os til dig senest { $day }.
me-talk-message = Skriv, hvad det handler om
me-talk-message-field = Hvad handler det om?
me-talk-message-hint = Du må også bare trykke på knappen.
me-talk-press = Jeg vil gerne tale med nogen
me-talk-asked = Det er sendt. Du bliver ringet op.
me-talk-late = Vi er for sent på den. Undskyld. { $name } ringer snart.
me-talk-late-team = Vi er for sent på den. Undskyld. En af os ringer snart.
me-talk-waiting = { $name } ringer til dig senest { $day }.
me-talk-waiting-team = En af os ringer til dig senest { $day }.
me-talk-waiting-phone = Vi ringer på { $phone }.
me-talk-waiting-no-phone = Vi har ikke dit nummer. Skriv det under dine oplysninger.
me-talk-sooner = Vil du ikke vente, så ring på { $phone }.

# Mine oplysninger
me-details = Mine oplysninger
me-details-change = Det kan du selv rette
me-details-name = Det vil jeg kaldes
me-details-phone = Min telefon
me-details-phone-hint = Så kan vi ringe til dig.
me-details-phone-hint-shown = Så kan vi ringe til dig. { $companies } kan også se det nummer, der står her. Det har du sagt ja til.
me-details-language = Mit sprog
me-details-save = Gem
me-details-saved = Dine oplysninger er gemt.
me-details-kept = Det står der om dig
me-details-kept-line = Kun dette. Er noget forkert, så sig det til { $name }.
me-details-email = E-mail
me-details-no-email = Vi har ingen. Så ringer vi.
me-details-consultant = Din konsulent
me-details-group = Dit hold
me-details-purpose = Slags praktik
me-details-goal = Dit mål
me-details-used-by = Det bruger kommunen
me-details-target-group = Gruppe i loven
me-details-case-reference = Nummer på din sag
me-details-requirements = Det har du
me-details-since = Med siden
me-details-looked = Hvem har set på dig her?
me-details-looked-line = Hver gang nogen ser på din side, står det her.
me-details-looked-empty = Ingen har set på din side endnu.
me-details-day = Dag
me-details-who = Hvem
me-details-why = Hvorfor
