account-title = How you sign in
account-sessions = You are signed in
account-sessions-count = { $count ->
    [one] here and nowhere else
   *[other] in { $count } places
}
account-password-title = Password
account-password-has = You have a password.
account-password-has-not = You have no password. The link in the e-mail is enough.
account-password-change = Choose a new password
account-password-what = When you save, you are signed out everywhere else.
account-password-current = The password you have now
account-password-new = New password
account-password-hint = At least 12 characters. A few words you can remember are good.
account-password-hint-staff = At least 8 characters. A few words you can remember are good.
account-password-save = Save the password
account-password-saved = Your new password is saved. You are signed out everywhere else.
account-problem-current = That is not the password you have now.
account-problem-password-short = Write at least { $least } characters.
account-problem-password-long = Write at most { $most } characters.
account-problem-password-common = It is too easy to guess. Put together some words that only you would think of.
account-problem-password-own = Do not use your own name or e-mail.
account-problem-code = The code does not fit. Wait for the next one in the app, and type it.
account-second-title = Code app
account-second-what = An app on your phone shows a new code every half minute. You need it together with the password, so that nobody else can sign in as you.
account-second-step-1 = Get an app for codes if you have none, such as Microsoft Authenticator, Google Authenticator or Aegis.
account-second-step-2 = Scan the picture with the app.
account-second-picture = A picture for the app to scan. The text below it says the same.
account-second-typed = If you cannot scan, type this in the app:
account-second-step-3 = Type the six digits that the app shows.
account-second-save = Start using the app
account-second-renew = Change to another app or phone
account-codes-title = Recovery codes
account-codes-left = { $count ->
    [0] You have no recovery codes left. Make new ones now.
    [one] You have one recovery code left. Make new ones now.
   *[other] You have { $count } recovery codes left.
}
account-codes-renew = Make new recovery codes
account-codes-renew-what = You get ten new codes. The old ones stop working.
account-codes-what = Use one of them when you do not have your phone. Each code works once.
account-codes-once = You see them only now. Write them down, or print the page, and keep the paper somewhere safe.
account-codes-kept = I have kept them
account-language = Language
account-sign-out-title = Sign out everywhere
account-sign-out-what = Use it if you forgot to sign out somewhere.
account-sign-out = Sign out everywhere
account-signed-out-everywhere = You are signed out everywhere.
account-absence-title = When you are away
account-absence-what = While you are away, your deputy has your calls and follow-ups, and young people see whom they can call.
account-absence-change = Change deputy and absence
account-absence-save = Save
account-absence-saved = It is saved.
account-deputy = Deputy
account-deputy-hint = Takes over while you are away.
account-deputy-is = Your deputy is { $name }.
account-deputy-none = You have no deputy.
account-away-from = Away from
account-away-until = Until and including
account-away-until-hint = Leave it empty if you do not know yet.
account-away-between = You are away from { $from } until and including { $until }.
account-away-since = You are away from { $from }, until you change it.
account-problem-away = The last day lies before the first.
account-problem-deputy = Choose who takes over.
