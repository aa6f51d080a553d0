//! `measure add|edit|move|remove`.

use super::args::{CodeArgs, MeasureAddArgs, MeasureEditArgs, MeasureFields, MeasureMoveArgs};
use super::context::Context;
use super::cost_edit::{names, unknown};
use super::{Answer, changed, measure, overwrite};
use crate::desk::{AdvanceMeasure, EditMeasure, Expected, MeasureChange, MeasureEdit, NewMeasure, Outcome};
use crate::model::{MeasureField, MeasureSlot, MeasureStatus};
use crate::store::{Changed, Workspace};
use crate::text::clean_line;
use crate::words::cause::CauseWord;
use crate::words::cli::CliMessage;
use crate::words::measure::MeasureWord;
use crate::words::{Fault, Message, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

/// Proposes a measure.
pub(super) fn add(context: &Context, args: &MeasureAddArgs) -> Result<Answer> {
    let asked = NewMeasure {
        regulation: args.regulation.clone(),
        kind: args.kind.clone(),
        day: context.date(args.date.as_deref())?,
        lang: context.lang,
        edits: edits(args.title.as_deref(), &args.fields)?,
    };
    let mut workspace = context.open()?;
    let added = context.desk(&mut workspace, "measure add", "").propose_measure(&asked)?;
    answer(context, &workspace, &added.value, added.change)
}

/// Changes a measure; what is not given stays.
pub(super) fn edit(context: &Context, args: &MeasureEditArgs) -> Result<Answer> {
    let edits = edits(args.title.as_deref(), &args.fields)?;
    let expected = args.expect.iter().map(|text| read_expected(text, &edits)).collect::<Result<_>>()?;
    let asked = EditMeasure { code: args.code.clone(), edits, expected };
    let mut workspace = context.open()?;
    let edited = context.desk(&mut workspace, "measure edit", "").edit_measure(&asked)?;
    match edited.value {
        Outcome::Stands(standing) => overwrite::stands(context, &args.code, &place(&workspace, &args.code)?, &standing),
        Outcome::Done(done) => answer(context, &workspace, &done, edited.change),
    }
}

/// Gives a measure its next status.
pub(super) fn advance(context: &Context, args: &MeasureMoveArgs) -> Result<Answer> {
    let wanted = args.status.replace('-', "_");
    let status = MeasureStatus::parse(&wanted)
        .ok_or_else(|| unknown(&args.status, names(MeasureStatus::ALL, MeasureStatus::name)))?;
    let asked = AdvanceMeasure {
        code: args.code.clone(),
        status,
        day: context.date(args.date.as_deref())?,
        document: args.document.clone().unwrap_or_default(),
        until: args.until.as_deref().map(|day| context.date(Some(day))).transpose()?,
        note: args.note.clone().unwrap_or_default(),
        seen: None,
    };
    let mut workspace = context.open()?;
    let Changed { value, change } = context.desk(&mut workspace, "measure move", "").advance_measure(&asked)?;
    let step = match value {
        Outcome::Stands(standing) => {
            return overwrite::stands(context, &args.code, &place(&workspace, &args.code)?, &standing);
        }
        Outcome::Done(step) => step,
    };
    let said = CliMessage::StatusMoved.said_by(|lang| vec![args.code.clone(), status.word(lang).to_owned()]);
    let more = json!({
        "measure": args.code, "status": step.status, "date": step.date, "document": step.document, "until": step.until, "note": step.note,
    });
    context.done_with(&workspace, &Changed { value: step, change }, &said, more)?;
    Ok(Answer::Done)
}

/// Removes a measure; the journal keeps it.
pub(super) fn remove(context: &Context, args: &CodeArgs) -> Result<Answer> {
    let mut workspace = context.open()?;
    let removed = context.desk(&mut workspace, "measure remove", "").remove_measure(&args.code, None)?;
    let scenarios: &[String] = match &removed.value {
        Outcome::Done(scenarios) => scenarios,
        Outcome::Stands(_) => &[],
    };
    let said = match scenarios {
        [] => CliMessage::Removed.said(&[&args.code]),
        from => MeasureWord::RemovedFromScenarios.said(&[&args.code, &from.join(", ")]),
    };
    let more = json!({"measure": args.code, "scenarios": scenarios});
    context.done_with(&workspace, &removed, &said, more)?;
    Ok(Answer::Done)
}

/// Shows the measure as it is now; to programs with what was changed beside it.
fn answer(context: &Context, workspace: &Workspace, done: &MeasureChange, change: Option<i64>) -> Result<Answer> {
    if context.is_json() {
        let mut more = changed::json(workspace, change)?;
        if let Value::Object(fields) = &mut more {
            fields.retain(|name, _| !matches!(name.as_str(), "kind" | "schema_version"));
            fields.insert("replaced".to_owned(), overwrite::json(&done.replaced));
        }
        measure::show_changed(context, workspace, &done.code, more)?;
    } else if !context.quiet {
        measure::show_changed(context, workspace, &done.code, Value::Null)?;
        let lines = overwrite::lines(context, context.lang, &done.code, &place(workspace, &done.code)?, &done.replaced);
        lines.lines().filter(|line| !line.is_empty()).for_each(super::output::remark);
    }
    Ok(Answer::Done)
}

/// Where the fields of a measure lie, with the parameters of its kind.
fn place(workspace: &Workspace, code: &str) -> Result<overwrite::Place> {
    let kind = workspace.measure(code)?.map(|measure| measure.kind);
    let kind = workspace.measure_kinds()?.into_iter().find(|known| Some(&known.id) == kind.as_ref());
    Ok(overwrite::Place {
        tables: &["measure", "measure_status"],
        parameters: kind.map(|kind| kind.parameters).unwrap_or_default(),
    })
}

/// What the arguments say of a measure.
fn edits(title: Option<&str>, fields: &MeasureFields) -> Result<Vec<MeasureEdit>> {
    use MeasureField as F;
    let mut edits = Vec::new();
    let mut put = |slot: MeasureSlot, typed: String| edits.push(MeasureEdit { slot, typed });
    if !fields.targets.is_empty() {
        put(MeasureSlot::Field(F::Targets), fields.targets.join(","));
    }
    let mut names = BTreeSet::new();
    for value in &fields.values {
        let (name, value) = value.split_once('=').ok_or_else(|| Fault::usage(CliMessage::BadCell.said(&[value])))?;
        let name = clean_line(name);
        if !names.insert(name.clone()) {
            return Err(Fault::usage(CauseWord::DuplicateField.said(&[&name])));
        }
        put(MeasureSlot::Value(name), value.to_owned());
    }
    for (field, given) in [
        (F::Title, title),
        (F::Reason, fields.reason.as_deref()),
        (F::Evidence, fields.evidence.as_deref()),
        (F::Provision, fields.provision.as_deref()),
        (F::Instrument, fields.instrument.as_deref()),
        (F::Authority, fields.authority.as_deref()),
        (F::Level, fields.level.as_deref()),
        (F::Weight, fields.weight.as_deref()),
        (F::Person, fields.person.as_deref()),
        (F::Due, fields.due.as_deref()),
        (F::Provenance, fields.provenance.as_deref()),
        (F::Note, fields.note.as_deref()),
    ] {
        if let Some(given) = given {
            put(MeasureSlot::Field(field), given.to_owned());
        }
    }
    for (field, given) in [(F::CurrentText, &fields.current_text), (F::ProposedText, &fields.proposed_text)] {
        if let Some(given) = given {
            put(MeasureSlot::Field(field), text_or_file(given)?);
        }
    }
    Ok(edits)
}

/// Reads what must stand there: `FIELD=VALUE`, or the value alone where one field is changed.
fn read_expected(text: &str, edits: &[MeasureEdit]) -> Result<Expected<MeasureSlot>> {
    use crate::words::sheet::SheetWord;
    let named = text.split_once('=').map(|(name, value)| (MeasureSlot::parse(&clean_line(name)), value));
    let only = match edits {
        [edit] => Some((edit.slot.clone(), text)),
        _ => None,
    };
    let bad = || Fault::usage(SheetWord::BadExpect.said(&[&text])).hint(SheetWord::BadExpectHint.said(&[]));
    let (field, value) = named.or(only).ok_or_else(bad)?;
    Ok(Expected { field, value: value.to_owned(), provenance: None })
}

/// A text, or the content of a file behind `@`.
fn text_or_file(given: &str) -> Result<String> {
    let Some(file) = given.strip_prefix('@') else { return Ok(given.to_owned()) };
    let path = Path::new(file);
    let bytes =
        std::fs::read(path).map_err(|e| Fault::input(CliMessage::CannotRead.said(&[&path.display()])).because(e))?;
    String::from_utf8(bytes)
        .map_err(|e| Fault::input(CliMessage::NotUtf8.said(&[])).in_file(path).because(e.utf8_error()))
}
