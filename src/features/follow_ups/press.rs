//! What the buttons of a follow-up come to.

/// What a press on a follow-up came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    Done,
    /// Somebody has held it meanwhile, or it is no longer needed.
    TooLate,
}

impl Pressed {
    pub fn notice(self, done: &'static str) -> &'static str {
        match self {
            Self::Done => done,
            Self::TooLate => "follow-ups-too-late",
        }
    }
}
