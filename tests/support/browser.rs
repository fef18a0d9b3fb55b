use std::sync::Arc;

use reqwest::cookie::{CookieStore, Jar};
use reqwest::header;
use scraper::{Html, Selector};

use super::followed::Followed;

/// Fetches and posts as a browser does, keeps its cookies, and stops at each redirect so that a story can look.
#[derive(Clone)]
pub struct Browser {
    client: reqwest::Client,
    cookies: Arc<Jar>,
    base: String,
}

/// What came back, as somebody sees it.
pub struct Seen {
    pub status: u16,
    pub location: String,
    pub html: String,
    pub headers: reqwest::header::HeaderMap,
    asked: String,
}

impl Browser {
    pub fn new(base: &str) -> Self {
        Self::with(Arc::default(), base)
    }

    /// A thief's browser, with a copy of the cookies this one has now.
    pub fn copied(&self) -> Self {
        let url: url::Url = self.base.parse().expect("an address");
        let cookies = Jar::default();
        if let Some(all) = self.cookies.cookies(&url) {
            for cookie in all.to_str().expect("ASCII").split("; ") {
                cookies.add_cookie_str(cookie, &url);
            }
        }
        Self::with(Arc::new(cookies), &self.base)
    }

    /// The same cookies, sent to another server of the app.
    pub fn at(&self, base: &str) -> Self {
        let url: url::Url = self.base.parse().expect("an address");
        let held = self.cookies.cookies(&url).expect("cookies");
        let cookies = Jar::default();
        for cookie in held.to_str().expect("ASCII").split("; ") {
            cookies.add_cookie_str(cookie, &base.parse().expect("an address"));
        }
        Self::with(Arc::new(cookies), base)
    }

    fn with(cookies: Arc<Jar>, base: &str) -> Self {
        let client = reqwest::Client::builder()
            .cookie_provider(cookies.clone())
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .expect("an HTTP client");
        Self { client, cookies, base: base.to_owned() }
    }

    /// A browser that already holds a cookie.
    pub fn with_cookie(base: &str, cookie: &str) -> Self {
        let cookies = Jar::default();
        cookies.add_cookie_str(cookie, &base.parse().expect("an address"));
        Self::with(Arc::new(cookies), base)
    }

    fn address(&self, path: &str) -> String {
        if path.starts_with("http") { path.to_owned() } else { format!("{}{path}", self.base) }
    }

    pub async fn get(&self, path: &str) -> Seen {
        let request = self.client.get(self.address(path)).header(header::ACCEPT_LANGUAGE, "da");
        Self::see(path, request).await
    }

    pub async fn post<'a>(&self, path: &str, form: impl AsRef<[(&'a str, &'a str)]>) -> Seen {
        self.post_from_site("same-origin", path, form).await
    }

    pub async fn post_from_site<'a>(
        &self,
        site: &str,
        path: &str,
        form: impl AsRef<[(&'a str, &'a str)]>,
    ) -> Seen {
        let request =
            self.client.post(self.address(path)).header("sec-fetch-site", site).form(form.as_ref());
        Self::see(path, request).await
    }

    /// A post from a page of ours, which the browser names.
    pub async fn post_from_page<'a>(
        &self,
        page: &str,
        path: &str,
        form: impl AsRef<[(&'a str, &'a str)]>,
    ) -> Seen {
        let request = self
            .client
            .post(self.address(path))
            .header("sec-fetch-site", "same-origin")
            .header(header::REFERER, self.address(page))
            .form(form.as_ref());
        Self::see(path, request).await
    }

    pub async fn upload(&self, path: &str, form: reqwest::multipart::Form) -> Seen {
        let request = self
            .client
            .post(self.address(path))
            .header("sec-fetch-site", "same-origin")
            .multipart(form);
        Self::see(path, request).await
    }

    /// The page a press leads to, for a story that only wants to go on.
    pub async fn post_and_follow<'a>(
        &self,
        path: &str,
        form: impl AsRef<[(&'a str, &'a str)]>,
    ) -> Seen {
        let answer = self.post(path, form).await;
        assert_eq!(answer.status, 303, "POST {path} gave {}: {}", answer.status, answer.text());
        self.get(&answer.location).await
    }

    /// The status of the answer; none when the server is gone before it has answered.
    pub async fn try_post<'a>(
        &self,
        path: &str,
        form: impl AsRef<[(&'a str, &'a str)]>,
    ) -> Option<u16> {
        let request = self.client.post(self.address(path)).header("sec-fetch-site", "same-origin");
        let answer = request.form(form.as_ref()).send().await.ok()?;
        Some(answer.status().as_u16())
    }

    /// Listens to what a page of the day is told.
    pub async fn follow(&self, path: &str) -> Followed {
        self.try_follow(path).await.expect("the server answers")
    }

    /// The same; none when the server is not there.
    pub async fn try_follow(&self, path: &str) -> Option<Followed> {
        let answer = self.client.get(self.address(path)).send().await.ok()?;
        assert_eq!(answer.status().as_u16(), 200, "{path}");
        Some(Followed::new(answer))
    }

    async fn see(path: &str, request: reqwest::RequestBuilder) -> Seen {
        let answer = request.send().await.expect("the server answers");
        let status = answer.status().as_u16();
        let location = answer
            .headers()
            .get(header::LOCATION)
            .map(|value| value.to_str().expect("ASCII").to_owned());
        let headers = answer.headers().clone();
        let html = answer.text().await.expect("a text");
        Seen {
            status,
            location: location.unwrap_or_default(),
            html,
            headers,
            asked: path.to_owned(),
        }
    }
}

impl Seen {
    /// The words on the page, without markup and with single spaces.
    pub fn text(&self) -> String {
        let page = Html::parse_document(&self.html);
        let main = Selector::parse("main").expect("a selector");
        let root = page.select(&main).next().unwrap_or_else(|| page.root_element());
        root.text().flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }

    pub fn shows(&self, words: &str) -> &Self {
        assert!(
            self.text().contains(words),
            "{} does not show “{words}” but: {}",
            self.asked,
            self.text()
        );
        self
    }

    pub fn hides(&self, words: &str) -> &Self {
        assert!(!self.html.contains(words), "{} shows “{words}”", self.asked);
        self
    }

    pub fn has_status(&self, status: u16) -> &Self {
        assert_eq!(self.status, status, "{}: {}", self.asked, self.text());
        self
    }

    pub fn redirects_to(&self, path: &str) -> &Self {
        assert_eq!(
            (self.status, self.location.as_str()),
            (303, path),
            "{}: {}",
            self.asked,
            self.text()
        );
        self
    }

    pub fn redirects_below(&self, path: &str) -> &Self {
        assert_eq!(self.status, 303, "{}: {}", self.asked, self.text());
        assert!(self.location.starts_with(path), "{} leads to {}", self.asked, self.location);
        self
    }

    pub fn refused(&self, words: &str) -> &Self {
        self.has_status(422).shows(words)
    }

    pub fn not_found(&self) -> &Self {
        self.has_status(404)
    }

    /// The value now in a field, as it was typed.
    pub fn value(&self, name: &str) -> String {
        let page = Html::parse_document(&self.html);
        let field = Selector::parse(&format!("[name={name:?}]")).expect("a selector");
        let element = page
            .select(&field)
            .next()
            .unwrap_or_else(|| panic!("{} has no field {name}", self.asked));
        match element.value().attr("value") {
            Some(value) => value.to_owned(),
            None => element.text().collect(),
        }
    }

    /// The fields of the page's main form as they now stand, ready to be sent again.
    pub fn form(&self) -> Vec<(String, String)> {
        let page = Html::parse_document(&self.html);
        let all = "main form input, main form textarea, main form select";
        let fields = Selector::parse(all).expect("a selector");
        let chosen = Selector::parse("option[selected]").expect("a selector");
        let mut form = Vec::new();
        for field in page.select(&fields) {
            let Some(name) = field.attr("name") else { continue };
            let picked = !matches!(field.attr("type"), Some("radio" | "checkbox"))
                || field.attr("checked").is_some();
            let value = match field.value().name() {
                "select" => field.select(&chosen).next().and_then(|option| option.attr("value")),
                "textarea" => None,
                _ => field.attr("value"),
            };
            let typed = value.map_or_else(|| field.text().collect::<String>(), str::to_owned);
            if picked {
                form.push((name.to_owned(), typed.trim().to_owned()));
            }
        }
        form
    }

    /// The words of the first element a selector finds.
    pub fn value_of(&self, selector: &str) -> String {
        let page = Html::parse_document(&self.html);
        let wanted = Selector::parse(selector).expect("a selector");
        let element = page.select(&wanted).next();
        let element = element.unwrap_or_else(|| panic!("{} has no {selector}", self.asked));
        element.text().collect::<String>().trim().to_owned()
    }

    /// An attribute of the first element a selector finds.
    pub fn address_of(&self, selector: &str, attribute: &str) -> String {
        let page = Html::parse_document(&self.html);
        let wanted = Selector::parse(selector).expect("a selector");
        let found = page.select(&wanted).next().and_then(|element| element.value().attr(attribute));
        found.unwrap_or_else(|| panic!("{} has no {selector}", self.asked)).to_owned()
    }

    /// The address of the first link or form that starts like this.
    pub fn address_below(&self, start: &str) -> String {
        let page = Html::parse_document(&self.html);
        let found = [("a", "href"), ("form", "action")].iter().find_map(|(tag, attribute)| {
            let selector =
                Selector::parse(&format!("{tag}[{attribute}^={start:?}]")).expect("a selector");
            page.select(&selector)
                .next()
                .and_then(|element| element.value().attr(attribute))
                .map(str::to_owned)
        });
        found.unwrap_or_else(|| panic!("{} has nothing that leads below {start}", self.asked))
    }
}
