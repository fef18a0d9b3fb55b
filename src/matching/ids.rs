//! Which ids, kinds and numbers a draft may use.

use std::collections::HashMap;

use super::draft::Draft;
use super::refusal::Refusal;

/// Keeps every sum of quotas, ranks and weights far inside 64 bits.
pub(super) const LARGEST: u64 = 1_000_000_000;

pub(super) fn id_is_usable(list: &'static str, index: usize, id: &str) -> Result<(), Refusal> {
    if id.is_empty() {
        return Err(Refusal::EmptyId { list, index });
    }
    if id.chars().any(char::is_control) {
        return Err(Refusal::ControlCharacter { list, id: id.to_owned() });
    }
    Ok(())
}

pub(super) fn kind_numbers<'a>(draft: &Draft<'a>) -> Result<HashMap<&'a str, u32>, Refusal> {
    let mut kinds = HashMap::new();
    for (&kind, number) in draft.kinds.iter().zip(0..) {
        if kinds.insert(kind, number).is_some() {
            return Err(Refusal::DoubleKind { kind: kind.to_owned() });
        }
    }
    if !draft.kinds.is_empty() {
        return Ok(kinds);
    }
    // Without a list of kinds any name will do, so that a small file need not declare them.
    let of_posts = draft.posts.iter().filter_map(|post| post.kind);
    let of_applicants = draft
        .applicants
        .iter()
        .filter_map(|applicant| applicant.kinds.as_deref())
        .flatten()
        .copied();
    for kind in of_posts.chain(of_applicants) {
        let next = kinds.len() as u32;
        kinds.entry(kind).or_insert(next);
    }
    Ok(kinds)
}

/// The number as a small one, if it is.
pub(super) fn number(
    list: &'static str,
    id: &str,
    field: &'static str,
    value: u64,
    limit: u64,
) -> Result<u32, Refusal> {
    match u32::try_from(value) {
        Ok(small) if value <= limit => Ok(small),
        _ => Err(Refusal::TooLarge { list, id: id.to_owned(), field, value, limit }),
    }
}
