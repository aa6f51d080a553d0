//! `report`: documents, one by one or all of them.

use super::args::ReportArgs;
use super::context::Context;
use super::output;
use super::scenario::measures_of;
use super::{Answer, report_verify};
use crate::exchange::forms::Layout;
use crate::exchange::new_folder::NewFolder;
use crate::model::Stage;
use crate::reform::Snapshot;
use crate::report::dossier::dossier;
use crate::report::{
    Form, Report, Request, Scope, Template, dashboard, file_name, make, names, official, pdf, template,
};
use crate::store::Workspace;
use crate::text::{Lang, Period};
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::evidence::EvidenceWord;
use crate::words::form::FormWord;
use crate::words::report::ReportWord;
use crate::words::{Fault, Message, Result, Said};
use std::collections::BTreeSet;
use std::path::Path;

/// The document that the pages of a site say.
const OVERVIEW: &str = "overview";

/// Writes a document, all of them, or lists what there are.
pub(super) fn run(context: &Context, args: &ReportArgs) -> Result<Answer> {
    let folder = args.templates.clone().or_else(|| context.config.templates.clone());
    let folder = folder.as_deref();
    match args.name.as_str() {
        "verify" => return report_verify::run(context, args, folder),
        _ if args.file.is_some() => return Err(Fault::usage(EvidenceWord::OneFile.said(&[]))),
        "list" => list(context, folder)?,
        "all" => all(context, args, folder)?,
        "dashboard" => site(context, args, folder)?,
        _ => one(context, args, folder)?,
    }
    Ok(Answer::Done)
}

/// Writes one document.
fn one(context: &Context, args: &ReportArgs, folder: Option<&Path>) -> Result<()> {
    let document = template(&args.name, context.lang, folder)?;
    let Some(document) = document else {
        let known = names(context.lang, folder)?.join(", ");
        return Err(Fault::usage(CliMessage::UnknownReport.said(&[&args.name, &known])));
    };
    let form = form(context)?;
    if args.track && form != Form::Docx {
        return Err(Fault::usage(CliMessage::TrackNeedsWord.said(&[])));
    }
    if args.form.is_some() && (document.data != [Report::Sheet] || form != Form::Xlsx) {
        return Err(Fault::usage(FormWord::OnlySheet.said(&[])));
    }
    if let Some(period) = args.period.as_deref().filter(|_| !document.data.contains(&Report::Progress)) {
        let fault = Fault::usage(ReportWord::NoPeriodHere.said(&[&args.name]));
        return Err(fault.hint(ReportWord::NoPeriodHereHint.said(&[&period])));
    }
    let layout = args.form.as_deref().map(Layout::named).transpose()?;
    let workspace = context.open()?;
    if let Some(named) = args.templates.as_ref().filter(|named| named.is_dir()) {
        // Who names a folder for this document means its template.
        let name = file_name(&document.name, context.lang);
        if document.file.is_none() && document.parts_are_shipped() {
            let fault = Fault::input(CliMessage::NoTemplate.said(&[&named.display(), &name]));
            return Err(fault.hint(CliMessage::NoTemplateHint.said(&[])));
        }
    }
    let needs = document.data.iter().any(|report| report.has_figures());
    let asked = Asked::read(context, args, &workspace, needs)?;
    let request = asked.request(document, context.lang);
    let bytes = match &layout {
        Some(layout) => official(&workspace, &asked.snapshot, layout, &request)?,
        None => {
            let document = make(&workspace, &asked.snapshot, &request)?;
            document.remarks().iter().for_each(|remark| context.tell(&Said::same(*remark)));
            document.render(form)?
        }
    };
    output::write(context.output.as_deref(), &bytes)?;
    tell_of_pdf(context, form, &bytes);
    Ok(())
}

/// Says which program made a PDF, and whether its structure is marked.
pub(super) fn tell_of_pdf(context: &Context, form: Form, bytes: &[u8]) {
    if let Some(engine) = pdf::engine().filter(|_| form == Form::Pdf) {
        let word = if pdf::is_tagged(bytes) { EvidenceWord::PdfTagged } else { EvidenceWord::PdfUntagged };
        context.tell(&word.said(&[&engine.name]));
    }
}

/// A period as it is typed.
fn period(text: &str) -> Result<Period> {
    let unknown =
        || Fault::usage(ReportWord::UnknownPeriod.said(&[&text])).hint(ReportWord::UnknownPeriodHint.said(&[]));
    Period::parse(text).ok_or_else(unknown)
}

/// What documents are asked for, and the figures that they state.
struct Asked {
    snapshot: Snapshot,
    scope: Scope,
    as_of: jiff::civil::Date,
    period: Option<Period>,
    programme: Option<String>,
    stage: Stage,
    only: Option<BTreeSet<String>>,
    track: bool,
}

impl Asked {
    fn read(context: &Context, args: &ReportArgs, workspace: &Workspace, figures: bool) -> Result<Self> {
        let period = args.period.as_deref().map(period).transpose()?;
        // Of a period that is over, what stood at its end.
        let as_of = match (args.as_of.as_deref(), period) {
            (None, Some(period)) => context.date(None)?.min(period.last()),
            (day, _) => context.date(day)?,
        };
        let snapshot = match figures || args.scenario.is_some() {
            true => workspace.snapshot(as_of)?,
            false => Snapshot::default(),
        };
        let chosen = args.scenario.as_deref().map(|code| measures_of(context, workspace, &snapshot, code));
        Ok(Self {
            only: chosen.transpose()?,
            scope: Scope::parse(args.scope.as_deref().unwrap_or("all"), workspace)?,
            programme: args.programme.clone(),
            stage: args.stage.unwrap_or(Stage::Planned),
            as_of,
            period,
            snapshot,
            track: args.track,
        })
    }

    fn request(&self, template: Template, lang: Lang) -> Request {
        Request {
            template,
            scope: self.scope.clone(),
            as_of: self.as_of,
            period: self.period,
            programme: self.programme.clone(),
            stage: self.stage,
            only: self.only.clone(),
            lang,
            track: self.track,
        }
    }
}

declare! {
    REPORT_FILE = "report_file" of "report all" {
        "file", CliMessage::FileColumn, "text";
        "title", CliMessage::Title, "text";
        "reader", CliMessage::Reader, "text";
    }
}

/// The new folder that the output names.
fn new_folder(context: &Context) -> Result<NewFolder> {
    match context.output.as_deref().filter(|to| to.as_os_str() != "-") {
        Some(to) => NewFolder::begin(to),
        None => Err(Fault::usage(CliMessage::NeedsFolder.said(&[]))),
    }
}

/// Writes every document into a new folder, in Markdown and in Word, with an index.
fn all(context: &Context, args: &ReportArgs, folder: Option<&Path>) -> Result<()> {
    let made = new_folder(context)?;
    let workspace = context.open()?;
    let asked = Asked::read(context, args, &workspace, true)?;
    let mut table = Table::of(&REPORT_FILE, context.lang);
    let ask = |document| asked.request(document, context.lang);
    // Several documents are made of the same measures.
    let mut remarks = BTreeSet::new();
    dossier(&workspace, &asked.snapshot, (context.lang, folder), ask, |file, _| {
        made.put(&file.name, &file.bytes)?;
        remarks.extend(file.remarks);
        let reader = file.reader.map_or(Cell::Empty, Cell::from);
        table.push(vec![file.name.into(), file.title.into(), reader]);
        Ok(())
    })?;
    made.done()?;
    remarks.into_iter().for_each(|remark| context.tell(&Said::same(remark)));
    told(context, &table)
}

/// Writes a site into a new folder.
fn site(context: &Context, args: &ReportArgs, folder: Option<&Path>) -> Result<()> {
    let made = new_folder(context)?;
    let workspace = context.open()?;
    let asked = Asked::read(context, args, &workspace, true)?;
    let unknown = || Fault::usage(CliMessage::UnknownReport.said(&[&OVERVIEW, &""]));
    let document = template(OVERVIEW, context.lang, folder)?.ok_or_else(unknown)?;
    let (title, reader) = (document.title.clone(), document.reader.clone());
    let mut table = Table::of(&REPORT_FILE, context.lang);
    for (path, bytes) in dashboard(&workspace, &asked.snapshot, &asked.request(document, context.lang))? {
        made.put(&path, &bytes)?;
        table.push(vec![path.into(), title.clone().into(), reader.clone().into()]);
    }
    made.done()?;
    told(context, &table)
}

/// The files that were written, on standard output: the folder has taken the place of the output.
fn told(context: &Context, table: &Table) -> Result<()> {
    let table = table.render(context.form(), context.lang, output::terminal_width())?;
    output::write(None, table.as_bytes())
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
        Fault::usage(CliMessage::UnknownEnding.said(&[&named, &known.join(", ")]))
    })
}

declare! {
    REPORT = "report" of "report list" {
        "name", CliMessage::Name, "text";
        "title", CliMessage::Title, "names";
        "reader", CliMessage::Reader, "names";
        "own", CliMessage::OwnTemplate, "flag";
    }
}

/// Lists the documents there are, in both languages.
fn list(context: &Context, folder: Option<&Path>) -> Result<()> {
    let mut table = Table::of(&REPORT, context.lang);
    let mut known = names(Lang::Vi, folder)?;
    let english = names(Lang::En, folder)?.into_iter().filter(|name| !known.contains(name)).collect::<Vec<_>>();
    known.extend(english);
    for name in known {
        let (vi, en) = (template(&name, Lang::Vi, folder)?, template(&name, Lang::En, folder)?);
        let own = vi.iter().chain(&en).any(|document| document.file.is_some());
        let said = |of: fn(&Template) -> &str| {
            let english = en.as_ref().map(of);
            Cell::names(vi.as_ref().map(of).or(english).unwrap_or_default(), english)
        };
        table.push(vec![name.clone().into(), said(|one| &one.title), said(|one| &one.reader), Cell::Flag(own)]);
    }
    context.answer(&table)
}
