//! A demo and a programme keep apart: the one is for looking, the other is people's.

use std::time::Duration;

use omvendt::entities::account;
use omvendt::features::programme;
use omvendt::state::Db;
use sea_orm::{EntityTrait, PaginatorTrait};
use tokio::net::TcpListener;

use crate::support::{Browser, Program};

/// Somebody on the staff, as a programme begins.
fn add(program: &Program, name: &str) {
    let email = format!("{name}@example.dk");
    let added = program.run(&["account", "add", "--name", name, "--email", &email]);
    assert!(added.status.success(), "{}", String::from_utf8_lossy(&added.stderr));
}

/// The database stands as a demo left it.
async fn mark(program: &Program) {
    let db = Db::connect(&program.database_url()).await.expect("a database");
    let txn = db.begin().await.expect("a transaction");
    programme::set(&txn, "demo_clock", "0").await.expect("a setting");
    txn.commit().await.expect("a commit");
    db.close().await.expect("the database closes");
}

async fn accounts(program: &Program) -> u64 {
    let db = Db::connect(&program.database_url()).await.expect("a database");
    let count = account::Entity::find().count(&db.read).await.expect("a count");
    db.close().await.expect("the database closes");
    count
}

fn refuses(program: &Program, arguments: &[&str], says: &str) {
    let ended = program.run(arguments);
    let said = String::from_utf8(ended.stderr).expect("text");
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.contains(says) && said.trim().lines().count() == 1, "{says}: {said}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_is_never_told_into_a_programme_nor_takes_its_place() {
    let program = Program::new().await;
    add(&program, "lene");
    for arguments in [&["demo"][..], &["demo", "--fresh"]] {
        refuses(&program, arguments, "OMVENDT_DATABASE_URL");
        assert_eq!(accounts(&program).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_sends_its_mail_to_a_folder_whatever_the_settings_say() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let mail = format!("smtp://{}", listener.local_addr().expect("an address"));
    let program = Program::new().await.with("OMVENDT_MAIL_URL", &mail);
    add(&program, "lene");
    mark(&program).await;
    let mut demo = program.start(&["demo"]);
    let browser = Browser::new(&demo.line("ready "));
    let folder = program.folder.path().join("mail");
    let sent = async {
        let letters = || std::fs::read_dir(&folder).into_iter().flatten().flatten();
        while !letters().any(|file| file.path().extension().is_some_and(|ext| ext == "eml")) {
            browser.get("/healthz").await.has_status(200);
        }
    };
    tokio::time::timeout(Duration::from_secs(60), sent).await.expect("a letter in the folder");
    let called = tokio::time::timeout(Duration::ZERO, listener.accept()).await;
    assert!(called.is_err(), "the mail server was called");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demos_people_are_not_served_to_others() {
    let elsewhere = ("OMVENDT_PUBLIC_URL", "https://omvendt.example.dk");
    let program = Program::new().await.with(elsewhere.0, elsewhere.1);
    add(&program, "lene");
    let mut server = program.start(&["serve"]);
    server.line("ready ");
    server.terminate();
    assert_eq!(server.ended(), Some(0));

    mark(&program).await;
    refuses(&program, &["serve"], "OMVENDT_PUBLIC_URL is https://omvendt.example.dk");
    for here in ["http://localhost:8080", "http://[::1]:8080"] {
        let program = Program::new().await.with(elsewhere.0, here);
        add(&program, "lene");
        mark(&program).await;
        let mut server = program.start(&["serve"]);
        server.line("ready ");
        server.terminate();
        assert_eq!(server.ended(), Some(0));
    }
}
