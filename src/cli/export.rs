//! `export`: nouns to a file, or to a folder with a file a noun, that `import` takes back unchanged.

use super::args::ExportArgs;
use super::context::Context;
use super::nouns::Noun;
use super::output;
use crate::exchange::document::{self, FileKind};
use crate::exchange::folder;
use crate::model::Batch;
use crate::store::Reader;
use crate::view::{Table, declare};
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use std::path::Path;

/// Writes all nouns of a kind, or `all`, in the form that the ending of the output file names; or a file a noun to a folder.
pub(super) fn run(context: &Context, args: &ExportArgs) -> Result<()> {
    let nouns = match args.kind.as_deref() {
        None | Some("all") => Noun::ALL.to_vec(),
        Some(kind) => vec![Noun::read(kind, Noun::ALL)?],
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

fn to_folder(context: &Context, nouns: &[Noun], to: &Path) -> Result<()> {
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
fn fields(nouns: &[Noun], with_texts: bool) -> Vec<String> {
    let field = |noun: &Noun| noun.name().replace('-', "_");
    let mut fields: Vec<String> = nouns.iter().map(field).collect();
    if with_texts && nouns.contains(&Noun::Instrument) && !nouns.contains(&Noun::InstrumentVersion) {
        fields.push(field(&Noun::InstrumentVersion));
    }
    fields
}

/// The nouns as they are at one moment.
fn gathered(context: &Context, nouns: &[Noun], with_texts: bool) -> Result<Batch> {
    context.open()?.at_one_moment(|reader| {
        let mut batch = Batch::default();
        for noun in nouns {
            gather(reader, *noun, &mut batch)?;
            if *noun == Noun::Instrument && with_texts {
                gather(reader, Noun::InstrumentVersion, &mut batch)?;
            }
        }
        Ok(batch)
    })
}

fn gather(workspace: &Reader, noun: Noun, batch: &mut Batch) -> Result<()> {
    match noun {
        Noun::Agency => batch.agencies = workspace.agencies()?,
        Noun::Instrument => batch.instruments = workspace.instruments()?,
        Noun::InstrumentVersion => batch.instrument_versions = workspace.instrument_versions()?,
        Noun::Regulation => batch.regulations = workspace.other_regulations()?,
        Noun::Procedure => batch.procedures = workspace.procedures()?,
        Noun::Sheet => batch.sheets = workspace.sheets()?,
        Noun::Measure => batch.measures = workspace.measures()?,
        Noun::Programme => batch.programmes = workspace.programmes()?,
        Noun::Parameter => batch.parameters = workspace.parameters()?,
        Noun::MeasureKind => batch.measure_kinds = workspace.measure_kinds()?,
        Noun::LinkedService => batch.linked_services = workspace.linked_services()?,
        Noun::Holiday => batch.holidays = workspace.holidays()?,
        Noun::InstrumentLevel => batch.instrument_levels = workspace.instrument_levels()?,
        Noun::Scenario => batch.scenarios = workspace.scenarios()?,
        Noun::Uncertainty => batch.uncertainties = workspace.uncertainties()?,
        Noun::StateData => batch.state_data = workspace.state_data()?,
        Noun::Directive => batch.directives = workspace.directives()?,
        Noun::Assignment => batch.assignments = workspace.assignments()?,
        Noun::Campaign => batch.campaigns = workspace.campaigns()?,
        Noun::Indicator => batch.indicators = workspace.indicators()?,
        Noun::Baseline => batch.baselines = workspace.frozen_baselines()?,
    }
    Ok(())
}
