//! `list`: nouns in rows.

use super::args::ListArgs;
use super::context::Context;
use super::nouns::{self, Noun};
use crate::view::nouns::{
    agency, assignment, campaign, directive, indicator, instrument, instrument_level, linked_service, measure,
    measure_kind, parameter, programme, regulation, state_data,
};
use crate::words::Result;

const ACCEPTED: &[Noun] = &[
    Noun::Agency,
    Noun::Instrument,
    Noun::Regulation,
    Noun::Procedure,
    Noun::Measure,
    Noun::Programme,
    Noun::Parameter,
    Noun::MeasureKind,
    Noun::LinkedService,
    Noun::InstrumentLevel,
    Noun::Scenario,
    Noun::Directive,
    Noun::Assignment,
    Noun::Campaign,
    Noun::Indicator,
    Noun::Uncertainty,
    Noun::StateData,
];

/// Lists nouns of a kind.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<()> {
    let noun = nouns::read(&args.kind, ACCEPTED)?;
    let selection = args.options.selection()?;
    let workspace = context.open()?;
    let from = context.source(&workspace, context.today());
    let mut table = match noun {
        Noun::Regulation => return context.answer(&regulation::table(&from, &regulation::REGULATION, &selection)?),
        Noun::Procedure => return context.answer(&regulation::table(&from, &regulation::PROCEDURE, &selection)?),
        Noun::Agency => agency::table(&from)?,
        Noun::Instrument => instrument::table(&from)?,
        Noun::Measure => measure::table(&from)?,
        Noun::Programme => programme::table(&from)?,
        Noun::Parameter => parameter::table(&from)?,
        Noun::MeasureKind => measure_kind::table(&from)?,
        Noun::InstrumentLevel => instrument_level::table(&from)?,
        Noun::Scenario => super::scenario::scenarios_table(context, &workspace)?,
        Noun::Directive => directive::table(&from)?,
        Noun::Assignment => assignment::table(&from)?,
        Noun::Campaign => campaign::table(&from)?,
        Noun::Indicator => indicator::table(&from)?,
        Noun::Uncertainty => super::uncertainty::table(context, &workspace)?,
        Noun::StateData => state_data::table(&from)?,
        _ => linked_service::table(&from)?,
    };
    selection.apply(&mut table, &workspace)?;
    context.answer(&table)
}
