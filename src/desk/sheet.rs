//! Cost sheets: first sheets from records, rows added and removed, cells corrected. A sheet is read and written under one lock, and only
//! what is named is written, so that those who correct other rows at the same moment keep their work.

use super::overwrite::{Expected, Figure, Outcome, Replaced, Standing, last_of};
use super::{Desk, no_regulation};
use crate::cost::{Rates, RowField, first_sheet, sheet_figures};
use crate::exchange::catalog;
use crate::model::{Activity, ActivityGroup, CellProvenance, Fraction, Parameter, Population, Provenance, Unit, Valid};
use crate::store::{Changed, Writer};
use crate::text::{Lang, clean_line, fold};
use crate::words::sheet::SheetWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::HashSet;

/// A field of a row that is to be corrected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowEdit {
    /// The field.
    pub field: RowField,
    /// What was typed; nothing to say only how sure it is.
    pub typed: Option<String>,
    /// How sure a figure is that goes in.
    pub provenance: Provenance,
}

/// What is asked: fields of one row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetRow {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row.
    pub row: String,
    /// What is corrected.
    pub edits: Vec<RowEdit>,
    /// What must stand in the row for it to be corrected.
    pub expected: Vec<Expected<RowField>>,
}

/// What is asked: a new row, at the end of its group. It takes income, times and population from the first row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddRow {
    /// Code of the regulation.
    pub regulation: String,
    /// Its group.
    pub group: ActivityGroup,
    /// What is done.
    pub name: String,
    /// What is known of it besides.
    pub edits: Vec<RowEdit>,
}

/// What is asked: a row less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RemoveRow {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row.
    pub row: String,
    /// The row as it was seen, where it must not have changed since.
    pub seen: Option<Box<Activity>>,
}

/// What became of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetChange {
    /// Id of the row.
    pub row: String,
    /// Cost per year before, đồng; nothing where it cannot be computed, or nobody knows how many comply.
    pub before: Option<Fraction>,
    /// Cost per year now.
    pub after: Option<Fraction>,
    /// The fields in which something else stood.
    pub replaced: Vec<Replaced>,
}

/// First sheets that were made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drafted {
    /// Number of sheets.
    pub sheets: usize,
    /// Number of their rows.
    pub rows: usize,
}

impl RowEdit {
    /// Puts what was typed into a row.
    ///
    /// # Errors
    /// Wrong usage, and nothing is to be written, where it cannot stand there.
    pub fn apply(&self, row: &mut Activity) -> Result<()> {
        match (&self.typed, self.field) {
            (Some(typed), field) => {
                if !field.put(row, typed, self.provenance) {
                    return Err(Fault::usage(SheetWord::BadCell.said(&[&field.name(), typed])));
                }
            }
            (None, RowField::Cell(cell)) => row.provenance.set(cell, self.provenance),
            (None, _) => {}
        }
        Ok(())
    }
}

/// A row with what was typed in it: the one check of commands and screens, before anything is written. What was wrong with the row before is no
/// reason to refuse it, so that it can be mended cell by cell.
///
/// # Errors
/// Wrong usage: a text that cannot stand in its field, a number beyond its bounds.
pub fn edited(row: &Activity, edits: &[RowEdit]) -> Result<Activity> {
    let mut new = row.clone();
    for edit in edits {
        edit.apply(&mut new)?;
    }
    let before = row.check();
    match new.check().into_iter().find(|wrong| !before.contains(wrong)) {
        None => Ok(new),
        Some(wrong) => {
            let said = |lang| vec![wrong.way.to_string(), wrong.said.text(lang).to_owned()];
            Err(Fault::usage(SheetWord::OutOfBounds.said_by(said)))
        }
    }
}

impl Desk<'_> {
    /// Corrects fields of one row. Nothing is written where something else stands than was expected.
    ///
    /// # Errors
    /// Missing, where there is no such regulation or row; usage, where what was typed cannot stand there; input, where there is no such
    /// income per hour.
    pub fn set_row(&mut self, asked: &SetRow) -> Result<Changed<Outcome<SheetChange>>> {
        let today = self.today;
        self.change(|writer| {
            let standing = standing_in(writer, asked, today)?;
            if standing.is_empty() {
                corrected(writer, asked, today).map(Outcome::Done)
            } else {
                Ok(Outcome::Stands(standing))
            }
        })
    }

    /// Corrects fields of several rows in one change: all of them, or none where something else stands in one than was expected.
    ///
    /// # Errors
    /// As [`Desk::set_row`].
    pub fn set_rows(&mut self, asked: &[SetRow]) -> Result<Changed<Outcome<Vec<SheetChange>>>> {
        let today = self.today;
        self.change(|writer| {
            let mut standing = Vec::new();
            for one in asked {
                standing.extend(standing_in(writer, one, today)?);
            }
            if !standing.is_empty() {
                return Ok(Outcome::Stands(standing));
            }
            let done: Result<Vec<SheetChange>> = asked.iter().map(|one| corrected(writer, one, today)).collect();
            done.map(Outcome::Done)
        })
    }

    /// Adds a row at the end of its group.
    ///
    /// # Errors
    /// As [`Desk::set_row`]; usage, where it has no name.
    pub fn add_row(&mut self, asked: &AddRow) -> Result<Changed<SheetChange>> {
        let (code, today) = (asked.regulation.as_str(), self.today);
        self.change(|writer| {
            let sheet = Sheet::read(writer, code, today)?;
            let like = sheet.rows.first();
            let name = clean_line(&asked.name);
            if name.is_empty() {
                return Err(Fault::usage(SheetWord::NoName.said(&[])));
            }
            let incomes = sheet.rates.ids_with_unit(Unit::DongPerHour);
            let row = Activity {
                id: String::new(),
                group: asked.group,
                name,
                how: String::new(),
                component: None,
                tariff: like.map_or_else(|| incomes.first().copied().unwrap_or_default(), |row| &row.tariff).to_owned(),
                minutes: Fraction::ZERO,
                outsourcing: 0,
                charges: 0,
                staff: Fraction::ONE,
                times: like.and_then(|row| row.times),
                population: like.and_then(|row| row.population),
                among: None,
                provenance: CellProvenance::default(),
                source: String::new(),
            };
            let mut row = edited(&row, &asked.edits)?;
            sheet.need_tariff(&row.tariff)?;
            let at = sheet.rows.iter().rposition(|r| r.group <= row.group).map_or(0, |at| at + 1);
            row.id = writer.add_activity(code, at, &row)?;
            let id = row.id.clone();
            let mut rows = sheet.rows.clone();
            rows.insert(at, row);
            sheet.became(id, rows, Vec::new())
        })
    }

    /// Removes a row. Nothing is written where it changed since it was seen.
    ///
    /// # Errors
    /// Missing, where there is no such regulation or row.
    pub fn remove_row(&mut self, asked: &RemoveRow) -> Result<Changed<Outcome<SheetChange>>> {
        let (code, today) = (asked.regulation.as_str(), self.today);
        self.change(|writer| {
            let sheet = Sheet::read(writer, code, today)?;
            let row = sheet.row(&asked.row)?;
            if let Some(seen) = &asked.seen {
                let expected: Vec<Expected<RowField>> =
                    RowField::ALL.iter().map(|field| seen_in(*field, seen)).collect();
                let standing = standing(writer, code, row, &expected)?;
                if !standing.is_empty() {
                    return Ok(Outcome::Stands(standing));
                }
            }
            writer.remove_activity(code, &row.id)?;
            let left = sheet.rows.iter().filter(|other| other.id != row.id).cloned().collect();
            sheet.became(row.id.clone(), left, Vec::new()).map(Outcome::Done)
        })
    }

    /// Removes all rows of a sheet; gives how many there were.
    ///
    /// # Errors
    /// Missing, where there is no such regulation or sheet.
    pub fn clear_sheet(&mut self, code: &str) -> Result<Changed<usize>> {
        let today = self.today;
        self.change(|writer| {
            let sheet = Sheet::with_rows(writer, code, today)?;
            writer.put_sheet(code, &[])?;
            Ok(sheet.rows.len())
        })
    }

    /// Takes the sheet of a regulation as the start of another's; gives the number of rows. Nobody vouches for its figures there, and a row
    /// belongs to the component of the same name, where the other has one.
    ///
    /// # Errors
    /// Missing, where there is no such regulation or sheet; usage, where the other has a sheet already.
    pub fn copy_sheet(&mut self, from: &str, to: &str) -> Result<Changed<usize>> {
        let today = self.today;
        self.change(|writer| {
            let sheet = Sheet::with_rows(writer, from, today)?;
            if !Sheet::read(writer, to, today)?.rows.is_empty() {
                return Err(Fault::usage(SheetWord::HasSheet.said(&[&to])).hint(SheetWord::HasSheetHint.said(&[&to])));
            }
            let components = |code: &str| -> Result<Vec<crate::model::Component>> {
                Ok(writer.procedure(code)?.map(|procedure| procedure.components).unwrap_or_default())
            };
            let (theirs, ours) = (components(from)?, components(to)?);
            let same = |id: &String| {
                let name = fold(&theirs.iter().find(|component| component.id == *id)?.name);
                Some(ours.iter().find(|component| fold(&component.name) == name)?.id.clone())
            };
            let row = |row: &Activity| Activity {
                id: String::new(),
                component: row.component.as_ref().and_then(same),
                provenance: CellProvenance::default(),
                source: SheetWord::CopiedFrom
                    .with(Lang::Vi, &[&from, &row.source])
                    .trim_end_matches([':', ' '])
                    .to_owned(),
                ..row.clone()
            };
            let rows: Vec<Activity> = sheet.rows.iter().map(row).collect();
            writer.put_sheet(to, &rows)?;
            Ok(rows.len())
        })
    }

    /// Makes first sheets from the records of procedures: of those named, or of all that have none. A procedure whose record says too
    /// little gets none.
    ///
    /// # Errors
    /// Missing, where there is no such procedure; usage, where one that is named has a sheet already.
    pub fn draft_sheets(&mut self, codes: Option<&[String]>) -> Result<Changed<Drafted>> {
        let today = self.today;
        let rules = catalog::first_sheet_rules()?;
        self.change(|writer| {
            let rates = Rates::on(today, writer.all::<Parameter>()?);
            let rows = writer.regulation_rows()?;
            let without: HashSet<&str> = rows.iter().filter(|r| r.sheet_rows == 0).map(|r| r.code.as_str()).collect();
            let procedures = match codes {
                None => {
                    let bare = |p: &crate::model::Procedure| without.contains(p.regulation.code.as_str());
                    writer.procedures()?.into_iter().filter(bare).collect()
                }
                Some(codes) => {
                    let mut chosen = Vec::new();
                    for code in codes {
                        let none = || Fault::missing(SheetWord::NoProcedure.said(&[code]));
                        let hinted = || none().hint(SheetWord::NoProcedureHint.said(&[code]));
                        let procedure = writer.procedure(code)?.ok_or_else(hinted)?;
                        if !without.contains(code.as_str()) {
                            let fault = Fault::usage(SheetWord::HasSheet.said(&[code]));
                            return Err(fault.hint(SheetWord::HasSheetHint.said(&[code])));
                        }
                        chosen.push(procedure);
                    }
                    chosen
                }
            };
            let mut drafted = Drafted { sheets: 0, rows: 0 };
            for procedure in &procedures {
                let sheet = first_sheet(procedure, &rules, &rates)?;
                if !sheet.is_empty() {
                    writer.put_sheet(&procedure.regulation.code, &sheet)?;
                    drafted = Drafted { sheets: drafted.sheets + 1, rows: drafted.rows + sheet.len() };
                }
            }
            Ok(drafted)
        })
    }
}

/// A sheet under the lock, and what it is computed by.
struct Sheet<'a> {
    code: &'a str,
    rows: Vec<Activity>,
    whole: Option<Population>,
    rates: Rates,
}

impl<'a> Sheet<'a> {
    fn read(writer: &Writer<'_>, code: &'a str, today: jiff::civil::Date) -> Result<Self> {
        writer.regulation(code)?.ok_or_else(|| no_regulation(code))?;
        let (rows, whole) = (writer.sheet(code)?, writer.population(code)?);
        Ok(Self { code, rows, whole, rates: Rates::on(today, writer.all::<Parameter>()?) })
    }

    /// A sheet that must be there.
    fn with_rows(writer: &Writer<'_>, code: &'a str, today: jiff::civil::Date) -> Result<Self> {
        let sheet = Self::read(writer, code, today)?;
        if sheet.rows.is_empty() { Err(none(code)) } else { Ok(sheet) }
    }

    fn row(&self, id: &str) -> Result<&Activity> {
        let code = self.code;
        self.rows.iter().find(|row| row.id == id).ok_or_else(|| {
            if self.rows.is_empty() {
                return none(code);
            }
            let ids: Vec<&str> = self.rows.iter().map(|row| row.id.as_str()).collect();
            Fault::missing(SheetWord::NoRow.said(&[&code, &id, &ids.join(", ")]))
        })
    }

    fn need_tariff(&self, id: &str) -> Result<()> {
        let known = self.rates.ids_with_unit(Unit::DongPerHour);
        if known.contains(&id) {
            return Ok(());
        }
        Err(Fault::input(SheetWord::NoTariff.said(&[&id, &known.join(", ")])))
    }

    /// What became of it with other rows. A sheet that could be computed must stay so; one that could not may be mended row by row.
    fn became(&self, row: String, rows: Vec<Activity>, replaced: Vec<Replaced>) -> Result<SheetChange> {
        let figures = |rows: &[Activity]| sheet_figures(rows, &self.rates, self.whole.as_ref());
        let before = figures(&self.rows).ok();
        let after = match figures(&rows) {
            Ok(figures) => figures.annual,
            Err(fault) if before.is_some() => return Err(fault),
            Err(_) => None,
        };
        Ok(SheetChange { row, before: before.and_then(|figures| figures.annual), after, replaced })
    }
}

/// There is no sheet.
fn none(code: &str) -> Fault {
    Fault::missing(SheetWord::NoSheet.said(&[&code])).hint(SheetWord::NoSheetHint.said(&[&code]))
}

fn figure(field: RowField, row: &Activity) -> Figure {
    Figure { value: field.text(row), provenance: field.provenance(row) }
}

fn seen_in(field: RowField, row: &Activity) -> Expected<RowField> {
    Expected { field, value: field.text(row), provenance: field.provenance(row) }
}

/// What stands in a row instead of what was expected there.
fn standing_in(writer: &Writer<'_>, asked: &SetRow, today: Date) -> Result<Vec<Standing>> {
    let sheet = Sheet::read(writer, &asked.regulation, today)?;
    standing(writer, &asked.regulation, sheet.row(&asked.row)?, &asked.expected)
}

/// Writes the corrections of a row.
fn corrected(writer: &Writer<'_>, asked: &SetRow, today: Date) -> Result<SheetChange> {
    let code = asked.regulation.as_str();
    let sheet = Sheet::read(writer, code, today)?;
    let row = sheet.row(&asked.row)?;
    let new = edited(row, &asked.edits)?;
    if new.tariff != row.tariff {
        sheet.need_tariff(&new.tariff)?;
    }
    let mut replaced = Vec::new();
    for edit in &asked.edits {
        let (before, after) = (figure(edit.field, row), figure(edit.field, &new));
        if before != after {
            let last = last_of_field(writer, code, &row.id, edit.field, before.value != after.value)?;
            replaced.push(Replaced { field: edit.field.name().to_owned(), before, after, last });
        }
    }
    writer.put_activity(code, &new)?;
    let id = row.id.clone();
    let with_new = sheet.rows.iter().map(|row| if row.id == id { new.clone() } else { row.clone() }).collect();
    sheet.became(id, with_new, replaced)
}

/// The fields in which something else stands than was expected.
fn standing(writer: &Writer<'_>, code: &str, row: &Activity, expected: &[Expected<RowField>]) -> Result<Vec<Standing>> {
    let mut standing = Vec::new();
    for asked in expected {
        let figure = figure(asked.field, row);
        let mut like = row.clone();
        let read = asked.field.put(&mut like, &asked.value, Provenance::Assumption);
        if !read && asked.value.trim() != figure.value {
            return Err(Fault::usage(SheetWord::BadCell.said(&[&asked.field.name(), &asked.value])));
        }
        let same = asked.value.trim() == figure.value || asked.field.text(&like) == figure.value;
        if same && (asked.provenance.is_none() || asked.provenance == figure.provenance) {
            continue;
        }
        standing.push(Standing {
            field: asked.field.name().to_owned(),
            expected: asked.value.clone(),
            last: last_of_field(writer, code, &row.id, asked.field, !same)?,
            figure,
        });
    }
    Ok(standing)
}

/// Who last wrote a field of a row: the value, or how sure it is. The latter lies in one column for all cells, so it may have been another cell
/// of the row.
fn last_of_field(
    writer: &Writer<'_>,
    code: &str,
    id: &str,
    field: RowField,
    value: bool,
) -> Result<Option<super::LastTouch>> {
    last_of(writer, "activity", &[code, id], if value { field.name() } else { "provenance" })
}

#[cfg(test)]
mod tests;
