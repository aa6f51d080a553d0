//! The arguments of `suggest`.

use super::ListOptions;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `suggest`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum SuggestCommand {
    /// Lists suggested cuts.
    List(SuggestListArgs),
    /// Shows one with its evidence.
    Show(SuggestShowArgs),
    /// Makes proposed measures of some.
    Accept(SuggestAcceptArgs),
    /// Remembers that one is not wanted.
    Dismiss(SuggestDismissArgs),
}

/// `suggest list`
#[derive(Debug, Args)]
pub struct SuggestListArgs {
    /// Only this kind of measure.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// Only regulations of this agency.
    #[arg(long, value_name = "AGENCY")]
    pub agency: Option<String>,
    /// Only this regulation.
    #[arg(long, value_name = "ID")]
    pub regulation: Option<String>,
    /// Only this database.
    #[arg(long, value_name = "DATABASE")]
    pub data: Option<String>,
    /// Only those that save this much a year.
    #[arg(long, value_name = "DONG")]
    pub min_saving: Option<String>,
    /// Only components that ask for that paper and nothing else.
    #[arg(long)]
    pub whole: bool,
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
    /// Own rules.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}

/// `suggest show`
#[derive(Debug, Args)]
pub struct SuggestShowArgs {
    /// Id of the suggestion.
    #[arg(value_name = "SUGGESTION")]
    pub id: String,
    /// Own rules.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}

/// `suggest accept`
#[derive(Debug, Args)]
pub struct SuggestAcceptArgs {
    /// Ids of suggestions.
    #[arg(value_name = "SUGGESTION", required = true)]
    pub ids: Vec<String>,
    /// Person responsible.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Due date.
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// The day of the proposal.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Own rules.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}

/// `suggest dismiss`
#[derive(Debug, Args)]
pub struct SuggestDismissArgs {
    /// Id of the suggestion.
    #[arg(value_name = "SUGGESTION")]
    pub id: String,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    /// Own rules.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
}
