//! `/admin/programme`: the settings, and the way to the lists.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use crate::features::programme::{self, SETTINGS, SettingError, SettingKind};
use crate::state::AppState;
use crate::web::{
    AppResult, Fields, Page, Problems, SignedInAdministrator, html, see_other, unprocessable,
};
use crate::words::Words;

pub const PATH: &str = "/admin/programme";

#[derive(Template)]
#[template(path = "administration/settings.html")]
struct SettingsPage {
    page: Page,
    t: Words,
    fields: Vec<Field>,
    problems: Problems,
}

struct Field {
    name: &'static str,
    label: String,
    kind: SettingKind,
    value: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut fields = Vec::new();
    for (name, kind) in SETTINGS {
        fields.push(field(name, *kind, programme::setting(&state.db.read, name).await?, t));
    }
    let page = Page::new(&request, t.admin_programme_title());
    html(&SettingsPage { page, t, fields, problems: Problems::default() })
}

/// All of them or none: with one that is wrong, nothing is saved.
pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    typed: Fields,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = Problems::default();
    let mut fields = Vec::new();
    let txn = state.write().await?;
    for (name, kind) in SETTINGS {
        let value = typed.get(name).unwrap_or_default();
        match kind.checked(value) {
            Ok(value) => programme::set(&txn, name, &value).await?,
            Err(SettingError::Says(key)) => problems.add(*name, t.say(key)),
            Err(SettingError::Between { least, most }) => {
                problems.add(*name, t.admin_problem_between(least, most));
            }
        }
        fields.push(field(name, *kind, value.to_owned(), t));
    }
    if problems.is_empty() {
        follow_each_other(&typed, &mut problems, t);
    }
    if !problems.is_empty() {
        let page = Page::new(&request, t.admin_programme_title());
        return unprocessable(&SettingsPage { page, t, fields, problems });
    }
    txn.commit().await?;
    Ok(see_other(PATH).notice("admin-saved"))
}

/// Young people choose, then companies answer, and then both answer a proposal.
fn follow_each_other(typed: &Fields, problems: &mut Problems, t: Words) {
    let days = |name: &str| typed.get(name).and_then(|value| value.parse::<u16>().ok());
    let (ranking, host, answers) = (
        days("ranking_closes_days_after"),
        days("host_answers_days_after"),
        days("proposal_answer_days_after"),
    );
    if host < ranking {
        problems.add("host_answers_days_after", t.admin_problem_host_days());
    }
    if answers <= host.max(ranking) {
        problems.add("proposal_answer_days_after", t.admin_problem_answer_days());
    }
}

fn field(name: &'static str, kind: SettingKind, value: String, t: Words) -> Field {
    let label = t.say(&format!("admin-setting-{}", name.replace('_', "-")));
    Field { name, label, kind, value }
}
