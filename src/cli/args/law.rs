//! The arguments of `law`.

use super::ListOptions;
use super::value::one_of;
use crate::exchange::legal_text::Encoding;
use crate::law::compare::View;
use crate::model::Stage;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// `law`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum LawCommand {
    /// The structure of an instrument.
    Outline(LawOutlineArgs),
    /// What differs between two versions of an instrument.
    Compare(LawCompareArgs),
    /// What an amending instrument does.
    Operations(LawOperationsArgs),
    /// The consolidated text.
    Apply(LawApplyArgs),
    /// Answers by hand to what amending instruments leave for review.
    #[command(subcommand)]
    Fixes(Box<LawFixesCommand>),
    /// What holds on a day.
    At(LawAtArgs),
    /// The instrument in the form of another system.
    Export(LawExportArgs),
    /// The amending instrument between two texts.
    Draft(LawDraftArgs),
    /// What an instrument cites.
    References(LawReferencesArgs),
}

/// How the letters of files are encoded.
#[derive(Debug, Clone, Copy, Default, Args)]
pub struct Letters {
    /// The encoding, where files are in one of before Unicode.
    #[arg(long, value_parser = one_of::<Encoding>(), hide_possible_values = true, value_name = "tcvn3|vni|windows-1258|utf8-twice")]
    pub encoding: Option<Encoding>,
}

/// `law operations`
#[derive(Debug, Args)]
pub struct LawOperationsArgs {
    /// The amending instrument.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

/// `law apply`
#[derive(Debug, Args)]
pub struct LawApplyArgs {
    /// The base.
    #[arg(value_name = "BASE")]
    pub base: PathBuf,
    /// The amending instruments.
    #[arg(value_name = "AMENDING", required = true)]
    pub amending: Vec<PathBuf>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// The number of the base.
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    /// A published consolidation to compare with.
    #[arg(long, value_name = "FILE")]
    pub against: Option<PathBuf>,
    /// Answers by hand to what is for review.
    #[arg(long, value_name = "FILE")]
    pub fixes: Option<PathBuf>,
    /// Writes what is left for review as a file of answers.
    #[arg(long, value_name = "FILE")]
    pub review: Option<PathBuf>,
    /// Keeps the result as a version of the base in the workspace.
    #[arg(long, conflicts_with = "against")]
    pub save: bool,
    /// What the amendments change as tracked changes (Word).
    #[arg(long, conflicts_with = "against")]
    pub track: bool,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

/// `law fixes`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum LawFixesCommand {
    /// Lists the answers that are kept.
    List(LawFixesListArgs),
    /// Keeps answers.
    Set(LawFixesSetArgs),
    /// Takes answers back.
    Clear(LawFixesClearArgs),
}

/// `law fixes list`
#[derive(Debug, Args)]
pub struct LawFixesListArgs {
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// `law fixes set`
#[derive(Debug, Args)]
pub struct LawFixesSetArgs {
    /// The amending instrument.
    #[arg(value_name = "AMENDING")]
    pub amending: PathBuf,
    /// A file of answers.
    #[arg(long, value_name = "FILE", required_unless_present = "at", conflicts_with_all = ["at", "order", "place", "take", "skip"])]
    pub fixes: Option<PathBuf>,
    /// Where the order stands.
    #[arg(long, value_name = "PLACE")]
    pub at: Option<String>,
    /// How the order begins.
    #[arg(long, value_name = "TEXT", requires = "at")]
    pub order: Option<String>,
    /// The place that changes, of an order that was read.
    #[arg(long, value_name = "PLACE", requires = "at", conflicts_with = "order")]
    pub place: Option<String>,
    /// The order as it is to be applied.
    #[arg(long, value_name = "TEXT", requires = "at", required_unless_present_any = ["skip", "fixes"], conflicts_with = "skip")]
    pub take: Option<String>,
    /// Why it is passed over.
    #[arg(long, value_name = "TEXT", requires = "at")]
    pub skip: Option<String>,
    /// The instrument at which it aims where it names none.
    #[arg(long, value_name = "NUMBER")]
    pub base: Option<String>,
    /// A remark.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    /// Who answers.
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    /// On which day.
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

/// `law fixes clear`
#[derive(Debug, Args)]
pub struct LawFixesClearArgs {
    /// The number of the amending instrument.
    #[arg(value_name = "NUMBER")]
    pub number: String,
    /// At which places; all where none is named.
    #[arg(value_name = "PLACE")]
    pub places: Vec<String>,
}

/// `law at`
#[derive(Debug, Args)]
pub struct LawAtArgs {
    /// The day, then the place; or a stable address.
    #[arg(value_names = ["DATE", "PLACE"], required = true, num_args = 1..=2)]
    pub what: Vec<String>,
}

/// `law export`
#[derive(Debug, Args)]
pub struct LawExportArgs {
    /// The file of the instrument, or its number in the data file.
    #[arg(value_name = "FILE|NUMBER")]
    pub what: String,
    /// Instruments that amend it.
    #[arg(value_name = "AMENDING")]
    pub amending: Vec<PathBuf>,
    /// The form.
    #[arg(long = "as", value_parser = one_of::<LawForm>(), hide_possible_values = true, value_name = "akn", default_value = "akn", hide_default_value = true)]
    pub form: LawForm,
    /// As of which day.
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// The number of the instrument.
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    /// The day of issue.
    #[arg(long, value_name = "DATE")]
    pub issued: Option<String>,
    /// Answers by hand to what is for review.
    #[arg(long, value_name = "FILE", requires = "amending")]
    pub fixes: Option<PathBuf>,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

crate::words::named! {
    /// The forms in which instruments are given to other systems.
    LawForm {
        /// Akoma Ntoso 3.0.
        Akn = "akn" { vi: "Akoma Ntoso", en: "Akoma Ntoso" },
    }
}

/// What says that `law draft` drafts from measures: each which ones says that it does.
const OF_MEASURES: [&str; 5] = ["measures", "agency", "regulation", "stage", "scenario"];

/// `law draft`
#[derive(Debug, Args)]
pub struct LawDraftArgs {
    /// Base, edited, base, edited …
    #[arg(value_names = ["BASE", "EDITED"], required_unless_present_any = OF_MEASURES, conflicts_with_all = OF_MEASURES,
        num_args = 2..)]
    pub files: Vec<PathBuf>,
    /// From all planned measures of the workspace.
    #[arg(long)]
    pub measures: bool,
    /// Only measures of this agency.
    #[arg(long, value_name = "CODE", conflicts_with = "regulation")]
    pub agency: Option<String>,
    /// Only measures on this regulation.
    #[arg(long, value_name = "ID")]
    pub regulation: Option<String>,
    /// Only measures that count at this stage.
    #[arg(long, value_parser = one_of::<Stage>(), hide_possible_values = true, value_name = "planned|approved|in-force")]
    pub stage: Option<Stage>,
    /// Only measures of this scenario.
    #[arg(long, value_name = "SCENARIO")]
    pub scenario: Option<String>,
    /// The number of the draft.
    #[arg(long, value_name = "NUMBER")]
    pub number: Option<String>,
    /// The number of the base.
    #[arg(long, value_name = "NUMBER", conflicts_with_all = OF_MEASURES)]
    pub base_number: Option<String>,
    /// The place of issue.
    #[arg(long, value_name = "PLACE")]
    pub place: Option<String>,
    /// The date of issue.
    #[arg(long, value_name = "DATE")]
    pub issued: Option<String>,
    /// The date of effect.
    #[arg(long, value_name = "DATE")]
    pub effective: Option<String>,
    /// A local body issues it.
    #[arg(long)]
    pub local: bool,
    /// Under the shortened procedure.
    #[arg(long)]
    pub shortened: bool,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

/// `law references`
#[derive(Debug, Args)]
pub struct LawReferencesArgs {
    /// The instrument.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only what cites this place.
    #[arg(long, value_name = "ADDRESS", conflicts_with = "repealed")]
    pub to: Option<String>,
    /// Places that are to be repealed.
    #[arg(long, value_name = "ADDRESS", num_args = 1..)]
    pub repealed: Vec<String>,
    /// Other instruments that may cite this one.
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub beside: Vec<PathBuf>,
    /// Beside it, what applies of all instruments of the workspace.
    #[arg(long)]
    pub catalogue: bool,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

/// `law compare`
#[derive(Debug, Args)]
pub struct LawCompareArgs {
    /// The version that is in force.
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// The proposed version.
    #[arg(value_name = "NEW")]
    pub new: PathBuf,
    /// The layout.
    #[arg(long = "as", value_parser = one_of::<View>(), hide_possible_values = true, value_name = "unified|side|words|table")]
    pub view: Option<View>,
    /// Shows what did not change too.
    #[arg(long)]
    pub all: bool,
    /// Passes over punctuation, quotation marks and where tones are put.
    #[arg(long)]
    pub loose: bool,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}

/// `law outline`
#[derive(Debug, Args)]
pub struct LawOutlineArgs {
    /// The file; `-` is standard input.
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// Only how many units of each level there are.
    #[arg(long)]
    pub count: bool,
    /// Only the page furniture that was taken out.
    #[arg(long, conflicts_with = "count")]
    pub dropped: bool,
    /// How the letters of the files are encoded.
    #[command(flatten)]
    pub letters: Letters,
}
