//! Measures: proposed, edited field by field, moved up the ladder, removed. What a measure aims at, its kind and what it says now are read under
//! the lock of the change.

use super::overwrite::{Expected, Figure, Outcome, Replaced, Standing, last_of};
use super::{Desk, no_regulation};
use crate::model::{
    Fraction, Measure, MeasureField, MeasureKind, MeasureSlot, MeasureStatus, StatusEntry, TargetKind, Unit,
};
use crate::reform::check_measure;
use crate::store::{Changed, Writer};
use crate::text::{Lang, number};
use crate::words::measure::MeasureWord;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;

/// What is written where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureEdit {
    /// The field, or the value.
    pub slot: MeasureSlot,
    /// What was typed; empty to take away what stands there.
    pub typed: String,
}

/// What is asked: a new measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeasure {
    /// Code of the regulation that it cuts.
    pub regulation: String,
    /// Id of its kind.
    pub kind: String,
    /// The day of the proposal.
    pub day: Date,
    /// The language of the name of its kind, which is its title where none is given.
    pub lang: Lang,
    /// What it says.
    pub edits: Vec<MeasureEdit>,
}

/// What is asked: fields of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditMeasure {
    /// Code of the measure.
    pub code: String,
    /// What is changed; everything else stays.
    pub edits: Vec<MeasureEdit>,
    /// What must stand in the measure for it to be changed.
    pub expected: Vec<Expected<MeasureSlot>>,
}

/// What is asked: the next status of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdvanceMeasure {
    /// Code of the measure.
    pub code: String,
    /// The status that it gets.
    pub status: MeasureStatus,
    /// The day on which it was reached.
    pub day: Date,
    /// Number of the document that shows it; empty for none.
    pub document: String,
    /// The last day on which it is in force by the document, where that ends.
    pub until: Option<Date>,
    /// A remark.
    pub note: String,
    /// The status that it had when the step was chosen, where it must not have moved since.
    pub seen: Option<MeasureStatus>,
}

fn proposed(writer: &Writer<'_>, asked: &NewMeasure) -> Result<MeasureChange> {
    let regulation = asked.regulation.as_str();
    writer.regulation(regulation)?.ok_or_else(|| no_regulation(regulation))?;
    let kind = kind(writer, &asked.kind)?;
    let mut measure = Measure::proposed(regulation, &kind.id, asked.day);
    measure.title = kind.name_in(asked.lang).to_owned();
    write(&mut measure, &kind, &asked.edits)?;
    check(writer, &measure, &kind, &[])?;
    let (code, _) = writer.propose_measure(&measure)?;
    Ok(MeasureChange { code, replaced: Vec::new() })
}

/// What became of a measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureChange {
    /// Its code.
    pub code: String,
    /// The fields in which something else stood.
    pub replaced: Vec<Replaced>,
}

impl Desk<'_> {
    /// Proposes a measure. One that is the same as one that is there is refused.
    ///
    /// # Errors
    /// Missing, where there is no such regulation; usage, where the kind or a level is unknown, where a field cannot hold what was typed,
    /// or where the measure cannot do what it says.
    pub fn propose_measure(&mut self, asked: &NewMeasure) -> Result<Changed<MeasureChange>> {
        self.change(|writer| proposed(writer, asked))
    }

    /// Proposes several measures in one change: all of them or none.
    ///
    /// # Errors
    /// As [`Desk::propose_measure`].
    pub fn propose_measures(&mut self, asked: &[NewMeasure]) -> Result<Changed<Vec<MeasureChange>>> {
        self.change(|writer| asked.iter().map(|one| proposed(writer, one)).collect())
    }

    /// Changes fields of a measure; everything else stays. Nothing is written where something else stands than was expected.
    ///
    /// # Errors
    /// Missing, where there is no such measure; else as [`Desk::propose_measure`]. What was wrong with it before is no reason.
    pub fn edit_measure(&mut self, asked: &EditMeasure) -> Result<Changed<Outcome<MeasureChange>>> {
        self.change(|writer| {
            let measure = find(writer, &asked.code)?;
            let kind = kind(writer, &measure.kind)?;
            let standing = standing(writer, &measure, &kind, &asked.expected)?;
            if !standing.is_empty() {
                return Ok(Outcome::Stands(standing));
            }
            let mut new = measure.clone();
            write(&mut new, &kind, &asked.edits)?;
            let known = known_targets(writer, &measure, &kind)?;
            check(writer, &new, &kind, &check_measure(&measure, &kind, &known))?;
            let mut replaced = Vec::new();
            for MeasureEdit { slot, .. } in &asked.edits {
                let (before, after) = (figure(slot, &measure), figure(slot, &new));
                if before != after {
                    let last = last_of(writer, "measure", &[&measure.code], slot.column())?;
                    replaced.push(Replaced { field: slot.name().to_owned(), before, after, last });
                }
            }
            let (code, _) = writer.put_measure(&new)?;
            Ok(Outcome::Done(MeasureChange { code, replaced }))
        })
    }

    /// Gives a measure its next status, by the rule of [`Measure::advance`]; gives the step.
    ///
    /// # Errors
    /// Missing, where there is no such measure; usage, where the ladder does not lead there.
    pub fn advance_measure(&mut self, asked: &AdvanceMeasure) -> Result<Changed<Outcome<StatusEntry>>> {
        self.change(|writer| {
            let mut measure = find(writer, &asked.code)?;
            let is = measure.statuses.last();
            if let (Some(seen), Some(is)) = (asked.seen, is)
                && is.status != seen
            {
                let at = measure.statuses.len().to_string();
                let figure = Figure { value: is.status.name().to_owned(), provenance: None };
                let last = last_of(writer, "measure_status", &[&measure.code, &at], "status")?;
                let expected = seen.name().to_owned();
                return Ok(Outcome::Stands(vec![Standing { field: "status".to_owned(), expected, figure, last }]));
            }
            let step =
                measure.advance_until(asked.status, asked.day, &asked.document, asked.until, &asked.note)?.clone();
            writer.put_measure(&measure)?;
            Ok(Outcome::Done(step))
        })
    }

    /// Removes a measure, from the scenarios that hold it too (their codes are given); the journal keeps it. Nothing is done where it
    /// says something else than when it was seen.
    ///
    /// # Errors
    /// Missing, where there is no such measure.
    pub fn remove_measure(&mut self, code: &str, seen: Option<&Measure>) -> Result<Changed<Outcome<Vec<String>>>> {
        self.change(|writer| {
            let measure = find(writer, code)?;
            if let Some(seen) = seen.filter(|seen| **seen != measure) {
                let slots = MeasureField::ALL.iter().map(|field| MeasureSlot::Field(*field));
                let values = seen.values.keys().chain(measure.values.keys());
                let mut standing = Vec::new();
                for slot in slots.chain(values.map(|name| MeasureSlot::Value(name.clone()))) {
                    let (expected, figure) = (slot.text(seen), figure(&slot, &measure));
                    if expected != figure.value {
                        let last = last_of(writer, "measure", &[code], slot.column())?;
                        standing.push(Standing { field: slot.name().to_owned(), expected, figure, last });
                    }
                }
                if let (true, Some(is)) = (seen.statuses != measure.statuses, measure.status()) {
                    let figure = Figure { value: is.name().to_owned(), provenance: None };
                    let expected = seen.status().map_or("", MeasureStatus::name).to_owned();
                    standing.push(Standing { field: "status".to_owned(), expected, figure, last: None });
                }
                return Ok(Outcome::Stands(standing));
            }
            Ok(Outcome::Done(writer.remove_measure(code)?))
        })
    }
}

fn find(writer: &Writer<'_>, code: &str) -> Result<Measure> {
    writer.measure(code)?.ok_or_else(|| {
        Fault::missing(MeasureWord::NoMeasure.said(&[&code])).hint(MeasureWord::NoMeasureHint.said(&[&code]))
    })
}

fn kind(writer: &Writer<'_>, id: &str) -> Result<MeasureKind> {
    let kinds = writer.measure_kinds()?;
    let known = kinds.iter().map(|kind| kind.id.as_str()).collect::<Vec<_>>().join(", ");
    let unknown = || Fault::usage(MeasureWord::UnknownWord.said(&[&id, &known]));
    kinds.into_iter().find(|kind| kind.id == id).ok_or_else(unknown)
}

/// Writes what was typed; a value is read in the way its unit is written.
fn write(measure: &mut Measure, kind: &MeasureKind, edits: &[MeasureEdit]) -> Result<()> {
    for MeasureEdit { slot, typed } in edits {
        slot.put(measure, &as_typed(slot, typed, kind)?)?;
    }
    Ok(())
}

/// What was typed for a value, without the marks between its digits; what is no number in its unit stays as it is.
fn as_typed(slot: &MeasureSlot, typed: &str, kind: &MeasureKind) -> Result<String> {
    let MeasureSlot::Value(name) = slot else { return Ok(typed.to_owned()) };
    let unit = kind.parameters.iter().find(|parameter| parameter.id == *name).map(|parameter| parameter.unit);
    let grouped = number::parse_whole(typed).filter(|_| typed.contains(['.', ',', ' ']));
    match (unit, grouped) {
        (Some(Unit::Dong | Unit::People), Some(whole)) => Ok(whole.to_string()),
        // 1.000 days: a thousand, or one with decimals.
        (Some(_), Some(whole)) => Err(Fault::usage(MeasureWord::TwoReadings.said(&[name, &typed, &whole]))),
        _ if Fraction::parse(typed.trim()).is_some() => Ok(typed.to_owned()),
        _ => Ok(typed.replace(',', ".")),
    }
}

/// Refuses a measure that cannot do what it says; what is known to be wrong with it already is no reason.
fn check(writer: &Writer<'_>, measure: &Measure, kind: &MeasureKind, known: &[Said]) -> Result<()> {
    if let Some(level) = &measure.level {
        let levels = writer.instrument_levels()?;
        if !levels.iter().any(|known| known.id == *level) {
            let known: Vec<&str> = levels.iter().map(|known| known.id.as_str()).collect();
            return Err(Fault::usage(MeasureWord::UnknownWord.said(&[level, &known.join(", ")])));
        }
    }
    let mut wrong = check_measure(measure, kind, &known_targets(writer, measure, kind)?);
    wrong.retain(|said| !known.contains(said));
    if wrong.is_empty() {
        return Ok(());
    }
    let join = |lang: Lang| wrong.iter().map(|said| said.text(lang).to_owned()).collect::<Vec<_>>().join("; ");
    Err(Fault::usage(Said::by(join)))
}

/// The ids that a measure of this kind can aim at: components, or rows of the sheet.
fn known_targets(writer: &Writer<'_>, measure: &Measure, kind: &MeasureKind) -> Result<Vec<String>> {
    Ok(match kind.targets {
        TargetKind::None => Vec::new(),
        TargetKind::Components => {
            let procedure = writer.procedure(&measure.regulation)?;
            procedure.into_iter().flat_map(|p| p.components).map(|component| component.id).collect()
        }
        TargetKind::Activities => writer.sheet(&measure.regulation)?.into_iter().map(|row| row.id).collect(),
    })
}

fn figure(slot: &MeasureSlot, measure: &Measure) -> Figure {
    let own = matches!(slot, MeasureSlot::Value(_)).then_some(measure.provenance);
    Figure { value: slot.text(measure), provenance: own }
}

/// The fields in which something else stands than was expected.
fn standing(
    writer: &Writer<'_>,
    measure: &Measure,
    kind: &MeasureKind,
    expected: &[Expected<MeasureSlot>],
) -> Result<Vec<Standing>> {
    let mut standing = Vec::new();
    for asked in expected {
        if let MeasureSlot::Value(name) = &asked.field
            && !measure.values.contains_key(name)
            && !kind.parameters.iter().any(|parameter| parameter.id == *name)
        {
            let fields = MeasureField::ALL.iter().map(|field| field.name());
            let known: Vec<&str> = fields.chain(kind.parameters.iter().map(|p| p.id.as_str())).collect();
            return Err(Fault::usage(MeasureWord::UnknownWord.said(&[name, &known.join(", ")])));
        }
        let figure = figure(&asked.field, measure);
        let mut like = measure.clone();
        let typed = as_typed(&asked.field, &asked.value, kind)?;
        let same = asked.value == figure.value
            || asked.field.put(&mut like, &typed).is_ok() && asked.field.text(&like) == figure.value;
        if !same {
            let last = last_of(writer, "measure", &[&measure.code], asked.field.column())?;
            let field = asked.field.name().to_owned();
            standing.push(Standing { field, expected: asked.value.clone(), figure, last });
        }
    }
    Ok(standing)
}

#[cfg(test)]
mod tests;
