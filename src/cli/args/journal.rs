//! The arguments of the commands that look after the data file: its journal, its soundness, its backups.

use clap::Args;
use std::path::PathBuf;

/// `history`
#[derive(Debug, Args)]
pub struct HistoryArgs {
    /// One change in full, by its number; or only changes of a noun.
    #[arg(value_name = "CHANGE|ID")]
    pub key: Option<String>,
    /// How many.
    #[arg(long, default_value_t = 20, hide_default_value = true, value_name = "N")]
    pub limit: usize,
}

/// `undo`
#[derive(Debug, Args)]
pub struct UndoArgs {
    /// Which change; the last when left out.
    #[arg(value_name = "CHANGE")]
    pub change: Option<i64>,
    /// That of another author too.
    #[arg(long)]
    pub force: bool,
}

/// `redo`
#[derive(Debug, Args)]
pub struct RedoArgs {
    /// What another author took back too.
    #[arg(long)]
    pub force: bool,
}

/// `doctor`
#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// A new workspace of all that can be saved.
    #[arg(long, value_name = "NEW_FILE")]
    pub rescue: Option<PathBuf>,
}

/// `backup`
#[derive(Debug, Args)]
pub struct BackupArgs {
    /// Where to: a file, or with `--keep` a folder.
    #[arg(value_name = "FILE")]
    pub to: PathBuf,
    /// So many copies stay in the folder.
    #[arg(long, value_name = "N")]
    pub keep: Option<std::num::NonZeroUsize>,
}

/// `restore`
#[derive(Debug, Args)]
pub struct RestoreArgs {
    /// Where from.
    #[arg(value_name = "FILE")]
    pub from: PathBuf,
}
