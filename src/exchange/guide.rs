//! A mapping made with somebody's help: the columns of a table, what each may be, and what the first rows become.

use super::mapping::{Format, How, Mapping, To};
use super::records::header::{distinct, plain_head, titles};
use super::records::{Said as OfRecords, spool_records};
use super::tables::{self, Row, SourceTable, line};
use crate::model::procedure_code::ProcedureCode;
use crate::model::{AgencyRegister, Procedure};
use crate::text::Lang;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use serde::Serialize;
use std::path::Path;

/// How many rows are looked at.
const LOOKED_AT: usize = 30;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideColumn {
    /// Its head.
    pub head: String,
    /// What stands in its first rows.
    pub samples: Vec<String>,
}

/// A field that a column can fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideField {
    /// Its name in mapping files.
    pub key: String,
    /// How its value is read.
    how: Option<How>,
    /// The column that it may be, from 0.
    pub guess: Option<usize>,
    /// Whether records need it.
    pub needed: bool,
}

/// A table, and what its columns may be.
#[derive(Debug)]
pub struct Guide {
    /// Its columns.
    pub columns: Vec<GuideColumn>,
    /// The fields that they can fill.
    pub fields: Vec<GuideField>,
}

/// What a row becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// The procedure.
    pub procedure: Procedure,
    /// What deserves a look.
    pub said: Vec<crate::words::Said>,
}

#[derive(Serialize)]
struct Written<'a> {
    name: &'a str,
    title: WrittenTitle<'a>,
    formats: [&'static str; 2],
    gaps_only: bool,
    recognise: Vec<&'a str>,
    field: Vec<WrittenField<'a>>,
}

#[derive(Serialize)]
struct WrittenTitle<'a> {
    vi: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct WrittenField<'a> {
    from: &'a str,
    to: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    how: Option<How>,
}

impl Guide {
    /// Looks at a file.
    ///
    /// # Errors
    /// Bad input: the file holds no table.
    pub fn of(path: &Path) -> Result<Self> {
        let tables = tables::read(path)?;
        let table = tables.iter().max_by_key(|table| table.rows.len());
        let empty = || Fault::input(Say::EmptyFile.said(&[])).hint(Say::EmptyFileHint.said(&[])).in_file(path);
        let (heads, rows) = table.and_then(header).ok_or_else(empty)?;
        let column = |(at, head): (usize, String)| {
            let cells = rows.iter().filter_map(|(_, row)| row.get(at)).map(line).filter(|cell| !cell.is_empty());
            GuideColumn { head, samples: cells.take(3).collect() }
        };
        let columns: Vec<GuideColumn> = heads.into_iter().enumerate().map(column).collect();
        let fields = guessed(&columns)?;
        Ok(Self { columns, fields })
    }

    /// The mapping file by which the chosen columns are read; a choice is the place of a column from 0.
    ///
    /// # Errors
    /// Anything else, when it cannot be written.
    pub fn mapping(&self, name: &str, chosen: &[Option<usize>]) -> Result<String> {
        let field = |(field, at): (&'_ GuideField, &Option<usize>)| {
            let from = self.columns.get((*at)?)?.head.as_str();
            Some((from, field.key.clone(), field.how, field.needed))
        };
        let fields: Vec<_> = self.fields.iter().zip(chosen).filter_map(field).collect();
        let written = Written {
            name,
            title: WrittenTitle { vi: name, en: name },
            formats: ["xlsx", "csv"],
            gaps_only: true,
            recognise: fields.iter().filter(|(.., needed)| *needed).map(|(from, ..)| *from).collect(),
            field: fields.iter().map(|(from, to, how, _)| WrittenField { from, to, how: *how }).collect(),
        };
        toml::to_string_pretty(&written).map_err(|e| Fault::other(Say::CannotWrite.said(&[&"toml"])).because(e))
    }

    /// What the first rows become by a mapping.
    ///
    /// # Errors
    /// As for import.
    pub fn preview(path: &Path, mapping: &str, register: &AgencyRegister, rows: usize) -> Result<Vec<PreviewRow>> {
        let mapping = Mapping::parse(mapping)?;
        let said = OfRecords { register: Some(register), ..OfRecords::default() };
        let records = spool_records(path, None, said, Some(&mapping), &mut |_, _| {})?;
        let mut procedures = records.spool.all()?;
        procedures.extend(records.local);
        let row = |procedure: Procedure| {
            let code = procedure.regulation.code.clone();
            let about = records.report.problems.iter().filter(|problem| problem.code.as_ref() == Some(&code));
            PreviewRow { said: about.map(|problem| problem.said.clone()).collect(), procedure }
        };
        Ok(procedures.into_iter().take(rows).map(row).collect())
    }
}

/// The heads of a table and the rows below them: the last row with many texts before the first that holds a code, else the first such row.
fn header(table: &SourceTable) -> Option<(Vec<String>, &[Row])> {
    let rows = &table.rows;
    let holds_code = |(_, row): &Row| row.iter().any(|cell| super::records::header::code_of(cell).is_some());
    let first = rows.iter().take(LOOKED_AT).position(holds_code);
    let wide = |at: &usize| distinct(&rows[*at].1) > 1;
    let at = match first {
        Some(first) => (0..first).rev().find(wide)?,
        None => (0..rows.len().min(LOOKED_AT)).find(wide)?,
    };
    let heads = titles(&rows[at..=at]).into_iter().map(|may_be| may_be.into_iter().next().unwrap_or_default());
    Some((heads.collect(), &rows[at + 1..]))
}

/// The fields of the list that the program knows, each with the column that it may be: by its head, else by what stands in it.
fn guessed(columns: &[GuideColumn]) -> Result<Vec<GuideField>> {
    let shipped = Mapping::shipped()?;
    let Some(list) = shipped.iter().find(|mapping| mapping.reads(Format::Csv)) else { return Ok(Vec::new()) };
    let mut taken = vec![false; columns.len()];
    let mut fields = Vec::new();
    for rule in list.fields() {
        let key = rule.to.name();
        let needed = matches!(rule.to, To::Code | To::Name);
        let names: Vec<String> = std::iter::once(&rule.from).chain(&rule.also).map(|name| plain_head(name)).collect();
        let by_head =
            columns.iter().enumerate().position(|(at, column)| !taken[at] && names.contains(&plain_head(&column.head)));
        let is_code = |column: &GuideColumn| column.samples.iter().any(|cell| ProcedureCode::read(cell).is_some());
        let longest = |at: &usize| columns[*at].samples.iter().map(|cell| cell.chars().count()).max().unwrap_or(0);
        let by_content = || match rule.to {
            To::Code => columns.iter().position(is_code),
            To::Name => (0..columns.len()).filter(|at| !taken[*at]).max_by_key(longest),
            _ => None,
        };
        let guess = by_head.or_else(by_content);
        if let Some(at) = guess {
            taken[at] = true;
        }
        fields.push(GuideField { key, how: Some(rule.how).filter(|how| *how != How::Line), guess, needed });
    }
    Ok(fields)
}

impl GuideField {
    /// What it is, for people.
    pub fn word(&self, lang: Lang) -> String {
        let procedure = crate::model::Kind::Procedure.description();
        let field =
            crate::model::Kind::Regulation.description().field(&self.key).or_else(|| procedure.field(&self.key));
        field.map_or_else(|| self.key.clone(), |field| field.word.text(lang).to_owned())
    }
}
