//! Drawing from the distributions of uncertain parameters, a column of draws at a time.
//!
//! All but the lognormal are drawn by inverting their distribution function at a uniform number of 32 bits: a resolution of
//! 2⁻³² of probability, far below what draws can tell apart.

use crate::model::{Fraction, Spread, Uncertainty};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::Rng;
use rand_distr::{Distribution, StandardNormal};
use std::collections::HashMap;
use std::sync::Arc;

/// How many draws are made at a time; every block has a stream of random numbers of its own.
pub(super) const BLOCK: usize = 512;

/// The 95th percentile of the standard normal distribution.
const Z95: f64 = 1.644_853_626_951_472_7;

/// Knots of a table of quantiles; a power of two, so that the upper bits of a uniform number choose the knot.
const KNOTS: usize = 1 << KNOT_BITS;
const KNOT_BITS: u32 = 10;

/// Steps over which a density is integrated to make a table of quantiles.
const STEPS: usize = 512;

/// Draws the values of one uncertain parameter. Floating point: draws are statistics.
#[derive(Debug, Clone)]
pub struct Sampler {
    low: f64,
    width: f64,
    shape: Shape,
}

#[derive(Debug, Clone)]
enum Shape {
    /// One value.
    Point,
    Range,
    /// Share of the width that lies below the peak.
    Triangular(f64),
    Pert(Arc<Quantiles>),
    /// Mean and standard deviation of the logarithm.
    Lognormal {
        mean: f64,
        deviation: f64,
    },
}

/// Makes samplers; parameters whose peak lies at the same share of their range have one table.
#[derive(Debug, Default)]
pub struct Samplers {
    tables: HashMap<u64, Arc<Quantiles>>,
}

impl Samplers {
    /// The sampler of an uncertainty.
    pub fn of(&mut self, uncertainty: &Uncertainty) -> Sampler {
        let (low, high) = (float(uncertainty.low), float(uncertainty.high));
        let width = high - low;
        let peak = || uncertainty.likely.map_or(0.5, |likely| ((float(likely) - low) / width).clamp(0.0, 1.0));
        let shape = if width <= 0.0 {
            Shape::Point
        } else {
            match uncertainty.spread {
                Spread::Range => Shape::Range,
                Spread::Triangular => Shape::Triangular(peak()),
                Spread::Pert => {
                    // Peaks that differ by a rounding error share their table.
                    let peak = (peak() * 1e9).round() / 1e9;
                    let table = self.tables.entry(peak.to_bits()).or_insert_with(|| Arc::new(Quantiles::pert(peak)));
                    Shape::Pert(Arc::clone(table))
                }
                Spread::Lognormal => Shape::Lognormal {
                    mean: f64::midpoint(low.ln(), high.ln()),
                    deviation: (high.ln() - low.ln()) / (2.0 * Z95),
                },
            }
        };
        Sampler { low, width, shape }
    }
}

impl Sampler {
    /// Fills a column with draws.
    pub fn fill(&self, random: &mut ChaCha8Rng, column: &mut [f64; BLOCK]) {
        let (low, width) = (self.low, self.width);
        match &self.shape {
            Shape::Point => column.fill(low),
            Shape::Lognormal { mean, deviation } => {
                for x in column.iter_mut() {
                    let z: f64 = StandardNormal.sample(random);
                    *x = (mean + deviation * z).exp();
                }
            }
            Shape::Range => uniform(random, column, |bits| low + width * unit(bits)),
            Shape::Triangular(peak) => {
                let (below, above) = (*peak, 1.0 - *peak);
                uniform(random, column, |bits| {
                    let u = unit(bits);
                    // Both branches are computed, so that the loop has no jumps.
                    let (left, right) = ((u * below).sqrt(), 1.0 - ((1.0 - u) * above).sqrt());
                    low + width * if u < below { left } else { right }
                });
            }
            Shape::Pert(table) => uniform(random, column, |bits| low + width * table.at(bits)),
        }
    }
}

/// Fills a column from uniform numbers of 32 bits.
fn uniform(random: &mut ChaCha8Rng, column: &mut [f64; BLOCK], value: impl Fn(u32) -> f64) {
    let mut bytes = [0_u8; BLOCK * 4];
    random.fill_bytes(&mut bytes);
    for (x, bits) in column.iter_mut().zip(bytes.as_chunks::<4>().0) {
        *x = value(u32::from_le_bytes(*bits));
    }
}

/// A number between 0 and 1, neither of them.
fn unit(bits: u32) -> f64 {
    (f64::from(bits) + 0.5) * (1.0 / 4_294_967_296.0)
}

/// Quantiles of a distribution on 0…1 at equal steps of probability. Between knots a straight line; in the first and last step,
/// where that would be far off, the power law that a beta distribution follows at its ends.
#[derive(Debug)]
struct Quantiles {
    knots: Vec<f64>,
    /// One over the two shape parameters.
    ends: (f64, f64),
}

impl Quantiles {
    /// The PERT distribution with its peak at a share of its range: beta with α = 1 + 4 × peak, β = 1 + 4 × (1 − peak)
    /// (Malcolm, Roseboom, Clark and Fazar 1959; Vose, *Risk Analysis*).
    fn pert(peak: f64) -> Self {
        let (alpha, beta) = (1.0 + 4.0 * peak, 5.0 - 4.0 * peak);
        let density = |x: f64| x.powf(alpha - 1.0) * (1.0 - x).powf(beta - 1.0);
        let step = 1.0 / STEPS as f64;
        // The distribution function, up to a factor, at the ends of the steps: Gauss's rule with two points in each.
        let offset = step * 0.5 / 3.0_f64.sqrt();
        let mut cumulated = Vec::with_capacity(STEPS + 1);
        let mut sum = 0.0;
        cumulated.push(0.0);
        for n in 0..STEPS {
            let middle = (n as f64 + 0.5) * step;
            sum += 0.5 * step * (density(middle - offset) + density(middle + offset));
            cumulated.push(sum);
        }
        let mut knots = Vec::with_capacity(KNOTS + 1);
        let mut at = 0;
        for knot in 0..KNOTS {
            let wanted = sum * knot as f64 / KNOTS as f64;
            while at + 1 < STEPS && cumulated[at + 1] < wanted {
                at += 1;
            }
            let inside = (wanted - cumulated[at]) / (cumulated[at + 1] - cumulated[at]).max(f64::MIN_POSITIVE);
            // Within a step the density is taken for a straight line, so that the share is a quadratic to be solved.
            let (left, right) = (density(at as f64 * step), density((at + 1) as f64 * step));
            let share = straight_line_quantile(left, right, inside);
            knots.push((at as f64 + share) * step);
        }
        knots.push(1.0);
        Self { knots, ends: (1.0 / alpha, 1.0 / beta) }
    }

    fn at(&self, bits: u32) -> f64 {
        let knot = (bits >> (32 - KNOT_BITS)) as usize;
        let rest = (f64::from(bits & ((1 << (32 - KNOT_BITS)) - 1)) + 0.5) * (KNOTS as f64 / 4_294_967_296.0);
        let (left, right) = (self.knots[knot], self.knots[knot + 1]);
        if knot == 0 {
            right * rest.powf(self.ends.0)
        } else if knot == KNOTS - 1 {
            1.0 - (1.0 - left) * (1.0 - rest).powf(self.ends.1)
        } else {
            left + rest * (right - left)
        }
    }
}

/// The quantile of a distribution on 0…1 whose density is a straight line between two values.
fn straight_line_quantile(left: f64, right: f64, probability: f64) -> f64 {
    let (slope, total) = (right - left, f64::midpoint(left, right));
    if slope.abs() < 1e-12 * total {
        return probability;
    }
    // left·t + slope·t²/2 = probability × total, in the form that loses no digits.
    let root = (left * left + 2.0 * slope * probability * total).max(0.0).sqrt();
    (2.0 * probability * total / (left + root)).clamp(0.0, 1.0)
}

/// An exact number as floating point.
#[allow(clippy::cast_precision_loss)]
pub(super) fn float(value: Fraction) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}
