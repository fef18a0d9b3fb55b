# What consultants and companies have changed

edits-title = What was changed?
edits-from-to = From “{ $before }” to “{ $after }”
edits-empty = empty
