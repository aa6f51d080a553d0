//! What to survey first, as a table to send out, fill in and import.

use crate::cost::Rates;
use crate::cost::plan::{Doubts, movement};
use crate::model::{Cell as SheetCell, Fraction, Parameter, Provenance};
use crate::view::nouns::Source;
use crate::view::{Cell, Table, declare};
use crate::words::Message;
use crate::words::Result;
use crate::words::cli::CliMessage as M;
use crate::words::cost::CostWord as W;
use std::collections::BTreeMap;

declare! {
    /// The columns that are imported again stand under the names by which import knows them.
    COST_PLAN = "cost_plan" of "cost plan" {
        "code", M::Code, "text";
        "name", M::Name, "text";
        "agency", M::Agency, "agency?";
        "one_dong", M::OneCost, "dong";
        "low", W::PlanLow, "number";
        "high", W::PlanHigh, "number";
        "move_dong", W::PlanMove, "dong";
        "cumulative_percent", W::PlanShare, "percent?";
        "count", W::PlanCount, "whole?";
        "provenance", M::Provenance, "provenance?";
        "date", W::PlanDate, "day?", Wide;
        "source", M::Source, "text?", Wide;
    }
}

/// The regulations whose number of those who comply is not certain, the one that moves the total most first.
///
/// # Errors
/// A parameter is not there; the workspace cannot be read.
pub fn table(from: &Source<'_>) -> Result<Table> {
    let snapshot = from.reader.snapshot(from.day)?;
    let doubts = Doubts::of(&Rates::on(from.day, from.reader.all::<Parameter>()?))?;
    let populations = from.reader.populations()?;
    // How sure the numbers are that rows have of their own: the weakest of a sheet.
    let mut own: BTreeMap<String, Provenance> = BTreeMap::new();
    for sheet in from.reader.sheets()? {
        let sure = sheet.activities.iter().filter(|row| row.population.is_some());
        let weakest = sure.map(|row| row.provenance.of(SheetCell::Population)).min_by_key(|sure| sure.rank());
        own.extend(weakest.map(|weakest| (sheet.regulation, weakest)));
    }
    let names: BTreeMap<String, String> =
        from.reader.regulation_rows()?.into_iter().map(|row| (row.code, row.name)).collect();
    let mut rows = Vec::new();
    for subject in snapshot.live.subjects.iter().filter(|subject| subject.has_sheet && !subject.one.is_zero()) {
        let whole = populations.get(&subject.code);
        let performances = subject.known().and_then(|annual| annual.over(subject.one));
        let sure = own.get(&subject.code).copied().into_iter().chain(whole.map(|whole| whole.provenance));
        let sure = sure.min_by_key(|sure| sure.rank()).unwrap_or(Provenance::Assumption);
        let Some((low, high)) = doubts.range(performances, sure) else { continue };
        let Some(moves) = movement(subject.one, (low, high)) else { continue };
        rows.push((subject, whole, (low, high), moves));
    }
    rows.sort_by(|a, b| b.3.cmp(&a.3).then_with(|| a.0.code.cmp(&b.0.code)));
    let total = rows.iter().fold(Fraction::ZERO, |sum, row| sum.more(row.3));
    let mut running = Fraction::ZERO;
    let mut table = Table::of(&COST_PLAN, from.lang);
    let waiting = rows.iter().filter(|row| row.0.waits).count();
    for (subject, whole, (low, high), moves) in rows {
        running = running.more(moves);
        table.push(vec![
            subject.code.clone().into(),
            names.get(&subject.code).cloned().unwrap_or_default().into(),
            subject.agency.clone().into(),
            Cell::Dong(subject.one),
            Cell::Exact(low),
            Cell::Exact(high),
            Cell::Dong(moves),
            Cell::share(running, total),
            whole.and_then(|whole| whole.count).map_or(Cell::Empty, |count| Cell::Whole(count.into())),
            whole.map_or(Cell::Empty, |whole| Cell::worded(whole.provenance, from.lang)),
            whole.and_then(|whole| whole.date).map_or(Cell::Empty, Cell::Day),
            whole.map(|whole| whole.source.clone()).into(),
        ]);
    }
    table.notes.push(W::PlanNote.said(&[&waiting]));
    Ok(table)
}
