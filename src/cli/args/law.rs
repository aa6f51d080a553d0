//! Arguments of `law`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `law`
#[derive(Debug, Subcommand)]
pub enum LawCommand {
    /// The structure of an instrument.
    Outline(LawOutlineArgs),
}

/// `law outline`
#[derive(Debug, Args)]
pub struct LawOutlineArgs {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only how many units of each level there are.
    #[arg(long)]
    pub count: bool,
}
