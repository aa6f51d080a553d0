//! Typing figures into the cells of a sheet: what is sent names the row, the cell, and what the cell showed when it was opened.

use super::app::{App, CELLS, Effect};
use super::form::edit;
use crate::cost::{RowField, cell_text};
use crate::desk::{Expected, RowEdit, SetRow, Standing, edited, in_words};
use crate::model::{Activity, Cell, Provenance};
use crate::words::tui::TuiWord as W;
use crate::words::{Fault, Message};
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use tui_input::Input;

/// The table in which the cells of a sheet lie.
const SHEET: &str = "activity";

/// A cell that is being typed.
#[derive(Debug, Clone)]
pub(super) struct Typing {
    pub(super) input: Input,
    /// The row by its id, for another program may move it.
    row: String,
    cell: Cell,
    /// What the cell showed when it was opened, or when it was asked whether to write over it.
    shown: (String, Provenance),
    /// What another wrote there since; the next Enter writes over it.
    pub(super) question: Option<Standing>,
    /// The key by which it was given.
    by: KeyCode,
}

impl App {
    pub(super) fn type_cell(&mut self) {
        let row = self.detail.as_ref().and_then(|d| d.sheet.get(self.row));
        let cell = CELLS[self.column];
        self.typing = row.map(|row| Typing {
            input: Input::new(cell_text(row, cell)),
            row: row.id.clone(),
            cell,
            shown: (cell_text(row, cell), row.provenance.of(cell)),
            question: None,
            by: KeyCode::Enter,
        });
    }

    pub(super) fn key_cell(&mut self, key: KeyEvent) -> Vec<Effect> {
        let Some(mut typing) = self.typing.take() else { return Vec::new() };
        match key.code {
            KeyCode::Esc => Vec::new(),
            KeyCode::Enter | KeyCode::Tab | KeyCode::Up | KeyCode::Down => {
                typing.by = key.code;
                match self.given_in(&typing) {
                    Ok(None) => {
                        self.leave_cell(key.code);
                        Vec::new()
                    }
                    Ok(Some(request)) => {
                        self.sent = Some(typing);
                        vec![Effect::SetRow(Box::new(request))]
                    }
                    Err(fault) => {
                        self.complain(fault.message(self.lang));
                        self.typing = Some(typing);
                        Vec::new()
                    }
                }
            }
            _ => {
                edit(&mut typing.input, key);
                self.typing = Some(typing);
                Vec::new()
            }
        }
    }

    /// Goes on to where the key leads by which a cell was given.
    fn leave_cell(&mut self, by: KeyCode) {
        match by {
            KeyCode::Tab => self.column = (self.column + 1) % CELLS.len(),
            KeyCode::Up => self.step(-1),
            KeyCode::Down => self.step(1),
            _ => {}
        }
    }

    /// What is asked of the desk: nothing when the cell says what it said. Nobody has vouched yet for a figure that was typed, so it is an
    /// assumption until the key for it says how sure it is, as on the command line.
    fn given_in(&self, typing: &Typing) -> Result<Option<SetRow>, Fault> {
        let Some(detail) = &self.detail else { return Ok(None) };
        let (value, sure) = &typing.shown;
        let field = RowField::Cell(typing.cell);
        let edit = RowEdit { field, typed: Some(typing.input.value().to_owned()), provenance: Provenance::Assumption };
        if let Some(row) = detail.sheet.iter().find(|row| row.id == typing.row) {
            let new = edited(row, std::slice::from_ref(&edit))?;
            if cell_text(&new, typing.cell) == *value {
                return Ok(None);
            }
        }
        Ok(Some(SetRow {
            regulation: detail.regulation.code.clone(),
            row: typing.row.clone(),
            edits: vec![edit],
            expected: vec![Expected { field, value: value.clone(), provenance: Some(*sure) }],
        }))
    }

    /// The sheet with what is typed in it; nothing when that cannot stand there.
    pub(super) fn typed(&self, typing: &Typing) -> Option<Vec<Activity>> {
        let mut sheet = self.detail.as_ref()?.sheet.clone();
        let row = sheet.iter_mut().find(|row| row.id == typing.row)?;
        let field = RowField::Cell(typing.cell);
        let edit =
            RowEdit { field, typed: Some(typing.input.value().to_owned()), provenance: row.provenance.of(typing.cell) };
        *row = edited(row, &[edit]).ok()?;
        Some(sheet)
    }

    /// The figure that was sent is stored.
    pub(super) fn cell_stored(&mut self) {
        if let Some(typing) = self.sent.take() {
            self.leave_cell(typing.by);
        }
    }

    /// Something else stands where a figure was to go: what was typed is there again, and the next Enter writes over what stands there now.
    pub(super) fn cell_stands(&mut self, standing: Standing) {
        match self.sent.take() {
            Some(typing) => {
                let sure = standing.figure.provenance.unwrap_or(typing.shown.1);
                let shown = (standing.figure.value.clone(), sure);
                self.typing = Some(Typing { shown, question: Some(standing), ..typing });
            }
            None => self.complain(self.changed_to(SHEET, &standing)),
        }
    }

    /// The question whether to write over what another wrote.
    pub(super) fn question(&self) -> Option<String> {
        let standing = self.typing.as_ref()?.question.as_ref()?;
        let value = self.in_words(SHEET, &standing.field, &standing.figure.value);
        Some(W::WriteOver.with(self.lang, &[&self.changed_to(SHEET, standing), &value]))
    }

    /// What a field of a table was changed to, how sure that is, and by whom.
    pub(super) fn changed_to(&self, table: &str, standing: &Standing) -> String {
        let figure = &standing.figure;
        let sure = figure.provenance.map(|sure| sure.word(self.lang).to_owned());
        let who = standing.last.as_ref().map(|last| last.author.clone()).filter(|who| !who.is_empty());
        let parts = std::iter::once(self.in_words(table, &standing.field, &figure.value))
            .chain(sure)
            .chain(who)
            .collect::<Vec<_>>();
        W::JustChanged.with(self.lang, &[&parts.join(", ")])
    }

    fn in_words(&self, table: &str, field: &str, value: &str) -> String {
        match value {
            "" => self.word(W::NothingThere).to_owned(),
            text => crate::text::width::cut(&in_words(table, field, text, self.lang).replace('\n', " "), 40),
        }
    }

    pub(super) fn next_provenance(&mut self) -> Vec<Effect> {
        let Some(detail) = &self.detail else { return Vec::new() };
        let Some(row) = detail.sheet.get(self.row) else { return Vec::new() };
        let cell = CELLS[self.column];
        let (field, sure) = (RowField::Cell(cell), row.provenance.of(cell));
        let at = Provenance::ALL.iter().position(|p| *p == sure).unwrap_or(0);
        let next = Provenance::ALL[(at + 1) % Provenance::ALL.len()];
        vec![Effect::SetRow(Box::new(SetRow {
            regulation: detail.regulation.code.clone(),
            row: row.id.clone(),
            edits: vec![RowEdit { field, typed: None, provenance: next }],
            expected: vec![Expected { field, value: cell_text(row, cell), provenance: Some(sure) }],
        }))]
    }
}
