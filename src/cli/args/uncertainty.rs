//! The arguments of `uncertainty`.

use super::ListOptions;
use clap::{Args, Subcommand};

/// `uncertainty`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum UncertaintyCommand {
    /// States one.
    Set(UncertaintySetArgs),
    /// Lists them.
    List(ListOptions),
    /// Removes one.
    Remove(UncertaintyRemoveArgs),
}

/// `uncertainty set`
#[derive(Debug, Args)]
pub struct UncertaintySetArgs {
    /// The parameter.
    #[arg(value_name = "OF")]
    pub of: String,
    /// The distribution.
    #[arg(long, value_name = "range|triangular|pert|lognormal", required_unless_present = "from_observations")]
    pub spread: Option<String>,
    /// The lowest value.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, required_unless_present = "from_observations")]
    pub low: Option<String>,
    /// The most likely value.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub likely: Option<String>,
    /// The highest value.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true, required_unless_present = "from_observations")]
    pub high: Option<String>,
    /// Where it comes from.
    #[arg(long, value_name = "TEXT", required_unless_present = "from_observations")]
    pub source: Option<String>,
    /// How sure it is.
    #[arg(long, value_name = "PROVENANCE")]
    pub provenance: Option<String>,
    /// The range in which the middle lies, from the answers of surveys behind the cell.
    #[arg(long, conflicts_with_all = ["low", "likely", "high", "source", "provenance"])]
    pub from_observations: bool,
}

/// `uncertainty remove`
#[derive(Debug, Args)]
pub struct UncertaintyRemoveArgs {
    /// The parameter.
    #[arg(value_name = "OF")]
    pub of: String,
}
