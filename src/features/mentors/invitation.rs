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
    let account = mentor.account_id.ok_or(AppError::NotFound)?;
    let resent = resend(&txn, state, account, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(owner.list).notice(match resent {
        Resent::Sent => "mentors-invited-again",
        Resent::InUse | Resent::NoEmail => "mentors-in-use",
    }))
}
