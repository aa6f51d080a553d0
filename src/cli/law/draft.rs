//! `law draft`: the amending instrument between a base and its edited text.

use super::file;
use crate::cli::Answer;
use crate::cli::args::{Format, LawDraftArgs};
use crate::cli::context::Context;
use crate::cli::output;
use crate::law::draft::{Base, Draft, Head, Warning, draft};
use crate::model::Level;
use crate::model::instrument::normal_number;
use crate::text::messages::amend::AmendMessage as Say;
use crate::text::{Fault, Message, Result, Said};
use serde_json::{Value, json};

/// Drafts; a draft that is not exact makes the answer "no".
pub(super) fn run(context: &Context, args: &LawDraftArgs) -> Result<Answer> {
    if !args.files.len().is_multiple_of(2) {
        return Err(Fault::usage(Say::Pairs.said(&[])));
    }
    let documents = args.files.iter().map(|path| file::read(path)).collect::<Result<Vec<_>>>()?;
    let mut changes = Vec::new();
    for pair in documents.chunks_exact(2) {
        let [base, edited] = pair else { continue };
        let mut base = Base::new(base);
        if let Some(number) = &args.base_number {
            base.facts.named.number = Some(normal_number(number));
        }
        changes.push((base, edited.clone()));
    }
    let day = |text: &Option<String>| text.as_deref().map(|t| context.date(Some(t))).transpose();
    let head = Head {
        number: args.number.as_deref().map(normal_number),
        place: args.place.clone(),
        issued: day(&args.issued)?,
        effective: day(&args.effective)?,
        local: args.local,
        shortened: args.shortened,
    };
    let drafted = draft(&changes, &head);
    if drafted.text.is_empty() {
        context.tell(&Say::NothingToDraft.said(&[]));
    }
    let out = match context.form() {
        Format::Json => output::pretty(&output::noun_json("law_draft", to_json(&drafted, context)))?,
        _ => drafted.text.clone(),
    };
    output::write(context.output.as_deref(), out.as_bytes())?;
    for warning in &drafted.warnings {
        context.tell(&said(warning));
    }
    let exact = !drafted.warnings.iter().any(|w| matches!(w, Warning::NotExact { .. }));
    Ok(if exact { Answer::Done } else { Answer::No })
}

fn to_json(drafted: &Draft, context: &Context) -> Value {
    let warnings: Vec<Value> =
        drafted.warnings.iter().map(|w| json!({ "kind": w.name(), "text": said(w).text(context.lang) })).collect();
    json!({
        "text": drafted.text,
        "orders": drafted.orders.iter().map(Vec::len).sum::<usize>(),
        "warnings": warnings,
    })
}

/// A warning in words.
fn said(warning: &Warning) -> Said {
    match warning {
        Warning::MoreThanHalf { instrument, changed, total } => Say::MoreThanHalf.said(&[instrument, changed, total]),
        Warning::DifferentIssuers { issuers } => Say::DifferentIssuers.said(&[&issuers.join(", ")]),
        Warning::EffectTooNear { days, least } => Say::EffectTooNear.said(&[days, least]),
        Warning::Letter { place } => Say::LetterOutside.said(&[place]),
        Warning::Renumbered { from, to } => Say::Renumbered.said(&[from, to]),
        Warning::SeveralIdeas { place } => Say::SeveralIdeas.said(&[place]),
        Warning::Unamendable { level } => {
            let part = match level {
                Level::Preamble => Say::PreambleWord,
                Level::Closing => Say::ClosingWord,
                _ => Say::OutsideWord,
            };
            let part = part.said(&[]);
            let both = |lang| Say::Unamendable.with(lang, &[&part.text(lang)]);
            Said { vi: both(crate::text::Lang::Vi), en: both(crate::text::Lang::En) }
        }
        Warning::NotExact { place } => Say::NotExact.said(&[place]),
    }
}
