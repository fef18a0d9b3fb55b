//! Somebody signed in at the demo, reading its pages.

use anyhow::{Context, ensure};
use reqwest::header::{COOKIE, ORIGIN, SET_COOKIE};
use reqwest::redirect::Policy;
use scraper::{Html, Selector};

/// The demo's page with a button for each of its people.
const PERSONAS: &str = "/dev/personas";

pub struct Visitor {
    client: reqwest::Client,
    pub origin: String,
    pub cookie: String,
}

impl Visitor {
    pub fn nobody(origin: &str) -> anyhow::Result<Self> {
        let client = reqwest::Client::builder().redirect(Policy::none()).build()?;
        Ok(Self { client, origin: origin.into(), cookie: String::new() })
    }

    pub async fn named(origin: &str, name: &str) -> anyhow::Result<Self> {
        let nobody = Self::nobody(origin)?;
        let buttons = nobody.buttons("").await?;
        let (_, door) = buttons
            .into_iter()
            .find(|(label, _)| label == name)
            .with_context(|| format!("{PERSONAS} has no button for {name}"))?;
        nobody.by(&door).await
    }

    /// Everybody the page offers whose name begins like this, with the address of their button.
    pub async fn buttons(&self, beginning: &str) -> anyhow::Result<Vec<(String, String)>> {
        let page = self.page(&format!("{PERSONAS}?q={beginning}")).await?;
        let forms = selector("main form[method=post][action]");
        let named = |form: scraper::ElementRef| {
            let label = form.text().collect::<String>().trim().to_owned();
            form.attr("action").map(|action| (label, action.to_owned()))
        };
        Ok(page.select(&forms).filter_map(named).collect())
    }

    /// Signs in by one of the page's buttons.
    pub async fn by(&self, door: &str) -> anyhow::Result<Self> {
        let address = format!("{}{door}", self.origin);
        let answer = self.client.post(address).header(ORIGIN, &self.origin).send().await?;
        ensure!(answer.status().is_redirection(), "{door} signs nobody in");
        let cookies = answer.headers().get_all(SET_COOKIE).iter();
        let kept: Vec<&str> =
            cookies.filter_map(|cookie| cookie.to_str().ok()?.split(';').next()).collect();
        Ok(Self {
            client: self.client.clone(),
            origin: self.origin.clone(),
            cookie: kept.join("; "),
        })
    }

    /// The same person at another server of the app.
    pub fn at(&self, origin: &str) -> Self {
        Self { client: self.client.clone(), origin: origin.into(), cookie: self.cookie.clone() }
    }

    pub async fn answer(&self, path: &str) -> anyhow::Result<reqwest::Response> {
        let address = format!("{}{path}", self.origin);
        Ok(self.client.get(address).header(COOKIE, &self.cookie).send().await?)
    }

    pub async fn page(&self, path: &str) -> anyhow::Result<Html> {
        let answer = self.answer(path).await?;
        ensure!(answer.status().is_success(), "{path} answers {}", answer.status());
        Ok(Html::parse_document(&answer.text().await?))
    }
}

/// The addresses a page links to, here.
pub fn links(page: &Html) -> Vec<String> {
    let anchors = selector("a[href]");
    let hrefs = page.select(&anchors).filter_map(|link| link.attr("href"));
    hrefs.filter(|href| href.starts_with('/')).map(str::to_owned).collect()
}

pub fn selector(css: &str) -> Selector {
    Selector::parse(css).expect("the selectors of this program are right")
}
