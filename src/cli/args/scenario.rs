//! The arguments of `scenario`.

use super::{ChanceArgs, TornadoArgs};
use clap::Subcommand;

/// `scenario`
#[derive(Debug, Subcommand)]
pub enum ScenarioCommand {
    /// Lists them.
    List,
    /// Intervals, and the probability that targets are met.
    Chance(ChanceArgs),
    /// Which uncertain parameters matter.
    Tornado(TornadoArgs),
}
