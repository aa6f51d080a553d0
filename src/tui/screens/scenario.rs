//! The scenario in hand: the figures of what is in, the targets, and every measure, in or out. Only the lines in sight are laid out.

use super::instruments::{ask_line, scrollbar};
use super::window;
use crate::cost::explain::show;
use crate::model::Fraction;
use crate::reform::BaselineState;
use crate::text::width::{apart, cut, left, right, width};
use crate::text::{date, number};
use crate::tui::app::App;
use crate::tui::choosing::Table;
use crate::view::{dong, short_percent as percent};
use crate::words::choosing::ChoosingWord as C;
use crate::words::tui::TuiWord as W;
use crate::words::{Message, capital};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

const CODE: usize = 16;
const EFFORT: usize = 11;
const ALONE: usize = 19;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let Some(table) = &app.board.table else { return };
    let gauges = u16::try_from(table.reaches.len()).unwrap_or(0);
    let [top, middle, search, head, body, foot] = Layout::vertical([
        Constraint::Length(3),
        Constraint::Length(gauges),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(3),
    ])
    .areas(area);
    frame.render_widget(Text::from(heading(app, table, top.width.into())), top);
    let bars = table.reaches.iter().map(|reach| gauge(app, reach, middle.width.into()));
    frame.render_widget(Text::from(bars.collect::<Vec<_>>()), middle);
    let whole = |n: usize| number::whole(n as i128, app.lang);
    let count = C::InSet.with(app.lang, &[&whole(table.figures.measures), &whole(table.open())]);
    let typed = app.board.asking.as_ref();
    ask_line(app, frame, search, W::Search, typed.unwrap_or(&table.filter), typed.is_some(), &count);
    list(app, table, frame, (head, body));
    frame.render_widget(Text::from(hand(app, table, foot.width.into())), foot);
}

fn heading<'a>(app: &App, table: &Table, cells: usize) -> Vec<Line<'a>> {
    let (scenario, figures, lang) = (&table.scenario, &table.figures, app.lang);
    let over = match (table.evaluation.baseline(), &scenario.programme) {
        (BaselineState::Frozen(day), Some(code)) => C::OverFrozen.with(lang, &[code, &date::short(day, lang)]),
        _ => app.said_in(C::OverLive).to_owned(),
    };
    let mut first = format!(" {} · {} · {over}", scenario.code, scenario.name);
    let missing = table.evaluation.missing().len();
    if missing > 0 {
        first += &format!(" · {}", C::MissingMeasures.with(lang, &[&missing]));
    }
    let unsaved = if table.touched { format!("  {}", app.said_in(C::Unsaved)) } else { String::new() };
    let share = |value: Option<Fraction>| value.map_or_else(|| "–".to_owned(), |value| percent(value, lang));
    let (before, after, saved) = (dong(figures.before, lang), dong(figures.after, lang), dong(figures.saved(), lang));
    let cost = C::CostLine.with(lang, &[&before, &after, &saved, &share(figures.saved_percent())]);
    let mut counts = C::CountLine.with(
        lang,
        &[
            &number::whole(figures.abolished as i128, lang),
            &number::whole(figures.simplified as i128, lang),
            &number::whole(figures.regulations as i128, lang),
            &share(figures.counted_percent()),
            &dong(figures.hours_saved(), lang),
            &share(figures.hours_percent()),
            &show(figures.effort, lang),
        ],
    );
    if figures.without_effort > 0 {
        counts += &format!(" · {}", C::WithoutEffort.with(lang, &[&figures.without_effort]));
    }
    vec![
        Line::from(vec![
            Span::styled(cut(&first, cells.saturating_sub(width(&unsaved))), app.theme.heading()),
            Span::styled(unsaved, app.theme.bad()),
        ]),
        Line::raw(cut(&format!(" {cost}"), cells)),
        Line::raw(cut(&format!(" {counts}"), cells)),
    ]
}

/// A target and how far the set goes to it, in one line.
fn gauge<'a>(app: &App, reach: &crate::tui::choosing::Reach, cells: usize) -> Line<'a> {
    let goal = reach.target.percent;
    let reached = reach.percent.unwrap_or_default();
    let met = reach.percent.is_some_and(|reached| reached >= goal);
    let name = format!(" {} ≥ {}", capital(reach.target.metric.short(app.lang)), percent(goal, app.lang));
    let figure = reach.percent.map_or_else(|| "–".to_owned(), |reached| percent(reached, app.lang));
    let name_cells = (cells / 2).min(48);
    if reach.percent.is_none() {
        let nothing = Span::styled(app.said_in(C::NothingToCut), app.theme.faint());
        return Line::from(vec![Span::raw(left(&name, name_cells)), nothing]);
    }
    let bar = cells.saturating_sub(name_cells + 14).clamp(8, 60);
    let scale = if reached > goal { reached } else { goal };
    let cells_of = |value: Fraction| -> usize {
        let part = value.times(Fraction::whole(i64::try_from(bar).unwrap_or(0))).and_then(|p| p.over(scale));
        part.map_or(0, |part| usize::try_from(part.round()).unwrap_or(0)).min(bar)
    };
    let (full, goal_at) = (cells_of(reached), cells_of(goal).saturating_sub(1));
    let style = if met { app.theme.good() } else { app.theme.planned() };
    let mut spans = vec![Span::raw(left(&name, name_cells))];
    for cell in 0..bar {
        spans.push(if cell == goal_at && cell >= full {
            Span::raw("│")
        } else if cell < full {
            Span::styled("█", style)
        } else {
            Span::styled("·", app.theme.faint())
        });
    }
    let mark = if met { "✓" } else { " " };
    spans.push(Span::styled(format!(" {figure} {mark}"), style));
    Line::from(spans)
}

fn list(app: &App, table: &Table, frame: &mut Frame<'_>, (head, body): (Rect, Rect)) {
    let cells = usize::from(body.width).saturating_sub(1);
    // A narrow window does without the level; its effort tells it.
    let level = if cells > 110 { 34 } else { 0 };
    let title = cells.saturating_sub(5 + CODE + level + EFFORT + ALONE).max(8);
    let titles = [
        left("", 5),
        left(app.said_in(C::Code), CODE),
        left(app.word(W::Content), title),
        left(app.said_in(C::Level), level),
        right(app.said_in(C::Effort), EFFORT),
        right(app.said_in(C::Alone), ALONE),
    ];
    frame.render_widget(Line::styled(titles.concat(), app.theme.heading()), head);
    if table.found.is_empty() {
        let word = if table.rows.is_empty() { app.said_in(C::NoMeasure) } else { app.word(W::NothingFound) };
        frame.render_widget(Line::raw(format!(" {word}")), body);
    }
    let lines = window(table.at, table.found.len(), body.height.into()).filter_map(|at| {
        let place = *table.found.get(at)?;
        let row = table.rows.get(place)?;
        let is_in = table.evaluation.is_chosen(place);
        let effort = row.effort.map_or_else(|| "–".to_owned(), |effort| show(effort, app.lang));
        let text = [
            if is_in { " [x] " } else { " [ ] " }.to_owned(),
            apart(&row.code, CODE),
            apart(&row.title, title),
            apart(&row.level, level),
            right(&effort, EFFORT),
            right(&dong(row.alone, app.lang), ALONE),
        ];
        let style = match (at == table.at, is_in) {
            (true, _) => app.theme.selected(),
            (false, true) => Style::new(),
            (false, false) => app.theme.faint(),
        };
        Some(Line::styled(text.concat(), style))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, table.at, table.found.len());
}

/// What the measure in hand is worth.
fn hand<'a>(app: &App, table: &Table, cells: usize) -> Vec<Line<'a>> {
    let Some(row) = table.hand() else { return Vec::new() };
    let name = app.data.lines.iter().find(|line| line.code == row.regulation).map_or("", |line| line.name.as_str());
    let alone = dong(row.alone, app.lang);
    let mut of = format!("{} · {name}", row.regulation);
    let mut worth = C::OutLine.with(app.lang, &[&alone]);
    if let Some(found) = &table.worth {
        worth = C::WorthLine.with(app.lang, &[&alone, &dong(found.within, app.lang)]);
        let share = C::ShareLine.with(app.lang, &[&dong(found.share.annual, app.lang)]);
        // No figure is cut off: where one line does not hold all three, the name beside the third is.
        if width(&worth) + width(&share) + 4 <= cells {
            worth = format!("{worth} · {share}");
        } else {
            of = format!("{share} · {of}");
        }
    }
    vec![
        Line::styled(cut(&format!(" {} · {}", row.code, row.title), cells), app.theme.heading()),
        Line::raw(cut(&format!(" {of}"), cells)),
        Line::raw(cut(&format!(" {worth}"), cells)),
    ]
}
