//! The people young people turn to every day: a company's own mentors, and the municipality's.
//!
//! Owns `mentor`.

pub mod company;
mod edit;
mod form;
mod invitation;
mod keep;
mod list;
pub mod municipal;
pub mod store;

pub use store::{municipal, of_company};

use crate::domain::{CompanyId, MentorId};

/// Whose mentors a page is about, and where it lives.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    /// None for the municipality.
    pub company: Option<CompanyId>,
    pub list: &'static str,
}

impl Owner {
    pub const fn company(company: CompanyId) -> Self {
        Self { company: Some(company), list: "/company/mentors" }
    }

    pub const fn municipality() -> Self {
        Self { company: None, list: "/desk/mentors" }
    }

    pub fn new_path(self) -> String {
        format!("{}/new", self.list)
    }

    pub fn path(self, mentor: MentorId) -> String {
        format!("{}/{mentor}", self.list)
    }
}
