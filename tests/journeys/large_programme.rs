use chrono::{DateTime, Utc};
use omvendt::domain::{EventStatus, PlacementStatus, Role};
use omvendt::entities::{
    account, company, event_young_person, follow_up, match_event, placement, young_person,
};
use omvendt::seed::large::{self, Size};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::support::{Browser, TestApp};

const SMALL: Size = Size { people: 240, companies: 24, events: 6, in_the_room: 0 };

/// What `make bench` measures, in small: the pages stand, and their numbers are those of the rows.
#[tokio::test(flavor = "multi_thread")]
async fn a_large_programme_is_made_and_its_pages_count_it() {
    let app = TestApp::spawn().await;
    let opens = large::load(&app.state, app.clock().today(), SMALL).await.expect("it is made");
    app.clock().set(opens);
    let db = &app.state.db.read;
    assert_eq!(young_person::Entity::find().count(db).await.unwrap(), 240);
    let members = company::Entity::find().filter(company::Column::MemberSince.is_not_null());
    assert_eq!(members.count(db).await.unwrap(), 24);
    let closed = match_event::Entity::find()
        .filter(match_event::Column::Status.eq(EventStatus::Closed))
        .filter(match_event::Column::Venue.eq("Hallen"));
    assert_eq!(closed.count(db).await.unwrap(), 3);
    for status in [PlacementStatus::Proposed, PlacementStatus::Running, PlacementStatus::Ended] {
        let there = placement::Entity::find().filter(placement::Column::Status.eq(status));
        assert!(there.count(db).await.unwrap() > 4, "too few are {status}");
    }
    let held = follow_up::Entity::find().filter(follow_up::Column::DoneAt.is_not_null());
    assert!(held.count(db).await.unwrap() > 100, "too few follow-ups have been held");

    let sofie = app.sign_in_staff("sofie@example.org").await;
    sofie.get("/desk").await.has_status(200);
    sofie.get("/desk/young-people").await.shows("240");
    sofie.get("/desk/companies?stage=member").await.shows("24 virksomheder");
    sofie.get("/desk/follow-ups?who=team").await.shows("Senere");
    board_pages_are_those_of_the_rows(&app, &sofie).await;
    sofie.get("/desk/placements").await.has_status(200);
    sofie.get("/desk/groups").await.shows("Hold 1");
    let sheet = sofie.get("/figures.csv?year=2026").await;
    let invited = sheet.html.lines().skip(1).filter_map(|line| line.split(';').nth(1));
    let invited: u64 = invited.filter_map(|number| number.parse::<u64>().ok()).sum();
    assert_eq!(invited, invited_in_2026(&app).await);

    let amir = app.sign_in("amir@example.org").await;
    let ranking = amir.get("/me").await.address_of("main a[href$='/ranking']", "href");
    amir.get(&ranking).await.has_status(200);

    let somebody = account::Entity::find()
        .filter(account::Column::Role.eq(Role::YoungPerson))
        .filter(account::Column::EmailFolded.is_not_null())
        .order_by_desc(account::Column::Id)
        .one(db)
        .await
        .unwrap()
        .expect("the newest of the crowd");
    app.signed_in(somebody.id).await.get("/me").await.has_status(200);
}

/// What `make bench-day` measures, in small.
#[tokio::test(flavor = "multi_thread")]
async fn part_of_it_can_be_in_the_room_where_everybody_has_a_table() {
    let app = TestApp::spawn().await;
    let size = Size { in_the_room: 30, ..SMALL };
    app.clock().set(large::load(&app.state, app.clock().today(), size).await.expect("it is made"));
    let db = &app.state.db.read;
    let live = match_event::Entity::find()
        .filter(match_event::Column::Status.eq(EventStatus::Live))
        .one(db)
        .await
        .unwrap()
        .expect("an event that is under way");
    let came = event_young_person::Entity::find()
        .filter(event_young_person::Column::EventId.eq(live.id))
        .filter(event_young_person::Column::CameAt.is_not_null())
        .order_by_desc(event_young_person::Column::Id)
        .all(db)
        .await
        .unwrap();
    assert!(came.len() >= 30, "only {} came", came.len());
    let person = young_person::Entity::find_by_id(came[0].young_person_id).one(db).await.unwrap();
    let phone = app.signed_in(person.expect("one of the crowd").account_id).await;
    phone.get(&format!("/events/{}/day", live.id)).await.shows(": Du sidder ved bord");
    phone.get(&format!("/events/{}/ranking", live.id)).await.has_status(200);
    let sofie = app.sign_in_staff("sofie@example.org").await;
    let day = format!("/desk/events/{}/day", live.id);
    sofie.get(&day).await.hides("Bordplanen passer ikke længere");
}

/// The board's pages, for the team and for one consultant, on all days and on some.
async fn board_pages_are_those_of_the_rows(app: &TestApp, sofie: &Browser) {
    let db = &app.state.db.read;
    let today = app.clock().today();
    let open = follow_up::Entity::find()
        .filter(follow_up::Column::DoneAt.is_null())
        .filter(follow_up::Column::DroppedAt.is_null());
    let rows = open.all(db).await.unwrap();
    let owner = rows[0].owner_id;
    for (who, is_theirs) in [("team".to_owned(), None), (owner.to_string(), Some(owner))] {
        for when in ["", "overdue"] {
            let wanted = |row: &&follow_up::Model| {
                is_theirs.is_none_or(|owner| row.owner_id == owner)
                    && (when.is_empty() || row.due_on < today)
            };
            let pages = rows.iter().filter(wanted).count().div_ceil(50).max(1);
            let board = format!("/desk/follow-ups?who={who}&when={when}&page=");
            let last = sofie.get(&format!("{board}9999")).await;
            if pages > 1 {
                last.shows(&format!("Side {pages} af {pages}"));
            } else {
                last.hides("class=\"pages\"");
            }
        }
    }
    assert!(rows.len() > 50, "one page is no test");
}

async fn invited_in_2026(app: &TestApp) -> u64 {
    let db = &app.state.db.read;
    let starts = match_event::Column::StartsAt;
    let events = match_event::Entity::find()
        .filter(starts.gte("2025-12-31T23:00:00Z".parse::<DateTime<Utc>>().unwrap()))
        .filter(starts.lt("2026-12-31T23:00:00Z".parse::<DateTime<Utc>>().unwrap()))
        .filter(match_event::Column::Status.ne(EventStatus::Cancelled))
        .all(db)
        .await
        .unwrap();
    let lines = event_young_person::Entity::find()
        .filter(event_young_person::Column::InvitedAt.is_not_null())
        .filter(event_young_person::Column::EventId.is_in(events.iter().map(|event| event.id)));
    lines.count(db).await.unwrap()
}
