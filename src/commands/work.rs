//! `omvendt work`.

use tokio::sync::watch;

use super::serve;
use crate::jobs;

pub async fn run() -> anyhow::Result<()> {
    let state = super::state(super::settings(false)?).await?;
    let transport = super::transport(&state.settings)?;
    let asked_to_stop = serve::asked_to_stop()?;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(jobs::work(state.clone(), transport, stopped));
    println!("working");
    asked_to_stop.await;
    stop.send_replace(true);
    worker.await?;
    state.db.close().await?;
    Ok(())
}
