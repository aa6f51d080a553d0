//! Making a document: what it is asked of, its bytes in a form, and how it is read on the screen.

use super::Asked;
use crate::law::draft::Head;
use crate::model::Measure;
use crate::report::amending::render;
use crate::report::{Amending, Form as Ending, Request, Scope, Template, Wanted, amending, make, names, template};
use crate::store::Workspace;
use crate::text::Lang;
use crate::tui::screen::{FileBytes, Loader, Shared};
use crate::tui::widgets::pager::{Ink, Marked};
use crate::words::amend::AmendMessage as Say;
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What the amending instrument is drafted from.
pub(super) fn wanted(from: &Loader<'_>, asked: &Asked) -> Result<Wanted> {
    let today = from.shared.today;
    let plain = |scope| Wanted { scope, stage: asked.stage, as_of: today, instrument: None, only: None };
    Ok(match asked.about.split_once(':') {
        Some(("instrument", number)) => Wanted { instrument: Some(number.to_owned()), ..plain(Scope::All) },
        Some(("scenario", code)) => Wanted { only: Some(scenario(from, code)?), ..plain(Scope::All) },
        _ => plain(Scope::parse(&asked.about, from.workspace)?),
    })
}

/// The measures of a scenario, by code.
fn scenario(from: &Loader<'_>, code: &str) -> Result<BTreeSet<String>> {
    let measures = &from.shared.world.snapshot.measures;
    let named = crate::desk::named_scenario(from.workspace, measures, code, from.shared.today, from.shared.lang)?;
    Ok(named.measures.into_iter().collect())
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
    let (programme, stage) = (asked.programme.clone(), asked.stage);
    Ok(move |template| Request {
        template,
        scope: scope.clone(),
        as_of,
        programme: programme.clone(),
        stage,
        only: only.clone(),
        lang,
        track: false,
    })
}

pub(super) fn request(from: &Loader<'_>, asked: &Asked) -> Result<Request> {
    let lang = from.shared.lang;
    let basis = basis(from.workspace, &from.shared.world.snapshot.measures, asked, (from.shared.today, lang))?;
    let known = names(lang, from.templates)?.join(", ");
    let missing = || Fault::missing(CliMessage::UnknownReport.said(&[&asked.template, &known]));
    Ok(basis(template(&asked.template, lang, from.templates)?.ok_or_else(missing)?))
}

/// The document in the form of an ending. A PDF is made by another program, beside the screen.
pub(super) fn content(from: &Loader<'_>, asked: &Asked, ending: &str) -> Result<FileBytes> {
    let snapshot = &from.shared.world.snapshot;
    let form = Ending::parse(ending).unwrap_or(Ending::Markdown);
    let beside = form == Ending::Pdf;
    match asked.report {
        Some(_) => {
            let document = make(from.workspace, snapshot, &request(from, asked)?)?;
            if beside {
                return Ok(FileBytes::Later(Box::new(move || document.render(form))));
            }
            document.render(form).map(FileBytes::Here)
        }
        None => {
            let done = amending(from.workspace, snapshot, &wanted(from, asked)?, &Head::default())?;
            if done.draft.text.trim().is_empty() {
                return Err(Fault::missing(Say::NoMeasures.said(&[])));
            }
            let title = crate::words::report::ReportWord::AmendingTitle.text(from.shared.lang);
            if beside {
                return Ok(FileBytes::Later(Box::new(move || render(&done.draft.text, form, title, None))));
            }
            render(&done.draft.text, form, title, None).map(FileBytes::Here)
        }
    }
}

/// A draft with what is to be looked at again on top, and how much that is.
pub(super) fn drafted(done: &Amending, shared: &Shared) -> (Marked, usize) {
    let mut page = Marked::default();
    for part in &done.parts {
        let said = Say::DraftedFrom.with(shared.lang, &[&part.instrument, &part.version, &part.measures.len()]);
        page.line(&said, Some(Ink::Heading));
    }
    let warnings = done.warnings();
    for (_, said) in &warnings {
        page.line(&format!("▲ {}", said.text(shared.lang)), Some(Ink::Warning));
    }
    for left in &done.left {
        page.line(&format!("▲ {}", Amending::left_said(left).text(shared.lang)), Some(Ink::Warning));
    }
    if done.parts.is_empty() && done.left.is_empty() {
        page.line(Say::NoMeasures.text(shared.lang), None);
    }
    if !done.draft.text.is_empty() {
        page.line("", None);
        page.piece(&done.draft.text, None);
    }
    (page, warnings.len() + done.left.len())
}

/// Markdown as it is read: headings, bold and italic words without their marks.
pub(super) fn rendered(markdown: &str) -> Marked {
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
