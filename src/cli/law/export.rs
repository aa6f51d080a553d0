//! `law export`: an instrument as Akoma Ntoso, from a file or from the data file, as issued or as amendments left it.

use super::{apply, file};
use crate::cli::Answer;
use crate::cli::args::LawExportArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::desk::holding::texts;
use crate::exchange::akn::{self, Told, Written};
use crate::law::amend::{self, Named};
use crate::law::consolidate::{Consolidation, consolidate_with};
use crate::law::{Document, Header, Outline};
use crate::model::instrument::{is_number, normal_number};
use crate::view::{noun_json, pretty};
use crate::words::amend::AmendMessage as Say;
use crate::words::{Fault, Message, Result};
use serde_json::json;
use std::path::Path;

/// Writes the instrument; what amendments leave for a person makes the answer "no".
pub(super) fn run(context: &Context, args: &LawExportArgs) -> Result<Answer> {
    let day = |text: &Option<String>| text.as_deref().map(|text| context.date(Some(text))).transpose();
    let as_of = day(&args.as_of)?;
    let told = Told {
        number: args.number.as_deref().map(normal_number),
        issued: day(&args.issued)?,
        as_of,
        ..Told::default()
    };
    // A file goes before a number; a name that is neither is told as a file that is not there.
    let path = Path::new(&args.what);
    let kept = args.what != "-" && !path.exists() && is_number(&normal_number(&args.what));
    let (written, complete) = if kept { of_kept(context, args, told)? } else { of_file(context, args, path, told)? };
    if context.is_json() {
        let answer = json!({ "work": written.work, "expression": written.expression, "components": written.components,
            "active": written.active, "passive": written.passive, "text": written.xml });
        output::write(context.output.as_deref(), pretty(&noun_json("law_export", answer))?.as_bytes())?;
    } else {
        output::write(context.output.as_deref(), written.xml.as_bytes())?;
    }
    context.tell(&Say::Exported.said(&[&written.expression, &written.components, &written.active, &written.passive]));
    Ok(if complete { Answer::Done } else { Answer::No })
}

/// From a file, and what amends it.
fn of_file(context: &Context, args: &LawExportArgs, path: &Path, told: Told) -> Result<(Written, bool)> {
    let source = file::source(context, path, args.letters)?;
    let outline = Outline::read(&source.text);
    let mut header = Header::read(&outline);
    header.fill(&source.front);
    let base = Document::from_outline(&outline);
    if args.amending.is_empty() {
        return Ok((akn::of_document(&base, &header, &told, None)?, true));
    }
    let amending =
        args.amending.iter().map(|path| file::read(context, path, args.letters)).collect::<Result<Vec<_>>>()?;
    let mut own = amend::named(&base);
    own.number = told.number.clone().or(own.number);
    let fixes = apply::answers(context, args.fixes.as_deref())?;
    let done = consolidate_with(&base, &own, &amending, told.as_of, &fixes)
        .map_err(|(fix, misfit)| apply::misfit(fix, &misfit, args.fixes.as_deref()))?;
    let told = Told { as_of: told.as_of.or_else(|| done.last_effect(&own)), ..told };
    let written = akn::of_document(&base, &header, &told, Some(&done))?;
    Ok((written, left(context, &done, &own)))
}

/// From the data file: the version that applies, and on a day that is said, as the instruments of the data file left it by then.
fn of_kept(context: &Context, args: &LawExportArgs, told: Told) -> Result<(Written, bool)> {
    if let Some(path) = args.amending.first() {
        return Err(Fault::usage(Say::ExportBesideKept.said(&[&path.display()])));
    }
    let day = told.as_of.unwrap_or_else(|| context.today());
    let kept = texts(&*context.open()?, &normal_number(&args.what), day)?;
    let (written, done) = kept.akoma_ntoso(&told)?;
    let complete = done.is_none_or(|done| left(context, &done, &kept.own));
    Ok((written, complete))
}

/// Tells what the amendments did and left; whether they left nothing.
fn left(context: &Context, done: &Consolidation, own: &Named) -> bool {
    let open = done.open(own);
    apply::tell(context, done, &open);
    open.is_empty() && done.failed.is_empty()
}
