//! The arguments of the commands of targets: the frozen baseline, progress, the check.

use super::value::one_of;
use crate::cli::progress::AgencyTime;
use crate::model::Stage;
use crate::reform::GroupBy;
use clap::{Args, Subcommand};

/// `baseline`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum BaselineCommand {
    /// Freezes one.
    Freeze(BaselineFreezeArgs),
    /// Lists them.
    List,
    /// Thaws one.
    Drop(ProgrammeArgs),
}

/// A programme.
#[derive(Debug, Args)]
pub struct ProgrammeArgs {
    /// Code of the programme.
    #[arg(value_name = "PROGRAMME")]
    pub programme: String,
}

/// `baseline freeze`
#[derive(Debug, Args)]
pub struct BaselineFreezeArgs {
    /// Code of the programme.
    #[arg(value_name = "PROGRAMME")]
    pub programme: String,
    /// The day whose state is frozen.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Replaces a frozen one.
    #[arg(long)]
    pub again: bool,
    /// A remark for the journal.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `progress`
#[derive(Debug, Default, Args)]
pub struct ProgressArgs {
    /// Only this programme.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
    /// How it is split.
    #[arg(long, value_parser = one_of::<GroupBy>(), hide_possible_values = true, value_name = "agency|field|kind")]
    pub by: Option<GroupBy>,
    /// By which agencies: those that stand for them now, or those of then.
    #[arg(long, value_parser = one_of::<AgencyTime>(), hide_possible_values = true, value_name = "now|then")]
    pub agencies: Option<AgencyTime>,
    /// Over what.
    #[arg(long, value_name = "SCOPE")]
    pub scope: Option<String>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Only this stage.
    #[arg(long, value_parser = one_of::<Stage>(), hide_possible_values = true, value_name = "planned|approved|in-force")]
    pub stage: Option<Stage>,
    /// With what moved since the baseline, and net of new burden.
    #[arg(long, conflicts_with_all = ["changes", "forecast", "ledger"])]
    pub net: bool,
    /// What came in and what went out, by agency, with what is owed.
    #[arg(long, conflicts_with_all = ["changes", "forecast", "by", "stage"])]
    pub ledger: bool,
    /// The regulations that differ from the baseline.
    #[arg(long, conflicts_with_all = ["forecast", "by", "stage"])]
    pub changes: bool,
    /// Conditions.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    /// What is expected on the due dates ahead.
    #[arg(long, conflicts_with_all = ["by"])]
    pub forecast: bool,
}

/// `check`
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Only this programme.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// The stage that must meet the target.
    #[arg(long, value_parser = one_of::<Stage>(), hide_possible_values = true, value_name = "planned|approved|in-force")]
    pub stage: Option<Stage>,
}
