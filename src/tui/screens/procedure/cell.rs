//! A cell that is typed: its value with units, how sure it is and from where, asked beside the number. A figure is an assumption until somebody
//! says otherwise, and takes nothing from that which stood there.

use super::sheet::shown;
use super::{Loaded, year};
use crate::cost::{RowField, cell_text, typed};
use crate::desk::{Expected, RowEdit, SetRow, Standing, edited};
use crate::model::{Activity, Cell, Fraction, Provenance};
use crate::text::width::cut;
use crate::text::{Lang, number};
use crate::tui::kept::Draft;
use crate::tui::layers::framed;
use crate::tui::place::Place;
use crate::tui::screen::Shared;
use crate::tui::widgets::input::{self, edit, insert};
use crate::words::procedure_screen::ProcedureWord as P;
use crate::words::{Message, Said};
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent};
use ratatui::layout::Rect;
use ratatui::text::{Line, Span, Text};
use std::collections::BTreeMap;
use tui_input::Input;

/// The order in which qualities are offered.
const QUALITIES: [Provenance; 4] =
    [Provenance::Assumption, Provenance::Surveyed, Provenance::Measured, Provenance::Official];

/// The sign of a quality behind a number.
pub(super) fn sign(quality: Provenance) -> char {
    match quality {
        Provenance::Assumption => '?',
        Provenance::Surveyed => '~',
        Provenance::Measured => '=',
        Provenance::Official => '✓',
    }
}

/// A cell in the form in which the sheet shows it.
pub(super) fn cell_shown(row: &Activity, cell: Cell, lang: Lang) -> String {
    match cell {
        Cell::Minutes | Cell::Times => {
            let text = cell_text(row, cell);
            if lang == Lang::Vi { text.replace('.', ",") } else { text }
        }
        Cell::Outsourcing => number::whole(row.outsourcing.into(), lang),
        Cell::Charges => number::whole(row.charges.into(), lang),
        Cell::Population => match row.population {
            Some(count) => number::whole(count.into(), lang),
            None => cell_text(row, cell),
        },
    }
}

/// A cell that is typed.
#[derive(Debug)]
pub(super) struct Editor {
    pub(super) input: Input,
    /// The row by its id, for another program may move it.
    pub(super) row: String,
    pub(super) cell: Cell,
    /// What the cell showed when it was opened.
    shown: (String, Provenance),
    /// Whether the text is selected: the first key takes its place.
    fresh: bool,
    /// What is in hand: the value, the quality, the source.
    pub(super) focus: usize,
    pub(super) quality: Provenance,
    pub(super) source: Input,
    /// Whether quality or source was chosen here.
    pub(super) chosen: bool,
    pub(super) fault: Option<String>,
    /// The key by which it was given.
    pub(super) by: KeyCode,
}

impl Editor {
    /// Opens a cell: selected, or to be edited.
    pub(super) fn open(row: &Activity, cell: Cell, edits: bool, last: Option<&(Provenance, String)>) -> Self {
        let (quality, source) = last.cloned().unwrap_or((Provenance::Assumption, String::new()));
        Self {
            input: Input::new(cell_shown(row, cell, Lang::Vi)),
            row: row.id.clone(),
            cell,
            shown: (cell_text(row, cell), row.provenance.of(cell)),
            fresh: !edits,
            focus: 0,
            // Who edits the number that stands there does not change how sure it is.
            quality: if edits { row.provenance.of(cell) } else { quality },
            source: Input::new(if edits { row.source.clone() } else { source }),
            chosen: false,
            fault: None,
            by: KeyCode::Enter,
        }
    }

    /// Whether something is typed that does not stand there.
    pub(super) fn is_changed(&self) -> bool {
        !self.fresh
    }

    pub(super) fn key(&mut self, key: KeyEvent) {
        self.fault = None;
        match (key.code, self.focus) {
            (KeyCode::Down, focus) => self.focus = (focus + 1).min(2),
            (KeyCode::Up, focus) => self.focus = focus.saturating_sub(1),
            (code @ (KeyCode::Left | KeyCode::Right | KeyCode::Char(' ')), 1) => {
                let at = QUALITIES.iter().position(|quality| *quality == self.quality).unwrap_or(0);
                let to = if code == KeyCode::Left { at + QUALITIES.len() - 1 } else { at + 1 };
                (self.quality, self.chosen) = (QUALITIES[to % QUALITIES.len()], true);
            }
            (_, 1) => {}
            (_, 2) => {
                edit(&mut self.source, key);
                self.chosen = true;
            }
            _ => {
                if self.fresh && matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace | KeyCode::Delete) {
                    self.input.reset();
                }
                self.fresh = false;
                edit(&mut self.input, key);
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        if self.focus == 2 {
            insert(&mut self.source, text);
            self.chosen = true;
            return;
        }
        if std::mem::take(&mut self.fresh) {
            self.input.reset();
        }
        insert(&mut self.input, text);
    }

    fn value(&self) -> Result<Fraction, typed::Unread> {
        typed::read(self.cell, self.input.value())
    }

    fn edits(&self) -> Vec<RowEdit> {
        let Ok(value) = self.value() else { return Vec::new() };
        let field = RowField::Cell(self.cell);
        let mut edits = vec![RowEdit { field, typed: Some(value.to_string()), provenance: self.quality }];
        let source = self.source.value().trim();
        if !source.is_empty() {
            edits.push(RowEdit { field: RowField::Source, typed: Some(source.to_owned()), provenance: self.quality });
        }
        edits
    }

    /// Puts what is typed into a sheet, where it can stand there.
    pub(super) fn put_in(&self, sheet: &mut [Activity]) {
        if let Some(row) = sheet.iter_mut().find(|row| row.id == self.row)
            && let Ok(new) = edited(row, &self.edits())
        {
            *row = new;
        }
    }

    /// What is asked of the desk; nothing where the cell says what it said.
    ///
    /// # Errors
    /// It cannot stand there, in words that say what would be right.
    pub(super) fn request(
        &self,
        regulation: &str,
        sheet: &[Activity],
        shared: &Shared,
    ) -> Result<Option<SetRow>, String> {
        let lang = shared.lang;
        if let Err(unread) = self.value() {
            let meant = unread.nearest.map(|nearest| {
                P::EditorMeant.with(
                    lang,
                    &[&number::decimal(
                        nearest.numerator(),
                        nearest.denominator(),
                        u32::from(!nearest.is_whole()),
                        lang,
                    )],
                )
            });
            return Err([Some(unread.said.text(lang).to_owned()), meant]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(". "));
        }
        if let Some(row) = sheet.iter().find(|row| row.id == self.row) {
            let new = edited(row, &self.edits()).map_err(|fault| shared.fault(&fault))?;
            if new == *row {
                return Ok(None);
            }
        }
        Ok(self.plain_request(regulation))
    }

    pub(super) fn plain_request(&self, regulation: &str) -> Option<SetRow> {
        let edits = self.edits();
        let field = RowField::Cell(self.cell);
        let (value, provenance) = (self.shown.0.clone(), Some(self.shown.1));
        (!edits.is_empty()).then(|| SetRow {
            regulation: regulation.to_owned(),
            row: self.row.clone(),
            edits,
            expected: vec![Expected { field, value, provenance }],
        })
    }

    /// What another wrote is seen now.
    pub(super) fn saw(&mut self, standing: &[Standing]) {
        if let Some(one) = standing.iter().find(|one| one.field == self.cell.name()) {
            self.shown = (one.figure.value.clone(), one.figure.provenance.unwrap_or(self.shown.1));
        }
    }

    /// Whether a sheet has what is typed.
    pub(super) fn is_stored(&self, sheet: &[Activity]) -> bool {
        let Ok(value) = self.value() else { return false };
        let row = sheet.iter().find(|row| row.id == self.row);
        row.is_some_and(|row| {
            cell_text(row, self.cell) == value.to_string() && row.provenance.of(self.cell) == self.quality
        })
    }

    /// What was done, in words.
    pub(super) fn told(&self, shared: &Shared) -> Said {
        let new = self.value().map(|value| value.to_string()).unwrap_or_default();
        let _ = shared;
        P::CellSaved
            .said_by(|lang| vec![self.cell.short(lang).to_owned(), self.row.clone(), self.shown.0.clone(), new.clone()])
    }

    pub(super) fn draft(&self, place: Place) -> Draft {
        let title = P::CellDraft.with(Lang::Vi, &[&self.row, &self.cell.short(Lang::Vi), &self.input.value()]);
        let answers =
            [("value", self.input.value()), ("quality", self.quality.name()), ("source", self.source.value())];
        let answers = answers.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Draft { place, form: format!("cell:{}:{}", self.row, self.cell.name()), title, answers }
    }

    pub(super) fn fill(&mut self, answers: &BTreeMap<String, String>) {
        let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
        self.input = Input::new(answer("value"));
        self.source = Input::new(answer("source"));
        self.quality = Provenance::parse(&answer("quality")).unwrap_or(self.quality);
        self.fresh = false;
    }

    /// The box below the sheet: the value and what it was understood as, the quality, the source, what comes of it.
    pub(super) fn draw(&self, loaded: &Loaded, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        let (lang, theme) = (shared.lang, shared.theme);
        let name = loaded.sheet.iter().find(|row| row.id == self.row).map_or("", |row| row.name.as_str());
        let title = format!("{} {name} · {}", self.row, self.cell.short(lang));
        let keys = P::EditorKeys.with(lang, &[&self.shown.0]);
        let inside = framed(shared, frame, area, (&title, &keys));
        let label = |word: P, at: usize| {
            let mark = if at == self.focus { "▶" } else { " " };
            let style = if at == self.focus { theme.heading() } else { theme.faint() };
            Span::styled(crate::text::width::left(&format!("{mark}{}", shared.word(word)), LABEL), style)
        };
        let understood = match self.value() {
            Ok(value) => format!(
                "= {} {}",
                number::decimal(value.numerator(), value.denominator(), if value.is_whole() { 0 } else { 2 }, lang),
                self.cell.unit().short(lang)
            ),
            Err(_) => String::new(),
        };
        let was = P::EditorWas.with(lang, &[&self.shown.0, &self.shown.1.word(lang)]);
        let value_style = if self.fresh && self.focus == 0 { theme.hand() } else { ratatui::style::Style::new() };
        let mut lines = vec![Line::from(vec![
            label(P::EditorValue, 0),
            Span::styled(self.input.value().to_owned(), value_style),
            Span::raw(format!("  {understood}   ")),
            Span::styled(was, theme.faint()),
        ])];
        if let Some(fault) = &self.fault {
            let cells = usize::from(inside.width).saturating_sub(LABEL + 3);
            lines.push(Line::styled(format!("{}✗ {}", " ".repeat(LABEL), cut(fault, cells)), theme.bad()));
            let forms = P::EditorForms.with(lang, &[&shared.word(typed::forms(self.cell))]);
            lines.push(Line::styled(format!("{}{}", " ".repeat(LABEL), cut(&forms, cells)), theme.faint()));
        } else {
            let mut qualities = vec![label(P::EditorQuality, 1)];
            for quality in QUALITIES {
                let mark = if quality == self.quality { "(•)" } else { "( )" };
                let style = if quality == self.quality { theme.heading() } else { theme.faint() };
                qualities.push(Span::styled(format!("{mark} {} {}  ", sign(quality), quality.word(lang)), style));
            }
            lines.push(Line::from(qualities));
            let hint = if self.quality == Provenance::Assumption && self.source.value().is_empty() {
                shared.word(P::AssumptionUntilSaid)
            } else {
                ""
            };
            lines.push(Line::from(vec![
                label(P::EditorSource, 2),
                Span::raw(self.source.value().to_owned()),
                Span::styled(format!("  {hint}"), theme.faint()),
            ]));
            if let Some(text) = self.result(loaded, shared) {
                lines.push(Line::from(vec![label(P::EditorResult, 9), Span::raw(text)]));
            }
        }
        frame.render_widget(Text::from(lines), inside);
        let (line, typed) = match self.focus {
            0 => (0, &self.input),
            2 => (2, &self.source),
            _ => return,
        };
        let row = Rect { y: inside.y + line, height: 1, ..inside };
        input::set_cursor(frame, row, LABEL + typed.visual_cursor());
    }

    /// What the row costs once and a year, before and after.
    fn result(&self, loaded: &Loaded, shared: &Shared) -> Option<String> {
        let at = loaded.sheet.iter().position(|row| row.id == self.row)?;
        let before = loaded.figures.as_ref().ok()?.rows.get(at)?;
        let mut sheet = loaded.sheet.clone();
        self.put_in(&mut sheet);
        let figures = loaded.figures_of(&sheet).ok()?;
        let after = figures.rows.get(at)?;
        Some(P::OnceAndYear.with(
            shared.lang,
            &[
                &shown(before.one, shared),
                &shown(after.one, shared),
                &year(before.annual, shared),
                &year(after.annual, shared),
            ],
        ))
    }
}

/// Cells of the labels of the box.
const LABEL: usize = 11;
