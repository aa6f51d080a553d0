//! Answers of a survey behind a cell: taken in, taken back, and the figure that follows from them.

use super::{Desk, no_regulation};
use crate::model::{Cell, Fraction, Observation, Observed, Population, Provenance, observation::WHOLE};
use crate::store::{Changed, Writer};
use crate::text::clean_line;
use crate::words::observe::ObserveWord as W;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What is asked: answers about a cell of a sheet, or about the population of a regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observe {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row, or [`WHOLE`].
    pub row: String,
    /// The cell.
    pub cell: Cell,
    /// The answers, in the unit of the cell.
    pub values: Vec<Fraction>,
    /// The survey, and how it was made.
    pub source: String,
    /// On which day.
    pub date: Option<Date>,
}

/// What became of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObservedCell {
    /// The answers in numbers; nothing where none is left.
    pub observed: Option<Observed>,
    /// What stood in the cell.
    pub before: Option<Fraction>,
    /// Whether the figure taken stands there now; not where a better one does.
    pub taken: bool,
}

impl Desk<'_> {
    /// Adds answers about a cell, and puts the figure that is taken of all of them into the cell.
    ///
    /// # Errors
    /// Missing, where there is no such regulation or row; usage, where no source is named; bad input, where an answer is out of its bounds.
    pub fn observe(&mut self, asked: &Observe) -> Result<Changed<ObservedCell>> {
        let source = clean_line(&asked.source);
        self.change(|writer| {
            let code = asked.regulation.as_str();
            writer.regulation(code)?.ok_or_else(|| no_regulation(code))?;
            if source.is_empty() {
                return Err(Fault::usage(W::NoSource.said(&[])));
            }
            if asked.row == WHOLE && !matches!(asked.cell, Cell::Times | Cell::Population) {
                return Err(Fault::usage(W::OnlyPopulation.said(&[])));
            }
            let all = writer.observations(code)?;
            let about = |one: &&Observation| one.row == asked.row && one.cell == asked.cell;
            let mut next =
                all.iter().filter(about).filter_map(|one| one.respondent.parse::<u64>().ok()).max().unwrap_or(0);
            for value in &asked.values {
                next += 1;
                writer.put(&Observation {
                    regulation: code.to_owned(),
                    row: asked.row.clone(),
                    cell: asked.cell,
                    respondent: next.to_string(),
                    value: *value,
                    date: asked.date,
                    source: source.clone(),
                })?;
            }
            take(writer, code, &asked.row, asked.cell)
        })
    }

    /// Takes the answers about a cell back; the figure in the cell stays as it is.
    ///
    /// # Errors
    /// Missing, where there are none.
    pub fn forget_observations(&mut self, code: &str, row: &str, cell: Cell) -> Result<Changed<usize>> {
        self.change(|writer| {
            let mut all = writer.observations(code)?;
            all.retain(|one| one.row == row && one.cell == cell);
            if all.is_empty() {
                return Err(Fault::missing(
                    W::None.said_by(|lang| vec![code.to_owned(), row.to_owned(), cell.word(lang).to_owned()]),
                ));
            }
            all.iter().try_for_each(|one| writer.remove_one(one).map(drop))?;
            Ok(all.len())
        })
    }
}

/// Puts the figure that is taken of the answers about a cell where it belongs. One that is known better, by its provenance, stays.
fn take(writer: &Writer<'_>, code: &str, row: &str, cell: Cell) -> Result<ObservedCell> {
    let all = writer.observations(code)?;
    let Some(observed) = Observed::of(&all, row, cell) else {
        return Ok(ObservedCell { observed: None, before: None, taken: false });
    };
    let mut sources: Vec<&str> = Vec::new();
    for one in all.iter().filter(|one| one.row == row && one.cell == cell && !one.source.is_empty()) {
        if !sources.contains(&one.source.as_str()) {
            sources.push(&one.source);
        }
    }
    let source = sources.join("; ");
    let done = |before: Option<Fraction>, taken: bool| ObservedCell { observed: Some(observed), before, taken };
    let whole_number = i64::try_from(observed.middle.numerator()).ok().filter(|_| observed.middle.is_whole());
    if row == WHOLE {
        let known = writer.population(code)?;
        let before = known.as_ref().and_then(|one| match cell {
            Cell::Times => one.times,
            _ => one.count.map(Fraction::whole),
        });
        let better =
            before.is_some() && known.as_ref().is_some_and(|one| Provenance::Surveyed.is_worse_than(one.provenance));
        if better {
            return Ok(done(before, before == Some(observed.middle)));
        }
        let mut whole = known.unwrap_or_else(|| Population {
            regulation: code.to_owned(),
            count: None,
            times: None,
            date: None,
            provenance: Provenance::Surveyed,
            source: String::new(),
            groups: Vec::new(),
        });
        if cell == Cell::Times {
            whole.times = Some(observed.middle);
        } else {
            whole.count = whole_number;
        }
        (whole.provenance, whole.source) = (Provenance::Surveyed, source);
        writer.put(&whole)?;
        return Ok(done(before, true));
    }
    let found = writer.sheet(code)?.into_iter().find(|one| one.id == row);
    let mut activity =
        found.ok_or_else(|| Fault::missing(W::NoRow.said(&[&code, &row])).hint(W::NoRowHint.said(&[&code])))?;
    let before = activity.figure(cell);
    if before.is_some() && Provenance::Surveyed.is_worse_than(activity.provenance.of(cell)) {
        return Ok(done(before, before == Some(observed.middle)));
    }
    match (cell, whole_number) {
        (Cell::Minutes, _) => activity.minutes = observed.middle,
        (Cell::Times, _) => activity.times = Some(observed.middle),
        (Cell::Outsourcing, Some(dong)) => activity.outsourcing = dong,
        (Cell::Charges, Some(dong)) => activity.charges = dong,
        (Cell::Population, count) => activity.population = count,
        (Cell::Outsourcing | Cell::Charges, None) => return Ok(done(before, false)),
    }
    activity.provenance.set(cell, Provenance::Surveyed);
    // What the other cells of the row rest on stays named.
    if activity.source.is_empty() {
        activity.source = source;
    } else if !activity.source.contains(&source) {
        activity.source = format!("{}; {source}", activity.source);
    }
    writer.put_activity(code, &activity)?;
    Ok(done(before, true))
}

/// Puts the figures that are taken of answers which came in; tells which did not take the place of a better one.
pub(super) fn take_all(writer: &Writer<'_>, came: &[Observation]) -> Result<Vec<Said>> {
    let cells: BTreeSet<(&str, &str, Cell)> =
        came.iter().map(|one| (one.regulation.as_str(), one.row.as_str(), one.cell)).collect();
    let (mut taken, mut notes) = (0, Vec::new());
    for (code, row, cell) in &cells {
        let done = take(writer, code, row, *cell)?;
        if done.taken {
            taken += 1;
        } else {
            let said = |lang| vec![(*code).to_owned(), (*row).to_owned(), cell.word(lang).to_owned()];
            notes.push(W::BetterStays.said_by(said));
        }
    }
    if !cells.is_empty() {
        notes.insert(0, W::Taken.said(&[&came.len(), &taken]));
    }
    Ok(notes)
}
