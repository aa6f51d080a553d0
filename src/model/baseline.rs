//! Frozen baselines: what a programme is measured against, copied on one day and not moved by later imports.

use super::Kind;
use super::bounds::{HOURS_A_YEAR, INCOME, MINUTES, POPULATION, STAFF, TIMES};
use super::noun::{
    CODE, Description, ID, Noun, Part, choice, day, dong, exact, flag, owner, rests_on, text, whole, word,
};
use super::{ActivityGroup, Dong, Fraction, RegulationKind, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::store::StoreMessage;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The frozen baseline of a programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Baseline {
    /// Code of the programme.
    pub programme: String,
    /// The day whose state it holds: what was in force then, at the rates of then.
    pub frozen_on: Date,
    /// Regulations in force then, by code.
    #[serde(rename = "regulation", default, skip_serializing_if = "Vec::is_empty")]
    pub regulations: Vec<FrozenRegulation>,
    /// Their sheets, by regulation then row, with the income per hour of that day.
    #[serde(rename = "activity", default, skip_serializing_if = "Vec::is_empty")]
    pub activities: Vec<FrozenActivity>,
}

impl Noun for Baseline {
    const DESCRIPTION: &'static Description = &Description {
        name: "baseline",
        word: word("số liệu gốc", "baseline"),
        keys: 1,
        alike: None,
        fields: &[
            rests_on(Kind::Programme, "programme", "chương trình", "programme"),
            day("frozen_on", "ngày chốt", "frozen on"),
        ],
        parts: &[
            Part { key: "regulation", of: FrozenRegulation::DESCRIPTION, single: false },
            Part { key: "activity", of: FrozenActivity::DESCRIPTION, single: false },
        ],
    };
}

impl Valid for Baseline {
    fn check(&self) -> Vec<Wrong> {
        let wrong = |row| Wrong::new(Way::to("activity"), StoreMessage::BadBaseline.said(&[&self.programme, &row]));
        self.fault().map(wrong).into_iter().collect()
    }
}

impl Baseline {
    /// The first row, of regulations and activities in their order, that a baseline cannot hold: one that is there twice, one of no
    /// regulation of the baseline, or one with a number below zero.
    fn fault(&self) -> Option<String> {
        let negative = |number: &Fraction| number.is_negative();
        let twice = self.regulations.windows(2).find(|pair| matches!(pair, [a, b] if a.code == b.code));
        let hours = self.regulations.iter().find(|r| r.processing_hours.as_ref().is_some_and(negative));
        if let Some(bad) = twice.and_then(|pair| pair.first()).or(hours) {
            return Some(bad.code.clone());
        }
        let same =
            |pair: &&[FrozenActivity]| matches!(pair, [a, b] if (&a.regulation, &a.id) == (&b.regulation, &b.id));
        let lost = |a: &&FrozenActivity| {
            let known = self.regulations.binary_search_by(|r| r.code.cmp(&a.regulation)).is_ok();
            let below = [&a.minutes, &a.hourly, &a.times].into_iter().chain(&a.percent).any(negative);
            !known || below || a.outsourcing < 0 || a.charges < 0 || a.population.is_some_and(|count| count < 0)
        };
        let twice = self.activities.windows(2).find(same).and_then(|pair| pair.first());
        twice.or_else(|| self.activities.iter().find(lost)).map(|a| format!("{} {}", a.regulation, a.id))
    }
}

/// A regulation as it counted on the day of the baseline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenRegulation {
    /// Code.
    pub code: String,
    /// Kind.
    pub kind: RegulationKind,
    /// Code of the agency.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<String>,
    /// Field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Processing time in working hours; nothing where no limit is stated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processing_hours: Option<Fraction>,
    /// Whether it was done electronically.
    #[serde(default)]
    pub electronic: bool,
}

impl Noun for FrozenRegulation {
    const DESCRIPTION: &'static Description = &Description {
        name: "frozen_regulation",
        word: word("quy định trong số liệu gốc", "regulation of the baseline"),
        keys: 2,
        alike: None,
        fields: &[
            owner("programme", "chương trình", "programme"),
            CODE,
            choice::<RegulationKind>("kind", "regulation_kind", "loại", "kind"),
            text("agency", "cơ quan", "agency").or_none(),
            text("field", "lĩnh vực", "field").or_none(),
            exact("processing_hours", "số giờ giải quyết", "processing hours", HOURS_A_YEAR).or_none(),
            flag("electronic", "thực hiện điện tử", "electronic"),
        ],
        parts: &[],
    };
}

/// A row of a cost sheet with only what is needed to compute and to apply measures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrozenActivity {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row.
    pub id: String,
    /// Group.
    pub group: ActivityGroup,
    /// Component that it prepares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// Minutes of work for one performance.
    pub minutes: Fraction,
    /// Income per hour, đồng, staff factor included.
    pub hourly: Fraction,
    /// Outsourcing, đồng.
    pub outsourcing: Dong,
    /// Fees and other costs, đồng.
    pub charges: Dong,
    /// Performances per year and per one who complies.
    pub times: Fraction,
    /// How many comply per year; nothing where nobody knew on that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<i64>,
    /// How many of a hundred of these do it; nothing is all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Fraction>,
}

impl Noun for FrozenActivity {
    const DESCRIPTION: &'static Description = &Description {
        name: "frozen_activity",
        word: word("dòng bảng tính trong số liệu gốc", "sheet row of the baseline"),
        keys: 3,
        alike: None,
        fields: &[
            owner("programme", "chương trình", "programme"),
            text("regulation", "quy định", "regulation"),
            ID.refers(&["activity"]),
            choice::<ActivityGroup>("group", "activity_group", "nhóm", "group"),
            text("component", "thành phần hồ sơ", "component").or_none().refers(&["component"]),
            exact("minutes", "phút", "minutes", MINUTES),
            exact("hourly", "mức thu nhập bình quân giờ", "hourly rate", INCOME * STAFF),
            dong("outsourcing", "thuê tư vấn, dịch vụ", "external services"),
            dong("charges", "phí và chi phí khác", "fees and other costs"),
            exact("times", "số lần", "frequency", TIMES),
            whole("population", "số đối tượng", "population", POPULATION).or_none(),
            exact("percent", "tỷ lệ phần trăm", "percent", 100).or_none(),
        ],
        parts: &[],
    };
}
