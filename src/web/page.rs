//! The frame around every page, and the pages for what went wrong.

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::summary::name_the_fields;

use super::error::AppResult;
use super::notice;
use super::visitor::{Visit, Visitor};
use crate::domain::Role;
use crate::state::AppState;
use crate::words::Words;

/// What `layout.html` needs. Every page struct has `page: Page` and `t: Words`.
#[derive(Clone, Debug)]
pub struct Page {
    pub title: String,
    pub path: String,
    /// Shown in answer to a form: going elsewhere would lose what was typed.
    pub is_answer: bool,
    pub lang: &'static str,
    pub audience: &'static str,
    pub signed_in_as: Option<String>,
    /// Where the visitor's own page on signing in is; empty for who holds no more than a printed card.
    pub account: &'static str,
    pub nav: Vec<NavItem>,
    pub demo: bool,
    pub notice: Option<String>,
    /// Seconds after which a page without scripts loads itself again.
    pub refresh: Option<u32>,
    pub css: &'static str,
    pub js: &'static str,
    pub icons: &'static str,
}

#[derive(Clone, Debug)]
pub struct NavItem {
    pub label: String,
    pub href: &'static str,
    pub current: bool,
    pub count: Option<u32>,
}

impl Page {
    pub fn new(request: &HttpRequest, title: impl Into<String>) -> Self {
        let visit = request.extensions().get::<Visit>().cloned();
        let words =
            visit.as_ref().map_or(Words(crate::domain::Language::Danish), |visit| visit.words);
        let visitor = visit.and_then(|visit| visit.visitor);
        Self {
            title: title.into(),
            path: request.path().to_owned(),
            is_answer: !request.method().is_safe(),
            lang: words.code(),
            audience: audience(visitor.as_ref()),
            nav: visitor
                .as_ref()
                .map(|visitor| nav(visitor, request.path(), words))
                .unwrap_or_default(),
            account: match &visitor {
                Some(visitor) if visitor.only_event.is_none() => "/account",
                _ => "",
            },
            signed_in_as: visitor.map(|visitor| visitor.name),
            demo: request
                .app_data::<web::Data<AppState>>()
                .is_some_and(|state| state.settings.demo),
            notice: notice::pending(request, words),
            refresh: None,
            css: omvendt_frontend::url("app.css"),
            js: omvendt_frontend::url("app.js"),
            icons: omvendt_frontend::url("icons.svg"),
        }
    }

    pub fn refreshed_every(mut self, seconds: u32) -> Self {
        // What somebody has typed and must put right stays until they have.
        self.refresh = (!self.is_answer).then_some(seconds);
        self
    }
}

fn audience(visitor: Option<&Visitor>) -> &'static str {
    match visitor.map(|visitor| visitor.role) {
        None => "public",
        Some(Role::YoungPerson) => "young",
        Some(Role::Company | Role::Mentor) => "company",
        Some(Role::Consultant | Role::Manager | Role::Administrator) => "desk",
    }
}

/// Where an item of the menu leads, what it is called, and which other pages are part of it.
type Item = (&'static str, &'static str, &'static [&'static str]);

/// Each role's own pages, main page first.
fn menu(role: Role) -> &'static [Item] {
    match role {
        Role::YoungPerson => &[
            ("/me", "nav-me", &[]),
            ("/me/events", "nav-events", &["/events"]),
            ("/me/details", "nav-my-details", &[]),
        ],
        Role::Company => &[
            ("/company", "nav-company", &[]),
            ("/company/profile", "nav-profile", &[]),
            ("/company/places", "nav-places", &[]),
            ("/company/mentors", "nav-mentors", &[]),
        ],
        Role::Mentor => &[("/mentor", "nav-mentor", &[])],
        Role::Consultant => &[
            ("/desk", "nav-desk", &[]),
            ("/desk/events", "nav-events", &[]),
            ("/desk/young-people", "nav-young-people", &["/desk/groups"]),
            ("/desk/companies", "nav-companies", &[]),
            ("/desk/mentors", "nav-mentors", &[]),
            ("/desk/placements", "nav-placements", &["/placements"]),
            ("/desk/follow-ups", "nav-follow-ups", &["/follow-ups"]),
            ("/figures", "nav-figures", &[]),
        ],
        Role::Manager => &[("/figures", "nav-figures", &[])],
        Role::Administrator => &[
            ("/admin", "nav-admin", &[]),
            ("/admin/accounts", "nav-accounts", &[]),
            ("/admin/mail", "nav-mail", &[]),
            ("/admin/messages", "nav-messages", &[]),
            ("/admin/programme", "nav-programme", &[]),
        ],
    }
}

fn nav(visitor: &Visitor, path: &str, t: Words) -> Vec<NavItem> {
    if visitor.only_event.is_some() {
        return Vec::new();
    }
    let items = menu(visitor.role);
    let current = current(items, path);
    items
        .iter()
        .map(|(href, key, _)| NavItem {
            label: t.say(key),
            href,
            current: current == Some(*href),
            count: None,
        })
        .collect()
}

/// The item a page belongs to: the one whose address says most of the page's own.
fn current(items: &[Item], path: &str) -> Option<&'static str> {
    items
        .iter()
        .flat_map(|(href, _, others)| {
            others.iter().chain([href]).map(move |folder| (*folder, *href))
        })
        .filter(|(folder, _)| {
            path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })
        .max_by_key(|(folder, _)| folder.len())
        .map(|(_, href)| href)
}

pub fn html(template: &impl Template) -> AppResult<HttpResponse> {
    rendered(StatusCode::OK, template)
}

/// The same page again with what is wrong beside the fields and everything typed still there.
pub fn unprocessable(template: &impl Template) -> AppResult<HttpResponse> {
    let page = name_the_fields(&template.render()?);
    Ok(sent(StatusCode::UNPROCESSABLE_ENTITY, page))
}

fn rendered(status: StatusCode, template: &impl Template) -> AppResult<HttpResponse> {
    Ok(sent(status, template.render()?))
}

fn sent(status: StatusCode, page: String) -> HttpResponse {
    HttpResponse::build(status).content_type("text/html; charset=utf-8").body(page)
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: Page,
    t: Words,
    heading: String,
    what: String,
}

/// Gives an error without a body its page, in the visitor's language and with a way on.
pub async fn error_pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let response = next.call(request).await?.map_into_boxed_body();
    let status = response.status();
    let empty = matches!(response.response().body().size(), BodySize::None | BodySize::Sized(0));
    if !(status.is_client_error() || status.is_server_error())
        || !(empty || is_plain_text(&response))
    {
        return Ok(response);
    }
    let request = response.request().clone();
    let mut page = problem_page(&request, status);
    for (name, value) in response.headers().iter().filter(|(name, _)| *name != "content-type") {
        page.headers_mut().append(name.clone(), value.clone());
    }
    Ok(ServiceResponse::new(request, page))
}

/// actix's own refusals come as a line of text for developers.
fn is_plain_text(response: &ServiceResponse<BoxBody>) -> bool {
    let kind = response.headers().get("content-type");
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
        && !response.request().path().ends_with('z')
}

fn problem_page(request: &HttpRequest, status: StatusCode) -> HttpResponse {
    let t = request
        .extensions()
        .get::<Visit>()
        .map_or(Words(crate::domain::Language::Danish), |visit| visit.words);
    let kind = match status {
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => "not-found",
        StatusCode::FORBIDDEN => "cross-site",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::TOO_MANY_REQUESTS => "too-many",
        status if status.is_client_error() => "malformed",
        _ => "server",
    };
    let heading = t.say(&format!("problem-page-{kind}"));
    let what = t.say(&format!("problem-page-{kind}-what"));
    let page = ProblemPage { page: Page::new(request, heading.clone()), t, heading, what };
    rendered(status, &page).unwrap_or_else(|_| HttpResponse::new(status))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_belongs_to_the_item_that_says_most_of_its_address() {
        let desk = |path| current(menu(Role::Consultant), path);
        assert_eq!(desk("/desk"), Some("/desk"));
        assert_eq!(desk("/desk/calls"), Some("/desk"));
        assert_eq!(desk("/desk/groups/1"), Some("/desk/young-people"));
        assert_eq!(desk("/placements/1"), Some("/desk/placements"));
        assert_eq!(desk("/desk/mentors/new"), Some("/desk/mentors"));
        assert_eq!(desk("/account"), None);
    }
}
