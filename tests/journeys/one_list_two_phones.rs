use crate::support::{Browser, MatchEvent, TestApp, YoungPerson};

struct Evening {
    app: TestApp,
    event: MatchEvent,
    mia: YoungPerson,
}

async fn evening() -> Evening {
    let app = TestApp::spawn().await;
    let mia = app.young_person("Mia").await;
    let event = app.match_event(["Bageriet", "Værkstedet"]).await;
    app.invite(&event, &[&mia]).await;
    Evening { app, event, mia }
}

impl Evening {
    async fn phone(&self) -> Browser {
        self.app.signed_in(self.mia.account).await
    }

    /// The list with this company first, as a form that has seen `seen` sends it.
    fn list(&self, first: usize, seen: &str) -> Vec<(String, String)> {
        let position = |place: usize| format!("position-{}", self.event.companies[place].id);
        vec![
            (position(first), "1".to_owned()),
            (position(1 - first), "2".to_owned()),
            ("seen".to_owned(), seen.to_owned()),
        ]
    }
}

async fn send(phone: &Browser, path: &str, form: &[(String, String)]) -> crate::support::Seen {
    let form: Vec<_> = form.iter().map(|(name, typed)| (name.as_str(), typed.as_str())).collect();
    phone.post(path, form).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_changed_on_another_phone_is_shown_beside_mine_and_i_choose() {
    let evening = evening().await;
    let (old, new) = (evening.phone().await, evening.phone().await);
    let ranking = &evening.event.ranking;
    let seen = old.get(ranking).await.value("seen");
    send(&new, ranking, &evening.list(0, &seen)).await.has_status(303);

    let both = send(&old, ranking, &evening.list(1, &seen)).await;
    both.refused("Du har to lister").shows("Listen blev ændret et andet sted");
    let saved = new.get(&format!("{ranking}/receipt")).await;
    let text = saved.text();
    assert!(text.find("Bageriet") < text.find("Værkstedet"), "{text}");

    let chosen = evening.list(1, &both.value("seen"));
    send(&old, ranking, &chosen).await.redirects_to(&format!("{ranking}/receipt"));
    let text = new.get(&format!("{ranking}/receipt")).await.text();
    assert!(text.find("Værkstedet") < text.find("Bageriet"), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_from_an_older_page_writes_over_nothing_newer() {
    let evening = evening().await;
    let (old, new) = (evening.phone().await, evening.phone().await);
    let ranking = &evening.event.ranking;
    let draft = format!("{ranking}/draft");
    let seen = old.get(ranking).await.value("seen");
    let first = send(&new, &draft, &evening.list(0, &seen)).await;
    first.has_status(200);
    let mark = first.headers["ranking-seen"].to_str().expect("ASCII").to_owned();

    send(&old, &draft, &evening.list(1, &seen)).await.has_status(409);
    let mut compared = evening.list(1, &seen);
    compared.push(("compare".to_owned(), "yes".to_owned()));
    send(&old, ranking, &compared).await.refused("Du har to lister");
    send(&new, &draft, &evening.list(1, &mark)).await.has_status(200);
    send(&old, &draft, &evening.list(1, &seen)).await.has_status(200);
}

#[tokio::test(flavor = "multi_thread")]
async fn comparing_where_nothing_was_changed_saves_nothing() {
    let evening = evening().await;
    let phone = evening.phone().await;
    let ranking = &evening.event.ranking;
    let mut compared = evening.list(0, &phone.get(ranking).await.value("seen"));
    compared.push(("compare".to_owned(), "yes".to_owned()));
    send(&phone, ranking, &compared).await.redirects_to(ranking);
    phone.get(ranking).await.hides("Sidst gemt");
    phone.get(&format!("{ranking}/receipt")).await.redirects_to(ranking);
}
