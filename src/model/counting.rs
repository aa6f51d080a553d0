//! How a programme counts: of which notion, gross or net, at which stage, in whose prices, how many out for each in, over how many years.
//!
//! Two programmes that both say "a quarter less" may mean different things (Germany's 64 and 27,1 billion share one word). What a programme says here
//! is what its figures are computed by; what it does not say is as in every programme: gross, in force, in the prices of the baseline.

use super::bounds::{Bound, PERCENT, PLAIN, VALUE_PARTS};
use super::noun::{Field, ID, NAME, SOURCE, choice, day, flag, list, number, object, text};
use super::valid::Checks;
use super::{Fraction, Stage, Way};
use crate::words::Message;
use crate::words::valid::ValidWord;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

mod valuation;

pub(super) use valuation::half_of_last;
pub use valuation::{Valuation, ValueBasis, years_between};

crate::words::named! {
    /// What a programme measures where it measures cost, or counts.
    Notion {
        /// All that complying costs (Thông tư 02/2017/TT-VPCP).
        ComplianceCost = "compliance_cost" { vi: "chi phí tuân thủ", en: "compliance cost" },
        /// The administrative part of it: forms, reports, inspections.
        AdministrativeCost = "administrative_cost" { vi: "gánh nặng hành chính", en: "administrative burden" },
        /// The cost of giving information alone.
        InformationCost = "information_cost" { vi: "chi phí nghĩa vụ thông tin", en: "cost of information duties" },
        /// The cost that new rules add, less what repealed ones saved.
        IncrementalCost = "incremental_cost" { vi: "tổng chi phí tăng thêm", en: "total incremental cost" },
        /// Single requirements, counted.
        Requirements = "requirements" { vi: "số yêu cầu", en: "number of requirements" },
        /// Single provisions, counted.
        Provisions = "provisions" { vi: "số điều khoản", en: "number of provisions" },
    }
}

crate::words::named! {
    /// What is weighed against each other in a ratio of out and in.
    Weighs {
        /// Regulations, each as one.
        Regulations = "regulations" { vi: "số quy định", en: "number of regulations" },
        /// Cost per year.
        Cost = "cost" { vi: "chi phí mỗi năm", en: "cost per year" },
    }
}

crate::words::named! {
    /// What counts as "in".
    CountsIn {
        /// Every regulation that came after the baseline.
        Every = "every" { vi: "mọi quy định phát sinh mới", en: "every new regulation" },
        /// Only those that cost something.
        WithCost = "with_cost" { vi: "quy định mới có chi phí", en: "new regulations with cost" },
    }
}

crate::words::named! {
    /// What counts as "out".
    CountsOut {
        /// Every relief: what is abolished and what is simplified.
        Relief = "relief" { vi: "mọi cắt giảm, đơn giản hóa", en: "every cut or simplification" },
        /// Only what is abolished.
        Abolished = "abolished" { vi: "chỉ quy định được bãi bỏ", en: "only what is abolished" },
    }
}

/// How a programme counts. What is not said is as in every programme.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Counting {
    /// What it measures; compliance cost where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notion: Option<Notion>,
    /// Whether new burden since the baseline is taken off what is achieved.
    #[serde(skip_serializing_if = "is_false")]
    pub net: bool,
    /// The stage at which a measure counts to a target; in force where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// In prices of which year amounts are stated; of the year of the baseline where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price_year: Option<i16>,
    /// How amounts of other years become those of the price year; without one for a year, its amounts are refused.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub prices: Vec<PriceStep>,
    /// The denominators that were published for it, in the order in which they were.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub denominators: Vec<Denominator>,
    /// So many out for each in.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ratios: Vec<Ratio>,
    /// How a cut counts over the years; as its saving of one year where it says nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valuation: Option<Valuation>,
    /// Whether measures that are in force for a time count to no target and to no ratio.
    #[serde(skip_serializing_if = "is_false")]
    pub lasting_only: bool,
    /// So many months after it took effect a cut no longer pays for what comes in; nothing where it never lapses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit_months: Option<u16>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// How đồng of a year become đồng of the price year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriceStep {
    /// The year whose prices are converted.
    pub year: i16,
    /// By what an amount of that year is multiplied.
    pub factor: Fraction,
    /// Where the factor is from.
    pub source: String,
}

/// A denominator as it was published on a day: reports of one programme use different ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Denominator {
    /// Unique within the programme, for example `conditions-2`.
    pub id: String,
    /// What it counts, in Vietnamese.
    pub name: String,
    /// How much there is.
    pub number: Fraction,
    /// In what.
    pub unit: String,
    /// On which day it was used, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// Where it was printed.
    pub source: String,
}

/// So many out for each in, by the definitions of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ratio {
    /// Unique within the programme.
    pub id: String,
    /// How many must go for each that comes: 2 of two for one, 1 of one for one.
    pub out: Fraction,
    /// What is weighed.
    pub weighs: Weighs,
    /// What counts as in.
    pub ins: CountsIn,
    /// What counts as out.
    pub outs: CountsOut,
    /// Whether what one agency cut too much pays for another; else each agency pays for its own.
    #[serde(default, skip_serializing_if = "is_false")]
    pub together: bool,
    /// So many months after something came in it must be paid for; nothing where no time is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u16>,
    /// Where the definitions are from.
    pub source: String,
}

const PRICE_STEP: &[Field] = &[number("year", "năm", "year"), number("factor", "hệ số", "factor"), SOURCE];

const DENOMINATOR: &[Field] = &[
    ID,
    NAME,
    number("number", "số lượng", "number"),
    text("unit", "đơn vị", "unit"),
    day("as_of", "ngày dùng", "as of").or_none(),
    SOURCE,
];

const RATIO: &[Field] = &[
    ID,
    number("out", "số phải ra", "out"),
    choice::<Weighs>("weighs", "weighs", "so theo", "weighed by"),
    choice::<CountsIn>("ins", "counts_in", "tính là vào", "counts as in"),
    choice::<CountsOut>("outs", "counts_out", "tính là ra", "counts as out"),
    flag("together", "bù trừ chung", "together"),
    number("months", "số tháng", "months").or_none(),
    SOURCE,
];

const VALUATION: &[Field] = &[
    choice::<ValueBasis>("basis", "value_basis", "cách quy đổi", "basis"),
    number("rate", "lãi suất", "rate").or_none(),
    number("years", "số năm", "years").or_none(),
    number("factor", "hệ số", "factor").or_none(),
];

/// What a programme may say of how it counts, with the words for it.
pub(super) const COUNTING: &[Field] = &[
    choice::<Notion>("notion", "notion", "đo", "measures").or_none(),
    flag("net", "thực giảm", "net"),
    choice::<Stage>("stage", "stage", "giai đoạn", "stage").or_none(),
    number("price_year", "giá năm", "price year").or_none(),
    list("prices", PRICE_STEP, "hệ số giá", "price conversions").or_empty(),
    list("denominators", DENOMINATOR, "mẫu số đã công bố", "published denominators").or_empty(),
    list("ratios", RATIO, "tỷ lệ ra trên vào", "ratios of out to in").or_empty(),
    object("valuation", VALUATION, "cách quy đổi giá trị", "valuation").or_none(),
    flag("lasting_only", "chỉ tính phương án lâu dài", "lasting measures only"),
    number("credit_months", "số tháng còn giá trị bù", "months of credit").or_none(),
];

impl Counting {
    /// Whether it says nothing.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// Whether what a set saves is not what counts: net of new burden, in other prices, without temporary measures.
    pub fn changes_figures(&self) -> bool {
        self.net || self.price_year.is_some() || self.lasting_only
    }

    /// The stage at which a measure counts to a target.
    pub fn stage(&self) -> Stage {
        self.stage.unwrap_or(Stage::InForce)
    }

    /// By what amounts in the prices of a year are multiplied to be in those of the programme; nothing where it states no conversion. Where it names no
    /// price year, amounts stay as they are.
    pub fn price_factor(&self, year: i16) -> Option<Fraction> {
        match self.price_year {
            Some(price_year) if price_year != year => {
                self.prices.iter().find(|step| step.year == year).map(|step| step.factor)
            }
            _ => Some(Fraction::ONE),
        }
    }

    /// What is wrong with it, found under `way`.
    pub(super) fn check(&self, checks: &mut Checks, way: &Way) {
        let at = |list: &str, at: usize, field: &str| way.clone().field(list).at(at).field(field);
        let factor = Bound::exact(PLAIN, VALUE_PARTS);
        checks.once(self.denominators.iter().map(|one| one.id.as_str()), |nth| at("denominators", nth, "id"));
        checks.once(self.ratios.iter().map(|one| one.id.as_str()), |nth| at("ratios", nth, "id"));
        for (nth, step) in self.prices.iter().enumerate() {
            checks.number(at("prices", nth, "factor"), step.factor, factor);
            checks.add(at("prices", nth, "factor"), step.factor.is_zero().then(|| ValidWord::Missing.said(&[])));
            checks.given(at("prices", nth, "source"), &step.source);
            let twice = self.prices.iter().take(nth).any(|before| before.year == step.year);
            checks.add(at("prices", nth, "year"), twice.then(|| ValidWord::Twice.said(&[&step.year])));
        }
        for (nth, one) in self.denominators.iter().enumerate() {
            checks.given(at("denominators", nth, "id"), &one.id);
            checks.number(at("denominators", nth, "number"), one.number, factor);
            checks.given(at("denominators", nth, "source"), &one.source);
            checks.day(at("denominators", nth, "as_of"), one.as_of);
        }
        for (nth, ratio) in self.ratios.iter().enumerate() {
            checks.given(at("ratios", nth, "id"), &ratio.id);
            checks.number(at("ratios", nth, "out"), ratio.out, Bound::exact(PERCENT, VALUE_PARTS));
            checks.given(at("ratios", nth, "source"), &ratio.source);
        }
        if let Some(valuation) = &self.valuation {
            checks.add(way.clone().field("valuation"), valuation.wrong());
        }
    }
}
