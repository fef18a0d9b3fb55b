//! `/dev/personas`: everybody in the demo, with a button to be them.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{
    ColumnTrait, ConnectionTrait, DbErr, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
};
use serde::Deserialize;

use crate::domain::{AccountId, Role};
use crate::entities::account;
use crate::features::accounts::{home, session};
use crate::state::AppState;
use crate::web::form::clean;
use crate::web::{Anyone, AppError, AppResult, Page, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "demo/personas.html")]
struct PersonasPage {
    page: Page,
    t: Words,
    q: String,
    groups: Vec<Group>,
}

struct Group {
    role: String,
    people: Vec<account::Model>,
    more: bool,
}

/// In a large programme nobody reads through thousands of buttons.
const SHOWN: usize = 40;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Search {
    q: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
    search: web::Query<Search>,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let q = clean(&search.q);
    let mut groups = Vec::new();
    for role in Role::ALL {
        let people = first_of(&state.db.read, *role, &q).await?;
        let more = people.len() == SHOWN;
        groups.push(Group { role: t.kind("role", role.as_str()), people, more });
    }
    html(&PersonasPage { page: Page::new(&request, t.demo_personas_title()), t, q, groups })
}

/// Those with a role whose name begins as typed: of the many, the ones made first, and these by name.
pub async fn first_of(
    db: &impl ConnectionTrait,
    role: Role,
    typed: &str,
) -> Result<Vec<account::Model>, DbErr> {
    let limit = u64::try_from(SHOWN).unwrap_or(u64::MAX);
    let mut people = account::Entity::find()
        .filter(account::Column::Role.eq(role))
        .filter(account::Column::DisabledAt.is_null())
        .filter(account::Column::Name.starts_with(typed))
        .order_by_asc(account::Column::Id)
        .limit(limit)
        .all(db)
        .await?;
    people.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(people)
}

/// `POST /dev/personas/{account}`.
pub async fn be(
    state: web::Data<AppState>,
    session: Session,
    id: web::Path<AccountId>,
) -> AppResult<HttpResponse> {
    let account =
        account::Entity::find_by_id(*id).one(&state.db.read).await?.ok_or(AppError::NotFound)?;
    session::begin(&session, account.id, account.role, None)?;
    Ok(see_other(home(account.role)).into())
}
