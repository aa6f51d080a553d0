//! What a document was made from: which state of the workspace and what was asked for. Every document holds it, so that it can be told later
//! whether the workspace still gives the same bytes.

use super::{Form, Report, Request, Scope, Template, cannot_json, make};
use crate::model::Stage;
use crate::reform::Snapshot;
use crate::store::{Reader, Workspace};
use crate::text::{Lang, Period, date, number};
use crate::words::cli::CliMessage;
use crate::words::evidence::EvidenceWord as W;
use crate::words::{Fault, FaultKind, Message, Result, named};
use jiff::civil::Date;
use quick_xml::events::Event;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::io::{Cursor, Read};
use std::path::Path;

/// How many digits of the hash people see; the document holds all of them.
pub(super) const SHOWN: usize = 16;

/// What stands before the evidence where a form has no field of its own for it.
const MARK: &str = "tinhgon ";

/// The comment that holds it in Markdown and HTML.
const COMMENT: (&str, &str) = ("<!-- tinhgon ", " -->");

/// The most that the properties of a file may unpack to, in bytes; ours hold a few lines.
const LARGEST: u64 = 4 << 20;

/// What a document was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// Name of the document.
    pub report: String,
    /// Over what, as it is asked for.
    pub scope: String,
    /// On which day.
    pub as_of: Date,
    /// Which month, quarter or year it tells of, where one was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Which measures count.
    pub stage: Stage,
    /// Only this programme.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// Only these measures, by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub only: Option<BTreeSet<String>>,
    /// In which language, by its tag.
    pub lang: String,
    /// Whether what differs is tracked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub track: bool,
    /// Of the programmes that it tells of, the instrument or the code, and the day of the frozen baseline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub baselines: Vec<(String, Date)>,
    /// Number of the last change in the workspace; 0 in one without any.
    pub change: i64,
    /// Hash of that change, which holds those of all before it; empty in a workspace without any.
    pub hash: String,
    /// Where the exchange with others stood; nothing in a workspace that has not joined one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exchange: Option<Heads>,
}

/// The last change that a data file made itself, and that of its agency at the hub: the paper is the witness of both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heads {
    /// The number of the data file in the exchange.
    pub replica: String,
    /// Its last change.
    pub number: u64,
    /// Hash of that change, which holds those of all before it.
    pub hash: String,
    /// The agency at the hub as it was last heard: code, last change, hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<(String, u64, String)>,
    /// So many conflicts were not decided when the document was made.
    #[serde(default, skip_serializing_if = "is_none")]
    pub conflicts: usize,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // As serde asks it.
fn is_none(count: &usize) -> bool {
    *count == 0
}

impl Heads {
    fn read(workspace: &Reader) -> Result<Option<Self>> {
        let Some(replica) = workspace.replica()? else { return Ok(None) };
        let number = workspace.exchanged_head(&replica.id)?;
        let hash = workspace.exchanged_hash(&replica.id, number)?.unwrap_or_default();
        let agency = workspace.heard(&replica.hub)?.and_then(|heard| heard.agency);
        let conflicts = workspace.count_contested()?;
        Ok(Some(Self { replica: replica.id, number, hash, agency, conflicts }))
    }

    fn said(&self, lang: Lang) -> String {
        let short = |text: &str| text.get(..SHOWN).unwrap_or(text).to_owned();
        let whole = |count: u64| number::whole(count.into(), lang);
        let own = W::OfFile.with(lang, &[&short(&self.replica), &whole(self.number), &short(&self.hash)]);
        let agency = self
            .agency
            .as_ref()
            .map(|(agency, count, hash)| W::OfAgency.with(lang, &[agency, &whole(*count), &short(hash)]));
        let conflicts = (self.conflicts > 0).then(|| W::Undecided.with(lang, &[&whole(self.conflicts as u64)]));
        [Some(own), agency, conflicts].into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

named! {
    /// What became of a document since it was written.
    Verdict {
        /// The workspace gives the same bytes.
        Same = "same" { vi: "vẫn đúng từng byte", en: "the data still give these bytes" },
        /// It was changed since, and gives other bytes.
        Outdated = "outdated" { vi: "dữ liệu đã thay đổi, tài liệu không còn khớp", en: "the data changed since: the document no longer agrees" },
        /// It was not changed since, and gives other bytes: the file was, or the template, or the program is another version.
        Altered = "altered" { vi: "dữ liệu không đổi nhưng tài liệu khác: tệp, mẫu hoặc phiên bản chương trình đã khác", en: "the data did not change but the document differs: the file, the template or the version of the program is another" },
        /// Its journal does not hold the change that the document names.
        Foreign = "foreign" { vi: "lập từ tệp dữ liệu khác", en: "made from another data file" },
        /// The files from which a document on the law was made are the same.
        InputsSame = "inputs_same" { vi: "các tệp đã dùng để lập không đổi", en: "the files it was made from are unchanged" },
        /// One of them has other bytes.
        InputsChanged = "inputs_changed" { vi: "có tệp đã dùng để lập nay đã khác", en: "a file it was made from has changed" },
        /// One of them is not found.
        InputsGone = "inputs_gone" { vi: "không thấy đủ các tệp đã dùng để lập", en: "a file it was made from is not found" },
        /// The data from which a document on the law was made did not change since.
        DataSame = "data_same" { vi: "dữ liệu không đổi từ khi lập", en: "the data did not change since it was made" },
        /// They changed since.
        DataChanged = "data_changed" { vi: "dữ liệu đã thay đổi từ khi lập", en: "the data changed since it was made" },
    }
}

/// What was found of a document.
#[derive(Debug, Clone)]
pub struct Verified {
    /// What it says of itself.
    pub evidence: Evidence,
    /// What became of it.
    pub verdict: Verdict,
    /// How many changes the workspace had since; nothing where the document is of another one.
    pub changes_since: Option<usize>,
}

impl Evidence {
    /// The evidence of what is asked for, in the state in which the workspace is.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn of(workspace: &Reader, snapshot: &Snapshot, request: &Request) -> Result<Self> {
        let (change, hash) = workspace.head()?.unwrap_or_default();
        let figures = request.template.data.iter().any(|report| report.has_figures());
        let told = snapshot
            .programmes
            .iter()
            .filter(|p| figures && request.programme.as_ref().is_none_or(|code| *code == p.code));
        let baseline = |programme: &crate::model::Programme| {
            let frozen = snapshot.baselines.get(&programme.code)?.frozen_on?;
            Some((programme.instrument.as_ref().unwrap_or(&programme.code).clone(), frozen))
        };
        let mut baselines: Vec<(String, Date)> = told.filter_map(baseline).collect();
        baselines.dedup();
        Ok(Self {
            report: request.template.name.clone(),
            scope: request.scope.asked(),
            as_of: request.as_of,
            period: request.period.map(|period| period.to_string()),
            stage: request.stage,
            programme: request.programme.clone(),
            only: request.only.clone(),
            lang: request.lang.tag().to_owned(),
            track: request.track,
            baselines,
            change,
            hash,
            exchange: Heads::read(workspace)?,
        })
    }

    /// The line that people read at the end of a document.
    pub(super) fn line(&self, lang: Lang) -> String {
        let day = |day: Date| date::short(day, lang);
        let frozen: Vec<String> =
            self.baselines.iter().map(|(of, on)| W::Frozen.with(lang, &[of, &day(*on)])).collect();
        let baselines = if frozen.is_empty() { String::new() } else { W::Baselines.with(lang, &[&frozen.join(", ")]) };
        let hash = self.hash.get(..SHOWN).unwrap_or(&self.hash);
        let line = W::Line.with(lang, &[&number::whole(self.change.into(), lang), &hash, &day(self.as_of), &baselines]);
        match &self.exchange {
            Some(heads) => [line, W::Exchange.with(lang, &[&heads.said(lang)])].join(" "),
            None => line,
        }
    }

    /// What a document says that it was made from.
    ///
    /// # Errors
    /// Bad input: it says nothing, or something that cannot be.
    pub fn read(bytes: &[u8], form: Form) -> Result<Self> {
        serde_json::from_str(&said(bytes, form)?).map_err(|e| nothing().because(e))
    }
}

/// What a document holds of where it comes from.
pub(super) trait Sealed: Serialize {
    /// The evidence as one line of text that any form can hold: JSON without two hyphens in a row, which would end a comment.
    ///
    /// # Errors
    /// Anything else, when it cannot be written.
    fn text(&self) -> Result<String> {
        let json = serde_json::to_string(self).map_err(cannot_json)?;
        Ok(json.replace("--", "-\\u002d").replace('>', "\\u003e").replace('<', "\\u003c"))
    }

    /// The same for a field of a file that others may fill too.
    ///
    /// # Errors
    /// As [`Sealed::text`].
    fn property(&self) -> Result<String> {
        Ok(format!("{MARK}{}", self.text()?))
    }

    /// The same as a comment.
    ///
    /// # Errors
    /// As [`Sealed::text`].
    fn comment(&self) -> Result<String> {
        Ok(format!("{}{}{}", COMMENT.0, self.text()?, COMMENT.1))
    }
}

impl Sealed for Evidence {}

fn nothing() -> Fault {
    Fault::input(W::NoEvidence.said(&[])).hint(W::NoEvidenceHint.said(&[]))
}

/// The JSON that a document holds of where it comes from.
///
/// # Errors
/// Bad input: it holds none.
pub(super) fn said(bytes: &[u8], form: Form) -> Result<String> {
    match form {
        Form::Markdown | Form::Html => {
            let text = std::str::from_utf8(bytes).map_err(|_| nothing())?;
            let (_, rest) = text.rsplit_once(COMMENT.0).ok_or_else(nothing)?;
            Ok(rest.split_once(COMMENT.1).ok_or_else(nothing)?.0.to_owned())
        }
        Form::Json => {
            let whole: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| nothing())?;
            Ok(whole.get("evidence").ok_or_else(nothing)?.to_string())
        }
        // The program that made it wrote the hour into it.
        Form::Pdf => Err(Fault::input(W::PdfIsNeverTheSame.said(&[])).hint(W::NoEvidenceHint.said(&[]))),
        Form::Docx | Form::Xlsx => {
            let property = property(bytes).ok_or_else(nothing)?;
            Ok(property.strip_prefix(MARK).ok_or_else(nothing)?.to_owned())
        }
    }
}

/// The description in the properties of a Word file or a workbook.
fn property(bytes: &[u8]) -> Option<String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut core = String::new();
    archive.by_name("docProps/core.xml").ok()?.take(LARGEST).read_to_string(&mut core).ok()?;
    let mut reader = quick_xml::Reader::from_str(&core);
    let (mut inside, mut found) = (false, String::new());
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => inside = tag.name().as_ref() == "dc:description",
            Event::Text(text) if inside => found.push_str(&text.xml10_content()),
            Event::GeneralRef(entity) if inside => match entity.resolve_char_ref().ok()? {
                Some(c) => found.push(c),
                None => found.push_str(quick_xml::escape::resolve_predefined_entity(&entity)?),
            },
            Event::End(_) if inside => return Some(found),
            Event::Eof => return None,
            _ => {}
        }
    }
}

/// Tells whether the workspace still gives the document in a file, whose ending says its form.
///
/// # Errors
/// Wrong usage: the ending is none of a document. Bad input: the file is no document of ours, or its template is not there.
pub fn verify_file(workspace: &Workspace, file: &Path, templates: Option<&Path>) -> Result<Verified> {
    let ending = file.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let form = Form::parse(&ending).ok_or_else(|| {
        let known: Vec<&str> = Form::ALL.iter().map(|form| form.name()).collect();
        Fault::usage(CliMessage::UnknownEnding.said(&[&ending, &known.join(", ")]))
    })?;
    let bytes = std::fs::read(file)
        .map_err(|e| Fault::input(CliMessage::CannotRead.said(&[&file.display()])).because_io(&e))?;
    verify(workspace, &bytes, form, templates).map_err(|fault| fault.in_file(file))
}

/// Tells whether the workspace still gives a document, whose bytes these are.
///
/// # Errors
/// Bad input: the file is no document of ours; its template is not there.
fn verify(workspace: &Workspace, bytes: &[u8], form: Form, templates: Option<&Path>) -> Result<Verified> {
    let evidence = Evidence::read(bytes, form)?;
    if evidence.change > 0 && workspace.hash_of_change(evidence.change)?.as_ref() != Some(&evidence.hash) {
        return Ok(Verified { evidence, verdict: Verdict::Foreign, changes_since: None });
    }
    if let Some(heads) = &evidence.exchange
        && heads.number > 0
        && workspace.exchanged_hash(&heads.replica, heads.number)?.as_ref() != Some(&heads.hash)
    {
        return Ok(Verified { evidence, verdict: Verdict::Foreign, changes_since: None });
    }
    let changes_since = workspace.changes_since(evidence.change)?;
    let unknown = || Fault::input(W::UnknownTemplate.said(&[&evidence.report])).hint(W::UnknownTemplateHint.said(&[]));
    let lang = Lang::parse(&evidence.lang).ok_or_else(unknown)?;
    let template = super::template(&evidence.report, lang, templates)?.ok_or_else(unknown)?;
    let made = again(workspace, &evidence, template, lang).and_then(|document| document.render(form));
    let verdict = match made {
        Ok(again) if again == bytes => Verdict::Same,
        Ok(_) if changes_since > 0 => Verdict::Outdated,
        Ok(_) => Verdict::Altered,
        // What it was about may be gone since; a template that is wrong says nothing of the data.
        Err(fault) if changes_since > 0 && fault.kind() == FaultKind::Missing => Verdict::Outdated,
        Err(fault) => return Err(fault),
    };
    Ok(Verified { evidence, verdict, changes_since: Some(changes_since) })
}

/// The document as the workspace gives it now, said to be of the change of which the first one was.
fn again(workspace: &Workspace, evidence: &Evidence, template: Template, lang: Lang) -> Result<super::Document> {
    let figures = template.data.iter().any(|report: &Report| report.has_figures());
    let snapshot = if figures { workspace.snapshot(evidence.as_of)? } else { Snapshot::default() };
    let request = Request {
        template,
        scope: Scope::parse(&evidence.scope, workspace)?,
        as_of: evidence.as_of,
        period: evidence.period.as_deref().and_then(Period::parse),
        programme: evidence.programme.clone(),
        stage: evidence.stage,
        only: evidence.only.clone(),
        lang,
        track: evidence.track,
    };
    let mut document = make(workspace, &snapshot, &request)?;
    document.evidence.change = evidence.change;
    document.evidence.hash.clone_from(&evidence.hash);
    document.evidence.exchange.clone_from(&evidence.exchange);
    Ok(document)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn evidence() -> Evidence {
        Evidence {
            report: "proposal".into(),
            scope: "field:A --> <b> & \"B\" --- x".into(),
            as_of: date(2026, 11, 29),
            period: None,
            stage: Stage::Planned,
            programme: None,
            only: Some(["M--1".to_owned()].into()),
            lang: "vi".into(),
            track: false,
            baselines: vec![("68/NQ-CP".into(), date(2020, 5, 31))],
            change: 7,
            hash: "ab".repeat(32),
            exchange: Some(Heads {
                replica: "cd".repeat(16),
                number: 12,
                hash: "ef".repeat(32),
                agency: Some(("B--CA".into(), 340, "01".repeat(32))),
                conflicts: 2,
            }),
        }
    }

    #[test]
    fn a_comment_cannot_be_ended_from_within() {
        let comment = evidence().comment().unwrap();
        assert_eq!((comment.matches("--").count(), comment.matches('>').count()), (2, 1));
        let page = format!("<!-- tinhgon của người khác -->\nchữ\n{comment}\n");
        assert_eq!(Evidence::read(page.as_bytes(), Form::Markdown).unwrap(), evidence());
    }

    #[test]
    fn what_is_no_document_of_ours_is_refused() {
        for form in Form::ALL {
            for bytes in
                [&b""[..], b"x", b"{}", b"<!-- tinhgon {} -->", b"<!-- tinhgon {\"report\":1} -->", b"PK\x03\x04"]
            {
                assert!(Evidence::read(bytes, *form).is_err(), "{form}");
            }
        }
    }
}
