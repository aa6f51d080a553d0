//! Work that takes longer than a frame, done beside the screen on a thread of its own; one at a time, and it can be stopped.

use super::place::Place;
use super::screen::{Watch, Work};
use std::any::Any;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::spawn;

/// What work gave, and the place of the screen that takes it.
pub(super) struct Done {
    pub(super) name: String,
    pub(super) place: Place,
    /// Whether a person asked for it.
    pub(super) asked: bool,
    pub(super) value: Box<dyn Any + Send>,
}

/// The work under way.
pub(super) struct Jobs {
    sender: Sender<(u64, Done)>,
    receiver: Receiver<(u64, Done)>,
    running: Option<(u64, String, Watch)>,
    /// Whether nobody asked for what runs: a screen wanted it for what it shows.
    yields: bool,
    last: u64,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, running: None, yields: false, last: 0 }
    }
}

impl Jobs {
    /// What is under way, with how far it is: `mô phỏng 43%`.
    pub(super) fn told(&self) -> Option<String> {
        let (_, name, watch) = self.running.as_ref()?;
        Some(watch.percent().map_or_else(|| format!("{name}…"), |percent| format!("{name} {percent}%")))
    }

    /// Whether something is under way.
    pub(super) fn busy(&self) -> bool {
        self.running.is_some()
    }

    /// Whether something is under way that a person asked for: other work waits for it.
    pub(super) fn holds(&self) -> bool {
        self.running.is_some() && !self.yields
    }

    /// Begins some work; `yields`: it gives way to what a person asks for.
    pub(super) fn start(&mut self, work: Work, yields: bool) {
        self.stop();
        self.yields = yields;
        self.last += 1;
        let (number, watch, sender) = (self.last, Watch::default(), self.sender.clone());
        self.running = Some((number, work.name.clone(), watch.clone()));
        // Who left the application does not wait for the answer.
        spawn(move || {
            let value = (work.run)(&watch);
            let _ = sender.send((number, Done { name: work.name, place: work.place, asked: !yields, value }));
        });
    }

    /// Stops what is under way; its answer is not taken any more.
    pub(super) fn stop(&mut self) -> bool {
        let running = self.running.take();
        if let Some((_, _, watch)) = &running {
            watch.give_up();
        }
        running.is_some()
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

    /// An answer, unless it is that of work which was stopped.
    fn answer(&mut self, number: u64, done: Done) -> Option<Done> {
        let mine = self.running.as_ref().is_some_and(|(running, ..)| *running == number);
        mine.then(|| {
            self.running = None;
            done
        })
    }
}
