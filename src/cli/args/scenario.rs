//! The arguments of `scenario`.

use super::value::one_of;
use super::{ChanceArgs, ListOptions, ScenarioSolveArgs, TornadoArgs};
use crate::model::Stage;
use crate::reform::Axis;
use clap::{Args, Subcommand};

/// `scenario`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum ScenarioCommand {
    /// Makes one.
    New(ScenarioNewArgs),
    /// Lists them.
    List(ListOptions),
    /// Finds one.
    Solve(Box<ScenarioSolveArgs>),
    /// Shows one with its figures.
    Show(ScenarioShowArgs),
    /// Several side by side.
    Compare(ScenarioCompareArgs),
    /// Copies one.
    Copy(ScenarioCopyArgs),
    /// Changes one.
    Edit(ScenarioEditArgs),
    /// What differs between two.
    Diff(ScenarioDiffArgs),
    /// Removes one.
    Remove(ScenarioCodeArgs),
    /// Intervals, and the probability that targets are met.
    Chance(ChanceArgs),
    /// Which uncertain parameters matter.
    Tornado(TornadoArgs),
}

/// `scenario new`
#[derive(Debug, Args)]
pub struct ScenarioNewArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Name.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// The programme over whose baseline it stands.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
    /// Its measures.
    #[arg(long = "measure", value_name = "MEASURE", value_delimiter = ',')]
    pub measures: Vec<String>,
    /// Measures by conditions.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    /// Measures of a stage.
    #[arg(long, value_parser = one_of::<Stage>(), hide_possible_values = true, value_name = "planned|approved|in-force")]
    pub stage: Option<Stage>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// A scenario.
#[derive(Debug, Args)]
pub struct ScenarioCodeArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
}

/// `scenario show`
#[derive(Debug, Args)]
pub struct ScenarioShowArgs {
    /// Code, or a special name.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// How it is split.
    #[arg(long, value_parser = one_of::<Axis>(), hide_possible_values = true, value_name = "agency|field|kind|level|authority|year")]
    pub by: Option<Axis>,
    /// Over the baseline of this programme.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
}

/// `scenario compare`
#[derive(Debug, Args)]
pub struct ScenarioCompareArgs {
    /// Codes, or special names.
    #[arg(value_name = "CODE", required = true)]
    pub codes: Vec<String>,
    /// How they are split.
    #[arg(long, value_parser = one_of::<Axis>(), hide_possible_values = true, value_name = "agency|field|kind|level|authority|year")]
    pub by: Option<Axis>,
    /// Conditions.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    /// Over the baseline of this programme.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
}

/// `scenario copy`
#[derive(Debug, Args)]
pub struct ScenarioCopyArgs {
    /// Code of the original.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Code of the copy.
    #[arg(value_name = "NEW")]
    pub new: String,
    /// Name of the copy.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
}

/// `scenario edit`
#[derive(Debug, Args)]
pub struct ScenarioEditArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Name.
    #[arg(long, value_name = "TEXT")]
    pub name: Option<String>,
    /// The programme over whose baseline it stands.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
    /// Measures to take up.
    #[arg(long, value_name = "MEASURE", value_delimiter = ',')]
    pub add: Vec<String>,
    /// Measures to drop.
    #[arg(long, value_name = "MEASURE", value_delimiter = ',')]
    pub drop: Vec<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `scenario diff`
#[derive(Debug, Args)]
pub struct ScenarioDiffArgs {
    /// Code, or a special name.
    #[arg(value_name = "A")]
    pub one: String,
    /// Code, or a special name.
    #[arg(value_name = "B")]
    pub other: String,
    /// Over the baseline of this programme.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
}
