//! What the screens show, loaded from the workspace at once, so that drawing touches nothing but memory.

use crate::cost::{Rates, SheetFigures, sheet_figures};
use crate::model::{
    Activity, Agency, Calendar, Fraction, Holiday, LinkedService, Measure, MeasureKind, Parameter, Procedure,
    Regulation, RegulationKind, RegulationStatus, Stage,
};
use crate::reform::{GroupBy, Progress, SetEffect, Snapshot, progress, set_effect};
use crate::report::{Report, Request, Scope};
use crate::store::{ChangeRecord, HistoryFilter, RegulationRow, Workspace};
use crate::text::{Lang, fold};
use crate::words::{Fault, Result};
use jiff::civil::Date;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

/// How many changes the journal screen shows.
const CHANGES: usize = 500;

/// A line of the catalogue.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) agency: String,
    pub(super) kind: RegulationKind,
    pub(super) repealed: bool,
    pub(super) measures: usize,
    /// đồng per year; nothing without a sheet.
    pub(super) annual: Option<Fraction>,
    /// What the search looks at, folded.
    pub(super) folded: String,
}

/// What every screen shows but that of one regulation.
#[derive(Debug, Default)]
pub(super) struct Data {
    pub(super) lines: Vec<Line>,
    pub(super) instruments: Vec<super::law::Line>,
    pub(super) progress: Vec<Progress>,
    /// Whether something changed since the progress was computed, which is done again where it is shown.
    pub(super) progress_is_old: bool,
    /// Agencies by code.
    pub(super) agencies: HashMap<String, Agency>,
    pub(super) kinds: Vec<MeasureKind>,
    pub(super) changes: Vec<ChangeRecord>,
    /// Shared with work beside the screen.
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) calendar: Calendar,
}

impl Data {
    pub(super) fn load(workspace: &Workspace, today: Date) -> Result<Self> {
        let snapshot = workspace.snapshot(today)?;
        let progress = of_programmes(&snapshot, today);
        let lines = workspace.regulation_rows()?.into_iter().map(|row| line(row, &snapshot)).collect();
        Ok(Self {
            lines,
            instruments: instruments(workspace)?,
            progress,
            progress_is_old: false,
            agencies: workspace.all::<Agency>()?.into_iter().map(|a| (a.code.clone(), a)).collect(),
            kinds: workspace.measure_kinds()?,
            changes: workspace.history(&HistoryFilter { key: None, limit: Some(CHANGES) })?,
            snapshot: Arc::new(snapshot),
            calendar: Calendar::new(&workspace.all::<Holiday>()?),
        })
    }

    /// Loads again some regulations, by their codes, of which a change touched sheets, or measures too.
    pub(super) fn renew(
        &mut self,
        workspace: &Workspace,
        today: Date,
        codes: &BTreeSet<String>,
        measures: bool,
    ) -> Result<()> {
        workspace.passed().forget_of(codes);
        let now = workspace.snapshot_of(today, codes)?;
        Arc::make_mut(&mut self.snapshot).renew(codes, now);
        self.progress_is_old = true;
        for code in codes {
            if let Ok(at) = self.lines.binary_search_by(|line| line.code.as_str().cmp(code)) {
                self.lines[at].figures_from(&self.snapshot);
            }
        }
        if measures {
            self.instruments = instruments(workspace)?;
        }
        Ok(())
    }

    /// Puts a change of the journal before those that are known.
    pub(super) fn changed(&mut self, change: ChangeRecord) {
        self.changes.insert(0, change);
        self.changes.truncate(CHANGES);
    }

    /// Computes the progress again from what is loaded.
    pub(super) fn renew_progress(&mut self, today: Date) {
        self.progress = of_programmes(&self.snapshot, today);
        self.progress_is_old = false;
    }

    /// The name of an agency; the code where the catalogue does not know it.
    pub(super) fn agency<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        self.agencies.get(code).map_or(code, |agency| agency.name_in(lang))
    }
}

impl Data {
    /// The name of an agency with its code; the code alone where the catalogue does not know it.
    pub(super) fn agency_and_code(&self, code: &str, lang: Lang) -> String {
        match self.agency(code, lang) {
            name if name == code => code.to_owned(),
            name => format!("{name} ({code})"),
        }
    }
}

fn of_programmes(snapshot: &Snapshot, today: Date) -> Vec<Progress> {
    snapshot.programmes.iter().map(|p| progress(snapshot, p, today, Some(GroupBy::Agency))).collect()
}

fn instruments(workspace: &Workspace) -> Result<Vec<super::law::Line>> {
    Ok(workspace.instrument_rows()?.into_iter().map(super::law::Line::of).collect())
}

impl Line {
    fn figures_from(&mut self, snapshot: &Snapshot) {
        self.annual = snapshot.live.find(&self.code).filter(|s| s.has_sheet).map(|s| s.annual);
        self.measures = snapshot.measures.iter().filter(|measure| measure.regulation == self.code).count();
    }
}

fn line(row: RegulationRow, snapshot: &Snapshot) -> Line {
    let subject = snapshot.live.find(&row.code).filter(|s| s.has_sheet);
    let agency = row.agency.unwrap_or_default();
    let field = row.field.unwrap_or_default();
    Line {
        folded: fold(&format!("{} {} {} {}", row.code, row.name, agency, field)),
        annual: subject.map(|s| s.annual),
        repealed: row.status == RegulationStatus::Repealed,
        code: row.code,
        name: row.name,
        agency,
        kind: row.kind,
        measures: row.measures,
    }
}

/// One regulation with all that its screens show.
#[derive(Debug)]
pub(super) struct Detail {
    pub(super) regulation: Regulation,
    pub(super) procedure: Option<Procedure>,
    pub(super) sheet: Vec<Activity>,
    pub(super) figures: Result<SheetFigures, Fault>,
    pub(super) rates: Rates,
    pub(super) measures: Vec<Measure>,
    /// The planned set, and what each of its measures does.
    pub(super) effect: Option<SetEffect>,
    pub(super) linked: Vec<LinkedService>,
    /// The proposal in Markdown; nothing until its screen is shown.
    pub(super) proposal: Option<String>,
    /// Why a part of it could not be loaded.
    pub(super) fault: Option<Fault>,
}

impl Detail {
    /// Loads a regulation; nothing when it is gone.
    pub(super) fn load(workspace: &Workspace, code: &str, loading: &Loading<'_>) -> Result<Option<Self>> {
        let Some(regulation) = workspace.regulation(code)? else { return Ok(None) };
        let rates = Rates::on(loading.today, workspace.all::<Parameter>()?);
        let mut fault = None;
        let (sheet, unread) = match workspace.sheet(code) {
            Ok(sheet) => (sheet, None),
            Err(unread) => (Vec::new(), Some(unread)),
        };
        let measures = workspace.measures_of(code)?;
        let planned: Vec<&Measure> = measures
            .iter()
            .filter(|m| m.status_on(loading.today).is_some_and(|status| status.counts_at(Stage::Planned)))
            .collect();
        let effect = loading.snapshot.live.find(code).map(|subject| set_effect(subject, &planned, loading.snapshot));
        let linked =
            workspace.all::<LinkedService>()?.into_iter().filter(|s| s.members.iter().any(|m| m == code)).collect();
        let procedure = workspace.procedure(code).unwrap_or_else(|unread| {
            fault = Some(unread);
            None
        });
        Ok(Some(Self {
            procedure,
            figures: unread.clone().map_or_else(|| sheet_figures(&sheet, &rates), Err),
            proposal: None,
            fault: unread.or(fault),
            regulation,
            sheet,
            rates,
            measures,
            effect,
            linked,
        }))
    }
}

/// What loading a regulation needs besides the workspace.
#[derive(Debug, Clone, Copy)]
pub(super) struct Loading<'a> {
    pub(super) today: Date,
    pub(super) lang: Lang,
    pub(super) templates: Option<&'a Path>,
    pub(super) snapshot: &'a Snapshot,
}

impl<'a> Loading<'a> {
    /// The request of a proposal.
    pub(super) fn request(&self, scope: Scope) -> Request<'a> {
        Request {
            report: Report::Proposal,
            scope,
            only: None,
            as_of: self.today,
            programme: None,
            stage: Stage::Planned,
            lang: self.lang,
            templates: self.templates,
        }
    }
}
