//! How sure the saving of the measures is: intervals, the probability of each target, and the parameters that matter most.

use super::Request;
use super::names::Names;
use crate::reform::chance::Draws;
use crate::reform::{Snapshot, Subject};
use crate::store::Workspace;
use crate::view::nouns::Source;
use crate::view::nouns::scenario::uncertain;
use crate::view::{Cell, Sheet, Table};
use crate::words::report::ReportWord as W;
use crate::words::{Message, Result};
use serde::Serialize;
use serde_json::Value as Json;
use std::collections::BTreeMap;

/// At most so many parameters are listed.
const MOST: usize = 20;

/// A row by the keys of its columns: as programs get it, and as people read it.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    values: BTreeMap<&'static str, Cell>,
    said: BTreeMap<&'static str, String>,
}

#[derive(Serialize)]
struct Data {
    as_of: String,
    scope: String,
    /// `all`, `agency`, `field` or `regulation`.
    scope_kind: &'static str,
    stage: &'static str,
    measures: usize,
    /// How many parameters are uncertain.
    parameters: usize,
    draws: usize,
    seed: u64,
    level: u8,
    figures: Vec<Row>,
    targets: Vec<Row>,
    bars: Vec<Row>,
    notes: Vec<String>,
}

/// The data of the document and its tables.
///
/// # Errors
/// A figure is too large to compute exactly, or the workspace cannot be read.
pub(super) fn data(workspace: &Workspace, snapshot: &Snapshot, request: &Request) -> Result<(Json, Vec<Sheet>)> {
    let (lang, names) = (request.lang, Names::read(workspace, request.lang)?);
    let from = Source { reader: workspace, lang, day: request.as_of, snapshot: Some(snapshot), verbose: false };
    let within = |code: &str| snapshot.live.find(code).is_some_and(|subject| request.scope.holds(subject));
    let measures = request.measures(snapshot);
    let chosen = measures.iter().filter(|(regulation, _)| within(regulation)).flat_map(|(_, own)| own);
    let mut codes: Vec<String> = chosen.map(|measure| measure.code.clone()).collect();
    codes.sort();
    let count = codes.len();
    let scope = |subject: &Subject| request.scope.covers(snapshot, subject);
    let found = uncertain(&from, codes, &scope, request.programme.as_deref(), &Draws::USUAL, MOST)?;
    let rows = |table: &Table| -> Vec<Row> {
        let row = |cells: &Vec<Cell>| {
            let keyed = || table.columns.iter().zip(cells);
            Row {
                values: keyed().map(|(column, cell)| (column.key, cell.clone())).collect(),
                said: keyed().map(|(column, cell)| (column.key, cell.shown(lang))).collect(),
            }
        };
        table.rows.iter().map(row).collect()
    };
    let data = Data {
        as_of: request.as_of.to_string(),
        scope: names.scope(workspace, request)?,
        scope_kind: request.scope.kind(),
        stage: request.stage.name(),
        measures: count,
        parameters: found.parameters,
        draws: Draws::USUAL.draws,
        seed: Draws::USUAL.seed,
        level: Draws::USUAL.level,
        figures: rows(&found.figures),
        targets: rows(&found.targets),
        bars: rows(&found.bars),
        notes: found.notes.iter().map(|note| note.text(lang).to_owned()).collect(),
    };
    let sheet = |word: W, table: Table| Sheet {
        name: word.text(lang).to_owned(),
        columns: table.columns.iter().map(|column| column.title.clone()).collect(),
        rows: table.rows,
        ..Sheet::default()
    };
    let sheets = vec![
        sheet(W::IntervalsTab, found.figures),
        sheet(W::ProbabilitiesTab, found.targets),
        sheet(W::ParametersTab, found.bars),
    ];
    Ok((serde_json::to_value(data).map_err(super::cannot_json)?, sheets))
}
