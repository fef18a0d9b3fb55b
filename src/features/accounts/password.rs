//! Passwords as Argon2id hashes.

use std::sync::LazyLock;

use actix_web::web;
use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::domain::sign_in::LONGEST;
use crate::web::AppResult;

/// Each hash takes 19 MiB and a core for some 30 ms; more at once would only make everybody else wait.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Checked when there is no account or no password, so that the time an answer takes tells nothing.
static NOBODYS: LazyLock<String> = LazyLock::new(|| hashed(b"nobody's password"));

pub async fn hash(password: String) -> AppResult<String> {
    in_turn(move || hashed(password.as_bytes())).await
}

/// Whether this is the password; without a hash, after the same work, no.
pub async fn verify(hash: Option<String>, password: String) -> AppResult<bool> {
    if password.chars().count() > LONGEST {
        return Ok(false);
    }
    in_turn(move || {
        let known = hash.is_some();
        matches(hash.as_deref().unwrap_or(&NOBODYS), password.as_bytes()) && known
    })
    .await
}

async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> AppResult<T> {
    let turn: SemaphorePermit<'static> = TURNS.acquire().await.map_err(anyhow::Error::from)?;
    // The turn goes with the work, which runs on even when its visitor has left.
    let working = web::block(move || {
        let _turn = turn;
        work()
    });
    Ok(working.await.map_err(anyhow::Error::from)?)
}

/// The defaults of the crate are the parameters OWASP recommends: 19 MiB, two passes, one lane.
fn hashed(password: &[u8]) -> String {
    Argon2::default().hash_password(password).expect("the parameters are right").to_string()
}

fn matches(hash: &str, password: &[u8]) -> bool {
    PasswordHash::new(hash)
        .is_ok_and(|hash| Argon2::default().verify_password(password, &hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_and_nothing_matches_none() {
        let hash = hash("kaffe kanal kastanje".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(verify(Some(hash.clone()), "kaffe kanal kastanje".into()).await.unwrap());
        assert!(!verify(Some(hash.clone()), "kaffe kanal".into()).await.unwrap());
        assert!(!verify(None, "nobody's password".into()).await.unwrap());
        assert!(!verify(Some(hash), "a".repeat(100_000)).await.unwrap());
    }
}
