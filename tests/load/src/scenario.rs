//! A scenario of the file, and the requests it becomes once somebody has signed in.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, bail, ensure};
use scraper::{ElementRef, Html};
use serde::Deserialize;

use crate::visitor::{Visitor, links, selector};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub pages: Pages,
    pub scenario: Vec<Scenario>,
}

/// Whose pages are followed link by link.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pages {
    pub personas: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    pub name: String,
    persona: Option<String>,
    path: Option<String>,
    from: Option<String>,
    link: Option<String>,
    #[serde(default)]
    save: bool,
    mix: Option<BTreeMap<String, usize>>,
}

/// Who asks when a scenario is about many.
const MANY: &str = "many";

/// What is sent, over and over.
#[derive(Clone)]
pub struct Request {
    pub authority: String,
    pub origin: String,
    pub path: String,
    pub cookie: String,
    /// The form to post; without one the page is read.
    pub form: Option<String>,
}

/// The requests of each scenario so far, for those that mix them.
pub type Prepared = BTreeMap<String, Vec<Request>>;

impl Scenario {
    pub async fn prepare(
        &self,
        server: &str,
        people: usize,
        before: &Prepared,
    ) -> anyhow::Result<Vec<Request>> {
        if let Some(mix) = &self.mix {
            return mixed(mix, people, before);
        }
        let origin = server.trim_end_matches('/');
        let visitors = match self.persona.as_deref() {
            None => vec![Visitor::nobody(origin)?],
            Some(MANY) => self.many(origin, people).await?,
            Some(name) => vec![Visitor::named(origin, name).await?],
        };
        let mut requests = Vec::new();
        for (number, visitor) in visitors.iter().enumerate() {
            let path = self.path(visitor).await?;
            if !self.save {
                requests.push(Request::read(visitor, path)?);
                continue;
            }
            let page = visitor.page(&path).await?;
            for turn in [number, number + 1] {
                let (action, form) = ranked(&page, turn)?;
                let path = action.unwrap_or_else(|| path.clone());
                let form = Some(as_first(&form));
                requests.push(Request { form, ..Request::read(visitor, path)? });
            }
        }
        Ok(requests)
    }

    async fn path(&self, visitor: &Visitor) -> anyhow::Result<String> {
        match (&self.path, &self.from, &self.link) {
            (Some(path), None, None) => Ok(path.clone()),
            (None, Some(from), Some(link)) => {
                let found = links(&visitor.page(from).await?);
                let found = found.into_iter().find(|path| looks_like(path, link));
                found.with_context(|| format!("no link like {link}"))
            }
            _ => bail!("it names either `path`, or `from` and `link`, or a `mix`"),
        }
    }

    /// As many as wanted of those who come to an event and meet what the scenario needs.
    async fn many(&self, origin: &str, wanted: usize) -> anyhow::Result<Vec<Visitor>> {
        let mut found = Vec::new();
        for (_, door) in coming(origin).await? {
            let visitor = Visitor::nobody(origin)?.by(&door).await?;
            let Ok(path) = self.path(&visitor).await else { continue };
            // Somebody else may have the same name and another role.
            if visitor.page(&path).await.is_ok() {
                found.push(visitor);
            }
            if found.len() == wanted {
                break;
            }
        }
        ensure!(!found.is_empty(), "nobody can");
        Ok(found)
    }
}

/// Who keeps the list of those who come.
pub const CONSULTANT: &str = "Sofie Holm";

/// The buttons of people who come to an event that is under way, as its list names them.
async fn coming(origin: &str) -> anyhow::Result<Vec<(String, String)>> {
    let consultant = Visitor::named(origin, CONSULTANT).await?;
    let events = links(&consultant.page("/desk").await?);
    let mut doors = Vec::new();
    for event in events.iter().filter(|path| looks_like(path, "/desk/events/*")) {
        doors.extend(doors_to(&consultant, event, 3).await?);
    }
    doors.sort();
    doors.dedup();
    Ok(doors)
}

/// The buttons of everybody who shares a name with one of those on the first pages of an event's list.
pub async fn doors_to(
    consultant: &Visitor,
    event: &str,
    pages: usize,
) -> anyhow::Result<Vec<(String, String)>> {
    let mut names = BTreeSet::new();
    for page in 1..=pages {
        let list = consultant.page(&format!("{event}/people?answer=yes&page={page}")).await?;
        let cells = selector("main tbody th");
        let rows = list.select(&cells).map(|row| row.text().collect::<String>());
        names.extend(rows.map(|name| name.trim().to_owned()));
    }
    let mut doors = Vec::new();
    for name in names {
        let buttons = consultant.buttons(&name).await?;
        doors.extend(buttons.into_iter().filter(|(label, _)| *label == name));
    }
    Ok(doors)
}

impl Request {
    pub fn read(visitor: &Visitor, path: String) -> anyhow::Result<Self> {
        let authority = visitor.origin.strip_prefix("http://").context("the server's address")?;
        Ok(Self {
            authority: authority.to_owned(),
            origin: visitor.origin.clone(),
            path,
            cookie: visitor.cookie.clone(),
            form: None,
        })
    }
}

/// For each of the people as many requests of each named scenario as its weight, of their own where they have some.
fn mixed(
    mix: &BTreeMap<String, usize>,
    people: usize,
    before: &Prepared,
) -> anyhow::Result<Vec<Request>> {
    let mut requests = Vec::new();
    for person in 0..people {
        for (name, weight) in mix {
            let of = before.get(name).with_context(|| format!("no scenario {name} before it"))?;
            let own = (of.len() / people).max(1);
            let its = |number: usize| of[(person * own + number % own) % of.len()].clone();
            requests.extend((0..*weight).map(its));
        }
    }
    Ok(requests)
}

pub fn looks_like(path: &str, pattern: &str) -> bool {
    let (parts, wanted) = (path.split('/'), pattern.split('/'));
    parts.clone().count() == wanted.clone().count()
        && parts.zip(wanted).all(|(part, want)| want == "*" || part == want)
}

/// How many companies a saved ranking names.
const RANKED: usize = 8;

/// Where the ranking's form goes, and what a browser would send with its first companies numbered; each turn
/// numbers them differently, so that there is something to save.
pub fn ranked(page: &Html, turn: usize) -> anyhow::Result<(Option<String>, String)> {
    let form = page.select(&selector("main form[method=post]")).next().context("no form")?;
    let mut fields = Vec::new();
    let mut numbered = 0;
    for control in form.select(&selector("input, select, textarea, button")) {
        let Some(name) = control.attr("name") else { continue };
        let kind = control.attr("type").unwrap_or_default();
        let value = match control.value().name() {
            "input" if name.starts_with("position-") => {
                numbered += 1;
                let position = (numbered + turn) % RANKED + 1;
                Some(if numbered > RANKED { String::new() } else { position.to_string() })
            }
            "input" if name.starts_with("no-thanks-") => Some(String::new()),
            // The one that saves has no name.
            "button" => None,
            "select" => chosen(control),
            "textarea" => Some(control.text().collect()),
            _ if matches!(kind, "checkbox" | "radio") && control.attr("checked").is_none() => None,
            _ if matches!(kind, "submit" | "file") => None,
            _ => Some(control.attr("value").unwrap_or_default().to_owned()),
        };
        fields.extend(value.map(|value| (name.to_owned(), value)));
    }
    ensure!(numbered > 0, "the form ranks nobody");
    Ok((form.attr("action").map(str::to_owned), encoded(&fields)?))
}

/// The form without the mark of the list it was made from, so that it can be sent again after others.
fn as_first(form: &str) -> String {
    let fields = form.split('&').filter(|field| !field.starts_with("seen="));
    fields.collect::<Vec<_>>().join("&")
}

fn chosen(select: ElementRef) -> Option<String> {
    let option = select
        .select(&selector("option[selected]"))
        .chain(select.select(&selector("option")))
        .next()?;
    Some(option.attr("value").unwrap_or_default().to_owned())
}

/// The fields as a browser writes them, by the library that would post them.
fn encoded(fields: &[(String, String)]) -> anyhow::Result<String> {
    let request = reqwest::Client::new().post("http://localhost").form(fields).build()?;
    let body = request.body().and_then(|body| body.as_bytes()).unwrap_or_default();
    Ok(String::from_utf8(body.to_vec())?)
}
