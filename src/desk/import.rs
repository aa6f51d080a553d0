//! Taking in a file: all of it or nothing, and no more than is said. Everything is read, and every fault found, before the lock of the
//! workspace is taken; what is written, and what for good reasons is not, is told row by row.

use super::{Desk, Touched, form, local, observe, plan};
use crate::exchange::import::{Asked, Incoming, read};
use crate::exchange::law_text::{same_title, title_of};
use crate::exchange::place::located;
use crate::exchange::records::{ImportReport, Lines, Problem, Records};
use crate::model::Batch;
use crate::store::{Announcement, BatchCounts, Kept, Reader, RowCounts, Terms, UnknownAgency, Writer};
use crate::text::clean_line;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::Path;

/// The most rows that are told one by one; [`RowCounts`] counts all of them.
const ROWS: usize = 1000;

/// So many codes that are not there are named.
const NAMED: usize = 10;

/// A file to take in.
#[derive(Debug, Clone, Copy)]
pub struct Import<'a> {
    /// The file.
    pub path: &'a Path,
    /// What it is called in messages.
    pub shown: &'a Path,
    /// What the user says of it; `asked.stated.force` also lets the text of another instrument in under a number that is there.
    pub asked: Asked<'a>,
    /// Whether rows that it does not have are removed, and figures and texts replaced that are known better or are there already.
    pub replace: bool,
    /// Whether it is only told what would happen.
    pub dry_run: bool,
    /// Codes of records that are not taken: regulations, instruments; nor is what belongs to them.
    pub left_out: &'a BTreeSet<String>,
}

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// The file is read: bytes or rows, of how many.
    Reading,
    /// Its records are written: records, of how many.
    Writing,
}

/// What taking in a file did, or would do.
#[derive(Debug)]
pub struct Imported {
    /// The mapping that read it, where it held records of others.
    pub mapping: Option<String>,
    /// Nouns by kind.
    pub counts: BatchCounts,
    /// What was found out about records of others.
    pub report: ImportReport,
    /// Rows of the workspace, counted.
    pub rows: RowCounts,
    /// The rows that were not there; the first thousand.
    pub added: Vec<Touched>,
    /// The rows that were changed, with what stood there and what stands there now; the first thousand.
    pub changed: Vec<Touched>,
    /// The rows that were removed; the first thousand.
    pub removed: Vec<Touched>,
    /// The number of the change; nothing when nothing changed, or was only rehearsed.
    pub change: Option<i64>,
}

impl Imported {
    /// What deserves a look: of the file, of its records, and of what they name. [`ImportReport::count`] says how much that is.
    pub fn problems(&self) -> &[Problem] {
        &self.report.problems
    }

    /// What was offered and refused: figures that are known better.
    pub fn refused(&self) -> impl Iterator<Item = &Kept> {
        self.counts.kept.iter().filter(|kept| matches!(kept, Kept::Figure { .. }))
    }

    /// The rows that the file does not have, which stay: nobody offered anything for them.
    pub fn kept(&self) -> impl Iterator<Item = &Kept> {
        self.counts.kept.iter().filter(|kept| matches!(kept, Kept::Row { .. }))
    }

    /// How many of them stay in each sheet, or under what else owns them, in the order of the file.
    pub fn kept_by_owner(&self) -> Vec<(&str, usize)> {
        let mut owners: Vec<(&str, usize)> = Vec::new();
        let mut at: HashMap<&str, usize> = HashMap::new();
        for kept in self.kept() {
            let Kept::Row { key, .. } = kept else { continue };
            let owner = key.first().map_or("", String::as_str);
            let index = *at.entry(owner).or_insert(owners.len());
            match owners.get_mut(index) {
                Some((_, count)) => *count += 1,
                None => owners.push((owner, 1)),
            }
        }
        owners
    }
}

impl Desk<'_> {
    /// Takes in a file. `progress` is told how far each stage is.
    ///
    /// # Errors
    /// Bad input, with file, line and column: nothing of the file is taken in then. The workspace cannot be written.
    pub fn import(&mut self, asked: Import<'_>, progress: &mut dyn FnMut(Stage, u64, u64)) -> Result<Imported> {
        let shown = asked.shown;
        let register = self.workspace.agency_register()?;
        let said = Asked { register: Some(&register).filter(|register| !register.is_empty()), ..asked.asked };
        let incoming = read(asked.path, shown, said, &mut |done, of| progress(Stage::Reading, done, of))?;
        let what = format!("{} {}", self.who.command, shown.display());
        let today = self.today;
        let work = |writer: &Writer<'_>| take(writer, asked, incoming, today, &what, progress);
        let (imported, change) = if asked.dry_run {
            (self.workspace.rehearse(&self.who, work), None)
        } else {
            match self.change(work) {
                Ok(changed) => (Ok(changed.value), changed.change),
                Err(fault) => (Err(fault), None),
            }
        };
        let (imported, _announced) = imported.map_err(|fault| located(fault, asked.path).in_file(shown))?;
        Ok(Imported { change, ..imported })
    }
}

/// Writes what was read, inside the change. The announcement lives on until the change is stored.
fn take(
    writer: &Writer<'_>,
    asked: Import<'_>,
    incoming: Incoming,
    today: Date,
    what: &str,
    progress: &mut dyn FnMut(Stage, u64, u64),
) -> Result<(Imported, Announcement)> {
    let mut announced = writer.announce(what);
    let Incoming { mut batch, gaps_only, records, forms, plan: listed, sheet_fields, loose, observed, mut notes } =
        incoming;
    batch.leave_out(asked.left_out);
    if loose {
        notes.extend(pass_unknown(writer, &mut batch)?);
    }
    let force = asked.asked.stated.force;
    writer.on_terms(Terms { careful: !asked.replace, texts_stay: !(asked.replace || force), sheet_fields });
    if !force {
        refuse_other_instruments(writer, &batch)?;
    }
    let mut report = ImportReport::default();
    if let Some(listed) = &listed {
        let taken = plan::taken(writer, listed, asked.replace)?;
        batch = taken.batch;
        taken.problems.into_iter().for_each(|problem| report.add(problem));
    }
    if let Some((sheets, problems)) = forms {
        let file = asked.shown.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let taken = form::taken(writer, &sheets, &clean_line(&file), today)?;
        batch = taken.batch;
        let mut problems: Vec<Problem> = problems.into_iter().chain(taken.problems).collect();
        problems.sort_by(|one, other| (&one.sheet, one.line).cmp(&(&other.sheet, other.line)));
        problems.into_iter().for_each(|problem| report.add(problem));
    }
    let put = |batch: &Batch| if gaps_only { writer.fill_gaps(batch) } else { writer.put_batch(batch) };
    let mut counts = put(&batch)?;
    if observed {
        notes.extend(observe::take_all(writer, &batch.observations)?);
    }
    let (mut mapping, mut lines) = (listed.as_ref().map(|plan| plan.name.clone()), Lines::default());
    if let Some(Records { spool, .. }) = &records {
        writer.expect_many(spool.len());
    }
    if let Some(Records { spool, local: announced_locally, lines: at, mapping: by, report: found, .. }) = records {
        let (mut done, of) = (0, spool.len() as u64);
        spool.drain(|procedures| {
            done += procedures.len() as u64;
            let mut batch = Batch { procedures, ..Batch::default() };
            batch.leave_out(asked.left_out);
            counts.merge(put(&batch).map_err(|fault| at_record(fault, &batch, &at))?);
            announced.at(done, of);
            progress(Stage::Writing, done, of);
            Ok(())
        })?;
        // What a province announces of a procedure says nothing of the procedure elsewhere.
        announced_locally.iter().try_for_each(|procedure| local::keep_beside(writer, procedure))?;
        let batch = Batch { procedures: announced_locally, ..Batch::default() };
        counts.merge(writer.fill_gaps(&batch).map_err(|fault| at_record(fault, &batch, &at))?);
        (mapping, lines) = (Some(by), at);
        report = found;
    }
    notes.into_iter().chain(counts.notes.drain(..)).for_each(|said| report.add(of_file(said)));
    let named = |agency: UnknownAgency| {
        let said = TakenWord::UnknownAgency.said(&[&agency.name, &agency.nouns, &agency.first]);
        let (sheet, line) = lines.of(&agency.first).unwrap_or((None, 0));
        Problem { sheet: sheet.map(str::to_owned), line, code: None, said }
    };
    let mut unknown: Vec<Problem> = counts.unknown_agencies.drain(..).map(named).collect();
    unknown.sort_by_key(|problem| problem.line);
    unknown.into_iter().for_each(|problem| report.add(problem));
    let number = writer.open_change()?;
    let (rows, added, changed, removed) = match number {
        Some(number) => (
            writer.row_counts(number)?,
            touched(writer, number, "insert")?,
            touched(writer, number, "update")?,
            touched(writer, number, "delete")?,
        ),
        None => Default::default(),
    };
    Ok((Imported { mapping, counts, report, rows, added, changed, removed, change: None }, announced))
}

/// The fault with the line of the record that it is about.
fn at_record(fault: Fault, batch: &Batch, lines: &Lines) -> Fault {
    let record = fault.subject().and_then(|subject| batch.procedures.get(subject.at));
    match record.and_then(|record| lines.of(&record.regulation.code)) {
        Some((_, line)) => fault.at_line(line),
        None => fault,
    }
}

/// Leaves out what is said of regulations that are not there, and tells of it.
fn pass_unknown(reader: &Reader, batch: &mut Batch) -> Result<Option<Said>> {
    let known: HashSet<String> = reader.regulation_rows()?.into_iter().map(|row| row.code).collect();
    let mut unknown: Vec<String> = Vec::new();
    let mut there = |code: &String| {
        let there = known.contains(code);
        if !there && !unknown.contains(code) {
            unknown.push(code.clone());
        }
        there
    };
    batch.populations.retain(|one| there(&one.regulation));
    batch.observations.retain(|one| there(&one.regulation));
    let count = unknown.len();
    unknown.truncate(NAMED);
    Ok((count > 0).then(|| TakenWord::PopulationsUnknown.said(&[&count, &unknown.join(", ")])))
}

fn of_file(said: Said) -> Problem {
    Problem { sheet: None, line: 0, code: None, said }
}

fn touched(reader: &Reader, change: i64, kind: &str) -> Result<Vec<Touched>> {
    let operations = reader.operations_of_kind(change, kind, ROWS)?;
    operations.iter().map(|operation| Touched::with_last(reader, change, operation)).collect()
}

/// Refuses the text of an instrument whose number is that of another one: the titles that the texts give themselves have little in common.
/// Where no text is stored, nothing can be told: the titles that records give to what they rest on are in other words.
fn refuse_other_instruments(writer: &Writer<'_>, batch: &Batch) -> Result<()> {
    for version in &batch.instrument_versions {
        let Some(offered) = title_of(&version.text) else { continue };
        for head in writer.version_heads(&version.instrument)? {
            let stored = writer.instrument_version(&head.instrument, &head.name)?;
            let Some(known) = stored.and_then(|stored| title_of(&stored.text)) else { continue };
            if !same_title(&known, &offered) {
                let fault = Fault::input(TakenWord::OtherInstrument.said(&[&head.instrument, &known, &offered]));
                return Err(fault.hint(TakenWord::OtherInstrumentHint.said(&[])));
            }
        }
    }
    Ok(())
}
