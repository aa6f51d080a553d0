//! The question: groups of options, one of each to be taken, and rows that must reach a bound.

/// Minimise the cost of the options taken, one of each group, so that every row reaches its bound.
///
/// It counts from zero: every group has an option that costs nothing and, for every row, one that gives nothing; none costs or gives
/// less. The costs together, and the gains of a row together, stay below 2⁶², so that products of two fit 128 bits.
#[derive(Debug, Clone, Default)]
pub struct Problem {
    /// The options of each group.
    pub groups: Vec<Vec<Item>>,
    /// What each row must reach.
    pub bounds: Vec<i128>,
}

/// An option.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What it costs.
    pub cost: i128,
    /// What it adds to rows: row and gain, by row, without zeros.
    pub gains: Vec<(usize, i128)>,
}

impl Item {
    /// What it adds to a row.
    pub fn gain(&self, row: usize) -> i128 {
        self.gains.iter().find(|(r, _)| *r == row).map_or(0, |(_, gain)| *gain)
    }
}

impl Problem {
    /// The cost of options taken, one of each group.
    pub fn cost_of(&self, taken: &[usize]) -> i128 {
        self.groups.iter().zip(taken).map(|(items, at)| items[*at].cost).sum()
    }

    /// What options taken add to every row.
    pub fn reached(&self, taken: &[usize]) -> Vec<i128> {
        let mut reached = vec![0; self.bounds.len()];
        for (items, at) in self.groups.iter().zip(taken) {
            items[*at].gains.iter().for_each(|(row, gain)| reached[*row] += gain);
        }
        reached
    }

    /// Whether options taken reach every bound.
    pub fn meets(&self, taken: &[usize]) -> bool {
        self.reached(taken).iter().zip(&self.bounds).all(|(reached, bound)| reached >= bound)
    }

    /// The most that options can add to a row.
    pub fn most(&self, row: usize) -> i128 {
        self.groups.iter().filter_map(|items| items.iter().map(|item| item.gain(row)).max()).sum()
    }

    /// The first option of each group among those of all groups, and one past the last of all.
    pub(super) fn starts(&self) -> Vec<usize> {
        let mut starts = vec![0];
        starts.extend(self.groups.iter().scan(0, |end, items| {
            *end += items.len();
            Some(*end)
        }));
        starts
    }

    /// What is left to choose when only some options are open, told by their place among all; one of each group must be.
    pub(super) fn core(&self, open: impl Fn(usize) -> bool) -> Core {
        let mut core = Core { problem: Self { bounds: self.bounds.clone(), ..Self::default() }, ..Core::default() };
        let mut first = 0;
        for items in &self.groups {
            let options: Vec<usize> = (0..items.len()).filter(|option| open(first + option)).collect();
            first += items.len();
            match options.as_slice() {
                [one] => {
                    core.fixed += items[*one].cost;
                    items[*one].gains.iter().for_each(|(row, gain)| core.problem.bounds[*row] -= gain);
                }
                several => {
                    core.problem.groups.push(several.iter().map(|option| items[*option].clone()).collect());
                    core.spare += several.len().saturating_sub(1);
                }
            }
            core.open.push(options);
        }
        core
    }
}

/// What is left to choose of a problem.
#[derive(Debug, Default)]
pub(super) struct Core {
    /// The groups with more than one open option.
    pub problem: Problem,
    /// What all other groups cost.
    pub fixed: i128,
    /// How many options are open besides one of each group.
    pub spare: usize,
    /// The open options of every group of the whole problem.
    open: Vec<Vec<usize>>,
}

impl Core {
    /// The option of every group of the whole problem, from those taken in the core.
    pub fn all(&self, taken: &[usize]) -> Vec<usize> {
        let mut taken = taken.iter();
        let of_group = |open: &Vec<usize>| match open.as_slice() {
            [one] => *one,
            several => taken.next().and_then(|at| several.get(*at)).copied().unwrap_or(0),
        };
        self.open.iter().map(of_group).collect()
    }
}
