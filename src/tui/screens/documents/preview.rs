//! The preview, made beside the screen: some documents draw thousands of cases, and a key is answered within a frame.

use super::made::{Beside, previewed};
use super::{Asked, Documents};
use crate::report::Report;
use crate::tui::screen::{Loader, Screen, Shared, Work};
use crate::tui::widgets::pager::Marked;
use crate::words::Result;
use crate::words::document_screen::DocumentWord as D;

/// What a document says, or why it says nothing, and which time it was asked for.
pub(super) struct Previewed(Result<(Marked, usize)>, u64);

impl Documents {
    /// Asks for the preview; a register in memory has no second door, and is read here.
    pub(super) fn ask(&mut self, from: &Loader<'_>) {
        let shared = from.shared;
        self.wish.ask();
        // Only an agency can be reminded.
        if self.asked.report == Some(Report::Reminder) && !self.asked.about.starts_with("agency:") {
            self.know();
            self.pager.take(Marked::default());
            (self.fault, self.warnings) = (Some(shared.word(D::ReminderNeedsAgency).to_owned()), 0);
        } else if shared.file.is_empty() {
            let made = previewed(&from.into(), &self.asked);
            self.know();
            self.show(made, shared);
        }
    }

    /// The work that gives the preview, where it is asked for.
    pub(super) fn preview(&mut self, shared: &Shared) -> Option<Work> {
        let time = self.wish.open()?;
        let Some(beside) = Beside::of(shared, self.own.as_deref()) else {
            self.wish.answered(time);
            return None;
        };
        let asked: Asked = self.asked.clone();
        Some(Work {
            name: shared.word(D::MakingPreview).to_owned(),
            place: self.place(),
            run: Box::new(move |_| Box::new(Previewed(beside.with(|from| previewed(from, &asked)), time))),
        })
    }

    /// Takes the preview that was made.
    pub(super) fn take(&mut self, Previewed(made, time): Previewed, shared: &Shared) {
        let stale = self.wish.open().is_some_and(|open| open != time);
        self.wish.answered(time);
        if !stale {
            self.show(made, shared);
        }
    }

    fn know(&mut self) {
        self.wish.open().into_iter().for_each(|time| self.wish.answered(time));
    }

    fn show(&mut self, made: Result<(Marked, usize)>, shared: &Shared) {
        let (page, warnings, fault) = match made {
            Ok((page, warnings)) => (page, warnings, None),
            Err(fault) => (Marked::default(), 0, Some(shared.fault(&fault))),
        };
        self.pager.take(page);
        (self.warnings, self.fault) = (warnings, fault);
    }
}
