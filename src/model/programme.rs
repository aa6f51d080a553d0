//! Reform programmes and their targets. Each is data; none is code.

use super::bounds::Bound;
use super::counting::{COUNTING, Counting};
use super::noun::{
    CODE, DUE, Description, Field, ID, NAME, NAME_EN, Noun, SOURCE, choice, cites, day, exact, list, object, texts,
    word,
};
use super::published::{PUBLISHED, Published};
use super::valid::Checks;
use super::{Concerns, Fraction, RegulationKind, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::valid::ValidWord;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// What a target measures, always against the baseline.
    Metric {
        /// Regulations cut or simplified ÷ regulations at baseline.
        CutOrSimplified = "cut_or_simplified" { vi: "quy định được cắt giảm, đơn giản hóa", en: "regulations cut or simplified", short: "cắt giảm, đơn giản hóa" / "cut or simplified" },
        /// Regulations abolished ÷ regulations at baseline.
        Abolished = "abolished" { vi: "quy định được bãi bỏ", en: "regulations abolished" },
        /// Conditions abolished ÷ conditions at baseline.
        ConditionsAbolished = "conditions_abolished" { vi: "điều kiện được bãi bỏ", en: "conditions abolished" },
        /// Compliance cost saved ÷ compliance cost at baseline.
        CostSaved = "cost_saved" { vi: "cắt giảm chi phí tuân thủ", en: "compliance cost saved" },
        /// Processing time saved ÷ processing time at baseline.
        TimeSaved = "time_saved" { vi: "cắt giảm thời gian giải quyết", en: "processing time saved" },
        /// Share done electronically.
        Electronic = "electronic" { vi: "quy định thực hiện bằng điện tử", en: "regulations done electronically", short: "thực hiện bằng điện tử" / "done electronically" },
    }
}

crate::words::named! {
    /// The unit of a metric's figures.
    MetricUnit {
        /// Cost per year.
        DongPerYear = "dong/year" { vi: "đ/năm", en: "đ/year" },
        /// Processing time.
        WorkingHours = "working_hours" { vi: "giờ làm việc", en: "working hours", short: "giờ" / "hours" },
        /// A count of regulations.
        Regulations = "regulations" { vi: "quy định", en: "regulations" },
    }
}

impl Metric {
    /// In what its figures are given.
    pub fn unit(self) -> MetricUnit {
        match self {
            Self::CostSaved => MetricUnit::DongPerYear,
            Self::TimeSaved => MetricUnit::WorkingHours,
            Self::CutOrSimplified | Self::Abolished | Self::ConditionsAbolished | Self::Electronic => {
                MetricUnit::Regulations
            }
        }
    }
}

/// A reform programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Code, unique in the workspace, for example `nq68-2020`.
    pub code: String,
    /// Name in Vietnamese.
    pub name: String,
    /// Name in English.
    pub name_en: String,
    /// Number of the instrument that set it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// Date at which the baseline is taken.
    pub baseline: Date,
    /// Where the facts come from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Which regulations it covers; all where it says nothing.
    #[serde(default, skip_serializing_if = "Scope::is_everything")]
    pub scope: Scope,
    /// How it counts, where that is not as in every programme.
    #[serde(default, skip_serializing_if = "Counting::is_usual")]
    pub counting: Counting,
    /// Figures that were published of it, which must multiply.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<Published>,
    /// Targets, in order.
    pub targets: Vec<Target>,
}

/// Which regulations a programme covers: those that fit in everything that is said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Scope {
    /// Of these kinds; all when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<RegulationKind>,
    /// In these fields, as they are written; all when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Of these agencies, by code; all when empty.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agencies: Vec<String>,
    /// Whom they concern; all when nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concerns: Option<Concerns>,
    /// But not in these fields, as they are written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without_fields: Vec<String>,
    /// And not of these agencies, by code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without_agencies: Vec<String>,
    /// And not these, by code.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<String>,
}

impl Scope {
    /// Whether it leaves nothing out.
    pub fn is_everything(&self) -> bool {
        *self == Self::default()
    }

    /// Whether it covers a regulation with this code, kind, agency and field, that concerns so and so.
    pub fn covers(
        &self,
        code: &str,
        kind: RegulationKind,
        (agency, field): (Option<&str>, Option<&str>),
        concerns: Option<Concerns>,
    ) -> bool {
        let named = |all: &[String], one: Option<&str>| one.is_some_and(|one| all.iter().any(|a| a == one));
        let among = |all: &[String], one: Option<&str>| all.is_empty() || named(all, one);
        (self.kinds.is_empty() || self.kinds.contains(&kind))
            && among(&self.fields, field)
            && among(&self.agencies, agency)
            && self.concerns.is_none_or(|wanted| concerns == Some(wanted))
            && !named(&self.without_fields, field)
            && !named(&self.without_agencies, agency)
            && !named(&self.without, Some(code))
    }
}

const SCOPE: &[Field] = &[
    texts("kinds", "loại quy định", "kinds").or_empty(),
    texts("fields", "lĩnh vực", "fields").or_empty(),
    texts("agencies", "cơ quan", "agencies").or_empty(),
    choice::<Concerns>("concerns", "concerns", "liên quan đến", "concerns").or_none(),
    texts("without_fields", "trừ lĩnh vực", "without fields").or_empty(),
    texts("without_agencies", "trừ cơ quan", "without agencies").or_empty(),
    texts("without", "trừ quy định", "without").or_empty(),
];

const DEADLINE: &[Field] = &[DUE, cites("instrument", "văn bản", "instrument")];

const TARGET: &[Field] = &[
    ID,
    choice::<Metric>("metric", "metric", "chỉ tiêu", "metric"),
    exact("percent", "tỷ lệ phần trăm", "percent", 100),
    DUE,
    cites("instrument", "văn bản", "instrument").or_none(),
    list("earlier", DEADLINE, "hạn trước đó", "earlier deadlines").or_empty(),
    texts("kinds", "loại quy định", "kinds").or_empty(),
];

impl Noun for Programme {
    const DESCRIPTION: &'static Description = &Description {
        name: "programme",
        word: word("chương trình", "programme"),
        keys: 1,
        alike: None,
        fields: &[
            CODE,
            NAME,
            NAME_EN,
            cites("instrument", "văn bản", "instrument").or_none(),
            day("baseline", "ngày lấy số liệu gốc", "baseline"),
            SOURCE.or_empty(),
            object("scope", SCOPE, "phạm vi", "scope").or_empty(),
            object("counting", COUNTING, "cách tính", "counting").or_empty(),
            list("published", PUBLISHED, "số công bố", "published figures").or_empty(),
            list("targets", TARGET, "mục tiêu", "targets"),
        ],
        parts: &[],
    };
}

/// A target of a programme: a metric, a percentage, a due date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Unique within the programme.
    pub id: String,
    /// What is measured.
    pub metric: Metric,
    /// What must be reached, in percent of the baseline (20 means 20 %): 0 to 100.
    pub percent: Fraction,
    /// By when; not before the day of the baseline.
    pub due: Date,
    /// Number of the instrument that set this day, where it is another than that of the programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
    /// The days by which it was to be reached before that was moved, in the order in which they were set.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<Deadline>,
    /// Which kinds of regulation count; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<RegulationKind>,
}

impl Target {
    /// A target on everything, whose day was never moved.
    pub fn new(id: &str, metric: Metric, percent: Fraction, due: Date) -> Self {
        Self { id: id.to_owned(), metric, percent, due, instrument: None, earlier: Vec::new(), kinds: Vec::new() }
    }
}

/// A day by which a target was to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// By when; not before the day of the baseline.
    pub due: Date,
    /// Number of the instrument that set it.
    pub instrument: String,
}

/// A programme by itself: figures that it published multiply by its own rules, no id of a target twice, percentages of 0 to 100, due on the day of the baseline or later, a target on conditions
/// that counts conditions.
impl Valid for Programme {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        checks.code(Way::to("code"), &self.code);
        checks.day(Way::to("baseline"), Some(self.baseline));
        self.counting.check(&mut checks, &Way::to("counting"));
        checks.once(self.published.iter().map(|one| one.id.as_str()), |at| Way::to("published").at(at).field("id"));
        for (at, one) in self.published.iter().enumerate() {
            for (field, said) in one.wrong(&self.counting) {
                checks.add(Way::to("published").at(at).field(field), Some(said));
            }
        }
        checks.once(self.targets.iter().map(|target| target.id.as_str()), |at| Way::to("targets").at(at).field("id"));
        for (at, target) in self.targets.iter().enumerate() {
            let way = |field: &str| Way::to("targets").at(at).field(field);
            checks.given(way("id"), &target.id);
            checks.number(way("percent"), target.percent, Bound::SHARE);
            checks.day(way("due"), Some(target.due));
            checks.order(way("due"), Some(target.due), "baseline", Some(self.baseline));
            for (nth, deadline) in target.earlier.iter().enumerate() {
                let way = |field: &str| Way::to("targets").at(at).field("earlier").at(nth).field(field);
                checks.day(way("due"), Some(deadline.due));
                checks.order(way("due"), Some(deadline.due), "baseline", Some(self.baseline));
                checks.given(way("instrument"), &deadline.instrument);
            }
            let counts_none = target.metric == Metric::ConditionsAbolished
                && !target.kinds.is_empty()
                && !target.kinds.contains(&RegulationKind::Condition);
            let said = || ValidWord::CountsNothing.said(&[&target.metric, &RegulationKind::Condition]);
            checks.add(way("kinds"), counts_none.then(said));
        }
        checks.done()
    }
}
