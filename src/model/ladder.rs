//! The ladder of statuses that a measure climbs.

use super::instrument::cited_number;
use super::valid::Step;
use super::{Measure, MeasureStatus, StatusEntry, Valid};
use crate::text::{clean_line, date};
use crate::words::measure::MeasureWord;
use crate::words::{Fault, Message, Result, Said, typed};
use jiff::civil::Date;

impl Measure {
    /// Takes the next step of its life. The number of the document is kept in its normal form.
    ///
    /// # Errors
    /// Wrong usage, and nothing changed: the status cannot follow the last one, or is reached already; the day is before that of the last
    /// step; a status that needs a document has none.
    pub fn advance(&mut self, status: MeasureStatus, day: Date, document: &str, note: &str) -> Result<&StatusEntry> {
        self.advance_until(status, day, document, None, note)
    }

    /// The same by a document that ends: `until` is the last day on which the measure is in force by it.
    ///
    /// # Errors
    /// As [`Measure::advance`]; the last day is before the first, or the status is not that of a measure in force.
    pub fn advance_until(
        &mut self,
        status: MeasureStatus,
        day: Date,
        document: &str,
        until: Option<Date>,
        note: &str,
    ) -> Result<&StatusEntry> {
        let (document, note) = (document_number(document), clean_line(note));
        let at = self.statuses.len();
        self.statuses.push(StatusEntry { status, date: day, document, until, note });
        let of_step = |steps: &[Step]| steps.starts_with(&[Step::Field("statuses".to_owned()), Step::At(at)]);
        if let Some(wrong) = self.check().into_iter().find(|wrong| of_step(wrong.way.steps())) {
            self.statuses.pop();
            return Err(Fault::usage(wrong.said));
        }
        Ok(&self.statuses[at])
    }
}

impl StatusEntry {
    /// Whether what it put in force has ended by a day.
    pub fn has_ended(&self, day: Date) -> bool {
        self.until.is_some_and(|until| until < day)
    }

    /// The statuses that may follow this step. What is in force for a time only may be put in force for good, or for longer.
    pub fn next(&self) -> &'static [MeasureStatus] {
        if self.until.is_some() { &[MeasureStatus::InForce] } else { self.status.next() }
    }

    /// The one rule of the ladder: what keeps this step from following another, or from being the first, with the field that it is about.
    pub(super) fn wrong_after(&self, before: Option<&Self>) -> Vec<(&'static str, Said)> {
        let mut wrong = Vec::new();
        if let Some(last) = before {
            let next = last.next();
            let names = |lang| next.iter().map(|status| typed(*status, lang)).collect::<Vec<_>>().join(", ");
            if next.is_empty() {
                let said = |lang| vec![typed(self.status, lang), typed(last.status, lang)];
                wrong.push(("status", MeasureWord::NothingFollows.said_by(said)));
            } else if last.status == self.status && !next.contains(&self.status) {
                let said = |lang| vec![typed(self.status, lang), date::short(last.date, lang), names(lang)];
                wrong.push(("status", MeasureWord::ThereAlready.said_by(said)));
            } else if !next.contains(&self.status) {
                let said = |lang| vec![typed(self.status, lang), typed(last.status, lang), names(lang)];
                wrong.push(("status", MeasureWord::CannotFollow.said_by(said)));
            }
            if self.date < last.date {
                let said = |lang| vec![date::short(self.date, lang), date::short(last.date, lang)];
                wrong.push(("date", MeasureWord::Backwards.said_by(said)));
            }
        }
        if self.until.is_some() && self.status != MeasureStatus::InForce {
            wrong.push(("until", MeasureWord::OnlyInForceEnds.said_by(|lang| vec![typed(self.status, lang)])));
        }
        if self.status.needs_document() && self.document.as_deref().and_then(document_number).is_none() {
            wrong.push(("document", MeasureWord::NeedsDocument.said_by(|lang| vec![typed(self.status, lang)])));
        }
        wrong
    }
}

/// The number of a document as it is kept ([`cited_number`]). A text without letters and digits is none.
fn document_number(text: &str) -> Option<String> {
    Some(cited_number(text)).filter(|text| text.chars().any(char::is_alphanumeric))
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
    fn a_number_has_one_form_and_words_stay_as_they_are() {
        for (typed, kept) in [
            ("442 / qđ-ttg", Some("442/QĐ-TTG")),
            ("Tờ trình  ngày 3/5", Some("Tờ trình ngày 3/5")),
            ("nội bộ", Some("nội bộ")),
            (" – ", None),
            ("", None),
        ] {
            assert_eq!(document_number(typed).as_deref(), kept, "{typed}");
        }
    }

    #[test]
    fn what_a_document_that_ends_put_in_force_lapses_until_another_makes_it_last() {
        use MeasureStatus::{Approved, InForce, Lapsed};
        let mut measure = proposed();
        let until = Some(date(2027, 2, 28));
        assert!(
            measure.advance_until(Approved, date(2026, 2, 1), "1/QĐ-TTg", until, "").is_err(),
            "a decision does not end"
        );
        measure.advance(Approved, date(2026, 2, 1), "1/QĐ-TTg", "").unwrap();
        assert!(
            measure.advance_until(InForce, date(2027, 3, 1), "66.16/2026/NQ-CP", until, "").is_err(),
            "over before"
        );
        measure.advance_until(InForce, date(2026, 4, 15), "66.16/2026/NQ-CP", until, "").unwrap();
        assert_eq!(measure.status_on(date(2027, 2, 28)), Some(InForce));
        assert_eq!(measure.status_on(date(2027, 3, 1)), Some(Lapsed));
        measure.advance(InForce, date(2027, 3, 1), "3/2026/QH16", "").unwrap();
        assert_eq!(measure.status_on(date(2027, 3, 1)), Some(InForce));
        assert!(measure.advance(InForce, date(2027, 4, 1), "4/2026/QH16", "").is_err(), "it lasts already");
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
