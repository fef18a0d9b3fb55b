//! Every route and who may use it. The router is built from this table.

use crate::access_table;
use crate::features::{accounts, demo, match_events};
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
    GET  "/me"                      [YoungPerson] accounts::front::show;
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

    // match_events
    GET  "/events/{event}"                    [YoungPerson, Company] match_events::event_page::show;
    POST "/events/{event}/attendance"         [YoungPerson, Company] match_events::event_page::answer;
    GET  "/events/{event}/calendar.ics"       [YoungPerson, Company] match_events::event_page::calendar_file;
    GET  "/me/events"                         [YoungPerson] match_events::my_events::show;
    GET  "/company/events/{event}"            [Company] match_events::company_page::show;
    POST "/company/events/{event}/places"     [Company] match_events::company_page::confirm;
    POST "/company/events/{event}/host-answers" [Company] match_events::company_page::host;
    GET  "/desk/events"                       [Consultant] match_events::list::show;
    GET  "/desk/events/new"                   [Consultant] match_events::new::show;
    POST "/desk/events/new"                   [Consultant] match_events::new::save;
    GET  "/desk/events/plan"                  [Consultant] match_events::plan::show;
    POST "/desk/events/plan"                  [Consultant] match_events::plan::save;
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
    GET  "/desk/events/{event}/companies"     [Consultant] match_events::companies::show;
    GET  "/desk/events/{event}/companies/invitation" [Consultant] match_events::invite::show_companies;
    POST "/desk/events/{event}/companies/invitation" [Consultant] match_events::invite::send_companies;
    POST "/desk/events/{event}/companies/{company}/attendance" [Consultant] match_events::companies::answer;
    GET  "/desk/events/{event}/people"        [Consultant] match_events::people::show;
    GET  "/desk/events/{event}/people/invitation" [Consultant] match_events::invite::show_people;
    POST "/desk/events/{event}/people/invitation" [Consultant] match_events::invite::send_people;
    POST "/desk/events/{event}/people/{young_person}/attendance" [Consultant] match_events::people::answer;
    GET  "/desk/events/{event}/order"         [Consultant] match_events::order::show;
    POST "/desk/events/{event}/order"         [Consultant] match_events::order::save;
};
