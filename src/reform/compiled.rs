//! A register and all measures on it, compiled once: what scenarios, shares and progress are computed from.

use super::engine::{Amount, Common, Compiled, State, Work};
use super::progress::BaselineState;
use super::scenario::{Base, too_large};
use super::{Register, Snapshot};
use crate::model::{Fraction, InstrumentLevel, Measure, RegulationKind};
use crate::words::Result;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A register and measures on it, compiled. It owns what it needs, so that a screen may keep it.
#[derive(Debug, Clone)]
pub struct CompiledRegister {
    /// Whether the register is a frozen baseline.
    pub baseline: BaselineState,
    pub(super) subjects: Vec<Place>,
    pub(super) units: Vec<Aimed>,
    pub(super) measures: Vec<CompiledMeasure>,
    pub(super) common: Common,
    /// Agencies and fields by their number in [`Place`].
    pub(super) agencies: Vec<Option<String>>,
    pub(super) fields: Vec<Option<String>>,
    levels: Vec<InstrumentLevel>,
    /// What stands before any measure.
    pub(super) whole: Base,
    /// Effort by measure.
    efforts: Vec<Option<Amount>>,
    by_code: HashMap<String, usize>,
    outside: Vec<String>,
}

/// A regulation as it counts.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) agency: usize,
    pub(super) field: usize,
    pub(super) kind: RegulationKind,
    pub(super) annual: Amount,
    /// Processing time; nothing where no limit is stated.
    pub(super) hours: Option<Amount>,
}

/// A regulation at which measures aim.
#[derive(Debug, Clone)]
pub(super) struct Aimed {
    /// Its place among the subjects of the register.
    pub(super) subject: usize,
    pub(super) compiled: Compiled,
    /// Its measures, in the order in which they are applied.
    pub(super) measures: Range<usize>,
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
    /// Compiles measures over the baseline of a programme, or over the living catalogue where there is no programme or its baseline
    /// is not frozen.
    ///
    /// # Errors
    /// Bad input when the sum of all figures does not fit.
    pub fn new<'m>(
        snapshot: &'m Snapshot,
        measures: impl IntoIterator<Item = &'m Measure>,
        programme: Option<&str>,
    ) -> Result<Self> {
        let frozen = programme.and_then(|code| snapshot.baselines.get(code));
        Self::of(snapshot, frozen.unwrap_or(&snapshot.live), measures)
    }

    /// Compiles measures over a register.
    pub(super) fn of<'m>(
        snapshot: &'m Snapshot,
        register: &Register,
        measures: impl IntoIterator<Item = &'m Measure>,
    ) -> Result<Self> {
        let mut by_regulation: BTreeMap<&str, Vec<&Measure>> = BTreeMap::new();
        for measure in measures {
            by_regulation.entry(&measure.regulation).or_default().push(measure);
        }
        let mut this = Self {
            baseline: register.frozen_on.map_or(BaselineState::Live, BaselineState::Frozen),
            subjects: Vec::with_capacity(register.subjects.len()),
            units: Vec::with_capacity(by_regulation.len()),
            measures: Vec::new(),
            common: Common::default(),
            agencies: Vec::new(),
            fields: Vec::new(),
            levels: snapshot.levels.all().cloned().collect(),
            whole: Base::default(),
            efforts: Vec::new(),
            by_code: HashMap::new(),
            outside: Vec::new(),
        };
        for (code, measures) in by_regulation {
            match register.subjects.binary_search_by(|s| s.code.as_str().cmp(code)) {
                Ok(at) => this.aim(snapshot, register, at, &measures),
                Err(_) => this.outside.extend(measures.iter().map(|m| m.code.clone())),
            }
        }
        this.place(register).ok_or_else(too_large)?;
        Ok(this)
    }

    fn aim(&mut self, snapshot: &Snapshot, register: &Register, subject: usize, measures: &[&Measure]) {
        let compiled = Compiled::of(&register.subjects[subject], measures.iter().copied(), snapshot);
        compiled.widen_common(&mut self.common);
        let from = self.measures.len();
        let by_code: HashMap<&str, &Measure> = measures.iter().map(|m| (m.code.as_str(), *m)).collect();
        for code in compiled.codes() {
            let Some(measure) = by_code.get(code.as_str()) else { continue };
            let kind = snapshot.kinds.get(&measure.kind);
            let level = snapshot.levels.of_measure(measure, kind);
            let effort = snapshot.levels.effort(measure, kind);
            self.common.effort.hold(effort.unwrap_or_default().denominator());
            self.by_code.insert(code.clone(), self.measures.len());
            self.measures.push(CompiledMeasure {
                code: code.clone(),
                regulation: measure.regulation.clone(),
                abolishes: kind.is_some_and(|k| k.counts_as == crate::model::CountsAs::Abolished),
                level: level.and_then(|level| self.levels.iter().position(|l| l.id == level.id)),
                authority: measure.authority.clone().filter(|a| !a.is_empty()),
                effort,
                year: measure.due.map(jiff::civil::Date::year),
                unit: self.units.len(),
            });
        }
        self.units.push(Aimed { subject, compiled, measures: from..self.measures.len() });
    }

    /// Notes how every regulation counts, now that the common denominators are known; nothing when the sum of all does not fit.
    fn place(&mut self, register: &Register) -> Option<()> {
        for subject in &register.subjects {
            self.common.dong.hold(subject.annual.denominator());
            self.common.hours.hold(subject.processing_hours.unwrap_or_default().denominator());
        }
        let (mut agencies, mut fields) = (HashMap::new(), HashMap::new());
        for subject in &register.subjects {
            let place = Place {
                agency: number(&mut agencies, &mut self.agencies, subject.agency.as_deref()),
                field: number(&mut fields, &mut self.fields, subject.field.as_deref()),
                kind: subject.kind,
                annual: self.common.dong.amount_of(subject.annual),
                hours: subject.processing_hours.map(|hours| self.common.hours.amount_of(hours)),
            };
            self.whole.add(&place)?;
            self.subjects.push(place);
        }
        let effort = |measure: &CompiledMeasure| measure.effort.map(|effort| self.common.effort.amount_of(effort));
        self.efforts = self.measures.iter().map(effort).collect();
        Some(())
    }

    /// The effort of a measure; nothing where it is not told.
    pub(super) fn effort_of(&self, measure: usize) -> Option<Amount> {
        self.efforts.get(measure).copied().flatten()
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
        self.subjects.len()
    }

    /// What those measures of a unit do that are chosen, by the place of the measure.
    pub(super) fn state(&self, unit: &Aimed, chosen: impl Fn(usize) -> bool, work: &mut Work) -> State {
        let first = unit.measures.start;
        unit.compiled.state(|at| chosen(first + at), &self.common, work)
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
