//! The answers about nouns, a file each: their rows and their pages.

pub mod agency;
pub mod assignment;
pub mod baseline;
pub mod campaign;
pub mod cost_sheet;
mod counting;
pub mod debt;
pub mod directive;
pub mod indicator;
pub mod instrument;
pub mod instrument_level;
pub mod linked_service;
pub mod measure;
pub mod measure_kind;
pub mod order_answer;
pub mod parameter;
mod plain;
pub mod population;
pub mod procedure;
pub mod programme;
pub mod regulation;
pub mod review;
pub mod scenario;
pub mod state_data;
pub mod suggestion;
pub mod uncertainty;

use super::filter::Selection;
use super::{Page, Table, TableKind};
use crate::model::Kind;
use crate::reform::Snapshot;
use crate::store::Reader;
use crate::text::Lang;
use crate::words::{Message, Result};
use jiff::civil::Date;
use std::borrow::Cow;

/// How all nouns of a kind are put in rows.
type List = fn(&Source<'_>) -> Result<Table>;

/// How one noun is shown, by its code.
type Show = fn(&Source<'_>, &str) -> Result<Option<Page>>;

/// A kind of noun with its list as it is declared, and how it is listed and shown, where these are made by hand.
type Own = (Kind, Option<TableKind>, Option<List>, Option<Show>);

/// The nouns that say more in a list or on a page than their descriptions do. Every other list and page follows from these. Regulations and
/// procedures are too many to make rows of all.
const OWN: &[Own] = &[
    (Kind::Agency, Some(agency::AGENCY), Some(agency::table), Some(agency::page)),
    (Kind::Instrument, Some(instrument::INSTRUMENT), Some(instrument::table), Some(instrument::page)),
    (Kind::OrderAnswer, Some(order_answer::ORDER_ANSWER), Some(order_answer::table), None),
    (Kind::Regulation, Some(regulation::REGULATION), None, Some(regulation::page)),
    (Kind::Procedure, Some(regulation::PROCEDURE), None, Some(procedure::page)),
    (Kind::MeasureKind, Some(measure_kind::MEASURE_KIND), Some(measure_kind::table), Some(measure_kind::page)),
    (Kind::Measure, Some(measure::MEASURE), Some(measure::table), Some(measure::page)),
    (Kind::Programme, Some(programme::PROGRAMME), Some(programme::table), Some(programme::page)),
    (Kind::Parameter, Some(parameter::PARAMETER), Some(parameter::table), None),
    (
        Kind::LinkedService,
        Some(linked_service::LINKED_SERVICE),
        Some(linked_service::table),
        Some(linked_service::page),
    ),
    (Kind::InstrumentLevel, Some(instrument_level::INSTRUMENT_LEVEL), Some(instrument_level::table), None),
    (Kind::StateData, Some(state_data::STATE_DATA), Some(state_data::table), None),
    (Kind::Scenario, Some(scenario::SCENARIO), Some(scenario::table), Some(scenario::page)),
    (Kind::Uncertainty, Some(uncertainty::UNCERTAINTY), Some(uncertainty::table), None),
    (Kind::Directive, Some(directive::DIRECTIVE), Some(directive::table), Some(directive::page)),
    (Kind::Assignment, Some(assignment::ASSIGNMENT), Some(assignment::table), Some(assignment::page)),
    (Kind::Campaign, Some(campaign::CAMPAIGN), Some(campaign::table), Some(campaign::page)),
    (Kind::Indicator, Some(indicator::INDICATOR), Some(indicator::table), Some(indicator::page)),
    (Kind::Baseline, Some(baseline::BASELINE), Some(baseline::table), None),
];

/// The nouns of a kind in rows: those rows and columns that are wanted.
///
/// # Errors
/// The selection does not fit the columns; the workspace cannot be read.
pub fn table(from: &Source<'_>, kind: Kind, selection: &Selection) -> Result<Table> {
    let own = OWN.iter().find(|(own, ..)| *own == kind);
    let mut table = match own {
        Some((_, _, Some(list), _)) => list(from)?,
        Some((_, Some(declared), None, _)) => return regulation::table(from, declared, selection),
        _ => plain::table(from, kind)?,
    };
    selection.apply(&mut table, from.reader)?;
    Ok(table)
}

/// The noun of a kind with this code, wholly.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, kind: Kind, code: &str) -> Result<Option<Page>> {
    match OWN.iter().find(|(own, ..)| *own == kind).and_then(|(.., page)| *page) {
        Some(page) => page(from, code),
        None => plain::page(from, kind, code),
    }
}

/// The lists of all kinds as they are declared.
pub fn lists() -> impl Iterator<Item = TableKind> {
    Kind::ALL.iter().map(|kind| {
        let own = OWN.iter().find(|(own, ..)| own == kind).and_then(|(_, declared, ..)| *declared);
        own.unwrap_or_else(|| plain::declared(*kind))
    })
}

/// From what an answer is made: the workspace, the language of people, and the day on which it is true.
#[derive(Clone, Copy)]
pub struct Source<'r> {
    /// The workspace.
    pub reader: &'r Reader,
    /// The language in which people read the answer.
    pub lang: Lang,
    /// The day of statuses and rates.
    pub day: Date,
    /// What is loaded already of that day, where it is; else it is loaded when it is asked for.
    pub snapshot: Option<&'r Snapshot>,
    /// Whether people want to be told everything.
    pub verbose: bool,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("lang", &self.lang).field("day", &self.day).finish_non_exhaustive()
    }
}

impl<'r> Source<'r> {
    /// The workspace of that day.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn snapshot(&self) -> Result<Cow<'r, Snapshot>> {
        match self.snapshot {
            Some(loaded) => Ok(Cow::Borrowed(loaded)),
            None => Ok(Cow::Owned(self.reader.snapshot(self.day)?)),
        }
    }

    /// A message in the language of people.
    pub fn word(&self, message: impl Message) -> &'static str {
        message.text(self.lang)
    }
}
