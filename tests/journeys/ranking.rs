use omvendt::domain::PlacementKind;

use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn a_young_person_ranks_with_a_tie_and_a_no_thanks_and_gets_a_receipt_on_screen_and_by_mail()
{
    let app = TestApp::spawn().await;
    let (event, mia, browser) = app.ranker("Mia", ["Bageri", "Garage", "Gartneri"]).await;
    let [bakery, garage, nursery] = &event.companies[..] else { panic!("three companies") };
    let before = app.mails_to(&mia.email).await.len();

    let form = [
        (&*bakery.position(), "2"),
        (&*garage.position(), "2."),
        (&*nursery.position(), ""),
        (&*nursery.no_thanks(), "yes"),
    ];
    let receipt = browser.post_and_follow(&event.ranking, form).await;
    receipt.shows("Bageri og lige så gerne Garage").shows("Nej tak: Gartneri");
    receipt.shows("Du kan ændre den til torsdag den 8. oktober kl. 12");

    let mails = app.mails_to(&mia.email).await;
    assert_eq!(mails.len(), before + 1);
    let mail = mails.last().expect("a receipt");
    assert_eq!(mail.subject, "Din liste er gemt");
    assert!(!mail.text.contains("Bageri"), "{}", mail.text);

    browser.post(&event.ranking, form).await.has_status(303);
    assert_eq!(
        app.mails_to(&mia.email).await.len(),
        before + 1,
        "the same list again sends no second receipt"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn a_company_is_shown_with_the_places_it_has_confirmed_for_this_event() {
    let app = TestApp::spawn().await;
    let (event, _, browser) = app.ranker("Mia", ["Bageri", "Garage"]).await;
    let bakery = &event.companies[0];
    let card = format!("{}/companies/{}", event.page, bakery.id);
    app.place(bakery.id, PlacementKind::Training, 1, None).await;
    app.company_comes(&event, bakery, 3).await;
    browser.get(&card).await.shows("Pakke varer").shows("3 pladser").hides("Prøv os");
    browser.get(&event.ranking).await.shows("Afklaring").hides("Træning");

    app.company_comes(&event, bakery, 0).await;
    browser.get(&card).await.shows("Bageri er et lille sted").hides("Pakke varer").hides("1 plads");
    let rows = browser.get(&event.ranking).await;
    rows.shows("Bageri");
    assert_eq!(rows.text().matches("Afklaring").count(), 1, "the other company's: {}", rows.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_ranking_can_be_changed_until_the_set_time_and_not_after() {
    let app = TestApp::spawn().await;
    let (event, _, browser) = app.ranker("Mia", ["Bageri", "Garage"]).await;
    let [bakery, garage] = &event.companies[..] else { panic!("two companies") };

    browser.post_and_follow(&event.ranking, [(&*bakery.position(), "1")]).await.shows("Bageri");
    browser
        .post_and_follow(&event.ranking, [(&*garage.position(), "1")])
        .await
        .shows("Garage")
        .hides("Bageri");
    app.clock().set(event.ranking_closes_at);
    browser.post(&event.ranking, [(&*bakery.position(), "1")]).await.refused("Listerne er lukket");
    browser.get(&event.ranking).await.shows("Garage").shows("Du kan ikke ændre din liste mere");
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts_the_buttons_move_a_row_and_the_draft_waits_until_it_is_saved() {
    let app = TestApp::spawn().await;
    let (event, _, browser) = app.ranker("Mia", ["Bageri", "Garage"]).await;
    let [bakery, garage] = &event.companies[..] else { panic!("two companies") };

    let choose = format!("choose {}", garage.id);
    let page = browser.post_and_follow(&event.ranking, [("move", &*choose)]).await;
    page.shows("Listen er ikke gemt endnu. Tryk „Gem min liste“ nederst.");
    assert_eq!(page.value(&garage.position()), "1");

    let choose = format!("choose {}", bakery.id);
    let page = browser
        .post_and_follow(&event.ranking, [("move", &*choose), (&*garage.position(), "1")])
        .await;
    assert_eq!(
        (page.value(&garage.position()), page.value(&bakery.position())),
        ("1".into(), "2".into())
    );

    let tie = format!("tie {}", bakery.id);
    let form = [("move", &*tie), (&*garage.position(), "1"), (&*bakery.position(), "2")];
    let page = browser.post_and_follow(&event.ranking, form).await;
    assert_eq!(page.value(&bakery.position()), "1");
    browser.get(&format!("{}/receipt", event.ranking)).await.redirects_to(&event.ranking);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_number_gets_a_sentence_beside_it_and_everything_typed_stays() {
    let app = TestApp::spawn().await;
    let (event, _, browser) = app.ranker("Mia", ["Bageri", "Garage"]).await;
    let [bakery, garage] = &event.companies[..] else { panic!("two companies") };

    let form = [(&*bakery.position(), "først"), (&*garage.position(), "2")];
    let page = browser.post(&event.ranking, form).await;
    page.refused("Skriv et tal, fx 1 eller 2");
    assert_eq!(
        (page.value(&bakery.position()), page.value(&garage.position())),
        ("først".into(), "2".into())
    );
    browser.get(&event.ranking).await.hides("Sidst gemt");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_event_one_is_not_invited_to_is_not_there() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    let noah = app.young_person("Noah").await;
    app.invite(&event, &[&mia]).await;
    let browser = app.sign_in(&noah.email).await;
    let company = format!("{}/companies/{}", event.page, event.companies[0].id);
    for path in [&event.ranking, &company] {
        browser.get(path).await.not_found();
    }
    browser.post(&event.ranking, [(&*event.companies[0].position(), "1")]).await.not_found();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_favourite_is_found_first_among_those_not_chosen_yet() {
    let app = TestApp::spawn().await;
    let (event, _, browser) = app.ranker("Mia", ["Bageri", "Garage"]).await;
    let garage = event.companies[1].id;

    let favourite = format!("{}/favourites/{garage}", event.page);
    browser
        .post_and_follow(&favourite, [("marked", "yes")])
        .await
        .shows("Du har valgt den som favorit");
    browser.post(&favourite, [("marked", "yes")]).await.has_status(303);
    let text = browser.get(&event.ranking).await.text();
    assert!(
        text.find("Garage").expect("the garage") < text.find("Bageri").expect("the bakery"),
        "{text}"
    );
    browser.post_and_follow(&favourite, [("marked", "no")]).await.shows("Husk den som favorit");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_not_ranked_gets_one_kind_reminder_and_who_has_gets_none() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.invite(&event, &[&mia, &noah]).await;
    let browser = app.sign_in(&mia.email).await;
    browser.post(&event.ranking, [(&*event.companies[0].position(), "1")]).await.has_status(303);
    app.hold(&event).await;
    app.clock().set(event.ranking_closes_at - chrono::Duration::hours(10));

    let reminders = async |email: &str| {
        app.mails_to(email)
            .await
            .into_iter()
            .filter(|mail| mail.subject == "Du kan stadig vælge")
            .count()
    };
    assert_eq!((reminders(&mia.email).await, reminders(&noah.email).await), (0, 1));
    app.run_due().await;
    assert_eq!(reminders(&noah.email).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_consultant_ranks_together_with_somebody_and_that_is_written_down() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.invite(&event, &[&mia]).await;
    let sofie = app.signed_in(app.sofie().await).await;

    let together = format!("{}/people/{}/ranking", event.desk, mia.id);
    sofie.get(&together).await.shows("Det bliver skrevet ned, at I gjorde det sammen");
    sofie
        .post_and_follow(&together, [(&*event.companies[0].position(), "1")])
        .await
        .shows("Listen er gemt")
        .shows("I gjorde det sammen. Mia kan selv se den")
        .shows("Bageri");

    let browser = app.sign_in(&mia.email).await;
    browser.get(&format!("{}/receipt", event.ranking)).await.shows("Bageri");
}

#[tokio::test(flavor = "multi_thread")]
async fn two_presses_at_once_save_one_list_and_send_one_receipt() {
    let app = TestApp::spawn().await;
    let (event, mia, browser) = app.ranker("Mia", ["Bageri", "Garage"]).await;
    let [bakery, garage] = &event.companies[..] else { panic!("two companies") };
    let draft = format!("{}/draft", event.ranking);
    let (one, other) = (bakery.position(), garage.position());
    let form = [(&*one, "1"), (&*other, "2")];

    let (first, second, third) = tokio::join!(
        browser.post(&event.ranking, form),
        browser.post(&event.ranking, form),
        browser.post(&draft, form),
    );
    first.has_status(303);
    second.has_status(303);
    third.has_status(200);
    let letters = app.mails_to(&mia.email).await;
    assert_eq!(letters.iter().filter(|letter| letter.subject == "Din liste er gemt").count(), 1);
    browser.get(&format!("{}/receipt", event.ranking)).await.shows("Bageri").shows("Garage");
}
