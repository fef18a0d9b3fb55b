//! Every route and who may use it. The router is built from this table.

use crate::access_table;
use crate::features::{accounts, calls, demo, home, young_people};
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

    // young_people
    GET  "/desk/young-people"                 [Consultant] young_people::list::show;
    GET  "/desk/young-people/new"             [Consultant] young_people::new::show;
    POST "/desk/young-people/new"             [Consultant] young_people::new::submit;
    GET  "/desk/young-people/import"          [Consultant] young_people::import::show;
    POST "/desk/young-people/import"          [Consultant] young_people::import::confirm;
    GET  "/desk/young-people/import/sample.csv" [Consultant] young_people::import::sample;
    POST "/desk/young-people/import/preview"  [Consultant] young_people::import::preview;
    GET  "/desk/young-people/{young_person}"  [Consultant] young_people::show::show;
    GET  "/desk/young-people/{young_person}/edit" [Consultant] young_people::edit::show;
    POST "/desk/young-people/{young_person}/edit" [Consultant] young_people::edit::submit;
    POST "/desk/young-people/{young_person}/departure" [Consultant] young_people::leave::leave;
    POST "/desk/young-people/{young_person}/return"    [Consultant] young_people::leave::come_back;
    GET  "/desk/groups"                       [Consultant] young_people::groups::show;
    POST "/desk/groups"                       [Consultant] young_people::groups::create;
    GET  "/desk/groups/{group}"               [Consultant] young_people::group::show;
    POST "/desk/groups/{group}"               [Consultant] young_people::group::save;
    POST "/desk/groups/{group}/closing"       [Consultant] young_people::group::close;
    GET  "/me/details"                        [YoungPerson] young_people::details::show;
    POST "/me/details"                        [YoungPerson] young_people::details::save;

    // home
    GET  "/me"                      [YoungPerson] home::me::show;
    GET  "/desk"                    [Consultant]  home::desk::show;
    GET  "/company"                 [Company]     home::company::show;
    GET  "/mentor"                  [Mentor]      home::mentor::show;
};
