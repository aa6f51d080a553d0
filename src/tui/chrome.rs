//! The rows that stay: where one can go, the tabs, what it is about, the row in hand, the status, the keys. Between them the body.

use super::app::App;
use super::command::{Can, id};
use super::screen::{Detail, Hit, Shared, WIDE};
use super::screens::ENTRIES;
use super::status::Sign;
use super::theme::to_ascii;
use crate::text::width::{cut, left, width};
use crate::words::Message;
use crate::words::screen::ScreenWord as W;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Block, Borders};

/// The least window in which something can be done.
const LEAST: (u16, u16) = (40, 12);

/// How high the row in hand is below the list in a narrow window: its border and two lines.
const DETAIL: u16 = 3;

/// The parts of a window.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Parts {
    screens: Rect,
    tabs: Rect,
    context: Rect,
    pub(super) body: Rect,
    /// The pane, or the rows, of the detail.
    detail: Option<Rect>,
    status: Rect,
    keys: Rect,
}

impl Parts {
    fn of(area: Rect, detail: bool, tabs: bool) -> Self {
        let row =
            |y: u16| Rect { x: area.x, y: area.y + y.min(area.height.saturating_sub(1)), width: area.width, height: 1 };
        let top = 2 + u16::from(tabs);
        let high = area.height.saturating_sub(top + 2);
        let whole = Rect { x: area.x, y: area.y + top, width: area.width, height: high };
        let (body, detail) = match detail {
            true if area.width >= WIDE => {
                let pane = if area.width >= 160 { 48 } else { 38 };
                let wide = whole.width.saturating_sub(pane);
                (Rect { width: wide, ..whole }, Some(Rect { x: whole.x + wide, width: pane, ..whole }))
            }
            true if high > DETAIL + 4 => {
                let rows = Rect { y: whole.bottom() - DETAIL, height: DETAIL, ..whole };
                (Rect { height: high - DETAIL, ..whole }, Some(rows))
            }
            _ => (whole, None),
        };
        Self {
            screens: row(0),
            tabs: row(1),
            context: row(top - 1),
            body,
            detail,
            status: row(area.height.saturating_sub(2)),
            keys: row(area.height.saturating_sub(1)),
        }
    }
}

/// Draws the application. It changes nothing but the note of what stands where.
pub(super) fn draw(app: &App, frame: &mut Frame<'_>) {
    let area = frame.area();
    let shared = &app.shared;
    shared.hits.borrow_mut().clear();
    if area.width < LEAST.0 || area.height < LEAST.1 {
        let said = W::TooSmall.with(shared.lang, &[&LEAST.0, &LEAST.1]);
        frame.render_widget(Line::raw(cut(&said, area.width.into())), area);
        return;
    }
    let screen = app.screen();
    let around = screen.around(shared);
    let pane = usize::from(if area.width >= 160 {
        46
    } else if area.width >= WIDE {
        36
    } else {
        area.width - 2
    });
    let detail = screen.detail(shared, pane.saturating_sub(2));
    let parts = Parts::of(area, detail.is_some(), true);
    screens_row(app, frame, parts.screens);
    tabs_row(app, frame, parts.tabs, &around.tabs, around.tab);
    context_row(shared, frame, parts.context, &around.left, &around.right);
    screen.draw(shared, frame, parts.body);
    if let (Some(detail), Some(place)) = (detail, parts.detail) {
        detail_part(shared, frame, place, detail);
    }
    let over = parts.body.union(parts.detail.unwrap_or(parts.body));
    for (n, layer) in app.layers().iter().enumerate() {
        if n + 1 == app.layers().len() {
            // What lies below what is in hand cannot be clicked.
            let stays = |hit: &Hit| matches!(hit, Hit::Screen(_) | Hit::Tab(_) | Hit::Command(_));
            shared.hits.borrow_mut().retain(|(_, hit)| stays(hit));
        }
        layer.draw(shared, frame, over);
    }
    status_row(app, frame, parts.status);
    keys_row(app, frame, parts.keys);
    if shared.theme.ascii {
        to_ascii(frame.buffer_mut());
    }
}

fn screens_row(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let shared = &app.shared;
    let now = app.under();
    let day = crate::text::date::short(shared.today, shared.lang);
    let day = if area.width >= 100 { day } else { day.rsplit_once('/').map_or(day.clone(), |(day, _)| day.to_owned()) };
    // Where the exchange with others stands, before the day.
    let corner = shared.world.exchange.as_ref().map(|corner| corner.short(shared.asked.get()));
    let day = corner.map_or(day.clone(), |corner| format!("⇅ {corner}  {day}"));
    let room = usize::from(area.width).saturating_sub(width(&day) + 3);
    let mut spans = vec![Span::styled(" F5 ", shared.theme.key())];
    let mut used = 4;
    let listed: Vec<_> = ENTRIES.iter().filter(|entry| entry.listed).collect();
    for (n, entry) in listed.iter().enumerate() {
        let title = shared.word(entry.title);
        let in_hand = entry.name == now;
        let text = if in_hand { format!("[{title}]") } else { format!(" {title} ") };
        // The sign of more needs room as well, but not behind the last.
        let more = if n + 1 < listed.len() { 2 } else { 0 };
        if used + width(&text) + more > room {
            // The screen in hand is always named.
            let hidden_now = listed[n..].iter().find(|entry| entry.name == now);
            if let Some(entry) = hidden_now {
                let title = format!("[{}]", shared.word(entry.title));
                while used + width(&title) + 2 > room && spans.len() > 1 {
                    used -= spans.pop().map_or(0, |span| width(&span.content));
                }
                spans.push(Span::styled(title, shared.theme.title()));
            }
            spans.push(Span::styled(" …", shared.theme.faint()));
            break;
        }
        let x = area.x + u16::try_from(used).unwrap_or(0);
        shared.hit(Rect { x, width: width(&text) as u16, ..area }, Hit::Screen(entry.name));
        used += width(&text);
        spans.push(Span::styled(text, if in_hand { shared.theme.title() } else { Style::new() }));
    }
    frame.render_widget(Line::from(spans), area);
    at_right(shared, frame, area, &format!("{day} "), shared.theme.faint());
}

fn tabs_row(app: &App, frame: &mut Frame<'_>, area: Rect, tabs: &[String], at: usize) {
    let shared = &app.shared;
    if tabs.is_empty() {
        return;
    }
    let at = at.min(tabs.len() - 1);
    let hint = if tabs.len() > 1 { shared.word(W::NextTabHint) } else { "" };
    let room = usize::from(area.width).saturating_sub(width(hint) + 2);
    // The tab in hand is seen, with as many before and behind it as there is room for.
    let texts: Vec<String> =
        tabs.iter().enumerate().map(|(n, tab)| if n == at { format!("[{tab}]") } else { format!(" {tab} ") }).collect();
    let mut first = 0;
    while first < at && texts[first..=at].iter().map(|text| width(text)).sum::<usize>() + 2 > room {
        first += 1;
    }
    let mut spans = vec![Span::raw(if first > 0 { "…" } else { " " })];
    let mut used = 1;
    for (n, text) in texts.iter().enumerate().skip(first) {
        if used + width(text) + 1 > room {
            spans.push(Span::raw("…"));
            break;
        }
        let x = area.x + u16::try_from(used).unwrap_or(0);
        shared.hit(Rect { x, width: width(text) as u16, ..area }, Hit::Tab(n));
        used += width(text);
        spans.push(Span::styled(text.clone(), if n == at { shared.theme.title() } else { Style::new() }));
    }
    frame.render_widget(Line::from(spans), area);
    at_right(shared, frame, area, &format!("{hint} "), shared.theme.faint());
}

fn context_row(shared: &Shared, frame: &mut Frame<'_>, area: Rect, left_text: &str, right_text: &str) {
    let room = usize::from(area.width).saturating_sub(width(right_text) + 3);
    frame.render_widget(Line::styled(format!(" {}", cut(left_text, room)), shared.theme.heading()), area);
    at_right(shared, frame, area, &format!("{right_text} "), Style::new());
}

fn at_right(_shared: &Shared, frame: &mut Frame<'_>, area: Rect, text: &str, style: Style) {
    let cells = u16::try_from(width(text)).unwrap_or(u16::MAX).min(area.width);
    let place = Rect { x: area.right() - cells, width: cells, ..area };
    frame.render_widget(Line::styled(text.to_owned(), style), place);
}

fn detail_part(shared: &Shared, frame: &mut Frame<'_>, place: Rect, detail: Detail) {
    if place.height > DETAIL {
        let mut block = Block::bordered().title(cut(&format!(" {} ", detail.title), usize::from(place.width) - 4));
        if !detail.right.is_empty() {
            block = block.title_bottom(cut(&format!(" {} ", detail.right), usize::from(place.width) - 4));
        }
        let inside = block.inner(place);
        frame.render_widget(block, place);
        frame.render_widget(
            Text::from(detail.lines),
            Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside },
        );
        return;
    }
    let rule = Rect { height: 1, ..place };
    frame.render_widget(Block::new().borders(Borders::TOP), rule);
    let room = usize::from(place.width).saturating_sub(width(&detail.right) + 8);
    frame.render_widget(Line::raw(cut(&format!("─ {} ", detail.title), room)), rule);
    if !detail.right.is_empty() {
        at_right(shared, frame, rule, &format!(" {} ─", detail.right), Style::new());
    }
    let cells = usize::from(place.width.saturating_sub(2));
    let lines = detail.lines.into_iter().take(usize::from(DETAIL - 1)).map(|line| cut_line(line, cells));
    let lines: Vec<Line<'_>> = lines.collect();
    frame.render_widget(
        Text::from(lines),
        Rect { x: place.x + 1, y: place.y + 1, width: place.width.saturating_sub(2), height: DETAIL - 1 },
    );
}

/// A line in so many cells; where it has more, its end is told to be missing.
pub(super) fn cut_line(line: Line<'static>, cells: usize) -> Line<'static> {
    if line.width() <= cells {
        return line;
    }
    let text: String = line.spans.iter().map(|span| span.content.as_ref()).collect();
    Line::styled(cut(&text, cells), line.style)
}

fn status_row(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let shared = &app.shared;
    let right = app.beside();
    let room = usize::from(area.width).saturating_sub(width(&right) + 3);
    if let Some((sign, text)) = app.status.now() {
        let style = match sign {
            Sign::Info => Style::new(),
            Sign::Done => shared.theme.good(),
            Sign::Warning => shared.theme.warning(),
            Sign::Fault => shared.theme.bad(),
        };
        let line = Line::from(vec![
            Span::styled(format!(" {} ", sign.sign()), style),
            Span::raw(cut(text, room.saturating_sub(3))),
        ]);
        frame.render_widget(line, area);
    } else if let Some(hint) = app.hint() {
        frame.render_widget(Line::styled(format!(" {}", cut(&hint, room)), shared.theme.faint()), area);
    }
    at_right(shared, frame, area, &format!("{right} "), shared.theme.unsaved());
}

fn keys_row(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let shared = &app.shared;
    if let Some(layer) = app.layers().last() {
        frame.render_widget(Line::raw(cut(&format!(" {}", layer.keys(shared)), area.width.into())), area);
        return;
    }
    let help = format!("F1 {} ", shared.word(W::DoHelp));
    let room = usize::from(area.width).saturating_sub(width(&help) + 1);
    let mut here: Vec<_> =
        app.here().into_iter().filter(|h| h.command.footer > 0 && !matches!(h.can, Can::No(_))).collect();
    here.sort_by_key(|h| h.command.footer);
    let mut spans = Vec::new();
    let mut used = 1;
    spans.push(Span::raw(" "));
    for one in here.iter().filter(|h| h.command.id != id::HELP) {
        let key = shared.keymap.shown(one.command);
        if key.is_empty() {
            continue;
        }
        let cells = width(&key) + 1 + width(&one.name) + 2;
        if used + cells > room {
            continue;
        }
        let x = area.x + u16::try_from(used).unwrap_or(0);
        shared.hit(Rect { x, width: cells as u16, ..area }, Hit::Command(one.command.id));
        spans.push(Span::styled(key, shared.theme.key()));
        spans.push(Span::raw(format!(" {}  ", one.name)));
        used += cells;
    }
    frame.render_widget(Line::from(spans), area);
    at_right(shared, frame, area, &help, Style::new());
    let _ = left;
}
