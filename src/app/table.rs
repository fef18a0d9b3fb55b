//! Every route and who may use it. The router is built from this table.

use crate::access_table;
use crate::features::{accounts, administration, demo, public_pages};
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
    GET  "/me"                      [YoungPerson] public_pages::front::show;
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

    // public pages
    GET  "/"                        Anyone    public_pages::front::show;
    GET  "/privacy"                 Anyone    public_pages::privacy::show;
    GET  "/accessibility"           Anyone    public_pages::accessibility::show;

    // administration
    GET  "/admin"                                 [Administrator] administration::overview::show;
    GET  "/admin/accounts"                        [Administrator] administration::accounts::list::show;
    GET  "/admin/accounts/new"                    [Administrator] administration::accounts::new::show;
    POST "/admin/accounts/new"                    [Administrator] administration::accounts::new::invite;
    GET  "/admin/accounts/{account}"              [Administrator] administration::accounts::one::show;
    POST "/admin/accounts/{account}"              [Administrator] administration::accounts::one::save;
    POST "/admin/accounts/{account}/invitation"   [Administrator] administration::accounts::acts::invite_again;
    POST "/admin/accounts/{account}/disabling"    [Administrator] administration::accounts::acts::disable;
    POST "/admin/accounts/{account}/enabling"     [Administrator] administration::accounts::acts::enable;
    GET  "/admin/mail"                            [Administrator] administration::mail::show;
    POST "/admin/mail/{mail}/retry"               [Administrator] administration::mail::try_again;
    GET  "/admin/messages"                        [Administrator] administration::messages::list;
    GET  "/admin/messages/{name}"                 [Administrator] administration::messages::show;
    GET  "/admin/messages/{name}/html"            [Administrator] administration::messages::html_part;
    GET  "/admin/programme"                       [Administrator] administration::programme::settings::show;
    POST "/admin/programme"                       [Administrator] administration::programme::settings::save;
    GET  "/admin/programme/requirements"          [Administrator] administration::programme::requirements::show;
    POST "/admin/programme/requirements"          [Administrator] administration::programme::requirements::add;
    POST "/admin/programme/requirements/{requirement}/retirement" [Administrator] administration::programme::requirements::retire;
    GET  "/admin/programme/holidays"              [Administrator] administration::programme::holidays::show;
    POST "/admin/programme/holidays"              [Administrator] administration::programme::holidays::add;
    GET  "/admin/programme/lengths"               [Administrator] administration::programme::lengths::show;
    POST "/admin/programme/lengths"               [Administrator] administration::programme::lengths::add;
    GET  "/admin/programme/ratios"                [Administrator] administration::programme::ratios::show;
    POST "/admin/programme/ratios"                [Administrator] administration::programme::ratios::add;
    GET  "/admin/programme/follow-ups"            [Administrator] administration::programme::follow_ups::show;
    POST "/admin/programme/follow-ups"            [Administrator] administration::programme::follow_ups::add;
};
