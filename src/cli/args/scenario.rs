//! The arguments of `scenario`.

use super::ScenarioSolveArgs;
use clap::Subcommand;

/// `scenario`
#[derive(Debug, Subcommand)]
pub enum ScenarioCommand {
    /// Lists them.
    List,
    /// Finds one.
    Solve(Box<ScenarioSolveArgs>),
}
