//! `/desk/events/{event}/check-in/new`: somebody the programme does not know yet stands at the door. What cannot wait
//! is asked, and they are checked in; the rest is written on their own page when there is time.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};

use super::words::refusal;
use super::{check_in, store};
use crate::domain::event::may_check_in;
use crate::domain::{AccountId, GroupId, Language, MatchEventId};
use crate::entities::youth_group;
use crate::features::young_people::form::{Choices, Lists, PersonForm};
use crate::features::young_people::new;
use crate::state::AppState;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "match_events/door.html")]
struct DoorPage {
    page: Page,
    t: Words,
    list: String,
    here: String,
    form: PersonForm,
    choices: Choices,
    problems: Problems,
    refusal: String,
}

/// The page, with the name somebody has just looked for in vain.
pub fn path(event: MatchEventId, name: &str) -> String {
    let here = format!("{}/new", check_in::path(event));
    if name.trim().is_empty() {
        return here;
    }
    let name =
        url::form_urlencoded::Serializer::new(String::new()).append_pair("name", name).finish();
    format!("{here}?{name}")
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    event: MatchEventId,
    form: PersonForm,
    problems: Problems,
    t: Words,
) -> AppResult<DoorPage> {
    let db = &state.db.read;
    let event = store::event(db, event).await?;
    let lists = Lists::load(db).await?;
    let shut = may_check_in(event.status, event.starts_at, state.clock.now()).err();
    Ok(DoorPage {
        page: Page::new(request, t.events_door()),
        t,
        list: check_in::path(event.id),
        here: path(event.id, ""),
        choices: Choices::of(&form, &lists, t),
        form,
        problems,
        refusal: shut.map(|error| refusal(error, t)).unwrap_or_default(),
    })
}

/// The first of the groups a consultant leads: whom they meet at the door is most often theirs.
async fn led_by(db: &impl ConnectionTrait, consultant: AccountId) -> AppResult<String> {
    let led = youth_group::Entity::find()
        .filter(youth_group::Column::LeaderId.eq(consultant))
        .filter(youth_group::Column::ClosedAt.is_null())
        .order_by_asc(youth_group::Column::Name)
        .one(db)
        .await?;
    Ok(led.map(|group| group.id.to_string()).unwrap_or_default())
}

/// Their own consultant is whoever leads the group they join, whoever stood at the door.
async fn leader_of(db: &impl ConnectionTrait, group: &str) -> AppResult<Option<AccountId>> {
    let Ok(group) = group.parse::<GroupId>() else { return Ok(None) };
    let found = youth_group::Entity::find_by_id(group).one(db).await?;
    Ok(found.map(|group| group.leader_id))
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    typed: web::Query<PersonForm>,
) -> AppResult<HttpResponse> {
    let form = PersonForm {
        name: typed.into_inner().name,
        group: led_by(&state.db.read, visitor.id).await?,
        ..PersonForm::default()
    };
    html(&page(&request, &state, *event, form, Problems::default(), visitor.words()).await?)
}

/// `POST /desk/events/{event}/check-in/new`: the person is added and checked in, or nothing is.
pub async fn take_in(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
    form: Form<PersonForm>,
) -> AppResult<HttpResponse> {
    let (t, event) = (visitor.words(), *event);
    let txn = state.write().await?;
    let form = PersonForm {
        consultant: leader_of(&txn, &form.group).await?.unwrap_or(visitor.id).to_string(),
        language: Language::Danish.to_string(),
        goal: Words(Language::Danish).events_door_goal(),
        ..form.0
    };
    store::locked(&txn, event).await?;
    let lists = Lists::load(&txn).await?;
    let refused = match new::add_typed(&txn, &state, &form, &lists, &visitor).await? {
        Ok(person) => {
            let now = state.clock.now();
            match check_in::take_in(&txn, now, event, person, visitor.id).await? {
                Ok(()) => {
                    txn.commit().await?;
                    let back = see_other(check_in::path_with(event, person));
                    return Ok(back.notice("events-door-taken-in"));
                }
                // The page itself says why nobody can be checked in.
                Err(_) => Problems::default(),
            }
        }
        Err(problems) => problems,
    };
    drop(txn);
    unprocessable(&page(&request, &state, event, form, refused, t).await?)
}
