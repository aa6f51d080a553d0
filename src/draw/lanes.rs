//! Arithmetic over columns of draws with the widest vectors that the processor has.
//!
//! Every operation works draw by draw, without fused multiplication or sums across draws, so that wide and narrow vectors give the
//! same bits.

/// How many draws are made at a time: few enough that the columns that are worked on stay in the nearest cache.
pub const BLOCK: usize = 512;

/// A column: the value of something in every draw of a block.
pub type Column = [f64; BLOCK];

/// Uniform numbers of 32 bits for a column of draws, the lowest byte first.
pub(super) type Bits = [u8; BLOCK * 4];

/// Makes a function over columns that runs as it was compiled for the vectors of this processor. What it works on is handed to an inner
/// function by value and by reference: so the compiler knows that columns do not overlap, without which loops stay scalar.
macro_rules! wide {
    ($($(#[$attribute:meta])* $visible:vis fn $name:ident($($argument:ident: $type:ty),* $(,)?) $body:block)*) => {$(
        $(#[$attribute])*
        $visible fn $name($($argument: $type),*) {
            #[inline(always)]
            fn work($($argument: $type),*) $body
            fearless_simd::dispatch!(fearless_simd::Level::new(), simd => {
                fearless_simd::Simd::vectorize(simd, #[inline(always)] || work($($argument),*))
            });
        }
    )*};
}
pub(super) use wide;

/// The lesser of two numbers.
#[inline(always)]
pub(super) fn lesser(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

wide! {
    /// Adds a multiple of a column.
    pub(super) fn add_scaled(sum: &mut Column, factor: f64, x: &Column) {
        for (sum, x) in sum.iter_mut().zip(x) {
            *sum += factor * x;
        }
    }

    /// Adds the product of two columns.
    pub(super) fn add_product(sum: &mut Column, x: &Column, y: &Column) {
        for ((sum, x), y) in sum.iter_mut().zip(x).zip(y) {
            *sum += x * y;
        }
    }

    /// Adds a multiple of a column, each draw no more than a cap.
    pub(super) fn add_capped(sum: &mut Column, x: &Column, factor: f64, cap: f64) {
        for (sum, x) in sum.iter_mut().zip(x) {
            *sum += lesser(factor * x, cap);
        }
    }

    /// Adds the product of a column and a multiple of another, of which each draw is no more than a cap.
    pub(super) fn add_capped_product(sum: &mut Column, x: &Column, factor: f64, cap: f64, y: &Column) {
        for ((sum, x), y) in sum.iter_mut().zip(x).zip(y) {
            *sum += lesser(factor * x, cap) * y;
        }
    }

    /// Sets a column to a multiple of another.
    pub(super) fn set_scaled(out: &mut Column, factor: f64, x: &Column) {
        for (out, x) in out.iter_mut().zip(x) {
            *out = factor * x;
        }
    }

    /// Combines what stands in a column with another.
    pub(super) fn combine(out: &mut Column, x: &Column, with: impl Fn(f64, f64) -> f64) {
        for (out, x) in out.iter_mut().zip(x) {
            *out = with(*out, *x);
        }
    }

    /// Combines what stands in a column with a multiple of another.
    pub(super) fn combine_scaled(out: &mut Column, factor: f64, x: &Column, with: impl Fn(f64, f64) -> f64) {
        for (out, x) in out.iter_mut().zip(x) {
            *out = with(*out, factor * x);
        }
    }

    /// Combines what stands in a column with a constant.
    pub(super) fn combine_fixed(out: &mut Column, value: f64, with: impl Fn(f64, f64) -> f64) {
        for out in out.iter_mut() {
            *out = with(*out, value);
        }
    }
}

/// e to the power of x, for |x| ≤ 700, to 3·10⁻¹⁰ of its value: x = k·ln 2 + r with |r| ≤ ½ ln 2, Taylor's series to the eighth power
/// of r, and k added to the exponent of the result. Written without branches, so that loops over it become vectors.
#[inline(always)]
pub(super) fn exp(x: f64) -> f64 {
    /// Added to a number of this size, it rounds it to a whole one and leaves that in the lowest bits.
    const WHOLE: f64 = 6_755_399_441_055_744.0;
    let shifted = x * std::f64::consts::LOG2_E + WHOLE;
    let r = x - (shifted - WHOLE) * std::f64::consts::LN_2;
    let series = [1.0 / 40_320.0, 1.0 / 5_040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let power = series.iter().fold(0.0, |sum, factor| sum * r + factor);
    f64::from_bits(power.to_bits().wrapping_add(shifted.to_bits() << 52))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exp_is_that_of_the_library() {
        for n in -7_000..=7_000 {
            let x = f64::from(n) * 0.099_9;
            assert!((exp(x) / x.exp() - 1.0).abs() < 3e-10, "{x}: {} {}", exp(x), x.exp());
        }
        assert_eq!(exp(0.0), 1.0);
    }
}
