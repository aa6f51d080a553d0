//! `directive`: who gave what to do, and the assignments into which it is broken.

use super::{line, line_option, stored};
use crate::cli::args::{DirectiveAddArgs, DirectiveCommand};
use crate::cli::context::Context;
use crate::cli::show::page;
use crate::model::{Directive, Kind};
use crate::text::clean_line;
use crate::view::nouns::directive;
use crate::words::Result;

/// Runs a command of `directive`.
pub(in crate::cli) fn run(context: &Context, command: DirectiveCommand) -> Result<()> {
    match command {
        DirectiveCommand::List(options) => {
            let workspace = context.open()?;
            let table = directive::table(&context.source(&workspace, context.today()))?;
            context.answer_list(table, &options, &workspace)
        }
        DirectiveCommand::Show(args) => page(context, &context.open()?, Kind::Directive, &args.code, context.today()),
        DirectiveCommand::Add(args) => add(context, &args),
    }
}

fn add(context: &Context, args: &DirectiveAddArgs) -> Result<()> {
    let directive = Directive {
        code: clean_line(&args.code),
        name: clean_line(&args.name),
        name_en: line_option(args.name_en.as_deref()),
        date: context.date(Some(&args.date))?,
        issuer: line_option(args.issuer.as_deref()),
        document: line_option(args.document.as_deref()),
        source: line(args.source.as_deref()),
    };
    let mut workspace = context.open()?;
    let added = context.desk(&mut workspace, "directive add", "").add_directive(&directive)?;
    stored(context, &workspace, &added)
}
