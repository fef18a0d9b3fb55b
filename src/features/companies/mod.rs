//! Workplaces: from the first interest to a published page with places on it, and our contact with them.
//!
//! Owns `company`, `company_member`, `company_profile`, `company_note`, `photo`, `place`, `place_requirement`.

pub mod approval;
pub mod card;
mod details_form;
pub mod edit;
pub mod headcount;
pub mod interest;
pub mod invitation;
pub mod list;
mod listing;
pub mod mail;
mod member_since;
pub mod new;
pub mod notes;
pub mod photo;
pub mod photos;
mod picture;
pub mod place;
mod place_form;
mod place_store;
pub mod places;
pub mod preview;
pub mod profile;
mod profile_form;
mod profile_state;
pub mod profile_steps;
mod ratio;
pub mod show;
pub mod store;
pub mod words;

pub use card::{Card, CardPlace, card};
pub use details_form::kept;
pub use invitation::{language_choices, language_of};
pub use listing::{Listing, listings};
pub use member_since::due;
pub use picture::{Picture, PictureError, prepare as prepare_picture};
pub use place_store::leave_places_without;
pub use profile::Theirs;
pub use ratio::ratio;
pub use store::{add_photo, members, new_interest, next_steps};

use sea_orm::ConnectionTrait;

use crate::domain::{CompanyId, PhotoId, PlaceId};
use crate::entities::account;
use crate::mail::{self as queue, Message, Recipient};
use crate::state::{AppState, Txn};
use crate::web::AppResult;
use crate::words::Words;

pub const PROFILE: &str = "/company/profile";
pub const PLACES: &str = "/company/places";
pub const LIST: &str = "/desk/companies";

/// The consultants' page of a company.
pub fn desk_path(company: CompanyId) -> String {
    format!("{LIST}/{company}")
}

pub fn place_path(place: PlaceId) -> String {
    format!("{PLACES}/{place}")
}

/// At most 10 kB, for lists.
pub fn list_photo(photo: PhotoId) -> String {
    format!("/photos/{photo}/list.jpg")
}

pub fn full_photo(photo: PhotoId) -> String {
    format!("/photos/{photo}/full.jpg")
}

/// Sends a message to everybody who signs in for a company, once for one cause.
pub async fn tell_company<M: Message>(
    txn: &Txn,
    state: &AppState,
    company: CompanyId,
    cause: &str,
    message: impl Fn(Words) -> M,
) -> AppResult<()> {
    for member in members(txn, company).await? {
        tell(txn, state, &member, cause, &message).await?;
    }
    Ok(())
}

/// Sends a message to the company's consultant, if it has one.
async fn tell_consultant<M: Message>(
    txn: &Txn,
    state: &AppState,
    company: &crate::entities::company::Model,
    cause: &str,
    message: impl Fn(Words) -> M,
) -> AppResult<()> {
    let Some(id) = company.consultant_id else { return Ok(()) };
    match store::account(txn, id).await? {
        Some(consultant) => tell(txn, state, &consultant, cause, &message).await,
        None => Ok(()),
    }
}

async fn tell<M: Message>(
    txn: &Txn,
    state: &AppState,
    account: &account::Model,
    cause: &str,
    message: &impl Fn(Words) -> M,
) -> AppResult<()> {
    let Some(recipient) = Recipient::of(account) else { return Ok(()) };
    let message = message(recipient.words());
    let cause = format!("{cause}/{}", account.id);
    queue::enqueue(txn, state.clock.now(), &recipient, &cause, &message).await
}

/// The name by which a company is spoken of.
pub async fn name(db: &impl ConnectionTrait, company: CompanyId) -> AppResult<String> {
    Ok(store::company(db, company).await?.name)
}
