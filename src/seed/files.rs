//! The month's data files as they are written; each file in `seed/` explains its own fields.

mod companies;
mod events;
mod people;
mod placements;

pub use companies::*;
pub use events::*;
pub use people::*;
pub use placements::*;

pub type Key = String;

/// All the files together.
pub struct Files {
    pub accounts: Accounts,
    pub companies: Companies,
    pub young_people: YoungPeople,
    pub events: Events,
    pub placements: Placements,
}

/// The files ride in the program, so a demo needs nothing beside it.
pub fn read() -> Result<Files, toml::de::Error> {
    Ok(Files {
        accounts: toml::from_str(include_str!("../../seed/accounts.toml"))?,
        companies: toml::from_str(include_str!("../../seed/companies.toml"))?,
        young_people: toml::from_str(include_str!("../../seed/young_people.toml"))?,
        events: toml::from_str(include_str!("../../seed/events.toml"))?,
        placements: toml::from_str(include_str!("../../seed/placements.toml"))?,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_files_of_the_month_can_be_read() {
        let files = super::read().unwrap();
        assert_eq!(files.young_people.young_person.len(), 16);
        assert_eq!(files.companies.company.len(), 10);
    }
}
