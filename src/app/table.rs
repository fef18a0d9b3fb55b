//! Every route and who may use it. The router is built from this table.

use crate::access_table;
use crate::features::accounts;
use crate::features::calls;
use crate::features::companies;
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
    GET  "/sign-in/password"        Anyone    accounts::sign_in_password::show;
    POST "/sign-in/password"        Anyone    accounts::sign_in_password::enter;
    GET  "/sign-in/second-factor"   Anyone    accounts::sign_in_second_factor::show;
    POST "/sign-in/second-factor"   Anyone    accounts::sign_in_second_factor::enter;
    GET  "/invitation/{token}"      Anyone    accounts::invitation::show;
    POST "/invitation/{token}"      Anyone    accounts::invitation::accept;
    GET  "/kept/{token}"            SignedIn  accounts::kept_form::show;
    GET  "/account"                 SignedIn  accounts::own::show;
    GET  "/account/password"        [Company, Consultant, Manager, Administrator] accounts::own::change_password::show;
    POST "/account/password"        [Company, Consultant, Manager, Administrator] accounts::own::change_password::save;
    GET  "/account/second-factor"   [Consultant, Manager, Administrator] accounts::own::second_factor::show;
    POST "/account/second-factor"   [Consultant, Manager, Administrator] accounts::own::second_factor::save;
    GET  "/account/recovery-codes"  [Consultant, Manager, Administrator] accounts::own::recovery_codes::show;
    POST "/account/recovery-codes"  [Consultant, Manager, Administrator] accounts::own::recovery_codes::renew;
    POST "/account/sign-out"        SignedIn  accounts::own::sign_out_everywhere::sign_out;
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

    // companies
    GET  "/companies/interest"         Anyone    companies::interest::show;
    POST "/companies/interest"         Anyone    companies::interest::send;
    GET  "/companies/interest/receipt" Anyone    companies::interest::receipt;
    GET  "/photos/{photo}/list.jpg"    SignedIn  companies::photos::list;
    GET  "/photos/{photo}/full.jpg"    SignedIn  companies::photos::full;
    GET  "/desk/companies"                          [Consultant] companies::list::show;
    GET  "/desk/companies/new"                      [Consultant] companies::new::show;
    POST "/desk/companies/new"                      [Consultant] companies::new::add;
    GET  "/desk/companies/{company}"                [Consultant] companies::show::show;
    GET  "/desk/companies/{company}/edit"           [Consultant] companies::edit::show;
    POST "/desk/companies/{company}/edit"           [Consultant] companies::edit::save;
    POST "/desk/companies/{company}/notes"          [Consultant] companies::notes::add;
    POST "/desk/companies/{company}/notes/{note}/completion" [Consultant] companies::notes::complete;
    GET  "/desk/companies/{company}/invitation"     [Consultant] companies::invitation::show;
    POST "/desk/companies/{company}/invitation"     [Consultant] companies::invitation::send;
    GET  "/desk/companies/{company}/profile"        [Consultant] companies::approval::show;
    POST "/desk/companies/{company}/profile/approval" [Consultant] companies::approval::approve;
    POST "/desk/companies/{company}/profile/return" [Consultant] companies::approval::send_back;
    GET  "/company/profile"                   [Company] companies::profile::show;
    POST "/company/profile"                   [Company] companies::profile::save;
    GET  "/company/profile/preview"           [Company] companies::preview::show;
    GET  "/company/profile/photo"             [Company] companies::photo::show;
    POST "/company/profile/photo"             [Company] companies::photo::save;
    POST "/company/profile/photo/removal"     [Company] companies::photo::remove;
    POST "/company/profile/pause"             [Company] companies::profile_steps::pause;
    POST "/company/profile/resumption"        [Company] companies::profile_steps::resume;
    GET  "/company/places"                    [Company] companies::places::show;
    POST "/company/places"                    [Company] companies::place::add;
    GET  "/company/places/new"                [Company] companies::place::show_new;
    GET  "/company/places/headcount"          [Company] companies::headcount::show;
    POST "/company/places/headcount"          [Company] companies::headcount::save;
    GET  "/company/places/{place}"            [Company] companies::place::show;
    POST "/company/places/{place}"            [Company] companies::place::change;
    POST "/company/places/{place}/withdrawal" [Company] companies::place::withdraw;

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
