//! What the commands do. Each failure ends as one sentence.

pub mod account;
pub mod demo;
pub mod match_file;
pub mod migrate;
pub mod serve;
pub mod work;

use std::sync::Arc;

use anyhow::Context;
use tracing_subscriber::EnvFilter;

use crate::clock::Clock;
use crate::features::programme;
use crate::live::Live;
use crate::mail::transport::Transport;
use crate::settings::{MailTo, Settings};
use crate::state::{AppState, Db};

pub fn settings(demo: bool) -> anyhow::Result<Settings> {
    let settings = Settings::from_env(demo)?;
    let filter = EnvFilter::try_new(&settings.log).context("OMVENDT_LOG is not right")?;
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    Ok(settings)
}

/// Connects and changes nothing.
async fn connect(settings: &Settings) -> anyhow::Result<Db> {
    Db::connect(&settings.database_url).await.map_err(|error| unreachable(settings, &error))
}

/// Connects and brings the schema up to date.
pub async fn state(settings: Settings) -> anyhow::Result<AppState> {
    let db = connect(&settings).await?;
    prepare(&db).await.context("the schema could not be brought up to date")?;
    Ok(AppState { db, clock: Clock::system(), settings: Arc::new(settings), live: Live::default() })
}

/// How mail leaves, found out before anybody is served.
fn transport(settings: &Settings) -> anyhow::Result<Transport> {
    if let (MailTo::Folder(folder), false) = (&settings.mail, settings.demo) {
        let folder = folder.display();
        tracing::warn!(
            "mail is kept as files in {folder} and sent to nobody; see OMVENDT_MAIL_URL"
        );
    }
    Transport::new(settings).context("mail cannot be sent; see OMVENDT_MAIL_URL")
}

/// The schema as it should be, and in a new database the programme's own rules.
pub async fn prepare(db: &Db) -> anyhow::Result<()> {
    db.migrate().await?;
    let txn = db.begin().await?;
    programme::load_defaults(&txn).await?;
    txn.commit().await?;
    Ok(())
}

/// A password in the address stays out of the message.
fn unreachable(settings: &Settings, error: &sea_orm::DbErr) -> anyhow::Error {
    let place = match url::Url::parse(&settings.database_url) {
        Ok(url) if url.host_str().is_some() => {
            format!("{}{}", url.host_str().unwrap_or_default(), url.path())
        }
        _ => settings.database_url.clone(),
    };
    tracing::debug!(%error, "connecting failed");
    anyhow::anyhow!("the database at {place} cannot be reached; see OMVENDT_DATABASE_URL")
}
