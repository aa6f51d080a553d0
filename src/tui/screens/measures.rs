//! The measures on a regulation: what each saves alone and within the set, and the one in hand in full.

use super::window;
use crate::cost::explain;
use crate::law::compare::split_blanks;
use crate::law::{Side, words};
use crate::model::{Fraction, Measure};
use crate::reform::{MeasureEffect, SetEffect};
use crate::text::date;
use crate::text::width::{cut, left, right, wrap};
use crate::tui::app::App;
use crate::tui::data::Detail;
use crate::view::dong;
use crate::view::nouns::measure::values_said;
use crate::words::Message;
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Modifier;
use ratatui::text::{Line, Span, Text};
use ratatui::widgets::{Paragraph, Wrap};

const CODE: usize = 14;
const STATUS: usize = 14;
const SAVED: usize = 16;

/// From this width on there is room for three savings.
const WIDE: u16 = 110;

pub(super) fn draw(app: &App, detail: &Detail, frame: &mut Frame<'_>, area: Rect) {
    if detail.measures.is_empty() {
        frame
            .render_widget(Text::from(vec![Line::raw(""), Line::raw(format!(" {}", app.word(W::NoMeasureYet)))]), area);
        return;
    }
    let rows = u16::try_from(detail.measures.len().min(8)).unwrap_or(8);
    let [head, list, total, body] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(rows), Constraint::Length(2), Constraint::Min(1)])
            .areas(area);
    // On a narrow screen what a measure saves within the set gives way: the shares are what adds up.
    let columns = if area.width >= WIDE { 3 } else { 2 };
    let names = usize::from(area.width).saturating_sub(CODE + STATUS + SAVED * columns).max(8);
    let mut title = vec![
        left(&format!("  {}", app.word(W::Code)), CODE),
        left(app.word(W::Content), names),
        left(app.word(W::Status), STATUS),
        right(app.word(W::SavedAlone), SAVED),
        right(app.word(W::SavedShare), SAVED),
    ];
    if columns == 3 {
        title.push(right(app.word(W::SavedWithin), SAVED));
    }
    frame.render_widget(Line::styled(title.concat(), app.theme.heading()), head);
    // What cannot be computed is not 0 đồng.
    let costed = app.data.snapshot.live.find(&detail.regulation.code).is_none_or(|subject| subject.has_sheet);
    let seen = window(app.measure, detail.measures.len(), list.height.into());
    let lines = seen.filter_map(|at| {
        let measure = detail.measures.get(at)?;
        let style = if at == app.measure { app.theme.selected() } else { ratatui::style::Style::new() };
        Some(Line::styled(row(app, measure, detail.effect.as_ref().filter(|_| costed), (names, columns)), style))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), list);
    if let Some(effect) = &detail.effect {
        let figures = W::SetLine.with(
            app.lang,
            &[
                &dong(effect.before.annual, app.lang),
                &dong(effect.after.outcome.annual, app.lang),
                &dong(effect.saved(), app.lang),
            ],
        );
        let text = if costed { figures } else { app.word(W::SetUncosted).to_owned() };
        let mut lines = vec![Line::styled(cut(&format!(" {text}"), area.width.into()), app.theme.heading())];
        if let Some(issue) = effect.after.issues.first() {
            let text = format!(" ! {}: {}", issue.measure, issue.said.text(app.lang));
            lines.push(Line::styled(cut(&text, area.width.into()), app.theme.bad()));
        }
        frame.render_widget(Text::from(lines), total);
    }
    if let Some(measure) = app.chosen_measure() {
        frame.render_widget(Paragraph::new(full(app, measure, area.width.into())).wrap(Wrap { trim: false }), body);
    }
}

fn row(app: &App, measure: &Measure, effect: Option<&SetEffect>, (names, columns): (usize, usize)) -> String {
    let status = measure.status().map_or("", |status| status.word(app.lang));
    let of = effect.and_then(|effect| effect.of(&measure.code));
    let shown = |of_measure: fn(&MeasureEffect) -> Fraction| {
        of.map_or_else(|| "–".to_owned(), |effect| dong(of_measure(effect), app.lang))
    };
    let averaged = if of.is_some_and(|effect| effect.share.averaged) { "≈ " } else { "" };
    let mut cells = vec![
        left(&format!("  {}", measure.code), CODE),
        left(&measure.title, names - 1) + " ",
        left(status, STATUS),
        right(&shown(|effect| effect.alone), SAVED),
        right(&format!("{averaged}{}", shown(|effect| effect.share.annual)), SAVED),
    ];
    if columns == 3 {
        cells.push(right(&shown(|effect| effect.within), SAVED));
    }
    cells.concat()
}

fn full<'a>(app: &App, measure: &Measure, cells: usize) -> Text<'a> {
    let mut lines = Vec::new();
    let mut fact = |label: W, value: &str| {
        if !value.is_empty() {
            let text = format!("{}: {value}", app.word(label));
            lines.extend(wrap(&text, cells.saturating_sub(2)).into_iter().map(|line| Line::raw(format!(" {line}"))));
        }
    };
    let known = app.data.snapshot.kinds.get(&measure.kind);
    fact(W::Kind, known.map_or(measure.kind.as_str(), |kind| app.kind_name(kind)));
    fact(W::Content, &measure.title);
    let names = known.map(|kind| app.targets(kind)).unwrap_or_default();
    let named = |id: &String| names.iter().find(|(known, _)| known == id).map_or(id, |(_, name)| name).clone();
    fact(W::Targets, &measure.targets.iter().map(named).collect::<Vec<_>>().join("; "));
    fact(W::Values, &values_said(measure, known, app.lang).join("; "));
    fact(W::Reason, &measure.reason);
    let provision = [measure.provision.as_deref(), measure.instrument.as_deref(), measure.authority.as_deref()];
    fact(W::Provision, &provision.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    let levels = &app.data.snapshot.levels;
    if let Some(level) = levels.of_measure(measure, known) {
        let name = level.name_in(app.lang);
        let authority = levels.authority(measure, known, app.lang).unwrap_or_default();
        let effort = levels.effort(measure, known).map_or("–".to_owned(), |effort| explain::show(effort, app.lang));
        fact(W::LevelOf, &W::NeedsLine.with(app.lang, &[&name, &authority, &effort]));
    }
    fact(W::Person, measure.person.as_deref().unwrap_or_default());
    fact(W::Due, &measure.due.map(|day| date::short(day, app.lang)).unwrap_or_default());
    for step in &measure.statuses {
        let document = step.document.as_deref().map(|d| format!(" · {d}")).unwrap_or_default();
        let text = format!("{} · {}{document}", date::short(step.date, app.lang), step.status.word(app.lang));
        fact(W::Status, &text);
    }
    fact(W::Note, &measure.note);
    if !measure.current_text.is_empty() || !measure.proposed_text.is_empty() {
        lines.push(Line::styled(format!(" {}", app.word(W::WordDifference)), app.theme.heading()));
        lines.extend(difference(app, measure));
    }
    Text::from(lines)
}

/// The proposed text against the current one: what goes is crossed out, what comes is underlined, so that it reads without colours.
fn difference<'a>(app: &App, measure: &Measure) -> Vec<Line<'a>> {
    let mut lines = vec![vec![Span::raw(" ")]];
    for piece in words(&measure.current_text, &measure.proposed_text) {
        // Of blanks that changed, the new ones are shown.
        if piece.side == Side::Old && !piece.is_edit() {
            continue;
        }
        let style = match piece.side {
            Side::Both => ratatui::style::Style::new(),
            Side::Old => app.theme.bad().add_modifier(Modifier::CROSSED_OUT),
            Side::New => app.theme.good().add_modifier(Modifier::UNDERLINED),
        };
        for (at, text) in piece.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(vec![Span::raw(" ")]);
            }
            let (lead, words, tail) = split_blanks(text);
            let marked = match (piece.side, words.is_empty()) {
                (Side::Old, false) => format!("{lead}[-{words}-]{tail}"),
                (Side::New, false) => format!("{lead}[+{words}+]{tail}"),
                _ => text.to_owned(),
            };
            if let Some(line) = lines.last_mut() {
                line.push(Span::styled(marked, style));
            }
        }
    }
    lines.into_iter().map(Line::from).collect()
}
