//! The model: groups of options of which exactly one each is taken, and rows that must reach a bound, in exact figures.

use crate::model::Fraction;

/// A set of measures of one pool: bit n is measure n.
pub(super) type Mask = u64;

/// How many measures on one regulation are looked at.
pub(super) const MOST: usize = Mask::BITS as usize;

/// Up to so many measures on one regulation become one group even where their effects add up, when something else ties them.
pub(super) const MERGED: usize = 8;

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
