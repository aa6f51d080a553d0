//! Where the header of a table stands, and what its columns are: by the words that people use for them, whatever their capitals, blanks and
//! remarks in parentheses; over two rows where columns stand under common heads.

use super::Source;
use crate::exchange::mapping::{Format, How, Mapping, To};
use crate::exchange::tables::{Row, is_blank, line};
use crate::model::procedure_code::ProcedureCode;
use crate::text::fold;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result};
use serde_json::Value;
use std::collections::BTreeSet;

/// In how many rows the header is looked for.
pub(super) const HEADER_ROWS: usize = 20;

/// How many rows below a header are looked at to tell whether they hold codes.
pub(super) const LOOKED_AT: usize = 20;

/// The most rows of a header.
const HIGHEST: usize = 3;

/// The header of a table.
pub(super) struct Header<'a> {
    pub mapping: &'a Mapping,
    /// Where it stands, from 1.
    pub line: usize,
    /// The columns under the names of the mapping; others as the table has them.
    pub names: Vec<String>,
    /// How many of the rows are above the first record.
    pub above: usize,
}

/// The header among the first rows of a table, and the mapping that knows it.
///
/// # Errors
/// The mapping reads no tables; a column stands there twice.
pub(super) fn find<'a>(source: &Source<'a>, format: Format, rows: &[Row]) -> Result<Option<Header<'a>>> {
    let mappings = source.reading(format)?;
    for at in 0..rows.len().min(HEADER_ROWS) {
        // A title above the table is no row of its header.
        if distinct(&rows[at].1) < 2 {
            continue;
        }
        let mut best: Option<(Named, &'a Mapping, usize)> = None;
        for high in 1..=HIGHEST.min(rows.len() - at) {
            let head = &rows[at..at + high];
            // What stands below a row that holds a record is no part of its header.
            if head.iter().flat_map(|(_, cells)| cells).any(holds_code) {
                break;
            }
            let titles = titles(head);
            for mapping in mappings.iter().copied() {
                let Some(named) = named(mapping, &titles) else { continue };
                if best.as_ref().is_none_or(|(before, ..)| before.known < named.known) {
                    best = Some((named, mapping, high));
                }
            }
        }
        let Some((named, mapping, high)) = best else { continue };
        if let Some((name, one, other)) = named.twice {
            let fault = Fault::input(TakenWord::TwiceColumn.said(&[&name, &one, &other]));
            return Err(fault.hint(TakenWord::TwiceColumnHint.said(&[])).at_line(rows[at].0));
        }
        let mut header = Header { mapping, line: rows[at].0, names: named.names, above: at + high };
        header.above += rows[header.above..].iter().take_while(|(_, row)| is_below(&header, row)).count();
        if header.is_plausible(&rows[header.above..]) {
            return Ok(Some(header));
        }
    }
    Ok(None)
}

fn holds_code(cell: &Value) -> bool {
    ProcedureCode::read(&line(cell)).is_some()
}

/// How many different texts a row holds.
pub(in crate::exchange) fn distinct(row: &[Value]) -> usize {
    row.iter().filter(|cell| !is_blank(cell)).map(line).collect::<BTreeSet<String>>().len()
}

/// For each column what its head may be: all its words, those of each row from the lowest.
pub(in crate::exchange) fn titles(rows: &[Row]) -> Vec<Vec<String>> {
    let width = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let mut above: Vec<String> = vec![String::new(); rows.len()];
    let mut titles = Vec::with_capacity(width);
    for column in 0..width {
        let mut words: Vec<String> = Vec::new();
        for (high, (_, cells)) in rows.iter().enumerate() {
            let own = cells.get(column).map(line).unwrap_or_default();
            // A common head stands over the first of its columns only; those of the lowest row are their own.
            let under = rows[high + 1..].iter().any(|(_, cells)| cells.get(column).is_some_and(|cell| !is_blank(cell)));
            if !own.is_empty() {
                own.clone_into(&mut above[high]);
            }
            let word = if own.is_empty() && under { above[high].clone() } else { own };
            if !word.is_empty() && !words.contains(&word) {
                words.push(word);
            }
        }
        let mut may_be = vec![words.join(" ")];
        if words.len() > 1 {
            may_be.extend(words.into_iter().rev());
        }
        titles.push(may_be);
    }
    titles
}

/// A head as it is compared: folded, without what stands in parentheses and what parts words.
pub(in crate::exchange) fn plain_head(text: &str) -> String {
    let mut depth = 0_usize;
    let kept: String = fold(text)
        .chars()
        .map(|c| {
            match c {
                '(' | '[' => depth += 1,
                ')' | ']' => {
                    depth = depth.saturating_sub(1);
                    return ' ';
                }
                _ => {}
            }
            if depth == 0 && c.is_alphanumeric() { c } else { ' ' }
        })
        .collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The columns of a table under the names of a mapping.
struct Named {
    /// How many fields of the mapping they give.
    known: usize,
    names: Vec<String>,
    /// A name that two columns have, and which ones, from 1.
    twice: Option<(String, usize, usize)>,
}

/// The columns under the names of a mapping; nothing where one that it needs is not there.
fn named(mapping: &Mapping, titles: &[Vec<String>]) -> Option<Named> {
    let names = titles.iter().map(|may_be| may_be[0].clone()).collect();
    let mut found = Named { known: 0, names, twice: None };
    let heads: Vec<Vec<String>> = titles.iter().map(|may_be| may_be.iter().map(|t| plain_head(t)).collect()).collect();
    let mut taken = vec![false; titles.len()];
    for rule in mapping.fields() {
        let free = |is: &dyn Fn(usize) -> bool| -> Vec<usize> {
            (0..titles.len()).filter(|at| !taken[*at] && is(*at)).collect()
        };
        let places = |name: &String| {
            let exact = free(&|at| titles[at].contains(name));
            let plain = plain_head(name);
            if exact.is_empty() { free(&|at| heads[at].contains(&plain)) } else { exact }
        };
        let all: Vec<Vec<usize>> = std::iter::once(&rule.from).chain(&rule.also).map(places).collect();
        match (all.iter().find(|places| places.len() == 1), all.iter().find(|places| places.len() > 1)) {
            (Some(one), _) => {
                taken[one[0]] = true;
                rule.from.clone_into(&mut found.names[one[0]]);
                found.known += 1;
            }
            (None, Some(two)) => found.twice = Some((rule.from.clone(), two[0] + 1, two[1] + 1)),
            (None, None) if mapping.recognise().contains(&rule.from) => return None,
            (None, None) => {}
        }
    }
    let there =
        |name: &String| found.names.contains(name) || found.twice.as_ref().is_some_and(|(twice, ..)| twice == name);
    mapping.recognise().iter().all(there).then_some(found)
}

/// Whether a row behind the header belongs to it: the numbers of the columns, or heads of columns that no rule reads.
fn is_below(header: &Header<'_>, row: &[Value]) -> bool {
    let cells: Vec<String> = row.iter().filter(|cell| !is_blank(cell)).map(line).collect();
    let number = |(nth, cell): (usize, &String)| {
        let cell = cell.trim_matches(['(', ')', '.', ' ']);
        cell.parse() == Ok(nth + 1) || cell.len() == 1 && cell.starts_with(|c: char| c.is_ascii_alphabetic())
    };
    if cells.len() > 2 && cells.iter().enumerate().all(number) {
        return true;
    }
    let of = |to: To| {
        let rule = header.mapping.fields().iter().find(|rule| rule.to == to)?;
        row.get(header.names.iter().position(|name| *name == rule.from)?).map(line)
    };
    let head = |cell: Option<String>| cell.is_some_and(|cell| header.knows(&cell));
    // A procedure may be called as a column is.
    cells.len() > 1 && !row.iter().any(|cell| code_of(cell).is_some()) && (head(of(To::Code)) || head(of(To::Name)))
}

impl Header<'_> {
    /// Whether a text is the head of a column that a rule reads.
    fn knows(&self, text: &str) -> bool {
        let head = plain_head(text);
        let rules = self.mapping.fields().iter();
        rules.flat_map(|rule| std::iter::once(&rule.from).chain(&rule.also)).any(|name| plain_head(name) == head)
    }

    /// Whether the first rows hold codes where the mapping expects codes of procedures. `Mã số` and `Tên` may head a table of anything.
    fn is_plausible(&self, rows: &[Row]) -> bool {
        let code = self.mapping.fields().iter().find(|rule| rule.to == To::Code && rule.how == How::Code);
        let Some(at) = code.and_then(|rule| self.names.iter().position(|name| *name == rule.from)) else { return true };
        if self.mapping.recognise().len() > 2 {
            return true;
        }
        let mut cells =
            rows.iter().take(LOOKED_AT).filter_map(|(_, row)| row.get(at)).filter(|c| !is_blank(c)).peekable();
        cells.peek().is_none() || cells.any(|cell| code_of(cell).is_some())
    }
}

/// The code in a cell, in whatever form a spreadsheet keeps it.
pub(in crate::exchange) fn code_of(cell: &Value) -> Option<ProcedureCode> {
    match cell {
        Value::Number(number) => ProcedureCode::of_number(number.as_f64()?),
        cell => ProcedureCode::read(&line(cell)).or_else(|| ProcedureCode::of_cut(&line(cell))),
    }
}
