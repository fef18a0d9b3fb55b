card-photo-of = Photo from { $name }
card-tasks = What you can do
card-what-it-is-like = What it is like here
card-noise = Noise
card-tempo = Tempo
card-people = People
card-working-hours = Working hours
card-where = Where it is
card-good-to-know = Good to know
card-places = Places
card-hours = { $from }–{ $to }
card-number = { $number ->
    [one] 1 place
   *[other] { $number } places
}
card-mentor = Mentor: { $name }
card-requires = It takes: { $requirement }
