//! Nothing overdue is left alone: its owner is reminded, then everybody.

use std::collections::HashSet;

use sea_orm::{ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QuerySelect};

use super::mail::{FollowUpOverdueMail, FollowUpWaitsMail};
use super::presence::Presence;
use super::{path, store};
use crate::domain::follow_up::{Remind, remind};
use crate::entities::{account, follow_up, mail};
use crate::features::programme;
use crate::mail::{Recipient, enqueue};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// One reminder to whom it concerns; a follow-up that got a new day and passed it as well is a new matter.
struct Letter<'a> {
    cause: String,
    follow_up: &'a follow_up::Model,
    to: &'a account::Model,
    is_team: bool,
}

/// Reminds the owner of each overdue follow-up, with who stands in for them, and after some working days the
/// team; at once where nobody is there to hold it.
pub async fn due(state: &AppState) -> AppResult<()> {
    let (db, today) = (&state.db.read, state.clock.today());
    let overdue = store::open().filter(follow_up::Column::DueOn.lt(today)).all(db).await?;
    if overdue.is_empty() {
        return Ok(());
    }
    let presence = Presence::load(db, today).await?;
    let calendar = programme::calendar(db).await?;
    let team_after = programme::number(db, "overdue_team_working_days").await?;
    let team_after = usize::try_from(team_after).unwrap_or(0);
    let mut letters = Vec::new();
    for row in &overdue {
        letters.extend(to_owner(row, &presence));
        let reaches = remind(row.due_on, today, team_after, &calendar);
        if reaches == Remind::Team || presence.present(row.owner_id).is_none() {
            letters.extend(to_team(row, &presence));
        }
    }
    let sent = sent(db, &letters).await?;
    letters.retain(|letter| !sent.contains(&letter.cause));
    if letters.is_empty() {
        return Ok(());
    }
    let txn = state.write().await?;
    for letter in &letters {
        send(&txn, state, letter).await?;
    }
    Ok(txn.commit().await?)
}

fn to_owner<'a>(row: &'a follow_up::Model, presence: &'a Presence) -> Vec<Letter<'a>> {
    let owner = presence.owner(row.owner_id);
    let deputy = presence.present(row.owner_id).filter(|present| present.id != row.owner_id);
    owner.into_iter().chain(deputy).map(|to| letter(row, to, false)).collect()
}

fn to_team<'a>(row: &'a follow_up::Model, presence: &'a Presence) -> Vec<Letter<'a>> {
    presence.team().map(|to| letter(row, to, true)).collect()
}

fn letter<'a>(row: &'a follow_up::Model, to: &'a account::Model, is_team: bool) -> Letter<'a> {
    let reaches = if is_team { "team" } else { "owner" };
    let cause = format!("follow-up/{}/overdue/{}/{reaches}/{}", row.id, row.due_on, to.id);
    Letter { cause, follow_up: row, to, is_team }
}

async fn sent(db: &impl ConnectionTrait, letters: &[Letter<'_>]) -> Result<HashSet<String>, DbErr> {
    let mut sent = HashSet::new();
    for letters in letters.chunks(500) {
        let causes: Vec<String> = mail::Entity::find()
            .select_only()
            .column(mail::Column::Cause)
            .filter(mail::Column::Cause.is_in(letters.iter().map(|letter| letter.cause.as_str())))
            .into_tuple()
            .all(db)
            .await?;
        sent.extend(causes);
    }
    Ok(sent)
}

async fn send(txn: &Txn, state: &AppState, letter: &Letter<'_>) -> AppResult<()> {
    let Some(to) = Recipient::of(letter.to) else { return Ok(()) };
    let (t, now, link) = (to.words(), state.clock.now(), state.link(&path(letter.follow_up.id)));
    if letter.is_team {
        enqueue(txn, now, &to, &letter.cause, &FollowUpWaitsMail { t, link }).await
    } else {
        enqueue(txn, now, &to, &letter.cause, &FollowUpOverdueMail { t, link }).await
    }
}
