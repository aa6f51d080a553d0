//! What is stored and not valid, by the same rules as what comes in.

use super::Reader;
use super::stored::Stored;
use crate::model::{Kind, Wrong};
use crate::words::{Result, Said};

/// A stored noun that is not valid, or cannot even be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRow {
    /// The table.
    pub table: &'static str,
    /// The key of the row, part by part.
    pub key: Vec<String>,
    /// The field, where one can be named: `statuses[1].date`.
    pub field: Option<String>,
    /// Whether it is wrong by itself, not by what it points to.
    pub own: bool,
    /// What is wrong with it.
    pub said: Said,
}

impl Reader {
    /// The stored nouns that are not valid: each is looked at as if it came in now, and those that cannot be read are among them.
    ///
    /// # Errors
    /// The workspace cannot be read at all.
    pub fn invalid_rows(&self) -> Result<Vec<InvalidRow>> {
        // Procedures are among them, of which the rows of their own are read below.
        self.regulations()?;
        let mut wrong = Vec::new();
        // What is frozen is read with the baseline.
        for kind in Kind::ALL.iter().filter(|kind| **kind != Kind::Baseline) {
            self.look_at(*kind, &mut wrong)?;
        }
        let unread = self.passed.rows().into_iter().map(|unread| {
            let said = unread.said();
            InvalidRow { table: unread.table, key: unread.key, field: None, own: true, said }
        });
        Ok(unread.chain(wrong).collect())
    }

    /// All that is wrong with the nouns of a kind, of each first by itself.
    pub(super) fn look<T: Stored>(&self, found: &mut Vec<InvalidRow>) -> Result<()> {
        for noun in self.all::<T>()? {
            let mut tell = |own, wrong: Wrong| {
                let (table, key, field) = noun.place(&wrong);
                found.push(InvalidRow { table, key, field: Some(field), own, said: wrong.said });
            };
            noun.check().into_iter().for_each(|wrong| tell(true, wrong));
            // What it points to may be unreadable itself, and is told of in its place.
            noun.dangling(&self.conn).unwrap_or_default().into_iter().for_each(|wrong| tell(false, wrong));
        }
        Ok(())
    }
}
