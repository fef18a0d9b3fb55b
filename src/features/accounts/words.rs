//! The slice's refusals in words.

use crate::domain::sign_in::{LONGEST, PasswordError};
use crate::words::Words;

pub fn password(error: PasswordError, t: Words) -> String {
    match error {
        PasswordError::TooShort { least } => t.account_problem_password_short(least),
        PasswordError::TooLong => t.account_problem_password_long(LONGEST),
        PasswordError::TooCommon => t.account_problem_password_common(),
        PasswordError::IsOwnName => t.account_problem_password_own(),
    }
}
