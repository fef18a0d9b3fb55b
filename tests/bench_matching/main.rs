//! `omvendt match` and nothing else.

use clap::Parser;
use omvendt::commands::match_file;

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    args: match_file::MatchArgs,
}

fn main() -> std::process::ExitCode {
    match_file::run(&Cli::parse().args)
}
