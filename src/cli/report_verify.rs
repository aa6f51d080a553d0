//! `report verify`: whether the workspace still gives a document that was written.

use super::Answer;
use super::args::ReportArgs;
use super::context::Context;
use crate::report::{Verdict, verify_file};
use crate::view::{Cell, Table, declare};
use crate::words::cli::CliMessage;
use crate::words::evidence::EvidenceWord as W;
use crate::words::{Fault, Message, Result};
use std::path::Path;

declare! {
    DOCUMENT_CHECK = "document_check" of "report verify" {
        "file", CliMessage::FileColumn, "text";
        "report", W::Report, "text";
        "verdict", W::Verdict, "text";
        "change", W::Change, "whole";
        "hash", W::Hash, "text", Programs;
        "changes_since", W::Since, "whole?";
    }
}

/// Makes the document again and compares the bytes; another than the same is an answer of no.
///
/// # Errors
/// Wrong usage: no file is named, or one whose ending is none of a document. Bad input: it cannot be read, or is no document of ours.
pub(super) fn run(context: &Context, args: &ReportArgs, templates: Option<&Path>) -> Result<Answer> {
    let file = args.file.as_deref().ok_or_else(|| Fault::usage(W::NeedsFile.said(&[])))?;
    let found = verify_file(&context.open()?, file, templates)?;
    let mut table = Table::of(&DOCUMENT_CHECK, context.lang);
    table.push(vec![
        file.display().to_string().into(),
        found.evidence.report.clone().into(),
        Cell::worded(found.verdict, context.lang),
        Cell::Whole(found.evidence.change.into()),
        found.evidence.hash.clone().into(),
        found.changes_since.map_or(Cell::Empty, |count| Cell::Whole(count as i128)),
    ]);
    context.answer(&table)?;
    Ok(if found.verdict == Verdict::Same { Answer::Done } else { Answer::No })
}
