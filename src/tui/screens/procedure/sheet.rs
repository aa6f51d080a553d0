//! The cost sheet as a spreadsheet: typing replaces, F2 edits, rows are added and filled down, rows of a spreadsheet are pasted.

use super::cell::Editor;
use super::{DRAFT, Loaded, OBSERVE, QUALITY, ROW, observe, paste, sheet_draw};
use crate::cost::RowField;
use crate::cost::explain;
use crate::desk::{AddRow, RemoveRow, RowEdit, SetRow, Standing};
use crate::model::{Activity, ActivityGroup, Cell, Fraction, Observed, Parameter, Provenance, Unit};
use crate::text::width::wrap;
use crate::tui::command::{Can, id};
use crate::tui::kept::Draft;
use crate::tui::layers::{Field, Form, Item, Refusal, ask};
use crate::tui::place::Place;
use crate::tui::screen::{After, Detail, Effect, Hit, Shared, Verb, after};
use crate::tui::widgets::grid::millions_of;
use crate::view::dong;
use crate::view::nouns::cost_sheet::{explained, in_cell};
use crate::words::procedure_screen::ProcedureWord as P;
use crate::words::{Fault, Message, capital};
use ratatui::Frame;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::layout::Rect;
use ratatui::text::Line;
use std::cell::Cell as Place0;

/// The cells that can be typed, in the order of the sheet.
pub(super) const CELLS: [Cell; 5] = [Cell::Minutes, Cell::Outsourcing, Cell::Charges, Cell::Times, Cell::Population];

/// The sheet in hand.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) row: usize,
    /// The column in hand: 0 the activity, then the cells.
    pub(super) column: usize,
    pub(super) editor: Option<Editor>,
    /// Whether what stands in the editor is being stored.
    sent: bool,
    /// What stands there instead of what was seen.
    standing: Vec<Standing>,
    /// The quality and source that were chosen last.
    last: Option<(Provenance, String)>,
    pub(super) top: Place0<usize>,
    page: Place0<usize>,
}

impl Sheet {
    /// Takes the sheet anew: the cursor stays on its row, what is typed stays, what was stored is left.
    pub(super) fn load(&mut self, now: &Loaded, before: Option<&Loaded>) {
        if let Some(hand) = before.and_then(|before| before.sheet.get(self.row)) {
            self.row = now.sheet.iter().position(|row| row.id == hand.id).unwrap_or(self.row);
        }
        self.row = self.row.min(now.sheet.len().saturating_sub(1));
        let Some(editor) = self.editor.as_ref().filter(|_| self.sent) else { return };
        if editor.is_stored(&now.sheet) {
            self.last = Some((editor.quality, editor.source.value().to_owned())).filter(|_| editor.chosen);
            let by = editor.by;
            (self.editor, self.sent) = (None, false);
            self.leave(by, now.sheet.len());
        }
    }

    /// Goes on to where the key leads by which a cell was given.
    fn leave(&mut self, by: KeyCode, rows: usize) {
        match by {
            KeyCode::Tab => self.column = if self.column < CELLS.len() { self.column + 1 } else { 1 },
            KeyCode::Up => self.row = self.row.saturating_sub(1),
            KeyCode::BackTab => self.column = self.column.saturating_sub(1).max(1),
            _ => self.row = (self.row + 1).min(rows.saturating_sub(1)),
        }
    }

    /// Takes a cell in hand, unless another is being typed.
    pub(super) fn clicked(&mut self, hit: &Hit) -> bool {
        if let (Hit::Cell(row, column), None) = (hit, &self.editor) {
            (self.row, self.column) = (*row, *column);
        }
        false
    }

    /// The cell in hand; nothing on the activity.
    pub(super) fn cell(&self) -> Option<Cell> {
        self.column.checked_sub(1).and_then(|at| CELLS.get(at)).copied()
    }

    fn hand<'l>(&self, loaded: &'l Loaded) -> Option<&'l Activity> {
        loaded.sheet.get(self.row)
    }

    /// The sheet with what is typed in it; the sheet itself where that cannot stand there.
    pub(super) fn typed(&self, loaded: &Loaded) -> Vec<Activity> {
        let mut sheet = loaded.sheet.clone();
        if let Some(editor) = &self.editor {
            editor.put_in(&mut sheet);
        }
        sheet
    }

    pub(super) fn total(&self, loaded: &Loaded, shared: &Shared) -> String {
        let now = loaded.figures_of(&self.typed(loaded)).ok().and_then(|figures| figures.annual);
        let Some(before) = loaded.annual() else {
            return if loaded.sheet.is_empty() { String::new() } else { shared.word(P::YearUnknown).to_owned() };
        };
        match now {
            Some(now) if now != before => {
                P::BeforeAfter.with(shared.lang, &[&millions_of(before, shared), &millions_of(now, shared)])
            }
            _ => P::AYear.with(shared.lang, &[&millions_of(before, shared)]),
        }
    }

    pub(super) fn detail(&self, loaded: &Loaded, shared: &Shared, cells: usize) -> Option<Detail> {
        let row = self.hand(loaded)?;
        let lang = shared.lang;
        let cell = self.cell();
        let title = match cell {
            Some(cell) => format!("{} · {}", row.id, cell.short(lang)),
            None => row.id.clone(),
        };
        let mut lines: Vec<Line<'static>> = Vec::new();
        let mut add = |text: &str, faint: bool| {
            let style = if faint { shared.theme.faint() } else { ratatui::style::Style::new() };
            lines.extend(wrap(text, cells).into_iter().map(|line| Line::styled(line, style)));
        };
        let figures = loaded.figures_of(&self.typed(loaded)).ok();
        let figure = figures.as_ref().and_then(|figures| figures.rows.get(self.row));
        if shared.wide() {
            add(&row.name, false);
            if !row.how.is_empty() {
                add(&row.how, true);
            }
            add("", false);
        }
        if let Some(figure) = figure {
            add(&explain(figure, lang).lines().collect::<Vec<_>>().join(" "), false);
        }
        if shared.wide() {
            add("", false);
        }
        let source = if row.source.is_empty() { shared.word(P::NoSource) } else { &row.source };
        let quality = cell.map_or_else(String::new, |cell| row.provenance.of(cell).word(lang).to_owned());
        if let Some(cell) = cell
            && let Some(seen) = Observed::of(&loaded.observations, &row.id, cell)
        {
            add(&explained(cell, &seen, in_cell(row, cell, loaded.whole.as_ref()), lang), false);
        }
        add(&P::SourceOf.with(lang, &[&quality, &source]), false);
        if shared.wide() {
            add("", false);
            if let (Some(effect), Some(annual)) = (&loaded.effect, loaded.annual())
                && !effect.each.is_empty()
            {
                let saved = format!("−{}", millions_of(effect.saved(), shared));
                let after = annual.less(effect.saved());
                add(&P::AfterMeasures.with(lang, &[&millions_of(after, shared), &saved]), false);
            }
            add(shared.word(P::TypeToReplace), true);
        }
        Some(Detail { title, right: shared.word(P::QualityLegend).to_owned(), lines })
    }

    pub(super) fn draw(&self, loaded: &Loaded, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
        self.page.set(usize::from(area.height.max(4)) - 3);
        sheet_draw::draw(self, loaded, shared, frame, area);
    }

    pub(super) fn can(&self, loaded: &Loaded, what: &str, shared: &Shared) -> Can {
        let any = || Can::when(!loaded.sheet.is_empty(), || shared.word(P::NoRowHere).to_owned());
        match what {
            id::UP
            | id::DOWN
            | id::LEFT
            | id::RIGHT
            | id::PAGE_UP
            | id::PAGE_DOWN
            | id::FIRST
            | id::LAST
            | id::NEXT_PANE
            | id::PREVIOUS_PANE
            | id::NEW => Can::Yes,
            id::OPEN | id::EDIT | id::DELETE | id::COPY | ROW | QUALITY | OBSERVE => any(),
            id::FILL => {
                let below = loaded.sheet.len() > self.row + 1 && self.column > 0;
                Can::when(below, || shared.word(P::NothingBelow).to_owned())
            }
            DRAFT => Can::Yes,
            _ => Can::NotHere,
        }
    }

    pub(super) fn run(&mut self, loaded: &Loaded, what: &'static str, shared: &Shared) -> Option<Vec<Effect>> {
        let last = loaded.sheet.len().saturating_sub(1);
        match what {
            id::UP => self.row = self.row.saturating_sub(1),
            id::DOWN => self.row = (self.row + 1).min(last),
            id::PAGE_UP => self.row = self.row.saturating_sub(self.page.get()),
            id::PAGE_DOWN => self.row = (self.row + self.page.get()).min(last),
            id::FIRST => self.row = 0,
            id::LAST => self.row = last,
            id::LEFT | id::PREVIOUS_PANE => self.column = self.column.saturating_sub(1),
            id::RIGHT | id::NEXT_PANE => self.column = (self.column + 1).min(CELLS.len()),
            id::BACK if self.editor.is_some() => (self.editor, self.sent) = (None, false),
            id::OPEN | id::EDIT => match self.cell() {
                Some(cell) => self.open(loaded, cell, what == id::EDIT),
                None => return Some(self.row_form(loaded, shared).into_iter().collect()),
            },
            QUALITY => {
                self.column = self.column.max(1);
                self.open(loaded, self.cell()?, true);
                if let Some(editor) = &mut self.editor {
                    editor.focus = 1;
                }
            }
            OBSERVE => {
                self.column = self.column.max(1);
                let (row, cell) = (self.hand(loaded)?.id.clone(), self.cell()?);
                return Some(vec![observe::form(loaded, &row, cell, shared)]);
            }
            ROW => return Some(self.row_form(loaded, shared).into_iter().collect()),
            id::NEW => return Some(vec![self.new_row_form(loaded, shared)]),
            id::DELETE => return Some(self.ask_removing(loaded, shared).into_iter().collect()),
            id::FILL => return Some(self.ask_filling(loaded, shared).into_iter().collect()),
            id::COPY => return Some(vec![Effect::Copy(self.copied(loaded))]),
            _ => return None,
        }
        Some(Vec::new())
    }

    fn open(&mut self, loaded: &Loaded, cell: Cell, edits: bool) {
        self.editor = self.hand(loaded).map(|row| Editor::open(row, cell, edits, self.last.as_ref()));
        self.sent = false;
    }

    /// Takes a key while a cell is typed, or the first that begins to.
    pub(super) fn key(&mut self, loaded: &Loaded, key: KeyEvent, shared: &Shared) -> Option<Vec<Effect>> {
        if self.editor.is_none() {
            let begins = matches!(key.code, KeyCode::Char(c) if c.is_ascii_digit() || c == '-' || c == ',')
                && !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
            if !begins || loaded.sheet.is_empty() {
                return None;
            }
            // A figure typed on the name of an activity is meant for its first cell.
            self.column = self.column.max(1);
            let cell = self.cell()?;
            self.open(loaded, cell, false);
        }
        let editor = self.editor.as_mut()?;
        match key.code {
            KeyCode::Esc => (self.editor, self.sent) = (None, false),
            KeyCode::Char('s') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                return Some(self.give(loaded, KeyCode::Enter, shared));
            }
            KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab | KeyCode::F(12) => {
                return Some(self.give(loaded, key.code, shared));
            }
            _ => editor.key(key),
        }
        Some(Vec::new())
    }

    fn give(&mut self, loaded: &Loaded, by: KeyCode, shared: &Shared) -> Vec<Effect> {
        let Some(editor) = self.editor.as_mut() else { return Vec::new() };
        editor.by = by;
        match editor.request(&loaded.regulation.code, &loaded.sheet, shared) {
            Ok(Some(asked)) => {
                self.sent = true;
                vec![set_row(asked, editor.told(shared))]
            }
            Ok(None) => {
                self.editor = None;
                self.leave(by, loaded.sheet.len());
                Vec::new()
            }
            Err(said) => {
                editor.fault = Some(said);
                Vec::new()
            }
        }
    }

    pub(super) fn refused(&mut self, fault: &Fault, shared: &Shared) {
        self.sent = false;
        if let Some(editor) = &mut self.editor {
            editor.fault = Some(shared.fault(fault));
        }
    }

    /// Something else stands in the cell: nothing was written, and it is asked.
    pub(super) fn stands(&mut self, standing: Vec<Standing>, shared: &Shared) -> Vec<Effect> {
        self.sent = false;
        let Some((editor, first)) = self.editor.as_ref().zip(standing.first()) else { return Vec::new() };
        let lang = shared.lang;
        let quality = first.figure.provenance.map_or("", |p| p.word(lang));
        let who = first.last.as_ref().map(|last| last.author.clone()).unwrap_or_default();
        let about = P::ChangedTo.with(lang, &[&first.figure.value, &quality, &who, &editor.input.value()]);
        self.standing = standing;
        let items = vec![
            Item::new(shared.word(P::KeepTheirs), "", |_| vec![Effect::Run(id::BACK)]),
            Item::new(shared.word(P::WriteMine), "", |_| vec![Effect::WriteMine]),
            ask::nothing(shared.word(crate::words::screen::ScreenWord::EditOn)),
        ];
        vec![ask::choices(shared.word(P::ChangedToTitle), vec![about], items)]
    }

    /// Writes over what stands there.
    pub(super) fn again(&mut self, loaded: &Loaded) -> Vec<Effect> {
        let standing = std::mem::take(&mut self.standing);
        let Some(editor) = &mut self.editor else { return Vec::new() };
        editor.saw(&standing);
        self.sent = true;
        editor
            .plain_request(&loaded.regulation.code)
            .map(|asked| set_row(asked, crate::words::Said::default()))
            .into_iter()
            .collect()
    }

    pub(super) fn paste(&mut self, loaded: &Loaded, text: &str, shared: &Shared) -> Vec<Effect> {
        let several = text.trim_end_matches(['\n', '\r']).contains(['\t', '\n']);
        if let (Some(editor), false) = (&mut self.editor, several) {
            editor.paste(text);
            return Vec::new();
        }
        (self.editor, self.sent) = (None, false);
        let column = self.column.max(1) - 1;
        paste::form(loaded, text, (self.row, column), self.last.as_ref(), shared)
    }

    pub(super) fn draft(&self, loaded: &Loaded) -> Option<Draft> {
        let editor = self.editor.as_ref().filter(|editor| !editor.input.value().is_empty() && editor.is_changed())?;
        let place = Place::about("procedure", &loaded.regulation.code).tab("sheet").at(&editor.row);
        Some(editor.draft(place))
    }

    pub(super) fn reopen(&mut self, loaded: &Loaded, draft: &Draft) {
        let mut parts = draft.form.splitn(3, ':').skip(1);
        let (Some(row), Some(cell)) = (parts.next(), parts.next().and_then(Cell::parse)) else { return };
        self.row = loaded.sheet.iter().position(|other| other.id == row).unwrap_or(self.row);
        self.column = CELLS.iter().position(|other| *other == cell).map_or(1, |at| at + 1);
        self.open(loaded, cell, true);
        if let Some(editor) = &mut self.editor {
            editor.fill(&draft.answers);
        }
    }

    /// The row in hand as a spreadsheet takes it.
    fn copied(&self, loaded: &Loaded) -> String {
        let Some(row) = self.hand(loaded) else { return String::new() };
        let cells = CELLS.iter().map(|cell| crate::cost::cell_text(row, *cell));
        std::iter::once(row.name.clone()).chain(cells).collect::<Vec<_>>().join("\t")
    }

    fn ask_removing(&self, loaded: &Loaded, shared: &Shared) -> Option<Effect> {
        let row = self.hand(loaded)?;
        let title = P::RemoveRowTitle.with(shared.lang, &[&row.id]);
        let asked = RemoveRow {
            regulation: loaded.regulation.code.clone(),
            row: row.id.clone(),
            seen: Some(Box::new(row.clone())),
        };
        let does = move |_: &Shared| {
            let asked = asked.clone();
            vec![Verb::expecting("tui cost", move |desk, seen| {
                // Who was asked again wants it gone whatever stands there.
                let asked = RemoveRow { seen: asked.seen.clone().filter(|_| seen.is_empty()), ..asked.clone() };
                let said = P::RowRemoved.said(&[&asked.row]);
                Ok(after(desk.remove_row(&asked)?, |_| After::said(said)))
            })]
        };
        Some(ask::before(shared, title, vec![row.name.clone()], shared.word(P::RemoveIt), does))
    }

    fn ask_filling(&self, loaded: &Loaded, shared: &Shared) -> Option<Effect> {
        let (row, cell) = (self.hand(loaded)?, self.cell()?);
        let (value, quality) = (crate::cost::cell_text(row, cell), row.provenance.of(cell));
        let code = loaded.regulation.code.clone();
        let asked: Vec<SetRow> = loaded.sheet[self.row + 1..]
            .iter()
            .filter(|below| crate::cost::cell_text(below, cell) != value || below.provenance.of(cell) != quality)
            .map(|below| {
                let field = RowField::Cell(cell);
                SetRow {
                    regulation: code.clone(),
                    row: below.id.clone(),
                    edits: vec![RowEdit { field, typed: Some(value.clone()), provenance: quality }],
                    expected: Vec::new(),
                }
            })
            .collect();
        let title = P::FillTitle.with(shared.lang, &[&value, &asked.len()]);
        let about = vec![format!("{}: {} ({})", cell.short(shared.lang), row.name, quality.word(shared.lang))];
        let does = move |_: &Shared| vec![set_rows(asked.clone(), P::Filled)];
        Some(ask::before(shared, title, about, shared.word(P::FillIt), does))
    }

    fn new_row_form(&self, loaded: &Loaded, shared: &Shared) -> Effect {
        let lang = shared.lang;
        let now = self.hand(loaded).map_or(ActivityGroup::Other, |row| row.group);
        let groups = ActivityGroup::ALL.iter().map(|g| (g.name().to_owned(), g.word(lang).to_owned())).collect();
        let fields = vec![
            Field::choice("group", shared.word(P::FieldGroup), groups, now.name()),
            Field::line("name", shared.word(P::FieldName), "").needed(),
            Field::line("how", shared.word(P::FieldHow), ""),
        ];
        let code = loaded.regulation.code.clone();
        Form::new(shared.word(P::NewRowTitle), fields, move |answers, _| {
            let answer = |name: &str| answers.get(name).cloned().unwrap_or_default();
            let group = ActivityGroup::parse(&answer("group")).unwrap_or(ActivityGroup::Other);
            let how = Some(answer("how")).filter(|how| !how.is_empty());
            let how =
                how.map(|how| RowEdit { field: RowField::How, typed: Some(how), provenance: Provenance::Assumption });
            let asked =
                AddRow { regulation: code.clone(), group, name: answer("name"), edits: how.into_iter().collect() };
            let place = Place::about("procedure", &code).tab("sheet");
            Ok(vec![Verb::plain("tui cost", move |desk| {
                let added = desk.add_row(&asked)?;
                let row = added.value.row;
                let then = vec![Effect::Open(place.clone().at(&row))];
                let value = After::said(P::RowAdded.said(&[&row])).then(then);
                Ok(crate::store::Changed { value, change: added.change })
            })])
        })
        .at("name")
        .open()
    }

    /// All that a row says besides its figures.
    fn row_form(&self, loaded: &Loaded, shared: &Shared) -> Option<Effect> {
        let row = self.hand(loaded)?.clone();
        let lang = shared.lang;
        let incomes = loaded.rates.ids_with_unit(Unit::DongPerHour);
        let incomes = incomes.into_iter().map(|id| (id.to_owned(), income_name(loaded, id, shared))).collect();
        let field = |name: &str, label: P, value: &str| Field::line(name, shared.word(label), value);
        let fields = vec![
            field("name", P::FieldName, &row.name).needed(),
            field("how", P::FieldHow, &row.how),
            Field::choice("tariff", shared.word(P::FieldTariff), incomes, &row.tariff),
            field("staff", P::FieldStaff, &row.staff.to_string()),
            field("among", P::FieldAmong, &RowField::Among.text(&row)),
            field("source", P::FieldSource, &row.source),
        ];
        let code = loaded.regulation.code.clone();
        let title = P::RowTitle.with(lang, &[&row.id]);
        let form = Form::new(title, fields, move |answers, shared| {
            let mut edits = Vec::new();
            let mut expected = Vec::new();
            let fields =
                [RowField::Name, RowField::How, RowField::Tariff, RowField::Staff, RowField::Among, RowField::Source];
            for field in fields {
                let typed = answers.get(field.name()).cloned().unwrap_or_default();
                let before = field.text(&row);
                if typed != before {
                    edits.push(RowEdit { field, typed: Some(typed), provenance: Provenance::Assumption });
                    expected.push(crate::desk::Expected { field, value: before, provenance: None });
                }
            }
            if edits.is_empty() {
                return Ok(Vec::new());
            }
            crate::desk::edited(&row, &edits).map_err(|fault| Refusal::fault(&fault, shared))?;
            let asked = SetRow { regulation: code.clone(), row: row.id.clone(), edits, expected };
            Ok(vec![set_row(asked, P::RowSaved.said(&[&row.id]))])
        });
        Some(form.open())
    }
}

/// Corrects a row; what stands there and was seen is written over.
fn set_row(asked: SetRow, said: crate::words::Said) -> Effect {
    Verb::expecting("tui cost", move |desk, seen| {
        let mut asked = asked.clone();
        for one in &mut asked.expected {
            if let Some(standing) = seen.iter().find(|standing| standing.field == one.field.name()) {
                one.value.clone_from(&standing.figure.value);
                one.provenance = standing.figure.provenance;
            }
        }
        Ok(after(desk.set_row(&asked)?, |_| After::said(said.clone())))
    })
}

/// Corrects several rows in one change.
pub(super) fn set_rows(asked: Vec<SetRow>, said: P) -> Effect {
    Verb::expecting("tui cost", move |desk, _| {
        let count: usize = asked.iter().map(|row| row.edits.len()).sum();
        Ok(after(desk.set_rows(&asked)?, |_| After::said(said.said(&[&count]))))
    })
}

fn income_name(loaded: &Loaded, id: &str, shared: &Shared) -> String {
    let found: Option<&Parameter> = loaded.rates.find(id);
    found.map_or_else(|| id.to_owned(), |parameter| capital(parameter.name_in(shared.lang)))
}

/// A sum as people read it beside a cell.
pub(super) fn shown(value: Fraction, shared: &Shared) -> String {
    dong(value, shared.lang)
}
