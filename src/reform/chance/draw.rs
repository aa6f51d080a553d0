//! Drawing many blocks on several threads, with the same result whatever their number.

use super::case::Case;
use super::model::{Block, Model, SLOTS, Side, slot};
use super::spread::{BLOCK, float};
use super::summary::Draws;
use super::tornado::Scale;
use crate::model::{Metric, RegulationKind, Target};

/// What the draws gave, in the order of the draws.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// Cost per year before, after; processing time after.
    pub before: Vec<f64>,
    pub after: Vec<f64>,
    pub hours_after: Vec<f64>,
    /// Share achieved of each target in percent; empty for one that draws do not move.
    pub targets: Vec<Vec<f64>>,
    /// How each parameter goes along with the saving or its share, where it was asked for.
    pub drivers: Vec<Along>,
}

/// Sums of products of a parameter and the saving or its share, from which their correlation follows. Both are taken from their point, so that
/// no digits are lost.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Along {
    n: f64,
    x: f64,
    y: f64,
    xx: f64,
    yy: f64,
    xy: f64,
}

impl Along {
    /// The correlation coefficient (Pearson); nothing where one of the two does not vary.
    pub(super) fn correlation(&self) -> Option<f64> {
        let covariance = self.xy - self.x * self.y / self.n;
        let (vx, vy) = (self.xx - self.x * self.x / self.n, self.yy - self.y * self.y / self.n);
        // What is left of rounding is no variance.
        let varies = vx > 1e-12 * self.xx && vy > 1e-12 * self.yy;
        varies.then(|| covariance / (vx * vy).sqrt())
    }

    fn merge(&mut self, other: &Self) {
        self.n += other.n;
        self.x += other.x;
        self.y += other.y;
        self.xx += other.xx;
        self.yy += other.yy;
        self.xy += other.xy;
    }
}

/// Draws. The work is cut in blocks of fixed size, each with a stream of random numbers of its own; threads take blocks in turn and
/// what they give is put together in the order of the blocks.
pub(super) fn draw(model: &Model, case: &Case<'_>, options: &Draws, drivers: Option<Scale>) -> Drawn {
    let watch = Watch::new(case, drivers);
    let blocks = options.draws.div_ceil(BLOCK);
    let threads = options.threads.clamp(1, blocks.max(1));
    let work = |first: usize| -> Vec<(usize, Drawn)> {
        let mut block = model.block();
        let mut done = Vec::new();
        for number in (first..blocks).step_by(threads) {
            model.draw(options.seed, number as u64, &mut block);
            let wanted = BLOCK.min(options.draws - number * BLOCK);
            done.push((number, watch.read(model, &block, wanted)));
        }
        done
    };
    let mut parts: Vec<(usize, Drawn)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|first| scope.spawn(move || work(first))).collect();
        let mut parts = work(0);
        for other in others {
            match other.join() {
                Ok(part) => parts.extend(part),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        parts
    });
    parts.sort_unstable_by_key(|(number, _)| *number);
    let mut all = Drawn { targets: vec![Vec::new(); case.targets.len()], ..Drawn::default() };
    if drivers.is_some() {
        all.drivers = vec![Along::default(); model.parameters()];
    }
    for (_, part) in parts {
        all.before.extend(part.before);
        all.after.extend(part.after);
        all.hours_after.extend(part.hours_after);
        for (all, part) in all.targets.iter_mut().zip(part.targets) {
            all.extend(part);
        }
        for (all, part) in all.drivers.iter_mut().zip(&part.drivers) {
            all.merge(part);
        }
    }
    all
}

/// What is read from a block.
struct Watch {
    /// For each target: its metric and the kinds that count, where draws move it.
    targets: Vec<Option<(Metric, Vec<RegulationKind>)>>,
    /// Processing time before, by kind.
    hours_before: Vec<f64>,
    /// What is set beside the parameters, its value at the point, and the parameters at theirs.
    drivers: Option<(Scale, f64, Vec<f64>)>,
}

impl Watch {
    fn new(case: &Case<'_>, drivers: Option<Scale>) -> Self {
        let target = |(_, target): &(String, Target)| {
            case.moves(target).then(|| {
                let kinds = RegulationKind::ALL.iter().copied();
                let counted = kinds.filter(|kind| target.kinds.is_empty() || target.kinds.contains(kind));
                (target.metric, counted.collect())
            })
        };
        let point = |scale| {
            let part = case.point().all();
            part.and_then(|part| if scale == Scale::Saved { part.saved() } else { part.percent() }).map_or(0.0, float)
        };
        Self {
            targets: case.targets.iter().map(target).collect(),
            hours_before: RegulationKind::ALL.iter().map(|kind| float(case.point().of(*kind).hours_before)).collect(),
            drivers: drivers
                .map(|scale| (scale, point(scale), case.variables.iter().map(|v| float(v.point)).collect())),
        }
    }

    fn read(&self, model: &Model, block: &Block, wanted: usize) -> Drawn {
        let sum = |side: Side, kinds: &[RegulationKind]| {
            let mut sum = vec![0.0; wanted];
            for kind in kinds {
                debug_assert!(slot(*kind, side) < SLOTS);
                for (sum, x) in sum.iter_mut().zip(&block.figures[slot(*kind, side)]) {
                    *sum += x;
                }
            }
            sum
        };
        let all = RegulationKind::ALL;
        let (before, after) = (sum(Side::Before, all), sum(Side::After, all));
        let target = |target: &Option<(Metric, Vec<RegulationKind>)>| match target {
            None => Vec::new(),
            Some((Metric::TimeSaved, kinds)) => {
                let before: f64 = kinds.iter().map(|kind| self.hours_before[*kind as usize]).sum();
                sum(Side::HoursAfter, kinds).into_iter().map(|after| share(before, after)).collect()
            }
            Some((_, kinds)) => {
                let after = sum(Side::After, kinds);
                sum(Side::Before, kinds).into_iter().zip(after).map(|(before, after)| share(before, after)).collect()
            }
        };
        let drivers = self.drivers.as_ref().map(|(scale, at_point, points)| {
            // What differs from the point by rounding alone does not differ.
            let apart = |y: f64| if y.abs() > 1e-11 * at_point.abs() { y } else { 0.0 };
            let pairs = before.iter().zip(&after);
            let figure: Vec<f64> = match scale {
                Scale::Saved => pairs.map(|(before, after)| apart(before - after - at_point)).collect(),
                Scale::Percent => pairs.map(|(before, after)| apart(share(*before, *after) - at_point)).collect(),
            };
            let along = |(variable, point): (usize, &f64)| {
                let mut along = Along { n: wanted as f64, ..Along::default() };
                for (x, y) in model.column(block, variable).iter().zip(&figure) {
                    let x = x - point;
                    along.x += x;
                    along.y += y;
                    along.xx += x * x;
                    along.yy += y * y;
                    along.xy += x * y;
                }
                along
            };
            points.iter().enumerate().map(along).collect()
        });
        Drawn {
            targets: self.targets.iter().map(target).collect(),
            hours_after: sum(Side::HoursAfter, all),
            drivers: drivers.unwrap_or_default(),
            before,
            after,
        }
    }
}

/// What was saved, in percent of what there was; zero where there was nothing.
pub(super) fn share(before: f64, after: f64) -> f64 {
    if before == 0.0 { 0.0 } else { (before - after) * 100.0 / before }
}
