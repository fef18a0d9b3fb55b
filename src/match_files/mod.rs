//! The two files of a matching, `match-instance/1` and `match-solution/1`; `docs/matching-format.md` tells them.

mod certificate;
mod claim;
mod class;
mod id;
mod instance_file;
mod names;
mod read;
mod rows;
mod solution_file;

pub use certificate::{Certificate, PriceTable, Proof};
pub use claim::Mismatch;
pub use class::Class;
pub use id::Id;
pub use instance_file::{
    ApplicantEntry, ForbiddenEntry, GroupEntry, InstanceFile, InstanceFormat, LotteryEntry,
    PinEntry, PostEntry,
};
pub use read::{ReadError, parse_instance, parse_solution, unpack};
pub use solution_file::{
    Assignment, Places, SensitivityEntry, SolutionFile, SolutionFormat, WhyNotEntry,
};

#[cfg(test)]
mod tests;
