//! The rows of suggestions: by paper, by database, by procedure; and those that were answered.

use crate::model::{Fraction, MeasureStatus};
use crate::reform::suggest::Suggestion;
use crate::text::{date, fold, number};
use crate::tui::screen::Shared;
use crate::tui::widgets::grid::millions_of;
use crate::view::{Cell, Column, Table};
use crate::words::choosing::ChoosingWord as C;
use crate::words::{Message, capital};
use ratatui::text::{Line, Span};
use std::collections::HashMap;

/// The rows of a tab: the group that saves most first, in it what saves most.
pub(super) fn rows(all: &[Suggestion], tab: usize, shared: &Shared) -> Table {
    let lang = shared.lang;
    let group = |s: &Suggestion| match tab {
        0 => paper(s),
        1 => database(s, shared),
        _ => format!("{} {}", s.regulation, s.name),
    };
    let mut groups: HashMap<String, (String, usize, Fraction)> = HashMap::new();
    for one in all {
        let name = group(one);
        let known = groups.entry(fold(&name)).or_insert((name, 0, Fraction::ZERO));
        known.1 += 1;
        known.2 = known.2.more(saved(one).unwrap_or_default());
    }
    let place = |s: &Suggestion| groups.get(&fold(&group(s))).cloned().unwrap_or_default();
    let mut order: Vec<&Suggestion> = all.iter().collect();
    order.sort_by_cached_key(|s| {
        let (name, _, sum) = place(s);
        (std::cmp::Reverse(sum), name, std::cmp::Reverse(saved(s)), s.id.clone())
    });
    let column = |key, word: C| Column::new(key, shared.word(word).to_owned());
    let columns = vec![
        column("code", C::Code),
        column("group", C::Document),
        column("regulation", C::Procedure),
        column("name", C::Name),
        column("document", C::Document),
        column("database", C::Database),
        column("kind", C::KindOf),
        column("fit", C::Fits),
        column("saved_dong", C::CostSaved),
        column("agency", C::Agency),
        column("field", C::Field),
        column("coverage", C::Coverage),
    ];
    let row = |s: &&Suggestion| {
        let (name, count, sum) = place(s);
        let count = number::whole(count as i128, lang);
        let money = C::MillionsOf.with(lang, &[&millions_of(sum, shared)]);
        let money = if sum.is_zero() { String::new() } else { format!("{money} · ") };
        let title = C::GroupOf.with(lang, &[&count, &money, &name]);
        let held = s.held.as_ref().map(|held| held.name_in(lang).to_owned());
        vec![
            s.id.as_str().into(),
            Cell::Coded(fold(&name), title),
            s.regulation.as_str().into(),
            s.name.as_str().into(),
            paper(s).into(),
            held.into(),
            kind_name(s, shared).into(),
            Cell::worded(s.fit, lang),
            saved(s).map_or(Cell::Empty, Cell::Dong),
            s.agency.clone().into(),
            s.field.clone().into(),
            s.coverage.into(),
        ]
    };
    let mut table = Table::new("suggestion", columns);
    table.rows = order.iter().map(row).collect();
    table
}

/// The rows of what was answered: where its measure stands, those that stand alike together.
pub(super) fn answered(all: &[(Suggestion, String)], shared: &Shared) -> Table {
    let lang = shared.lang;
    let measures: HashMap<&str, _> = shared.world.snapshot.measures.iter().map(|m| (m.code.as_str(), m)).collect();
    let stands = |code: &str| measures.get(code).and_then(|measure| measure.statuses.last());
    let mut counts: HashMap<Option<MeasureStatus>, i128> = HashMap::new();
    all.iter().for_each(|(_, code)| *counts.entry(stands(code).map(|entry| entry.status)).or_default() += 1);
    let column = |key, word: C| Column::new(key, shared.word(word).to_owned());
    let mut table = Table::new(
        "suggestion",
        vec![
            column("code", C::Code),
            column("group", C::Stands),
            column("regulation", C::Procedure),
            column("name", C::Name),
            column("document", C::Document),
            column("measure", C::Measure),
            column("status", C::Stands),
            column("note", C::Reason),
            column("agency", C::Agency),
            column("field", C::Field),
        ],
    );
    let mut order: Vec<&(Suggestion, String)> = all.iter().collect();
    order.sort_by_cached_key(|(s, code)| (stands(code).map(|entry| entry.status), s.regulation.clone(), s.id.clone()));
    for (s, code) in order {
        let entry = stands(code);
        let count = counts.get(&entry.map(|entry| entry.status)).copied().unwrap_or_default();
        let word = entry.map_or("", |entry| entry.status.word(lang));
        let title = format!("{} ({})", capital(word), number::whole(count, lang));
        table.push(vec![
            s.id.as_str().into(),
            Cell::Coded(word.to_owned(), title),
            s.regulation.as_str().into(),
            s.name.as_str().into(),
            paper(s).into(),
            code.as_str().into(),
            entry.map_or(String::new(), |entry| format!("{word} {}", date::short(entry.date, lang))).into(),
            entry.map_or("", |entry| entry.note.as_str()).into(),
            s.agency.clone().into(),
            s.field.clone().into(),
        ]);
    }
    table
}

/// What a suggestion saves beside what is planned.
pub(super) fn saved(s: &Suggestion) -> Option<Fraction> {
    s.saving.map(|saving| saving.beside)
}

/// The paper that a suggestion is about, in a line; of a report its name.
pub(super) fn paper(s: &Suggestion) -> String {
    let text = if s.component.is_none() { &s.name } else { &s.component_name };
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Lists of papers begin with strokes and crosses.
    line.trim_start_matches(['-', '+', '–', '•', '*', ' ']).to_owned()
}

/// The database that holds it; the kind of measure where none does.
pub(super) fn database(s: &Suggestion, shared: &Shared) -> String {
    match &s.held {
        Some(held) => {
            format!("{} ({})", held.name_in(shared.lang), shared.world.agency(&held.holder, shared.lang))
        }
        None => kind_name(s, shared),
    }
}

pub(super) fn kind_name(s: &Suggestion, shared: &Shared) -> String {
    let kind = shared.world.kinds.iter().find(|kind| kind.id == s.kind);
    kind.map_or("", |kind| kind.name_in(shared.lang)).to_owned()
}

/// A row of the paper, the words of the evidence in it marked.
pub(super) fn marked(row: &str, said: &[&str], shared: &Shared) -> Line<'static> {
    let mut spans = Vec::new();
    let mut rest = row;
    while let Some((at, word)) = said.iter().filter_map(|word| Some((rest.find(*word)?, *word))).min() {
        spans.push(Span::raw(rest[..at].to_owned()));
        spans.push(Span::styled(word.to_owned(), shared.theme.hit()));
        rest = &rest[at + word.len()..];
    }
    spans.push(Span::raw(rest.to_owned()));
    Line::from(spans)
}
