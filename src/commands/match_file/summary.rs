//! What a person at the terminal reads beside the solution: size, profile as bars, worst rank and time.

use std::fmt;
use std::time::Duration;

use crate::matching::{Instance, Solution};

pub struct Summary<'a> {
    pub instance: &'a Instance,
    pub solution: &'a Solution,
    pub took: Duration,
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { instance, solution, took } = self;
        let name = super::on_one_line(instance.id());
        let name = if name.is_empty() { "the instance" } else { &name };
        writeln!(
            f,
            "{name}: {} of {} placed ({})",
            solution.size,
            solution.places.len(),
            solution.objective
        )?;
        let most = solution.profile.iter().copied().max().unwrap_or(0).max(1);
        let last = solution.worst_rank as usize;
        for (rank, &count) in solution.profile.iter().enumerate().take(last) {
            let bar = "█".repeat((u64::from(count) * 40).div_ceil(u64::from(most)) as usize);
            writeln!(f, "  {:>3}. choice {count:>8}  {bar}", rank + 1)?;
        }
        if solution.pinned_unranked > 0 {
            writeln!(f, "  pinned, unranked {:>4}", solution.pinned_unranked)?;
        }
        let without = solution.places.len() - solution.size as usize;
        if without > 0 {
            writeln!(f, "  without a place {without:>5}")?;
        }
        writeln!(f, "  worst rank {}, {:.2} s", solution.worst_rank, took.as_secs_f64())
    }
}
