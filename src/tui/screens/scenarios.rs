//! The list of scenarios, several side by side, and what the solver found.

use super::instruments::scrollbar;
use super::window;
use crate::cost::explain::show;
use crate::model::Fraction;
use crate::reform::{Axis, Figures};
use crate::text::width::{apart, cut, left, right};
use crate::text::{Lang, number};
use crate::tui::app::App;
use crate::tui::choosing::{Beside, Line as Scenario};
use crate::view::{dong, short_percent as percent};
use crate::words::Message;
use crate::words::choosing::ChoosingWord as C;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Text};

const COUNT: usize = 11;
const SAVED: usize = 18;
const SHARE: usize = 8;
const EFFORT: usize = 11;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let board = &app.board;
    let only_stages = board.lines.iter().all(|line| line.special);
    let note = u16::from(only_stages);
    let [head, body, hint] =
        Layout::vertical([Constraint::Length(1), Constraint::Min(1), Constraint::Length(note * 2)]).areas(area);
    let cells = usize::from(area.width).saturating_sub(1);
    // A narrow window does without the counts of what is abolished and simplified.
    let wide = cells > 100;
    let (code, counts) = if wide { (22, 3) } else { (14, 1) };
    let name = cells.saturating_sub(3 + code + counts * COUNT + SAVED + SHARE + EFFORT).max(8);
    let titles = [C::Measures, C::Abolished, C::Simplified].map(|word| right(app.said_in(word), COUNT));
    let line = [
        left("   ", 3),
        left(app.said_in(C::Code), code),
        left(app.said_in(C::Name), name),
        titles[..counts].concat(),
        right(app.said_in(C::SavedYear), SAVED),
        right(app.said_in(C::Percent), SHARE),
        right(app.said_in(C::Effort), EFFORT),
    ];
    frame.render_widget(Line::styled(line.concat(), app.theme.heading()), head);
    let lines = window(board.line, board.lines.len(), body.height.into()).filter_map(|at| {
        let line = board.lines.get(at)?;
        let figures = &line.figures;
        let mark = if board.marked.contains(&line.scenario.code) { " ✓ " } else { "   " };
        let numbers = [figures.measures, figures.abolished, figures.simplified]
            .map(|n| right(&number::whole(n as i128, app.lang), COUNT));
        let share = figures.saved_percent().map_or_else(|| "–".to_owned(), |share| percent(share, app.lang));
        let text = [
            mark.to_owned(),
            apart(&line.scenario.code, code),
            apart(&named(line), name),
            numbers[..counts].concat(),
            right(&dong(figures.saved(), app.lang), SAVED),
            right(&share, SHARE),
            right(&show(figures.effort, app.lang), EFFORT),
        ];
        let style = if at == board.line { app.theme.selected() } else { Style::new() };
        Some(Line::styled(text.concat(), style))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, board.line, board.lines.len());
    if only_stages {
        let lines = crate::text::width::wrap(&format!(" {}", app.said_in(C::NoScenario)), cells);
        let lines: Vec<Line<'_>> = lines.into_iter().map(|line| Line::styled(line, app.theme.faint())).collect();
        frame.render_widget(Text::from(lines), hint);
    }
}

fn named(line: &Scenario) -> String {
    match &line.scenario.programme {
        Some(programme) => format!("{} · {programme}", line.scenario.name),
        None => line.scenario.name.clone(),
    }
}

/// A figure of a scenario: its name, and how it is shown.
type Row = (C, fn(&Figures, Lang) -> String);

/// The figures that stand side by side.
const ROWS: [Row; 11] = [
    (C::Measures, |f, lang| number::whole(f.measures as i128, lang)),
    (C::Abolished, |f, lang| number::whole(f.abolished as i128, lang)),
    (C::Simplified, |f, lang| number::whole(f.simplified as i128, lang)),
    (C::FigureCounted, |f, lang| share(f.counted_percent(), lang)),
    (C::CostBefore, |f, lang| dong(f.before, lang)),
    (C::CostAfter, |f, lang| dong(f.after, lang)),
    (C::CostSaved, |f, lang| dong(f.saved(), lang)),
    (C::CostSavedPercent, |f, lang| share(f.saved_percent(), lang)),
    (C::TimeSaved, |f, lang| dong(f.hours_saved(), lang)),
    (C::FigureHoursPercent, |f, lang| share(f.hours_percent(), lang)),
    (C::Effort, |f, lang| show(f.effort, lang)),
];

fn share(value: Option<Fraction>, lang: Lang) -> String {
    value.map_or_else(|| "–".to_owned(), |value| percent(value, lang))
}

fn axis_word(axis: Option<Axis>) -> C {
    match axis {
        None => C::Whole,
        Some(Axis::Agency) => C::AxisAgency,
        Some(Axis::Field) => C::AxisField,
        Some(Axis::Kind) => C::AxisKind,
        Some(Axis::Level) => C::AxisLevel,
        Some(Axis::Authority) => C::AxisAuthority,
        Some(Axis::Year) => C::AxisYear,
    }
}

pub(super) fn draw_compared(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let Some(beside) = &app.board.beside else { return };
    let [title, head, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let mut axis = app.said_in(axis_word(beside.axis)).to_owned();
    if beside.axis.is_some() {
        axis = C::SavedBy.with(app.lang, &[&axis]);
    }
    let mut text = format!(" {}", C::SideBySide.with(app.lang, &[&beside.lines.len(), &axis]));
    let cells = usize::from(area.width).saturating_sub(2);
    let name = (cells * 3 / 10).clamp(20, 44);
    // As many scenarios as there is room for; a figure of thirteen digits needs 18 cells.
    let column = (cells.saturating_sub(name) / beside.lines.len().max(1)).clamp(18, 22);
    let fit = (cells.saturating_sub(name) / column).max(1);
    let shown = &beside.lines[..beside.lines.len().min(fit)];
    if shown.len() < beside.lines.len() {
        text += &format!(" · {}", C::OnlyFit.with(app.lang, &[&shown.len()]));
    }
    frame.render_widget(Line::styled(cut(&text, title.width.into()), app.theme.heading()), title);
    let codes: String = shown.iter().map(|line| right(&line.scenario.code, column)).collect();
    frame.render_widget(Line::styled(format!(" {}{codes}", left("", name)), app.theme.heading()), head);
    let lines = if beside.axis.is_none() {
        figures(app, shown, (name, column))
    } else {
        groups(app, beside, (name, column, fit), body)
    };
    frame.render_widget(Text::from(lines), body);
    scrollbar(frame, body, beside.top, beside.rows.len());
}

fn figures<'a>(app: &App, shown: &[Scenario], (name, column): (usize, usize)) -> Vec<Line<'a>> {
    let row = |(word, figure): &Row| {
        let values: String = shown.iter().map(|line| right(&figure(&line.figures, app.lang), column)).collect();
        Line::raw(format!(" {}{values}", left(app.said_in(*word), name)))
    };
    ROWS.iter().map(row).collect()
}

/// Of each group, what each scenario saves of it.
fn groups<'a>(app: &App, beside: &Beside, (name, column, fit): (usize, usize, usize), area: Rect) -> Vec<Line<'a>> {
    let rows = beside.rows.iter().skip(beside.top).take(area.height.into());
    let row = |(key, figures): &(Option<String>, Vec<Figures>)| {
        let values: String = figures.iter().take(fit).map(|f| right(&dong(f.saved(), app.lang), column)).collect();
        Line::raw(format!(" {}{values}", left(&group_name(app, beside.axis, key.as_deref()), name)))
    };
    rows.map(row).collect()
}

fn group_name(app: &App, axis: Option<Axis>, key: Option<&str>) -> String {
    let Some(key) = key else { return app.said_in(C::None).to_owned() };
    match axis {
        Some(Axis::Agency) => app.data.agency(key, app.lang).to_owned(),
        Some(Axis::Kind) => {
            let kind = crate::model::RegulationKind::parse(key);
            kind.map_or(key, |kind| kind.short(app.lang)).to_owned()
        }
        Some(Axis::Level) => app.data.snapshot.levels.find(key).map_or(key, |level| level.name_in(app.lang)).to_owned(),
        _ => key.to_owned(),
    }
}

pub(super) fn draw_found(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let [title, body] = Layout::vertical([Constraint::Length(1), Constraint::Min(1)]).areas(area);
    let Some(found) = &app.board.found else { return };
    frame.render_widget(Line::styled(format!(" {}", app.said_in(C::FoundTitle)), app.theme.title()), title);
    super::law::rows(app, &found.laid, &[&found.laid.inks], &|_| " ", frame, body);
    scrollbar(frame, body, found.laid.top, found.laid.rows.len());
}
