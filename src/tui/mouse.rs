//! The mouse, where it is read: the wheel moves, a click takes in hand, a second one opens; a click on a head sorts, one on a title folds,
//! one on what opens in a text opens it.

use super::app::App;
use super::command::id;
use super::place::Place;
use super::screen::{Effect, Hit};
use ratatui::crossterm::event::{KeyEvent, MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::Position;

impl App {
    /// Takes the mouse.
    pub(super) fn mouse(&mut self, event: MouseEvent) -> Vec<Effect> {
        let at = Position::new(event.column, event.row);
        let hit =
            self.shared.hits.borrow().iter().rev().find(|(area, _)| area.contains(at)).map(|(_, hit)| hit.clone());
        match (event.kind, hit) {
            (MouseEventKind::ScrollUp, _) => self.wheel(id::UP),
            (MouseEventKind::ScrollDown, _) => self.wheel(id::DOWN),
            (MouseEventKind::Down(MouseButton::Left), Some(hit)) => self.click(hit),
            (MouseEventKind::Down(MouseButton::Right), _) if self.layers.is_empty() => vec![Effect::Run(id::ACTIONS)],
            _ => Vec::new(),
        }
    }

    fn wheel(&mut self, what: &'static str) -> Vec<Effect> {
        let code = if what == id::UP {
            ratatui::crossterm::event::KeyCode::Up
        } else {
            ratatui::crossterm::event::KeyCode::Down
        };
        let mut effects = Vec::new();
        for _ in 0..3 {
            effects.extend(self.key(KeyEvent::from(code)));
        }
        effects
    }

    fn click(&mut self, hit: Hit) -> Vec<Effect> {
        if let (Hit::Item(item), Some(layer)) = (&hit, self.layers.last_mut()) {
            let step = layer.click(*item, &self.shared);
            return self.stepped(step);
        }
        if !self.layers.is_empty() {
            return Vec::new();
        }
        match hit {
            Hit::Screen(name) => vec![Effect::Open(Place::of(name))],
            Hit::Tab(tab) => {
                let (screen, shared) = self.screen_mut();
                screen.turn(tab, shared)
            }
            Hit::Command(command) => vec![Effect::Run(command)],
            Hit::Row(at) => {
                let (screen, shared) = self.screen_mut();
                let again = match screen.grid() {
                    Some(grid) => {
                        let again = grid.position().is_some_and(|(now, _)| now == at + 1);
                        grid.go_to(at);
                        again
                    }
                    None => screen.clicked(&hit, shared),
                };
                if again { vec![Effect::Run(id::OPEN)] } else { Vec::new() }
            }
            Hit::Line(_) | Hit::Cell(..) | Hit::Link(_) => {
                let (screen, shared) = self.screen_mut();
                if screen.clicked(&hit, shared) { vec![Effect::Run(id::OPEN)] } else { Vec::new() }
            }
            Hit::Group(at) => {
                let (screen, _) = self.screen_mut();
                if let Some(grid) = screen.grid() {
                    grid.turn_group(at);
                }
                Vec::new()
            }
            Hit::Column(column) => {
                let (screen, _) = self.screen_mut();
                if let Some(grid) = screen.grid() {
                    grid.click_head(column);
                }
                Vec::new()
            }
            Hit::Item(_) => Vec::new(),
        }
    }
}
