//! A scenario of the file, and the request it becomes once somebody has signed in.

use anyhow::{Context, bail, ensure};
use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use scraper::{ElementRef, Html, Selector};
use serde::Deserialize;

#[derive(Deserialize)]
pub struct File {
    pub scenario: Vec<Scenario>,
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
}

/// What is sent, over and over.
pub struct Request {
    pub authority: String,
    pub origin: String,
    pub path: String,
    pub cookie: String,
    /// The form to post; without one the page is read.
    pub form: Option<String>,
}

impl Request {
    pub async fn prepare(scenario: &Scenario, server: &str) -> anyhow::Result<Self> {
        let origin = server.trim_end_matches('/').to_owned();
        let authority = origin.strip_prefix("http://").context("the server's address")?.to_owned();
        let visitor = Visitor::arrive(&origin, scenario.persona.as_deref()).await?;
        let path = match (&scenario.path, &scenario.from, &scenario.link) {
            (Some(path), None, None) => path.clone(),
            (None, Some(from), Some(link)) => find_link(&visitor.page(from).await?, link)?,
            _ => bail!("it names either `path`, or `from` and `link`"),
        };
        let page = visitor.page(&path).await?;
        let (path, form) = if scenario.save {
            let (action, fields) = form_as_it_stands(&page)?;
            (action.unwrap_or(path), Some(fields))
        } else {
            (path, None)
        };
        Ok(Self { authority, origin, path, cookie: visitor.cookie, form })
    }
}

struct Visitor {
    client: reqwest::Client,
    origin: String,
    cookie: String,
}

impl Visitor {
    async fn arrive(origin: &str, persona: Option<&str>) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder().redirect(Policy::none()).build()?;
        let mut visitor = Self { client, origin: origin.into(), cookie: String::new() };
        if let Some(name) = persona {
            let door = format!("{origin}{}", persona_button(&visitor.page(PERSONAS).await?, name)?);
            let answer = visitor.client.post(door).header(ORIGIN, origin).send().await?;
            ensure!(answer.status().is_redirection(), "{name} could not sign in");
            let cookies = answer.headers().get_all(SET_COOKIE).iter();
            let kept: Vec<&str> =
                cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()).collect();
            visitor.cookie = kept.join("; ");
        }
        Ok(visitor)
    }

    async fn page(&self, path: &str) -> anyhow::Result<Html> {
        let asked = self.client.get(format!("{}{path}", self.origin)).header(COOKIE, &self.cookie);
        let answer = asked.send().await?;
        ensure!(answer.status().is_success(), "{path} answers {}", answer.status());
        Ok(Html::parse_document(&answer.text().await?))
    }
}

/// The demo's page with a button for each of its people.
const PERSONAS: &str = "/dev/personas";

fn persona_button(page: &Html, name: &str) -> anyhow::Result<String> {
    page.select(&selector("form[action]"))
        .find(|form| form.text().any(|text| text.trim() == name))
        .and_then(|form| form.attr("action"))
        .map(str::to_owned)
        .with_context(|| format!("{PERSONAS} has no button for {name}"))
}

fn find_link(page: &Html, pattern: &str) -> anyhow::Result<String> {
    page.select(&selector("a[href]"))
        .filter_map(|link| link.attr("href"))
        .find(|path| looks_like(path, pattern))
        .map(str::to_owned)
        .with_context(|| format!("no link like {pattern}"))
}

fn looks_like(path: &str, pattern: &str) -> bool {
    let (parts, wanted) = (path.split('/'), pattern.split('/'));
    parts.clone().count() == wanted.clone().count()
        && parts.zip(wanted).all(|(part, want)| want == "*" || part == want)
}

/// Where the page's main form goes, and what a browser would send if its first button were pressed now.
fn form_as_it_stands(page: &Html) -> anyhow::Result<(Option<String>, String)> {
    let form = page.select(&selector("main form[method=post]")).next().context("no form")?;
    let mut fields = Vec::new();
    let mut pressed = false;
    for control in form.select(&selector("input, select, textarea, button")) {
        let Some(name) = control.attr("name") else { continue };
        let kind = control.attr("type").unwrap_or_default();
        let value = match control.value().name() {
            "button" if pressed => None,
            "button" => {
                pressed = true;
                control.attr("value").map(str::to_owned)
            }
            "select" => chosen(control),
            "textarea" => Some(control.text().collect()),
            _ if matches!(kind, "checkbox" | "radio") && control.attr("checked").is_none() => None,
            _ if matches!(kind, "submit" | "file") => None,
            _ => Some(control.attr("value").unwrap_or_default().to_owned()),
        };
        fields.extend(value.map(|value| (name.to_owned(), value)));
    }
    Ok((form.attr("action").map(str::to_owned), encoded(&fields)?))
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

fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("the selectors in this file are right")
}
