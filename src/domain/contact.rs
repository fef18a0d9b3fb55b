//! How to reach people and companies: each value checked once, kept as typed and folded for comparing.

use std::fmt::{self, Display, Formatter};

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    #[error("this is no e-mail address")]
    Email,
    #[error("this is no phone number")]
    Phone,
    #[error("a CVR number has eight digits")]
    Cvr,
    #[error("a P-number has ten digits")]
    PNumber,
}

/// An address as its owner writes it. A light check: only sending shows whether it is theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let typed = typed.trim();
        let plain = typed.len() <= 254
            && !typed.chars().any(|sign| sign.is_whitespace() || is_hidden(sign));
        let (local, domain) = typed.rsplit_once('@').ok_or(ContactError::Email)?;
        let whole = !local.is_empty() && local.len() <= 64 && !local.contains('@');
        let dots = domain.split('.').count() > 1 && domain.split('.').all(|part| !part.is_empty());
        if plain && whole && dots { Ok(Self(typed.to_owned())) } else { Err(ContactError::Email) }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// One spelling for one mailbox: people capitalise their address differently from day to day.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// A phone number: eight Danish digits, or a foreign one with its country in front.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    typed: String,
    dialled: String,
}

impl Phone {
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let typed = typed.trim();
        let bare: String =
            typed.chars().filter(|sign| !matches!(sign, ' ' | '-' | '.' | '(' | ')')).collect();
        let abroad = bare.strip_prefix('+').or_else(|| bare.strip_prefix("00"));
        let dialled = match abroad {
            None => digits(&bare, 8..=8).map(|digits| format!("+45{digits}")),
            Some(number) if number.starts_with("45") => {
                digits(number, 10..=10).map(|digits| format!("+{digits}"))
            }
            Some(number) => digits(number, 8..=15).map(|digits| format!("+{digits}")),
        };
        let dialled = dialled.ok_or(ContactError::Phone)?;
        Ok(Self { typed: typed.to_owned(), dialled })
    }

    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// With the country in front, as a `tel:` link wants it.
    pub fn dialled(&self) -> &str {
        &self.dialled
    }
}

/// In pairs, as Danish numbers are read aloud; a foreign one in its own spelling.
impl Display for Phone {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.dialled.strip_prefix("+45") {
            Some(n) => write!(f, "{} {} {} {}", &n[..2], &n[2..4], &n[4..6], &n[6..]),
            None => f.write_str(&self.typed),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cvr(String);

impl Cvr {
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let bare = without_spaces(typed);
        let bare = bare.strip_prefix("DK").or_else(|| bare.strip_prefix("dk")).unwrap_or(&bare);
        digits(bare, 8..=8).map(|digits| Self(digits.to_owned())).ok_or(ContactError::Cvr)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Nearly all numbers divide by 11 under these weights; a few real ones do not, so it only warns.
    pub fn looks_right(&self) -> bool {
        let weights = [2, 7, 6, 5, 4, 3, 2, 1];
        let sum: u32 = self
            .0
            .bytes()
            .zip(weights)
            .map(|(digit, weight)| u32::from(digit - b'0') * weight)
            .sum();
        sum.is_multiple_of(11)
    }
}

/// The number of one workplace, which is what the law counts people by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PNumber(String);

impl PNumber {
    pub fn parse(typed: &str) -> Result<Self, ContactError> {
        let bare = without_spaces(typed);
        digits(&bare, 10..=10).map(|digits| Self(digits.to_owned())).ok_or(ContactError::PNumber)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    #[error("the text has more than {most} characters")]
    TooLong { most: usize },
    #[error("the text has signs nobody can see")]
    HiddenSigns,
}

/// One line as typed, without space around it or runs of space inside. Empty is fine; whether something
/// must be there is the form's rule.
pub fn clean_line(typed: &str, most: usize) -> Result<String, TextError> {
    if typed.trim().chars().any(|sign| is_hidden(sign) && sign != '\t') {
        return Err(TextError::HiddenSigns);
    }
    checked(typed.split_whitespace().collect::<Vec<_>>().join(" "), most)
}

/// Several lines as typed, with the line ends of one system.
pub fn clean_text(typed: &str, most: usize) -> Result<String, TextError> {
    let text = typed.replace("\r\n", "\n").replace('\r', "\n");
    if text.chars().any(|sign| is_hidden(sign) && !matches!(sign, '\n' | '\t')) {
        return Err(TextError::HiddenSigns);
    }
    checked(text.trim().to_owned(), most)
}

fn checked(text: String, most: usize) -> Result<String, TextError> {
    if text.chars().count() > most { Err(TextError::TooLong { most }) } else { Ok(text) }
}

/// Control signs, NUL among them, which PostgreSQL does not store, and signs that turn the reading
/// direction, with which a text can look like another.
fn is_hidden(sign: char) -> bool {
    sign.is_control() || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn without_spaces(typed: &str) -> String {
    typed.chars().filter(|sign| !sign.is_whitespace()).collect()
}

fn digits(text: &str, count: std::ops::RangeInclusive<usize>) -> Option<&str> {
    (count.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn e_mails_are_kept_as_typed_and_compared_folded() {
        let email = Email::parse(" Mia.Holm@Example.ORG ").unwrap();
        assert_eq!(
            (email.as_str(), email.folded().as_str()),
            ("Mia.Holm@Example.ORG", "mia.holm@example.org")
        );
        for typed in [
            "",
            "mia",
            "@example.org",
            "mia@",
            "mia@example",
            "a b@example.org",
            "a@b@example.org",
            "a@example..org",
            "a\0@example.org",
        ] {
            assert_eq!(Email::parse(typed), Err(ContactError::Email), "{typed:?}");
        }
        assert!(Email::parse(&format!("{}@example.org", "a".repeat(65))).is_err());
    }

    #[test]
    fn phones_are_read_as_danes_write_them() {
        for typed in
            ["12345678", "12 34 56 78", "+45 12 34 56 78", "0045 12345678", "(12) 34-56.78"]
        {
            let phone = Phone::parse(typed).unwrap();
            assert_eq!(
                (phone.dialled(), phone.to_string().as_str()),
                ("+4512345678", "12 34 56 78"),
                "{typed}"
            );
            assert_eq!(phone.typed(), typed);
        }
        assert_eq!(Phone::parse("+46 70 123 45 67").unwrap().dialled(), "+46701234567");
        assert_eq!(Phone::parse("+46 70 123 45 67").unwrap().to_string(), "+46 70 123 45 67");
        for typed in [
            "",
            "1234567",
            "123456789",
            "+45 1234567",
            "ring 12345678",
            "+1234567",
            "１２３４５６７８",
        ] {
            assert_eq!(Phone::parse(typed), Err(ContactError::Phone), "{typed}");
        }
    }

    #[test]
    fn company_numbers_have_their_digits() {
        let cvr = Cvr::parse("DK 13 58 56 28").unwrap();
        assert_eq!((cvr.as_str(), cvr.looks_right()), ("13585628", true));
        assert!(!Cvr::parse("12345678").unwrap().looks_right());
        assert_eq!(Cvr::parse("1358562"), Err(ContactError::Cvr));
        assert_eq!(PNumber::parse("1 003 456 789").unwrap().as_str(), "1003456789");
        assert_eq!(PNumber::parse("100345678"), Err(ContactError::PNumber));
    }

    #[test]
    fn text_is_cleaned_but_never_changed_in_meaning() {
        assert_eq!(clean_line("  Bo \t Jensen ", 20), Ok("Bo Jensen".into()));
        assert_eq!(clean_text("  a\r\nb\rc\n ", 20), Ok("a\nb\nc".into()));
        assert_eq!(clean_line("æøå", 3), Ok("æøå".into()));
        assert_eq!(clean_line("æøåé", 3), Err(TextError::TooLong { most: 3 }));
        for typed in ["a\0b", "a\u{7}b", "a\u{202e}b"] {
            assert_eq!(clean_text(typed, 20), Err(TextError::HiddenSigns));
            assert_eq!(clean_line(typed, 20), Err(TextError::HiddenSigns));
        }
        assert_eq!(clean_line("a\nb", 20), Err(TextError::HiddenSigns));
    }

    proptest! {
        #[test]
        fn nothing_typed_breaks_a_check_and_cleaning_twice_is_cleaning_once(typed in any::<String>()) {
            let _ = (Email::parse(&typed), Phone::parse(&typed).map(|phone| phone.to_string()));
            let _ = (Cvr::parse(&typed).map(|cvr| cvr.looks_right()), PNumber::parse(&typed));
            if let Ok(clean) = clean_text(&typed, 1000) {
                prop_assert_eq!(clean_text(&clean, 1000), Ok(clean));
            }
            if let Ok(clean) = clean_line(&typed, 1000) {
                prop_assert_eq!(clean_line(&clean, 1000), Ok(clean));
            }
        }
    }
}
