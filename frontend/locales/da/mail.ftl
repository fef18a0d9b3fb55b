mail-hello = Hej
mail-footer = Du kan ikke svare på denne mail. Ring til din kontakt, hvis du er i tvivl.
mail-sign-in-subject = Din kode til at logge ind
mail-sign-in-code = Din kode er { $code }
mail-sign-in-or-link = Du kan også åbne dette link og trykke på knappen:
mail-sign-in-how-long = Koden og linket virker i 15 minutter. Har du ikke bedt om det, så gør ingenting.
