//! `/events/{event}/ranking` when there is nothing to write on it: which list counts, if any, and whom to ring.

use actix_web::HttpRequest;
use askama::Template;
use omvendt_frontend::parts::Person;
use sea_orm::EntityTrait;

use super::edit::Desk;
use super::store::{self, Stored};
use super::unsaved;
use crate::domain::event::{RankingWindow, ranking_window};
use crate::domain::{EventStatus, RankingStage};
use crate::entities::{account, match_event, placement};
use crate::features::accounts::away;
use crate::features::{companies, match_events, young_people};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, Problems};
use crate::words::Words;

#[derive(Template)]
#[template(path = "rankings/shut.html")]
pub struct ShutPage {
    page: Page,
    t: Words,
    back: String,
    when: String,
    venue: String,
    sentences: Vec<String>,
    /// Changes after the last save, which do not count.
    unsaved_changes: bool,
    saved_at: Option<String>,
    classes: Vec<Vec<String>>,
    contact: Option<Person>,
    result: Option<String>,
    pub problems: Problems,
}

impl ShutPage {
    fn new(request: &HttpRequest, desk: &Desk, event: &match_event::Model, t: Words) -> Self {
        Self {
            page: Page::new(request, desk.title.clone()),
            t,
            back: desk.back.clone(),
            when: t.moment(event.starts_at),
            venue: event.venue.clone(),
            sentences: Vec::new(),
            unsaved_changes: false,
            saved_at: None,
            classes: Vec::new(),
            contact: None,
            result: None,
            problems: Problems::default(),
        }
    }
}

/// Nothing while the list can be written.
pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    t: Words,
) -> AppResult<Option<ShutPage>> {
    let mut page = ShutPage::new(request, desk, event, t);
    match event.status {
        EventStatus::Cancelled => page.sentences.push(t.ranking_cancelled()),
        EventStatus::Planned => page.sentences.push(t.ranking_refused_not_open()),
        EventStatus::Matched | EventStatus::Closed => closed(&mut page, state, desk, event).await?,
        EventStatus::Open | EventStatus::Live | EventStatus::Ranking => {
            let placed = because_of_a_placement(request, state, desk, event, t).await?;
            let closes = event.ranking_closes_at;
            let window = ranking_window(event.status, closes, state.clock.now());
            if placed.is_some() || window == RankingWindow::Open {
                return Ok(placed);
            }
            closed(&mut page, state, desk, event).await?;
        }
    }
    Ok(Some(page))
}

/// Who has a place is in no match, so there is no list to make.
pub async fn because_of_a_placement(
    request: &HttpRequest,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
    t: Words,
) -> AppResult<Option<ShutPage>> {
    let db = &state.db.read;
    let Some(placement) = store::placement_of(db, desk.pen.young_person).await? else {
        return Ok(None);
    };
    let mut page = ShutPage::new(request, desk, event, t);
    let placement::Model { company_id, .. } = placement;
    let company = companies::name(db, company_id).await?;
    if let Some(name) = &desk.whose {
        page.sentences.push(t.ranking_placed_together(name.as_str(), company));
        return Ok(Some(page));
    }
    page.sentences.push(t.ranking_placed(company));
    let contact = contact(state, desk, t).await?;
    page.sentences.push(t.ranking_placed_ring(contact.name.as_str()));
    page.contact = Some(contact);
    Ok(Some(page))
}

/// The list that counts is shown, and nothing else is.
async fn closed(
    page: &mut ShutPage,
    state: &AppState,
    desk: &Desk,
    event: &match_event::Model,
) -> AppResult<()> {
    let (db, t, person) = (&state.db.read, page.t, desk.pen.young_person);
    let saved = store::of(db, event.id, person, RankingStage::Saved).await?;
    let draft = store::of(db, event.id, person, RankingStage::Draft).await?;
    page.unsaved_changes = saved.is_some() && draft.is_some();
    let draft = match draft {
        Some(draft) if unsaved::will_count(db, state, event, person).await? => Some(draft),
        _ => None,
    };
    let counts = saved.or(draft);
    let is_out = matches!(event.status, EventStatus::Matched | EventStatus::Closed);
    let when = t.moment(event.ranking_closes_at);
    page.sentences.push(match desk.pen.together {
        true => t.ranking_closed_together(when),
        false => t.ranking_closed(when),
    });
    match &counts {
        Some(counts) => {
            page.saved_at = Some(t.moment(counts.row.saved_at));
            page.classes = classes(state, counts).await?;
        }
        None if desk.pen.together => page.sentences.push(t.ranking_closed_none_together()),
        None => page.sentences.push(t.ranking_closed_none()),
    }
    let has_choices = counts.is_some_and(|counts| !counts.ranking.is_empty());
    if is_out {
        page.sentences.push(t.ranking_closed_out());
        page.result =
            (!desk.pen.together).then(|| format!("{}/result", match_events::path(event.id)));
    } else if has_choices {
        page.sentences.push(t.ranking_closed_next());
    } else if !desk.pen.together {
        let contact = contact(state, desk, t).await?;
        page.sentences.push(t.ranking_ring(contact.name.as_str()));
        page.contact = Some(contact);
    }
    Ok(())
}

/// The names of a stored list's companies, best first.
pub async fn classes(state: &AppState, stored: &Stored) -> AppResult<Vec<Vec<String>>> {
    let ids: Vec<_> = stored.ranking.rows().map(|(company, ..)| company).collect();
    let names = companies::store::names(&state.db.read, ids).await?;
    let name = |company: &crate::domain::CompanyId| names.get(company).cloned().unwrap_or_default();
    Ok(stored.ranking.classes().iter().map(|class| class.iter().map(name).collect()).collect())
}

/// Whom the young person can ring today.
async fn contact(state: &AppState, desk: &Desk, t: Words) -> AppResult<Person> {
    let db = &state.db.read;
    let person = young_people::store::person(db, desk.pen.young_person).await?;
    let own = account::Entity::find_by_id(person.consultant_id).one(db).await?;
    let own = own.ok_or(AppError::NotFound)?;
    let contacts = away::contacts(db, own, state.clock.today()).await?;
    let present = contacts.present();
    let role = match present.id == contacts.own.id {
        true => t.me_person_consultant(),
        false => t.me_person_deputy(contacts.own.name.as_str()),
    };
    Ok(Person {
        name: present.name.clone(),
        role,
        phone: present.phone.clone().unwrap_or_default(),
        email: String::new(),
    })
}
