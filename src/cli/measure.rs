//! `measure`: proposed cuts, with their effect.

use super::args::{CodeArgs, MeasureCommand, MeasureListArgs};
use super::context::Context;
use super::filter::{Condition, keep_where, sort_by};
use super::measure_edit;
use super::nouns::{Noun, not_found};
use super::output::{Cell, Table};
use crate::model::{Fraction, Measure};
use crate::reform::{SetEffect, Snapshot, set_effect};
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::{Message, Result, date, number};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write;

/// Runs a command of `measure`.
pub(super) fn run(context: &Context, command: MeasureCommand) -> Result<()> {
    match command {
        MeasureCommand::Add(args) => measure_edit::add(context, &args),
        MeasureCommand::Edit(args) => measure_edit::edit(context, &args),
        MeasureCommand::List(args) => list(context, &args),
        MeasureCommand::Show(args) => show(context, &args),
        MeasureCommand::Move(args) => measure_edit::advance(context, &args),
        MeasureCommand::Remove(args) => measure_edit::remove(context, &args),
    }
}

fn list(context: &Context, args: &MeasureListArgs) -> Result<()> {
    let conditions: Vec<Condition> = args.filters.iter().map(|f| Condition::parse(f)).collect::<Result<_>>()?;
    let workspace = context.open()?;
    let mut table = measures_table(context, &workspace)?;
    if let Some(code) = &args.regulation {
        workspace.regulation(code)?.ok_or_else(|| not_found(Noun::Regulation, code))?;
        let at = table.column("regulation")?;
        table.rows.retain(|row| row[at] == Cell::Text(code.clone()));
    }
    keep_where(&mut table, &conditions)?;
    if let Some(field) = &args.sort {
        sort_by(&mut table, field)?;
    }
    table.rows.truncate(args.limit.unwrap_or(usize::MAX));
    context.answer(&table)
}

/// All measures with what each saves alone and within the planned measures on its regulation.
pub(super) fn measures_table(context: &Context, workspace: &Workspace) -> Result<Table> {
    use CliMessage as M;
    let columns = [
        ("code", M::Code),
        ("regulation", M::Regulation),
        ("kind", M::KindColumn),
        ("title", M::Content),
        ("status", M::Status),
        ("since", M::Since),
        ("due", M::Due),
        ("person", M::Person),
        ("saved_alone_dong", M::SavedAlone),
        ("saved_within_dong", M::SavedWithin),
    ];
    let mut table = Table::new("measure", context.lang, &columns);
    let snapshot = workspace.snapshot(context.today())?;
    let savings = savings(&snapshot, context);
    for measure in &snapshot.measures {
        let last = measure.statuses.last();
        let (alone, within) = savings.get(measure.code.as_str()).copied().unwrap_or_default();
        table.push(vec![
            measure.code.clone().into(),
            measure.regulation.clone().into(),
            measure.kind.clone().into(),
            measure.title.clone().into(),
            last.map_or(Cell::Empty, |s| Cell::Named(s.status.name(), context.word(M::status(s.status)))),
            last.map_or(Cell::Empty, |s| Cell::Day(s.date)),
            measure.due.map_or(Cell::Empty, Cell::Day),
            measure.person.clone().into(),
            Cell::Dong(alone),
            Cell::Dong(within),
        ]);
    }
    Ok(table)
}

/// Saved alone and within the planned set, by code of the measure.
fn savings<'a>(snapshot: &'a Snapshot, context: &Context) -> HashMap<&'a str, (Fraction, Fraction)> {
    let mut by_regulation: HashMap<&str, Vec<&Measure>> = HashMap::new();
    for measure in &snapshot.measures {
        by_regulation.entry(&measure.regulation).or_default().push(measure);
    }
    let mut savings = HashMap::new();
    for (code, measures) in by_regulation {
        let Some(subject) = snapshot.live.find(code) else { continue };
        let planned = planned(&measures, context);
        let effect = set_effect(subject, &planned, snapshot);
        for measure in measures {
            let of_set = effect.each.iter().find(|e| e.code == measure.code);
            let pair = match of_set {
                Some(effect) => (effect.alone, effect.within),
                None => {
                    let alone = set_effect(subject, &[measure], snapshot).saved();
                    (alone, Fraction::ZERO)
                }
            };
            savings.insert(measure.code.as_str(), pair);
        }
    }
    savings
}

/// The measures that count as planned on the day of the command.
fn planned<'a>(measures: &[&'a Measure], context: &Context) -> Vec<&'a Measure> {
    let counts = |m: &&Measure| {
        m.status_on(context.today()).is_some_and(|status| status.counts_at(crate::model::Stage::Planned))
    };
    measures.iter().copied().filter(counts).collect()
}

fn show(context: &Context, args: &CodeArgs) -> Result<()> {
    let workspace = context.open()?;
    show_measure(context, &workspace, &args.code)
}

/// Shows a measure with its effect alone and within the set.
pub(super) fn show_measure(context: &Context, workspace: &Workspace, code: &str) -> Result<()> {
    let measure = workspace.measure(code)?.ok_or_else(|| not_found(Noun::Measure, code))?;
    let snapshot = workspace.snapshot(context.today())?;
    let effect = snapshot.live.find(&measure.regulation).map(|subject| {
        let all: Vec<&Measure> = snapshot.measures.iter().filter(|m| m.regulation == measure.regulation).collect();
        let planned = planned(&all, context);
        (set_effect(subject, &[&measure], &snapshot), set_effect(subject, &planned, &snapshot))
    });
    let value = || {
        let mut value = serde_json::to_value(&measure).unwrap_or(Value::Null);
        if let (Value::Object(fields), Some((alone, set))) = (&mut value, &effect) {
            fields.insert("effect".into(), effect_json(alone, set, code));
        }
        value
    };
    context.answer_noun("measure", value, || measure_text(context, &measure, effect.as_ref()))
}

fn effect_json(alone: &SetEffect, set: &SetEffect, code: &str) -> Value {
    let dong = |value: Fraction| Cell::Dong(value).json();
    let within = set.each.iter().find(|e| e.code == code).map_or(Fraction::ZERO, |e| e.within);
    let issues: Vec<&str> = alone.after.issues.iter().map(|i| i.said.en.as_str()).collect();
    json!({
        "annual_before_dong": dong(set.before), "annual_after_alone_dong": dong(alone.after.annual),
        "saved_alone_dong": dong(alone.saved()), "saved_within_dong": dong(within),
        "annual_after_set_dong": dong(set.after.annual), "saved_set_dong": dong(set.saved()), "issues": issues,
    })
}

fn measure_text(context: &Context, measure: &Measure, effect: Option<&(SetEffect, SetEffect)>) -> String {
    use CliMessage as M;
    let lang = context.lang;
    let mut out = format!("{}  {}\n\n", measure.code, measure.title);
    let mut line = |label: M, value: Option<&str>| {
        if let Some(value) = value.filter(|v| !v.is_empty()) {
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{}: {value}", label.text(lang));
        }
    };
    let targets = measure.targets.join(", ");
    let values: Vec<String> = measure.values.iter().map(|(name, value)| format!("{name} = {value}")).collect();
    line(M::Regulation, Some(&measure.regulation));
    line(M::KindColumn, Some(&measure.kind));
    line(M::Targets, Some(&targets));
    line(M::Values, Some(&values.join(", ")));
    line(M::Reason, Some(&measure.reason));
    line(M::Evidence, Some(&measure.evidence));
    line(M::Provision, measure.provision.as_deref());
    line(M::Instrument, measure.instrument.as_deref());
    line(M::Authority, measure.authority.as_deref());
    line(M::Person, measure.person.as_deref());
    line(M::Due, measure.due.map(|d| date::short(d, lang)).as_deref());
    line(M::Provenance, Some(M::provenance(measure.provenance).text(lang)));
    line(M::CurrentText, Some(&measure.current_text));
    line(M::ProposedText, Some(&measure.proposed_text));
    line(M::Note, Some(&measure.note));
    for entry in &measure.statuses {
        let document = entry.document.as_deref().unwrap_or("");
        let day = date::short(entry.date, lang);
        line(
            M::Status,
            Some(format!("{day} · {} {document} {}", M::status(entry.status).text(lang), entry.note).trim()),
        );
    }
    if let Some((alone, set)) = effect {
        let shown = |value: Fraction| number::whole(value.round(), lang);
        let within = set.each.iter().find(|e| e.code == measure.code).map_or(Fraction::ZERO, |e| e.within);
        let _ = writeln!(out);
        let values: [&dyn std::fmt::Display; 4] =
            [&shown(set.before), &shown(alone.after.annual), &shown(alone.saved()), &shown(within)];
        let _ = writeln!(out, "{}", M::EffectLine.with(lang, &values));
        let _ = writeln!(out, "{}", M::SetEffectLine.with(lang, &[&shown(set.after.annual), &shown(set.saved())]));
        for issue in &alone.after.issues {
            let _ = writeln!(out, "! {}", issue.said.text(lang));
        }
    }
    out
}
