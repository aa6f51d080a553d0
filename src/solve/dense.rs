//! Small systems of linear equations: one per fractional group, so seldom more than a dozen.

/// A square matrix, factored by elimination with row exchanges.
pub(super) struct Factored {
    size: usize,
    /// By row: the multipliers below the diagonal, the upper triangle from it on.
    cells: Vec<f64>,
    /// The row that stands at each place.
    order: Vec<usize>,
}

/// What a pivot must be at least.
const SINGULAR: f64 = 1e-11;

impl Factored {
    /// Factors a matrix given by row; nothing when it is singular.
    pub fn of(mut cells: Vec<f64>, size: usize) -> Option<Self> {
        let mut order: Vec<usize> = (0..size).collect();
        for column in 0..size {
            let height = |row: usize| cells[row * size + column].abs();
            let pivot = (column..size).max_by(|a, b| height(*a).total_cmp(&height(*b)))?;
            if height(pivot) < SINGULAR {
                return None;
            }
            if pivot != column {
                (0..size).for_each(|x| cells.swap(pivot * size + x, column * size + x));
                order.swap(pivot, column);
            }
            for row in column + 1..size {
                let factor = cells[row * size + column] / cells[column * size + column];
                cells[row * size + column] = factor;
                if factor != 0.0 {
                    (column + 1..size).for_each(|x| cells[row * size + x] -= factor * cells[column * size + x]);
                }
            }
        }
        Some(Self { size, cells, order })
    }

    fn cell(&self, row: usize, column: usize) -> f64 {
        self.cells[row * self.size + column]
    }

    /// The solution of `matrix · x = right`.
    pub fn solve(&self, right: &[f64]) -> Vec<f64> {
        let mut x: Vec<f64> = self.order.iter().map(|row| right[*row]).collect();
        for row in 0..self.size {
            x[row] -= (0..row).map(|column| self.cell(row, column) * x[column]).sum::<f64>();
        }
        for row in (0..self.size).rev() {
            x[row] -= (row + 1..self.size).map(|column| self.cell(row, column) * x[column]).sum::<f64>();
            x[row] /= self.cell(row, row);
        }
        x
    }

    /// The solution of `transposed matrix · x = right`.
    pub fn solve_transposed(&self, right: &[f64]) -> Vec<f64> {
        let mut y = right.to_vec();
        for row in 0..self.size {
            y[row] -= (0..row).map(|column| self.cell(column, row) * y[column]).sum::<f64>();
            y[row] /= self.cell(row, row);
        }
        for row in (0..self.size).rev() {
            y[row] -= (row + 1..self.size).map(|column| self.cell(column, row) * y[column]).sum::<f64>();
        }
        let mut x = vec![0.0; self.size];
        for (place, row) in self.order.iter().enumerate() {
            x[*row] = y[place];
        }
        x
    }
}
