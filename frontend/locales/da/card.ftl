card-photo-of = Foto fra { $name }
card-tasks = Det kan du lave
card-what-it-is-like = Sådan er her
card-noise = Lyd
card-tempo = Tempo
card-people = Mennesker
card-working-hours = Arbejdstid
card-where = Her er det
card-good-to-know = Godt at vide
card-places = Pladser
card-hours = kl. { $from }-{ $to }
card-number = { $number ->
    [one] 1 plads
   *[other] { $number } pladser
}
card-mentor = Mentor: { $name }
card-requires = Det kræver: { $requirement }
