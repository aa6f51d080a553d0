//! A register and all measures on it, compiled once: what every evaluation of a set is computed from.

use super::outcome::Outcome;
use super::tally::ByKind;
use crate::cost::CostRow;
use crate::model::{Fraction, InstrumentLevel, Measure, RegulationKind};
use crate::reform::engine::{Common, Compiled, State, Work};
use crate::reform::{BaselineState, Register, Snapshot, Subject};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

crate::words::named! {
    /// How regulations are grouped.
    GroupBy {
        /// By agency.
        Agency = "agency",
        /// By field.
        Field = "field",
        /// By kind of regulation.
        Kind = "kind",
    }
}

impl GroupBy {
    /// The group of a regulation: code of the agency, field or kind; nothing for those without one.
    pub fn key(self, subject: &Subject) -> Option<&str> {
        match self {
            Self::Agency => subject.agency.as_deref(),
            Self::Field => subject.field.as_deref(),
            Self::Kind => Some(subject.kind.name()),
        }
    }
}

/// A register and measures on it, compiled. It owns what it needs, so that a screen may keep it.
#[derive(Debug, Clone)]
pub struct CompiledRegister {
    /// Whether the register is a frozen baseline.
    pub baseline: BaselineState,
    pub(super) regulations: Vec<Regulation>,
    pub(in crate::reform) units: Vec<Unit>,
    pub(super) measures: Vec<CompiledMeasure>,
    pub(super) common: Common,
    /// Agencies and fields by their number in [`Regulation`].
    agencies: Vec<Option<String>>,
    fields: Vec<Option<String>>,
    levels: Vec<InstrumentLevel>,
    /// All regulations as they are before any measure.
    pub(in crate::reform) whole: ByKind,
    by_code: HashMap<String, usize>,
    outside: Vec<String>,
}

/// A regulation as it counts.
#[derive(Debug, Clone)]
pub(super) struct Regulation {
    agency: usize,
    field: usize,
    pub(super) kind: RegulationKind,
    /// Before any measure.
    pub(super) before: Outcome,
}

/// A regulation at which measures aim.
#[derive(Debug, Clone)]
pub(in crate::reform) struct Unit {
    /// Its place among the regulations of the register.
    pub(in crate::reform) regulation: usize,
    pub(super) compiled: Compiled,
    /// Its measures, in the order in which they are applied.
    pub(in crate::reform) measures: Range<usize>,
}

/// What is known of a measure beside its edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompiledMeasure {
    /// Code.
    pub code: String,
    /// Code of the regulation that it cuts.
    pub regulation: String,
    /// Whether its kind abolishes.
    pub abolishes: bool,
    /// The level of instrument that must change, by its place in [`CompiledRegister::levels`]; nothing where it is not told.
    pub level: Option<usize>,
    /// Who must act, as the measure itself says.
    pub authority: Option<String>,
    /// Effort in points; nothing where no level tells it.
    pub effort: Option<Fraction>,
    /// The year of its due date.
    pub year: Option<i16>,
    pub(super) unit: usize,
}

impl CompiledRegister {
    /// Compiles measures over the baseline of a programme, or over what it covers of the living catalogue where its baseline is not frozen, or over
    /// all of that where there is no programme.
    pub fn new<'m>(
        snapshot: &'m Snapshot,
        measures: impl IntoIterator<Item = &'m Measure>,
        programme: Option<&str>,
    ) -> Self {
        Self::of(snapshot, snapshot.measured_by(programme), measures)
    }

    /// Compiles measures over a register.
    pub(in crate::reform) fn of<'m>(
        snapshot: &'m Snapshot,
        register: &Register,
        measures: impl IntoIterator<Item = &'m Measure>,
    ) -> Self {
        let mut by_regulation: BTreeMap<&str, Vec<&Measure>> = BTreeMap::new();
        for measure in measures {
            by_regulation.entry(&measure.regulation).or_default().push(measure);
        }
        let mut this = Self {
            baseline: register.baseline(),
            regulations: Vec::with_capacity(register.subjects.len()),
            units: Vec::with_capacity(by_regulation.len()),
            measures: Vec::new(),
            common: Common::default(),
            agencies: Vec::new(),
            fields: Vec::new(),
            levels: snapshot.levels.all().cloned().collect(),
            whole: ByKind::default(),
            by_code: HashMap::new(),
            outside: Vec::new(),
        };
        let (mut agencies, mut fields) = (HashMap::new(), HashMap::new());
        for subject in &register.subjects {
            let before = Outcome::untouched(subject);
            this.whole.of_mut(subject.kind).add(&before, &before);
            this.regulations.push(Regulation {
                agency: number(&mut agencies, &mut this.agencies, subject.agency.as_deref()),
                field: number(&mut fields, &mut this.fields, subject.field.as_deref()),
                kind: subject.kind,
                before,
            });
        }
        for (code, measures) in by_regulation {
            match register.place(code) {
                Some(at) => this.aim(snapshot, &register.subjects[at], at, &measures),
                None => this.outside.extend(measures.iter().map(|m| m.code.clone())),
            }
        }
        this
    }

    fn aim(&mut self, snapshot: &Snapshot, subject: &Subject, regulation: usize, measures: &[&Measure]) {
        let compiled = Compiled::of(subject, measures.iter().copied(), snapshot);
        compiled.widen_common(&mut self.common);
        let from = self.measures.len();
        let by_code: HashMap<&str, &Measure> = measures.iter().map(|m| (m.code.as_str(), *m)).collect();
        for code in compiled.codes() {
            let Some(measure) = by_code.get(code.as_str()) else { continue };
            let kind = snapshot.kinds.get(&measure.kind);
            let level = snapshot.levels.of_measure(measure, kind);
            self.by_code.insert(code.clone(), self.measures.len());
            self.measures.push(CompiledMeasure {
                code: code.clone(),
                regulation: measure.regulation.clone(),
                abolishes: kind.is_some_and(|k| k.counts_as == crate::model::CountsAs::Abolished),
                level: level.and_then(|level| self.levels.iter().position(|l| l.id == level.id)),
                authority: measure.authority.clone().filter(|a| !a.is_empty()),
                effort: snapshot.levels.effort(measure, kind),
                year: measure.due.map(jiff::civil::Date::year),
                unit: self.units.len(),
            });
        }
        self.units.push(Unit { regulation, compiled, measures: from..self.measures.len() });
    }

    /// The measures, by regulation and in the order in which they are applied.
    pub fn measures(&self) -> &[CompiledMeasure] {
        &self.measures
    }

    /// The place of a measure among [`CompiledRegister::measures`].
    pub fn find(&self, code: &str) -> Option<usize> {
        self.by_code.get(code).copied()
    }

    /// The levels of instruments.
    pub fn levels(&self) -> &[InstrumentLevel] {
        &self.levels
    }

    /// Codes of measures on regulations that are not in the register; they count nowhere.
    pub fn outside(&self) -> &[String] {
        &self.outside
    }

    /// How many regulations there are.
    pub fn regulations(&self) -> usize {
        self.regulations.len()
    }

    /// What those measures of a unit do that are chosen, by the place of the measure.
    pub(super) fn state(&self, unit: &Unit, chosen: impl Fn(usize) -> bool, work: &mut Work) -> State {
        let first = unit.measures.start;
        unit.compiled.state(|at| chosen(first + at), &self.common, work)
    }

    /// The rows that the chosen measures leave of a regulation, by their place in its sheet; nothing where one is gone.
    pub(in crate::reform) fn rows_left(
        &self,
        unit: &Unit,
        chosen: impl Fn(usize) -> bool,
        work: &mut Work,
    ) -> Vec<Option<CostRow>> {
        let first = unit.measures.start;
        unit.compiled.left(|at| chosen(first + at), &self.common, work)
    }

    /// The groups of an axis of regulations, in the order of [`CompiledRegister::group_of`].
    pub(in crate::reform) fn groups(&self, by: GroupBy) -> Vec<Option<&str>> {
        match by {
            GroupBy::Agency => self.agencies.iter().map(Option::as_deref).collect(),
            GroupBy::Field => self.fields.iter().map(Option::as_deref).collect(),
            GroupBy::Kind => RegulationKind::ALL.iter().map(|kind| Some(kind.name())).collect(),
        }
    }

    /// The group of the regulation at a place.
    pub(super) fn group_of(&self, by: GroupBy, regulation: usize) -> usize {
        let regulation = &self.regulations[regulation];
        match by {
            GroupBy::Agency => regulation.agency,
            GroupBy::Field => regulation.field,
            GroupBy::Kind => regulation.kind as usize,
        }
    }

    /// Every group as it is before any measure.
    pub(in crate::reform) fn split(&self, by: GroupBy) -> Vec<ByKind> {
        let mut groups = vec![ByKind::default(); self.groups(by).len()];
        for (at, regulation) in self.regulations.iter().enumerate() {
            let group = &mut groups[self.group_of(by, at)];
            group.of_mut(regulation.kind).add(&regulation.before, &regulation.before);
        }
        groups
    }
}

/// The number of a name, a new one where it is new.
fn number<'s>(
    known: &mut HashMap<Option<&'s str>, usize>,
    names: &mut Vec<Option<String>>,
    name: Option<&'s str>,
) -> usize {
    *known.entry(name).or_insert_with(|| {
        names.push(name.map(str::to_owned));
        names.len() - 1
    })
}
