//! The two files of a matching, `match-instance/1` and `match-solution/1`; `docs/matching-format.md` tells them.

mod claim;
mod id;
mod instance_file;
mod names;
mod read;
mod solution_file;

pub use claim::Mismatch;
pub use id::Id;
pub use instance_file::{
    ApplicantEntry, Class, ForbiddenEntry, GroupEntry, InstanceFile, InstanceFormat, LotteryEntry,
    PinEntry, PostEntry,
};
pub use read::{ReadError, parse_instance, parse_solution, unpack};
pub use solution_file::{
    Assignment, Certificate, Places, PriceTable, Proof, SensitivityEntry, SolutionFile,
    SolutionFormat, WhyNotEntry,
};
