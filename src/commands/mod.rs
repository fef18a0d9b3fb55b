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

fn unreachable(settings: &Settings, error: &sea_orm::DbErr) -> anyhow::Error {
    tracing::debug!(%error, "connecting failed");
    match place(&settings.database_url) {
        Some(place) => {
            anyhow::anyhow!("the database at {place} cannot be reached; see OMVENDT_DATABASE_URL")
        }
        None => anyhow::anyhow!(
            "OMVENDT_DATABASE_URL is not a right address; in a password # is written %23, / is %2F and ? is %3F"
        ),
    }
}

/// Where a database is, without the name and password in its address; none when it cannot be told what is what.
fn place(database_url: &str) -> Option<String> {
    if database_url.starts_with("sqlite:") {
        return Some(database_url.to_owned());
    }
    let url = url::Url::parse(database_url).ok()?;
    // A `/`, `?` or `#` in a password ends it: what should be the host then comes after the path has begun.
    let is_cut = database_url
        .rsplit_once('@')
        .is_some_and(|(before, _)| before.matches(['/', '?', '#']).count() > "//".len());
    if is_cut || url.cannot_be_a_base() || url.path().contains('@') {
        return None;
    }
    Some(format!("{}{}", url.host_str().unwrap_or_default(), url.path()))
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_place_tells_no_password_whatever_is_in_it() {
        assert_eq!(place("postgres://app:hemmelig@db/omvendt").as_deref(), Some("db/omvendt"));
        assert_eq!(place("postgres://db:5432/omvendt?a=b").as_deref(), Some("db/omvendt"));
        assert_eq!(place("postgres://app:a@b@db/omvendt").as_deref(), Some("db/omvendt"));
        assert_eq!(place("sqlite:data/omvendt.db").as_deref(), Some("sqlite:data/omvendt.db"));
        for wrong in [
            "postgres://app:hem#melig@db/omvendt",
            "postgres://app:12#melig@db/omvendt",
            "postgres://app:12/melig@db/omvendt",
            "postgres://app:12?melig@db/omvendt",
            "postgres:/app:hemmelig@db/omvendt",
            "postgres://app:hemmelig@db:99999/omvendt",
            "postgres:app:hemmelig",
        ] {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }
}
