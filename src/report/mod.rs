//! Documents: what a document says (data), said in Markdown by a template that an analyst can change, rendered from the same
//! Markdown tree as HTML and DOCX, or given as data in JSON and XLSX. The same workspace gives the same bytes.

pub mod amending;
mod comparison;
mod cost;
mod docx;
mod html;
mod library;
mod markdown;
mod names;
mod progress;
mod proposal;
mod reminder;
mod scope;
mod sheet;
mod template;
mod tree;

pub use amending::{Amending, Wanted, amending};
pub use comparison::{Comparing, explanation, place, summary};
pub use library::{Template, file_name, names, template, templates};
pub use markdown::tree_options;
pub use scope::Scope;
pub use sheet::official;

use crate::model::{Programme, Stage};
use crate::reform::Snapshot;
use crate::store::Workspace;
use crate::text::Lang;
use crate::view::{Sheet, with_said, workbook};
use crate::words::choose::ChooseWord;
use crate::words::report::ReportWord;
use crate::words::{Fault, Message, Result, Said};
use jiff::civil::Date;
use serde_json::Value as Json;
use std::collections::BTreeSet;

crate::words::named! {
    /// What documents tell of, and what the documents that tell of it alone are.
    Report {
        /// The annex of a proposal (phụ lục phương án cắt giảm, đơn giản hóa).
        Proposal = "proposal" { vi: "Dự thảo phương án cắt giảm, đơn giản hóa quy định", en: "Draft proposal to cut and simplify regulations" },
        /// Progress against the targets.
        Progress = "progress" { vi: "Tiến độ thực hiện mục tiêu", en: "Progress against the targets" },
        /// Compliance cost by agency, field and kind.
        Cost = "cost" { vi: "Chi phí tuân thủ theo cơ quan, lĩnh vực, loại", en: "Compliance cost by agency, field and kind" },
        /// Regulations in the order of their cost.
        Ranking = "ranking" { vi: "Quy định xếp theo chi phí tuân thủ", en: "Regulations ranked by compliance cost" },
        /// Cost sheets, row by row.
        Sheet = "sheet" { vi: "Bảng tính chi phí tuân thủ", en: "Compliance cost sheets" },
        /// A reminder to one agency of what it owes (công văn đôn đốc).
        Reminder = "reminder" { vi: "Công văn đôn đốc một cơ quan", en: "Reminder letter to an agency" },
    }
}

impl Report {
    /// Whether it states figures of the register; one that states none can be made from an empty snapshot.
    pub fn has_figures(self) -> bool {
        self != Self::Reminder
    }
}

crate::words::named! {
    /// The forms of a document, by the ending of the file.
    Form {
        /// Markdown.
        Markdown = "md",
        /// One HTML page.
        Html = "html",
        /// Word.
        Docx = "docx",
        /// Excel: the figures.
        Xlsx = "xlsx",
        /// The data behind the document.
        Json = "json",
    }
}

/// What a document is asked for.
#[derive(Debug, Clone)]
pub struct Request {
    /// Which document.
    pub template: Template,
    /// Over what.
    pub scope: Scope,
    /// On which day: statuses and incomes per hour are those of this day.
    pub as_of: Date,
    /// Only this programme.
    pub programme: Option<String>,
    /// Which measures count.
    pub stage: Stage,
    /// Only these measures, by code: those of a scenario.
    pub only: Option<BTreeSet<String>>,
    /// In which language.
    pub lang: Lang,
    /// Whether what differs is tracked in Word, with remarks.
    pub track: bool,
}

/// A document before it is rendered.
#[derive(Debug, Clone)]
pub struct Document {
    title: String,
    lang: Lang,
    as_of: Date,
    data: Json,
    sheets: Vec<Sheet>,
    /// What none of its figures counts.
    left_out: Vec<Said>,
    markdown: String,
    /// The same, written to be tracked, where that was asked for.
    tracked: Option<String>,
}

/// Makes a document of the figures of a snapshot, which is of the day of the request; names and texts come from the workspace.
///
/// # Errors
/// The scope or the programme is unknown; a template is wrong; a figure does not fit; the workspace cannot be read.
pub fn make(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<Document> {
    if let Some(code) = request.programme.as_deref() {
        let known = workspace.all::<Programme>()?;
        if !known.iter().any(|programme| programme.code == code) {
            let known: Vec<&str> = known.iter().map(|programme| programme.code.as_str()).collect();
            return Err(Fault::missing(ChooseWord::UnknownProgramme.said(&[&code, &known.join(", ")])));
        }
    }
    let (mut data, mut sheets) = (Json::Null, Vec::new());
    for report in &request.template.data {
        let (told, more) = match report {
            Report::Proposal => proposal::data(workspace, snapshot, request)?,
            Report::Progress => progress::data(workspace, snapshot, request)?,
            Report::Cost => cost::totals(workspace, snapshot, request)?,
            Report::Ranking => cost::ranking(workspace, snapshot, request)?,
            Report::Sheet => sheet::data(workspace, snapshot, request)?,
            Report::Reminder => reminder::data(workspace, request)?,
        };
        sheets.extend(more);
        match &mut data {
            Json::Object(fields) => drop(fields.insert(report.name().to_owned(), told)),
            none => *none = told,
        }
    }
    let mut markdown = template::say(&request.template, request.lang, &data, false)?;
    let mut tracked = request.track.then(|| template::say(&request.template, request.lang, &data, true)).transpose()?;
    // A document that leaves something out says so itself: who reads it on paper sees no message of a terminal.
    let left_out = workspace.passed().said();
    for left in &left_out {
        for said in std::iter::once(&mut markdown).chain(&mut tracked) {
            *said = format!("{}\n\n{}\n", said.trim_end(), markdown::block(left.text(request.lang)));
        }
    }
    Ok(Document {
        title: request.template.title.clone(),
        lang: request.lang,
        as_of: request.as_of,
        data,
        sheets,
        left_out,
        markdown,
        tracked,
    })
}

impl Document {
    /// The document in Markdown.
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// The document in one form.
    ///
    /// # Errors
    /// Anything else, when a library cannot write the form.
    pub fn render(&self, form: Form) -> Result<Vec<u8>> {
        match form {
            Form::Markdown => Ok(self.markdown.clone().into_bytes()),
            Form::Html => html::page(&self.markdown, &self.title, self.lang),
            Form::Docx => {
                let (title, author) = (self.title.as_str(), "tinhgon");
                docx::file(
                    &tree::read(self.tracked.as_ref().unwrap_or(&self.markdown), self.tracked.is_some()),
                    &docx::About { title, lang: self.lang, author, date: Some(self.as_of) },
                )
            }
            Form::Xlsx => {
                let notes: Vec<String> = self.left_out.iter().map(|left| left.text(self.lang).to_owned()).collect();
                workbook(&self.sheets, &notes, self.lang).map_err(|e| cannot(form, e))
            }
            Form::Json => {
                let mut whole = serde_json::json!({ "schema_version": 1, "kind": "report", "report": self.data });
                if !self.left_out.is_empty() {
                    let said = |left: &Said| with_said(serde_json::json!({}), "text", left);
                    whole["left_out"] = self.left_out.iter().map(said).collect();
                }
                let mut text = serde_json::to_vec_pretty(&whole).map_err(|e| cannot(form, e))?;
                text.push(b'\n');
                Ok(text)
            }
        }
    }
}

fn cannot(form: Form, error: impl std::fmt::Display) -> Fault {
    Fault::other(ReportWord::CannotRender.said(&[&form])).because(error)
}

fn cannot_json(error: serde_json::Error) -> Fault {
    cannot(Form::Json, error)
}
