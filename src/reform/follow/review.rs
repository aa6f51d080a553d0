//! Where a review campaign stands: outcomes found, instruments without one, outcomes that no measure carries.

use super::owes::{lacks_measure, outcome_on};
use crate::model::{Campaign, Measure, Outlook};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// A review campaign on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CampaignState {
    /// Instruments under review.
    pub instruments: usize,
    /// How many have each outcome, in the order of [`Outlook::ALL`].
    pub outcomes: Vec<(Outlook, usize)>,
    /// Numbers of the instruments without an outcome.
    pub open: Vec<String>,
    /// Numbers of the instruments whose outcome asks for a measure and names none.
    pub without_measure: Vec<String>,
    /// Measures that are named and not in the workspace, with the number of the instrument.
    pub unknown_measures: Vec<(String, String)>,
}

/// Where a campaign stands on a day. `measures` are those of the workspace.
pub fn campaign_state(campaign: &Campaign, measures: &[Measure], day: Date) -> CampaignState {
    let known: BTreeSet<&str> = measures.iter().map(|measure| measure.code.as_str()).collect();
    let items = &campaign.instruments;
    let count = |outlook: Outlook| items.iter().filter(|item| outcome_on(item, day) == Some(outlook)).count();
    let numbers = |wanted: &dyn Fn(&crate::model::Reviewed) -> bool| {
        items.iter().filter(|item| wanted(item)).map(|item| item.instrument.clone()).collect()
    };
    let unknown = items.iter().flat_map(|item| {
        let missing = item.measures.iter().filter(|code| !known.contains(code.as_str()));
        missing.map(|code| (item.instrument.clone(), code.clone()))
    });
    CampaignState {
        instruments: items.len(),
        outcomes: Outlook::ALL.iter().map(|outlook| (*outlook, count(*outlook))).collect(),
        open: numbers(&|item| outcome_on(item, day).is_none()),
        without_measure: numbers(&|item| lacks_measure(item, day)),
        unknown_measures: unknown.collect(),
    }
}
