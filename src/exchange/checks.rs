//! The rules by which cost sheets are questioned, and tables of others with printed figures.

use super::forms::Layout;
use super::{input, methods, tables};
use crate::cost::check::{CheckRules, PrintedCell, PrintedRow};
use crate::words::Result;
use crate::words::check::CheckWord;
use serde_json::Value;
use std::path::Path;

const RULES: (&str, &str) = ("cost-checks.toml", include_str!("../../catalog/cost-checks.toml"));

/// The rules in a file, or those that come with the program.
///
/// # Errors
/// Bad input, with file, line and column.
pub fn rules(path: Option<&Path>) -> Result<CheckRules> {
    match path {
        None => toml_rules(RULES.1).map_err(|fault| fault.in_file(Path::new(RULES.0))),
        Some(path) => toml_rules(&input::text(path)?).map_err(|fault| fault.in_file(path)),
    }
}

/// The rules with the layout of the official sheet as the tables of a file have it: its heads are known by the words of the form, which stand in one place.
///
/// # Errors
/// None with the form as shipped.
pub fn with_official(mut rules: CheckRules, tables: &[Vec<PrintedRow>]) -> Result<CheckRules> {
    let words = tables.iter().flatten().flat_map(|(_, cells)| cells).filter_map(|cell| match cell {
        PrintedCell::Text(text) => Some(text.as_str()),
        PrintedCell::Number(_) => None,
    });
    rules.layout.push(Layout::official()?.printed(words));
    Ok(rules)
}

fn toml_rules(text: &str) -> Result<CheckRules> {
    methods::toml(text, CheckWord::BadRules, CheckWord::BadRulesHint)
}

/// The tables of a file, row by row, empty rows left out.
///
/// # Errors
/// Bad input: the file cannot be read, or is of a kind that holds no tables.
pub fn tables(path: &Path) -> Result<Vec<Vec<PrintedRow>>> {
    let row = |(line, cells): tables::Row| (line, cells.iter().map(cell).collect());
    Ok(tables::read(path)?.into_iter().map(|table| table.rows.into_iter().map(row).collect()).collect())
}

fn cell(cell: &Value) -> PrintedCell {
    match cell {
        Value::Number(_) => PrintedCell::Number(tables::line(cell)),
        other => PrintedCell::Text(tables::line(other)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cost::check::Doubt;

    #[test]
    fn the_shipped_rules_are_sound() {
        let rules = rules(None).expect("rules");
        for doubt in Doubt::ALL {
            assert!(rules.severity.contains_key(doubt), "{doubt} has no severity");
        }
        for rule in &rules.minutes {
            assert!(rule.low <= rule.high && !rule.source.is_empty(), "{rule:?}");
        }
        for layout in &rules.layout {
            let keys = layout.product.iter().flat_map(|p| p.sum.iter().flatten().chain([&p.gives]));
            for key in keys {
                assert!(layout.columns.contains_key(key), "{}: no column {key}", layout.id);
            }
        }
    }
}
