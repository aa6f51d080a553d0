//! Saving what can be saved of a workspace that is damaged, or was changed behind its journal, into a new one.
//!
//! Two things tell what a row was: the row itself, and the journal. Where both can be read and differ, the journal is believed, for every change
//! that the program made is in it and its hashes prove it; where the journal itself is damaged, the row is. Every such choice is told. The new
//! workspace keeps the journal as far as its hashes hold; what differs from that is one more change, which says that it is a rescue.

mod build;
mod collect;

use super::doctor::{Finding, FindingCode, Severity};
use super::schema::journalled;
use super::{ChangeMeta, Workspace};
use crate::model::nouns::row_word;
use crate::words::store::StoreMessage;
use crate::words::{Message, Result, Said};
use collect::{Source, Stored};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;
use std::path::Path;

/// A row, column by column.
type Row = Map<String, Json>;

/// The rows of a table by their keys, as the journal writes these.
type Rows = BTreeMap<String, Row>;

/// What the journal says of a row.
#[derive(Debug, Clone)]
struct Told {
    /// The row; nothing when it was deleted.
    row: Option<Row>,
    /// Whether the row was seen whole: inserted, not only updated.
    whole: bool,
    /// The change that touched it last.
    change: i64,
}

/// What the journal says of all rows, table by table.
type Journal = BTreeMap<&'static str, BTreeMap<String, Told>>;

impl Workspace {
    /// Makes a new workspace of all that can be saved of another, which is not touched. Gives what was saved, what was chosen where row and
    /// journal differ, and what could not be saved.
    ///
    /// # Errors
    /// The file is none of SQLite's, or of a newer version; the new file exists already or cannot be written.
    pub fn rescue(from: &Path, to: &Path, who: &ChangeMeta) -> Result<Vec<Finding>> {
        let mut report = Report::default();
        let source = Source::open(from, to)?;
        let journal = source.journal();
        let wanted = choose(&source, &journal.told, journal.sound, &mut report);
        if !journal.sound {
            let lost = journal.changes - journal.kept.len();
            let said = StoreMessage::RescueHistory.said(&[&journal.kept.len(), &lost]);
            report
                .found
                .push(Finding::problem(FindingCode::RescueHistory, said).count(lost).change(journal.first_lost));
        }
        let made = build::make(to, who, &source, &journal, wanted, &mut report);
        made.map_err(|fault| {
            super::open::remove(to);
            fault.in_file(to)
        })?;
        let mut all = vec![report.summary(journal.kept.len())];
        all.append(&mut report.found);
        Ok(all)
    }
}

/// What is told of a rescue.
#[derive(Debug, Default)]
struct Report {
    found: Vec<Finding>,
    saved: usize,
}

impl Report {
    fn summary(&self, changes: usize) -> Finding {
        let said = StoreMessage::RescueSaved.said(&[&self.saved, &changes]);
        Finding::new(Severity::Note, FindingCode::RescueSaved, said).count(self.saved)
    }

    fn row(&mut self, severity: Severity, code: FindingCode, (table, key): (&str, &str), message: StoreMessage) {
        let said = of_row(message, table, key);
        self.found.push(Finding::new(severity, code, said).table(table).key(super::doctor::parts(key)));
    }

    fn journal(&mut self, at: (&str, &str), message: StoreMessage) {
        self.row(Severity::Warning, FindingCode::RescueJournal, at, message);
    }

    fn stored(&mut self, at: (&str, &str), message: StoreMessage) {
        self.row(Severity::Warning, FindingCode::RescueStored, at, message);
    }

    fn lost(&mut self, at: (&str, &str), message: StoreMessage) {
        self.row(Severity::Problem, FindingCode::RescueLost, at, message);
    }
}

fn of_row(message: StoreMessage, table: &str, key: &str) -> Said {
    message.said_by(|lang| vec![row_word(table).text(lang).to_owned(), super::history::readable(key)])
}

/// Which rows the new workspace is to hold.
fn choose(source: &Source, told: &Journal, sound: bool, report: &mut Report) -> BTreeMap<&'static str, Rows> {
    let mut wanted = BTreeMap::new();
    let nothing = BTreeMap::new();
    for table in journalled() {
        let Stored { mut rows, whole } = source.rows(table);
        if !whole {
            let said = StoreMessage::RescueUnreadable.said_by(|lang| vec![row_word(table).text(lang).to_owned()]);
            report.found.push(Finding::warning(FindingCode::Unreadable, said).table(table));
        }
        let told = told.get(table).unwrap_or(&nothing);
        for (key, says) in told {
            let at = (table, key.as_str());
            let complete = says.row.clone().filter(|_| says.whole).map(|row| source.filled(table, row));
            match (rows.get(key), &says.row, complete) {
                (None, None, _) => {}
                (Some(is), _, Some(should)) if *is == should => {}
                (Some(_), Some(_), Some(should)) if sound => {
                    report.journal(at, StoreMessage::RescueDiffers);
                    rows.insert(key.clone(), should);
                }
                (Some(_), None, _) if sound => {
                    report.journal(at, StoreMessage::RescueDeleted);
                    rows.remove(key);
                }
                (Some(_), ..) => report.stored(at, StoreMessage::RescueJournalDamaged),
                (None, Some(_), Some(should)) => {
                    let why = if whole { StoreMessage::RescueGone } else { StoreMessage::RescueFromJournal };
                    report.journal(at, why);
                    rows.insert(key.clone(), should);
                }
                (None, Some(_), None) => report.lost(at, StoreMessage::RescueLost),
            }
        }
        for key in rows.keys().filter(|key| !told.contains_key(*key)) {
            report.stored((table, key), StoreMessage::RescueUnknown);
        }
        wanted.insert(table, rows);
    }
    wanted
}
