//! `export`: nouns to a file that `import` takes back unchanged.

use super::args::ExportArgs;
use super::context::Context;
use super::nouns::Noun;
use super::output;
use crate::exchange::document::{self, FileKind};
use crate::model::Batch;
use crate::store::Workspace;
use crate::text::messages::cli::CliMessage;
use crate::text::{Fault, Message, Result};

/// Writes all nouns of a kind, or `all`, in the form that the ending of the output file names.
pub(super) fn run(context: &Context, args: &ExportArgs) -> Result<()> {
    let nouns = if args.kind == "all" { Noun::ALL.to_vec() } else { vec![Noun::read(&args.kind, Noun::ALL)?] };
    let extension = context.extension().or_else(|| {
        context.format.map(|f| match f {
            super::args::Format::Csv => "csv".to_owned(),
            super::args::Format::Json => "json".to_owned(),
            super::args::Format::Table | super::args::Format::Md => "toml".to_owned(),
        })
    });
    let extension = extension.unwrap_or_else(|| "toml".to_owned());
    let kind = FileKind::parse(&extension)
        .ok_or_else(|| Fault::usage(CliMessage::UnknownEnding.said(&[&extension, &"toml, json, csv, xlsx"])))?;
    let workspace = context.open()?;
    let mut batch = Batch::default();
    for noun in &nouns {
        gather(&workspace, *noun, &mut batch)?;
        // A table holds one kind of noun; every other form carries the texts of instruments with them.
        if *noun == Noun::Instrument && kind != FileKind::Csv {
            gather(&workspace, Noun::InstrumentVersion, &mut batch)?;
        }
    }
    let bytes = document::write(&batch, kind)?;
    output::write(context.output.as_deref(), &bytes)
}

fn gather(workspace: &Workspace, noun: Noun, batch: &mut Batch) -> Result<()> {
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
    }
    Ok(())
}
