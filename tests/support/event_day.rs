//! An afternoon with companies and young people, and how its day is run.

use chrono::Duration;

use super::{Browser, MatchEvent, Seen, TestApp, YoungPerson};

/// An event with three companies and two young people who have said yes, an hour before it begins.
pub struct Afternoon {
    pub app: TestApp,
    pub event: MatchEvent,
    pub mia: YoungPerson,
    pub ali: YoungPerson,
    pub sofie: Browser,
}

pub async fn afternoon() -> Afternoon {
    let app = TestApp::spawn().await;
    let (mia, ali) = (app.young_person("Mia").await, app.young_person("Ali").await);
    let event = app.match_event(["Bageriet", "Værkstedet", "Børnehuset"]).await;
    app.invite(&event, &[&mia, &ali]).await;
    app.clock().set(event.starts_at - Duration::hours(1));
    for person in [&mia, &ali] {
        let phone = app.signed_in(person.account).await;
        let answer = format!("{}/attendance", event.page);
        phone.post(&answer, [("answer", "yes")]).await.has_status(303);
    }
    let sofie = app.signed_in(app.sofie().await).await;
    Afternoon { app, event, mia, ali, sofie }
}

impl Afternoon {
    pub fn path(&self, page: &str) -> String {
        format!("{}/{page}", self.event.desk)
    }

    pub async fn usual_run_sheet(&self) {
        let sheet = self.path("run-sheet");
        self.sofie.post(&sheet, [("press", "usual")]).await.redirects_to(&sheet);
    }

    pub async fn tables(&self, promise: &str, seats: &str) -> Seen {
        let wanted = [("promise", promise), ("seats", seats), ("groups", "free")];
        self.sofie.post(&self.path("tables"), wanted).await
    }

    pub async fn planned(&self) {
        self.usual_run_sheet().await;
        self.tables("3", "2").await.redirects_to(&self.path("tables"));
    }

    /// Presses a button of the facilitator's as it stands on their page now.
    pub async fn presses(&self, button: &str) {
        let day = self.path("day");
        let seen = self.sofie.get(&day).await.value("seen");
        let pressed = self.sofie.post(&day, [("press", button), ("seen", &seen)]).await;
        pressed.redirects_to(&day);
    }

    /// Presses "next" until the page of the day says so.
    pub async fn goes_on_to(&self, step: &str) {
        for _ in 0..20 {
            let now = self.sofie.get(&self.path("day")).await.value_of("#day-now h2");
            if now == step {
                return;
            }
            self.presses("next").await;
        }
        panic!("the day never comes to {step}");
    }

    pub async fn come(&self) {
        for person in [&self.mia, &self.ali] {
            let here = format!("{}/{}", self.path("check-in"), person.id);
            self.sofie.post(&here, []).await.has_status(303);
        }
    }
}
