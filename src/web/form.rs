//! Forms as browsers send them. Every field arrives as text and is kept as typed, so that a page can show it
//! again beside what is wrong with it.

use std::future::Future;
use std::ops::Deref;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::value::Error as NotRead;
use serde::de::{DeserializeOwned, Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;
use validator::{Validate, ValidationError};

pub use omvendt_frontend::parts::Problems;

use super::error::AppError;
use crate::words::Words;

const LARGEST: usize = 1024 * 1024;

/// A form's named fields. Structs read by it hold `String` and `Vec<String>` with `#[serde(default)]`.
pub struct Form<T>(pub T);

/// A form whose field names are not known beforehand, such as one number per company.
pub struct Fields(pub Vec<(String, String)>);

impl<T> Deref for Form<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl Fields {
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// `("position-", …)`: the rest of each matching name, with its value.
    pub fn with_prefix<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter_map(move |(key, value)| Some((key.strip_prefix(prefix)?, value.as_str())))
    }
}

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T, AppError>>>>;

async fn pairs(
    bytes: impl Future<Output = Result<web::Bytes, actix_web::Error>>,
) -> Result<Vec<(String, String)>, AppError> {
    let bytes = bytes.await.map_err(|_| AppError::TooLarge)?;
    if bytes.len() > LARGEST {
        return Err(AppError::TooLarge);
    }
    Ok(url::form_urlencoded::parse(&bytes)
        .map(|(key, value)| (key.into_owned(), clean(&value)))
        .collect())
}

/// What a keyboard cannot type has no place in a text: NUL breaks PostgreSQL, others break pages and mail, and signs
/// that nobody sees hide a name or turn the words around it. Line ends become `\n`, and space around the text goes.
pub fn clean(text: &str) -> String {
    let text: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || is_unseen(*c)))
        .collect();
    if text.chars().all(|c| c.is_whitespace() || only_joins(c)) {
        return String::new();
    }
    text.trim().to_owned()
}

/// Signs without a width of their own or as blank as a space, and those that turn the direction of a text.
const fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{ad}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{115f}'..='\u{1160}'
            | '\u{180e}'
            | '\u{200b}'
            | '\u{200e}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2064}'
            | '\u{2066}'..='\u{2069}'
            | '\u{2800}'
            | '\u{3164}'
            | '\u{feff}'
            | '\u{ffa0}'
    )
}

/// What shapes the signs around it, as in many emoji and scripts, and is nothing without them.
const fn only_joins(c: char) -> bool {
    matches!(c, '\u{200c}'..='\u{200d}' | '\u{fe0f}')
}

impl FromRequest for Fields {
    type Error = AppError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move { Ok(Self(pairs(bytes).await?)) })
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = AppError;
    type Future = Extracting<Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            let pairs = pairs(bytes).await?;
            let encoded =
                url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            serde_html_form::from_str(&encoded)
                .map(Self)
                .map_err(|error| AppError::Malformed(error.to_string()))
        })
    }
}

/// A rule for `#[validate(custom(function = "required"))]`: something must be written.
pub fn required(text: &str) -> Result<(), ValidationError> {
    if text.is_empty() { Err(ValidationError::new("problem-required")) } else { Ok(()) }
}

fn sentence(error: &ValidationError, t: Words) -> String {
    match error.params.get("max").and_then(|max| max.as_u64()) {
        Some(most) if error.code == "problem-too-long" => t.problem_longer_than(most),
        _ => t.say(&error.code),
    }
}

/// Checks the shape of a form, field by field as it is written, which is as the page shows it. Each rule names its
/// sentence: `#[validate(email(code = "problem-email"))]`.
pub fn check<T: Validate + DeserializeOwned>(form: &T, t: Words) -> Problems {
    let mut problems = Problems::default();
    let Err(errors) = form.validate() else { return problems };
    let names = field_names::<T>();
    let mut wrong: Vec<_> = errors.field_errors().into_iter().collect();
    wrong.sort_by_key(|(field, _)| names.iter().position(|name| name == field));
    for (field, errors) in wrong {
        if let Some(error) = errors.first() {
            problems.add(field.as_ref(), sentence(error, t));
        }
    }
    problems
}

/// The names of a struct's fields in the order they are written: what it asks for when it is read.
fn field_names<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut names: &'static [&'static str] = &[];
    // Never succeeds: nothing is there to be read.
    let _ = T::deserialize(Asked(&mut names));
    names
}

struct Asked<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for Asked<'_> {
    type Error = NotRead;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, NotRead> {
        *self.0 = fields;
        Err(NotRead::custom("only asked for the names"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, NotRead> {
        Err(NotRead::custom("a form is a struct"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;
    use crate::domain::Language;

    #[derive(Default, Deserialize, Validate)]
    #[serde(default)]
    struct Four {
        #[validate(custom(function = "required"))]
        name: String,
        #[validate(email(code = "problem-email"))]
        email: String,
        #[validate(length(max = 10, code = "problem-too-long"))]
        note: String,
        #[validate(custom(function = "required"))]
        day: String,
        #[validate(custom(function = "required"))]
        place: String,
    }

    #[test]
    fn what_nobody_sees_is_no_text() {
        let unseen = "\u{200b}\u{200e}\u{200f}\u{202a}\u{202e}\u{2060}\u{2066}\u{2069}\u{feff}\
                      \u{ad}\u{34f}\u{61c}\u{115f}\u{1160}\u{180e}\u{2061}\u{2062}\u{2063}\u{2064}\
                      \u{2800}\u{3164}\u{ffa0}";
        for sign in unseen.chars() {
            assert_eq!(clean(&format!(" {sign}")), "", "{sign:?}");
        }
        assert_eq!(clean(&format!(" {unseen} Mia{unseen}\r\nHolm {unseen}")), "Mia\nHolm");
        assert_eq!(clean("Bageriet 👩\u{200d}🍳 Åse"), "Bageriet 👩\u{200d}🍳 Åse");
        assert!(required(&clean(unseen)).is_err());
    }

    #[test]
    fn what_only_joins_is_no_text_by_itself() {
        for alone in ["\u{200d}", "\u{200c}\u{fe0f}", " \u{200d}\u{200b} \n\u{fe0f}"] {
            assert_eq!(clean(alone), "", "{alone:?}");
        }
        for seen in ["❤\u{fe0f}", "می\u{200c}خواهم", "👩\u{200d}🍳"] {
            assert_eq!(clean(seen), seen);
        }
    }

    #[test]
    fn problems_stand_in_the_order_of_the_form() {
        for _ in 0..20 {
            let form = Four { note: "kept".into(), ..Four::default() };
            let problems = check(&form, Words(Language::Danish));
            let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
            assert_eq!(fields, ["name", "email", "day", "place"]);
        }
    }
}
