//! The published lottery: SHA-256 of the seed and the ids, one per line, so that anybody can repeat the draw.
//!
//! *Guarantee.* Who knows the ids but not yet the seed cannot tell who goes first, and who knows both can check
//! it with `sha256sum`. *Source.* FIPS 180-4. *Cost.* One hash for each applicant or pair.
//!
//! ```
//! use omvendt::matching::lottery;
//!
//! // printf 'drawn in public\nmia\nbakery' | sha256sum | head -c 8
//! assert_eq!(format!("{:08x}", lottery::weight("drawn in public", "mia", "bakery")), "e6ab6357");
//! ```

use sha2::{Digest, Sha256};

/// How ties between equally good matchings are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LotteryMethod {
    /// One more tier: the largest sum of the pairs' weights. Covered by the certificate.
    #[default]
    Weights,
    /// In the order of the draw everybody gets the best rank the earlier ones leave possible.
    Serial,
}

/// Sorts before another applicant's draw: goes first.
pub type Draw = [u8; 32];

pub fn order(seed: &str, applicant: &str) -> Draw {
    Sha256::new().chain_update(seed).chain_update("\n").chain_update(applicant).finalize().into()
}

/// Orders an applicant's tied posts; its first 32 bits are the pair's weight.
pub fn ties(seed: &str, applicant: &str, post: &str) -> Draw {
    Sha256::new()
        .chain_update(seed)
        .chain_update("\n")
        .chain_update(applicant)
        .chain_update("\n")
        .chain_update(post)
        .finalize()
        .into()
}

pub fn weight(seed: &str, applicant: &str, post: &str) -> u32 {
    let [a, b, c, d, ..] = ties(seed, applicant, post);
    u32::from_be_bytes([a, b, c, d])
}
