//! The month as people live it, one story per file, told over HTTP to the real server. Each story has its own
//! database, clock and mailbox; `OMVENDT_TEST_ON=postgres` tells them all on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod a_company_joins;
mod a_company_page_lives_on;
mod access;
mod checklist;
mod coming_to_an_event;
mod companies_at_an_event;
mod demo_month;
mod event_day;
mod figures;
mod follow_ups;
mod front_pages;
mod importing_young_people;
mod mail_by_smtp;
mod matching;
mod my_details;
mod opening_an_event;
mod placements;
mod places_and_mentors;
mod planning_the_year;
mod ranking;
mod ranking_closes;
mod running_it;
mod sessions;
mod signing_in;
mod somebody_else;
mod staff_signing_in;
mod talking;
mod young_people_and_groups;
