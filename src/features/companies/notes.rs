//! Calls, coffee meetings and visits: what was said, and what we promised to do next.

use actix_web::{HttpRequest, HttpResponse, web};
use chrono::{DateTime, Duration, NaiveDate, Utc};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use validator::Validate;

use super::{desk_path, show, store};
use crate::domain::{AccountId, CompanyId, CompanyNoteForm, CompanyNoteId, CompanyStage};
use crate::entities::{company, company_note, new_id};
use crate::state::{AppState, Txn};
use crate::web::form::required;
use crate::web::{
    AppResult, Form, Problems, SignedInConsultant, check, see_other, typed, unprocessable,
};
use crate::words::Words;

/// Minutes in which another press of the button is the same press.
const SAME_PRESS: i64 = 5;

#[derive(Clone, Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct NoteForm {
    pub form: String,
    pub on: String,
    #[validate(custom(function = "required"), length(max = 2000, code = "problem-too-long"))]
    pub what: String,
    #[validate(length(max = 300, code = "problem-too-long"))]
    pub next_step: String,
    pub next_step_on: String,
}

struct NewNote {
    form: CompanyNoteForm,
    on: NaiveDate,
    what: String,
    next_step: Option<(String, NaiveDate)>,
}

impl NoteForm {
    /// An empty note about today.
    pub fn fresh(today: NaiveDate) -> Self {
        Self { on: today.to_string(), form: CompanyNoteForm::Call.to_string(), ..Self::default() }
    }

    fn read(&self, today: NaiveDate, t: Words) -> Result<NewNote, Problems> {
        let mut problems = check(self, t);
        let form = self.form.parse().ok();
        let on = typed::day(&self.on);
        let next_on = typed::day(&self.next_step_on);
        if form.is_none() {
            problems.add("form", t.problem_choose());
        }
        if on.is_none() {
            problems.add("on", t.problem_date());
        }
        if on.is_some_and(|on| on > today) {
            problems.add("on", t.companies_problem_note_on());
        }
        if !self.next_step.is_empty() && next_on.is_none() {
            problems.add("next_step_on", t.companies_problem_next_step_on());
        }
        if self.next_step.is_empty() && !self.next_step_on.is_empty() {
            problems.add("next_step", t.companies_problem_next_step());
        }
        match (form, on) {
            (Some(form), Some(on)) if problems.is_empty() => Ok(NewNote {
                form,
                on,
                what: self.what.clone(),
                next_step: next_on.map(|on| (self.next_step.clone(), on)),
            }),
            _ => Err(problems),
        }
    }
}

/// `POST /desk/companies/{company}/notes`.
pub async fn add(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<CompanyId>,
    form: Form<NoteForm>,
) -> AppResult<HttpResponse> {
    let note = match form.read(state.clock.today(), visitor.words()) {
        Ok(note) => note,
        Err(problems) => {
            let page = show::page(&request, &state, &visitor, *id, form.0, problems).await?;
            return unprocessable(&page);
        }
    };
    let txn = state.write().await?;
    let company = store::company_for_change(&txn, *id).await?;
    insert(&txn, &company, note, visitor.id, state.clock.now()).await?;
    take_up(&txn, company, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(desk_path(*id)).notice("companies-note-added"))
}

/// The same note within a few minutes is the same press of the button; later it is another call.
async fn insert(
    txn: &Txn,
    company: &company::Model,
    note: NewNote,
    by: AccountId,
    now: DateTime<Utc>,
) -> AppResult<()> {
    let (next_step, next_step_on) = note.next_step.unzip();
    let twins = company_note::Entity::find()
        .filter(company_note::Column::CompanyId.eq(company.id))
        .filter(company_note::Column::On.eq(note.on))
        .filter(company_note::Column::Form.eq(note.form))
        .filter(company_note::Column::What.eq(&note.what))
        .filter(company_note::Column::ByAccountId.eq(by))
        .filter(company_note::Column::CreatedAt.gt(now - Duration::minutes(SAME_PRESS)))
        .all(txn)
        .await?;
    let is_same = |twin: &company_note::Model| {
        (&twin.next_step, &twin.next_step_on) == (&next_step, &next_step_on)
    };
    if twins.iter().any(is_same) {
        return Ok(());
    }
    let row = company_note::ActiveModel {
        id: Set(new_id()),
        company_id: Set(company.id),
        form: Set(note.form),
        on: Set(note.on),
        what: Set(note.what),
        next_step: Set(next_step),
        next_step_on: Set(next_step_on),
        next_step_done_at: Set(None),
        by_account_id: Set(by),
        created_at: Set(now),
    };
    row.insert(txn).await?;
    Ok(())
}

/// Whoever first speaks with a company that asked is responsible for it until somebody else is.
async fn take_up(txn: &Txn, company: company::Model, by: AccountId) -> AppResult<()> {
    let (is_new, nobody) =
        (company.stage == CompanyStage::Interested, company.consultant_id.is_none());
    let mut row: company::ActiveModel = company.into();
    if is_new {
        row.stage = Set(CompanyStage::InDialogue);
    }
    if nobody {
        row.consultant_id = Set(Some(by));
    }
    if is_new || nobody {
        row.update(txn).await?;
    }
    Ok(())
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CompletionForm {
    pub done: String,
}

/// `POST /desk/companies/{company}/notes/{note}/completion`: the next step is done, or not after all.
pub async fn complete(
    state: web::Data<AppState>,
    _: SignedInConsultant,
    ids: web::Path<(CompanyId, CompanyNoteId)>,
    form: Form<CompletionForm>,
) -> AppResult<HttpResponse> {
    let (company, note) = ids.into_inner();
    let txn = state.write().await?;
    let note = store::note_for_change(&txn, company, note).await?;
    let done_at = match form.done.as_str() {
        "no" => None,
        _ => note.next_step_done_at.or(Some(state.clock.now())),
    };
    let mut row: company_note::ActiveModel = note.into();
    row.next_step_done_at = Set(done_at);
    row.update(&txn).await?;
    txn.commit().await?;
    Ok(see_other(desk_path(company)).into())
}
