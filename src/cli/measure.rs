//! `measure`: proposed cuts, with their effect.

use super::args::{CodeArgs, MeasureCommand, MeasureListArgs};
use super::context::Context;
use super::levels::level_cell;
use super::nouns::{Noun, not_found};
use super::{Answer, measure_edit};
use crate::cost::explain;
use crate::model::{Fraction, InstrumentLevel, Measure, MeasureKind};
use crate::reform::share::EXACT;
use crate::reform::{MeasureEffect, SetEffect, Share, Snapshot, set_effect};
use crate::store::{Reader, Workspace};
use crate::text::{Lang, date, number};
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::scenario::ScenarioWord;
use crate::words::{Message, Result, Said};
use serde_json::{Value, json};
use std::collections::HashMap;
use std::fmt::Write;

/// Runs a command of `measure`.
pub(super) fn run(context: &Context, command: MeasureCommand) -> Result<Answer> {
    let done = |result: Result<()>| result.map(|()| Answer::Done);
    match command {
        MeasureCommand::Add(args) => measure_edit::add(context, &args),
        MeasureCommand::Edit(args) => measure_edit::edit(context, &args),
        MeasureCommand::List(args) => done(list(context, &args)),
        MeasureCommand::Show(args) => done(show(context, &args)),
        MeasureCommand::Move(args) => measure_edit::advance(context, &args),
        MeasureCommand::Remove(args) => measure_edit::remove(context, &args),
    }
}

fn list(context: &Context, args: &MeasureListArgs) -> Result<()> {
    let workspace = context.open()?;
    let mut table = measures_table(context, &workspace)?;
    if let Some(code) = &args.regulation {
        workspace.regulation(code)?.ok_or_else(|| not_found(Noun::Regulation, code))?;
        let at = table.column("regulation")?;
        table.rows.retain(|row| row[at] == Cell::Text(code.clone()));
    }
    context.answer_list(table, &args.options, &workspace)
}

declare! {
    /// Who must act is told by the level, and hours are saved by few: too wide for people to read with them.
    MEASURE = "measure" of "list measure, measure list" {
        "code", CliMessage::Code, "text";
        "regulation", CliMessage::Regulation, "text";
        "measure_kind", CliMessage::KindColumn, "measure_kind";
        "title", CliMessage::Content, "text";
        "status", CliMessage::Status, "measure_status?";
        "since", CliMessage::Since, "day?";
        "due", CliMessage::Due, "day?";
        "person", CliMessage::Person, "text?";
        "level", CliMessage::Level, "level?";
        "authority", CliMessage::Authority, "names?", Programs;
        "effort", CliMessage::Effort, "number?";
        "saved_alone_dong", CliMessage::SavedAlone, "dong";
        "saved_within_dong", CliMessage::SavedWithin, "dong";
        "saved_share_dong", CliMessage::SavedShare, "dong";
        "share_hours", CliMessage::ShareHours, "number", Programs;
    }
}

/// All measures with the level of instrument, authority and effort of each, and with what each saves: alone, within the planned
/// measures on its regulation, and as its fair share of what these save.
pub(super) fn measures_table(context: &Context, workspace: &Reader) -> Result<Table> {
    let mut table = Table::of(&MEASURE, context.lang);
    let snapshot = workspace.snapshot(context.today())?;
    let savings = savings(&snapshot, context);
    for measure in &snapshot.measures {
        let last = measure.statuses.last();
        let (alone, within, share) = savings.get(measure.code.as_str()).copied().unwrap_or_default();
        let kind = snapshot.kinds.get(&measure.kind);
        let level = snapshot.levels.of_measure(measure, kind);
        table.push(vec![
            measure.code.clone().into(),
            measure.regulation.clone().into(),
            measure.kind.clone().into(),
            measure.title.clone().into(),
            last.map_or(Cell::Empty, |s| Cell::worded(s.status, context.lang)),
            last.map_or(Cell::Empty, |s| Cell::Day(s.date)),
            measure.due.map_or(Cell::Empty, Cell::Day),
            measure.person.clone().into(),
            level.map_or(Cell::Empty, |level| level_cell(level, context.lang)),
            match snapshot.levels.authority(measure, kind, Lang::Vi) {
                Some(authority) => Cell::names(authority, snapshot.levels.authority(measure, kind, Lang::En)),
                None => Cell::Empty,
            },
            snapshot.levels.effort(measure, kind).map_or(Cell::Empty, Cell::Exact),
            Cell::Dong(alone),
            Cell::Dong(within),
            Cell::Dong(share.annual),
            Cell::Exact(share.hours),
        ]);
    }
    Ok(table)
}

/// Saved alone and within the planned set, and the share of what that saves, by code of the measure.
fn savings<'a>(snapshot: &'a Snapshot, context: &Context) -> HashMap<&'a str, (Fraction, Fraction, Share)> {
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
    show_changed(context, workspace, code, Value::Null)
}

/// The same; to programs with more fields beside those of the measure.
pub(super) fn show_changed(context: &Context, workspace: &Workspace, code: &str, more: Value) -> Result<()> {
    let measure = workspace.measure(code)?.ok_or_else(|| not_found(Noun::Measure, code))?;
    let snapshot = workspace.snapshot_of(context.today(), &[measure.regulation.clone()].into())?;
    let effect = snapshot.live.find(&measure.regulation).map(|subject| {
        let all: Vec<&Measure> = snapshot.measures.iter().filter(|m| m.regulation == measure.regulation).collect();
        let planned = planned(&all, context);
        (set_effect(subject, &[&measure], &snapshot), set_effect(subject, &planned, &snapshot))
    });
    let kind = snapshot.kinds.get(&measure.kind);
    let needs = Needs {
        level: snapshot.levels.of_measure(&measure, kind).cloned(),
        authority: authority(&snapshot, &measure, kind),
        effort: snapshot.levels.effort(&measure, kind),
    };
    let value = || {
        let mut value = serde_json::to_value(&measure).unwrap_or(Value::Null);
        if let Value::Object(fields) = &mut value {
            fields.insert("needs".into(), needs.json());
            if let Some((alone, set)) = &effect {
                fields.insert("effect".into(), effect_json(alone, set, code));
            }
            if let Value::Object(more) = more {
                fields.extend(more);
            }
        }
        value
    };
    context.answer_noun("measure", value, || measure_text(context, &measure, &needs, effect.as_ref()))
}

/// Who must act for a measure, in both languages; nothing where no level tells it.
fn authority(snapshot: &Snapshot, measure: &Measure, kind: Option<&MeasureKind>) -> Option<Said> {
    let of = |lang| snapshot.levels.authority(measure, kind, lang).map(str::to_owned);
    Some(Said { vi: of(Lang::Vi)?, en: of(Lang::En)? })
}

/// What a measure needs: the level of instrument that must change, who must act, and the effort.
struct Needs {
    level: Option<InstrumentLevel>,
    authority: Option<Said>,
    effort: Option<Fraction>,
}

impl Needs {
    fn json(&self) -> Value {
        json!({
            "level": self.level.as_ref().map(|level| &level.id),
            "authority": self.authority.as_ref().map(|said| &said.vi),
            "authority_en": self.authority.as_ref().map(|said| &said.en),
            "effort": self.effort.map_or(Value::Null, |effort| Cell::Exact(effort).json()),
        })
    }
}

fn effect_json(alone: &SetEffect, set: &SetEffect, code: &str) -> Value {
    let dong = |value: Fraction| Cell::Dong(value).json();
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

fn measure_text(
    context: &Context,
    measure: &Measure,
    needs: &Needs,
    effect: Option<&(SetEffect, SetEffect)>,
) -> String {
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
    let name = |level: &InstrumentLevel| if lang == Lang::Vi { level.name.clone() } else { level.name_en.clone() };
    line(M::Level, needs.level.as_ref().map(name).as_deref());
    line(M::Authority, needs.authority.as_ref().map(|said| said.text(lang)));
    line(M::Weight, measure.weight.map(|weight| explain::show(weight, lang)).as_deref());
    line(M::Effort, needs.effort.map(|effort| explain::show(effort, lang)).as_deref());
    line(M::Person, measure.person.as_deref());
    line(M::Due, measure.due.map(|d| date::short(d, lang)).as_deref());
    line(M::Provenance, Some(measure.provenance.word(lang)));
    line(M::CurrentText, Some(&measure.current_text));
    line(M::ProposedText, Some(&measure.proposed_text));
    line(M::Note, Some(&measure.note));
    for entry in &measure.statuses {
        let document = entry.document.as_deref().unwrap_or("");
        let day = date::short(entry.date, lang);
        line(M::Status, Some(format!("{day} · {} {document} {}", entry.status.word(lang), entry.note).trim()));
    }
    if let Some((alone, set)) = effect {
        let shown = |value: Fraction| number::whole(value.round(), lang);
        let within = set.of(&measure.code).map_or(Fraction::ZERO, |e| e.within);
        let _ = writeln!(out);
        let values: [&dyn std::fmt::Display; 4] =
            [&shown(set.before.annual), &shown(alone.after.outcome.annual), &shown(alone.saved()), &shown(within)];
        let _ = writeln!(out, "{}", M::EffectLine.with(lang, &values));
        let _ =
            writeln!(out, "{}", M::SetEffectLine.with(lang, &[&shown(set.after.outcome.annual), &shown(set.saved())]));
        if let Some(MeasureEffect { share, .. }) = set.of(&measure.code) {
            let hours = explain::show(share.hours, lang);
            let _ = writeln!(out, "{}", M::ShareLine.with(lang, &[&shown(share.annual), &hours]));
            if share.averaged {
                let _ = writeln!(out, "{}", ScenarioWord::AveragedNote.with(lang, &[&EXACT]));
            }
        }
        for issue in &alone.after.issues {
            let _ = writeln!(out, "! {}", issue.said.text(lang));
        }
    }
    out
}
