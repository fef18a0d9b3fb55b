//! The commands.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use omvendt::commands;

#[derive(Parser)]
#[command(
    name = "omvendt",
    version,
    about = "Reverse matching: young people rank companies, and placements are followed until they lead somewhere."
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Web server and due work in one process.
    Serve {
        /// Leave due work (mail, reminders, deadlines) to `omvendt work`.
        #[arg(long)]
        web_only: bool,
    },
    /// Only what falls due: mail, reminders, deadlines.
    Work,
    /// The believable month (made if there is none), served with the personas' ways in.
    Demo {
        /// Begin the month anew.
        #[arg(long)]
        fresh: bool,
    },
    /// Apply migrations.
    Migrate,
    /// Load the month of `seed/` into an empty database.
    Seed {
        /// With a crowd of thousands around it, to measure with.
        #[arg(long, value_enum, default_value_t)]
        size: commands::demo::Size,
    },
    /// Run the matching engine on a file, or check a result.
    Match(commands::match_file::MatchArgs),
    /// People who may sign in.
    #[command(subcommand)]
    Account(Account),
}

#[derive(Subcommand)]
enum Account {
    /// Invite somebody on the staff; the first administrator is made like this.
    Add {
        /// administrator, manager or consultant
        #[arg(long, default_value = "administrator")]
        role: String,
        #[arg(long)]
        name: String,
        #[arg(long)]
        email: String,
        /// da or en
        #[arg(long, default_value = "da")]
        language: String,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Serve { web_only } => commands::serve::run(web_only).await,
        Command::Work => commands::work::run().await,
        Command::Demo { fresh } => commands::demo::run(fresh).await,
        Command::Seed { size } => commands::demo::seed(size).await,
        Command::Migrate => commands::migrate::run().await,
        Command::Match(args) => return commands::match_file::run(&args),
        Command::Account(Account::Add { role, name, email, language }) => {
            commands::account::add(&role, &name, &email, &language).await
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("omvendt: {error:#}");
            ExitCode::FAILURE
        }
    }
}
