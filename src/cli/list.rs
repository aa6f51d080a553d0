//! `list`: nouns in rows.

use super::args::ListArgs;
use super::context::Context;
use super::nouns;
use crate::model::Kind;
use crate::view::nouns::{
    agency, assignment, campaign, directive, indicator, instrument, instrument_level, linked_service, measure,
    measure_kind, parameter, programme, regulation, state_data,
};
use crate::words::Result;

const ACCEPTED: &[Kind] = &[
    Kind::Agency,
    Kind::Instrument,
    Kind::Regulation,
    Kind::Procedure,
    Kind::Measure,
    Kind::Programme,
    Kind::Parameter,
    Kind::MeasureKind,
    Kind::LinkedService,
    Kind::InstrumentLevel,
    Kind::Scenario,
    Kind::Directive,
    Kind::Assignment,
    Kind::Campaign,
    Kind::Indicator,
    Kind::Uncertainty,
    Kind::StateData,
];

/// Lists nouns of a kind.
pub(super) fn run(context: &Context, args: &ListArgs) -> Result<()> {
    let noun = nouns::read(&args.kind, ACCEPTED)?;
    let selection = args.options.selection()?;
    let workspace = context.open()?;
    let from = context.source(&workspace, context.today());
    let mut table = match noun {
        Kind::Regulation => return context.answer(&regulation::table(&from, &regulation::REGULATION, &selection)?),
        Kind::Procedure => return context.answer(&regulation::table(&from, &regulation::PROCEDURE, &selection)?),
        Kind::Agency => agency::table(&from)?,
        Kind::Instrument => instrument::table(&from)?,
        Kind::Measure => measure::table(&from)?,
        Kind::Programme => programme::table(&from)?,
        Kind::Parameter => parameter::table(&from)?,
        Kind::MeasureKind => measure_kind::table(&from)?,
        Kind::InstrumentLevel => instrument_level::table(&from)?,
        Kind::Scenario => super::scenario::scenarios_table(context, &workspace)?,
        Kind::Directive => directive::table(&from)?,
        Kind::Assignment => assignment::table(&from)?,
        Kind::Campaign => campaign::table(&from)?,
        Kind::Indicator => indicator::table(&from)?,
        Kind::Uncertainty => super::uncertainty::table(context, &workspace)?,
        Kind::StateData => state_data::table(&from)?,
        Kind::LinkedService => linked_service::table(&from)?,
        Kind::InstrumentVersion | Kind::Sheet | Kind::Holiday | Kind::Baseline => {
            return Err(nouns::not_accepted(&args.kind, ACCEPTED));
        }
    };
    selection.apply(&mut table, &workspace)?;
    context.answer(&table)
}
