//! Every route and who may use it. The router is built from this table.

use crate::access_table;
use crate::features::accounts;
use crate::features::calls;
use crate::features::demo;
use crate::features::home;
use crate::features::match_events;
use crate::web::access::Access;
use crate::web::{assets, health};

/// Method, path, who, and the handler.
#[rustfmt::skip]
pub static ACCESS: &[Access] = access_table! {
    GET  "/healthz"                 Anyone    health::alive;
    GET  "/readyz"                  Anyone    health::ready;
    GET  "/assets/{file:.*}"        Anyone    assets::show;

    // demo
    GET  "/dev/personas"            Demo      demo::personas::show;
    POST "/dev/personas/{account}"  Demo      demo::personas::be;
    GET  "/dev/mail"                Demo      demo::mailbox::list;
    GET  "/dev/mail/{mail}"         Demo      demo::mailbox::show;
    GET  "/dev/clock"               Demo      demo::clock::show;
    POST "/dev/clock"               Demo      demo::clock::set;

    // accounts
    GET  "/"                        Anyone    accounts::front::show;
    GET  "/sign-in"                 Anyone    accounts::sign_in::show;
    POST "/sign-in"                 Anyone    accounts::sign_in::send;
    GET  "/sign-in/code"            Anyone    accounts::sign_in_code::show;
    POST "/sign-in/code"            Anyone    accounts::sign_in_code::enter;
    GET  "/sign-in/link/{token}"    Anyone    accounts::sign_in_link::show;
    POST "/sign-in/link/{token}"    Anyone    accounts::sign_in_link::enter;
    GET  "/invitation/{token}"      Anyone    accounts::invitation::show;
    POST "/invitation/{token}"      Anyone    accounts::invitation::accept;
    GET  "/kept/{token}"            SignedIn  accounts::kept_form::show;
    POST "/sign-out"                SignedIn  accounts::sign_out::sign_out;
    POST "/language"                Anyone    accounts::language::choose;

    // calls
    GET  "/me/talk"                 [YoungPerson] calls::talk::show;
    POST "/me/talk"                 [YoungPerson] calls::talk::submit;
    GET  "/desk/calls"              [Consultant]  calls::list::show;
    GET  "/desk/calls/{call}"       [Consultant]  calls::show::show;
    POST "/desk/calls/{call}/conversation" [Consultant] calls::show::made;
    POST "/desk/calls/{call}/attempt"      [Consultant] calls::show::not_reached;
    POST "/desk/calls/{call}/handover"     [Consultant] calls::show::hand_over;

    // home
    GET  "/me"                      [YoungPerson] home::me::show;
    GET  "/desk"                    [Consultant]  home::desk::show;
    // match_events
    GET  "/desk/events"                       [Consultant] match_events::list::show;
    GET  "/desk/events/new"                   [Consultant] match_events::new::show;
    POST "/desk/events/new"                   [Consultant] match_events::new::save;
    GET  "/desk/events/{event}"               [Consultant] match_events::show::show;
    GET  "/desk/events/{event}/edit"          [Consultant] match_events::edit::show;
    POST "/desk/events/{event}/edit"          [Consultant] match_events::edit::save;
    GET  "/desk/events/{event}/opening"       [Consultant] match_events::change::ask_opening;
    POST "/desk/events/{event}/opening"       [Consultant] match_events::change::opening;
    GET  "/desk/events/{event}/start"         [Consultant] match_events::change::ask_start;
    POST "/desk/events/{event}/start"         [Consultant] match_events::change::start;
    GET  "/desk/events/{event}/finish"        [Consultant] match_events::change::ask_finish;
    POST "/desk/events/{event}/finish"        [Consultant] match_events::change::finish;
    GET  "/desk/events/{event}/closing"       [Consultant] match_events::change::ask_closing;
    POST "/desk/events/{event}/closing"       [Consultant] match_events::change::closing;
    GET  "/desk/events/{event}/cancellation"  [Consultant] match_events::change::ask_cancellation;
    POST "/desk/events/{event}/cancellation"  [Consultant] match_events::change::cancellation;
};
