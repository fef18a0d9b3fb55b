//! One phone in the room: it follows the day, reads its page, and some of them rank.

use std::time::Duration;

use anyhow::{Context, bail, ensure};
use http_body_util::BodyExt;
use hyper::StatusCode;
use tokio::time::sleep;

use crate::asking;
use crate::noted::{Kind, Noted};
use crate::scenario::{Request, ranked};
use crate::visitor::Visitor;

/// How often somebody changes their list before they save it, and what lies between.
const CHANGES: usize = 3;
const BETWEEN: Duration = Duration::from_secs(3);

#[derive(Clone)]
pub struct Phone {
    pub day: Request,
    pub changes: Request,
    /// Its own part of any stretch of time, from 0 to 1, so that phones do not all act at once.
    pub share: f64,
}

/// Somebody's lists to come, made before the clock runs.
pub struct Lists {
    page: Request,
    drafts: Vec<Request>,
    save: Request,
}

struct Message {
    version: u64,
    layout: u64,
    /// Over how many milliseconds phones spread their asking for what has changed.
    spread: u64,
}

impl Message {
    fn read(event: &str) -> Option<Self> {
        let data = event.lines().find_map(|line| line.strip_prefix("data:"))?;
        let number = |name: &str| {
            let (_, after) = data.split_once(&format!("\"{name}\":"))?;
            after.split([',', '}']).next()?.trim().parse().ok()
        };
        Some(Self {
            version: number("version")?,
            layout: number("layout")?,
            spread: number("spread")?,
        })
    }
}

impl Phone {
    /// Listens until the program ends.
    pub async fn follow(self, noted: Noted) {
        let Err(error) = self.listen(&noted).await;
        noted.wrong(format!("{error:#}"));
    }

    async fn listen(&self, noted: &Noted) -> anyhow::Result<std::convert::Infallible> {
        let answer = asking::begin(&self.changes).await?;
        ensure!(answer.status() == StatusCode::OK, "the changes answer {}", answer.status());
        let mut body = answer.into_body();
        let mut heard = String::new();
        let mut layout = None;
        while let Some(frame) = body.frame().await {
            if let Some(data) = frame?.data_ref() {
                heard.push_str(std::str::from_utf8(data)?);
            }
            while let Some((event, rest)) = heard.split_once("\n\n") {
                if let Some(message) = Message::read(event) {
                    match layout.replace(message.layout) {
                        None => noted.follows(message.version),
                        Some(before) => {
                            noted.hears(message.version);
                            if before != message.layout {
                                let spread = Duration::from_millis(message.spread);
                                tokio::spawn(self.clone().anew(spread, noted.clone()));
                            }
                        }
                    }
                }
                heard = rest.to_owned();
            }
        }
        bail!("the server lets a phone go")
    }

    async fn anew(self, spread: Duration, noted: Noted) {
        sleep(spread.mul_f64(self.share)).await;
        reads(&self.day, Kind::Anew, &noted).await;
    }

    /// Reads its page at its moment of the minute.
    pub async fn looks(self, minute: Duration, noted: Noted) {
        sleep(minute.mul_f64(self.share)).await;
        reads(&self.day, Kind::Read, &noted).await;
    }
}

async fn reads(page: &Request, kind: Kind, noted: &Noted) {
    match asking::once(page).await {
        Ok((answer, took)) if answer.status() == StatusCode::OK => noted.took(kind, took),
        Ok((answer, _)) => noted.wrong(format!("{} answers {}", page.path, answer.status())),
        Err(error) => noted.wrong(format!("{}: {error:#}", page.path)),
    }
}

impl Lists {
    /// What this visitor's browser would send in the `turn`th minute.
    pub async fn prepare(visitor: &Visitor, path: String, turn: usize) -> anyhow::Result<Self> {
        let page = visitor.page(&path).await?;
        let mut drafts = Vec::new();
        for change in 0..CHANGES {
            let (action, form) = ranked(&page, turn * CHANGES + change)?;
            let action = action.context("the list goes nowhere")?;
            drafts.push(Request { form: Some(form), ..Request::read(visitor, action + "/draft")? });
        }
        let page = Request::read(visitor, path.clone())?;
        let form = drafts.last().and_then(|last| last.form.clone());
        Ok(Self { save: Request { path, form, ..page.clone() }, page, drafts })
    }

    /// Reads the list, changes it a few times and saves it, within the minute.
    pub async fn ranks(self, minute: Duration, share: f64, noted: Noted) {
        let takes = BETWEEN * (CHANGES as u32 + 1);
        sleep(minute.saturating_sub(takes).mul_f64(share)).await;
        reads(&self.page, Kind::Read, &noted).await;
        if let Err(error) = self.sends(&noted).await {
            noted.wrong(format!("a list: {error:#}"));
        }
    }

    async fn sends(self, noted: &Noted) -> anyhow::Result<()> {
        let mut seen = None;
        for draft in self.drafts {
            sleep(BETWEEN).await;
            let (answer, took) = asking::once(&after(draft, seen.as_deref())).await?;
            ensure!(answer.status() == StatusCode::OK, "a draft answers {}", answer.status());
            let mark = answer.headers().get("ranking-seen").context("no mark of the draft")?;
            seen = Some(mark.to_str()?.to_owned());
            noted.took(Kind::Kept, took);
        }
        sleep(BETWEEN).await;
        let (answer, took) = asking::once(&after(self.save, seen.as_deref())).await?;
        let to = answer.headers().get("location").and_then(|to| to.to_str().ok());
        let is_saved = to.is_some_and(|to| to.ends_with("/receipt"));
        ensure!(is_saved, "saving answers {} and leads to {to:?}", answer.status());
        noted.took(Kind::Saved, took);
        Ok(())
    }
}

/// The form as the page's script sends it after the last draft was kept.
fn after(request: Request, seen: Option<&str>) -> Request {
    let Some((seen, form)) = seen.zip(request.form.as_deref()) else { return request };
    let mark = format!("seen={seen}");
    let fields =
        form.split('&').map(|field| if field.starts_with("seen=") { &mark } else { field });
    Request { form: Some(fields.collect::<Vec<_>>().join("&")), ..request }
}
