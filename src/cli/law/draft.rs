//! `law draft`: the amending instrument between a base and its edited text, or from the measures of the workspace.

use super::file;
use crate::cli::Answer;
use crate::cli::args::LawDraftArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::cli::scenario::measures_of;
use crate::law::draft::{Base, Draft, Head, Warning, draft};
use crate::model::instrument::normal_number;
use crate::model::{InstrumentVersion, Stage};
use crate::report::{Amending, Form, Origin, Scope, Wanted, amending};
use crate::view::{Format, noun_json, pretty, with_said};
use crate::words::amend::AmendMessage as Say;
use crate::words::cli::CliMessage;
use crate::words::report::ReportWord as Word;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Drafts; a draft that is not exact, or that leaves measures out, makes the answer "no".
pub(super) fn run(context: &Context, args: &LawDraftArgs) -> Result<Answer> {
    let form = form(context)?;
    if args.files.is_empty() { from_measures(context, args, form) } else { from_files(context, args, form) }
}

fn from_files(context: &Context, args: &LawDraftArgs, form: Option<Form>) -> Result<Answer> {
    if !args.files.len().is_multiple_of(2) {
        return Err(Fault::usage(Say::Pairs.said(&[])));
    }
    let documents =
        args.files.iter().map(|path| file::read(context, path, args.letters)).collect::<Result<Vec<_>>>()?;
    let mut changes = Vec::new();
    for pair in documents.chunks_exact(2) {
        let [base, edited] = pair else { continue };
        let mut base = Base::new(base);
        if let Some(number) = &args.base_number {
            base.facts.named.number = Some(normal_number(number));
        }
        changes.push((base, edited.clone()));
    }
    let drafted = draft(&changes, &head(context, args)?);
    if drafted.text.is_empty() {
        if writes_document(context, form) {
            return Err(Fault::input(Say::NothingToDraft.said(&[])).hint(Say::NothingToDraftHint.said(&[])));
        }
        context.tell(&Say::NothingToDraft.said(&[]));
    }
    let warnings: Vec<(&str, Said)> = drafted.warnings.iter().map(|w| (w.name(), w.said())).collect();
    let files: Vec<&Path> = args.files.iter().map(|path| path.as_path()).collect();
    let origin = Origin::of_files("law draft", &files);
    write(context, form, (&drafted, origin.as_ref()), || data(&drafted, &warnings))?;
    for (_, said) in &warnings {
        context.tell(said);
    }
    Ok(if is_exact(&drafted) { Answer::Done } else { Answer::No })
}

fn from_measures(context: &Context, args: &LawDraftArgs, form: Option<Form>) -> Result<Answer> {
    let workspace = context.open()?;
    let scope = match (&args.agency, &args.regulation) {
        (Some(code), _) => Scope::parse(&format!("agency:{code}"), &workspace)?,
        (None, Some(code)) => Scope::parse(&format!("regulation:{code}"), &workspace)?,
        (None, None) => Scope::All,
    };
    let snapshot = workspace.snapshot(context.today())?;
    let wanted = Wanted {
        scope,
        stage: args.stage.unwrap_or(Stage::Planned),
        as_of: context.today(),
        instrument: None,
        only: args.scenario.as_deref().map(|code| measures_of(context, &workspace, &snapshot, code)).transpose()?,
    };
    let done = amending(&workspace, &snapshot, &wanted, &head(context, args)?)?;
    let nothing = if done.left.is_empty() { Say::NoMeasures } else { Say::NothingDrafted };
    if done.draft.text.is_empty() && writes_document(context, form) {
        done.left.iter().for_each(|left| context.tell(&Amending::left_said(left)));
        return Err(Fault::input(nothing.said(&[])).hint(Say::NothingDraftedHint.said(&[])));
    }
    if done.parts.is_empty() && done.left.is_empty() {
        context.tell(&nothing.said(&[]));
    }
    let warnings = done.warnings();
    let origin = Origin::of_data("law draft", &workspace, context.today())?;
    write(context, form, (&done.draft, Some(&origin)), || measures_data(&done, &warnings))?;
    for part in &done.parts {
        let version = |lang| InstrumentVersion::called(&part.version, lang);
        let said = |lang| Say::DraftedFrom.with(lang, &[&part.instrument, &version(lang), &part.measures.len()]);
        context.tell(&Said::by(said));
    }
    for (_, said) in &warnings {
        context.tell(said);
    }
    for left in &done.left {
        context.tell(&Amending::left_said(left));
    }
    Ok(if is_exact(&done.draft) && done.left.is_empty() { Answer::Done } else { Answer::No })
}

fn is_exact(drafted: &Draft) -> bool {
    !drafted.warnings.iter().any(|w| matches!(w, Warning::NotExact { .. }))
}

fn head(context: &Context, args: &LawDraftArgs) -> Result<Head> {
    let day = |text: &Option<String>| text.as_deref().map(|t| context.date(Some(t))).transpose();
    Ok(Head {
        number: args.number.as_deref().map(normal_number),
        place: args.place.clone(),
        issued: day(&args.issued)?,
        effective: day(&args.effective)?,
        local: args.local,
        shortened: args.shortened,
    })
}

/// The form of a document: by `--format`, else by the ending of the output file; none for the bare text and for data.
pub(super) fn form(context: &Context) -> Result<Option<Form>> {
    let forms = crate::report::amending::FORMS;
    match (context.format, context.extension().as_deref()) {
        (Some(Format::Md), _) => Ok(Some(Form::Markdown)),
        (Some(_), _) | (None, None | Some("txt" | "json")) => Ok(None),
        (None, Some(ending)) => match Form::parse(ending).filter(|form| forms.contains(form)) {
            Some(form) => Ok(Some(form)),
            None => {
                let known: Vec<&str> = forms.iter().map(|f| f.name()).chain(["txt", "json"]).collect();
                Err(Fault::usage(CliMessage::UnknownEnding.said(&[&ending, &known.join(", ")])))
            }
        },
    }
}

/// Whether a document is asked for, which is not written empty; data and text on standard output say that there is nothing.
fn writes_document(context: &Context, form: Option<Form>) -> bool {
    form.is_some() || (context.output.is_some() && context.form() != Format::Json)
}

fn write(
    context: &Context,
    form: Option<Form>,
    (drafted, origin): (&Draft, Option<&Origin>),
    data: impl FnOnce() -> Value,
) -> Result<()> {
    let bytes = match form {
        Some(form) => {
            crate::report::amending::render(&drafted.text, form, Word::AmendingTitle.text(context.lang), None, origin)?
        }
        None if context.form() == Format::Json => pretty(&noun_json("law_draft", data()))?.into_bytes(),
        None => drafted.text.clone().into_bytes(),
    };
    output::write(context.output.as_deref(), &bytes)
}

fn data(drafted: &Draft, warnings: &[(&str, Said)]) -> Value {
    let warnings: Vec<Value> =
        warnings.iter().map(|(name, said)| with_said(json!({ "kind": name }), "text", said)).collect();
    json!({
        "text": drafted.text,
        "orders": drafted.orders.iter().map(Vec::len).sum::<usize>(),
        "warnings": warnings,
    })
}

fn measures_data(done: &Amending, warnings: &[(&str, Said)]) -> Value {
    let instruments: Vec<Value> = done
        .parts
        .iter()
        .map(|p| json!({ "number": p.instrument, "version": p.version, "measures": p.measures }))
        .collect();
    let left: Vec<Value> = done
        .left
        .iter()
        .map(|l| {
            let left = json!({ "measure": l.measure, "instrument": l.instrument, "provision": l.provision,
                "reason": l.why.name() });
            with_said(left, "text", &l.why.said().said(&[]))
        })
        .collect();
    let mut whole: Map<String, Value> = data(&done.draft, warnings).as_object().cloned().unwrap_or_default();
    whole.insert("instruments".to_owned(), instruments.into());
    whole.insert("not_drafted".to_owned(), left.into());
    Value::Object(whole)
}
