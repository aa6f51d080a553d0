//! Small programs over columns of draws.

use super::lanes::{Column, combine, combine_fixed, combine_scaled, lesser, set_scaled};

/// A figure that depends on draws. Built through [`Expr::times`] and the like, which fold what is constant.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// The same in every draw.
    Fixed(f64),
    /// An uncertain parameter times a factor.
    Of {
        /// Its place among the parameters.
        variable: usize,
        /// The factor.
        factor: f64,
    },
    /// The sum of the two.
    Plus(Box<Self>, Box<Self>),
    /// Their product.
    Times(Box<Self>, Box<Self>),
    /// The lesser of the two.
    Least(Box<Self>, Box<Self>),
}

/// A number times uncertain parameters and lesser ones of two: what a sum of them needs.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The number.
    pub factor: f64,
    /// [`Expr::Of`] with a factor of one, and [`Expr::Least`].
    pub atoms: Vec<Expr>,
}

impl Expr {
    /// The sum of the two.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fixed(a), Self::Fixed(b)) => Self::Fixed(a + b),
            (Self::Fixed(0.0), other) | (other, Self::Fixed(0.0)) => other,
            (fixed @ Self::Fixed(_), other) => Self::Plus(Box::new(other), Box::new(fixed)),
            (a, b) => Self::Plus(Box::new(a), Box::new(b)),
        }
    }

    /// The product of the two.
    #[must_use]
    pub fn times(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fixed(a), Self::Fixed(b)) => Self::Fixed(a * b),
            (Self::Fixed(0.0), _) | (_, Self::Fixed(0.0)) => Self::Fixed(0.0),
            (Self::Fixed(k), Self::Of { variable, factor }) | (Self::Of { variable, factor }, Self::Fixed(k)) => {
                Self::Of { variable, factor: factor * k }
            }
            (Self::Fixed(k), other) | (other, Self::Fixed(k)) => other.scaled(k),
            (a, b) => Self::Times(Box::new(a), Box::new(b)),
        }
    }

    /// Times a constant, which goes to where it costs no pass over the draws.
    pub(super) fn scaled(self, by: f64) -> Self {
        match self {
            Self::Fixed(value) => Self::Fixed(value * by),
            Self::Of { variable, factor } => Self::Of { variable, factor: factor * by },
            Self::Plus(a, b) => Self::Plus(Box::new(a.scaled(by)), Box::new(b.scaled(by))),
            Self::Times(a, b) => Self::Times(Box::new(a.scaled(by)), b),
            // Only then the lesser stays the lesser.
            Self::Least(a, b) if by > 0.0 => Self::Least(Box::new(a.scaled(by)), Box::new(b.scaled(by))),
            least @ Self::Least(..) => Self::Times(Box::new(least), Box::new(Self::Fixed(by))),
        }
    }

    /// The lesser of the two.
    #[must_use]
    pub fn least(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fixed(a), Self::Fixed(b)) => Self::Fixed(a.min(b)),
            (fixed @ Self::Fixed(_), other) => Self::Least(Box::new(other), Box::new(fixed)),
            (a, b) => Self::Least(Box::new(a), Box::new(b)),
        }
    }

    /// As a sum of terms.
    pub fn terms(self) -> Vec<Term> {
        match self {
            Self::Fixed(factor) => vec![Term { factor, atoms: Vec::new() }],
            Self::Of { variable, factor } => vec![Term { factor, atoms: vec![Self::Of { variable, factor: 1.0 }] }],
            Self::Plus(a, b) => [a.terms(), b.terms()].concat(),
            Self::Times(a, b) => {
                let b = b.terms();
                let times = |a: Term| {
                    let times = |b: &Term| Term {
                        factor: a.factor * b.factor,
                        atoms: [a.atoms.as_slice(), b.atoms.as_slice()].concat(),
                    };
                    b.iter().map(times).collect::<Vec<_>>()
                };
                a.terms().into_iter().flat_map(times).collect()
            }
            least @ Self::Least(..) => vec![Term { factor: 1.0, atoms: vec![least] }],
        }
    }

    /// Calls for every parameter that it reads.
    pub(super) fn reads(&self, found: &mut impl FnMut(usize)) {
        match self {
            Self::Fixed(_) => {}
            Self::Of { variable, .. } => found(*variable),
            Self::Plus(a, b) | Self::Times(a, b) | Self::Least(a, b) => {
                a.reads(found);
                b.reads(found);
            }
        }
    }

    /// How many columns of scratch [`Expr::eval`] needs.
    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Fixed(_) | Self::Of { .. } => 0,
            Self::Plus(a, b) | Self::Times(a, b) | Self::Least(a, b) => match **b {
                Self::Fixed(_) | Self::Of { .. } => a.depth(),
                _ => a.depth().max(1 + b.depth()),
            },
        }
    }

    /// Writes its value in every draw of a block. `column` gives the draws of a parameter.
    pub(super) fn eval<'c>(&self, column: &impl Fn(usize) -> &'c Column, out: &mut Column, scratch: &mut [Column]) {
        match self {
            Self::Fixed(value) => out.fill(*value),
            Self::Of { variable, factor } => set_scaled(out, *factor, column(*variable)),
            Self::Plus(a, b) => {
                a.eval(column, out, scratch);
                b.onto(column, out, scratch, |a, b| a + b);
            }
            Self::Times(a, b) => {
                a.eval(column, out, scratch);
                b.onto(column, out, scratch, |a, b| a * b);
            }
            Self::Least(a, b) => {
                a.eval(column, out, scratch);
                b.onto(column, out, scratch, lesser);
            }
        }
    }

    /// Combines its value with what stands in a column.
    pub(super) fn onto<'c>(
        &self,
        column: &impl Fn(usize) -> &'c Column,
        out: &mut Column,
        scratch: &mut [Column],
        with: impl Fn(f64, f64) -> f64,
    ) {
        match self {
            Self::Fixed(value) => combine_fixed(out, *value, with),
            Self::Of { variable, factor } => combine_scaled(out, *factor, column(*variable), with),
            _ => {
                let Some((own, rest)) = scratch.split_first_mut() else { return };
                self.eval(column, own, rest);
                combine(out, own, with);
            }
        }
    }

    /// Its value for given values of the parameters.
    #[cfg(test)]
    pub(super) fn value(&self, of: &impl Fn(usize) -> f64) -> f64 {
        match self {
            Self::Fixed(value) => *value,
            Self::Of { variable, factor } => of(*variable) * factor,
            Self::Plus(a, b) => a.value(of) + b.value(of),
            Self::Times(a, b) => a.value(of) * b.value(of),
            Self::Least(a, b) => a.value(of).min(b.value(of)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(variable: usize) -> Expr {
        Expr::Of { variable, factor: 1.0 }
    }

    #[test]
    fn a_row_is_a_sum_of_terms() {
        // (min(x, 240) · y / 60 + 5) · 12 · z, as a row with uncertain minutes, income and addressees.
        let labour = of(0).least(Expr::Fixed(240.0)).times(of(1)).times(Expr::Fixed(1.0 / 60.0));
        let row = labour.plus(Expr::Fixed(5.0)).times(Expr::Fixed(12.0)).times(of(2));
        let terms = row.terms();
        assert_eq!(terms.len(), 2);
        assert!(matches!(
            terms[0].atoms[..],
            [Expr::Least(..), Expr::Of { variable: 1, .. }, Expr::Of { variable: 2, .. }]
        ));
        assert_eq!(terms[1], Term { factor: 60.0, atoms: vec![of(2)] });
        for at in [[30.0, 50_000.0, 7.0], [600.0, 50_000.0, 0.5], [240.0, 0.0, 1.0]] {
            let term = |term: &Term| term.atoms.iter().fold(term.factor, |x, atom| x * atom.value(&|v| at[v]));
            let sum: f64 = terms.iter().map(term).sum();
            let plain = (f64::min(at[0], 240.0) * at[1] / 60.0 + 5.0) * 12.0 * at[2];
            assert!((sum - plain).abs() <= 1e-12 * plain, "{sum} {plain}");
        }
    }

    #[test]
    fn a_lesser_of_two_is_not_turned_round_by_a_sign() {
        let value = of(0).least(of(1)).times(Expr::Fixed(-2.0)).value(&|variable| [3.0, 5.0][variable]);
        assert_eq!(value, -6.0);
    }
}
