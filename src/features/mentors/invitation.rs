//! Another invitation for a mentor who has lost the first one.

use actix_web::HttpResponse;

use super::{Owner, store};
use crate::domain::MentorId;
use crate::features::accounts::invite::{Resent, resend};
use crate::state::AppState;
use crate::web::{AppError, AppResult, Visitor, see_other};

pub async fn again(
    state: &AppState,
    owner: Owner,
    visitor: &Visitor,
    id: MentorId,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let mentor = store::mentor_for_change(&txn, owner, id).await?;
    let is_told_as_always = owner.company.is_some() && mentor.email.is_some();
    let resent = match mentor.account_id {
        Some(account) => resend(&txn, state, account, visitor.id).await?,
        None if is_told_as_always => Resent::NoEmail,
        None => return Err(AppError::NotFound),
    };
    let is_told_so = resent == Resent::Sent || is_told_as_always && resent == Resent::NoEmail;
    if is_told_so {
        store::set_invited(&txn, mentor, state.clock.now()).await?;
    }
    txn.commit().await?;
    let notice = if is_told_so { "mentors-invited-again" } else { "mentors-in-use" };
    Ok(see_other(owner.list).notice(notice))
}
