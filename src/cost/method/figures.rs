//! The figures of a case.

use super::case::{Column, Printed, Version};
use super::data::{Discount, Part};
use super::number::Exact;
use crate::model::Fraction;
use num_bigint::BigInt;
use num_traits::Zero;

crate::words::named! {
    /// A figure of a version.
    Figure {
        /// Undiscounted, over all years.
        Total = "total" { vi: "tổng, chưa chiết khấu", en: "total, undiscounted" },
        /// Undiscounted, over all years ÷ their number.
        Average = "average" { vi: "bình quân một năm, chưa chiết khấu", en: "average a year, undiscounted" },
        /// Undiscounted, what is done once.
        OneOff = "one_off" { vi: "trong đó chi phí một lần", en: "of which one-off" },
        /// Undiscounted, what comes again.
        Recurring = "recurring" { vi: "trong đó chi phí thường xuyên", en: "of which recurring" },
        /// Discounted, over all years.
        PresentValue = "present_value" { vi: "giá trị hiện tại", en: "present value" },
        /// The present value as a yearly figure.
        Annualised = "annualised" { vi: "giá trị hiện tại quy về một năm", en: "annualised present value" },
        /// The total at the lowest inputs.
        Low = "low" { vi: "tổng thấp nhất", en: "lowest total" },
        /// The total at the highest inputs.
        High = "high" { vi: "tổng cao nhất", en: "highest total" },
        /// The total at the midpoints of the inputs.
        MidpointOfInputs = "midpoint_of_inputs" { vi: "tổng tại trung điểm đầu vào", en: "total at the midpoint of inputs" },
        /// The midpoint of the lowest and the highest total.
        MidpointOfOutputs = "midpoint_of_outputs" { vi: "trung điểm của tổng thấp nhất và cao nhất", en: "midpoint of lowest and highest total" },
        /// Hours of work over all years, counted in money or not.
        Hours = "hours" { vi: "số giờ", en: "hours" },
        /// Performances in one year: addressees × times.
        Cases = "cases" { vi: "số lượt một năm", en: "cases a year" },
        /// Years in which it is done.
        Occurrences = "occurrences" { vi: "số năm có thực hiện", en: "years in which it is done" },
        /// Of a difference: in percent of the restated total.
        Percent = "percent" { vi: "phần trăm", en: "percent" },
    }
}

/// What flows over the years of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flow {
    /// Undiscounted money over all years.
    pub total: Exact,
    /// Discounted; nothing where the method does not discount.
    pub present_value: Option<Exact>,
    /// Hours over all years.
    pub hours: Exact,
}

impl Flow {
    /// Nothing flows.
    pub(super) fn none(discounted: bool) -> Self {
        Self { total: Exact::zero(), present_value: discounted.then(Exact::zero), hours: Exact::zero() }
    }

    /// Adds another.
    pub(super) fn add(&mut self, other: &Self) {
        self.total += &other.total;
        self.hours += &other.hours;
        self.present_value = match (self.present_value.take(), &other.present_value) {
            (Some(mine), Some(theirs)) => Some(mine + theirs),
            _ => None,
        };
    }
}

/// The figures of one activity of one segment in one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFigures {
    /// Id of the activity.
    pub activity: String,
    /// Its name.
    pub name: String,
    /// Id of the segment.
    pub segment: String,
    /// Whether this is the old rule that still runs beside the new one.
    pub old_rule: bool,
    /// Whether it is done once.
    pub one_off: bool,
    /// Hours of one performance by one person.
    pub hours: Exact,
    /// Income per hour with overhead; nothing where the work counts in hours only, or there is none.
    pub hourly: Option<Exact>,
    /// People who do the work; nothing for individuals.
    pub staff: Option<Exact>,
    /// Days of waiting that count, and what a day costs.
    pub waiting: Option<(Exact, Exact)>,
    /// What counts of one performance, by part.
    pub parts: Vec<(Part, Exact)>,
    /// What the method leaves out, by part.
    pub left_out: Vec<(Part, Exact)>,
    /// Cost of one performance: the sum of the parts that count.
    pub one: Exact,
    /// Performances a year.
    pub times: Exact,
    /// What would be spent anyway, per addressee and year.
    pub usual: Exact,
    /// Cost of one addressee in a year, above what would be spent anyway.
    pub per_addressee: Exact,
    /// How many comply.
    pub population: Exact,
    /// Cost in a year in which it is done.
    pub year: Exact,
    /// The years in which it is done, from 1.
    pub years: Vec<u32>,
    /// Over the years.
    pub flow: Flow,
}

/// The figures of one version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionFigures {
    /// Which.
    pub version: Version,
    /// One an activity and segment.
    pub lines: Vec<LineFigures>,
    /// What is done once.
    pub one_off: Flow,
    /// What comes again.
    pub recurring: Flow,
    /// Both.
    pub total: Flow,
    /// The present value as a yearly figure, where the method has one.
    pub annualised: Option<Exact>,
    /// Performances in one year.
    pub cases: Exact,
    /// The total at the lowest and the highest inputs, where inputs are ranges.
    pub range: Option<(Exact, Exact)>,
}

/// A figure as printed, and as computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// As printed.
    pub printed: Printed,
    /// As computed; nothing where the method has no such figure.
    pub computed: Option<Exact>,
    /// Whether they are the same to the decimals that are printed.
    pub same: bool,
}

/// The figures of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFigures {
    /// Years that are added up.
    pub horizon: u32,
    /// Discounting that applied.
    pub discount: Option<Discount>,
    /// The versions: `before` always, `restated` where something was estimated again, `after` where there is a reform.
    pub versions: Vec<VersionFigures>,
    /// What runs in the old rule while the new one runs already, undiscounted.
    pub overlap: Exact,
    /// Printed figures against computed ones.
    pub printed: Vec<Compared>,
}

impl VersionFigures {
    /// A figure of this version; nothing where the method has no such figure.
    pub fn figure(&self, figure: Figure, horizon: u32) -> Option<Exact> {
        Some(match figure {
            Figure::Total | Figure::MidpointOfInputs => self.total.total.clone(),
            Figure::Average => &self.total.total / super::number::whole(horizon),
            Figure::OneOff => self.one_off.total.clone(),
            Figure::Recurring => self.recurring.total.clone(),
            Figure::PresentValue => self.total.present_value.clone()?,
            Figure::Annualised => self.annualised.clone()?,
            Figure::Low => self.range.as_ref().map_or(&self.total.total, |(low, _)| low).clone(),
            Figure::High => self.range.as_ref().map_or(&self.total.total, |(_, high)| high).clone(),
            Figure::MidpointOfOutputs => match &self.range {
                Some((low, high)) => (low + high) / super::number::whole(2),
                None => self.total.total.clone(),
            },
            Figure::Hours => self.total.hours.clone(),
            Figure::Cases => self.cases.clone(),
            Figure::Occurrences => {
                Exact::from_integer(BigInt::from(self.lines.iter().map(|line| line.years.len()).sum::<usize>()))
            }
            Figure::Percent => return None,
        })
    }

    /// The same figures of one activity alone.
    pub(super) fn of_activity(&self, activity: &str) -> Self {
        let discounted = self.total.present_value.is_some();
        let lines: Vec<LineFigures> = self.lines.iter().filter(|line| line.activity == activity).cloned().collect();
        Self::of_lines(self.version, lines, discounted)
    }

    /// The sums over lines; what a year's figure and a range are is not known here.
    pub(super) fn of_lines(version: Version, lines: Vec<LineFigures>, discounted: bool) -> Self {
        let (mut one_off, mut recurring) = (Flow::none(discounted), Flow::none(discounted));
        let mut cases = Exact::zero();
        for line in &lines {
            if line.one_off { &mut one_off } else { &mut recurring }.add(&line.flow);
            cases += &line.times * &line.population;
        }
        let mut total = one_off.clone();
        total.add(&recurring);
        Self { version, lines, one_off, recurring, total, annualised: None, cases, range: None }
    }
}

impl CaseFigures {
    /// The figures of a version.
    pub fn version(&self, version: Version) -> Option<&VersionFigures> {
        self.versions.iter().find(|figures| figures.version == version)
    }

    /// The current rule against which the reform is held: restated, where something was estimated again.
    pub fn current(&self) -> Option<&VersionFigures> {
        self.version(Version::Restated).or_else(|| self.version(Version::Before))
    }

    /// A figure of a version or of a difference; nothing where there is none.
    pub fn figure(&self, figure: Figure, column: Column) -> Option<Exact> {
        let bound = matches!(figure, Figure::Low | Figure::High | Figure::MidpointOfOutputs);
        if column.is_difference() && bound {
            // Bounds of two versions do not subtract: the same input may make both high.
            return None;
        }
        if figure == Figure::Percent {
            if !column.is_difference() {
                return None;
            }
            let whole = self.current()?.total.total.clone();
            let part = self.figure(Figure::Total, column)?;
            let hundred = super::number::whole(100);
            return if whole.is_zero() { None } else { Some(part * hundred / whole) };
        }
        let of = |version: Option<&VersionFigures>| version?.figure(figure, self.horizon);
        let after = || of(self.version(Version::After));
        match column {
            Column::Before => of(self.version(Version::Before)),
            Column::Restated => of(self.current()),
            Column::After => after(),
            Column::ReEstimate => Some(of(self.current())? - of(self.version(Version::Before))?),
            Column::Change => Some(after()? - of(self.current())?),
            Column::Saved => Some(of(self.current())? - after()?),
        }
    }
}

/// How many decimals a printed value has (at most six).
pub(super) fn decimals(value: Fraction) -> u32 {
    (0..6).find(|places| 10_i128.pow(*places) % value.denominator() == 0).unwrap_or(6)
}
