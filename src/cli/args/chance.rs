//! The arguments of `scenario chance` and `scenario tornado`.

use clap::Args;

/// A set of measures, and how to draw.
#[derive(Debug, Clone, Args)]
pub struct DrawArgs {
    /// Code of the scenario, or a stage.
    #[arg(value_name = "CODE", default_value = "planned", hide_default_value = true)]
    pub scenario: String,
    /// Over the baseline and targets of this programme.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
    /// How many draws.
    #[arg(long, default_value_t = 10_000, hide_default_value = true, value_name = "N", allow_hyphen_values = true,
          value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub draws: u32,
    /// The seed.
    #[arg(long, default_value_t = 1, hide_default_value = true, value_name = "S")]
    pub seed: u64,
    /// How many threads.
    #[arg(long, default_value_t = 2, hide_default_value = true, value_name = "N", allow_hyphen_values = true,
          value_parser = clap::value_parser!(u8).range(1..=64))]
    pub threads: u8,
}

/// `scenario chance`
#[derive(Debug, Args)]
pub struct ChanceArgs {
    /// What and how.
    #[command(flatten)]
    pub draw: DrawArgs,
    /// The share of draws in the interval, in percent.
    #[arg(long, default_value_t = 90, hide_default_value = true, value_name = "PERCENT", allow_hyphen_values = true,
          value_parser = clap::value_parser!(u8).range(1..=99))]
    pub level: u8,
}

/// `scenario tornado`
#[derive(Debug, Args)]
pub struct TornadoArgs {
    /// What and how.
    #[command(flatten)]
    pub draw: DrawArgs,
    /// Bars in percent of the cost before.
    #[arg(long)]
    pub percent: bool,
    /// How many parameters.
    #[arg(long, default_value_t = 20, hide_default_value = true, value_name = "N")]
    pub limit: usize,
}
