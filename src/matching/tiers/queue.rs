//! A queue for shortest paths: what is near the last distance in buckets (Dial 1969), what is far in a heap.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

const SPAN: i64 = u64::BITS as i64;

/// Nodes by distance, the nearest first. No distance may be smaller than the last one taken.
pub(super) struct Queue {
    /// A distance's bucket is its remainder by [`SPAN`]; only those less than that away from `at` are here.
    buckets: Vec<Vec<u32>>,
    /// A bit for each bucket that is not empty.
    filled: u64,
    far: BinaryHeap<(Reverse<i64>, u32)>,
    /// The last distance taken.
    pub at: i64,
}

impl Queue {
    pub fn new() -> Self {
        let buckets = vec![Vec::new(); SPAN as usize];
        Self { buckets, filled: 0, far: BinaryHeap::new(), at: 0 }
    }

    /// Empties the queue and begins at no distance.
    pub fn restart(&mut self) {
        self.buckets.iter_mut().for_each(Vec::clear);
        self.filled = 0;
        self.far.clear();
        self.at = 0;
    }

    pub fn add(&mut self, node: u32, distance: i64) {
        debug_assert!(distance >= self.at);
        if distance - self.at < SPAN {
            let bucket = distance % SPAN;
            self.buckets[bucket as usize].push(node);
            self.filled |= 1 << bucket;
        } else {
            self.far.push((Reverse(distance), node));
        }
    }

    /// The nearest node and its distance.
    pub fn take(&mut self) -> Option<(u32, i64)> {
        let ahead = self.filled.rotate_right((self.at % SPAN) as u32).trailing_zeros();
        let near = (self.filled != 0).then(|| self.at + i64::from(ahead));
        let far = self.far.peek().map(|&(Reverse(distance), _)| distance);
        match near {
            Some(near) if far.is_none_or(|far| near <= far) => {
                self.at = near;
                let bucket = (near % SPAN) as usize;
                let node = self.buckets[bucket].pop()?;
                if self.buckets[bucket].is_empty() {
                    self.filled &= !(1 << bucket);
                }
                Some((node, near))
            }
            _ => {
                let (Reverse(distance), node) = self.far.pop()?;
                self.at = distance;
                Some((node, distance))
            }
        }
    }
}
