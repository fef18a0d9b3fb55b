//! What an administrator may set, and what would make no sense.

use omvendt::entities::setting;
use sea_orm::EntityTrait;

use crate::administering::{henrik, refuses};
use crate::support::TestApp;

#[tokio::test(flavor = "multi_thread")]
async fn the_settings_are_saved_together_or_not_at_all() {
    let app = TestApp::spawn().await;
    let henrik = henrik(&app).await;
    let path = "/admin/programme";
    let stored = async || {
        let rows = setting::Entity::find().all(&app.state.db.read).await.expect("the settings");
        rows.into_iter().map(|row| (row.name, row.value)).collect::<Vec<_>>()
    };
    let before = stored().await;
    let page = henrik.get(path).await.form();
    let right: Vec<(&str, &str)> = page.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    for (wrong, words) in [
        (("talk_working_days", "snart"), "Skriv et helt tal"),
        (("talk_working_days", "0"), "Skriv et tal fra 1 til 366"),
        (("aimed_percent_on", "101"), "Skriv et tal fra 1 til 100"),
        (
            ("host_answers_days_after", "0"),
            "Det skal være den dag, de unge er færdige med at vælge",
        ),
        (("proposal_answer_days_after", "2"), "Det skal være senere end"),
        (("contact_email", "omvendt"), "Skriv en e-mail"),
        (("ranking_closes_time", "25:00"), "Skriv et klokkeslæt"),
        (("programme_name", ""), "Skriv noget her"),
        (("accessibility_statement_url", "javascript:alert(1)"), "begynder med https://"),
    ] {
        refuses(&henrik, path, &right, wrong, words).await;
        assert_eq!(stored().await, before);
    }
    let mut form = right.clone();
    form.retain(|(name, _)| *name != "talk_working_days");
    form.push(("talk_working_days", "2"));
    henrik.post_and_follow(path, form).await.shows("Det er gemt");
    let mia = app.young_person("Mia").await;
    app.signed_in(mia.account).await.get("/me").await.shows("mandag den 5. oktober");
}
