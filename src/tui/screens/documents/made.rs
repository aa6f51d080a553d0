//! Making a document: what it is asked of, its bytes in a form, and how it is read on the screen.

use super::Asked;
use crate::law::draft::Head;
use crate::model::Measure;
use crate::reform::Snapshot;
use crate::report::amending::render;
use crate::report::{
    Amending, Form as Ending, Origin, Request, Scope, Template, Wanted, amending, make, names, template,
};
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::screen::{FileBytes, Loader, Shared};
use crate::tui::widgets::pager::{Ink, Marked};
use crate::words::amend::AmendMessage as Say;
use crate::words::cli::CliMessage;
use crate::words::report::ReportWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a document is made from, wherever it is made.
pub(super) struct Basis<'a> {
    pub(super) workspace: &'a Workspace,
    /// The register of today.
    pub(super) snapshot: &'a Snapshot,
    pub(super) today: Date,
    pub(super) lang: Lang,
    /// A folder with own templates.
    pub(super) templates: Option<&'a Path>,
}

/// The same for a thread of its own, which opens the data file by itself.
pub(super) struct Beside {
    path: PathBuf,
    snapshot: Arc<Snapshot>,
    today: Date,
    lang: Lang,
    templates: Option<PathBuf>,
}

impl Beside {
    /// What the screens have loaded; nothing where the register is in memory alone and has no second door.
    pub(super) fn of(shared: &Shared, templates: Option<&Path>) -> Option<Self> {
        (!shared.file.is_empty()).then(|| Self {
            path: PathBuf::from(&shared.file),
            snapshot: shared.world.snapshot.clone(),
            today: shared.today,
            lang: shared.lang,
            templates: templates.map(Path::to_owned),
        })
    }

    /// Does something with it.
    pub(super) fn with<T>(&self, make: impl FnOnce(&Basis<'_>) -> Result<T>) -> Result<T> {
        let workspace = Workspace::open(&self.path)?;
        let (snapshot, templates) = (&self.snapshot, self.templates.as_deref());
        make(&Basis { workspace: &workspace, snapshot, today: self.today, lang: self.lang, templates })
    }
}

impl<'a> From<&Loader<'a>> for Basis<'a> {
    fn from(from: &Loader<'a>) -> Self {
        let (shared, workspace, templates) = (from.shared, from.workspace, from.templates);
        Self { workspace, snapshot: &shared.world.snapshot, today: shared.today, lang: shared.lang, templates }
    }
}

/// What the amending instrument is drafted from.
fn wanted(from: &Basis<'_>, asked: &Asked) -> Result<Wanted> {
    let plain = |scope| Wanted { scope, stage: asked.stage, as_of: from.today, instrument: None, only: None };
    Ok(match asked.about.split_once(':') {
        Some(("instrument", number)) => Wanted { instrument: Some(number.to_owned()), ..plain(Scope::All) },
        Some(("scenario", code)) => Wanted { only: Some(scenario(from, code)?), ..plain(Scope::All) },
        _ => plain(Scope::parse(&asked.about, from.workspace)?),
    })
}

/// The measures of a scenario, by code.
fn scenario(from: &Basis<'_>, code: &str) -> Result<BTreeSet<String>> {
    let named = crate::desk::named_scenario(from.workspace, &from.snapshot.measures, code, from.today, from.lang)?;
    Ok(named.measures.into_iter().collect())
}

/// The day of a document: today, or the last of a period that is over.
pub(super) fn day_of(asked: &Asked, today: Date) -> Date {
    asked.period.map_or(today, |period| period.last().min(today))
}

/// Of what every document is asked, whatever its template.
pub(super) fn basis(
    workspace: &Workspace,
    measures: &[Measure],
    asked: &Asked,
    (as_of, lang): (Date, Lang),
) -> Result<impl Fn(Template) -> Request + use<>> {
    let (scope, only) = match asked.about.split_once(':') {
        Some(("scenario", code)) => {
            let named = crate::desk::named_scenario(workspace, measures, code, as_of, lang)?;
            (Scope::All, Some(named.measures.into_iter().collect()))
        }
        _ => (Scope::parse(&asked.about, workspace)?, None),
    };
    let (programme, stage, period) = (asked.programme.clone(), asked.stage, asked.period);
    Ok(move |template| Request {
        template,
        scope: scope.clone(),
        as_of,
        period,
        programme: programme.clone(),
        stage,
        only: only.clone(),
        lang,
        track: false,
    })
}

/// The document that is asked for.
fn document(from: &Basis<'_>, asked: &Asked) -> Result<crate::report::Document> {
    let (lang, day) = (from.lang, day_of(asked, from.today));
    let basis = basis(from.workspace, &from.snapshot.measures, asked, (day, lang))?;
    let known = names(lang, from.templates)?.join(", ");
    let missing = || Fault::missing(CliMessage::UnknownReport.said(&[&asked.template, &known]));
    let request = basis(template(&asked.template, lang, from.templates)?.ok_or_else(missing)?);
    // The register that is loaded is that of today.
    let snapshot = match day == from.today {
        true => Cow::Borrowed(from.snapshot),
        false => Cow::Owned(from.workspace.snapshot(day)?),
    };
    make(from.workspace, &snapshot, &request)
}

/// The amending instrument that is asked for.
fn draft(from: &Basis<'_>, asked: &Asked) -> Result<Amending> {
    amending(from.workspace, from.snapshot, &wanted(from, asked)?, &Head::default())
}

/// What is asked for as it is read on the screen, and how much of it is to be looked at again.
pub(super) fn previewed(from: &Basis<'_>, asked: &Asked) -> Result<(Marked, usize)> {
    match asked.report {
        Some(_) => {
            let document = document(from, asked)?;
            // What the document does not say is for whoever makes it.
            let mut said = document.markdown();
            for remark in document.remarks() {
                said = format!("{said}\n*{}*\n", ReportWord::NotInIt.with(from.lang, &[&remark]));
            }
            Ok((rendered(&said), 0))
        }
        None => Ok(drafted(&draft(from, asked)?, from.lang)),
    }
}

/// The document in the form of an ending, made beside the screen where the data file can be opened there.
pub(super) fn content(from: &Loader<'_>, asked: &Asked, ending: &str) -> Result<FileBytes> {
    let form = Ending::parse(ending).unwrap_or(Ending::Markdown);
    match Beside::of(from.shared, from.templates) {
        Some(beside) => {
            let asked = asked.clone();
            Ok(FileBytes::Later(Box::new(move || beside.with(|from| bytes(from, &asked, form)))))
        }
        None => bytes(&from.into(), asked, form).map(FileBytes::Here),
    }
}

fn bytes(from: &Basis<'_>, asked: &Asked, form: Ending) -> Result<Vec<u8>> {
    if asked.report.is_some() {
        return document(from, asked)?.render(form);
    }
    let done = draft(from, asked)?;
    if done.draft.text.trim().is_empty() {
        return Err(Fault::missing(Say::NoMeasures.said(&[])));
    }
    let origin = Origin::of_data("law draft", from.workspace, from.today)?;
    render(&done.draft.text, form, ReportWord::AmendingTitle.text(from.lang), None, Some(&origin))
}

/// A draft with what is to be looked at again on top, and how much that is.
fn drafted(done: &Amending, lang: Lang) -> (Marked, usize) {
    let mut page = Marked::default();
    for part in &done.parts {
        let said = Say::DraftedFrom.with(lang, &[&part.instrument, &part.version, &part.measures.len()]);
        page.line(&said, Some(Ink::Heading));
    }
    let warnings = done.warnings();
    for (_, said) in &warnings {
        page.line(&format!("▲ {}", said.text(lang)), Some(Ink::Warning));
    }
    for left in &done.left {
        page.line(&format!("▲ {}", Amending::left_said(left).text(lang)), Some(Ink::Warning));
    }
    if done.parts.is_empty() && done.left.is_empty() {
        page.line(Say::NoMeasures.text(lang), None);
    }
    if !done.draft.text.is_empty() {
        page.line("", None);
        page.piece(&done.draft.text, None);
    }
    (page, warnings.len() + done.left.len())
}

/// Markdown as it is read: headings, bold and italic words without their marks.
fn rendered(markdown: &str) -> Marked {
    let mut page = Marked::default();
    for line in markdown.lines() {
        let bare = line.trim_start_matches('#');
        if bare.len() < line.len() && bare.starts_with(' ') {
            page.line(&unmarked(bare.trim()), Some(Ink::Heading));
            continue;
        }
        if line.trim_start().starts_with("|") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            continue;
        }
        if line.trim_start().starts_with("<!--") {
            continue;
        }
        let mut rest = line.trim_end();
        while let Some((before, after)) = rest.split_once("**") {
            let Some((bold, behind)) = after.split_once("**") else { break };
            page.piece(&unmarked(before), None);
            page.piece(&unmarked(bold), Some(Ink::Heading));
            rest = behind;
        }
        page.line(&unmarked(rest).replace(" | ", " │ "), None);
    }
    page
}

/// A text without the marks of Markdown.
fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    while let Some(c) = signs.next() {
        match c {
            '\\' if signs.peek().is_some_and(char::is_ascii_punctuation) => out.extend(signs.next()),
            '*' | '`' => {}
            c => out.push(c),
        }
    }
    out.replace("&nbsp;", " ").replace("<br>", " ")
}
