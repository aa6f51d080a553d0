//! Uncertainty as charts: intervals, the chance of each target, and the tornado.

use super::chances::{Chances, Drawn, Range};
use crate::model::Fraction;
use crate::reform::chance::{Distribution, FigureChance, Measured, Scale, TargetChance};
use crate::text::width::{apart, cut, left, middle, right, wrap};
use crate::text::{Lang, number};
use crate::tui::screen::{Hit, Shared};
use crate::tui::widgets::gauge::cells_of;
use crate::tui::widgets::grid::millions_of;
use crate::tui::widgets::pager::scrollbar;
use crate::tui::widgets::window;
use crate::view::{dong, short_percent};
use crate::words::choosing::ChoosingWord as C;
use crate::words::{Message, capital};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span, Text};

const NAME: usize = 20;

pub(super) fn draw(chances: &Chances, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
    let cells = usize::from(area.width);
    let mut lines: Vec<Line<'_>> = Vec::new();
    let mut say = |word: C| {
        let text = wrap(shared.word(word), cells.saturating_sub(2));
        lines.extend(text.into_iter().map(|line| Line::raw(format!(" {line}"))));
    };
    if chances.ranges.is_empty() {
        say(C::NothingUncertain);
        frame.render_widget(Text::from(lines), area);
        return;
    }
    match &chances.drawn {
        None => say(C::NotDrawnYet),
        Some(drawn) if drawn.chance.parameters == 0 => say(C::NothingMoves),
        Some(drawn) => lines.extend(figures(drawn, shared, cells)),
    }
    let room = usize::from(area.height).saturating_sub(4);
    lines.truncate(room);
    lines.push(Line::raw(""));
    let high = u16::try_from(lines.len()).unwrap_or(area.height).min(area.height);
    frame.render_widget(Text::from(lines), area);
    let rest = Rect { y: area.y + high, height: area.height - high, ..area };
    bars(chances, shared, frame, rest);
}

/// Figures with their intervals, and targets with their chances.
fn figures(drawn: &Drawn, shared: &Shared, cells: usize) -> Vec<Line<'static>> {
    let chance = &drawn.chance;
    let figure = if cells > 110 { 20 } else { 12 };
    let heads = [C::Point, C::Mean].map(|word| right(shared.word(word), figure)).concat();
    let level = C::Interval.with(shared.lang, &[&chance.draws.level]);
    let unit = shared.word(if cells > 110 { C::InDong } else { C::InMillions });
    let mut lines = vec![Line::styled(format!(" {}{heads}  {level}", left(unit, NAME)), shared.theme.heading())];
    // Time is shown where a measure moves it.
    let still = |f: &&FigureChance| f.measured == Measured::TimeSaved && f.point.is_none_or(Fraction::is_zero);
    let shown = chance.figures.iter().filter(|f| chance.time_moves || !still(f));
    lines.extend(shown.map(|found| interval(found, shared, (figure, cells))));
    lines.extend(chance.targets.iter().map(|target| chance_of(target, shared, cells)));
    lines
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

/// A figure: its point, its mean, and its interval on a line from zero to beyond it.
fn interval(figure: &FigureChance, shared: &Shared, (cell, cells): (usize, usize)) -> Line<'static> {
    let whole = cells > 110;
    let point = figure.point.map_or_else(|| "–".to_owned(), |value| exact(figure.measured, value, shared, whole));
    let said = |value: f64| statistic(figure.measured, value, shared.lang, whole);
    let mean = figure.drawn.map_or_else(|| "–".to_owned(), |drawn| said(drawn.mean));
    let name = left(&cut(shared.word(word(figure.measured)), NAME - 1), NAME);
    let mut spans = vec![Span::raw(format!(" {name}{}{}  ", right(&point, cell), right(&mean, cell)))];
    if let Some(drawn) = figure.drawn {
        let ends = format!("{} – {}", said(drawn.from), said(drawn.to));
        let room = cells.saturating_sub(NAME + 2 * cell + 4);
        let line = room.saturating_sub(if whole { 36 } else { 22 });
        if line >= 8 {
            spans.push(Span::styled(range(&drawn, line), shared.theme.planned()));
            spans.push(Span::raw(" "));
        }
        spans.push(Span::raw(cut(&ends, room)));
    }
    Line::from(spans)
}

/// The interval on a line from zero to its upper end.
fn range(drawn: &Distribution, cells: usize) -> String {
    let top = drawn.to.max(drawn.mean);
    let place = |value: f64| -> usize {
        // Places of cells are small and not below zero.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let at = if top > 0.0 { (value.max(0.0) / top * (cells.saturating_sub(1)) as f64).round() as usize } else { 0 };
        at.min(cells.saturating_sub(1))
    };
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

fn exact(measured: Measured, value: Fraction, shared: &Shared, whole: bool) -> String {
    match measured {
        Measured::CostSavedPercent => short_percent(value, shared.lang),
        Measured::TimeSaved => dong(value, shared.lang),
        _ if whole => dong(value, shared.lang),
        _ => millions_of(value, shared),
    }
}

/// A statistic: whole đồng, millions of them or hours, or percent with one decimal.
fn statistic(measured: Measured, value: f64, lang: Lang, whole: bool) -> String {
    // Draws of what exact figures fit in 128 bits stay far below what does not.
    #[allow(clippy::cast_possible_truncation)]
    match measured {
        Measured::CostSavedPercent => tenth(value, lang) + "%",
        Measured::TimeSaved => number::whole(value.round() as i128, lang),
        _ if whole => number::whole(value.round() as i128, lang),
        _ => number::whole((value / 1e6).round() as i128, lang),
    }
}

fn tenth(value: f64, lang: Lang) -> String {
    #[allow(clippy::cast_possible_truncation)]
    let tenths = (value * 10.0).round() as i128;
    number::decimal(tenths, 10, 1, lang)
}

/// A target with its probability.
fn chance_of(target: &TargetChance, shared: &Shared, cells: usize) -> Line<'static> {
    let lang = shared.lang;
    let name =
        format!(" {} ≥ {}", capital(target.target.metric.short(lang)), short_percent(target.target.percent, lang));
    let bar = (cells / 5).clamp(10, 40);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    let full = ((target.probability * bar as f64).round() as usize).min(bar);
    // Of a baseline with nothing to cut no share is reached, whatever is drawn.
    let chance = match target.point {
        None => "–".to_owned(),
        Some(_) => tenth(target.probability * 100.0, lang) + "%",
    };
    let style = if target.probability >= 0.5 { shared.theme.good() } else { shared.theme.warning() };
    let name_cells = cells.saturating_sub(bar + 26).clamp(24, 60);
    Line::from(vec![
        Span::raw(left(&cut(&name, name_cells - 1), name_cells)),
        Span::styled("█".repeat(full), style),
        Span::styled("·".repeat(bar - full), shared.theme.faint()),
        Span::raw(format!(" {} {chance}", shared.word(C::Probability))),
    ])
}

/// The ranges that are stated, each with how far the saving goes with it low and high.
fn bars(chances: &Chances, shared: &Shared, frame: &mut Frame<'_>, area: Rect) {
    if area.height < 2 {
        return;
    }
    let cells = usize::from(area.width).saturating_sub(1);
    let swing = shared.word(C::Swing);
    let title = apart(&format!(" {}", shared.word(C::TornadoTitle)), cells.saturating_sub(15));
    frame.render_widget(Line::styled(title + &right(swing, 14), shared.theme.heading()), Rect { height: 1, ..area });
    let body = Rect { y: area.y + 1, height: area.height - 1, ..area };
    let order = chances.order();
    let widest = chances.drawn.as_ref().map_or(Fraction::ZERO, |drawn| {
        let ends = drawn.tornado.bars.iter().flat_map(|bar| [bar.saved_low, bar.saved_high]);
        ends.map(|end| end.apart(drawn.tornado.saved)).max().unwrap_or_default()
    });
    let seen = window(chances.top.get(), chances.at, order.len(), body.height.into());
    chances.top.set(seen.start);
    let mut lines = Vec::new();
    for (y, at) in seen.clone().enumerate() {
        let row = Rect { y: body.y + u16::try_from(y).unwrap_or(0), height: 1, ..body };
        shared.hit(row, Hit::Row(at));
        let Some(range) = order.get(at).map(|place| &chances.ranges[*place]) else { continue };
        lines.push(bar(chances, range, shared, (widest, at == chances.at), cells));
    }
    frame.render_widget(Text::from(lines), body);
    scrollbar(frame, body, seen.start, order.len());
}

fn bar(
    chances: &Chances,
    range: &Range,
    shared: &Shared,
    (widest, in_hand): (Fraction, bool),
    cells: usize,
) -> Line<'static> {
    let name_cells = (cells * 2 / 5).clamp(24, 60);
    let half = cells.saturating_sub(name_cells + 18) / 2;
    let base = if in_hand { shared.theme.hand() } else { Style::new() };
    let mark = if in_hand { "▶" } else { " " };
    let name = Span::styled(
        format!("{mark}{}", left(&middle(range.what.text(shared.lang), name_cells - 1), name_cells)),
        base,
    );
    let (Some(bar), Some(drawn)) = (chances.bar(range), &chances.drawn) else {
        return Line::from(vec![
            name,
            Span::styled(format!(" {}", shared.word(C::NoEffectHere)), shared.theme.faint()),
        ]);
    };
    let point = drawn.tornado.saved;
    let (mut lower, mut upper) = (String::new(), String::new());
    for (end, sign) in [(bar.saved_low, "▒"), (bar.saved_high, "█")] {
        let side = if end < point { &mut lower } else { &mut upper };
        let long = cells_of(end.apart(point), widest.max(Fraction::whole(1)), half);
        // Both ends on one side: the longer shows.
        if side.chars().count() < long {
            *side = sign.repeat(long);
        }
    }
    let swing = millions_of(bar.swing(Scale::Saved), shared);
    Line::from(vec![
        name,
        Span::styled(right(&lower, half), shared.theme.warning()),
        Span::raw("│"),
        Span::styled(left(&upper, half), shared.theme.good()),
        Span::raw(right(&swing, cells.saturating_sub(name_cells + 2 * half + 2))),
    ])
}
