//! `show`: one noun, wholly.

use super::args::ShowArgs;
use super::context::Context;
use super::nouns::{self, not_found};
use crate::model::{Calendar, Holiday, Kind};
use crate::store::Workspace;
use crate::view::nouns::procedure::{About, procedure_page, regulation_page};
use crate::view::nouns::{
    agency, assignment, campaign, directive, indicator, linked_service, measure, measure_kind, programme, state_data,
};
use crate::words::cli::CliMessage;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

const ACCEPTED: &[Kind] = &[
    Kind::Agency,
    Kind::Instrument,
    Kind::Regulation,
    Kind::Procedure,
    Kind::Measure,
    Kind::Programme,
    Kind::MeasureKind,
    Kind::Scenario,
    Kind::Directive,
    Kind::Assignment,
    Kind::Campaign,
    Kind::Indicator,
    Kind::LinkedService,
    Kind::StateData,
];

/// Shows one noun.
pub(super) fn run(context: &Context, args: &ShowArgs) -> Result<()> {
    let noun = nouns::read(&args.kind, ACCEPTED)?;
    if noun != Kind::Instrument && (args.provision.is_some() || args.version.is_some()) {
        return Err(Fault::usage(CliMessage::OnlyInstruments.said(&[])));
    }
    let workspace = context.open()?;
    match noun {
        Kind::Scenario => super::scenario::show_scenario(context, &workspace, &args.id, None),
        Kind::Procedure | Kind::Regulation => regulation(context, &workspace, noun, &args.id),
        Kind::Instrument => {
            let number = crate::model::instrument::normal_number(&args.id);
            let instrument = workspace.instrument(&number)?.ok_or_else(|| not_found(noun, &args.id))?;
            super::show_instrument::run(context, &workspace, &instrument, args)
        }
        noun => page(context, &workspace, noun, &args.id, context.today()),
    }
}

/// Shows a noun by its page, as it is on a day.
///
/// # Errors
/// There is none of this code; the workspace cannot be read.
pub(super) fn page(context: &Context, workspace: &Workspace, noun: Kind, code: &str, day: Date) -> Result<()> {
    let from = context.source(workspace, day);
    let page = match noun {
        Kind::LinkedService => linked_service::page(&from, code)?,
        Kind::StateData => state_data::page(&from, code)?,
        Kind::Measure => measure::page(&from, code)?,
        Kind::MeasureKind => measure_kind::page(&from, code)?,
        Kind::Directive => directive::page(&from, code)?,
        Kind::Assignment => assignment::page(&from, code)?,
        Kind::Campaign => campaign::page(&from, code)?,
        Kind::Indicator => indicator::page(&from, code)?,
        Kind::Programme => programme::page(&from, code)?,
        Kind::Agency => match workspace.resolve_agency(code)? {
            Some(code) => agency::page(&from, &code)?,
            None => None,
        },
        // Shown by themselves, or in what they belong to.
        Kind::Instrument
        | Kind::InstrumentVersion
        | Kind::Regulation
        | Kind::Procedure
        | Kind::Sheet
        | Kind::Parameter
        | Kind::Holiday
        | Kind::InstrumentLevel
        | Kind::Scenario
        | Kind::Uncertainty
        | Kind::Baseline => None,
    };
    context.answer_page(&page.ok_or_else(|| not_found(noun, code))?)
}

fn regulation(context: &Context, workspace: &Workspace, noun: Kind, code: &str) -> Result<()> {
    let (lang, names) = (context.lang, workspace.agency_names(context.lang)?);
    let calendar = Calendar::new(&workspace.all::<Holiday>()?);
    let about = About {
        lang,
        agency: &|code| names.get(code).map_or_else(|| code.to_owned(), |name| format!("{name} ({code})")),
        due: &|limit| calendar.due(context.today(), limit),
    };
    if let Some(procedure) = workspace.procedure(code)? {
        return context.answer_page(&procedure_page(&procedure, &about));
    }
    let regulation = workspace.regulation(code)?.filter(|_| noun == Kind::Regulation);
    context.answer_page(&regulation_page(&regulation.ok_or_else(|| not_found(noun, code))?, &about))
}

#[cfg(test)]
mod tests;
