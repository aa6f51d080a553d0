//! Every document of a scope, in Markdown and in Word, with an index: what an office files.

use super::{Form, Report, Request, Scope, Template, make, templates};
use crate::reform::Snapshot;
use crate::store::Workspace;
use crate::text::Lang;
use crate::words::cli::CliMessage;
use crate::words::{Message, Result};
use std::fmt::Write as _;
use std::path::Path;

/// The forms in which each document is filed.
const FORMS: [Form; 2] = [Form::Docx, Form::Markdown];

/// A file of a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierFile {
    /// Its name in the folder.
    pub name: String,
    /// What the document is called.
    pub title: String,
    /// Who reads it; nothing for the index.
    pub reader: Option<String>,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// What whoever files it should know and it does not say ([`super::Document::remarks`]).
    pub remarks: Vec<String>,
}

/// Makes the documents one after another and gives each file to `put`, with how many documents are made and how many there are; the index comes
/// last. `folder` has templates of one's own; `ask` says what a document is asked of.
///
/// # Errors
/// A document cannot be made, or `put` says so: then nothing more is made.
pub fn dossier(
    workspace: &Workspace,
    snapshot: &Snapshot,
    (lang, folder): (Lang, Option<&Path>),
    ask: impl Fn(Template) -> Request,
    mut put: impl FnMut(DossierFile, (usize, usize)) -> Result<()>,
) -> Result<()> {
    let mut index = format!("# {}\n\n", CliMessage::IndexTitle.text(lang));
    let asked: Vec<Request> = templates(lang, folder)?.into_iter().map(ask).filter(is_meant).collect();
    let of = asked.len();
    for (done, request) in asked.into_iter().enumerate() {
        let Template { name, title, reader, .. } = request.template.clone();
        let document = make(workspace, snapshot, &request)?;
        let _ = write!(index, "- {title}");
        if !reader.is_empty() {
            let _ = write!(index, " ({reader})");
        }
        for form in FORMS {
            let file = format!("{name}.{form}");
            let _ = write!(index, "{} [{file}]({file})", if form == Form::Docx { ":" } else { "," });
            let (title, reader, bytes) = (title.clone(), Some(reader.clone()), document.render(form)?);
            let remarks = document.remarks().into_iter().map(str::to_owned).collect();
            put(DossierFile { name: file, title, reader, bytes, remarks }, (done + 1, of))?;
        }
        index.push('\n');
    }
    let title = CliMessage::IndexTitle.text(lang).to_owned();
    let file = DossierFile {
        name: "index.md".to_owned(),
        title,
        reader: None,
        bytes: index.into_bytes(),
        remarks: Vec::new(),
    };
    put(file, (of, of))
}

/// Whether a document is there for a scope: a reminder goes to one agency.
fn is_meant(request: &Request) -> bool {
    !request.template.data.contains(&Report::Reminder) || matches!(request.scope, Scope::Agency(_))
}
