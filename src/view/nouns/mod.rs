//! The answers about nouns, a file each: their rows and their pages.

pub mod agency;
pub mod assignment;
pub mod baseline;
pub mod campaign;
pub mod cost_sheet;
pub mod debt;
pub mod directive;
pub mod indicator;
pub mod instrument;
pub mod instrument_level;
pub mod linked_service;
pub mod measure;
pub mod measure_kind;
pub mod parameter;
mod plain;
pub mod procedure;
pub mod programme;
pub mod regulation;
pub mod scenario;
pub mod state_data;
pub mod suggestion;
pub mod uncertainty;

use super::filter::Selection;
use super::{Page, Table, TableKind};
use crate::model::Kind;
use crate::store::Reader;
use crate::text::Lang;
use crate::words::{Message, Result};
use jiff::civil::Date;

/// How nouns of a kind are put in rows.
enum List {
    /// All of them.
    All(fn(&Source<'_>) -> Result<Table>),
    /// Those rows and columns that are wanted, where there are too many to make all.
    Wanted(fn(&Source<'_>, &Selection) -> Result<Table>),
}

/// How one noun is shown, by its code.
type Show = fn(&Source<'_>, &str) -> Result<Option<Page>>;

/// The nouns that say more in a list or on a page than their descriptions do. Every other list and page follows from these.
const OWN: &[(Kind, Option<(TableKind, List)>, Option<Show>)] = &[
    (Kind::Agency, Some((agency::AGENCY, List::All(agency::table))), Some(agency::page)),
    (Kind::Instrument, Some((instrument::INSTRUMENT, List::All(instrument::table))), Some(instrument::page)),
    (Kind::Regulation, Some((regulation::REGULATION, List::Wanted(regulation::regulations))), Some(regulation::page)),
    (Kind::Procedure, Some((regulation::PROCEDURE, List::Wanted(regulation::procedures))), Some(procedure::page)),
    (Kind::MeasureKind, Some((measure_kind::MEASURE_KIND, List::All(measure_kind::table))), Some(measure_kind::page)),
    (Kind::Measure, Some((measure::MEASURE, List::All(measure::table))), Some(measure::page)),
    (Kind::Programme, Some((programme::PROGRAMME, List::All(programme::table))), Some(programme::page)),
    (Kind::Parameter, Some((parameter::PARAMETER, List::All(parameter::table))), None),
    (
        Kind::LinkedService,
        Some((linked_service::LINKED_SERVICE, List::All(linked_service::table))),
        Some(linked_service::page),
    ),
    (Kind::InstrumentLevel, Some((instrument_level::INSTRUMENT_LEVEL, List::All(instrument_level::table))), None),
    (Kind::StateData, Some((state_data::STATE_DATA, List::All(state_data::table))), Some(state_data::page)),
    (Kind::Scenario, Some((scenario::SCENARIO, List::All(scenario::table))), Some(scenario::page)),
    (Kind::Uncertainty, Some((uncertainty::UNCERTAINTY, List::All(uncertainty::table))), None),
    (Kind::Directive, Some((directive::DIRECTIVE, List::All(directive::table))), Some(directive::page)),
    (Kind::Assignment, Some((assignment::ASSIGNMENT, List::All(assignment::table))), Some(assignment::page)),
    (Kind::Campaign, Some((campaign::CAMPAIGN, List::All(campaign::table))), Some(campaign::page)),
    (Kind::Indicator, Some((indicator::INDICATOR, List::All(indicator::table))), Some(indicator::page)),
    (Kind::Baseline, Some((baseline::BASELINE, List::All(baseline::table))), None),
];

/// The nouns of a kind in rows: those rows and columns that are wanted.
///
/// # Errors
/// The selection does not fit the columns; the workspace cannot be read.
pub fn table(from: &Source<'_>, kind: Kind, selection: &Selection) -> Result<Table> {
    let own = OWN.iter().find(|(own, ..)| *own == kind).and_then(|(_, list, _)| list.as_ref());
    let mut table = match own {
        Some((_, List::Wanted(list))) => return list(from, selection),
        Some((_, List::All(list))) => list(from)?,
        None => plain::table(from, kind)?,
    };
    selection.apply(&mut table, from.reader)?;
    Ok(table)
}

/// The noun of a kind with this code, wholly.
///
/// # Errors
/// The workspace cannot be read.
pub fn page(from: &Source<'_>, kind: Kind, code: &str) -> Result<Option<Page>> {
    match OWN.iter().find(|(own, ..)| *own == kind).and_then(|(_, _, page)| *page) {
        Some(page) => page(from, code),
        None => plain::page(from, kind, code),
    }
}

/// The lists of all kinds as they are declared.
pub fn lists() -> impl Iterator<Item = TableKind> {
    Kind::ALL.iter().map(|kind| {
        let own = OWN.iter().find(|(own, ..)| own == kind).and_then(|(_, list, _)| list.as_ref());
        own.map_or_else(|| plain::declared(*kind), |(table, _)| *table)
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
    /// Whether people want to be told everything.
    pub verbose: bool,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("lang", &self.lang).field("day", &self.day).finish_non_exhaustive()
    }
}

impl Source<'_> {
    /// A message in the language of people.
    pub fn word(&self, message: impl Message) -> &'static str {
        message.text(self.lang)
    }
}
