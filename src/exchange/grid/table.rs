//! A table as it goes into a file and comes out of one.

/// The nouns of one kind as a table; cells are texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::exchange) struct Grid {
    /// The kind, as the fields of a batch name it.
    pub(in crate::exchange) noun: String,
    pub(in crate::exchange) columns: Vec<String>,
    /// Rows with the line on which each stands in its file.
    pub(in crate::exchange) rows: Vec<(usize, Vec<String>)>,
    /// Whether it was saved by a spreadsheet that writes `12,5` and `650.000`: semicolons part its cells.
    pub(in crate::exchange) commas: bool,
}
