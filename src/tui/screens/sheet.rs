//! The cost sheet: its rows, the cell in hand, and totals that follow what is typed.

use super::window;
use crate::cost::{cell_text, explain, sheet_figures};
use crate::model::{Activity, Cell, Provenance};
use crate::text::number;
use crate::text::width::{cut, left, right, width};
use crate::tui::app::{App, CELLS};
use crate::tui::data::Detail;
use crate::view::dong;
use crate::words::tui::TuiWord as W;
use crate::words::{Message, capital};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span, Text};

/// The least cells of the columns, in the order of [`CELLS`], then the cost per year.
const LEAST: [usize; 5] = [7, 10, 12, 7, 10];
const ANNUAL: usize = 16;

/// The cells of the columns: none cuts its head.
fn widths(app: &App) -> [usize; 5] {
    let mut widths = LEAST;
    widths.iter_mut().zip(CELLS).for_each(|(cells, cell)| *cells = (*cells).max(width(cell.short(app.lang))));
    widths
}

pub(super) fn draw(app: &App, detail: &Detail, frame: &mut Frame<'_>, area: Rect) {
    if detail.sheet.is_empty() {
        let line = match &detail.figures {
            Err(fault) => Line::styled(format!(" {}", fault.message(app.lang)), app.theme.bad()),
            Ok(_) => Line::raw(format!(" {}", app.word(W::NoSheetYet))),
        };
        frame.render_widget(Text::from(vec![Line::raw(""), line]), area);
        return;
    }
    let typed = app.typing.as_ref().map(|typing| app.typed(typing));
    let sheet = match &typed {
        Some(Some(sheet)) => sheet,
        _ => &detail.sheet,
    };
    let [head, body, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(5)]).areas(area);
    let widths = widths(app);
    let names = usize::from(area.width).saturating_sub(widths.iter().sum::<usize>() + widths.len() + ANNUAL + 1).max(8);
    heading(app, frame, head, names);
    let figures = sheet_figures(sheet, &detail.rates);
    let seen = window(app.row, sheet.len(), body.height.into());
    let mut lines = Vec::new();
    for at in seen.clone() {
        let annual = figures.as_ref().ok().and_then(|f| f.rows.get(at)).map(|row| dong(row.annual, app.lang));
        lines.push(row(app, &sheet[at], at, names, annual.as_deref().unwrap_or("?")));
    }
    frame.render_widget(Text::from(lines), body);
    if let Some(typing) = app.typing.as_ref().map(|typing| &typing.input).filter(|_| app.over.is_none()) {
        let y = body.y + u16::try_from(app.row - seen.start).unwrap_or(0);
        let before: usize = widths[..app.column].iter().map(|w| w + 1).sum();
        let shift = typing.value().chars().count().saturating_sub(typing.visual_cursor());
        let x = names + 1 + before + widths[app.column].saturating_sub(shift);
        frame.set_cursor_position(Position::new(body.x + u16::try_from(x).unwrap_or(0), y));
    }
    frame.render_widget(Text::from(below(app, detail, sheet, matches!(typed, Some(None)), foot.width.into())), foot);
}

fn heading(app: &App, frame: &mut Frame<'_>, area: Rect, names: usize) {
    let mut text = left(&format!(" {}", app.word(W::Activity)), names + 1);
    for (cell, cells) in CELLS.iter().zip(widths(app)) {
        text += &right(cell.short(app.lang), cells);
        text.push(' ');
    }
    text += &right(app.word(W::CostPerYear), ANNUAL);
    frame.render_widget(Line::styled(text, app.theme.heading()), area);
}

fn row<'a>(app: &App, activity: &Activity, at: usize, names: usize, annual: &str) -> Line<'a> {
    let here = at == app.row;
    let name = format!("{}{} {}", if here { "▶" } else { " " }, activity.id, activity.name);
    let mut spans = vec![Span::raw(left(&name, names + 1))];
    for (column, (cell, cells)) in CELLS.iter().zip(widths(app)).enumerate() {
        let in_hand = here && column == app.column;
        let text = match (&app.typing, in_hand) {
            (Some(typing), true) => typing.input.value().to_owned(),
            _ => shown(app, activity, *cell),
        };
        let style = if in_hand { app.theme.selected() } else { ratatui::style::Style::new() };
        spans.push(Span::styled(right(&text, cells), style));
        let assumed = activity.provenance.of(*cell) == Provenance::Assumption;
        spans.push(Span::styled(if assumed { "?" } else { " " }, app.theme.planned()));
    }
    spans.push(Span::raw(right(annual, ANNUAL)));
    Line::from(spans)
}

fn shown(app: &App, activity: &Activity, cell: Cell) -> String {
    match cell {
        Cell::Minutes | Cell::Times => {
            let text = cell_text(activity, cell);
            if app.lang == crate::text::Lang::Vi { text.replace('.', ",") } else { text }
        }
        Cell::Outsourcing => number::whole(activity.outsourcing.into(), app.lang),
        Cell::Charges => number::whole(activity.charges.into(), app.lang),
        Cell::Population => number::whole(activity.population.into(), app.lang),
    }
}

/// The totals, where the cell in hand comes from, and how its row is computed.
fn below<'a>(app: &App, detail: &Detail, sheet: &[Activity], bad: bool, cells: usize) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    if let Some(row) = sheet.get(app.row) {
        let how = if row.how.is_empty() { String::new() } else { format!(" · {}", row.how) };
        let text = format!(" {} {}{how}", row.id, row.name);
        lines.push(Line::styled(cut(&text, cells), app.theme.title()));
    }
    match sheet_figures(sheet, &detail.rates) {
        Ok(figures) => {
            let mut text =
                W::SheetTotal.with(app.lang, &[&dong(figures.one, app.lang), &dong(figures.annual, app.lang)]);
            let before = detail.figures.as_ref().map(|f| f.annual).unwrap_or_default();
            if before != figures.annual {
                text += &W::SheetBefore.with(app.lang, &[&dong(before, app.lang)]);
            }
            lines.push(Line::styled(cut(&format!(" {text}"), cells), app.theme.heading()));
            if let (Some(row), Some(figure)) = (sheet.get(app.row), figures.rows.get(app.row)) {
                let cell = CELLS[app.column];
                let sure = row.provenance.of(cell).word(app.lang);
                let source = if row.source.is_empty() { app.word(W::NoSource) } else { &row.source };
                lines.push(Line::raw(cut(&format!(" {}: {sure} · {source}", capital(cell.word(app.lang))), cells)));
                let formula = explain(figure, app.lang);
                lines.extend(
                    formula
                        .lines()
                        .take(2)
                        .map(|line| Line::styled(cut(&format!(" {line}"), cells), app.theme.faint())),
                );
            }
        }
        Err(fault) => lines.push(Line::styled(cut(&format!(" {}", fault.message(app.lang)), cells), app.theme.bad())),
    }
    if bad {
        lines.truncate(4);
        lines.push(Line::styled(format!(" ✗ {}", app.word(W::NotAFigure)), app.theme.bad()));
    }
    lines
}
