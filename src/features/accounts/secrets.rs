//! Tokens, codes and what is stored of them. What leads in is never stored as it is: long tokens as SHA-256,
//! six digits as an HMAC under our secret, because a million guesses are quickly hashed.

use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::domain::AccountId;
use crate::settings::Settings;

/// 256 bits of chance, as text for an address.
pub fn token() -> String {
    let mut bytes = [0u8; 32];
    getrandom::fill(&mut bytes).expect("the machine gives random bytes");
    BASE64URL_NOPAD.encode(&bytes)
}

/// Six digits, each of the million equally likely.
pub fn code() -> String {
    loop {
        let mut bytes = [0u8; 4];
        getrandom::fill(&mut bytes).expect("the machine gives random bytes");
        let number = u32::from_be_bytes(bytes);
        // The last, incomplete million is thrown away, or small codes would come more often.
        if number < 4_294_000_000 {
            return format!("{:06}", number % 1_000_000);
        }
    }
}

pub fn token_hash(token: &str) -> String {
    HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}

/// A recovery code: ten digits, so that the number keys of a phone are enough.
pub fn recovery_code() -> String {
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes).expect("the machine gives random bytes");
    // Of 2^64 numbers the last, incomplete run of 10^10 is too small to notice.
    format!("{:010}", u64::from_be_bytes(bytes) % 10_000_000_000)
}

pub fn code_hash(settings: &Settings, account: AccountId, code: &str) -> String {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(&settings.secret).expect("HMAC takes a key of any length");
    mac.update(account.0.as_bytes());
    mac.update(code.as_bytes());
    HEXLOWER.encode(&mac.finalize().into_bytes())
}

/// A key for one purpose, made from our secret.
pub fn key(settings: &Settings, purpose: &str) -> [u8; 32] {
    let mut mac =
        Hmac::<Sha256>::new_from_slice(&settings.secret).expect("HMAC takes a key of any length");
    mac.update(purpose.as_bytes());
    mac.finalize().into_bytes().into()
}
