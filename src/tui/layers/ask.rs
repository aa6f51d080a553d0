//! Questions: what would be lost or changed, with the choice in hand that loses nothing.

use super::{Chooser, Item, Layer};
use crate::tui::screen::{Effect, Shared};
use crate::words::screen::ScreenWord as W;
use std::rc::Rc;

/// Asks before something is done: what it is about, the choice to leave it, and the choice to do it.
pub(in crate::tui) fn before(
    shared: &Shared,
    title: impl Into<String>,
    about: Vec<String>,
    yes: impl Into<String>,
    does: impl Fn(&Shared) -> Vec<Effect> + 'static,
) -> Effect {
    let items = vec![Item::new(shared.word(W::LeaveIt), "", |_| Vec::new()), Item::new(yes, "", does)];
    Effect::Over(Box::new(Chooser::question(title, about, items)))
}

/// A question with several choices, the first of which loses nothing.
pub(in crate::tui) fn choices(title: impl Into<String>, about: Vec<String>, items: Vec<Item>) -> Effect {
    let layer: Box<dyn Layer> = Box::new(Chooser::question(title, about, items));
    Effect::Over(layer)
}

/// An item that does nothing but close.
pub(in crate::tui) fn nothing(label: impl Into<String>) -> Item {
    Item { does: Some(Rc::new(|_| Vec::new())), ..Item::not(label, "") }
}
