//! A message over a real SMTP conversation.

use omvendt::mail::transport::Transport;
use omvendt::mail::worker;
use omvendt::settings::{MailTo, Settings};
use omvendt::state::AppState;
use std::sync::Arc;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpListener;

use crate::support::{Letter, TestApp};

/// Answers each connection as a mail server does. The first message is refused for now, the rest are taken.
async fn server(listener: TcpListener, taken: tokio::sync::mpsc::UnboundedSender<String>) {
    let mut refuses = true;
    while let Ok((stream, _)) = listener.accept().await {
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read).lines();
        write.write_all(b"220 test\r\n").await.expect("a client");
        while let Ok(Some(line)) = lines.next_line().await {
            let answer = match line.split([' ', ':']).next().unwrap_or_default() {
                "DATA" if refuses => {
                    refuses = false;
                    "451 not now\r\n"
                }
                "DATA" => {
                    write.write_all(b"354 go on\r\n").await.expect("a client");
                    let mut message = String::new();
                    while let Ok(Some(line)) = lines.next_line().await {
                        if line == "." {
                            break;
                        }
                        message += line.strip_prefix('.').unwrap_or(&line);
                        message += "\r\n";
                    }
                    taken.send(message).expect("the story listens");
                    "250 taken\r\n"
                }
                "QUIT" => "221 bye\r\n",
                _ => "250 ok\r\n",
            };
            if write.write_all(answer.as_bytes()).await.is_err() {
                break;
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_message_is_tried_again_later_under_the_same_message_id_and_sent_once() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);

    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let mail = MailTo::Smtp(format!("smtp://{}", listener.local_addr().expect("an address")));
    let (send, mut taken) = tokio::sync::mpsc::unbounded_channel();
    tokio::spawn(server(listener, send));
    let settings = Settings { mail, ..Settings::clone(&app.state.settings) };
    let state = AppState { settings: Arc::new(settings), ..app.state.clone() };
    let transport = Transport::new(&state.settings).expect("an SMTP transport");

    assert_eq!(worker::send_due(&state, &transport, || false).await.expect("a try"), 1);
    assert!(taken.try_recv().is_err(), "it was refused");
    assert_eq!(
        worker::send_due(&state, &transport, || false).await.expect("no try"),
        0,
        "not before a minute has gone"
    );

    app.clock().set(app.clock().now() + chrono::Duration::minutes(2));
    assert_eq!(worker::send_due(&state, &transport, || false).await.expect("a try"), 1);
    let letter = Letter::parse(taken.recv().await.expect("a message").as_bytes());
    assert_eq!(letter.to, mia.email);
    assert!(
        letter.message_id.ends_with("@omvendt") && letter.html.contains("Din kode er"),
        "{}",
        letter.html
    );
    assert_eq!(worker::send_due(&state, &transport, || false).await.expect("nothing left"), 0);
}
