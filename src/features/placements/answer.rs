//! `POST /placements/{placement}/acceptance` and `/talk`: the two buttons of a proposal. The third, no, has a page.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;

use super::{acts, forms, path, show, words};
use crate::domain::placement::Accepted;
use crate::domain::{Party, PlacementId};
use crate::features::checklists::access::Viewer;
use crate::state::AppState;
use crate::web::{AppError, AppResult, Form, SignedIn, see_other};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct AnswerForm {
    pub party: String,
}

/// One's own side; a consultant writes down the answer of whoever sits with them or is on the phone.
pub fn party(viewer: Viewer, form: &str) -> AppResult<Party> {
    match viewer {
        Viewer::YoungPerson => Ok(Party::YoungPerson),
        Viewer::Company => Ok(Party::Company),
        Viewer::Consultant => match form.parse() {
            Ok(party @ (Party::YoungPerson | Party::Company)) => Ok(party),
            _ => Err(AppError::NotFound),
        },
        Viewer::Mentor => Err(AppError::NotFound),
    }
}

pub async fn accept(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
    form: Form<AnswerForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let (_, viewer) = forms::change(&txn, &visitor, *id).await?;
    let party = party(viewer, &form.party)?;
    let notice = match acts::answer::accept(&txn, &state, *id, party, visitor.id).await? {
        Ok(Accepted::NowAgreed) => "placements-now-agreed",
        Ok(Accepted::WaitingForOther | Accepted::Before) if viewer.is_consultant() => {
            "placements-answer-written"
        }
        Ok(Accepted::WaitingForOther | Accepted::Before) => "placements-said-yes",
        Err(error) => {
            drop(txn);
            let why = words::answer(error, visitor.words());
            return show::refused(&request, &state, &visitor, *id, why).await;
        }
    };
    txn.commit().await?;
    Ok(see_other(path(*id)).notice(notice))
}

pub async fn talk(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedIn,
    id: web::Path<PlacementId>,
    form: Form<AnswerForm>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let (_, viewer) = forms::change(&txn, &visitor, *id).await?;
    let party = party(viewer, &form.party)?;
    if let Err(error) = acts::answer::talk_first(&txn, &state, *id, party, visitor.id).await? {
        drop(txn);
        let why = words::answer(error, visitor.words());
        return show::refused(&request, &state, &visitor, *id, why).await;
    }
    txn.commit().await?;
    let notice =
        if viewer.is_consultant() { "placements-answer-written" } else { "placements-said-talk" };
    Ok(see_other(path(*id)).notice(notice))
}
