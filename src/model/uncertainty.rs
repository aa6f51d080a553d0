//! Uncertainty: a parameter that is a range or a distribution instead of one number.

use super::bounds::{Bound, MONEY, VALUE_PARTS};
use super::noun::{Description, Noun, PROVENANCE, SOURCE, choice, exact, text, word};
use super::valid::Checks;
use super::{Cell, Fraction, Provenance, Valid, Way, Wrong};
use crate::words::Message;
use crate::words::chance::ChanceWord;
use serde::{Deserialize, Serialize};

crate::words::named! {
    /// How the values of an uncertain parameter are spread.
    Spread {
        /// Every value between low and high is as likely as another.
        Range = "range" { vi: "đều trong khoảng", en: "uniform range" },
        /// Triangular between low and high, with its peak at likely.
        Triangular = "triangular" { vi: "tam giác", en: "triangular" },
        /// PERT: a beta distribution between low and high whose mean is (low + 4 × likely + high) ÷ 6.
        Pert = "pert" { vi: "PERT", en: "PERT" },
        /// Lognormal: low and high are its 5th and 95th percentile.
        Lognormal = "lognormal" { vi: "lognormal (phân vị 5 và 95)", en: "lognormal (5th and 95th percentile)" },
    }
}

/// That a parameter is uncertain, and how. Values are in the unit of the parameter that it stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncertainty {
    /// The parameter, as [`Uncertain`] writes it: `sheet:1.004222:a1:minutes`, `population:1.004222`, `parameter:income.citizen`,
    /// `measure:1.004222-m1:minutes`. Unique in the workspace.
    pub of: String,
    /// The distribution.
    pub spread: Spread,
    /// Lowest value; of a lognormal the 5th percentile.
    pub low: Fraction,
    /// Most likely value; for triangular and PERT.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub likely: Option<Fraction>,
    /// Highest value; of a lognormal the 95th percentile.
    pub high: Fraction,
    /// How sure it is.
    pub provenance: Provenance,
    /// Where it comes from.
    pub source: String,
}

impl Noun for Uncertainty {
    const DESCRIPTION: &'static Description = &Description {
        name: "uncertainty",
        word: word("khoảng dao động", "range"),
        keys: 1,
        alike: None,
        fields: &[
            text("of", "của", "of").of_parameter(),
            choice::<Spread>("spread", "spread", "dạng phân bố", "spread"),
            exact("low", "thấp nhất", "low", MONEY),
            exact("likely", "thường gặp nhất", "most likely", MONEY).or_none(),
            exact("high", "cao nhất", "high", MONEY),
            PROVENANCE,
            SOURCE,
        ],
        parts: &[],
    };
}

/// What an [`Uncertainty`] stands on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Uncertain {
    /// A cell of the cost sheet of a regulation.
    Sheet {
        /// Code of the regulation.
        regulation: String,
        /// Id of the row.
        row: String,
        /// The cell.
        cell: Cell,
    },
    /// How many comply with a regulation, by its own population: all rows of its sheet that take it, drawn once.
    Population(String),
    /// A parameter of the workspace, for example an income per hour.
    Parameter(String),
    /// A value of a measure.
    Measure {
        /// Code of the measure.
        measure: String,
        /// Name of the value.
        value: String,
    },
}

impl Uncertain {
    /// Reads what [`std::fmt::Display`] writes; nothing when it is not of that form.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.split(':').collect();
        match parts.as_slice() {
            ["sheet", regulation, row, cell] => Some(Self::Sheet {
                regulation: (*regulation).to_owned(),
                row: (*row).to_owned(),
                cell: Cell::parse(cell)?,
            }),
            ["population", regulation] => Some(Self::Population((*regulation).to_owned())),
            ["parameter", id] => Some(Self::Parameter((*id).to_owned())),
            ["measure", measure, value] => {
                Some(Self::Measure { measure: (*measure).to_owned(), value: (*value).to_owned() })
            }
            _ => None,
        }
    }
}

impl std::fmt::Display for Uncertain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Sheet { regulation, row, cell } => write!(f, "sheet:{regulation}:{row}:{cell}"),
            Self::Population(regulation) => write!(f, "population:{regulation}"),
            Self::Parameter(id) => write!(f, "parameter:{id}"),
            Self::Measure { measure, value } => write!(f, "measure:{measure}:{value}"),
        }
    }
}

/// An uncertainty by itself: values of zero or more in their order, within the bounds of the cell on which it stands, and a likely value
/// where its spread has a peak and nowhere else.
impl Valid for Uncertainty {
    fn check(&self) -> Vec<Wrong> {
        let mut checks = Checks::default();
        let Self { spread, low, likely, high, .. } = self;
        let bound = match Uncertain::parse(&self.of) {
            Some(Uncertain::Sheet { cell, .. }) => Bound { parts: VALUE_PARTS, ..Bound::of_cell(cell) },
            Some(Uncertain::Population(_)) => Bound { parts: VALUE_PARTS, ..Bound::of_cell(Cell::Population) },
            _ => Bound::exact(MONEY, VALUE_PARTS),
        };
        let values = [("low", Some(*low)), ("likely", *likely), ("high", Some(*high))];
        for (field, value) in values.into_iter().filter_map(|(field, value)| Some((field, value?))) {
            let below = value.is_negative().then(|| ChanceWord::BelowZero.said(&[]));
            checks.add(Way::to(field), below.or_else(|| bound.wrong(value)));
        }
        checks.add(Way::to("low"), (low > high).then(|| ChanceWord::LowAboveHigh.said(&[low, high])));
        let has_peak = matches!(spread, Spread::Triangular | Spread::Pert);
        let of_likely = match likely {
            Some(_) if !has_peak => Some(ChanceWord::NoLikely.said(&[spread])),
            Some(likely) if low <= high && (likely < low || likely > high) => {
                Some(ChanceWord::LikelyOutside.said(&[likely, low, high]))
            }
            None if has_peak => Some(ChanceWord::NeedsLikely.said(&[spread])),
            _ => None,
        };
        checks.add(Way::to("likely"), of_likely);
        let flat = *spread == Spread::Lognormal && low.is_zero();
        checks.add(Way::to("low"), flat.then(|| ChanceWord::LognormalAboveZero.said(&[])));
        checks.done()
    }
}
