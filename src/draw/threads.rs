//! How draws are made: how many, from what, on how many threads.

use std::sync::{Mutex, PoisonError};

/// How many draws, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draws {
    /// How many, at least one.
    pub draws: usize,
    /// The seed: the same seed gives the same draws.
    pub seed: u64,
    /// On how many threads; the result does not depend on it.
    pub threads: usize,
    /// What share of the draws lies in the interval, in percent: 90 is the interval from the 5th to the 95th percentile.
    pub level: u8,
}

impl Draws {
    /// How everything draws that is not asked otherwise: enough for whole percents, the same every time, so that a screen, a document and a
    /// command give the same figures.
    pub const USUAL: Self = Self { draws: 10_000, seed: 1, threads: 2, level: 90 };
}

/// Has threads, this one among them, take tasks one after the other; `worker` makes what a thread does with a task.
pub fn share_out<T, W: FnMut(T)>(threads: usize, tasks: impl Iterator<Item = T> + Send, worker: impl Fn() -> W + Sync) {
    let tasks = Mutex::new(tasks);
    let next = || tasks.lock().unwrap_or_else(PoisonError::into_inner).next();
    let work = || {
        let mut worker = worker();
        while let Some(task) = next() {
            worker(task);
        }
    };
    std::thread::scope(|scope| {
        (1..threads).for_each(|_| drop(scope.spawn(work)));
        work();
    });
}
