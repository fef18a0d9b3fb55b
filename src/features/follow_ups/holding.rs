//! `POST /follow-ups/{id}/holding`: it is held. A second press changes nothing; a colleague who wrote meanwhile
//! is shown first, and nobody's words are lost.

use actix_web::{HttpRequest, HttpResponse, web};

use super::hold::{Held, HoldError, Holding, Next, hold};
use super::show::{FollowUpForm, ShowPage};
use super::{path, words};
use crate::domain::FollowUpId;
use crate::features::{accounts, programme};
use crate::state::AppState;
use crate::web::{AppResult, Form, Problems, SignedInConsultant, check, see_other, typed};
use crate::words::Words;

pub async fn submit(
    request: HttpRequest,
    state: web::Data<AppState>,
    visitor: SignedInConsultant,
    id: web::Path<FollowUpId>,
    form: Form<FollowUpForm>,
) -> AppResult<HttpResponse> {
    let t = visitor.words();
    let mut form = form.0;
    let mut problems = check(&form, t);
    let next = next(&form, &mut problems, t);
    if let Some(Next::Extra(day) | Next::Move(_, day)) = next {
        let (calendar, today) = (programme::calendar(&state.db.read).await?, state.clock.today());
        if let Some(warning) = words::free_day(day, &form.anyway, &calendar, today, t) {
            problems.add("next_day", warning);
            form.anyway = day.to_string();
        }
    }
    if problems.is_empty() {
        let holding = Holding {
            said: form.said.clone(),
            next_step: form.next_step.clone(),
            next,
            adds: form.adds == "yes",
        };
        match held(&state, &visitor, *id, holding).await? {
            Ok(Held::Now | Held::Before) => {
                return Ok(see_other(path(*id)).notice("follow-ups-held"));
            }
            Ok(Held::Added) => return Ok(see_other(path(*id)).notice("follow-ups-added")),
            Err(error) => {
                let (field, sentence) = words::refusal(error, t);
                problems.add(field, sentence);
            }
        }
    }
    ShowPage::new(&request, &state, &visitor, *id).await?.refused(form, problems)
}

async fn held(
    state: &AppState,
    visitor: &SignedInConsultant,
    id: FollowUpId,
    holding: Holding,
) -> AppResult<Result<Held, HoldError>> {
    let txn = state.write().await?;
    let by = accounts::store::account(&txn, visitor.id).await?;
    let held = hold(&txn, state, id, holding, &by).await?;
    if held.is_ok() {
        txn.commit().await?;
    }
    Ok(held)
}

fn next(form: &FollowUpForm, problems: &mut Problems, t: Words) -> Option<Next> {
    if form.next_day.is_empty() {
        return None;
    }
    let Some(day) = typed::day(&form.next_day) else {
        problems.add("next_day", t.problem_date());
        return None;
    };
    match form.next_is.as_str() {
        "" | "extra" => Some(Next::Extra(day)),
        id => match id.parse() {
            Ok(id) => Some(Next::Move(id, day)),
            Err(_) => {
                problems.add("next_is", t.problem_choose());
                None
            }
        },
    }
}
