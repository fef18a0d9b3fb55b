//! One person, two devices: a list that was changed elsewhere since this form was shown is never written over in
//! silence. Both are shown, and the person chooses.

use sea_orm::ConnectionTrait;

use super::store::{self, Pen, Stored};
use crate::domain::ranking::Ranking;
use crate::features::companies;
use crate::web::{AppResult, Fields};
use crate::words::Words;

/// The other list as the page shows it.
pub struct Other {
    pub changed_at: String,
    /// Best first; those equally good stand in one line.
    pub lines: Vec<String>,
    pub no_thanks: Vec<String>,
}

/// What was changed elsewhere, unless it says the same as what was sent here.
pub async fn changed(
    db: &impl ConnectionTrait,
    pen: Pen,
    fields: &Fields,
    sent: &Ranking,
) -> AppResult<Option<Stored>> {
    let Some(seen) = fields.get("seen").filter(|seen| !seen.is_empty()) else { return Ok(None) };
    let now = store::in_hand(db, pen.event, pen.young_person).await?;
    let is_other = store::mark(now.as_ref()) != seen;
    Ok(now.filter(|now| is_other && now.ranking != *sent))
}

pub async fn shown(db: &impl ConnectionTrait, other: &Stored, t: Words) -> AppResult<Other> {
    let chosen = other.ranking.classes().iter().flatten();
    let all = chosen.chain(other.ranking.no_thanks()).copied();
    let names = companies::store::names(db, all).await?;
    let name = |company| names.get(&company).cloned().unwrap_or_default();
    let line = |class: &Vec<_>| class.iter().map(|company| name(*company)).collect::<Vec<_>>();
    Ok(Other {
        changed_at: t.moment(other.row.saved_at),
        lines: other.ranking.classes().iter().map(|class| line(class).join(" = ")).collect(),
        no_thanks: other.ranking.no_thanks().iter().map(|company| name(*company)).collect(),
    })
}
