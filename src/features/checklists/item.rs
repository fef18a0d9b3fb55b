//! `GET /placements/{placement}/checklist/{item}`: one item, to read, agree, change, remark on or set aside.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;
use serde::Deserialize;
use validator::Validate;

use super::access::{self, Viewer};
use super::facts::{Fact, Known};
use super::list::{readable, shows, whose};
use super::marks::{Called, Mark, marks};
use super::{item_path, name, path, store};
use crate::domain::checklist::{Item, ItemState};
use crate::domain::{Party, PlacementId, PlacementStatus};
use crate::entities::placement;
use crate::features::accounts;
use crate::state::AppState;
use crate::web::{AppError, AppResult, Page, Problems, SignedIn, html};
use crate::words::Words;

/// Everything the page's forms send; each uses its own fields.
#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct ItemForm {
    pub revision: String,
    /// Whose yes it is: a consultant may say it for both beside the young person.
    pub party: Vec<String>,
    #[validate(length(max = 2000, code = "problem-too-long"))]
    pub text: String,
    #[validate(length(max = 500, code = "problem-too-long"))]
    pub reason: String,
    #[validate(length(max = 2000, code = "problem-too-long"))]
    pub words: String,
}

#[derive(Template)]
#[template(path = "checklists/item.html")]
pub struct ItemPage {
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

pub type Path = web::Path<(PlacementId, String)>;

pub async fn show(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    at: Path,
) -> AppResult<HttpResponse> {
    let (placement, viewer) = readable(&state.db.read, &visitor, at.0).await?;
    let item = item_of(&placement, viewer, &at.1)?;
    let seen = Seen { placement, viewer, item };
    html(&page(&request, &state, &visitor, seen, Problems::default(), ItemForm::default()).await?)
}

/// An item as somebody looks at it.
pub struct Seen {
    pub placement: placement::Model,
    pub viewer: Viewer,
    pub item: Item,
}

pub fn is_open(placement: &placement::Model) -> bool {
    matches!(placement.status, PlacementStatus::Agreed | PlacementStatus::Running)
}

pub fn item_of(placement: &placement::Model, viewer: Viewer, text: &str) -> AppResult<Item> {
    let item: Item = text.parse().map_err(|_| AppError::NotFound)?;
    let belongs = Item::of_kind(placement.kind).any(|of_kind| of_kind == item);
    if belongs && shows(viewer, item) { Ok(item) } else { Err(AppError::NotFound) }
}

pub async fn page(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    seen: Seen,
    problems: Problems,
    form: ItemForm,
) -> AppResult<ItemPage> {
    let (db, t) = (&state.db.read, visitor.words());
    let Seen { placement, viewer, item } = seen;
    access::record_look_up(state, visitor, &placement, "placements/checklist").await?;
    let rows = store::items(db, placement.id).await?;
    let row = rows.into_iter().find(|row| row.item == item).ok_or(AppError::NotFound)?;
    let known = Known::load(db, &placement, state.clock.today()).await?;
    let called = Called { viewer, young_person: known.young_person.clone() };
    let rule = row.state();
    let asked = viewer.party().filter(|party| item.confirmed_by().contains(party));
    let open = is_open(&placement);
    let ratio = known.ratio(t).filter(|_| item == Item::Ratio);
    let may = open && item != Item::Voice && asked.is_some();
    let beside = viewer.is_consultant() && item.confirmed_by().contains(&Party::YoungPerson);
    let may_press = may || open && item != Item::Voice && beside;
    let facts = known.of(item, t);
    let says_nothing =
        item.blocks_start() && facts.is_empty() && ratio.is_none() && row.model.agreed.is_none();
    let voice_form = open && item == Item::Voice && viewer.is_consultant();
    let alone = known.company.ordinary_employees.is_some_and(|employees| employees <= 1);
    Ok(ItemPage {
        page: Page::new(request, name(item, t)),
        t,
        back: format!("{}#{}", path(placement.id), item.as_str()),
        action: item_path(placement.id, item),
        whose: whose(viewer, &known, t),
        help: t.say(&format!("checklist-item-{}-help", item.as_str().replace('_', "-"))),
        facts,
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
        buttons: if may_press {
            buttons(&rule, viewer, &called, says_nothing, t)
        } else {
            Vec::new()
        },
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

/// Where no words are agreed there is nothing to say yes to, only something to have gone through.
fn buttons(
    rule: &ItemState,
    viewer: Viewer,
    called: &Called,
    says_nothing: bool,
    t: Words,
) -> Vec<Button> {
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
        Some(party) if says_nothing => {
            buttons.push(button(&[party], t.checklist_gone_through()));
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
    let names = accounts::store::names(db, rows.iter().map(|row| row.written_by)).await?;
    let note = |row: crate::entities::checklist_note::Model| Note {
        by: names.get(&row.written_by).cloned().unwrap_or_default(),
        when: t.moment(row.written_at),
        at: t.exact(row.written_at),
        words: row.words,
    };
    Ok(rows.into_iter().map(note).collect())
}
