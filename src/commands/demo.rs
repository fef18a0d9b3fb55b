//! `omvendt demo` and `omvendt seed`.

use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, bail};
use sea_orm::{EntityTrait, PaginatorTrait, QuerySelect};
use sea_orm_migration::SchemaManager;

use super::serve;
use crate::clock::Clock;
use crate::domain::Role;
use crate::entities::account;
use crate::features::demo::{clock, personas};
use crate::seed::{self, large};
use crate::settings::Settings;
use crate::state::{AppState, Db};

/// The believable month, made if there is none, and served with the personas' ways in.
pub async fn run(fresh: bool) -> anyhow::Result<()> {
    let settings = super::settings(true)?;
    let listener = serve::listen(&settings.listen, "OMVENDT_LISTEN")?;
    let is_demo = refuse_programme(&settings).await?;
    if fresh && is_demo {
        remove(&settings)?;
    }
    let state = super::state(settings).await?;
    if is_empty(&state.db).await? {
        println!("telling one month of the demo ...");
        clock::mark(&state).await?;
        let opens = seed::load(&state, Clock::system().today()).await?;
        clock::set_to(&state, opens).await?;
    }
    clock::restore(&state).await?;
    print_personas(&state).await?;
    serve::serve(state, listener, false).await
}

#[derive(Clone, Copy, Debug, Default, clap::ValueEnum)]
pub enum Size {
    /// One month of a small programme.
    #[default]
    Month,
    /// 10,000 young people, 500 companies and 24 events.
    Large,
    /// The same, with 2,000 of them at the event that is under way.
    EventDay,
}

/// Loads the month into an empty database, alone or with a crowd around it.
pub async fn seed(size: Size) -> anyhow::Result<()> {
    let state = super::state(super::settings(false)?).await?;
    if !is_empty(&state.db).await? {
        bail!("the database is not empty; the month is only told into an empty one");
    }
    clock::mark(&state).await?;
    let today = state.clock.today();
    let opens = match size {
        Size::Month => seed::load(&state, today).await?,
        Size::Large => large::load(&state, today, large::Size::LARGE).await?,
        Size::EventDay => large::load(&state, today, large::Size::EVENT_DAY).await?,
    };
    clock::set_to(&state, opens).await?;
    println!("the month is told");
    state.db.close().await?;
    Ok(())
}

async fn is_empty(db: &Db) -> anyhow::Result<bool> {
    let accounts = account::Entity::find().select_only().column(account::Column::Id);
    Ok(accounts.count(&db.read).await? == 0)
}

/// Looks, before anything is changed, whether the database is a demo's already; a programme's is left alone.
async fn refuse_programme(settings: &Settings) -> anyhow::Result<bool> {
    let db = super::connect(settings).await?;
    let has_table = async |name| SchemaManager::new(&db.read).has_table(name).await;
    let is_demo = has_table("setting").await? && clock::is_demo(&db.read).await?;
    if !is_demo && has_table("account").await? && !is_empty(&db).await? {
        bail!(
            "the database holds a programme's accounts, and a demo would be told into it; name another one \
             in OMVENDT_DATABASE_URL, or none"
        );
    }
    db.close().await?;
    Ok(is_demo)
}

/// A demo's data is files in its own folder; nothing else is ever removed.
fn remove(settings: &Settings) -> anyhow::Result<()> {
    let Some(file) = settings.database_url.strip_prefix("sqlite:") else {
        bail!("--fresh only removes a SQLite demo; empty the PostgreSQL database yourself");
    };
    for ending in ["", "-wal", "-shm"] {
        remove_file(Path::new(&format!("{file}{ending}")))?;
    }
    match std::fs::remove_dir_all(settings.data_dir.join("mail")) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).context("the demo's mail cannot be removed")
        }
        _ => Ok(()),
    }
}

fn remove_file(file: &Path) -> anyhow::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be removed", file.display()))
        }
        _ => Ok(()),
    }
}

async fn print_personas(state: &AppState) -> anyhow::Result<()> {
    println!("\nWho you can be, at {}/dev/personas:", state.settings.public_url);
    for role in Role::ALL {
        for person in personas::first_of(&state.db.read, *role, "").await? {
            println!(
                "  {:<14} {:<22} {}",
                person.role.as_str(),
                person.name,
                person.email.unwrap_or_default()
            );
        }
    }
    println!(
        "Press a name there to sign in; the mails are at {0}/dev/mail, the clock at {0}/dev/clock.\n",
        state.settings.public_url
    );
    Ok(())
}
