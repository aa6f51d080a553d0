//! The terminal application: a key becomes a command, a command changes the state or asks for work on the workspace, the state is
//! drawn. Drawing touches neither the workspace nor the state.

mod app;
mod cell;
mod choosing;
mod command;
mod data;
mod effect;
mod form;
mod forms;
mod job;
mod journal;
mod law;
mod loading;
#[doc(hidden)]
pub mod measure;
mod saving;
mod screens;
mod session;
mod terminal;
#[cfg(test)]
mod tests;
mod theme;

use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;
use crate::words::{Fault, Result};
use std::path::PathBuf;

/// How the application is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Language at the start.
    pub lang: Lang,
    /// Who makes changes; the time is that of each change.
    pub change: ChangeMeta,
    /// A folder with own templates of documents.
    pub templates: Option<PathBuf>,
    /// Files that no document is ever written over.
    pub kept: Vec<PathBuf>,
    /// Whether to do without colours.
    pub no_color: bool,
}

/// Runs the application until the user leaves it.
///
/// # Errors
/// There is no terminal, or the workspace cannot be read.
pub fn run(workspace: Workspace, options: Options) -> Result<()> {
    session::Session::new(workspace, options)?.run()
}

fn cannot(error: std::io::Error) -> Fault {
    use crate::words::Message;
    Fault::other(crate::words::tui::TuiWord::NoTerminal.said(&[])).because(error)
}
