//! `schema`: what the answers of commands look like, for programs.

use super::args::SchemaArgs;
use super::context::Context;
use super::output;
use crate::view::answers::{describe, schema};
use crate::view::{Cell, Table, pretty};
use crate::words::schema::SchemaWord as W;
use crate::words::{Fault, Message, Result};

/// Lists the answers there are, or prints the JSON Schema of one.
pub(super) fn run(context: &Context, args: &SchemaArgs) -> Result<()> {
    let Some(name) = &args.answer else { return list(context) };
    let schema = schema::of(&name.replace('-', "_")).ok_or_else(|| {
        let mut names: Vec<&str> = describe::all().into_iter().map(|answer| answer.name).collect();
        names.sort_unstable();
        names.dedup();
        Fault::missing(W::NoAnswer.said(&[name])).hint(W::Answers.said(&[&names.join(", ")]))
    })?;
    output::write(context.output.as_deref(), pretty(&schema)?.as_bytes())
}

fn list(context: &Context) -> Result<()> {
    let columns = [("answer", W::AnswerColumn), ("form", W::FormColumn), ("commands", W::CommandsColumn)];
    let mut table = Table::new("answer", context.lang, &columns);
    for answer in describe::all() {
        let form = if answer.rows { ("rows", W::Rows) } else { ("one", W::One) };
        table.push(vec![answer.name.into(), Cell::Named(form.0, context.word(form.1)), answer.commands.into()]);
    }
    context.answer(&table)
}
