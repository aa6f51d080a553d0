//! On which terms nouns come in. A verb of the desk puts a noun exactly; a file that somebody imports may hold only a part of what is
//! stored, or know it less well: what it does not hold is not removed, and what is known better is not replaced, unless that is asked for.
//! What was offered and not done is told, one by one.

use super::rows::{self, Fields, Stored};
use super::{Announcement, Reader, Writer};
use crate::model::nouns::field_word;
use crate::model::{Activity, Cell, Description, Noun, Provenance, StatusEntry};
use crate::text::Lang;
use crate::words::taken::TakenWord;
use crate::words::{Message, Result, Said};
use rusqlite::params_from_iter;
use rusqlite::types::Value as Sql;
use serde_json::Value as Json;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// How much of the file is held in memory while thousands of nouns come in, KiB.
const CACHE_KIB: i64 = 64 << 10;

/// On which terms nouns come in. The default is that of the verbs: exactly as given.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// Whether rows that do not come in are kept, and figures that are known better.
    pub careful: bool,
    /// Whether a text that is there is never replaced by another one.
    pub texts_stay: bool,
    /// The fields that a table of cost sheets has, where it need not have all; what it does not have says nothing.
    pub sheet_fields: Option<BTreeSet<String>>,
}

/// Something that was offered and not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A row that the file does not have.
    Row {
        /// Table.
        place: &'static str,
        /// Key: that of its owner, and its own.
        key: Vec<String>,
        /// What it is called.
        name: String,
    },
    /// A figure that is known better than the file does.
    Figure {
        /// Table.
        place: &'static str,
        /// Key of the row.
        key: Vec<String>,
        /// The field.
        field: String,
        /// What is stored and stays.
        stored: Json,
        /// How sure that is.
        known: Provenance,
        /// What was offered.
        offered: Json,
        /// How sure that is.
        claimed: Provenance,
    },
}

impl Kept {
    /// What happened, for people.
    pub fn said(&self) -> Said {
        match self {
            Self::Row { key, name, .. } => TakenWord::RowKept.said(&[&key.join(" "), name]),
            Self::Figure { place, key, field, stored, known, offered, claimed } => {
                TakenWord::FigureKept.said_by(|lang| {
                    vec![
                        key.join(" "),
                        field_word(place, field).text(lang).to_owned(),
                        written(stored, lang),
                        known.word(lang).to_owned(),
                        written(offered, lang),
                        claimed.word(lang).to_owned(),
                    ]
                })
            }
        }
    }
}

/// A value as it is written; what is not there in words.
pub fn written(value: &Json, lang: Lang) -> String {
    match value {
        Json::Null => TakenWord::NoValue.text(lang).to_owned(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// An agency that is named and not in the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownAgency {
    /// Its name, as it is written.
    pub name: String,
    /// How many nouns name it.
    pub nouns: usize,
    /// Code of the first of them.
    pub first: String,
}

impl Reader {
    /// The number of the change that is being made; nothing outside of one.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn open_change(&self) -> Result<Option<i64>> {
        use rusqlite::OptionalExtension;
        Ok(self.conn.query_row("SELECT change FROM open_change", [], |row| row.get(0)).optional()?)
    }
}

impl Writer<'_> {
    /// Tells others who wait for the workspace what runs, for as long as the answer lives.
    pub fn announce(&self, what: &str) -> Announcement {
        Announcement::new(self.conn.path().filter(|path| !path.is_empty()).map(Path::new), what)
    }

    /// Makes room for so many nouns: where hundreds come in, more pages of the file are held in memory, so that codes in no order are
    /// not written to the disk and read from it again and again.
    pub fn expect_many(&self, nouns: usize) {
        if nouns > 100 {
            // Only speed hangs on it.
            let _ = self.conn.pragma_update(None, "cache_size", -CACHE_KIB);
        }
    }

    /// Says on which terms nouns come in from here on.
    pub fn on_terms(&self, terms: Terms) {
        *self.terms.borrow_mut() = terms;
    }

    /// What was offered and not done so far; taken once.
    pub fn take_kept(&self) -> Vec<Kept> {
        self.kept.take()
    }

    /// The agencies that were named so far and are not known, by name; taken once.
    pub fn take_unknown_agencies(&self) -> Vec<UnknownAgency> {
        self.unknown.take().into_values().collect()
    }

    pub(super) fn note_unknown(&self, name: &str, of: &str) {
        let mut unknown = self.unknown.borrow_mut();
        let agency = unknown.entry(name.to_owned()).or_insert_with(|| UnknownAgency {
            name: name.to_owned(),
            nouns: 0,
            first: of.to_owned(),
        });
        agency.nouns += 1;
    }

    fn careful(&self) -> bool {
        self.terms.borrow().careful
    }

    /// The rows that come in, and with them those of the owner that do not: they stay where they stand, and new rows follow. Where all
    /// that is stored comes in, its order does too.
    pub(super) fn with_rows_kept(
        &self,
        owner: &str,
        table: &'static Description,
        before: &[Fields],
        incoming: Vec<Fields>,
    ) -> Vec<Fields> {
        let id = |fields: &Fields| fields.get("id").and_then(Json::as_str).unwrap_or_default().to_owned();
        let given: BTreeSet<String> = incoming.iter().map(id).collect();
        if !self.careful() || before.iter().all(|old| given.contains(&id(old))) {
            return incoming;
        }
        let order: Vec<String> = incoming.iter().map(id).collect();
        let mut incoming: HashMap<String, Fields> = incoming.into_iter().map(|fields| (id(&fields), fields)).collect();
        let mut rows = Vec::new();
        for old in before {
            let key = id(old);
            rows.push(incoming.remove(&key).unwrap_or_else(|| {
                let name = ["name", "number", "title", "mode"].iter().find_map(|field| old.get(*field)?.as_str());
                let name = name.unwrap_or_default().to_owned();
                self.kept.borrow_mut().push(Kept::Row { place: table.name, key: vec![owner.to_owned(), key], name });
                old.clone()
            }));
        }
        rows.extend(order.iter().filter_map(|key| incoming.remove(key)));
        rows
    }

    /// The steps of a measure that come in, and behind them those that are stored beyond.
    pub(super) fn with_steps_kept(&self, measure: &str, mut steps: Vec<Stored>) -> Result<Vec<Stored>> {
        if !self.careful() {
            return Ok(steps);
        }
        let table = StatusEntry::DESCRIPTION;
        let mut beyond: Vec<(usize, Stored)> = Vec::new();
        for row in rows::stored(self.conn, table, "measure = ?1", [measure])? {
            let number = match row.get(1) {
                Some(Sql::Text(number)) => number.parse().unwrap_or(0),
                _ => 0_usize,
            };
            if number > steps.len() {
                beyond.push((number, row));
            }
        }
        beyond.sort_by_key(|(number, _)| *number);
        for (number, row) in beyond {
            let name = row.get(3).map(sql_text).unwrap_or_default();
            let key = vec![measure.to_owned(), number.to_string()];
            self.kept.borrow_mut().push(Kept::Row { place: table.name, key, name });
            steps.push(row);
        }
        Ok(steps)
    }

    /// The rows of a sheet as they are stored on the terms that hold.
    pub(super) fn sheet_on_terms(&self, code: &str, before: &[Fields], mut incoming: Vec<Fields>) -> Vec<Fields> {
        let id = |fields: &Fields| fields.get("id").and_then(Json::as_str).unwrap_or_default().to_owned();
        let stored: HashMap<String, &Fields> = before.iter().map(|old| (id(old), old)).collect();
        for row in &mut incoming {
            let key = id(row);
            let Some(old) = stored.get(&key).copied() else { continue };
            if let Some(given) = &self.terms.borrow().sheet_fields {
                leave_unsaid(row, old, given);
            }
            if self.careful() {
                self.better_cells_stay(code, &key, row, old);
            }
        }
        self.with_rows_kept(code, Activity::DESCRIPTION, before, incoming)
    }

    fn better_cells_stay(&self, code: &str, id: &str, row: &mut Fields, old: &Fields) {
        let mut kept = false;
        for cell in Cell::ALL {
            let name = cell.name();
            let (known, claimed) = (provenance_of(old, name), provenance_of(row, name));
            if !claimed.is_worse_than(known) {
                continue;
            }
            let stored = old.get(name).cloned().unwrap_or_default();
            let offered = row.insert(name.to_owned(), stored.clone()).unwrap_or_default();
            if let Some(Json::Object(parts)) = row.get_mut("provenance") {
                parts.insert(name.to_owned(), Json::from(known.name()));
            }
            let key = vec![code.to_owned(), id.to_owned()];
            let field = name.to_owned();
            let place = Activity::DESCRIPTION.name;
            self.kept.borrow_mut().push(Kept::Figure { place, key, field, stored, known, offered, claimed });
            kept = true;
        }
        // The source tells where the better figure comes from.
        if kept && let Some(source) = old.get("source") {
            row.insert("source".to_owned(), source.clone());
        }
    }

    /// Keeps the figures of a stored row that are known better than those which come in.
    pub(super) fn better_stays(
        &self,
        table: &'static Description,
        key: &[&str],
        incoming: &mut Fields,
        figures: &[&str],
    ) -> Result<()> {
        if figures.is_empty() || !self.careful() {
            return Ok(());
        }
        let stored = rows::load(self.conn, table, &rows::key_condition(table), params_from_iter(key))?.pop();
        let Some((_, stored)) = stored else { return Ok(()) };
        let sure = |fields: &Fields| {
            fields
                .get("provenance")
                .and_then(Json::as_str)
                .and_then(Provenance::parse)
                .unwrap_or(Provenance::Assumption)
        };
        let (known, claimed) = (sure(&stored), sure(incoming));
        if !claimed.is_worse_than(known) || stored.get("kind") != incoming.get("kind") {
            return Ok(());
        }
        for field in figures.iter().copied() {
            let (old, new) = (stored.get(field).cloned(), incoming.get(field).cloned());
            if old == new {
                continue;
            }
            let place = table.name;
            let key = key.iter().map(|part| (*part).to_owned()).collect();
            let (stored, offered) = (old.clone().unwrap_or_default(), new.unwrap_or_default());
            let field = field.to_owned();
            let kept = Kept::Figure { place, key, field: field.clone(), stored, known, offered, claimed };
            self.kept.borrow_mut().push(kept);
            match old {
                Some(old) => incoming.insert(field, old),
                None => incoming.remove(&field),
            };
        }
        for field in ["provenance", "source"] {
            if let Some(old) = stored.get(field) {
                incoming.insert(field.to_owned(), old.clone());
            }
        }
        Ok(())
    }
}

fn provenance_of(row: &Fields, cell: &str) -> Provenance {
    let parts = row.get("provenance").and_then(Json::as_object);
    parts.and_then(|parts| parts.get(cell)?.as_str()).and_then(Provenance::parse).unwrap_or(Provenance::Assumption)
}

/// Takes from the stored row what the table that comes in has no column for.
fn leave_unsaid(row: &mut Fields, old: &Fields, given: &BTreeSet<String>) {
    for (name, value) in old {
        if name != "id" && name != "provenance" && !given.contains(name) {
            row.insert(name.clone(), value.clone());
        }
    }
    for cell in Cell::ALL {
        let name = cell.name();
        // A figure that is the same is as sure as it was; of another one nobody said how sure it is.
        if !given.contains(&format!("provenance.{name}")) && row.get(name) == old.get(name) {
            let known = Json::from(provenance_of(old, name).name());
            if let Some(Json::Object(parts)) = row.get_mut("provenance") {
                parts.insert(name.to_owned(), known);
            }
        }
    }
}

fn sql_text(value: &Sql) -> String {
    match value {
        Sql::Text(text) => text.clone(),
        _ => String::new(),
    }
}
