//! `POST /account/sign-out`: ends every session of the account, this one too, and every link and code sent to it.

use actix_session::Session;
use actix_web::{HttpResponse, web};

use crate::features::accounts::{session, ways_in};
use crate::state::AppState;
use crate::web::{AppResult, SignedIn, see_other};

pub async fn sign_out(
    state: web::Data<AppState>,
    visitor: SignedIn,
    session: Session,
) -> AppResult<HttpResponse> {
    let txn = state.write().await?;
    ways_in::use_up_ways_in(&txn, visitor.id, state.clock.now()).await?;
    txn.commit().await?;
    session::end(&session);
    Ok(see_other("/").notice("account-signed-out-everywhere"))
}
