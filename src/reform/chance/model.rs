//! A case compiled for many draws: every figure is a sum of terms over all rows.

use super::case::{Affected, Case};
use super::float;
use super::sheet::Sheet;
use crate::draw::{Expr, Program, Sampler, Samplers, Shape, Term};
use crate::model::{RegulationKind, Spread, Uncertainty};

/// What a slot holds for a kind of regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Cost per year before.
    Before,
    /// Cost per year after.
    After,
    /// Processing time after.
    HoursAfter,
}

const SIDES: usize = 3;

/// How many figures a block of draws gives: three a kind of regulation.
pub(super) const SLOTS: usize = SIDES * RegulationKind::ALL.len();

/// Where a figure of a kind stands.
pub(super) fn slot(kind: RegulationKind, side: Side) -> usize {
    // Kinds are numbered in the order of their declaration, which is that of RegulationKind::ALL.
    kind as usize * SIDES + side as usize
}

impl Case<'_> {
    /// Compiles it. Floating point: draws are statistics.
    pub fn compile(&self) -> Program {
        let mut samplers = Samplers::default();
        let samplers = self.variables.iter().map(|v| sampler(&mut samplers, &v.uncertainty)).collect();
        let mut constants = vec![0.0; SLOTS];
        for kind in RegulationKind::ALL {
            let part = self.fixed.of_kind(*kind);
            constants[slot(*kind, Side::Before)] = float(part.before);
            constants[slot(*kind, Side::After)] = float(part.after);
            constants[slot(*kind, Side::HoursAfter)] = float(part.hours_after);
        }
        let mut terms = Vec::new();
        for affected in &self.affected {
            add_subject(&mut terms, self, affected);
        }
        Program::new(samplers, constants, terms)
    }
}

/// The sampler of an uncertainty.
fn sampler(samplers: &mut Samplers, uncertainty: &Uncertainty) -> Sampler {
    let likely = uncertainty.likely.map(float);
    let shape = match uncertainty.spread {
        Spread::Range => Shape::Uniform,
        Spread::Triangular => Shape::Triangular { likely },
        Spread::Pert => Shape::Pert { likely },
        Spread::Lognormal => Shape::Lognormal,
    };
    samplers.of(float(uncertainty.low), float(uncertainty.high), shape)
}

/// Adds the terms of all rows of a subject, before and after, each with the figures that it moves.
fn add_subject(terms: &mut Vec<(Term, Vec<usize>)>, case: &Case<'_>, affected: &Affected<'_>) {
    let kind = affected.subject.kind;
    let (before, after) = (slot(kind, Side::Before), slot(kind, Side::After));
    let hours = slot(kind, Side::HoursAfter);
    // Expressions hold every number.
    let sheet = Sheet::of(case, affected).unwrap_or_default();
    for (old, new) in sheet.rows {
        let mut new = new.map(Expr::terms).unwrap_or_default();
        for term in old.terms() {
            // What the measures leave as it is moves the cost before and after alike.
            match new.iter().position(|new| *new == term) {
                Some(same) => terms.push((new.swap_remove(same), vec![before, after])),
                None => terms.push((term, vec![before])),
            }
        }
        terms.extend(new.into_iter().map(|term| (term, vec![after])));
    }
    terms.extend(sheet.hours.map(Expr::terms).unwrap_or_default().into_iter().map(|term| (term, vec![hours])));
}
