//! What the centre adds up: a row an agency, and where each stands with the targets.

use super::nouns::Source;
use super::progress::{by_stage, by_target};
use super::{Cell, GroupNames, Page, Table, declare};
use crate::cost::Sum;
use crate::desk::named_programmes;
use crate::hub::rollup::Share;
use crate::hub::server::Figure;
use crate::model::MeasureStatus;
use crate::reform::{GroupBy, Progress, owes, progress};
use crate::text::date;
use crate::words::Result;
use crate::words::cli::CliMessage;
use crate::words::hub::HubWord as W;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, HashMap};

declare! {
    ROLLUP = "hub_rollup_agency" of "" {
        "agency", W::AgencyColumn, "text?";
        "files", W::FilesColumn, "whole";
        "last_change", W::LastColumn, "moment?";
        "regulations", W::RegulationsColumn, "whole";
        "annual_cost_dong", CliMessage::AnnualCost, "dong?";
        "lapsing", W::LapsesColumn, "whole";
        "late", W::LateColumn, "whole";
        "conflicts", W::ConflictsColumn, "whole";
    }
}

/// Within so many days a measure that ends counts as lapsing.
const SOON: i32 = 365;

/// The page: the agencies, and their progress towards the targets of a programme, or of all.
///
/// # Errors
/// The workspace cannot be read; missing, where there is no such programme.
pub fn page(
    from: &Source<'_>,
    shares: &BTreeMap<String, Share>,
    programme: Option<&str>,
    zone: &TimeZone,
) -> Result<Page> {
    let reports = reports(from, &programme.into_iter().collect::<Vec<_>>())?;
    let agencies = agencies(from, shares, zone)?;
    let mut page = Page::new("hub_rollup", from.lang, "");
    page.rows("agencies", &agencies, &[]);
    page.rows("progress", &by_stage(from, &reports, None, Some(GroupBy::Agency))?, &[]);
    page.rows("total", &by_stage(from, &reports, None, None)?, &["group"]);
    page.table(agencies);
    page.table(by_target(from, &reports, Some(GroupBy::Agency))?);
    Ok(page)
}

/// The progress of some programmes, or of all, by agency.
fn reports(from: &Source<'_>, programmes: &[&str]) -> Result<Vec<Progress>> {
    let snapshot = from.snapshot()?;
    let mut named = Vec::new();
    match programmes {
        [] => named.extend(named_programmes(&snapshot.programmes, None)?),
        some => {
            for code in some {
                named.extend(named_programmes(&snapshot.programmes, Some(code))?);
            }
        }
    }
    Ok(named.into_iter().map(|programme| progress(&snapshot, programme, from.day, Some(GroupBy::Agency))).collect())
}

/// A row an agency.
///
/// # Errors
/// The workspace cannot be read.
pub fn agencies(from: &Source<'_>, shares: &BTreeMap<String, Share>, zone: &TimeZone) -> Result<Table> {
    let (snapshot, names) = (from.snapshot()?, GroupNames::read(from)?);
    let mut regulations: HashMap<&str, (usize, Sum)> = HashMap::new();
    for subject in &snapshot.live.subjects {
        let (count, sum) = regulations.entry(subject.agency.as_deref().unwrap_or_default()).or_default();
        *count += 1;
        if let Some(annual) = subject.known() {
            sum.add_fraction(annual);
        }
    }
    let mut lapsing: HashMap<&str, usize> = HashMap::new();
    for measure in &snapshot.measures {
        let step = measure.step_on(from.day).filter(|step| step.status == MeasureStatus::InForce);
        let soon = step
            .and_then(|step| step.until)
            .is_some_and(|until| (0..SOON).contains(&from.day.until(until).map_or(i32::MAX, |span| span.get_days())));
        if soon && let Some(subject) = snapshot.live.find(&measure.regulation) {
            *lapsing.entry(subject.agency.as_deref().unwrap_or_default()).or_default() += 1;
        }
    }
    let debts = owes(&from.reader.ledger()?, from.day);
    let mut late: HashMap<&str, usize> = HashMap::new();
    for debt in debts.iter().filter(|debt| debt.is_late()) {
        *late.entry(debt.agency.as_deref().unwrap_or_default()).or_default() += 1;
    }
    let all: BTreeSet<&str> = (regulations.keys().copied())
        .chain(lapsing.keys().copied())
        .chain(late.keys().copied())
        .chain(shares.keys().map(String::as_str))
        .collect();
    let mut table = Table::of(&ROLLUP, from.lang);
    let none = Share::default();
    for code in all {
        let share = shares.get(code).unwrap_or(&none);
        let (count, sum) = regulations.remove(code).unwrap_or_default();
        let last = match share.last.parse::<Timestamp>() {
            Ok(moment) => Cell::Coded(share.last.clone(), date::moment(moment, zone, from.lang)),
            Err(_) => Cell::Empty,
        };
        table.push(vec![
            names.cell(Some(code)),
            share.files.into(),
            last,
            count.into(),
            sum.total().map_or(Cell::Empty, Cell::Dong),
            lapsing.get(code).copied().unwrap_or_default().into(),
            late.get(code).copied().unwrap_or_default().into(),
            share.conflicts.into(),
        ]);
    }
    Ok(table)
}

/// The figures that are published, of some programmes: one a target, stage and agency, and one over all agencies, as the answer of `progress` has them.
///
/// # Errors
/// The workspace cannot be read; missing, where there is no such programme.
pub fn figures(from: &Source<'_>, programmes: &[&str]) -> Result<Vec<Figure>> {
    let reports = reports(from, programmes)?;
    let mut figures = Vec::new();
    for by in [None, Some(GroupBy::Agency)] {
        let rows = by_stage(from, &reports, None, by)?.json()["rows"].take();
        for row in rows.as_array().into_iter().flatten().filter_map(Value::as_object) {
            let text = |name: &str| row.get(name).and_then(Value::as_str).unwrap_or_default();
            let name = [text("programme"), text("target"), text("stage")].join("/");
            // Words for people are left out: what is published is the same in both languages.
            let columns: Map<String, Value> =
                row.iter().filter(|(key, _)| !key.starts_with("group")).map(|(k, v)| (k.clone(), v.clone())).collect();
            let agency = match by {
                None => String::new(),
                Some(_) => text("group").to_owned(),
            };
            figures.push(Figure { agency, name, columns: Value::Object(columns).to_string() });
        }
    }
    Ok(figures)
}
