//! `omvendt work`.

use tokio::sync::watch;

use crate::jobs;

pub async fn run() -> anyhow::Result<()> {
    let state = super::state(super::settings(false)?).await?;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(jobs::work(state.clone(), stopped));
    println!("working");
    super::serve::asked_to_stop().await?;
    stop.send_replace(true);
    worker.await??;
    state.db.close().await?;
    Ok(())
}
