//! Builds styles and scripts with Vite into `OUT_DIR/dist`, after `npm ci` when the lock file has changed.

use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

const LOCK: &str = "package-lock.json";
const LOCK_AS_INSTALLED: &str = "node_modules/.installed-package-lock.json";
const SOURCES: [&str; 8] = [
    "package.json",
    LOCK,
    "vite.config.ts",
    "tsconfig.json",
    "icons.ts",
    "styles",
    "scripts",
    "images",
];

fn main() -> ExitCode {
    let dist = Path::new(&env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("dist");
    match build(&dist) {
        Ok(()) => {
            for source in SOURCES {
                println!("cargo::rerun-if-changed={source}");
            }
            ExitCode::SUCCESS
        }
        Err(reason) if may_be_missing() => {
            // A path that never exists makes cargo try again at the next build.
            println!("cargo::rerun-if-changed=missing");
            println!("cargo::warning=Pages will be unstyled: {reason}");
            ExitCode::SUCCESS
        }
        Err(reason) => {
            println!("cargo::error={reason}");
            ExitCode::FAILURE
        }
    }
}

/// Only a debug build on somebody's own machine may go on without the front end.
fn may_be_missing() -> bool {
    env::var("PROFILE").is_ok_and(|profile| profile == "debug") && env::var_os("CI").is_none()
}

fn build(dist: &Path) -> Result<(), String> {
    if fs::read(LOCK).ok() != fs::read(LOCK_AS_INSTALLED).ok() {
        run("npm", &["ci", "--ignore-scripts", "--no-progress"])?;
        fs::copy(LOCK, LOCK_AS_INSTALLED)
            .map_err(|error| format!("{LOCK_AS_INSTALLED}: {error}"))?;
    }
    let dist = dist.to_str().ok_or("the target folder's path is not UTF-8")?;
    run("node", &["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--outDir", dist])
}

fn run(program: &str, arguments: &[&str]) -> Result<(), String> {
    let output = Command::new(program).args(arguments).output().map_err(|error| {
        format!("`{program}` could not be started ({error}); install Node 20 or newer with npm.")
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    for line in String::from_utf8_lossy(&said).lines().filter(|line| !line.is_empty()) {
        println!("cargo::warning={line}");
    }
    Err(format!(
        "`{program} {}` in frontend/ failed; its message stands above.",
        arguments.join(" ")
    ))
}
