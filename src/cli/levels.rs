//! Kinds of measure and levels of instruments: what an analyst may define without code.

use super::context::Context;
use super::nouns::{Noun, not_found};
use super::show::{Page, json_of};
use crate::cost::explain;
use crate::model::{Edit, Fraction, InstrumentLevel, MeasureKind};
use crate::reform::Levels;
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage as M;
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
pub(super) fn measure_kinds(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&MEASURE_KIND, context.lang);
    let levels = Levels::new(workspace.instrument_levels()?);
    for kind in workspace.measure_kinds()? {
        let level = kind.level.as_deref().and_then(|id| levels.find(id));
        let edits: Vec<String> = kind.edits.iter().map(edit_text).collect();
        table.push(vec![
            kind.id.clone().into(),
            Cell::names(&kind.name, Some(&kind.name_en)),
            Cell::worded(kind.counts_as, context.lang),
            Cell::Whole(kind.order.into()),
            Cell::worded(kind.targets, context.lang),
            values(&kind).into(),
            edits.join("; ").into(),
            level.map_or(Cell::Empty, |level| level_cell(level, context.lang)),
            level.map_or(Cell::Empty, authorities),
            effort(&kind, level).map_or(Cell::Empty, Cell::Exact),
        ]);
    }
    Ok(table)
}

/// A level of instruments: its id for programs, its name for people.
pub(super) fn level_cell(level: &InstrumentLevel, lang: Lang) -> Cell {
    let name = if lang == Lang::Vi { &level.name } else { &level.name_en };
    Cell::Coded(level.id.clone(), name.clone())
}

/// Shows a kind of measure: what it edits, in order, and what a measure of it must give.
pub(super) fn show_kind(context: &Context, workspace: &Workspace, id: &str) -> Result<()> {
    let kind = workspace.measure_kinds()?.into_iter().find(|kind| kind.id == id);
    let kind = kind.ok_or_else(|| not_found(Noun::MeasureKind, id))?;
    let levels = Levels::new(workspace.instrument_levels()?);
    let level = kind.level.as_deref().and_then(|id| levels.find(id));
    let lang = context.lang;
    let text = || {
        let mut page = Page { out: format!("{}  {}\n\n", kind.id, name(&kind, lang)), lang };
        page.other_name(&kind.name, Some(&kind.name_en));
        page.line(M::CountsAs, Some(kind.counts_as.text(lang)));
        page.line(M::Order, Some(&kind.order.to_string()));
        page.line(M::Targets, Some(kind.targets.text(lang)));
        let level_name = level.map(|level| if lang == Lang::Vi { &level.name } else { &level.name_en });
        page.line(M::Level, level_name.map(String::as_str));
        page.line(M::Authority, level.map(|level| authority(level, lang)));
        page.line(M::Weight, kind.weight.map(|weight| explain::show(weight, lang)).as_deref());
        page.line(M::Effort, effort(&kind, level).map(|effort| explain::show(effort, lang)).as_deref());
        page.line(M::Source, Some(&kind.source));
        if !kind.edits.is_empty() {
            page.title(M::Edits);
            for (at, edit) in kind.edits.iter().enumerate() {
                page.item(&(at + 1).to_string(), &edit_text(edit));
            }
        }
        if !kind.parameters.is_empty() {
            page.title(M::Values);
            for parameter in &kind.parameters {
                let (label, other) = match lang {
                    Lang::Vi => (&parameter.name, &parameter.name_en),
                    Lang::En => (&parameter.name_en, &parameter.name),
                };
                let default = parameter.default.as_ref().map(|d| format!(" = {d}")).unwrap_or_default();
                page.item(&parameter.id, &format!("({}){default}  {label} ({other})", parameter.unit));
            }
        }
        page.out
    };
    context.answer_noun("measure_kind", || json_of(&kind), text)
}

declare! {
    INSTRUMENT_LEVEL = "instrument_level" of "list instrument-level" {
        "code", M::Code, "level";
        "name", M::Name, "names";
        "rank", M::Order, "whole";
        "authority", M::Authority, "names";
        "effort", M::Effort, "number";
        "symbols", M::Number, "text";
        "source", M::Source, "text";
    }
}

/// Levels of instruments, the highest first: who must act, and the effort of one change.
pub(super) fn instrument_levels(context: &Context, workspace: &Workspace) -> Result<Table> {
    let mut table = Table::of(&INSTRUMENT_LEVEL, context.lang);
    for level in workspace.instrument_levels()? {
        table.push(vec![
            level.id.as_str().into(),
            Cell::names(&level.name, Some(&level.name_en)),
            Cell::Whole(level.rank.into()),
            authorities(&level),
            Cell::Exact(level.effort),
            level.symbols.join(", ").into(),
            level.source.as_str().into(),
        ]);
    }
    Ok(table)
}

fn name(kind: &MeasureKind, lang: Lang) -> &str {
    if lang == Lang::Vi { &kind.name } else { &kind.name_en }
}

fn authorities(level: &InstrumentLevel) -> Cell {
    Cell::names(&level.authority, Some(&level.authority_en))
}

fn authority(level: &InstrumentLevel, lang: Lang) -> &str {
    if lang == Lang::Vi { &level.authority } else { &level.authority_en }
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
