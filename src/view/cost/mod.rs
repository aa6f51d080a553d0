//! Answers about cost: totals, figures to question, and methods of several countries.

pub mod method;
pub mod questions;

use super::filter::sort_by;
use super::nouns::Source;
use super::{Cell, GroupNames, Table, declare};
use crate::cost::Sum;
use crate::model::{Fraction, LinkedService};
use crate::reform::{GroupBy, Subject, shared_saving};
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
    }
}

/// What all regulations cost per year, by group or together; `linked`: beside it, once what linked services save.
///
/// # Errors
/// A sum does not fit; the workspace cannot be read.
pub fn total(from: &Source<'_>, by: Option<GroupBy>, linked: bool) -> Result<Table> {
    let too_large = || Fault::input(CostWord::SumTooLarge.said(&[]));
    let snapshot = from.reader.snapshot(from.day)?;
    let mut groups: BTreeMap<String, (usize, usize, Sum)> = BTreeMap::new();
    for subject in &snapshot.live.subjects {
        let (count, costed, sum) = groups.entry(group_key(subject, by)).or_default();
        *count += 1;
        *costed += usize::from(subject.has_sheet);
        sum.add_fraction(subject.annual);
    }
    let mut table = Table::of(&COST_TOTAL, from.lang);
    let names = GroupNames::read(from)?;
    for (key, (count, costed, sum)) in groups {
        let annual = sum.total().ok_or_else(too_large)?;
        table.push(vec![names.total(by, &key), count.into(), costed.into(), Cell::Dong(annual)]);
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
            table.push(vec![Cell::Named(key, from.word(title)), Cell::Empty, Cell::Empty, Cell::Dong(annual)]);
        }
    }
    Ok(table)
}

/// The group that a regulation falls in.
fn group_key(subject: &Subject, by: Option<GroupBy>) -> String {
    by.and_then(|by| by.key(subject)).unwrap_or_default().to_owned()
}
