//! The four presses on an item: a yes, other words, a remark, and that it does not matter here.

use actix_web::{HttpRequest, HttpResponse, web};

use super::access;
use super::acts::{self, Press};
use super::item::{ItemForm, Path, Seen, is_open, item_of, page};
use super::{item_path, path, words};
use crate::domain::Party;
use crate::domain::checklist::ChecklistError;
use crate::state::{AppState, Txn};
use crate::web::{AppError, AppResult, Form, Problems, SignedIn, check, see_other, unprocessable};

/// `POST …/{item}/confirmation`: a yes, for oneself, or for both who sit with one phone.
pub async fn confirm(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    at: Path,
    form: Form<ItemForm>,
) -> AppResult<HttpResponse> {
    press(&request, &state, &visitor, &at, form.0, Problems::default(), Step::Confirm).await
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
    press(&request, &state, &visitor, &at, form.0, problems, Step::Change).await
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
    press(&request, &state, &visitor, &at, form.0, problems, Step::Note).await
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
    press(&request, &state, &visitor, &at, form.0, problems, Step::SetAside).await
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Confirm,
    Change,
    Note,
    SetAside,
}

/// What somebody is about to change, locked; a mentor only reads.
struct Changing<'a> {
    seen: Seen,
    party: Party,
    visitor: &'a SignedIn,
}

async fn changing<'a>(txn: &Txn, visitor: &'a SignedIn, at: &Path) -> AppResult<Changing<'a>> {
    let (placement, viewer) = access::of_visitor_for_change(txn, visitor, at.0).await?;
    let party = viewer.party().ok_or(AppError::NotFound)?;
    let item = item_of(&placement, viewer, &at.1)?;
    Ok(Changing { seen: Seen { placement, viewer, item }, party, visitor })
}

/// Takes a step; whatever stands in its way brings the page back as it now is, with what was typed beside it.
async fn press(
    request: &HttpRequest,
    state: &AppState,
    visitor: &SignedIn,
    at: &Path,
    form: ItemForm,
    mut problems: Problems,
    step: Step,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let changing = changing(&txn, visitor, at).await?;
    if !is_open(&changing.seen.placement) {
        let to = access::placement_path(changing.seen.placement.id);
        return Ok(see_other(to).notice("checklist-closed"));
    }
    if problems.is_empty() {
        match changing.take(&txn, state, step, &form).await? {
            Ok(to) => {
                txn.commit().await?;
                return Ok(see_other(to).notice(step.notice()));
            }
            Err(error) => problems.add(step.field(), words::refusal(error, visitor.words())),
        }
    }
    drop(txn);
    unprocessable(&page(request, state, visitor, changing.seen, problems, form).await?)
}

impl Step {
    const fn notice(self) -> &'static str {
        match self {
            Self::Confirm => "checklist-confirmed",
            Self::Change => "checklist-changed",
            Self::Note => "checklist-noted",
            Self::SetAside => "checklist-set-aside",
        }
    }

    /// Beside which field a refusal stands.
    const fn field(self) -> &'static str {
        match self {
            Self::Confirm => "",
            Self::Change => "text",
            Self::Note => "words",
            Self::SetAside => "reason",
        }
    }
}

impl Changing<'_> {
    /// Where it leads, or the rule in the way.
    async fn take(
        &self,
        txn: &Txn,
        state: &AppState,
        step: Step,
        form: &ItemForm,
    ) -> AppResult<Result<String, ChecklistError>> {
        let Seen { placement, item, .. } = &self.seen;
        let own = self.press(self.party, &form.revision);
        let done = match step {
            Step::Confirm => {
                for party in parties(form, self.party) {
                    let press = self.press(party, &form.revision);
                    let yes = acts::confirm(txn, state, placement, *item, press).await?;
                    if let Err(error) = yes {
                        return Ok(Err(error));
                    }
                }
                let next = acts::next_path(txn, placement, *item, self.party).await?;
                return Ok(Ok(next));
            }
            Step::Change => acts::change(txn, state, placement, *item, &form.text, own).await?,
            Step::Note => Ok(acts::note(txn, state, placement, *item, &form.words, own.by).await?),
            Step::SetAside => {
                let aside = acts::set_aside(txn, state, placement, *item, &form.reason, own);
                return Ok(aside.await?.map(|()| path(placement.id)));
            }
        };
        Ok(done.map(|()| item_path(placement.id, *item)))
    }

    fn press(&self, party: Party, revision: &str) -> Press {
        let together = self.party == Party::Consultant && party == Party::YoungPerson;
        Press { party, by: self.visitor.id, revision: revision.parse().unwrap_or(0), together }
    }
}

/// Only a consultant speaks for somebody else, and only for the young person beside them.
fn parties(form: &ItemForm, own: Party) -> Vec<Party> {
    let named: Vec<Party> = form.party.iter().filter_map(|party| party.parse().ok()).collect();
    let allowed =
        |party: &Party| *party == own || (own == Party::Consultant && *party == Party::YoungPerson);
    let chosen: Vec<Party> = named.into_iter().filter(allowed).collect();
    if chosen.is_empty() { vec![own] } else { chosen }
}
