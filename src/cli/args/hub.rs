//! The arguments of `hub`.

use super::ListOptions;
use clap::{Args, Subcommand};

/// `hub`
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum HubCommand {
    /// Sets up.
    Setup(HubSetupArgs),
    /// Joins.
    Join(HubJoinArgs),
    /// Hands over.
    Push(HubToArgs),
    /// Takes in.
    Pull(HubToArgs),
    /// Takes in and hands over.
    Sync(HubToArgs),
    /// Where it stands.
    Status(HubToArgs),
    /// Adds up.
    Rollup(HubRollupArgs),
    /// The trail.
    Audit(HubListArgs),
    /// What stands against each other.
    Conflicts(HubListArgs),
    /// Decides.
    Resolve(HubResolveArgs),
}

/// `hub setup`
#[derive(Debug, Args)]
pub struct HubSetupArgs {
    /// Which database.
    #[arg(long, value_name = "postgres://LOGIN@HOST/DATABASE")]
    pub to: String,
    /// Who hands over, and for which agency.
    #[arg(long, value_name = "LOGIN=AGENCY", value_parser = member)]
    pub member: Vec<(String, String)>,
    /// Who is of the centre.
    #[arg(long, value_name = "LOGIN=AGENCY", value_parser = member)]
    pub centre: Vec<(String, String)>,
    /// Who is no member any more.
    #[arg(long, value_name = "LOGIN")]
    pub remove: Vec<String>,
}

fn member(text: &str) -> Result<(String, String), String> {
    let parts = text.split_once('=').filter(|(login, agency)| !login.is_empty() && !agency.is_empty());
    parts.map(|(login, agency)| (login.to_owned(), agency.to_owned())).ok_or_else(|| "LOGIN=AGENCY".to_owned())
}

/// `hub join`
#[derive(Debug, Args)]
pub struct HubJoinArgs {
    /// Where.
    #[arg(long, value_name = "PLACE", required_unless_present = "as_new")]
    pub to: Option<String>,
    /// For which agency.
    #[arg(long, value_name = "CODE", conflicts_with = "as_new")]
    pub agency: Option<String>,
    /// As a copy that goes on by itself.
    #[arg(long)]
    pub as_new: bool,
}

/// `hub push`, `hub pull`, `hub sync`, `hub status`
#[derive(Debug, Args)]
pub struct HubToArgs {
    /// Where, if not as it joined.
    #[arg(long, value_name = "PLACE")]
    pub to: Option<String>,
}

/// `hub rollup`
#[derive(Debug, Args)]
pub struct HubRollupArgs {
    /// Where, if not as it joined.
    #[arg(long, value_name = "PLACE")]
    pub to: Option<String>,
    /// Which programme.
    #[arg(long, value_name = "CODE")]
    pub programme: Option<String>,
    /// Publishes it.
    #[arg(long)]
    pub publish: bool,
    /// Adds up again what was published.
    #[arg(long, conflicts_with_all = ["publish", "programme"])]
    pub verify: bool,
}

/// `hub conflicts`, `hub audit`
#[derive(Debug, Args)]
pub struct HubListArgs {
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// `hub resolve`
#[derive(Debug, Args)]
pub struct HubResolveArgs {
    /// Which table.
    #[arg(value_name = "TABLE")]
    pub table: String,
    /// Which row: its key, its parts with a stroke between them.
    #[arg(value_name = "KEY")]
    pub key: String,
    /// Which field; none where the row itself is disputed.
    #[arg(value_name = "FIELD", required_unless_present_any = ["keep", "delete"])]
    pub field: Option<String>,
    /// Which of the values, as they are numbered.
    #[arg(long, value_name = "N", required_unless_present_any = ["keep", "delete"])]
    pub take: Option<usize>,
    /// The row stays.
    #[arg(long, conflicts_with_all = ["field", "take", "delete"])]
    pub keep: bool,
    /// The row goes, unless something rests on it.
    #[arg(long, conflicts_with_all = ["field", "take"])]
    pub delete: bool,
    /// Why.
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
}
