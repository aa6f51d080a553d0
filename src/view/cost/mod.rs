//! Answers about cost: totals, figures to question, and methods of several countries.

pub mod method;
pub mod plan;
pub mod questions;

use super::filter::sort_by;
use super::nouns::Source;
use super::{Cell, GroupNames, Table, declare};
use crate::cost::Sum;
use crate::model::{Fraction, LinkedService, Provenance};
use crate::reform::{GroupBy, Subject, shared_saving};
use crate::store::Rests;
use crate::words::cli::CliMessage;
use crate::words::cost::CostWord;
use crate::words::linked::LinkedWord;
use crate::words::{Fault, Message, Result};
use std::collections::BTreeMap;

declare! {
    COST_TOTAL = "cost_total" of "cost total" {
        "group", CliMessage::Group, "text?";
        "regulations", CliMessage::Regulations, "whole?";
        "with_sheet", CliMessage::WithSheet, "whole?";
        "annual_cost_dong", CliMessage::AnnualCost, "dong";
        "without_population", CostWord::WithoutPopulation, "whole?";
        "official_dong", CostWord::RestsOfficial, "dong?", Wide;
        "measured_dong", CostWord::RestsMeasured, "dong?", Wide;
        "surveyed_dong", CostWord::RestsSurveyed, "dong?", Wide;
        "assumed_dong", CostWord::RestsAssumed, "dong?", Wide;
    }
}

/// The kinds of figures in the order of the columns above.
const RESTS: [Provenance; 4] =
    [Provenance::Official, Provenance::Measured, Provenance::Surveyed, Provenance::Assumption];

/// What all regulations cost per year, by group or together, and on what kind of figures that rests; `linked`: beside it, once what linked
/// services save. No sum counts a sheet that waits for the number of those who comply; how many wait is told.
///
/// # Errors
/// A sum does not fit; the workspace cannot be read.
pub fn total(from: &Source<'_>, by: Option<GroupBy>, linked: bool) -> Result<Table> {
    let too_large = || Fault::input(CostWord::SumTooLarge.said(&[]));
    let snapshot = from.reader.snapshot(from.day)?;
    let rests = from.reader.rests(from.day)?;
    let mut groups: BTreeMap<String, Group> = BTreeMap::new();
    for subject in &snapshot.live.subjects {
        let group = groups.entry(group_key(subject, by)).or_default();
        group.count += 1;
        group.costed += usize::from(subject.has_sheet);
        group.waiting += usize::from(subject.waits);
        group.sum.add_fraction(subject.annual);
        for (sum, part) in group
            .rests
            .iter_mut()
            .zip(rests.get(&subject.code).filter(|_| subject.known().is_some()).into_iter().flatten())
        {
            sum.add_sum(part);
        }
    }
    let mut table = Table::of(&COST_TOTAL, from.lang);
    let names = GroupNames::read(from)?;
    let mut waiting = 0;
    for (key, group) in groups {
        let annual = group.sum.total().ok_or_else(too_large)?;
        let mut row = vec![names.total(by, &key), group.count.into(), group.costed.into(), Cell::Dong(annual)];
        row.push(group.waiting.into());
        for provenance in RESTS {
            let part = Provenance::ALL.iter().position(|one| *one == provenance).and_then(|at| group.rests.get(at));
            row.push(Cell::Dong(part.and_then(Sum::total).ok_or_else(too_large)?));
        }
        table.push(row);
        waiting += group.waiting;
    }
    if waiting > 0 {
        table.notes.push(CostWord::TotalsWait.said(&[&waiting]));
    }
    if by.is_some() {
        sort_by(&mut table, "-annual_cost_dong")?;
    }
    if linked {
        let saved = shared_saving(&from.reader.all::<LinkedService>()?, &snapshot.live).map_err(Fault::input)?;
        let mut all = Sum::default();
        snapshot.live.subjects.iter().for_each(|subject| all.add_fraction(subject.annual));
        let once = all.total().and_then(|all| all.minus(saved)).ok_or_else(too_large)?;
        let less = Fraction::ZERO.less(saved);
        for (key, title, annual) in
            [("shared_work", LinkedWord::TotalShared, less), ("total_once", LinkedWord::TotalOnce, once)]
        {
            let mut row = vec![Cell::Named(key, from.word(title)), Cell::Empty, Cell::Empty, Cell::Dong(annual)];
            row.resize(COST_TOTAL.columns.len(), Cell::Empty);
            table.push(row);
        }
    }
    Ok(table)
}

/// What is added up of a group.
#[derive(Default)]
struct Group {
    count: usize,
    costed: usize,
    /// Of these, how many wait for the number of those who comply.
    waiting: usize,
    sum: Sum,
    rests: Rests,
}

/// The group that a regulation falls in.
fn group_key(subject: &Subject, by: Option<GroupBy>) -> String {
    by.and_then(|by| by.key(subject)).unwrap_or_default().to_owned()
}
