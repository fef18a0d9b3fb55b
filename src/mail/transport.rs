//! How a message leaves: by SMTP, or as a file in a folder.

use std::path::PathBuf;
use std::time::Duration;

use lettre::message::header::ContentType;
use lettre::message::{Attachment, Mailbox, MultiPart, SinglePart};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Message as Email, Tokio1Executor};

use crate::entities::mail;
use crate::settings::{MailTo, Settings};

/// Lives in the worker only: a pooled SMTP transport must be dropped inside the runtime it was made in.
pub enum Transport {
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    Folder(PathBuf),
}

impl Transport {
    pub fn new(settings: &Settings) -> anyhow::Result<Self> {
        Ok(match &settings.mail {
            MailTo::Smtp(url) => {
                let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)?;
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
                smtp.send(email).await?;
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
