mail-hello = Hello
mail-footer = You cannot answer this mail. Ring your contact if you are in doubt.
mail-sign-in-subject = Your code to sign in
mail-sign-in-code = Your code is { $code }
mail-sign-in-or-link = You can also open this link and press the button:
mail-sign-in-how-long = The code and the link work for 15 minutes. If you did not ask for it, do nothing.
