//! `report`: documents, one by one or all of them.

use super::args::ReportArgs;
use super::context::Context;
use super::output;
use super::scenario::measures_of;
use crate::exchange::forms::Layout;
use crate::model::Stage;
use crate::reform::Snapshot;
use crate::report::{Form, Report, Request, Scope, Template, file_name, make, names, official, template, templates};
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::form::FormWord;
use crate::words::{Fault, Message, Result};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// Writes a document, all of them, or lists what there are.
pub(super) fn run(context: &Context, args: &ReportArgs) -> Result<()> {
    let folder = args.templates.clone().or_else(|| context.config.templates.clone());
    let folder = folder.as_deref();
    match args.name.as_str() {
        "list" => return list(context, folder),
        "all" => return all(context, args, folder),
        _ => {}
    }
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
        None => make(&workspace, &asked.snapshot, &request)?.render(form)?,
    };
    output::write(context.output.as_deref(), &bytes)
}

/// What documents are asked for, and the figures that they state.
struct Asked {
    snapshot: Snapshot,
    scope: Scope,
    as_of: jiff::civil::Date,
    programme: Option<String>,
    stage: Stage,
    only: Option<BTreeSet<String>>,
    track: bool,
}

impl Asked {
    fn read(context: &Context, args: &ReportArgs, workspace: &Workspace, figures: bool) -> Result<Self> {
        let as_of = context.date(args.as_of.as_deref())?;
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
            snapshot,
            track: args.track,
        })
    }

    fn request(&self, template: Template, lang: Lang) -> Request {
        Request {
            template,
            scope: self.scope.clone(),
            as_of: self.as_of,
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

/// Writes every document into a new folder, in Markdown and in Word, with an index. All of them or none: what is there stays as it is.
fn all(context: &Context, args: &ReportArgs, folder: Option<&Path>) -> Result<()> {
    let Some(to) = context.output.as_deref().filter(|to| to.as_os_str() != "-") else {
        return Err(Fault::usage(CliMessage::NeedsFolder.said(&[])));
    };
    let free = std::fs::read_dir(to).map_or(!to.exists(), |mut entries| entries.next().is_none());
    if !free {
        return Err(Fault::usage(CliMessage::FolderInUse.said(&[&to.display()])));
    }
    let workspace = context.open()?;
    let asked = Asked::read(context, args, &workspace, true)?;
    let cannot = |e: std::io::Error| Fault::other(CliMessage::CannotWrite.said(&[&to.display()])).because_io(&e);
    let beside = to.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let made = tempfile::Builder::new().prefix(".tinhgon-").tempdir_in(beside).map_err(cannot)?;
    let mut table = Table::of(&REPORT_FILE, context.lang);
    let mut index = format!("# {}\n\n", CliMessage::IndexTitle.text(context.lang));
    for document in templates(context.lang, folder)? {
        // A reminder goes to one agency.
        if document.data.contains(&Report::Reminder) && !matches!(asked.scope, Scope::Agency(_)) {
            continue;
        }
        let (name, title, reader) = (document.name.clone(), document.title.clone(), document.reader.clone());
        let document = make(&workspace, &asked.snapshot, &asked.request(document, context.lang))?;
        let _ = write!(index, "- {title}");
        if !reader.is_empty() {
            let _ = write!(index, " ({reader})");
        }
        for form in [Form::Docx, Form::Markdown] {
            let file = format!("{name}.{form}");
            output::write(Some(&made.path().join(&file)), &document.render(form)?)?;
            let _ = write!(index, "{} [{file}]({file})", if form == Form::Docx { ":" } else { "," });
            table.push(vec![file.into(), title.clone().into(), reader.clone().into()]);
        }
        index.push('\n');
    }
    output::write(Some(&made.path().join("index.md")), index.as_bytes())?;
    table.push(vec!["index.md".into(), CliMessage::IndexTitle.text(context.lang).into(), Cell::Empty]);
    // A temporary folder is its maker's alone; what documents are written into is as open as other folders.
    let open = std::fs::metadata(beside).map_err(cannot)?.permissions();
    std::fs::set_permissions(made.path(), open).map_err(cannot)?;
    std::fs::rename(made.path(), to).map_err(cannot)?;
    drop(made.keep());
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
        let fault = Fault::usage(CliMessage::UnknownEnding.said(&[&named, &known.join(", ")]));
        if named == "pdf" { fault.hint(CliMessage::PdfHint.said(&[])) } else { fault }
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
