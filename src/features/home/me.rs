//! `GET /me`: the young person's front page. What happens next, my people, what I can do now.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::{DateTime, Utc};

use super::contacts::{self, Contact, Mine};
use super::next::{Card, Event, Month, Outcome, Placement, Stage, next, path, ranking, result};
use super::store;
use crate::clock::local;
use crate::domain::Attendance;
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
    let doors = doors(&read.month, &card, now, t);
    html(&MePage {
        page: Page::new(&request, t.me_title()),
        t,
        card,
        people,
        doors,
        talk: Talk::of(&state, &person, &present, t).await?,
        problems: Problems::default(),
    })
}

/// What is not already the card's press.
fn doors(month: &Month, card: &Card, now: DateTime<Utc>, t: Words) -> Vec<Door> {
    let mut doors = lists(month, now, t);
    doors.extend(month.placements.iter().filter_map(|placement| about(placement, t)));
    doors.extend(answer(month, t));
    doors.retain(|door| !card.leads_to(&door.href));
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

/// One for each event under way, and for one ahead once something has been marked for it.
fn lists(month: &Month, now: DateTime<Utc>, t: Words) -> Vec<Door> {
    if month.has_a_place() {
        return Vec::new();
    }
    let begun = |event: &&Event| {
        let has_begun = now >= event.starts_at || event.has_ranked || event.has_draft;
        event.answer != Attendance::No
            && event.takes_rankings(now)
            && (has_begun || event.has_favourites)
    };
    let door = |event: &Event| {
        let until = t.moment(event.ranking_closes_at);
        Door {
            href: ranking(event),
            label: t.me_can_rank(t.day(local(event.starts_at).date())),
            line: match (event.has_ranked, event.has_draft) {
                (true, false) => t.me_can_rank_saved(until),
                (true, true) => t.me_can_rank_changed(until),
                (false, true) => t.me_can_rank_unsaved(until),
                (false, false) => t.me_can_rank_by(until),
            },
        }
    };
    month.events.iter().filter(begun).map(door).collect()
}

fn about(placement: &Placement, t: Words) -> Option<Door> {
    let company = placement.company.as_str();
    let (label, line) = match placement.stage {
        Stage::Unanswered { answer_by, .. } | Stage::Talking { answer_by } => {
            (t.me_can_place(company), t.me_can_place_answer(t.moment(answer_by)))
        }
        Stage::CompanyToAnswer => (t.me_can_place(company), t.me_can_place_wait()),
        Stage::Declined { .. } => return None,
        Stage::Agreed { .. } | Stage::Running { .. } => {
            (t.me_can_placement(company), t.me_can_placement_line())
        }
    };
    Some(Door { href: path(placement), label, line })
}

/// The newest answer, until the next one comes.
fn answer(month: &Month, t: Words) -> Option<Door> {
    let newest = month.events.iter().rfind(|event| event.outcome != Outcome::NotYet)?;
    (newest.outcome != Outcome::CallFirst).then(|| Door {
        href: result(newest.id),
        label: t.me_can_result(t.day(local(newest.starts_at).date())),
        line: t.me_can_result_line(),
    })
}
