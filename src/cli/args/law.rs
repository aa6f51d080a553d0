//! The arguments of `law`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `law`
#[derive(Debug, Subcommand)]
pub enum LawCommand {
    /// What an instrument cites.
    References(LawReferencesArgs),
}

/// `law references`
#[derive(Debug, Args)]
pub struct LawReferencesArgs {
    /// The instrument.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only what cites this place.
    #[arg(long, value_name = "ADDRESS", conflicts_with = "repealed")]
    pub to: Option<String>,
    /// Places that are to be repealed.
    #[arg(long, value_name = "ADDRESS", num_args = 1..)]
    pub repealed: Vec<String>,
}
