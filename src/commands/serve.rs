//! `omvendt serve`.

use std::net::TcpListener;

use anyhow::Context;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::state::AppState;
use crate::web::metrics;
use crate::{app, jobs};

pub async fn run(web_only: bool) -> anyhow::Result<()> {
    let settings = super::settings(false)?;
    let listener = listen(&settings.listen)?;
    let state = super::state(settings).await?;
    serve(state, listener, web_only).await
}

pub fn listen(address: &std::net::SocketAddr) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .with_context(|| format!("{address} cannot be listened on; see OMVENDT_LISTEN"))
}

/// Serves until SIGTERM or Ctrl-C; then requests in hand are answered and the mail in hand is sent.
pub async fn serve(state: AppState, listener: TcpListener, web_only: bool) -> anyhow::Result<()> {
    let address = listener.local_addr()?;
    if let Some(metrics_listen) = state.settings.metrics_listen {
        let listener = listen(&metrics_listen).context("see OMVENDT_METRICS_LISTEN")?;
        tokio::spawn(metrics::server(listener)?);
    }
    let (stop, stopped) = watch::channel(false);
    let worker = (!web_only).then(|| tokio::spawn(jobs::work(state.clone(), stopped)));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let server = app::server(state.clone(), listener, workers)?;
    let handle = server.handle();
    let serving = tokio::spawn(server);
    println!("ready http://{address}");
    asked_to_stop().await?;
    handle.stop(true).await;
    serving.await??;

    stop.send_replace(true);
    if let Some(worker) = worker {
        worker.await??;
    }
    state.db.close().await?;
    Ok(())
}

/// SIGTERM or Ctrl-C.
pub async fn asked_to_stop() -> std::io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = terminate.recv() => Ok(()),
        pressed = tokio::signal::ctrl_c() => pressed,
    }
}
