# The consultants' pages about young people and groups. The young people's own pages are in me.ftl.

young-people-title = Young people
young-people-new = Add a young person
young-people-edit = Change details
young-people-groups = Groups
young-people-count =
    { $count ->
        [one] One young person
       *[other] { $count } young people
    }
young-people-search = Name, phone or case
young-people-all = All
young-people-which = Show
young-people-which-all = Everybody in the programme
young-people-which-free = Free
young-people-which-with-place = With a proposal or placement
young-people-which-without-email = Without e-mail
young-people-which-left = No longer in the programme
young-people-empty = Nobody here. Try fewer filters, or add somebody.
young-people-name = What they want to be called
young-people-name-hint = Only the name they use themselves. It is what a company sees.
young-people-email = E-mail
young-people-email-hint = Without e-mail, the consultant gets a call to make in place of each message.
young-people-no-email = No e-mail. Messages become calls.
young-people-phone = Phone
young-people-language = Language
young-people-group = Group
young-people-consultant = Consultant
young-people-consultant-hint = If you change consultant, open calls, follow-ups and placements go along.
young-people-deputy = Stands in while the consultant is away
young-people-deputy-ready = Helps when the consultant cannot
young-people-purpose = Purpose
young-people-purpose-hint = Clarification: is this for me? Training: practise what one knows one wants.
young-people-purpose-paid-hours = No place can be of that kind, so a match gives none. Paid hours come out of a placement.
young-people-goal = The goal in one sentence
young-people-goal-hint = In the young person's own words. Nothing about health.
young-people-target-group = Target group in the law
young-people-target-group-hint = Decides how long a placement may last.
young-people-case-reference = Case number
young-people-requirements = Has or can
young-people-requirements-hint = Only what a place can require.
young-people-requirements-none = Nothing written
young-people-add = Add
young-people-add-next = If there is an e-mail, we send an invitation at once.
young-people-save = Save
young-people-added = The person is added.
young-people-saved = The details are saved.
young-people-saved-asks-again = The details are saved. The young person must say yes again before a company can see what is new.
young-people-saved-handed-over-asks-again = The details are saved. The young person must say yes again before a company can see what is new. Open calls, follow-ups and placements are now with the new consultant. Both the consultant and the young person are told.
young-people-saved-handed-over = The details are saved. Open calls, follow-ups and placements are now with the new consultant. Both the consultant and the young person are told.
young-people-problem-reach = Write an e-mail or a phone number, or nobody can reach this person.
young-people-problem-email-taken = Somebody has this e-mail already.
young-people-problem-changed = A colleague has changed something meanwhile. See the person's page, and press Save again if your details are right.

# The person's page
young-people-contact = Contact
young-people-invited = Invited, but has not been here yet
young-people-people = People around
young-people-direction = Direction
young-people-history = Earlier purposes
young-people-changed = { $moment } by { $name }
young-people-calls = To call
young-people-calls-empty = No calls are waiting.
young-people-placements = Placements
young-people-placements-empty = No placement yet. The first comes after a meeting.
young-people-company = Company
young-people-kind = Kind
young-people-status = Status
young-people-dates = When
young-people-from-to = { $from } to { $to }
young-people-from = From { $from }
young-people-mentor = Mentor
young-people-events = Meetings with companies
young-people-events-empty = Not invited to anything yet.
young-people-answer = Answer
young-people-came = Came
young-people-ranked = Has made their list
young-people-yes = Yes
young-people-no = No
young-people-by = By { $day }
young-people-leave = Leaves the programme
young-people-leave-line = Then { $name } gets no messages and cannot sign in. What has happened stays. You can always open it again.
young-people-leave-press = { $name } leaves the programme
young-people-left = Not with us since { $moment }
young-people-return = Is with us again
young-people-has-left = The person is no longer in the programme.
young-people-is-back = The person is with us again.
young-people-in-placement = There is a placement under way. End it first, so that nobody is forgotten.

# Groups
young-people-groups-line = A group is 6-8 young people with one leader.
young-people-groups-empty = There are no groups yet. Make the first here.
young-people-group-new = New group
young-people-group-name = Name
young-people-group-leader = Leader
young-people-group-meets = When and where do they meet?
young-people-group-meets-hint = For instance Thursday at 10 in the library
young-people-group-size = Young people
young-people-group-create = Make the group
young-people-group-edit = Change the group
young-people-group-members = The young people in the group
young-people-group-empty = Nobody is in the group yet.
young-people-group-add = Add somebody to the group
young-people-group-too-many = There are more than eight in the group. Think of dividing it, so that everybody gets room.
young-people-group-saved = The group is saved.
young-people-group-close = Close the group
young-people-group-closed = The group is closed.
young-people-group-is-closed = The group is closed
young-people-group-not-empty = There are still people in the group. Move them first.

# Several at once
young-people-import = Add several from a file
young-people-import-line = Make a list in a spreadsheet and save it as CSV. You see every line before anything is saved.
young-people-import-sample = Get a file to start from
young-people-import-file = File
young-people-import-file-hint = CSV with semicolons or commas, at most 100 kB.
young-people-import-look = See the list first
young-people-import-columns = Columns
young-people-import-preview = See the list before it is saved
young-people-import-ready =
    { $count ->
        [one] One can be added
       *[other] { $count } can be added
    }
young-people-import-take =
    { $count ->
        [one] Add one young person
       *[other] Add { $count } young people
    }
young-people-import-next = Those with an e-mail get an invitation at once. If something goes wrong, nobody is saved.
young-people-import-bad =
    { $count ->
        [one] One line cannot be taken
       *[other] { $count } lines cannot be taken
    }
young-people-import-bad-line = Put them right in the file and bring it in again. The others can be added now.
young-people-import-none = No line can be taken.
young-people-import-again = Choose another file
young-people-import-changed = Something has changed since you saw the list. Nothing is saved. See it again here.
young-people-import-row = Line
young-people-import-why = Why not
young-people-imported = The young people are added.
young-people-import-problem-none = Choose a file.
young-people-import-problem-large = The file is too large. Divide it in two.
young-people-import-problem-empty = There is nobody in the file.
young-people-import-problem-many = There are more than { $most } lines. Divide the file.
young-people-import-problem-quote = Line { $lines }: A quotation mark (") is missing, or the text is divided over several lines. Write each person on one line.
young-people-import-problem-columns = The file lacks columns: { $names }
young-people-import-problem-group = There is no group "{ $name }".
young-people-import-problem-consultant = There is no consultant "{ $name }".
young-people-import-problem-requirement = "{ $name }" is not on the list of what a place can require.
young-people-import-problem-twice = The person is in the file twice.
young-people-import-problem-there = The person is in the programme already.
young-people-import-problem-in = { $column }: { $why }
young-people-column-name = The name they want to be called
young-people-column-email = May be empty
young-people-column-phone = May be empty when there is an e-mail
young-people-column-language = Danish or English. Empty means Danish
young-people-column-group = The group's name as it stands here
young-people-column-consultant = The consultant's e-mail or name
young-people-column-purpose = Clarification, training or paid hours
young-people-column-goal = One sentence in the young person's own words
young-people-column-target-group = Job-ready, education-ready or activity-ready
young-people-column-case-reference = May be empty
young-people-column-requirements = What the person has or can, with a comma or | between. May be empty

# Mails
young-people-mail-handed-over-subject = A young person is now yours
young-people-mail-handed-over-words = A colleague has given you a young person. What is open is with you now. See who here:
young-people-mail-handed-over-next = Do ring and say hello.
young-people-mail-contact-subject = You have a new contact
young-people-mail-contact-words = Somebody else helps you from now on. You can call:
young-people-mail-contact-yes = Please say yes to whom you can call now. You do it here:
young-people-mail-contact-next = There is nothing you need to do. Here is your page:
young-people-problem-group-there = There is a group by that name already. Choose another name, or change the group on its own page.
young-people-free = Free
young-people-stands = Right now
young-people-without-email = None
