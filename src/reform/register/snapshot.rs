//! What computing needs of a workspace, loaded once.

use crate::cost::CostRow;
use crate::model::{
    ActivityGroup, Concerns, Fraction, Measure, MeasureKind, Programme, RegulationKind, Scope, Succession,
};
use crate::words::reform::ReformWord;
use crate::words::{Message, Said};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// A workspace as computing sees it.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// Regulations in force now.
    pub live: Register,
    /// Regulations at which measures aim and that are not in force any more: no figure counts them.
    pub ended: Register,
    /// Frozen baselines by code of the programme.
    pub baselines: BTreeMap<String, Register>,
    /// All measures.
    pub measures: Vec<Measure>,
    /// Kinds of measure by id.
    pub kinds: BTreeMap<String, MeasureKind>,
    /// Levels of instruments.
    pub levels: super::Levels,
    /// Programmes.
    pub programmes: Vec<Programme>,
    /// Working hours of one working day, to turn working days into hours.
    pub working_day: Fraction,
    /// Cost sheets and time limits that could not be computed; no sum counts them.
    pub uncounted: Vec<Uncounted>,
    /// What programmes cover of the living catalogue, by code, once somebody asked.
    pub covered: Covered,
    /// Which agency stands for which on the day: figures by agency are those of the one that took over.
    pub succession: Succession,
}

/// The regulations that programmes cover, worked out when they are asked for and kept.
#[derive(Debug, Clone, Default)]
pub struct Covered(OnceLock<BTreeMap<String, Arc<Register>>>);

crate::words::named! {
    /// Why something could not be computed.
    Unable {
        /// It names a parameter that the workspace does not have.
        UnknownParameter = "unknown_parameter",
        /// A number is out of its bounds.
        OutOfRange = "out_of_range",
        /// What is stored cannot be read.
        Unreadable = "unreadable",
        /// A figure does not fit.
        TooLarge = "too_large",
    }
}

/// A cost sheet, or the time limit of a procedure, that could not be computed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Uncounted {
    /// Code of the regulation.
    pub code: String,
    /// The programme in whose frozen baseline it stands; nothing for the living one.
    pub programme: Option<String>,
    /// Why.
    pub reason: Unable,
    /// What it is about: the parameter, the cell with its value.
    pub what: String,
}

impl Uncounted {
    /// The same for people.
    pub fn said(&self) -> Said {
        let word = match self.reason {
            Unable::UnknownParameter => ReformWord::UnableUnknown,
            Unable::OutOfRange => ReformWord::UnableRange,
            Unable::Unreadable => ReformWord::UnableUnreadable,
            Unable::TooLarge => ReformWord::UnableLarge,
        };
        word.said(&[&self.code, &self.what])
    }
}

impl Snapshot {
    /// What the figures of a programme are measured against: its frozen baseline, else what it covers of the living catalogue; the whole of that
    /// where no programme is asked for.
    pub fn measured_by(&self, programme: Option<&str>) -> &Register {
        let Some(code) = programme else { return &self.live };
        if let Some(frozen) = self.baselines.get(code) {
            return frozen;
        }
        let covered = self.covered.0.get_or_init(|| {
            let mut same: Vec<(&Scope, Arc<Register>)> = Vec::new();
            let mut by_code = BTreeMap::new();
            for programme in self.programmes.iter().filter(|programme| !programme.scope.is_everything()) {
                let known =
                    same.iter().find(|(scope, _)| **scope == programme.scope).map(|(_, register)| register.clone());
                let register = known.unwrap_or_else(|| {
                    let within = self.live.subjects.iter().filter(|subject| subject.within(&programme.scope));
                    let register = Arc::new(Register { frozen_on: None, subjects: within.cloned().collect() });
                    same.push((&programme.scope, register.clone()));
                    register
                });
                by_code.insert(programme.code.clone(), register);
            }
            by_code
        });
        covered.get(code).map_or(&self.live, |register| register)
    }

    /// The workspace as far as some regulations go, for the figures of one programme: those of its frozen baseline for which `holds`
    /// says so, as they were then, with what became of them; and what came since of which it says so now.
    #[must_use]
    pub fn within(&self, programme: &str, holds: impl Fn(&Subject) -> bool) -> Self {
        let frozen = self.baselines.get(programme);
        let kept = |register: &Register, keep: &dyn Fn(&Subject) -> bool| Register {
            frozen_on: register.frozen_on,
            subjects: register.subjects.iter().filter(|subject| keep(subject)).cloned().collect(),
        };
        // What the baseline has counts where it stood then, wherever it went since.
        let then = |subject: &Subject| frozen.and_then(|frozen| frozen.find(&subject.code));
        let live = kept(&self.live, &|subject| holds(then(subject).unwrap_or(subject)));
        let baselines = frozen.map(|frozen| (programme.to_owned(), kept(frozen, &holds)));
        let ended = kept(&self.ended, &holds);
        Self { live, ended, baselines: baselines.into_iter().collect(), covered: Covered::default(), ..self.clone() }
    }

    /// Takes what is known now of some regulations, by their codes, from a snapshot of them alone.
    pub fn renew(&mut self, codes: &BTreeSet<String>, now: Self) {
        self.covered = Covered::default();
        self.live.renew(codes, now.live);
        self.ended.renew(codes, now.ended);
        for (programme, register) in now.baselines {
            if let Some(frozen) = self.baselines.get_mut(&programme) {
                frozen.renew(codes, register);
            }
        }
        self.measures.retain(|measure| !codes.contains(&measure.regulation));
        self.measures.extend(now.measures);
        self.measures.sort_by(|a, b| a.code.cmp(&b.code));
        self.uncounted.retain(|uncounted| !codes.contains(&uncounted.code));
        self.uncounted.extend(now.uncounted);
    }
}

/// Whether a baseline is frozen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BaselineState {
    /// Not frozen: the living catalogue stands in for it, and moves.
    Live,
    /// Frozen as of this day.
    Frozen(Date),
}

/// A set of regulations that figures are computed over.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// The day on which it was frozen; nothing for the living catalogue.
    pub frozen_on: Option<Date>,
    /// Its regulations, by code.
    pub subjects: Vec<Subject>,
}

impl Register {
    /// Whether it is a frozen baseline.
    pub fn baseline(&self) -> BaselineState {
        self.frozen_on.map_or(BaselineState::Live, BaselineState::Frozen)
    }

    /// The place of the regulation with this code.
    pub fn place(&self, code: &str) -> Option<usize> {
        self.subjects.binary_search_by(|s| s.code.as_str().cmp(code)).ok()
    }

    fn renew(&mut self, codes: &BTreeSet<String>, now: Self) {
        self.subjects.retain(|subject| !codes.contains(&subject.code));
        self.subjects.extend(now.subjects);
        self.subjects.sort_by(|a, b| a.code.cmp(&b.code));
    }

    /// The regulation with this code. Subjects are in the order of their codes.
    pub fn find(&self, code: &str) -> Option<&Subject> {
        self.place(code).map(|at| &self.subjects[at])
    }
}

/// A regulation with the figures that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Code.
    pub code: String,
    /// Kind.
    pub kind: RegulationKind,
    /// Code of the agency.
    pub agency: Option<String>,
    /// Field.
    pub field: Option<String>,
    /// Whether it is done electronically.
    pub electronic: bool,
    /// Whom it concerns: as an officer said, else as its record tells. Not known of what is frozen.
    pub concerns: Option<Concerns>,
    /// Processing time in working hours; nothing where no limit is stated.
    pub processing_hours: Option<Fraction>,
    /// Cost per year, đồng, exact; zero without a sheet, and no figure where that waits.
    pub annual: Fraction,
    /// Cost of one performance, đồng, exact: the average over all who comply.
    pub one: Fraction,
    /// Whether it has a cost sheet.
    pub has_sheet: bool,
    /// Whether its sheet waits for the number of those who comply, so that what it costs per year is unknown: no sum counts it, and whoever
    /// shows a sum says how many wait.
    pub waits: bool,
    /// Ids of the components of its dossier, where its record tells them; loaded only for regulations at which a measure aims. Nothing
    /// where that is not known, as of a frozen baseline.
    pub components: Option<BTreeSet<String>>,
    /// Rows of the sheet; loaded only for regulations at which a measure aims.
    pub rows: Vec<SubjectRow>,
}

impl Subject {
    /// Whether a programme of this scope covers it.
    pub fn within(&self, scope: &Scope) -> bool {
        scope.covers(&self.code, self.kind, (self.agency.as_deref(), self.field.as_deref()), self.concerns)
    }

    /// Cost per year, where it is known.
    pub fn known(&self) -> Option<Fraction> {
        (self.has_sheet && !self.waits).then_some(self.annual)
    }
}

/// A row of a sheet with what measures look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SubjectRow {
    /// Id of the row.
    pub id: String,
    /// Group.
    pub group: ActivityGroup,
    /// Component that it prepares.
    pub component: Option<String>,
    /// Its numbers.
    pub row: CostRow,
}
