//! People who may sign in, and how they prove that it is them.
//!
//! Owns `account`, `web_session`, `sign_in_token`, `invitation_token`, `recovery_code`, `sign_in_card`, `kept_form`.

pub mod absence;
pub mod away;
pub mod card;
pub mod code_app;
pub mod contact;
pub mod credentials;
pub mod disabling;
pub mod invitation;
pub mod invite;
pub mod kept_form;
pub mod language;
pub mod mail;
pub mod own;
pub mod password;
pub mod retention;
pub mod secrets;
pub mod session;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_in_link;
pub mod sign_in_password;
pub mod sign_in_second_factor;
pub mod sign_out;
pub mod store;
pub mod ways_in;
mod words;

use crate::domain::Role;

/// Where somebody lands after signing in.
pub const fn home(role: Role) -> &'static str {
    match role {
        Role::YoungPerson => "/me",
        Role::Company => "/company",
        Role::Mentor => "/mentor",
        Role::Consultant => "/desk",
        Role::Manager => "/figures",
        Role::Administrator => "/admin",
    }
}

/// A path of ours to go back to; anything else could lead people elsewhere.
pub fn local_path(path: &str) -> Option<&str> {
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains(|sign: char| sign == '\\' || sign.is_control());
    ours.then_some(path)
}
