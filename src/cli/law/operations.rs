//! `law operations`: what an amending instrument does, and what could not be resolved.

use super::{file, fixes, words};
use crate::cli::Answer;
use crate::cli::args::LawOperationsArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::law::Document;
use crate::law::amend::fix::{Fix, Misfit, replay};
use crate::law::amend::overlap::{Overlap, meetings};
use crate::law::amend::{self, Action, Amendment, Operation, Position, Unresolved};
use crate::view::nouns::order_answer::{settled_json, unused_json};
use crate::view::{Cell, Format, Table, declare, noun_json, pretty};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Result, Said};
use serde_json::{Value, json};

/// Lists the operations; an order that is not resolved makes the answer "no".
pub(super) fn run(context: &Context, args: &LawOperationsArgs) -> Result<Answer> {
    let source = file::source(context, &args.file, args.letters)?;
    let document = Document::read(&source.text);
    let mut amendment = amend::read(&document);
    let kept = fixes::kept(context);
    let (mut settled, unused) = replay(&document, &mut amendment, &kept);
    let unused: Vec<(Fix, Misfit)> = unused.into_iter().map(|(fix, misfit)| (fix.clone(), misfit)).collect();
    settled.iter_mut().for_each(|one| one.line = source.source_line(one.line));
    // Lines are those of the file: its front matter and its page furniture are not in the text.
    amendment.operations.iter_mut().for_each(|one| one.line = source.source_line(one.line));
    for one in &mut amendment.unresolved {
        one.line = source.source_line(one.line);
        one.beside.iter_mut().for_each(|(_, line)| *line = source.source_line(*line));
    }
    match context.form() {
        Format::Json => {
            let mut value = noun_json("law_operations", to_json(&amendment));
            value["settled"] = settled_json(&settled).into();
            value["unused"] = unused_json(&unused).into();
            output::write(context.output.as_deref(), pretty(&value)?.as_bytes())?;
        }
        Format::Csv => context.answer(&operations(&amendment, context))?,
        form => {
            let width = context.width();
            let mut out = operations(&amendment, context).render(form, context.lang, width)?;
            if !amendment.unresolved.is_empty() {
                out.push('\n');
                out.push_str(&unresolved(&amendment, context).render(form, context.lang, width)?);
            }
            output::write(context.output.as_deref(), out.as_bytes())?;
        }
    }
    for (kind, first, second) in overlaps(&amendment) {
        context.tell(&overlap(kind, first, second));
    }
    fixes::tell(context, &settled, &unused);
    if amendment.operations.is_empty() && amendment.unresolved.is_empty() {
        context.tell(&Say::NothingAmended.said(&[]));
    } else {
        let counts = (amendment.operations.len(), amendment.unresolved.len());
        let name = crate::law::amend::called(&amendment.named);
        context.tell(&Say::OperationsSummary.said(&[&name, &counts.0, &counts.1, &amendment.orders]));
    }
    Ok(if amendment.unresolved.is_empty() { Answer::Done } else { Answer::No })
}

declare! {
    OPERATION = "operation" of "" {
        "source", Say::Source, "text";
        "operation", Say::Operation, "text";
        "place", Say::Place, "text";
        "instrument", Say::Instrument, "text";
        "effective", Say::Effective, "text";
        "detail", Say::Detail, "text";
    }
}

fn operations(amendment: &Amendment, context: &Context) -> Table {
    let lang = context.lang;
    let mut table = Table::of(&OPERATION, lang);
    for operation in &amendment.operations {
        table.push(vec![
            operation.source.to_string().into(),
            Cell::Named(words::action_name(operation), words::action(operation).text(lang)),
            words::place(operation, lang).into(),
            crate::law::amend::called(&operation.instrument).into(),
            operation.effective.map_or(Cell::Empty, Cell::Day),
            words::detail(operation, lang).into(),
        ]);
    }
    table
}

declare! {
    UNRESOLVED = "unresolved" of "" {
        "line", Say::Line, "text";
        "source", Say::Source, "text";
        "reason", Say::Reason, "text";
        "order", Say::Order, "text";
    }
}

fn unresolved(amendment: &Amendment, context: &Context) -> Table {
    let mut table = Table::of(&UNRESOLVED, context.lang);
    for one in &amendment.unresolved {
        table.push(vec![
            one.line.into(),
            one.source.to_string().into(),
            Cell::Coded(one.reason.name().to_owned(), one.why().text(context.lang).to_owned()),
            one.sentence.clone().into(),
        ]);
    }
    table
}

/// The operations that touch one place.
fn overlaps(amendment: &Amendment) -> Vec<(Overlap, &Operation, &Operation)> {
    let at = |n: usize| amendment.operations.get(n);
    let met = meetings(&amendment.operations, None);
    met.into_iter().filter_map(|one| Some((one.overlap, at(one.first)?, at(one.second)?))).collect()
}

/// The amendment for programs.
pub(super) fn to_json(amendment: &Amendment) -> Value {
    let overlaps = overlaps(amendment);
    json!({
        "number": amendment.named.number,
        "name": amendment.named.name,
        "title": amendment.title,
        "issued": amendment.issued.map(|d| d.to_string()),
        "effective": amendment.effective.map(|d| d.to_string()),
        "orders": amendment.orders,
        "operations": amendment.operations.iter().map(operation_json).collect::<Vec<_>>(),
        "overlaps": overlaps.iter().map(|(kind, first, second)| overlap_json(*kind, first, second)).collect::<Vec<_>>(),
        "unresolved": amendment.unresolved.iter().map(unresolved_json).collect::<Vec<_>>(),
    })
}

/// Two operations that touch one place, in both languages.
pub(super) fn overlap(overlap: Overlap, first: &Operation, second: &Operation) -> Said {
    Say::Meets.said_by(|lang| {
        let one = |one: &Operation| {
            let what = words::action(one).text(lang).to_owned();
            [what, words::place(one, lang), one.line.to_string(), one.source.to_string()]
        };
        one(first).into_iter().chain(one(second)).chain([overlap.said().text(lang).to_owned()]).collect()
    })
}

/// Two operations that touch one place, for programs.
pub(super) fn overlap_json(overlap: Overlap, first: &Operation, second: &Operation) -> Value {
    let one = |one: &Operation| {
        json!({ "operation": words::action_name(one), "place": one.place.to_string(), "source": one.source.to_string(),
            "line": one.line })
    };
    json!({ "kind": overlap.name(), "first": one(first), "second": one(second) })
}

/// An operation for programs.
pub(super) fn operation_json(operation: &Operation) -> Value {
    let mut value = json!({
        "source": operation.source.to_string(),
        "line": operation.line,
        "operation": words::action_name(operation),
        "instrument": { "number": operation.instrument.number, "name": operation.instrument.name },
        "place": operation.place.to_string(),
        "heading": operation.heading,
        "erratum": operation.erratum,
        "effective": operation.effective.map(|d| d.to_string()),
    });
    let more = match &operation.action {
        Action::Replace { text } | Action::ReplaceHeading { text } => json!({ "text": text }),
        Action::Insert { position, text } => json!({ "text": text, "position": position_json(position) }),
        Action::Repeal => json!({}),
        Action::ReplacePhrase { old, new, within } => json!({ "old": old, "new": new, "within": within }),
        Action::InsertPhrase { text, beside, before } => json!({ "new": text, "beside": beside, "before": before }),
        Action::DeletePhrase { text, within } => json!({ "old": text, "within": within }),
        Action::ReplaceAnnex { by } => json!({ "by": by.to_string() }),
        Action::Suspend { until } => json!({ "until": until }),
    };
    if let (Some(fields), Some(more)) = (value.as_object_mut(), more.as_object()) {
        fields.extend(more.clone());
    }
    value
}

fn position_json(position: &Position) -> Value {
    match position {
        Position::ByLabel => json!({ "kind": "by-label" }),
        Position::After(anchor) => json!({ "kind": "after", "anchor": anchor.to_string() }),
        Position::Before(anchor) => json!({ "kind": "before", "anchor": anchor.to_string() }),
        Position::End => json!({ "kind": "end" }),
    }
}

fn unresolved_json(one: &Unresolved) -> Value {
    let targets: Vec<Value> = one
        .targets
        .iter()
        .map(|(named, place)| json!({ "instrument": named.to_string(), "place": place.to_string() }))
        .collect();
    json!({
        "source": one.source.to_string(),
        "line": one.line,
        "reason": one.reason.name(),
        "order": one.sentence,
        "targets": targets,
        "beside": one.beside.iter().map(|(source, line)| json!({ "source": source.to_string(), "line": line })).collect::<Vec<_>>(),
    })
}
