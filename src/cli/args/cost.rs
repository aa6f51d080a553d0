//! The arguments of `cost`.

use super::ListOptions;
use super::value::one_of;
use crate::reform::GroupBy;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `cost`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum CostCommand {
    /// A sheet with its formulae.
    Show(CostShowArgs),
    /// Totals.
    Total(CostTotalArgs),
    /// Figures to question.
    Check(CostCheckArgs),
    /// Methods.
    #[command(subcommand)]
    Method(CostMethodCommand),
    /// Who complies, how often.
    Population(CostPopulationArgs),
    /// Answers of a survey behind a cell.
    Observe(CostObserveArgs),
    /// What to survey first.
    Plan(ListOptions),
    /// First sheets from records.
    Draft(CostDraftArgs),
    /// Corrects cells.
    Set(CostSetArgs),
    /// Adds a row.
    Add(CostAddArgs),
    /// Removes a row.
    Remove(CostRowArgs),
    /// Removes all rows.
    Clear(CostClearArgs),
    /// A sheet as a start for another.
    Copy(CostCopyArgs),
}

/// `cost observe`
#[derive(Debug, Args)]
pub struct CostObserveArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// Id of the row.
    #[arg(value_name = "ROW", allow_hyphen_values = true)]
    pub row: String,
    /// The cell.
    #[arg(value_name = "CELL")]
    pub cell: String,
    /// The answers.
    #[arg(value_name = "VALUE")]
    pub values: Vec<String>,
    /// The survey.
    #[arg(long, value_name = "SOURCE")]
    pub source: Option<String>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Takes the answers back.
    #[arg(long, conflicts_with = "values")]
    pub clear: bool,
}

/// `cost clear`
#[derive(Debug, Args)]
pub struct CostClearArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
}

/// `cost copy`
#[derive(Debug, Args)]
pub struct CostCopyArgs {
    /// Code of the regulation whose sheet it is.
    #[arg(value_name = "FROM")]
    pub from: String,
    /// Code of the regulation that gets it.
    #[arg(value_name = "TO")]
    pub to: String,
}

/// `cost show`
#[derive(Debug, Args)]
pub struct CostShowArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// Another method.
    #[arg(long, value_name = "NAME")]
    pub method: Option<String>,
}

/// `cost check`
#[derive(Debug, Args)]
pub struct CostCheckArgs {
    /// Only this regulation.
    #[arg(value_name = "ID")]
    pub code: Option<String>,
    /// At least so grave.
    #[arg(long, value_name = "note|warning|error")]
    pub severity: Option<String>,
    /// Every question on its own.
    #[arg(long)]
    pub all: bool,
    /// Conditions.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    /// Own rules.
    #[arg(long, value_name = "FILE")]
    pub rules: Option<PathBuf>,
    /// A table of others instead.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["code", "severity", "all", "filters"])]
    pub printed: Option<PathBuf>,
}

/// `cost method`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum CostMethodCommand {
    /// Lists them.
    List,
    /// Shows one.
    Show(MethodNameArgs),
    /// Computes cases.
    Run(MethodRunArgs),
}

/// `cost method show`
#[derive(Debug, Args)]
pub struct MethodNameArgs {
    /// Name or file.
    #[arg(value_name = "NAME")]
    pub name: String,
}

/// `cost method run`
#[derive(Debug, Args)]
pub struct MethodRunArgs {
    /// Name or file.
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The cases.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// `cost total`
#[derive(Debug, Args)]
pub struct CostTotalArgs {
    /// How it is split.
    #[arg(long, value_parser = one_of::<GroupBy>(), hide_possible_values = true, value_name = "agency|field|kind")]
    pub by: Option<GroupBy>,
    /// Shared work of linked services counted once.
    #[arg(long)]
    pub linked: bool,
    /// Another method.
    #[arg(long, value_name = "NAME", conflicts_with = "linked")]
    pub method: Option<String>,
}

/// `cost draft`
#[derive(Debug, Args)]
pub struct CostDraftArgs {
    /// Which procedures.
    #[arg(value_name = "ID", required_unless_present = "all")]
    pub codes: Vec<String>,
    /// All that have none.
    #[arg(long, conflicts_with = "codes")]
    pub all: bool,
}

/// `cost set`
#[derive(Debug, Args)]
pub struct CostSetArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// Id of the row.
    #[arg(value_name = "ROW")]
    pub row: String,
    /// Cells.
    #[arg(value_name = "CELL=VALUE", required = true)]
    pub cells: Vec<String>,
    /// What must stand there.
    #[arg(long, value_name = "OLD", allow_hyphen_values = true)]
    pub expect: Vec<String>,
    /// How sure.
    #[arg(long, value_name = "PROVENANCE")]
    pub provenance: Option<String>,
    /// Where from.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// A remark for the journal.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `cost add`
#[derive(Debug, Args)]
pub struct CostAddArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// Group.
    #[arg(long, value_name = "GROUP")]
    pub group: String,
    /// What is done.
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Cells.
    #[arg(value_name = "CELL=VALUE")]
    pub cells: Vec<String>,
    /// How sure.
    #[arg(long, value_name = "PROVENANCE")]
    pub provenance: Option<String>,
    /// Where from.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
}

/// `cost population`
#[derive(Debug, Args)]
pub struct CostPopulationArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// How many a year.
    #[arg(value_name = "NUMBER")]
    pub count: Option<String>,
    /// How often each.
    #[arg(long, value_name = "NUMBER")]
    pub times: Option<String>,
    /// Shares of groups.
    #[arg(long = "share", value_name = "GROUP=PERCENT")]
    pub shares: Vec<String>,
    /// Counted on which day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// How sure.
    #[arg(long, value_name = "PROVENANCE")]
    pub provenance: Option<String>,
    /// Where from.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    /// Rows of the sheet follow it.
    #[arg(long)]
    pub rows: bool,
    /// It is unknown again.
    #[arg(long, conflicts_with_all = ["count", "times", "shares", "date", "provenance", "source", "rows"])]
    pub unknown: bool,
}

/// `cost remove`
#[derive(Debug, Args)]
pub struct CostRowArgs {
    /// Code of the regulation.
    #[arg(value_name = "ID")]
    pub code: String,
    /// Id of the row.
    #[arg(value_name = "ROW")]
    pub row: String,
}
