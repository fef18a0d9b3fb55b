//! Sessions are rows: ending a row signs that browser out at once. The cookie holds a key whose hash we keep.

use std::collections::HashMap;

use actix_session::Session;
use actix_session::storage::{LoadError, SaveError, SessionKey, SessionStore, UpdateError};
use actix_web::cookie::time::Duration as CookieDuration;
use chrono::{DateTime, Duration, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, Set,
};

use super::secrets;
use crate::domain::{AccountId, MatchEventId, Role, sign_in};
use crate::entities::{new_id, web_session};
use crate::state::{AppState, Txn};
use crate::web::Visitor;

const ACCOUNT: &str = "account";
const EVENT: &str = "event";
const MINUTES: &str = "minutes";
/// Whose an ended session was, so that text kept from it is given to nobody else.
const WAS: &str = "was";
/// There until the second factor has been given; where to go then.
const HALF: &str = "half";
const BY_MAIL: &str = "by_mail";
/// When this browser chose the password there is, in seconds.
const PASSWORD_SET: &str = "password_set";

pub struct DatabaseSessions(AppState);

type State = HashMap<String, String>;

impl DatabaseSessions {
    pub fn new(state: AppState) -> Self {
        Self(state)
    }

    async fn row(&self, key: &SessionKey) -> Result<Option<web_session::Model>, DbErr> {
        let hash = secrets::token_hash(key.as_ref());
        web_session::Entity::find()
            .filter(web_session::Column::KeyHash.eq(hash))
            .one(&self.0.db.read)
            .await
    }

    async fn insert(&self, state: &State) -> anyhow::Result<SessionKey> {
        let value =
            |name: &str| state.get(name).and_then(|json| serde_json::from_str::<String>(json).ok());
        let account: AccountId = value(ACCOUNT).unwrap_or_default().parse()?;
        let minutes: i64 = state.get(MINUTES).map_or(Ok(60), |minutes| minutes.parse())?;
        let now = self.0.clock.now();
        let key = secrets::token();
        let row = web_session::ActiveModel {
            id: Set(new_id()),
            key_hash: Set(secrets::token_hash(&key)),
            account_id: Set(account),
            event_id: Set(value(EVENT).map(|id| id.parse()).transpose()?),
            state: Set(serde_json::to_string(state)?),
            created_at: Set(now),
            expires_at: Set(now + Duration::minutes(minutes)),
            ended_at: Set(None),
        };
        let txn = self.0.write().await?;
        row.insert(&txn).await?;
        txn.commit().await?;
        Ok(key.try_into()?)
    }

    async fn end(&self, key: &SessionKey) -> Result<(), DbErr> {
        let txn = self.0.write().await?;
        let hash = secrets::token_hash(key.as_ref());
        web_session::Entity::update_many()
            .col_expr(web_session::Column::EndedAt, Expr::value(self.0.clock.now()))
            .filter(web_session::Column::KeyHash.eq(hash))
            .exec(&txn)
            .await?;
        txn.commit().await
    }
}

impl SessionStore for DatabaseSessions {
    async fn load(&self, key: &SessionKey) -> Result<Option<State>, LoadError> {
        let row = self.row(key).await.map_err(|error| LoadError::Other(error.into()))?;
        let Some(row) = row else { return Ok(None) };
        if row.ended_at.is_some() || row.expires_at <= self.0.clock.now() {
            return Ok(Some(State::from([(WAS.to_owned(), format!("\"{}\"", row.account_id))])));
        }
        serde_json::from_str(&row.state)
            .map(Some)
            .map_err(|error| LoadError::Deserialization(error.into()))
    }

    async fn save(&self, state: State, _: &CookieDuration) -> Result<SessionKey, SaveError> {
        self.insert(&state).await.map_err(SaveError::Other)
    }

    async fn update(
        &self,
        key: SessionKey,
        state: State,
        _: &CookieDuration,
    ) -> Result<SessionKey, UpdateError> {
        self.end(&key).await.map_err(|error| UpdateError::Other(error.into()))?;
        if !state.contains_key(ACCOUNT) {
            return Ok(key);
        }
        self.insert(&state).await.map_err(UpdateError::Other)
    }

    async fn update_ttl(&self, _: &SessionKey, _: &CookieDuration) -> anyhow::Result<()> {
        Ok(())
    }

    async fn delete(&self, key: &SessionKey) -> anyhow::Result<()> {
        Ok(self.end(key).await?)
    }
}

/// Signs this browser in under a new key. Staff sign in again each working day; others stay for thirty days,
/// because a sign-in too many is what makes people stay away.
pub fn begin(
    session: &Session,
    account: AccountId,
    role: Role,
    only_event: Option<MatchEventId>,
) -> anyhow::Result<()> {
    session.clear();
    session.renew();
    session.insert(ACCOUNT, account)?;
    if let Some(event) = only_event {
        session.insert(EVENT, event)?;
    }
    let hours = if sign_in::needs_second_factor(role) { 12 } else { 30 * 24 };
    session.insert(MINUTES, hours * 60)?;
    Ok(())
}

/// As `begin`, for who holds a printed card: this event only, and no longer than the card is valid.
pub fn begin_by_card(
    session: &Session,
    account: AccountId,
    role: Role,
    event: MatchEventId,
    valid: Duration,
) -> anyhow::Result<()> {
    begin(session, account, role, Some(event))?;
    session.insert(MINUTES, valid.num_minutes())?;
    Ok(())
}

/// As `begin`, for who came by a mail to their own address: proof enough to choose a new password.
pub fn begin_by_mail(session: &Session, account: AccountId, role: Role) -> anyhow::Result<()> {
    begin(session, account, role, None)?;
    session.insert(BY_MAIL, true)?;
    Ok(())
}

pub fn is_by_mail(session: &Session) -> bool {
    matches!(session.get(BY_MAIL), Ok(Some(true)))
}

/// As `begin`, for who has just chosen the account's password.
pub fn begin_with_new_password(
    session: &Session,
    account: AccountId,
    role: Role,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    begin(session, account, role, None)?;
    session.insert(PASSWORD_SET, now.timestamp())?;
    Ok(())
}

/// Whether the password was chosen here so short a while ago that a second press may still be on its way.
pub fn has_just_set_password(session: &Session, now: DateTime<Utc>) -> bool {
    let set_at: Option<i64> = session.get(PASSWORD_SET).ok().flatten();
    set_at.is_some_and(|set_at| now.timestamp() < set_at + sign_in::SAME_PRESS_SECONDS)
}

/// The password was right; nobody is signed in before the second factor is too.
pub fn begin_half(session: &Session, account: AccountId, back: &str) -> anyhow::Result<()> {
    session.clear();
    session.renew();
    session.insert(ACCOUNT, account)?;
    session.insert(HALF, back)?;
    session.insert(MINUTES, 60)?;
    Ok(())
}

/// Who has given the password and not yet the second factor, and where they were going.
pub fn half(session: &Session) -> Option<(AccountId, String)> {
    let back = session.get(HALF).ok().flatten()?;
    Some((session.get(ACCOUNT).ok().flatten()?, back))
}

pub async fn visitor(state: &AppState, session: &Session) -> Result<Option<Visitor>, DbErr> {
    if half(session).is_some() {
        return Ok(None);
    }
    let Ok(Some(account)) = session.get::<AccountId>(ACCOUNT) else { return Ok(None) };
    let only_event = session.get::<MatchEventId>(EVENT).ok().flatten();
    Visitor::load(state, account, only_event).await
}

/// Ends this browser's session. It keeps the cookie of what is over, so that a form open in another tab is kept for
/// its writer.
pub fn end(session: &Session) {
    session.clear();
}

/// Whose session this browser had before it ended.
pub fn was(session: &Session) -> Option<AccountId> {
    session.get(WAS).ok().flatten()
}

/// Lets the sessions that live at `from` live as long after `to`: a demo's clock has jumped, and nobody has been away.
pub async fn keep_through(txn: &Txn, from: DateTime<Utc>, to: DateTime<Utc>) -> Result<(), DbErr> {
    let living = web_session::Entity::find()
        .filter(web_session::Column::EndedAt.is_null())
        .filter(web_session::Column::ExpiresAt.gt(from));
    for session in living.all(txn).await? {
        let expires_at = Set(session.expires_at + (to - from));
        web_session::ActiveModel { expires_at, ..session.into() }.update(txn).await?;
    }
    Ok(())
}

/// Signs an account out everywhere: after a new password, a disabled account, a revoked card.
pub async fn end_all(
    txn: &impl ConnectionTrait,
    account: AccountId,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    web_session::Entity::update_many()
        .col_expr(web_session::Column::EndedAt, Expr::value(now))
        .filter(web_session::Column::AccountId.eq(account))
        .filter(web_session::Column::EndedAt.is_null())
        .exec(txn)
        .await?;
    Ok(())
}
