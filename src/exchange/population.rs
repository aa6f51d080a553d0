//! Tables of how many comply: a code, a number a year, a source. What their heads may be called is data (`catalog/population-table.toml`).

use super::input;
use super::workbook;
use crate::cost::typed::read as figure;
use crate::model::{Batch, Cell, Population, Provenance};
use crate::text::{Lang, clean_line, date, fold};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result, Said};
use calamine::Reader;
use jiff::civil::Date;
use serde::Deserialize;
use std::path::Path;

/// The name by which the table is asked for as a mapping.
pub const NAME: &str = "population";

/// The heads stand in one of so many first rows.
pub(super) const HEADS_WITHIN: usize = 20;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Heads {
    code: Vec<String>,
    count: Vec<String>,
    times: Vec<String>,
    source: Vec<String>,
    provenance: Vec<String>,
    date: Vec<String>,
    other: Vec<String>,
    certainly: Vec<String>,
    never: Vec<String>,
}

/// Where the columns stand.
struct Columns {
    code: usize,
    count: usize,
    times: Option<usize>,
    source: Option<usize>,
    provenance: Option<usize>,
    date: Option<usize>,
}

/// Reads a table of how many comply; nothing where the file is none. `asked`: whether the user says that it is one.
///
/// # Errors
/// Bad input, with the line, where a number cannot be read, or a code stands twice; or the user says it is such a table and it is not.
pub(super) fn read(path: &Path, ending: &str, name: &str, asked: bool) -> Result<Option<(Batch, Vec<Said>)>> {
    let heads: Heads =
        toml::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/population-table.toml")))
            .map_err(|e| Fault::other(M::BadValue.said(&[])).because(e))?;
    let none = || if asked { Err(Fault::input(M::NoPopulationTable.said(&[]))) } else { Ok(None) };
    let is_head = |row: &[String]| columns(row, &heads, asked).is_some();
    let Some(rows) = rows(path, ending, is_head)? else { return none() };
    let found = rows.iter().take(HEADS_WITHIN).enumerate();
    let found = found.filter_map(|(at, (_, row))| Some((at, columns(row, &heads, asked)?))).next();
    let Some((at, columns)) = found else { return none() };
    let mut populations: Vec<Population> = Vec::new();
    let mut empty = 0;
    for (line, row) in rows.iter().skip(at + 1) {
        let cell = |at: usize| row.get(at).map(|text| clean_line(text)).filter(|text| !text.is_empty());
        let Some(code) = cell(columns.code) else { continue };
        let Some(typed) = cell(columns.count) else {
            empty += 1;
            continue;
        };
        let number = |cell: Cell, typed: &str| {
            let bad =
                |unread: crate::cost::typed::Unread| Fault::input(M::BadCell.said(&[&code, &typed])).hint(unread.said);
            figure(cell, typed).map_err(bad)
        };
        let of = |fault: Fault| fault.at_line(*line);
        let count = number(Cell::Population, &typed).map_err(of)?;
        let times = columns.times.and_then(cell).map(|typed| number(Cell::Times, &typed)).transpose().map_err(of)?;
        let sure = columns.provenance.and_then(cell);
        let provenance = match &sure {
            None => Provenance::Surveyed,
            Some(text) => provenance(text).ok_or_else(|| of(Fault::input(M::BadCell.said(&[&code, text]))))?,
        };
        let day = columns.date.and_then(cell);
        let day = day.map(|text| day_of(&text).ok_or_else(|| of(Fault::input(M::BadCell.said(&[&code, &text])))));
        if populations.iter().any(|known| known.regulation == code) {
            return Err(of(Fault::input(M::PopulationTwice.said(&[&code]))));
        }
        populations.push(Population {
            regulation: code,
            count: i64::try_from(count.numerator()).ok(),
            times,
            date: day.transpose()?,
            provenance,
            source: columns.source.and_then(cell).unwrap_or_else(|| name.to_owned()),
            groups: Vec::new(),
        });
    }
    let notes = (empty > 0).then(|| TakenWord::PopulationsEmpty.said(&[&empty])).into_iter().collect();
    Ok(Some((Batch { populations, ..Batch::default() }, notes)))
}

/// The rows of a table with their lines.
pub(super) type Rows = Vec<(usize, Vec<String>)>;

/// The rows of a table; nothing of a file that is no table.
pub(super) fn rows(path: &Path, ending: &str, is_head: impl Fn(&[String]) -> bool) -> Result<Option<Rows>> {
    match ending {
        "csv" => {
            // What cannot be read is told by whoever reads it as what it is.
            let Ok(text) = input::text(path) else { return Ok(None) };
            let first = text.lines().next().unwrap_or_default();
            let separator = [b';', b'\t'].into_iter().find(|c| first.contains(char::from(*c))).unwrap_or(b',');
            let mut reader = csv::ReaderBuilder::new();
            let reader = reader.has_headers(false).flexible(true).delimiter(separator);
            let mut rows: Rows = Vec::new();
            for record in reader.from_reader(text.as_bytes()).records() {
                // What is no table is told by whoever reads it as what it is.
                let Ok(record) = record else { return Ok(None) };
                let line =
                    record.position().map_or(rows.len() + 1, |at| usize::try_from(at.line()).unwrap_or_default());
                rows.push((line, record.iter().map(str::to_owned).collect()));
                if rows.len() == HEADS_WITHIN && !rows.iter().any(|(_, row)| is_head(row)) {
                    return Ok(None);
                }
            }
            Ok(Some(rows))
        }
        "xlsx" => {
            let mut book = workbook::open(path)?;
            let Some(name) = book.sheet_names().first().cloned() else { return Ok(None) };
            let Ok(range) = book.worksheet_range(&name) else { return Ok(None) };
            let top = range.start().map_or(0, |(row, _)| row as usize);
            let row = |(at, cells): (usize, &[calamine::Data])| (top + at + 1, cells.iter().map(cell_of).collect());
            Ok(Some(range.rows().enumerate().map(row).collect()))
        }
        _ => Ok(None),
    }
}

/// The text of a cell of a workbook: a number as it is counted, a day as it is written.
fn cell_of(cell: &calamine::Data) -> String {
    match cell {
        calamine::Data::DateTime(day) => {
            // Workbooks count days from 30/12/1899.
            let days = jiff::Span::new().try_days(day.as_f64().floor() as i64);
            let day = days.ok().and_then(|days| jiff::civil::date(1899, 12, 30).checked_add(days).ok());
            day.map_or_else(String::new, |day| day.to_string())
        }
        other => other.to_string(),
    }
}

/// The columns of a row of heads; nothing where it is none.
fn columns(row: &[String], heads: &Heads, asked: bool) -> Option<Columns> {
    let names: Vec<String> = row.iter().map(|name| plain(name)).collect();
    let find = |known: &[String]| names.iter().position(|name| known.iter().any(|one| one == name));
    if find(&heads.never).is_some() {
        return None;
    }
    let certain = asked || find(&heads.certainly).is_some();
    if !certain && find(&heads.other).is_some() {
        return None;
    }
    Some(Columns {
        code: find(&heads.code)?,
        count: find(&heads.count)?,
        times: find(&heads.times),
        source: find(&heads.source),
        provenance: find(&heads.provenance),
        date: find(&heads.date),
    })
}

/// A head without marks and signs: `Số hồ sơ/năm` is `so ho so nam`.
pub(super) fn plain(name: &str) -> String {
    let words: String = fold(name).chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn provenance(text: &str) -> Option<Provenance> {
    let written = |one: &&Provenance| one.name() == text || fold(one.word(Lang::Vi)) == fold(text);
    Provenance::ALL.iter().find(written).copied()
}

/// A day, or the last day of a year.
pub(super) fn day_of(text: &str) -> Option<Date> {
    let year = || text.trim().parse::<i16>().ok().filter(|year| (1900..=2200).contains(year));
    date::parse(text).or_else(|| Some(jiff::civil::date(year()?, 12, 31)))
}
