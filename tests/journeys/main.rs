//! The month as people live it, one story per file, told over HTTP to the real server. Each story has its own
//! database, clock and mailbox; `OMVENDT_TEST_ON=postgres` tells them all on PostgreSQL.

#[path = "../support/mod.rs"]
mod support;

mod front_pages;
mod opening_an_event;
mod signing_in;
mod staff_signing_in;
mod talking;
