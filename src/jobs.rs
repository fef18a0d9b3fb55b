//! What falls due: each slice's own step, and the mail. Every step can be repeated without harm, because each
//! consequence has a cause that the database keeps once.

use std::time::Duration;

use tokio::sync::watch;

use crate::features::accounts;
use crate::features::companies;
use crate::features::event_days;
use crate::features::follow_ups;
use crate::features::match_events;
use crate::features::matching_runs;
use crate::features::placements;
use crate::features::rankings;
use crate::mail::retention;
use crate::mail::transport::Transport;
use crate::mail::worker;
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
            if stopping() {
                return Ok(());
            }
            done(stringify!($slice), $slice $(:: $part)? ::due(state).await);
        )+};
    }
    steps!(
        accounts::retention,
        match_events,
        event_days,
        companies,
        follow_ups,
        rankings,
        placements,
        matching_runs,
        retention,
    );
    done("mail", worker::send_due(state, transport, stopping).await.map(drop));
    result
}
