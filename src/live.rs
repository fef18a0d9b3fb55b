//! What people follow while it happens: of each event one latest message, sent to everybody who listens.
//!
//! A process knows what its own people follow. Between processes the database tells (`features::event_days::live`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

use crate::domain::MatchEventId;

/// A message and its version; an older one never follows a newer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Latest {
    pub version: i32,
    pub text: Arc<str>,
}

#[derive(Clone, Default)]
pub struct Live(Arc<Mutex<HashMap<MatchEventId, watch::Sender<Latest>>>>);

impl Live {
    /// The latest message at once, if there has been one, and each after it. A slow follower misses those between.
    pub fn follow(&self, event: MatchEventId) -> watch::Receiver<Latest> {
        self.with(|followed| {
            followed.entry(event).or_insert_with(|| watch::channel(Latest::default()).0).subscribe()
        })
    }

    /// Nothing is sent when nobody listens, or when everybody knows it or something newer already.
    pub fn tell(&self, event: MatchEventId, version: i32, text: &str) {
        self.with(|followed| {
            if let Some(sender) = followed.get(&event) {
                sender.send_if_modified(|latest| {
                    let is_new = latest.text.is_empty() || version > latest.version;
                    if is_new {
                        *latest = Latest { version, text: text.into() };
                    }
                    is_new
                });
            }
        });
    }

    /// What somebody listens to now; what nobody does is forgotten.
    pub fn followed(&self) -> Vec<MatchEventId> {
        self.with(|followed| {
            followed.retain(|_, sender| sender.receiver_count() > 0);
            followed.keys().copied().collect()
        })
    }

    /// How many listen in this process.
    pub fn followers(&self, event: MatchEventId) -> usize {
        self.with(|followed| followed.get(&event).map_or(0, watch::Sender::receiver_count))
    }

    /// Ends every connection that listens, so that a server can stop.
    pub fn end(&self) {
        self.with(HashMap::clear);
    }

    fn with<T>(
        &self,
        act: impl FnOnce(&mut HashMap<MatchEventId, watch::Sender<Latest>>) -> T,
    ) -> T {
        act(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> MatchEventId {
        MatchEventId(uuid::Uuid::now_v7())
    }

    #[tokio::test]
    async fn whoever_follows_gets_the_latest_and_nothing_twice_or_older() {
        let (live, event) = (Live::default(), event());
        let mut mia = live.follow(event);
        live.tell(event, 2, "round 1");
        mia.changed().await.unwrap();
        assert_eq!(&*mia.borrow_and_update().text, "round 1");
        live.tell(event, 2, "round 1");
        live.tell(event, 1, "welcome");
        assert!(!mia.has_changed().unwrap());
        assert_eq!(&*live.follow(event).borrow().text, "round 1");
    }

    #[tokio::test]
    async fn what_nobody_follows_is_forgotten_and_an_end_reaches_those_who_do() {
        let (live, left, here) = (Live::default(), event(), event());
        drop(live.follow(left));
        let mut ali = live.follow(here);
        assert_eq!(live.followed(), [here]);
        assert_eq!((live.followers(left), live.followers(here)), (0, 1));
        live.end();
        assert!(ali.changed().await.is_err());
    }
}
