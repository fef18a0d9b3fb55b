//! `POST /placements/{placement}/disclosures`: the young person shows one thing, or takes it back.

use actix_web::{HttpRequest, HttpResponse, web};
use serde::Deserialize;
use validator::Validate;

use super::acts::disclose::{self, DiscloseError};
use super::{forms, path, show, words};
use crate::domain::{DisclosureItem, PlacementId};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Form, SignedIn, SignedInYoungPerson, check, see_other};

#[derive(Debug, Default, Deserialize, Validate)]
#[serde(default)]
pub struct DisclosureForm {
    item: String,
    /// `give` or `take_back`: the button pressed.
    act: String,
    #[validate(length(max = 500, code = "problem-too-long"))]
    words: String,
}

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInYoungPerson,
    id: web::Path<PlacementId>,
    form: Form<DisclosureForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let visitor = SignedIn { visitor: visitor.visitor };
    let item: DisclosureItem = form.item.parse().map_err(|_| AppError::NotFound)?;
    if let Some(problem) = check(&form.0, t).iter().next() {
        let why = problem.text.clone();
        return show::beside(&request, &state, &visitor, *id, "words", why, &form.words).await;
    }
    let txn = state.write().await?;
    forms::change(&txn, &visitor, *id).await?;
    if form.act == "take_back" {
        disclose::take_back(&txn, &state, *id, item, visitor.id).await?;
        txn.commit().await?;
        return Ok(see_other(path(*id)).notice("placements-taken-back"));
    }
    let given = disclose::disclose(&txn, &state, *id, item, &form.words, visitor.id).await?;
    if let Err(error) = given {
        drop(txn);
        let why = words::disclose(error, t);
        let field = if error == DiscloseError::WordsMissing { "words" } else { "" };
        return show::beside(&request, &state, &visitor, *id, field, why, &form.words).await;
    }
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("placements-given"))
}
