//! Draws against closed forms.

use super::{BLOCK, Samplers, Shape};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;

/// Moments of the distributions against their closed forms: mean, variance, and the quartiles of those whose inverse is known.
#[test]
fn draws_have_the_moments_of_their_distribution() {
    let (a, b) = (10.0, 90.0);
    for m in [10.0_f64, 15.0, 30.0, 50.0, 75.0, 89.0, 90.0] {
        let triangular = ((a + b + m) / 3.0, (a * a + b * b + m * m - a * b - a * m - b * m) / 18.0);
        let mean = (a + 4.0 * m + b) / 6.0;
        // Beta on 0…1 with α + β = 6 has the variance μ(1 − μ) ÷ 7.
        let pert = (mean, (mean - a) * (b - mean) / 7.0);
        let likely = Some(m);
        for (shape, (mean, variance)) in [(Shape::Triangular { likely }, triangular), (Shape::Pert { likely }, pert)] {
            holds(shape, mean, variance);
        }
    }
    holds(Shape::Uniform, 50.0, 80.0 * 80.0 / 12.0);
    let sigma = 9.0_f64.ln() / (2.0 * 1.644_853_626_951_472_7);
    let mean = 30.0 * (sigma * sigma / 2.0).exp();
    holds(Shape::Lognormal, mean, mean * mean * ((sigma * sigma).exp() - 1.0));
}

/// Draws between 10 and 90.
fn holds(shape: Shape, mean: f64, variance: f64) {
    const N: usize = 400 * BLOCK;
    let sampler = Samplers::default().of(10.0, 90.0, shape);
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut draws = Vec::new();
    let mut column = [0.0; BLOCK];
    for _ in 0..N / BLOCK {
        sampler.fill(&mut random, &mut column);
        draws.extend_from_slice(&column);
    }
    let n = N as f64;
    let drawn_mean = draws.iter().sum::<f64>() / n;
    let drawn_variance = draws.iter().map(|x| (x - drawn_mean).powi(2)).sum::<f64>() / n;
    assert!((drawn_mean - mean).abs() < 5.0 * (variance / n).sqrt(), "{shape:?}: {drawn_mean} for {mean}");
    // The variance of a lognormal varies more than that of the bounded ones, whose fourth moment is at most that of a uniform.
    let wide = if shape == Shape::Lognormal { 0.08 } else { 0.015 };
    assert!((drawn_variance / variance - 1.0).abs() < wide, "{shape:?}: {drawn_variance} for {variance}");
    if shape != Shape::Lognormal {
        assert!(draws.iter().all(|x| *x >= 10.0 && *x <= 90.0), "{shape:?}");
    }
}

/// Quantiles of PERT where its distribution function is a polynomial: peak at the low end (α = 1, β = 5) gives 1 − (1 − x)⁵, peak in
/// the middle (α = β = 3) gives x³(10 − 15x + 6x²).
#[test]
fn pert_follows_its_distribution_function() {
    type Function = fn(f64) -> f64;
    let known: [(f64, Function); 3] = [
        (0.0, |x| 1.0 - (1.0 - x).powi(5)),
        (50.0, |x| x.powi(3) * (10.0 - 15.0 * x + 6.0 * x * x)),
        (100.0, |x| x.powi(5)),
    ];
    for (likely, function) in known {
        let sampler = Samplers::default().of(0.0, 100.0, Shape::Pert { likely: Some(likely) });
        let mut random = ChaCha8Rng::seed_from_u64(9);
        let mut shares = Vec::new();
        let mut column = [0.0; BLOCK];
        for _ in 0..200 {
            sampler.fill(&mut random, &mut column);
            shares.extend(column.iter().map(|x| function(x / 100.0)));
        }
        // The values of the distribution function at the draws are uniform: the test of Kolmogorov and Smirnov.
        shares.sort_unstable_by(f64::total_cmp);
        let n = shares.len() as f64;
        let far = shares.iter().enumerate().map(|(at, u)| (u - (at as f64 + 0.5) / n).abs()).fold(0.0, f64::max);
        assert!(far < 1.95 / n.sqrt(), "{likely}: {far}");
    }
}
