//! A mail server that speaks SMTP, with TLS or without, and can be told to be difficult.

use std::sync::Arc;

use omvendt::mail::transport::Transport;
use omvendt::settings::{MailTo, Settings};
use omvendt::state::AppState;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::{Letter, TestApp};

/// What happens to a message once all of it has arrived.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    Taken,
    /// Not taken, and to be tried again.
    NotNow,
    /// Never taken.
    Refused,
    /// Taken, but the line goes dead before that is said.
    TakenInSilence,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Secured {
    Not,
    /// From the first byte on.
    Throughout,
    /// Once the client asks for it.
    OnceAsked,
}

pub struct MailServer {
    port: u16,
    taken: UnboundedReceiver<String>,
    /// The authority that its certificate is from, as PEM.
    pub authority: Vec<u8>,
}

impl MailServer {
    pub async fn start(secured: Secured, answers: impl IntoIterator<Item = Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let port = listener.local_addr().expect("an address").port();
        let (authority, acceptor) = certified();
        let (send, taken) = unbounded_channel();
        let answers: Vec<Answer> = answers.into_iter().collect();
        let server = Server { secured, acceptor, taken: send, answers: answers.into_iter() };
        tokio::spawn(server.serve(listener));
        Self { port, taken, authority }
    }

    /// An app like `app` whose mail goes here. `trusted` are the authorities it trusts beside the well-known.
    pub fn sends_for(&self, app: &TestApp, url: &str, trusted: Option<&[u8]>) -> Sending {
        let mail = MailTo::Smtp(url.replace("PORT", &self.port.to_string()));
        let mail_ca = trusted.map(<[u8]>::to_vec);
        let settings = Settings { mail, mail_ca, ..Settings::clone(&app.state.settings) };
        let state = AppState { settings: Arc::new(settings), ..app.state.clone() };
        let transport = Transport::new(&state.settings).expect("an SMTP transport");
        Sending { state, transport }
    }

    /// The next message it took.
    pub async fn letter(&mut self) -> Letter {
        Letter::parse(self.taken.recv().await.expect("a message").as_bytes())
    }

    /// Everything it has taken and nobody has looked at.
    pub fn letters(&mut self) -> Vec<Letter> {
        std::iter::from_fn(|| self.taken.try_recv().ok())
            .map(|message| Letter::parse(message.as_bytes()))
            .collect()
    }
}

pub struct Sending {
    pub state: AppState,
    pub transport: Transport,
}

impl Sending {
    /// One run of the worker; how many messages it tried.
    pub async fn run(&self) -> usize {
        omvendt::mail::worker::send_due(&self.state, &self.transport, || false)
            .await
            .expect("a run")
    }
}

/// A certificate for `localhost` from an authority that nobody knows.
fn certified() -> (Vec<u8>, TlsAcceptor) {
    let mut of_authority = CertificateParams::new(Vec::new()).expect("no names");
    of_authority.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let authority_key = KeyPair::generate().expect("a key");
    let authority =
        CertifiedIssuer::self_signed(of_authority, authority_key).expect("an authority");
    let key = KeyPair::generate().expect("a key");
    let certificate = CertificateParams::new(vec!["localhost".to_owned()])
        .expect("a name")
        .signed_by(&key, &authority)
        .expect("a certificate");
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("the versions there are")
        .with_no_client_auth()
        .with_single_cert(vec![certificate.der().clone()], key)
        .expect("the key is the certificate's");
    (authority.pem().into_bytes(), TlsAcceptor::from(Arc::new(config)))
}

struct Server {
    secured: Secured,
    acceptor: TlsAcceptor,
    taken: UnboundedSender<String>,
    answers: std::vec::IntoIter<Answer>,
}

/// What a conversation comes to.
enum End {
    Over,
    StartTls,
}

impl Server {
    async fn serve(mut self, listener: TcpListener) {
        while let Ok((stream, _)) = listener.accept().await {
            self.answer(stream).await;
        }
    }

    async fn answer(&mut self, mut stream: TcpStream) {
        match self.secured {
            Secured::Not => {
                self.converse(&mut stream, true, false).await;
            }
            Secured::Throughout => {
                if let Ok(mut stream) = self.acceptor.accept(stream).await {
                    self.converse(&mut stream, true, false).await;
                }
            }
            Secured::OnceAsked => {
                if let End::StartTls = self.converse(&mut stream, true, true).await
                    && let Ok(mut stream) = self.acceptor.accept(stream).await
                {
                    self.converse(&mut stream, false, false).await;
                }
            }
        }
    }

    async fn converse(
        &mut self,
        stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
        greets: bool,
        offers_tls: bool,
    ) -> End {
        let mut stream = BufReader::new(stream);
        if greets && stream.write_all(b"220 localhost\r\n").await.is_err() {
            return End::Over;
        }
        loop {
            let _ = stream.flush().await;
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return End::Over;
            }
            let word = line.split([' ', ':', '\r']).next().unwrap_or_default().to_uppercase();
            let answer = match word.as_str() {
                "EHLO" if offers_tls => "250-localhost\r\n250 STARTTLS\r\n",
                "STARTTLS" if offers_tls => {
                    let _ = stream.write_all(b"220 go on\r\n").await;
                    let _ = stream.flush().await;
                    return End::StartTls;
                }
                "MAIL" if offers_tls => "530 not before TLS\r\n",
                "DATA" => {
                    let _ = stream.write_all(b"354 go on\r\n").await;
                    let _ = stream.flush().await;
                    let message = message(&mut stream).await;
                    match self.answers.next().unwrap_or(Answer::Taken) {
                        Answer::NotNow => "451 mia@example.dk: not now\r\n",
                        Answer::Refused => "550 mia@example.dk: no such user\r\n",
                        Answer::Taken => {
                            let _ = self.taken.send(message);
                            "250 taken\r\n"
                        }
                        Answer::TakenInSilence => {
                            let _ = self.taken.send(message);
                            // Until whoever waits for an answer is gone.
                            let mut rest = String::new();
                            let _ = stream.read_line(&mut rest).await;
                            return End::Over;
                        }
                    }
                }
                "QUIT" => "221 bye\r\n",
                _ => "250 ok\r\n",
            };
            if stream.write_all(answer.as_bytes()).await.is_err() {
                return End::Over;
            }
        }
    }
}

async fn message(stream: &mut (impl AsyncBufReadExt + Unpin)) -> String {
    let mut message = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.unwrap_or(0) == 0 || line == ".\r\n" {
            return message;
        }
        message += line.strip_prefix('.').unwrap_or(&line);
    }
}
