//! `/admin/accounts`: who may sign in.

pub mod acts;
pub mod list;
pub mod new;
pub mod one;

use crate::domain::AccountId;

pub fn path(id: AccountId) -> String {
    format!("/admin/accounts/{id}")
}
