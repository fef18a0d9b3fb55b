//! `/dev/personas`: everybody in the demo, with a button to be them.

use actix_session::Session;
use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::domain::{AccountId, Role};
use crate::entities::account;
use crate::features::accounts::{home, session};
use crate::state::AppState;
use crate::web::{Anyone, AppError, AppResult, Page, html, see_other};
use crate::words::Words;

#[derive(Template)]
#[template(path = "demo/personas.html")]
struct PersonasPage {
    page: Page,
    t: Words,
    groups: Vec<Group>,
}

struct Group {
    role: String,
    people: Vec<account::Model>,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visit: Anyone,
) -> AppResult<HttpResponse> {
    let t = visit.words;
    let people = account::Entity::find()
        .filter(account::Column::DisabledAt.is_null())
        .order_by_asc(account::Column::Name)
        .all(&state.db.read)
        .await?;
    let groups = Role::ALL
        .iter()
        .map(|role| Group {
            role: t.kind("role", role.as_str()),
            people: people.iter().filter(|person| person.role == *role).cloned().collect(),
        })
        .collect();
    html(&PersonasPage { page: Page::new(&request, t.demo_personas_title()), t, groups })
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
