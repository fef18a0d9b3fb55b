//! How long a proof of who you are lasts, how often one may be wrong, and what a password must be.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

/// Minutes a link or code from an e-mail can be used.
pub const LINK_MINUTES: i64 = 15;
/// Wrong tries before a code is worth nothing: a guess at six digits then wins once in 200,000.
pub const CODE_TRIES: i32 = 5;

pub fn link_expires_at(made_at: DateTime<Utc>) -> DateTime<Utc> {
    made_at + TimeDelta::minutes(LINK_MINUTES)
}

/// A link and its code are one token: using either spends both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    pub expires_at: DateTime<Utc>,
    pub used: bool,
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
        if self.used {
            return Err(TokenError::Used);
        }
        if now >= self.expires_at {
            return Err(TokenError::Expired);
        }
        self.used = true;
        Ok(())
    }

    /// Counts the try before it looks at the answer, and a right code after five wrong ones is wrong.
    /// The link goes on working: guessing at a code must not lock anybody out of their own mail.
    pub fn use_code(&mut self, is_right: bool, now: DateTime<Utc>) -> Result<(), TokenError> {
        if self.used || now >= self.expires_at {
            return self.use_link(now);
        }
        if self.tries >= CODE_TRIES {
            return Err(TokenError::TooManyTries);
        }
        if is_right {
            return self.use_link(now);
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
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn minute(minute: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2026, 12, 2, 12, minute, 0).unwrap()
    }

    fn token() -> Token {
        Token { expires_at: link_expires_at(minute(0)), used: false, tries: 0 }
    }

    #[test]
    fn a_link_opens_once_within_a_quarter_of_an_hour() {
        let mut token = token();
        assert_eq!(token.clone().use_link(minute(15)), Err(TokenError::Expired));
        assert_eq!(token.use_link(minute(14)), Ok(()));
        assert_eq!(token.use_link(minute(14)), Err(TokenError::Used));
        assert_eq!(token.use_code(true, minute(14)), Err(TokenError::Used));
    }

    #[test]
    fn a_code_has_five_tries_and_its_link_lives_on() {
        let mut token = token();
        for tries_left in [4, 3, 2, 1] {
            assert_eq!(token.use_code(false, minute(1)), Err(TokenError::WrongCode { tries_left }));
        }
        let mut lucky = token;
        assert_eq!(lucky.use_code(true, minute(2)), Ok(()));
        assert_eq!(token.use_code(false, minute(1)), Err(TokenError::TooManyTries));
        assert_eq!(token.use_code(true, minute(2)), Err(TokenError::TooManyTries));
        assert_eq!(token.use_code(true, minute(20)), Err(TokenError::Expired));
        assert_eq!(token.use_link(minute(3)), Ok(()));
    }

    #[test]
    fn a_card_opens_to_the_end_of_the_day_after() {
        let event_day = "2026-12-02".parse().unwrap();
        assert_eq!(card_expires_on(event_day), "2026-12-04".parse().unwrap());
        assert!(card_is_valid(minute(5), false, minute(4)));
        assert!(!card_is_valid(minute(5), false, minute(5)));
        assert!(!card_is_valid(minute(5), true, minute(4)));
    }

    #[test]
    fn an_account_rests_after_five_failures_and_longer_each_time() {
        let mut attempts = Attempts::default();
        for _ in 0..4 {
            attempts.fail(minute(0));
        }
        assert!(!attempts.is_locked(minute(0)));
        attempts.fail(minute(0));
        assert!(attempts.is_locked(minute(0)) && !attempts.is_locked(minute(1)));
        attempts.fail(minute(0));
        assert_eq!(attempts.failed, 5);
        attempts.fail(minute(1));
        assert_eq!(attempts.locked_until, Some(minute(3)));
        for _ in 0..40 {
            let now = attempts.locked_until.unwrap();
            attempts.fail(now);
            assert!(attempts.locked_until.unwrap() - now <= TimeDelta::minutes(60));
        }
        attempts.succeed();
        assert_eq!(attempts, Attempts::default());
    }

    #[test]
    fn long_passwords_of_any_kind_are_taken() {
        for password in [
            "fire små ænder løb",
            "kagerogkaffehverfredag",
            "            x",
            "jegspiserrugbrødhverdag",
        ] {
            assert_eq!(check_password(password, false, &["Mia Holm"]), Ok(()), "{password}");
        }
        assert_eq!(check_password("bageri4u", true, &[]), Ok(()));
        assert_eq!(check_password(&"åÆø".repeat(42), false, &[]), Ok(()));
    }

    #[test]
    fn short_long_common_and_own_are_refused() {
        let table = [
            ("bageri4u", PasswordError::TooShort { least: 12 }),
            ("æøåæøåæøåæø", PasswordError::TooShort { least: 12 }),
            ("aaaaaaaaaaaa", PasswordError::TooCommon),
            ("123456789012", PasswordError::TooCommon),
            ("Kodeord123456", PasswordError::TooCommon),
            ("passwordpassword", PasswordError::TooCommon),
            ("zyxwvutsrqponm", PasswordError::TooCommon),
            ("boulangerie1!", PasswordError::IsOwnName),
            ("Bageriet Sol 2026", PasswordError::IsOwnName),
        ];
        for (password, error) in table {
            let own = ["boulangerie@example.org", "Bageriet Sol"];
            assert_eq!(check_password(password, false, &own), Err(error), "{password}");
        }
        assert_eq!(check_password(&"ab".repeat(65), false, &[]), Err(PasswordError::TooLong));
        assert_eq!(check_password("x7", true, &[]), Err(PasswordError::TooShort { least: 8 }));
    }
}
