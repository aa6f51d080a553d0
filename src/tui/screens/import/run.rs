//! Taking files in beside the screen, on a connection of its own: rehearsed, or done. What it gives is told in both languages, so that it can be
//! shown whatever is spoken then.

use crate::desk::{Desk, Import, Imported, Stage, Touched};
use crate::exchange::import::Asked;
use crate::exchange::law_text::Stated;
use crate::exchange::records::Problem;
use crate::model::Kind;
use crate::model::nouns::{field_word, row_word};
use crate::store::{ChangeMeta, Kept, Workspace, written};
use crate::text::{Lang, number};
use crate::tui::screen::{Shared, Watch};
use crate::words::import_screen::ImportWord as I;
use crate::words::{Fault, Message, Result, Said, capital};
use jiff::civil::Date;
use serde_json::Value;
use std::any::Any;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How often it is looked whether anybody waits still.
const LOOK: Duration = Duration::from_millis(20);

/// A text longer than this, in bytes, is compared word by word; one longer than that is not.
const LONG: usize = 40;
const LONGEST: usize = 20_000;

/// How many fields of a row, and how many characters of a field, are told.
const FIELDS: usize = 40;
const SHOWN: usize = 600;

/// A file that is taken in, with what is said of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct File {
    pub(super) path: PathBuf,
    /// The mapping; the file tells where it is empty.
    pub(super) mapping: String,
    /// The agency of records that do not name theirs.
    pub(super) agency: String,
    /// The number and the version of the text of an instrument.
    pub(super) number: String,
    pub(super) version: String,
    /// Whether it is taken in although it says another number, or another text is there.
    pub(super) force: bool,
    /// Whether rows that it does not have go.
    pub(super) replace: bool,
    /// Records that are not taken, by their codes.
    pub(super) left_out: BTreeSet<String>,
}

impl File {
    /// What it is called.
    pub(super) fn name(&self) -> String {
        let name = self.path.file_name().unwrap_or(self.path.as_os_str());
        crate::text::clean_line(&name.to_string_lossy())
    }
}

/// What becomes of a row of the workspace, or of a line of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum What {
    Fault,
    Changed,
    New,
    Removed,
    Refused,
    Kept,
    Problem,
}

impl What {
    /// The title of its group.
    pub(super) fn title(self) -> I {
        match self {
            Self::Fault => I::GroupFaults,
            Self::Changed => I::GroupChanged,
            Self::New => I::GroupNew,
            Self::Removed => I::GroupRemoved,
            Self::Refused => I::GroupRefused,
            Self::Kept => I::GroupKept,
            Self::Problem => I::GroupProblems,
        }
    }

    /// What is done with it.
    pub(super) fn done(self) -> I {
        match self {
            Self::Fault => I::DoneNotTaken,
            Self::Changed | Self::New => I::DoneTaken,
            Self::Removed => I::DoneRemoved,
            Self::Refused | Self::Kept => I::DoneKept,
            Self::Problem => I::DoneLooked,
        }
    }
}

/// A line of what a file does.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) what: What,
    /// What it is about: `1.000656 · thành phần hồ sơ c3`.
    pub(super) about: Said,
    /// What becomes of it, in one line.
    pub(super) line: Said,
    /// The same field by field.
    pub(super) lines: Vec<Said>,
    /// How many there are, of fields or of nouns.
    pub(super) count: usize,
    /// The table in which it lies; nothing where it is of no row.
    pub(super) place: String,
    /// The key of the row, the regulation first where it is one's.
    pub(super) key: Vec<String>,
}

impl Row {
    fn of(what: What, about: Said, line: Said, count: usize) -> Self {
        Self { what, about, line, lines: Vec::new(), count, place: String::new(), key: Vec::new() }
    }
}

/// What a file did, or would do.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) file: File,
    /// Why it cannot be taken in.
    pub(super) fault: Option<Said>,
    pub(super) mapping: Option<String>,
    /// Nouns that are new, different, and as they were.
    pub(super) nouns: (usize, usize, usize),
    pub(super) told: Vec<Row>,
    /// How many lines deserve a look, more than are told.
    pub(super) problems: usize,
    pub(super) change: Option<i64>,
}

/// What was run.
#[derive(Debug)]
pub(super) struct Ran {
    pub(super) dry: bool,
    pub(super) files: Vec<Told>,
}

/// What is to be run.
#[derive(Debug, Clone)]
pub(super) struct Job {
    database: PathBuf,
    who: ChangeMeta,
    today: Date,
    pub(super) files: Vec<File>,
    pub(super) dry: bool,
}

impl Job {
    /// Files to be taken in, or rehearsed.
    pub(super) fn new(files: Vec<File>, dry: bool, shared: &Shared) -> Self {
        Self { database: PathBuf::from(&shared.file), who: shared.who("tui import"), today: shared.today, files, dry }
    }

    /// Runs it; gives a [`Ran`].
    pub(super) fn run(self, watch: &Watch) -> Box<dyn Any + Send> {
        let (dry, count) = (self.dry, self.files.len() as u64);
        let mut files = Vec::new();
        for (at, file) in (0..).zip(self.files) {
            if watch.given_up() {
                break;
            }
            let progress = |stage: Stage, done: u64, of: u64| {
                // Reading and writing take about as long.
                let within = if stage == Stage::Reading { done } else { of + done };
                watch.at(at * 2 * of + within, count * 2 * of);
            };
            let taken = one(&self.database, &self.who, self.today, &file, dry, watch, progress);
            files.push(match taken {
                Ok(imported) => told(file, imported),
                Err(fault) => failed(file, &fault),
            });
        }
        Box::new(Ran { dry, files })
    }
}

/// Takes one file in. Where nobody waits any more, what is under way is broken off, and nothing of the file is taken in.
fn one(
    database: &Path,
    who: &ChangeMeta,
    today: Date,
    file: &File,
    dry_run: bool,
    watch: &Watch,
    mut progress: impl FnMut(Stage, u64, u64),
) -> Result<Imported> {
    fn said(text: &str) -> Option<&str> {
        (!text.is_empty()).then_some(text)
    }
    let (number, version) = (said(&file.number), said(&file.version));
    let stated = Stated { number, version, force: file.force, encoding: None };
    let asked = Asked { mapping: said(&file.mapping), agency: said(&file.agency), stated, name: None, register: None };
    let (replace, left_out) = (file.replace, &file.left_out);
    let import = Import { path: &file.path, shown: &file.path, asked, replace, dry_run, left_out };
    let mut workspace = Workspace::open(database)?;
    let (handle, ended) = (workspace.interrupt_handle(), AtomicBool::new(false));
    thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                if watch.given_up() {
                    handle.interrupt();
                }
                thread::sleep(LOOK);
            }
        });
        let taken = Desk::new(&mut workspace, who.clone(), today).import(import, &mut progress);
        ended.store(true, Ordering::Relaxed);
        taken
    })
}

fn failed(file: File, fault: &Fault) -> Told {
    let said = Said::by(|lang| {
        let hint = fault.hint_text(lang).map(|hint| format!(" – {hint}")).unwrap_or_default();
        fault.message(lang) + &hint
    });
    let row = Row { lines: vec![said.clone()], ..Row::of(What::Fault, Said::same(file.name()), said.clone(), 1) };
    Told { file, fault: Some(said), mapping: None, nouns: (0, 0, 0), told: vec![row], problems: 0, change: None }
}

fn told(file: File, imported: Imported) -> Told {
    let total = imported.counts.total();
    let mut rows: Vec<Row> = imported.changed.iter().map(|row| of_row(row, What::Changed)).collect();
    for (noun, counts) in imported.counts.nouns.iter().filter(|(_, counts)| counts.added > 0) {
        let name = Kind::parse(noun).map_or_else(|| row_word(noun), |kind| kind.word().said());
        let line =
            I::NounsNew.said_by(|lang| vec![number::whole(counts.added as i128, lang), name.text(lang).to_owned()]);
        let about = Said::by(|lang| capital(name.text(lang)));
        rows.push(Row { lines: vec![line.clone()], ..Row::of(What::New, about, line, counts.added) });
    }
    rows.extend(added(&imported.added));
    rows.extend(imported.removed.iter().map(|row| of_row(row, What::Removed)));
    rows.extend(imported.refused().map(kept));
    rows.extend(imported.kept_by_owner().into_iter().map(|(owner, count)| {
        let line = I::RowsKept.said(&[&count]);
        let lines = imported.kept().filter(|one| owner_of(one) == owner).take(200).map(|one| kept(one).line).collect();
        Row { lines, key: vec![owner.to_owned()], ..Row::of(What::Kept, Said::same(owner), line, count) }
    }));
    rows.extend(imported.problems().iter().map(problem));
    Told {
        nouns: (total.added, total.updated, total.unchanged),
        told: rows,
        problems: imported.report.count(),
        change: imported.change,
        mapping: imported.mapping,
        fault: None,
        file,
    }
}

/// The rows that were not there, by the record to which they belong.
fn added(all: &[Touched]) -> Vec<Row> {
    let mut owners: Vec<(&str, Vec<&Touched>)> = Vec::new();
    for row in all {
        let owner = row.key.first().map_or("", String::as_str);
        match owners.iter_mut().find(|(known, _)| *known == owner) {
            Some((_, rows)) => rows.push(row),
            None => owners.push((owner, vec![row])),
        }
    }
    let of = |(owner, rows): (&str, Vec<&Touched>)| {
        let line = I::RowsNew.said(&[&rows.len()]);
        let lines = rows.iter().take(FIELDS).map(|row| row.line()).collect();
        Row { lines, key: vec![owner.to_owned()], ..Row::of(What::New, Said::same(owner), line, rows.len()) }
    };
    owners.into_iter().map(of).collect()
}

fn owner_of(kept: &Kept) -> &str {
    match kept {
        Kept::Row { key, .. } | Kept::Figure { key, .. } => key.first().map_or("", String::as_str),
    }
}

fn of_row(row: &Touched, what: What) -> Row {
    let about = Said::by(|lang| {
        let (first, rest) = row
            .key
            .split_first()
            .map_or(("", ""), |(first, rest)| (first.as_str(), rest.first().map_or("", String::as_str)));
        format!("{first} · {} {rest}", row_word(&row.place).text(lang)).trim_end().to_owned()
    });
    let made = Row::of(what, about, row.line(), row.fields.len());
    Row { lines: fields(row), place: row.place.clone(), key: row.key.clone(), ..made }
}

/// A row field by field; of long texts that changed, the words that went and came.
fn fields(row: &Touched) -> Vec<Said> {
    if row.kind != "update" {
        return row.lines().iter().take(FIELDS).map(shortened).collect();
    }
    let mut lines: Vec<Said> = row.lines().into_iter().take(1).collect();
    for field in row.fields.iter().take(FIELDS) {
        match (field.before.as_ref().and_then(Value::as_str), field.after.as_ref().and_then(Value::as_str)) {
            (Some(old), Some(new)) if old.len().min(new.len()) > LONG && old.len().max(new.len()) < LONGEST => {
                let spelled = super::super::law::spelled(old, new);
                let said = |lang| format!("  {}: {spelled}", capital(field_word(&row.place, &field.field).text(lang)));
                lines.push(Said::by(said));
            }
            _ => {
                let alone = Touched { fields: vec![field.clone()], ..row.clone() };
                lines.extend(alone.lines().iter().skip(1).map(shortened));
            }
        }
    }
    lines
}

/// A line of a text that may be that of a whole instrument, short enough to be read in passing.
fn shortened(said: &Said) -> Said {
    Said::by(|lang| {
        let text = said.text(lang);
        text.char_indices().nth(SHOWN).map_or_else(|| text.to_owned(), |(at, _)| format!("{}…", &text[..at]))
    })
}

/// What was offered and is not taken.
fn kept(kept: &Kept) -> Row {
    let (key, line) = match kept {
        Kept::Row { place, key, name } => {
            let said = |lang: Lang| format!("{} {} “{name}”", row_word(place).text(lang), key.join(" "));
            (key, Said::by(said))
        }
        Kept::Figure { place, key, field, stored, known, offered, claimed } => {
            let said = |lang: Lang| {
                let word = field_word(place, field);
                let (known, claimed) = (known.word(lang), claimed.word(lang));
                I::FigureKept
                    .with(lang, &[&word.text(lang), &written(stored, lang), &known, &written(offered, lang), &claimed])
            };
            (key, Said::by(said))
        }
    };
    Row { lines: vec![line.clone()], key: key.clone(), ..Row::of(What::Refused, Said::same(key.join(" ")), line, 1) }
}

/// Something of the file that deserves a look.
fn problem(problem: &Problem) -> Row {
    let sheet = problem.sheet.as_deref().map(|sheet| format!("{sheet} ")).unwrap_or_default();
    let code = problem.code.as_deref().unwrap_or_default();
    let about = Said::by(|lang| {
        let line = if problem.line > 0 { I::LineOfFile.with(lang, &[&problem.line]) } else { String::new() };
        format!("{sheet}{line} {code}").trim().to_owned()
    });
    let (lines, key) = (vec![problem.said.clone()], problem.code.iter().cloned().collect());
    Row { lines, key, ..Row::of(What::Problem, about, problem.said.clone(), 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::Timestamp;
    use jiff::civil::date;

    const TEXT: &str = "BỘ THỬ\nSố: 12/2031/TT-BTN\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nHà Nội, ngày 05 tháng 3 năm 2031\nTHÔNG TƯ\n\
                        Quy định về thử\nĐiều 1. Phạm vi\n1. Một.\nĐiều 2. Hiệu lực\nNgay.\n";

    fn job(folder: &Path, dry: bool) -> Job {
        let who = ChangeMeta {
            author: "Lan".into(),
            device: "máy".into(),
            command: "tui import".into(),
            note: String::new(),
            at: Timestamp::UNIX_EPOCH,
        };
        let file = |name: &str| File { path: folder.join(name), ..File::default() };
        let files = vec![file("law.txt"), file("none.txt")];
        Job { database: folder.join("w.db"), who, today: date(2031, 5, 1), files, dry }
    }

    fn run(job: Job, watch: &Watch) -> Ran {
        *job.run(watch).downcast().unwrap()
    }

    #[test]
    fn a_rehearsal_tells_what_would_come_and_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let held = |folder: &Path| Workspace::open(&folder.join("w.db")).unwrap().instrument_rows().unwrap().len();
        drop(Workspace::create(&folder.path().join("w.db")).unwrap());
        std::fs::write(folder.path().join("law.txt"), TEXT).unwrap();
        let told = run(job(folder.path(), true), &Watch::default());
        assert_eq!(told.files[0].nouns, (2, 0, 0), "an instrument and its version");
        assert!(told.files[0].told.iter().any(|row| row.what == What::New && row.key == ["12/2031/TT-BTN"]));
        assert!(told.files[1].fault.is_some() && told.files[1].told[0].what == What::Fault);
        assert_eq!(held(folder.path()), 0);
        // Of what nobody waits for, nothing is written.
        let given_up = Watch::default();
        given_up.give_up();
        assert!(run(job(folder.path(), false), &given_up).files.is_empty());
        assert_eq!(held(folder.path()), 0);
        let done = run(job(folder.path(), false), &Watch::default());
        assert!(done.files[0].change.is_some());
        assert_eq!(held(folder.path()), 1);
    }
}
