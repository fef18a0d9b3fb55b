//! A young person's yes is to the words that stood there.

use omvendt::domain::Role;
use omvendt::features::placements;

use crate::support::{Browser, Seen, TestApp};

const GOAL: &str = "Finde ud af, om jeg vil være bager";
const NEW_GOAL: &str = "Øve mig i at møde hver dag";
const SAYS_YES_AGAIN: &str = "Den unge skal sige ja igen, før en virksomhed kan se";

async fn save_with(sofie: &Browser, path: &str, field: &str, value: &str) -> Seen {
    let mut form = sofie.get(path).await.form();
    form.retain(|(name, _)| name != field);
    form.push((field.to_owned(), value.to_owned()));
    let form: Vec<(&str, &str)> = form.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let page = sofie.post_and_follow(path, form).await;
    page.shows("Oplysningerne er gemt");
    page
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_rewritten_is_shown_to_the_company_only_after_another_yes() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let path = placements::path(app.agreed_placement(&mia, &bakery).await);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    let sofie = app.signed_in(app.sofie().await).await;
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    let disclosures = format!("{path}/disclosures");
    let purpose = format!("{path}/checklist/purpose");
    let give = |item: &'static str| [("item", item), ("act", "give")];

    save_with(&sofie, &edit, "phone", "11 22 33 44").await.hides(SAYS_YES_AGAIN);
    her.post(&disclosures, give("goal")).await.redirects_to(&path);
    her.post(&disclosures, give("phone")).await.redirects_to(&path);
    it.get(&path).await.shows(GOAL).shows("11 22 33 44");

    save_with(&sofie, &edit, "goal", NEW_GOAL).await.shows(SAYS_YES_AGAIN);
    it.get(&path).await.hides(GOAL).hides(NEW_GOAL).shows("11 22 33 44");
    it.get(&purpose).await.hides(NEW_GOAL);
    her.get(&path).await.shows("Taget tilbage").shows(NEW_GOAL);
    her.post(&disclosures, give("goal")).await.redirects_to(&path);
    it.get(&path).await.shows(NEW_GOAL);

    save_with(&sofie, &edit, "phone", "99 88 77 66").await.shows(SAYS_YES_AGAIN);
    it.get(&path).await.shows(NEW_GOAL).hides("11 22 33 44").hides("99 88 77 66");
    her.post(&disclosures, give("phone")).await.redirects_to(&path);
    it.get(&path).await.shows("99 88 77 66");

    save_with(&sofie, &edit, "case_reference", "Sag 7").await.hides(SAYS_YES_AGAIN);
    it.get(&path).await.shows(NEW_GOAL).shows("99 88 77 66");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_changed_by_an_administrator_is_shown_only_after_another_yes() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let path = placements::path(app.agreed_placement(&mia, &bakery).await);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    let henrik = app.staff(Role::Administrator, "Henrik").await;
    let page = format!("/admin/accounts/{}", mia.account);
    let save =
        async |phone| henrik.post_and_follow(&page, [("name", "Mia"), ("phone", phone)]).await;
    let disclosures = format!("{path}/disclosures");
    let give = [("item", "phone"), ("act", "give")];

    save("98 76 54 32").await.shows("Det er gemt").hides(SAYS_YES_AGAIN);
    her.post(&disclosures, give).await.redirects_to(&path);
    it.get(&path).await.shows("98 76 54 32");
    save("11 22 33 44").await.shows("Det er gemt").shows(SAYS_YES_AGAIN);
    it.get(&path).await.hides("98 76 54 32").hides("11 22 33 44");
    her.get(&path).await.shows("Taget tilbage");
    her.post(&disclosures, give).await.redirects_to(&path);
    it.get(&path).await.shows("11 22 33 44");
    save("").await.shows(SAYS_YES_AGAIN);
    save("11 22 33 44").await.hides(SAYS_YES_AGAIN);
    it.get(&path).await.hides("11 22 33 44");

    let sofie = format!("/admin/accounts/{}", app.sofie().await);
    let form = [("name", "Sofie"), ("phone", "11 22 33 44")];
    henrik.post_and_follow(&sofie, form).await.shows("Det er gemt").hides(SAYS_YES_AGAIN);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_number_spelled_otherwise_is_the_number_that_was_shown() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let path = placements::path(app.agreed_placement(&mia, &bakery).await);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    let henrik = app.staff(Role::Administrator, "Henrik").await;
    let sofie = app.signed_in(app.sofie().await).await;
    let disclosures = format!("{path}/disclosures");
    let account = format!("/admin/accounts/{}", mia.account);
    let save = async |phone| {
        let page = henrik.post_and_follow(&account, [("name", "Mia"), ("phone", phone)]).await;
        page.shows("Det er gemt").hides(SAYS_YES_AGAIN);
    };
    save("+4511223344").await;
    her.post(&disclosures, [("item", "phone"), ("act", "give")]).await.redirects_to(&path);
    save("11-22-33-44").await;
    it.get(&path).await.shows("11-22-33-44");
    let edit = format!("/desk/young-people/{}/edit", mia.id);
    save_with(&sofie, &edit, "case_reference", "Sag 7").await.hides(SAYS_YES_AGAIN);
    it.get(&path).await.shows("11 22 33 44");
}

#[tokio::test(flavor = "multi_thread")]
async fn her_own_correction_is_her_own_act_and_her_page_says_who_sees_the_number() {
    let app = TestApp::spawn().await;
    let (mia, bakery) = (app.young_person("Mia").await, app.company("Bageriet").await);
    let path = placements::path(app.agreed_placement(&mia, &bakery).await);
    let (her, it) = (app.signed_in(mia.account).await, app.signed_in(bakery.member).await);
    let disclosures = format!("{path}/disclosures");
    let seen = "Bageriet kan også se det nummer, der står her";

    her.get("/me/details").await.shows("Så kan vi ringe til dig.").hides(seen);
    her.post(&disclosures, [("item", "phone"), ("act", "give")]).await.redirects_to(&path);
    her.get("/me/details").await.shows(seen);
    let own = [("name", "Mia"), ("phone", "11 22 33 44"), ("language", "da")];
    her.post_and_follow("/me/details", own).await.shows("gemt").shows(seen);
    it.get(&path).await.shows("11 22 33 44");
    her.post(&disclosures, [("item", "phone"), ("act", "take_back")]).await.redirects_to(&path);
    her.get("/me/details").await.hides(seen);
}
