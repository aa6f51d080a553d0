//! Documents: what a document says (data), said in Markdown by a template that an analyst can change, rendered from the same
//! Markdown tree as HTML and DOCX, or given as data in JSON and XLSX. The same workspace gives the same bytes.

pub mod amending;
mod annex;
mod benefit;
mod chart;
mod comparison;
mod cost;
mod dashboard;
mod docx;
pub mod dossier;
mod evidence;
mod html;
mod in_out;
mod lapses;
mod library;
mod markdown;
mod names;
mod origin;
pub mod pdf;
mod period;
mod progress;
mod proposal;
mod reminder;
mod review;
mod scenario;
mod scope;
mod sheet;
mod template;
mod tree;
mod uncertainty;

pub use amending::{Amending, Wanted, amending};
pub use comparison::{Comparing, explanation, place, summary};
pub use dashboard::{SiteFile, dashboard};
pub use evidence::{Evidence, Verdict, Verified, verify_file};
pub use library::{Template, file_name, names, template, templates};
pub use markdown::tree_options;
pub use origin::{Input, InputState, Origin, OriginFound, verify_origin};
pub use scope::Scope;
pub use sheet::official;

use crate::model::{Measure, Programme, Stage};
use crate::reform::Snapshot;
use crate::store::Workspace;
use crate::text::{Lang, Period};
use crate::view::{Sheet, with_said, workbook};
use crate::words::choose::ChooseWord;
use crate::words::report::ReportWord;
use crate::words::{Fault, Message, Result, Said};
use evidence::Sealed;
use jiff::civil::Date;
use serde_json::Value as Json;
use std::collections::{BTreeMap, BTreeSet};
use template::For;

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
        /// Cost sheets before and after measures, and both beside each other.
        SheetComparison = "sheet-comparison" { vi: "So sánh chi phí tuân thủ trước và sau đơn giản hóa", en: "Compliance cost before and after simplification" },
        /// A set of measures: shares, regulations before and after, targets; a workbook to calculate with.
        Scenario = "scenario" { vi: "Kịch bản: phương án, trước và sau, mục tiêu", en: "Scenario: measures, before and after, targets" },
        /// Intervals of the saving, the probability of each target, the parameters that matter.
        Uncertainty = "uncertainty" { vi: "Khoảng dao động của mức cắt giảm, xác suất đạt mục tiêu", en: "How sure the saving is: intervals, probability of the targets" },
        /// Temporary measures: what lapses and when.
        Lapses = "lapses" { vi: "Phương án có thời hạn: hết hiệu lực khi nào, phải sửa văn bản nào", en: "Temporary measures: what lapses and when" },
        /// Checklists of a review, filled in.
        Review = "review" { vi: "Phiếu rà soát", en: "Review by checklists" },
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
        /// PDF, by a program of the machine.
        Pdf = "pdf",
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
    /// The month, quarter or year whose work progress tells of; the month of the day where none is asked for.
    pub period: Option<Period>,
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

impl Request {
    /// The measures that are asked for, by the code of their regulation.
    fn measures<'s>(&self, snapshot: &'s Snapshot) -> BTreeMap<&'s str, Vec<&'s Measure>> {
        let mut measures: BTreeMap<&str, Vec<&Measure>> = BTreeMap::new();
        let wanted = |measure: &&Measure| self.only.as_ref().is_none_or(|only| only.contains(&measure.code));
        for measure in snapshot.measures.iter().filter(wanted) {
            if measure.status_on(self.as_of).is_some_and(|status| status.counts_at(self.stage)) {
                measures.entry(&measure.regulation).or_default().push(measure);
            }
        }
        measures
    }
}

/// A document before it is rendered.
#[derive(Debug, Clone)]
pub struct Document {
    template: Template,
    lang: Lang,
    as_of: Date,
    data: Json,
    sheets: Vec<Sheet>,
    /// What none of its figures counts.
    left_out: Vec<Said>,
    markdown: String,
    /// Whether what differs is tracked in Word.
    track: bool,
    evidence: Evidence,
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
            Report::SheetComparison => sheet::comparison(workspace, snapshot, request)?,
            Report::Scenario => scenario::data(workspace, snapshot, request)?,
            Report::Uncertainty => uncertainty::data(workspace, snapshot, request)?,
            Report::Lapses => lapses::data(workspace, snapshot, request)?,
            Report::Review => review::data(workspace, snapshot, request)?,
            Report::Reminder => reminder::data(workspace, request)?,
        };
        sheets.extend(more);
        match &mut data {
            Json::Object(fields) => drop(fields.insert(report.name().to_owned(), told)),
            none => *none = told,
        }
    }
    let markdown = template::say(&request.template, request.lang, &data, For::Reading)?;
    let evidence = Evidence::of(workspace, snapshot, request)?;
    Ok(Document {
        evidence,
        template: request.template.clone(),
        lang: request.lang,
        as_of: request.as_of,
        data,
        sheets,
        left_out: workspace.passed().said(),
        markdown,
        track: request.track,
    })
}

impl Document {
    /// The document in Markdown, as people read it.
    pub fn markdown(&self) -> String {
        self.ended(&self.markdown)
    }

    /// What the officer should know of the measures in it, which is no matter of the document: what they cannot do, or do not change.
    pub fn remarks(&self) -> Vec<&str> {
        let mut found = Vec::new();
        let proposal = self.data.get("proposal").unwrap_or(&self.data);
        walk(proposal.get("agencies").unwrap_or(&Json::Null), &mut found);
        found
    }

    /// The document as it is said for a form.
    fn made_for(&self, purpose: For) -> Result<String> {
        Ok(self.ended(&template::say(&self.template, self.lang, &self.data, purpose)?))
    }

    /// A text of the document with what it leaves out, since who reads it on paper sees no message of a terminal, and what it was made from.
    fn ended(&self, text: &str) -> String {
        let mut whole = text.trim_end().to_owned();
        for left in &self.left_out {
            whole = format!("{whole}\n\n{}", markdown::block(left.text(self.lang)));
        }
        format!("{whole}\n\n*{}*\n", markdown::block(&self.evidence.line(self.lang)))
    }

    /// The document in one form.
    ///
    /// # Errors
    /// Anything else, when a library cannot write the form.
    pub fn render(&self, form: Form) -> Result<Vec<u8>> {
        match form {
            Form::Markdown => Ok(format!("{}\n{}\n", self.markdown(), self.evidence.comment()?).into_bytes()),
            Form::Html => {
                html::page(&self.made_for(For::Page)?, &self.template.title, self.lang, &self.evidence.comment()?)
            }
            Form::Docx => {
                let (title, author) = (self.template.title.as_str(), "tinhgon");
                let description = self.evidence.property()?;
                let said = if self.track { self.made_for(For::Tracking)? } else { self.markdown() };
                docx::file(
                    &tree::read(&said, self.track),
                    &docx::About { title, lang: self.lang, author, date: Some(self.as_of), description: &description },
                )
            }
            Form::Pdf => pdf::made(|| self.render(Form::Docx), || self.render(Form::Html)),
            Form::Xlsx => {
                let mut notes: Vec<String> = self.left_out.iter().map(|left| left.text(self.lang).to_owned()).collect();
                notes.push(self.evidence.line(self.lang));
                workbook(&self.sheets, &notes, &self.evidence.property()?, self.lang).map_err(|e| cannot(form, e))
            }
            Form::Json => {
                let mut whole = serde_json::json!(
                    { "schema_version": 1, "kind": "report", "report": self.data, "evidence": self.evidence }
                );
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

/// The issues of what is told, wherever they stand in it.
fn walk<'d>(data: &'d Json, found: &mut Vec<&'d str>) {
    match data {
        Json::Array(items) => items.iter().for_each(|item| walk(item, found)),
        Json::Object(fields) => {
            found.extend(fields.get("issues").and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str));
            fields.values().for_each(|value| walk(value, found));
        }
        _ => {}
    }
}

fn cannot(form: Form, error: impl std::fmt::Display) -> Fault {
    Fault::other(ReportWord::CannotRender.said(&[&form])).because(error)
}

fn cannot_json(error: serde_json::Error) -> Fault {
    cannot(Form::Json, error)
}
