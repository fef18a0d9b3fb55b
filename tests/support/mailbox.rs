use std::fs;

use mail_parser::{MessageParser, MimeHeaders};

use super::TestApp;

/// A message as it arrived.
#[derive(Clone, Debug)]
pub struct Letter {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub calendar: Option<String>,
    pub message_id: String,
}

impl TestApp {
    /// Does what is due, and reads everything that has been sent to an address, oldest first.
    pub async fn mails_to(&self, address: &str) -> Vec<Letter> {
        self.all_mail().await.into_iter().filter(|letter| letter.to == address).collect()
    }

    pub async fn newest_mail_to(&self, address: &str) -> Letter {
        self.mails_to(address)
            .await
            .pop()
            .unwrap_or_else(|| panic!("nothing was sent to {address}"))
    }

    pub async fn all_mail(&self) -> Vec<Letter> {
        self.run_due().await;
        let mut files: Vec<_> = fs::read_dir(self.folder.path().join("mail"))
            .expect("the mail folder")
            .map(|file| file.expect("a file").path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "eml"))
            .collect();
        files.sort();
        files.iter().map(|file| Letter::parse(&fs::read(file).expect("a message"))).collect()
    }
}

impl Letter {
    pub fn parse(bytes: &[u8]) -> Self {
        let mail = MessageParser::default().parse(bytes).expect("a well-formed message");
        let calendar =
            mail.attachments().find(|part| part.attachment_name() == Some("omvendt.ics"));
        Self {
            to: mail
                .to()
                .and_then(|to| to.first())
                .and_then(|to| to.address())
                .expect("a recipient")
                .to_owned(),
            subject: mail.subject().unwrap_or_default().to_owned(),
            text: mail.body_text(0).expect("a text part").into_owned(),
            html: mail.body_html(0).expect("an HTML part").into_owned(),
            calendar: calendar
                .map(|part| String::from_utf8(part.contents().to_vec()).expect("UTF-8")),
            message_id: mail.message_id().expect("a Message-ID").to_owned(),
        }
    }

    /// The path of the first link.
    pub fn link(&self) -> String {
        let line =
            self.text.lines().find(|line| line.starts_with("http")).expect("a line with a link");
        let url = url::Url::parse(line.trim()).expect("an address");
        match url.query() {
            Some(query) => format!("{}?{query}", url.path()),
            None => url.path().to_owned(),
        }
    }

    /// The six digits.
    pub fn code(&self) -> String {
        let digits = |word: &str| word.len() == 6 && word.chars().all(|c| c.is_ascii_digit());
        self.text.split_whitespace().find(|word| digits(word)).expect("six digits").to_owned()
    }
}
