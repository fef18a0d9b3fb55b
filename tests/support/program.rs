//! The program itself, as an operator starts it.

use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, Output, Stdio};

use tokio::task::block_in_place;

use omvendt::clock::Clock;
use omvendt::features::demo::clock;
use omvendt::state::AppState;

use super::TestApp;
use super::database::Database;

/// A data folder, a database and settings of its own.
pub struct Program {
    pub folder: tempfile::TempDir,
    settings: Vec<(&'static str, String)>,
}

/// A process that has been started; it is killed with the story that forgets it.
pub struct Running {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

impl Program {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let database = Database::fresh(folder.path()).await;
        Self::on(database.url, folder)
    }

    /// As a demo of a story's people, in which time goes on from the story's moment. The story itself lets go of its
    /// database, so that the program is alone with it.
    pub async fn taking_over(app: &TestApp) -> Self {
        let running = AppState { clock: Clock::system(), ..app.state.clone() };
        clock::set_to(&running, app.clock().now()).await.expect("the demo's clock");
        app.state.db.clone().close().await.expect("the database closes");
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self::on(app.state.settings.database_url.clone(), folder)
    }

    fn on(database_url: String, folder: tempfile::TempDir) -> Self {
        let settings = vec![
            ("OMVENDT_DATA_DIR", folder.path().display().to_string()),
            ("OMVENDT_DATABASE_URL", database_url),
            ("OMVENDT_LISTEN", "127.0.0.1:0".into()),
            ("OMVENDT_LOG", "warn".into()),
        ];
        Self { folder, settings }
    }

    /// Replaces one setting.
    pub fn with(mut self, name: &'static str, value: &str) -> Self {
        self.settings.retain(|(known, _)| *known != name);
        self.settings.push((name, value.to_owned()));
        self
    }

    pub fn database_url(&self) -> String {
        let named = self.settings.iter().find(|(name, _)| *name == "OMVENDT_DATABASE_URL");
        named.map(|(_, url)| url.clone()).expect("a database")
    }

    /// Runs a command to its end.
    pub fn run(&self, arguments: &[&str]) -> Output {
        block_in_place(|| self.command(arguments).output()).expect("the program runs")
    }

    pub fn start(&self, arguments: &[&str]) -> Running {
        let mut command = self.command(arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
        Running { child, lines }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_omvendt"));
        command.env_clear().envs(self.settings.iter().cloned()).args(arguments);
        command.stdin(Stdio::null());
        command
    }
}

impl Running {
    /// The rest of the next line that starts like this.
    pub fn line(&mut self, start: &str) -> String {
        block_in_place(|| {
            let mut lines = self.lines.by_ref().map(|line| line.expect("text"));
            lines.find_map(|line| line.strip_prefix(start).map(str::to_owned))
        })
        .unwrap_or_else(|| panic!("it ended without a line that starts with “{start}”"))
    }

    pub fn terminate(&self) {
        let id = self.child.id().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().expect("kill runs");
        assert!(told.success(), "the process takes a signal");
    }

    /// Ends it at once, whatever it is doing, as a machine that fails does.
    pub fn kill(mut self) {
        block_in_place(|| self.child.kill().and_then(|()| self.child.wait()))
            .expect("it is killed");
    }

    /// The code it ends with, when it ends.
    pub fn ended(mut self) -> Option<i32> {
        block_in_place(|| self.child.wait()).expect("the process ends").code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // One that has ended takes no signal, and nothing is left to stop.
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}
