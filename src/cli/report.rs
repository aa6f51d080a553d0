//! `report`: documents.

use super::args::ReportArgs;
use super::context::Context;
use super::output;
use super::scenario::measures_of;
use crate::model::Stage;
use crate::reform::Snapshot;
use crate::report::{Form, Report, Request, Scope, make, template_name};
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};

/// Writes a document, or lists what there are.
pub(super) fn run(context: &Context, args: &ReportArgs) -> Result<()> {
    if args.name == "list" {
        return list(context);
    }
    let report = Report::parse(&args.name).ok_or_else(|| {
        let names: Vec<&str> = Report::ALL.iter().map(|r| r.name()).collect();
        Fault::usage(CliMessage::UnknownReport.said(&[&args.name, &names.join(", ")]))
    })?;
    let form = form(context)?;
    let workspace = context.open()?;
    if let Some(folder) = args.templates.as_ref().filter(|folder| folder.is_dir()) {
        // Who names a folder for this document means its template.
        let name = template_name(report, context.lang);
        if !folder.join(name).exists() {
            let fault = Fault::input(CliMessage::NoTemplate.said(&[&folder.display(), &name]));
            return Err(fault.hint(CliMessage::NoTemplateHint.said(&[])));
        }
    }
    let templates = args.templates.clone().or_else(|| context.config.templates.clone());
    let as_of = context.date(args.as_of.as_deref())?;
    let snapshot = match report.has_figures() || args.scenario.is_some() {
        true => workspace.snapshot(as_of)?,
        false => Snapshot::default(),
    };
    let chosen = args.scenario.as_deref().map(|code| measures_of(context, &workspace, &snapshot, code));
    let request = Request {
        report,
        only: chosen.transpose()?,
        scope: Scope::parse(args.scope.as_deref().unwrap_or("all"), &workspace)?,
        as_of,
        programme: args.programme.clone(),
        stage: args.stage.unwrap_or(Stage::Planned),
        lang: context.lang,
        templates: templates.as_deref(),
    };
    let bytes = make(&workspace, &snapshot, &request)?.render(form)?;
    output::write(context.output.as_deref(), &bytes)
}

/// The form, by the ending of the output file, else by `--format`, else Markdown.
fn form(context: &Context) -> Result<Form> {
    let named = context.extension().or_else(|| match context.format {
        Some(crate::view::Format::Json) => Some("json".to_owned()),
        _ => None,
    });
    let named = named.unwrap_or_else(|| "md".to_owned());
    Form::parse(&named).ok_or_else(|| {
        let known: Vec<&str> = Form::ALL.iter().map(|f| f.name()).collect();
        let fault = Fault::usage(CliMessage::UnknownEnding.said(&[&named, &known.join(", ")]));
        if named == "pdf" { fault.hint(CliMessage::PdfHint.said(&[])) } else { fault }
    })
}

declare! {
    REPORT = "report" of "report list" {
        "name", CliMessage::Name, "text";
        "title", CliMessage::Title, "names";
    }
}

fn list(context: &Context) -> Result<()> {
    let mut table = Table::of(&REPORT, context.lang);
    for report in Report::ALL {
        table.push(vec![report.name().into(), Cell::said(&report.said(&[]))]);
    }
    context.answer(&table)
}
