//! The engine judged by brute force on thousands of small seeded instances.

mod brute_force;
mod cases;
mod crowd;
mod distribution;
mod faults;
mod lottery;
mod optimal;
mod order;
mod reasons;
mod refusals;
mod repairs;
mod sentences;
mod stable;
mod what_if;
