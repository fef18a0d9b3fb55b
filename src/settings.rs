//! Settings from the environment, each with a default that works for one machine (DESIGN.md 5).

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

use lettre::transport::smtp::client::Certificate;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use url::Url;

#[derive(Clone, Debug)]
pub struct Settings {
    pub database_url: String,
    pub listen: SocketAddr,
    /// Where people reach us, without a slash at the end; links in mail start with it.
    pub public_url: String,
    pub mail: MailTo,
    pub mail_from: String,
    /// Certificates (PEM) that the mail server may show beside those of the well-known authorities.
    pub mail_ca: Option<Vec<u8>>,
    pub data_dir: PathBuf,
    pub log: String,
    pub secret: Vec<u8>,
    pub metrics_listen: Option<SocketAddr>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// The demo has a mailbox, a clock and persona buttons; a programme never does.
    pub demo: bool,
}

#[derive(Clone, Debug)]
pub enum MailTo {
    Smtp(String),
    Folder(PathBuf),
}

#[derive(Debug, thiserror::Error)]
pub enum SettingsError {
    #[error("{name} is not right: {why}")]
    Wrong { name: &'static str, why: String },
    #[error("the data folder {} cannot be used: {why}", folder.display())]
    DataFolder { folder: PathBuf, why: io::Error },
}

impl Settings {
    pub fn from_env(demo: bool) -> Result<Self, SettingsError> {
        let default_folder = if demo { "data/demo" } else { "data" };
        let data_dir =
            PathBuf::from(var("OMVENDT_DATA_DIR").unwrap_or_else(|| default_folder.into()));
        let listen = parsed("OMVENDT_LISTEN", "127.0.0.1:8080")?;
        let public_url =
            public_url(var("OMVENDT_PUBLIC_URL").unwrap_or_else(|| format!("http://{listen}")))?;
        fs::create_dir_all(&data_dir)
            .map_err(|why| SettingsError::DataFolder { folder: data_dir.clone(), why })?;

        Ok(Self {
            database_url: database_url(&data_dir)?,
            listen,
            mail: mail_to(&data_dir, demo)?,
            mail_from: mail_from(&public_url)?,
            mail_ca: mail_ca()?,
            public_url,
            log: var("OMVENDT_LOG")
                .unwrap_or_else(|| "info,sqlx=warn,sea_orm_migration=warn".into()),
            secret: secret(&data_dir)?,
            metrics_listen: var("OMVENDT_METRICS_LISTEN")
                .map(|_| parsed("OMVENDT_METRICS_LISTEN", ""))
                .transpose()?,
            trusted_proxies: trusted_proxies()?,
            data_dir,
            demo,
        })
    }
}

impl Settings {
    /// Only people at this machine can reach it.
    pub fn is_for_this_machine(&self) -> bool {
        Url::parse(&self.public_url).is_ok_and(|url| is_here(&url))
    }
}

fn var(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}

fn wrong(name: &'static str, why: impl ToString) -> SettingsError {
    SettingsError::Wrong { name, why: why.to_string() }
}

fn parsed<T: std::str::FromStr<Err: ToString>>(
    name: &'static str,
    default: &str,
) -> Result<T, SettingsError> {
    var(name)
        .unwrap_or_else(|| default.into())
        .parse()
        .map_err(|error: T::Err| wrong(name, error.to_string()))
}

fn public_url(text: String) -> Result<String, SettingsError> {
    let url = Url::parse(&text).map_err(|error| wrong("OMVENDT_PUBLIC_URL", error))?;
    if !matches!(url.scheme(), "http" | "https") || url.host_str().is_none() || url.path() != "/" {
        return Err(wrong(
            "OMVENDT_PUBLIC_URL",
            "it must be http or https and a host, with nothing behind it",
        ));
    }
    Ok(text.trim_end_matches('/').to_owned())
}

fn database_url(data_dir: &Path) -> Result<String, SettingsError> {
    let url = var("OMVENDT_DATABASE_URL")
        .unwrap_or_else(|| format!("sqlite:{}", data_dir.join("omvendt.db").display()));
    if url.starts_with("sqlite:") || url.starts_with("postgres:") || url.starts_with("postgresql:")
    {
        return Ok(url);
    }
    Err(wrong("OMVENDT_DATABASE_URL", "it must start with sqlite: or postgres:"))
}

/// A demo's people are made up, and their addresses may be somebody's: its mail never leaves this machine.
fn mail_to(data_dir: &Path, demo: bool) -> Result<MailTo, SettingsError> {
    let smtp_in_demo = |url: &String| demo && !url.starts_with("file:");
    let Some(url) = var("OMVENDT_MAIL_URL").filter(|url| !smtp_in_demo(url)) else {
        return Ok(MailTo::Folder(data_dir.join("mail")));
    };
    if let Some(folder) = url.strip_prefix("file:") {
        return Ok(MailTo::Folder(PathBuf::from(folder)));
    }
    if url.starts_with("smtp://") || url.starts_with("smtps://") {
        return smtp(url).map_err(|why| wrong("OMVENDT_MAIL_URL", why));
    }
    Err(wrong("OMVENDT_MAIL_URL", "it must start with smtp://, smtps:// or file:"))
}

/// Sign-in links travel in these messages, so nothing goes unencrypted beyond this machine.
fn smtp(url: String) -> Result<MailTo, String> {
    AsyncSmtpTransport::<Tokio1Executor>::from_url(&url).map_err(|error| error.to_string())?;
    let parsed = Url::parse(&url).map_err(|error| error.to_string())?;
    let encrypted = parsed.scheme() == "smtps"
        || parsed.query_pairs().any(|(name, value)| name == "tls" && value == "required");
    if encrypted || is_here(&parsed) {
        Ok(MailTo::Smtp(url))
    } else {
        Err("to another machine it must be smtps://…, or smtp://…?tls=required".into())
    }
}

/// Names this machine to itself, and to nobody else.
fn is_here(url: &Url) -> bool {
    let host = url.host_str().unwrap_or_default();
    host == "localhost"
        || host.trim_matches(['[', ']']).parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
}

/// The file is read once, at the start, so that a wrong one stops it and not the first message.
fn mail_ca() -> Result<Option<Vec<u8>>, SettingsError> {
    const NAME: &str = "OMVENDT_MAIL_CA";
    let Some(file) = var(NAME) else { return Ok(None) };
    let pem = fs::read(&file).map_err(|error| wrong(NAME, format!("{file}: {error}")))?;
    Certificate::from_pem(&pem).map_err(|error| wrong(NAME, format!("{file}: {error}")))?;
    if !String::from_utf8_lossy(&pem).contains("-----BEGIN CERTIFICATE-----") {
        return Err(wrong(NAME, format!("{file} holds no certificate")));
    }
    Ok(Some(pem))
}

fn mail_from(public_url: &str) -> Result<String, SettingsError> {
    let host = Url::parse(public_url)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned))
        .unwrap_or_default();
    let host = if host.contains('.') && host.parse::<std::net::IpAddr>().is_err() {
        host
    } else {
        "omvendt.example".into()
    };
    let from = var("OMVENDT_MAIL_FROM").unwrap_or_else(|| format!("Omvendt <no-reply@{host}>"));
    from.parse::<lettre::message::Mailbox>().map_err(|error| wrong("OMVENDT_MAIL_FROM", error))?;
    Ok(from)
}

fn trusted_proxies() -> Result<Vec<std::net::IpAddr>, SettingsError> {
    var("OMVENDT_TRUSTED_PROXIES")
        .unwrap_or_default()
        .split(',')
        .map(str::trim)
        .filter(|address| !address.is_empty())
        .map(|address| {
            address
                .parse()
                .map_err(|_| wrong("OMVENDT_TRUSTED_PROXIES", format!("{address} is no address")))
        })
        .collect()
}

/// `OMVENDT_SECRET`, or 64 random bytes kept in the data folder where only we may read them.
fn secret(data_dir: &Path) -> Result<Vec<u8>, SettingsError> {
    if let Some(text) = var("OMVENDT_SECRET") {
        if text.len() < 64 {
            return Err(wrong("OMVENDT_SECRET", "it must be at least 64 characters of chance"));
        }
        return Ok(text.into_bytes());
    }
    let file = data_dir.join("secret");
    let in_folder = |why| SettingsError::DataFolder { folder: data_dir.to_owned(), why };
    match fs::read(&file) {
        Ok(secret) if secret.len() >= 64 => Ok(secret),
        Ok(_) => Err(in_folder(io::Error::other("the file `secret` is too short"))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let mut secret = [0u8; 64];
            getrandom::fill(&mut secret)
                .map_err(|error| in_folder(io::Error::other(error.to_string())))?;
            write_private(&file, data_encoding::HEXLOWER.encode(&secret).as_bytes())
                .map_err(in_folder)?;
            fs::read(&file).map_err(in_folder)
        }
        Err(error) => Err(in_folder(error)),
    }
}

fn write_private(file: &Path, bytes: &[u8]) -> io::Result<()> {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file)?.write_all(bytes)
}
