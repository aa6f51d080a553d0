//! Small programs over columns of draws.

use super::spread::BLOCK;

/// A column: the value of something in every draw of a block.
pub(super) type Column = [f64; BLOCK];

/// A figure that depends on draws. Built through [`Expr::times`] and the like, which fold what is constant.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    /// The same in every draw.
    Fixed(f64),
    /// An uncertain parameter times a factor.
    Of {
        variable: usize,
        factor: f64,
    },
    Plus(Box<Self>, Box<Self>),
    Times(Box<Self>, Box<Self>),
    /// The lesser of the two.
    Least(Box<Self>, Box<Self>),
}

/// A constant and a factor for each parameter: what a straight line needs.
#[derive(Debug, Clone, Default)]
pub(super) struct Affine {
    pub constant: f64,
    pub factors: Vec<(usize, f64)>,
}

impl Expr {
    pub(super) fn plus(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fixed(a), Self::Fixed(b)) => Self::Fixed(a + b),
            (Self::Fixed(0.0), other) | (other, Self::Fixed(0.0)) => other,
            (fixed @ Self::Fixed(_), other) => Self::Plus(Box::new(other), Box::new(fixed)),
            (a, b) => Self::Plus(Box::new(a), Box::new(b)),
        }
    }

    pub(super) fn times(self, other: Self) -> Self {
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
    fn scaled(self, by: f64) -> Self {
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

    /// Splits off what is added and the same in every draw.
    pub(super) fn without_constant(self) -> (Self, f64) {
        match self {
            Self::Plus(a, b) => match *b {
                Self::Fixed(constant) => (*a, constant),
                b => (Self::Plus(a, Box::new(b)), 0.0),
            },
            other => (other, 0.0),
        }
    }

    pub(super) fn least(self, other: Self) -> Self {
        match (self, other) {
            (Self::Fixed(a), Self::Fixed(b)) => Self::Fixed(a.min(b)),
            (fixed @ Self::Fixed(_), other) => Self::Least(Box::new(other), Box::new(fixed)),
            (a, b) => Self::Least(Box::new(a), Box::new(b)),
        }
    }

    /// As a straight line; nothing where parameters multiply or a lesser is taken.
    pub(super) fn affine(&self) -> Option<Affine> {
        match self {
            Self::Fixed(constant) => Some(Affine { constant: *constant, factors: Vec::new() }),
            Self::Of { variable, factor } => Some(Affine { constant: 0.0, factors: vec![(*variable, *factor)] }),
            Self::Plus(a, b) => {
                let (mut a, b) = (a.affine()?, b.affine()?);
                a.constant += b.constant;
                a.factors.extend(b.factors);
                Some(a)
            }
            Self::Times(a, b) => {
                let (a, b) = (a.affine()?, b.affine()?);
                let (mut line, by) = if b.factors.is_empty() {
                    (a, b.constant)
                } else if a.factors.is_empty() {
                    (b, a.constant)
                } else {
                    return None;
                };
                line.constant *= by;
                line.factors.iter_mut().for_each(|(_, factor)| *factor *= by);
                Some(line)
            }
            Self::Least(..) => None,
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
            Self::Of { variable, factor } => {
                for (out, x) in out.iter_mut().zip(column(*variable)) {
                    *out = x * factor;
                }
            }
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
                b.onto(column, out, scratch, f64::min);
            }
        }
    }

    /// Combines its value with what stands in a column.
    fn onto<'c>(
        &self,
        column: &impl Fn(usize) -> &'c Column,
        out: &mut Column,
        scratch: &mut [Column],
        combine: impl Fn(f64, f64) -> f64,
    ) {
        match self {
            Self::Fixed(value) => out.iter_mut().for_each(|out| *out = combine(*out, *value)),
            Self::Of { variable, factor } => {
                for (out, x) in out.iter_mut().zip(column(*variable)) {
                    *out = combine(*out, x * factor);
                }
            }
            _ => {
                let Some((own, rest)) = scratch.split_first_mut() else { return };
                self.eval(column, own, rest);
                for (out, x) in out.iter_mut().zip(own.iter()) {
                    *out = combine(*out, *x);
                }
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
    fn constants_are_folded_into_what_is_there() {
        // (min(x, 240) · y / 60 + 5) · 12, as a row with uncertain minutes and income: two multiplications and one minimum are left.
        let labour = of(0).least(Expr::Fixed(240.0)).times(of(1)).times(Expr::Fixed(1.0 / 60.0));
        let (folded, constant) = labour.plus(Expr::Fixed(5.0)).times(Expr::Fixed(12.0)).without_constant();
        assert!(
            matches!(&folded, Expr::Times(a, b) if matches!(**a, Expr::Least(..)) && matches!(**b, Expr::Of { .. }))
        );
        for (x, y) in [(30.0, 50_000.0), (600.0, 50_000.0), (240.0, 0.0)] {
            let value = folded.value(&|variable| [x, y][variable]) + constant;
            let plain = (f64::min(x, 240.0) * y / 60.0 + 5.0) * 12.0;
            assert!((value - plain).abs() <= 1e-12 * plain, "{value} {plain}");
        }
    }

    #[test]
    fn a_lesser_of_two_is_not_turned_round_by_a_sign() {
        let value = of(0).least(of(1)).times(Expr::Fixed(-2.0)).value(&|variable| [3.0, 5.0][variable]);
        assert_eq!(value, -6.0);
    }
}
