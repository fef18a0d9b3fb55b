//! Sends one request again and again over connections that stay open, and keeps how long each answer took.

use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::client::conn::http1::{self, SendRequest};
use hyper::header::{ACCEPT_ENCODING, CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use hyper::{Method, Response, StatusCode};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;
use tokio::task::JoinSet;

use crate::scenario::Request;

pub struct Measured {
    /// Sorted.
    took: Vec<Duration>,
    lasted: Duration,
    /// The last answer's body as it came over the wire.
    pub bytes: usize,
}

impl Measured {
    pub fn of(mut took: Vec<Duration>, lasted: Duration) -> Self {
        took.sort_unstable();
        Self { took, lasted, bytes: 0 }
    }

    pub fn answers(&self) -> usize {
        self.took.len()
    }

    pub fn per_second(&self) -> f64 {
        self.answers() as f64 / self.lasted.as_secs_f64()
    }

    /// In milliseconds.
    pub fn percentile(&self, percent: usize) -> f64 {
        let place = (self.took.len() * percent).div_ceil(100).saturating_sub(1);
        self.took.get(place).map_or(0.0, |took| took.as_secs_f64() * 1000.0)
    }
}

/// Many visitors at once, each asking for its own share of the requests in turn; of fewer, everybody for all.
pub async fn ask(
    requests: &[Request],
    connections: usize,
    lasting: Duration,
) -> anyhow::Result<Measured> {
    let started = Instant::now();
    let until = started + lasting;
    let messages = requests.iter().map(message).collect::<anyhow::Result<Vec<Message>>>()?;
    let authority = &requests.first().context("nothing to ask for")?.authority;
    let mut asking = JoinSet::new();
    for number in 0..connections {
        let share = messages.len() / connections;
        let own = messages.chunks(share.max(1)).nth(number).filter(|_| share > 0);
        let own = own.unwrap_or(&messages).to_vec();
        asking.spawn(one_visitor(authority.clone(), own, until));
    }
    let mut took = Vec::new();
    let mut bytes = 0;
    while let Some(visitor) = asking.join_next().await {
        let (theirs, size) = visitor??;
        took.extend(theirs);
        bytes = size;
    }
    Ok(Measured { bytes, ..Measured::of(took, started.elapsed()) })
}

/// How long one page takes, asked for a few times by somebody alone: the middle one.
pub async fn time(request: &Request, times: usize) -> anyhow::Result<Duration> {
    let message = message(request)?;
    let mut connection = connect(&request.authority).await?;
    let mut took = Vec::new();
    for _ in 0..times {
        if connection.ready().await.is_err() {
            connection = connect(&request.authority).await?;
        }
        let asked = Instant::now();
        let answer = connection.send_request(message.clone()).await.context("no answer")?;
        answer.into_body().collect().await?;
        took.push(asked.elapsed());
    }
    took.sort_unstable();
    took.get(times / 2).copied().context("asked for at least once")
}

/// Asks once, over a connection of its own as a phone's is that asks now and then; its body is still to come.
pub async fn begin(request: &Request) -> anyhow::Result<Response<Incoming>> {
    let mut connection = connect(&request.authority).await?;
    connection.send_request(message(request)?).await.context("no answer")
}

/// An answer that has come as a whole, and how long that took from before the connection was made.
pub async fn once(request: &Request) -> anyhow::Result<(Response<Bytes>, Duration)> {
    let asked = Instant::now();
    let (head, body) = begin(request).await?.into_parts();
    let body = body.collect().await?.to_bytes();
    Ok((Response::from_parts(head, body), asked.elapsed()))
}

type Message = hyper::Request<Full<Bytes>>;

fn message(request: &Request) -> anyhow::Result<Message> {
    let method = if request.form.is_some() { Method::POST } else { Method::GET };
    let message = hyper::Request::builder()
        .method(method)
        .uri(&request.path)
        .header(HOST, &request.authority)
        .header(ORIGIN, &request.origin)
        .header(COOKIE, &request.cookie)
        .header(ACCEPT_ENCODING, "gzip, br")
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded");
    Ok(message.body(Full::new(Bytes::from(request.form.clone().unwrap_or_default())))?)
}

async fn one_visitor(
    authority: String,
    messages: Vec<Message>,
    until: Instant,
) -> anyhow::Result<(Vec<Duration>, usize)> {
    let mut took = Vec::new();
    let mut bytes = 0;
    let mut connection = connect(&authority).await?;
    for message in messages.iter().cycle() {
        if Instant::now() >= until {
            break;
        }
        let wanted = match *message.method() {
            Method::POST => StatusCode::SEE_OTHER,
            _ => StatusCode::OK,
        };
        if connection.ready().await.is_err() {
            connection = connect(&authority).await?;
        }
        let asked = Instant::now();
        let answer = connection.send_request(message.clone()).await.context("no answer")?;
        let status = answer.status();
        bytes = answer.into_body().collect().await?.to_bytes().len();
        took.push(asked.elapsed());
        ensure!(status == wanted, "{} answers {status}", message.uri());
    }
    Ok((took, bytes))
}

async fn connect(authority: &str) -> anyhow::Result<SendRequest<Full<Bytes>>> {
    let stream = TcpStream::connect(authority).await.context("no connection")?;
    stream.set_nodelay(true)?;
    let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    Ok(sender)
}
