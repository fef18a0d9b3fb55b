//! `GET /events/{event}/day`: what happens now, my table and the way to it, and what I want to remember. The page
//! holds every moment of the day, so that a phone that loses the network still knows its tables.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;

use super::day::{self, Day};
use super::view::{self, Following, StepView};
use super::{notes, path, store};
use crate::domain::event::ranking_is_open;
use crate::domain::{CompanyId, EventStatus, MatchEventId, SeatKind, StepKind};
use crate::entities::seat;
use crate::features::match_events;
use crate::state::AppState;
use crate::web::{AppResult, Page, Problems, SignedInYoungPerson, html, see_other};
use crate::words::Words;

/// How often a page without scripts fetches itself anew, in seconds.
pub const FETCH_AGAIN: u32 = 15;

/// One moment of the day as this person lives it.
pub struct Moment {
    pub step: StepView,
    /// Where they sit; none outside the rounds.
    pub place: Option<Place>,
}

#[derive(Default)]
pub struct Place {
    pub words: String,
    /// The company at the table.
    pub company: String,
    pub card: String,
    /// Where it is marked to be found again, and whether it is; empty where there is no company.
    pub favourite: String,
    pub is_favourite: bool,
}

/// A company one can write a note about.
pub struct Met {
    pub id: CompanyId,
    pub name: String,
    pub card: String,
    pub action: String,
    pub field: String,
    /// Whose text a device keeps, should it not reach us.
    pub draft: String,
    pub note: String,
    /// At the table right now, or just written about.
    pub is_now: bool,
}

#[derive(Template)]
#[template(path = "event_days/phone.html")]
pub struct PhonePage {
    page: Page,
    t: Words,
    is_cancelled: bool,
    event_page: String,
    here: String,
    venue: String,
    /// What to say at the door, until they are checked in.
    door_code: Option<String>,
    moments: Vec<Moment>,
    follow: Following,
    presenters: Vec<String>,
    has_run_sheet: bool,
    is_planned: bool,
    met: Vec<Met>,
    not_alone: bool,
    pauses: bool,
    ranking: Option<String>,
    problems: Problems,
}

impl PhonePage {
    fn is_before(&self) -> bool {
        self.follow.moment == "before"
    }

    fn is_over(&self) -> bool {
        self.follow.moment == "over"
    }

    /// Choosing is what the page leads to when the last round is held; until then there is more to meet.
    fn has_more_to_meet(&self) -> bool {
        self.moments_until_met().split(' ').any(|moment| moment == self.follow.moment)
    }

    fn moments_until_met(&self) -> String {
        self.parted_by_the_last_round().0.join(" ")
    }

    fn moments_when_met(&self) -> String {
        self.parted_by_the_last_round().1.join(" ")
    }

    fn parted_by_the_last_round(&self) -> (Vec<&str>, Vec<&str>) {
        let last = self.moments.iter().rposition(|moment| moment.step.round.is_some());
        let held = last.map_or(0, |last| last + 2);
        let all = std::iter::once("before")
            .chain(self.moments.iter().map(|moment| moment.step.moment.as_str()))
            .chain(std::iter::once("over"));
        let all: Vec<&str> = all.collect();
        let (until, when) = all.split_at(held);
        (until.to_vec(), when.to_vec())
    }
}

impl Moment {
    pub fn is_pitch(&self) -> bool {
        self.step.kind == StepKind::Pitches
    }

    /// The companies' own meeting is not for young people.
    pub fn is_theirs(&self) -> bool {
        self.step.kind != StepKind::Network
    }

    pub fn heading(&self, t: &Words) -> String {
        t.say(&format!("day-phone-{}", self.step.kind.as_str()))
    }
}

/// What somebody has typed about one company and could not be kept.
pub type Typed<'a> = Option<(CompanyId, &'a str)>;

struct Seats<'a> {
    seats: BTreeMap<u32, seat::Model>,
    tables: BTreeMap<CompanyId, i32>,
    names: BTreeMap<CompanyId, &'a str>,
    favourites: BTreeSet<CompanyId>,
    event: MatchEventId,
}

impl Seats<'_> {
    fn place(&self, round: u32, t: Words) -> Option<Place> {
        let seat = self.seats.get(&round)?;
        let of_company = seat.company_id.filter(|_| seat.kind == SeatKind::Table);
        let Some(company) = of_company else {
            let words = t.say(&format!("day-place-{}", seat.kind.as_str()));
            return Some(Place { words, ..Place::default() });
        };
        let name = (*self.names.get(&company)?).to_owned();
        let number = self.tables.get(&company).copied().unwrap_or_default();
        Some(Place {
            words: t.day_your_table(number),
            company: name,
            card: card(self.event, company),
            favourite: format!("{}/favourites/{company}", match_events::path(self.event)),
            is_favourite: self.favourites.contains(&company),
        })
    }

    /// In the order of meeting.
    fn meets(&self) -> Vec<CompanyId> {
        let at_table = |seat: &seat::Model| seat.company_id;
        self.seats.values().filter_map(at_table).collect()
    }
}

fn card(event: MatchEventId, company: CompanyId) -> String {
    format!("{}/companies/{company}", match_events::path(event))
}

pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedInYoungPerson,
    event: MatchEventId,
    typed: Typed<'_>,
    problems: Problems,
) -> AppResult<PhonePage> {
    let (t, db, now) = (visitor.words(), &state.db.read, state.clock.now());
    let person = visitor.young_person;
    let event = match_events::attended_by(db, person, event).await?;
    let day = day::load(db, event).await?;
    let id = day.event.id;
    let presenting = match_events::store::presenting(db, id).await?;
    let mine = store::seats_of(db, id, person).await?;
    let hosts = mine.iter().filter_map(|seat| seat.company_id).collect();
    let seats = Seats {
        seats: mine
            .into_iter()
            .filter_map(|seat| Some((u32::try_from(seat.round).ok()?, seat)))
            .collect(),
        tables: store::table_numbers(db, id, hosts).await?,
        names: presenting.iter().map(|row| (row.id, row.name.as_str())).collect(),
        favourites: notes::favourites(db, id, person).await?,
        event: id,
    };
    let presenters = store::presenting(db, id).await?;
    let noted = notes::of(db, id, person).await?;
    let mut about = seats.meets();
    let written = noted.keys().copied().chain(typed.map(|(company, _)| company));
    for company in written {
        if !about.contains(&company) {
            about.push(company);
        }
    }
    let now_at = day.round().and_then(|round| seats.seats.get(&round)?.company_id);
    let met = |company: &CompanyId| {
        let name = (*seats.names.get(company)?).to_owned();
        let stored = noted.get(company).map(|row| row.words.clone()).unwrap_or_default();
        let note = match typed {
            Some((about, words)) if about == *company => words.to_owned(),
            _ => stored,
        };
        Some(Met {
            id: *company,
            name,
            card: card(id, *company),
            action: format!("{}/notes/{company}", match_events::path(id)),
            field: format!("note-{company}"),
            draft: format!("{}:note-{id}-{company}", visitor.id),
            note,
            is_now: now_at == Some(*company) || typed.is_some_and(|(about, _)| about == *company),
        })
    };
    let moment =
        |step: StepView| Moment { place: step.round.and_then(|round| seats.place(round, t)), step };
    let needs = store::needs_of(db, id, person).await?;
    let open = ranking_is_open(day.event.status, day.event.ranking_closes_at, now);
    let mut problems_here = Problems::default();
    if let (Some((company, _)), words) = (typed, problems.of("words"))
        && !words.is_empty()
    {
        problems_here.add(format!("note-{company}"), words);
    }
    Ok(PhonePage {
        page: Page::new(request, t.day_phone_title()).refreshed_every(FETCH_AGAIN),
        t,
        is_cancelled: day.event.status == EventStatus::Cancelled,
        event_page: match_events::path(id),
        here: path(id),
        venue: day.event.venue.clone(),
        door_code: match_events::door_code::of_arriving(state, &day.event, person).await?,
        follow: view::following(&day, (path(id), format!("{}/changes", path(id))), now, t),
        presenters: presenters.into_iter().map(|row| row.name).collect(),
        has_run_sheet: !day.rows.is_empty(),
        is_planned: !seats.seats.is_empty(),
        met: about.iter().filter_map(met).collect(),
        moments: moments(&day, t).into_iter().map(moment).collect(),
        not_alone: needs.as_ref().is_some_and(|needs| needs.not_alone),
        pauses: needs.as_ref().is_some_and(|needs| needs.pause_after.is_some()),
        ranking: open.then(|| format!("{}/ranking", match_events::path(id))),
        problems: problems_here,
    })
}

fn moments(day: &Day, t: Words) -> Vec<StepView> {
    view::steps(day, t).into_iter().filter(|step| !step.is_skipped).collect()
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    event: web::Path<MatchEventId>,
    how: web::Query<How>,
) -> AppResult<HttpResponse> {
    let mut page = page(&request, &state, &visitor, *event, None, Problems::default()).await?;
    if page.is_cancelled {
        return Ok(see_other(page.event_page).into());
    }
    if !how.write.is_empty() {
        page.page.refresh = None;
    }
    html(&page)
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct How {
    /// Somebody without scripts is writing a note: the page does not fetch itself away under it.
    pub write: String,
}
