//! Tables of quantiles, by which draws are made where the inverse of a distribution function has no closed form.

use super::lanes::{Bits, Column, wide};

/// Octaves of probability on each side of the median: ½…¼, ¼…⅛, and so on to 2⁻³³, the least that a number of 32 bits tells apart.
const OCTAVES: usize = 32;

/// Equal cells in an octave, a power of two.
const PARTS: usize = 1 << PART_BITS;
const PART_BITS: u32 = 4;

/// Cells on each side of the median.
const SIDE: usize = OCTAVES * PARTS;

/// One unit in the last place of a uniform number of 32 bits, which is what probabilities are counted in here.
const UNIT: f64 = 1.0 / 4_294_967_296.0;

/// Quantiles of a distribution as straight lines, one a cell of probability. Cells grow narrower towards both ends as the
/// probability of being beyond does, so that the tails are as near as the middle. A line has the mean of the quantiles in its cell, so
/// that means are kept though each draw is a little off: by less than 5·10⁻⁵ of the range and 2·10⁻⁴ of the distance
/// from its nearer end for PERT, by less than 2·10⁻⁴ standard deviations for the normal distribution (tested).
#[derive(Debug)]
pub(super) struct Quantiles {
    /// By side and cell: value at probability 0 and slope, two numbers of 32 bits in one word, which is one load a draw.
    lines: Box<[u64; 2 * SIDE]>,
}

/// Value and slope of a quantile where a cell ends.
#[derive(Clone, Copy)]
struct Edge {
    value: f64,
    slope: f64,
}

impl Quantiles {
    /// The PERT distribution on 0…1 with its peak at a share of the range: beta with α = 1 + 4 × peak, β = 1 + 4 × (1 − peak)
    /// (Malcolm, Roseboom, Clark and Fazar 1959; Vose, *Risk Analysis*). On each side of the median the distance from that end.
    pub(super) fn pert(peak: f64) -> Self {
        let (alpha, beta) = (1.0 + 4.0 * peak, 5.0 - 4.0 * peak);
        Self::of([&pert_edges(alpha, beta), &pert_edges(beta, alpha)])
    }

    /// The standard normal distribution: on each side of the median the distance from it, below zero.
    pub(super) fn normal() -> Self {
        let edges = normal_edges();
        Self::of([&edges, &edges])
    }

    fn of(sides: [&[Edge]; 2]) -> Self {
        let mut lines = Box::new([0; 2 * SIDE]);
        for (lines, edges) in lines.chunks_mut(SIDE).zip(sides) {
            for (cell, (line, ends)) in lines.iter_mut().zip(edges.windows(2)).enumerate() {
                let (from, width) = (edge(cell), edge(cell + 1) - edge(cell));
                let slope = (ends[1].value - ends[0].value) / width;
                // The mean of a function over a cell by the trapezoidal rule with its end correction (Euler and Maclaurin).
                let raise = width * (ends[0].slope - ends[1].slope) / 12.0;
                let start = ends[0].value - slope * from + raise;
                *line = u64::from((start as f32).to_bits()) | u64::from((slope as f32).to_bits()) << 32;
            }
        }
        Self { lines }
    }

    /// Fills a column with draws: `from` + `by` × the value in the table, each with one for below and one for above the median; `last` is
    /// done to each draw.
    pub(super) fn fill(
        &self,
        bits: &Bits,
        column: &mut Column,
        from: [f64; 2],
        by: [f64; 2],
        last: impl Fn(f64) -> f64,
    ) {
        look_up(&self.lines, bits, column, from, by, last);
    }
}

wide! {
    fn look_up(
        lines: &[u64; 2 * SIDE],
        bits: &Bits,
        column: &mut Column,
        from: [f64; 2],
        by: [f64; 2],
        last: impl Fn(f64) -> f64,
    ) {
        for (out, bits) in column.iter_mut().zip(bits.as_chunks::<4>().0) {
            let bits = u32::from_le_bytes(*bits);
            let above = bits >> 31 == 1;
            // Half-way between whole numbers, the least is ½: its exponent is the octave, the first bits of its fraction are the part.
            let probability = f64::from((bits & 0x7fff_ffff) as i32) + 0.5;
            let cell = (probability.to_bits() >> (52 - PART_BITS)) as usize - (1022 << PART_BITS);
            let line = lines[(cell | (usize::from(above) * SIDE)) & (2 * SIDE - 1)];
            let part = |bits: u64| f64::from(f32::from_bits(bits as u32));
            let value = part(line) + part(line >> 32) * probability;
            let (from, by) = if above { (from[1], by[1]) } else { (from[0], by[0]) };
            *out = last(from + by * value);
        }
    }
}

/// The probability at which a cell begins, in units.
fn edge(cell: usize) -> f64 {
    let (octave, part) = (cell / PARTS, cell % PARTS);
    libm::ldexp(1.0 + part as f64 / PARTS as f64, octave as i32 - 1)
}

/// The quantiles of a beta distribution from its low end to its median. The logarithm of the quantile follows that of the probability
/// by a differential equation, d ln q ÷ d ln p = p ÷ (q × density), which is solved upwards from the power law of the end by the
/// classical method of Runge and Kutta: in this direction errors die out.
fn pert_edges(alpha: f64, beta: f64) -> Vec<Edge> {
    // α + β = 6, so that B(α, β) = Γ(α)Γ(β) ÷ 5!.
    let whole = libm::tgamma(alpha) * libm::tgamma(beta) / 120.0;
    let log_whole = libm::log(whole);
    let rise = |p: f64, q: f64| {
        let beyond = libm::log1p(-libm::exp(q));
        libm::exp(p - alpha * q - (beta - 1.0) * beyond + log_whole)
    };
    // I(q; α, β) = qᵅ ÷ (α B) × (1 − α (β − 1) ÷ (α + 1) × q + …), turned round.
    let law = libm::pow(alpha * whole * edge(0) * UNIT, 1.0 / alpha);
    let mut p = libm::log(edge(0) * UNIT);
    let mut q = libm::log(law + (beta - 1.0) / (alpha + 1.0) * law * law);
    let at = |p: f64, q: f64| {
        let value = libm::exp(q);
        Edge { value, slope: rise(p, q) * value / libm::exp(p) * UNIT }
    };
    let mut edges = vec![at(p, q)];
    for cell in 1..=SIDE {
        let next = libm::log(edge(cell) * UNIT);
        let (step, middle) = (next - p, f64::midpoint(p, next));
        let first = rise(p, q);
        let second = rise(middle, q + 0.5 * step * first);
        let third = rise(middle, q + 0.5 * step * second);
        let fourth = rise(next, q + step * third);
        q += step / 6.0 * (first + 2.0 * (second + third) + fourth);
        p = next;
        edges.push(at(p, q));
    }
    edges
}

/// The quantiles of the standard normal distribution below its median, by Newton's method on the logarithm of its distribution
/// function, each from the one above it.
fn normal_edges() -> Vec<Edge> {
    let root_two_pi = libm::sqrt(2.0 * std::f64::consts::PI);
    let mut z = 0.0;
    let mut edges: Vec<Edge> = (0..=SIDE)
        .rev()
        .map(|cell| {
            let wanted = edge(cell) * UNIT;
            let density = |z: f64| libm::exp(-0.5 * z * z) / root_two_pi;
            for _ in 0..6 {
                let below = 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
                z -= below / density(z) * libm::log(below / wanted);
            }
            Edge { value: z, slope: UNIT / density(z) }
        })
        .collect();
    edges.reverse();
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draw::lanes::BLOCK;

    /// The values in a table at probabilities below and above the median, each counted from its own end in units.
    fn read(table: &Quantiles, at: [u32; 2]) -> [f64; 2] {
        let mut bits = [0; BLOCK * 4];
        bits[..4].copy_from_slice(&at[0].to_le_bytes());
        bits[4..8].copy_from_slice(&(at[1] | 1 << 31).to_le_bytes());
        let mut column = [0.0; BLOCK];
        table.fill(&bits, &mut column, [0.0, 1.0], [1.0, -1.0], |x| x);
        [column[0], column[1]]
    }

    /// Probabilities of all sizes: some in every cell, with the first and the last number of each octave.
    fn probabilities() -> impl Iterator<Item = u32> {
        let inside = |octave: u32| (0..64).map(move |n| ((1_u64 << octave) + ((n << octave) >> 6)) as u32);
        (0..31).flat_map(inside).chain((0..31).map(|octave| (2 << octave) - 1)).chain([0, (1 << 31) - 1])
    }

    /// The distribution function of a beta distribution with whole parameters (a sum of binomial probabilities), for the four shapes of
    /// PERT that have one: α + β = 6.
    fn beta(alpha: i32, x: f64) -> f64 {
        let binomial = [1.0, 5.0, 10.0, 10.0, 5.0, 1.0];
        (alpha..=5).map(|n| binomial[n as usize] * x.powi(n) * (1.0 - x).powi(5 - n)).sum()
    }

    #[test]
    fn quantiles_of_pert_are_those_of_the_beta_distribution() {
        for (alpha, peak) in [(1, 0.0), (2, 0.25), (3, 0.5), (4, 0.75), (5, 1.0)] {
            let table = Quantiles::pert(peak);
            for bits in probabilities() {
                let [below, above] = read(&table, [bits; 2]);
                let wanted = (f64::from(bits) + 0.5) * UNIT;
                // The function is monotone: a quantile is right to some precision where it passes the wanted value within that.
                for (alpha, distance) in [(alpha, below), (6 - alpha, 1.0 - above)] {
                    let off = (2e-4 * distance).min(5e-5);
                    assert!(distance > 0.0, "{peak} {bits}: {distance}");
                    // The lesser end is not lost in what is added to it.
                    let slack = 1e-9 * wanted + 1e-15;
                    let (least, most) = (beta(alpha, (distance - off).max(0.0)), beta(alpha, distance + off));
                    assert!(
                        least - slack <= wanted && wanted <= most + slack,
                        "{peak} {bits}: {distance} is the quantile of {}",
                        beta(alpha, distance)
                    );
                }
            }
        }
    }

    #[test]
    fn pert_meets_in_the_middle_and_keeps_its_mean() {
        for peak in [0.0, 0.01, 1.0 / 3.0, 0.4999, 0.62, 0.97, 1.0] {
            let table = Quantiles::pert(peak);
            let [below, above] = read(&table, [(1 << 31) - 1; 2]);
            assert!((below - above).abs() < 1e-4, "{peak}: {below} {above}");
            // (low + 4 × likely + high) ÷ 6, summed over the cells: their lines at their middles, as they are straight.
            let mut mean = 0.0;
            for cell in 0..SIDE {
                let (from, to) = (edge(cell), edge(cell + 1));
                for side in [0, SIDE] {
                    let line = table.lines[side + cell];
                    let part = |bits: u64| f64::from(f32::from_bits(bits as u32));
                    let value = part(line) + part(line >> 32) * f64::midpoint(from, to);
                    mean += (to - from) * UNIT * if side == 0 { value } else { 1.0 - value };
                }
            }
            assert!((mean - (4.0 * peak + 1.0) / 6.0).abs() < 1e-6, "{peak}: {mean}");
        }
    }

    /// Quantiles of the standard normal distribution as tables print them (NIST/SEMATECH e-Handbook; the last from its asymptotic
    /// series, and by the distribution function below).
    #[test]
    fn quantiles_of_the_normal_distribution_are_the_published_ones() {
        let table = Quantiles::normal();
        for (probability, z) in [
            (0.4, -0.253_347_1),
            (0.25, -0.674_489_8),
            (0.1, -1.281_551_6),
            (0.05, -1.644_853_6),
            (0.025, -1.959_964_0),
            (0.01, -2.326_347_9),
            (0.001, -3.090_232_3),
            (0.000_01, -4.264_890_8),
        ] {
            let bits = (probability / UNIT - 0.5).round() as u32;
            let [below, above] = read(&table, [bits; 2]);
            assert!((below - z).abs() < 2e-4, "{probability}: {below}");
            assert!((above - (1.0 - z)).abs() < 2e-4, "{probability}: {above}");
        }
        for bits in probabilities() {
            let [z, _] = read(&table, [bits; 2]);
            let wanted = (f64::from(bits) + 0.5) * UNIT;
            let at = |z: f64| 0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2);
            assert!(at(z - 2e-4) <= wanted && wanted <= at(z + 2e-4), "{bits}: {z}");
        }
    }
}
