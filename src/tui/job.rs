//! Work that takes longer than a frame, done beside the screen on a thread of its own; one at a time, and it can be given up.

use super::choosing::Done;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::spawn;

/// Tells work that nobody waits for it any more.
#[derive(Debug, Clone, Default)]
pub(super) struct GivenUp(Arc<AtomicBool>);

impl GivenUp {
    pub(super) fn yes(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// The work under way.
#[derive(Debug)]
pub(super) struct Jobs {
    sender: Sender<(u64, Done)>,
    receiver: Receiver<(u64, Done)>,
    running: Option<(u64, GivenUp)>,
    last: u64,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, running: None, last: 0 }
    }
}

impl Jobs {
    /// Whether something is under way.
    pub(super) fn busy(&self) -> bool {
        self.running.is_some()
    }

    /// Begins some work; what was under way is given up.
    pub(super) fn start(&mut self, work: impl FnOnce(&GivenUp) -> Done + Send + 'static) {
        self.give_up();
        self.last += 1;
        let (number, given_up, sender) = (self.last, GivenUp::default(), self.sender.clone());
        self.running = Some((number, given_up.clone()));
        // Who left the application does not wait for the answer.
        spawn(move || _ = sender.send((number, work(&given_up))));
    }

    /// Gives up what is under way.
    pub(super) fn give_up(&mut self) {
        if let Some((_, given_up)) = self.running.take() {
            given_up.0.store(true, Ordering::Relaxed);
        }
    }

    /// The answer of the work under way, if it is there.
    pub(super) fn take(&mut self) -> Option<Done> {
        let (number, done) = self.receiver.try_recv().ok()?;
        self.answer(number, done)
    }

    /// The answer of the work under way, waited for.
    #[cfg(test)]
    pub(super) fn wait(&mut self) -> Option<Done> {
        while self.busy() {
            let (number, done) = self.receiver.recv().ok()?;
            if let Some(done) = self.answer(number, done) {
                return Some(done);
            }
        }
        None
    }

    /// An answer, unless it is that of work which was given up.
    fn answer(&mut self, number: u64, done: Done) -> Option<Done> {
        let mine = self.running.as_ref().is_some_and(|(running, _)| *running == number);
        mine.then(|| {
            self.running = None;
            done
        })
    }
}
