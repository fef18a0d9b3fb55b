//! `GET /desk/placements`: every placement, with filters that stay in the address.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use omvendt_frontend::parts::{Choice, Pages};
use sea_orm::sea_query::Query;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};
use serde::{Deserialize, Serialize};

use super::lists::{Listed, with_names};
use super::{DESK, sections};
use crate::clock::{Clock, local};
use crate::domain::{
    AccountId, CompanyId, LookUpPurpose, MatchEventId, PlacementKind, PlacementStatus, Role,
};
use crate::entities::{account, company, match_event, outcome, placement};
use crate::features::accounts::away;
use crate::features::look_ups;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

const A_PAGE: u64 = 50;

const MINE: &str = "mine";

/// Two years of months.
const EVENTS_TO_CHOOSE: u64 = 24;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Filters {
    status: String,
    kind: String,
    consultant: String,
    company: String,
    event: String,
    /// `late` answers, `not-begun`, `unsettled` or `no-outcome`.
    only: String,
    #[serde(skip_serializing)]
    page: String,
}

#[derive(Template)]
#[template(path = "placements/desk.html")]
struct DeskPage {
    page: Page,
    t: Words,
    statuses: Vec<Choice>,
    kinds: Vec<Choice>,
    consultants: Vec<Choice>,
    companies: Vec<Choice>,
    events: Vec<Choice>,
    only: Vec<Choice>,
    found: String,
    lines: Vec<Line>,
    pages: Pages,
}

struct Line {
    href: String,
    young_person: String,
    company: String,
    kind: String,
    status: &'static str,
    status_words: String,
    when: String,
    consultant: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    filters: web::Query<Filters>,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let mine = match filters.consultant == MINE {
        true => away::work_of(db, visitor.id, state.clock.today()).await?,
        false => Vec::new(),
    };
    let query = placement::Entity::find().filter(filters.condition(&mine, &state.clock));
    let count = query.clone().count(db).await?;
    let last = count.div_ceil(A_PAGE).max(1);
    let current = filters.page.parse::<u64>().unwrap_or(1).clamp(1, last);
    let rows = query
        .order_by_desc(placement::Column::ProposedAt)
        .order_by_asc(placement::Column::Id)
        .limit(A_PAGE)
        .offset((current - 1) * A_PAGE)
        .all(db)
        .await?;
    let listed = with_names(db, rows).await?;
    let about: Vec<AccountId> = listed.iter().map(|line| line.account).collect();
    look_ups::record(&state, &visitor, &about, LookUpPurpose::Desk, "desk/placements").await?;
    let consultants = consultants(db).await?;
    let address = serde_html_form::to_string(filters.clone().into_inner())
        .map_err(|error| anyhow::anyhow!("the filters: {error}"))?;
    html(&DeskPage {
        page: Page::new(&request, t.placements_desk_title()),
        t,
        statuses: choices(PlacementStatus::ALL, &filters.status, |status| {
            (status.as_str(), t.kind("placement-status", status.as_str()))
        }),
        kinds: choices(PlacementKind::ALL, &filters.kind, |kind| {
            (kind.as_str(), t.kind("placement-kind", kind.as_str()))
        }),
        companies: companies(db, &filters.company).await?,
        events: events(db, &filters.event, t).await?,
        only: [
            ("late", t.placements_desk_late()),
            ("not-begun", t.placements_desk_not_begun()),
            ("unsettled", t.placements_desk_unsettled()),
            ("no-outcome", t.placements_desk_no_outcome()),
        ]
        .map(|(code, label)| Choice::new(code, label, filters.only == code))
        .into(),
        found: t.placements_desk_found(count),
        lines: listed.into_iter().map(|listed| line(listed, &consultants, t)).collect(),
        consultants: whose(&consultants, &filters.consultant, t),
        pages: Pages {
            current: u32::try_from(current).unwrap_or(u32::MAX),
            last: u32::try_from(last).unwrap_or(u32::MAX),
            address: format!("{DESK}?{address}&page="),
        },
    })
}

impl Filters {
    /// What cannot be understood filters nothing, so an old bookmark still opens.
    fn condition(&self, mine: &[AccountId], clock: &Clock) -> Condition {
        let mut all = Condition::all();
        if let Ok(status) = self.status.parse::<PlacementStatus>() {
            all = all.add(placement::Column::Status.eq(status));
        }
        if let Ok(kind) = self.kind.parse::<PlacementKind>() {
            all = all.add(placement::Column::Kind.eq(kind));
        }
        if let Ok(consultant) = self.consultant.parse::<AccountId>() {
            all = all.add(placement::Column::ConsultantId.eq(consultant));
        }
        if self.consultant == MINE {
            all = all.add(placement::Column::ConsultantId.is_in(mine.iter().copied()));
        }
        if let Ok(company) = self.company.parse::<CompanyId>() {
            all = all.add(placement::Column::CompanyId.eq(company));
        }
        if let Ok(event) = self.event.parse::<MatchEventId>() {
            all = all.add(placement::Column::EventId.eq(event));
        }
        match self.only.as_str() {
            "late" => all
                .add(placement::Column::Status.eq(PlacementStatus::Proposed))
                .add(placement::Column::AnswerBy.lt(clock.now())),
            "not-begun" => all.add(not_begun(clock.today())),
            "unsettled" => all.add(unsettled(clock.today())),
            "no-outcome" => all.add(placement::Column::Status.eq(PlacementStatus::Ended)).add(
                placement::Column::Id.not_in_subquery(
                    Query::select()
                        .column(outcome::Column::PlacementId)
                        .from(outcome::Entity)
                        .to_owned(),
                ),
            ),
            _ => all,
        }
    }
}

/// Agreed, and the first day has gone by.
pub fn not_begun(today: NaiveDate) -> Condition {
    Condition::all()
        .add(placement::Column::Status.eq(PlacementStatus::Agreed))
        .add(placement::Column::StartsOn.lt(today))
}

/// Agreed without days, or running past the agreed last day: no follow-up reminds of them.
pub fn unsettled(today: NaiveDate) -> Condition {
    let without_days = Condition::all()
        .add(placement::Column::Status.eq(PlacementStatus::Agreed))
        .add(placement::Column::StartsOn.is_null());
    let past_their_end = Condition::all()
        .add(placement::Column::Status.eq(PlacementStatus::Running))
        .add(placement::Column::EndsOn.lt(today));
    Condition::any().add(without_days).add(past_their_end)
}

fn choices<T: Copy>(
    all: &[T],
    chosen: &str,
    words: impl Fn(T) -> (&'static str, String),
) -> Vec<Choice> {
    let choice = |value: &T| {
        let (text, label) = words(*value);
        Choice::new(text, label, text == chosen)
    };
    all.iter().map(choice).collect()
}

async fn consultants(db: &impl ConnectionTrait) -> AppResult<Vec<account::Model>> {
    Ok(account::Entity::find()
        .filter(account::Column::Role.eq(Role::Consultant))
        .order_by_asc(account::Column::Name)
        .all(db)
        .await?)
}

/// My own and those of whom I stand in for, then each consultant's.
fn whose(consultants: &[account::Model], chosen: &str, t: Words) -> Vec<Choice> {
    let mine = Choice::new(MINE, t.placements_desk_mine(), chosen == MINE);
    let each = consultants.iter().map(|account| {
        let id = account.id.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, account.name.clone(), is_chosen)
    });
    std::iter::once(mine).chain(each).collect()
}

async fn companies(db: &impl ConnectionTrait, chosen: &str) -> AppResult<Vec<Choice>> {
    let rows: Vec<(CompanyId, String)> = company::Entity::find()
        .select_only()
        .columns([company::Column::Id, company::Column::Name])
        .filter(company::Column::MemberSince.is_not_null())
        .order_by_asc(company::Column::Name)
        .into_tuple()
        .all(db)
        .await?;
    let choice = |(id, name): (CompanyId, String)| {
        let id = id.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, name, is_chosen)
    };
    Ok(rows.into_iter().map(choice).collect())
}

/// The newest events with an answer, and the one chosen.
async fn events(db: &impl ConnectionTrait, chosen: &str, t: Words) -> AppResult<Vec<Choice>> {
    let mut rows = match_event::Entity::find()
        .filter(match_event::Column::MatchedAt.is_not_null())
        .order_by_desc(match_event::Column::StartsAt)
        .limit(EVENTS_TO_CHOOSE)
        .all(db)
        .await?;
    if let Ok(id) = chosen.parse::<MatchEventId>()
        && rows.iter().all(|event| event.id != id)
    {
        rows.extend(match_event::Entity::find_by_id(id).one(db).await?);
    }
    let choice = |event: match_event::Model| {
        let id = event.id.to_string();
        let is_chosen = id == chosen;
        Choice::new(id, t.date(local(event.starts_at).date()), is_chosen)
    };
    Ok(rows.into_iter().map(choice).collect())
}

fn line(listed: Listed, consultants: &[account::Model], t: Words) -> Line {
    let placement = &listed.placement;
    let when = match placement.status {
        PlacementStatus::Proposed => t.placements_desk_answer_by(t.moment(placement.answer_by)),
        PlacementStatus::Agreed | PlacementStatus::Running | PlacementStatus::Ended => {
            let last = placement.ended_on.or(placement.ends_on);
            match (placement.starts_on, last) {
                (Some(first), Some(last)) => format!("{} - {}", t.date(first), t.date(last)),
                _ => t.placements_desk_no_dates(),
            }
        }
        PlacementStatus::Declined | PlacementStatus::Withdrawn => String::new(),
    };
    let consultant = consultants.iter().find(|account| account.id == placement.consultant_id);
    Line {
        href: listed.path(),
        kind: t.kind("placement-kind", placement.kind.as_str()),
        status: sections::status(placement.status),
        status_words: t.kind("placement-status", placement.status.as_str()),
        when,
        consultant: consultant.map(|account| account.name.clone()).unwrap_or_default(),
        young_person: listed.young_person,
        company: listed.company,
    }
}
