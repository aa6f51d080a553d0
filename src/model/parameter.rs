//! Parameters: dated, sourced values that sheets and first estimates rest on.

use super::bounds::{Bound, MONEY};
use super::noun::{Description, ID, NAME, NAME_EN, Noun, PROVENANCE, SOURCE, choice, day, exact, flag, word};
use super::valid::Checks;
use super::{Fraction, Provenance, Valid, Way, Wrong};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// What a value is measured in. "Dong" stands for any currency where a foreign method is reproduced.
    Unit {
        /// đồng for an hour of work.
        DongPerHour = "dong/hour" { vi: "đồng/giờ", en: "đồng/hour" },
        /// đồng.
        Dong = "dong" { vi: "đồng", en: "đồng" },
        /// đồng for a page.
        DongPerPage = "dong/page" { vi: "đồng/trang", en: "đồng/page" },
        /// Minutes of work.
        Minutes = "minutes" { vi: "phút", en: "minutes" },
        /// Hours.
        Hours = "hours" { vi: "giờ", en: "hours" },
        /// Working days.
        WorkingDays = "working_days" { vi: "ngày làm việc", en: "working days" },
        /// Performances a year.
        TimesPerYear = "times/year" { vi: "lần/năm", en: "times/year" },
        /// People or organisations.
        People = "people" { vi: "người", en: "people" },
        /// Percent: 20 means 20 %.
        Percent = "percent" { vi: "%", en: "%" },
    }
}

/// A value with a validity, from 0 to what its unit allows ([`Bound::of_unit`]): an income up to 10⁸ đồng per hour, an amount up to 10¹⁵ đồng.
/// Several parameters may share an id with different first days; the latest that has begun applies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    /// What it is, for example `income.citizen`, `price.certification.page`, `minutes.submission.in_person`.
    pub id: String,
    /// First day on which it applies.
    pub from: Date,
    /// The value, in [`Parameter::unit`].
    pub value: Fraction,
    /// Its unit.
    pub unit: Unit,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// For an income per hour: whether it is paid to an individual, for whom no staff factor applies (Australia's Regulatory
    /// Burden Measurement; the Vietnamese method has no staff factor).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub individual: bool,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it comes from.
    pub source: String,
}

impl Noun for Parameter {
    const DESCRIPTION: &'static Description = &Description {
        name: "parameter",
        word: word("tham số", "parameter"),
        keys: 2,
        alike: None,
        fields: &[
            ID,
            day("from", "từ ngày", "from"),
            exact("value", "giá trị", "value", MONEY),
            choice::<Unit>("unit", "unit", "đơn vị", "unit"),
            NAME,
            NAME_EN,
            flag("individual", "tính cho cá nhân", "for individuals").or_empty(),
            PROVENANCE,
            SOURCE,
        ],
        parts: &[],
    };
}

impl Valid for Parameter {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.given(Way::to("id"), &self.id);
        checks.day(Way::to("from"), Some(self.from));
        checks.number(Way::to("value"), self.value, Bound::of_unit(self.unit));
        checks.done()
    }
}
