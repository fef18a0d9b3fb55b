//! Two people at the same form: whoever saves last is shown what the other wrote before it is overwritten.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// A form whose fields show what is stored.
pub trait Shown {
    /// Every field's name and text, as the form shows it.
    fn fields(&self) -> Vec<(&'static str, String)>;

    /// The mark that the form carried along since it was shown.
    fn seen(&self) -> &str;
}

/// Stands for everything a form shows; it travels as a hidden field.
pub fn mark(stored: &impl Shown) -> String {
    let mut hash = Sha256::new();
    for (name, text) in stored.fields() {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    HEXLOWER.encode(&hash.finalize()[..16])
}

/// The fields that somebody else has stored otherwise than they were typed here, since this form was shown. The
/// same words twice are no quarrel, so a second press of the button passes.
pub fn written_meanwhile(typed: &impl Shown, stored: &impl Shown) -> Vec<(&'static str, String)> {
    if typed.seen().is_empty() || typed.seen() == mark(stored) {
        return Vec::new();
    }
    let typed = typed.fields();
    stored
        .fields()
        .into_iter()
        .zip(typed)
        .filter(|((_, stored), (_, typed))| stored != typed)
        .map(|(stored, _)| stored)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Note(&'static str, String);

    impl Shown for Note {
        fn fields(&self) -> Vec<(&'static str, String)> {
            vec![("words", self.0.to_owned())]
        }

        fn seen(&self) -> &str {
            &self.1
        }
    }

    #[test]
    fn only_other_words_than_mine_are_shown_to_me() {
        let first = Note("first", String::new());
        let seen = mark(&first);
        assert!(written_meanwhile(&Note("mine", seen.clone()), &first).is_empty());
        let second = Note("second", String::new());
        assert_eq!(
            written_meanwhile(&Note("mine", seen.clone()), &second),
            [("words", "second".to_owned())]
        );
        assert!(written_meanwhile(&Note("second", seen), &second).is_empty());
    }
}
