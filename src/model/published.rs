//! Figures that were published of a programme, each computed again by the rules of the programme.

use super::Fraction;
use super::counting::{Counting, Ratio, half_of_last};
use super::noun::{Field, ID, NAME, SOURCE, number, text, whole};
use crate::words::valid::ValidWord;
use crate::words::{Message, Said};
use serde::{Deserialize, Serialize};

/// Most years over which a published amount is paid.
const YEARS: i64 = 100;

/// A figure that was published of a programme: what one figure makes of another, by exactly one of the ways below.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    /// Unique within the programme.
    pub id: String,
    /// What it is, in Vietnamese.
    pub name: String,
    /// Of what, in `unit`: the whole, what was there before, what went out.
    pub of: Fraction,
    /// So many percent of it make the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent: Option<Fraction>,
    /// Less this, it makes the figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub less: Option<Fraction>,
    /// Paid every year for so many years, it makes the figure by the valuation of the programme. Where neither this nor any other way is said, `of` is
    /// told for all years together (a present value, a total), and the valuation makes it yearly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<i64>,
    /// For so much that came in, it went out: the figure is how many went for each that came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ins: Option<Fraction>,
    /// What that makes, as it was printed.
    pub makes: Fraction,
    /// In what it is measured, for example `tỷ £`.
    pub unit: String,
    /// Which published denominator `of` is, by its id among those of the programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub denominator: Option<String>,
    /// Where it was printed.
    pub source: String,
}

pub(super) const PUBLISHED: &[Field] = &[
    ID,
    NAME,
    number("of", "trên tổng số", "of"),
    number("percent", "tỷ lệ phần trăm", "percent").or_none(),
    number("less", "trừ đi", "less").or_none(),
    whole("years", "số năm", "years", YEARS).or_none(),
    number("ins", "số vào", "in").or_none(),
    number("makes", "bằng", "makes"),
    text("unit", "đơn vị", "unit"),
    text("denominator", "mẫu số", "denominator").or_none(),
    SOURCE,
];

impl Published {
    /// What the rules of the programme make of it; nothing where it says no way, or several, or a sum does not fit.
    pub fn computed(&self, counting: &Counting) -> Option<Fraction> {
        match (self.percent, self.less, self.years, self.ins) {
            (Some(percent), None, None, None) => self.of.times(percent)?.over(Fraction::whole(100)),
            (None, Some(less), None, None) => self.of.minus(less),
            (None, None, Some(years), None) => {
                counting.valuation.as_ref()?.of_yearly(self.of, Some(Fraction::whole(years)))
            }
            (None, None, None, Some(ins)) => self.of.over(ins),
            (None, None, None, None) => counting.valuation.as_ref()?.of_whole(self.of),
            _ => None,
        }
    }

    /// Whether what was printed is what it comes to, as far as the printed figures were rounded: half a unit of the last decimal of each.
    pub fn multiplies(&self, counting: &Counting) -> bool {
        let size = |value: Fraction| if value.is_negative() { Fraction::ZERO.less(value) } else { value };
        let within = || {
            let off = size(self.computed(counting)?.minus(self.makes)?);
            let of_rounding = match (self.percent, self.less.or(self.ins), self.years) {
                (Some(percent), ..) => size(self.of).times(half_of_last(percent))?.over(Fraction::whole(100))?,
                (None, Some(_), _) | (None, None, Some(_)) => Fraction::ZERO,
                // A present value that is printed in thousand millions.
                (None, None, None) => {
                    let rounded = Self { of: half_of_last(self.of), ..self.clone() };
                    size(rounded.computed(counting)?)
                }
            };
            Some(off <= half_of_last(self.makes).plus(of_rounding)?)
        };
        within().unwrap_or_default()
    }

    /// What is wrong with it in a programme that counts so, with the field.
    pub(super) fn wrong(&self, counting: &Counting) -> Vec<(&'static str, Said)> {
        let mut wrong = Vec::new();
        if !self.multiplies(counting) {
            let computed = self.computed(counting);
            let shown = computed.map_or_else(|| "?".to_owned(), |value| value.to_string());
            wrong.push((
                "makes",
                match (computed, self.percent) {
                    (Some(_), Some(percent)) => {
                        ValidWord::DoesNotMultiply.said(&[&percent, &self.of, &shown, &self.makes])
                    }
                    (Some(_), None) => ValidWord::DoesNotComeOut.said(&[&self.of, &shown, &self.makes]),
                    (None, _) => ValidWord::NoWay.said(&[&self.of, &self.makes]),
                },
            ));
        }
        if let Some(id) = &self.denominator {
            let known = counting.denominators.iter().find(|one| one.id == *id);
            match known {
                Some(one) if one.number == self.of => {}
                Some(one) => wrong.push(("of", ValidWord::OtherDenominator.said(&[&self.of, id, &one.number]))),
                None => {
                    let there: Vec<&str> = counting.denominators.iter().map(|one| one.id.as_str()).collect();
                    wrong.push(("denominator", ValidWord::NoDenominator.said(&[id, &there.join(", ")])));
                }
            }
        }
        wrong
    }
}

impl Ratio {
    /// How much must go for so much that came.
    pub fn owed(&self, came: Fraction) -> Option<Fraction> {
        self.out.times(came)
    }
}
