use chrono::Duration;

use crate::support::event_day::{Afternoon, afternoon};

#[tokio::test(flavor = "multi_thread")]
async fn when_the_day_is_over_the_companies_are_asked_before_they_leave() {
    let day = afternoon().await;
    day.usual_run_sheet().await;
    let page = day.path("day");
    let seen = day.sofie.get(&page).await.value("seen");
    let too_soon = [("press", "next"), ("seen", seen.as_str())];
    day.sofie.post(&page, too_soon).await.refused("Dagen er ikke begyndt");
    day.presses("begin").await;
    day.presses("skip").await;
    day.sofie.get(&page).await.shows("Springes over");
    day.goes_on_to("Farvel").await;
    day.sofie.get(&page).await.shows("Slut dagen");
    day.presses("next").await;
    day.sofie
        .get(&page)
        .await
        .shows("Når du slutter fremlæggelserne, spørger vi virksomhederne")
        .shows("Slut fremlæggelserne");
    let phone = day.app.signed_in(day.mia.account).await;
    let mine = phone.get(&format!("{}/day", day.event.page)).await;
    mine.shows("Du behøver ikke vælge lige nu");
    let company = day.app.signed_in(day.event.companies[0].account).await;
    let theirs = company.get(&format!("{}/day", day.event.company_page)).await;
    theirs.shows("Sig, om I kan tage imod");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_came_is_thanked_once_and_says_how_it_was_without_a_name() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let feedback = format!("{}/feedback", day.event.page);
    let good = [("how", "5"), ("clear", "partly"), ("again", "yes"), ("words", "Sjov dag")];
    phone.post(&feedback, good).await.refused("Du kan svare, når mødet er begyndt");
    day.app.clock().set(day.event.starts_at);
    day.come().await;
    day.presses("begin").await;
    day.goes_on_to("Dagen er slut").await;
    day.app.run_due().await;
    assert_eq!(thanks(&day, &day.mia.email).await, 0, "the day may be taken up again");
    day.app.clock().set(day.event.starts_at + Duration::minutes(30));
    day.app.run_due().await;
    day.app.run_due().await;
    for address in [&day.mia.email, &day.event.companies[0].email] {
        assert_eq!(thanks(&day, address).await, 1, "{address}");
    }

    let refused = phone.post(&feedback, [("how", "6"), ("words", "Sjov dag")]).await;
    refused.refused("Vælg en af mulighederne").shows("Sjov dag");
    phone.post_and_follow(&feedback, good).await.shows("Tak for dit svar.");
    phone.post_and_follow(&feedback, good).await.shows("Tak for dit svar.");
    let company = day.app.signed_in(day.event.companies[0].account).await;
    let theirs = format!("{}/feedback", day.event.company_page);
    company.post(&theirs, [("how", "3"), ("clear", "yes"), ("again", "no")]).await.has_status(303);

    let figures = day.sofie.get(&day.path("day/figures")).await;
    figures
        .shows("Hvad de unge sagde Ét svar")
        .shows("Ordene står her, når mindst tre har svaret")
        .hides("Sjov dag")
        .shows("3 virksomheder")
        .hides("Mia");
    figures.shows("Hvad virksomhederne sagde");
}

async fn thanks(day: &Afternoon, address: &str) -> usize {
    let mails = day.app.mails_to(address).await;
    mails.iter().filter(|letter| letter.subject == "Tak for i dag").count()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_needed_is_forgotten_a_month_after_the_day() {
    let day = afternoon().await;
    day.planned().await;
    let phone = day.app.signed_in(day.mia.account).await;
    let needs = format!("{}/day/needs", day.event.page);
    phone.post(&needs, [("pauses", "yes")]).await.has_status(303);
    let page = format!("{}/day", day.event.page);
    let is_ticked = async || {
        let phone = day.app.signed_in(day.mia.account).await;
        phone.get(&page).await.form().contains(&("pauses".to_owned(), "yes".to_owned()))
    };
    day.app.clock().set(day.event.ends_at + Duration::days(29));
    day.app.run_due().await;
    assert!(is_ticked().await);
    day.app.clock().set(day.event.ends_at + Duration::days(31));
    day.app.run_due().await;
    assert!(!is_ticked().await);
    let sofie = day.app.signed_in(day.app.sofie().await).await;
    sofie.get(&day.path("tables")).await.hides("Så god er planen");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sides_own_words_are_shown_when_three_have_answered() {
    let day = afternoon().await;
    let ida = day.app.young_person("Ida").await;
    day.app.invite(&day.event, &[&ida]).await;
    day.app.clock().set(day.event.starts_at);
    let feedback = format!("{}/feedback", day.event.page);
    for person in [&day.mia, &day.ali, &ida] {
        let sofie = day.app.signed_in(day.app.sofie().await).await;
        sofie.get(&day.path("day/figures")).await.hides("Sjov dag");
        let said = [("how", "5"), ("clear", "yes"), ("again", "yes"), ("words", "Sjov dag")];
        let phone = day.app.signed_in(person.account).await;
        phone.get(&feedback).await.shows("De ser ikke dine ord, før mindst tre har svaret");
        phone.post(&feedback, said).await.has_status(303);
    }
    let figures = day.sofie.get(&day.path("day/figures")).await;
    figures.shows("Sjov dag").hides("Ordene står her, når");
}
