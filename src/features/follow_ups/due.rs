//! Nothing overdue is left alone: its owner is reminded, then everybody; each once a morning, however much waits.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Timelike};

use super::mail::{FollowUpOverdueMail, FollowUpWaitsMail};
use super::presence::Presence;
use super::{BOARD, store};
use crate::clock;
use crate::domain::AccountId;
use crate::domain::follow_up::{Remind, remind};
use crate::entities::{account, follow_up};
use crate::features::programme;
use crate::mail::{self, Recipient, enqueue};
use crate::state::{AppState, Txn};
use crate::web::AppResult;

/// The hour at which a working day's letters are sent.
const MORNING: u32 = 7;

/// What one letter counts.
#[derive(Clone, Copy, Default)]
struct Waits {
    own: usize,
    team: usize,
}

/// Reminds the owner of overdue follow-ups, with who stands in for them, and after some working days the team;
/// at once where nobody is there to hold them.
pub async fn due(state: &AppState) -> AppResult<()> {
    let (db, today) = (&state.db.read, state.clock.today());
    if clock::local(state.clock.now()).hour() < MORNING {
        return Ok(());
    }
    let overdue = store::chased(db, today).await?;
    let calendar = programme::calendar(db).await?;
    if overdue.is_empty() || !calendar.is_working_day(today) {
        return Ok(());
    }
    let presence = Presence::load(db, today).await?;
    let team_after = programme::number(db, "overdue_team_working_days").await?;
    let team_after = usize::try_from(team_after).unwrap_or(0);
    let mut letters: BTreeMap<AccountId, Waits> = BTreeMap::new();
    for row in &overdue {
        let own = holders(row, &presence);
        let reaches = remind(row.due_on, today, team_after, &calendar);
        let is_teams = reaches == Remind::Team || presence.present(row.owner_id).is_none();
        for to in presence.team().filter(|to| is_teams && !own.contains(&to.id)) {
            letters.entry(to.id).or_default().team += 1;
        }
        for to in own {
            letters.entry(to).or_default().own += 1;
        }
    }
    let causes: Vec<String> = letters.keys().map(|to| cause(today, *to)).collect();
    let sent = mail::written(db, &causes).await?;
    letters.retain(|to, _| !sent.contains(&cause(today, *to)));
    if letters.is_empty() {
        return Ok(());
    }
    let txn = state.write().await?;
    for (to, waits) in letters {
        if let Some(to) = presence.account(to) {
            send(&txn, state, to, waits).await?;
        }
    }
    Ok(txn.commit().await?)
}

/// The owner, and who stands in for them today.
fn holders(row: &follow_up::Model, presence: &Presence) -> Vec<AccountId> {
    let owner = presence.owner(row.owner_id);
    let deputy = presence.present(row.owner_id).filter(|present| present.id != row.owner_id);
    owner.into_iter().chain(deputy).map(|account| account.id).collect()
}

fn cause(today: NaiveDate, to: AccountId) -> String {
    format!("follow-ups/overdue/{today}/{to}")
}

async fn send(txn: &Txn, state: &AppState, to: &account::Model, waits: Waits) -> AppResult<()> {
    let cause = cause(state.clock.today(), to.id);
    let Some(to) = Recipient::of(to) else { return Ok(()) };
    let (t, now) = (to.words(), state.clock.now());
    if waits.own > 0 {
        let link = state.link(&format!("{BOARD}?when=overdue"));
        let mail = FollowUpOverdueMail::new(t, waits.own, waits.team, link);
        enqueue(txn, now, &to, &cause, &mail).await
    } else {
        let link = state.link(&format!("{BOARD}?who=team&when=overdue"));
        enqueue(txn, now, &to, &cause, &FollowUpWaitsMail::new(t, waits.team, link)).await
    }
}
