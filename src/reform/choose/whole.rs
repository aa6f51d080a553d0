//! A model brought to the whole numbers that are searched in.

use super::model::{Class, Model};
use crate::cost::Sum;
use crate::model::Fraction;
use crate::model::fraction::gcd;
use crate::solve::{self, Item};

/// A model in whole numbers.
#[derive(Debug, Default)]
pub(super) struct Whole {
    pub problem: solve::Problem,
    /// What the cheapest options cost together, and the size of one unit of cost.
    base: Fraction,
    unit: Fraction,
    /// Whether the whole numbers stand for the fractions exactly; else costs and gains are rounded down, so that what reaches the
    /// bounds here reaches them there, and no set is cheaper than it is here.
    pub exact: bool,
}

/// How large the sum of a row or of the costs may get, so that products of two fit 128 bits.
const LARGEST: i128 = 1 << 62;

/// One row, or the costs, brought to whole numbers from zero.
struct Scaled {
    /// By class and option.
    values: Vec<Vec<i128>>,
    /// The sum of what was taken off each class.
    base: Fraction,
    /// What one unit is.
    unit: Fraction,
    exact: bool,
}

/// Takes the least of each class off and divides by the greatest common unit; rounds down where that gets too large. Nothing on
/// overflow.
fn scaled(values: &[Vec<Fraction>]) -> Option<Scaled> {
    let mut base = Sum::default();
    let mut above: Vec<Vec<Fraction>> = Vec::with_capacity(values.len());
    for class in values {
        let least = class.iter().min().copied()?;
        base.add_fraction(least);
        above.push(class.iter().map(|value| value.minus(least)).collect::<Option<_>>()?);
    }
    let (unit, exact) = match exact_unit(&above) {
        Some(unit) => (unit, true),
        None => (rounded_unit(&above)?, false),
    };
    let whole = |value: &Fraction| {
        let units = value.over(unit)?;
        Some(units.numerator().div_euclid(units.denominator()))
    };
    let values = above.iter().map(|class| class.iter().map(whole).collect::<Option<_>>()).collect::<Option<_>>()?;
    Some(Scaled { values, base: base.total()?, unit, exact })
}

/// The greatest unit of which every value is a whole multiple; nothing where the sum would not fit.
fn exact_unit(above: &[Vec<Fraction>]) -> Option<Fraction> {
    let (mut numerator, mut denominator) = (0_i128, 1_i128);
    for value in above.iter().flatten().filter(|value| !value.is_zero()) {
        numerator = gcd(numerator, value.numerator());
        if denominator % value.denominator() != 0 {
            denominator = (denominator / gcd(denominator, value.denominator())).checked_mul(value.denominator())?;
        }
    }
    // For values in lowest terms, the greatest common unit is the common divisor of the numerators over the common denominator.
    let unit = Fraction::new(numerator.max(1), denominator)?;
    (total(above)?.over(unit)?.round() < LARGEST).then_some(unit)
}

fn rounded_unit(above: &[Vec<Fraction>]) -> Option<Fraction> {
    let whole = total(above)?.round().checked_add(1)?;
    // Half of the largest, so that rounding of the total itself cannot cross it.
    Fraction::new(whole, LARGEST / 2)
}

/// The sum of the greatest values of all classes.
fn total(above: &[Vec<Fraction>]) -> Option<Fraction> {
    let mut sum = Sum::default();
    above.iter().filter_map(|class| class.iter().max()).for_each(|value| sum.add_fraction(*value));
    sum.total()
}

/// By row, the classes of which an option gives it something, and what their options give. Most rows are of few classes.
fn by_row(model: &Model) -> Vec<(Vec<usize>, Vec<Vec<Fraction>>)> {
    let mut rows: Vec<(Vec<usize>, Vec<Vec<Fraction>>)> = vec![Default::default(); model.rows.len()];
    for (at, class) in model.classes.iter().enumerate() {
        for (option, choice) in class.options.iter().enumerate() {
            for (row, gain) in &choice.gains {
                let (classes, gains) = &mut rows[*row];
                if classes.last() != Some(&at) {
                    classes.push(at);
                    gains.push(vec![Fraction::ZERO; class.options.len()]);
                }
                if let Some(gains) = gains.last_mut() {
                    gains[option] = *gain;
                }
            }
        }
    }
    rows
}

impl Whole {
    /// A model in whole numbers; nothing when its figures do not fit even so.
    pub fn of(model: &Model) -> Option<Self> {
        let costs = |class: &Class| class.options.iter().map(|option| option.cost).collect();
        let costs = scaled(&model.classes.iter().map(costs).collect::<Vec<_>>())?;
        let item = |cost: &i128| Item { cost: *cost, gains: Vec::new() };
        let mut groups: Vec<Vec<Item>> = costs.values.iter().map(|class| class.iter().map(item).collect()).collect();
        let mut exact = costs.exact;
        let mut bounds = Vec::with_capacity(model.rows.len());
        for (at, (row, (classes, gains))) in model.rows.iter().zip(by_row(model)).enumerate() {
            let gains = scaled(&gains)?;
            exact &= gains.exact;
            for (class, values) in classes.into_iter().zip(&gains.values) {
                for (item, gain) in groups[class].iter_mut().zip(values).filter(|(_, gain)| **gain != 0) {
                    item.gains.push((at, *gain));
                }
            }
            let bound = row.minus(gains.base)?.over(gains.unit)?;
            // Rounded up: a bound between two multiples of the unit is reached by the next.
            bounds.push(-(-bound.numerator()).div_euclid(bound.denominator()));
        }
        let problem = solve::Problem { groups, bounds };
        Some(Self { problem, base: costs.base, unit: costs.unit, exact })
    }

    /// A cost in whole numbers as the cost that it stands for.
    pub fn cost(&self, whole: i128) -> Option<Fraction> {
        Fraction::new(whole, 1)?.times(self.unit)?.plus(self.base)
    }

    /// How much cheaper a set must be to be looked for, when one of a cost is known: a part of it in percent, at least one.
    pub fn step(&self, cost: i128, gap: Fraction) -> i128 {
        let part = || self.cost(cost)?.times(gap)?.over(Fraction::whole(100))?.over(self.unit);
        part().map_or(1, |units| (units.numerator() / units.denominator()).abs().max(1))
    }
}
