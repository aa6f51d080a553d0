//! The terminal application: a key becomes a command, a command changes the state of a screen or asks for work on the workspace, the state is
//! drawn. Drawing touches neither the workspace nor the state.

mod app;
mod beside;
mod carry;
mod chrome;
mod command;
mod corner;
mod job;
mod kept;
mod keymap;
mod layers;
#[doc(hidden)]
pub mod measure;
mod mouse;
mod place;
mod remember;
mod screen;
mod screens;
mod session;
mod status;
mod terminal;
#[cfg(test)]
mod tests;
mod theme;
mod widgets;
mod world;

pub use theme::Look;

use crate::store::{ChangeMeta, Workspace};
use crate::text::Lang;
use crate::words::{Fault, Result};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How the application is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Language at the start.
    pub lang: Lang,
    /// Whether it was asked for, so that it comes before what is remembered.
    pub lang_given: bool,
    /// Who makes changes; the time is that of each change.
    pub change: ChangeMeta,
    /// A folder with own templates of documents.
    pub templates: Option<PathBuf>,
    /// Files that no document is ever written over.
    pub kept: Vec<PathBuf>,
    /// Whether to do without colours.
    pub no_color: bool,
    /// The look at the start, where none is remembered.
    pub look: Look,
    /// Whether borders and signs are those of ASCII.
    pub ascii: bool,
    /// Whether the mouse is read.
    pub mouse: bool,
    /// Keys by command, where a configuration gives others.
    pub keys: BTreeMap<String, Vec<String>>,
    /// The workspace file, as it is named to people.
    pub file: String,
    /// Whether `--db` must be said to mean it.
    pub named_file: bool,
}

/// Runs the application until the user leaves it; gives the workspace file that is to be opened instead, where one was chosen.
///
/// # Errors
/// There is no terminal, or the workspace cannot be read.
pub fn run(workspace: Workspace, options: Options) -> Result<Option<PathBuf>> {
    remember_file(Path::new(&options.file));
    session::Session::new(workspace, options)?.run()
}

/// How many workspace files are remembered.
const FILES: usize = 8;

/// The file in which the workspace files that were opened last are remembered.
fn files_path() -> Option<PathBuf> {
    use etcetera::BaseStrategy;
    let base = etcetera::choose_base_strategy().ok()?;
    Some(base.state_dir().unwrap_or_else(|| base.data_dir()).join("tinhgon").join("workspaces"))
}

/// The workspace files that were opened last, the latest first; those that are gone are left out.
fn recent_files() -> Vec<PathBuf> {
    let text = files_path().and_then(|path| std::fs::read_to_string(path).ok()).unwrap_or_default();
    text.lines().map(PathBuf::from).filter(|path| path.is_file()).collect()
}

/// Remembers that a workspace file was opened. Where that cannot be written, it is not remembered.
fn remember_file(file: &Path) {
    let (Some(path), Ok(file)) = (files_path(), std::path::absolute(file)) else { return };
    if file.as_os_str().is_empty() || !file.is_file() {
        return;
    }
    let mut files = recent_files();
    files.retain(|other| *other != file);
    files.insert(0, file);
    files.truncate(FILES);
    let text: String = files.iter().map(|file| format!("{}\n", file.display())).collect();
    if let Some(folder) = path.parent() {
        let _ = std::fs::create_dir_all(folder);
    }
    let _ = std::fs::write(path, text);
}

fn cannot_launch(program: &'static str) -> impl Fn(std::io::Error) -> Fault {
    use crate::words::Message;
    move |error| Fault::other(crate::words::screen::ScreenWord::EditorFailed.said(&[&program])).because(error)
}

fn cannot(error: std::io::Error) -> Fault {
    use crate::words::Message;
    Fault::other(crate::words::screen::ScreenWord::NoTerminal.said(&[])).because(error)
}
