//! Record files (JSONL, XLSX, CSV) through a mapping into a batch. A file comes in whole or not at all.

mod build;
pub mod coverage;
mod group;
pub(super) mod header;
mod jsonl;
mod sheet;
mod spool;

pub use coverage::{Coverage, CoverageRow, ImportReport, Problem};
pub use spool::{Lines, Spool};

use super::catalog;
use super::input::{self, Kind};
use super::mapping::{Format, Mapping};
use super::tables::{self, SourceTable};
use crate::model::{AgencyRegister, Batch, Procedure};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use build::Builder;
use serde_json::{Map, Value};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

/// The longest line, in bytes.
const LONGEST_LINE: u64 = 16 << 20;

/// The most records of one file.
const MOST_RECORDS: usize = 1_000_000;

/// How many names of columns or keys a message lists.
const NAMES_SHOWN: usize = 12;

/// A record as the file has it: keys or columns, and their values.
type Record = Map<String, Value>;

/// A file of records, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The procedures.
    pub batch: Batch,
    /// Name of the mapping that read them.
    pub mapping: String,
    /// Whether it may only fill what is empty.
    pub gaps_only: bool,
    /// What was found out.
    pub report: ImportReport,
}

/// A file of records, read and waiting to be written.
#[derive(Debug)]
pub struct Records {
    /// The procedures.
    pub spool: Spool,
    /// The records of local announcements, each of a procedure that is the same elsewhere: they fill what is empty.
    pub local: Vec<Procedure>,
    /// Where each stands in the file.
    pub lines: Lines,
    /// Name of the mapping that read them.
    pub mapping: String,
    /// Whether they may only fill what is empty.
    pub gaps_only: bool,
    /// What was found out.
    pub report: ImportReport,
}

/// Reads a file of records. Without a mapping, the one that recognises the file is used. `progress` is told how much of the
/// file is done, of how much.
///
/// # Errors
/// Bad input, with file, line and column, when the file or one record of it cannot be read.
pub fn read_records(path: &Path, mapping: Option<&Mapping>, progress: &mut dyn FnMut(u64, u64)) -> Result<Reading> {
    let Records { spool, local, mapping, gaps_only, report, .. } =
        spool_records(path, None, Said::default(), mapping, progress)?;
    let mut procedures = spool.all()?;
    procedures.extend(local);
    Ok(Reading { batch: Batch { procedures, ..Batch::default() }, mapping, gaps_only, report })
}

/// What the user says of a file of records.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    /// What the source of the records is called, where it is not the name of the file.
    pub source: Option<&'a str>,
    /// The agency of records that do not name theirs.
    pub agency: Option<&'a str>,
    /// The agencies that names are looked up in; those that come with the program where it is nothing.
    pub register: Option<&'a AgencyRegister>,
}

/// Reads a file of records as [`read_records`] does, and lets them wait beside the memory where they are many. Tables that were read
/// already are not read again.
///
/// # Errors
/// As [`read_records`].
pub(super) fn spool_records(
    path: &Path,
    tables: Option<Vec<SourceTable>>,
    said: Said<'_>,
    mapping: Option<&Mapping>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Records> {
    read(path, tables, said, mapping, progress).map_err(|fault| fault.in_file(path))
}

fn read(
    path: &Path,
    tables: Option<Vec<SourceTable>>,
    said: Said<'_>,
    mapping: Option<&Mapping>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Records> {
    let (shipped, agencies);
    let register = match said.register {
        Some(register) => register,
        None => {
            agencies = AgencyRegister::of(&catalog::shipped()?.agencies);
            &agencies
        }
    };
    let mappings: Vec<&Mapping> = match mapping {
        Some(one) => vec![one],
        None => {
            shipped = Mapping::shipped()?;
            shipped.iter().collect()
        }
    };
    let mut source = Source { path, said, register, mappings, size: 0, progress };
    if let Some(tables) = tables {
        return sheet::tables(&mut source, tables);
    }
    let (mut file, size) = input::open(path, input::LARGEST)?;
    source.size = size;
    let cannot = |error: std::io::Error| Fault::input(Say::CannotOpen.said(&[])).because_io(&error);
    let mut head = Vec::new();
    (&mut file).take(512).read_to_end(&mut head).map_err(cannot)?;
    file.seek(SeekFrom::Start(0)).map_err(cannot)?;
    let text = head.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(&head).trim_ascii_start();
    let named_json =
        path.extension().is_some_and(|e| e.eq_ignore_ascii_case("jsonl") || e.eq_ignore_ascii_case("json"));
    match tables::kind(&mut file)? {
        Kind::Text if text.is_empty() && size <= 512 => {
            Err(Fault::input(Say::EmptyFile.said(&[])).hint(Say::EmptyFileHint.said(&[])))
        }
        Kind::Text if text.starts_with(b"{") || named_json => jsonl::read(&mut source, file),
        Kind::Text => sheet::csv(&mut source, file),
        Kind::Utf16 if named_json => Err(input::unreadable(Kind::Utf16).unwrap_or_else(tables::not_one)),
        _ => sheet::tables(&mut source, tables::read(path)?),
    }
}

/// A file on its way in.
struct Source<'a> {
    path: &'a Path,
    said: Said<'a>,
    register: &'a AgencyRegister,
    mappings: Vec<&'a Mapping>,
    size: u64,
    progress: &'a mut dyn FnMut(u64, u64),
}

impl<'a> Source<'a> {
    /// The mappings that read this kind of file.
    fn reading(&self, format: Format) -> Result<Vec<&'a Mapping>> {
        let fitting: Vec<&'a Mapping> = self.mappings.iter().copied().filter(|m| m.reads(format)).collect();
        match self.mappings.first() {
            Some(only) if fitting.is_empty() => {
                Err(Fault::usage(Say::OtherFormat.said(&[&only.name(), &format.name()])))
            }
            _ => Ok(fitting),
        }
    }

    /// The mapping whose names are all among those of the file.
    fn recognise(&self, format: Format, has: &dyn Fn(&str) -> bool) -> Result<Option<&'a Mapping>> {
        let mut fitting = self.reading(format)?.into_iter();
        Ok(fitting.find(|m| m.recognise().iter().all(|name| has(name))))
    }

    /// The fault of a file that no mapping recognises, with what was expected and what was found.
    fn unknown(&self, format: Format, found: &[String], has: &dyn Fn(&str) -> bool) -> Fault {
        let fitting = self.mappings.iter().filter(|m| m.reads(format));
        let nearest = fitting.max_by_key(|m| m.recognise().iter().filter(|name| has(name)).count());
        let mut shown: Vec<String> = found.iter().take(NAMES_SHOWN).map(|n| shortened(n)).collect();
        if found.len() > NAMES_SHOWN {
            shown.push("…".to_owned());
        }
        let found = shown.join(", ");
        let (name, needed) = nearest.map_or_else(Default::default, |m| (m.name(), m.recognise().join(", ")));
        let say = if self.mappings.len() == 1 { Say::OtherLayout } else { Say::UnknownLayout };
        Fault::input(say.said(&[&name, &needed, &found])).hint(Say::UnknownLayoutHint.said(&[]))
    }

    fn builder(&self, mapping: &'a Mapping) -> Builder<'a> {
        let named = self.said.source.map(str::to_owned);
        let named = named.or_else(|| self.path.file_name().map(|n| n.to_string_lossy().into_owned()));
        Builder::new(mapping, crate::text::clean_line(&named.unwrap_or_default()), self.said.agency, self.register)
    }
}

/// A name from outside, cleaned and short enough for a message.
fn shortened(name: &str) -> String {
    let clean = crate::text::clean_line(name);
    match clean.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &clean[..at]),
        None => clean,
    }
}

/// The value of a key; a dot leads into nested objects. Keys are compared in normal form.
fn lookup<'r>(record: &'r Record, path: &str) -> Option<&'r Value> {
    if let Some(value) = get(record, path) {
        return Some(value);
    }
    let (head, tail) = path.split_once('.')?;
    lookup(get(record, head)?.as_object()?, tail)
}

fn get<'r>(record: &'r Record, key: &str) -> Option<&'r Value> {
    record.get(key).or_else(|| record.iter().find(|(k, _)| crate::text::clean_line(k) == key).map(|(_, v)| v))
}
