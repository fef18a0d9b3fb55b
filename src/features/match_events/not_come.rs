//! `/desk/events/{event}/check-in/not-come`: whom a group's leader rings when somebody is missed on the day. Nothing of
//! it is kept, and it is gone when the event is over.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::TimeDelta;
use omvendt_frontend::parts::Person;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, JoinType, QueryFilter, QuerySelect, Select,
};

use super::words::refusal;
use super::{accounts_of, candidates, check_in, desk_path, store};
use crate::domain::event::{EventError, may_be_missed};
use crate::domain::{AccountId, Attendance, GroupId, LookUpPurpose, MatchEventId, YoungPersonId};
use crate::entities::{account, event_young_person, match_event, young_person, youth_group};
use crate::features::{look_ups, young_people};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

/// The day begins in the morning, as checking in does.
const ON_THE_DAY: TimeDelta = TimeDelta::hours(12);

/// Somebody the visitor rings: of a group they lead, or whose own consultant they are.
struct Missed {
    person: Person,
    /// Where "cannot come today" is written down.
    attendance: String,
}

impl Missed {
    fn of(one: &Awaited, event: MatchEventId, t: Words) -> Self {
        Self {
            person: to_reach(&one.account, t.kind("attendance", one.answer.as_str())),
            attendance: attendance(event, one.person.id),
        }
    }
}

fn attendance(event: MatchEventId, person: YoungPersonId) -> String {
    format!("{}/people/{person}/attendance", desk_path(event))
}

/// A colleague's people: whoever leads them has the numbers, and their own pages have them too.
struct Colleagues {
    group: String,
    leader: Person,
    /// Each with the page about them.
    people: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "match_events/not_come.html")]
struct NotComePage {
    page: Page,
    t: Words,
    list: String,
    mine: Vec<Missed>,
    others: Vec<Colleagues>,
    /// Those of the visitor's who have said today that they cannot come, each with where that is taken back.
    cannot: Vec<(String, String)>,
    refusal: String,
}

pub fn path(event: MatchEventId) -> String {
    format!("{}/not-come", check_in::path(event))
}

struct Awaited {
    person: young_person::Model,
    account: account::Model,
    answer: Attendance,
}

/// Everybody invited who has not said no and is not checked in.
async fn lines(
    db: &impl ConnectionTrait,
    event: MatchEventId,
) -> AppResult<Vec<(YoungPersonId, Attendance)>> {
    let has_not_said_no = event_young_person::Column::Answer.ne(Attendance::No);
    Ok(not_here(event).filter(has_not_said_no).into_tuple().all(db).await?)
}

/// Everybody who said no on the day itself.
async fn said_no_today(
    db: &impl ConnectionTrait,
    event: &match_event::Model,
) -> AppResult<Vec<(YoungPersonId, Attendance)>> {
    use event_young_person::Column;
    let today = Column::AnsweredAt.gte(event.starts_at - ON_THE_DAY);
    let said_no = not_here(event.id).filter(Column::Answer.eq(Attendance::No)).filter(today);
    Ok(said_no.into_tuple().all(db).await?)
}

fn not_here(event: MatchEventId) -> Select<event_young_person::Entity> {
    use event_young_person::Column;
    event_young_person::Entity::find()
        .select_only()
        .columns([Column::YoungPersonId, Column::Answer])
        .join(JoinType::InnerJoin, candidates::person_of_line())
        .filter(young_person::Column::LeftAt.is_null())
        .filter(Column::EventId.eq(event))
        .filter(Column::InvitedAt.is_not_null())
        .filter(Column::CameAt.is_null())
}

/// By name.
async fn named(
    db: &impl ConnectionTrait,
    lines: Vec<(YoungPersonId, Attendance)>,
) -> AppResult<Vec<Awaited>> {
    let ids: Vec<YoungPersonId> = lines.iter().map(|(person, _)| *person).collect();
    let mut accounts = accounts_of(db, &ids).await?;
    let answers: BTreeMap<_, _> = lines.into_iter().collect();
    let mut awaited = Vec::new();
    for ids in ids.chunks(store::CHUNK) {
        let people = young_person::Entity::find()
            .filter(young_person::Column::Id.is_in(ids.iter().copied()))
            .all(db)
            .await?;
        awaited.extend(people.into_iter().filter_map(|person| {
            let (account, answer) = (accounts.remove(&person.id)?, *answers.get(&person.id)?);
            Some(Awaited { person, account, answer })
        }));
    }
    awaited.sort_by(|one, other| one.account.name.cmp(&other.account.name));
    Ok(awaited)
}

/// How many one could still wait for; none when the day is over.
pub async fn count(state: &AppState, event: &match_event::Model) -> AppResult<usize> {
    match may_be_missed(event.status, event.starts_at, event.ends_at, state.clock.now()) {
        Ok(()) => Ok(lines(&state.db.read, event.id).await?.len()),
        Err(_) => Ok(0),
    }
}

struct Groups {
    groups: BTreeMap<GroupId, youth_group::Model>,
    leaders: BTreeMap<AccountId, account::Model>,
}

impl Groups {
    async fn of(
        db: &impl ConnectionTrait,
        people: impl Iterator<Item = &Awaited>,
    ) -> AppResult<Self> {
        let ids: BTreeSet<GroupId> = people.map(|one| one.person.group_id).collect();
        let groups = youth_group::Entity::find().filter(youth_group::Column::Id.is_in(ids));
        let groups: BTreeMap<_, _> =
            groups.all(db).await?.into_iter().map(|group| (group.id, group)).collect();
        let leaders: BTreeSet<AccountId> = groups.values().map(|group| group.leader_id).collect();
        let leaders = account::Entity::find().filter(account::Column::Id.is_in(leaders));
        let leaders = leaders.all(db).await?.into_iter().map(|row| (row.id, row)).collect();
        Ok(Self { groups, leaders })
    }

    fn is_with(&self, visitor: AccountId, person: &young_person::Model) -> bool {
        let group = self.groups.get(&person.group_id);
        person.consultant_id == visitor || group.is_some_and(|group| group.leader_id == visitor)
    }

    fn of_colleague(&self, group: GroupId, t: Words) -> Option<Colleagues> {
        let group = self.groups.get(&group)?;
        let leader = self.leaders.get(&group.leader_id)?;
        Some(Colleagues {
            group: group.name.clone(),
            leader: to_reach(leader, t.events_group_leader()),
            people: Vec::new(),
        })
    }
}

fn to_reach(account: &account::Model, role: String) -> Person {
    Person {
        name: account.name.clone(),
        role,
        phone: account.phone.clone().unwrap_or_default(),
        ..Person::default()
    }
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInConsultant,
    event: match_event::Model,
) -> AppResult<NotComePage> {
    let (t, db, now) = (visitor.words(), &state.db.read, state.clock.now());
    let mut page = NotComePage {
        page: Page::new(request, t.events_not_come()),
        t,
        list: check_in::path(event.id),
        mine: Vec::new(),
        others: Vec::new(),
        cannot: Vec::new(),
        refusal: String::new(),
    };
    if let Err(error) = may_be_missed(event.status, event.starts_at, event.ends_at, now) {
        page.refusal = match error {
            EventError::Over => t.events_not_come_over(),
            error => refusal(error, t),
        };
        return Ok(page);
    }
    let awaited = named(db, lines(db, event.id).await?).await?;
    let cannot = named(db, said_no_today(db, &event).await?).await?;
    let groups = Groups::of(db, awaited.iter().chain(&cannot)).await?;
    let cannot: Vec<Awaited> =
        cannot.into_iter().filter(|one| groups.is_with(visitor.id, &one.person)).collect();
    let about: Vec<AccountId> = awaited.iter().chain(&cannot).map(|one| one.account.id).collect();
    let (purpose, here) = (LookUpPurpose::EventPlanning, path(event.id));
    look_ups::record(state, visitor, &about, purpose, &here).await?;
    let back = |one: Awaited| (one.account.name, attendance(event.id, one.person.id));
    page.cannot = cannot.into_iter().map(back).collect();
    let (mine, others): (Vec<_>, Vec<_>) =
        awaited.into_iter().partition(|one| groups.is_with(visitor.id, &one.person));
    page.mine = mine.into_iter().map(|one| Missed::of(&one, event.id, t)).collect();
    let mut colleagues = BTreeMap::new();
    for one in others {
        let of_group = groups.of_colleague(one.person.group_id, t);
        if let Some(of_group) = colleagues.entry(one.person.group_id).or_insert(of_group) {
            of_group.people.push((one.account.name, young_people::path(one.person.id)));
        }
    }
    page.others = colleagues.into_values().flatten().collect();
    page.others.sort_by(|one, other| one.group.cmp(&other.group));
    Ok(page)
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let event = store::event(&state.db.read, *event).await?;
    html(&page(&request, &state, &visitor, event).await?)
}
