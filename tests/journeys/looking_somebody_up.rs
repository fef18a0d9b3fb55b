//! Whoever reads about a young person leaves a trace, also when what they pressed was refused.

use omvendt::app::table::ACCESS;
use omvendt::domain::{PlacementId, Role};

use crate::support::TestApp;

/// Who presses.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Sofie,
    Karen,
}
use Who::{Karen, Sofie};

/// Of which of Mia's two placements: the agreed one, or the one that came to nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Of {
    Agreed,
    Gone,
}
use Of::{Agreed, Gone};

type Press = (&'static str, Who, Of, &'static [(&'static str, &'static str)]);

/// Every press about a placement that can be refused, with what it is refused for.
const PRESSES: &[Press] = &[
    (
        "/placements/{placement}/checklist/{item}",
        Karen,
        Agreed,
        &[("text", "X"), ("revision", "9")],
    ),
    (
        "/placements/{placement}/checklist/{item}",
        Sofie,
        Agreed,
        &[("text", "X"), ("revision", "9")],
    ),
    ("/placements/{placement}/checklist/{item}/confirmation", Sofie, Agreed, &[("revision", "9")]),
    ("/placements/{placement}/checklist/{item}/confirmation", Karen, Agreed, &[("revision", "9")]),
    ("/placements/{placement}/checklist/{item}/notes", Sofie, Agreed, &[]),
    ("/placements/{placement}/checklist/{item}/notes", Karen, Agreed, &[]),
    ("/placements/{placement}/checklist/{item}/irrelevance", Sofie, Agreed, &[("revision", "9")]),
    ("/placements/{placement}/acceptance", Sofie, Gone, &[("party", "young_person")]),
    ("/placements/{placement}/talk", Sofie, Agreed, &[("party", "company")]),
    ("/placements/{placement}/refusal", Sofie, Gone, &[("party", "company")]),
    ("/placements/{placement}/withdrawal", Sofie, Agreed, &[]),
    ("/placements/{placement}/dates", Sofie, Agreed, &[]),
    ("/placements/{placement}/grant", Sofie, Agreed, &[]),
    ("/placements/{placement}/voice", Sofie, Agreed, &[]),
    ("/placements/{placement}/start", Sofie, Agreed, &[]),
    ("/placements/{placement}/end", Sofie, Agreed, &[]),
    ("/placements/{placement}/switch", Sofie, Agreed, &[]),
    ("/placements/{placement}/outcome", Sofie, Agreed, &[]),
    ("/placements/{placement}/mentor", Sofie, Agreed, &[]),
    ("/placements/{placement}/mentor", Karen, Agreed, &[]),
    ("/placements/{placement}/observations", Karen, Agreed, &[]),
];

/// The young person's own, and one about a published match, which the stories of matches press.
const OTHERS: &[&str] =
    &["/placements/{placement}/disclosures", "/desk/placements/{placement}/repair"];

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_press_about_a_placement_is_looking_somebody_up_too() {
    for access in ACCESS.iter().filter(|access| access.path.contains("{placement}")) {
        let is_told = PRESSES.iter().any(|press| press.0 == access.path);
        let is_post = access.method.as_str() == "POST";
        assert!(!is_post || is_told || OTHERS.contains(&access.path), "{} is new", access.path);
    }
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let bakery = app.company("Bager Buhl").await;
    let agreed = app.agreed_placement(&mia, &bakery).await;
    let gone = app.proposal(&mia, &bakery).await;
    let sofie = app.signed_in(bakery.consultant).await;
    let why = [("why", "Bageriet lukker")];
    sofie.post(&format!("/placements/{gone}/withdrawal"), why).await.has_status(303);
    let karen = app.signed_in(bakery.member).await;

    for (path, who, of, form) in PRESSES {
        let (browser, by) =
            if *who == Sofie { (&sofie, bakery.consultant) } else { (&karen, bakery.member) };
        let path = filled(path, if *of == Agreed { agreed } else { gone });
        let before = app.looks(mia.account, by).await;
        browser.post(&path, *form).await.has_status(422);
        assert!(app.looks(mia.account, by).await > before, "{path} leaves no trace");
    }
}

fn filled(path: &str, placement: PlacementId) -> String {
    path.replace("{placement}", &placement.to_string()).replace("{item}", "hours")
}

#[tokio::test(flavor = "multi_thread")]
async fn so_is_a_refused_change_of_the_person_and_a_press_at_the_door() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet"]).await;
    app.invite(&event, &[&mia]).await;
    let by = app.sofie().await;
    let sofie = app.signed_in(by).await;
    let too_early = format!("{}/check-in/{}", event.desk, mia.id);
    for path in [format!("/desk/young-people/{}/edit", mia.id), too_early] {
        let before = app.looks(mia.account, by).await;
        sofie.post(&path, []).await.has_status(422);
        assert!(app.looks(mia.account, by).await > before, "{path} leaves no trace");
    }
    app.clock().set(event.ends_at);
    let sofie = app.signed_in(by).await;
    let before = app.looks(mia.account, by).await;
    let attendance = format!("{}/people/{}/attendance", event.desk, mia.id);
    sofie.post(&attendance, [("answer", "yes")]).await.has_status(422);
    assert!(app.looks(mia.account, by).await > before, "{attendance} leaves no trace");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_who_reads_to_whom_mail_went_has_looked_them_up() {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    app.browser().post("/sign-in", [("email", mia.email.as_str())]).await.has_status(303);
    let henrik = app.account(Role::Administrator, "Henrik").await;
    let admin = app.signed_in(henrik).await;
    admin.get("/admin/mail").await.shows("Ingen mails her");
    assert_eq!(app.looks(mia.account, henrik).await, 0);
    admin.get("/admin/mail?status=queued").await.shows(&mia.email);
    assert_eq!(app.looks(mia.account, henrik).await, 1);
}
