//! Freezing the baseline of a programme, and dropping it.

use super::Desk;
use crate::store::Changed;
use crate::text::messages::desk::DeskMessage;
use crate::text::{Fault, Message, Result};

/// What is asked: a baseline for a programme.
#[derive(Debug, Clone, Copy)]
pub struct Freeze<'a> {
    /// Code of the programme.
    pub programme: &'a str,
    /// Whether one that is frozen already is replaced; every figure of the programme is then measured against the new one.
    pub again: bool,
}

/// What was frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frozen {
    /// Number of regulations.
    pub regulations: usize,
    /// Number of rows of their cost sheets.
    pub activities: usize,
}

impl Desk<'_> {
    /// Freezes the catalogue of today as the baseline of a programme.
    ///
    /// # Errors
    /// Missing, where there is no such programme; usage, where its baseline is frozen already and `again` is not asked for.
    pub fn freeze_baseline(&mut self, asked: Freeze<'_>) -> Result<Changed<Frozen>> {
        let (programme, today) = (asked.programme, self.today);
        self.change(|writer| {
            if !writer.programmes()?.iter().any(|known| known.code == programme) {
                return Err(Fault::missing(DeskMessage::NoProgramme.said(&[&programme])));
            }
            if !asked.again && writer.baselines()?.iter().any(|(frozen, _)| frozen == programme) {
                let fault = Fault::usage(DeskMessage::AlreadyFrozen.said(&[&programme]));
                return Err(fault.hint(DeskMessage::AlreadyFrozenHint.said(&[&programme])));
            }
            let baseline = writer.baseline_of_today(programme, today)?;
            writer.freeze_baseline(&baseline)?;
            Ok(Frozen { regulations: baseline.regulations.len(), activities: baseline.activities.len() })
        })
    }

    /// Drops the frozen baseline of a programme.
    ///
    /// # Errors
    /// Missing, where none is frozen.
    pub fn drop_baseline(&mut self, programme: &str) -> Result<Changed<()>> {
        self.change(|writer| {
            let dropped = writer.drop_baseline(programme)?;
            if dropped { Ok(()) } else { Err(Fault::missing(DeskMessage::NotFrozen.said(&[&programme]))) }
        })
    }
}
