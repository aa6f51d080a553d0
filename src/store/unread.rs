//! Rows that cannot be read as what they should be: lists leave them out and remember them, so that one bad cell keeps nothing else away.

use super::Reader;
use super::rows::{self, Row, noun_from};
use crate::model::nouns::row_word;
use crate::model::{Description, Noun};
use crate::reform::Uncounted;
use crate::text::Lang;
use crate::words::reform::ReformWord;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result, Said};
use rusqlite::Params;
use serde::de::DeserializeOwned;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A row that cannot be read as what it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnreadRow {
    /// The table.
    pub table: &'static str,
    /// The key of the row, part by part.
    pub key: Vec<String>,
}

impl UnreadRow {
    /// The row and that it cannot be read, for people.
    pub fn said(&self) -> Said {
        StoreMessage::BadRow.said_by(|lang| vec![row_word(self.table).text(lang).to_owned(), self.key.join(" / ")])
    }
}

/// What lists and sums left out so far; clones look at the same.
#[derive(Debug, Clone, Default)]
pub struct Passed(Arc<Mutex<Left>>);

#[derive(Debug, Default)]
struct Left {
    rows: BTreeSet<UnreadRow>,
    sheets: BTreeSet<Uncounted>,
}

impl Passed {
    /// The rows that lists left out because they cannot be read.
    pub fn rows(&self) -> Vec<UnreadRow> {
        self.left().rows.iter().cloned().collect()
    }

    /// The sheets that no sum counts because they cannot be computed.
    pub fn sheets(&self) -> Vec<Uncounted> {
        self.left().sheets.iter().cloned().collect()
    }

    /// What to tell of all that was left out; empty when nothing was.
    pub fn said(&self) -> Vec<Said> {
        const NAMED: usize = 5;
        let joined = |said: Vec<Said>, lang: Lang| {
            let mut list = said.iter().take(NAMED).map(|said| said.text(lang)).collect::<Vec<_>>().join("; ");
            if said.len() > NAMED {
                list.push_str("; …");
            }
            list
        };
        let mut told = Vec::new();
        let (sheets, rows) = (self.sheets(), self.rows());
        if !sheets.is_empty() {
            let codes: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.code.as_str()).collect();
            let said = |lang| vec![codes.len().to_string(), joined(sheets.iter().map(Uncounted::said).collect(), lang)];
            told.push(ReformWord::Uncounted.said_by(said));
        }
        if !rows.is_empty() {
            let name =
                |row: &UnreadRow, lang: Lang| format!("{} {}", row_word(row.table).text(lang), row.key.join(" / "));
            told.push(StoreMessage::PassedRows.said_by(|lang| {
                let names = rows.iter().map(|row| Said::by(|lang| name(row, lang)));
                vec![rows.len().to_string(), joined(names.collect(), lang)]
            }));
        }
        told
    }

    /// Forgets it all, before it is looked for anew.
    pub fn forget(&self) {
        *self.left() = Left::default();
    }

    /// Forgets what is known of some regulations, by their codes, before they are looked at anew.
    pub fn forget_of(&self, codes: &BTreeSet<String>) {
        let mut left = self.left();
        left.sheets.retain(|sheet| !codes.contains(&sheet.code));
        left.rows.retain(|row| row.table != "activity" || !row.key.first().is_some_and(|code| codes.contains(code)));
    }

    /// The regulations of whose sheets rows were left out.
    pub(super) fn unread_sheets(&self) -> BTreeSet<String> {
        let rows = &self.left().rows;
        rows.iter().filter(|row| row.table == "activity").filter_map(|row| row.key.first().cloned()).collect()
    }

    fn left(&self) -> MutexGuard<'_, Left> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn add(&self, table: &Description, key: Vec<String>) {
        self.left().rows.insert(UnreadRow { table: table.name, key });
    }

    pub(super) fn add_sheets(&self, sheets: &[Uncounted]) {
        self.left().sheets.extend(sheets.iter().cloned());
    }

    /// What was read, unless it could not be read as what it should be, which is remembered.
    pub(super) fn or_pass<T>(&self, table: &Description, key: Vec<String>, read: Result<T>) -> Option<T> {
        match read {
            Ok(value) => Some(value),
            Err(_) => {
                self.add(table, key);
                None
            }
        }
    }
}

impl Reader {
    /// The rows that lists of this workspace left out so far because they cannot be read.
    pub fn passed(&self) -> Passed {
        self.passed.clone()
    }

    /// The nouns that lie in one table and can be read; the others are remembered.
    pub(super) fn readable<T: Noun + DeserializeOwned>(&self) -> Result<Vec<T>> {
        self.readable_where("1", [])
    }

    /// Those of them that fit a condition.
    pub(super) fn readable_where<T: Noun + DeserializeOwned>(
        &self,
        condition: &str,
        params: impl Params,
    ) -> Result<Vec<T>> {
        let table = T::DESCRIPTION;
        let found = rows::load_each(&self.conn, table, condition, params)?;
        let read = |Row { key, fields, .. }: Row| self.passed.or_pass(table, key, fields.and_then(noun_from));
        Ok(found.into_iter().filter_map(read).collect())
    }

    /// Of nouns that were read or not, those that were; the others are remembered.
    pub(super) fn read_of<T>(&self, table: &Description, found: Vec<(String, Result<T>)>) -> Result<Vec<T>> {
        Ok(found.into_iter().filter_map(|(key, read)| self.passed.or_pass(table, vec![key], read)).collect())
    }
}

/// The fault of a row that cannot be read.
pub(super) fn unread(table: &'static str, key: Vec<String>) -> Fault {
    Fault::database(UnreadRow { table, key }.said()).hint(StoreMessage::BadRowHint.said(&[]))
}
