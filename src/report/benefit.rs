//! What a cost was, is and saves, as documents print it.

use crate::model::Fraction;
use crate::view::{Cell, whole};
use serde::Serialize;

/// A cost before and after, đồng; what is saved, and that in percent of the cost before.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Benefit {
    pub before: Cell,
    pub after: Cell,
    pub saved: Cell,
    pub percent: Cell,
}

impl Benefit {
    /// Of exact figures: the cost before and what is saved are rounded where they are shown, as every face shows them; the cost after is their
    /// difference, so that the three add up as they are printed.
    pub(super) fn of(before: Fraction, after: Fraction) -> Self {
        let saved = before.less(after);
        Self {
            before: Cell::Dong(before),
            after: Cell::Whole(whole(before) - whole(saved)),
            saved: Cell::Dong(saved),
            percent: Cell::share(saved, before),
        }
    }
}
