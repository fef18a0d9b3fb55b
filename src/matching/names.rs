//! Many ids in one string, because a million small strings would cost more than the matching.

use std::collections::HashMap;

#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    text: String,
    ends: Vec<u32>,
}

impl Names {
    /// Appends `name`; false when the text would pass four billion bytes.
    pub(super) fn push(&mut self, name: &str) -> bool {
        self.text.push_str(name);
        match u32::try_from(self.text.len()) {
            Ok(end) => self.ends.push(end),
            Err(_) => return false,
        }
        true
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, index: usize) -> &str {
        let start = if index == 0 { 0 } else { self.ends[index - 1] as usize };
        &self.text[start..self.ends[index] as usize]
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    pub(super) fn index(&self) -> HashMap<&str, u32> {
        self.iter().zip(0..).collect()
    }
}
