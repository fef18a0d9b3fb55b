//! The month as people live it, one story per file, told over HTTP to the real server. Each story has its own
//! database, clock and mailbox; `OMVENDT_TEST_ON=postgres` tells them all on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod a_company_joins;
mod a_company_page_lives_on;
mod access;
mod administering;
mod after_the_match;
mod another_consultant;
mod checklist;
mod coming_to_an_event;
mod companies_at_an_event;
mod demo_month;
mod demo_or_programme;
mod endings;
mod event_day;
mod events_put_right;
mod figures;
mod follow_ups;
mod follow_ups_that_wait;
mod front_pages;
mod importing_young_people;
mod invited_again;
mod large_programme;
mod looking_somebody_up;
mod mail_by_smtp;
mod mail_of_a_month;
mod mail_that_is_over;
mod matching;
mod mentors_of_others;
mod my_details;
mod newer_versions;
mod one_list_two_phones;
mod opening_an_event;
mod placements;
mod places_and_mentors;
mod planning_the_year;
mod proposals;
mod ranking;
mod ranking_closes;
mod running_a_match;
mod running_it;
mod sessions;
mod settings_of_a_programme;
mod signing_in;
mod somebody_else;
mod staff_signing_in;
mod talking;
mod the_day_runs;
mod two_at_once;
mod ways_in_that_are_shut;
mod what_decides_a_match;
mod what_mail_may_tell;
mod who_changed_what;
mod young_people_and_groups;
