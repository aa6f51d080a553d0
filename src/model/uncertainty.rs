//! Uncertainty: a parameter that is a range or a distribution instead of one number.

use super::{Cell, Fraction, Provenance};
use serde::{Deserialize, Serialize};

super::named! {
    /// How the values of an uncertain parameter are spread.
    Spread {
        /// Every value between low and high is as likely as another.
        Range = "range",
        /// Triangular between low and high, with its peak at likely.
        Triangular = "triangular",
        /// PERT: a beta distribution between low and high whose mean is (low + 4 × likely + high) ÷ 6.
        Pert = "pert",
        /// Lognormal: low and high are its 5th and 95th percentile.
        Lognormal = "lognormal",
    }
}

/// That a parameter is uncertain, and how. Values are in the unit of the parameter that it stands on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Uncertainty {
    /// The parameter, as [`Uncertain`] writes it: `sheet:1.004222:a1:minutes`, `parameter:income.citizen`,
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
            Self::Parameter(id) => write!(f, "parameter:{id}"),
            Self::Measure { measure, value } => write!(f, "measure:{measure}:{value}"),
        }
    }
}
