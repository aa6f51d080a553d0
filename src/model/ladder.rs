//! The ladder of statuses that a measure climbs.

use super::instrument::normal_number;
use super::{Measure, MeasureStatus, StatusEntry};
use crate::text::messages::measure::MeasureWord;
use crate::text::{Fault, Message, Result, clean_line};
use jiff::civil::Date;

impl Measure {
    /// Takes the next step of its life: the one rule of the ladder of statuses. The number of the document is kept in its normal form; a
    /// text without letters and digits is none.
    ///
    /// # Errors
    /// Wrong usage, and nothing changed: the status cannot follow the last one, or is reached already; the day is before that of the last
    /// step; a status that needs a document has none.
    pub fn advance(&mut self, status: MeasureStatus, day: Date, document: &str, note: &str) -> Result<&StatusEntry> {
        if let Some(last) = self.statuses.last() {
            let next = last.status.next();
            let names = next.iter().map(|status| status.name()).collect::<Vec<_>>().join(", ");
            if last.status == status && !next.is_empty() {
                return Err(Fault::usage(MeasureWord::ThereAlready.said(&[&status, &last.date, &names])));
            }
            if next.is_empty() {
                return Err(Fault::usage(MeasureWord::NothingFollows.said(&[&status, &last.status])));
            }
            if !next.contains(&status) {
                return Err(Fault::usage(MeasureWord::CannotFollow.said(&[&status, &last.status, &names])));
            }
            if day < last.date {
                return Err(Fault::usage(MeasureWord::Backwards.said(&[&day, &last.date])));
            }
        }
        let document = Some(normal_number(document)).filter(|number| number.chars().any(char::is_alphanumeric));
        if status.needs_document() && document.is_none() {
            return Err(Fault::usage(MeasureWord::NeedsDocument.said(&[&status])));
        }
        let at = self.statuses.len();
        self.statuses.push(StatusEntry { status, date: day, document, note: clean_line(note) });
        Ok(&self.statuses[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn proposed() -> Measure {
        Measure::proposed("1.000001", "abolish", date(2026, 1, 1))
    }

    #[test]
    fn a_step_needs_its_document_whatever_stands_for_none() {
        for status in [MeasureStatus::Approved, MeasureStatus::InForce] {
            for none in ["", "  ", "-", "–/", "\u{a0}"] {
                let mut measure = proposed();
                if status == MeasureStatus::InForce {
                    measure.advance(MeasureStatus::Approved, date(2026, 1, 2), "1/QĐ-TTg", "").unwrap();
                }
                let before = measure.clone();
                assert!(measure.advance(status, date(2026, 1, 3), none, "").is_err(), "{status} by {none:?}");
                assert_eq!(measure, before);
            }
        }
        let mut measure = proposed();
        let step =
            measure.advance(MeasureStatus::Approved, date(2026, 1, 2), " 442 /qđ- ttg", " theo  tờ trình ").unwrap();
        assert_eq!((step.document.as_deref(), step.note.as_str()), (Some("442/QĐ-TTG"), "theo tờ trình"));
    }

    #[test]
    fn no_step_goes_back_twice_or_out_of_order() {
        let mut measure = proposed();
        assert!(measure.advance(MeasureStatus::InForce, date(2026, 2, 1), "1/QĐ-TTg", "").is_err());
        assert!(measure.advance(MeasureStatus::Proposed, date(2026, 2, 1), "", "").is_err());
        assert!(measure.advance(MeasureStatus::Consulted, date(2025, 12, 31), "", "").is_err());
        measure.advance(MeasureStatus::Consulted, date(2026, 1, 1), "", "").unwrap();
        assert!(measure.advance(MeasureStatus::Consulted, date(2026, 1, 2), "", "").is_err(), "the same step again");
        measure.advance(MeasureStatus::Rejected, date(2026, 1, 3), "", "").unwrap();
        measure.advance(MeasureStatus::Proposed, date(2026, 1, 4), "", "").unwrap();
        assert_eq!(measure.statuses.len(), 4);
    }
}
