account-title = Sådan logger du ind
account-sessions = Du er logget ind
account-sessions-count = { $count ->
    [one] her og ingen andre steder
   *[other] { $count } steder
}
account-password-title = Adgangskode
account-password-has = Du har en adgangskode.
account-password-has-not = Du har ingen adgangskode. Du kan nøjes med linket i mailen.
account-password-change = Vælg en ny adgangskode
account-password-what = Når du gemmer, bliver du logget ud alle andre steder.
account-password-current = Den adgangskode, du har nu
account-password-new = Ny adgangskode
account-password-hint = Mindst 12 tegn. Gerne nogle ord, du kan huske.
account-password-hint-staff = Mindst 8 tegn. Gerne nogle ord, du kan huske.
account-password-save = Gem adgangskoden
account-password-saved = Din nye adgangskode er gemt. Du er logget ud alle andre steder.
account-problem-current = Det er ikke den adgangskode, du har nu.
account-problem-password-short = Skriv mindst { $least } tegn.
account-problem-password-long = Skriv højst { $most } tegn.
account-problem-password-common = Den er for nem at gætte. Sæt nogle ord sammen, som kun du finder på.
account-problem-password-own = Brug ikke dit eget navn eller din e-mail.
account-problem-code = Koden passer ikke. Vent på den næste i appen, og skriv den.
account-second-title = Kode-app
account-second-what = En app på din telefon viser en ny kode hvert halve minut. Den skal du bruge sammen med adgangskoden, så ingen andre kan logge ind som dig.
account-second-step-1 = Hent en app til koder, hvis du ikke har en, fx Microsoft Authenticator, Google Authenticator eller Aegis.
account-second-step-2 = Scan billedet med appen.
account-second-picture = Billede, som appen kan scanne. Teksten under billedet siger det samme.
account-second-typed = Kan du ikke scanne, så skriv dette i appen:
account-second-step-3 = Skriv de seks tal, appen viser.
account-second-save = Tag appen i brug
account-second-renew = Skift til en anden app eller telefon
account-codes-title = Reservekoder
account-codes-left = { $count ->
    [0] Du har ingen reservekoder tilbage. Lav nye nu.
    [one] Du har én reservekode tilbage. Lav nye nu.
   *[other] Du har { $count } reservekoder tilbage.
}
account-codes-renew = Lav nye reservekoder
account-codes-renew-what = Du får ti nye koder. De gamle holder op med at virke.
account-codes-what = Brug en af dem, hvis du ikke har din telefon. Hver kode virker én gang.
account-codes-once = Du ser dem kun nu. Skriv dem ned, eller print siden, og gem papiret et sikkert sted.
account-codes-kept = Jeg har gemt dem
account-language = Sprog
account-sign-out-title = Log ud alle steder
account-sign-out-what = Brug det, hvis du har glemt at logge ud et sted.
account-sign-out = Log ud alle steder
account-signed-out-everywhere = Du er logget ud alle steder.
account-absence-title = Når du er væk
account-absence-what = Så længe du er væk, får din afløser dine opkald og opfølgninger, og de unge ser, hvem de kan ringe til.
account-absence-change = Ret afløser og fravær
account-absence-save = Gem
account-absence-saved = Det er gemt.
account-deputy = Afløser
account-deputy-hint = Tager over, når du er væk.
account-deputy-is = Din afløser er { $name }.
account-deputy-none = Du har ingen afløser.
account-away-from = Væk fra
account-away-until = Til og med
account-away-until-hint = Lad den stå tom, hvis du ikke ved det endnu.
account-away-between = Du er væk fra { $from } til og med { $until }.
account-away-since = Du er væk fra { $from }, til du retter det.
account-problem-away = Sidste dag ligger før første dag.
account-problem-deputy = Vælg, hvem der tager over.
