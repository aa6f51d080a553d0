//! `directive`: who gave what to do, and the assignments into which it is broken.

use super::{Lines, day_cell, in_language, line, line_option, stored};
use crate::cli::args::{DirectiveAddArgs, DirectiveCommand};
use crate::cli::context::Context;
use crate::cli::nouns::{Noun, not_found};
use crate::cli::show::json_of;
use crate::model::{Assignment, AssignmentStatus, Directive};
use crate::reform::whole_on;
use crate::store::Workspace;
use crate::text::clean_line;
use crate::view::{Cell, Table, declare};
use crate::words::Result;
use crate::words::assign::AssignWord as W;
use serde_json::{Value, json};

/// Runs a command of `directive`.
pub(in crate::cli) fn run(context: &Context, command: DirectiveCommand) -> Result<()> {
    match command {
        DirectiveCommand::List(options) => {
            let workspace = context.open()?;
            context.answer_list(table(context, &workspace)?, &options, &workspace)
        }
        DirectiveCommand::Show(args) => show(context, &context.open()?, &args.code),
        DirectiveCommand::Add(args) => add(context, &args),
    }
}

declare! {
    DIRECTIVE = "directive" of "list directive, directive list" {
        "code", W::Code, "text";
        "name", W::Name, "names";
        "date", W::Date, "day";
        "issuer", W::Issuer, "agency?";
        "document", W::Document, "text?";
        "assignments", W::Assignments, "whole";
        "done", W::PartsDone, "whole";
    }
}

/// Directives with how many assignments each gives, and how many of them are done.
pub(super) fn table(context: &Context, workspace: &Workspace) -> Result<Table> {
    let ledger = workspace.ledger()?;
    let mut table = Table::of(&DIRECTIVE, context.lang);
    for directive in &ledger.directives {
        let of: Vec<&Assignment> = ledger.assignments.iter().filter(|a| a.directive == directive.code).collect();
        let done = |a: &&&Assignment| whole_on(a, &ledger, context.today()) == AssignmentStatus::Done;
        table.push(vec![
            directive.code.clone().into(),
            Cell::names(&directive.name, directive.name_en.as_deref()),
            Cell::Day(directive.date),
            directive.issuer.clone().into(),
            directive.document.clone().into(),
            of.len().into(),
            of.iter().filter(done).count().into(),
        ]);
    }
    Ok(table)
}

/// One directive with its assignments.
pub(super) fn show(context: &Context, workspace: &Workspace, code: &str) -> Result<()> {
    let ledger = workspace.ledger()?;
    let lang = context.lang;
    let directive = ledger.directives.iter().find(|d| d.code == code);
    let directive = directive.ok_or_else(|| not_found(Noun::Directive, code))?;
    let of: Vec<&Assignment> = ledger.assignments.iter().filter(|a| a.directive == code).collect();
    let value = || {
        let mut value = json_of(directive);
        if let Value::Object(fields) = &mut value {
            let one = |a: &&Assignment| {
                let status = whole_on(a, &ledger, context.today());
                json!({ "code": a.code, "title": a.title, "title_en": a.title_en, "leads": a.leads,
                        "due": a.due, "status": status.name() })
            };
            fields.insert("assignments".into(), of.iter().map(one).collect());
        }
        value
    };
    let names = super::agency_names(workspace, lang)?;
    let text = || {
        let mut out =
            Lines::new(&directive.code, in_language(&directive.name, directive.name_en.as_deref(), lang), lang);
        out.other_name(&directive.name, directive.name_en.as_deref());
        out.day(W::Date, Some(directive.date));
        out.line(W::Issuer, directive.issuer.as_deref().unwrap_or(""));
        out.line(W::Document, directive.document.as_deref().unwrap_or(""));
        out.line(W::Source, &directive.source);
        out.title(W::Assignments);
        for assignment in &of {
            let due = day_cell(assignment.due).shown(lang);
            let status = whole_on(assignment, &ledger, context.today()).word(lang);
            let title = in_language(&assignment.title, assignment.title_en.as_deref(), lang);
            let mut words = vec![title.to_owned(), super::named(&assignment.leads, &names)];
            words.extend(Some(due).filter(|due| !due.is_empty()));
            words.push(status.to_owned());
            out.item(&assignment.code, &words.join(" · "));
        }
        out.done()
    };
    context.answer_noun("directive", value, text)
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
