//! Drawing many blocks on several threads, with the same result whatever their number.

use super::case::Case;
use super::float;
use super::model::{SLOTS, Side, slot};
use crate::draw::{Along, BLOCK, Block, Column, Draws, Program, Stream, share_out};
use crate::model::{Metric, RegulationKind, Target};

/// What the bars of a tornado are measured by. A parameter that moves the cost before but nothing that is cut moves the share saved alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// Cost saved per year, đồng.
    Saved,
    /// Cost saved per year in percent of the cost before.
    Percent,
}

/// What the draws gave, in the order of the draws.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// Cost per year before, after; processing time after.
    pub before: Vec<f64>,
    pub after: Vec<f64>,
    pub hours_after: Vec<f64>,
    /// Share achieved of each target in percent; empty for one that draws do not move.
    pub targets: Vec<Vec<f64>>,
}

/// The part of [`Drawn`] that one block fills.
struct Part<'d> {
    before: &'d mut [f64],
    after: &'d mut [f64],
    hours_after: &'d mut [f64],
    targets: Vec<&'d mut [f64]>,
}

/// Draws. The work is cut in blocks of fixed size, each with a stream of random numbers of its own; threads take one after the other.
pub(super) fn draw(model: &Program, case: &Case<'_>, options: &Draws) -> Drawn {
    let watch = Watch::new(case);
    let column = || vec![0.0; options.draws];
    let mut drawn = Drawn {
        before: column(),
        after: column(),
        hours_after: column(),
        targets: watch.targets.iter().map(|target| target.as_ref().map(|_| column()).unwrap_or_default()).collect(),
    };
    let mut targets: Vec<_> = drawn.targets.iter_mut().map(|target| target.chunks_mut(BLOCK)).collect();
    let blocks = drawn.before.chunks_mut(BLOCK).zip(drawn.after.chunks_mut(BLOCK));
    let parts = blocks.zip(drawn.hours_after.chunks_mut(BLOCK)).map(|((before, after), hours_after)| Part {
        before,
        after,
        hours_after,
        targets: targets.iter_mut().map(|target| target.next().unwrap_or_default()).collect(),
    });
    let (watch, threads) = (&watch, options.threads.min(options.draws.div_ceil(BLOCK)));
    share_out(threads, parts.enumerate(), || {
        let mut block = model.block();
        move |(number, part): (usize, Part<'_>)| {
            model.draw(&mut Stream::new(options.seed, number), &mut block);
            watch.read(&block, part);
        }
    });
    drawn
}

/// How each parameter goes along with the saving or its share in the draws; nothing for one that does not vary. Parameters are drawn
/// once more, one at a time, so that room is needed for the figure alone.
pub(super) fn correlations(model: &Program, case: &Case<'_>, options: &Draws, scale: Scale) -> Vec<Option<f64>> {
    let drawn = draw(model, case, options);
    let at_point = case.point().figures(&[]);
    let at_point = at_point.and_then(|all| if scale == Scale::Saved { Some(all.saved()) } else { all.saved_percent() });
    let at_point = at_point.map_or(0.0, float);
    // What differs from the point by rounding alone does not differ.
    let apart = |y: f64| if y.abs() > 1e-11 * at_point.abs() { y } else { 0.0 };
    let pairs = drawn.before.iter().zip(&drawn.after);
    let figure: Vec<f64> = match scale {
        Scale::Saved => pairs.map(|(before, after)| apart(before - after - at_point)).collect(),
        Scale::Percent => pairs.map(|(before, after)| apart(share(*before, *after) - at_point)).collect(),
    };
    drop(drawn);
    let mut correlations = vec![None; model.parameters()];
    let threads = options.threads.min(model.parameters());
    share_out(threads, correlations.iter_mut().enumerate(), || {
        |(variable, correlation): (usize, &mut Option<f64>)| {
            let point = float(case.variables[variable].point);
            let mut along = Along::default();
            let mut column: Column = [0.0; BLOCK];
            for (number, figure) in figure.chunks(BLOCK).enumerate() {
                model.redraw(&mut Stream::new(options.seed, number), variable, &mut column);
                column.iter().zip(figure).for_each(|(x, y)| along.add(x - point, *y));
            }
            *correlation = along.correlation();
        }
    });
    correlations
}

/// What is read from a block.
struct Watch {
    /// For each target: its metric and the kinds that count, where draws move it.
    targets: Vec<Option<(Metric, Vec<RegulationKind>)>>,
    /// Processing time before, by kind.
    hours_before: Vec<f64>,
}

impl Watch {
    fn new(case: &Case<'_>) -> Self {
        let target = |(_, target): &(String, Target)| {
            case.moves(target).then(|| {
                let kinds = RegulationKind::ALL.iter().copied();
                let counted = kinds.filter(|kind| target.kinds.is_empty() || target.kinds.contains(kind));
                (target.metric, counted.collect())
            })
        };
        Self {
            targets: case.targets.iter().map(target).collect(),
            hours_before: RegulationKind::ALL
                .iter()
                .map(|kind| float(case.point().of_kind(*kind).hours_before))
                .collect(),
        }
    }

    fn read(&self, block: &Block, part: Part<'_>) {
        let sum = |side: Side, kinds: &[RegulationKind], out: &mut [f64]| {
            out.fill(0.0);
            for kind in kinds {
                debug_assert!(slot(*kind, side) < SLOTS);
                for (sum, x) in out.iter_mut().zip(&block.figures[slot(*kind, side)]) {
                    *sum += x;
                }
            }
        };
        let all = RegulationKind::ALL;
        sum(Side::Before, all, part.before);
        sum(Side::After, all, part.after);
        sum(Side::HoursAfter, all, part.hours_after);
        for (target, out) in self.targets.iter().zip(part.targets) {
            match target {
                None => {}
                Some((Metric::TimeSaved, kinds)) => {
                    let before: f64 = kinds.iter().map(|kind| self.hours_before[*kind as usize]).sum();
                    sum(Side::HoursAfter, kinds, out);
                    out.iter_mut().for_each(|after| *after = share(before, *after));
                }
                Some((_, kinds)) => {
                    let mut after: Column = [0.0; BLOCK];
                    sum(Side::After, kinds, &mut after);
                    sum(Side::Before, kinds, out);
                    out.iter_mut().zip(after).for_each(|(before, after)| *before = share(*before, after));
                }
            }
        }
    }
}

/// What was saved, in percent of what there was; zero where there was nothing.
pub(super) fn share(before: f64, after: f64) -> f64 {
    if before == 0.0 { 0.0 } else { (before - after) * 100.0 / before }
}
