//! "I want to talk to somebody": a young person asks, and somebody they know rings within the promised days.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use sea_orm::{ConnectionTrait, EntityTrait, QuerySelect};
use serde::Deserialize;
use validator::Validate;

use super::{About, NewCall, open, store};
use crate::domain::contact::Phone;
use crate::domain::{CallKind, RowId, YoungPersonId};
use crate::entities::{account, new_id, young_person};
use crate::features::accounts::away;
use crate::features::programme;
use crate::state::{AppState, Txn};
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedInYoungPerson, check, html, see_other,
    unprocessable,
};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct TalkForm {
    #[validate(length(max = 500, code = "problem-too-long"))]
    pub message: String,
}

/// What the button says, or who rings and when once it has been pressed.
#[derive(Clone, Debug, Default)]
pub struct Talk {
    pub waiting: bool,
    /// The promised day has gone by.
    pub late: bool,
    /// Empty when it is one of the team.
    pub who: String,
    pub phone: String,
    pub own_phone: String,
    pub day: String,
    pub message: String,
}

impl Talk {
    /// `present` is whoever the young person can turn to today. While nobody is there, one of the team rings.
    pub async fn of(
        state: &AppState,
        person: &young_person::Model,
        present: &account::Model,
        t: Words,
    ) -> AppResult<Self> {
        let db = &state.db.read;
        let own = account::Entity::find_by_id(person.account_id).one(db).await?;
        let call = store::open_talk(db, person.id).await?;
        let due_on = match &call {
            Some(call) => call.due_on,
            None => due_on(db, state.clock.today()).await?,
        };
        let is_there = away::is_there(present, state.clock.today());
        let (who, phone) = match is_there {
            true => (present.name.clone(), present.phone.clone()),
            false => (String::new(), Some(programme::setting(db, "contact_phone").await?)),
        };
        Ok(Self {
            waiting: call.is_some(),
            late: due_on < state.clock.today(),
            who,
            phone: in_pairs(phone.as_deref()),
            own_phone: in_pairs(own.and_then(|own| own.phone).as_deref()),
            day: t.day(due_on),
            message: String::new(),
        })
    }
}

/// The number as it is read aloud; nothing when there is none.
fn in_pairs(phone: Option<&str>) -> String {
    let phone = phone.unwrap_or_default();
    Phone::parse(phone).map_or_else(|_| phone.to_owned(), |phone| phone.to_string())
}

async fn due_on(db: &impl ConnectionTrait, today: NaiveDate) -> AppResult<NaiveDate> {
    let days = programme::number(db, "talk_working_days").await?;
    let days = u32::try_from(days).unwrap_or(1);
    Ok(programme::calendar(db).await?.add_working_days(today, days))
}

#[derive(Template)]
#[template(path = "calls/talk.html")]
struct TalkPage {
    page: Page,
    t: Words,
    talk: Talk,
    problems: Problems,
}

impl TalkPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        visitor: &SignedInYoungPerson,
    ) -> AppResult<Self> {
        let (db, t) = (&state.db.read, visitor.words());
        let (person, consultant) = with_consultant(db, visitor.young_person).await?;
        let present = away::present(db, consultant, state.clock.today()).await?;
        let talk = Talk::of(state, &person, &present, t).await?;
        let page = Page::new(request, t.me_talk());
        Ok(Self { page, t, talk, problems: Problems::default() })
    }
}

/// `GET /me/talk`: the same button on a page of its own.
pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
) -> AppResult<HttpResponse> {
    html(&TalkPage::new(&request, &state, &visitor).await?)
}

/// `POST /me/talk`: while somebody is asked to ring, another press asks nobody else.
pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    form: Form<TalkForm>,
) -> AppResult<HttpResponse> {
    let problems = check(&form.0, visitor.words());
    if !problems.is_empty() {
        let mut page = TalkPage::new(&request, &state, &visitor).await?;
        page.talk.message = form.0.message;
        page.problems = problems;
        return unprocessable(&page);
    }
    let txn = state.write().await?;
    ask(&txn, &state, visitor.young_person, &form.message).await?;
    txn.commit().await?;
    Ok(see_other("/me").notice("me-talk-asked"))
}

/// Makes the call task of whoever is there: the young person's own consultant, or the one who stands in.
pub async fn ask(
    txn: &Txn,
    state: &AppState,
    young_person: YoungPersonId,
    message: &str,
) -> AppResult<()> {
    let (person, consultant) = with_consultant(txn, young_person).await?;
    young_person::Entity::find_by_id(person.id).lock_exclusive().one(txn).await?;
    if store::open_talk(txn, person.id).await?.is_some() {
        return Ok(());
    }
    let today = state.clock.today();
    let asked: RowId = new_id();
    let new = NewCall {
        kind: CallKind::WantsToTalk,
        cause: format!("talk/{}/{asked}", person.id),
        owner: away::present(txn, consultant, today).await?.id,
        due_on: due_on(txn, today).await?,
        about: About { young_person: Some(person.id), ..About::default() },
        words: message.to_owned(),
    };
    open(txn, state.clock.now(), new).await
}

async fn with_consultant(
    db: &impl ConnectionTrait,
    id: YoungPersonId,
) -> AppResult<(young_person::Model, account::Model)> {
    let person = young_person::Entity::find_by_id(id).one(db).await?.ok_or(AppError::NotFound)?;
    let consultant = account::Entity::find_by_id(person.consultant_id).one(db).await?;
    Ok((person, consultant.ok_or(AppError::NotFound)?))
}
