//! `/placements/{placement}/checklist/{item}`: one item, to read, agree, change, remark on or set aside.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use validator::Validate;

use super::access::{self, Viewer};
use super::acts::{self, Press};
use super::facts::{Fact, Known, person_names};
use super::list::{readable, shows, whose};
use super::marks::{Called, Mark, marks};
use super::{item_path, name, path, store, words};
use crate::domain::checklist::{Item, ItemState};
use crate::domain::{Party, PlacementId, PlacementStatus};
use crate::entities::placement;
use crate::state::{AppState, Txn};
use crate::web::{
    AppError, AppResult, Form, Page, Problems, SignedIn, check, html, see_other, unprocessable,
};
use crate::words::Words;

/// Everything the page's forms send; each uses its own fields.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ItemForm {
    revision: String,
    /// Whose yes it is: a consultant may say it for both beside the young person.
    party: Vec<String>,
    #[validate(length(max = 2000, code = "problem-too-long"))]
    text: String,
    #[validate(length(max = 500, code = "problem-too-long"))]
    reason: String,
    #[validate(length(max = 2000, code = "problem-too-long"))]
    words: String,
}

#[derive(Template)]
#[template(path = "checklists/item.html")]
struct ItemPage {
    page: Page,
    t: Words,
    back: String,
    action: String,
    whose: String,
    help: String,
    facts: Vec<Fact>,
    warning: String,
    agreed: String,
    aside: String,
    revision: i32,
    marks: Vec<Mark>,
    notes: Vec<Note>,
    problems: Problems,
    form: ItemForm,
    /// Whose yes can be said on this page, with the button's words; the first is the page's main action.
    buttons: Vec<Button>,
    may_change: bool,
    may_set_aside: bool,
    may_note: bool,
    voice: String,
    read_by: String,
}

struct Button {
    parties: Vec<&'static str>,
    label: String,
}

struct Note {
    words: String,
    by: String,
    when: String,
    at: String,
}

type Path = web::Path<(PlacementId, String)>;

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    at: Path,
) -> AppResult<HttpResponse> {
    let (placement, viewer) = readable(&state.db.read, &visitor, at.0).await?;
    access::record_look_up(&state, &visitor, &placement, "placements/checklist").await?;
    let item = item_of(&placement, viewer, &at.1)?;
    let seen = Seen { placement, viewer, item };
    html(&page(&request, &state, &visitor, seen, Problems::default(), ItemForm::default()).await?)
}

struct Seen {
    placement: placement::Model,
    viewer: Viewer,
    item: Item,
}

/// What somebody is about to change, locked; a mentor only reads.
struct Changing {
    seen: Seen,
    party: Party,
}

async fn changing(txn: &Txn, visitor: &SignedIn, at: &Path) -> AppResult<Changing> {
    let (placement, viewer) = access::of_visitor_for_change(txn, visitor, at.0).await?;
    let party = viewer.party().ok_or(AppError::NotFound)?;
    let item = item_of(&placement, viewer, &at.1)?;
    Ok(Changing { seen: Seen { placement, viewer, item }, party })
}

impl Changing {
    fn is_open(&self) -> bool {
        is_open(&self.seen.placement)
    }

    /// Back to the list, with word that it can no longer change.
    fn closed(&self) -> HttpResponse {
        see_other(access::placement_path(self.seen.placement.id)).notice("checklist-closed")
    }

    fn press(&self, party: Party, visitor: &SignedIn, revision: &str) -> Press {
        let together = self.party == Party::Consultant && party == Party::YoungPerson;
        Press { party, by: visitor.id, revision: revision.parse().unwrap_or(0), together }
    }
}

fn is_open(placement: &placement::Model) -> bool {
    matches!(placement.status, PlacementStatus::Agreed | PlacementStatus::Running)
}

fn item_of(placement: &placement::Model, viewer: Viewer, text: &str) -> AppResult<Item> {
    let item: Item = text.parse().map_err(|_| AppError::NotFound)?;
    let belongs = Item::of_kind(placement.kind).any(|of_kind| of_kind == item);
    if belongs && shows(viewer, item) { Ok(item) } else { Err(AppError::NotFound) }
}

/// `POST …/{item}/confirmation`: a yes, for oneself, or for both who sit with one phone.
pub async fn confirm(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    at: Path,
    form: Form<ItemForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let changing = changing(&txn, &visitor, &at).await?;
    if !changing.is_open() {
        return Ok(changing.closed());
    }
    let Seen { placement, item, .. } = &changing.seen;
    for party in parties(&form, changing.party) {
        let press = changing.press(party, &visitor, &form.revision);
        if let Err(error) = acts::confirm(&txn, &state, placement, *item, press).await? {
            drop(txn);
            return again(request, state, visitor, changing.seen, form.0, "", error).await;
        }
    }
    let next = acts::next_path(&txn, placement, *item, changing.party).await?;
    txn.commit().await?;
    Ok(see_other(next).notice("checklist-confirmed"))
}

/// Only a consultant speaks for somebody else, and only for the young person beside them.
fn parties(form: &ItemForm, own: Party) -> Vec<Party> {
    let named: Vec<Party> = form.party.iter().filter_map(|party| party.parse().ok()).collect();
    let allowed =
        |party: &Party| *party == own || (own == Party::Consultant && *party == Party::YoungPerson);
    let chosen: Vec<Party> = named.into_iter().filter(allowed).collect();
    if chosen.is_empty() { vec![own] } else { chosen }
}

/// `POST …/{item}`: what is agreed, written anew.
pub async fn change(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    at: Path,
    form: Form<ItemForm>,
) -> AppResult<HttpResponse> {
    let problems = check(&form.0, visitor.words());
    let txn = state.write().await?;
    let changing = changing(&txn, &visitor, &at).await?;
    if !changing.is_open() {
        return Ok(changing.closed());
    }
    if !problems.is_empty() {
        drop(txn);
        return unprocessable(
            &page(&request, &state, &visitor, changing.seen, problems, form.0).await?,
        );
    }
    let Seen { placement, item, .. } = &changing.seen;
    let press = changing.press(changing.party, &visitor, &form.revision);
    if let Err(error) = acts::change(&txn, &state, placement, *item, &form.text, press).await? {
        drop(txn);
        return again(request, state, visitor, changing.seen, form.0, "text", error).await;
    }
    let to = item_path(placement.id, *item);
    txn.commit().await?;
    Ok(see_other(to).notice("checklist-changed"))
}

/// `POST …/{item}/notes`.
pub async fn note(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    at: Path,
    form: Form<ItemForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut problems = check(&form.0, t);
    if form.words.is_empty() {
        problems.add("words", t.problem_required());
    }
    let txn = state.write().await?;
    let changing = changing(&txn, &visitor, &at).await?;
    if !changing.is_open() {
        return Ok(changing.closed());
    }
    if !problems.is_empty() {
        drop(txn);
        return unprocessable(
            &page(&request, &state, &visitor, changing.seen, problems, form.0).await?,
        );
    }
    let Seen { placement, item, .. } = &changing.seen;
    acts::note(&txn, &state, placement, *item, &form.words, visitor.id).await?;
    let to = item_path(placement.id, *item);
    txn.commit().await?;
    Ok(see_other(to).notice("checklist-noted"))
}

/// `POST …/{item}/irrelevance`: not relevant here, with the reason.
pub async fn set_aside(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    at: Path,
    form: Form<ItemForm>,
) -> AppResult<HttpResponse> {
    let problems = check(&form.0, visitor.words());
    let txn = state.write().await?;
    let changing = changing(&txn, &visitor, &at).await?;
    if !changing.is_open() {
        return Ok(changing.closed());
    }
    if !problems.is_empty() {
        drop(txn);
        return unprocessable(
            &page(&request, &state, &visitor, changing.seen, problems, form.0).await?,
        );
    }
    let Seen { placement, item, .. } = &changing.seen;
    let press = changing.press(changing.party, &visitor, &form.revision);
    if let Err(error) = acts::set_aside(&txn, &state, placement, *item, &form.reason, press).await?
    {
        drop(txn);
        return again(request, state, visitor, changing.seen, form.0, "reason", error).await;
    }
    let to = path(placement.id);
    txn.commit().await?;
    Ok(see_other(to).notice("checklist-set-aside"))
}

/// The page as it now is, with what was typed beside it: neither is lost.
async fn again(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    seen: Seen,
    form: ItemForm,
    field: &str,
    error: crate::domain::checklist::ChecklistError,
) -> AppResult<HttpResponse> {
    let mut problems = Problems::default();
    problems.add(field, words::refusal(error, visitor.words()));
    unprocessable(&page(&request, &state, &visitor, seen, problems, form).await?)
}

async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    seen: Seen,
    problems: Problems,
    form: ItemForm,
) -> AppResult<ItemPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let Seen { placement, viewer, item } = seen;
    let rows = store::items(db, placement.id).await?;
    let row = rows.into_iter().find(|row| row.item == item).ok_or(AppError::NotFound)?;
    let known = Known::load(db, &placement, state.clock.today()).await?;
    let called = Called { viewer, young_person: known.young_person.clone() };
    let rule = row.state();
    let asked = viewer.party().filter(|party| item.confirmed_by().contains(party));
    let open = is_open(&placement);
    let ratio = known.ratio(t).filter(|_| item == Item::Ratio);
    let may = open && item != Item::Voice && asked.is_some();
    let voice_form = open && item == Item::Voice && viewer.is_consultant();
    let alone = known.company.ordinary_employees.is_some_and(|employees| employees <= 1);
    Ok(ItemPage {
        page: Page::new(request, name(item, t)),
        t,
        back: format!("{}#{}", path(placement.id), item.as_str()),
        action: item_path(placement.id, item),
        whose: whose(viewer, &known, t),
        help: t.say(&format!("checklist-item-{}-help", item.as_str().replace('_', "-"))),
        facts: known.of(item, t),
        warning: ratio
            .as_ref()
            .filter(|(_, warns)| *warns)
            .map(|(words, _)| words.clone())
            .unwrap_or_default(),
        agreed: match ratio {
            Some((words, false)) if row.model.agreed.is_none() => words,
            _ => row.model.agreed.clone().unwrap_or_default(),
        },
        aside: row.model.not_relevant_because.clone().unwrap_or_default(),
        revision: row.model.revision,
        marks: marks(&row, &called, t),
        notes: notes(db, row.model.id, t).await?,
        problems,
        form,
        buttons: if may { buttons(&rule, viewer, &called, t) } else { Vec::new() },
        may_change: may,
        may_set_aside: (may && !item.blocks_start() || voice_form && alone) && !rule.not_relevant,
        may_note: open && viewer.party().is_some(),
        voice: if voice_form {
            format!("{}/voice", access::placement_path(placement.id))
        } else {
            String::new()
        },
        read_by: read_by(item, &called, t),
    })
}

fn read_by(item: Item, called: &Called, t: Words) -> String {
    let own = called.viewer == Viewer::YoungPerson;
    let name = called.young_person.as_str();
    match item == Item::Voice || item.confirmed_by().contains(&Party::Company) {
        true if own => t.checklist_read_by_all_yours(),
        true => t.checklist_read_by_all(name),
        false if own => t.checklist_read_by_two_yours(),
        false => t.checklist_read_by_two(name),
    }
}

fn buttons(rule: &ItemState, viewer: Viewer, called: &Called, t: Words) -> Vec<Button> {
    let waiting = rule.waiting_for();
    let button = |parties: &[Party], label| Button {
        parties: parties.iter().map(|party| party.as_str()).collect(),
        label,
    };
    let own = viewer.party().filter(|party| waiting.contains(party));
    let young = waiting.contains(&Party::YoungPerson) && viewer.is_consultant();
    let name = called.young_person.as_str();
    let mut buttons = Vec::new();
    match own {
        Some(Party::Consultant) if young => {
            let both = [Party::YoungPerson, Party::Consultant];
            buttons.push(button(&both, t.checklist_confirm_both(name)));
            buttons.push(button(&[Party::Consultant], t.checklist_confirm_only_me()));
        }
        Some(party) => buttons.push(button(&[party], t.checklist_confirm())),
        None if young => {
            buttons.push(button(&[Party::YoungPerson], t.checklist_confirm_with(name)));
        }
        None => {}
    }
    buttons
}

async fn notes(
    db: &impl sea_orm::ConnectionTrait,
    item: crate::domain::ChecklistItemId,
    t: Words,
) -> AppResult<Vec<Note>> {
    let rows = store::notes(db, item).await?;
    let names = person_names(db, rows.iter().map(|row| row.written_by)).await?;
    let note = |row: crate::entities::checklist_note::Model| Note {
        by: names.get(&row.written_by).cloned().unwrap_or_default(),
        when: t.moment(row.written_at),
        at: t.exact(row.written_at),
        words: row.words,
    };
    Ok(rows.into_iter().map(note).collect())
}
