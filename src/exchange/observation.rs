//! Tables of answers of a survey: code, row, who answered, and the figures, a column a cell or a line an answer. What their heads may be called
//! is data (`catalog/observation-table.toml`).

use super::population::{HEADS_WITHIN, day_of, plain, rows};
use crate::cost::RowField;
use crate::cost::typed::read as figure;
use crate::model::{Batch, Cell, Observation};
use crate::text::{Lang, clean_line, fold};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::observe::ObserveWord as W;
use crate::words::{Fault, Message, Result};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// The name by which the table is asked for as a mapping.
pub const NAME: &str = "observation";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heads {
    code: Vec<String>,
    row: Vec<String>,
    respondent: Vec<String>,
    cell: Vec<String>,
    value: Vec<String>,
    date: Vec<String>,
    source: Vec<String>,
    never: Vec<String>,
    cells: BTreeMap<String, Vec<String>>,
}

/// Where the columns stand.
struct Columns {
    code: usize,
    row: usize,
    respondent: Option<usize>,
    date: Option<usize>,
    source: Option<usize>,
    /// The columns of the cell and of the answer, where a line is an answer.
    line: Option<(usize, usize)>,
    /// The columns of cells by their names: `minutes`, `hours` …
    cells: Vec<(usize, String)>,
}

/// Reads a table of answers; nothing where the file is none. `asked`: whether the user says that it is one.
///
/// # Errors
/// Bad input, with the line, where an answer cannot be read; or the user says it is such a table and it is not.
pub(super) fn read(path: &Path, ending: &str, name: &str, asked: bool) -> Result<Option<Batch>> {
    let heads: Heads =
        toml::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/observation-table.toml")))
            .map_err(|e| Fault::other(M::BadValue.said(&[])).because(e))?;
    let none = || if asked { Err(Fault::input(W::NoTable.said(&[]))) } else { Ok(None) };
    let is_head = |row: &[String]| columns(row, &heads, asked).is_some();
    let Some(rows) = rows(path, ending, is_head)? else { return none() };
    let found = rows.iter().take(HEADS_WITHIN).enumerate();
    let Some((at, columns)) = found.filter_map(|(at, (_, row))| Some((at, columns(row, &heads, asked)?))).next() else {
        return none();
    };
    let mut observations: Vec<Observation> = Vec::new();
    let mut counted: BTreeMap<(String, String, Cell), usize> = BTreeMap::new();
    for (line, row) in rows.iter().skip(at + 1) {
        let cell = |at: usize| row.get(at).map(|text| clean_line(text)).filter(|text| !text.is_empty());
        let (Some(code), Some(id)) = (cell(columns.code), cell(columns.row)) else { continue };
        let of = |fault: Fault| fault.at_line(*line);
        let mut answers: Vec<(String, String)> = Vec::new();
        if let Some((name, value)) = columns.line
            && let (Some(name), Some(value)) = (cell(name), cell(value))
        {
            answers.push((name, value));
        }
        answers.extend(columns.cells.iter().filter_map(|(at, name)| Some((name.clone(), cell(*at)?))));
        let date = columns.date.and_then(cell);
        let date = date.map(|text| day_of(&text).ok_or_else(|| of(Fault::input(M::BadCell.said(&[&code, &text])))));
        let date = date.transpose()?;
        for (column, typed) in answers {
            let (which, typed) = cell_named(&column, &typed).ok_or_else(|| {
                let known: Vec<&str> = Cell::ALL.iter().map(|one| one.name()).collect();
                of(Fault::input(W::BadRow.said(&[&id, &column, &known.join(", ")])))
            })?;
            let bad =
                |unread: crate::cost::typed::Unread| Fault::input(M::BadCell.said(&[&code, &typed])).hint(unread.said);
            let value = figure(which, &typed).map_err(bad).map_err(of)?;
            let count = counted.entry((code.clone(), id.clone(), which)).or_default();
            *count += 1;
            observations.push(Observation {
                regulation: code.clone(),
                row: id.clone(),
                cell: which,
                respondent: columns.respondent.and_then(cell).unwrap_or_else(|| format!("{name}:{count}")),
                value,
                date,
                source: columns.source.and_then(cell).unwrap_or_else(|| name.to_owned()),
            });
        }
    }
    Ok(Some(Batch { observations, ..Batch::default() }))
}

/// The cell that a column or a line names, by its name or its word, with what was typed for it: hours as minutes.
fn cell_named(name: &str, typed: &str) -> Option<(Cell, String)> {
    let word = |cell: &&Cell| [Lang::Vi, Lang::En].iter().any(|lang| fold(cell.word(*lang)) == fold(name));
    if let Some(cell) = Cell::ALL.iter().find(word) {
        return Some((*cell, typed.to_owned()));
    }
    match RowField::typed(&fold(name), typed)? {
        (RowField::Cell(cell), typed) => Some((cell, typed)),
        _ => None,
    }
}

/// The columns of a row of heads; nothing where it is none.
fn columns(row: &[String], heads: &Heads, asked: bool) -> Option<Columns> {
    let names: Vec<String> = row.iter().map(|name| plain(name)).collect();
    let find = |known: &[String]| names.iter().position(|name| known.iter().any(|one| one == name));
    if find(&heads.never).is_some() {
        return None;
    }
    let respondent = find(&heads.respondent);
    let line = find(&heads.cell).zip(find(&heads.value));
    let cells: Vec<(usize, String)> =
        heads.cells.iter().filter_map(|(cell, known)| Some((find(known)?, cell.clone()))).collect();
    let is_one = (asked || respondent.is_some()) && (line.is_some() || !cells.is_empty());
    let (code, row) = find(&heads.code).zip(find(&heads.row)).filter(|_| is_one)?;
    Some(Columns { code, row, respondent, date: find(&heads.date), source: find(&heads.source), line, cells })
}
