//! `measure add|edit|move|remove`.

use super::args::{CodeArgs, MeasureAddArgs, MeasureEditArgs, MeasureFields, MeasureMoveArgs};
use super::context::Context;
use super::cost_edit::{names, read_provenance, unknown};
use super::nouns::{Noun, not_found};
use crate::model::{
    Fraction, Measure, MeasureKind, MeasureStatus, StatusEntry, TargetKind,
    instrument::{is_number, normal_number},
};
use crate::reform::check_measure;
use crate::report::Worded;
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Lang, Message, Result, Said, clean, clean_line};
use std::path::Path;

/// Proposes a measure.
pub(super) fn add(context: &Context, args: &MeasureAddArgs) -> Result<()> {
    let mut workspace = context.open()?;
    workspace.regulation(&args.regulation)?.ok_or_else(|| not_found(Noun::Regulation, &args.regulation))?;
    let kind = kind(&workspace, &args.kind)?;
    let name = if context.lang == Lang::Vi { &kind.name } else { &kind.name_en };
    let mut measure = Measure::proposed(&args.regulation, &kind.id, context.date(args.date.as_deref())?);
    measure.title = clean_line(args.title.as_deref().unwrap_or(name));
    fill(context, &mut measure, &args.fields)?;
    store(context, &mut workspace, &measure, &kind, "measure add")
}

/// Changes a measure; what is not given stays.
pub(super) fn edit(context: &Context, args: &MeasureEditArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let mut measure = find(&workspace, &args.code)?;
    let kind = kind(&workspace, &measure.kind)?;
    if let Some(title) = &args.title {
        measure.title = clean_line(title);
    }
    fill(context, &mut measure, &args.fields)?;
    store(context, &mut workspace, &measure, &kind, "measure edit")
}

/// Gives a measure its next status.
pub(super) fn advance(context: &Context, args: &MeasureMoveArgs) -> Result<()> {
    let mut workspace = context.open()?;
    let mut measure = find(&workspace, &args.code)?;
    let wanted = args.status.replace('-', "_");
    let status = MeasureStatus::parse(&wanted)
        .ok_or_else(|| unknown(&args.status, names(MeasureStatus::ALL, MeasureStatus::name)))?;
    let date = context.date(args.date.as_deref())?;
    if let Some(last) = measure.statuses.last() {
        if !last.status.next().contains(&status) {
            let next = names(last.status.next(), MeasureStatus::name);
            return Err(Fault::usage(CliMessage::StatusCannotFollow.said(&[&status, &last.status, &next])));
        }
        if date < last.date {
            return Err(Fault::usage(CliMessage::StatusBackwards.said(&[&date, &last.date])));
        }
    }
    let needs_document = matches!(status, MeasureStatus::Approved | MeasureStatus::InForce);
    if needs_document && args.document.is_none() {
        return Err(Fault::usage(CliMessage::StatusNeedsDocument.said(&[&status])));
    }
    measure.statuses.push(StatusEntry {
        status,
        date,
        document: args.document.as_deref().map(normal_number).filter(|d| !d.is_empty()),
        note: clean_line(args.note.as_deref().unwrap_or("")),
    });
    workspace.change(&context.change("measure move", ""), |writer| writer.put_measure(&measure))?;
    let said = |lang| vec![measure.code.clone(), status.word().text(lang).to_owned()];
    context.tell(&CliMessage::StatusMoved.said_by(said));
    Ok(())
}

/// Removes a measure; the journal keeps it.
pub(super) fn remove(context: &Context, args: &CodeArgs) -> Result<()> {
    let mut workspace = context.open()?;
    find(&workspace, &args.code)?;
    workspace.change(&context.change("measure remove", ""), |writer| writer.remove_measure(&args.code))?;
    context.tell(&CliMessage::Removed.said(&[&args.code]));
    Ok(())
}

fn find(workspace: &Workspace, code: &str) -> Result<Measure> {
    workspace.measure(code)?.ok_or_else(|| not_found(Noun::Measure, code))
}

fn kind(workspace: &Workspace, id: &str) -> Result<MeasureKind> {
    let kinds = workspace.measure_kinds()?;
    let known = kinds.iter().map(|k| k.id.as_str()).collect::<Vec<_>>().join(", ");
    kinds.into_iter().find(|k| k.id == id).ok_or_else(|| unknown(id, known))
}

fn fill(context: &Context, measure: &mut Measure, fields: &MeasureFields) -> Result<()> {
    if !fields.targets.is_empty() {
        measure.targets = fields.targets.iter().map(|t| clean_line(t)).collect();
    }
    for value in &fields.values {
        let (name, value) = value.split_once('=').ok_or_else(|| Fault::usage(CliMessage::BadCell.said(&[value])))?;
        measure.values.insert(clean_line(name), clean_line(value));
    }
    let line = |given: &Option<String>, field: &mut String| {
        if let Some(given) = given {
            *field = clean_line(given);
        }
    };
    line(&fields.reason, &mut measure.reason);
    line(&fields.evidence, &mut measure.evidence);
    line(&fields.note, &mut measure.note);
    let optional = |given: &Option<String>, field: &mut Option<String>| {
        if let Some(given) = given {
            *field = Some(clean_line(given)).filter(|g| !g.is_empty());
        }
    };
    optional(&fields.provision, &mut measure.provision);
    optional(&fields.authority, &mut measure.authority);
    optional(&fields.person, &mut measure.person);
    if let Some(level) = fields.level.as_deref().map(clean_line) {
        measure.level = Some(level).filter(|level| !level.is_empty());
    }
    if let Some(weight) = fields.weight.as_deref().map(str::trim) {
        let read = || Fraction::parse(weight).filter(|w| !w.is_negative() && !w.is_zero());
        let bad = || Fault::usage(CliMessage::BadWeight.said(&[&weight]));
        measure.weight = if weight.is_empty() { None } else { Some(read().ok_or_else(bad)?) };
    }
    if let Some(number) = &fields.instrument {
        measure.instrument = Some(normal_number(number)).filter(|n| !n.is_empty());
        if measure.instrument.as_ref().is_some_and(|number| !is_number(number)) {
            return Err(Fault::usage(CliMessage::NoInstrumentNumber.said(&[number])));
        }
    }
    if let Some(due) = &fields.due {
        measure.due = if due.is_empty() { None } else { Some(context.date(Some(due))?) };
    }
    if let Some(provenance) = &fields.provenance {
        measure.provenance = read_provenance(Some(provenance))?;
    }
    if let Some(text) = &fields.current_text {
        measure.current_text = text_or_file(text)?;
    }
    if let Some(text) = &fields.proposed_text {
        measure.proposed_text = text_or_file(text)?;
    }
    Ok(())
}

/// A text, or the content of a file behind `@`.
fn text_or_file(given: &str) -> Result<String> {
    let Some(file) = given.strip_prefix('@') else { return Ok(clean(given)) };
    let path = Path::new(file);
    let bytes =
        std::fs::read(path).map_err(|e| Fault::input(CliMessage::CannotRead.said(&[&path.display()])).because(e))?;
    let text = String::from_utf8(bytes)
        .map_err(|e| Fault::input(CliMessage::NotUtf8.said(&[])).in_file(path).because(e.utf8_error()))?;
    Ok(clean(text.trim_end()))
}

fn store(
    context: &Context,
    workspace: &mut Workspace,
    measure: &Measure,
    kind: &MeasureKind,
    command: &str,
) -> Result<()> {
    if let Some(level) = &measure.level {
        let levels = workspace.instrument_levels()?;
        if !levels.iter().any(|known| known.id == *level) {
            let known: Vec<&str> = levels.iter().map(|known| known.id.as_str()).collect();
            return Err(unknown(level, known.join(", ")));
        }
    }
    let wrong = check_measure(measure, kind, &known_targets(workspace, measure, kind)?);
    if !wrong.is_empty() {
        let join = |lang: Lang| wrong.iter().map(|w| w.text(lang).to_owned()).collect::<Vec<_>>().join("; ");
        return Err(Fault::usage(Said { vi: join(Lang::Vi), en: join(Lang::En) }));
    }
    let stored = workspace.change(&context.change(command, ""), |writer| writer.propose_measure(measure))?;
    let (code, _) = stored.value;
    if !context.quiet {
        super::measure::show_measure(context, workspace, &code)?;
    }
    Ok(())
}

/// The ids that a measure of this kind can aim at: components, or rows of the sheet.
fn known_targets(workspace: &Workspace, measure: &Measure, kind: &MeasureKind) -> Result<Vec<String>> {
    let components = || -> Result<Vec<String>> {
        let procedure = workspace.procedure(&measure.regulation)?;
        Ok(procedure.map(|p| p.components.into_iter().map(|c| c.id).collect()).unwrap_or_default())
    };
    let rows =
        || -> Result<Vec<String>> { Ok(workspace.sheet(&measure.regulation)?.into_iter().map(|r| r.id).collect()) };
    match kind.targets {
        TargetKind::None => Ok(Vec::new()),
        TargetKind::Components => components(),
        TargetKind::Activities => rows(),
    }
}
