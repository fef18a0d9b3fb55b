//! A young person's yes is to the words that stood there.

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
