//! What stands above everything a consultant writes down for a company on the phone.

use sea_orm::ConnectionTrait;

use super::offer::Offer;
use super::{desk_path, mail};
use crate::features::companies;
use crate::web::AppResult;
use crate::words::Words;

pub struct Rung {
    pub name: String,
    pub when: String,
    /// The list of the event's companies, which the page leads back to.
    pub back: String,
    pub action: String,
}

impl Rung {
    /// `noun` is what is written down: `/desk/events/{event}/companies/{company}/{noun}`.
    pub async fn of(
        db: &impl ConnectionTrait,
        offer: &Offer,
        noun: &str,
        t: Words,
    ) -> AppResult<Self> {
        let company = offer.line.company_id;
        let back = back(offer);
        Ok(Self {
            name: companies::name(db, company).await?,
            when: mail::when(t, offer.event.starts_at, offer.event.ends_at),
            action: format!("{back}/{company}/{noun}"),
            back,
        })
    }
}

pub fn back(offer: &Offer) -> String {
    format!("{}/companies", desk_path(offer.event.id))
}
