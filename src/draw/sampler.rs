//! Drawing from the distributions of uncertain parameters, a column of draws at a time.
//!
//! All are drawn by inverting their distribution function at a uniform number of 32 bits: a resolution of 2⁻³² of probability, far
//! below what draws can tell apart. So every column takes the same number of random words, wherever it is drawn. What needs a function
//! beyond arithmetic and the square root takes it from `libm`, so that the same seed gives the same draws on every platform.

use super::lanes::{BLOCK, Bits, Column, exp, wide};
use super::quantile::Quantiles;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::Rng;
use std::collections::HashMap;
use std::sync::Arc;

/// The 95th percentile of the standard normal distribution.
const Z95: f64 = 1.644_853_626_951_472_7;

/// How the values of a parameter lie between its low and its high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// All alike.
    Uniform,
    /// Most often near the likely value, less and less so in straight lines to both ends.
    Triangular {
        /// The likely value; the middle when nothing.
        likely: Option<f64>,
    },
    /// The same with the weights of PERT: a beta distribution.
    Pert {
        /// The likely value; the middle when nothing.
        likely: Option<f64>,
    },
    /// The logarithm is normal; low and high, both above zero, are the 5th and the 95th percentile.
    Lognormal,
}

/// Draws the values of one uncertain parameter. Floating point: draws are statistics.
#[derive(Debug, Clone)]
pub struct Sampler {
    low: f64,
    high: f64,
    inverse: Inverse,
}

/// The inverse of a distribution function.
#[derive(Debug, Clone)]
enum Inverse {
    /// One value.
    Point,
    Uniform,
    /// Share of the width that lies below the peak.
    Triangular(f64),
    Pert(Arc<Quantiles>),
    /// Mean and standard deviation of the logarithm.
    Lognormal {
        mean: f64,
        deviation: f64,
        normal: Arc<Quantiles>,
    },
}

/// Makes samplers. Parameters whose peak lies at the same share of their range have one table, all lognormal ones have one.
#[derive(Debug, Default)]
pub struct Samplers {
    pert: HashMap<u64, Arc<Quantiles>>,
    normal: Option<Arc<Quantiles>>,
}

impl Samplers {
    /// The sampler of a parameter between a low and a high; both together are one value.
    pub fn of(&mut self, low: f64, high: f64, shape: Shape) -> Sampler {
        let width = high - low;
        let peak = |likely: Option<f64>| likely.map_or(0.5, |likely| ((likely - low) / width).clamp(0.0, 1.0));
        let inverse = match shape {
            _ if width <= 0.0 => Inverse::Point,
            Shape::Uniform => Inverse::Uniform,
            Shape::Triangular { likely } => Inverse::Triangular(peak(likely)),
            Shape::Pert { likely } => {
                // Peaks that differ by a rounding error share their table.
                let peak = (peak(likely) * 1e9).round() / 1e9;
                let table = self.pert.entry(peak.to_bits()).or_insert_with(|| Arc::new(Quantiles::pert(peak)));
                Inverse::Pert(Arc::clone(table))
            }
            Shape::Lognormal => {
                let (low, high) = (libm::log(low), libm::log(high));
                let normal = self.normal.get_or_insert_with(|| Arc::new(Quantiles::normal()));
                Inverse::Lognormal {
                    mean: f64::midpoint(low, high),
                    deviation: (high - low) / (2.0 * Z95),
                    normal: Arc::clone(normal),
                }
            }
        };
        Sampler { low, high, inverse }
    }
}

impl Sampler {
    /// Fills a column with draws.
    pub fn fill(&self, random: &mut ChaCha8Rng, column: &mut [f64; BLOCK]) {
        let mut bits = [0; BLOCK * 4];
        if !matches!(self.inverse, Inverse::Point) {
            random.fill_bytes(&mut bits);
        }
        self.invert(&bits, column);
    }

    /// The draws at given uniform numbers.
    pub(super) fn invert(&self, bits: &Bits, column: &mut Column) {
        let (low, high, width) = (self.low, self.high, self.high - self.low);
        match &self.inverse {
            Inverse::Point => column.fill(low),
            Inverse::Uniform => uniform(bits, column, move |u| low + width * u),
            Inverse::Triangular(peak) => {
                let (below, above) = (*peak, 1.0 - *peak);
                uniform(bits, column, move |u| {
                    // One root, from the end of the side on which the draw lies; values are chosen, so that the loop has no jumps.
                    let left = u < below;
                    let square = if left { u * below } else { (1.0 - u) * above };
                    let (end, side) = if left { (low, width) } else { (high, -width) };
                    end + side * square.sqrt()
                });
            }
            Inverse::Pert(table) => table.fill(bits, column, [low, high], [width, -width], |x| x),
            Inverse::Lognormal { mean, deviation, normal } => {
                normal.fill(bits, column, [*mean; 2], [*deviation, -*deviation], exp);
            }
        }
    }
}

wide! {
    /// Fills a column from uniform numbers between 0 and 1, neither of them.
    fn uniform(bits: &Bits, column: &mut Column, value: impl Fn(f64) -> f64) {
        for (x, bits) in column.iter_mut().zip(bits.as_chunks::<4>().0) {
            let bits = u32::from_le_bytes(*bits);
            *x = value((f64::from(bits) + 0.5) * (1.0 / 4_294_967_296.0));
        }
    }
}
