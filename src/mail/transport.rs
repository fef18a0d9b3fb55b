//! How a message leaves: by SMTP, or as a file in a folder.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context;
use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message as Email, Tokio1Executor};
use url::Url;

use crate::entities::mail;
use crate::settings::{MailTo, Settings};

/// Lives in the worker only: a pooled SMTP transport must be dropped inside the runtime it was made in.
pub enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

/// A server that takes a message and never answers holds up neither the queue nor the end of the program.
const SEND_WITHIN: Duration = Duration::from_secs(120);

impl Transport {
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        Ok(match &settings.mail {
            MailTo::Smtp(url) => {
                let mut builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?;
                if let Some(pem) = &settings.mail_ca {
                    builder = builder.tls(trusting(pem, url)?);
                }
                Self::Smtp(builder.timeout(Some(Duration::from_secs(30))).build())
            }
            MailTo::Folder(folder) => {
                std::fs::create_dir_all(folder)?;
                Self::Folder(folder.clone())
            }
        })
    }

    pub async fn send(&self, row: &mail::Model, from: &str) -> anyhow::Result<()> {
        let email = email(row, from)?;
        match self {
            Self::Smtp(smtp) => {
                let sent = tokio::time::timeout(SEND_WITHIN, smtp.send(email));
                sent.await.context("the mail server did not answer in time")??;
            }
            Self::Folder(folder) => {
                // A name made from the row: the same message written twice is one file.
                let (part, file) = (
                    folder.join(format!("{}.part", row.id)),
                    folder.join(format!("{}.eml", row.id)),
                );
                tokio::fs::write(&part, email.formatted()).await?;
                tokio::fs::rename(&part, &file).await?;
            }
        }
        Ok(())
    }
}

/// As the address asks for, but trusting these certificates too: `smtps://` from the first byte on,
/// `smtp://…?tls=required` before anything is told, `?tls=opportunistic` if the server can, else not at all.
fn trusting(pem: &[u8], url: &str) -> anyhow::Result<Tls> {
    let url = Url::parse(url)?;
    let host = url.host_str().unwrap_or_default().to_owned();
    let trusted = TlsParameters::builder(host)
        .add_root_certificate(Certificate::from_pem(pem)?)
        .build_rustls()?;
    let tls = url.query_pairs().find(|(name, _)| name == "tls").map(|(_, value)| value);
    Ok(match (url.scheme(), tls.as_deref()) {
        ("smtps", _) => Tls::Wrapper(trusted),
        (_, Some("required")) => Tls::Required(trusted),
        (_, Some("opportunistic")) => Tls::Opportunistic(trusted),
        _ => Tls::None,
    })
}

fn email(row: &mail::Model, from: &str) -> anyhow::Result<Email> {
    let to = Mailbox::new(Some(row.to_name.clone()), row.to_address.parse::<Address>()?);
    let mut texts = MultiPart::alternative()
        .singlepart(SinglePart::plain(row.text_body.clone()))
        .singlepart(SinglePart::html(row.html_body.clone()));
    let builder = Email::builder()
        .from(from.parse()?)
        .to(to)
        .subject(row.subject.clone())
        .message_id(Some(row.message_id.clone()))
        .date(row.created_at.into());
    let (Some(calendar), Some(method)) = (&row.calendar, &row.calendar_method) else {
        return Ok(builder.multipart(texts)?);
    };
    let kind = ContentType::parse(&format!("text/calendar; charset=utf-8; method={method}"))?;
    texts = texts.singlepart(SinglePart::builder().header(kind).body(calendar.clone()));
    let file = Attachment::new("omvendt.ics".into())
        .body(calendar.clone(), ContentType::parse("application/ics")?);
    Ok(builder.multipart(MultiPart::mixed().multipart(texts).singlepart(file))?)
}
