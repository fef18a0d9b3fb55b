//! The month as people live it, one story per file, told over HTTP to the real server. Each story has its own
//! database, clock and mailbox; `OMVENDT_TEST_ON=postgres` tells them all on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod a_company_joins;
mod a_company_page_lives_on;
mod access;
mod front_pages;
mod importing_young_people;
mod matching;
mod my_details;
mod opening_an_event;
mod places_and_mentors;
mod ranking;
mod sessions;
mod signing_in;
mod staff_signing_in;
mod talking;
mod young_people_and_groups;
