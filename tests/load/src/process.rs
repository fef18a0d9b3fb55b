//! What Linux tells of a running process.

use std::fs;
use std::time::Duration;

use anyhow::Context;

/// Ticks per second of `/proc/*/stat`, the same on every Linux that this runs on.
const TICKS: u64 = 100;

pub struct Process(u32);

impl Process {
    pub fn new(id: u32) -> Self {
        Self(id)
    }

    /// CPU time of all its threads so far.
    pub fn cpu(&self) -> anyhow::Result<Duration> {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.0)).context("the server")?;
        // The name in parentheses may hold spaces; user and system time are 12th and 13th after it.
        let (_, after) = stat.rsplit_once(") ").context("an odd /proc/*/stat")?;
        let ticks: u64 =
            after.split(' ').skip(11).take(2).filter_map(|word| word.parse::<u64>().ok()).sum();
        Ok(Duration::from_millis(ticks * 1000 / TICKS))
    }

    /// Resident memory in kB.
    pub fn now(&self) -> anyhow::Result<u64> {
        self.memory("VmRSS:")
    }

    /// The most it has been, in kB.
    pub fn most(&self) -> anyhow::Result<u64> {
        self.memory("VmHWM:")
    }

    fn memory(&self, name: &str) -> anyhow::Result<u64> {
        let status =
            fs::read_to_string(format!("/proc/{}/status", self.0)).context("the server")?;
        status
            .lines()
            .find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())
            .context("an odd /proc/*/status")
    }
}
