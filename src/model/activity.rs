//! The cost sheet (bảng tính chi phí tuân thủ): what must be done to comply, one row an activity.

use super::Kind;
use super::bounds::{Bound, HOURS_A_YEAR, MINUTES, MONEY_A_YEAR, PARTS, POPULATION, STAFF, TIMES};
use super::noun::{
    Description, Noun, OF_REGULATION, PART_ID, POSITION, Part, SOURCE, choice, code_of, dong, exact, map, rests_on,
    text, whole, word,
};
use super::valid::Checks;
use super::{Dong, Fraction, Provenance, Unit, Valid, Way, Wrong};
use crate::text::number;
use crate::words::Message;
use crate::words::valid::ValidWord;
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// The groups of the official sheet, in its order.
    ActivityGroup {
        /// 1 Prepare the dossier, one row a component.
        Dossier = "dossier" { vi: "1 Chuẩn bị hồ sơ", en: "1 Prepare the dossier" },
        /// 2 Submit.
        Submission = "submission" { vi: "2 Nộp hồ sơ", en: "2 Submit" },
        /// 3 Pay fees.
        Fees = "fees" { vi: "3 Nộp phí, lệ phí", en: "3 Pay fees" },
        /// 4 Prepare for and serve inspection.
        Inspection = "inspection" { vi: "4 Chuẩn bị, phục vụ việc kiểm tra, đánh giá", en: "4 Prepare for and serve inspections and assessments" },
        /// 5 Other work.
        Other = "other" { vi: "5 Công việc khác", en: "5 Other work" },
        /// 6 Receive the result.
        Result = "result" { vi: "6 Nhận kết quả", en: "6 Receive the result" },
    }
}

crate::words::named! {
    /// The cells of a row that hold a figure, each with its own provenance.
    Cell {
        /// Working time of one performance, in minutes.
        Minutes = "minutes" { vi: "thời gian", en: "time (minutes)", short: "Phút" / "Minutes" },
        /// Outsourcing (tư vấn, dịch vụ) of one performance, in đồng.
        Outsourcing = "outsourcing" { vi: "thuê tư vấn, dịch vụ", en: "external services", short: "Thuê DV" / "External" },
        /// Fees and other costs of one performance, in đồng.
        Charges = "charges" { vi: "phí, lệ phí, chi phí khác", en: "fees and other costs", short: "Phí, CP khác" / "Fees etc." },
        /// Performances per year of one who complies.
        Times = "times" { vi: "số lần thực hiện/năm", en: "frequency (per year)", short: "Lần/năm" / "Per year" },
        /// How many comply per year.
        Population = "population" { vi: "đối tượng tuân thủ", en: "affected population", short: "Đối tượng" / "Population" },
    }
}

impl Cell {
    /// What it is measured in.
    pub fn unit(self) -> Unit {
        match self {
            Self::Minutes => Unit::Minutes,
            Self::Outsourcing | Self::Charges => Unit::Dong,
            Self::Times => Unit::TimesPerYear,
            Self::Population => Unit::People,
        }
    }
}

/// A row of the cost sheet. Its numbers lie within [`super::bounds`]: minutes 0 to 5.256.000 (ten years), outsourcing and charges 0 to 10¹⁵ đồng,
/// staff and times 0 to 1.000.000, population 0 to 10¹⁰; together at most 10¹² hours of work and 10¹⁸ đồng a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// Stable within the sheet (`a1`, `a2` …); empty until it is stored.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Group.
    pub group: ActivityGroup,
    /// What is done.
    pub name: String,
    /// How it is done.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub how: String,
    /// The dossier component that it prepares (`c1` …), if it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// The parameter that gives the income per hour, for example `income.citizen`.
    pub tariff: String,
    /// Minutes of work for one performance.
    pub minutes: Fraction,
    /// Outsourcing for one performance, đồng.
    #[serde(default)]
    pub outsourcing: Dong,
    /// Fees and other costs for one performance, đồng.
    #[serde(default)]
    pub charges: Dong,
    /// How many people of an organisation do the work; 1 in the Vietnamese method.
    #[serde(default = "one")]
    pub staff: Fraction,
    /// Performances per year and per one who complies; once in five years is `1/5`. Nothing is as the regulation's own
    /// [`Population`](super::Population) says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times: Option<Fraction>,
    /// How many comply per year. Nothing is as the regulation's own population says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<i64>,
    /// The group of the regulation's own population that does it; nothing is all of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub among: Option<String>,
    /// How sure each cell is.
    #[serde(default)]
    pub provenance: CellProvenance,
    /// Source of the figures and how they were collected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
}

impl Activity {
    /// The figure in a cell, in the unit of the cell; nothing where the cell is empty.
    pub fn figure(&self, cell: Cell) -> Option<Fraction> {
        match cell {
            Cell::Minutes => Some(self.minutes),
            Cell::Outsourcing => Some(Fraction::whole(self.outsourcing)),
            Cell::Charges => Some(Fraction::whole(self.charges)),
            Cell::Times => self.times,
            Cell::Population => self.population.map(Fraction::whole),
        }
    }
}

impl Noun for Activity {
    const DESCRIPTION: &'static Description = &Description {
        name: "activity",
        word: word("dòng bảng tính", "row of the sheet"),
        keys: 2,
        alike: Some(&["group", "name"]),
        fields: &[
            OF_REGULATION,
            PART_ID,
            POSITION,
            choice::<ActivityGroup>("group", "activity_group", "nhóm", "group"),
            text("name", "công việc", "activity"),
            text("how", "cách thực hiện", "how").or_empty(),
            text("component", "thành phần hồ sơ", "component").or_none().refers(&["component"]),
            code_of(Kind::Parameter, "tariff", "mức thu nhập", "tariff"),
            exact("minutes", "phút", "minutes", MINUTES),
            dong("outsourcing", "thuê tư vấn, dịch vụ", "external services"),
            dong("charges", "phí và chi phí khác", "fees and other costs"),
            exact("staff", "số người", "staff", STAFF),
            exact("times", "số lần", "frequency", TIMES).or_none(),
            whole("population", "số đối tượng", "population", POPULATION).or_none(),
            text("among", "nhóm đối tượng", "group of those who comply").or_none(),
            map("provenance", "loại số liệu", "source quality").vouches(),
            SOURCE.or_empty(),
        ],
        parts: &[],
    };
}

fn one() -> Fraction {
    Fraction::ONE
}

/// How sure each cell of a row is. What nobody vouched for is an assumption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CellProvenance {
    /// Of [`Activity::minutes`].
    pub minutes: Provenance,
    /// Of [`Activity::outsourcing`].
    pub outsourcing: Provenance,
    /// Of [`Activity::charges`].
    pub charges: Provenance,
    /// Of [`Activity::times`].
    pub times: Provenance,
    /// Of [`Activity::population`].
    pub population: Provenance,
}

impl CellProvenance {
    /// The same provenance for every cell.
    pub fn all(provenance: Provenance) -> Self {
        Self {
            minutes: provenance,
            outsourcing: provenance,
            charges: provenance,
            times: provenance,
            population: provenance,
        }
    }

    /// The provenance of one cell.
    pub fn of(&self, cell: Cell) -> Provenance {
        match cell {
            Cell::Minutes => self.minutes,
            Cell::Outsourcing => self.outsourcing,
            Cell::Charges => self.charges,
            Cell::Times => self.times,
            Cell::Population => self.population,
        }
    }

    /// Sets the provenance of one cell.
    pub fn set(&mut self, cell: Cell, provenance: Provenance) {
        *match cell {
            Cell::Minutes => &mut self.minutes,
            Cell::Outsourcing => &mut self.outsourcing,
            Cell::Charges => &mut self.charges,
            Cell::Times => &mut self.times,
            Cell::Population => &mut self.population,
        } = provenance;
    }
}

impl Default for CellProvenance {
    fn default() -> Self {
        Self::all(Provenance::Assumption)
    }
}

/// A row by itself: each number within its bounds ([`super::bounds`]), and what all who comply work and pay in a year.
impl Valid for Activity {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        for (cell, value) in [
            (Cell::Minutes, Some(self.minutes)),
            (Cell::Outsourcing, Some(Fraction::whole(self.outsourcing))),
            (Cell::Charges, Some(Fraction::whole(self.charges))),
            (Cell::Times, self.times),
            (Cell::Population, self.population.map(Fraction::whole)),
        ] {
            if let Some(value) = value {
                checks.number(Way::to(cell.name()), value, Bound::of_cell(cell));
            }
        }
        checks.number(Way::to("staff"), self.staff, Bound::exact(STAFF, PARTS));
        checks.given(Way::to("tariff"), &self.tariff);
        if let (true, Some(population)) = (checks.clean(), self.population) {
            let times = self.times.unwrap_or(Fraction::ONE);
            let a_year = |value: Fraction| value.times(times)?.times(Fraction::whole(population));
            let hours = self.minutes.times(self.staff).and_then(|m| m.over(Fraction::whole(60))).and_then(a_year);
            let money = a_year(Fraction::whole(self.outsourcing + self.charges));
            let beyond = |figure: Option<Fraction>, most: i64| figure.is_none_or(|f| f > Fraction::whole(most));
            let most = |most: i64| move |lang| vec![number::whole(most.into(), lang)];
            if beyond(hours, HOURS_A_YEAR) {
                checks.add(Way::to("population"), Some(ValidWord::HoursAYear.said_by(most(HOURS_A_YEAR))));
            }
            if beyond(money, MONEY_A_YEAR) {
                checks.add(Way::to("population"), Some(ValidWord::MoneyAYear.said_by(most(MONEY_A_YEAR))));
            }
        }
        checks.done()
    }
}

/// The cost sheet of one regulation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    /// Code of the regulation.
    pub regulation: String,
    /// Rows in order.
    #[serde(rename = "activity")]
    pub activities: Vec<Activity>,
}

impl Noun for Sheet {
    const DESCRIPTION: &'static Description = &Description {
        name: "sheet",
        word: word("bảng tính", "cost sheet"),
        keys: 1,
        alike: None,
        fields: &[rests_on(Kind::Regulation, "regulation", "quy định", "regulation")],
        parts: &[Part { key: "activity", of: Activity::DESCRIPTION, single: false }],
    };
}

/// A sheet by itself: each row, and no id twice.
impl Valid for Sheet {
    fn check(&self) -> Vec<Wrong> {
        check_rows(&self.activities)
    }
}

/// What is wrong with the rows of a cost sheet by themselves; empty when all is well.
pub fn check_rows(activities: &[Activity]) -> Vec<Wrong> {
    let mut checks = Checks::default();
    checks.once(activities.iter().map(|row| row.id.as_str()), |at| Way::to("activity").at(at).field("id"));
    for (at, row) in activities.iter().enumerate() {
        checks.under(&Way::to("activity").at(at), row.check());
    }
    checks.done()
}
