//! What a command is told to write, looked at before it reads or does anything: an output is never one of the files that it reads,
//! nor the workspace or the configuration.

use super::config::Config;
use super::context::Context;
use crate::exchange::{check_output, with_logs};
use crate::words::Result;
use clap::ArgMatches;
use std::path::{Path, PathBuf};

/// The arguments that name files to be written; every other path is read.
const OUTPUTS: [&str; 2] = ["output", "model"];

/// The arguments that name new files or folders, which the command examines itself.
const NEW: [&str; 1] = ["to"];

/// The argument that names a file only where it looks like one.
const MAPPING: &str = "mapping";

/// How deep the files lie in a folder that is read.
const DEPTH: usize = 2;

/// Looks at every output of a command.
///
/// # Errors
/// Wrong usage when one is a folder or is read or kept; anything else when its folder is not there.
pub(super) fn check(context: &Context, matches: &ArgMatches) -> Result<()> {
    let (mut outputs, mut kept) = (Vec::new(), Vec::new());
    sort_out(matches, &mut outputs, &mut kept);
    outputs.retain(|path| path.as_os_str() != "-");
    if outputs.is_empty() {
        return Ok(());
    }
    kept.extend(always_kept(context));
    for (at, output) in outputs.iter().enumerate() {
        let others = outputs.iter().take(at).cloned();
        check_output(output, &kept.iter().cloned().chain(others).collect::<Vec<_>>())?;
    }
    Ok(())
}

/// The files that no command writes its output over: the workspace, the configuration and the templates that it names.
pub(super) fn always_kept(context: &Context) -> Vec<PathBuf> {
    let templates = context.config.templates.iter().flat_map(|folder| files_of(folder, DEPTH));
    with_logs(context.database()).into_iter().chain(Config::path()).chain(templates).collect()
}

/// The paths among the arguments, of every command on the way down.
fn sort_out(matches: &ArgMatches, outputs: &mut Vec<PathBuf>, kept: &mut Vec<PathBuf>) {
    for id in matches.ids().map(clap::Id::as_str) {
        if let Ok(Some(paths)) = matches.try_get_many::<PathBuf>(id) {
            for path in paths {
                if OUTPUTS.contains(&id) {
                    outputs.push(path.clone());
                } else if !NEW.contains(&id) {
                    kept.extend(read_of(path));
                }
            }
        }
        if let Ok(Some(texts)) = matches.try_get_many::<String>(id) {
            // A text may stand in a file behind `@`.
            let named = |text: &String| {
                if id == MAPPING { Some(text.clone()) } else { Some(text.strip_prefix('@')?.to_owned()) }
            };
            kept.extend(texts.filter_map(named).map(PathBuf::from));
        }
    }
    if let Some((_, inner)) = matches.subcommand() {
        // What every command understands stands in each of them again.
        outputs.clear();
        sort_out(inner, outputs, kept);
    }
}

/// What is read where a path is named: itself, what comes in on standard input, the files of a folder.
fn read_of(path: &Path) -> Vec<PathBuf> {
    if path.as_os_str() == "-" {
        return vec![PathBuf::from("/dev/stdin")];
    }
    if path.is_dir() { files_of(path, DEPTH) } else { vec![path.to_owned()] }
}

/// The documents and templates in a folder.
fn files_of(folder: &Path, depth: usize) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let read = |name: &str| [".toml", ".vi.md", ".en.md"].iter().any(|ending| name.ends_with(ending));
    entries
        .flat_map(|path| match path.is_dir() {
            true if depth > 1 => files_of(&path, depth - 1),
            false if path.to_str().is_some_and(read) => vec![path],
            _ => Vec::new(),
        })
        .collect()
}
