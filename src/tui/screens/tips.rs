//! What dossiers suggest, with its evidence; and who owes what. Only the lines in sight are laid out.

use super::instruments::{ask_line, scrollbar};
use super::window;
use crate::reform::suggest::{Fit, Suggestion};
use crate::text::width::{apart, cut, left, right, wrap};
use crate::text::{date, number};
use crate::tui::app::App;
use crate::view::dong;
use crate::words::Message;
use crate::words::choosing::ChoosingWord as C;
use crate::words::tui::TuiWord as W;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span, Text};

pub(super) fn draw(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let tips = &app.board.tips;
    let detail = (area.height / 3).clamp(6, 12);
    let [search, head, body, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(detail),
    ])
    .areas(area);
    let whole = |n: usize| number::whole(n as i128, app.lang);
    let count = W::Found.with(app.lang, &[&whole(tips.found.len()), &whole(tips.all.len())]);
    let typed = app.board.asking.as_ref();
    ask_line(app, frame, search, W::Search, typed.unwrap_or(&tips.filter), typed.is_some(), &count);
    let cells = usize::from(area.width).saturating_sub(1);
    let (code, kind, saving) = (13, (cells / 4).clamp(16, 40), 18);
    let paper = cells.saturating_sub(code + kind + saving + 1).max(10);
    let titles = [
        left(&format!(" {}", app.said_in(C::Regulation)), code + 1),
        left(app.said_in(C::Component), paper),
        left(app.said_in(C::Suggested), kind),
        right(app.said_in(C::SavingBeside), saving),
    ];
    frame.render_widget(Line::styled(titles.concat(), app.theme.heading()), head);
    if tips.found.is_empty() {
        frame.render_widget(Line::raw(format!(" {}", app.said_in(C::NothingSuggested))), body);
    }
    let lines = window(tips.at, tips.found.len(), body.height.into()).filter_map(|at| {
        let tip = tips.all.get(*tips.found.get(at)?)?;
        let saved = tip.saving.map_or_else(|| "–".to_owned(), |saving| dong(saving.beside, app.lang));
        let text = [
            left(&format!(" {}", tip.regulation), code + 1),
            apart(&one_line(paper_of(tip)), paper),
            apart(&suggested(app, tip), kind),
            right(&saved, saving),
        ];
        let style = if at == tips.at { app.theme.selected() } else { Style::new() };
        Some(Line::styled(text.concat(), style))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, tips.at, tips.found.len());
    if let Some(tip) = tips.hand() {
        let lines = evidence(app, tip, foot.width.into());
        frame.render_widget(Text::from(lines.into_iter().take(foot.height.into()).collect::<Vec<_>>()), foot);
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn paper_of(tip: &Suggestion) -> &str {
    if tip.component.is_none() { &tip.name } else { &tip.component_name }
}

/// What is suggested: the data that takes the place of the paper, or the name of the kind of measure.
fn suggested(app: &App, tip: &Suggestion) -> String {
    match &tip.held {
        Some(held) => held.name_in(app.lang).to_owned(),
        None => {
            let kind = app.data.kinds.iter().find(|kind| kind.id == tip.kind);
            kind.map_or(tip.kind.as_str(), |kind| app.kind_name(kind)).to_owned()
        }
    }
}

/// The suggestion in hand: whose it is, and the paper with the words that speak for it marked.
fn evidence<'a>(app: &App, tip: &Suggestion, cells: usize) -> Vec<Line<'a>> {
    let kind = app.data.kinds.iter().find(|kind| kind.id == tip.kind);
    let kind = kind.map_or(tip.kind.as_str(), |kind| app.kind_name(kind));
    let mut lines = vec![
        Line::styled(cut(&format!(" {} · {}", tip.regulation, tip.name), cells), app.theme.heading()),
        Line::raw(cut(&format!(" {}: {kind}", app.said_in(C::Suggested)), cells)),
    ];
    if let Some(held) = &tip.held {
        let holder = app.data.agency(&held.holder, app.lang);
        lines.push(Line::raw(cut(&format!(" {}: {holder}", app.said_in(C::Holder)), cells)));
    }
    if tip.fit == Fit::Part {
        lines.push(Line::styled(cut(&format!(" ! {}", app.said_in(C::PartOnly)), cells), app.theme.bad()));
    }
    let said: Vec<&str> = tip.evidence.iter().map(|e| e.text.as_str()).filter(|text| !text.is_empty()).collect();
    let words = if said.is_empty() {
        app.said_in(C::NoEvidence).to_owned()
    } else {
        format!("“{}”", said.join("”, “"))
    };
    lines.push(Line::raw(cut(&format!(" {}: {words}", app.said_in(C::Evidence)), cells)));
    for row in wrap(&one_line(paper_of(tip)), cells.saturating_sub(2)) {
        lines.push(marked(app, row, &said));
    }
    lines
}

/// A row of the paper, the words of the evidence in it marked.
fn marked<'a>(app: &App, row: String, said: &[&str]) -> Line<'a> {
    let mut spans = vec![Span::raw(" ")];
    let mut rest = row.as_str();
    while let Some((at, word)) = said.iter().filter_map(|word| Some((rest.find(*word)?, *word))).min() {
        spans.push(Span::raw(rest[..at].to_owned()));
        spans.push(Span::styled(word.to_owned(), app.theme.key().add_modifier(Modifier::UNDERLINED)));
        rest = &rest[at + word.len()..];
    }
    spans.push(Span::raw(rest.to_owned()));
    Line::from(spans)
}

pub(super) fn draw_debts(app: &App, frame: &mut Frame<'_>, area: Rect) {
    let debts = &app.board.debts;
    let [title, search, head, body, foot] = Layout::vertical([
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Min(1),
        Constraint::Length(3),
    ])
    .areas(area);
    let whole = |n: usize| number::whole(n as i128, app.lang);
    let late = debts.found.iter().filter(|at| debts.all[**at].debt.is_late()).count();
    let by = app.said_in(if debts.by_person { C::ByPerson } else { C::ByAgency });
    let only = if debts.late { app.said_in(C::OnlyLate) } else { "" };
    let text = C::OwedSummary.with(app.lang, &[&whole(debts.found.len()), &whole(late), &by, &only]);
    frame.render_widget(Line::styled(cut(&format!(" {text}"), title.width.into()), app.theme.heading()), title);
    let count = W::Found.with(app.lang, &[&whole(debts.found.len()), &whole(debts.all.len())]);
    let typed = app.board.asking.as_ref();
    ask_line(app, frame, search, W::Search, typed.unwrap_or(&debts.filter), typed.is_some(), &count);
    let cells = usize::from(area.width).saturating_sub(1);
    let (who, stands, day, days) = ((cells / 4).clamp(14, 40), (cells / 6).clamp(12, 24), 11, 21);
    let what = cells.saturating_sub(who + stands + day + days + 1).max(8);
    let titles = [
        left(&format!(" {}", app.said_in(C::Who)), who + 1),
        left(app.said_in(C::What), what),
        left(app.said_in(C::Stands), stands),
        right(app.said_in(C::Due), day),
        right(app.said_in(C::DaysLate), days),
    ];
    frame.render_widget(Line::styled(titles.concat(), app.theme.heading()), head);
    if debts.found.is_empty() {
        frame.render_widget(Line::raw(format!(" {}", app.said_in(C::NothingOwed))), body);
    }
    let lines = window(debts.at, debts.found.len(), body.height.into()).filter_map(|at| {
        let owed = debts.all.get(*debts.found.get(at)?)?;
        let debt = &owed.debt;
        let bearer = match (debts.by_person, debt.person.as_deref(), owed.agency(app.lang)) {
            (true, Some(person), _) => person,
            (true, None, _) => app.said_in(C::NoPerson),
            (false, _, "") => app.said_in(C::NoAgency),
            (false, _, agency) => agency,
        };
        let due = debt.due.map(|day| date::short(day, app.lang)).unwrap_or_default();
        let late = if debt.is_late() { number::whole(debt.days_late.into(), app.lang) } else { String::new() };
        let text = [
            apart(&format!(" {bearer}"), who + 1),
            apart(debt.what.text(app.lang), what),
            apart(debt.standing.word(app.lang), stands),
            right(&due, day),
            right(&late, days),
        ];
        let style = match (at == debts.at, debt.is_late()) {
            (true, _) => app.theme.selected(),
            (false, true) => app.theme.bad(),
            (false, false) => Style::new(),
        };
        Some(Line::styled(text.concat(), style))
    });
    frame.render_widget(Text::from(lines.collect::<Vec<_>>()), body);
    scrollbar(frame, body, debts.at, debts.found.len());
    frame.render_widget(Text::from(debt_in_hand(app, foot.width.into())), foot);
}

fn debt_in_hand<'a>(app: &App, cells: usize) -> Vec<Line<'a>> {
    let Some(owed) = app.board.debts.hand() else { return Vec::new() };
    let debt = &owed.debt;
    let lang = app.lang;
    let since = debt.since.map(|day| format!(" · {}", C::Since.with(lang, &[&date::short(day, lang)])));
    let head =
        format!(" {} {} · {}{}", debt.kind.word(lang), debt.code, debt.standing.word(lang), since.unwrap_or_default());
    let mut lines = vec![Line::styled(cut(&head, cells), app.theme.heading())];
    let person = debt.person.as_deref().unwrap_or(app.said_in(C::NoPerson));
    let text = format!("{} · {person} · {}", owed.agency(lang), debt.what.text(lang));
    lines.extend(wrap(&text, cells.saturating_sub(2)).into_iter().take(2).map(|line| Line::raw(format!(" {line}"))));
    lines
}
