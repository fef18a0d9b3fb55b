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
    txn.commit().await?;
    Ok(see_other(owner.list).notice(match resent {
        Resent::Sent => "mentors-invited-again",
        Resent::NoEmail if is_told_as_always => "mentors-invited-again",
        Resent::InUse | Resent::NoEmail => "mentors-in-use",
    }))
}
