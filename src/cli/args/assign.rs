//! The arguments of `directive`, `assignment`, `campaign`, `indicator`, `owes`.

use super::value::one_of;
use super::{CodeArgs, ListOptions};
use clap::{Args, Subcommand};

/// `directive`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum DirectiveCommand {
    /// Lists them.
    List(ListOptions),
    /// Shows one.
    Show(CodeArgs),
    /// Records one.
    Add(DirectiveAddArgs),
}

/// `directive add`
#[derive(Debug, Args)]
pub struct DirectiveAddArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Name.
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Name in English.
    #[arg(long, value_name = "TEXT")]
    pub name_en: Option<String>,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub date: String,
    /// Who gave it.
    #[arg(long, value_name = "NAME")]
    pub issuer: Option<String>,
    /// Its document.
    #[arg(long, value_name = "NUMBER")]
    pub document: Option<String>,
    /// Source.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
}

/// On which day a list is true.
#[derive(Debug, Args)]
pub struct OnArgs {
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// Which one, and on which day.
#[derive(Debug, Args)]
pub struct NamedOnArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}

/// `assignment`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum AssignmentCommand {
    /// Lists them.
    List(AssignmentListArgs),
    /// Shows one.
    Show(NamedOnArgs),
    /// Records one.
    Add(AssignmentAddArgs),
    /// Changes one.
    Edit(AssignmentEditArgs),
    /// Gives it a status.
    Move(AssignmentMoveArgs),
    /// Removes one.
    Remove(CodeArgs),
}

/// `assignment list`
#[derive(Debug, Args)]
pub struct AssignmentListArgs {
    /// Only of this directive.
    #[arg(long, value_name = "CODE")]
    pub directive: Option<String>,
    /// Only of this agency.
    #[arg(long, value_name = "CODE")]
    pub agency: Option<String>,
    /// Only of this person.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Only of this status.
    #[arg(long, value_name = "STATUS")]
    pub status: Option<String>,
    /// Only what is late.
    #[arg(long)]
    pub late: bool,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// The fields of an assignment.
#[derive(Debug, Clone, Args)]
pub struct AssignmentFields {
    /// Content in English.
    #[arg(long, value_name = "TEXT")]
    pub title_en: Option<String>,
    /// Who leads.
    #[arg(long = "lead", value_name = "CODE", value_delimiter = ',')]
    pub leads: Vec<String>,
    /// Who co-operates.
    #[arg(long = "with", value_name = "CODE|NAME", value_delimiter = ',')]
    pub cooperating: Vec<String>,
    /// Deliverable.
    #[arg(long, value_name = "TEXT")]
    pub deliverable: Option<String>,
    /// Due date.
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// Person responsible.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Source.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
}

/// `assignment add`
#[derive(Debug, Args)]
pub struct AssignmentAddArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Directive.
    #[arg(long, value_name = "CODE")]
    pub directive: String,
    /// Content.
    #[arg(long, value_name = "TEXT")]
    pub title: String,
    /// The rest.
    #[command(flatten)]
    pub fields: AssignmentFields,
}

/// `assignment edit`
#[derive(Debug, Args)]
pub struct AssignmentEditArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Content.
    #[arg(long, value_name = "TEXT")]
    pub title: Option<String>,
    /// The rest.
    #[command(flatten)]
    pub fields: AssignmentFields,
}

/// `assignment move`
#[derive(Debug, Args)]
pub struct AssignmentMoveArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// The status.
    #[arg(value_name = "STATUS")]
    pub status: String,
    /// Whose part.
    #[arg(long, value_name = "CODE")]
    pub agency: Option<String>,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// What shows it.
    #[arg(long, value_name = "TEXT")]
    pub evidence: Option<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}

/// `campaign`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum CampaignCommand {
    /// Lists them.
    List(OnArgs),
    /// Shows one.
    Show(NamedOnArgs),
    /// Begins one.
    New(CampaignNewArgs),
    /// Puts instruments under review.
    Add(CampaignAddArgs),
    /// Records an outcome.
    Outcome(CampaignOutcomeArgs),
    /// Removes one, or instruments from it.
    Remove(CampaignRemoveArgs),
}

/// `campaign new`
#[derive(Debug, Args)]
pub struct CampaignNewArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Name.
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Name in English.
    #[arg(long, value_name = "TEXT")]
    pub name_en: Option<String>,
    /// What set it off.
    #[arg(long, value_name = "TEXT")]
    pub trigger: String,
    /// Assignment.
    #[arg(long, value_name = "CODE")]
    pub assignment: Option<String>,
    /// Who leads.
    #[arg(long, value_name = "CODE")]
    pub lead: Option<String>,
    /// Due date.
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// Source.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
}

/// `campaign add`
#[derive(Debug, Args)]
pub struct CampaignAddArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Instruments.
    #[arg(value_name = "NUMBER")]
    pub instruments: Vec<String>,
    /// All on which procedures of an agency rest.
    #[arg(long, value_name = "CODE")]
    pub of_agency: Option<String>,
    /// Person responsible.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
}

/// `campaign outcome`
#[derive(Debug, Args)]
pub struct CampaignOutcomeArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Instrument.
    #[arg(value_name = "NUMBER")]
    pub instrument: String,
    /// Outcome.
    #[arg(value_name = "OUTCOME")]
    pub outcome: String,
    /// Measures.
    #[arg(long = "measure", value_name = "CODE", value_delimiter = ',')]
    pub measures: Vec<String>,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Person responsible.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
}

/// `campaign remove`
#[derive(Debug, Args)]
pub struct CampaignRemoveArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Only these instruments.
    #[arg(value_name = "NUMBER")]
    pub instruments: Vec<String>,
}

/// `indicator`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum IndicatorCommand {
    /// Lists them.
    List(OnArgs),
    /// Shows one.
    Show(NamedOnArgs),
    /// Records one.
    Add(IndicatorAddArgs),
    /// Records a reading.
    Read(IndicatorReadArgs),
    /// Removes one.
    Remove(CodeArgs),
}

/// `indicator add`
#[derive(Debug, Args)]
pub struct IndicatorAddArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Name.
    #[arg(long, value_name = "TEXT")]
    pub name: String,
    /// Name in English.
    #[arg(long, value_name = "TEXT")]
    pub name_en: Option<String>,
    /// Unit.
    #[arg(long, value_name = "TEXT")]
    pub unit: String,
    /// Assignment.
    #[arg(long, value_name = "CODE")]
    pub assignment: Option<String>,
    /// Value at the start.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub baseline: Option<String>,
    /// Value to be reached.
    #[arg(long, value_name = "NUMBER", allow_hyphen_values = true)]
    pub target: Option<String>,
    /// By when.
    #[arg(long, value_name = "DATE")]
    pub due: Option<String>,
    /// A lower value is better.
    #[arg(long)]
    pub lower_is_better: bool,
    /// Source.
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
}

/// `indicator read`
#[derive(Debug, Args)]
pub struct IndicatorReadArgs {
    /// Code.
    #[arg(value_name = "CODE")]
    pub code: String,
    /// Value.
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    pub value: String,
    /// Of whom.
    #[arg(long, value_name = "CODE")]
    pub agency: Option<String>,
    /// The day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// Source.
    #[arg(long, value_name = "TEXT")]
    pub source: String,
}

crate::words::named! {
    /// By whom debts are told.
    OwesBy {
        /// By agency.
        Agency = "agency",
        /// By person responsible.
        Person = "person",
    }
}

/// `owes`
#[derive(Debug, Args)]
pub struct OwesArgs {
    /// By whom.
    #[arg(long, value_parser = one_of::<OwesBy>(), hide_possible_values = true, value_name = "agency|person")]
    pub by: Option<OwesBy>,
    /// One row an agency or person.
    #[arg(long)]
    pub totals: bool,
    /// Only what is late.
    #[arg(long)]
    pub late: bool,
    /// Only this agency.
    #[arg(long, value_name = "CODE")]
    pub agency: Option<String>,
    /// Only this person.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// Conditions.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
}
