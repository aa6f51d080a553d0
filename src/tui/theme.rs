//! Colours by what they mean, in one place: names of ANSI on the terminal's own background, never numbers. Nothing is told by colour alone;
//! the signs stand in the texts. No colours 0, 7 and 8: on some palettes they are the background.

use crate::words::named;
use crate::words::screen::ScreenWord as W;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

named! {
    /// How the program looks.
    Look {
        /// On a dark background.
        Dark = "dark" { vi: "nền tối", en: "dark" },
        /// On a light background.
        Light = "light" { vi: "nền sáng", en: "light" },
        /// Bold and reversed instead of colours.
        Contrast = "contrast" { vi: "tương phản cao", en: "high contrast" },
        /// Without colours.
        Mono = "mono" { vi: "không màu", en: "without colours" },
    }
}

/// How things look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Theme {
    /// The colours.
    pub(super) look: Look,
    /// Whether borders and signs are those of ASCII.
    pub(super) ascii: bool,
}

impl Theme {
    pub(super) fn new(look: Look) -> Self {
        Self { look, ascii: false }
    }

    /// A colour in dark and in light, and what takes its place in high contrast and without colours.
    fn role(self, dark: Color, light: Color, contrast: Modifier, mono: Modifier) -> Style {
        match self.look {
            Look::Dark => Style::new().fg(dark),
            Look::Light => Style::new().fg(light),
            Look::Contrast => Style::new().add_modifier(contrast),
            Look::Mono => Style::new().add_modifier(mono),
        }
    }

    fn plain(self) -> Style {
        Style::new()
    }

    /// Units, hints, what is not in hand.
    pub(super) fn faint(self) -> Style {
        if self.look == Look::Dark { Style::new().add_modifier(Modifier::DIM) } else { self.plain() }
    }

    /// Titles, the tab in hand, the border in focus.
    pub(super) fn title(self) -> Style {
        self.role(Color::Cyan, Color::Blue, Modifier::BOLD, Modifier::BOLD).add_modifier(Modifier::BOLD)
    }

    /// Heads of columns and sections.
    pub(super) fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// Names of keys.
    pub(super) fn key(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// The row in hand.
    pub(super) fn hand(self) -> Style {
        let style = Style::new().add_modifier(Modifier::REVERSED);
        if self.look == Look::Contrast { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// A row that is marked.
    pub(super) fn marked(self) -> Style {
        self.role(Color::Yellow, Color::Magenta, Modifier::BOLD | Modifier::UNDERLINED, Modifier::UNDERLINED)
    }

    /// What opens something.
    pub(super) fn link(self) -> Style {
        let style = Style::new().add_modifier(Modifier::UNDERLINED);
        if self.look == Look::Contrast { style.add_modifier(Modifier::BOLD) } else { style }
    }

    /// What was found.
    pub(super) fn hit(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD | Modifier::UNDERLINED)
    }

    /// What is right or done, and what is in force.
    pub(super) fn good(self) -> Style {
        self.role(Color::Green, Color::Blue, Modifier::BOLD, Modifier::BOLD)
    }

    /// What is approved.
    pub(super) fn approved(self) -> Style {
        self.role(Color::Cyan, Color::Blue, Modifier::empty(), Modifier::empty())
    }

    /// What is planned.
    pub(super) fn planned(self) -> Style {
        self.plain()
    }

    /// What needs a look, or is late.
    pub(super) fn warning(self) -> Style {
        let style = self.role(Color::Yellow, Color::Magenta, Modifier::REVERSED, Modifier::BOLD);
        style.add_modifier(Modifier::BOLD)
    }

    /// What is wrong.
    pub(super) fn bad(self) -> Style {
        let style = self.role(Color::Red, Color::Red, Modifier::REVERSED, Modifier::REVERSED);
        style.add_modifier(Modifier::BOLD)
    }

    /// A figure that nobody has vouched for.
    pub(super) fn assumed(self) -> Style {
        self.faint()
    }

    /// Words that go.
    pub(super) fn removed(self) -> Style {
        let style = self.role(Color::Red, Color::Red, Modifier::REVERSED, Modifier::REVERSED);
        if matches!(self.look, Look::Dark | Look::Light) { style.add_modifier(Modifier::CROSSED_OUT) } else { style }
    }

    /// Words that come.
    pub(super) fn added(self) -> Style {
        let style = self.role(Color::Green, Color::Blue, Modifier::empty(), Modifier::empty());
        style.add_modifier(Modifier::UNDERLINED)
    }

    /// What is typed and not saved.
    pub(super) fn unsaved(self) -> Style {
        self.role(Color::Yellow, Color::Magenta, Modifier::BOLD, Modifier::BOLD)
    }
}

/// The looks with their words.
pub(super) fn looks() -> impl Iterator<Item = Look> {
    Look::ALL.iter().copied()
}

/// Puts signs of ASCII in the place of those that some terminals lack; letters stay.
pub(super) fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let plain = match cell.symbol() {
            "▶" | "▸" | "►" => ">",
            "▾" | "▼" => "v",
            "▲" => "^",
            "●" | "✱" | "◆" | "•" => "*",
            "■" => "#",
            "✓" => "+",
            "✗" => "x",
            "█" | "▌" | "▋" => "#",
            "▓" | "▒" => "%",
            "░" => ":",
            "·" | "…" => ".",
            "│" | "┃" | "║" | "▏" => "|",
            "─" | "━" | "═" | "┄" | "┈" => "-",
            "┌" | "┐" | "└" | "┘" | "├" | "┤" | "┬" | "┴" | "┼" | "┏" | "┓" | "┗" | "┛" => {
                "+"
            }
            "→" => ">",
            "←" => "<",
            "↑" => "^",
            "↓" => "v",
            "⇅" => "=",
            "≠" => "!",
            "≥" => ">",
            "≤" => "<",
            "−" | "–" => "-",
            "“" | "”" => "\"",
            "▁" => "_",
            "▂" | "▃" | "▄" | "▅" | "▆" | "▇" => "=",
            _ => continue,
        };
        cell.set_symbol(plain);
    }
}

/// The word for the choice of a look.
pub(super) const QUESTION: W = W::DoLook;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn no_role_uses_a_colour_that_may_be_the_background() {
        for look in looks() {
            assert!(!look.word(Lang::Vi).is_empty());
            let theme = Theme::new(look);
            let roles = [
                theme.faint(),
                theme.title(),
                theme.heading(),
                theme.key(),
                theme.hand(),
                theme.marked(),
                theme.link(),
                theme.good(),
                theme.approved(),
                theme.planned(),
                theme.warning(),
                theme.bad(),
                theme.removed(),
                theme.added(),
                theme.unsaved(),
            ];
            for role in roles {
                let bad = [Color::Black, Color::Gray, Color::DarkGray, Color::White];
                assert!(role.bg.is_none() && role.fg.is_none_or(|fg| !bad.contains(&fg)), "{look:?} {role:?}");
                // Without colours nothing but signs and letters' own features is left.
                assert!(!matches!(look, Look::Contrast | Look::Mono) || role.fg.is_none(), "{look:?} {role:?}");
            }
        }
    }
}
