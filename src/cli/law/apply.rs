//! `law apply`: the consolidated text of a base and its amendments, with answers by hand to what they leave for review.

use super::operations::{overlap, overlap_json};
use super::{file, fixes, operations, words};
use crate::cli::Answer;
use crate::cli::args::LawApplyArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::exchange::law_fixes::{self, Question};
use crate::law::amend::fix::{Fix, Misfit, Ruling};
use crate::law::amend::{self, Named, Operation, Unresolved, called};
use crate::law::consolidate::published::without_notes;
use crate::law::consolidate::{Consolidation, against, consolidate_with};
use crate::law::name::stable::Stable;
use crate::law::{Document, compare};
use crate::model::instrument::normal_number;
use crate::model::{Address, InstrumentVersion, VersionKind};
use crate::report::{Comparing, Form, Origin};
use crate::store::Put;
use crate::text::Lang;
use crate::view::nouns::order_answer::{settled_json, unused_json};
use crate::view::{Cell, Format, Table, declare, noun_json, pretty};
use crate::words::amend::AmendMessage as Say;
use crate::words::cli::CliMessage;
use crate::words::report::ReportWord as Word;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

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
    let fixes = answers(context, args.fixes.as_deref())?;
    let answered = consolidate_with(&base, &own, &amending, as_of, &fixes);
    let done = answered.map_err(|(fix, misfit)| self::misfit(fix, &misfit, args.fixes.as_deref()))?;
    let open = done.open(&own);
    let nothing = done.sources.iter().all(|s| s.applied + s.later == 0) && done.failed.is_empty() && open.is_empty();
    if nothing && done.repealed.is_none() && done.settled.is_empty() {
        let names: Vec<String> = done.sources.iter().map(|s| called(&s.amendment.named)).collect();
        return Err(Fault::input(Say::NothingAimed.said(&[&names.join(", "), &called(&own)]))
            .hint(Say::NothingAimedHint.said(&[])));
    }
    if args.track && super::draft::form(context)? != Some(Form::Docx) {
        return Err(Fault::usage(CliMessage::TrackNeedsWord.said(&[])));
    }
    tell(context, &done, &open);
    if let Some(path) = &args.review {
        review(context, path, &done, &open)?;
    }
    let files: Vec<&Path> =
        [&args.base].into_iter().chain(&args.amending).chain(&args.fixes).map(|p| p.as_path()).collect();
    let origin = Origin::of_files("law apply", &files);
    let incomplete = !open.is_empty() || !done.failed.is_empty();
    let saved = args.save.then(|| save(context, &done, &own, as_of, incomplete));
    let differs = match &args.against {
        Some(published) => {
            let text = file::source(context, published, args.letters)?.text;
            differences(context, &against::against(&done, &Document::read(without_notes(&text))))?
        }
        None => {
            // What is kept in the workspace is written only where that is asked for too.
            if args.track {
                output::write(context.output.as_deref(), &tracked(context, &base, (&done, &own), origin.as_ref())?)?;
            } else if !args.save || context.output.is_some() || context.format.is_some() {
                let saved = saved.as_ref().and_then(|saved| saved.as_ref().ok());
                let day = as_of.or_else(|| done.last_effect(&own));
                print(context, (&done, &own, day), saved, origin.as_ref())?;
            }
            false
        }
    };
    if let Some(saved) = saved {
        saved?;
    }
    Ok(if incomplete || differs { Answer::No } else { Answer::Done })
}

/// The answers of a file, and those that the data file keeps.
pub(super) fn answers(context: &Context, path: Option<&Path>) -> Result<Vec<Fix>> {
    let mut answers = path.map(law_fixes::read).transpose()?.unwrap_or_default();
    answers.extend(fixes::kept(context));
    Ok(answers)
}

/// An answer of a file that fits nothing.
pub(super) fn misfit(fix: &Fix, misfit: &Misfit, path: Option<&Path>) -> Fault {
    let fault = Fault::input(misfit.said(fix)).hint(Say::FixesHint.said(&[])).at_line(fix.line);
    path.map_or(fault.clone(), |path| fault.in_file(path))
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
        source: format!("tinhgon law apply: {}{}", by.join("; "), by_hand(done)),
        text: done.document.text(),
    };
    let mut workspace = context.open()?;
    let note = format!("{number} {}", version.name);
    let kept = context.desk(&mut workspace, "law apply", &note).keep_answered_version(&version, &done.settled, own)?;
    let said = if kept.value == Put::Unchanged { Say::VersionSame } else { Say::VersionSaved };
    context.tell(&said.said(&[&number, &version.name]));
    Ok((version.name, kept.change))
}

/// The text as Word, in which what the amendments change is tracked under their names: rejected it is the base.
fn tracked(
    context: &Context,
    base: &Document,
    (done, own): (&Consolidation, &Named),
    origin: Option<&Origin>,
) -> Result<Vec<u8>> {
    let by: Vec<String> = done.sources.iter().filter(|s| s.applied > 0).map(|s| called(&s.amendment.named)).collect();
    let comparison = compare::compare(base, &done.document, compare::Options::default());
    let names = (called(own), by.join("; "));
    let (view, all, lang) = (compare::View::Words, false, context.lang);
    let names = (names.0.as_str(), names.1.as_str());
    Comparing { comparison: &comparison, names, view, all, lang, origin }.render(Form::Docx)
}

/// Writes the text; programs are told too under which name it was kept, by which change.
fn print(
    context: &Context,
    (done, own, day): (&Consolidation, &Named, Option<Date>),
    saved: Option<&(String, Option<i64>)>,
    origin: Option<&Origin>,
) -> Result<()> {
    let form = super::draft::form(context)?.filter(|form| *form != Form::Markdown);
    if let Some(form) = form {
        let title = Word::ConsolidatedTitle.with(context.lang, &[&called(own)]);
        let stable = own.number.clone().map(|number| Stable { number, place: Address::default(), day });
        let bytes = crate::report::amending::render(&done.text(), form, &title, stable.as_ref(), origin)?;
        return output::write(context.output.as_deref(), &bytes);
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
    let mut places: BTreeMap<usize, Address> = BTreeMap::new();
    for (place, provision) in done.document.walk() {
        provision.notes.iter().for_each(|note| _ = places.entry(*note).or_insert_with(|| place.clone()));
    }
    // Where a note stands, as it reads from its day on.
    let address = |note: usize, day: Option<Date>| {
        let place = places.get(&note).cloned().unwrap_or_default();
        own.number.clone().map(|number| Stable { number, place, day }.to_string())
    };
    let notes: Vec<Value> = done
        .notes
        .iter()
        .enumerate()
        .map(|(n, note)| {
            json!({ "mark": n + 1, "text": note.to_string(), "by": called(&note.by), "source": note.source.to_string(),
            "effective": note.effective.map(|d| d.to_string()), "address": address(n + 1, note.effective) })
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
        "doubts": done.doubts.iter().map(|(operation, places)| doubts_json(operation, places)).collect::<Vec<_>>(),
        "overlaps": done.overlaps.iter().map(|one| overlap_json(one.overlap, &one.first, &one.second)).collect::<Vec<_>>(),
        "settled": settled_json(&done.settled),
        "unused": unused_json(&done.unused),
    })
}

fn doubts_json(operation: &Operation, places: &[(Address, String)]) -> Value {
    let places: Vec<Value> =
        places.iter().map(|(place, words)| json!({ "place": place.to_string(), "text": words })).collect();
    json!({ "source": operation.source.to_string(), "line": operation.line, "operation": words::action_name(operation),
        "place": operation.place.to_string(), "places": places })
}

declare! {
    DIFFERENCE = "difference" of "law apply --against" {
        "place", Say::Place, "text";
        "difference", Say::Difference, "text";
        "ours", Say::Ours, "text?";
        "published", Say::Theirs, "text?";
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

/// What was answered by hand, for the source of a version that is kept.
fn by_hand(done: &Consolidation) -> String {
    let lines = done.settled.iter().map(|one| match &one.ruling {
        Ruling::Take(order) => format!("{}, {}: {}", called(&one.by), one.source, crate::text::clean_line(order)),
        Ruling::Skip(reason) => format!("{}, {}: ({reason})", called(&one.by), one.source),
    });
    lines.map(|line| format!("; {line}")).collect()
}

/// Writes what is left for a person as a file of answers to fill in.
fn review(context: &Context, path: &Path, done: &Consolidation, open: &[(&Named, &Unresolved)]) -> Result<()> {
    if path.exists() {
        return Err(Fault::usage(Say::ReviewThere.said(&[])).in_file(path));
    }
    let unread = open.iter().map(|(by, one)| Question {
        by: by.number.as_deref(),
        at: &one.source,
        place: None,
        order: &one.sentence,
        reason: one.why().text(context.lang).to_owned(),
    });
    let failed = done.failed.iter().map(|one| Question {
        by: one.by.number.as_deref(),
        at: &one.operation.source,
        place: Some(&one.operation.place),
        order: "",
        reason: format!(
            "{}: {}",
            words::action(&one.operation).text(context.lang),
            one.failure.said().text(context.lang)
        ),
    });
    let asked: Vec<Question<'_>> = unread.chain(failed).collect();
    let text = law_fixes::questions(&asked, context.word(Say::ReviewHow));
    crate::exchange::write_whole(path, text.as_bytes())?;
    context.tell(&Say::ReviewWritten.said(&[&asked.len(), &path.display()]));
    Ok(())
}

/// A phrase that was changed within longer names or words: the first places, and how many more.
fn doubted(operation: &Operation, places: &[(Address, String)], lang: Lang) -> Said {
    const SHOWN: usize = 5;
    let mut shown: Vec<String> =
        places.iter().take(SHOWN).map(|(place, words)| Say::PhraseAt.with(lang, &[place, words])).collect();
    if places.len() > SHOWN {
        shown.push(Say::PlacesMore.with(lang, &[&(places.len() - SHOWN)]));
    }
    let (what, place) = (words::action(operation).text(lang), words::place(operation, lang));
    Say::PhraseWithin.said(&[&what, &place, &words::detail(operation, lang), &shown.join("; ")])
}

/// Says what each instrument contributed, what was answered by hand, and what is left for a person.
pub(super) fn tell(context: &Context, done: &Consolidation, open: &[(&Named, &Unresolved)]) {
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
    for (operation, places) in &done.doubts {
        context.tell(&doubted(operation, places, context.lang));
    }
    for one in &done.overlaps {
        context.tell(&overlap(one.overlap, &one.first, &one.second));
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
    fixes::tell(context, &done.settled, &done.unused);
    for (_, one) in open {
        let why = one.why();
        let reason = why.text(context.lang);
        context.tell(&Say::NotResolved.said(&[&one.line, &one.source, &reason, &words::first_words(&one.sentence)]));
    }
}
