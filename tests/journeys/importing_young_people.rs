use omvendt::entities::young_person;
use sea_orm::{EntityTrait, PaginatorTrait};

use crate::support::groups::{promised, with_file};
use crate::support::{Browser, TestApp};

const IMPORT: &str = "/desk/young-people/import";
const PREVIEW: &str = "/desk/young-people/import/preview";
const HEADINGS: &str = "navn;e-mail;telefon;sprog;gruppe;konsulent;formål;mål;målgruppe;har";

/// A programme with one group, and its consultant signed in.
async fn programme() -> (TestApp, Browser) {
    let app = TestApp::spawn().await;
    app.young_person("Mia").await;
    let sofie = app.signed_in(app.sofie().await).await;
    (app, sofie)
}

fn list(lines: &[&str]) -> String {
    format!("{HEADINGS}\n{}\n", lines.join("\n"))
}

const AMIR: &str = "Amir;amir@example.dk;12 34 56 01;;torsdagsholdet;sofie@example.dk;Afklaring;Finde min vej;aktivitetsparat;driving_licence";
const AASE: &str =
    "Åse;;12 34 56 02;engelsk;Torsdagsholdet;Sofie;training;Øve mig i en butik;job_ready;";

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_seen_before_it_is_saved_and_then_everybody_is_there() {
    let (app, sofie) = programme().await;
    let preview = sofie.upload(PREVIEW, with_file(list(&[AMIR, AASE]).as_bytes())).await;
    preview.shows("2 kan tilføjes").shows("Amir").shows("Åse");
    assert_eq!(people(&app).await, 1);

    let (count, text) = promised(&preview);
    let form = [("count", &*count), ("list", &*text)];
    sofie.post_and_follow(IMPORT, form).await.shows("De unge er tilføjet").shows("Åse");
    assert_eq!(people(&app).await, 3);
    app.newest_mail_to("amir@example.dk").await;

    sofie.post_and_follow(IMPORT, form).await.shows("De unge er tilføjet").shows("Åse");
    assert_eq!((people(&app).await, app.mails_to("amir@example.dk").await.len()), (3, 1));

    let more =
        list(&[AMIR, AASE, &AMIR.replace("mir", "nna"), &AMIR.replace("Amir;amir", "Bo;bo@")]);
    let preview = sofie.upload(PREVIEW, with_file(more.as_bytes())).await;
    preview.shows("Én kan tilføjes").shows("3 linjer kan ikke tages med");
    let form = preview.form();
    let form: Vec<_> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        sofie.post(IMPORT, form.clone()).await.redirects_to("/desk/young-people");
        assert_eq!(people(&app).await, 4);
    }
    sofie.post(IMPORT, [form[0], form[2]]).await.refused("Intet er gemt");
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_are_numbered_as_the_spreadsheet_numbers_them_and_a_large_file_is_told_of() {
    let (_app, sofie) = programme().await;
    let bad = list(&["Bo;bo@;;;Torsdagsholdet;sofie@example.dk;Afklaring;Noget;Jobparat;"]);
    for text in [bad.clone(), bad.replace('\n', "\r\n"), bad.replace('\n', "\r")] {
        let preview = sofie.upload(PREVIEW, with_file(text.as_bytes())).await;
        assert!(preview.html.contains(r#"<th scope="row">2</th>"#), "{}", preview.text());
    }
    for size in [150_000, 300_000, 1_000_000] {
        let large = with_file(&vec![b'a'; size]);
        sofie.upload(PREVIEW, large).await.refused("Filen er for stor");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_line_that_cannot_be_taken_says_why() {
    let (app, sofie) = programme().await;
    let bad = list(&[
        AMIR,
        "Mia;mia@example.dk;;;Torsdagsholdet;sofie@example.dk;Afklaring;Noget;Jobparat;",
        "Amir igen;AMIR@example.dk;;;Torsdagsholdet;sofie@example.dk;Afklaring;Noget;Jobparat;",
        "Bo;bo@;12;;Mandagsholdet;nobody@example.dk;begge;;hvem ved;hund",
    ]);
    let preview = sofie.upload(PREVIEW, with_file(bad.as_bytes())).await;
    preview
        .shows("Én kan tilføjes")
        .shows("3 linjer kan ikke tages med")
        .shows("Personen er med i forvejen")
        .shows("Personen står to gange i filen")
        .shows("Holdet \"Mandagsholdet\" findes ikke")
        .shows("Konsulenten \"nobody@example.dk\" findes ikke")
        .shows("formål: Vælg en af mulighederne")
        .shows("mål: Skriv noget her")
        .shows("e-mail: Skriv en e-mail")
        .shows("\"hund\" er ikke på listen");
    let (count, text) = promised(&preview);
    sofie.post(IMPORT, [("count", &*count), ("list", &*text)]).await.redirects_below("/desk");
    assert_eq!(people(&app).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_that_is_never_closed_hides_nobody() {
    let (app, sofie) = programme().await;
    let open = AMIR.replace("Finde", "\"Finde");
    let closes = AASE.replace("Åse", "Bo").replace("Øve", "\"Øve");
    let preview = sofie.upload(PREVIEW, with_file(list(&[&open, AASE, &closes]).as_bytes())).await;
    preview.shows("Ingen linjer kan tages med").shows("3 linjer kan ikke tages med");
    preview.shows("Linje 2-4: Der mangler et anførselstegn").hides("Én kan tilføjes");

    let preview =
        sofie.upload(PREVIEW, with_file(list(&[AASE, "\n", &open, &closes]).as_bytes())).await;
    preview.shows("Én kan tilføjes").shows("Linje 5-6: Der mangler et anførselstegn");
    let (count, text) = promised(&preview);
    sofie.post_and_follow(IMPORT, [("count", &*count), ("list", &*text)]).await.shows("Åse");
    assert_eq!(people(&app).await, 2);

    let preview = sofie.upload(PREVIEW, with_file(list(&[&open]).as_bytes())).await;
    preview.shows("Linje 2: Der mangler et anførselstegn");
    let heading = format!("{}\n{AMIR}\n", HEADINGS.replace("har", "\"har"));
    sofie.upload(PREVIEW, with_file(heading.as_bytes())).await.refused("Linje 1-2: Der mangler");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_has_changed_since_the_preview_saves_nothing() {
    let (app, sofie) = programme().await;
    let preview = sofie.upload(PREVIEW, with_file(list(&[AMIR, AASE]).as_bytes())).await;
    let (count, text) = promised(&preview);
    app.young_person("Amir").await;

    let form = [("count", &*count), ("list", &*text)];
    sofie.post(IMPORT, form).await.refused("Intet er gemt").shows("Én kan tilføjes");
    assert_eq!(people(&app).await, 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_files_that_danish_spreadsheets_write_are_all_read() {
    let (_app, sofie) = programme().await;
    let semicolons = list(&[AASE]);
    let commas = semicolons.replace(';', ",");
    let marked = format!("\u{feff}{semicolons}").replace('\n', "\r\n");
    let windows: Vec<u8> = semicolons
        .chars()
        .map(|sign| u8::try_from(u32::from(sign)).expect("Latin letters only"))
        .collect();
    for file in [semicolons.as_bytes(), commas.as_bytes(), marked.as_bytes(), &windows] {
        sofie.upload(PREVIEW, with_file(file)).await.shows("Én kan tilføjes").shows("Åse");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_list_is_told_what_it_lacks() {
    let (app, sofie) = programme().await;
    sofie.get(IMPORT).await.shows("Hent en fil at starte fra").shows("sagsnummer");
    sofie.upload(PREVIEW, with_file(b"")).await.refused("Vælg en fil");
    sofie.upload(PREVIEW, with_file(b"\x89PNG\r\n\x1a\n\0\0")).await.refused("mangler kolonner");
    sofie.upload(PREVIEW, with_file("navn;mål\nBo;Noget".as_bytes())).await.refused("gruppe");
    sofie
        .upload(PREVIEW, with_file(format!("{HEADINGS}\n;;;\n").as_bytes()))
        .await
        .refused("Der er ingen unge i filen");
    sofie.upload(PREVIEW, with_file(&vec![b'x'; 120_000])).await.refused("for stor");
    sofie.post(IMPORT, [("count", "0"), ("list", "")]).await.has_status(422);
    assert_eq!(people(&app).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sample_to_download_has_the_columns_that_are_asked_for() {
    let (_app, sofie) = programme().await;
    let sample = sofie.get(&format!("{IMPORT}/sample.csv")).await;
    let preview = sofie.upload(PREVIEW, with_file(sample.html.as_bytes())).await;
    preview.has_status(200).hides("Vælg en af mulighederne");
}

async fn people(app: &TestApp) -> u64 {
    young_person::Entity::find().count(&app.state.db.read).await.expect("a count")
}
