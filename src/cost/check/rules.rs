//! The rules of the check, as data.

use super::Doubt;
use crate::model::{ActivityGroup, Fraction};
use crate::text::fold;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;

crate::words::named! {
    /// How much a question matters, from the least.
    Severity {
        /// The question is not asked.
        Off = "off" { vi: "bỏ qua", en: "off" },
        /// Worth knowing.
        Note = "note" { vi: "lưu ý", en: "note" },
        /// A reviewer would ask.
        Warning = "warning" { vi: "cần xem", en: "warning" },
        /// Cannot be right.
        Error = "error" { vi: "sai", en: "error" },
    }
}

/// What is asked, and from where on.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckRules {
    /// Parameter: inhabitants of the country.
    pub country: String,
    /// A result older than so many years is questioned.
    pub most_years: i16,
    /// Fees and outsourcing above zero and below this look like thousands of đồng.
    pub smallest_fee: i64,
    /// The same for other costs: a photocopy is cheap.
    pub smallest_other: i64,
    /// Minutes above zero, below the usual range and at most this look like hours.
    pub looks_like_hours: i64,
    /// Costs of one performance of the same procedure may differ by so many percent of the lower one.
    pub differ_percent: Fraction,
    /// A name must have at least so many letters to tell that two procedures are the same.
    pub name_letters: usize,
    /// So many different reasons of one doubt are told one by one; more are told as one.
    pub one_by_one: usize,
    /// How much each question matters.
    pub severity: BTreeMap<Doubt, Severity>,
    /// Usual minutes of one performance; the first that fits.
    pub minutes: Vec<MinutesRule>,
    /// Surveyed orders of magnitude; the first that fits.
    #[serde(default)]
    pub magnitude: Vec<MagnitudeRule>,
    /// Tables with printed products.
    #[serde(default)]
    pub layout: Vec<Layout>,
}

/// Usual minutes of an activity.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MinutesRule {
    /// The group of the row.
    pub group: ActivityGroup,
    /// Its name begins with one of these words (behind numbers and bullets), kept folded; with any when left out.
    #[serde(default, deserialize_with = "folded")]
    pub begins: Vec<String>,
    /// Its name or how it is done contains one of these words, kept folded; any row of the group when left out.
    #[serde(default, deserialize_with = "folded")]
    pub words: Vec<String>,
    /// At least.
    pub low: Fraction,
    /// At most.
    pub high: Fraction,
    /// Where it comes from.
    pub source: String,
}

/// What procedures of a field cost by survey.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MagnitudeRule {
    /// The field, or where the procedure has none its name, contains one of these words, kept folded.
    #[serde(deserialize_with = "folded")]
    pub words: Vec<String>,
    /// Cost of one performance, đồng.
    pub cost: i64,
    /// A sheet so many times above or below is questioned.
    pub factor: Fraction,
    /// Only sheets of organisations: some row is done by staff, not by an individual.
    #[serde(default)]
    pub organisations: bool,
    /// Where it comes from.
    pub source: String,
}

/// A table whose printed columns are products of others.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layout {
    /// Short name.
    pub id: String,
    /// The columns by key, each with the headers that mean it (compared folded).
    pub columns: BTreeMap<String, Vec<String>>,
    /// What is printed and can be computed.
    pub product: Vec<Product>,
}

/// A printed column and how it comes about.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// The column that is printed.
    pub gives: String,
    /// It is a sum of products of columns; a single column that the table lacks counts as nothing.
    pub sum: Vec<Vec<String>>,
}

/// Words are folded once, where they are read.
fn folded<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let words: Vec<String> = Vec::deserialize(deserializer)?;
    Ok(words.iter().map(|word| fold(word)).collect())
}

impl CheckRules {
    /// How much a doubt matters; a warning where the rules do not say.
    pub fn severity(&self, doubt: Doubt) -> Severity {
        self.severity.get(&doubt).copied().unwrap_or(Severity::Warning)
    }
}
