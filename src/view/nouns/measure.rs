//! Measures: what each needs, and what it saves alone, within the planned measures on its regulation, and as its fair share of these.

use super::Source;
use super::instrument_level::level_cell;
use crate::model::instrument::printed_number;
use crate::model::{Fraction, Measure, MeasureKind, Stage, TargetKind, Unit};
use crate::reform::share::EXACT;
use crate::reform::{MeasureEffect, SetEffect, Share, Snapshot, set_effect};
use crate::text::{Lang, number};
use crate::view::{Cell, Page, Table, declare};
use crate::words::cli::CliMessage as M;
use crate::words::reform::ReformWord;
use crate::words::scenario::ScenarioWord;
use crate::words::{Message, Result};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::HashMap;

declare! {
    /// Who must act is told by the level, and hours are saved by few: too wide for people to read with them.
    MEASURE = "measure" of "list measure, measure list" {
        "code", M::Code, "text";
        "regulation", M::Regulation, "text";
        "measure_kind", M::KindColumn, "measure_kind";
        "title", M::Content, "text";
        "status", M::Status, "measure_status?";
        "since", M::Since, "day?";
        "due", M::Due, "day?";
        "person", M::Person, "text?";
        "level", M::Level, "level?";
        "authority", M::Authority, "names?", Wide;
        "effort", M::Effort, "number?";
        "saved_alone_dong", M::SavedAlone, "dong?";
        "saved_within_dong", M::SavedWithin, "dong?";
        "saved_share_dong", M::SavedShare, "dong?";
        "share_hours", M::ShareHours, "number", Wide;
    }
}

/// All measures with the level of instrument, authority and effort of each, and with what each saves: alone, within the planned
/// measures on its regulation, and as its fair share of what these save.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let mut table = Table::of(&MEASURE, from.lang);
    let snapshot = from.snapshot()?;
    let savings = savings(&snapshot, from);
    for measure in &snapshot.measures {
        let last = measure.statuses.last();
        // What nobody can compute is not 0 đồng.
        let known = snapshot.live.find(&measure.regulation).is_none_or(|subject| subject.known().is_some());
        let dong = |value: Fraction| Cell::known(known.then_some(value), from.lang);
        let (alone, within, share) = savings.get(measure.code.as_str()).copied().unwrap_or_default();
        let kind = snapshot.kinds.get(&measure.kind);
        let level = snapshot.levels.of_measure(measure, kind);
        table.push(vec![
            measure.code.clone().into(),
            measure.regulation.clone().into(),
            Cell::Coded(
                measure.kind.clone(),
                kind.map_or(measure.kind.as_str(), |kind| kind.name_in(from.lang)).to_owned(),
            ),
            measure.title.clone().into(),
            last.map_or(Cell::Empty, |s| Cell::worded(s.status, from.lang)),
            last.map_or(Cell::Empty, |s| Cell::Day(s.date)),
            measure.due.map_or(Cell::Empty, Cell::Day),
            measure.person.clone().into(),
            level.map_or(Cell::Empty, |level| level_cell(level, from.lang)),
            match snapshot.levels.authority(measure, kind, Lang::Vi) {
                Some(authority) => Cell::names(authority, snapshot.levels.authority(measure, kind, Lang::En)),
                None => Cell::Empty,
            },
            snapshot.levels.effort(measure, kind).map_or(Cell::Empty, Cell::Exact),
            dong(alone),
            dong(within),
            dong(share.annual),
            Cell::Exact(share.hours),
        ]);
    }
    Ok(table)
}

/// Saved alone and within the planned set, and the share of what that saves, by code of the measure.
fn savings<'a>(snapshot: &'a Snapshot, from: &Source<'_>) -> HashMap<&'a str, (Fraction, Fraction, Share)> {
    let mut by_regulation: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in &snapshot.measures {
        by_regulation.entry(&measure.regulation).or_default().push(measure);
    }
    let mut savings = HashMap::new();
    for (code, measures) in by_regulation {
        let Some(subject) = snapshot.live.find(code) else { continue };
        let planned = planned(&measures, from.day);
        let effect = set_effect(subject, &planned, snapshot);
        for measure in measures {
            let found = match effect.of(&measure.code) {
                Some(effect) => (effect.alone, effect.within, effect.share),
                None => (set_effect(subject, &[measure], snapshot).saved(), Fraction::ZERO, Share::default()),
            };
            savings.insert(measure.code.as_str(), found);
        }
    }
    savings
}

/// The measures that count as planned on the day of the command.
fn planned<'a>(measures: &[&'a Measure], day: Date) -> Vec<&'a Measure> {
    let counts = |m: &&Measure| m.status_on(day).is_some_and(|status| status.counts_at(Stage::Planned));
    measures.iter().copied().filter(counts).collect()
}

/// One measure with its effect alone and within the planned ones.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, code: &str) -> Result<Option<Page>> {
    let Some(measure) = from.reader.measure(code)? else { return Ok(None) };
    let snapshot = from.reader.snapshot_of(from.day, &[measure.regulation.clone()].into())?;
    let kind = snapshot.kinds.get(&measure.kind);
    let mut page = Page::about("measure", from.lang, &measure.code, &measure.title);
    page.noun(&measure);
    facts(&mut page, from, &snapshot, &measure, kind)?;
    if let Some(subject) = snapshot.live.find(&measure.regulation) {
        let all: Vec<&Measure> = snapshot.measures.iter().filter(|m| m.regulation == measure.regulation).collect();
        let alone = set_effect(subject, &[&measure], &snapshot);
        let set = set_effect(subject, &planned(&all, from.day), &snapshot);
        let known = subject.known().is_some();
        page.field("effect", effect_json(&alone, &set, code, known));
        effect(&mut page, &alone, &set, code, known);
    }
    if snapshot.ended.find(&measure.regulation).is_some() {
        page.field("not_in_force", true);
        page.blank();
        page.line(format!("! {}", ReformWord::NotInForce.with(from.lang, &[&measure.regulation])));
    }
    Ok(Some(page))
}

/// What a measure gives the parameters of its kind, a text a value: `Thời gian còn lại: 30 phút`.
pub fn values_said(measure: &Measure, kind: Option<&MeasureKind>, lang: Lang) -> Vec<String> {
    let value =
        |(id, text): (&String, &String)| match kind.and_then(|kind| kind.parameters.iter().find(|p| p.id == *id)) {
            Some(parameter) => format!("{}: {}", parameter.name_in(lang), value_said(text, parameter.unit, lang)),
            None => format!("{id} = {text}"),
        };
    measure.values.iter().map(value).collect()
}

/// A value in its unit, as people read it.
pub(super) fn value_said(text: &str, unit: Unit, lang: Lang) -> String {
    let shown = Fraction::parse(text).map_or_else(|| text.to_owned(), |number| Cell::Exact(number).shown(lang));
    number::with_unit(&shown, unit.word(lang))
}

/// What is known of a measure, and what it needs: the level of instrument that must change, who must act, and the effort.
fn facts(
    page: &mut Page,
    from: &Source<'_>,
    snapshot: &Snapshot,
    measure: &Measure,
    kind: Option<&MeasureKind>,
) -> Result<()> {
    let level = snapshot.levels.of_measure(measure, kind);
    let authority = match snapshot.levels.authority(measure, kind, Lang::Vi) {
        Some(authority) => Cell::names(authority, snapshot.levels.authority(measure, kind, Lang::En)),
        None => Cell::Empty,
    };
    let effort = snapshot.levels.effort(measure, kind).map_or(Cell::Empty, Cell::Exact);
    page.field(
        "needs",
        json!({ "level": level.map(|level| &level.id), "authority": authority.json(),
                "authority_en": authority.english().json(), "effort": effort.json() }),
    );
    page.fact(M::Regulation, &measure.regulation);
    let named = |kind: &MeasureKind| format!("{} ({})", kind.name_in(from.lang), measure.kind);
    page.fact(M::KindColumn, kind.map_or_else(|| measure.kind.clone(), named));
    page.fact(M::Targets, targets(from, measure, kind)?.join("; "));
    page.fact(M::Values, values_said(measure, kind, from.lang).join("; "));
    page.fact(M::Reason, &measure.reason);
    page.fact(M::Evidence, &measure.evidence);
    page.fact(M::Provision, measure.provision.as_deref().unwrap_or_default());
    page.fact(M::Instrument, measure.instrument.as_deref().unwrap_or_default());
    page.fact(M::Level, level.map_or("", |level| level.name_in(from.lang)));
    page.shown(M::Authority, &authority);
    page.shown(M::Weight, &measure.weight.map_or(Cell::Empty, Cell::Exact));
    page.shown(M::Effort, &effort);
    page.fact(M::Person, measure.person.as_deref().unwrap_or_default());
    page.day(M::Due, measure.due);
    page.fact(M::Provenance, measure.provenance.word(from.lang));
    page.fact(M::CurrentText, &measure.current_text);
    page.fact(M::ProposedText, &measure.proposed_text);
    page.fact(M::Note, &measure.note);
    for entry in &measure.statuses {
        let (day, word) = (Cell::Day(entry.date).shown(from.lang), entry.status.word(from.lang));
        let said = format!(
            "{day} · {word} {} {}",
            entry.document.as_deref().map(printed_number).unwrap_or_default(),
            entry.note
        );
        page.fact(M::Status, said.trim());
    }
    Ok(())
}

/// What a measure aims at, by id and name: components of the dossier or rows of the sheet.
fn targets(from: &Source<'_>, measure: &Measure, kind: Option<&MeasureKind>) -> Result<Vec<String>> {
    let names: HashMap<String, String> = match kind.map(|kind| kind.targets) {
        Some(TargetKind::Components) => {
            let procedure = from.reader.procedure(&measure.regulation)?;
            procedure.into_iter().flat_map(|p| p.components).map(|c| (c.id, c.name)).collect()
        }
        Some(TargetKind::Activities) => {
            from.reader.sheet(&measure.regulation)?.into_iter().map(|row| (row.id, row.name)).collect()
        }
        _ => HashMap::new(),
    };
    let named = |id: &String| names.get(id).map_or_else(|| id.clone(), |name| format!("{id} {name}"));
    Ok(measure.targets.iter().map(named).collect())
}

/// What a measure saves alone, and what it has in what the planned ones save.
fn effect(page: &mut Page, alone: &SetEffect, set: &SetEffect, code: &str, known: bool) {
    let lang = page.lang();
    let dong = |value: Fraction| Cell::known(known.then_some(value), lang).shown(lang);
    let within = set.of(code).map_or(Fraction::ZERO, |e| e.within);
    page.blank();
    page.say(
        M::EffectLine,
        &[&dong(set.before.annual), &dong(alone.after.outcome.annual), &dong(alone.saved()), &dong(within)],
    );
    page.say(M::SetEffectLine, &[&dong(set.after.outcome.annual), &dong(set.saved())]);
    if let Some(MeasureEffect { share, .. }) = set.of(code) {
        page.say(M::ShareLine, &[&dong(share.annual), &Cell::Exact(share.hours).shown(lang)]);
        if share.averaged {
            page.say(ScenarioWord::AveragedNote, &[&EXACT]);
        }
    }
    for issue in &alone.after.issues {
        page.line(format!("! {}", issue.said.text(lang)));
    }
}

/// What cannot be computed, for want of a sheet or of the number of those who comply, is null.
fn effect_json(alone: &SetEffect, set: &SetEffect, code: &str, known: bool) -> Value {
    let dong = |value: Fraction| if known { Cell::Dong(value).json() } else { Value::Null };
    let within = set.of(code).map_or(Fraction::ZERO, |e| e.within);
    let hours_within = set.of(code).map_or(Fraction::ZERO, |e| e.hours_within);
    let share = set.of(code).map(|e| e.share).unwrap_or_default();
    let exact = |value: Fraction| Cell::Exact(value).json();
    let issues: Vec<&str> = alone.after.issues.iter().map(|i| i.said.en.as_str()).collect();
    json!({
        "annual_cost_before_dong": dong(set.before.annual), "annual_cost_after_alone_dong": dong(alone.after.outcome.annual),
        "saved_alone_dong": dong(alone.saved()), "saved_within_dong": dong(within),
        "annual_cost_after_set_dong": dong(set.after.outcome.annual), "saved_set_dong": dong(set.saved()), "issues": issues,
        "saved_share_dong": dong(share.annual), "share_averaged": share.averaged,
        "hours_saved_alone": exact(alone.hours_saved()), "hours_saved_within": exact(hours_within),
        "hours_saved_share": exact(share.hours), "hours_saved_set": exact(set.hours_saved()),
    })
}
