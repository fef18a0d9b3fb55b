//! The slices. Each owns its tables, and another slice's rows change only through that slice's functions.
//! A slice may call those above it in this list, never below.

pub mod accounts;

pub mod programme;

pub mod look_ups;

pub mod edits;

pub mod calls;

pub mod companies;

pub mod checklists;

pub mod follow_ups;

pub mod placements;

pub mod young_people;

pub mod mentors;

pub mod match_events;

pub mod event_days;

pub mod rankings;

pub mod matching_runs;

pub mod figures;

pub mod home;

pub mod messages;

pub mod public_pages;

pub mod administration;

pub mod demo;
