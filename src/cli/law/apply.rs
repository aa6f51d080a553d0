//! `law apply`: the consolidated text of a base and its amendments.

use super::{file, operations, words};
use crate::cli::Answer;
use crate::cli::args::LawApplyArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::law::amend::{self, Named, called};
use crate::law::consolidate::published::without_notes;
use crate::law::consolidate::{Consolidation, against, consolidate};
use crate::law::{Document, compare};
use crate::model::instrument::normal_number;
use crate::model::{InstrumentVersion, VersionKind};
use crate::report::{Comparing, Form};
use crate::store::Put;
use crate::view::{Cell, Format, Table, declare, noun_json, pretty};
use crate::words::amend::AmendMessage as Say;
use crate::words::cli::CliMessage;
use crate::words::report::ReportWord as Word;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde_json::{Value, json};

/// Applies the amendments; what could not be applied or compared makes the answer "no".
pub(super) fn run(context: &Context, args: &LawApplyArgs) -> Result<Answer> {
    let base = file::read(context, &args.base, args.letters)?;
    let amending =
        args.amending.iter().map(|path| file::read(context, path, args.letters)).collect::<Result<Vec<_>>>()?;
    let as_of = args.as_of.as_deref().map(|day| context.date(Some(day))).transpose()?;
    let mut own = amend::named(&base);
    if let Some(number) = &args.number {
        own.number = Some(normal_number(number));
    }
    let done = consolidate(&base, &own, &amending, as_of);
    if done.sources.iter().all(|s| s.applied + s.later == 0) && done.failed.is_empty() && done.repealed.is_none() {
        let names: Vec<String> = done.sources.iter().map(|s| called(&s.amendment.named)).collect();
        return Err(Fault::input(Say::NothingAimed.said(&[&names.join(", "), &called(&own)]))
            .hint(Say::NothingAimedHint.said(&[])));
    }
    if args.track && super::draft::form(context)? != Some(Form::Docx) {
        return Err(Fault::usage(CliMessage::TrackNeedsWord.said(&[])));
    }
    let incomplete = tell(context, &done, &own);
    let saved = args.save.then(|| save(context, &done, &own, as_of, incomplete));
    let differs = match &args.against {
        Some(published) => {
            let text = file::source(context, published, args.letters)?.text;
            differences(context, &against::against(&done, &Document::read(without_notes(&text))))?
        }
        None => {
            // What is kept in the workspace is written only where that is asked for too.
            if args.track {
                output::write(context.output.as_deref(), &tracked(context, &base, &done, &own)?)?;
            } else if !args.save || context.output.is_some() || context.format.is_some() {
                print(context, &done, &own, saved.as_ref().and_then(|saved| saved.as_ref().ok()))?;
            }
            false
        }
    };
    if let Some(saved) = saved {
        saved?;
    }
    Ok(if incomplete || differs { Answer::No } else { Answer::Done })
}

/// Keeps the result as a version of the base, without marks and notes, so that it compares with the text as issued.
fn save(
    context: &Context,
    done: &Consolidation,
    own: &Named,
    as_of: Option<Date>,
    incomplete: bool,
) -> Result<(String, Option<i64>)> {
    if incomplete {
        return Err(Fault::input(Say::NotSaved.said(&[])).hint(Say::NotSavedHint.said(&[])));
    }
    if done.repealed.is_some() {
        return Err(Fault::input(Say::RepealedNotSaved.said(&[])));
    }
    let number = own.number.as_deref().ok_or_else(|| Fault::usage(Say::NoNumberToSave.said(&[])))?;
    let day = as_of.or_else(|| done.last_effect(own)).ok_or_else(|| Fault::usage(Say::NoDayToSave.said(&[])))?;
    let by: Vec<String> = done.sources.iter().filter(|s| s.applied > 0).map(|s| called(&s.amendment.named)).collect();
    let version = InstrumentVersion {
        instrument: number.to_owned(),
        name: format!("{} {day}", VersionKind::Consolidated.name()),
        kind: VersionKind::Consolidated,
        from: Some(day),
        source: format!("tinhgon law apply: {}", by.join("; ")),
        text: done.document.text(),
    };
    let mut workspace = context.open()?;
    let note = format!("{number} {}", version.name);
    let kept = context.desk(&mut workspace, "law apply", &note).keep_version(&version)?;
    let said = if kept.value == Put::Unchanged { Say::VersionSame } else { Say::VersionSaved };
    context.tell(&said.said(&[&number, &version.name]));
    Ok((version.name, kept.change))
}

/// The text as Word, in which what the amendments change is tracked under their names: rejected it is the base.
fn tracked(context: &Context, base: &Document, done: &Consolidation, own: &Named) -> Result<Vec<u8>> {
    let by: Vec<String> = done.sources.iter().filter(|s| s.applied > 0).map(|s| called(&s.amendment.named)).collect();
    let comparison = compare::compare(base, &done.document, compare::Options::default());
    let names = (called(own), by.join("; "));
    let (view, all, lang) = (compare::View::Words, false, context.lang);
    Comparing { comparison: &comparison, names: (&names.0, &names.1), view, all, lang }.render(Form::Docx)
}

/// Writes the text; programs are told too under which name it was kept, by which change.
fn print(context: &Context, done: &Consolidation, own: &Named, saved: Option<&(String, Option<i64>)>) -> Result<()> {
    let form = super::draft::form(context)?.filter(|form| *form != Form::Markdown);
    if let Some(form) = form {
        let title = Word::ConsolidatedTitle.with(context.lang, &[&called(own)]);
        return output::write(context.output.as_deref(), &crate::report::amending::render(&done.text(), form, &title)?);
    }
    let out = match context.form() {
        Format::Json => {
            let mut value = to_json(done, own);
            if let Some((version, change)) = saved {
                value["saved_as"] = json!(version);
                value["change"] = json!(change);
            }
            pretty(&noun_json("consolidation", value))?
        }
        Format::Md => done.markdown(),
        _ => done.text(),
    };
    output::write(context.output.as_deref(), out.as_bytes())
}

fn to_json(done: &Consolidation, own: &Named) -> Value {
    let failed: Vec<Value> = done
        .failed
        .iter()
        .map(|f| json!({ "by": called(&f.by), "reason": f.failure.name(), "operation": operations::operation_json(&f.operation) }))
        .collect();
    let notes: Vec<Value> = done
        .notes
        .iter()
        .enumerate()
        .map(|(n, note)| {
            json!({ "mark": n + 1, "text": note.to_string(), "by": called(&note.by), "source": note.source.to_string(),
            "effective": note.effective.map(|d| d.to_string()) })
        })
        .collect();
    let sources: Vec<Value> = done
        .sources
        .iter()
        .map(|s| {
            json!({ "instrument": called(&s.amendment.named), "effective": s.amendment.effective.map(|d| d.to_string()),
            "applied": s.applied, "later": s.later, "withdrawn": s.withdrawn, "unresolved": s.amendment.unresolved.len() })
        })
        .collect();
    json!({
        "number": own.number,
        "name": own.name,
        "repealed": done.repealed.as_ref().map(ToString::to_string),
        "text": done.text(),
        "notes": notes,
        "sources": sources,
        "failed": failed,
    })
}

declare! {
    DIFFERENCE = "difference" of "" {
        "place", Say::Place, "text";
        "difference", Say::Difference, "text";
        "ours", Say::Ours, "text";
        "published", Say::Theirs, "text";
    }
}

fn differences(context: &Context, found: &against::Against) -> Result<bool> {
    let mut table = Table::of(&DIFFERENCE, context.lang);
    for one in &found.differences {
        let (name, kind) = match (&one.ours, &one.theirs) {
            (None, _) => ("only-published", Say::MissingInOurs),
            (_, None) => ("only-ours", Say::MissingInTheirs),
            _ => ("words", Say::OtherWords),
        };
        table.push(vec![
            one.place.to_string().into(),
            Cell::Named(name, kind.text(context.lang)),
            one.ours.clone().into(),
            one.theirs.clone().into(),
        ]);
    }
    context.answer(&table)?;
    let count = found.differences.len();
    context.tell(&match count {
        0 => Say::SameAsPublished.said(&[&found.places]),
        _ => Say::DiffersFromPublished.said(&[&count, &found.places]),
    });
    Ok(count > 0)
}

/// Says what each instrument contributed and what is left for a person; whether anything is.
fn tell(context: &Context, done: &Consolidation, own: &Named) -> bool {
    for source in &done.sources {
        let name = called(&source.amendment.named);
        context.tell(&match source.later {
            0 => Say::Applied.said(&[&name, &source.applied]),
            later => Say::AppliedLater.said(&[&name, &source.applied, &later]),
        });
        if source.withdrawn > 0 {
            context.tell(&Say::Withdrawn.said(&[&name, &source.withdrawn]));
        }
    }
    if let Some(note) = &done.repealed {
        context.tell(&Say::InstrumentRepealed.said(&[note]));
    }
    for operation in &done.capitals {
        let (what, place) = (words::action(operation).text(context.lang), words::place(operation, context.lang));
        context.tell(&Say::CapitalsDiffer.said(&[&what, &place]));
    }
    for one in &done.failed {
        let operation = &one.operation;
        let lang = context.lang;
        context.tell(&Say::NotApplied.said(&[
            &words::action(operation).text(lang),
            &words::place(operation, lang),
            &operation.source,
            &called(&one.by),
            &one.failure.said().text(lang),
        ]));
    }
    let mut open = false;
    for source in &done.sources {
        for one in &source.amendment.unresolved {
            let aims = one.targets.iter().any(|(named, _)| named.same(own)) || one.targets.is_empty();
            if aims {
                open = true;
                let reason = words::reason(one.reason).text(context.lang);
                context.tell(&Say::NotResolved.said(&[
                    &one.line,
                    &one.source,
                    &reason,
                    &words::first_words(&one.sentence),
                ]));
            }
        }
    }
    open || !done.failed.is_empty()
}
