//! Why a message could not be sent, as it may be kept and logged: never what the server answered, because that
//! repeats the address.

use std::fmt;
use std::str::FromStr;

use lettre::transport::smtp;

/// Kept as text beside the message, and read back for the administrator's page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The server's answer to it, by its number: no, also later.
    Refused(u16),
    /// The same: not now.
    NotNow(u16),
    /// The way to the server, in technical words.
    NoWay(String),
}

impl WhyNot {
    pub fn of(error: &anyhow::Error) -> Self {
        let answer = error.downcast_ref::<smtp::Error>().and_then(|error| {
            let code = u16::from(error.status()?);
            Some(if error.is_permanent() { Self::Refused(code) } else { Self::NotNow(code) })
        });
        answer.unwrap_or_else(|| Self::NoWay(without_addresses(&format!("{error:#}"))))
    }
}

fn without_addresses(text: &str) -> String {
    let word = |word| if str::contains(word, '@') { "…" } else { word };
    text.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

impl fmt::Display for WhyNot {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(code) => write!(to, "refused {code}"),
            Self::NotNow(code) => write!(to, "not now {code}"),
            Self::NoWay(words) => to.write_str(words),
        }
    }
}

impl FromStr for WhyNot {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let code = |start| text.strip_prefix(start)?.parse().ok();
        Ok(match (code("refused "), code("not now ")) {
            (Some(code), _) => Self::Refused(code),
            (_, Some(code)) => Self::NotNow(code),
            _ => Self::NoWay(text.to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_was_written_and_holds_no_address() {
        for why in [WhyNot::Refused(550), WhyNot::NotNow(451), WhyNot::NoWay("no route".into())] {
            assert_eq!(why.to_string().parse(), Ok(why));
        }
        let error = anyhow::anyhow!("<mia@example.dk>: user\nunknown");
        assert_eq!(WhyNot::of(&error).to_string(), "… user unknown");
    }
}
