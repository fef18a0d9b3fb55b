use omvendt::domain::{CallKind, HostAnswer};

use crate::support::{TestApp, YoungPerson};

#[tokio::test(flavor = "multi_thread")]
async fn a_place_that_asks_for_a_licence_is_out_of_reach_and_the_review_says_why() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Vognmand", "Bageri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.requires(&event.companies[0], "big_truck", "Kørekort til lastbil").await;
    let lists: [(_, &[usize]); 2] = [(&mia, &[0]), (&noah, &[0, 1])];
    app.chosen(&event, lists, &[HostAnswer::CanHost; 2]).await;

    let run = format!("{}/match/{}", event.desk, app.run_match(&event).await);
    let sofie = app.signed_in(app.sofie().await).await;
    let review = sofie.get(&run).await;
    review
        .shows("Virksomheden på listen kræver: kørekort til lastbil")
        .shows("Fik valg nummer 2 ud af 2");
    let asked = format!("{run}?person={}&place={}", mia.id, event.companies[0].place);
    sofie.get(&asked).await.shows("Pladsen kræver noget, som ikke står hos Mia");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);

    let calls = app.calls_about(&mia).await;
    let call = calls.iter().find(|call| call.kind == CallKind::Unplaced).expect("a call");
    sofie.post(&format!("/desk/calls/{}/conversation", call.id), []).await.has_status(303);
    let hers = app.signed_in(mia.account).await.get(&format!("{}/result", event.page)).await;
    hers.shows("kræver de noget, som ikke står hos os: kørekort til lastbil");
}

#[tokio::test(flavor = "multi_thread")]
async fn not_now_leaves_a_companys_places_out_without_blame() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let lists: [(_, &[usize]); 2] = [(&mia, &[0]), (&noah, &[0, 1])];
    app.chosen(&event, lists, &[HostAnswer::NotNow, HostAnswer::CanHost]).await;

    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&format!("{}/match", event.desk)).await.shows("Afklaring: ikke lige nu");
    let run = format!("{}/match/{}", event.desk, app.run_match(&event).await);
    sofie.get(&run).await.shows("Virksomheden på listen kan ikke være vært lige nu");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);
    assert!(app.placements_of(&mia).await.is_empty());
    let his = app.signed_in(noah.account).await.get(&format!("{}/result", event.page)).await;
    his.shows("Du har fået en plads hos Garage");
    let bakery = app.signed_in(event.companies[0].account).await;
    bakery.get(&format!("{}/result", event.company_page)).await.hides("Mia").hides("Noah");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_rings_somebody_left_out_by_hand_knows_who_decided_it_and_why() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let lists: [(_, &[usize]); 2] = [(&mia, &[0]), (&noah, &[0])];
    app.chosen(&event, lists, &[HostAnswer::CanHost]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let (person, place) = (noah.id.to_string(), event.companies[0].place.to_string());
    let pin = [
        ("person", person.as_str()),
        ("kind", "pin"),
        ("place", place.as_str()),
        ("reason", "Kan gå derhen"),
    ];
    sofie.post(&format!("{}/adjustments", event.desk), pin).await.has_status(303);

    let run = format!("{}/match/{}", event.desk, app.run_match(&event).await);
    let decided = "Sofie gav en af pladserne til en anden. Grunden står ved den, der fik den.";
    sofie.get(&run).await.shows(decided).shows("Fastgjort af Sofie: Kan gå derhen.");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);
    let calls = app.calls_about(&mia).await;
    let call = calls.iter().find(|call| call.kind == CallKind::Unplaced).expect("a call");
    let told = "Sofie har ved et valg givet en af pladserne til en anden.";
    assert!(call.words.starts_with(told), "{}", call.words);
    assert!(!call.words.contains("Kan gå derhen"), "that is about Noah: {}", call.words);
    sofie.post(&format!("/desk/calls/{}/conversation", call.id), []).await.has_status(303);
    let hers = app.signed_in(mia.account).await.get(&format!("{}/result", event.page)).await;
    hers.shows("Sofie har fortalt dig hvorfor").hides("Kan gå derhen");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_ruled_out_by_hand_is_given_as_a_reason_only_where_it_was_wanted_more() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage", "Frisør"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let ali = app.young_person("Ali").await;
    let lists: [(_, &[usize]); 3] = [(&mia, &[0, 1, 2]), (&noah, &[2]), (&ali, &[0])];
    app.chosen(&event, lists, &[HostAnswer::CanHost; 3]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let rules_out = async |person: &YoungPerson, company: usize, reason| {
        let (person, place) = (person.id.to_string(), event.companies[company].place.to_string());
        let form = [
            ("person", person.as_str()),
            ("kind", "forbid"),
            ("place", place.as_str()),
            ("reason", reason),
        ];
        sofie.post(&format!("{}/adjustments", event.desk), form).await.has_status(303);
    };
    rules_out(&mia, 0, "Der arbejder hendes onkel").await;
    rules_out(&mia, 2, "Der er for langt").await;
    rules_out(&noah, 2, "Der er for mange trapper").await;

    let run = format!("{}/match/{}", event.desk, app.run_match(&event).await);
    let page = sofie.get(&run).await;
    page.shows("Må ikke få Bageri, bestemt af Sofie: Der arbejder hendes onkel.");
    page.hides("Må ikke få Frisør, bestemt af Sofie: Der er for langt");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);
    let hers = app.signed_in(mia.account).await.get(&format!("{}/result", event.page)).await;
    hers.shows("Garage").shows("Din kontakt fortæller dig hvorfor").hides("onkel");
    let calls = app.calls_about(&noah).await;
    let call = calls.iter().find(|call| call.kind == CallKind::Unplaced).expect("a call");
    let told = "Sofie har bestemt, at det ikke kan være Frisør: Der er for mange trapper. Fortæl det, som det er, og \
                nævn ingen andre unge.";
    assert_eq!(call.words, told);
}

#[tokio::test(flavor = "multi_thread")]
async fn who_wants_to_talk_first_gets_the_proposal_with_a_talk() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri"]).await;
    let mia = app.young_person("Mia").await;
    app.chosen(&event, [(&mia, &[0])], &[HostAnswer::TalkFirst]).await;
    let run = format!("{}/match/{}", event.desk, app.run_match(&event).await);
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&format!("{run}/publication")).await.shows("Bageri vil tale først");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);

    assert_eq!(app.open_calls(CallKind::TalkFirst).await.len(), 1);
    sofie.get("/desk/calls").await.shows("Vil tale, før der siges ja").shows("Bageri");
    let placement = format!("/placements/{}", app.proposed(&mia).await);
    sofie.get(&placement).await.shows("Virksomheden vil gerne tale, før den siger ja");
    let hers = app.signed_in(mia.account).await.get(&format!("{}/result", event.page)).await;
    hers.shows("Bageri vil gerne tale med dig, før I siger ja. Det er helt normalt");
    let bakery = app.signed_in(event.companies[0].account).await;
    bakery
        .get(&format!("{}/result", event.company_page))
        .await
        .shows("I har bedt om at tale sammen først. Vi ringer til jer");
    bakery.post(&format!("{placement}/acceptance"), []).await.has_status(303);
    assert!(app.open_calls(CallKind::TalkFirst).await.is_empty(), "a yes settles the talk");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mentor_of_the_municipality_with_too_many_stops_the_publication() {
    let app = TestApp::spawn().await;
    let event = app.match_event(["Bageri", "Garage"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let bo = app.mentor(None, "Bo Lund", 1).await;
    for company in &event.companies {
        app.mentored(company, bo).await;
    }
    let lists: [(_, &[usize]); 2] = [(&mia, &[0]), (&noah, &[1])];
    app.chosen(&event, lists, &[HostAnswer::CanHost; 2]).await;

    let run = format!("{}/match/{}", event.desk, app.run_match(&event).await);
    let sofie = app.signed_in(app.sofie().await).await;
    let warning = "Bo hjælper i flere virksomheder og ville få 2 unge. Der er plads til 1";
    sofie.get(&run).await.shows(warning);
    let publication = format!("{run}/publication");
    let page = sofie.get(&publication).await;
    page.shows(warning).shows("Ret for en af mentorens unge").hides("Ikke endnu");
    sofie.post(&publication, []).await.refused("Ret for en af mentorens unge");
    assert!(app.placements_of(&mia).await.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_waited_comes_first_among_equals() {
    let app = TestApp::spawn().await;
    let first = app.match_event(["Bageri"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    let lists: [(_, &[usize]); 2] = [(&mia, &[0]), (&noah, &[0])];
    app.chosen(&first, lists, &[HostAnswer::CanHost]).await;
    let run = format!("{}/match/{}/publication", first.desk, app.run_match(&first).await);
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.post(&run, []).await.has_status(303);
    let waited = if app.placements_of(&mia).await.is_empty() { mia } else { noah };

    let next = app.next_match_event(&first, ["Garage"]).await;
    let newcomers = [
        app.young_person("Emma").await,
        app.young_person("Sara").await,
        app.young_person("Ali").await,
        app.young_person("Ida").await,
    ];
    let [emma, sara, ali, ida] = &newcomers;
    let lists: [(_, &[usize]); 5] =
        [(emma, &[0]), (sara, &[0]), (ali, &[0]), (ida, &[0]), (&waited, &[0])];
    app.chosen(&next, lists, &[HostAnswer::CanHost]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    sofie.get(&format!("{}/match", next.desk)).await.shows("Venter siden før");
    let run = format!("{}/match/{}", next.desk, app.run_match(&next).await);
    sofie.get(&run).await.shows("Den, der har ventet længst, gik forud");
    sofie.post(&format!("{run}/publication"), []).await.redirects_to(&run);
    assert_eq!(app.placements_of(&waited).await.len(), 1);
    let his = app.signed_in(waited.account).await.get(&format!("{}/result", next.page)).await;
    his.shows("Du har fået en plads hos Garage");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_a_placement_already_is_told_so_and_not_that_a_list_is_missing() {
    let app = TestApp::spawn().await;
    let company = app.company("Bager Buhl").await;
    let event = app.match_event(["Garage"]).await;
    let (mia, noah) = (app.young_person("Mia").await, app.young_person("Noah").await);
    app.running_placement(&mia, &company).await;
    let lists: [(_, &[usize]); 2] = [(&mia, &[0]), (&noah, &[0])];
    app.chosen(&event, lists, &[HostAnswer::CanHost]).await;
    let sofie = app.signed_in(app.sofie().await).await;
    let page = format!("{}/match", event.desk);
    sofie.get(&page).await.shows("Har en plads eller et forslag");
    let id = app.run_match(&event).await;
    sofie.post(&format!("{page}/{id}/publication"), []).await.has_status(303);

    let hers = app.signed_in(mia.account).await.get(&format!("{}/result", event.page)).await;
    hers.shows("Du har allerede en praktik. Derfor var du ikke med i matchen");
    let garage = app.signed_in(event.companies[0].account).await;
    let front = garage.get("/company").await;
    front.shows("Svaret fra mødet onsdag den 7. oktober");
    let result = format!("{}/result", event.company_page);
    assert_eq!(front.address_below(&result), result);
    garage.get(&result).await.shows("Noah").hides("Mia");
}
