//! Drawing from the distributions of uncertain parameters, a column of draws at a time.
//!
//! All are drawn by inverting their distribution function at a uniform number of 32 bits: a resolution of 2⁻³² of probability, far
//! below what draws can tell apart. So every column takes the same number of random words, wherever it is drawn. What needs a function
//! beyond arithmetic and the square root takes it from `libm`, so that the same seed gives the same draws on every platform.

use super::lanes::{BLOCK, Bits, Column, exp, wide};
use super::quantile::Quantiles;
use crate::model::{Fraction, Spread, Uncertainty};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::Rng;
use std::collections::HashMap;
use std::sync::Arc;

/// The 95th percentile of the standard normal distribution.
const Z95: f64 = 1.644_853_626_951_472_7;

/// Draws the values of one uncertain parameter. Floating point: draws are statistics.
#[derive(Debug, Clone)]
pub struct Sampler {
    low: f64,
    high: f64,
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
                    let table = self.pert.entry(peak.to_bits()).or_insert_with(|| Arc::new(Quantiles::pert(peak)));
                    Shape::Pert(Arc::clone(table))
                }
                Spread::Lognormal => {
                    let (low, high) = (libm::log(low), libm::log(high));
                    let normal = self.normal.get_or_insert_with(|| Arc::new(Quantiles::normal()));
                    Shape::Lognormal {
                        mean: f64::midpoint(low, high),
                        deviation: (high - low) / (2.0 * Z95),
                        normal: Arc::clone(normal),
                    }
                }
            }
        };
        Sampler { low, high, shape }
    }
}

impl Sampler {
    /// Fills a column with draws.
    pub fn fill(&self, random: &mut ChaCha8Rng, column: &mut [f64; BLOCK]) {
        let mut bits = [0; BLOCK * 4];
        if !matches!(self.shape, Shape::Point) {
            random.fill_bytes(&mut bits);
        }
        self.invert(&bits, column);
    }

    /// The draws at given uniform numbers.
    pub(super) fn invert(&self, bits: &Bits, column: &mut Column) {
        let (low, high, width) = (self.low, self.high, self.high - self.low);
        match &self.shape {
            Shape::Point => column.fill(low),
            Shape::Range => uniform(bits, column, move |u| low + width * u),
            Shape::Triangular(peak) => {
                let (below, above) = (*peak, 1.0 - *peak);
                uniform(bits, column, move |u| {
                    // One root, from the end of the side on which the draw lies; values are chosen, so that the loop has no jumps.
                    let left = u < below;
                    let square = if left { u * below } else { (1.0 - u) * above };
                    let (end, side) = if left { (low, width) } else { (high, -width) };
                    end + side * square.sqrt()
                });
            }
            Shape::Pert(table) => table.fill(bits, column, [low, high], [width, -width], |x| x),
            Shape::Lognormal { mean, deviation, normal } => {
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

/// An exact number as floating point.
#[allow(clippy::cast_precision_loss)]
pub(super) fn float(value: Fraction) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}
