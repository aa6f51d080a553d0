//! What is to be computed: segments of addressees, activities of the current rule, and how a re-estimate or a reform changes them.

use super::data::{Discount, Part, Prices};
use crate::model::Fraction;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;

/// A file of cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseFile {
    /// The cases.
    #[serde(rename = "case")]
    pub cases: Vec<Case>,
}

/// One case.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    /// Short name, unique in its file.
    pub id: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// The method it is meant for; any when left out.
    pub method: Option<String>,
    /// Where its figures come from.
    #[serde(default)]
    pub source: String,
    /// The year in which the rule is made, where the method asks for it.
    pub year: Option<i16>,
    /// Years that are added up, instead of the method's.
    pub horizon: Option<u32>,
    /// Discounting, instead of the method's.
    pub discount: Option<Discount>,
    /// Prices, instead of the method's.
    pub prices: Option<Prices>,
    /// Overhead on the hourly rates that the case states, instead of the method's.
    pub overhead: Option<Fraction>,
    /// Who complies.
    #[serde(rename = "segment")]
    pub segments: Vec<Segment>,
    /// What must be done.
    #[serde(rename = "activity")]
    pub activities: Vec<CaseActivity>,
    /// What a re-estimate or the reform changes.
    #[serde(default, rename = "change")]
    pub changes: Vec<Change>,
    /// When the new rule begins and the old one ends; at once when left out.
    pub transition: Option<Transition>,
    /// Figures as a source prints them, held against those computed.
    #[serde(default)]
    pub printed: Vec<Printed>,
}

/// A group of addressees that are alike.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Segment {
    /// Short name.
    pub id: String,
    /// The method's addressee that they are.
    pub addressee: String,
    /// How many comply per year; or, with `share`, of how many they are a part.
    pub population: Quantity,
    /// Their share of the population: "0.1".
    pub share: Option<Fraction>,
    /// The step to which the part is rounded, as the source does: 100000.
    pub rounded_to: Option<Fraction>,
    /// What they would do anyway, for activities that do not say so themselves.
    pub usual: Option<Usual>,
}

/// What an addressee would spend anyway (business as usual): a floor, above which alone a rule costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Usual {
    /// An amount per addressee and year.
    Amount(Fraction),
    /// A share of what the current rule costs one addressee in a year: "0.25".
    Share(Fraction),
}

/// Something that must be done.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseActivity {
    /// Short name, unique in the case.
    pub id: String,
    /// What it is.
    pub name: String,
    /// The segment that does it; every segment when left out.
    pub segment: Option<String>,
    /// Only in one version of the rule: `before` or `after`; in both when left out.
    pub only: Option<Version>,
    /// Hours of one performance; or `minutes`.
    pub hours: Option<Quantity>,
    /// Minutes of one performance; or `hours`.
    pub minutes: Option<Quantity>,
    /// The method's tariff; that of the addressee when left out.
    pub tariff: Option<String>,
    /// An income per hour that the case states itself.
    pub hourly: Option<Fraction>,
    /// How many people of an organisation do the work.
    pub staff: Option<Quantity>,
    /// What is paid for one performance, by kind.
    #[serde(default)]
    pub outlays: BTreeMap<Part, Quantity>,
    /// Years for which capital serves.
    pub life: Option<Fraction>,
    /// Waiting.
    pub delay: Option<Delay>,
    /// Performances a year, in a year in which it is done.
    pub times: Option<Quantity>,
    /// It is done every so many years.
    pub every: Option<u32>,
    /// The first year in which it is done, from 1.
    pub first: Option<u32>,
    /// It is done once, in the first year.
    #[serde(default)]
    pub one_off: bool,
    /// What would be done anyway.
    pub usual: Option<Usual>,
    /// The year of its prices.
    pub price_year: Option<i16>,
}

/// Waiting for a decision: `max(0, application + approval − ready) × (income + standby)`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delay {
    /// Days to make the application.
    #[serde(default)]
    pub application: Quantity,
    /// Days until the approval.
    pub approval: Quantity,
    /// Days after which one would be ready anyway.
    #[serde(default)]
    pub ready: Quantity,
    /// Income lost per day.
    #[serde(default)]
    pub income: Quantity,
    /// Cost of standing by per day.
    #[serde(default)]
    pub standby: Quantity,
}

crate::words::named! {
    /// A version of the rule.
    Version {
        /// The current rule, as it was first estimated.
        Before = "before",
        /// The current rule, estimated again.
        Restated = "restated",
        /// The rule after the reform.
        After = "after",
    }
}

crate::words::named! {
    /// Why a figure changes.
    Why {
        /// The rule changes.
        Reform = "reform",
        /// The same rule is measured again.
        Estimate = "estimate",
    }
}

/// A change of an activity or of a segment; what it leaves out stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The activity; or `segment`.
    pub activity: Option<String>,
    /// The segment; or `activity`.
    pub segment: Option<String>,
    /// Whether the rule changes or its estimate.
    #[serde(default = "reform")]
    pub why: Why,
    /// The activity is dropped.
    #[serde(default)]
    pub remove: bool,
    /// New population of the segment.
    pub population: Option<Quantity>,
    /// New hours.
    pub hours: Option<Quantity>,
    /// New minutes.
    pub minutes: Option<Quantity>,
    /// New income per hour.
    pub hourly: Option<Fraction>,
    /// New staff.
    pub staff: Option<Quantity>,
    /// New outlays; kinds that are not named stay.
    #[serde(default)]
    pub outlays: BTreeMap<Part, Quantity>,
    /// New waiting.
    pub delay: Option<Delay>,
    /// New performances a year.
    pub times: Option<Quantity>,
    /// New interval in years.
    pub every: Option<u32>,
}

fn reform() -> Why {
    Why::Reform
}

/// When the new rule begins and the old one ends, in years from 1. Both run from `new_from` to `old_until`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    /// First year of the new rule.
    pub new_from: u32,
    /// Last year of the old rule; 0 when it ends at once.
    pub old_until: u32,
}

/// A figure as a source prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Printed {
    /// Which figure: `total`, `average`, `change.average` …
    pub figure: super::Figure,
    /// Of what; of the current rule when left out.
    #[serde(default = "before")]
    pub of: Column,
    /// Only of this activity.
    pub activity: Option<String>,
    /// The value as printed, with as many decimals as it is printed with.
    pub value: Fraction,
}

fn before() -> Column {
    Column::Before
}

crate::words::named! {
    /// What a figure is of: a version, or the difference of two.
    Column {
        /// The current rule, as it was first estimated.
        Before = "before" { vi: "hiện hành", en: "current" },
        /// The current rule, estimated again.
        Restated = "restated" { vi: "hiện hành, số liệu cập nhật", en: "current, data updated" },
        /// The rule after the reform.
        After = "after" { vi: "sau cải cách", en: "after" },
        /// The re-estimate: restated − before. No saving, whatever its sign.
        ReEstimate = "re_estimate" { vi: "do cập nhật số liệu", en: "data update" },
        /// The effect of the reform: after − restated.
        Change = "change" { vi: "do cải cách", en: "effect of reform" },
        /// What the reform saves: restated − after.
        Saved = "saved" { vi: "cắt giảm", en: "saved" },
    }
}

/// A number, or a range of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Quantity {
    /// The lowest.
    pub low: Fraction,
    /// The highest.
    pub high: Fraction,
}

impl Quantity {
    /// A plain number.
    pub fn plain(value: Fraction) -> Self {
        Self { low: value, high: value }
    }

    /// Whether it is a range.
    pub fn is_range(&self) -> bool {
        self.low != self.high
    }
}

impl Serialize for Quantity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.is_range() { [self.low, self.high].serialize(serializer) } else { self.low.serialize(serializer) }
    }
}

/// Takes a number as [`Fraction`] does, or a list of two: the lowest and the highest. Below zero is refused.
impl<'de> Deserialize<'de> for Quantity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Form {
            Range([Fraction; 2]),
            Plain(Fraction),
        }
        const EXPECTED: &str = "a number from 0 such as 12, \"0.5\" or \"1/3\", or a range such as [1, 3]";
        let form = Form::deserialize(deserializer).map_err(|_| serde::de::Error::custom(EXPECTED))?;
        let (low, high) = match form {
            Form::Range([low, high]) => (low, high),
            Form::Plain(value) => (value, value),
        };
        if low.is_negative() || low > high { Err(serde::de::Error::custom(EXPECTED)) } else { Ok(Self { low, high }) }
    }
}

crate::words::named_in! {
    Case,
}
