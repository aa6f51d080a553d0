//! Empty tables to be filled in: the columns of a kind of noun, with an example of each.

use super::document::cleaned;
use super::grid::{self, Grid};
use crate::model::{Batch, Field, Kind};
use crate::words::Result;

/// A column of an empty table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TemplateColumn {
    /// Its name in files.
    pub name: String,
    /// What an example has there.
    pub example: String,
    /// What it holds, where one field describes it.
    pub field: Option<&'static Field>,
}

/// The columns of a kind of noun as tables have them. `examples` holds nouns, of this kind or not.
///
/// # Errors
/// None but for nouns that no table can hold.
pub fn columns(kind: Kind, examples: &Batch) -> Result<Vec<TemplateColumn>> {
    let grid = grid::grids(examples)?.into_iter().find(|grid| grid.noun == kind.key());
    let (mut names, rows) = grid.map_or_else(Default::default, |grid| (grid.columns, grid.rows));
    let own = kind.description();
    let of_part = own.parts.iter().filter(|part| part.single).flat_map(|part| {
        part.of.fields.iter().filter(|field| field.is_own()).map(move |field| format!("{}.{}", part.key, field.key))
    });
    let fields = own.fields.iter().filter(|field| field.is_own()).map(|field| field.key.to_owned());
    // Where the rows of a noun are those of its parts, the examples have all columns.
    if kind != Kind::Sheet && kind != Kind::Baseline {
        let lists = own.parts.iter().filter(|part| !part.single).map(|part| part.key.to_owned());
        let more: Vec<String> = of_part.chain(fields).chain(lists).filter(|name| !names.contains(name)).collect();
        names.extend(more);
    }
    if names.is_empty() {
        let parts = own.parts.iter().flat_map(|part| part.of.fields).filter(|field| field.is_own());
        names = parts.map(|field| field.key.to_owned()).collect();
        names.dedup();
    }
    // The row with the most cells says the most.
    let fullest = rows.iter().max_by_key(|(_, row)| row.iter().filter(|cell| !cell.is_empty()).count());
    let example = |at: usize, name: &str| {
        let own = fullest.and_then(|(_, row)| row.get(at)).cloned().unwrap_or_default();
        let any = || rows.iter().filter_map(|(_, row)| row.get(at)).find(|cell| !cell.is_empty()).cloned();
        let cell = if own.is_empty() { any().unwrap_or_default() } else { own };
        TemplateColumn { name: name.to_owned(), example: cell, field: field(kind, name) }
    };
    Ok(names.iter().enumerate().filter(|(_, name)| !name.contains('~')).map(|(at, name)| example(at, name)).collect())
}

/// The field behind a column, where one is.
fn field(kind: Kind, name: &str) -> Option<&'static Field> {
    let own = kind.description();
    match name.split_once('.') {
        Some((head, rest)) => own.parts.iter().find(|part| part.single && part.key == head)?.of.field(rest),
        None => own.field(name).or_else(|| own.parts.iter().find_map(|part| part.of.field(name))),
    }
}

/// An empty table as CSV; the example stands in a row that import passes over.
///
/// # Errors
/// Anything else, when it cannot be written.
pub fn csv(kind: Kind, columns: &[TemplateColumn]) -> Result<Vec<u8>> {
    let row = columns.iter().map(|column| column.example.clone()).collect();
    let names = columns.iter().map(|column| column.name.clone()).collect();
    grid::to_csv(&[Grid {
        noun: format!("{}{}", grid::PASSED_OVER, kind.key()),
        columns: names,
        rows: vec![(2, row)],
        commas: false,
    }])
}

/// The one noun that some fields give, each with what was typed for it.
///
/// # Errors
/// Bad input: an unknown or missing field, a wrong value.
pub fn one(kind: Kind, fields: &[(String, String)]) -> Result<Batch> {
    let (columns, row) = fields.iter().cloned().unzip();
    let grid = Grid { noun: kind.key().to_owned(), columns, rows: vec![(1, row)], commas: false };
    cleaned(&grid::batch(&[grid])?)
}
