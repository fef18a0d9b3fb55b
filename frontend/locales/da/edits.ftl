# Hvad konsulenter og virksomheder har rettet

edits-title = Hvad er ændret?
edits-from-to = Fra „{ $before }“ til „{ $after }“
edits-empty = tomt
