//! What falls due: each slice's own step, and the mail. Every step can be repeated without harm, because each
//! consequence has a cause that the database keeps once.

use std::time::Duration;

use tokio::sync::watch;

use crate::features::accounts;
use crate::features::companies;
use crate::features::edits;
use crate::features::event_days;
use crate::features::follow_ups;
use crate::features::match_events;
use crate::features::matching_runs;
use crate::features::placements;
use crate::features::rankings;
use crate::mail::transport::Transport;
use crate::mail::{self, worker};
use crate::state::AppState;
use crate::web::{AppResult, metrics};

const PAUSE: Duration = Duration::from_secs(2);

/// Runs until told to stop, and then finishes the message in hand.
pub async fn work(state: AppState, transport: Transport, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        // What failed is logged and counted where it failed, and tried again at the next pass.
        let _ = run_until(&state, &transport, || *stop.borrow()).await;
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Everything due now, once.
pub async fn run_due(state: &AppState, transport: &Transport) -> AppResult<()> {
    run_until(state, transport, || false).await
}

/// One slice's failure holds up no other's work, and never the mail; the first one is answered.
async fn run_until(
    state: &AppState,
    transport: &Transport,
    stopping: impl Fn() -> bool,
) -> AppResult<()> {
    let mut result = Ok(());
    let mut done = |step: &str, outcome: AppResult<()>| {
        if let Err(error) = outcome {
            tracing::error!(?error, step, "due work failed and will be tried again");
            metrics::due_failed(step);
            if result.is_ok() {
                result = Err(error);
            }
        }
    };
    macro_rules! steps {
        ($($slice:ident $(:: $part:ident)?),+ $(,)?) => {$(
            if !stopping() {
                let step = concat!(stringify!($slice) $(, "::", stringify!($part))?);
                done(step, $slice $(:: $part)? ::due(state).await);
            }
        )+};
    }
    steps!(
        accounts::retention,
        edits,
        match_events,
        event_days,
        companies,
        follow_ups,
        rankings,
        placements,
        matching_runs,
        mail::retention,
    );
    done("mail", worker::send_due(state, transport, stopping).await.map(drop));
    result
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::Arc;

    use super::*;
    use crate::clock::Clock;
    use crate::settings::{MailTo, Settings};
    use crate::state::Db;

    #[tokio::test]
    async fn what_failed_is_answered_also_when_a_stop_comes_right_after() {
        let folder = tempfile::tempdir().unwrap();
        // Without tables every step fails.
        let url = format!("sqlite:{}", folder.path().join("empty.db").display());
        let settings = Settings {
            database_url: url.clone(),
            listen: ([127, 0, 0, 1], 0).into(),
            public_url: String::new(),
            mail: MailTo::Folder(folder.path().to_owned()),
            mail_from: String::new(),
            mail_ca: None,
            data_dir: folder.path().to_owned(),
            log: String::new(),
            secret: vec![1; 64],
            metrics_listen: None,
            trusted_proxies: Vec::new(),
            demo: false,
        };
        let transport = Transport::new(&settings).unwrap();
        let state = AppState {
            db: Db::connect(&url).await.unwrap(),
            clock: Clock::standing_at(chrono::DateTime::UNIX_EPOCH),
            settings: Arc::new(settings),
            live: crate::live::Live::default(),
        };
        let asked = Cell::new(0);
        let after_one_step = || asked.replace(asked.get() + 1) > 0;
        assert!(run_until(&state, &transport, after_one_step).await.is_err());
        assert!(run_until(&state, &transport, || true).await.is_ok());
    }
}
