use std::time::Duration;

/// A connection on which a page hears where the day is.
pub struct Followed {
    answer: reqwest::Response,
    heard: String,
    /// What the server has asked a browser to wait before it comes back after a break.
    pub come_back_after: Option<Duration>,
}

impl Followed {
    pub fn new(answer: reqwest::Response) -> Self {
        Self { answer, heard: String::new(), come_back_after: None }
    }

    /// The next message; none when the server has let go.
    pub async fn next(&mut self) -> Option<serde_json::Value> {
        loop {
            if let Some((event, rest)) = self.heard.split_once("\n\n") {
                let line = |start| event.lines().find_map(|line| line.strip_prefix(start));
                if let Some(wait) = line("retry: ") {
                    let wait = wait.parse().expect("milliseconds");
                    self.come_back_after = Some(Duration::from_millis(wait));
                }
                let message = line("data: ").map(|data| serde_json::from_str(data).expect("JSON"));
                self.heard = rest.to_owned();
                if message.is_some() {
                    return message;
                }
            } else {
                let chunk = self.answer.chunk().await.ok().flatten()?;
                self.heard.push_str(std::str::from_utf8(&chunk).expect("text"));
            }
        }
    }
}
