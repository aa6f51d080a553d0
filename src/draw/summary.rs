//! What draws say: mean, median, interval, and how two figures go along with each other.

/// Mean, median and interval of draws. Floating point: these are statistics.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distribution {
    /// Mean.
    pub mean: f64,
    /// Median.
    pub median: f64,
    /// Lower end of the interval.
    pub from: f64,
    /// Upper end of the interval.
    pub to: f64,
}

impl Distribution {
    /// Of draws, whose order is lost. Percentiles lie on the straight line between neighbours (Hyndman and Fan 1996, type 7).
    pub fn of(draws: &mut [f64], level: u8) -> Self {
        let mean = draws.iter().sum::<f64>() / draws.len().max(1) as f64;
        let tail = (100.0 - f64::from(level)) / 200.0;
        let (median, from, to) = (quantile(draws, 0.5), quantile(draws, tail), quantile(draws, 1.0 - tail));
        Self { mean, median, from, to }
    }
}

/// A quantile of draws, of which only the two beside it are put in their place.
fn quantile(draws: &mut [f64], share: f64) -> f64 {
    let Some(last) = draws.len().checked_sub(1) else { return f64::NAN };
    let place = share * last as f64;
    let (below, rest) = ((place.floor() as usize).min(last), place.fract());
    let (_, below, above) = draws.select_nth_unstable_by(below, f64::total_cmp);
    let next = above.iter().copied().min_by(f64::total_cmp).unwrap_or(*below);
    *below + rest * (next - *below)
}

/// Sums of products of two figures, from which their correlation follows. Both are best taken from a point near their values, so that no
/// digits are lost.
#[derive(Debug, Clone, Copy, Default)]
pub struct Along {
    n: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Along {
    /// Adds a pair.
    pub fn add(&mut self, x: f64, y: f64) {
        self.n += 1.0;
        self.x += x;
        self.y += y;
        self.xx += x * x;
        self.yy += y * y;
        self.xy += x * y;
    }

    /// The correlation coefficient (Pearson); nothing where one of the two does not vary.
    pub fn correlation(&self) -> Option<f64> {
        let covariance = self.xy - self.x * self.y / self.n;
        let (vx, vy) = (self.xx - self.x * self.x / self.n, self.yy - self.y * self.y / self.n);
        // What is left of rounding is no variance.
        let varies = vx > 1e-12 * self.xx && vy > 1e-12 * self.yy;
        varies.then(|| covariance / (vx * vy).sqrt())
    }
}
