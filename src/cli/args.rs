//! What can be typed: the commands and their arguments. Help texts stand in the catalogue of messages, not here.

mod assign;
mod chance;
mod cost;
mod hub;
mod journal;
mod law;
mod linked;
mod list;
mod measure;
mod review;
mod scenario;
mod solve;
mod suggest;
mod targets;
mod uncertainty;
mod value;

use crate::model::Stage;
use crate::view::Format;
use clap::{Args, ColorChoice, Parser, Subcommand};
use std::path::PathBuf;
use value::one_of;

pub use assign::{
    AssignmentAddArgs, AssignmentCommand, AssignmentEditArgs, AssignmentFields, AssignmentListArgs, AssignmentMoveArgs,
    CampaignAddArgs, CampaignCommand, CampaignNewArgs, CampaignOutcomeArgs, CampaignRemoveArgs, DirectiveAddArgs,
    DirectiveCommand, IndicatorAddArgs, IndicatorCommand, IndicatorReadArgs, NamedOnArgs, OnArgs, OwesArgs, OwesBy,
};
pub use chance::{ChanceArgs, DrawArgs, TornadoArgs};
pub use cost::{
    CostAddArgs, CostCheckArgs, CostClearArgs, CostCommand, CostCopyArgs, CostDraftArgs, CostMethodCommand,
    CostObserveArgs, CostPopulationArgs, CostRowArgs, CostSetArgs, CostShowArgs, CostTotalArgs, MethodRunArgs,
};
pub use hub::{HubCommand, HubJoinArgs, HubListArgs, HubResolveArgs, HubRollupArgs, HubSetupArgs, HubToArgs};
pub use journal::{BackupArgs, DoctorArgs, HistoryArgs, RedoArgs, RestoreArgs, UndoArgs};
pub use law::{
    LawApplyArgs, LawAtArgs, LawCommand, LawCompareArgs, LawDraftArgs, LawExportArgs, LawFixesClearArgs,
    LawFixesCommand, LawFixesListArgs, LawFixesSetArgs, LawOperationsArgs, LawOutlineArgs, LawReferencesArgs, Letters,
};
pub use linked::{LinkedCommand, LinkedListArgs, LinkedShowArgs};
pub use list::{ListArgs, ListOptions};
pub use measure::{MeasureAddArgs, MeasureCommand, MeasureEditArgs, MeasureFields, MeasureListArgs, MeasureMoveArgs};
pub use review::{ReviewAnswerArgs, ReviewClearArgs, ReviewCommand};
pub use scenario::{
    ScenarioCodeArgs, ScenarioCommand, ScenarioCompareArgs, ScenarioCopyArgs, ScenarioDiffArgs, ScenarioEditArgs,
    ScenarioNewArgs, ScenarioShowArgs,
};
pub use solve::ScenarioSolveArgs;
pub use suggest::{SuggestAcceptArgs, SuggestCommand, SuggestDismissArgs, SuggestListArgs, SuggestShowArgs};
pub use targets::{BaselineCommand, BaselineFreezeArgs, CheckArgs, ProgrammeArgs, ProgressArgs};
pub use uncertainty::{UncertaintyCommand, UncertaintyRemoveArgs, UncertaintySetArgs};

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "tinhgon",
    version,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What every command understands.
    #[command(flatten)]
    pub global: Global,
    /// What to do; nothing opens the terminal application.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What every command understands.
#[derive(Debug, Clone, Args)]
pub struct Global {
    /// The workspace file.
    #[arg(long, global = true, value_name = "FILE", env = "TINHGON_DB", hide_env = true)]
    pub db: Option<PathBuf>,
    /// The language.
    #[arg(long, global = true, value_name = "vi|en", value_parser = ["vi", "en"], hide_possible_values = true)]
    pub lang: Option<String>,
    /// The form of the output.
    #[arg(long, global = true, value_parser = one_of::<Format>(), hide_possible_values = true, value_name = "table|json|csv|md")]
    pub format: Option<Format>,
    /// Where the output goes.
    #[arg(short, long, global = true, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Whether colours are used.
    #[arg(long, global = true, value_enum, hide_possible_values = true, value_name = "auto|always|never")]
    pub color: Option<ColorChoice>,
    /// No messages but errors.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// More messages.
    #[arg(short, long, global = true, action = clap::ArgAction::Count)]
    pub verbose: u8,
    /// Help.
    #[arg(short, long, global = true, action = clap::ArgAction::Help)]
    pub help: Option<bool>,
    /// Version.
    #[arg(short = 'V', long, action = clap::ArgAction::Version)]
    pub version: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// Creates the workspace.
    Init(InitArgs),
    /// Takes files in.
    Import(ImportArgs),
    /// Writes nouns to a file.
    Export(ExportArgs),
    /// Makes a noun.
    New(NewArgs),
    /// Writes an empty table.
    Template(TemplateArgs),
    /// Puts local announcements together with their procedures.
    MergeLocal(MergeLocalArgs),
    /// Lists nouns.
    List(ListArgs),
    /// Shows one noun.
    Show(ShowArgs),
    /// Searches.
    Search(SearchArgs),
    /// Cost sheets and totals.
    #[command(subcommand)]
    Cost(CostCommand),
    /// The law as structure.
    #[command(subcommand)]
    Law(LawCommand),
    /// Proposed cuts.
    #[command(subcommand)]
    Measure(Box<MeasureCommand>),
    /// Procedures done as one.
    #[command(subcommand)]
    Linked(LinkedCommand),
    /// Suggested cuts.
    #[command(subcommand)]
    Suggest(SuggestCommand),
    /// Questions of checklists, answered.
    #[command(subcommand)]
    Review(ReviewCommand),
    /// Sets of measures.
    #[command(subcommand)]
    Scenario(ScenarioCommand),
    /// Directives.
    #[command(subcommand)]
    Directive(Box<DirectiveCommand>),
    /// What they assign.
    #[command(subcommand)]
    Assignment(Box<AssignmentCommand>),
    /// Reviews of instruments.
    #[command(subcommand)]
    Campaign(Box<CampaignCommand>),
    /// Numbers over time.
    #[command(subcommand)]
    Indicator(Box<IndicatorCommand>),
    /// Who owes what, since when.
    Owes(OwesArgs),
    /// Uncertain parameters.
    #[command(subcommand)]
    Uncertainty(UncertaintyCommand),
    /// Frozen baselines.
    #[command(subcommand)]
    Baseline(BaselineCommand),
    /// Where the targets stand.
    Progress(ProgressArgs),
    /// Whether the targets are met and the data complete.
    Check(CheckArgs),
    /// What is missing, late, contradictory or doubtful in the data.
    Health(HealthArgs),
    /// Writes documents.
    Report(ReportArgs),
    /// The journal.
    History(HistoryArgs),
    /// Exchange with other data files.
    #[command(subcommand)]
    Hub(HubCommand),
    /// Takes a change back.
    Undo(UndoArgs),
    /// Does again what was taken back.
    Redo(RedoArgs),
    /// Copies the workspace.
    Backup(BackupArgs),
    /// Puts a copy in the place of the workspace.
    Restore(RestoreArgs),
    /// Examines the workspace.
    Doctor(DoctorArgs),
    /// Shell completions.
    Completions(CompletionsArgs),
    /// What answers look like, for programs.
    Schema(SchemaArgs),
    /// The manual page.
    Man,
}

/// `init`
#[derive(Debug, Args)]
pub struct InitArgs {
    /// Leaves the catalogue out.
    #[arg(long)]
    pub empty: bool,
}

/// `new`
#[derive(Debug, Args)]
pub struct NewArgs {
    /// Of which kind.
    #[arg(value_name = "KIND")]
    pub kind: String,
    /// Its fields.
    #[arg(value_name = "FIELD=VALUE", required = true)]
    pub fields: Vec<String>,
}

/// `merge-local`
#[derive(Debug, Args)]
pub struct MergeLocalArgs {
    /// Which of them.
    #[arg(value_name = "CODE")]
    pub codes: Vec<String>,
}

/// `template`
#[derive(Debug, Args)]
pub struct TemplateArgs {
    /// Of which kind.
    #[arg(value_name = "KIND")]
    pub kind: String,
}

/// `import`
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The files.
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The mapping for records of others: a name or a file.
    #[arg(long, value_name = "NAME")]
    pub mapping: Option<String>,
    /// A mapping made at the terminal.
    #[arg(long, conflicts_with = "mapping")]
    pub map: bool,
    /// The agency of records that do not name theirs.
    #[arg(long, value_name = "CODE")]
    pub agency: Option<String>,
    /// The instrument whose text it is.
    #[arg(long, value_name = "NUMBER")]
    pub instrument: Option<String>,
    /// Which version of the text it is.
    #[arg(long, value_name = "NAME")]
    pub version: Option<String>,
    /// Says what would happen and changes nothing.
    #[arg(long)]
    pub dry_run: bool,
    /// Removes what the file does not have, and takes figures that are known less well.
    #[arg(long)]
    pub replace: bool,
    /// Takes the text of another instrument under a number that is there.
    #[arg(long)]
    pub force: bool,
    /// What the source is called.
    #[arg(long, value_name = "SOURCE")]
    pub name: Option<String>,
    /// How the letters of the text of an instrument are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

/// `export`
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// What; to a folder everything where nothing is said.
    #[arg(value_name = "KIND", required_unless_present = "to")]
    pub kind: Option<String>,
    /// A folder to hold a file a noun.
    #[arg(long, value_name = "FOLDER")]
    pub to: Option<PathBuf>,
}

/// `show`
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// What.
    #[arg(value_name = "KIND")]
    pub kind: String,
    /// Which.
    #[arg(value_name = "ID")]
    pub id: String,
    /// Of an instrument, only this provision.
    #[arg(long, value_name = "PROVISION")]
    pub provision: Option<String>,
    /// Of an instrument, this version.
    #[arg(long, value_name = "NAME")]
    pub version: Option<String>,
}

/// `search`
#[derive(Debug, Args)]
pub struct SearchArgs {
    /// The words.
    #[arg(required = true, value_name = "WORDS")]
    pub words: Vec<String>,
    /// Only this kind.
    #[arg(long, value_name = "KIND")]
    pub kind: Option<String>,
    /// How many.
    #[arg(long, default_value_t = 20, hide_default_value = true, value_name = "N")]
    pub limit: usize,
}

/// A code.
#[derive(Debug, Args)]
pub struct CodeArgs {
    /// Code of the regulation or measure.
    #[arg(value_name = "ID")]
    pub code: String,
}

/// `health`
#[derive(Debug, Args)]
pub struct HealthArgs {
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Which rows and columns.
    #[command(flatten)]
    pub list: ListOptions,
}

/// `report`
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Which document, or `list`.
    #[arg(value_name = "NAME")]
    pub name: String,
    /// The file to verify.
    #[arg(value_name = "FILE")]
    pub file: Option<PathBuf>,
    /// Over what.
    #[arg(long, value_name = "SCOPE")]
    pub scope: Option<String>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Which month, quarter or year.
    #[arg(long, value_name = "PERIOD")]
    pub period: Option<String>,
    /// Only this programme.
    #[arg(long, value_name = "PROGRAMME")]
    pub programme: Option<String>,
    /// Only measures of this stage.
    #[arg(long, value_parser = one_of::<Stage>(), hide_possible_values = true, value_name = "planned|approved|in-force")]
    pub stage: Option<Stage>,
    /// Only measures of this scenario.
    #[arg(long, value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// Own templates.
    #[arg(long, value_name = "FOLDER")]
    pub templates: Option<PathBuf>,
    /// What differs as tracked changes, with remarks (Word).
    #[arg(long)]
    pub track: bool,
    /// An official form.
    #[arg(long, value_name = "NAME")]
    pub form: Option<String>,
}

/// `schema`
#[derive(Debug, Args)]
pub struct SchemaArgs {
    /// Which answer.
    #[arg(value_name = "ANSWER")]
    pub answer: Option<String>,
}

/// `completions`
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum, hide_possible_values = true, value_name = "bash|zsh|fish|elvish|powershell")]
    pub shell: clap_complete::Shell,
}
