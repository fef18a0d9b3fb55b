//! What every page shares: who is visiting, who may, the frame around a page, forms, and how errors look.

pub mod access;
pub mod assets;
pub mod error;
pub mod form;
pub mod headers;
pub mod health;
pub mod limit;
pub mod log;
pub mod metrics;
pub mod notice;
pub mod origin;
pub mod page;
pub mod stale;
pub mod typed;
pub mod visitor;

pub use error::{AppError, AppResult};
pub use form::{Fields, Form, Problems, check};
pub use notice::see_other;
pub use page::{NavItem, Page, html, unprocessable};
pub use visitor::{
    Anyone, SignedIn, SignedInAdministrator, SignedInCompany, SignedInConsultant, SignedInManager,
    SignedInMentor, SignedInYoungPerson, Visitor,
};
