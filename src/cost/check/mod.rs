//! Figures to question: what an experienced reviewer would ask of cost sheets, as a list with a reason each.
//!
//! What is asked and from which threshold is data ([`CheckRules`], `catalog/cost-checks.toml`); nothing here is a verdict, every question
//! names the figure and what it was held against.

mod between;
mod printed;
mod rows;
mod rules;

pub use printed::{Misprint, PrintedCell, PrintedRow, check_printed};
pub use rules::{CheckRules, Layout, MagnitudeRule, MinutesRule, Product, Severity};

use super::Rates;
use crate::model::{Activity, Cell, Fraction, Observation, Population, Procedure, Regulation};
use crate::text::{Lang, number};
use crate::words::check::CheckWord;
use crate::words::{Message, Result, Said};
use jiff::civil::Date;

crate::words::named! {
    /// What a question is about.
    Doubt {
        /// No source is given.
        NoSource = "no_source" { vi: "thiếu nguồn", en: "no source" },
        /// Every cell of the sheet is an assumption.
        AllAssumption = "all_assumption" { vi: "toàn giả định", en: "all assumptions" },
        /// Nobody performs it, or never.
        Zero = "zero" { vi: "không ai thực hiện", en: "nobody complies" },
        /// Nobody knows how many comply.
        NoPopulation = "no_population" { vi: "chưa biết số đối tượng", en: "population unknown" },
        /// More who comply than the country has inhabitants.
        Population = "population" { vi: "vượt dân số", en: "more than inhabitants" },
        /// Minutes outside the usual range for that activity.
        Minutes = "minutes" { vi: "thời gian bất thường", en: "unusual minutes" },
        /// Minutes that look like hours.
        MinutesAsHours = "minutes_as_hours" { vi: "phút hay giờ", en: "minutes or hours" },
        /// đồng that look like thousands of đồng.
        Thousands = "thousands" { vi: "đồng hay nghìn đồng", en: "đồng or thousands" },
        /// A fee that is not in the fee list of the procedure.
        FeeDiffers = "fee_differs" { vi: "phí khác biểu phí", en: "fee not in the list" },
        /// The procedure has a fee, the sheet has none.
        FeeMissing = "fee_missing" { vi: "thiếu phí", en: "fee missing" },
        /// A row for a dossier component that is no longer there.
        ComponentGone = "component_gone" { vi: "thành phần không còn", en: "component gone" },
        /// Older than the rules allow.
        Old = "old" { vi: "số liệu cũ", en: "old figures" },
        /// The same procedure with different figures at two agencies.
        AgenciesDiffer = "agencies_differ" { vi: "khác nhau giữa các cơ quan", en: "agencies differ" },
        /// A cell differs from what its survey answers give.
        SurveyDiffers = "survey_differs" { vi: "khác kết quả khảo sát", en: "differs from the survey" },
        /// Far from the surveyed order of magnitude of its field.
        Magnitude = "magnitude" { vi: "xa mức khảo sát", en: "far from the survey" },
    }
}

/// A regulation with its sheet, as the check sees it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The regulation.
    pub regulation: &'a Regulation,
    /// Its record, where it is a procedure.
    pub procedure: Option<&'a Procedure>,
    /// Its population, where it has one of its own.
    pub population: Option<&'a Population>,
    /// Its sheet.
    pub sheet: &'a [Activity],
    /// The answers of surveys behind its cells.
    pub observations: &'a [Observation],
    /// The day on which the workspace last saw a change of it; used where no source names a year.
    pub changed: Option<Date>,
}

/// A question with its reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub doubt: Doubt,
    /// How much it matters.
    pub severity: Severity,
    /// Code of the regulation.
    pub regulation: String,
    /// Rows of its sheet that it is about; none where it is about the whole sheet.
    pub rows: Vec<String>,
    /// The cell, where it is about one.
    pub cell: Option<Cell>,
    /// The figure that is questioned; of several rows, the first.
    pub figure: Option<Fraction>,
    /// What it was held against.
    pub against: Option<Fraction>,
    /// Why, in both languages.
    pub reason: Said,
}

/// All questions, gravest first, then by what they are about, then by regulation. `only` keeps those about one regulation; the others are still looked at, since some
/// questions compare.
///
/// # Errors
/// Bad input when a row names an unknown income per hour, a rule an unknown parameter, or a figure does not fit.
pub fn questions(all: &[Checked<'_>], only: Option<&str>, rules: &CheckRules, rates: &Rates) -> Result<Vec<Question>> {
    let mut found = Vec::new();
    for checked in all.iter().filter(|checked| only.is_none_or(|code| checked.regulation.code == code)) {
        found.extend(rows::ask(checked, rules, rates)?);
    }
    let between = between::ask(all, rules, rates)?;
    found.extend(between.into_iter().filter(|question| only.is_none_or(|code| question.regulation == code)));
    found.retain(|question| question.severity != Severity::Off);
    found.sort_by(|a, b| (b.severity, a.doubt, &a.regulation).cmp(&(a.severity, b.doubt, &b.regulation)));
    Ok(found)
}

/// A value in a reason.
#[derive(Debug, Clone)]
enum Value {
    Number(Fraction),
    List(Vec<i64>),
    Text(String),
}

impl From<Fraction> for Value {
    fn from(value: Fraction) -> Self {
        Self::Number(value)
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Number(Fraction::whole(value))
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

/// A reason in both languages, its numbers written as each language does.
fn said(word: CheckWord, values: &[Value]) -> Said {
    let text = |lang: Lang| {
        let shown: Vec<String> = values
            .iter()
            .map(|value| match value {
                Value::Number(value) if value.is_whole() => number::whole(value.numerator(), lang),
                Value::Number(value) => number::decimal(value.numerator(), value.denominator(), 2, lang),
                Value::List(amounts) => {
                    amounts.iter().map(|amount| number::whole((*amount).into(), lang)).collect::<Vec<_>>().join("; ")
                }
                Value::Text(text) => text.clone(),
            })
            .collect();
        let shown: Vec<&dyn std::fmt::Display> = shown.iter().map(|text| text as &dyn std::fmt::Display).collect();
        word.with(lang, &shown)
    };
    Said::by(text)
}
