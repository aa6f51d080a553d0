//! Indicators (chỉ số): numbers with a unit, a baseline, a target and readings over time.

use super::Kind;
use super::bounds::{PLAIN, VALUE_PARTS};
use super::noun::{
    CODE, DUE, Description, Field, NAME, NAME_EN, Noun, SOURCE, day, flag, list, number, rests_on, text, word,
};
use super::valid::Checks;
use super::{Fraction, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::valid::ValidWord;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A reading of an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reading {
    /// The day.
    pub date: Date,
    /// The agency that it is a reading of; the whole country when nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// The value, in the unit of the indicator.
    pub value: Fraction,
    /// Where it comes from.
    pub source: String,
}

/// An indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Code, unique in the workspace.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Unit, as people write it (người, %, ngày …).
    pub unit: String,
    /// Code of the assignment that it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<String>,
    /// Value at the start.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Fraction>,
    /// Value to be reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Fraction>,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Whether a lower value is better.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lower_is_better: bool,
    /// Readings, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub readings: Vec<Reading>,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

const READING: &[Field] = &[
    day("date", "ngày", "date"),
    rests_on(Kind::Agency, "agency", "cơ quan", "agency").or_none(),
    number("value", "giá trị", "value"),
    SOURCE,
];

impl Noun for Indicator {
    const DESCRIPTION: &'static Description = &Description {
        name: "indicator",
        word: word("chỉ số", "indicator"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            NAME,
            NAME_EN.or_none(),
            text("unit", "đơn vị", "unit"),
            rests_on(Kind::Assignment, "assignment", "nhiệm vụ", "assignment").or_none(),
            number("baseline", "giá trị gốc", "baseline").or_none(),
            number("target", "mức phải đạt", "target").or_none(),
            DUE.or_none(),
            flag("lower_is_better", "càng thấp càng tốt", "lower is better").or_empty(),
            list("readings", READING, "các lần cập nhật", "readings").or_empty(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

/// An indicator by itself: numbers between −10¹⁵ and 10¹⁵, and one reading a day of each agency.
impl Valid for Indicator {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.day(Way::to("due"), self.due);
        let number = |checks: &mut Checks, way: Way, value: Fraction| {
            let size = if value.is_negative() { Fraction::ZERO.minus(value) } else { Some(value) };
            let fits = size.is_some_and(|s| s <= Fraction::whole(PLAIN) && s.denominator() <= VALUE_PARTS.into());
            checks.add(way, (!fits).then(|| ValidWord::TooLarge.said(&[&value])));
        };
        for (field, value) in [("baseline", self.baseline), ("target", self.target)] {
            if let Some(value) = value {
                number(&mut checks, Way::to(field), value);
            }
        }
        for (at, reading) in self.readings.iter().enumerate() {
            let way = |field: &str| Way::to("readings").at(at).field(field);
            checks.day(way("date"), Some(reading.date));
            number(&mut checks, way("value"), reading.value);
            let same = |before: &Reading| before.date == reading.date && before.agency == reading.agency;
            let twice = self.readings.iter().take(at).any(same);
            checks.add(way("date"), twice.then(|| ValidWord::Twice.said(&[&reading.date])));
        }
        checks.done()
    }
}
