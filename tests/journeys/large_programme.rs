use omvendt::domain::{EventStatus, PlacementStatus, Role};
use omvendt::entities::{account, company, follow_up, match_event, placement, young_person};
use omvendt::seed::large::{self, Size};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder};

use crate::support::TestApp;

const SMALL: Size = Size { people: 240, companies: 24, events: 6 };

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
    sofie.get("/desk").await.shows("over tiden");
    sofie.get("/desk/young-people").await.shows("240");
    let companies = sofie.get("/desk/companies?stage=member").await;
    companies.shows("24");
    sofie.get("/desk/follow-ups?who=team").await.shows("Resten af ugen");
    sofie.get("/desk/placements").await.has_status(200);
    sofie.get("/figures").await.has_status(200);

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
