//! What an operator meets: settings, the first administrator, and starting and stopping.

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, oneshot};

use crate::support::{Browser, Program};

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_setting_stops_the_start_with_one_sentence_that_names_it() {
    let wrong = [
        ("OMVENDT_DATABASE_URL", "mysql://localhost/omvendt"),
        ("OMVENDT_LISTEN", "everywhere"),
        ("OMVENDT_LOG", "omvendt=loud"),
        ("OMVENDT_MAIL_FROM", "nobody"),
        ("OMVENDT_MAIL_URL", "carrier-pigeon://coop"),
        ("OMVENDT_MAIL_URL", "smtp://127.0.0.1:post"),
        ("OMVENDT_MAIL_URL", "smtp://mail.example.dk"),
        ("OMVENDT_METRICS_LISTEN", "9090"),
        ("OMVENDT_PUBLIC_URL", "omvendt.example.dk"),
        ("OMVENDT_SECRET", "short"),
        ("OMVENDT_TRUSTED_PROXIES", "the one in front"),
    ];
    for (name, value) in wrong {
        stops(Program::new().await.with(name, value), name).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_around_it_stops_the_start_with_one_sentence_too() {
    let nowhere = "postgres://somebody:geheim@127.0.0.1:1/omvendt";
    let said =
        stops(Program::new().await.with("OMVENDT_DATABASE_URL", nowhere), "OMVENDT_DATABASE_URL")
            .await;
    assert!(!said.contains("geheim"), "a password is told: {said}");

    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = taken.local_addr().expect("an address").to_string();
    stops(Program::new().await.with("OMVENDT_LISTEN", &address), &address).await;
    stops(Program::new().await.with("OMVENDT_METRICS_LISTEN", &address), "OMVENDT_METRICS_LISTEN")
        .await;

    let program = Program::new().await;
    let file = program.folder.path().join("a-file");
    std::fs::write(&file, "").expect("a file");
    stops(program.with("OMVENDT_DATA_DIR", &file.join("below").display().to_string()), "a-file")
        .await;
}

/// It ends at once with a failure and one line, which says this.
async fn stops(program: Program, says: &str) -> String {
    let ended = program.run(&["serve"]);
    let said = String::from_utf8(ended.stderr).expect("text");
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.contains(says) && said.trim().lines().count() == 1, "{says}: {said}");
    said
}

#[tokio::test(flavor = "multi_thread")]
async fn the_first_administrator_is_made_by_a_command_and_let_in_by_its_link() {
    let program = Program::new().await.with("OMVENDT_PUBLIC_URL", "http://127.0.0.1");
    let add = ["account", "add", "--name", "Lene Østergaard", "--email", "lene@example.dk"];
    let added = program.run(&add);
    let said = String::from_utf8(added.stdout).expect("text");
    let link = said.lines().find_map(|line| line.strip_prefix("http://127.0.0.1"));
    let link = link.unwrap_or_else(|| panic!("no link in: {said}"));

    let again = program.run(&add);
    assert_eq!(again.status.code(), Some(1));
    let said = String::from_utf8(again.stderr).expect("text");
    assert!(said.contains("lene@example.dk has an account already"), "{said}");
    let company = program.run(&[&add[..], &["--role", "company"]].concat());
    assert_eq!(company.status.code(), Some(1));

    let mut server = program.start(&["serve"]);
    let url = server.line("ready ");
    Browser::new(&url).get(link).await.shows("Vælg en adgangskode");
    server.terminate();
    assert_eq!(server.ended(), Some(0));
}

#[tokio::test(flavor = "multi_thread")]
async fn health_readiness_and_counts_are_there_for_whoever_watches() {
    let metrics = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = metrics.local_addr().expect("an address").to_string();
    drop(metrics);
    let program = Program::new().await.with("OMVENDT_METRICS_LISTEN", &address);
    let mut server = program.start(&["serve"]);
    let browser = Browser::new(&server.line("ready "));
    browser.get("/healthz").await.has_status(200);
    browser.get("/readyz").await.has_status(200);
    browser.get("/metrics").await.not_found();
    let counts = Browser::new(&format!("http://{address}")).get("/metrics").await;
    counts.has_status(200);
    let line = r#"omvendt_requests_total{method="GET",path="/healthz",status="200"} 1"#;
    assert!(counts.html.contains(line), "{}", counts.html);
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_to_stop_it_finishes_the_mail_in_hand_and_leaves_the_rest_for_the_next_start() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let mail = format!("smtp://{}", listener.local_addr().expect("an address"));
    let program = Program::new().await.with("OMVENDT_MAIL_URL", &mail);
    for name in ["karen", "lene"] {
        let email = format!("{name}@example.dk");
        let add = program.run(&["account", "add", "--name", name, "--email", &email]);
        assert!(add.status.success(), "{}", String::from_utf8_lossy(&add.stderr));
    }
    let (in_hand, mut heard) = mpsc::unbounded_channel();
    tokio::spawn(mail_server(listener, in_hand));

    let mut first = program.start(&["serve"]);
    let address = first.line("ready http://");
    let (message, go_on) = heard.recv().await.expect("the worker sends");
    first.terminate();
    // Else the message could be done before the program has heard that it is to stop.
    while TcpStream::connect(&address).await.is_ok() {
        tokio::task::yield_now().await;
    }
    go_on.send(()).expect("the server waits");
    assert_eq!(first.ended(), Some(0));
    assert!(heard.try_recv().is_err(), "it began another message after it was asked to stop");

    let mut second = program.start(&["work"]);
    second.line("working");
    let (next, go_on) = heard.recv().await.expect("the worker sends the other");
    go_on.send(()).expect("the server waits");
    assert_ne!(message, next, "the same message twice");
    second.terminate();
    assert_eq!(second.ended(), Some(0));
    assert!(heard.try_recv().is_err(), "a third message");
}

type InHand = (String, oneshot::Sender<()>);

/// A mail server that tells to whom each message is, and answers only when the story says so.
async fn mail_server(listener: TcpListener, in_hand: mpsc::UnboundedSender<InHand>) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(converse(stream, in_hand.clone()));
    }
}

async fn converse(stream: TcpStream, in_hand: mpsc::UnboundedSender<InHand>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    let mut to = String::new();
    let mut answer = "220 test\r\n";
    while write.write_all(answer.as_bytes()).await.is_ok() {
        let Ok(Some(line)) = lines.next_line().await else { return };
        answer = match line.split([' ', ':']).next().unwrap_or_default() {
            "RCPT" => {
                to = line;
                "250 ok\r\n"
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.expect("a client");
                while lines.next_line().await.expect("a client").is_some_and(|line| line != ".") {}
                let (go_on, told) = oneshot::channel();
                in_hand.send((to.clone(), go_on)).expect("the story listens");
                told.await.expect("the story answers");
                "250 taken\r\n"
            }
            "QUIT" => "221 bye\r\n",
            _ => "250 ok\r\n",
        };
    }
}
