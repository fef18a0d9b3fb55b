//! `/dev/mail`: every message the demo has sent, newest first.

use std::path::Path;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::DateTime;
use mail_parser::{MessageParser, MimeHeaders};
use uuid::Uuid;

use crate::settings::MailTo;
use crate::state::AppState;
use crate::web::{Anyone, AppError, AppResult, Page, html};
use crate::words::Words;

/// How many are listed; a demo's month has fewer.
const MOST: usize = 500;

struct Letter {
    id: String,
    to: String,
    subject: String,
    sent: String,
    lines: Vec<Line>,
    calendar: String,
}

struct Line {
    text: String,
    /// Where a line that is an address leads, here in the demo.
    link: String,
}

#[derive(Template)]
#[template(path = "demo/mailbox.html")]
struct MailboxPage {
    page: Page,
    t: Words,
    letters: Vec<Letter>,
}

#[derive(Template)]
#[template(path = "demo/letter.html")]
struct LetterPage {
    page: Page,
    t: Words,
    letter: Letter,
}

pub async fn list(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let mut letters = Vec::new();
    for id in newest(folder(&state)?).await? {
        letters.push(read(&state, &id, t).await?);
    }
    html(&MailboxPage { page: Page::new(&request, t.demo_mail_title()), t, letters })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    id: web::Path<Uuid>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let letter = read(&state, &id.to_string(), t).await?;
    html(&LetterPage { page: Page::new(&request, letter.subject.clone()), t, letter })
}

fn folder(state: &AppState) -> AppResult<&Path> {
    match &state.settings.mail {
        MailTo::Folder(folder) => Ok(folder),
        MailTo::Smtp(_) => Err(AppError::NotFound),
    }
}

/// Ids are ordered by time, and so are the files named after them.
async fn newest(folder: &Path) -> AppResult<Vec<String>> {
    let mut ids = Vec::new();
    let mut files = tokio::fs::read_dir(folder).await.map_err(anyhow::Error::from)?;
    while let Some(file) = files.next_entry().await.map_err(anyhow::Error::from)? {
        let name = file.file_name();
        if let Some(id) = name.to_str().and_then(|name| name.strip_suffix(".eml")) {
            ids.push(id.to_owned());
        }
    }
    ids.sort_unstable_by(|a, b| b.cmp(a));
    ids.truncate(MOST);
    Ok(ids)
}

async fn read(state: &AppState, id: &str, t: Words) -> AppResult<Letter> {
    let file = folder(state)?.join(format!("{id}.eml"));
    let bytes = tokio::fs::read(file).await.map_err(|_| AppError::NotFound)?;
    let mail = MessageParser::default().parse(&bytes).ok_or(AppError::NotFound)?;
    let text = mail.body_text(0).unwrap_or_default();
    let calendar = mail.attachments().find(|part| part.attachment_name() == Some("omvendt.ics"));
    let sent = mail.date().and_then(|date| DateTime::from_timestamp(date.to_timestamp(), 0));
    Ok(Letter {
        id: id.to_owned(),
        to: mail
            .to()
            .and_then(|to| to.first())
            .and_then(|to| to.address())
            .unwrap_or_default()
            .to_owned(),
        subject: mail.subject().unwrap_or_default().to_owned(),
        sent: sent.map(|at| t.moment(at)).unwrap_or_default(),
        lines: text.lines().map(|text| line(&state.settings.public_url, text)).collect(),
        calendar: calendar
            .map(|part| String::from_utf8_lossy(part.contents()).into_owned())
            .unwrap_or_default(),
    })
}

fn line(public_url: &str, text: &str) -> Line {
    let link = text.trim().strip_prefix(public_url).unwrap_or_default();
    Line { text: text.to_owned(), link: link.to_owned() }
}
