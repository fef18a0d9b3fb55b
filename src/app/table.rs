//! Every route and who may use it. The router is built from this table.

use crate::access_table;
use crate::features::{
    accounts, administration, calls, checklists, companies, demo, event_days, figures, follow_ups,
    home, match_events, matching_runs, mentors, placements, public_pages, rankings, young_people,
};
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
    GET  "/account/absence"         [Consultant] accounts::own::absence::show;
    POST "/account/absence"         [Consultant] accounts::own::absence::save;
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
    POST "/admin/programme/requirements/{requirement}/return" [Administrator] administration::programme::requirements::bring_back;
    GET  "/admin/programme/holidays"              [Administrator] administration::programme::holidays::show;
    POST "/admin/programme/holidays"              [Administrator] administration::programme::holidays::add;
    GET  "/admin/programme/lengths"               [Administrator] administration::programme::lengths::show;
    POST "/admin/programme/lengths"               [Administrator] administration::programme::lengths::add;
    GET  "/admin/programme/ratios"                [Administrator] administration::programme::ratios::show;
    POST "/admin/programme/ratios"                [Administrator] administration::programme::ratios::add;
    GET  "/admin/programme/follow-ups"            [Administrator] administration::programme::follow_ups::show;
    POST "/admin/programme/follow-ups"            [Administrator] administration::programme::follow_ups::add;
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
    POST "/desk/young-people/{young_person}/departure" [Consultant] match_events::departure::leave;
    POST "/desk/young-people/{young_person}/return"    [Consultant] young_people::leave::come_back;
    GET  "/desk/groups"                       [Consultant] young_people::groups::show;
    POST "/desk/groups"                       [Consultant] young_people::groups::create;
    GET  "/desk/groups/{group}"               [Consultant] young_people::group::show;
    POST "/desk/groups/{group}"               [Consultant] young_people::group::save;
    POST "/desk/groups/{group}/closing"       [Consultant] young_people::group::close;
    GET  "/me/details"                        [YoungPerson] young_people::details::show;
    POST "/me/details"                        [YoungPerson] young_people::details::save;
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
    POST "/desk/companies/{company}/members/{member}/invitation" [Consultant] companies::invitation::again;
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

    // mentors
    GET  "/company/mentors"                    [Company] mentors::company::list;
    POST "/company/mentors"                    [Company] mentors::company::add;
    GET  "/company/mentors/new"                [Company] mentors::company::show_new;
    GET  "/company/mentors/{mentor}"           [Company] mentors::company::show;
    POST "/company/mentors/{mentor}"           [Company] mentors::company::change;
    POST "/company/mentors/{mentor}/departure" [Company] mentors::company::depart;
    POST "/company/mentors/{mentor}/invitation" [Company] mentors::company::invite_again;
    GET  "/desk/mentors"                       [Consultant] mentors::municipal::list;
    POST "/desk/mentors"                       [Consultant] mentors::municipal::add;
    GET  "/desk/mentors/new"                   [Consultant] mentors::municipal::show_new;
    GET  "/desk/mentors/{mentor}"              [Consultant] mentors::municipal::show;
    POST "/desk/mentors/{mentor}"              [Consultant] mentors::municipal::change;
    POST "/desk/mentors/{mentor}/departure"    [Consultant] mentors::municipal::depart;
    POST "/desk/mentors/{mentor}/invitation"   [Consultant] mentors::municipal::invite_again;

    // home
    GET  "/me"                      [YoungPerson] home::me::show;
    GET  "/desk"                    [Consultant]  home::desk::show;
    GET  "/company"                 [Company]     home::company::show;
    GET  "/mentor"                  [Mentor]      home::mentor::show;

    // rankings
    GET  "/events/{event}/companies/{company}"                           [YoungPerson] rankings::company::show;
    POST "/events/{event}/favourites/{company}"                          [YoungPerson] rankings::favourite::set;
    GET  "/events/{event}/ranking"                                       [YoungPerson] rankings::edit::show;
    POST "/events/{event}/ranking"                                       [YoungPerson] rankings::edit::submit;
    POST "/events/{event}/ranking/draft"                                 [YoungPerson] rankings::edit::draft;
    GET  "/events/{event}/ranking/receipt"                               [YoungPerson] rankings::receipt::show;
    GET  "/desk/events/{event}/people/{young_person}/ranking"            [Consultant]  rankings::together::show;
    POST "/desk/events/{event}/people/{young_person}/ranking"            [Consultant]  rankings::together::submit;
    POST "/desk/events/{event}/people/{young_person}/ranking/draft"      [Consultant]  rankings::together::draft;
    GET  "/desk/events/{event}/people/{young_person}/ranking/receipt"    [Consultant]  rankings::together::receipt;
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
    GET  "/desk/events/{event}/companies/{company}/places" [Consultant] match_events::places_rung::show;
    POST "/desk/events/{event}/companies/{company}/places" [Consultant] match_events::places_rung::save;
    GET  "/desk/events/{event}/companies/{company}/host-answers" [Consultant] match_events::company_rung::show;
    POST "/desk/events/{event}/companies/{company}/host-answers" [Consultant] match_events::company_rung::save;
    GET  "/desk/events/{event}/people"        [Consultant] match_events::people::show;
    GET  "/desk/events/{event}/people/invitation" [Consultant] match_events::invite::show_people;
    POST "/desk/events/{event}/people/invitation" [Consultant] match_events::invite::send_people;
    POST "/desk/events/{event}/people/{young_person}/attendance" [Consultant] match_events::people::answer;
    GET  "/desk/events/{event}/people/cards"  [Consultant] match_events::cards::show;
    POST "/desk/events/{event}/people/cards"  [Consultant] match_events::cards::make;
    POST "/desk/events/{event}/people/{young_person}/card-revocation" [Consultant] match_events::cards::revoke;
    GET  "/desk/events/{event}/check-in"      [Consultant] match_events::check_in::show;
    POST "/desk/events/{event}/check-in"      [Consultant] match_events::check_in::walk_in;
    GET  "/desk/events/{event}/check-in/new"  [Consultant] match_events::door::show;
    POST "/desk/events/{event}/check-in/new"  [Consultant] match_events::door::take_in;
    GET  "/desk/events/{event}/check-in/not-come" [Consultant] match_events::not_come::show;
    POST "/desk/events/{event}/check-in/{young_person}" [Consultant] match_events::check_in::enter;
    POST "/desk/events/{event}/check-in/{young_person}/undo" [Consultant] match_events::check_in::undo;
    GET  "/sign-in/card/{token}"              Anyone    match_events::card_page::show;
    POST "/sign-in/card/{token}"              Anyone    match_events::card_page::enter;
    GET  "/desk/events/{event}/order"         [Consultant] match_events::order::show;
    POST "/desk/events/{event}/order"         [Consultant] match_events::order::save;
    // event_days
    GET  "/desk/events/{event}/day"           [Consultant] event_days::facilitate::show;
    POST "/desk/events/{event}/day"           [Consultant] event_days::facilitate::press;
    GET  "/desk/events/{event}/day/changes"   [Consultant] event_days::live::desk_changes;
    GET  "/desk/events/{event}/run-sheet"     [Consultant] event_days::run_sheet::show;
    POST "/desk/events/{event}/run-sheet"     [Consultant] event_days::run_sheet::save;
    GET  "/desk/events/{event}/tables"        [Consultant] event_days::tables::show;
    POST "/desk/events/{event}/tables"        [Consultant] event_days::tables::save;
    GET  "/desk/events/{event}/people/{young_person}/needs" [Consultant] event_days::needs::show;
    POST "/desk/events/{event}/people/{young_person}/needs" [Consultant] event_days::needs::save;
    GET  "/desk/events/{event}/screen"        [Consultant] event_days::screen::show;
    GET  "/desk/events/{event}/day/figures"   [Consultant] event_days::figures::show;
    GET  "/events/{event}/feedback"           [YoungPerson] event_days::feedback::show;
    POST "/events/{event}/feedback"           [YoungPerson] event_days::feedback::save;
    GET  "/company/events/{event}/feedback"   [Company] event_days::feedback::show;
    POST "/company/events/{event}/feedback"   [Company] event_days::feedback::save;
    GET  "/events/{event}/day"                [YoungPerson] event_days::phone::show;
    GET  "/events/{event}/day/changes"        [YoungPerson, Company] event_days::live::changes;
    POST "/events/{event}/day/needs"          [YoungPerson] event_days::needs::save_own;
    POST "/events/{event}/notes/{company}"    [YoungPerson] event_days::notes::save;
    GET  "/company/events/{event}/day"        [Company] event_days::company::show;

    // follow_ups
    GET  "/desk/follow-ups"                   [Consultant] follow_ups::board::show;
    GET  "/follow-ups/{id}"                   [Consultant] follow_ups::show::show;
    POST "/follow-ups/{id}/holding"           [Consultant] follow_ups::holding::submit;
    POST "/follow-ups/{id}/nothing"           [Consultant] follow_ups::nothing::submit;
    POST "/follow-ups/{id}/rescheduling"      [Consultant] follow_ups::reschedule::submit;
    POST "/follow-ups/{id}/handover"          [Consultant] follow_ups::hand_over::submit;
    // figures
    GET  "/figures"                           [Consultant, Manager] figures::show::show;
    GET  "/figures.csv"                       [Consultant, Manager] figures::download::send;
    // checklists
    GET  "/placements/{placement}/checklist"       [YoungPerson, Company, Mentor, Consultant] checklists::list::show;
    GET  "/placements/{placement}/checklist/print" [YoungPerson, Company, Mentor, Consultant] checklists::print::show;
    GET  "/placements/{placement}/checklist/{item}" [YoungPerson, Company, Mentor, Consultant] checklists::item::show;
    POST "/placements/{placement}/checklist/{item}" [YoungPerson, Company, Consultant] checklists::press::change;
    POST "/placements/{placement}/checklist/{item}/confirmation" [YoungPerson, Company, Consultant] checklists::press::confirm;
    POST "/placements/{placement}/checklist/{item}/notes" [YoungPerson, Company, Consultant] checklists::press::note;
    POST "/placements/{placement}/checklist/{item}/irrelevance" [YoungPerson, Company, Consultant] checklists::press::set_aside;

    // placements
    GET  "/desk/placements"                        [Consultant] placements::desk::show;
    GET  "/placements/{placement}"                 [YoungPerson, Company, Mentor, Consultant] placements::show::show;
    POST "/placements/{placement}/acceptance"      [YoungPerson, Company, Consultant] placements::answer::accept;
    POST "/placements/{placement}/talk"            [YoungPerson, Company, Consultant] placements::answer::talk;
    GET  "/placements/{placement}/refusal"         [YoungPerson, Company, Consultant] placements::proposal::show_refusal;
    POST "/placements/{placement}/refusal"         [YoungPerson, Company, Consultant] placements::proposal::refuse;
    GET  "/placements/{placement}/withdrawal"      [Consultant] placements::proposal::show_withdrawal;
    POST "/placements/{placement}/withdrawal"      [Consultant] placements::proposal::withdraw;
    GET  "/placements/{placement}/dates"           [Consultant] placements::period::show_dates;
    POST "/placements/{placement}/dates"           [Consultant] placements::period::set_dates;
    GET  "/placements/{placement}/grant"           [Consultant] placements::record::show_grant;
    POST "/placements/{placement}/grant"           [Consultant] placements::record::grant;
    GET  "/placements/{placement}/voice"           [Consultant] placements::record::show_voice;
    POST "/placements/{placement}/voice"           [Consultant] placements::record::record_voice;
    POST "/placements/{placement}/start"           [Consultant] placements::record::start;
    GET  "/placements/{placement}/end"             [Consultant] placements::closing::show_end;
    POST "/placements/{placement}/end"             [Consultant] placements::closing::end;
    GET  "/placements/{placement}/switch"          [Consultant] placements::switch::show;
    POST "/placements/{placement}/switch"          [Consultant] placements::switch::submit;
    GET  "/placements/{placement}/outcome"         [Consultant] placements::closing::show_outcome;
    POST "/placements/{placement}/outcome"         [Consultant] placements::closing::record_outcome;
    GET  "/placements/{placement}/mentor"          [Company, Consultant] placements::mentor::show;
    POST "/placements/{placement}/mentor"          [Company, Consultant] placements::mentor::submit;
    POST "/placements/{placement}/disclosures"     [YoungPerson] placements::disclosures::submit;
    GET  "/placements/{placement}/observations"    [Company, Mentor] placements::observations::show;
    POST "/placements/{placement}/observations"    [Company, Mentor] placements::observations::submit;

    // matching_runs
    GET  "/desk/events/{event}/match"                     [Consultant] matching_runs::start::show;
    POST "/desk/events/{event}/match"                     [Consultant] matching_runs::start::start;
    POST "/desk/events/{event}/adjustments"               [Consultant] matching_runs::adjust::add;
    POST "/desk/events/{event}/adjustments/{adjustment}/removal" [Consultant] matching_runs::adjust::remove;
    GET  "/desk/events/{event}/match/{run}"               [Consultant] matching_runs::review::show;
    POST "/desk/events/{event}/match/{run}/stop"          [Consultant] matching_runs::repeat::stop;
    POST "/desk/events/{event}/match/{run}/repetition"    [Consultant] matching_runs::repeat::repeat;
    GET  "/desk/events/{event}/match/{run}/instance.json" [Consultant] matching_runs::draw::download;
    GET  "/desk/events/{event}/match/{run}/publication"   [Consultant] matching_runs::publication::show;
    POST "/desk/events/{event}/match/{run}/publication"   [Consultant] matching_runs::publication::publish;
    GET  "/desk/placements/{placement}/repair"            [Consultant] matching_runs::repairing::show;
    POST "/desk/placements/{placement}/repair"            [Consultant] matching_runs::repairing::repair;
    GET  "/events/{event}/result"                         [YoungPerson] matching_runs::result::show;
    GET  "/company/events/{event}/result"                 [Company] matching_runs::company_result::show;
    GET  "/draw/{event}"                                  Anyone matching_runs::draw::show;
};
