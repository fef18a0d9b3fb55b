//! `/desk/groups`: every group with its leader, when it meets and how many it has; and a new one.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Pages};
use sea_orm::{ActiveModelTrait, EntityTrait, Set};
use serde::Deserialize;
use validator::Validate;

use super::{GROUPS, group_path, groups_store};
use crate::domain::{AccountId, GroupId};
use crate::entities::{account, new_id, youth_group};
use crate::features::accounts;
use crate::state::{AppState, one_at_a_time};
use crate::web::stale::{self, Shown};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, check, html, see_other, unprocessable,
};
use crate::words::Words;

/// The method's group is six to eight; a ninth gets too little room.
pub const MOST: i64 = 8;

const A_PAGE: u64 = 50;

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    pub page: String,
}

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct GroupForm {
    #[validate(length(max = 80, code = "problem-too-long"))]
    pub name: String,
    #[validate(length(max = 120, code = "problem-too-long"))]
    pub meets: String,
    pub leader: String,
    /// What stood there when the page was opened.
    pub seen: String,
}

impl Shown for GroupForm {
    fn fields(&self) -> Vec<(&'static str, String)> {
        [("name", &self.name), ("meets", &self.meets), ("leader", &self.leader)]
            .map(|(name, text)| (name, text.clone()))
            .into()
    }

    fn seen(&self) -> &str {
        &self.seen
    }
}

impl GroupForm {
    pub fn of(group: &youth_group::Model) -> Self {
        let mut form = Self {
            name: group.name.clone(),
            meets: group.meets.clone(),
            leader: group.leader_id.to_string(),
            seen: String::new(),
        };
        form.seen = stale::mark(&form);
        form
    }

    /// The leader chosen, or what is in the way.
    pub fn checked(&self, consultants: &[account::Model], t: Words) -> Result<AccountId, Problems> {
        let mut problems = check(self, t);
        if self.name.is_empty() {
            problems.add("name", t.problem_required());
        }
        let leader = consultants.iter().find(|account| account.id.to_string() == self.leader);
        match leader {
            Some(leader) if problems.is_empty() => Ok(leader.id),
            Some(_) => Err(problems),
            None => {
                problems.add("leader", t.problem_choose());
                Err(problems)
            }
        }
    }

    pub fn leaders(&self, consultants: &[account::Model]) -> Vec<Choice> {
        let choice = |row: &account::Model| {
            let id = row.id.to_string();
            let chosen = id == self.leader;
            Choice::new(id, row.name.clone(), chosen)
        };
        consultants.iter().map(choice).collect()
    }
}

struct Row {
    href: String,
    name: String,
    meets: String,
    leader: String,
    people: i64,
    too_many: bool,
}

#[derive(Template)]
#[template(path = "young_people/groups.html")]
struct GroupsPage {
    page: Page,
    t: Words,
    rows: Vec<Row>,
    form: GroupForm,
    leaders: Vec<Choice>,
    pages: Pages,
    problems: Problems,
}

impl GroupsPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        which: &Which,
        form: GroupForm,
        t: Words,
    ) -> AppResult<Self> {
        let db = &state.db.read;
        let last = groups_store::count_open(db).await?.div_ceil(A_PAGE).max(1);
        let current = which.page.parse().unwrap_or(1).clamp(1, last);
        let groups = groups_store::page(db, (current - 1) * A_PAGE, A_PAGE).await?;
        let sizes = groups_store::sizes(db, groups.iter().map(|row| row.id)).await?;
        let leaders = accounts::store::names(db, groups.iter().map(|row| row.leader_id)).await?;
        let row = |group: youth_group::Model| {
            let people = sizes.get(&group.id).copied().unwrap_or(0);
            Row {
                href: group_path(group.id),
                leader: leaders.get(&group.leader_id).cloned().unwrap_or_default(),
                name: group.name,
                meets: group.meets,
                people,
                too_many: people > MOST,
            }
        };
        Ok(Self {
            page: Page::new(request, t.young_people_groups()),
            t,
            rows: groups.into_iter().map(row).collect(),
            leaders: form.leaders(&accounts::store::consultants(db).await?),
            form,
            pages: Pages {
                current: u32::try_from(current).unwrap_or(1),
                last: u32::try_from(last).unwrap_or(1),
                address: format!("{GROUPS}?page="),
            },
            problems: Problems::default(),
        })
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    which: web::Query<Which>,
) -> AppResult<HttpResponse> {
    let form = GroupForm { leader: visitor.id.to_string(), ..GroupForm::default() };
    html(&GroupsPage::new(&request, &state, &which, form, visitor.words()).await?)
}

/// `POST /desk/groups`: a new group. The same a second time is the second press, not a second group.
pub async fn create(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    form: Form<GroupForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    one_at_a_time(&txn, "new group").await?;
    let leader = match form.checked(&accounts::store::consultants(&txn).await?, t) {
        Ok(leader) => leader,
        Err(problems) => {
            drop(txn);
            let page = GroupsPage::new(&request, &state, &Which::default(), form.0, t).await?;
            return unprocessable(&GroupsPage { problems, ..page });
        }
    };
    let there = groups_store::open_named(&txn, &form.name).await?;
    let id = match there {
        Some(group) if group.leader_id == leader && group.meets == form.meets => group.id,
        Some(_) => {
            drop(txn);
            let mut problems = Problems::default();
            problems.add("name", t.young_people_problem_group_there());
            let page = GroupsPage::new(&request, &state, &Which::default(), form.0, t).await?;
            return unprocessable(&GroupsPage { problems, ..page });
        }
        None => {
            let row = youth_group::ActiveModel {
                id: Set(new_id::<GroupId>()),
                name: Set(form.0.name),
                leader_id: Set(leader),
                meets: Set(form.0.meets),
                closed_at: Set(None),
                created_at: Set(state.clock.now()),
            };
            row.insert(&txn).await?.id
        }
    };
    txn.commit().await?;
    Ok(see_other(group_path(id)).notice("young-people-group-saved"))
}

pub async fn update(
    txn: &crate::state::Txn,
    group: youth_group::Model,
    form: GroupForm,
    leader: AccountId,
) -> AppResult<()> {
    let mut row: youth_group::ActiveModel = group.into();
    row.name = Set(form.name);
    row.meets = Set(form.meets);
    row.leader_id = Set(leader);
    youth_group::Entity::update(row).exec(txn).await?;
    Ok(())
}
