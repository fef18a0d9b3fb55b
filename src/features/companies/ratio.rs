//! The legal ratio at a company: its own figures, our people there, and the dated rule.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;

use super::{store, words};
use crate::domain::legal::{self, Ratio};
use crate::entities::company;
use crate::features::programme;
use crate::web::AppResult;
use crate::words::Words;

/// None when no rule is in force on that day.
pub async fn ratio(
    db: &impl ConnectionTrait,
    company: &company::Model,
    on: NaiveDate,
) -> AppResult<Option<Ratio>> {
    let placed = store::placed(db, company.id).await?;
    let ours = i32::try_from(placed.here + placed.coming).unwrap_or(i32::MAX);
    let used = company.others_in_placement.saturating_add(ours);
    let rules = programme::ratio_rules(db).await?;
    Ok(legal::in_force(&rules, on).ok().map(|rule| rule.ratio(company.ordinary_employees, used)))
}

/// The ratio as a page shows it.
#[derive(Clone, Debug)]
pub struct RatioNote {
    pub words: String,
    pub warns: bool,
    /// Nobody has said how many are employed, so nobody knows.
    pub is_unknown: bool,
}

pub async fn note(
    db: &impl ConnectionTrait,
    company: &company::Model,
    on: NaiveDate,
    t: Words,
) -> AppResult<Option<RatioNote>> {
    let coming = store::placed(db, company.id).await?.coming;
    Ok(ratio(db, company, on).await?.map(|ratio| RatioNote {
        words: words::ratio(ratio, coming, t),
        warns: matches!(ratio, Ratio::Over { .. }),
        is_unknown: matches!(ratio, Ratio::HeadcountUnknown { .. }),
    }))
}
