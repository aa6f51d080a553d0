//! Typing figures into the cells of a sheet.

use super::app::{App, CELLS, Effect};
use super::form::edit;
use crate::cost::{cell_text, set_cell};
use crate::model::{Activity, Provenance};
use crate::text::Message;
use crate::text::messages::tui::TuiWord as W;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

impl App {
    pub(super) fn type_cell(&mut self) {
        let row = self.detail.as_ref().and_then(|d| d.sheet.get(self.row));
        self.typing = row.map(|row| Input::new(cell_text(row, CELLS[self.column])));
    }

    pub(super) fn key_cell(&mut self, key: KeyEvent) -> Vec<Effect> {
        let Some(mut typing) = self.typing.take() else { return Vec::new() };
        match key.code {
            KeyCode::Esc => Vec::new(),
            KeyCode::Enter | KeyCode::Tab | KeyCode::Up | KeyCode::Down => match self.typed(typing.value()) {
                Some(sheet) => {
                    match key.code {
                        KeyCode::Tab => self.column = (self.column + 1) % CELLS.len(),
                        KeyCode::Up => self.step(-1),
                        KeyCode::Down => self.step(1),
                        _ => {}
                    }
                    let unchanged = self.detail.as_ref().is_some_and(|d| d.sheet == sheet);
                    if unchanged { Vec::new() } else { vec![Effect::SaveSheet(sheet)] }
                }
                None => {
                    self.complain(W::BadFigure.with(self.lang, &[&typing.value()]));
                    self.typing = Some(typing);
                    Vec::new()
                }
            },
            _ => {
                edit(&mut typing, key);
                self.typing = Some(typing);
                Vec::new()
            }
        }
    }

    /// The sheet with what is typed in the cell in hand; nothing when that is no figure. A figure that a person corrects is
    /// measured unless it is said to be something else.
    pub(super) fn typed(&self, typed: &str) -> Option<Vec<Activity>> {
        let detail = self.detail.as_ref()?;
        let mut sheet = detail.sheet.clone();
        let row = sheet.get_mut(self.row)?;
        let cell = CELLS[self.column];
        let before = cell_text(row, cell);
        let provenance = match row.provenance.of(cell) {
            Provenance::Assumption => Provenance::Measured,
            known => known,
        };
        let set = set_cell(row, cell, typed, provenance);
        if set && cell_text(row, cell) == before {
            return Some(detail.sheet.clone());
        }
        set.then_some(sheet)
    }

    pub(super) fn next_provenance(&mut self) -> Vec<Effect> {
        let Some(detail) = &self.detail else { return Vec::new() };
        let mut sheet = detail.sheet.clone();
        let Some(row) = sheet.get_mut(self.row) else { return Vec::new() };
        let cell = CELLS[self.column];
        let at = Provenance::ALL.iter().position(|p| *p == row.provenance.of(cell)).unwrap_or(0);
        row.provenance.set(cell, Provenance::ALL[(at + 1) % Provenance::ALL.len()]);
        vec![Effect::SaveSheet(sheet)]
    }
}
