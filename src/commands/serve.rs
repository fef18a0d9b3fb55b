//! `omvendt serve`.

use std::net::TcpListener;

use anyhow::{Context, bail};
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

use crate::features::demo::clock;
use crate::features::event_days;
use crate::state::AppState;
use crate::web::metrics;
use crate::{app, jobs};

pub async fn run(web_only: bool) -> anyhow::Result<()> {
    let settings = super::settings(false)?;
    let listener = listen(&settings.listen, "OMVENDT_LISTEN")?;
    let state = super::state(settings).await?;
    refuse_demo_for_others(&state).await?;
    serve(state, listener, web_only).await
}

/// Anybody can read which passwords and code apps the demo's people have.
async fn refuse_demo_for_others(state: &AppState) -> anyhow::Result<()> {
    if !state.settings.is_for_this_machine() && clock::is_demo(&state.db.read).await? {
        bail!(
            "the database holds the demo, whose passwords everybody knows, and OMVENDT_PUBLIC_URL is {}; \
             name another database in OMVENDT_DATABASE_URL",
            state.settings.public_url
        );
    }
    Ok(())
}

pub fn listen(address: &std::net::SocketAddr, setting: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address)
        .with_context(|| format!("{address} cannot be listened on; see {setting}"))
}

/// Serves until SIGTERM or Ctrl-C; then requests in hand are answered and the mail in hand is sent.
pub async fn serve(state: AppState, listener: TcpListener, web_only: bool) -> anyhow::Result<()> {
    let address = listener.local_addr()?;
    if let Some(metrics_listen) = state.settings.metrics_listen {
        tokio::spawn(metrics::server(listen(&metrics_listen, "OMVENDT_METRICS_LISTEN")?)?);
    }
    let transport = (!web_only).then(|| super::transport(&state.settings)).transpose()?;
    let asked_to_stop = asked_to_stop()?;
    let (stop, stopped) = watch::channel(false);
    let listening = tokio::spawn(event_days::live::listen(state.clone(), stopped.clone()));
    let worker = transport.map(|by| tokio::spawn(jobs::work(state.clone(), by, stopped)));
    let workers = std::thread::available_parallelism().map_or(2, usize::from);
    let server = app::server(state.clone(), listener, workers)?;
    let handle = server.handle();
    let serving = tokio::spawn(server);
    println!("ready http://{address}");
    asked_to_stop.await;
    stop.send_replace(true);
    handle.stop(true).await;
    serving.await??;
    listening.await?;
    if let Some(worker) = worker {
        worker.await?;
    }
    state.db.close().await?;
    Ok(())
}

/// SIGTERM or Ctrl-C, listened for from the call on.
pub fn asked_to_stop() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}
