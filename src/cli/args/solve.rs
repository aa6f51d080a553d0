//! The arguments of `scenario solve`.

use super::value::one_of;
use crate::model::Stage;
use crate::reform::choose::Objective;
use clap::Args;
use std::path::PathBuf;

/// `scenario solve`
#[derive(Debug, Args)]
pub struct ScenarioSolveArgs {
    /// The problem in TOML.
    #[arg(value_name = "PROBLEM.toml", conflicts_with = "again")]
    pub problem: Option<PathBuf>,
    /// The problem of a scenario that was solved before.
    #[arg(long, value_name = "CODE")]
    pub again: Option<String>,
    /// The programme.
    #[arg(long, value_name = "CODE")]
    pub programme: Option<String>,
    /// What the best set is.
    #[arg(long, value_parser = one_of::<Objective>(), hide_possible_values = true, value_name = "least-effort|greatest-saving")]
    pub objective: Option<Objective>,
    /// What must be reached.
    #[arg(long = "target", value_name = "METRIC[/KIND][@AGENCY]=N[%]")]
    pub targets: Vec<String>,
    /// The most effort.
    #[arg(long, value_name = "POINTS", allow_hyphen_values = true)]
    pub budget: Option<String>,
    /// Which measures.
    #[arg(long, value_parser = one_of::<Stage>(), hide_possible_values = true, value_name = "planned|approved|in-force")]
    pub stage: Option<Stage>,
    /// The highest level.
    #[arg(long, value_name = "LEVEL")]
    pub max_level: Option<String>,
    /// The last due date.
    #[arg(long, value_name = "DATE")]
    pub due_by: Option<String>,
    /// Only these agencies.
    #[arg(long = "agency", value_name = "CODE", value_delimiter = ',')]
    pub agencies: Vec<String>,
    /// Only these kinds.
    #[arg(long = "kind", value_name = "KIND", value_delimiter = ',')]
    pub kinds: Vec<String>,
    /// Not these measures.
    #[arg(long, value_name = "MEASURE", value_delimiter = ',')]
    pub exclude: Vec<String>,
    /// These measures.
    #[arg(long, value_name = "MEASURE", value_delimiter = ',')]
    pub require: Vec<String>,
    /// At most one of these.
    #[arg(long = "conflict", value_name = "MEASURE,MEASURE")]
    pub conflicts: Vec<String>,
    /// One only with others.
    #[arg(long = "needs", value_name = "MEASURE=MEASURE")]
    pub needs: Vec<String>,
    /// How long.
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub seconds: Option<u32>,
    /// Which gap is enough.
    #[arg(long, value_name = "PERCENT", allow_hyphen_values = true)]
    pub gap: Option<String>,
    /// As of which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Keep it as a scenario.
    #[arg(long, value_name = "CODE")]
    pub save: Option<String>,
    /// Name of the scenario.
    #[arg(long, value_name = "TEXT", requires = "save")]
    pub name: Option<String>,
    /// Only write the problem.
    #[arg(long, conflicts_with_all = ["save", "model"])]
    pub print_problem: bool,
    /// Write the model for another solver.
    #[arg(long, value_name = "FILE.mps")]
    pub model: Option<PathBuf>,
}
