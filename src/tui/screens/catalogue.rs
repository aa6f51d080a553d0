//! The list of regulations with its search. Only the lines in sight are laid out.

use super::window;
use crate::model::RegulationStatus;
use crate::text::fold::find_folded;
use crate::text::width::{left, right, width};
use crate::text::{fold, number};
use crate::tui::app::App;
use crate::tui::data;
use crate::view::dong;
use crate::words::Message;
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState};

const CODE: usize = 11;
const KIND: usize = 10;
const COST: usize = 18;
const COUNT: usize = 4;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let [search, head, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    search_line(app, frame, search);
    let cells = usize::from(area.width).saturating_sub(1);
    let agency = if cells > 100 { 28 } else { 7 };
    let name = cells.saturating_sub(1 + CODE + 1 + agency + 1 + KIND + COST + COUNT + 1).max(10);
    let titles = [
        left(&format!(" {}", app.word(W::Code)), CODE + 2),
        left(app.word(W::Name), name + 1),
        left(app.word(W::Agency), agency + 1),
        left(app.word(W::Kind), KIND),
        right(app.word(W::CostPerYear), COST),
        right("±", COUNT),
    ];
    frame.render_widget(Line::styled(titles.concat(), app.theme.heading()), head);
    let words: Vec<String> = app.search.value().split_whitespace().map(fold).collect();
    let seen = window(app.line, app.found.len(), body.height.into());
    let lines = seen.clone().filter_map(|at| {
        let line = app.data.lines.get(*app.found.get(at)?)?;
        Some(row(app, line, at == app.line, (name, agency), &words))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    if app.found.len() > usize::from(body.height) {
        let mut state = ScrollbarState::new(app.found.len()).position(app.line);
        frame.render_stateful_widget(Scrollbar::new(ScrollbarOrientation::VerticalRight), body, &mut state);
    }
    if app.found.is_empty() {
        frame.render_widget(Line::raw(format!(" {}", app.word(W::NothingFound))), body);
    }
}

fn search_line(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let label = format!(" {}: ", app.word(W::Search));
    let count = W::Found.with(
        app.lang,
        &[&number::whole(app.found.len() as i128, app.lang), &number::whole(app.data.lines.len() as i128, app.lang)],
    );
    let style = if app.searching { app.theme.key() } else { app.theme.faint() };
    let line = Line::from(vec![Span::styled(label.clone(), style), Span::raw(app.search.value().to_owned())]);
    frame.render_widget(line, area);
    let count_cells = u16::try_from(width(&count) + 1).unwrap_or(0).min(area.width);
    let place = Rect { x: area.right() - count_cells, width: count_cells, ..area };
    frame.render_widget(Line::styled(count, app.theme.faint()), place);
    if app.searching && app.over.is_none() {
        let x = u16::try_from(width(&label) + app.search.visual_cursor()).unwrap_or(0);
        frame.set_cursor_position(Position::new((area.x + x).min(area.right().saturating_sub(1)), area.y));
    }
}

fn row<'a>(
    app: &'a App,
    line: &'a data::Line,
    chosen: bool,
    (name, agency): (usize, usize),
    words: &[String],
) -> Line<'a> {
    let style = if chosen { app.theme.selected() } else { ratatui::style::Style::new() };
    let cost = line.annual.map_or_else(|| "–".to_owned(), |annual| dong(annual, app.lang));
    let shown_agency = if agency > 10 { app.data.agency(&line.agency, app.lang) } else { line.agency.as_str() };
    let mut spans = vec![Span::styled(left(&format!(" {}", line.code), CODE + 2), style)];
    let title = left(&line.name, name);
    let mut from = 0;
    for found in find_folded(&title, words) {
        spans.push(Span::styled(title[from..found.start].to_owned(), style));
        spans.push(Span::styled(
            title[found.clone()].to_owned(),
            style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
        ));
        from = found.end;
    }
    spans.push(Span::styled(title[from..].to_owned() + " ", style));
    let measures = if line.measures == 0 { String::new() } else { line.measures.to_string() };
    let kind = if line.repealed { RegulationStatus::Repealed.word(app.lang) } else { line.kind.short(app.lang) };
    let tail = [left(shown_agency, agency + 1), left(kind, KIND), right(&cost, COST), right(&measures, COUNT)];
    spans.push(Span::styled(tail.concat(), style));
    Line::from(spans)
}
