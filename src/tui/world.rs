//! What all screens share of the workspace, loaded once; of a change made here only what it touched is loaded again.

use super::corner::Corner;
use crate::model::{Agency, Calendar, Holiday, MeasureKind};
use crate::reform::{GroupBy, Progress, Snapshot, progress};
use crate::store::Workspace;
use crate::text::{Lang, fold};
use crate::words::Result;
use jiff::civil::Date;
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What a change touched.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) enum Touch {
    /// Nothing.
    #[default]
    Nothing,
    /// Sheets of these regulations, and measures on them too, or not.
    Regulations { codes: BTreeSet<String>, measures: bool },
    /// Anything.
    Everything,
}

impl Touch {
    /// What two changes touched.
    pub(super) fn and(self, other: &Self) -> Self {
        match (self, other) {
            (this, Self::Nothing) => this,
            (Self::Nothing, other) => other.clone(),
            (Self::Regulations { mut codes, measures }, Self::Regulations { codes: others, measures: more }) => {
                codes.extend(others.iter().cloned());
                Self::Regulations { codes, measures: measures || *more }
            }
            _ => Self::Everything,
        }
    }

    /// Whether it touched a regulation.
    pub(super) fn of(&self, code: &str) -> bool {
        match self {
            Self::Nothing => false,
            Self::Regulations { codes, .. } => codes.contains(code),
            Self::Everything => true,
        }
    }
}

/// What is loaded for all screens.
#[derive(Debug, Default)]
pub(super) struct World {
    /// Shared with work beside the screen.
    pub(super) snapshot: Arc<Snapshot>,
    /// Agencies by code.
    pub(super) agencies: HashMap<String, Agency>,
    pub(super) kinds: Vec<MeasureKind>,
    pub(super) calendar: Calendar,
    /// Regulations by code: what the palette finds.
    pub(super) names: Vec<Name>,
    /// Instruments: number and title.
    pub(super) instruments: Vec<(String, String)>,
    /// How many rows each kind of thing has, where a screen shows it.
    pub(super) counts: Counts,
    /// Where the exchange with others stands; nothing where the data file has not joined.
    pub(super) exchange: Option<Corner>,
    progress: OnceCell<Vec<Progress>>,
}

/// A regulation as it is found by words.
#[derive(Debug, Clone)]
pub(super) struct Name {
    pub(super) code: String,
    pub(super) name: String,
    /// Code and name, folded.
    pub(super) folded: String,
}

/// How many there are.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) instruments: usize,
    pub(super) scenarios: usize,
    pub(super) changes: i64,
}

impl World {
    /// Loads everything.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn load(workspace: &Workspace, today: Date) -> Result<Self> {
        let snapshot = workspace.snapshot(today)?;
        let instruments: Vec<(String, String)> =
            workspace.instrument_rows()?.into_iter().map(|row| (row.number, row.title)).collect();
        let counts = Counts {
            instruments: instruments.len(),
            scenarios: workspace.all::<crate::model::Scenario>()?.len(),
            changes: last_change(workspace)?,
        };
        let named = |row: crate::store::RegulationRow| Name {
            folded: fold(&format!("{} {}", row.code, row.name)),
            code: row.code,
            name: row.name,
        };
        Ok(Self {
            snapshot: Arc::new(snapshot),
            names: workspace.regulation_rows()?.into_iter().map(named).collect(),
            agencies: workspace.all::<Agency>()?.into_iter().map(|a| (a.code.clone(), a)).collect(),
            kinds: workspace.measure_kinds()?,
            calendar: Calendar::new(&workspace.all::<Holiday>()?),
            instruments,
            counts,
            exchange: Corner::read(workspace)?,
            progress: OnceCell::new(),
        })
    }

    /// Loads again what a change touched.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub(super) fn renew(&mut self, workspace: &Workspace, today: Date, touch: &Touch) -> Result<()> {
        match touch {
            Touch::Nothing => {}
            Touch::Regulations { codes, .. } => {
                workspace.passed().forget_of(codes);
                let now = workspace.snapshot_of(today, codes)?;
                Arc::make_mut(&mut self.snapshot).renew(codes, now);
                self.progress = OnceCell::new();
                self.counts.changes = last_change(workspace)?;
                self.exchange = Corner::read(workspace)?;
            }
            Touch::Everything => {
                workspace.passed().forget();
                *self = Self::load(workspace, today)?;
            }
        }
        Ok(())
    }

    /// The progress of all programmes; computed when it is first asked for.
    pub(super) fn progress(&self, today: Date) -> &[Progress] {
        self.progress.get_or_init(|| {
            let of = |p| progress(&self.snapshot, p, today, Some(GroupBy::Agency));
            self.snapshot.programmes.iter().map(of).collect()
        })
    }

    /// The programme that a screen begins with: of those that cover something here the first that still runs, else the one that ran last; where
    /// none covers anything the first.
    pub(super) fn programme(&self, today: Date) -> Option<&crate::model::Programme> {
        let last = |programme: &&crate::model::Programme| programme.targets.iter().map(|target| target.due).max();
        let mut covering: Vec<_> = self.snapshot.programmes.iter().collect();
        covering.retain(|programme| !self.snapshot.measured_by(Some(&programme.code)).subjects.is_empty());
        let running = covering.iter().find(|programme| last(programme) >= Some(today)).copied();
        running.or_else(|| covering.into_iter().max_by_key(last)).or(self.snapshot.programmes.first())
    }

    /// The name of a regulation; empty where there is none of this code.
    pub(super) fn name(&self, code: &str) -> &str {
        let at = self.names.binary_search_by(|one| one.code.as_str().cmp(code));
        at.map_or("", |at| self.names[at].name.as_str())
    }

    /// The name of an agency; the code where the catalogue does not know it.
    pub(super) fn agency<'a>(&'a self, code: &'a str, lang: Lang) -> &'a str {
        self.agencies.get(code).map_or(code, |agency| agency.name_in(lang))
    }
}

fn last_change(workspace: &Workspace) -> Result<i64> {
    let filter = crate::store::HistoryFilter { key: None, limit: Some(1) };
    Ok(workspace.history(&filter)?.first().map_or(0, |change| change.id))
}
