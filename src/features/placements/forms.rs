//! What the pages with a form share: whose placement it is, and days as people type them.

use chrono::NaiveDate;
use sea_orm::ConnectionTrait;

use super::{path, store};
use crate::domain::{PlacementId, disclosure};
use crate::entities::placement;
use crate::features::checklists::access::{self, Viewer};
use crate::state::Txn;
use crate::web::{AppError, AppResult, Problems, SignedIn, Visitor, typed};
use crate::words::Words;

/// What stands above a form.
pub struct Head {
    pub back: String,
    pub whose: String,
    pub young_person: String,
}

pub async fn head(
    db: &impl ConnectionTrait,
    placement: &placement::Model,
    viewer: Viewer,
    t: Words,
) -> AppResult<Head> {
    if viewer == Viewer::Company && disclosure::company_sees(placement.status, []).is_none() {
        return Err(AppError::NotFound);
    }
    let account = access::account_of(db, placement).await?;
    let young_person = store::account(db, account).await?.name;
    let company = store::company(db, placement.company_id).await?.name;
    let whose = match viewer {
        Viewer::YoungPerson => t.placements_title_young(company.as_str()),
        Viewer::Company | Viewer::Mentor => t.placements_title_company(young_person.as_str()),
        Viewer::Consultant => t.placements_title(young_person.as_str(), company.as_str()),
    };
    Ok(Head { back: path(placement.id), whose, young_person })
}

/// The placement of a consultant's page; the access table lets nobody else in.
pub async fn of_consultant(
    db: &impl ConnectionTrait,
    visitor: &Visitor,
    id: PlacementId,
) -> AppResult<placement::Model> {
    match access::of_visitor(db, visitor, id).await? {
        (placement, Viewer::Consultant) => Ok(placement),
        _ => Err(AppError::NotFound),
    }
}

/// Locked, and certain to be the visitor's.
pub async fn change(
    txn: &Txn,
    visitor: &SignedIn,
    id: PlacementId,
) -> AppResult<(placement::Model, Viewer)> {
    access::of_visitor_for_change(txn, visitor, id).await
}

/// The day, or what is wrong with it beside its field.
pub fn day_of(
    field: &'static str,
    text: &str,
    problems: &mut Problems,
    t: Words,
) -> Option<NaiveDate> {
    let found = typed::day(text);
    if found.is_none() {
        problems.add(field, t.problem_date());
    }
    found
}
