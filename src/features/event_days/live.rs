//! `GET …/day/changes`: server-sent events that tell every screen where the day is. A message says nothing about
//! anybody: a phone holds its own tables already and only learns which of them it is time for.
//!
//! On PostgreSQL a change notifies every process, this one included; on SQLite there is one process.

use std::convert::Infallible;
use std::time::Duration;

use actix_web::{Responder, web};
use actix_web_lab::sse::{self, Sse};
use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use sea_orm::sqlx::postgres::PgListener;
use sea_orm::{ConnectionTrait, DbBackend, Statement};
use serde::Serialize;
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;

use super::day::{self, Day};
use super::view;
use crate::clock::local;
use crate::domain::MatchEventId;
use crate::domain::event_day::Moment;
use crate::features::match_events;
use crate::state::{AppState, Txn};
use crate::web::visitor::Side;
use crate::web::{AppError, AppResult, SignedIn, SignedInConsultant};

const CHANNEL: &str = "omvendt_event_day";
/// A telephone network closes what is silent for longer.
const KEEP_ALIVE: Duration = Duration::from_secs(20);
/// How long a screen waits before it comes back after a break.
const COME_BACK_AFTER: Duration = Duration::from_secs(1);
/// How often what is followed is read again, should a notice between processes have been lost.
const READ_AGAIN: Duration = Duration::from_secs(2);
/// How many screens fetch their page in one second, when everybody's tables are other ones.
const PAGES_A_SECOND: usize = 75;

#[derive(Serialize)]
struct Message {
    version: i32,
    /// Rises with the run sheet and the tables: whoever shows an older one fetches the page anew.
    layout: i32,
    moment: String,
    /// Milliseconds since 1970; none while the day stands still.
    ends_at: Option<i64>,
    /// Seconds that were left when the day was paused.
    left: Option<i64>,
    presenter: u32,
    /// When each step of the run sheet began or is to begin, as `13:02`.
    begins: Vec<String>,
}

/// What a screen calls the moment the day is at: `before`, `over`, or the id of the step.
pub fn moment(day: &Day) -> String {
    match day.clock().moment {
        Moment::Before => "before".to_owned(),
        Moment::Over => "over".to_owned(),
        Moment::At(at) => day.rows.get(at).map(|row| row.id.to_string()).unwrap_or_default(),
    }
}

fn hour_and_minute(at: DateTime<Utc>) -> String {
    local(at).format("%-H:%M").to_string()
}

fn message(day: &Day) -> String {
    let (clock, steps) = (day.clock(), day.steps());
    let message = Message {
        version: day.row.version,
        layout: day.row.plan_version,
        moment: moment(day),
        ends_at: clock.ends_at(&steps).map(|at| at.timestamp_millis()),
        left: clock.left_when_paused(&steps).map(|left| left.num_seconds()),
        presenter: clock.presenter,
        begins: view::begins(day).into_iter().map(hour_and_minute).collect(),
    };
    serde_json::to_string(&message).expect("numbers and text can be written as JSON")
}

/// The message with how many milliseconds so many screens take among them, should they all need a page: a few have it
/// at once, and thousands do not ask in the same moment.
fn spread(message: &str, followers: usize) -> String {
    let milliseconds = followers * 1000 / PAGES_A_SECOND;
    message.replacen('{', &format!("{{\"spread\":{milliseconds},"), 1)
}

/// Tells the other processes, as soon as the transaction is committed.
pub async fn notify(txn: &Txn, event: MatchEventId) -> AppResult<()> {
    if txn.get_database_backend() == DbBackend::Postgres {
        let values = [CHANNEL.into(), event.to_string().into()];
        let notify = "SELECT pg_notify($1, $2)";
        txn.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, notify, values))
            .await?;
    }
    Ok(())
}

/// Tells everybody who follows this event in this process.
pub async fn tell(state: &AppState, event: MatchEventId) -> AppResult<()> {
    let db = &state.db.read;
    let day = day::load(db, match_events::store::event(db, event).await?).await?;
    state.live.tell(event, day.row.version, &message(&day));
    Ok(())
}

/// Hears what other processes change, until told to stop; then every screen is let go.
pub async fn listen(state: AppState, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        tokio::select! {
            heard = hear(&state) => if let Err(error) = heard {
                tracing::warn!(%error, "changes of an event day are not heard; trying again");
                tokio::time::sleep(COME_BACK_AFTER).await;
            },
            _ = stop.changed() => {}
        }
    }
    state.live.end();
}

async fn hear(state: &AppState) -> anyhow::Result<()> {
    let mut listener = match state.db.read.get_database_backend() {
        DbBackend::Postgres => Some(PgListener::connect(&state.settings.database_url).await?),
        _ => None,
    };
    if let Some(listener) = &mut listener {
        listener.listen(CHANNEL).await?;
    }
    loop {
        for event in state.live.followed() {
            told(state, event).await;
        }
        let Some(listener) = &mut listener else {
            tokio::time::sleep(READ_AGAIN).await;
            continue;
        };
        while let Ok(heard) = tokio::time::timeout(READ_AGAIN, listener.recv()).await {
            if let Ok(event) = heard?.payload().parse() {
                told(state, event).await;
            }
        }
    }
}

/// The same after a change that counts, whether or not they can be told now.
pub async fn told(state: &AppState, event: MatchEventId) {
    if let Err(error) = tell(state, event).await {
        tracing::warn!(?error, %event, "the screens of an event day were not told");
    }
}

async fn follow(state: &AppState, event: MatchEventId) -> AppResult<impl Responder + use<>> {
    let receiver = state.live.follow(event);
    if receiver.borrow().text.is_empty() {
        tell(state, event).await?;
    }
    let live = state.live.clone();
    let messages = WatchStream::new(receiver).filter_map(move |message| {
        let said = (!message.text.is_empty())
            .then(|| sse::Data::new(spread(&message.text, live.followers(event))))
            .map(|data| Ok::<_, Infallible>(sse::Event::Data(data)));
        std::future::ready(said)
    });
    Ok(Sse::from_stream(messages).with_keep_alive(KEEP_ALIVE).with_retry_duration(COME_BACK_AFTER))
}

/// For young people and companies who are invited.
pub async fn changes(
    state: web::Data<AppState>,
    visitor: SignedIn,
    event: web::Path<MatchEventId>,
) -> AppResult<impl Responder> {
    let db = &state.db.read;
    match visitor.side() {
        Side::YoungPerson(person) => {
            match_events::attended_by(db, person, *event).await?;
        }
        Side::Company(company) => {
            match_events::invited_company(db, company, *event).await?;
        }
        _ => return Err(AppError::NotFound),
    }
    follow(&state, *event).await
}

/// For the facilitator and the big screen.
pub async fn desk_changes(
    state: web::Data<AppState>,
    _visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<impl Responder> {
    follow(&state, *event).await
}
