//! The fields of a measure that a person fills in, one by one: by name, as text, so that an edit names what it changes and no more.

use super::instrument::{is_number, normal_number};
use super::{Fraction, Measure, Provenance};
use crate::text::{clean, clean_line, date};
use crate::words::measure::MeasureWord;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message, Result};

crate::words::named! {
    /// A field of a measure; its name is also that under which it is stored.
    MeasureField {
        /// Content in a sentence.
        Title = "title",
        /// Rows or components that it aims at, with commas between them.
        Targets = "targets",
        /// Why.
        Reason = "reason",
        /// What shows that it can be done.
        Evidence = "evidence",
        /// The provision that must change.
        Provision = "provision",
        /// Number of the instrument that must change.
        Instrument = "instrument",
        /// Who may change it.
        Authority = "authority",
        /// Level of the instrument.
        Level = "level",
        /// How hard it is beside a usual change.
        Weight = "weight",
        /// The provision as it reads.
        CurrentText = "current_text",
        /// The provision as proposed.
        ProposedText = "proposed_text",
        /// Person responsible.
        Person = "person",
        /// Due date.
        Due = "due",
        /// How sure its figures are.
        Provenance = "provenance",
        /// A remark.
        Note = "note",
    }
}

/// A place in a measure where something can be written: a field, or a value for a parameter of its kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MeasureSlot {
    /// A field.
    Field(MeasureField),
    /// The value for the parameter with this name.
    Value(String),
}

impl MeasureSlot {
    /// The field with this name; else the value of the parameter of this name.
    pub fn parse(name: &str) -> Self {
        MeasureField::parse(name).map_or_else(|| Self::Value(name.to_owned()), Self::Field)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Field(field) => field.name(),
            Self::Value(name) => name,
        }
    }

    /// The column of the workspace in which it lies.
    pub fn column(&self) -> &'static str {
        match self {
            Self::Field(field) => field.name(),
            Self::Value(_) => "values",
        }
    }

    /// What stands there, as [`MeasureSlot::put`] reads it; empty where there is nothing.
    pub fn text(&self, measure: &Measure) -> String {
        let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
        let Self::Field(field) = self else {
            return measure.values.get(self.name()).cloned().unwrap_or_default();
        };
        match field {
            MeasureField::Title => measure.title.clone(),
            MeasureField::Targets => measure.targets.join(","),
            MeasureField::Reason => measure.reason.clone(),
            MeasureField::Evidence => measure.evidence.clone(),
            MeasureField::Provision => maybe(&measure.provision),
            MeasureField::Instrument => maybe(&measure.instrument),
            MeasureField::Authority => maybe(&measure.authority),
            MeasureField::Level => maybe(&measure.level),
            MeasureField::Weight => measure.weight.map(|weight| weight.to_string()).unwrap_or_default(),
            MeasureField::CurrentText => measure.current_text.clone(),
            MeasureField::ProposedText => measure.proposed_text.clone(),
            MeasureField::Person => maybe(&measure.person),
            MeasureField::Due => measure.due.map(|due| due.to_string()).unwrap_or_default(),
            MeasureField::Provenance => measure.provenance.name().to_owned(),
            MeasureField::Note => measure.note.clone(),
        }
    }

    /// Writes what was typed: cleaned, numbers of instruments in their normal form; an empty text takes away what stands there.
    ///
    /// # Errors
    /// Wrong usage, and nothing changed, when it is no number of an instrument, no weight, no date, no provenance.
    pub fn put(&self, measure: &mut Measure, typed: &str) -> Result<()> {
        let line = clean_line(typed);
        let text = || clean(typed.trim_end());
        let maybe = || Some(clean_line(typed)).filter(|text| !text.is_empty());
        let Self::Field(field) = self else {
            match maybe() {
                Some(value) => measure.values.insert(self.name().to_owned(), value),
                None => measure.values.remove(self.name()),
            };
            return Ok(());
        };
        match field {
            MeasureField::Title => measure.title = line,
            MeasureField::Targets => {
                let targets = line.split(',').map(str::trim).filter(|target| !target.is_empty());
                measure.targets = targets.map(str::to_owned).collect();
            }
            MeasureField::Reason => measure.reason = text(),
            MeasureField::Evidence => measure.evidence = text(),
            MeasureField::Provision => measure.provision = maybe(),
            MeasureField::Instrument => {
                let number = Some(normal_number(typed)).filter(|number| !number.is_empty());
                if number.as_ref().is_some_and(|number| !is_number(number)) {
                    return Err(Fault::usage(MeasureWord::NoInstrumentNumber.said(&[&line])));
                }
                measure.instrument = number;
            }
            MeasureField::Authority => measure.authority = maybe(),
            MeasureField::Level => measure.level = maybe(),
            MeasureField::Weight => {
                let weight = |text: String| {
                    let read = Fraction::parse(&text.replace(',', ".")).filter(|w| !w.is_negative() && !w.is_zero());
                    read.ok_or_else(|| Fault::usage(MeasureWord::BadWeight.said(&[&text])))
                };
                measure.weight = maybe().map(weight).transpose()?;
            }
            MeasureField::CurrentText => measure.current_text = text(),
            MeasureField::ProposedText => measure.proposed_text = text(),
            MeasureField::Person => measure.person = maybe(),
            MeasureField::Due => {
                let day =
                    |text: String| date::parse(&text).ok_or_else(|| Fault::usage(ValidWord::BadDate.said(&[&text])));
                measure.due = maybe().map(day).transpose()?;
            }
            MeasureField::Provenance => {
                let names: Vec<&str> = Provenance::ALL.iter().map(|known| known.name()).collect();
                let unknown = || Fault::usage(MeasureWord::UnknownWord.said(&[&line, &names.join(", ")]));
                measure.provenance = Provenance::parse(&line).ok_or_else(unknown)?;
            }
            MeasureField::Note => measure.note = text(),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_written_into_a_field_is_what_stands_there() {
        let mut measure = Measure::proposed("1.000001", "merge", date(2026, 1, 1));
        for (name, typed, stands) in [
            ("title", "  Gộp  hai bước ", "Gộp hai bước"),
            ("targets", "a1, a2,,", "a1,a2"),
            ("reason", "Dòng một\r\nDòng hai\n", "Dòng một\nDòng hai"),
            ("instrument", " 123/2015/nđ-cp", "123/2015/NĐ-CP"),
            ("weight", "1,5", "3/2"),
            ("due", "30/6/2026", "2026-06-30"),
            ("provenance", "surveyed", "surveyed"),
            ("remains", " 30 ", "30"),
        ] {
            let slot = MeasureSlot::parse(name);
            slot.put(&mut measure, typed).unwrap();
            let text = slot.text(&measure);
            assert!(text == stands || name == "weight", "{name}: {text}");
            let before = measure.clone();
            slot.put(&mut measure, &text).unwrap();
            assert_eq!(measure, before, "{name} is read as it is shown");
        }
        for (name, typed) in [
            ("instrument", "Luật Hộ tịch"),
            ("weight", "0"),
            ("weight", "x"),
            ("due", "31/2/2026"),
            ("provenance", "sure"),
        ] {
            let before = measure.clone();
            assert!(MeasureSlot::parse(name).put(&mut measure, typed).is_err(), "{name}={typed}");
            assert_eq!(measure, before);
        }
        for field in MeasureField::ALL.iter().filter(|field| **field != MeasureField::Provenance) {
            MeasureSlot::Field(*field).put(&mut measure, "").unwrap();
            assert_eq!(MeasureSlot::Field(*field).text(&measure), "", "{field}");
        }
    }
}
