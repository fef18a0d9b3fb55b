//! How long a proof of who you are lasts, how often one may be wrong, and what a password must be.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::Role;

/// Young people and mentors have nothing to remember: a link or a code in an e-mail is the proof, and companies
/// may use one too. Whoever sees other people's data proves more than that.
pub const fn may_use_mail(role: Role) -> bool {
    matches!(role, Role::YoungPerson | Role::Company | Role::Mentor)
}

pub const fn may_have_password(role: Role) -> bool {
    matches!(role, Role::Company) || needs_second_factor(role)
}

pub const fn needs_second_factor(role: Role) -> bool {
    matches!(role, Role::Consultant | Role::Manager | Role::Administrator)
}

/// Minutes a link or code from an e-mail can be used.
pub const LINK_MINUTES: i64 = 15;
/// Seconds in which a second press of the same link or code is the first one, sent twice. Without scripts nothing
/// stops a double tap, and the browser keeps only the last answer: whoever the first press let in would be outside.
pub const SAME_PRESS_SECONDS: i64 = 10;
/// Wrong tries before a code is worth nothing: a guess at six digits then wins once in 200,000.
pub const CODE_TRIES: i32 = 5;

pub fn link_expires_at(made_at: DateTime<Utc>) -> DateTime<Utc> {
    made_at + TimeDelta::minutes(LINK_MINUTES)
}

/// A link and its code are one token: using either spends both. One that was ended without a press, or taken back
/// after it, expires no later than it was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
    pub tries: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    #[error("it has been used")]
    Used,
    #[error("it is too old")]
    Expired,
    #[error("there were too many wrong tries")]
    TooManyTries,
    #[error("the code is wrong")]
    WrongCode { tries_left: i32 },
}

impl Token {
    pub fn use_link(&mut self, now: DateTime<Utc>) -> Result<(), TokenError> {
        match self.used_at {
            Some(used_at) if self.is_same_press(used_at, now) => Ok(()),
            Some(_) => Err(TokenError::Used),
            None if now >= self.expires_at => Err(TokenError::Expired),
            None => {
                self.used_at = Some(now);
                Ok(())
            }
        }
    }

    fn is_same_press(&self, used_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        used_at < self.expires_at && now < used_at + TimeDelta::seconds(SAME_PRESS_SECONDS)
    }

    /// Counts the try before it looks at the answer, and a right code after five wrong ones is wrong.
    /// The link goes on working: guessing at a code must not lock anybody out of their own mail.
    pub fn use_code(&mut self, is_right: bool, now: DateTime<Utc>) -> Result<(), TokenError> {
        let mut used = *self;
        used.use_link(now)?;
        if self.tries >= CODE_TRIES {
            return Err(TokenError::TooManyTries);
        }
        if is_right {
            *self = used;
            return Ok(());
        }
        self.tries += 1;
        match CODE_TRIES - self.tries {
            0 => Err(TokenError::TooManyTries),
            tries_left => Err(TokenError::WrongCode { tries_left }),
        }
    }
}

/// The first local day on which a card for an event on `event_day` no longer opens anything.
pub fn card_expires_on(event_day: NaiveDate) -> NaiveDate {
    event_day.checked_add_days(Days::new(2)).unwrap_or(event_day)
}

pub fn card_is_valid(expires_at: DateTime<Utc>, revoked: bool, now: DateTime<Utc>) -> bool {
    !revoked && now < expires_at
}

/// Wrong passwords or one-time codes for one account before it rests.
pub const ATTEMPTS_BEFORE_LOCK: i32 = 5;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempts {
    pub failed: i32,
    pub locked_until: Option<DateTime<Utc>>,
}

impl Attempts {
    pub fn is_locked(&self, now: DateTime<Utc>) -> bool {
        self.locked_until.is_some_and(|until| now < until)
    }

    /// One minute after five failures, then double each time up to an hour: slow for a guesser, short
    /// for somebody who mistyped. Tries while it rests are not counted, or anybody could keep it locked.
    pub fn fail(&mut self, now: DateTime<Utc>) {
        if self.is_locked(now) {
            return;
        }
        self.failed = self.failed.saturating_add(1);
        if self.failed >= ATTEMPTS_BEFORE_LOCK {
            let doublings = (self.failed - ATTEMPTS_BEFORE_LOCK).min(6);
            self.locked_until = Some(now + TimeDelta::minutes((1 << doublings).min(60)));
        }
    }

    pub fn succeed(&mut self) {
        *self = Self::default();
    }
}

/// With a second factor a stolen password opens nothing alone, so it may be shorter.
pub const SHORTEST_WITH_SECOND_FACTOR: usize = 8;
pub const SHORTEST_ALONE: usize = 12;
pub const LONGEST: usize = 128;

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordError {
    #[error("the password has fewer than {least} characters")]
    TooShort { least: usize },
    #[error("the password has more than {LONGEST} characters")]
    TooLong,
    #[error("the password is one of those tried first")]
    TooCommon,
    #[error("the password is the person's own name or e-mail")]
    IsOwnName,
}

/// Length and not being guessable are all that is asked: rules about kinds of characters make people
/// write passwords down. `own` is what others know, such as name, company and e-mail.
pub fn check_password(
    password: &str,
    second_factor: bool,
    own: &[&str],
) -> Result<(), PasswordError> {
    let least = if second_factor { SHORTEST_WITH_SECOND_FACTOR } else { SHORTEST_ALONE };
    let length = password.chars().count();
    if length < least {
        return Err(PasswordError::TooShort { least });
    }
    if length > LONGEST {
        return Err(PasswordError::TooLong);
    }
    let folded = password.to_lowercase();
    if is_common(&folded) {
        return Err(PasswordError::TooCommon);
    }
    let known = own.iter().flat_map(|text| [*text, text.split('@').next().unwrap_or(text)]);
    if known.map(str::to_lowercase).any(|text| is_built_on(&folded, text.trim())) {
        return Err(PasswordError::IsOwnName);
    }
    Ok(())
}

/// What a guesser tries first, and what is made of it with a few digits or signs at the end.
fn is_common(password: &str) -> bool {
    let mut letters = password.chars();
    let first = letters.next();
    let repeated = letters.all(|letter| Some(letter) == first);
    let runs =
        ["01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopåasdfghjklæøzxcvbnm"];
    let backwards: String = password.chars().rev().collect();
    let run = runs.iter().any(|run| run.contains(password) || run.contains(backwards.as_str()));
    repeated || run || COMMON.iter().any(|common| is_built_on(password, common))
}

fn is_built_on(password: &str, word: &str) -> bool {
    let bare = password.trim_matches(|sign: char| !sign.is_alphabetic());
    !word.is_empty() && (password == word || bare == word || bare.replace(word, "").is_empty())
}

const COMMON: &[&str] = &[
    "password",
    "passw0rd",
    "passwort",
    "kodeord",
    "adgangskode",
    "adgang",
    "hemmelig",
    "velkommen",
    "welcome",
    "letmein",
    "qwerty",
    "qwertyuiop",
    "asdfgh",
    "iloveyou",
    "jegelskerdig",
    "admin",
    "administrator",
    "omvendt",
    "praktik",
    "virksomhed",
    "kommune",
    "danmark",
    "københavn",
    "kobenhavn",
    "roskilde",
    "sommer",
    "vinter",
    "forår",
    "efterår",
    "fodbold",
    "football",
    "brøndby",
    "liverpool",
    "monkey",
    "dragon",
    "sunshine",
    "princess",
    "superman",
    "batman",
    "master",
    "hejmeddig",
    "skatter",
];

#[cfg(test)]
mod tests;
