//! The web server: every feature's routes behind the same middleware.

pub mod enforce;
pub mod table;

use actix_session::SessionMiddleware;
use actix_session::config::{CookieContentSecurity, PersistentSession};
use actix_web::cookie::{Key, SameSite, time::Duration};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App, HttpServer, dev::Server, web};
use std::net::TcpListener;

use crate::features::accounts::session::DatabaseSessions;
use crate::state::AppState;
use crate::web::{access, headers, limit, log, notice, origin, page};

/// Serves on a listener that is already bound, so that an occupied port is told before anything else happens.
/// Whoever starts it stops it by its handle: then it takes no more requests and answers those in hand.
pub fn server(state: AppState, listener: TcpListener, workers: usize) -> std::io::Result<Server> {
    let limits = web::Data::new(limit::Limits::default());
    let server = HttpServer::new(move || {
        App::new()
            .app_data(web::Data::new(state.clone()))
            .app_data(limits.clone())
            .wrap(from_fn(enforce::enforce))
            .wrap(sessions(&state))
            .wrap(from_fn(limit::tries))
            .wrap(from_fn(origin::refuse_cross_site))
            .wrap(from_fn(origin::refuse_nul))
            .wrap(from_fn(notice::clear_shown))
            .wrap(from_fn(page::error_pages))
            .wrap(from_fn(headers::kept_to_https))
            .wrap(headers::security())
            .wrap(Compress::default())
            .wrap(from_fn(log::requests))
            .configure(access::routes(table::ACCESS, state.settings.demo))
    })
    .workers(workers)
    // Else the last part of a page waits until the browser has acknowledged the first, which it puts off for 40 ms.
    .tcp_nodelay(true)
    .disable_signals()
    .shutdown_timeout(20)
    .listen(listener)?
    .run();
    Ok(server)
}

/// The cookie holds a signed key and nothing else; the session is a row that signing out ends at once. The cookie
/// outlives the longest session, thirty days, so that what is typed just after it is kept for its writer.
fn sessions(state: &AppState) -> SessionMiddleware<DatabaseSessions> {
    let lifetime = PersistentSession::default().session_ttl(Duration::days(60));
    SessionMiddleware::builder(
        DatabaseSessions::new(state.clone()),
        Key::from(&state.settings.secret),
    )
    .cookie_name("omvendt".into())
    .cookie_content_security(CookieContentSecurity::Signed)
    .cookie_http_only(true)
    .cookie_same_site(SameSite::Lax)
    .cookie_secure(state.settings.public_url.starts_with("https://"))
    .session_lifecycle(lifetime)
    .build()
}
