//! What an administrator does to an account by one press.

use actix_web::{HttpResponse, web};

use super::path;
use crate::domain::AccountId;
use crate::features::accounts::disabling::{self, DisableError};
use crate::features::accounts::{credentials, invite};
use crate::state::AppState;
use crate::web::{AppError, AppResult, SignedInAdministrator, see_other};

/// `POST /admin/accounts/{account}/invitation`.
pub async fn invite_again(
    state: web::Data<AppState>,
    visitor: SignedInAdministrator,
    id: web::Path<AccountId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let account = credentials::locked(&txn, *id).await?.ok_or(AppError::NotFound)?;
    if account.id == visitor.id {
        return Ok(see_other(path(*id)).notice("admin-account-own"));
    }
    invite::again(&txn, &state, &account, visitor.id).await?;
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("admin-account-invited"))
}

/// `POST /admin/accounts/{account}/disabling`.
pub async fn disable(
    state: web::Data<AppState>,
    _: SignedInAdministrator,
    id: web::Path<AccountId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    let notice = match disabling::disable(&txn, *id, state.clock.now()).await? {
        Ok(()) => "admin-account-disabled-now",
        Err(DisableError::LastAdministrator) => "admin-account-last",
    };
    txn.commit().await?;
    Ok(see_other(path(*id)).notice(notice))
}

/// `POST /admin/accounts/{account}/enabling`.
pub async fn enable(
    state: web::Data<AppState>,
    _: SignedInAdministrator,
    id: web::Path<AccountId>,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    disabling::enable(&txn, *id).await?;
    txn.commit().await?;
    Ok(see_other(path(*id)).notice("admin-account-enabled-now"))
}
