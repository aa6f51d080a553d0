//! What is stored and not valid, by the same rules as what comes in.

use super::Reader;
use super::valid::{Admitted, SheetOf};
use crate::model::Wrong;
use crate::model::valid::Step;
use crate::words::{Result, Said};
use rusqlite::Connection;

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
        let mut found = Vec::new();
        for unread in self.unreadable_rows()? {
            let said = unread.said();
            found.push(InvalidRow { table: unread.table, key: unread.key, field: None, own: true, said });
        }
        let conn = &self.conn;
        look(conn, "agency", self.agencies()?, &mut found)?;
        look(conn, "instrument", self.instruments()?, &mut found)?;
        look(conn, "regulation", self.other_regulations()?, &mut found)?;
        look(conn, "procedure", self.procedures()?, &mut found)?;
        look(conn, "measure_kind", self.measure_kinds()?, &mut found)?;
        look(conn, "measure", self.measures()?, &mut found)?;
        look(conn, "programme", self.programmes()?, &mut found)?;
        look(conn, "linked_service", self.linked_services()?, &mut found)?;
        look(conn, "holiday", self.holidays()?, &mut found)?;
        look(conn, "instrument_level", self.instrument_levels()?, &mut found)?;
        look(conn, "scenario", self.scenarios()?, &mut found)?;
        look(conn, "uncertainty", self.uncertainties()?, &mut found)?;
        look(conn, "state_data", self.state_data()?, &mut found)?;
        look(conn, "directive", self.directives()?, &mut found)?;
        look(conn, "assignment", self.assignments()?, &mut found)?;
        look(conn, "campaign", self.campaigns()?, &mut found)?;
        look(conn, "indicator", self.indicators()?, &mut found)?;
        look(conn, "parameter", self.parameters()?, &mut found)?;
        for sheet in self.sheets()? {
            let of = SheetOf { regulation: &sheet.regulation, rows: &sheet.activities };
            each(&of, conn, |own, wrong| {
                let at = wrong.way.steps().iter().find_map(|step| match step {
                    Step::At(at) => sheet.activities.get(*at),
                    Step::Field(_) => None,
                });
                let key = vec![sheet.regulation.clone(), at.map(|row| row.id.clone()).unwrap_or_default()];
                let field = Some(wrong.way.last().to_owned());
                found.push(InvalidRow { table: "activity", key, field, own, said: wrong.said });
            })?;
        }
        Ok(found)
    }
}

fn look<T: Admitted>(
    conn: &Connection,
    table: &'static str,
    stored: Vec<T>,
    found: &mut Vec<InvalidRow>,
) -> Result<()> {
    for noun in stored {
        each(&noun, conn, |own, wrong| {
            let (key, field) = (vec![noun.key()], Some(wrong.way.to_string()));
            found.push(InvalidRow { table, key, field, own, said: wrong.said });
        })?;
    }
    Ok(())
}

/// Tells of all that is wrong with a noun, first by itself.
fn each<T: Admitted>(noun: &T, conn: &Connection, mut tell: impl FnMut(bool, Wrong)) -> Result<()> {
    noun.check().into_iter().for_each(|wrong| tell(true, wrong));
    // What it points to may be unreadable itself, and is told of in its place.
    noun.dangling(conn).unwrap_or_default().into_iter().for_each(|wrong| tell(false, wrong));
    Ok(())
}
