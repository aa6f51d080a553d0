//! Drawing the set in hand: gauges, what it takes, the two lines below the measures, and the steps from the baseline to what stands after it.

use super::set::{Reach, Set};
use crate::cost::explain::show;
use crate::model::{Fraction, Metric};
use crate::reform::{BaselineState, Figures};
use crate::text::width::{cut, left, right, width, wrap};
use crate::text::{date, number};
use crate::tui::screen::Shared;
use crate::tui::widgets::gauge::{Gauge, bar, cells_of};
use crate::tui::widgets::grid::millions_of;
use crate::view::{dong, short_percent};
use crate::words::choosing::ChoosingWord as C;
use crate::words::screen::ScreenWord as W;
use crate::words::{Message, capital};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

fn share(value: Option<Fraction>, shared: &Shared) -> String {
    value.map_or_else(|| "–".to_owned(), |value| short_percent(value, shared.lang))
}

/// Over which figures the set stands.
pub(super) fn over(set: &Set, shared: &Shared) -> String {
    let lang = shared.lang;
    let name = super::super::scenarios::programme_name(set.scenario.programme.as_deref(), shared);
    match (set.baseline(), &set.scenario.programme) {
        (BaselineState::Frozen(day), Some(_)) => C::OverFrozen.with(lang, &[&name, &date::short(day, lang)]),
        _ => shared.word(C::OverLive).to_owned(),
    }
}

/// The gauges of the targets, on one scale, each with what was reached before something was taken up or dropped; those of which nothing can be
/// computed come last.
pub(super) fn gauges(set: &Set, shared: &Shared, cells: usize, most: usize) -> Vec<Line<'static>> {
    let scale = Gauge::scale(set.reaches.iter().map(|reach| reach.gauge));
    let mut reaches: Vec<&Reach> = set.reaches.iter().collect();
    reaches.sort_by_key(|reach| reach.percent.is_none());
    let before = |reach: &&Reach| match reach.opened == reach.percent {
        true => String::new(),
        false => C::Before.with(shared.lang, &[&share(reach.opened, shared)]),
    };
    // All bars are of one length.
    let room = reaches.iter().map(|reach| width(&before(reach))).max().unwrap_or(0);
    let name_cells = if cells > 110 { 38 } else { 22 };
    let bar_cells = cells.saturating_sub(name_cells + 32 + room).clamp(6, 70);
    reaches
        .iter()
        .take(most)
        .map(|reach| {
            let mut line = gauge(reach, scale, shared, (name_cells, bar_cells));
            line.push_span(Span::styled(before(reach), shared.theme.faint()));
            line
        })
        .collect()
}

fn gauge(reach: &Reach, scale: Fraction, shared: &Shared, (name, bar): (usize, usize)) -> Line<'static> {
    let lang = shared.lang;
    let goal = reach.target.percent;
    let met = reach.percent.is_some_and(|reached| reached >= goal);
    let figure = format!("{} / {}", share(reach.percent, shared), short_percent(goal, lang));
    let note = match (met, reach.percent) {
        (true, _) => format!("✓ {}", shared.word(C::IsMet)),
        (false, Some(reached)) => C::Lacks.with(lang, &[&short_percent(goal.less(reached), lang)]),
        (false, None) => String::new(),
    };
    let label = capital(reach.target.metric.short(lang));
    let mut spans = vec![Span::raw(format!(" {}", left(&cut(&label, name - 1), name)))];
    spans.extend(reach.gauge.spans(scale, bar, shared.theme));
    spans.push(Span::raw(right(&figure, 16)));
    let style = if met { shared.theme.good() } else { shared.theme.warning() };
    spans.push(Span::styled(format!(" {}", left(&note, 13)), style));
    Line::from(spans)
}

/// What the set takes, in a line.
pub(super) fn effort(set: &Set, shared: &Shared, cells: usize) -> Line<'static> {
    let (lang, figures) = (shared.lang, &set.figures);
    let mut parts = vec![C::EffortOf.with(lang, &[&show(figures.effort, lang), &figures.measures])];
    parts.push(C::CutOf.with(lang, &[&figures.abolished, &figures.simplified]));
    let latest = (0..set.rows.len()).filter(|at| set.is_in(*at)).filter_map(|at| set.rows[at].due).max();
    if let Some(day) = latest {
        parts.push(C::LatestDue.with(lang, &[&date::short(day, lang)]));
    }
    let levels: Vec<String> = set.levels(shared).into_iter().map(|(name, count)| format!("{name} {count}")).collect();
    if !levels.is_empty() {
        parts.push(levels.join(", "));
    }
    if figures.without_effort > 0 {
        parts.push(C::WithoutEffort.with(lang, &[&figures.without_effort]));
    }
    let missing = set.missing().len();
    if missing > 0 {
        parts.push(C::MissingMeasures.with(lang, &[&missing]));
    }
    Line::raw(cut(&format!(" {}", parts.join(" · ")), cells))
}

/// The two lines below the measures: what is in, and what would be with, or without, the row in hand.
pub(super) fn sums(set: &Set, hand: Option<usize>, shared: &Shared, cells: usize) -> Vec<Line<'static>> {
    let row = |label: &str, figures: &Figures, style: Style| {
        let saved = if shared.size.0 >= 160 {
            dong(figures.saved(), shared.lang)
        } else {
            millions_of(figures.saved(), shared)
        };
        let points = show(figures.effort, shared.lang);
        let unit = shared.word(if shared.size.0 >= 160 { W::CostAYear } else { W::MillionsAYear });
        let text = format!(
            "{} {} {} {unit}{}",
            right(&points, 7),
            shared.word(C::Points).to_lowercase(),
            right(&saved, 12),
            right(&share(figures.saved_percent(), shared), 8)
        );
        let room = cells.saturating_sub(width(&text) + 5);
        Line::styled(format!("   {}{text}", left(&cut(label, room.saturating_sub(1)), room)), style)
    };
    let mut lines = vec![row(shared.word(C::Chosen), &set.figures, shared.theme.heading())];
    if let Some((at, weighed)) = hand.and_then(|at| Some((at, set.weigh(at)?))) {
        let word = if set.is_in(at) { C::IfDropped } else { C::IfTaken };
        lines.push(row(shared.word(word), &weighed.other, Style::new()));
    }
    lines
}

/// The measure in hand: in a pane, or in two lines.
pub(super) fn detail(set: &Set, at: usize, shared: &Shared, cells: usize) -> Vec<Line<'static>> {
    let (row, lang) = (&set.rows[at], shared.lang);
    let mut worths = vec![(C::WorthAlone, row.alone)];
    if let Some(worth) = set.weigh(at).and_then(|weighed| weighed.worth) {
        if worth.within == row.alone && worth.share.annual == row.alone {
            worths = vec![(C::WorthAll, row.alone)];
        } else {
            worths.push((C::WorthWithin, worth.within));
            worths.push((C::WorthShare, worth.share.annual));
        }
    }
    let nobody = shared.word(W::NobodyYet).to_owned();
    let due = row.due.map(|day| W::DueOn.with(lang, &[&date::short(day, lang)])).unwrap_or_default();
    let mut facts: Vec<String> = vec![
        row.instrument.clone().unwrap_or_default(),
        row.level.clone(),
        row.effort.map(|effort| C::EffortOnly.with(lang, &[&show(effort, lang)])).unwrap_or_default(),
        row.person.clone().unwrap_or(nobody),
        due,
    ];
    facts.retain(|fact| !fact.is_empty());
    if !shared.wide() {
        let worth: Vec<String> = worths
            .iter()
            .map(|(word, value)| format!("{} {}", shared.word(*word), millions_of(*value, shared)))
            .collect();
        let money = format!("{} {} · {}", worth.join(" · "), shared.word(W::MillionsAYear), facts.join(" · "));
        return vec![Line::raw(cut(&row.title, cells)), Line::raw(cut(&money, cells))];
    }
    let mut lines: Vec<Line<'static>> =
        wrap(&row.title, cells).into_iter().map(|line| Line::styled(line, shared.theme.heading())).collect();
    let of = format!("{} · {}", row.regulation, shared.world.name(&row.regulation));
    lines.extend(wrap(&of, cells).into_iter().map(|line| Line::styled(line, shared.theme.faint())));
    lines.push(Line::raw(""));
    for (word, value) in worths {
        let value = dong(value, lang);
        let room = cells.saturating_sub(width(&value) + 1);
        lines.push(Line::raw(format!("{} {value}", left(&cut(shared.word(word), room), room))));
    }
    lines.push(Line::raw(""));
    lines.extend(facts.iter().flat_map(|fact| wrap(fact, cells)).map(Line::raw));
    lines
}

/// The steps from the baseline to what stands after the set, in so many rows: each measure with its fair share, so that they add up.
pub(super) fn waterfall(set: &Set, shared: &Shared, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let figures = &set.figures;
    let name_cells = (cells / 3).clamp(14, 40);
    let bar_cells = cells.saturating_sub(name_cells + 16);
    let most = figures.before.max(Fraction::whole(1));
    let line = |name: &str, value: String, bar: Vec<Span<'static>>| {
        let mut spans =
            vec![Span::raw(format!(" {}{} ", left(&cut(name, name_cells - 1), name_cells), right(&value, 12)))];
        spans.extend(bar);
        Line::from(spans)
    };
    let solid = |value: Fraction| vec![Span::raw(bar(value, most, bar_cells))];
    let mut lines =
        vec![line(shared.word(C::BaselineStep), millions_of(figures.before, shared), solid(figures.before))];
    let shares: Vec<(usize, Fraction)> = set.shares().into_iter().filter(|(_, share)| !share.is_zero()).collect();
    let goal = set.reaches.iter().find(|r| r.target.metric == Metric::CostSaved && r.target.kinds.is_empty());
    // The baseline, what stands after, the goal, and the rest of the measures have rows of their own.
    let room = rows.saturating_sub(3 + usize::from(goal.is_some())).max(1);
    let mut stands = figures.before;
    let step = |name: &str, saved: Fraction, stands: &mut Fraction, style: Style| {
        *stands = stands.less(saved);
        let from = cells_of(*stands, most, bar_cells);
        let long = cells_of(saved, most, bar_cells).min(bar_cells.saturating_sub(from)).max(1);
        let bar = vec![Span::raw(" ".repeat(from)), Span::styled("░".repeat(long), style)];
        let value = match saved.is_negative() {
            true => format!("+{}", millions_of(Fraction::ZERO.less(saved), shared)),
            false => format!("−{}", millions_of(saved, shared)),
        };
        line(name, value, bar)
    };
    for (at, saved) in shares.iter().take(room) {
        let row = &set.rows[*at];
        let style = match row.status {
            Some(status) if status.counts_at(crate::model::Stage::Approved) => shared.theme.good(),
            _ => shared.theme.planned(),
        };
        lines.push(step(&row.code, *saved, &mut stands, style));
    }
    if shares.len() > room {
        let rest = shares[room..].iter().fold(Fraction::ZERO, |sum, (_, share)| sum.more(*share));
        let count = number::whole((shares.len() - room) as i128, shared.lang);
        let name = C::MoreMeasures.with(shared.lang, &[&count]);
        lines.push(step(&name, rest, &mut stands, shared.theme.planned()));
    }
    lines.push(line(shared.word(C::AfterStep), millions_of(figures.after, shared), solid(figures.after)));
    if let Some(reach) = goal {
        let goal = figures.before.less(figures.before.percent(reach.target.percent));
        let name = C::GoalStep.with(shared.lang, &[&short_percent(reach.target.percent, shared.lang)]);
        let bar = vec![Span::raw(" ".repeat(cells_of(goal, most, bar_cells))), Span::raw("│")];
        lines.push(line(&name, millions_of(goal, shared), bar));
    }
    lines
}
