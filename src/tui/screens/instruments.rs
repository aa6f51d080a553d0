//! The list of instruments, and who is affected by the provision in hand. Only the lines in sight are laid out.

use super::window;
use crate::law::cite::Reach;
use crate::model::RegulationKind;
use crate::text::width::{apart, left, right, width};
use crate::text::{date, number};
use crate::tui::app::App;
use crate::tui::law::{Affected, Ask};
use crate::words::Message;
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Scrollbar, ScrollbarOrientation, ScrollbarState};

const NUMBER: usize = 18;
const DATE: usize = 12;
const COUNT: usize = 8;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let [search, head, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let shelf = &app.shelf;
    let typed = match &shelf.asking {
        Some((Ask::Filter, input)) => Some(input),
        _ => None,
    };
    let whole = |n: usize| number::whole(n as i128, app.lang);
    let count = W::Found.with(app.lang, &[&whole(shelf.found.len()), &whole(app.data.instruments.len())]);
    ask_line(app, frame, search, W::Search, typed.unwrap_or(&shelf.filter), typed.is_some(), &count);
    let title = usize::from(area.width).saturating_sub(2 + NUMBER + DATE + 3 * COUNT + 1).max(8);
    let cells = |number: &str, name: &str, issued: &str, counts: [&str; 3]| {
        let counts = counts.map(|count| right(count, COUNT)).concat();
        [apart(&format!(" {number}"), NUMBER + 1), left(name, title), right(issued, DATE), counts].concat()
    };
    let names = [W::Versions, W::Procedures, W::MeasuresShort].map(|w| app.word(w));
    let line = cells(app.word(W::Number), app.word(W::Title), app.word(W::Issued), names);
    frame.render_widget(Line::styled(line, app.theme.heading()), head);
    if shelf.found.is_empty() {
        let word = if app.data.instruments.is_empty() { W::NoInstrumentYet } else { W::NothingFound };
        frame.render_widget(Line::raw(format!(" {}", app.word(word))), body);
    }
    let shown = |n: usize| if n == 0 { "–".to_owned() } else { n.to_string() };
    let lines = window(shelf.line, shelf.found.len(), body.height.into()).filter_map(|at| {
        let row = &app.data.instruments.get(*shelf.found.get(at)?)?.row;
        let issued = row.issued.map(|day| date::short(day, app.lang)).unwrap_or_default();
        let counts = [row.versions, row.procedures, row.measures].map(shown);
        let text = cells(&row.number, &row.title, &issued, [&counts[0], &counts[1], &counts[2]]);
        Some(Line::styled(text, chosen(app, at == shelf.line)))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, shelf.line, shelf.found.len());
}

pub(super) fn draw_affected(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let [head, body] = Layout::vertical([Constraint::Length(2), Constraint::Min(1)]).areas(area);
    let shelf = &app.shelf;
    let Some(reading) = &shelf.reading else { return };
    let count = |is: fn(&Affected) -> bool| shelf.affected.iter().filter(|a| is(a)).count();
    let measures = count(|a| matches!(a, Affected::Measure { .. }));
    let procedures = count(|a| matches!(a, Affected::Procedure { here: true, .. }));
    let place = reading.address().map_or_else(|| app.word(W::WholeInstrument).to_owned(), ToString::to_string);
    let references = count(|a| matches!(a, Affected::Reference { .. }));
    let dangling = count(|a| matches!(a, Affected::Reference { dangles: true, .. }));
    let values: [&dyn std::fmt::Display; 4] = [&place, &reading.instrument.number, &measures, &procedures];
    let says = format!(" {}", W::AffectedBy.with(app.lang, &values));
    let refers = format!(" {}", W::ReferredTo.with(app.lang, &[&references, &dangling]));
    let lines = [says, refers].map(|text| Line::styled(left(&text, head.width.into()), app.theme.heading()));
    frame.render_widget(Text::from(lines.to_vec()), head);
    if shelf.affected.is_empty() {
        frame.render_widget(Line::raw(format!(" {}", app.word(W::NothingAffected))), body);
    }
    let cells = usize::from(area.width).saturating_sub(1);
    let (kind, code) = (11, 16);
    let provision = (cells / 3).min(40);
    let name = cells.saturating_sub(kind + code + provision + 1).max(8);
    let lines = window(shelf.at, shelf.affected.len(), body.height.into()).filter_map(|at| {
        let whole = app.word(W::WholeInstrument);
        let (word, key, title, place, here) = match shelf.affected.get(at)? {
            Affected::Procedure { code, name, provision, here } => (
                RegulationKind::Procedure.short(app.lang),
                code.as_str(),
                name,
                provision.as_deref().unwrap_or(whole),
                *here,
            ),
            Affected::Measure { code, title, provision, .. } => {
                (app.word(W::MeasureWord), code.as_str(), title, provision.as_deref().unwrap_or(whole), true)
            }
            Affected::Reference { source, words, reach, dangles, .. } => {
                let reach = match (dangles, reach) {
                    (true, _) => W::WouldDangle,
                    (_, Reach::Itself) => W::ReachesItself,
                    (_, Reach::Range) => W::ReachesRange,
                    (_, Reach::Holder | Reach::Instrument) => W::ReachesHolder,
                };
                (app.word(W::ReferenceWord), app.word(reach), words, source.as_str(), true)
            }
        };
        let parts = [
            left(&format!(" {}{}", if here { "" } else { "· " }, word), kind + 1),
            left(key, code),
            left(title, name - 1) + " ",
            left(place, provision),
        ];
        // What rests on another provision of the instrument stands back.
        let style = if here || at == shelf.at { chosen(app, at == shelf.at) } else { app.theme.faint() };
        Some(Line::styled(parts.concat(), style))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, shelf.at, shelf.affected.len());
}

fn chosen(app: &App, is: bool) -> Style {
    if is { app.theme.selected() } else { Style::new() }
}

/// A bar at the right edge, where not all is in sight.
pub(super) fn scrollbar(frame: &mut Frame<'_>, area: Rect, at: usize, length: usize) {
    if length > usize::from(area.height) {
        let mut state = ScrollbarState::new(length).position(at);
        frame.render_stateful_widget(Scrollbar::new(ScrollbarOrientation::VerticalRight), area, &mut state);
    }
}

/// A line with what is typed, and a count at its end.
pub(super) fn ask_line(
    app: &App,
    frame: &mut Frame<'_>,
    area: Rect,
    label: W,
    input: &tui_input::Input,
    in_hand: bool,
    count: &str,
) {
    let label = format!(" {}: ", app.word(label));
    let style = if in_hand { app.theme.key() } else { app.theme.faint() };
    frame
        .render_widget(Line::from(vec![Span::styled(label.clone(), style), Span::raw(input.value().to_owned())]), area);
    let cells = u16::try_from(width(count) + 1).unwrap_or(0).min(area.width);
    let place = Rect { x: area.right() - cells, width: cells, ..area };
    frame.render_widget(Line::styled(count.to_owned(), app.theme.faint()), place);
    if in_hand && app.over.is_none() {
        let x = u16::try_from(width(&label) + input.visual_cursor()).unwrap_or(0);
        frame.set_cursor_position(Position::new((area.x + x).min(area.right().saturating_sub(1)), area.y));
    }
}
