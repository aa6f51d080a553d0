//! The arguments of `list`, and the options of every list.

use crate::view::filter::Selection;
use crate::words::Result;
use clap::Args;

/// `list`
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Of which noun.
    #[arg(value_name = "KIND")]
    pub kind: String,
    /// Which rows and columns.
    #[command(flatten)]
    pub options: ListOptions,
}

/// Which rows and columns of a list are wanted: the options that every list understands.
#[derive(Debug, Clone, Default, Args)]
pub struct ListOptions {
    /// Conditions.
    #[arg(long = "where", value_name = "FIELD=VALUE")]
    pub filters: Vec<String>,
    /// Order.
    #[arg(long, value_name = "FIELD", allow_hyphen_values = true)]
    pub sort: Option<String>,
    /// How many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Only these columns.
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    pub columns: Vec<String>,
}

impl ListOptions {
    /// What they ask for.
    ///
    /// # Errors
    /// Wrong usage, when a condition is none.
    pub fn selection(&self) -> Result<Selection> {
        Selection::read(&self.filters, self.sort.as_deref(), self.limit, &self.columns)
    }
}
