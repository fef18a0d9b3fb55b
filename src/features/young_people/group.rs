//! `/desk/groups/{group}`: who is in it, and what it is called.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use omvendt_frontend::parts::{Choice, Person};
use sea_orm::{ActiveModelTrait, Set};

use super::groups::{self, GroupForm, MOST};
use super::store::{self, Wanted};
use super::{GROUPS, LIST, group_path, groups_store, path};
use crate::domain::{GroupId, LookUpPurpose};
use crate::entities::youth_group;
use crate::features::edits::{self, Press, Subject};
use crate::features::{accounts, look_ups};
use crate::state::AppState;
use crate::web::stale::written_meanwhile;
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

/// More than any group can be; a list that long is a mistake that the list of young people shows better.
const SHOWN: u64 = 100;

struct Member {
    href: String,
    person: Person,
}

#[derive(Template)]
#[template(path = "young_people/group.html")]
struct GroupPage {
    page: Page,
    t: Words,
    path: String,
    new: String,
    members: Vec<Member>,
    too_many: bool,
    closed: bool,
    edits: Vec<edits::Line>,
    form: GroupForm,
    leaders: Vec<Choice>,
    problems: Problems,
}

impl GroupPage {
    async fn new(
        request: &HttpRequest,
        state: &AppState,
        visitor: &SignedInConsultant,
        group: youth_group::Model,
    ) -> AppResult<Self> {
        let (db, t, page) = (&state.db.read, visitor.words(), group_path(group.id));
        let wanted = Wanted { group: Some(group.id), ..Wanted::default() };
        let people = store::list(db, &wanted, 0, SHOWN).await?;
        let about: Vec<_> = people.iter().map(|(_, account)| account.id).collect();
        look_ups::record(state, visitor, &about, LookUpPurpose::Desk, &page).await?;
        let form = GroupForm::of(&group);
        let too_many = i64::try_from(people.len()).unwrap_or(i64::MAX) > MOST;
        let members = people.into_iter().map(|(person, account)| Member {
            href: path(person.id),
            person: Person {
                name: account.name,
                role: t.kind("placement-kind", person.purpose.as_str()),
                phone: account.phone.unwrap_or_default(),
                email: String::new(),
            },
        });
        Ok(Self {
            page: Page::new(request, group.name),
            t,
            new: format!("{LIST}/new?group={}", group.id),
            path: page,
            members: members.collect(),
            too_many,
            closed: group.closed_at.is_some(),
            edits: edits::of(db, Subject::Group(group.id), t).await?,
            leaders: form.leaders(&accounts::store::consultants(db).await?),
            form,
            problems: Problems::default(),
        })
    }
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<GroupId>,
) -> AppResult<HttpResponse> {
    let group = groups_store::group(&state.db.read, *id).await?;
    html(&GroupPage::new(&request, &state, &visitor, group).await?)
}

pub async fn save(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<GroupId>,
    form: Form<GroupForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let group = groups_store::about_to_change(&txn, *id).await?;
    let consultants = accounts::store::consultants(&txn).await?;
    let there = GroupForm::of(&group);
    let read = form.checked(&consultants, visitor.words()).and_then(|leader| {
        if written_meanwhile(&form.0, &there).is_empty() {
            return Ok(leader);
        }
        let mut problems = Problems::default();
        problems.add("", visitor.words().young_people_problem_changed());
        Err(problems)
    });
    match read {
        Ok(leader) => {
            let press = Press { by: visitor.id, at: state.clock.now() };
            let about = Subject::Group(group.id);
            edits::record(&txn, about, "young-people-group", &there, &form.0, press).await?;
            groups::update(&txn, group, form.0, leader).await?;
            txn.commit().await?;
            Ok(see_other(group_path(*id)).notice("young-people-group-saved"))
        }
        Err(problems) => {
            drop(txn);
            let page = GroupPage::new(&request, &state, &visitor, group).await?;
            let leaders = form.leaders(&consultants);
            // The next press is made knowing what stands there now.
            let form = GroupForm { seen: there.seen, ..form.0 };
            unprocessable(&GroupPage { form, leaders, problems, ..page })
        }
    }
}

/// `POST /desk/groups/{group}/closing`: only an empty group closes, so that nobody is left without one.
pub async fn close(
    state: web::Data<AppState>,
    _: SignedInConsultant,
    id: web::Path<GroupId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let group = groups_store::about_to_change(&txn, *id).await?;
    if groups_store::sizes(&txn, [group.id]).await?.contains_key(&group.id) {
        return Ok(see_other(group_path(*id)).notice("young-people-group-not-empty"));
    }
    if group.closed_at.is_none() {
        let mut row: youth_group::ActiveModel = group.into();
        row.closed_at = Set(Some(state.clock.now()));
        row.update(&txn).await?;
    }
    txn.commit().await?;
    Ok(see_other(GROUPS).notice("young-people-group-closed"))
}
