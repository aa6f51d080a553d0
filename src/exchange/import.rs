//! Any file that can be imported, by what it is: tinhgon's own documents, or records of others through a mapping.

use super::document::{self, FileKind, Opened};
use super::forms::{self, FormSheet, Layout};
use super::law_text::{self, Stated};
use super::legal_text::Remark;
use super::mapping::Mapping;
use super::plan::{Plan, PlanLayout};
use super::records::{Problem, Records, Said as OfRecords, spool_records};
use super::tables::{self, SourceTable};
use super::{folder, holiday_notice, input, legal_text, observation, population};
use crate::model::{AgencyRegister, Batch};
use crate::words::exchange::ExchangeMessage as M;
use crate::words::exchange_notice::NoticeWord;
use crate::words::{Fault, Message, Result, Said};
use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// The endings of files of records.
pub const RECORDS: [&str; 9] = ["jsonl", "ndjson", "json", "xlsx", "xls", "ods", "csv", "tsv", "xlsm"];

/// The largest table that is looked at for an official form, in bytes.
const LARGEST_FORM: u64 = 32 << 20;

/// What the user says of a file.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// The name of a shipped mapping or a file; without it the file tells what it is.
    pub mapping: Option<&'a str>,
    /// The code of the agency for records that do not name theirs.
    pub agency: Option<&'a str>,
    /// The agencies of the workspace, by their names.
    pub register: Option<&'a AgencyRegister>,
    /// What the text of a law is.
    pub stated: Stated<'a>,
    /// What the source is called, where it is not the name of the file.
    pub name: Option<&'a str>,
}

/// What was read of a file.
#[derive(Debug, Default)]
pub struct Incoming {
    /// The nouns, but not the records of others.
    pub batch: Batch,
    /// Whether it may only fill what is empty.
    pub gaps_only: bool,
    /// The records of others.
    pub records: Option<Records>,
    /// The sheets of official forms, and what was found out about them.
    pub forms: Option<(Vec<FormSheet>, Vec<Problem>)>,
    /// A list of cuts that a resolution decided.
    pub plan: Option<Plan>,
    /// The fields that tables of cost sheets have, where the file holds such.
    pub sheet_fields: Option<BTreeSet<String>>,
    /// Whether what it says of regulations that are not there is told and passed over.
    pub loose: bool,
    /// Whether it is a table of answers, of which the figures of sheets are to be taken.
    pub observed: bool,
    /// What the user should know of the file.
    pub notes: Vec<Said>,
}

/// Whether a file is a data file of this program, or another database of its kind: it is taken in by merging, not read as records.
pub fn is_data_file(path: &Path) -> bool {
    let mut head = [0; 16];
    // What is no file may never begin.
    if !path.is_file() {
        return false;
    }
    let read = std::fs::File::open(path).and_then(|mut file| std::io::Read::read_exact(&mut file, &mut head));
    read.is_ok() && head == *b"SQLite format 3\0"
}

/// Reads a file, or a folder as `export --to` writes it; `shown` is its name in messages.
///
/// # Errors
/// Bad input, with file, line and column; nothing of the file is taken then.
pub fn read(path: &Path, shown: &Path, asked: Asked<'_>, progress: &mut dyn FnMut(u64, u64)) -> Result<Incoming> {
    read_any(path, asked, progress).map_err(|fault| fault.in_file(path).renamed(path, shown))
}

fn read_any(path: &Path, asked: Asked<'_>, progress: &mut dyn FnMut(u64, u64)) -> Result<Incoming> {
    if path.is_dir() {
        return Ok(Incoming { batch: folder::read(path)?, ..Incoming::default() });
    }
    input::open(path, input::LARGEST)?;
    let is_file = |name: &&str| Path::new(name).extension().is_some_and(|e| e == "toml");
    let layout = match asked.mapping {
        Some(name) if is_file(&name) => PlanLayout::in_file(Path::new(name))?,
        Some(name) => PlanLayout::named(name)?,
        None => None,
    };
    if let Some(layout) = layout {
        let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
        if law_text::ENDINGS.contains(&ending.as_str()) {
            let text = match ending.as_str() {
                // The lines of a text are those of the file.
                "txt" | "md" => input::text(path)?,
                _ => {
                    let bytes = input::whole(path, input::LARGEST)?;
                    legal_text::from_bytes_as(&bytes, Some(&ending), asked.stated.encoding)?.text
                }
            };
            return Ok(Incoming { plan: Some(layout.read_text(&text)?), ..Incoming::default() });
        }
        let plan = layout.read(&tables::read(path)?);
        let unknown = || Fault::input(M::OtherLayout.said(&[&layout.name(), &"code, component, provisions", &"?"]));
        return Ok(Incoming { plan: Some(plan.ok_or_else(unknown)?), ..Incoming::default() });
    }
    let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let chosen = asked
        .mapping
        .filter(|name| ![population::NAME, observation::NAME].contains(name))
        .map(find_mapping)
        .transpose()?;
    let mut tables = None;
    if let Some(kind) = FileKind::of(path).filter(|_| asked.mapping.is_none()) {
        match document::read_if_one(path, kind)? {
            Opened::One(one) => {
                let (batch, sheet_fields) = *one;
                return Ok(Incoming { batch, sheet_fields, ..Incoming::default() });
            }
            Opened::Book(other) => tables = Some(tables::of_book(*other)?),
            Opened::Text => {}
        }
    }
    let is_law = law_text::ENDINGS.contains(&ending.as_str());
    let is_table = !is_law && !["jsonl", "ndjson", "json"].contains(&ending.as_str());
    let own_table = [population::NAME, observation::NAME].iter().any(|name| asked.mapping == Some(*name));
    if chosen.is_none() && is_law && !own_table {
        let read = read_law(path, &ending, asked);
        if read.is_err()
            && let Some(notice) = read_notice(path, &ending, asked)?
        {
            return Ok(notice);
        }
        // Lists come as tables of Word and of pages too.
        return match read {
            Err(fault) if ["docx", "html", "htm"].contains(&ending.as_str()) => {
                let tables = tables::read(path).unwrap_or_default();
                read_tables(path, tables, asked, progress).map_err(|other| told_best(fault, other))
            }
            read => read,
        };
    }
    if chosen.is_none() && !own_table && !RECORDS.contains(&ending.as_str()) {
        let known = format!("toml, {}, {}", RECORDS.join(", "), law_text::ENDINGS.join(", "));
        return Err(Fault::input(M::UnknownKind.said(&[&ending, &known])).in_file(path));
    }
    if chosen.is_none() && (is_table || own_table) {
        let small = std::fs::metadata(path).is_ok_and(|about| about.len() < LARGEST_FORM);
        if tables.is_none() && (small || own_table) {
            tables = Some(tables::read(path)?);
        }
        if let Some(found) = &tables
            && let Some(incoming) = read_known(path, found, asked)?
        {
            return Ok(incoming);
        }
        // A list in CSV is read as it comes, row by row, however long it is.
        tables = tables.filter(|_| ending != "csv");
    }
    let said = OfRecords { source: asked.name, agency: asked.agency, register: asked.register };
    let records = spool_records(path, tables, said, chosen.as_ref(), progress)?;
    Ok(Incoming { gaps_only: records.gaps_only, records: Some(records), ..Incoming::default() })
}

/// The text of a law.
fn read_law(path: &Path, ending: &str, asked: Asked<'_>) -> Result<Incoming> {
    let bytes = input::whole(path, input::LARGEST)?;
    let named = asked.name.map_or(path, Path::new);
    let law = law_text::read(named, Some(ending), &bytes, asked.stated)?;
    let notes = law.remarks.iter().map(Remark::said).collect();
    let batch = Batch { instruments: vec![law.instrument], instrument_versions: vec![law.version], ..Batch::default() };
    // A text says little of its instrument; what is known already stays.
    let gaps_only = !asked.stated.force;
    Ok(Incoming { batch, gaps_only, notes, ..Incoming::default() })
}

/// The announcement of days off that a text without provisions may be.
fn read_notice(path: &Path, ending: &str, asked: Asked<'_>) -> Result<Option<Incoming>> {
    let bytes = input::whole(path, input::LARGEST)?;
    let Ok(text) = legal_text::from_bytes_as(&bytes, Some(ending), asked.stated.encoding) else { return Ok(None) };
    let Some(holidays) = holiday_notice::read(&text.text)? else { return Ok(None) };
    let worked = holidays.iter().filter(|day| day.worked).count();
    let notes = vec![NoticeWord::NoticeRead.said(&[&(holidays.len() - worked), &worked])];
    Ok(Some(Incoming { batch: Batch { holidays, ..Batch::default() }, notes, ..Incoming::default() }))
}

/// Which of two faults says more of a file that is neither a law nor a list: the one that knows a line of it.
fn told_best(law: Fault, list: Fault) -> Fault {
    if list.place().is_some_and(|place| place.line.is_some_and(|line| line > 1)) { list } else { law }
}

/// What tables hold that are not records: numbers of those who comply, answers of a survey, an official form, a list of cuts.
fn read_known(path: &Path, tables: &[SourceTable], asked: Asked<'_>) -> Result<Option<Incoming>> {
    let name = asked.name.map_or_else(|| path.file_name().unwrap_or_default().to_string_lossy(), Into::into);
    let (of_people, of_answers) = (asked.mapping == Some(population::NAME), asked.mapping == Some(observation::NAME));
    if !of_people && let Some(batch) = observation::read(tables, &name, of_answers)? {
        return Ok(Some(Incoming { batch, loose: true, observed: true, ..Incoming::default() }));
    }
    if let Some((batch, notes)) = population::read(tables, &name, of_people)? {
        return Ok(Some(Incoming { batch, notes, loose: true, ..Incoming::default() }));
    }
    let layout = Layout::official()?;
    if forms::is_one(tables, &layout) {
        return Ok(Some(Incoming { forms: Some(forms::read(tables, &layout)?), ..Incoming::default() }));
    }
    let plan = PlanLayout::shipped()?.iter().find_map(|layout| layout.read(tables));
    Ok(plan.map(|plan| Incoming { plan: Some(plan), ..Incoming::default() }))
}

/// What tables hold, or records.
fn read_tables(
    path: &Path,
    tables: Vec<SourceTable>,
    asked: Asked<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Incoming> {
    if let Some(incoming) = read_known(path, &tables, asked)? {
        return Ok(incoming);
    }
    let said = OfRecords { source: asked.name, agency: asked.agency, register: asked.register };
    let records = spool_records(path, Some(tables), said, None, progress)?;
    Ok(Incoming { gaps_only: records.gaps_only, records: Some(records), ..Incoming::default() })
}

/// What came in on standard input, in a file of its own for as long as this lives.
#[derive(Debug)]
pub struct FromStdin {
    folder: tempfile::TempDir,
    /// What it is called where nobody gave it a name: `stdin` with the ending of what it is.
    pub name: String,
}

impl FromStdin {
    /// The file.
    pub fn path(&self) -> PathBuf {
        self.folder.path().join(&self.name)
    }
}

/// Puts what comes in on standard input into a file whose ending says what it is, so that it can be read as any other. The ending of the
/// name that it is given decides, else its content.
///
/// # Errors
/// Bad input when it cannot be read.
pub fn from_stdin(name: Option<&str>) -> Result<FromStdin> {
    let cannot = |e: std::io::Error| Fault::input(M::CannotOpen.said(&[])).because_io(&e).in_file(Path::new("-"));
    let mut head = Vec::new();
    let mut input = std::io::stdin().lock().take(input::LARGEST + 1);
    (&mut input).take(64 << 10).read_to_end(&mut head).map_err(cannot)?;
    let ending = name.and_then(|name| Path::new(name).extension()).map(|e| e.to_string_lossy().to_ascii_lowercase());
    let known = |ending: &str| ending == "toml" || RECORDS.contains(&ending) || law_text::ENDINGS.contains(&ending);
    let ending = match ending.filter(|ending| known(ending)) {
        Some(ending) => ending,
        None => ending_of(&mut head, &mut input).map_err(cannot)?.to_owned(),
    };
    let held = FromStdin { folder: tempfile::tempdir().map_err(cannot)?, name: format!("stdin.{ending}") };
    let mut file = std::fs::File::create(held.path()).map_err(cannot)?;
    file.write_all(&head).map_err(cannot)?;
    std::io::copy(&mut input, &mut file).map_err(cannot)?;
    Ok(held)
}

/// The ending of a file with this content. What its head does not tell is looked for in all of it.
fn ending_of(bytes: &mut Vec<u8>, rest: &mut impl Read) -> std::io::Result<&'static str> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).into_owned();
    let text = head.trim_start_matches('\u{feff}').trim_start();
    if input::kind(bytes) == input::Kind::Html {
        return Ok("html");
    }
    if text.starts_with('{') {
        return Ok(if text.contains("\"schema_version\"") { "json" } else { "jsonl" });
    }
    rest.read_to_end(bytes)?;
    Ok(match input::kind(bytes) {
        input::Kind::Zip if memchr::memmem::find(bytes, b"word/document.xml").is_some() => "docx",
        input::Kind::Zip => "xlsx",
        input::Kind::Pdf => "pdf",
        _ if law_text::is_law_file(bytes) => "txt",
        _ if text.starts_with('[') || text.starts_with('#') => "toml",
        _ => "csv",
    })
}

fn find_mapping(name: &str) -> Result<Mapping> {
    if Path::new(name).extension().is_some_and(|e| e == "toml") || name.contains('/') {
        return Mapping::read(Path::new(name));
    }
    let shipped = Mapping::shipped()?;
    let known = shipped.iter().map(|m| m.name().to_owned()).collect::<Vec<_>>().join(", ");
    shipped.into_iter().find(|m| m.name() == name).ok_or_else(|| Fault::usage(M::NoMapping.said(&[&name, &known])))
}
