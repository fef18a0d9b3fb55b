//! The process is killed while the room ranks, arrives and answers. What it answered is there, nothing is there twice,
//! and a phone that followed comes back by itself.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use omvendt::domain::{AccountId, CompanyId, MatchEventId, RankingStage, YoungPersonId};
use omvendt::entities::{event_young_person, host_answer, mail, ranking};
use omvendt::features::{event_days, match_events, rankings};
use omvendt::state::Db;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::Value;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::task::JoinSet;
use tokio::time::{interval, timeout};

use crate::support::{Browser, MatchEvent, Program, TestApp, YoungPerson};

/// What phones are promised after a restart.
const BACK_WITHIN: Duration = Duration::from_secs(5);
/// How much of each kind has been answered when the process is killed.
const ENOUGH: usize = 40;
const RANKING: usize = 12;
const ARRIVING: usize = 60;
const HOST_ANSWERS: [&str; 3] = ["can_host", "talk_first", "not_now"];

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Ranking,
    CheckIn,
    CanHost,
}

/// An event that is under way.
struct Room {
    app: TestApp,
    event: MatchEvent,
    ranking: Vec<YoungPerson>,
    arriving: Vec<YoungPerson>,
    consultants: [AccountId; 2],
    program: Program,
}

impl Room {
    async fn open() -> Self {
        let app = TestApp::spawn().await;
        let (mut ranking, mut arriving) = (Vec::new(), Vec::new());
        for number in 0..RANKING {
            ranking.push(app.young_person(&format!("Mia{number}")).await);
        }
        for number in 0..ARRIVING {
            arriving.push(app.young_person(&format!("Ali{number}")).await);
        }
        let consultants = [app.sofie().await, app.consultant("Mads").await];
        let companies = ["Bageriet", "Cykelhuset", "Garagen", "Havnen", "Skovbo"];
        let event = app.match_event(companies).await;
        app.invite(&event, &ranking.iter().chain(&arriving).collect::<Vec<_>>()).await;
        app.clock().set(event.starts_at);
        let txn = app.state.write().await.expect("a transaction");
        for person in &ranking {
            let came = match_events::check_in(&txn, event.starts_at, event.id, person.id).await;
            came.expect("a check-in").expect("they are in");
        }
        let started = match_events::start(&txn, &app.state, event.id).await;
        started.expect("a start").expect("the event is under way");
        event_days::usual::begin(&txn, &app.state, event.id).await.expect("a day");
        txn.commit().await.expect("a commit");
        let program = Program::taking_over(&app).await;
        Self { app, event, ranking, arriving, consultants, program }
    }
}

async fn signed_in(url: &str, account: AccountId) -> Browser {
    let browser = Browser::new(url);
    browser.post(&format!("/dev/personas/{account}"), []).await.has_status(303);
    browser
}

/// Somebody who sends one thing after the other until the server is gone, and tells of each that was answered.
async fn sends<Answer: Future<Output = Option<u16>>>(
    kind: Kind,
    told: UnboundedSender<Kind>,
    send: impl Fn(usize) -> Answer,
) -> usize {
    let mut answered = 0;
    while let Some(status) = send(answered).await {
        assert_eq!(status, 303, "{kind:?} number {answered}");
        answered += 1;
        // Nobody counts any more once the process is being killed.
        let _ = told.send(kind);
    }
    answered
}

/// In which order of the companies the `turn`th list stands: each is another than the one before.
fn order(companies: &[CompanyId], turn: usize) -> Vec<CompanyId> {
    let mut order = companies.to_vec();
    order.rotate_left(turn % companies.len());
    if turn / companies.len() % 2 == 1 {
        order.reverse();
    }
    order
}

async fn ranks(
    phone: Browser,
    event: MatchEventId,
    companies: Vec<CompanyId>,
    told: UnboundedSender<Kind>,
) -> usize {
    let (phone, path) = (&phone, &format!("/events/{event}/ranking"));
    let save = |turn| {
        let fields = (1..).zip(order(&companies, turn));
        let fields = fields.map(|(at, company)| (format!("position-{company}"), format!("{at}")));
        let fields: Vec<(String, String)> = fields.collect();
        async move {
            let form: Vec<_> = fields.iter().map(|(name, at)| (&**name, &**at)).collect();
            phone.try_post(path, form).await
        }
    };
    sends(Kind::Ranking, told, save).await
}

/// A browser's way of following: when the line breaks it comes back, as long after as the server has asked for.
async fn follows(phone: Browser, path: String, heard: UnboundedSender<Value>) {
    let mut following = phone.follow(&path).await;
    loop {
        while let Some(message) = following.next().await {
            if heard.send(message).is_err() {
                return;
            }
        }
        let wait = following.come_back_after.expect("the server says when to come back");
        let mut again = interval(wait);
        again.tick().await;
        following = loop {
            again.tick().await;
            if let Some(back) = phone.try_follow(&path).await {
                break back;
            }
        };
    }
}

async fn hears(phone: &mut UnboundedReceiver<Value>) -> Value {
    let heard = timeout(BACK_WITHIN, phone.recv()).await;
    heard.expect("the phone hears in time").expect("it still follows")
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_answered_is_lost_nothing_comes_twice_and_phones_come_back() {
    // The database goes with the app.
    let Room { app: _app, event, ranking, arriving, consultants, program } = Room::open().await;
    let mut first = program.start(&["demo"]);
    let url = first.line("ready ");
    let companies: Vec<CompanyId> = event.companies.iter().map(|company| company.id).collect();

    let (heard, mut phone) = unbounded_channel();
    let mia = signed_in(&url, ranking[0].account).await;
    tokio::spawn(follows(mia, format!("{}/day/changes", event.page), heard));
    let before = hears(&mut phone).await;

    let (told, mut answers) = unbounded_channel();
    let mut lists = JoinSet::new();
    for person in &ranking {
        let phone = signed_in(&url, person.account).await;
        let (id, saves) = (person.id, ranks(phone, event.id, companies.clone(), told.clone()));
        lists.spawn(async move { (id, saves.await) });
    }
    let mut doors = JoinSet::new();
    for (door, consultant) in consultants.into_iter().enumerate() {
        let staff = signed_in(&url, consultant).await;
        let mut people: Vec<YoungPersonId> = arriving.iter().map(|person| person.id).collect();
        people.rotate_left(door * ARRIVING / 2);
        let (list, told) = (format!("{}/check-in", event.desk), told.clone());
        doors.spawn(async move {
            let staff = &staff;
            let enter = |turn: usize| {
                let path = format!("{list}/{}", people[turn % people.len()]);
                async move { staff.try_post(&path, []).await }
            };
            let answered = sends(Kind::CheckIn, told, enter).await;
            people.into_iter().take(answered).collect::<Vec<_>>()
        });
    }
    let mut hosts = JoinSet::new();
    for company in &event.companies {
        let contact = signed_in(&url, company.account).await;
        let (id, path, told) =
            (company.id, format!("{}/host-answers", event.company_page), told.clone());
        hosts.spawn(async move {
            let (contact, path) = (&contact, &path);
            let answer = |turn: usize| async move {
                let answer = HOST_ANSWERS[turn % HOST_ANSWERS.len()];
                contact.try_post(path, [("host-clarification", answer)]).await
            };
            (id, sends(Kind::CanHost, told, answer).await)
        });
    }

    drop(told);
    let mut counts: BTreeMap<Kind, usize> = BTreeMap::new();
    while counts.len() < 3 || counts.values().any(|count| *count < ENOUGH) {
        let kind = answers.recv().await.expect("the storm goes on until the process is killed");
        *counts.entry(kind).or_default() += 1;
    }
    first.kill();
    let lists: BTreeMap<YoungPersonId, usize> = lists.join_all().await.into_iter().collect();
    let came: BTreeSet<YoungPersonId> = doors.join_all().await.into_iter().flatten().collect();
    let hosts: BTreeMap<CompanyId, usize> = hosts.join_all().await.into_iter().collect();

    let program = program.with("OMVENDT_LISTEN", url.trim_start_matches("http://"));
    let mut second = program.start(&["demo"]);
    assert_eq!(second.line("ready "), url);
    let back = hears(&mut phone).await;
    assert_eq!(back["version"], before["version"]);
    let (sofie, day) = (signed_in(&url, consultants[0]).await, format!("{}/day", event.desk));
    let seen = sofie.get(&day).await.value("seen");
    sofie.post(&day, [("press", "next"), ("seen", &seen)]).await.redirects_to(&day);
    assert!(hears(&mut phone).await["version"].as_i64() > before["version"].as_i64());

    let db = Db::connect(&program.database_url()).await.expect("a database");
    are_saved_once(&db, event.id, &companies, &lists).await;
    are_there_once(&db, event.id, &came, ranking.len() + arriving.len()).await;
    are_answered_once(&db, event.id, &hosts).await;
    db.close().await.expect("the database closes");
    second.terminate();
    assert_eq!(second.ended(), Some(0));
}

/// Whether what stands is what was answered last, or the one after it, whose answer the kill swallowed.
fn stands<T: PartialEq>(there: &T, answered: usize, turn: impl Fn(usize) -> T) -> bool {
    (answered > 0 && *there == turn(answered - 1)) || *there == turn(answered)
}

/// Each has one list, with the receipts of as many saves as there were.
async fn are_saved_once(
    db: &Db,
    event: MatchEventId,
    companies: &[CompanyId],
    lists: &BTreeMap<YoungPersonId, usize>,
) {
    let rows = ranking::Entity::find().filter(ranking::Column::EventId.eq(event));
    let rows = rows.all(&db.read).await.expect("rankings");
    assert!(rows.iter().all(|row| row.stage == RankingStage::Saved), "a draft nobody made");
    assert_eq!(rows.len(), lists.len(), "lists of people who rank");
    let saved = rankings::store::saved(&db.read, event).await.expect("rankings");
    for (person, answered) in lists {
        let (_, ranking) = saved.iter().find(|(whose, _)| whose == person).expect("a list");
        let there: Vec<CompanyId> = ranking.classes().iter().flatten().copied().collect();
        assert!(
            stands(&there, *answered, |turn| order(companies, turn)),
            "after {answered} answers the list is {there:?}"
        );
        let receipts = mail::Entity::find()
            .filter(mail::Column::Cause.starts_with(format!("ranking/{event}/{person}/saved/")));
        let receipts = receipts.all(&db.read).await.expect("mail").len();
        assert!(
            receipts == *answered || receipts == answered + 1,
            "{receipts} receipts of {answered} saves"
        );
    }
}

/// Everybody stands on the list once, and whoever was let in is in.
async fn are_there_once(
    db: &Db,
    event: MatchEventId,
    came: &BTreeSet<YoungPersonId>,
    invited: usize,
) {
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(event))
        .all(&db.read)
        .await
        .expect("the list");
    assert_eq!(lines.len(), invited);
    let there: BTreeSet<YoungPersonId> = lines
        .iter()
        .filter(|line| line.came_at.is_some())
        .map(|line| line.young_person_id)
        .collect();
    let lost: Vec<_> = came.difference(&there).collect();
    assert!(lost.is_empty(), "not checked in any more: {lost:?}");
}

/// Each company has one answer, the last.
async fn are_answered_once(db: &Db, event: MatchEventId, hosts: &BTreeMap<CompanyId, usize>) {
    let rows = host_answer::Entity::find().filter(host_answer::Column::EventId.eq(event));
    let rows = rows.all(&db.read).await.expect("answers");
    assert_eq!(rows.len(), hosts.len(), "answers of companies");
    for row in rows {
        let answered = hosts[&row.company_id];
        assert!(
            stands(&row.answer.as_str(), answered, |turn| HOST_ANSWERS[turn % 3]),
            "after {answered} answers it is {}",
            row.answer
        );
    }
}
