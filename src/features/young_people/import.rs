//! `/desk/young-people/import`: many at once, from a list in a file. First a preview; the press that takes them
//! checks everything again, and saves all of what was shown or nothing.

mod columns;
mod file;
mod lines;
mod outcome;
mod span;

use actix_multipart::form::{MultipartForm, bytes::Bytes};
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::{LIST, add};
use crate::features::accounts::invite::InviteError;
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;
use outcome::Read;

const SAMPLE_DA: &str = include_str!("import/sample-da.csv");
const SAMPLE_EN: &str = include_str!("import/sample-en.csv");

/// Half of it is room for the file travelling back as a field of the confirming form.
const LARGEST: u64 = 100_000;

#[derive(MultipartForm)]
pub struct Upload {
    #[multipart(limit = "200KB")]
    file: Bytes,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct ConfirmForm {
    list: String,
    /// How many the preview promised.
    count: String,
    /// How many of the list were in the programme already.
    there: String,
}

impl ConfirmForm {
    fn promises(&self, read: &Read) -> bool {
        self.count == read.good.len().to_string() && !read.good.is_empty()
    }

    /// Whom the preview promised is there by now: the second of two presses.
    fn is_done(&self, read: &Read) -> bool {
        let promised: usize = self.count.parse().unwrap_or_default();
        let before: usize = self.there.parse().unwrap_or_default();
        promised > 0 && read.good.is_empty() && read.there() == before.saturating_add(promised)
    }
}

#[derive(Template)]
#[template(path = "young_people/import.html")]
struct ImportPage {
    page: Page,
    t: Words,
    most_bytes: u64,
    columns: Vec<(&'static str, String)>,
    problems: Problems,
}

impl ImportPage {
    fn new(request: &HttpRequest, t: Words) -> Self {
        let columns = columns::COLUMNS.map(|column| (column.name(t), column.what(t)));
        Self {
            page: Page::new(request, t.young_people_import()),
            t,
            most_bytes: LARGEST,
            columns: columns.into(),
            problems: Problems::default(),
        }
    }

    fn refused(request: &HttpRequest, why: String, t: Words) -> AppResult<HttpResponse> {
        let mut page = Self::new(request, t);
        page.problems.add("file", why);
        unprocessable(&page)
    }
}

#[derive(Template)]
#[template(path = "young_people/import_preview.html")]
struct PreviewPage {
    page: Page,
    t: Words,
    read: Read,
    list: String,
    changed: bool,
}

pub async fn show(request: HttpRequest, visitor: SignedInConsultant) -> AppResult<HttpResponse> {
    html(&ImportPage::new(&request, visitor.words()))
}

/// `GET /desk/young-people/import/sample.csv`, with the mark by which spreadsheets know UTF-8.
pub async fn sample(visitor: SignedInConsultant) -> AppResult<HttpResponse> {
    let text = match visitor.words().code() {
        "en" => SAMPLE_EN,
        _ => SAMPLE_DA,
    };
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("content-disposition", "attachment; filename=\"omvendt.csv\""))
        .body(format!("\u{feff}{text}")))
}

/// `POST /desk/young-people/import/preview`.
pub async fn preview(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    upload: Result<MultipartForm<Upload>, actix_web::Error>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let Ok(upload) = upload else {
        return ImportPage::refused(&request, t.young_people_import_problem_large(), t);
    };
    let bytes = &upload.file.data;
    if bytes.is_empty() {
        return ImportPage::refused(&request, t.young_people_import_problem_none(), t);
    }
    if bytes.len() as u64 > LARGEST {
        return ImportPage::refused(&request, t.young_people_import_problem_large(), t);
    }
    let list = file::text(bytes);
    match lines::read(&state.db.read, &list, t).await? {
        Ok(read) => html(&PreviewPage {
            page: Page::new(&request, t.young_people_import_preview()),
            t,
            read,
            list,
            changed: false,
        }),
        Err(error) => ImportPage::refused(&request, lines::refusal(error, t), t),
    }
}

/// `POST /desk/young-people/import`: what was shown and nothing else. When something has changed since, nothing is
/// saved and the preview is shown as it is now; a second press finds everybody there, and leads where the first did.
pub async fn confirm(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<ConfirmForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let read = match lines::read(&txn, &form.list, t).await? {
        Ok(read) => read,
        Err(error) => return ImportPage::refused(&request, lines::refusal(error, t), t),
    };
    if form.is_done(&read) {
        return Ok(see_other(LIST).notice("young-people-imported"));
    }
    if form.promises(&read) && take(&txn, &state, &read, &visitor).await?.is_ok() {
        txn.commit().await?;
        return Ok(see_other(LIST).notice("young-people-imported"));
    }
    drop(txn);
    unprocessable(&PreviewPage {
        page: Page::new(&request, t.young_people_import_preview()),
        t,
        read,
        list: form.0.list,
        changed: true,
    })
}

async fn take(
    txn: &Txn,
    state: &AppState,
    read: &Read,
    visitor: &SignedInConsultant,
) -> AppResult<Result<(), InviteError>> {
    for line in &read.good {
        if let Err(error) = add(txn, state, line.person.clone(), visitor.id).await? {
            return Ok(Err(error));
        }
    }
    Ok(Ok(()))
}
