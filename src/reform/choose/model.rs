//! The model: groups of options of which exactly one each is taken, and rows that must reach a bound. Exact first, then in whole
//! numbers for the search.

use super::ground::Mask;
use crate::model::Fraction;

/// Minimise the cost of the options taken, one of each class, so that every row reaches its bound.
#[derive(Debug, Default)]
pub(super) struct Model {
    pub classes: Vec<Class>,
    /// What each row must reach.
    pub rows: Vec<Fraction>,
    /// Measures that are in every set, by pool: those in force.
    pub done: Vec<Mask>,
    /// Regulations of which not every subset is an option.
    pub bounded: Vec<String>,
    /// A required measure cannot be chosen, or what is in force breaks a constraint.
    pub impossible: bool,
}

impl Model {
    /// Whether the options that give a row the most reach its bound together; nothing on overflow.
    pub fn reachable(&self, row: usize) -> Option<bool> {
        let mut most = crate::cost::Sum::default();
        let of_class = |class: &Class| class.options.iter().map(|option| option.gain(row)).max();
        self.classes.iter().filter_map(of_class).for_each(|gain| most.add_fraction(gain));
        Some(most.total()? >= self.rows[row])
    }
}

/// A group of options.
#[derive(Debug)]
pub(super) struct Class {
    /// The place of its regulation among the pools.
    pub pool: usize,
    pub options: Vec<Choice>,
}

/// One option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Choice {
    /// The measures of the pool that it takes.
    pub mask: Mask,
    pub cost: Fraction,
    /// What it adds to rows, by row, without zeros.
    pub gains: Vec<(usize, Fraction)>,
}

impl Choice {
    pub fn gain(&self, row: usize) -> Fraction {
        self.gains.binary_search_by_key(&row, |(r, _)| *r).map_or(Fraction::ZERO, |at| self.gains[at].1)
    }

    /// Whether it costs no more and gives no less than another on every row.
    fn dominates(&self, other: &Self) -> bool {
        self.cost <= other.cost
            && other.gains.iter().all(|(row, gain)| self.gain(*row) >= *gain)
            && self.gains.iter().all(|(row, gain)| *gain >= other.gain(*row))
    }
}

impl Class {
    /// Leaves out options that another one makes needless; of equal ones, that with the fewest measures stays.
    pub fn prune(&mut self) {
        self.options.sort_by_key(|option| (option.cost, option.mask.count_ones(), option.mask));
        let mut kept: Vec<Choice> = Vec::with_capacity(self.options.len());
        for option in self.options.drain(..) {
            if !kept.iter().any(|better| better.dominates(&option)) {
                kept.push(option);
            }
        }
        self.options = kept;
    }
}

/// A model in whole numbers from zero: every class has an option that costs nothing, every row one that gives nothing.
#[derive(Debug, Default)]
pub(super) struct Whole {
    pub classes: Vec<Vec<Item>>,
    pub bounds: Vec<i128>,
    /// What the cheapest options cost together, and the size of one unit of cost.
    base: Fraction,
    unit: Fraction,
    /// Whether the whole numbers stand for the fractions exactly; else costs and gains are rounded down, so that what reaches the
    /// bounds here reaches them there, and no set is cheaper than it is here.
    pub exact: bool,
}

/// An option in whole numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub cost: i128,
    /// By row, without zeros.
    pub gains: Vec<(usize, i128)>,
}

impl Item {
    pub fn gain(&self, row: usize) -> i128 {
        self.gains.iter().find(|(r, _)| *r == row).map_or(0, |(_, gain)| *gain)
    }
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

fn gcd(mut a: i128, mut b: i128) -> i128 {
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

/// Takes the least of each class off and divides by the greatest common unit; rounds down where that gets too large. Nothing on
/// overflow.
fn scaled(values: &[Vec<Fraction>]) -> Option<Scaled> {
    let mut base = crate::cost::Sum::default();
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
    let mut sum = crate::cost::Sum::default();
    above.iter().filter_map(|class| class.iter().max()).for_each(|value| sum.add_fraction(*value));
    sum.total()
}

/// What is left to choose of a model.
#[derive(Debug, Default)]
pub(super) struct Core {
    /// The classes with more than one open option.
    pub whole: Whole,
    /// What all other classes cost.
    pub fixed: i128,
    /// How many options are open besides one of each class.
    pub spare: usize,
    /// The open options of every class of the model.
    open: Vec<Vec<usize>>,
}

impl Core {
    /// The option of every class of the model, from those taken in the core.
    pub fn all(&self, taken: &[usize]) -> Vec<usize> {
        let mut taken = taken.iter();
        let of_class = |open: &Vec<usize>| match open.as_slice() {
            [one] => *one,
            several => taken.next().and_then(|at| several.get(*at)).copied().unwrap_or(0),
        };
        self.open.iter().map(of_class).collect()
    }
}

impl Whole {
    /// A model in whole numbers; nothing when its figures do not fit even so.
    pub fn of(model: &Model) -> Option<Self> {
        let of_options = |value: &dyn Fn(&Choice) -> Fraction| -> Vec<Vec<Fraction>> {
            model.classes.iter().map(|class| class.options.iter().map(value).collect()).collect()
        };
        let costs = scaled(&of_options(&|option| option.cost))?;
        let item = |cost: &i128| Item { cost: *cost, gains: Vec::new() };
        let mut classes: Vec<Vec<Item>> = costs.values.iter().map(|class| class.iter().map(item).collect()).collect();
        let mut exact = costs.exact;
        let mut bounds = Vec::with_capacity(model.rows.len());
        for (at, row) in model.rows.iter().enumerate() {
            let gains = scaled(&of_options(&|option| option.gain(at)))?;
            exact &= gains.exact;
            for (class, values) in classes.iter_mut().zip(&gains.values) {
                for (item, gain) in class.iter_mut().zip(values).filter(|(_, gain)| **gain != 0) {
                    item.gains.push((at, *gain));
                }
            }
            let bound = row.minus(gains.base)?.over(gains.unit)?;
            // Rounded up: a bound between two multiples of the unit is reached by the next.
            bounds.push(-(-bound.numerator()).div_euclid(bound.denominator()));
        }
        Some(Self { classes, bounds, base: costs.base, unit: costs.unit, exact })
    }

    /// A cost in whole numbers as the cost that it stands for.
    pub fn cost(&self, whole: i128) -> Option<Fraction> {
        Fraction::new(whole, 1)?.times(self.unit)?.plus(self.base)
    }

    /// How much cheaper a set must be to be looked for, when one of a cost is known: a part of it in percent, at least one.
    pub fn content(&self, cost: i128, gap: Fraction) -> i128 {
        let part = || self.cost(cost)?.times(gap)?.over(Fraction::whole(100))?.over(self.unit);
        part().map_or(1, |units| (units.numerator() / units.denominator()).abs().max(1))
    }

    /// What is left to choose when only some options are open, told by their place among all; one of each class must be.
    pub fn core(&self, open: impl Fn(usize) -> bool) -> Core {
        let mut core = Core { whole: Self { bounds: self.bounds.clone(), ..Self::default() }, ..Core::default() };
        let mut first = 0;
        for class in &self.classes {
            let options: Vec<usize> = (0..class.len()).filter(|option| open(first + option)).collect();
            first += class.len();
            match options.as_slice() {
                [one] => {
                    core.fixed += class[*one].cost;
                    class[*one].gains.iter().for_each(|(row, gain)| core.whole.bounds[*row] -= gain);
                }
                several => {
                    core.whole.classes.push(several.iter().map(|option| class[*option].clone()).collect());
                    core.spare += several.len().saturating_sub(1);
                }
            }
            core.open.push(options);
        }
        core
    }

    /// The cost of options taken.
    pub fn cost_of(&self, taken: &[usize]) -> i128 {
        self.classes.iter().zip(taken).map(|(class, at)| class[*at].cost).sum()
    }

    /// What options taken add to every row.
    pub fn reached(&self, taken: &[usize]) -> Vec<i128> {
        let mut reached = vec![0; self.bounds.len()];
        for (class, at) in self.classes.iter().zip(taken) {
            class[*at].gains.iter().for_each(|(row, gain)| reached[*row] += gain);
        }
        reached
    }

    /// Whether options taken reach every bound.
    pub fn meets(&self, taken: &[usize]) -> bool {
        self.reached(taken).iter().zip(&self.bounds).all(|(reached, bound)| reached >= bound)
    }
}
