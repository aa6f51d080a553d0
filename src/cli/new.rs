//! `new` and `template`: a noun from a few fields; an empty table to fill in.

use super::args::{NewArgs, TemplateArgs};
use super::context::Context;
use super::{Answer, nouns, output};
use crate::desk::NewNoun;
use crate::exchange::{catalog, template};
use crate::view;
use crate::words::template::TemplateWord as W;
use crate::words::{Fault, Message, Result};
use serde_json::json;

/// Makes one noun.
pub(super) fn create(context: &Context, args: &NewArgs) -> Result<Answer> {
    let kind = nouns::read(&args.kind)?;
    let field = |typed: &String| match typed.split_once('=') {
        Some((name, value)) => Ok((name.trim().to_owned(), value.to_owned())),
        None => Err(Fault::usage(W::NotAField.said(&[typed]))),
    };
    let fields = args.fields.iter().map(field).collect::<Result<_>>()?;
    let mut workspace = context.open()?;
    let made = context.desk(&mut workspace, "new", kind.name()).create(&NewNoun { kind, fields })?;
    let key = made.value.clone();
    let said = W::Made.said_by(|lang| vec![kind.word().text(lang).to_owned(), key.clone()]);
    context.done_with(&workspace, &made, &said, json!({ "noun": kind.name(), "id": key }))?;
    Ok(Answer::Done)
}

/// Writes an empty table.
pub(super) fn template(context: &Context, args: &TemplateArgs) -> Result<()> {
    let kind = nouns::read(&args.kind)?;
    let ending = context.extension().unwrap_or_else(|| "csv".to_owned());
    let columns = template::columns(kind, &catalog::shipped()?)?;
    let bytes = match ending.as_str() {
        "csv" => template::csv(kind, &columns)?,
        "xlsx" => view::template::workbook(kind, &columns, context.lang)
            .map_err(|error| Fault::other(W::BadEnding.said(&[&ending])).because(error))?,
        other => return Err(Fault::usage(W::BadEnding.said(&[&other]))),
    };
    output::write(context.output.as_deref(), &bytes)
}
