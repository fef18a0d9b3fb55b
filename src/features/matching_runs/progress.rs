//! A run while it is solved: how far it is; and why it has no result, if it was given up.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::{path, run_path, worker};
use crate::domain::RunStatus;
use crate::entities::matching_run;
use crate::web::{AppResult, Page, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "matching_runs/progress.html")]
struct ProgressPage {
    page: Page,
    t: Words,
    run: String,
    back: String,
    percent: u32,
    failed: String,
}

pub fn show(request: &HttpRequest, run: &matching_run::Model, t: Words) -> AppResult<HttpResponse> {
    let page = Page::new(request, t.runs_progress_title());
    let is_running = run.status == RunStatus::Running;
    let failed = run.failure.as_ref().map(|failure| t.say(&format!("runs-failed-{failure}")));
    html(&ProgressPage {
        page: if is_running { page.refreshed_every(2) } else { page },
        t,
        run: run_path(run.event_id, run.id),
        back: path(run.event_id),
        percent: worker::percent(run.id).unwrap_or(0),
        failed: failed.unwrap_or_default(),
    })
}
