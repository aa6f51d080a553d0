//! Uncertainty as charts: intervals, the chance of each target, and the tornado.

use super::instruments::scrollbar;
use crate::model::Fraction;
use crate::reform::chance::{Bar, Chance, Distribution, FigureChance, Measured, Scale};
use crate::text::width::{apart, cut, left, right, wrap};
use crate::text::{Lang, number};
use crate::tui::app::App;
use crate::view::gauge::{self, length};
use crate::view::{dong, short_percent as percent, statistic};
use crate::words::choosing::ChoosingWord as C;
use crate::words::{Message, Said, capital};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};
use std::collections::HashMap;

const NAME: usize = 21;
const FIGURE: usize = 19;
const SWING: usize = 18;

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let Some(chances) = &app.board.chances else { return };
    let chance = &chances.chance;
    let cells = usize::from(area.width);
    let whole = |n: usize| number::whole(n as i128, app.lang);
    let draws = &chance.draws;
    let title =
        C::ChancesTitle.with(app.lang, &[&chances.scenario.code, &whole(draws.draws), &draws.seed, &draws.level]);
    let mut lines = vec![Line::styled(cut(&format!(" {title}"), cells), app.theme.title())];
    if chance.parameters == 0 {
        let text = wrap(app.said_in(C::NothingUncertain), cells.saturating_sub(2));
        lines.extend(text.into_iter().map(|line| Line::raw(format!(" {line}"))));
        frame.render_widget(Text::from(lines), area);
        return;
    }
    lines.push(titles(app));
    lines.extend(chance.shown().map(|figure| interval(app, figure, cells)));
    lines.push(Line::raw(""));
    lines.extend(targets(app, chance, cells));
    let high = u16::try_from(lines.len() + 1).unwrap_or(area.height);
    let [top, head, body] =
        Layout::vertical([Constraint::Length(high), Constraint::Length(1), Constraint::Min(1)]).areas(area);
    frame.render_widget(Text::from(lines), top);
    let title = apart(&format!(" {}", app.said_in(C::TornadoTitle)), cells.saturating_sub(SWING + 1));
    let titles = title + &right(app.said_in(C::Swing), SWING);
    frame.render_widget(Line::styled(titles, app.theme.heading()), head);
    let tornado = &chances.tornado;
    let widest =
        tornado.bars.iter().flat_map(|bar| [bar.saved_low, bar.saved_high]).map(|end| end.apart(tornado.saved)).max();
    let widest = widest.unwrap_or_default();
    let bars = tornado.bars.iter().skip(chances.top).take(body.height.into());
    let bars = bars.map(|bar| tornado_bar(app, bar, &chances.names, (tornado.saved, widest), cells));
    frame.render_widget(Text::from(bars.collect::<Vec<_>>()), body);
    scrollbar(frame, body, chances.top, tornado.bars.len());
}

fn word(measured: Measured) -> C {
    match measured {
        Measured::CostBefore => C::CostBefore,
        Measured::CostAfter => C::CostAfter,
        Measured::CostSaved => C::CostSaved,
        Measured::CostSavedPercent => C::CostSavedPercent,
        Measured::TimeSaved => C::TimeSaved,
    }
}

fn titles<'a>(app: &App) -> Line<'a> {
    let figures = [C::Point, C::Mean].map(|word| right(app.said_in(word), FIGURE)).concat();
    Line::styled(format!(" {}{figures} {}", left("", NAME), app.said_in(C::Interval)), app.theme.heading())
}

/// A figure: its point, its mean, and its interval on a line from zero to beyond it.
fn interval<'a>(app: &App, figure: &FigureChance, cells: usize) -> Line<'a> {
    let point = figure.point.map_or_else(|| "–".to_owned(), |value| exact(figure.measured, value, app.lang));
    let mean = figure.drawn.map_or_else(|| "–".to_owned(), |drawn| self::drawn(figure.measured, drawn.mean, app.lang));
    let name = left(app.said_in(word(figure.measured)), NAME);
    let mut spans = vec![Span::raw(format!(" {name}{}{} ", right(&point, FIGURE), right(&mean, FIGURE)))];
    if let Some(drawn) = figure.drawn {
        let [from, to] = [drawn.from, drawn.to].map(|end| self::drawn(figure.measured, end, app.lang));
        let room = cells.saturating_sub(NAME + 2 * FIGURE + 3);
        // A narrow window shows the ends in figures, a wide one the line too.
        let ends = format!("{from} … {to}");
        if room > 60 {
            let line = room.saturating_sub(44);
            spans.push(Span::styled(range(&drawn, line), app.theme.planned()));
            spans.push(Span::raw(format!(" {ends}")));
        } else {
            spans.push(Span::raw(cut(&short_ends(figure.measured, &drawn, app.lang), room)));
        }
    }
    Line::from(spans)
}

/// The interval on a line from zero to its upper end.
fn range(drawn: &Distribution, cells: usize) -> String {
    let top = drawn.to.max(drawn.mean);
    let figure = |value| statistic(value, 2);
    let place = |value| length(figure(value), figure(top), cells.saturating_sub(1));
    let (from, mean, to) = (place(drawn.from), place(drawn.mean), place(drawn.to));
    let cell = |at: usize| match at {
        at if at == mean => '█',
        at if at == from => '├',
        at if at == to => '┤',
        at if at > from && at < to => '─',
        _ => '·',
    };
    (0..cells).map(cell).collect()
}

/// The interval as distances from the mean in percent, for a narrow window.
fn short_ends(measured: Measured, drawn: &Distribution, lang: Lang) -> String {
    let share = |end: f64| {
        let part = if drawn.mean == 0.0 { 0.0 } else { (end - drawn.mean) / drawn.mean * 100.0 };
        let sign = match part {
            _ if part.abs() < 0.05 => "",
            _ if part < 0.0 => "−",
            _ => "+",
        };
        format!("{sign}{}%", tenth(part.abs(), lang))
    };
    match measured {
        Measured::CostSavedPercent => format!("{} … {}", tenth(drawn.from, lang), tenth(drawn.to, lang)),
        _ => format!("{} … {}", share(drawn.from), share(drawn.to)),
    }
}

fn exact(measured: Measured, value: Fraction, lang: Lang) -> String {
    match measured {
        Measured::CostSavedPercent => percent(value, lang),
        _ => dong(value, lang),
    }
}

/// A statistic: whole đồng or hours, or percent with one decimal.
fn drawn(measured: Measured, value: f64, lang: Lang) -> String {
    match measured {
        Measured::CostSavedPercent => tenth(value, lang) + "%",
        _ => dong(statistic(value, 0), lang),
    }
}

fn tenth(value: f64, lang: Lang) -> String {
    let value = statistic(value, 1);
    number::decimal(value.numerator(), value.denominator(), 1, lang)
}

fn targets<'a>(app: &App, chance: &Chance, cells: usize) -> Vec<Line<'a>> {
    let line = |target: &crate::reform::chance::TargetChance| {
        let name = format!(
            " {} ≥ {}",
            capital(target.target.metric.short(app.lang)),
            percent(target.target.percent, app.lang)
        );
        let bar = (cells / 5).clamp(10, 40);
        let full = length(statistic(target.probability, 4), Fraction::whole(1), bar);
        // Of a baseline with nothing to cut no share is reached, whatever is drawn.
        let chance = match target.point {
            None => "–".to_owned(),
            Some(_) => tenth(target.probability * 100.0, app.lang) + "%",
        };
        let style = if target.probability >= 0.5 { app.theme.good() } else { app.theme.bad() };
        let name_cells = cells.saturating_sub(bar + 24).clamp(24, 60);
        Line::from(vec![
            Span::raw(left(&name, name_cells)),
            Span::styled("█".repeat(full), style),
            Span::styled("·".repeat(bar - full), app.theme.faint()),
            Span::raw(format!(" {} {chance}", app.said_in(C::Probability))),
        ])
    };
    chance.targets.iter().map(line).collect()
}

/// A parameter: its name, and to both sides of the point how far the saving goes with it low and high.
fn tornado_bar<'a>(
    app: &App,
    bar: &Bar,
    names: &HashMap<String, Said>,
    (point, widest): (Fraction, Fraction),
    cells: usize,
) -> Line<'a> {
    let name_cells = (cells / 3).clamp(24, 60);
    let half = cells.saturating_sub(name_cells + SWING + 3) / 2;
    let [lower, upper] = gauge::swing(bar.saved_low.less(point), bar.saved_high.less(point), widest, half);
    let swing = dong(bar.swing(Scale::Saved), app.lang);
    let of = &bar.uncertainty.of;
    let name = names.get(of).map_or(of.as_str(), |said| said.text(app.lang));
    Line::from(vec![
        Span::raw(format!(" {}", apart(name, name_cells))),
        Span::styled(right(&lower, half), app.theme.bad()),
        Span::raw("│"),
        Span::styled(left(&upper, half), app.theme.good()),
        // To the right edge, where its heading stands.
        Span::raw(right(&swing, cells.saturating_sub(name_cells + 2 * half + 3))),
    ])
}
