//! `/desk/young-people/{young_person}/edit`: contact, people, purpose and facts. A new purpose is recorded.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use sea_orm::{ActiveModelTrait, Set};

use super::another_yes::{is_same_number, take_back};
use super::form::{Choices, Lists, PersonForm};
use super::{NewYoungPerson, add, hand_over, history, new, path, store};
use crate::domain::{AccountId, DisclosureItem, LookUpPurpose, YoungPersonId};
use crate::entities::young_person;
use crate::features::accounts::contact::{self, Contact};
use crate::features::accounts::invite::InviteError;
use crate::features::{accounts, look_ups};
use crate::state::{AppState, Txn};
use crate::web::{
    AppResult, Form, Page, Problems, SignedInConsultant, html, see_other, unprocessable,
};
use crate::words::Words;

#[derive(Template)]
#[template(path = "young_people/edit.html")]
struct EditPage {
    page: Page,
    t: Words,
    back: String,
    form: PersonForm,
    choices: Choices,
    problems: Problems,
}

impl EditPage {
    fn of(
        request: &HttpRequest,
        id: YoungPersonId,
        form: PersonForm,
        lists: &Lists,
        t: Words,
    ) -> Self {
        Self {
            page: Page::new(request, t.young_people_edit()),
            t,
            back: path(id),
            choices: Choices::of(&form, lists, t),
            form,
            problems: Problems::default(),
        }
    }
}

async fn form_of(
    db: &impl sea_orm::ConnectionTrait,
    person: &young_person::Model,
) -> AppResult<PersonForm> {
    let account = accounts::store::account(db, person.account_id).await?;
    Ok(PersonForm::of(person, &account, &store::requirements_of(db, person.id).await?))
}

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<YoungPersonId>,
) -> AppResult<HttpResponse> {
    let db = &state.db.read;
    let person = store::person(db, *id).await?;
    record_look_up(&state, &visitor, &person).await?;
    let lists = Lists::load(db).await?;
    let form = form_of(db, &person).await?;
    html(&EditPage::of(&request, *id, form, &lists, visitor.words()))
}

async fn record_look_up(
    state: &AppState,
    visitor: &SignedInConsultant,
    person: &young_person::Model,
) -> AppResult<()> {
    let page = format!("{}/edit", path(person.id));
    let about = [person.account_id];
    look_ups::record(state, visitor, &about, LookUpPurpose::CaseWork, &page).await
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<YoungPersonId>,
    form: Form<PersonForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let txn = state.write().await?;
    let person = store::about_to_change(&txn, *id).await?;
    let lists = Lists::load(&txn).await?;
    let there = form_of(&txn, &person).await?;
    let saved = match form.checked(&lists, t) {
        Err(problems) => Err(problems),
        Ok(changed) if there.checked(&lists, t).is_ok_and(|there| there == changed) => {
            Ok(Saved::default())
        }
        Ok(_) if form.is_stale(&there) => Err(changed_meanwhile(t)),
        Ok(changed) => save(&txn, &state, &person, changed, visitor.id)
            .await?
            .map_err(|error| new::refusal(error, t)),
    };
    match saved {
        Ok(saved) => {
            txn.commit().await?;
            Ok(see_other(path(*id)).notice(saved.notice()))
        }
        Err(problems) => {
            drop(txn);
            record_look_up(&state, &visitor, &person).await?;
            // The next press is made knowing what stands there now.
            let form = PersonForm { seen: there.seen, ..form.0 };
            let page = EditPage::of(&request, *id, form, &lists, t);
            unprocessable(&EditPage { problems, ..page })
        }
    }
}

fn changed_meanwhile(t: Words) -> Problems {
    let mut problems = Problems::default();
    problems.add("", t.young_people_problem_changed());
    problems
}

/// What it brought with it.
#[derive(Clone, Copy, Debug, Default)]
struct Saved {
    is_handed_over: bool,
    /// A company saw what reads otherwise now.
    asks_again: bool,
}

impl Saved {
    fn notice(self) -> &'static str {
        match (self.is_handed_over, self.asks_again) {
            (false, false) => "young-people-saved",
            (false, true) => "young-people-saved-asks-again",
            (true, false) => "young-people-saved-handed-over",
            (true, true) => "young-people-saved-handed-over-asks-again",
        }
    }
}

async fn save(
    txn: &Txn,
    state: &AppState,
    person: &young_person::Model,
    changed: NewYoungPerson,
    by: AccountId,
) -> AppResult<Result<Saved, InviteError>> {
    let before = accounts::store::account(txn, person.account_id).await?;
    let has_moved = before.email != changed.email;
    let has_new_email = changed.email.is_some() && has_moved;
    let changes = [
        (DisclosureItem::Phone, !is_same_number(before.phone.as_deref(), changed.phone.as_deref())),
        (DisclosureItem::Goal, person.goal != changed.goal),
    ];
    let reads_otherwise: Vec<DisclosureItem> =
        changes.into_iter().filter_map(|(item, is_new)| is_new.then_some(item)).collect();
    let reached = Contact {
        name: changed.name,
        email: changed.email,
        phone: changed.phone,
        language: changed.language,
    };
    if let Err(error) = contact::set(txn, before.id, reached).await? {
        return Ok(Err(error));
    }
    if has_moved {
        accounts::ways_in::use_up_ways_in(txn, before.id, state.clock.now()).await?;
    }

    let is_handed_over = person.consultant_id != changed.consultant;
    let asked = match is_handed_over {
        true => hand_over::hand_over(txn, state, person, changed.consultant, by).await?,
        false => None,
    };
    let mut row: young_person::ActiveModel = person.clone().into();
    row.group_id = Set(changed.group);
    row.consultant_id = Set(changed.consultant);
    row.purpose = Set(changed.purpose);
    row.goal = Set(changed.goal);
    row.target_group = Set(changed.target_group);
    row.case_reference = Set(changed.case_reference);
    let after = row.update(txn).await?;
    if is_handed_over {
        hand_over::tell_young_person(txn, state, &after, asked).await?;
    }
    if (after.purpose, &after.goal) != (person.purpose, &person.goal) {
        history::record_purpose(txn, &after, by, state.clock.now()).await?;
    }
    let asks_again = take_back(txn, state, person.id, &reads_otherwise, by).await?;
    add::set_requirements(txn, person.id, &changed.requirements).await?;
    if has_new_email && before.last_signed_in_at.is_none() {
        let account = accounts::store::account(txn, before.id).await?;
        accounts::invite::send(txn, state, &account, Some(by)).await?;
    }
    Ok(Ok(Saved { is_handed_over, asks_again }))
}
