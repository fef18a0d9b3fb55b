//! Follows every link each persona meets, a few pages of each kind, and says how long the slowest take.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use crate::asking;
use crate::scenario::Request;
use crate::visitor::{Visitor, links, selector};

/// What no page may take at the server.
const BAR: Duration = Duration::from_millis(10);
/// Pages of one kind that are looked at: a list is not its first filter alone.
const OF_A_KIND: usize = 3;
const TIMES: usize = 7;
const SHOWN: usize = 12;

struct Timed {
    persona: String,
    path: String,
    took: Duration,
}

pub async fn measure(origin: &str, personas: &[String]) -> anyhow::Result<()> {
    let mut timed = Vec::new();
    let mut broken = Vec::new();
    for persona in personas {
        follow(origin, persona, &mut timed, &mut broken).await?;
    }
    timed.sort_by_key(|page| std::cmp::Reverse(page.took));
    let slow = timed.iter().filter(|page| page.took > BAR).count();
    println!(
        "\n{} pages of {} personas, {slow} of them above 10 ms:\n",
        timed.len(),
        personas.len()
    );
    println!("| ms | who | page |\n|---|---|---|");
    for page in timed.iter().take(SHOWN.max(slow)) {
        let milliseconds = page.took.as_secs_f64() * 1000.0;
        println!("| {milliseconds:.1} | {} | `{}` |", page.persona, kind(&page.path));
    }
    for (path, status) in broken {
        println!("\n`{path}` answers {status}.");
    }
    Ok(())
}

async fn follow(
    origin: &str,
    persona: &str,
    timed: &mut Vec<Timed>,
    broken: &mut Vec<(String, u16)>,
) -> anyhow::Result<()> {
    let visitor = Visitor::named(origin, persona).await?;
    let mut seen = BTreeSet::from(["/".to_owned()]);
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut waiting = VecDeque::from([("/".to_owned(), 0)]);
    while let Some((path, redirects)) = waiting.pop_front() {
        let answer = visitor.answer(&path).await?;
        let status = answer.status();
        if status.is_redirection() && redirects < 3 {
            let to = answer.headers().get("location").and_then(|to| to.to_str().ok());
            if let Some(to) = to.filter(|to| seen.insert((*to).to_owned())) {
                waiting.push_back((to.to_owned(), redirects + 1));
            }
            continue;
        }
        if !status.is_success() {
            broken.push((path, status.as_u16()));
            continue;
        }
        let kind_of_body = answer.headers().get("content-type").and_then(|kind| kind.to_str().ok());
        let is_page = kind_of_body.is_some_and(|kind| kind.starts_with("text/html"));
        let took = asking::time(&Request::read(&visitor, path.clone())?, TIMES).await?;
        timed.push(Timed { persona: persona.to_owned(), path: path.clone(), took });
        if !is_page {
            continue;
        }
        let page = scraper::Html::parse_document(&answer.text().await?);
        for link in links(&page).iter().chain(&filters(&page, &path)) {
            let link = link.split('#').next().unwrap_or_default().to_owned();
            let outside = ["/dev/", "/assets/", "/photos/"].iter().any(|at| link.starts_with(at));
            let of_a_kind = kinds.entry(kind(&link)).or_default();
            if outside || *of_a_kind >= OF_A_KIND || !seen.insert(link.clone()) {
                continue;
            }
            *of_a_kind += 1;
            waiting.push_back((link, 0));
        }
    }
    Ok(())
}

/// What a list's filters lead to, one choice at a time, and a few letters in its search.
fn filters(page: &scraper::Html, path: &str) -> Vec<String> {
    let here = path.split('?').next().unwrap_or_default();
    let (forms, selects) = (selector("main form[method=get]"), selector("select[name]"));
    let (options, searches) = (selector("option"), selector("input[name=q]"));
    let mut found = Vec::new();
    for form in page.select(&forms) {
        let action = form.attr("action").unwrap_or(here);
        for select in form.select(&selects) {
            let name = select.attr("name").unwrap_or_default();
            let value = select.select(&options).filter_map(|option| option.attr("value")).nth(1);
            found.extend(value.map(|value| format!("{action}?{name}={value}")));
        }
        found.extend(form.select(&searches).map(|_| format!("{action}?q=ma")));
    }
    found
}

/// Two addresses that differ only in whom or what they are about are one kind of page.
fn kind(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let parts = path.split('/').map(|part| {
        let is_id = part.len() == 36 && part.contains('-');
        let is_number = part.starts_with(|first: char| first.is_ascii_digit());
        if is_id || is_number { "*" } else { part }
    });
    let mut kind = parts.collect::<Vec<_>>().join("/");
    let names = query.split('&').filter_map(|pair| {
        let (name, value) = pair.split_once('=')?;
        let is_number = value.chars().all(|one| one.is_ascii_digit());
        let value = if value.len() > 12 || is_number && !value.is_empty() { "*" } else { value };
        (!value.is_empty()).then(|| format!("{name}={value}"))
    });
    let names = names.collect::<Vec<_>>().join("&");
    if !names.is_empty() {
        kind = format!("{kind}?{names}");
    }
    kind
}
