//! The arguments of `linked`.

use super::ListOptions;
use clap::{Args, Subcommand};

/// `linked`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum LinkedCommand {
    /// Lists them with what they cost.
    List(LinkedListArgs),
    /// Shows one.
    Show(LinkedShowArgs),
}

/// `linked list`
#[derive(Debug, Args)]
pub struct LinkedListArgs {
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// `linked show`
#[derive(Debug, Args)]
pub struct LinkedShowArgs {
    /// Code of the service.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}
