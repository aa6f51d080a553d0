//! Record files (JSONL, XLSX, CSV) through a mapping into a batch. A file comes in whole or not at all.

mod build;
pub mod coverage;
mod jsonl;
mod sheet;
mod spool;

pub use coverage::{Coverage, CoverageRow, ImportReport, Problem};
pub use spool::{Lines, Spool};

use super::input::{self, Kind};
use super::mapping::{Format, Mapping};
use super::workbook::{self, Book};
use crate::model::Batch;
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
    let Records { spool, mapping, gaps_only, report, .. } =
        spool_records(path, None, Said::default(), mapping, progress)?;
    Ok(Reading { batch: Batch { procedures: spool.all()?, ..Batch::default() }, mapping, gaps_only, report })
}

/// What the user says of a file of records.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'a> {
    /// What the source of the records is called, where it is not the name of the file.
    pub source: Option<&'a str>,
    /// The agency of records that do not name theirs.
    pub agency: Option<&'a str>,
}

/// Reads a file of records as [`read_records`] does, and lets them wait beside the memory where they are many. A workbook that was opened
/// already is not opened again.
///
/// # Errors
/// As [`read_records`].
pub(super) fn spool_records(
    path: &Path,
    book: Option<Book>,
    said: Said<'_>,
    mapping: Option<&Mapping>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Records> {
    read(path, book, said, mapping, progress).map_err(|fault| fault.in_file(path))
}

fn read(
    path: &Path,
    book: Option<Book>,
    said: Said<'_>,
    mapping: Option<&Mapping>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Records> {
    let shipped;
    let mappings: Vec<&Mapping> = match mapping {
        Some(one) => vec![one],
        None => {
            shipped = Mapping::shipped()?;
            shipped.iter().collect()
        }
    };
    if let Some(book) = book {
        return sheet::xlsx(&mut Source { path, said, mappings, size: 0, progress }, book);
    }
    let (mut file, size) = input::open(path, input::LARGEST)?;
    let cannot = |error: std::io::Error| Fault::input(Say::CannotOpen.said(&[])).because_io(&error);
    let mut head = Vec::new();
    (&mut file).take(512).read_to_end(&mut head).map_err(cannot)?;
    file.seek(SeekFrom::Start(0)).map_err(cannot)?;
    let kind = input::kind(&head);
    if let Some(fault) = input::unreadable(kind) {
        return Err(fault);
    }
    let text = head.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(&head).trim_ascii_start();
    let named_json =
        path.extension().is_some_and(|e| e.eq_ignore_ascii_case("jsonl") || e.eq_ignore_ascii_case("json"));
    let mut source = Source { path, said, mappings, size, progress };
    match kind {
        Kind::Zip => sheet::xlsx(&mut source, workbook::from_archive(file)?),
        _ if text.is_empty() && size <= 512 => {
            Err(Fault::input(Say::EmptyFile.said(&[])).hint(Say::EmptyFileHint.said(&[])))
        }
        _ if text.starts_with(b"{") || named_json => jsonl::read(&mut source, file),
        _ => sheet::csv(&mut source, file),
    }
}

/// A file on its way in.
struct Source<'a> {
    path: &'a Path,
    said: Said<'a>,
    mappings: Vec<&'a Mapping>,
    size: u64,
    progress: &'a mut dyn FnMut(u64, u64),
}

impl<'a> Source<'a> {
    /// The mapping whose names are all among those of the file.
    fn recognise(&self, format: Format, has: &dyn Fn(&str) -> bool) -> Result<Option<&'a Mapping>> {
        let fitting: Vec<&'a Mapping> = self.mappings.iter().copied().filter(|m| m.reads(format)).collect();
        if fitting.is_empty()
            && let Some(only) = self.mappings.first()
        {
            return Err(Fault::usage(Say::OtherFormat.said(&[&only.name(), &format.name()])));
        }
        Ok(fitting.into_iter().find(|m| m.recognise().iter().all(|name| has(name))))
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
        Builder::new(mapping, crate::text::clean_line(&named.unwrap_or_default()), self.said.agency)
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
