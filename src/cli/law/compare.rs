//! `law compare`: what differs between two versions of an instrument. The answer is "no" where they differ, as `diff` has it.

use super::{file, lines};
use crate::cli::Answer;
use crate::cli::args::LawCompareArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::law::compare::{Fidelity, Options, Row, Spot, View, compare};
use crate::report::{Comparing, Form, Origin};
use crate::view::{Format, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::compare::CompareWord as W;
use crate::words::{Fault, Message, Result};
use std::mem::ManuallyDrop;
use std::path::Path;

/// The forms of a file, by its ending.
const FORMS: &[Form] = &[Form::Markdown, Form::Html, Form::Docx, Form::Pdf, Form::Json];

/// Compares two files.
pub(super) fn run(context: &Context, args: &LawCompareArgs) -> Result<Answer> {
    let form = form(context)?;
    // The process ends with the answer: to take the trees apart before would only cost time.
    let read = |path| file::version(context, path, args.letters).map(ManuallyDrop::new);
    let (old, new) = (read(&args.old)?, read(&args.new)?);
    let comparison = ManuallyDrop::new(compare(&old, &new, Options { loose: args.loose, ..Options::default() }));
    let names = (name(&args.old), name(&args.new));
    // What is printed is looked at once; what is kept says from what it was made.
    let kept = context.output.as_deref().is_some_and(|to| to.as_os_str() != "-");
    let origin = if kept { Origin::of_files("law compare", &[&args.old, &args.new]) } else { None };
    let asked = Comparing {
        comparison: &comparison,
        names: (&names.0, &names.1),
        view: args.view.unwrap_or(View::Words),
        all: args.all,
        lang: context.lang,
        origin: origin.as_ref(),
    };
    let bytes = match form {
        Some(form) => asked.render(form)?,
        None if context.form() == Format::Csv => csv(context, &asked)?.into_bytes(),
        None => lines::text(&asked, context).into_bytes(),
    };
    output::write(context.output.as_deref(), &bytes)?;
    if comparison.fidelity == Fidelity::Coarse {
        context.tell(&W::Coarse.said(&[]));
    }
    Ok(if comparison.is_same() { Answer::Done } else { Answer::No })
}

/// The form of a document: by `--format`, else by the ending of the output file; none for lines and for CSV.
fn form(context: &Context) -> Result<Option<Form>> {
    let named = match context.format {
        Some(Format::Md) => return Ok(Some(Form::Markdown)),
        Some(Format::Json) => return Ok(Some(Form::Json)),
        Some(Format::Table | Format::Csv) => return Ok(None),
        None => context.extension(),
    };
    match named.as_deref() {
        None | Some("csv" | "txt") => Ok(None),
        Some(ending) => match Form::parse(ending).filter(|form| FORMS.contains(form)) {
            Some(form) => Ok(Some(form)),
            None => {
                let known: Vec<&str> = FORMS.iter().map(|f| f.name()).chain(["csv", "txt"]).collect();
                Err(Fault::usage(CliMessage::UnknownEnding.said(&[&ending, &known.join(", ")])))
            }
        },
    }
}

/// What a file is called, without its folder.
fn name(path: &Path) -> String {
    let name = path.file_name().map_or_else(|| path.to_string_lossy(), |name| name.to_string_lossy());
    crate::text::clean_line(&name)
}

declare! {
    COMPARISON = "comparison" of "" {
        "kind", CliMessage::KindColumn, "text";
        "old_address", CliMessage::OldPlace, "text";
        "new_address", CliMessage::NewPlace, "text";
        "old_text", CliMessage::OldText, "text";
        "new_text", CliMessage::NewText, "text";
    }
}

/// The rows for spreadsheets.
fn csv(context: &Context, asked: &Comparing<'_>) -> Result<String> {
    let mut table = Table::of(&COMPARISON, context.lang);
    let address = |spot: &Option<Spot<'_>>| spot.as_ref().map(|s| s.address.to_string()).into();
    let text = |spot: &Option<Spot<'_>>| spot.as_ref().map(|s| s.text.clone().into_owned()).into();
    for row in asked.rows() {
        let Row { kind, old, new, .. } = &row;
        table.push(vec![kind.name().into(), address(old), address(new), text(old), text(new)]);
    }
    table.render(Format::Csv, context.lang, None)
}
