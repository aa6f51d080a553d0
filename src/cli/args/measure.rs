//! The arguments of `measure`.

use super::{CodeArgs, ListOptions};
use clap::{Args, Subcommand};

/// `measure`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum MeasureCommand {
    /// Proposes one.
    Add(MeasureAddArgs),
    /// Changes one.
    Edit(MeasureEditArgs),
    /// Lists them.
    List(MeasureListArgs),
    /// Shows one.
    Show(CodeArgs),
    /// Gives it a status.
    Move(MeasureMoveArgs),
    /// Removes one.
    Remove(CodeArgs),
}

/// `measure list`
#[derive(Debug, Args)]
pub struct MeasureListArgs {
    /// Only of this regulation.
    #[arg(value_name = "ID")]
    pub regulation: Option<String>,
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// The fields of a measure.
#[derive(Debug, Clone, Args)]
pub struct MeasureFields {
    /// Rows or components.
    #[arg(long = "target", value_name = "ROW", value_delimiter = ',')]
    pub targets: Vec<String>,
    /// Values.
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub values: Vec<String>,
    /// Reason.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Evidence.
    #[arg(long, value_name = "TEXT")]
    pub evidence: Option<String>,
    /// Provision.
    #[arg(long, value_name = "TEXT")]
    pub provision: Option<String>,
    /// Instrument.
    #[arg(long, value_name = "NUMBER")]
    pub instrument: Option<String>,
    /// Authority.
    #[arg(long, value_name = "TEXT")]
    pub authority: Option<String>,
    /// Level of the instrument.
    #[arg(long, value_name = "LEVEL")]
    pub level: Option<String>,
    /// How hard beside a usual change.
    #[arg(long, value_name = "NUMBER")]
    pub weight: Option<String>,
    /// The provision as it reads.
    #[arg(long, value_name = "TEXT|@FILE")]
    pub current_text: Option<String>,
    /// The provision as proposed.
    #[arg(long, value_name = "TEXT|@FILE")]
    pub proposed_text: Option<String>,
    /// Person responsible.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Due date.
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// How sure.
    #[arg(long, value_name = "PROVENANCE")]
    pub provenance: Option<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `measure add`
#[derive(Debug, Args)]
pub struct MeasureAddArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub regulation: String,
    /// Kind.
    #[arg(long, value_name = "KIND")]
    pub kind: String,
    /// Content in a sentence.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The rest.
    #[command(flatten)]
    pub fields: MeasureFields,
    /// The day of the proposal.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
}

/// `measure edit`
#[derive(Debug, Args)]
pub struct MeasureEditArgs {
    /// Code of the measure.
    #[arg(value_name = "MEASURE")]
    pub code: String,
    /// Content in a sentence.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// What must stand there.
    #[arg(long, value_name = "FIELD=OLD", allow_hyphen_values = true)]
    pub expect: Vec<String>,
    /// The rest.
    #[command(flatten)]
    pub fields: MeasureFields,
}

/// `measure move`
#[derive(Debug, Args)]
pub struct MeasureMoveArgs {
    /// Code of the measure.
    #[arg(value_name = "MEASURE")]
    pub code: String,
    /// The status.
    #[arg(value_name = "STATUS")]
    pub status: String,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// The document.
    #[arg(long, value_name = "NUMBER")]
    pub document: Option<String>,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}
