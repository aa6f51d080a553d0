//! Kinds of measure: what an analyst may define without code.

use super::Source;
use super::instrument_level::{authorities, level_cell};
use super::measure::value_said;
use crate::model::{Action, Edit, Fraction, InstrumentLevel, KindParameter, MeasureKind};
use crate::reform::Levels;
use crate::text::Lang;
use crate::view::{Cell, Page, Table, declare};
use crate::words::cli::CliMessage as M;
use crate::words::record::RecordWord;
use crate::words::{Message, Result};

declare! {
    MEASURE_KIND = "measure_kind" of "list measure-kind" {
        "code", M::Code, "measure_kind";
        "name", M::Name, "names";
        "counts_as", M::CountsAs, "counts_as";
        "order", M::Order, "whole";
        "targets", M::Targets, "target_kind";
        "values", M::Values, "text";
        "edits", M::Edits, "text";
        "level", M::Level, "level?";
        "authority", M::Authority, "names?";
        "effort", M::Effort, "number?";
    }
}

/// Kinds of measure: how each counts, what it edits, and what it usually needs.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&MEASURE_KIND, from.lang);
    let levels = Levels::new(from.reader.instrument_levels()?);
    for kind in from.reader.measure_kinds()? {
        let level = kind.level.as_deref().and_then(|id| levels.find(id));
        let edits = |text: &dyn Fn(&Edit) -> String| kind.edits.iter().map(text).collect::<Vec<_>>().join("; ");
        let values =
            |text: &dyn Fn(&KindParameter) -> String| kind.parameters.iter().map(text).collect::<Vec<_>>().join("; ");
        table.push(vec![
            kind.id.clone().into(),
            Cell::names(&kind.name, Some(&kind.name_en)),
            Cell::worded(kind.counts_as, from.lang),
            Cell::Whole(kind.order.into()),
            Cell::worded(kind.targets, from.lang),
            Cell::Coded(values(&value_text), values(&|parameter| value_words(parameter, from.lang))),
            Cell::Coded(edits(&edit_text), edits(&|edit| edit_words(edit, &kind, from.lang))),
            level.map_or(Cell::Empty, |level| level_cell(level, from.lang)),
            level.map_or(Cell::Empty, authorities),
            effort(&kind, level).map_or(Cell::Empty, Cell::Exact),
        ]);
    }
    Ok(table)
}

/// One kind of measure: what it edits, in order, and what a measure of it must give.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, id: &str) -> Result<Option<Page>> {
    let Some(kind) = from.reader.measure_kinds()?.into_iter().find(|kind| kind.id == id) else { return Ok(None) };
    let levels = Levels::new(from.reader.instrument_levels()?);
    let level = kind.level.as_deref().and_then(|id| levels.find(id));
    let mut page = Page::about("measure_kind", from.lang, &kind.id, kind.name_in(from.lang));
    page.noun(&kind);
    page.other_name(&kind.name, &kind.name_en);
    page.fact(M::CountsAs, from.word(kind.counts_as));
    page.fact(M::Order, kind.order.to_string());
    page.fact(M::Targets, from.word(kind.targets));
    if let Some(level) = level {
        page.fact(M::Level, level.name_in(from.lang));
        page.shown(M::Authority, &authorities(level));
    }
    page.shown(M::Weight, &kind.weight.map_or(Cell::Empty, Cell::Exact));
    page.shown(M::Effort, &effort(&kind, level).map_or(Cell::Empty, Cell::Exact));
    page.fact(M::Source, &kind.source);
    if !kind.edits.is_empty() {
        page.heading(M::Edits);
        for (at, edit) in kind.edits.iter().enumerate() {
            page.item((at + 1).to_string(), edit_words(edit, &kind, from.lang));
        }
    }
    if !kind.parameters.is_empty() {
        page.heading(M::Values);
        for parameter in &kind.parameters {
            let other = parameter.name_in(from.lang.other());
            page.item(&parameter.id, format!("{} ({other})", value_words(parameter, from.lang)));
        }
    }
    Ok(Some(page))
}

/// The usual effort of a measure of a kind, points.
fn effort(kind: &MeasureKind, level: Option<&InstrumentLevel>) -> Option<Fraction> {
    level?.effort.times(kind.weight.unwrap_or(Fraction::ONE))
}

/// A value that a measure must or may give, for programs: `minutes=2 (minutes)`.
fn value_text(parameter: &KindParameter) -> String {
    match &parameter.default {
        Some(default) => format!("{}={default} ({})", parameter.id, parameter.unit),
        None => format!("{} ({})", parameter.id, parameter.unit),
    }
}

/// The same for people: `Thời gian nộp = 2 phút`.
fn value_words(parameter: &KindParameter, lang: Lang) -> String {
    let name = parameter.name_in(lang);
    match &parameter.default {
        Some(default) => format!("{name} = {}", value_said(default, parameter.unit, lang)),
        None => format!("{name} ({})", parameter.unit.word(lang)),
    }
}

/// An edit for people: `nộp hồ sơ: thời gian ≤ “Thời gian nộp”`.
fn edit_words(edit: &Edit, kind: &MeasureKind, lang: Lang) -> String {
    let on = edit.on.word(lang);
    let what = edit.cell.map_or_else(|| on.to_owned(), |cell| format!("{on}: {}", cell.word(lang)));
    let value = edit.value.as_deref().unwrap_or_default();
    let named = value.strip_prefix('$').and_then(|id| kind.parameters.iter().find(|p| p.id == id));
    let value = named.map_or_else(
        || edit.unit().map_or_else(|| value.to_owned(), |unit| value_said(value, unit, lang)),
        |p| format!("“{}”", p.name_in(lang)),
    );
    match edit.action {
        Action::Drop => RecordWord::EditDrop.with(lang, &[&what]),
        Action::Electronic => RecordWord::EditElectronic.with(lang, &[&what]),
        Action::Set => format!("{what} = {value}"),
        Action::Cap => format!("{what} ≤ {value}"),
        Action::Scale => format!("{what} × {value}"),
    }
}

/// An edit in the words of its file: `submission: cap minutes $minutes`.
fn edit_text(edit: &Edit) -> String {
    let cell = edit.cell.map(|cell| cell.name());
    let words = [Some(edit.action.name()), cell, edit.value.as_deref()];
    format!("{}: {}", edit.on.name(), words.into_iter().flatten().collect::<Vec<_>>().join(" "))
}
