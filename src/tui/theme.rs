//! Colours by what they mean, in one place. Nothing is told by colour alone.

use ratatui::style::{Color, Modifier, Style};

/// How things look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Theme {
    colors: bool,
}

impl Theme {
    pub(super) fn new(no_color: bool) -> Self {
        Self { colors: !no_color }
    }

    fn ink(self, color: Color) -> Style {
        if self.colors { Style::new().fg(color) } else { Style::new() }
    }

    pub(super) fn title(self) -> Style {
        self.ink(Color::Cyan).add_modifier(Modifier::BOLD)
    }

    pub(super) fn heading(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    pub(super) fn selected(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    pub(super) fn faint(self) -> Style {
        self.ink(Color::DarkGray)
    }

    pub(super) fn key(self) -> Style {
        self.ink(Color::Yellow).add_modifier(Modifier::BOLD)
    }

    pub(super) fn reference(self) -> Style {
        self.ink(Color::Cyan).add_modifier(Modifier::UNDERLINED)
    }

    pub(super) fn good(self) -> Style {
        self.ink(Color::Green)
    }

    pub(super) fn bad(self) -> Style {
        self.ink(Color::Red).add_modifier(Modifier::BOLD)
    }

    pub(super) fn in_force(self) -> Style {
        self.ink(Color::Green)
    }

    pub(super) fn approved(self) -> Style {
        self.ink(Color::Blue)
    }

    pub(super) fn planned(self) -> Style {
        self.ink(Color::Yellow)
    }
}
