//! What lapses and when: measures that are in force by a document that ends, with the instrument that must be amended before it so that they last.

use super::names::Names;
use super::{Request, cannot_json};
use crate::model::{MeasureStatus, instrument};
use crate::reform::Snapshot;
use crate::store::Workspace;
use crate::view::{Cell, Sheet};
use crate::words::report::ReportWord as W;
use crate::words::{Message, Result};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::HashMap;

#[derive(Debug, Serialize)]
struct Lapses {
    as_of: String,
    /// Name of the agency, field or regulation that it is about; empty for all.
    scope: String,
    /// By the last day, then by agency.
    lines: Vec<Line>,
}

#[derive(Debug, Serialize)]
struct Line {
    /// The last day.
    until: String,
    /// Whether it has passed.
    ended: bool,
    /// How many days are left, the last one included; 0 where it has passed.
    days_left: i32,
    /// The document that ends, by kind and number; empty where none is stated.
    document: String,
    regulation: String,
    code: String,
    measure: String,
    agency: String,
    /// The instrument to be amended, cited in full; empty where the measure names none.
    instrument: String,
    provision: String,
}

/// The data of the document and its sheet.
pub(super) fn data(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let names = Names::read(workspace, request.lang)?;
    let titles: HashMap<String, String> = workspace.regulation_rows()?.into_iter().map(|r| (r.code, r.name)).collect();
    let mut found: Vec<(Date, Line)> = Vec::new();
    for measure in &snapshot.measures {
        let Some(subject) = snapshot.live.find(&measure.regulation).filter(|one| request.scope.holds(one)) else {
            continue;
        };
        let step = measure.step_on(request.as_of).filter(|step| step.status == MeasureStatus::InForce);
        let Some((step, until)) = step.and_then(|step| Some((step, step.until?))) else { continue };
        let left = request.as_of.until(until).map_or(0, |span| span.get_days());
        let line = Line {
            until: until.to_string(),
            ended: step.has_ended(request.as_of),
            days_left: if left < 0 { 0 } else { left + 1 },
            document: step.document.as_deref().map(instrument::full_name).unwrap_or_default(),
            regulation: titles.get(&measure.regulation).cloned().unwrap_or_default(),
            code: measure.regulation.clone(),
            measure: measure.title.clone(),
            agency: names.agency(subject.agency.as_deref().unwrap_or_default()),
            instrument: measure.instrument.as_deref().map(|number| names.citation(number)).unwrap_or_default(),
            provision: measure.provision.clone().unwrap_or_default(),
        };
        found.push((until, line));
    }
    found.sort_by(|(a, one), (b, two)| {
        (a, &one.agency, &one.code, &one.measure).cmp(&(b, &two.agency, &two.code, &two.measure))
    });
    let lines: Vec<Line> = found.into_iter().map(|(_, line)| line).collect();
    let sheet = sheet(request, &lines);
    let lapses = Lapses { as_of: request.as_of.to_string(), scope: names.scope(workspace, request)?, lines };
    Ok((serde_json::to_value(lapses).map_err(cannot_json)?, vec![sheet]))
}

fn sheet(request: &Request, lines: &[Line]) -> Sheet {
    let columns =
        [W::LapsesOn, W::LapsingDocument, W::Code, W::Name, W::Measure, W::Agency, W::Amend, W::Provision, W::DaysLeft];
    let rows = lines.iter().map(|line| {
        vec![
            line.until.parse().map_or(Cell::Empty, Cell::Day),
            line.document.clone().into(),
            line.code.clone().into(),
            line.regulation.clone().into(),
            line.measure.clone().into(),
            line.agency.clone().into(),
            line.instrument.clone().into(),
            line.provision.clone().into(),
            Cell::Whole(line.days_left.into()),
        ]
    });
    Sheet {
        name: W::LapsesSheet.text(request.lang).to_owned(),
        columns: columns.iter().map(|word| word.text(request.lang).to_owned()).collect(),
        rows: rows.collect(),
        ..Sheet::default()
    }
}
