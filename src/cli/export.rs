//! `export`: nouns to a file, or to a folder with a file a noun, that `import` takes back unchanged.

use super::args::ExportArgs;
use super::context::Context;
use super::nouns;
use super::output;
use crate::exchange::document::{self, FileKind};
use crate::exchange::folder;
use crate::model::{Batch, Kind};
use crate::view::{Table, declare};
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use std::path::Path;

/// Writes all nouns of a kind, or `all`, in the form that the ending of the output file names; or a file a noun to a folder.
pub(super) fn run(context: &Context, args: &ExportArgs) -> Result<()> {
    let nouns = match args.kind.as_deref() {
        None | Some("all") => Kind::ALL.to_vec(),
        Some(kind) => vec![nouns::read(kind)?],
    };
    if let Some(to) = &args.to {
        return to_folder(context, &nouns, to);
    }
    let extension = context.extension().or_else(|| {
        context.format.map(|f| match f {
            crate::view::Format::Csv => "csv".to_owned(),
            crate::view::Format::Json => "json".to_owned(),
            crate::view::Format::Table | crate::view::Format::Md => "toml".to_owned(),
        })
    });
    let extension = extension.unwrap_or_else(|| "toml".to_owned());
    let kind = FileKind::parse(&extension)
        .ok_or_else(|| Fault::usage(CliMessage::UnknownEnding.said(&[&extension, &"toml, json, csv, xlsx"])))?;
    // A table of one kind holds its columns; every other form carries the texts of instruments with them.
    let with_texts = kind != FileKind::Csv || nouns.len() > 1;
    let batch = gathered(context, &nouns, with_texts)?;
    let bytes =
        document::write(&batch, kind, &fields(&nouns, with_texts).iter().map(String::as_str).collect::<Vec<_>>())?;
    output::write(context.output.as_deref(), &bytes)
}

declare! {
    EXPORT = "export" of "export --to" {
        "kind", CliMessage::KindColumn, "text";
        "added", CliMessage::AddedColumn, "whole";
        "updated", CliMessage::UpdatedColumn, "whole";
        "unchanged", CliMessage::UnchangedColumn, "whole";
        "removed", CliMessage::RemovedColumn, "whole";
    }
}

fn to_folder(context: &Context, nouns: &[Kind], to: &Path) -> Result<()> {
    let batch = gathered(context, nouns, true)?;
    let fields = fields(nouns, true);
    let written = folder::write(to, &batch, &fields.iter().map(String::as_str).collect::<Vec<_>>())?;
    context.tell(&CliMessage::WrittenToFolder.said(&[&to.display()]));
    let mut table = Table::of(&EXPORT, context.lang);
    for (kind, n) in written {
        table.push(vec![kind.into(), n.added.into(), n.updated.into(), n.unchanged.into(), n.removed.into()]);
    }
    context.answer(&table)
}

/// What was asked for, as the fields of a batch are called.
fn fields(nouns: &[Kind], with_texts: bool) -> Vec<String> {
    let field = |noun: &Kind| noun.key().to_owned();
    let mut fields: Vec<String> = nouns.iter().map(field).collect();
    if with_texts && nouns.contains(&Kind::Instrument) && !nouns.contains(&Kind::InstrumentVersion) {
        fields.push(field(&Kind::InstrumentVersion));
    }
    fields
}

/// The nouns as they are at one moment.
fn gathered(context: &Context, nouns: &[Kind], with_texts: bool) -> Result<Batch> {
    context.open()?.at_one_moment(|reader| {
        let mut batch = Batch::default();
        for noun in nouns {
            reader.gather(*noun, &mut batch)?;
            if *noun == Kind::Instrument && with_texts {
                reader.gather(Kind::InstrumentVersion, &mut batch)?;
            }
        }
        Ok(batch)
    })
}
