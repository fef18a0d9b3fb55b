//! `GET /desk/young-people?q=&group=&consultant=&purpose=&which=&page=`.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Pages};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};

use super::store::{self, Wanted};
use super::{LIST, groups_store, path};
use crate::domain::{GroupId, LookUpPurpose, PlacementKind};
use crate::entities::{account, young_person};
use crate::features::{accounts, look_ups};
use crate::state::AppState;
use crate::web::{AppResult, Page, SignedInConsultant, html};
use crate::words::Words;

const A_PAGE: u64 = 50;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Filter {
    pub q: String,
    pub group: String,
    pub consultant: String,
    pub purpose: String,
    pub which: String,
    #[serde(skip_serializing)]
    pub page: String,
}

impl Filter {
    fn wanted(&self) -> Wanted {
        Wanted {
            words: crate::web::form::clean(&self.q),
            group: self.group.parse().ok(),
            consultant: self.consultant.parse().ok(),
            purpose: self.purpose.parse().ok(),
            without_email: self.which == "without-email",
            left: self.which == "left",
            with_place: match self.which.as_str() {
                "free" => Some(false),
                "with-place" => Some(true),
                _ => None,
            },
        }
    }

    fn address(&self) -> AppResult<String> {
        let query = serde_html_form::to_string(self).map_err(anyhow::Error::from)?;
        Ok(format!("{LIST}?{query}&page="))
    }
}

struct Row {
    href: String,
    name: String,
    phone: String,
    email: String,
    group: String,
    consultant: String,
    purpose: String,
    /// Free, or how far their placement is.
    stands: String,
}

#[derive(Template)]
#[template(path = "young_people/list.html")]
struct ListPage {
    page: Page,
    t: Words,
    filter: Filter,
    groups: Vec<Choice>,
    consultants: Vec<Choice>,
    purposes: Vec<Choice>,
    which: Vec<Choice>,
    count: u64,
    rows: Vec<Row>,
    pages: Pages,
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    filter: web::Query<Filter>,
) -> AppResult<HttpResponse> {
    let (db, t, filter) = (&state.db.read, visitor.words(), filter.into_inner());
    let wanted = filter.wanted();
    let count = store::count(db, &wanted).await?;
    let last = count.div_ceil(A_PAGE).max(1);
    let current = filter.page.parse::<u64>().unwrap_or(1).clamp(1, last);
    let people = store::list(db, &wanted, (current - 1) * A_PAGE, A_PAGE).await?;
    let accounts: Vec<_> = people.iter().map(|(_, account)| account.id).collect();
    look_ups::record(&state, &visitor, &accounts, LookUpPurpose::Desk, LIST).await?;
    let groups = groups(db, filter.group.parse().ok()).await?;
    let consultants = accounts::store::consultants(db).await?;
    html(&ListPage {
        page: Page::new(&request, t.young_people_title()),
        t,
        groups: with_all(
            groups.iter().map(|row| (row.id.to_string(), row.name.clone())),
            &filter.group,
            t,
        ),
        consultants: with_all(
            consultants.iter().map(|row| (row.id.to_string(), row.name.clone())),
            &filter.consultant,
            t,
        ),
        purposes: with_all(
            PlacementKind::ALL
                .iter()
                .map(|kind| (kind.to_string(), t.kind("placement-kind", kind.as_str()))),
            &filter.purpose,
            t,
        ),
        which: which(&filter.which, t),
        count,
        rows: rows(&state, people, t).await?,
        pages: Pages {
            current: u32::try_from(current).unwrap_or(1),
            last: u32::try_from(last).unwrap_or(1),
            address: filter.address()?,
        },
        filter,
    })
}

/// Among more than these nobody finds a group: it is chosen on the groups' own pages, and kept when it was.
const GROUPS_TO_CHOOSE: u64 = 60;

async fn groups(
    db: &impl ConnectionTrait,
    chosen: Option<GroupId>,
) -> AppResult<Vec<groups_store::Named>> {
    if groups_store::count_open(db).await? <= GROUPS_TO_CHOOSE {
        return Ok(groups_store::open(db).await?);
    }
    let Some(chosen) = chosen else { return Ok(Vec::new()) };
    let names = store::group_names(db, [chosen]).await?;
    Ok(names.into_iter().map(|(id, name)| groups_store::Named { id, name }).collect())
}

fn with_all(all: impl Iterator<Item = (String, String)>, chosen: &str, t: Words) -> Vec<Choice> {
    let choices = all.map(|(value, label)| {
        let chosen = value == chosen;
        Choice::new(value, label, chosen)
    });
    std::iter::once(Choice::new("", t.young_people_all(), chosen.is_empty()))
        .chain(choices)
        .collect()
}

fn which(chosen: &str, t: Words) -> Vec<Choice> {
    [
        ("", t.young_people_which_all()),
        ("free", t.young_people_which_free()),
        ("with-place", t.young_people_which_with_place()),
        ("without-email", t.young_people_which_without_email()),
        ("left", t.young_people_which_left()),
    ]
    .into_iter()
    .map(|(value, label)| Choice::new(value, label, value == chosen))
    .collect()
}

async fn rows(
    state: &AppState,
    people: Vec<(young_person::Model, account::Model)>,
    t: Words,
) -> AppResult<Vec<Row>> {
    let db = &state.db.read;
    let groups = store::group_names(db, people.iter().map(|(row, _)| row.group_id)).await?;
    let consultants =
        accounts::store::names(db, people.iter().map(|(row, _)| row.consultant_id)).await?;
    let placed = store::furthest(db, people.iter().map(|(row, _)| row.id)).await?;
    let row = |(person, account): (young_person::Model, account::Model)| Row {
        href: path(person.id),
        stands: match placed.get(&person.id) {
            Some(status) => t.kind("placement-status", status.as_str()),
            None if person.left_at.is_some() => String::new(),
            None => t.young_people_free(),
        },
        name: account.name,
        phone: account.phone.unwrap_or_default(),
        email: account.email.unwrap_or_default(),
        group: groups.get(&person.group_id).cloned().unwrap_or_default(),
        consultant: consultants.get(&person.consultant_id).cloned().unwrap_or_default(),
        purpose: t.kind("placement-kind", person.purpose.as_str()),
    };
    Ok(people.into_iter().map(row).collect())
}
