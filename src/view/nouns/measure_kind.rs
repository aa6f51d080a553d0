//! Kinds of measure: what an analyst may define without code.

use super::Source;
use super::instrument_level::{authorities, level_cell};
use crate::model::{Edit, Fraction, InstrumentLevel, MeasureKind};
use crate::reform::Levels;
use crate::view::{Cell, Page, Table, declare};
use crate::words::Result;
use crate::words::cli::CliMessage as M;

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
        let edits: Vec<String> = kind.edits.iter().map(edit_text).collect();
        table.push(vec![
            kind.id.clone().into(),
            Cell::names(&kind.name, Some(&kind.name_en)),
            Cell::worded(kind.counts_as, from.lang),
            Cell::Whole(kind.order.into()),
            Cell::worded(kind.targets, from.lang),
            values(&kind).into(),
            edits.join("; ").into(),
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
            page.item((at + 1).to_string(), edit_text(edit));
        }
    }
    if !kind.parameters.is_empty() {
        page.heading(M::Values);
        for parameter in &kind.parameters {
            let (label, other) = (parameter.name_in(from.lang), parameter.name_in(from.lang.other()));
            let default = parameter.default.as_ref().map(|d| format!(" = {d}")).unwrap_or_default();
            page.item(&parameter.id, format!("({}){default}  {label} ({other})", parameter.unit));
        }
    }
    Ok(Some(page))
}

/// The usual effort of a measure of a kind, points.
fn effort(kind: &MeasureKind, level: Option<&InstrumentLevel>) -> Option<Fraction> {
    level?.effort.times(kind.weight.unwrap_or(Fraction::ONE))
}

/// What a measure of a kind must or may give: `minutes=2 (minutes)`.
fn values(kind: &MeasureKind) -> String {
    let value = |p: &crate::model::KindParameter| match &p.default {
        Some(default) => format!("{}={default} ({})", p.id, p.unit),
        None => format!("{} ({})", p.id, p.unit),
    };
    kind.parameters.iter().map(value).collect::<Vec<_>>().join("; ")
}

/// An edit in the words of its file: `submission: cap minutes $minutes`.
fn edit_text(edit: &Edit) -> String {
    let cell = edit.cell.map(|cell| cell.name());
    let words = [Some(edit.action.name()), cell, edit.value.as_deref()];
    format!("{}: {}", edit.on.name(), words.into_iter().flatten().collect::<Vec<_>>().join(" "))
}
