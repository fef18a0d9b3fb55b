//! The event that is under way: who is in the room, and who runs its day.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use hyper::StatusCode;
use tokio::time::sleep;

use crate::asking;
use crate::noted::{Kind, Noted};
use crate::phone::{Lists, Phone};
use crate::scenario::{CONSULTANT, Request, doors_to, looks_like};
use crate::visitor::{Visitor, links};

/// How many people a list of the desk shows on one page.
const ON_A_PAGE: usize = 50;
/// Spreads any number of phones evenly over any stretch of time.
const GOLDEN: f64 = 0.618_033_988_749_895;
/// From the facilitator seeing the page to the press.
const LOOKS_FOR: Duration = Duration::from_secs(1);

pub struct Room {
    pub phones: Vec<Phone>,
    visitors: Vec<Visitor>,
    event: String,
    consultant: Visitor,
    /// The facilitator's page.
    desk: String,
}

impl Room {
    /// Signs in at the first server whoever is there, and leads each of them to one of the servers.
    pub async fn enter(servers: &[String], wanted: usize) -> anyhow::Result<Self> {
        let origins: Vec<&str> =
            servers.iter().map(|server| server.trim_end_matches('/')).collect();
        let origin = origins.first().context("a server")?;
        let consultant = Visitor::named(origin, CONSULTANT).await?;
        let desk = under_way(&consultant).await?;
        let event = desk.trim_start_matches("/desk").to_owned();
        let day = format!("{event}/day");
        let nobody = Visitor::nobody(origin)?;
        let mut visitors: Vec<Visitor> = Vec::new();
        for (_, door) in doors_to(&consultant, &desk, wanted.div_ceil(ON_A_PAGE) + 1).await? {
            if visitors.len() == wanted {
                break;
            }
            let visitor = nobody.by(&door).await?;
            if visitor.answer(&day).await?.status().is_success() {
                visitors.push(visitor.at(origins[visitors.len() % origins.len()]));
            }
        }
        ensure!(
            visitors.len() == wanted,
            "{} young people are at the event; `omvendt seed --size event-day` has 2,000",
            visitors.len()
        );
        let phone = |(number, visitor): (usize, &Visitor)| {
            Ok(Phone {
                day: Request::read(visitor, day.clone())?,
                changes: Request::read(visitor, format!("{day}/changes"))?,
                share: (number as f64 * GOLDEN).fract(),
            })
        };
        let phones = visitors.iter().enumerate().map(phone).collect::<anyhow::Result<_>>()?;
        Ok(Self { phones, visitors, event, consultant, desk: format!("{desk}/day") })
    }

    /// The lists of so many of them for the `turn`th minute.
    pub async fn lists(&self, ranking: usize, turn: usize) -> anyhow::Result<Vec<Lists>> {
        let mut lists = Vec::new();
        let path = format!("{}/ranking", self.event);
        for visitor in self.visitors.iter().take(ranking) {
            lists.push(Lists::prepare(visitor, path.clone(), turn).await?);
        }
        Ok(lists)
    }

    /// The facilitator looks at the page, and presses a button.
    pub async fn press(&self, button: &str, noted: &Noted) -> anyhow::Result<()> {
        let asked = Instant::now();
        let page = self.consultant.answer(&self.desk).await?.error_for_status()?.text().await?;
        noted.took(Kind::Desk, asked.elapsed());
        ensure!(page.contains(&format!("value=\"{button}\"")), "the day offers no {button}");
        let (_, seen) = page.split_once("name=\"seen\" value=\"").context("no mark")?;
        let seen = seen.split('"').next().unwrap_or_default();
        sleep(LOOKS_FOR).await;
        let form = Some(format!("seen={seen}&press={button}"));
        let press = Request { form, ..Request::read(&self.consultant, self.desk.clone())? };
        noted.presses();
        let (answer, took) = asking::once(&press).await?;
        ensure!(answer.status() == StatusCode::SEE_OTHER, "the press answers {}", answer.status());
        noted.took(Kind::Press, took);
        Ok(())
    }
}

/// The desk's page of the event whose day can be moved on.
async fn under_way(consultant: &Visitor) -> anyhow::Result<String> {
    for list in ["/desk", "/desk/events"] {
        for path in links(&consultant.page(list).await?) {
            if !looks_like(&path, "/desk/events/*") {
                continue;
            }
            let day = consultant.answer(&format!("{path}/day")).await?;
            if day.status().is_success() && day.text().await?.contains("value=\"next\"") {
                return Ok(path);
            }
        }
    }
    anyhow::bail!("no event is under way")
}
