//! `GET /desk/events/{event}/day/figures`: how the day went, in numbers, and what both sides said of it.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter};

use omvendt_frontend::parts::Bar;

use super::day::{self, Day};
use super::{desk_path, feedback_store, store};
use crate::domain::{MatchEventId, Measure, RankingStage, Role, YoungPersonId};
use crate::entities::{day_feedback, ranking};
use crate::features::match_events;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

/// What one side said.
struct Said {
    heading: String,
    answers: String,
    how: Vec<Bar>,
    clear: Vec<Bar>,
    again: Vec<Bar>,
    words: Vec<String>,
    /// Somebody has written, and there are too few for it to be nobody in particular.
    words_wait: bool,
}

#[derive(Template)]
#[template(path = "event_days/figures.html")]
struct FiguresPage {
    page: Page,
    t: Words,
    day: String,
    when: String,
    invited: u64,
    came: u64,
    ranked: u64,
    /// How many people met so many companies.
    met: Vec<Bar>,
    said: Vec<Said>,
}

/// How many companies each person who came has met.
async fn met(db: &impl ConnectionTrait, day: &Day) -> AppResult<BTreeMap<YoungPersonId, u64>> {
    let came = store::came(db, day.event.id).await?;
    let mut met = BTreeMap::new();
    for seat in store::seats(db, day.event.id).await? {
        if day.is_held(seat.round) && came.contains(&seat.young_person_id) {
            *met.entry(seat.young_person_id).or_default() += u64::from(seat.company_id.is_some());
        }
    }
    Ok(met)
}

fn spread(met: &BTreeMap<YoungPersonId, u64>, t: Words) -> Vec<Bar> {
    let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
    for number in met.values() {
        *counts.entry(*number).or_default() += 1;
    }
    Bar::scaled(counts.into_iter().map(|(number, people)| (t.day_met(number), people)))
}

/// With fewer answers than this one side's own words would be somebody's; the companies of a day are few.
const FEWEST_FOR_WORDS: usize = 3;

fn said(rows: &[day_feedback::Model], side: Role, heading: String, t: Words) -> Option<Said> {
    let rows: Vec<_> = rows.iter().filter(|row| row.side == side).collect();
    if rows.is_empty() {
        return None;
    }
    let how = (1..=5).rev().map(|number| {
        let count = rows.iter().filter(|row| row.how == number).count() as u64;
        (t.say(&format!("feedback-how-{number}")), count)
    });
    let measure = |question: &str, of: &dyn Fn(&day_feedback::Model) -> Measure| {
        Bar::scaled(Measure::ALL.iter().map(|answer| {
            let count = rows.iter().filter(|row| of(row) == *answer).count() as u64;
            (t.say(&format!("feedback-{question}-{}", answer.as_str())), count)
        }))
    };
    let written: Vec<String> =
        rows.iter().map(|row| row.words.clone()).filter(|words| !words.is_empty()).collect();
    let shows_words = rows.len() >= FEWEST_FOR_WORDS;
    Some(Said {
        heading,
        answers: t.feedback_answers(rows.len()),
        how: Bar::scaled(how),
        clear: measure("clear", &|row| row.was_clear),
        again: measure("again", &|row| row.again),
        words_wait: !shows_words && !written.is_empty(),
        words: if shows_words { written } else { Vec::new() },
    })
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let (t, db) = (visitor.words(), &state.db.read);
    let day = day::load(db, match_events::store::event(db, *event).await?).await?;
    let answers = match_events::store::people_answers(db, *event).await?;
    let ranked = ranking::Entity::find()
        .filter(ranking::Column::EventId.eq(*event))
        .filter(ranking::Column::Stage.eq(RankingStage::Saved))
        .count(db)
        .await?;
    let rows = feedback_store::all(db, *event).await?;
    let sides = [
        (Role::YoungPerson, t.feedback_from_young_people()),
        (Role::Company, t.feedback_from_companies()),
    ];
    html(&FiguresPage {
        page: Page::new(&request, t.day_figures()),
        t,
        day: desk_path(*event),
        when: match_events::mail::when(t, day.event.starts_at, day.event.ends_at),
        invited: answers.invited,
        came: answers.came,
        ranked,
        met: spread(&met(db, &day).await?, t),
        said: sides.into_iter().filter_map(|(side, name)| said(&rows, side, name, t)).collect(),
    })
}
