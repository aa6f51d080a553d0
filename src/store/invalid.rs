//! What is stored and not valid, by the same rules as what comes in.

use super::valid::{Admitted, SheetOf};
use super::{Reader, Stored};
use crate::model::valid::Step;
use crate::model::{
    Agency, Assignment, Campaign, Directive, Holiday, Indicator, Instrument, InstrumentLevel, LinkedService, Measure,
    MeasureKind, Parameter, Procedure, Programme, Regulation, Scenario, StateData, Uncertainty, Wrong,
};
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
        self.look::<Agency>(&mut found)?;
        self.look::<Instrument>(&mut found)?;
        self.look::<Regulation>(&mut found)?;
        self.look::<Procedure>(&mut found)?;
        self.look::<MeasureKind>(&mut found)?;
        self.look::<Measure>(&mut found)?;
        self.look::<Programme>(&mut found)?;
        self.look::<LinkedService>(&mut found)?;
        self.look::<Holiday>(&mut found)?;
        self.look::<InstrumentLevel>(&mut found)?;
        self.look::<Scenario>(&mut found)?;
        self.look::<Uncertainty>(&mut found)?;
        self.look::<StateData>(&mut found)?;
        self.look::<Directive>(&mut found)?;
        self.look::<Assignment>(&mut found)?;
        self.look::<Campaign>(&mut found)?;
        self.look::<Indicator>(&mut found)?;
        self.look::<Parameter>(&mut found)?;
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

    fn look<T: Admitted + Stored>(&self, found: &mut Vec<InvalidRow>) -> Result<()> {
        for noun in self.all::<T>()? {
            each(&noun, &self.conn, |own, wrong| {
                let (key, field) = (vec![noun.key()], Some(wrong.way.to_string()));
                found.push(InvalidRow { table: T::DESCRIPTION.name, key, field, own, said: wrong.said });
            })?;
        }
        Ok(())
    }
}

/// Tells of all that is wrong with a noun, first by itself.
fn each<T: Admitted>(noun: &T, conn: &Connection, mut tell: impl FnMut(bool, Wrong)) -> Result<()> {
    noun.check().into_iter().for_each(|wrong| tell(true, wrong));
    // What it points to may be unreadable itself, and is told of in its place.
    noun.dangling(conn).unwrap_or_default().into_iter().for_each(|wrong| tell(false, wrong));
    Ok(())
}
