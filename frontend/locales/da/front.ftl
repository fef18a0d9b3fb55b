front-title = Omvendt
