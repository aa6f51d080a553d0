//! What is on the screen. Every function here only draws.

mod catalogue;
mod chances;
mod history;
mod instruments;
mod law;
mod measures;
mod over;
mod overview;
mod proposal;
mod record;
mod scenario;
mod scenarios;
mod sheet;
mod tips;

use super::app::{App, Place};
use super::command::{COMMANDS, Command, Do, shown};
use crate::text::date;
use crate::text::width::{cut, width};
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// The smallest window in which the screens make sense.
const SMALLEST: (u16, u16) = (60, 16);

/// Draws the whole screen.
pub(super) fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        let text = format!("{} ({}×{})", app.word(W::TooSmall), SMALLEST.0, SMALLEST.1);
        frame.render_widget(Paragraph::new(cut(&text, area.width.into())), area);
        return;
    }
    let [head, body, said, foot] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(1), Constraint::Length(1)])
            .areas(area);
    header(app, frame, head);
    match app.place() {
        Place::Overview => overview::draw(app, frame, body),
        Place::Catalogue => catalogue::draw(app, frame, body),
        Place::History => history::draw(app, frame, body),
        Place::Instruments => instruments::draw(app, frame, body),
        Place::Law => law::draw(app, frame, body),
        Place::Affected => instruments::draw_affected(app, frame, body),
        Place::Difference => law::draw_difference(app, frame, body),
        Place::Drafted => law::draw_drafted(app, frame, body),
        Place::Versions => law::draw_versions(app, frame, body),
        Place::Scenarios => scenarios::draw(app, frame, body),
        Place::Scenario => scenario::draw(app, frame, body),
        Place::Found => scenarios::draw_found(app, frame, body),
        Place::Compared => scenarios::draw_compared(app, frame, body),
        Place::Chances => chances::draw(app, frame, body),
        Place::Suggestions => tips::draw(app, frame, body),
        Place::Owes => tips::draw_debts(app, frame, body),
        place => regulation(app, frame, body, place),
    }
    if let Some(word) = app.board.working {
        frame.render_widget(Line::styled(format!(" {}", app.said_in(word)), app.theme.key()), said);
    } else if let (None, Some(question)) = (&app.said, app.question()) {
        frame.render_widget(Line::styled(cut(&format!("▲ {question}"), said.width.into()), app.theme.key()), said);
    } else if let Some((good, text)) = &app.said {
        let style = if *good { app.theme.good() } else { app.theme.bad() };
        let mark = if *good { "✓ " } else { "✗ " };
        frame.render_widget(Line::styled(cut(&format!("{mark}{text}"), said.width.into()), style), said);
    }
    footer(app, frame, foot);
    over::draw(app, frame, area);
}

/// The screens that the header names, in the order of their keys: their key, and the places within each.
fn tabs() -> [(Place, W, &'static str, &'static [Place]); 7] {
    [
        (Place::Overview, W::Overview, "F5", &[]),
        (Place::Catalogue, W::Catalogue, "F6", &Place::TABS),
        (Place::Instruments, W::Instruments, "F11", &Place::LAWS),
        (Place::Scenarios, W::Scenarios, "F12", &SCENARIOS),
        (Place::Suggestions, W::SuggestionsShort, "6", &[]),
        (Place::Owes, W::OwesShort, "7", &[]),
        (Place::History, W::History, "F7", &[]),
    ]
}

/// The places within the scenarios.
const SCENARIOS: [Place; 4] = [Place::Scenario, Place::Found, Place::Compared, Place::Chances];

fn header(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let title = Span::styled(" tinhgon ", app.theme.title());
    let label = |(_, name, key, _): &(Place, W, &str, &[Place])| format!(" {key} {} ", app.word(*name));
    let is_here =
        |(place, _, _, within): &(Place, W, &str, &[Place])| app.place() == *place || within.contains(&app.place());
    let language = format!("{} ", app.lang.tag());
    // The screen one is on is always named; the others as far as there is room.
    let here = tabs().iter().filter(|tab| is_here(tab)).map(|tab| width(&label(tab))).sum::<usize>();
    let mut room = usize::from(area.width).saturating_sub(width(&title.content) + width(&language) + here);
    let mut spans = vec![title];
    for tab in tabs() {
        let text = label(&tab);
        if is_here(&tab) {
            spans.push(Span::styled(text, app.theme.selected()));
        } else if width(&text) <= room {
            room -= width(&text);
            spans.push(Span::styled(text, app.theme.faint()));
        }
    }
    frame.render_widget(Line::from(spans), area);
    // The date gives way to the names of the screens.
    let dated = format!("{} · {language}", date::short(app.today, app.lang));
    let right = if width(&dated) <= room + width(&language) { dated } else { language };
    let right_width = u16::try_from(width(&right)).unwrap_or(0).min(area.width);
    let place = Rect { x: area.right() - right_width, width: right_width, ..area };
    frame.render_widget(Line::styled(right, app.theme.faint()), place);
}

fn footer(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let here = || COMMANDS.iter().filter(|c| c.footer && c.places.contains(&app.place()));
    let label = |command: &Command| {
        let key = command.keys.first().map_or_else(String::new, |key| shown(key));
        (format!(" {key}"), format!(" {} ", app.word(command.name)))
    };
    let cells = |command: &&Command| {
        let (key, name) = label(command);
        width(&key) + width(&name)
    };
    // Help and the way out are always there; the others as far as there is room.
    let always = |command: &&Command| matches!(command.what, Do::Help | Do::Quit);
    let mut room = usize::from(area.width).saturating_sub(here().filter(always).map(|c| cells(&c)).sum());
    let fits = |command: &&Command| {
        let shown = always(command) || cells(command) <= room;
        if shown && !always(command) {
            room -= cells(command);
        }
        shown
    };
    let spans = here().filter(fits).flat_map(|command| {
        let (key, name) = label(command);
        let style = if command.refused(app).is_some() { app.theme.faint() } else { app.theme.key() };
        [Span::styled(key, style), Span::raw(name)]
    });
    frame.render_widget(Line::from(spans.collect::<Vec<_>>()), area);
}

/// The screens of one regulation: its name, its tabs, the tab that is open.
fn regulation(app: &App, frame: &mut Frame<'_>, area: Rect, place: Place) {
    let Some(detail) = &app.detail else { return };
    let [title, tabs, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let name = format!(" {} · {}", detail.regulation.code, detail.regulation.name);
    frame.render_widget(Line::styled(cut(&name, title.width.into()), app.theme.heading()), title);
    let names = [W::TabRecord, W::TabSheet, W::TabMeasures, W::TabProposal];
    let spans = Place::TABS.iter().zip(names).map(|(tab, name)| {
        let style = if *tab == place { app.theme.selected() } else { app.theme.faint() };
        let count = match tab {
            Place::Sheet => format!(" {} ({}) ", app.word(name), detail.sheet.len()),
            Place::Measures => format!(" {} ({}) ", app.word(name), detail.measures.len()),
            _ => format!(" {} ", app.word(name)),
        };
        Span::styled(count, style)
    });
    frame.render_widget(Line::from(spans.collect::<Vec<_>>()), tabs);
    match place {
        Place::Sheet => sheet::draw(app, detail, frame, body),
        Place::Measures => measures::draw(app, detail, frame, body),
        Place::Proposal => proposal::draw(app, detail, frame, body),
        _ => record::draw(app, detail, frame, body),
    }
}

/// The lines of a list that are on the screen: from where, so that the cursor is in sight.
fn window(cursor: usize, length: usize, height: usize) -> std::ops::Range<usize> {
    let first = cursor.saturating_sub(height / 2).min(length.saturating_sub(height));
    first..length.min(first + height)
}

#[cfg(test)]
mod tests {
    use super::window;

    #[test]
    fn the_cursor_is_always_in_sight() {
        for height in [1, 2, 7, 30] {
            for length in [1, 5, 30, 100] {
                for cursor in 0..length {
                    let seen = window(cursor, length, height);
                    assert!(seen.contains(&cursor) && seen.len() <= height && seen.end <= length);
                    assert_eq!(seen.len(), height.min(length));
                }
            }
        }
    }
}
