//! The app that shows a new six-digit code every half minute (TOTP). Its secret is stored encrypted.

use anyhow::{Context, anyhow};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{ChaCha20Poly1305, Nonce};
use chrono::{DateTime, Utc};
use data_encoding::BASE64URL_NOPAD;
use qrcode::QrCode;
use qrcode::render::svg;
use totp_rs::{Builder, Secret, Totp};

use super::secrets;
use crate::clock::Clock;
use crate::domain::AccountId;
use crate::settings::Settings;
use crate::state::AppState;

const ISSUER: &str = "Omvendt";
const NONCE_BYTES: usize = 12;

pub struct CodeApp(Totp);

impl CodeApp {
    /// A new secret for an account, as its e-mail will be shown in the app.
    pub fn new(email: &str) -> anyhow::Result<Self> {
        Self::with(Secret::generate(), email)
    }

    pub fn from_base32(secret: &str, email: &str) -> anyhow::Result<Self> {
        Self::with(Secret::try_from_base32(secret).map_err(|error| anyhow!("{error}"))?, email)
    }

    fn with(secret: Secret, email: &str) -> anyhow::Result<Self> {
        let totp = Builder::new()
            .with_secret(secret)
            .with_account_name(email.replace(':', ""))
            .with_issuer(Some(ISSUER))
            .build()
            .map_err(|error| anyhow!("{error}"))?;
        Ok(Self(totp))
    }

    /// The half minute a code belongs to, if it is one of the account's and of about now. The caller keeps it,
    /// so that no code is taken twice.
    pub fn step(&self, digits: &str, now: DateTime<Utc>) -> Option<i64> {
        let seconds = u64::try_from(now.timestamp()).ok()?;
        self.0.check(digits, seconds).and_then(|step| i64::try_from(step).ok())
    }

    /// The same now. A demo's clock is moved, and an app on a real phone knows no time but the machine's.
    pub fn step_now(&self, state: &AppState, digits: &str) -> Option<i64> {
        let step = self.step(digits, state.clock.now());
        let by_the_machine = || self.step(digits, Clock::system().now());
        step.or_else(|| state.settings.demo.then(by_the_machine).flatten())
    }

    pub fn code_at(&self, now: DateTime<Utc>) -> String {
        self.0.generate(now.timestamp().unsigned_abs()).to_string()
    }

    /// The secret in groups of four, for who types it.
    pub fn typed_secret(&self) -> String {
        let secret = self.0.secret().to_base32();
        let groups: Vec<_> =
            secret.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group)).collect();
        groups.join(" ")
    }

    /// The code to point the app at, as a picture inside the page: no other place ever holds it.
    pub fn picture(&self) -> anyhow::Result<String> {
        let url = self.0.to_url().map_err(|error| anyhow!("{error}"))?;
        let picture = QrCode::new(url)?.render::<svg::Color>().min_dimensions(240, 240).build();
        Ok(picture.split_once("?>").map_or(picture.clone(), |(_, svg)| svg.to_owned()))
    }

    /// Encrypted for this account alone.
    pub fn seal(&self, settings: &Settings, account: AccountId) -> anyhow::Result<String> {
        let mut nonce = [0u8; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|error| anyhow!("{error}"))?;
        let message = Payload { msg: self.0.secret().as_bytes(), aad: account.0.as_bytes() };
        let sealed = cipher(settings)
            .encrypt(&Nonce::from(nonce), message)
            .map_err(|_| anyhow!("a secret could not be encrypted"))?;
        Ok(BASE64URL_NOPAD.encode(&[nonce.as_slice(), &sealed].concat()))
    }

    /// What `seal` made for the same account under the same `OMVENDT_SECRET`.
    pub fn open(
        settings: &Settings,
        account: AccountId,
        sealed: &str,
        email: &str,
    ) -> anyhow::Result<Self> {
        let bytes = BASE64URL_NOPAD.decode(sealed.as_bytes()).context("a sealed secret")?;
        let (nonce, sealed) =
            bytes.split_first_chunk::<NONCE_BYTES>().context("a sealed secret is too short")?;
        let message = Payload { msg: sealed, aad: account.0.as_bytes() };
        let secret = cipher(settings)
            .decrypt(&Nonce::from(*nonce), message)
            .map_err(|_| anyhow!("a sealed secret is not ours; was OMVENDT_SECRET changed?"))?;
        Self::with(Secret::new(secret.into_boxed_slice()), email)
    }
}

fn cipher(settings: &Settings) -> ChaCha20Poly1305 {
    ChaCha20Poly1305::new(&secrets::key(settings, "code app").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entities::new_id;

    fn settings(secret: u8) -> Settings {
        Settings {
            database_url: String::new(),
            listen: ([127, 0, 0, 1], 0).into(),
            public_url: String::new(),
            mail: crate::settings::MailTo::Smtp(String::new()),
            mail_from: String::new(),
            mail_ca: None,
            data_dir: ".".into(),
            log: String::new(),
            secret: vec![secret; 64],
            metrics_listen: None,
            trusted_proxies: Vec::new(),
            demo: false,
        }
    }

    #[test]
    fn a_sealed_secret_opens_for_its_own_account_and_server_only() {
        let (account, other): (AccountId, AccountId) = (new_id(), new_id());
        let app = CodeApp::new("sofie@example.org").unwrap();
        let sealed = app.seal(&settings(1), account).unwrap();
        let opened = CodeApp::open(&settings(1), account, &sealed, "sofie@example.org").unwrap();
        assert_eq!(opened.typed_secret(), app.typed_secret());
        assert!(CodeApp::open(&settings(1), other, &sealed, "sofie@example.org").is_err());
        assert!(CodeApp::open(&settings(2), account, &sealed, "sofie@example.org").is_err());
        assert!(CodeApp::open(&settings(1), account, "", "sofie@example.org").is_err());
    }

    #[test]
    fn a_code_is_taken_half_a_minute_early_or_late_and_no_more() {
        let app = CodeApp::from_base32("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "a@b.dk").unwrap();
        let at = |seconds: i64| DateTime::from_timestamp(1_800_000_000 + seconds, 0).unwrap();
        let code = app.code_at(at(0));
        for (seconds, taken) in [(-60, false), (-30, true), (0, true), (30, true), (60, false)] {
            let step = app.step(&code, at(seconds));
            assert_eq!(step, taken.then_some(60_000_000), "{seconds} seconds later");
        }
        assert_eq!(app.step("", at(0)), None);
    }
}
