//! What this slice's refusals say.

use crate::domain::contact::ContactError;
use crate::domain::legal::Ratio;
use crate::domain::profile::{NeededField, ProfileError};
use crate::features::accounts::invite::InviteError;
use crate::words::Words;

use super::picture::PictureError;
use super::profile_form;

pub fn profile(error: &ProfileError, t: Words) -> String {
    match error {
        ProfileError::Missing(_) => t.profile_problem_missing(),
        ProfileError::NotSent => t.profile_problem_not_sent(),
        ProfileError::NotPublished => t.profile_problem_not_published(),
        ProfileError::Paused => t.profile_problem_paused(),
    }
}

/// One field that cannot be empty when young people are to see the page.
pub fn missing(field: NeededField, t: Words) -> String {
    t.profile_problem_needed(profile_form::label(field.as_str(), t))
}

pub fn picture(error: &PictureError, t: Words) -> String {
    match error {
        PictureError::TooLarge => t.profile_problem_photo_too_large(),
        PictureError::TooManyPixels => t.profile_problem_photo_too_many_pixels(),
        PictureError::NotAPicture => t.profile_problem_photo_not_a_picture(),
    }
}

pub fn contact(error: ContactError, t: Words) -> String {
    match error {
        ContactError::Email => t.problem_email(),
        ContactError::Phone => t.problem_phone(),
        ContactError::Cvr => t.companies_problem_cvr(),
        ContactError::PNumber => t.companies_problem_p_number(),
    }
}

pub fn invite(error: InviteError, t: Words) -> String {
    match error {
        InviteError::EmailTaken => t.companies_problem_email_taken(),
    }
}

/// The legal ratio in one sentence; a warning, because the authority decides and not we.
pub fn ratio(ratio: Ratio, coming: u64, t: Words) -> String {
    let coming = i32::try_from(coming).unwrap_or(i32::MAX);
    let now = |used: i32| t.places_ratio_now(used.saturating_sub(coming), coming);
    match ratio {
        Ratio::HeadcountUnknown { used } => t.places_ratio_unknown(now(used)),
        Ratio::Within { employees, allowed, used } => {
            t.places_ratio_within(employees, allowed, now(used))
        }
        Ratio::Over { employees, allowed, used, over_by: _ } => {
            t.places_ratio_over(employees, allowed, now(used))
        }
    }
}
