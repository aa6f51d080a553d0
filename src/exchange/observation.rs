//! Tables of answers of a survey: code, row, who answered, and the figures, a column a cell or a line an answer. What their heads may be called
//! is data (`catalog/observation-table.toml`).

use super::population::{Names, day_of, figure, find, head};
use super::records::header::code_of;
use super::tables::{self, SourceTable, is_blank};
use crate::cost::RowField;
use crate::cost::typed::Unread;
use crate::model::{Batch, Cell, Fraction, Observation};
use crate::text::{Lang, fold};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::observe::ObserveWord as W;
use crate::words::{Fault, Message, Result};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;

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

/// Reads the tables of answers among those of a file; nothing where there is none. `asked`: whether the user says that it is one.
///
/// # Errors
/// Bad input, with the line, where an answer cannot be read; or the user says it is such a table and it is not.
pub(super) fn read(tables: &[SourceTable], name: &str, asked: bool) -> Result<Option<Batch>> {
    let heads: Heads =
        toml::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/observation-table.toml")))
            .map_err(|e| Fault::other(M::BadValue.said(&[])).because(e))?;
    let mut observations: Vec<Observation> = Vec::new();
    let mut counted: BTreeMap<(String, String, Cell), usize> = BTreeMap::new();
    let mut any = false;
    for table in tables {
        let Some((columns, below)) = head(table, |names| columns(names, &heads, asked)) else { continue };
        any = true;
        for (line, row) in table.rows.iter().skip(below) {
            let of = |fault: Fault| fault.at_line(*line);
            let answers = answers(&columns, row, name, &mut counted).map_err(of)?;
            observations.extend(answers);
        }
    }
    match any {
        true => Ok(Some(Batch { observations, ..Batch::default() })),
        false if asked => Err(Fault::input(W::NoTable.said(&[]))),
        false => Ok(None),
    }
}

/// The answers of a row.
fn answers(
    columns: &Columns,
    row: &[Value],
    name: &str,
    counted: &mut BTreeMap<(String, String, Cell), usize>,
) -> Result<Vec<Observation>> {
    let cell = |at: usize| row.get(at).filter(|cell| !is_blank(cell));
    let text = |at: usize| cell(at).map(tables::line);
    let (Some(written), Some(id)) = (cell(columns.code), text(columns.row)) else { return Ok(Vec::new()) };
    let code = code_of(written).map_or_else(|| tables::line(written), |code| code.national);
    let mut answers: Vec<(String, &Value)> = Vec::new();
    if let Some((name, value)) = columns.line
        && let (Some(name), Some(value)) = (text(name), cell(value))
    {
        answers.push((name, value));
    }
    answers.extend(columns.cells.iter().filter_map(|(at, name)| Some((name.clone(), cell(*at)?))));
    let date = columns.date.and_then(text);
    let date = date.map(|text| day_of(&text).ok_or_else(|| Fault::input(M::BadCell.said(&[&code, &text]))));
    let date = date.transpose()?;
    let mut found = Vec::new();
    for (column, answer) in answers {
        let read = answered(&column, answer).ok_or_else(|| {
            let known: Vec<&str> = Cell::ALL.iter().map(|one| one.name()).collect();
            Fault::input(W::BadRow.said(&[&id, &column, &known.join(", ")]))
        })?;
        let (which, value) =
            read.map_err(|unread| Fault::input(M::BadCell.said(&[&code, &tables::line(answer)])).hint(unread.said))?;
        let count = counted.entry((code.clone(), id.clone(), which)).or_default();
        *count += 1;
        found.push(Observation {
            regulation: code.clone(),
            row: id.clone(),
            cell: which,
            respondent: columns.respondent.and_then(text).unwrap_or_else(|| format!("{name}:{count}")),
            value,
            date,
            source: columns.source.and_then(text).unwrap_or_else(|| name.to_owned()),
        });
    }
    Ok(found)
}

/// What was answered about the cell that a column or a line names, by its name or its word: hours as minutes. Nothing where there is no such cell.
fn answered(name: &str, answer: &Value) -> Option<std::result::Result<(Cell, Fraction), Unread>> {
    let word = |cell: &&Cell| [Lang::Vi, Lang::En].iter().any(|lang| fold(cell.word(*lang)) == fold(name));
    if let Some(cell) = Cell::ALL.iter().find(word) {
        return Some(figure(*cell, answer).map(|value| (*cell, value)));
    }
    let of = |which: Cell, value: &Value| figure(which, value).map(|value| (which, value));
    match RowField::typed(&fold(name), &tables::line(answer))? {
        (RowField::Cell(_), _) if fold(name) == "hours" && answer.is_number() => {
            let minutes = |(cell, hours): (Cell, Fraction)| (cell, hours.times(Fraction::whole(60)).unwrap_or(hours));
            Some(of(Cell::Minutes, answer).map(minutes))
        }
        (RowField::Cell(cell), _) if answer.is_number() => Some(of(cell, answer)),
        (RowField::Cell(cell), typed) => Some(of(cell, &Value::String(typed))),
        _ => None,
    }
}

/// The columns of a head, and how many of them are known; nothing where it is none.
fn columns(names: &Names, heads: &Heads, asked: bool) -> Option<(Columns, usize)> {
    let find = |known: &[String]| find(names, known);
    if find(&heads.never).is_some() {
        return None;
    }
    let respondent = find(&heads.respondent);
    let line = find(&heads.cell).zip(find(&heads.value));
    let cells: Vec<(usize, String)> =
        heads.cells.iter().filter_map(|(cell, known)| Some((find(known)?, cell.clone()))).collect();
    let is_one = (asked || respondent.is_some()) && (line.is_some() || !cells.is_empty());
    let (code, row) = find(&heads.code).zip(find(&heads.row)).filter(|_| is_one)?;
    let (date, source) = (find(&heads.date), find(&heads.source));
    let known = 2 + cells.len() + [respondent, date, source, line.map(|_| 0)].iter().flatten().count();
    Some((Columns { code, row, respondent, date, source, line, cells }, known))
}
