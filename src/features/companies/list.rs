//! `/desk/companies`: every company, by name, with what to look for in the address.

use std::collections::{BTreeSet, HashMap};

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Pages};
use serde::Deserialize;

use super::store::{self, Line};
use super::{LIST, desk_path, new};
use crate::domain::danish::{folded, order_key};
use crate::domain::{AccountId, CompanyId, CompanyStage, ProfileStatus};
use crate::features::accounts;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

const A_PAGE: usize = 50;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub stage: String,
    pub profile: String,
    /// `mine`, or everybody's.
    pub whose: String,
    pub page: String,
}

impl Filter {
    fn address(&self) -> String {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("q", &self.q)
            .append_pair("stage", &self.stage)
            .append_pair("profile", &self.profile)
            .append_pair("whose", &self.whose)
            .finish();
        format!("{LIST}?{query}&page=")
    }

    fn is_narrow(&self) -> bool {
        [&self.q, &self.stage, &self.profile, &self.whose].iter().any(|text| !text.is_empty())
    }
}

struct Row {
    href: String,
    name: String,
    contact: String,
    stage: String,
    stage_kind: &'static str,
    profile: String,
    consultant: String,
}

#[derive(Template)]
#[template(path = "companies/list.html")]
struct ListPage {
    page: Page,
    t: Words,
    filter: Filter,
    stages: Vec<Choice>,
    profiles: Vec<Choice>,
    whose: Vec<Choice>,
    rows: Vec<Row>,
    found: usize,
    pages: Pages,
    new: &'static str,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (db, t, filter) = (&state.db.read, visitor.words(), filter.into_inner());
    let own = (filter.whose == "mine").then_some(visitor.id);
    let lines =
        store::lines(db, filter.stage.parse().ok(), filter.profile.parse().ok(), own).await?;
    let lines = found(lines, &filter.q);
    let last = lines.len().div_ceil(A_PAGE).max(1);
    let current = filter.page.parse().unwrap_or(1).clamp(1, last);
    let consultants: HashMap<AccountId, String> = accounts::store::consultants(db)
        .await?
        .into_iter()
        .map(|account| (account.id, account.name))
        .collect();
    let shown = lines.iter().skip((current - 1) * A_PAGE).take(A_PAGE);
    let begun = store::with_profile(db, shown.map(|line| line.id)).await?;
    html(&ListPage {
        page: Page::new(&request, t.companies_title()),
        t,
        stages: stages(&filter, t),
        profiles: profiles(&filter, t),
        whose: vec![
            Choice::new("", t.companies_whose_all(), own.is_none()),
            Choice::new("mine", t.companies_whose_mine(), own.is_some()),
        ],
        found: lines.len(),
        rows: lines
            .into_iter()
            .skip((current - 1) * A_PAGE)
            .take(A_PAGE)
            .map(|line| row(line, &consultants, &begun, t))
            .collect(),
        pages: Pages {
            current: u32::try_from(current).unwrap_or(1),
            last: u32::try_from(last).unwrap_or(1),
            address: filter.address(),
        },
        filter,
        new: new::PATH,
    })
}

/// Those whose name holds what was typed, in Danish order. Sorted here, because no two databases know Danish alike.
fn found(lines: Vec<Line>, typed: &str) -> Vec<Line> {
    let typed = folded(typed.trim());
    let mut lines: Vec<(String, Line)> = lines
        .into_iter()
        .filter(|line| {
            folded(&line.name).contains(&typed)
                || line.contact_name.as_deref().is_some_and(|name| folded(name).contains(&typed))
        })
        .map(|line| (order_key(&line.name), line))
        .collect();
    lines.sort_by(|(one, _), (other, _)| one.cmp(other));
    lines.into_iter().map(|(_, line)| line).collect()
}

fn stages(filter: &Filter, t: Words) -> Vec<Choice> {
    let any = Choice::new("", t.companies_any_stage(), filter.stage.is_empty());
    let stage = |stage: &CompanyStage| {
        let label = t.kind("company-stage", stage.as_str());
        Choice::new(stage.as_str(), label, filter.stage == stage.as_str())
    };
    std::iter::once(any).chain(CompanyStage::ALL.iter().map(stage)).collect()
}

fn profiles(filter: &Filter, t: Words) -> Vec<Choice> {
    let any = Choice::new("", t.companies_any_profile(), filter.profile.is_empty());
    let status = |status: &ProfileStatus| {
        let label = t.kind("profile-status", status.as_str());
        Choice::new(status.as_str(), label, filter.profile == status.as_str())
    };
    std::iter::once(any).chain(ProfileStatus::ALL.iter().map(status)).collect()
}

/// How a stage stands out in a list.
pub fn stage_kind(stage: CompanyStage) -> &'static str {
    match stage {
        CompanyStage::Interested => "attention",
        CompanyStage::InDialogue => "now",
        CompanyStage::Invited => "waiting",
        CompanyStage::Member => "done",
        CompanyStage::Left => "quiet",
    }
}

fn row(
    line: Line,
    consultants: &HashMap<AccountId, String>,
    begun: &BTreeSet<CompanyId>,
    t: Words,
) -> Row {
    Row {
        href: desk_path(line.id),
        name: line.name,
        contact: line.contact_name.unwrap_or_default(),
        stage: t.kind("company-stage", line.stage.as_str()),
        stage_kind: stage_kind(line.stage),
        profile: match begun.contains(&line.id) {
            true => t.kind("profile-status", line.profile_status.as_str()),
            false => t.companies_profile_none(),
        },
        consultant: line
            .consultant_id
            .and_then(|id| consultants.get(&id).cloned())
            .unwrap_or_default(),
    }
}
