//! Signing in without the steps, for stories that are about something else. Staff sign in with a second factor,
//! which has stories of its own.

use std::collections::HashMap;

use actix_session::storage::SessionStore;
use actix_web::cookie::{Cookie, CookieJar, Key, time::Duration};
use omvendt::domain::AccountId;
use omvendt::features::accounts::session::DatabaseSessions;

use super::{Browser, TestApp};

impl TestApp {
    /// A browser in which this account is signed in.
    pub async fn signed_in(&self, account: AccountId) -> Browser {
        let state = HashMap::from([
            ("account".to_owned(), format!("\"{account}\"")),
            ("minutes".to_owned(), "720".to_owned()),
        ]);
        let sessions = DatabaseSessions::new(self.state.clone());
        let key = sessions.save(state, &Duration::hours(12)).await.expect("a session");
        let mut jar = CookieJar::new();
        let secret = Key::from(&self.state.settings.secret);
        jar.signed_mut(&secret).add(Cookie::new("omvendt", key.as_ref().to_owned()));
        let cookie = jar.get("omvendt").expect("just added");
        Browser::with_cookie(&self.url, &cookie.to_string())
    }
}
