//! `GET /me`: the young person's front page. What happens next, my people, what I can do now.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::contacts::{self, Contact, Mine};
use super::next::{Card, Month, Stage, next};
use super::store;
use crate::domain::Attendance;
use crate::domain::event::ranking_is_open;
use crate::features::calls::talk::Talk;
use crate::features::young_people;
use crate::state::AppState;
use crate::web::{AppResult, Page, Problems, SignedInYoungPerson, html};
use crate::words::Words;

#[derive(Template)]
#[template(path = "home/me.html")]
struct MePage {
    page: Page,
    t: Words,
    card: Card,
    people: Vec<Contact>,
    doors: Vec<Door>,
    talk: Talk,
    problems: Problems,
}

/// Something one can do now, and where.
struct Door {
    href: String,
    label: String,
    line: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
) -> AppResult<HttpResponse> {
    let (db, t, now) = (&state.db.read, visitor.words(), state.clock.now());
    let person = young_people::store::person(db, visitor.young_person).await?;
    let read = store::month::of(db, person.id, now).await?;
    let Mine { people, present } =
        contacts::of_young_person(db, &person, &read.placements, state.clock.today(), t).await?;
    let card = next(&read.month, now).card(&present.name, now, t);
    html(&MePage {
        page: Page::new(&request, t.me_title()),
        t,
        card,
        people,
        doors: doors(&read.month, &state, t),
        talk: Talk::of(&state, &person, &present, t).await?,
        problems: Problems::default(),
    })
}

/// What is not already the card's press.
fn doors(month: &Month, state: &AppState, t: Words) -> Vec<Door> {
    let now = state.clock.now();
    let mut doors = Vec::new();
    let ranks = month.events.iter().filter(|event| {
        event.answer != Attendance::No
            && ranking_is_open(event.status, event.ranking_closes_at, now)
    });
    doors.extend(ranks.map(|event| Door {
        href: format!("/events/{}/ranking", event.id),
        label: t.me_can_rank(),
        line: t.me_can_rank_line(t.moment(event.ranking_closes_at)),
    }));
    let met = month.placements.iter().filter(|placement| {
        matches!(placement.stage, Stage::Agreed { .. } | Stage::Running { .. })
    });
    doors.extend(met.map(|placement| Door {
        href: format!("/placements/{}", placement.id),
        label: t.me_can_placement(placement.company.as_str()),
        line: t.me_can_placement_line(),
    }));
    doors.push(Door {
        href: "/me/events".into(),
        label: t.me_can_events(),
        line: t.me_can_events_line(),
    });
    doors.push(Door {
        href: "/me/details".into(),
        label: t.me_can_details(),
        line: t.me_can_details_line(),
    });
    doors
}
