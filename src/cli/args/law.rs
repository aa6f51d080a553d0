//! What can be typed after `law`.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// `law`
#[derive(Debug, Subcommand)]
pub enum LawCommand {
    /// What differs between two versions of an instrument.
    Compare(LawCompareArgs),
}

/// How a comparison is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum As {
    /// Old above new.
    Unified,
    /// Old beside new.
    Side,
    /// Inside one text.
    Words,
    /// The comparison table.
    Table,
}

/// `law compare`
#[derive(Debug, Args)]
pub struct LawCompareArgs {
    /// The version that is in force.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The proposed version.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// The layout.
    #[arg(long = "as", value_enum, hide_possible_values = true, value_name = "unified|side|words|table")]
    pub view: Option<As>,
    /// Shows what did not change too.
    #[arg(long)]
    pub all: bool,
    /// Passes over punctuation, quotation marks and where tones are put.
    #[arg(long)]
    pub loose: bool,
}
