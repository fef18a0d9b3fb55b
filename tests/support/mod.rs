//! Starts the app as it is served, and builds the people a story needs.

mod browser;
mod companies;
mod database;
pub mod event_day;
mod events;
mod figures;
mod follow_ups;
mod followed;
pub mod groups;
mod mailbox;
mod people;
mod placements;
mod program;
mod runs;
mod session;
pub mod smtp;

use std::sync::Arc;

use chrono::{DateTime, TimeZone, Utc};
use omvendt::clock::Clock;
use omvendt::domain::AccountId;
use omvendt::live::Live;
use omvendt::mail::transport::Transport;
use omvendt::settings::{MailTo, Settings};
use omvendt::state::AppState;
use omvendt::{app, jobs};

pub use browser::{Browser, Seen};
pub use companies::{Company, mentor_form};
pub use events::{EventCompany, MatchEvent};
pub use mailbox::Letter;
pub use people::PASSWORD;
pub use people::YoungPerson;
pub use program::Program;

pub struct TestApp {
    pub state: AppState,
    pub url: String,
    folder: tempfile::TempDir,
}

impl TestApp {
    /// A server on a port of its own. The clock stands at noon on Thursday 1 October 2026.
    pub async fn spawn() -> Self {
        Self::spawn_at(Utc.with_ymd_and_hms(2026, 10, 1, 10, 0, 0).unwrap()).await
    }

    pub async fn spawn_at(now: DateTime<Utc>) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = database::Database::fresh(folder.path()).await;
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("a bound address"));
        let settings = Settings {
            database_url: database.url.clone(),
            listen: listener.local_addr().expect("a bound address"),
            public_url: url.clone(),
            mail: MailTo::Folder(folder.path().join("mail")),
            mail_from: "Omvendt <no-reply@omvendt.example>".into(),
            mail_ca: None,
            data_dir: folder.path().to_owned(),
            log: "warn".into(),
            secret: vec![7; 64],
            metrics_listen: None,
            trusted_proxies: Vec::new(),
            demo: false,
        };
        let db = omvendt::state::Db::connect(&database.url).await.expect("a database");
        let state = AppState {
            db,
            clock: Clock::standing_at(now),
            settings: Arc::new(settings),
            live: Live::default(),
        };
        let server = app::server(state.clone(), listener, 1).expect("a server");
        tokio::spawn(server);
        Self { state, url, folder }
    }

    pub fn clock(&self) -> &Clock {
        &self.state.clock
    }

    /// Somebody's browser, with its own cookies.
    pub fn browser(&self) -> Browser {
        Browser::new(&self.url)
    }

    /// The same, meeting whatever the story does meanwhile.
    pub fn due_in_the_background(&self) -> tokio::task::JoinHandle<()> {
        let state = self.state.clone();
        tokio::spawn(async move {
            let transport = Transport::new(&state.settings).expect("a mail folder");
            jobs::run_due(&state, &transport).await.expect("due work succeeds");
        })
    }

    /// Does what is due at this moment, mail included.
    pub async fn run_due(&self) {
        let transport = Transport::new(&self.state.settings).expect("a mail folder");
        jobs::run_due(&self.state, &transport).await.expect("due work succeeds");
    }
}

/// Another process on the same database.
pub struct SecondServer {
    url: String,
    handle: actix_web::dev::ServerHandle,
    stop: tokio::sync::watch::Sender<bool>,
    listening: tokio::task::JoinHandle<()>,
}

impl TestApp {
    pub fn second_server(&self) -> SecondServer {
        let state = AppState { live: Live::default(), ..self.state.clone() };
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        let url = format!("http://{}", listener.local_addr().expect("a bound address"));
        let (stop, stopped) = tokio::sync::watch::channel(false);
        let listening =
            tokio::spawn(omvendt::features::event_days::live::listen(state.clone(), stopped));
        let server = app::server(state, listener, 1).expect("a server");
        let handle = server.handle();
        tokio::spawn(server);
        SecondServer { url, handle, stop, listening }
    }
}

impl SecondServer {
    pub async fn signed_in_as(&self, app: &TestApp, account: AccountId) -> Browser {
        app.signed_in(account).await.at(&self.url)
    }

    /// Lets everybody go who follows, and stops.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        self.handle.stop(true).await;
        self.listening.await.expect("it stops listening");
    }
}
