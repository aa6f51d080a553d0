//! What is done beside a screen: work with how far it is, and what a screen wants to know from it.

use super::place::Place;
use std::any::Any;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// What is done beside the screen, and what it gives.
type Running = Box<dyn FnOnce(&Watch) -> Box<dyn Any + Send> + Send>;

/// Something done beside the screen.
pub(super) struct Work {
    /// What it is, for the status row.
    pub(super) name: String,
    /// The place whose screen takes what it gives.
    pub(super) place: Place,
    pub(super) run: Running,
}

/// What a screen wants to know from work beside it, counted: what changed while the work ran is asked once more.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Wish {
    asked: u64,
    known: u64,
}

impl Wish {
    /// Wants it, again where it is known.
    pub(super) fn ask(&mut self) {
        self.asked += 1;
    }

    /// Which time is asked for and not known yet.
    pub(super) fn open(self) -> Option<u64> {
        (self.asked != self.known).then_some(self.asked)
    }

    /// What was asked for that time is known, or cannot be.
    pub(super) fn answered(&mut self, time: u64) {
        self.known = time;
    }

    /// Whether it was known once.
    pub(super) fn is_known(self) -> bool {
        self.known > 0
    }
}

/// How work is watched: it is told when nobody waits for it any more, and tells how far it is.
#[derive(Debug, Clone, Default)]
pub(super) struct Watch {
    given_up: Arc<AtomicBool>,
    done: Arc<AtomicU64>,
    of: Arc<AtomicU64>,
}

impl Watch {
    /// Whether nobody waits any more.
    pub(super) fn given_up(&self) -> bool {
        self.given_up.load(Ordering::Relaxed)
    }

    /// Gives it up.
    pub(super) fn give_up(&self) {
        self.given_up.store(true, Ordering::Relaxed);
    }

    /// Tells how far it is.
    pub(super) fn at(&self, done: u64, of: u64) {
        self.done.store(done, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }

    /// How far it is, in percent; nothing where that is not known.
    pub(super) fn percent(&self) -> Option<u64> {
        (self.done.load(Ordering::Relaxed) * 100).checked_div(self.of.load(Ordering::Relaxed))
    }
}
