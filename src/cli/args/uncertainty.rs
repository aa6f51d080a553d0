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
    #[arg(long, value_name = "range|triangular|pert|lognormal")]
    pub spread: String,
    /// The lowest value.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub low: String,
    /// The most likely value.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub likely: Option<String>,
    /// The highest value.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub high: String,
    /// Where it comes from.
    #[arg(long, value_name = "TEXT")]
    pub source: String,
    /// How sure it is.
    #[arg(long, value_name = "PROVENANCE")]
    pub provenance: Option<String>,
}

/// `uncertainty remove`
#[derive(Debug, Args)]
pub struct UncertaintyRemoveArgs {
    /// The parameter.
    #[arg(value_name = "OF")]
    pub of: String,
}
