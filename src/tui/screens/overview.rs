//! Where the targets stand: a gauge a target, and the agencies furthest behind on the one in hand.

use crate::model::{Fraction, Stage};
use crate::reform::{BaselineState, GroupProgress, Progress, TargetProgress};
use crate::text::width::{cut, left, right, width};
use crate::text::{date, number};
use crate::tui::app::App;
use crate::view::{dong, short_amount, short_percent as percent};
use crate::words::choosing::ChoosingWord as C;
use crate::words::tui::TuiWord as W;
use crate::words::{Message, capital};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span, Text};

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let Some(progress) = app.progress() else {
        frame.render_widget(Line::raw(app.word(W::NoProgrammeHere)), area);
        return;
    };
    let gauges = u16::try_from(progress.targets.len() * 2).unwrap_or(u16::MAX);
    let [head, middle, list] =
        Layout::vertical([Constraint::Length(4), Constraint::Length(gauges), Constraint::Min(1)]).areas(area);
    frame.render_widget(Text::from(heading(app, progress, head.width.into())), head);
    let lines: Vec<Line<'_>> = progress
        .targets
        .iter()
        .enumerate()
        .flat_map(|(at, target)| gauge(app, target, at == app.target, middle.width.into()))
        .collect();
    frame.render_widget(Text::from(lines), middle);
    if let Some(target) = progress.targets.get(app.target) {
        frame.render_widget(Text::from(behind(app, target, list)), list);
    }
}

fn heading<'a>(app: &App, progress: &Progress, cells: usize) -> Vec<Line<'a>> {
    let programme = &progress.programme;
    let name = programme.name_in(app.lang);
    let count = format!(" {}/{} ", app.programme_at() + 1, app.data.progress.len());
    let (regulations, costed) =
        (number::whole(progress.regulations as i128, app.lang), number::whole(progress.costed as i128, app.lang));
    let baseline = match progress.baseline {
        BaselineState::Live => W::BaselineLive.with(app.lang, &[&regulations, &costed]),
        BaselineState::Frozen(day) => {
            W::BaselineFrozen.with(app.lang, &[&date::short(day, app.lang), &regulations, &costed])
        }
    };
    let new = &progress.newcomers;
    let mut third = String::new();
    if new.regulations > 0 {
        third = W::Newcomers.with(app.lang, &[&new.regulations, &dong(new.annual, app.lang)]);
    } else if !progress.issues.is_empty() {
        third = W::Issues.with(app.lang, &[&progress.issues.len()]);
    }
    vec![
        Line::from(vec![
            Span::styled(
                cut(&format!(" {} · {name}", programme.code), cells.saturating_sub(width(&count))),
                app.theme.heading(),
            ),
            Span::styled(count, app.theme.faint()),
        ]),
        Line::styled(cut(&format!(" {baseline}"), cells), app.theme.faint()),
        Line::styled(cut(&format!(" {third}"), cells), app.theme.bad()),
        legend(app),
    ]
}

fn legend<'a>(app: &App) -> Line<'a> {
    Line::from(vec![
        Span::styled(" █ ", app.theme.in_force()),
        Span::raw(app.word(W::InForce)),
        Span::styled("   ▓ ", app.theme.approved()),
        Span::raw(app.word(W::Approved)),
        Span::styled("   ░ ", app.theme.planned()),
        Span::raw(app.word(W::Planned)),
        Span::raw("   │ "),
        Span::raw(app.word(W::Target)),
    ])
}

/// Two lines a target: what and how much, then the bar. The scale of the bar ends at the target, or at what is planned beyond it.
fn gauge<'a>(app: &App, target: &TargetProgress, chosen: bool, cells: usize) -> [Line<'a>; 2] {
    let name = capital(target.target.metric.short(app.lang));
    let due = date::short(target.target.due, app.lang);
    let goal = W::Goal.with(app.lang, &[&percent(target.target.percent, app.lang), &due]);
    let mark = if chosen { "▶ " } else { "  " };
    let style = if chosen { app.theme.heading() } else { ratatui::style::Style::new() };
    let first = Line::styled(cut(&format!("{mark}{name} {goal}"), cells), style);

    if target.total.baseline.is_zero() {
        let nothing = cut(&format!("   {}", app.said_in(C::NothingToCut)), cells);
        return [first, Line::styled(nothing, app.theme.faint())];
    }
    let figures = figures(app, &target.total);
    let length = cells.saturating_sub(width(&figures) + 6).clamp(10, 60);
    let shares = [Stage::InForce, Stage::Approved, Stage::Planned]
        .map(|stage| target.total.at(stage).percent.filter(|p| !p.is_negative()).unwrap_or_default());
    let goal = target.target.percent;
    let scale = shares.iter().copied().chain([goal]).max().filter(|s| !s.is_zero()).unwrap_or(Fraction::ONE);
    let cells_of = |share: Fraction| -> usize {
        let part = share.times(Fraction::whole(i64::try_from(length).unwrap_or(0))).and_then(|p| p.over(scale));
        part.map_or(0, |p| usize::try_from(p.round()).unwrap_or(0)).min(length)
    };
    let ends = shares.map(cells_of);
    let goal_at = cells_of(goal).saturating_sub(1);
    let mut spans = vec![Span::raw("   ")];
    for cell in 0..length {
        spans.push(if cell == goal_at && cell >= ends[0] {
            Span::raw("│")
        } else if cell < ends[0] {
            Span::styled("█", app.theme.in_force())
        } else if cell < ends[1] {
            Span::styled("▓", app.theme.approved())
        } else if cell < ends[2] {
            Span::styled("░", app.theme.planned())
        } else {
            Span::styled("·", app.theme.faint())
        });
    }
    let met = target.total.at(Stage::InForce).met;
    spans.push(Span::styled(format!(" {figures}"), if met { app.theme.good() } else { ratatui::style::Style::new() }));
    [first, Line::from(spans)]
}

fn figures(app: &App, group: &GroupProgress) -> String {
    let share = |stage| group.at(stage).percent.map_or_else(|| "–".to_owned(), |p| percent(p, app.lang));
    let (planned, approved, in_force) = (share(Stage::Planned), share(Stage::Approved), share(Stage::InForce));
    format!("░ {planned}  ▓ {approved}  █ {in_force}")
}

/// The agencies that are furthest from the target in hand, by what is missing in force, which is shown, then in the planned stage.
fn behind<'a>(app: &App, target: &TargetProgress, area: Rect) -> Vec<Line<'a>> {
    let mut groups: Vec<&GroupProgress> = target.groups.iter().filter(|g| !g.baseline.is_zero()).collect();
    let missing = |g: &GroupProgress, stage| g.at(stage).missing();
    groups.sort_by_key(|g| std::cmp::Reverse((missing(g, Stage::InForce), missing(g, Stage::Planned))));
    let (numbers, share_cells) = (17, 12);
    let name_cells = usize::from(area.width).saturating_sub(numbers * 2 + share_cells * 2 + 1).clamp(12, 60);
    let title = format!(" {}", app.word(W::FurthestBehind));
    let baseline = format!("{} ({})", app.word(W::Baseline), target.target.metric.unit().short(app.lang));
    let head = [left(&title, name_cells), right(&baseline, numbers), right(app.word(W::Planned), share_cells)];
    let tail = [right(app.word(W::InForce), share_cells), right(app.word(W::Gap), numbers)];
    let mut lines = vec![Line::styled([head.concat(), tail.concat()].concat(), app.theme.heading())];
    for group in groups.into_iter().take(usize::from(area.height).saturating_sub(1)) {
        let code = group.key.as_deref().unwrap_or_default();
        let name = if code.is_empty() { app.word(W::NoAgency) } else { app.data.agency(code, app.lang) };
        let share = |stage| group.at(stage).percent.map_or_else(|| "–".to_owned(), |p| percent(p, app.lang));
        let figure = |value: Fraction| short_amount(target.target.metric, value, app.lang);
        let gap = missing(group, Stage::InForce);
        let text = [
            left(&format!(" {name}"), name_cells),
            right(&figure(group.baseline), numbers),
            right(&share(Stage::Planned), share_cells),
            right(&share(Stage::InForce), share_cells),
            right(&if gap == 0 { "✓".to_owned() } else { number::whole(gap, app.lang) }, numbers),
        ];
        lines.push(Line::raw(text.concat()));
    }
    lines
}
