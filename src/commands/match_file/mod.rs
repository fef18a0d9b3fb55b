//! `omvendt match`: the engine on a file, for people who never run the web server.

mod failure;
mod summary;

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use clap::Args;
use flate2::Compression;
use flate2::write::GzEncoder;

use failure::{Failure, on_one_line};
use summary::Summary;

use crate::match_files::{InstanceFile, SolutionFile, parse_instance, parse_solution, unpack};
use crate::matching::{
    Cancelled, Control, Fault, Instance, Objective, Proven, Refusal, WhyNot, sensitivity, solve,
    verify, why_not,
};

const EXAMPLES: &str = "\
Examples:
  omvendt match event.json                          the solution on standard output, a summary beside it
  omvendt match event.json.gz -o result.json.gz     from a gzip file into another
  omvendt match event.json --objective generous     another objective than the file's own
  omvendt match event.json --why-not mia:bakery     and what placing Mia at the bakery would cost
  omvendt match event.json --check result.json      is this result right and optimal? (nothing is solved)
  gunzip -c event.json.gz | omvendt match -         from a pipe

Objectives: greedy_generous (the default), greedy, generous, min_total_rank, rank_maximal, max_cardinality, stable.
Exit codes: 0 done or right, 1 --check found something wrong, 2 the input cannot be used; nothing is written then.";

#[derive(Args)]
#[command(after_help = EXAMPLES)]
pub struct MatchArgs {
    /// A match-instance/1 file, plain or gzip; `-` reads standard input.
    instance: PathBuf,
    /// What to be best at; otherwise the file's own objective, or greedy_generous.
    #[arg(long, value_name = "NAME")]
    objective: Option<Objective>,
    /// The lottery's seed instead of the file's own.
    #[arg(long, value_name = "S")]
    seed: Option<String>,
    /// Where the solution goes instead of standard output; packed if the name ends in `.gz`.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Also work out what one place more or fewer would do at every company, mentor and post.
    #[arg(long)]
    sensitivity: bool,
    /// Also work out what placing this applicant at this post would do; may be repeated.
    #[arg(long, value_name = "APPLICANT:POST")]
    why_not: Vec<String>,
    /// Check a match-solution/1 file and its certificate against the instance; nothing is solved.
    #[arg(long, value_name = "SOLUTION.json", conflicts_with_all = ["output", "sensitivity", "why_not"])]
    check: Option<PathBuf>,
    /// Show how far the run is, also when standard error is no terminal.
    #[arg(long)]
    progress: bool,
}

pub fn run(args: &MatchArgs) -> ExitCode {
    let done = match &args.check {
        Some(solution) => check(args, solution),
        None => match_instance(args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", on_one_line(&failure.to_string()));
            match failure {
                Failure::Wrong(_) => ExitCode::from(1),
                _ => ExitCode::from(2),
            }
        }
    }
}

fn match_instance(args: &MatchArgs) -> Result<(), Failure> {
    let began = Instant::now();
    if let Some(file) = args.output.as_deref().filter(|file| !is_pipe(file)) {
        may_be_written(file)?;
    }
    let instance = load(args)?;
    let objective = args.objective.or(instance.objective()).unwrap_or_default();
    let questions = questions(&instance, &args.why_not)?;
    let control = Control::default();
    let shown = args.progress || io::stderr().is_terminal();
    let (solution, rows, answers) = watch(&control, shown, || {
        let solution = solve(&instance, objective, &control)?;
        let rows = if args.sensitivity {
            sensitivity(&instance, &solution, &control)?
        } else {
            Vec::new()
        };
        let answer = |&(applicant, post)| why_not(&instance, &solution, applicant, post, &control);
        let answers = questions.iter().map(answer).collect::<Result<Vec<WhyNot>, Cancelled>>()?;
        Ok::<_, Cancelled>((solution, rows, answers))
    })?;

    let mut file = SolutionFile::of(&instance, &solution);
    file.solver =
        Some(serde_json::json!({ "name": "omvendt", "version": env!("CARGO_PKG_VERSION") }));
    file.add_sensitivity(&instance, &rows);
    for (&(applicant, post), answer) in questions.iter().zip(&answers) {
        file.add_why_not(&instance, applicant, post, answer);
    }
    write(args.output.as_deref(), &file)?;
    eprint!("{}", Summary { instance: &instance, solution: &solution, took: began.elapsed() });
    Ok(())
}

/// Known before hours of work rather than after.
fn may_be_written(file: &Path) -> Result<(), Failure> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let is_folder = file.is_dir() || file.to_string_lossy().ends_with(std::path::is_separator);
    let error = match folder {
        _ if is_folder => io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"),
        Some(folder) if !folder.is_dir() => {
            io::Error::new(io::ErrorKind::NotFound, "there is no such folder")
        }
        _ => return Ok(()),
    };
    Err(Failure::Unwritable { file: file.to_owned(), error })
}

fn check(args: &MatchArgs, solution: &Path) -> Result<(), Failure> {
    if is_pipe(&args.instance) && is_pipe(solution) {
        return Err(Failure::Question("only one of the two files can be standard input".into()));
    }
    let instance = load(args)?;
    let bytes = read(solution)?;
    let in_file = |error| Failure::File { file: solution.to_owned(), error };
    let text = unpack(&bytes).map_err(in_file)?;
    let file = parse_solution(&text).map_err(in_file)?;
    if let Some(wanted) = args.objective
        && wanted != file.objective
    {
        return Err(Failure::Wrong(format!(
            "the solution is for '{}', not for '{wanted}'",
            file.objective
        )));
    }
    let claimed = file
        .to_solution(&instance)
        .map_err(|error| Failure::Mismatch { file: solution.to_owned(), error })?;
    let proven = verify(&instance, &claimed)
        .map_err(|fault: Fault| Failure::Wrong(fault.describe(&instance)))?;
    let how = match proven {
        Proven::ObjectiveAndDraw => {
            "optimal by its certificate, and the draw is the published lottery's"
        }
        Proven::Objective => {
            "optimal by its certificate; which of the equally good results was drawn is not proven"
        }
        Proven::Stable => "no applicant and post would rather have each other",
    };
    let beside = if file.sensitivity.is_empty() && file.why_not.is_empty() {
        ""
    } else {
        "; its sensitivity and why_not are not covered"
    };
    let (objective, size, all) = (file.objective, claimed.size, claimed.places.len());
    say(&format!("ok: {objective}: {size} of {all} placed; {how}{beside}\n"))
}

fn load(args: &MatchArgs) -> Result<Instance, Failure> {
    let bytes = read(&args.instance)?;
    let in_file = |error| Failure::File { file: args.instance.clone(), error };
    let text = unpack(&bytes).map_err(in_file)?;
    let mut file: InstanceFile<'_> = parse_instance(&text).map_err(in_file)?;
    if let Some(seed) = &args.seed {
        file.lottery.seed = seed.as_str().into();
    }
    file.to_instance().map_err(|refusal: Refusal| in_file(refusal.into()))
}

fn read(file: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if is_pipe(file) {
        io::stdin().lock().read_to_end(&mut bytes)
    } else {
        File::open(file).and_then(|mut open| open.read_to_end(&mut bytes))
    };
    read.map(|_| bytes).map_err(|error| Failure::Unreadable { file: file.to_owned(), error })
}

fn is_pipe(file: &Path) -> bool {
    file == Path::new("-")
}

fn write(output: Option<&Path>, file: &SolutionFile<'_>) -> Result<(), Failure> {
    let mut text = file.to_json().map_err(Failure::Unserialisable)?;
    text.push('\n');
    let Some(path) = output.filter(|path| !is_pipe(path)) else { return say(&text) };
    let bytes = if path.extension().is_some_and(|ending| ending == "gz") {
        let mut packer = GzEncoder::new(Vec::new(), Compression::default());
        packer.write_all(text.as_bytes()).and_then(|()| packer.finish())
    } else {
        Ok(text.into_bytes())
    };
    let written = bytes.and_then(|bytes| std::fs::write(path, bytes));
    written.map_err(|error| Failure::Unwritable { file: path.to_owned(), error })
}

/// On standard output; whoever closed it early, as `head` does, has seen enough.
fn say(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Failure::Unwritable { file: "standard output".into(), error })
        }
        _ => Ok(()),
    }
}

/// `APPLICANT:POST`; either id may hold colons, so every way to cut is tried.
fn questions(instance: &Instance, asked: &[String]) -> Result<Vec<(usize, usize)>, Failure> {
    let find = |text: &String| {
        let cuts = text.match_indices(':').map(|(at, _)| (&text[..at], &text[at + 1..]));
        let pairs = cuts.filter_map(|(applicant, post)| {
            Some((
                instance.find_applicant(applicant)?,
                instance.find_node(post).filter(|&node| instance.is_post(node))?,
            ))
        });
        let found: Vec<(usize, usize)> = pairs.collect();
        match found.as_slice() {
            [pair] => Ok(*pair),
            [] => Err(Failure::Question(format!("--why-not {text}: no such applicant and post"))),
            _ => Err(Failure::Question(format!(
                "--why-not {text}: it can be read in more than one way"
            ))),
        }
    };
    let pairs = asked.iter().map(find).collect::<Result<Vec<_>, _>>()?;
    for (&(applicant, post), text) in pairs.iter().zip(asked) {
        if instance.bar(applicant, post).is_some() {
            return Err(Failure::Question(format!(
                "--why-not {text}: a hard rule of the instance forbids this pair"
            )));
        }
    }
    Ok(pairs)
}

/// Runs `work` and meanwhile tells how far it is, once it has taken a second.
fn watch<T: Send>(control: &Control, shown: bool, work: impl FnOnce() -> T + Send) -> T {
    if !shown {
        return work();
    }
    std::thread::scope(|scope| {
        let (finished, wait) = mpsc::channel::<()>();
        scope.spawn(move || {
            let mut told = false;
            let mut pause = Duration::from_secs(1);
            while wait.recv_timeout(pause) == Err(mpsc::RecvTimeoutError::Timeout) {
                let (done, total) = control.progress();
                eprint!("\rmatching: step {} of {total} ", (done + 1).min(total));
                (told, pause) = (true, Duration::from_millis(200));
            }
            if told {
                eprint!("\r{:40}\r", "");
            }
        });
        let result = work();
        drop(finished);
        result
    })
}
