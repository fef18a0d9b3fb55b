//! The matching engine: applicants, posts, nested quotas, and every objective exact and proven.
//!
//! Applicants rank posts, companies rank nobody. Quotas nest: a mentor's places count towards the
//! company's. The engine knows no web, no database, no clock and no chance but the published lottery; it
//! calculates in integers only. `docs/matching.md` tells what is promised and to whom.

mod check;
mod compare;
mod control;
mod deferred_acceptance;
mod draft;
mod fault;
mod forest;
mod ids;
mod instance;
pub mod lottery;
mod names;
mod network;
mod objective;
mod people;
mod reasons;
mod refusal;
mod repair;
mod serial;
mod solution;
mod solve;
#[cfg(test)]
mod tests;
mod tiers;
mod values;
mod verify;
mod verify_stable;
mod what_if;

pub use compare::{Comparison, compare};
pub use control::{Cancelled, Control};
pub use draft::{Draft, DraftApplicant, DraftGroup, DraftPost, RankBasis};
pub use fault::Fault;
pub use instance::{Bar, BarredEntry, Edge, Instance};
pub use lottery::LotteryMethod;
pub use objective::{Objective, Tier, UnknownObjective, tiers};
pub use reasons::{Decider, Obstacle, Reason, Shortage, reasons};
pub use refusal::Refusal;
pub use repair::{Repair, Repaired, repair};
pub use solution::{Placed, Proof, Solution};
pub use solve::solve;
pub use verify::{Proven, verify};
pub use what_if::{Sensitivity, WhyNot, sensitivity, why_not};
