//! Any file that can be imported, by what it is: tinhgon's own documents, or records of others through a mapping.

use super::document::{self, FileKind};
use super::law_text::{self, Stated};
use super::mapping::Mapping;
use super::records::{ImportReport, read_records};
use super::{folder, grid, input};
use crate::model::Batch;
use crate::text::messages::exchange::ExchangeMessage as M;
use crate::text::{Fault, Message, Result};
use std::io::{Read, Write};
use std::path::Path;

/// What was read of a file.
#[derive(Debug, Clone)]
pub struct Incoming {
    /// The nouns.
    pub batch: Batch,
    /// Whether it may only fill what is empty.
    pub gaps_only: bool,
    /// The mapping, and what was found out, where the file held records of others.
    pub records: Option<(String, ImportReport)>,
}

/// Reads a file, or a folder as `export --to` writes it. `mapping` is the name of a shipped mapping or a file; without it the file tells what it is. `agency` is the
/// code of the agency for records that do not name theirs; `stated` is what the user says of the text of a law.
///
/// # Errors
/// Bad input, with file, line and column; nothing of the file is taken then.
pub fn read(
    path: &Path,
    mapping: Option<&str>,
    agency: Option<&str>,
    stated: Stated<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Incoming> {
    read_any(path, mapping, agency, stated, progress).map_err(|fault| fault.in_file(path))
}

fn read_any(
    path: &Path,
    mapping: Option<&str>,
    agency: Option<&str>,
    stated: Stated<'_>,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<Incoming> {
    if path.is_dir() {
        return Ok(Incoming { batch: folder::read(path)?, gaps_only: false, records: None });
    }
    input::open(path, input::LARGEST)?;
    let chosen = mapping.map(find_mapping).transpose()?;
    if let Some(kind) = FileKind::of(path).filter(|_| chosen.is_none())
        && is_document(path, kind)?
    {
        return Ok(Incoming { batch: document::read(path, kind)?, gaps_only: false, records: None });
    }
    let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    if chosen.is_none() && law_text::ENDINGS.contains(&ending.as_str()) {
        let bytes = input::whole(path, input::LARGEST)?;
        let (instrument, version) = law_text::read(path, &bytes, stated)?;
        let batch = Batch { instruments: vec![instrument], instrument_versions: vec![version], ..Batch::default() };
        // A text says little of its instrument; what is known already stays.
        return Ok(Incoming { batch, gaps_only: true, records: None });
    }
    if chosen.is_none() && !["jsonl", "ndjson", "json", "xlsx", "csv"].contains(&ending.as_str()) {
        let known = format!("toml, json, jsonl, csv, xlsx, {}", law_text::ENDINGS.join(", "));
        return Err(Fault::input(M::UnknownKind.said(&[&ending, &known])).in_file(path));
    }
    let mut reading = read_records(path, chosen.as_ref(), progress)?;
    if let Some(agency) = agency {
        for procedure in reading.batch.procedures.iter_mut().filter(|p| p.regulation.agency.is_none()) {
            procedure.regulation.agency = Some(agency.to_owned());
        }
    }
    let records = Some((reading.mapping, reading.report));
    Ok(Incoming { batch: reading.batch, gaps_only: reading.gaps_only, records })
}

/// Puts what comes in on standard input into a file whose ending says what it is, so that it can be read as any other.
///
/// # Errors
/// Bad input when it cannot be read.
pub fn from_stdin() -> Result<tempfile::NamedTempFile> {
    let cannot = |e: std::io::Error| Fault::input(M::CannotOpen.said(&[])).because_io(&e).in_file(Path::new("-"));
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(input::LARGEST).read_to_end(&mut bytes).map_err(cannot)?;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(4096)]).into_owned();
    let text = head.trim_start_matches('\u{feff}').trim_start();
    let ending = match input::kind(&bytes) {
        input::Kind::Zip if memchr::memmem::find(&bytes, b"word/document.xml").is_some() => ".docx",
        input::Kind::Zip => ".xlsx",
        input::Kind::Html => ".html",
        _ if text.starts_with('{') && text.contains("\"schema_version\"") => ".json",
        _ if text.starts_with('{') => ".jsonl",
        _ if law_text::is_law_file(&bytes) => ".txt",
        _ if text.starts_with('[') || text.starts_with('#') => ".toml",
        _ => ".csv",
    };
    let mut file = tempfile::Builder::new().prefix("stdin").suffix(ending).tempfile().map_err(cannot)?;
    file.write_all(&bytes).map_err(cannot)?;
    Ok(file)
}

/// Whether a file is a document as tinhgon writes it.
fn is_document(path: &Path, kind: FileKind) -> Result<bool> {
    Ok(match kind {
        FileKind::Toml => true,
        FileKind::Json => input::text(path)?.contains("\"schema_version\""),
        FileKind::Csv => grid::is_noun_csv(&input::text(path)?),
        FileKind::Xlsx => grid::is_noun_xlsx(path)?,
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
