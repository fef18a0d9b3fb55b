//! `POST /sign-out`: ends this browser's session.

use actix_session::Session;
use actix_web::HttpResponse;

use super::session;
use crate::web::see_other;

pub async fn sign_out(session: Session) -> HttpResponse {
    session::end(&session);
    see_other("/").notice("sign-in-signed-out")
}
