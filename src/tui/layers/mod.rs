//! What lies over a screen: lists to choose from, questions, forms.

pub(super) mod ask;
pub(super) mod chooser;
pub(super) mod facets;
pub(super) mod form;
pub(super) mod menus;
pub(super) mod palette;

pub(super) use chooser::{Chooser, Item};
pub(super) use form::{Field, Form, Refusal};

use super::kept::Draft;
use super::screen::{Effect, Hit, Shared};
use crate::desk::Standing;
use crate::text::width::cut;
use crate::words::Fault;
use ratatui::Frame;
use ratatui::crossterm::event::KeyEvent;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear};
use std::fmt;

/// What comes of a key.
pub(super) enum Step {
    /// It stays, and this is to be done.
    Stay(Vec<Effect>),
    /// It goes, then this is done.
    Close(Vec<Effect>),
    /// This is done; it goes when that succeeded, and is told when not.
    Give(Vec<Effect>),
}

/// Something over a screen.
pub(super) trait Layer: fmt::Debug {
    /// Takes a key.
    fn key(&mut self, key: KeyEvent, shared: &Shared) -> Step;

    /// Takes pasted text.
    fn paste(&mut self, _text: &str, _shared: &Shared) {}

    /// Draws it over the body.
    fn draw(&self, shared: &Shared, frame: &mut Frame<'_>, area: Rect);

    /// What the last row says of its keys.
    fn keys(&self, shared: &Shared) -> String;

    /// What it asked for was refused.
    fn refused(&mut self, _fault: &Fault, _shared: &Shared) {}

    /// What it asked for was not done, because something else stands there.
    fn stands(&mut self, _standing: Vec<Standing>, _shared: &Shared) -> Vec<Effect> {
        Vec::new()
    }

    /// Asks once more for what was not done, over what stands there.
    fn again(&mut self) -> Vec<Effect> {
        Vec::new()
    }

    /// Takes what was chosen in a list for one of its fields.
    fn pick(&mut self, _field: &str, _value: &str) {}

    /// What is typed in it and not saved.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// Takes the text that came back from the editor.
    fn edited(&mut self, _text: &str) {}

    /// An item was clicked.
    fn click(&mut self, _item: usize, _shared: &Shared) -> Step {
        Step::Stay(Vec::new())
    }
}

/// A box in the middle of the body with its title, and its keys in its lower border; gives the room inside.
pub(super) fn boxed(
    shared: &Shared,
    frame: &mut Frame<'_>,
    area: Rect,
    (title, keys): (&str, &str),
    size: (u16, u16),
) -> Rect {
    let (wide, high) = (size.0.min(area.width), size.1.min(area.height));
    let place =
        Rect { x: area.x + (area.width - wide) / 2, y: area.y + (area.height - high) / 2, width: wide, height: high };
    framed(shared, frame, place, (title, keys))
}

/// A box at a place.
pub(super) fn framed(shared: &Shared, frame: &mut Frame<'_>, place: Rect, (title, keys): (&str, &str)) -> Rect {
    let cells = usize::from(place.width).saturating_sub(4);
    frame.render_widget(Clear, place);
    let mut block = Block::bordered()
        .border_type(BorderType::Thick)
        .border_style(shared.theme.title())
        .title(Line::from(Span::styled(cut(&format!(" {title} "), cells), shared.theme.title())));
    if !keys.is_empty() {
        block = block.title_bottom(Line::from(Span::styled(cut(&format!(" {keys} "), cells), shared.theme.faint())));
    }
    let inside = block.inner(place);
    frame.render_widget(block, place);
    inside
}

/// Notes the row of an item.
pub(super) fn item_hit(shared: &Shared, inside: Rect, row: usize, item: usize) {
    if let Ok(row) = u16::try_from(row)
        && row < inside.height
    {
        shared.hit(Rect { y: inside.y + row, height: 1, ..inside }, Hit::Item(item));
    }
}
