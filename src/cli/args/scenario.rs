//! The arguments of `scenario`.

use clap::Subcommand;

/// `scenario`
#[derive(Debug, Subcommand)]
pub enum ScenarioCommand {
    /// Lists them.
    List,
}
