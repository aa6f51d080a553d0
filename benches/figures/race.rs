//! Measuring two ways of the same work turn by turn, so that what else the machine does meets both alike.

use std::fmt::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

/// The median times of tinhgon and of an alternative.
pub struct Figure {
    pub what: String,
    pub tinhgon: Duration,
    pub alternative: Duration,
    /// Against what.
    pub against: String,
    /// What is aimed at, in words.
    pub aim: &'static str,
}

/// Runs both ways in turn, once unmeasured and then `runs` times, and gives the median time of each.
pub fn race(
    what: impl Into<String>,
    (against, aim): (impl Into<String>, &'static str),
    runs: usize,
    mut tinhgon: impl FnMut(),
    mut alternative: impl FnMut(),
) -> Figure {
    let what = what.into();
    eprintln!("measuring: {what}");
    let mut times = [Vec::new(), Vec::new()];
    for run in 0..=runs {
        let taken = [timed(&mut tinhgon), timed(&mut alternative)];
        if run > 0 {
            for (times, taken) in times.iter_mut().zip(taken) {
                times.push(taken);
            }
        }
    }
    let [tinhgon, alternative] = times.map(median);
    Figure { what, tinhgon, alternative, against: against.into(), aim }
}

fn timed(work: &mut impl FnMut()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

/// Runs a program to its end and takes its output; a failure is shown.
pub fn run(command: &mut Command) -> Vec<u8> {
    let output = command.output().expect("the program runs");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Whether there is a `sqlite3` shell; says so when there is none.
pub fn sqlite3(needed_for: &str) -> bool {
    let there = Command::new("sqlite3").arg("--version").output().is_ok_and(|output| output.status.success());
    if !there {
        eprintln!("SKIPPED: {needed_for}: there is no sqlite3 shell to measure against");
    }
    there
}

/// A `sqlite3` shell that reads no one's settings.
pub fn shell() -> Command {
    let mut command = Command::new("sqlite3");
    command.args(["-init", "/dev/null", "-batch", "-bail"]);
    command
}

/// The tinhgon that was built with this benchmark, undisturbed by anyone's settings.
pub fn tinhgon(workspace: &std::path::Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tinhgon"));
    command.env("XDG_CONFIG_HOME", "/nonexistent").arg("--db").arg(workspace);
    command
}

/// The figures in Markdown.
pub fn table(figures: &[Figure]) -> String {
    let mut text = String::from("| what | tinhgon | alternative | ratio | aim |\n|---|--:|---|--:|--:|\n");
    for f in figures {
        let ratio = f.tinhgon.as_secs_f64() / f.alternative.as_secs_f64();
        let (own, other) = (shown(f.tinhgon), shown(f.alternative));
        writeln!(text, "| {} | {own} | {other}: {} | {ratio:.2}× | {} |", f.what, f.against, f.aim).expect("writes");
    }
    text
}

fn shown(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds >= 1.0 {
        format!("{seconds:.2} s")
    } else if seconds >= 0.001 {
        format!("{:.1} ms", seconds * 1e3)
    } else {
        format!("{:.0} µs", seconds * 1e6)
    }
}
