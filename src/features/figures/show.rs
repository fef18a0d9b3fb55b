//! `GET /figures?year=`: whether it works. Numbers and bars made here, so that they print and need no script.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use chrono::NaiveDate;
use omvendt_frontend::parts::{Bar, Choice};
use serde::Deserialize;

use super::PATH;
use super::year::Year;
use crate::domain::figures::{self, Month, MonthFigures, Share, Split};
use crate::features::programme;
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedIn, html};
use crate::words::Words;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Filter {
    pub year: String,
}

struct MonthRow {
    label: String,
    exact: String,
    figures: MonthFigures,
    first: u32,
    second: u32,
    third: u32,
    later: u32,
}

impl MonthRow {
    fn is_empty(&self) -> bool {
        self.figures == MonthFigures::default()
    }
}

/// Shares of one month, or of the other months together.
struct SplitRow {
    label: String,
    shares: Vec<String>,
}

struct SplitTable {
    heading: String,
    rows: Vec<SplitRow>,
}

#[derive(Template)]
#[template(path = "figures/show.html")]
struct FiguresPage {
    page: Page,
    t: Words,
    years: Vec<Choice>,
    year: i32,
    is_empty: bool,
    steps: Vec<Bar>,
    ranks: Vec<Bar>,
    led_on: String,
    aims: Vec<Bar>,
    months: Vec<MonthRow>,
    splits: Vec<SplitTable>,
    download: String,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (db, t) = (&state.db.read, visitor.words());
    let year = Year::load(db, &filter.year, state.clock.today()).await?;
    let usual = programme::number(db, "usual_percent_on").await?;
    let aimed = programme::number(db, "aimed_percent_on").await?;
    html(&FiguresPage {
        page: Page::new(&request, t.figures_title()),
        t,
        years: year
            .choices
            .iter()
            .map(|one| Choice::new(one.to_string(), one.to_string(), *one == year.year))
            .collect(),
        year: year.year,
        is_empty: year.is_empty(),
        steps: steps(&year, t),
        ranks: ranks(&year, t),
        led_on: led_on(&year, t),
        aims: aims(&year, usual, aimed, t),
        months: year.months.iter().map(|(month, figures)| row(*month, figures, t)).collect(),
        splits: splits(&year, t),
        download: format!("{PATH}.csv?year={}", year.year),
    })
}

/// From the invitation to the first day.
fn steps(year: &Year, t: Words) -> Vec<Bar> {
    let count = |of: fn(&MonthFigures) -> u32| u64::from(year.sum(of));
    Bar::scaled([
        (t.figures_invited(), count(|month| month.invited)),
        (t.figures_came(), count(|month| month.came)),
        (t.figures_ranked(), count(|month| month.ranked)),
        (t.figures_placed(), count(|month| month.placed)),
        (t.figures_started(), count(|month| month.started)),
        (t.figures_ended(), count(|month| month.ended)),
    ])
}

fn ranks(year: &Year, t: Words) -> Vec<Bar> {
    let ranks = year.ranks().into_iter().map(|(rank, count)| (t.figures_rank(rank), count.into()));
    let unplaced = (t.figures_unplaced(), u64::from(year.sum(|month| month.unplaced)));
    Bar::scaled(ranks.chain([unplaced]))
}

fn led_on(year: &Year, t: Words) -> String {
    match (year.led_on.ended, year.led_on.percent) {
        (0, _) => t.figures_led_on_none(),
        (ended, Some(percent)) => t.figures_led_on(percent, ended),
        (ended, None) => t.figures_led_on_few(ended),
    }
}

/// Our own share beside the usual one and the one the method aims at, all of a hundred.
fn aims(year: &Year, usual: i64, aimed: i64, t: Words) -> Vec<Bar> {
    let bar = |label: String, percent: i64| {
        let percent = u8::try_from(percent.clamp(0, 100)).unwrap_or(100);
        Bar { label, value: percent.into(), percent }
    };
    let own = year.led_on.percent.map(|percent| bar(t.figures_own(), percent.into()));
    let others = [bar(t.figures_usual(), usual), bar(t.figures_aimed(), aimed)];
    own.into_iter().chain(others).collect()
}

fn label(month: Month, t: Words) -> String {
    NaiveDate::from_ymd_opt(month.year, month.month, 1).map(|day| t.month(day)).unwrap_or_default()
}

fn row(month: Month, figures: &MonthFigures, t: Words) -> MonthRow {
    let got = |rank: u32| figures.ranks.get(&rank).copied().unwrap_or(0);
    MonthRow {
        label: label(month, t),
        exact: format!("{}-{:02}", month.year, month.month),
        first: got(1),
        second: got(2),
        third: got(3),
        later: figures.ranks.range(4..).map(|(_, count)| count).sum(),
        figures: figures.clone(),
    }
}

fn splits(year: &Year, t: Words) -> Vec<SplitTable> {
    let months = &year.months;
    vec![
        SplitTable {
            heading: t.figures_ended_as(),
            rows: split(figures::ended_as(months), |kind| t.kind("end-kind", kind.as_str()), t),
        },
        SplitTable {
            heading: t.figures_reasons(),
            rows: split(figures::reasons(months), |kind| t.kind("end-reason", kind.as_str()), t),
        },
        SplitTable {
            heading: t.figures_outcomes(),
            rows: split(figures::outcomes(months), |kind| t.kind("outcome-kind", kind.as_str()), t),
        },
    ]
}

fn split<K: Copy>(of: Split<K>, name: impl Fn(K) -> String, t: Words) -> Vec<SplitRow> {
    let shares = |shares: std::collections::BTreeMap<K, Share>| {
        let shown = shares.into_iter().map(|(kind, share)| match share {
            Share::Count(count) => t.figures_share(name(kind), count),
            Share::Few => t.figures_share_few(name(kind)),
        });
        shown.collect::<Vec<_>>()
    };
    let alone = !of.months.is_empty();
    let mut rows: Vec<SplitRow> = of
        .months
        .into_iter()
        .map(|(month, of)| SplitRow { label: label(month, t), shares: shares(of) })
        .collect();
    let (count, others) = of.others;
    if count > 0 {
        let label = if alone { t.figures_other_months() } else { t.figures_all_months() };
        let shares = others.map_or_else(|| vec![t.figures_too_few(count)], shares);
        rows.push(SplitRow { label, shares });
    }
    rows
}
