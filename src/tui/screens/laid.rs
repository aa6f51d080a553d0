//! A page of an answer as a text to be read on a screen.

use crate::tui::screen::Shared;
use crate::tui::widgets::pager::{Ink, Marked};
use crate::view::{Format, Page, Part};

/// A page as a text; a fact with this value opens.
pub(super) fn laid(page: Page, opens: Option<&str>, shared: &Shared) -> Marked {
    let mut marked = Marked::default();
    for part in page.into_parts() {
        match part {
            Part::Fact(label, value) => {
                marked.piece(&format!("{label}: "), Some(Ink::Faint));
                if Some(value.as_str()) == opens {
                    marked.link(&value, &value);
                    marked.line("", None);
                } else {
                    marked.line(&value, None);
                }
            }
            Part::Heading(title) => {
                marked.line("", None);
                marked.section(&title);
            }
            Part::Group(name) => marked.line(&name, Some(Ink::Heading)),
            Part::Item(code, text) => {
                let name = shared.world.agency(code.trim(), shared.lang);
                // The name of an agency stands in its text already.
                let code = if text.starts_with(name) { "" } else { code.trim_end() };
                let gap = if code.is_empty() { "" } else { "  " };
                marked.line(&format!("· {code}{gap}{text}"), None);
            }
            Part::Line(blanks, text) => marked.line(&format!("{:blanks$}{text}", ""), None),
            Part::Prose(text) => marked.line(&text, None),
            Part::Blank => marked.line("", None),
            Part::Table(table) => {
                let text = table.render(Format::Table, shared.lang, Some(shared.size.0.saturating_sub(4)));
                marked.line(&text.unwrap_or_default(), None);
            }
        }
    }
    marked
}
