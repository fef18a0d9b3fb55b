//! The same chance every time.

use uuid::Uuid;

/// SplitMix64 (Steele, Lea and Flood, 2014).
pub struct Chance(u64);

impl Chance {
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// From 0 up to, but not with, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).unwrap_or(1);
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    pub fn days(&mut self, end: usize) -> i64 {
        i64::try_from(self.below(end)).unwrap_or(0)
    }

    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of these, each as likely as its weight among all of them.
    pub fn weighted<T: Copy>(&mut self, of: &[(usize, T)]) -> T {
        let mut left = self.below(of.iter().map(|(weight, _)| weight).sum());
        for (weight, one) in of {
            if left < *weight {
                return *one;
            }
            left -= weight;
        }
        of[0].1
    }
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// Identifiers one after the other, as time makes them.
pub struct Ids {
    millis: u64,
    made: u64,
}

impl Ids {
    pub fn from_millis(millis: u64) -> Self {
        Self { millis, made: 0 }
    }

    pub fn next<T: From<Uuid>>(&mut self) -> T {
        self.made += 1;
        let count = self.made.to_be_bytes();
        let mut rest = [0; 10];
        rest[..2].copy_from_slice(&[count[6] & 0x0f, count[7]]);
        rest[2..].copy_from_slice(&mixed(self.made).to_be_bytes());
        let at = self.millis + (self.made >> 12);
        uuid::Builder::from_unix_timestamp_millis(at, &rest).into_uuid().into()
    }
}
