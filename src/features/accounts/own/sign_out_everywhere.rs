//! `POST /account/sign-out`: ends every session of the account, this one too.

use actix_session::Session;
use actix_web::{HttpResponse, web};

use crate::features::accounts::session;
use crate::state::AppState;
use crate::web::{AppResult, SignedIn, see_other};

pub async fn sign_out(
    state: web::Data<AppState>,
    visitor: SignedIn,
    session: Session,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    session::end_all(&txn, visitor.id, state.clock.now()).await?;
    txn.commit().await?;
    session::end(&session);
    Ok(see_other("/").notice("account-signed-out-everywhere"))
}
