//! `GET /desk/events/{event}/screen`: the big screen. It shows what everybody in the room may see, from eight metres:
//! the step, how long it lasts, who presents, and who sits where. Nothing of what anybody chose or wrote.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::phone::FETCH_AGAIN;
use super::view::{self, Following, StepView};
use super::{day, desk_path, facilitate, store};
use crate::clock::local;
use crate::domain::{CompanyId, LookUpPurpose, MatchEventId, SeatKind};
use crate::features::{look_ups, match_events};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

/// From so many people on the names on the big screen are smaller.
const CROWD: usize = 80;

struct Table {
    number: i32,
    company: String,
    guests: Vec<String>,
}

#[derive(Template)]
#[template(path = "event_days/screen.html")]
struct ScreenPage {
    page: Page,
    t: Words,
    back: String,
    steps: Vec<StepView>,
    follow: Following,
    presents: Option<String>,
    presents_next: Option<String>,
    /// Before the day: when it begins, and which companies come.
    begins: String,
    companies: Vec<String>,
    /// The tables of the round in hand. Who rests is not told to the room.
    tables: Vec<Table>,
}

impl ScreenPage {
    fn now(&self) -> Option<&StepView> {
        view::now(&self.steps)
    }

    fn next(&self) -> Option<&StepView> {
        view::next(&self.steps)
    }

    fn is_over(&self) -> bool {
        self.follow.moment == "over"
    }

    /// More names than fit in large letters.
    fn is_crowded(&self) -> bool {
        self.tables.iter().map(|table| table.guests.len()).sum::<usize>() > CROWD
    }

    fn is_before(&self) -> bool {
        self.follow.moment == "before"
    }
}

/// What people call each other by in a room: the first name, and where two share it as many letters of the last name as
/// tell them apart.
fn called(name: &str, others: &[String]) -> String {
    let longest = name.chars().count();
    let is_told_apart = |letters: &usize| {
        let mine = shortened(name, *letters);
        others.iter().all(|other| other == name || shortened(other, *letters) != mine)
    };
    (0..=longest)
        .find(is_told_apart)
        .map_or_else(|| name.to_owned(), |letters| shortened(name, letters))
}

fn shortened(name: &str, letters: usize) -> String {
    let mut parts = name.split_whitespace();
    let first = parts.next().unwrap_or_default();
    match parts.next_back() {
        Some(last) if letters >= last.chars().count() => format!("{first} {last}"),
        Some(last) if letters > 0 => {
            let letters: String = last.chars().take(letters).collect();
            format!("{first} {letters}.")
        }
        _ => first.to_owned(),
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    event: web::Path<MatchEventId>,
) -> AppResult<HttpResponse> {
    let (t, db) = (visitor.words(), &state.db.read);
    let day = day::load(db, match_events::store::event(db, *event).await?).await?;
    let presenting = store::presenting(db, *event).await?;
    let (presents, presents_next) = facilitate::presenters(&day, &presenting);
    let seats = match day.round() {
        Some(round) => store::seats_in(db, *event, round).await?,
        None => Vec::new(),
    };
    let people: Vec<_> = seats.iter().map(|seat| seat.young_person_id).collect();
    let accounts = match_events::accounts_of(db, &people).await?;
    let about: Vec<_> = accounts.values().map(|account| account.id).collect();
    let here = super::screen_path(*event);
    look_ups::record(&state, &visitor, &about, LookUpPurpose::EventPlanning, &here).await?;
    let names: Vec<String> = accounts.values().map(|account| account.name.clone()).collect();
    let mut at: BTreeMap<CompanyId, Vec<String>> = BTreeMap::new();
    for seat in seats {
        let Some(account) = accounts.get(&seat.young_person_id) else { continue };
        if let (SeatKind::Table, Some(company)) = (seat.kind, seat.company_id) {
            at.entry(company).or_default().push(called(&account.name, &names));
        }
    }
    let numbers = store::tables(db, *event).await?;
    let companies = presenting.iter().map(|row| row.name.clone()).collect();
    let table = |row: match_events::store::Presenting| {
        let mut guests = at.remove(&row.id)?;
        guests.sort();
        let number = numbers.get(&row.id)?.table_number;
        Some(Table { number, company: row.name, guests })
    };
    let mut tables: Vec<Table> = presenting.into_iter().filter_map(table).collect();
    tables.sort_by_key(|table| table.number);
    html(&ScreenPage {
        page: Page::new(&request, t.day_screen_title()).refreshed_every(FETCH_AGAIN),
        t,
        back: desk_path(*event),
        steps: view::steps(&day, t),
        follow: view::following(
            &day,
            (here, format!("{}/changes", desk_path(*event))),
            state.clock.now(),
            t,
        ),
        presents,
        presents_next,
        begins: t.day_screen_begins(t.time(local(day.event.starts_at).time())),
        companies,
        tables,
    })
}

#[cfg(test)]
mod tests {
    use super::called;

    fn all_called(names: &[&str]) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.iter().map(|name| called(name, &names)).collect()
    }

    #[test]
    fn people_are_called_by_their_first_name_and_by_no_more_of_the_last_than_it_takes() {
        assert_eq!(all_called(&["Mia Holm", "Ali"]), ["Mia", "Ali"]);
        assert_eq!(all_called(&["Mia Holm", "Mia", "Mia Skov"]), ["Mia H.", "Mia", "Mia S."]);
        let alike = all_called(&["Mia Sofie Holm", "Mia Hansen", "Mia Havn"]);
        assert_eq!(alike, ["Mia Ho.", "Mia Han.", "Mia Hav."]);
        assert_eq!(all_called(&["Mia Holm", "Mia Holmgaard"]), ["Mia Holm", "Mia Holm."]);
        assert_eq!(all_called(&["Mia Ida Holm", "Mia Eva Holm"]), ["Mia Ida Holm", "Mia Eva Holm"]);
    }
}
