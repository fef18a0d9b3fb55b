//! The wrong person of the right role: what is one person's is not there for another.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use omvendt::app::table::ACCESS;
use omvendt::domain::Role;
use omvendt::entities::account;
use omvendt::web::access::{Access, Who};
use scraper::{Html, Selector};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use crate::support::{Browser, TestApp};

/// What makes an address somebody's own.
const OWN: [&str; 4] = ["{placement}", "{event}", "{place}", "{mentor}"];

/// Pairs of people to try a row on.
const ENOUGH: usize = 5;

/// Somebody of the demo, and the ids in the addresses that their links and buttons lead to, by gap of the table.
struct Person {
    name: String,
    browser: Browser,
    ids: BTreeMap<&'static str, BTreeSet<String>>,
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_one_young_persons_companys_or_mentors_is_not_there_for_another() {
    let app = TestApp::spawn().await;
    let today = app.clock().today();
    let opens = omvendt::seed::load(&app.state, today).await.expect("the month is told");
    app.clock().set(opens);

    for role in [Role::YoungPerson, Role::Company, Role::Mentor] {
        let everybody = everybody(&app, role).await;
        for access in rows_about_somebody(role) {
            let mut asked = 0;
            for one in &everybody {
                for other in everybody.iter().filter(|other| other.name != one.name) {
                    if asked < ENOUGH && is_kept_from(access, one, other).await {
                        asked += 1;
                    }
                }
            }
            assert!(asked > 0, "nobody could ask for {role}: {} {}", access.method, access.path);
        }
    }
}

fn rows_about_somebody(role: Role) -> impl Iterator<Item = &'static Access> {
    let admits = move |who| matches!(who, Who::Roles(roles) if roles.contains(&role));
    let is_own = |path: &str| OWN.iter().any(|gap| path.contains(gap));
    ACCESS.iter().filter(move |access| admits(access.who) && is_own(access.path))
}

/// Asks as `other` for what is `one`'s alone; whether there was anything to ask for.
async fn is_kept_from(access: &Access, one: &Person, other: &Person) -> bool {
    let mut path = access.path.to_owned();
    for gap in gaps(access.path) {
        let mut ids = one.ids.get(gap).into_iter().flatten();
        let own = ids.find(|id| !OWN.contains(&gap) || !other.has(gap, id));
        let Some(id) = own else { return false };
        path = path.replace(gap, id);
    }
    if gaps(access.path).any(|gap| gap == "{event}")
        && other.browser.get(&path_of_event(access.path, &path)).await.status == 200
    {
        return false;
    }
    let seen = match access.method.as_str() {
        "GET" => other.browser.get(&path).await,
        _ => other.browser.post(&path, []).await,
    };
    let what = format!("{} asks for {} {path} of {}", other.name, access.method, one.name);
    assert_eq!(seen.status, 404, "{what}: {}", seen.text());
    true
}

/// The page of the event that an address is about: who has been invited may read it.
fn path_of_event(pattern: &str, path: &str) -> String {
    let at = pattern.split('/').position(|part| part == "{event}").expect("it is about an event");
    format!("/events/{}", path.split('/').nth(at).expect("the same parts"))
}

impl Person {
    fn has(&self, gap: &str, id: &str) -> bool {
        self.ids.get(gap).is_some_and(|ids| ids.contains(id))
    }
}

fn gaps(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    pattern.split('/').filter(|part| part.starts_with('{'))
}

async fn everybody(app: &TestApp, role: Role) -> Vec<Person> {
    let accounts = account::Entity::find()
        .filter(account::Column::Role.eq(role))
        .filter(account::Column::DisabledAt.is_null());
    let mut everybody = Vec::new();
    for account in accounts.all(&app.state.db.read).await.expect("accounts") {
        let browser = app.signed_in(account.id).await;
        let mut ids: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for address in addresses(&browser).await {
            for (gap, id) in
                ACCESS.iter().filter_map(|access| filled(access.path, &address)).flatten()
            {
                ids.entry(gap).or_default().insert(id);
            }
        }
        everybody.push(Person { name: account.name, browser, ids });
    }
    everybody
}

/// What stands in each gap, when the address is one of this pattern.
fn filled(pattern: &'static str, address: &str) -> Option<Vec<(&'static str, String)>> {
    if pattern.split('/').count() != address.split('/').count() {
        return None;
    }
    let mut found = Vec::new();
    for (part, given) in pattern.split('/').zip(address.split('/')) {
        if part.starts_with('{') {
            found.push((part, given.to_owned()));
        } else if part != given {
            return None;
        }
    }
    Some(found)
}

/// Everything that following all links from the front page comes by.
async fn addresses(browser: &Browser) -> BTreeSet<String> {
    let links = Selector::parse("a[href^='/']").expect("a selector");
    let forms = Selector::parse("form[action^='/']").expect("a selector");
    let mut seen = BTreeSet::from(["/".to_owned()]);
    let mut posts = BTreeSet::new();
    let mut next = VecDeque::from(["/".to_owned()]);
    while let Some(path) = next.pop_front() {
        let answer = browser.get(&path).await;
        let page = Html::parse_document(&answer.html);
        let linked = page.select(&links).filter_map(|link| link.attr("href"));
        for link in linked.chain([answer.location.as_str()]).filter(|link| link.starts_with('/')) {
            let link = link.split(['?', '#']).next().unwrap_or_default();
            if seen.insert(link.to_owned()) {
                next.push_back(link.to_owned());
            }
        }
        posts.extend(page.select(&forms).filter_map(|form| form.attr("action").map(str::to_owned)));
    }
    seen.append(&mut posts);
    seen
}
