//! Sparse systems of linear equations: one equation per fractional option, each with few terms.

/// A square matrix, factored by elimination. Rows and columns with one term left go first, which leaves little to be eliminated in
/// what conflicts and precedences give; of the rest, the shortest row (H. Markowitz, The elimination form of the inverse, Management
/// Science 3, 1957).
pub(super) struct Factored {
    pivots: Vec<Pivot>,
}

struct Pivot {
    row: usize,
    column: usize,
    value: f64,
    /// The other terms of its row when it was chosen.
    right: Vec<(usize, f64)>,
    /// By row from which it was taken, how many times.
    below: Vec<(usize, f64)>,
}

/// What a pivot must be at least.
const SINGULAR: f64 = 1e-11;

/// What part of the greatest term of its row a pivot must be at least.
const PART: f64 = 0.1;

/// A matrix on its way to being factored.
struct Rest {
    rows: Vec<Vec<(usize, f64)>>,
    /// By column, the rows with a term there; some of them may have none any more.
    columns: Vec<Vec<usize>>,
    /// By column, in how many open rows it has a term.
    count: Vec<usize>,
    open: Vec<bool>,
    /// Columns and rows with one term left.
    single_columns: Vec<usize>,
    single_rows: Vec<usize>,
    /// By column, one more than its place in the row that is being changed.
    place: Vec<usize>,
}

impl Factored {
    /// Factors a matrix given by row: column and value of each term. Nothing when it is singular.
    pub fn of(rows: Vec<Vec<(usize, f64)>>) -> Option<Self> {
        let size = rows.len();
        let mut columns = vec![Vec::new(); size];
        for (row, terms) in rows.iter().enumerate() {
            terms.iter().for_each(|(column, _)| columns[*column].push(row));
        }
        let count: Vec<usize> = columns.iter().map(Vec::len).collect();
        let single_columns = (0..size).filter(|column| count[*column] == 1).collect();
        let single_rows = (0..size).filter(|row| rows[*row].len() == 1).collect();
        let (open, place) = (vec![true; size], vec![0; size]);
        let mut rest = Rest { rows, columns, count, open, single_columns, single_rows, place };
        let pivots = (0..size).map(|_| rest.pivot()).collect::<Option<_>>()?;
        Some(Self { pivots })
    }

    /// The solution of `matrix · x = right`.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut left = right.to_vec();
        for pivot in &self.pivots {
            let value = left[pivot.row];
            if value != 0.0 {
                pivot.below.iter().for_each(|(row, times)| left[*row] -= times * value);
            }
        }
        let mut x = vec![0.0; right.len()];
        for pivot in self.pivots.iter().rev() {
            let others: f64 = pivot.right.iter().map(|(column, value)| value * x[*column]).sum();
            x[pivot.column] = (left[pivot.row] - others) / pivot.value;
        }
        x
    }

    /// The solution of `transposed matrix · x = right`.
    pub fn solve_transposed(&self, right: &[f64]) -> Vec<f64> {
        let mut left = right.to_vec();
        let mut x = vec![0.0; right.len()];
        for pivot in &self.pivots {
            let value = left[pivot.column] / pivot.value;
            x[pivot.row] = value;
            if value != 0.0 {
                pivot.right.iter().for_each(|(column, term)| left[*column] -= term * value);
            }
        }
        for pivot in self.pivots.iter().rev() {
            x[pivot.row] -= pivot.below.iter().map(|(row, times)| times * x[*row]).sum::<f64>();
        }
        x
    }
}

impl Rest {
    /// Takes the next pivot out; nothing when there is none that is large enough.
    fn pivot(&mut self) -> Option<Pivot> {
        let (row, at) = self.choice()?;
        self.open[row] = false;
        let mut right = std::mem::take(&mut self.rows[row]);
        let (column, value) = right.swap_remove(at);
        for (column, _) in &right {
            self.counted(*column, -1);
        }
        let mut below = Vec::new();
        for other in std::mem::take(&mut self.columns[column]) {
            let Some(at) = self.rows[other].iter().position(|(c, _)| *c == column).filter(|_| self.open[other]) else {
                continue;
            };
            let times = self.rows[other].swap_remove(at).1 / value;
            self.take(other, times, &right);
            below.push((other, times));
        }
        Some(Pivot { row, column, value, right, below })
    }

    /// The row and the place in it of the next pivot.
    fn choice(&mut self) -> Option<(usize, usize)> {
        while let Some(column) = self.single_columns.pop() {
            let term = |row: &usize| self.rows[*row].iter().position(|(c, _)| *c == column);
            let of = self.columns[column].iter().find_map(|row| Some((*row, term(row).filter(|_| self.open[*row])?)));
            if let Some((row, at)) = of.filter(|(row, at)| self.count[column] == 1 && self.is_large(*row, *at)) {
                return Some((row, at));
            }
        }
        while let Some(row) = self.single_rows.pop() {
            if self.open[row] && self.rows[row].len() == 1 && self.is_large(row, 0) {
                return Some((row, 0));
            }
        }
        let row = (0..self.rows.len()).filter(|row| self.open[*row]).min_by_key(|row| self.rows[*row].len())?;
        let large = (0..self.rows[row].len()).filter(|at| self.is_large(row, *at));
        Some((row, large.min_by_key(|at| self.count[self.rows[row][*at].0])?))
    }

    fn is_large(&self, row: usize, at: usize) -> bool {
        let greatest = self.rows[row].iter().map(|(_, value)| value.abs()).fold(0.0, f64::max);
        self.rows[row][at].1.abs() >= SINGULAR.max(PART * greatest)
    }

    /// Takes the terms of a pivot's row so many times from another row.
    fn take(&mut self, row: usize, times: f64, terms: &[(usize, f64)]) {
        let mut changed = std::mem::take(&mut self.rows[row]);
        changed.iter().enumerate().for_each(|(at, (column, _))| self.place[*column] = at + 1);
        for (column, value) in terms {
            match self.place[*column] {
                0 => {
                    changed.push((*column, -times * value));
                    self.columns[*column].push(row);
                    self.counted(*column, 1);
                }
                place => changed[place - 1].1 -= times * value,
            }
        }
        changed.iter().for_each(|(column, _)| self.place[*column] = 0);
        let gone = |term: &(usize, f64)| term.1.abs() < SINGULAR;
        for at in (0..changed.len()).rev() {
            if gone(&changed[at]) {
                let (column, _) = changed.swap_remove(at);
                self.counted(column, -1);
            }
        }
        if changed.len() == 1 {
            self.single_rows.push(row);
        }
        self.rows[row] = changed;
    }

    fn counted(&mut self, column: usize, change: isize) {
        self.count[column] = self.count[column].saturating_add_signed(change);
        if self.count[column] == 1 {
            self.single_columns.push(column);
        }
    }
}
