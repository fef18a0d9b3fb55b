//! What falls due: each slice's own step, and the mail. Every step can be repeated without harm, because each
//! consequence has a cause that the database keeps once.

use std::time::Duration;

use tokio::sync::watch;

use crate::features::accounts;
use crate::features::companies;
use crate::features::follow_ups;
use crate::features::match_events;
use crate::features::matching_runs;
use crate::features::placements;
use crate::features::rankings;
use crate::mail::transport::Transport;
use crate::mail::worker;
use crate::state::AppState;
use crate::web::AppResult;

const PAUSE: Duration = Duration::from_secs(2);

/// Runs until told to stop, and then finishes the message in hand.
pub async fn work(state: AppState, mut stop: watch::Receiver<bool>) -> anyhow::Result<()> {
    let transport = Transport::new(&state.settings)?;
    while !*stop.borrow() {
        if let Err(error) = run_due(&state, &transport).await {
            tracing::error!(?error, "due work failed and will be tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(PAUSE) => {}
            _ = stop.changed() => {}
        }
    }
    Ok(())
}

/// Everything due now, once.
pub async fn run_due(state: &AppState, transport: &Transport) -> AppResult<()> {
    accounts::retention::due(state).await?;
    match_events::due(state).await?;
    companies::due(state).await?;
    follow_ups::due(state).await?;
    rankings::due(state).await?;
    placements::due(state).await?;
    matching_runs::due(state).await?;
    worker::send_due(state, transport).await?;
    Ok(())
}
