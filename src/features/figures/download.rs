//! `GET /figures.csv?year=`: the same numbers for a spreadsheet, with headings that stay the same in every language.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};

use super::show::Filter;
use super::year::Year;
use crate::domain::figures::{self, Month, MonthFigures, Share, Split};
use crate::domain::{EndKind, EndReason, OutcomeKind};
use crate::state::AppState;
use crate::web::{AppError, AppResult, SignedIn};

/// Danish spreadsheets split at semicolons, and read the text as UTF-8 when it says so.
const SEPARATOR: u8 = b';';
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

pub async fn send(
    state: web::Data<AppState>,
    _visitor: SignedIn,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let year = Year::load(&state.db.read, &filter.year, state.clock.today()).await?;
    let file = format!("attachment; filename=\"omvendt-{}.csv\"", year.year);
    Ok(HttpResponse::Ok()
        .content_type("text/csv; charset=utf-8")
        .insert_header(("content-disposition", file))
        .body(sheet(&year)?))
}

fn sheet(year: &Year) -> AppResult<Vec<u8>> {
    let ranks: Vec<u32> = year.ranks().into_keys().collect();
    let ended_as = figures::ended_as(&year.months);
    let reasons = figures::reasons(&year.months);
    let outcomes = figures::outcomes(&year.months);
    let mut sheet =
        csv::WriterBuilder::new().delimiter(SEPARATOR).from_writer(BYTE_ORDER_MARK.to_vec());
    sheet.write_record(headings(&ranks)).map_err(anyhow::Error::from)?;
    for (month, counts) in &year.months {
        let plain = plain(*month, counts, &ranks);
        let ended_as = shares(ended_as.months.get(month), EndKind::ALL);
        let reasons = shares(reasons.months.get(month), EndReason::ALL);
        let outcomes = shares(outcomes.months.get(month), OutcomeKind::ALL);
        let cells = plain.into_iter().chain(ended_as).chain(reasons).chain(outcomes);
        sheet.write_record(cells).map_err(anyhow::Error::from)?;
    }
    let blank = vec![String::new(); 7 + ranks.len()];
    let others = std::iter::once("other_months".to_owned())
        .chain(blank)
        .chain(others(&ended_as, EndKind::ALL))
        .chain(others(&reasons, EndReason::ALL))
        .chain(others(&outcomes, OutcomeKind::ALL));
    sheet.write_record(others).map_err(anyhow::Error::from)?;
    sheet.into_inner().map_err(|error| AppError::Internal(anyhow::anyhow!("{error}")))
}

fn headings(ranks: &[u32]) -> Vec<String> {
    let named = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let mut headings = named(&["month", "invited", "came", "ranked", "placed"]);
    headings.extend(ranks.iter().map(|rank| format!("rank_{rank}")));
    headings.extend(named(&["unplaced", "started", "ended"]));
    headings.extend(EndKind::ALL.iter().map(|kind| format!("ended_{kind}")));
    headings.extend(EndReason::ALL.iter().map(|reason| format!("reason_{reason}")));
    headings.extend(OutcomeKind::ALL.iter().map(|kind| format!("outcome_{kind}")));
    headings
}

fn plain(month: Month, counts: &MonthFigures, ranks: &[u32]) -> Vec<String> {
    let mut cells = vec![format!("{}-{:02}", month.year, month.month)];
    let first = [counts.invited, counts.came, counts.ranked, counts.placed];
    let ranks = ranks.iter().map(|rank| counts.ranks.get(rank).copied().unwrap_or(0));
    let last = [counts.unplaced, counts.started, counts.ended];
    cells.extend(first.into_iter().chain(ranks).chain(last).map(|count| count.to_string()));
    cells
}

/// Empty where the month is counted with the others, and `few` where a number would be a person.
fn shares<K: Ord + Copy>(shown: Option<&BTreeMap<K, Share>>, all: &[K]) -> Vec<String> {
    let cell = |kind: &K| match shown.map(|shown| shown.get(kind)) {
        None => String::new(),
        Some(None) => "0".to_owned(),
        Some(Some(Share::Count(count))) => count.to_string(),
        Some(Some(Share::Few)) => "few".to_owned(),
    };
    all.iter().map(cell).collect()
}

fn others<K: Ord + Copy>(split: &Split<K>, all: &[K]) -> Vec<String> {
    shares(split.others.1.as_ref(), all)
}
