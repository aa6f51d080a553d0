//! Drawing the sheet: groups with their sums, rows, the cell in hand, totals.

use super::Loaded;
use super::cell::{cell_shown, sign};
use super::sheet::{CELLS, Sheet};
use crate::model::{ActivityGroup, Cell, Fraction};
use crate::text::width::{cut, left, middle, right, width, wrap};
use crate::tui::screen::{Hit, Shared};
use crate::tui::widgets::grid::millions_of;
use crate::tui::widgets::pager::scrollbar;
use crate::tui::widgets::window;
use crate::view::dong;
use crate::words::Message;
use crate::words::procedure_screen::ProcedureWord as P;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

/// Cells of the columns of figures in a narrow and in a wide window, each with the sign of its quality.
const NARROW: [usize; 5] = [7, 8, 9, 5, 11];
const WIDE: [usize; 5] = [9, 12, 14, 8, 14];

/// How high the box of the cell that is typed is.
const BOX: u16 = 6;

/// The title of a column: short in a narrow window.
fn title_of(cell: Cell, wide: bool, shared: &Shared) -> &'static str {
    if wide {
        return cell.short(shared.lang);
    }
    shared.word(match cell {
        Cell::Minutes => P::ColumnMinutes,
        Cell::Outsourcing => P::ColumnOutsourcing,
        Cell::Charges => P::ColumnCharges,
        Cell::Times => P::ColumnTimes,
        Cell::Population => P::ColumnPopulation,
    })
}

/// A line of the sheet.
enum Row {
    Group(ActivityGroup),
    Activity(usize),
}

pub(super) fn draw(sheet: &Sheet, loaded: &Loaded, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
    if loaded.sheet.is_empty() {
        let text = match &loaded.figures {
            Err(fault) => shared.fault(fault),
            Ok(_) => shared.word(P::NoSheetYet).to_owned(),
        };
        let lines = wrap(&text, usize::from(area.width).saturating_sub(2));
        let lines: Vec<Line<'_>> =
            std::iter::once(Line::raw("")).chain(lines.into_iter().map(|l| Line::raw(format!(" {l}")))).collect();
        frame.render_widget(Text::from(lines), area);
        return;
    }
    let editing = if sheet.editor.is_some() { BOX.min(area.height.saturating_sub(4)) } else { 0 };
    let table = Rect { height: area.height - editing, ..area };
    let wide = table.width >= 100;
    let widths = if wide { WIDE } else { NARROW };
    let cost = if wide { 17 } else { 10 };
    let names = usize::from(table.width).saturating_sub(widths.iter().sum::<usize>() + cost + 2).max(8);
    let mut head = vec![Span::raw(left(&format!(" {}", shared.word(P::ColumnActivity)), names))];
    for (at, (cell, cells)) in CELLS.iter().zip(widths).enumerate() {
        let style = if sheet.column == at + 1 { shared.theme.link() } else { Style::new() };
        // Above the numbers, not above their signs.
        head.push(Span::styled(right(title_of(*cell, wide, shared), cells - 1) + " ", style));
    }
    let title = if wide { P::ColumnCostExact } else { P::ColumnCost };
    head.push(Span::raw(right(shared.word(title), cost)));
    frame.render_widget(Line::from(head).style(shared.theme.heading()), Rect { height: 1, ..table });
    let typed = sheet.typed(loaded);
    let figures = loaded.figures_of(&typed).ok();
    let annual = |at: usize| figures.as_ref().and_then(|f| f.rows.get(at)).and_then(|row| row.annual);
    let money = |value: Option<Fraction>| match value {
        Some(value) if wide => dong(value, shared.lang),
        Some(value) => millions_of(value, shared),
        None => "?".to_owned(),
    };
    let mut rows = Vec::new();
    let mut last = None;
    for (at, activity) in typed.iter().enumerate() {
        if last != Some(activity.group) {
            last = Some(activity.group);
            rows.push(Row::Group(activity.group));
        }
        rows.push(Row::Activity(at));
    }
    let body = Rect { y: table.y + 1, height: table.height.saturating_sub(2), ..table };
    let in_hand = rows.iter().position(|row| matches!(row, Row::Activity(at) if *at == sheet.row)).unwrap_or(0);
    // The name of the group is seen with its first row.
    let top = if in_hand == 1 { 0 } else { sheet.top.get() };
    let seen = window(top, in_hand, rows.len(), body.height.into());
    sheet.top.set(seen.start);
    for (y, index) in (body.y..body.bottom()).zip(seen.clone()) {
        let Row::Activity(at) = rows[index] else { continue };
        let mut x = body.x;
        for (column, cells) in std::iter::once(names).chain(widths).enumerate() {
            let wide = u16::try_from(cells).unwrap_or(u16::MAX);
            shared.hit(Rect { x, y, width: wide, height: 1 }, Hit::Cell(at, column));
            x = x.saturating_add(wide);
        }
    }
    let lines = seen.clone().map(|index| match &rows[index] {
        Row::Group(group) => {
            let of = typed.iter().enumerate().filter(|(_, row)| row.group == *group);
            let sum = of.map(|(at, _)| annual(at)).try_fold(Fraction::ZERO, |sum, one| Some(sum.more(one?)));
            let name = format!(" {} ", group.word(shared.lang));
            let fill = usize::from(table.width).saturating_sub(cost + 2 + width(&name));
            Line::styled(format!("{name}{}{}", "·".repeat(fill), right(&money(sum), cost)), shared.theme.heading())
        }
        Row::Activity(at) => {
            let activity = &typed[*at];
            let here = *at == sheet.row;
            let mark = if here { "▶" } else { " " };
            // The signs of the list that a paper was taken from say nothing. Rows begin alike and differ at their ends, unless long words leave
            // their middle empty.
            let bare = activity.name.trim_start_matches(['-', '+', '*', '•', ' ']);
            let room = names.saturating_sub(activity.id.len() + 4);
            let both = middle(bare, room);
            let shown = if width(bare) > room && width(&both) + 6 < room { cut(bare, room) } else { both };
            let name = format!("{mark} {} {shown}", activity.id);
            let base = if here && sheet.column == 0 {
                shared.theme.hand()
            } else if here {
                shared.theme.heading()
            } else {
                Style::new()
            };
            let mut spans = vec![Span::styled(left(&name, names), base)];
            for (column, (cell, cells)) in CELLS.iter().zip(widths).enumerate() {
                let in_cell = here && sheet.column == column + 1;
                let quality = activity.provenance.of(*cell);
                let text = match (&sheet.editor, in_cell) {
                    (Some(editor), true) => editor.input.value().to_owned(),
                    _ => cell_shown(activity, *cell, shared.lang),
                };
                let style = if in_cell {
                    shared.theme.hand()
                } else if here {
                    shared.theme.heading()
                } else {
                    Style::new()
                };
                spans.push(Span::styled(right(&text, cells - 1), style));
                spans.push(Span::styled(sign(quality).to_string(), shared.theme.assumed()));
            }
            spans.push(Span::styled(right(&money(annual(*at)), cost), base));
            Line::from(spans)
        }
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, seen.start, rows.len());
    if let Some(figures) = &figures {
        let once = P::SheetTotal.with(shared.lang, &[&dong(figures.one, shared.lang)]);
        let year = P::YearTotal.with(
            shared.lang,
            &[&figures.annual.map_or_else(|| shared.word(P::YearUnknown).to_owned(), |year| money(Some(year)))],
        );
        let room = usize::from(table.width).saturating_sub(width(&year) + 3);
        let line = format!(" {}{year}", left(&once, room));
        frame.render_widget(Line::styled(line, shared.theme.heading()), Rect { y: body.bottom(), height: 1, ..table });
    }
    if let Some(editor) = &sheet.editor {
        editor.draw(loaded, shared, frame, Rect { y: table.bottom(), height: editing, ..area });
    }
}
