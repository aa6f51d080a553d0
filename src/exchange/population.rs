//! Tables of how many comply: a code, a number a year, a source. What their heads may be called is data (`catalog/population-table.toml`).

use super::records::header::{code_of, distinct, titles};
use super::tables::{self, Row, SourceTable, is_blank};
use crate::cost::typed;
use crate::model::{Batch, Cell, Fraction, Population, Provenance};
use crate::text::{Lang, date, fold};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::form::FormWord;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::Value;

/// The name by which the table is asked for as a mapping.
pub const NAME: &str = "population";

/// The heads stand in one of so many first rows.
const HEADS_WITHIN: usize = 20;

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

/// Reads the tables of how many comply among those of a file; nothing where there is none. `asked`: whether the user says that it is one.
///
/// # Errors
/// Bad input, with the line, where a number cannot be read, or a code stands twice; or the user says it is such a table and it is not.
pub(super) fn read(tables: &[SourceTable], name: &str, asked: bool) -> Result<Option<(Batch, Vec<Said>)>> {
    let heads: Heads =
        toml::from_str(include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/catalog/population-table.toml")))
            .map_err(|e| Fault::other(M::BadValue.said(&[])).because(e))?;
    let mut reading = Reading { name, populations: Vec::new(), notes: Vec::new(), empty: 0, local: Vec::new() };
    let mut unread = Vec::new();
    for table in tables {
        match head(table, |names| columns(names, &heads, asked)) {
            Some((columns, below)) => reading.table(table, &columns, below)?,
            None => unread.extend(table.name.clone()),
        }
    }
    let Reading { populations, mut notes, empty, local, .. } = reading;
    if populations.is_empty() && empty == 0 && local.is_empty() {
        return if asked { Err(Fault::input(M::NoPopulationTable.said(&[]))) } else { Ok(None) };
    }
    notes.extend((empty > 0).then(|| TakenWord::PopulationsEmpty.said(&[&empty])));
    notes.extend((!local.is_empty()).then(|| TakenWord::PopulationsLocal.said(&[&local.len(), &local.join(", ")])));
    notes.extend(unread.iter().map(|sheet| TakenWord::SheetUnread.said(&[sheet, &NAME])));
    Ok(Some((Batch { populations, ..Batch::default() }, notes)))
}

/// What was read so far.
struct Reading<'a> {
    name: &'a str,
    populations: Vec<Population>,
    notes: Vec<Said>,
    empty: usize,
    /// Codes of local announcements.
    local: Vec<String>,
}

impl Reading<'_> {
    fn table(&mut self, table: &SourceTable, columns: &Columns, below: usize) -> Result<()> {
        not_counted_in_thousands(&table.rows[..below])?;
        for (line, row) in table.rows.iter().skip(below) {
            let of = |fault: Fault| fault.at_line(*line);
            let cell = |at: usize| row.get(at).filter(|cell| !is_blank(cell));
            let text = |at: usize| cell(at).map(tables::line);
            let Some(written) = cell(columns.code) else { continue };
            let code = match code_of(written) {
                Some(local) if local.unit.is_some() => {
                    self.local.push(tables::line(written));
                    continue;
                }
                Some(code) => code.national,
                None => tables::line(written),
            };
            let Some(typed) = cell(columns.count) else {
                if table.formulas.contains(&(*line, columns.count)) {
                    let fault = Fault::input(FormWord::NoValue.said(&[&tables::line(written)]));
                    return Err(of(fault.hint(FormWord::NoValueHint.said(&[]))));
                }
                // The numbers of the columns, a total without a number.
                self.empty += 1;
                continue;
            };
            let number = |which: Cell, typed: &Value| {
                let bad = |unread: typed::Unread| {
                    of(Fault::input(M::BadCell.said(&[&code, &tables::line(typed)])).hint(unread.said))
                };
                figure(which, typed).map_err(bad)
            };
            let count = number(Cell::Population, typed)?;
            let too_large = || of(Fault::input(TakenWord::PopulationTooLarge.said(&[&code, &tables::line(typed)])));
            let count = i64::try_from(count.numerator()).map_err(|_| too_large())?;
            let times = columns.times.and_then(cell).map(|typed| number(Cell::Times, typed)).transpose()?;
            let bad = |text: &String| of(Fault::input(M::BadCell.said(&[&code, text])));
            let provenance = match columns.provenance.and_then(text) {
                None => Provenance::Surveyed,
                Some(text) => provenance(&text).ok_or_else(|| bad(&text))?,
            };
            let day = columns.date.and_then(text);
            let day = day.map(|text| day_of(&text).ok_or_else(|| bad(&text))).transpose()?;
            if self.populations.iter().any(|known| known.regulation == code) {
                return Err(of(Fault::input(M::PopulationTwice.said(&[&code]))));
            }
            self.populations.push(Population {
                regulation: code,
                count: Some(count),
                times,
                date: day,
                provenance,
                source: columns.source.and_then(text).unwrap_or_else(|| self.name.to_owned()),
                groups: Vec::new(),
            });
        }
        Ok(())
    }
}

/// A figure in a cell: a number of a spreadsheet is what it is, a text is read as people type it.
///
/// # Errors
/// It is no figure of this kind.
pub(super) fn figure(which: Cell, value: &Value) -> std::result::Result<Fraction, typed::Unread> {
    match value {
        Value::Number(number) => typed::of_number(which, Fraction::parse(&number.to_string())),
        other => typed::read(which, &tables::line(other)),
    }
}

/// Whether a line above the numbers says that they are thousands.
fn not_counted_in_thousands(above: &[Row]) -> Result<()> {
    for (line, cells) in above {
        let words = plain(&cells.iter().map(tables::line).collect::<Vec<_>>().join(" "));
        let unit = ["nghin", "ngan", "trieu", "thousand", "million"]
            .into_iter()
            .find(|unit| words.split(' ').any(|word| word == *unit));
        if let Some(unit) = unit.filter(|_| ["don vi", "dvt", "unit"].iter().any(|word| words.contains(word))) {
            let fault = Fault::input(TakenWord::CountedIn.said(&[&unit, line]));
            return Err(fault.hint(TakenWord::CountedInHint.said(&[])).at_line(*line));
        }
    }
    Ok(())
}

/// The columns of a table by its head, over one row or two, and how many rows stand above what follows.
pub(super) fn head<C>(table: &SourceTable, columns: impl Fn(&Names) -> Option<(C, usize)>) -> Option<(C, usize)> {
    for at in 0..table.rows.len().min(HEADS_WITHIN) {
        // A title above the table is no row of its head.
        if distinct(&table.rows[at].1) < 2 {
            continue;
        }
        let mut best: Option<(C, usize, usize)> = None;
        for high in 1..=2.min(table.rows.len() - at) {
            // What begins with a digit is of a record.
            let below = &table.rows[at + high - 1].1;
            if high > 1 && below.iter().any(|cell| tables::line(cell).starts_with(|c: char| c.is_ascii_digit())) {
                break;
            }
            let names: Names = titles(&table.rows[at..at + high])
                .iter()
                .map(|may_be| may_be.iter().map(|title| plain(title)).collect())
                .collect();
            if let Some((found, known)) = columns(&names)
                && best.as_ref().is_none_or(|(_, before, _)| *before < known)
            {
                best = Some((found, known, at + high));
            }
        }
        if let Some((found, _, below)) = best {
            return Some((found, below));
        }
    }
    None
}

/// What the head of each column may be.
pub(super) type Names = Vec<Vec<String>>;

/// The column that goes by one of some names; its own words come before those that stand over several columns.
pub(super) fn find(names: &Names, known: &[String]) -> Option<usize> {
    let deepest = names.iter().map(Vec::len).max()?;
    let is = |may_be: &Vec<String>, rank: usize| may_be.get(rank).is_some_and(|name| known.contains(name));
    (0..deepest).find_map(|rank| names.iter().position(|may_be| is(may_be, rank)))
}

/// The columns of a head, and how many of them are known; nothing where it is none.
fn columns(names: &Names, heads: &Heads, asked: bool) -> Option<(Columns, usize)> {
    let find = |known: &[String]| find(names, known);
    if find(&heads.never).is_some() {
        return None;
    }
    let certain = asked || find(&heads.certainly).is_some();
    if !certain && find(&heads.other).is_some() {
        return None;
    }
    let (code, count) = (find(&heads.code)?, find(&heads.count)?);
    let more = [&heads.times, &heads.source, &heads.provenance, &heads.date].map(|known| find(known));
    let known = 2 + more.iter().flatten().count();
    let [times, source, provenance, date] = more;
    Some((Columns { code, count, times, source, provenance, date }, known))
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
