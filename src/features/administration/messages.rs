//! `/admin/messages`: every message there is, with sample data, in both languages.

use actix_web::http::header;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use crate::domain::Language;
use crate::features::messages::{Sample, catalogue};
use crate::mail::Marked;
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, SignedInAdministrator, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "administration/messages.html")]
struct ListPage {
    page: Page,
    t: Words,
    samples: Vec<Sample>,
}

impl ListPage {
    fn told(&self, sample: &Sample) -> String {
        told(sample.name, self.t)
    }
}

/// Who gets a message, and when.
fn told(name: &str, t: Words) -> String {
    t.say(&format!("admin-message-{name}"))
}

#[derive(Template)]
#[template(path = "administration/message.html")]
struct MessagePage {
    page: Page,
    t: Words,
    name: String,
    versions: Vec<Version>,
}

struct Version {
    language: Language,
    label: String,
    sample: Sample,
}

#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct InLanguage {
    pub language: String,
}

pub async fn list(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let samples = catalogue(t, &marked(&state.settings.public_url))?;
    html(&ListPage { page: Page::new(&request, t.admin_messages_title()), t, samples })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    name: web::Path<String>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let version = |(language, label): (Language, String)| {
        Ok(Version { language, label, sample: sample(&state, language, &name)? })
    };
    let languages = [(Language::Danish, "Dansk".into()), (Language::English, "English".into())];
    let versions = languages.into_iter().map(version).collect::<AppResult<_>>()?;
    let name = name.into_inner();
    html(&MessagePage { page: Page::new(&request, told(&name, t)), t, name, versions })
}

/// The HTML part alone, under a policy of its own: its styles may stand inside it, and nothing in it can run,
/// be sent or be fetched.
pub async fn html_part(
    state: web::Data<AppState>,
    _: SignedInAdministrator,
    name: web::Path<String>,
    wanted: web::Query<InLanguage>,
) -> AppResult<HttpResponse> {
    let language = wanted.language.parse().unwrap_or(Language::Danish);
    let sample = sample(&state, language, &name)?;
    let policy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox";
    Ok(HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .insert_header((header::CONTENT_SECURITY_POLICY, policy))
        .body(sample.html))
}

fn sample(state: &AppState, language: Language, name: &str) -> AppResult<Sample> {
    let samples = catalogue(Words(language), &marked(&state.settings.public_url))?;
    samples.into_iter().find(|sample| sample.name == name).ok_or(AppError::NotFound)
}

/// Invented people, so that a sample reads like the real thing.
fn marked(base: &str) -> Marked {
    Marked {
        young_person: "Mia".into(),
        company: "Bageriet Sol".into(),
        consultant: "Sofie Holm".into(),
        mentor: "Karin Bager".into(),
        phone: "12 34 56 78".into(),
        address: "Kajen, Havnegade 1".into(),
        words: "…".into(),
        base: base.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_says_who_gets_it_and_when() {
        let samples = catalogue(Words(Language::Danish), &marked("https://example.org"));
        for sample in samples.unwrap() {
            let key = format!("admin-message-{}", sample.name);
            assert!(Words::knows(&key), "no words for {key}");
        }
    }
}
