//! `report verify`: whether the workspace still gives a document that was written.

use super::Answer;
use super::args::ReportArgs;
use super::context::Context;
use crate::report::{Verdict, verify_file, verify_origin};
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
        "change", W::Change, "whole?";
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
    let workspace = context.open()?;
    let mut table = Table::of(&DOCUMENT_CHECK, context.lang);
    if let Some(found) = verify_origin(&workspace, file)? {
        let data = found.origin.data.as_ref();
        table.push(vec![
            file.display().to_string().into(),
            found.origin.law.clone().into(),
            Cell::worded(found.verdict, context.lang),
            data.map_or(Cell::Empty, |(change, ..)| Cell::Whole((*change).into())),
            data.map_or_else(String::new, |(_, hash, _)| hash.clone()).into(),
            found.changes_since.map_or(Cell::Empty, |count| Cell::Whole(count as i128)),
        ]);
        context.answer(&table)?;
        for (input, state) in found.origin.inputs.iter().zip(&found.inputs) {
            context.tell(&W::InputBecame.said_by(|lang| vec![input.name.clone(), state.word(lang).to_owned()]));
        }
        let unchanged = matches!(found.verdict, Verdict::InputsSame | Verdict::DataSame);
        return Ok(if unchanged { Answer::Done } else { Answer::No });
    }
    let found = verify_file(&workspace, file, templates)?;
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
