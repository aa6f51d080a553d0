//! The arguments of `review`.

use super::{CodeArgs, ListOptions};
use clap::{Args, Subcommand};

/// `review`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum ReviewCommand {
    /// Lists reviews that were begun.
    List(ReviewListArgs),
    /// Shows the questions for a regulation with their answers.
    Show(CodeArgs),
    /// Answers questions.
    Answer(ReviewAnswerArgs),
    /// Takes answers back.
    Clear(ReviewClearArgs),
}

/// `review list`
#[derive(Debug, Args)]
pub struct ReviewListArgs {
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// `review answer`
#[derive(Debug, Args)]
pub struct ReviewAnswerArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// Questions with their answers.
    #[arg(value_name = "QUESTION=ANSWER", required = true)]
    pub answers: Vec<String>,
    /// Of which checklist.
    #[arg(long, value_name = "CHECKLIST")]
    pub form: Option<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Who answers.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
}

/// `review clear`
#[derive(Debug, Args)]
pub struct ReviewClearArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// Which questions; all where none is named.
    #[arg(value_name = "QUESTION")]
    pub questions: Vec<String>,
    /// Of which checklist.
    #[arg(long, value_name = "CHECKLIST")]
    pub form: Option<String>,
}
