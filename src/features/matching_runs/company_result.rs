//! `/company/events/{event}/result`: how the match went for a company, kindly when there is none.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::notes::{CompanyNote, Out, read};
use super::publish::unmatched_cause;
use super::{next_time, store};
use crate::clock::local;
use crate::domain::{
    AccountId, CompanyId, EventStatus, LookUpPurpose, MatchEventId, Party, PlacementId,
    PlacementStatus, ProposalAnswer,
};
use crate::entities::{account, call, match_event, placement, placement_answer, young_person};
use crate::features::{companies, look_ups, match_events, placements};
use crate::match_files::{Id, InstanceFile, parse_instance};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInCompany, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "matching_runs/company_result.html")]
struct CompanyResultPage {
    page: Page,
    t: Words,
    event: String,
    answer: Vec<String>,
    contact: String,
    people: Vec<Proposed>,
}

struct Proposed {
    account: Option<AccountId>,
    name: String,
    kind: String,
    status: String,
    href: String,
    talk_first: bool,
    /// The company has still to say yes or no.
    waits: bool,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInCompany,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let (event, _) = match_events::invited_company(db, visitor.company, *event).await?;
    let is_out = matches!(event.status, EventStatus::Matched | EventStatus::Closed);
    let people =
        if is_out { proposed(db, event.id, visitor.company, t).await? } else { Vec::new() };
    let about: Vec<_> = people.iter().filter_map(|person| person.account).collect();
    look_ups::record(&state, &visitor, &about, LookUpPurpose::Placement, "company/result").await?;
    let company = companies::store::company(db, visitor.company).await?;
    let owner = company.consultant_id.unwrap_or(event.created_by);
    let contact = account::Entity::find_by_id(owner).one(db).await?;
    let contact = contact.map(|account| account.name).unwrap_or_default();
    let answer = if !is_out {
        vec![t.runs_company_not_yet()]
    } else if people.is_empty() {
        unmatched(&state, &event, visitor.company, &contact, t).await?
    } else {
        vec![t.reason_company_matched(people.len())]
    };
    html(&CompanyResultPage {
        page: Page::new(&request, t.runs_company_title()),
        t,
        event: match_events::company_path(event.id),
        answer,
        contact: t.runs_company_contact(contact),
        people,
    })
}

/// From the proposal on the company knows the name to call them, and the kind; after a no, not even that.
async fn proposed(
    db: &impl ConnectionTrait,
    event: MatchEventId,
    company: CompanyId,
    t: Words,
) -> AppResult<Vec<Proposed>> {
    let gone = [PlacementStatus::Declined, PlacementStatus::Withdrawn];
    let rows = placement::Entity::find()
        .filter(placement::Column::EventId.eq(event))
        .filter(placement::Column::CompanyId.eq(company))
        .filter(placement::Column::Status.is_not_in(gone))
        .order_by_asc(placement::Column::ProposedAt)
        .order_by_asc(placement::Column::Id)
        .all(db)
        .await?;
    let answered: BTreeSet<PlacementId> = placement_answer::Entity::find()
        .filter(placement_answer::Column::PlacementId.is_in(rows.iter().map(|row| row.id)))
        .filter(placement_answer::Column::Party.eq(Party::Company))
        .filter(placement_answer::Column::Answer.ne(ProposalAnswer::TalkFirst))
        .all(db)
        .await?
        .into_iter()
        .map(|row| row.placement_id)
        .collect();
    let mut people = Vec::new();
    for row in rows {
        let person = young_person::Entity::find_by_id(row.young_person_id).one(db).await?;
        let account = match person {
            Some(person) => account::Entity::find_by_id(person.account_id).one(db).await?,
            None => None,
        };
        people.push(Proposed {
            account: account.as_ref().map(|account| account.id),
            name: account.map(|account| account.name).unwrap_or_default(),
            kind: t.kind("placement-kind", row.kind.as_str()),
            status: t.kind("placement-status", row.status.as_str()),
            href: placements::path(row.id),
            talk_first: row.talk_first && row.status == PlacementStatus::Proposed,
            waits: row.status == PlacementStatus::Proposed && !answered.contains(&row.id),
        });
    }
    people.sort_by_key(|person| person.name.to_lowercase());
    Ok(people)
}

async fn unmatched(
    state: &AppState,
    event: &match_event::Model,
    id: CompanyId,
    contact: &str,
    t: Words,
) -> AppResult<Vec<String>> {
    let db = &state.db.read;
    let run = store::published(db, event.id).await?;
    let file = run.as_ref().map(|run| parse_instance(&run.instance)).transpose();
    let file = file.map_err(anyhow::Error::from)?;
    let why = file.map_or_else(|| t.reason_company_none_why(), |file| why(&file, id, t));
    let mut words = vec![t.reason_company_none(), why];
    let cause = unmatched_cause(event.id, id);
    let call = call::Entity::find().filter(call::Column::Cause.eq(cause)).one(db).await?;
    if let Some(call) = call.filter(|call| call.done_at.is_none()) {
        words.push(match call.due_on < state.clock.today() {
            true => t.reason_company_soon(contact),
            false => t.reason_company_rung(contact, t.day(call.due_on)),
        });
        words.push(match next_time::next_event(db, state.clock.now()).await? {
            Some(next) => t.reason_company_next(t.day(local(next.starts_at).date())),
            None => t.reason_company_next_no_event(),
        });
    }
    words.push(t.reason_company_thanks());
    Ok(words)
}

/// As the company stood when the match was made, so that the answer stays what it was.
fn why(file: &InstanceFile<'_>, company: CompanyId, t: Words) -> String {
    let company = company.to_string();
    let Some(group) = file.groups.iter().find(|group| group.id.as_str() == company) else {
        return t.reason_company_none_why();
    };
    if let Some(room) = room(file, &group.id, group.upper_quota) {
        return if room == 0 { t.reason_company_full() } else { t.reason_company_none_why() };
    }
    let out: CompanyNote = read(&group.x).unwrap_or_default();
    let mut out = out.left_out.into_values();
    let first = out.next();
    match first.filter(|first| out.all(|other| other == *first)) {
        Some(Out::NotConfirmed) => t.reason_company_not_confirmed(),
        Some(Out::NoHostAnswer) => t.reason_company_no_answer(),
        Some(Out::NotNow) => t.reason_company_not_now(),
        Some(Out::NotComing) | None => t.reason_company_none_why(),
    }
}

/// How many could be placed below `id`; nothing when there is no post at all.
fn room(file: &InstanceFile<'_>, id: &Id<'_>, quota: Option<u64>) -> Option<u64> {
    let posts = file.posts.iter().filter(|post| post.parent.as_ref() == Some(id));
    let groups = file.groups.iter().filter(|group| group.parent.as_ref() == Some(id));
    let below = groups.filter_map(|group| room(file, &group.id, group.upper_quota));
    let all = posts.map(|post| post.capacity).chain(below).reduce(u64::saturating_add)?;
    Some(quota.map_or(all, |quota| quota.min(all)))
}
