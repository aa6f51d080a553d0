//! A set of measures over a register with what is uncertain in it: the exact figures.

use crate::cost::{CostRow, Sum};
use crate::model::{Cell, Fraction, Measure, Metric, RegulationKind, Target, Uncertain, Uncertainty};
use crate::reform::engine::cell_mut;
use crate::reform::{Register, Snapshot, Subject, apply};
use crate::words::cost::CostWord;
use crate::words::reform::ReformWord;
use crate::words::{Fault, Message, Result};
use std::collections::{BTreeMap, HashMap};

/// That the income per hour of a row is a parameter of the workspace, so that one draw of it serves all rows that use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomeRow {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row.
    pub row: String,
    /// Id of the parameter.
    pub parameter: String,
    /// Its value now, đồng per hour.
    pub value: Fraction,
    /// What it is multiplied by in this row: the staff factor.
    pub factor: Fraction,
}

/// What a case is put together from.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    /// Kinds of measure and working hours of a day.
    pub snapshot: &'a Snapshot,
    /// The regulations that figures are computed over; those that something uncertain touches come with their rows.
    pub register: &'a Register,
    /// The set of measures.
    pub measures: Vec<&'a Measure>,
    /// The targets whose probability is asked for, each with the code of its programme.
    pub targets: &'a [(String, Target)],
    /// What is uncertain.
    pub uncertainties: &'a [Uncertainty],
    /// The rows whose income per hour is uncertain.
    pub incomes: &'a [IncomeRow],
}

/// An uncertain parameter that moves a figure of the case.
#[derive(Debug, Clone)]
pub struct Variable {
    /// What is uncertain and how.
    pub uncertainty: Uncertainty,
    /// Its value in the workspace.
    pub point: Fraction,
    /// The subjects that it touches, by their place in [`Case::affected`].
    pub(super) touches: Vec<usize>,
}

impl Variable {
    /// The middle of its range.
    pub fn middle(&self) -> Fraction {
        let sum = self.uncertainty.low.plus(self.uncertainty.high);
        sum.and_then(|sum| sum.over(Fraction::whole(2))).unwrap_or(self.point)
    }
}

/// Cost per year in đồng and processing time in working hours, before and after the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Part {
    /// Cost per year before.
    pub before: Fraction,
    /// Cost per year after.
    pub after: Fraction,
    /// Processing time before.
    pub hours_before: Fraction,
    /// Processing time after.
    pub hours_after: Fraction,
}

impl Part {
    /// Cost per year saved.
    pub fn saved(&self) -> Option<Fraction> {
        self.before.minus(self.after)
    }

    /// Cost per year saved in percent of the cost before; nothing when that is zero.
    pub fn percent(&self) -> Option<Fraction> {
        self.saved()?.times(Fraction::whole(100))?.over(self.before)
    }

    /// Processing time saved.
    pub fn hours_saved(&self) -> Option<Fraction> {
        self.hours_before.minus(self.hours_after)
    }

    pub(super) fn plus(&self, other: &Self) -> Option<Self> {
        self.combine(other, Fraction::plus)
    }

    pub(super) fn minus(&self, other: &Self) -> Option<Self> {
        self.combine(other, Fraction::minus)
    }

    fn combine(&self, other: &Self, with: impl Fn(Fraction, Fraction) -> Option<Fraction>) -> Option<Self> {
        Some(Self {
            before: with(self.before, other.before)?,
            after: with(self.after, other.after)?,
            hours_before: with(self.hours_before, other.hours_before)?,
            hours_after: with(self.hours_after, other.hours_after)?,
        })
    }
}

/// Exact figures by kind of regulation.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Figures {
    kinds: BTreeMap<RegulationKind, Part>,
}

impl Figures {
    /// Over some kinds of regulation; over all when none is named. Nothing on overflow.
    pub fn over(&self, kinds: &[RegulationKind]) -> Option<Part> {
        let counted = self.kinds.iter().filter(|(kind, _)| kinds.is_empty() || kinds.contains(kind));
        counted.map(|(_, part)| part).try_fold(Part::default(), |sum, part| sum.plus(part))
    }

    /// Over all regulations.
    pub fn all(&self) -> Option<Part> {
        self.over(&[])
    }

    pub(super) fn of(&self, kind: RegulationKind) -> Part {
        self.kinds.get(&kind).copied().unwrap_or_default()
    }

    fn changed(&self, kind: RegulationKind, change: impl FnOnce(&Part) -> Option<Part>) -> Option<Self> {
        let mut changed = self.clone();
        let part = changed.kinds.entry(kind).or_default();
        *part = change(part)?;
        Some(changed)
    }
}

/// Where a target stands with every parameter at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TargetPoint {
    /// What is reached, in percent of the baseline; nothing when the baseline is zero.
    pub percent: Option<Fraction>,
    /// Whether it is met.
    pub met: bool,
}

/// Where an uncertain parameter stands in a subject.
pub(super) enum Place {
    /// A cell of a row.
    Cell(usize, Cell),
    /// The income per hour of a row, with the staff factor.
    Hourly(usize, Fraction),
    /// A value of a measure.
    Value(usize, String),
}

/// A subject that something uncertain touches.
pub(super) struct Affected<'a> {
    pub subject: &'a Subject,
    pub measures: Vec<&'a Measure>,
    pub places: Vec<(Place, usize)>,
    /// Its figures with every parameter at its point.
    point: Part,
}

/// How many regulations count, and how many of them by each metric of counting.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    all: i64,
    cut_or_simplified: i64,
    abolished: i64,
    electronic: i64,
}

/// A set of measures over a register with what is uncertain in it.
pub struct Case<'a> {
    pub(super) snapshot: &'a Snapshot,
    /// What moves a figure.
    pub variables: Vec<Variable>,
    /// What is declared uncertain and moves nothing here: its row is not in the register, its measure not in the set.
    pub idle: Vec<String>,
    /// The targets, each with the code of its programme.
    pub targets: &'a [(String, Target)],
    pub(super) affected: Vec<Affected<'a>>,
    /// Everything that nothing uncertain touches.
    pub(super) fixed: Figures,
    point: Figures,
    counted: BTreeMap<RegulationKind, Counted>,
}

impl<'a> Case<'a> {
    /// Finds what each uncertain parameter touches and computes what it does not.
    ///
    /// # Errors
    /// Bad input when a figure is too large to compute exactly.
    pub fn new(question: &Question<'a>) -> Result<Self> {
        let (snapshot, register) = (question.snapshot, question.register);
        let mut by_regulation: HashMap<&str, Vec<&'a Measure>> = HashMap::new();
        for measure in &question.measures {
            by_regulation.entry(&measure.regulation).or_default().push(measure);
        }
        let mut variables = Vec::new();
        let mut idle = Vec::new();
        let mut places: BTreeMap<&str, Vec<(Place, usize)>> = BTreeMap::new();
        for uncertainty in question.uncertainties {
            let found = find(question, uncertainty, &by_regulation);
            let Some((_, _, point)) = found.first() else {
                idle.push(uncertainty.of.clone());
                continue;
            };
            variables.push(Variable { uncertainty: uncertainty.clone(), point: *point, touches: Vec::new() });
            for (regulation, place, _) in found {
                places.entry(regulation).or_default().push((place, variables.len() - 1));
            }
        }
        let mut case = Self {
            snapshot,
            variables,
            idle,
            targets: question.targets,
            affected: Vec::new(),
            fixed: Figures::default(),
            point: Figures::default(),
            counted: BTreeMap::new(),
        };
        let mut fixed: BTreeMap<RegulationKind, [Sum; 4]> = BTreeMap::new();
        for subject in &register.subjects {
            let mine = by_regulation.remove(subject.code.as_str()).unwrap_or_default();
            let counted = case.counted.entry(subject.kind).or_default();
            counted.all += 1;
            match places.remove(subject.code.as_str()) {
                None => {
                    let part = part_of(subject, &mine, snapshot, Some(counted)).ok_or_else(|| too_large(subject))?;
                    let sums = fixed.entry(subject.kind).or_default();
                    for (sum, value) in
                        sums.iter_mut().zip([part.before, part.after, part.hours_before, part.hours_after])
                    {
                        sum.add_fraction(value);
                    }
                }
                Some(places) => {
                    let place = case.affected.len();
                    for (_, variable) in &places {
                        case.variables[*variable].touches.push(place);
                    }
                    let point = part_of(subject, &mine, snapshot, Some(counted)).ok_or_else(|| too_large(subject))?;
                    case.affected.push(Affected { subject, measures: mine, places, point });
                }
            }
        }
        for variable in &mut case.variables {
            variable.touches.dedup();
        }
        let overflow = || Fault::input(CostWord::SumTooLarge.said(&[]));
        for (kind, [before, after, hours_before, hours_after]) in fixed {
            let total = |sum: Sum| sum.total().ok_or_else(overflow);
            let part = Part {
                before: total(before)?,
                after: total(after)?,
                hours_before: total(hours_before)?,
                hours_after: total(hours_after)?,
            };
            case.fixed.kinds.insert(kind, part);
        }
        case.point = case.sum(|affected| Some(affected.point)).ok_or_else(overflow)?;
        Ok(case)
    }

    /// The figures with every parameter at its point.
    pub fn point(&self) -> &Figures {
        &self.point
    }

    /// The figures with every parameter at a value of its own; nothing on overflow.
    pub fn at(&self, value: impl Fn(&Variable) -> Fraction) -> Option<Figures> {
        self.sum(|affected| self.part(affected, &|variable| value(&self.variables[variable])))
    }

    /// The figures with one parameter at a value and all others at their point; nothing on overflow.
    pub fn with(&self, variable: usize, value: Fraction) -> Option<Figures> {
        let at = |other: usize| if other == variable { value } else { self.variables[other].point };
        self.variables[variable].touches.iter().try_fold(self.point.clone(), |figures, place| {
            let affected = &self.affected[*place];
            let part = self.part(affected, &at)?;
            figures.changed(affected.subject.kind, |sum| sum.minus(&affected.point)?.plus(&part))
        })
    }

    /// Where a target stands with the given figures. What is counted in regulations does not depend on any value.
    pub fn target(&self, target: &Target, figures: &Figures) -> Option<TargetPoint> {
        let (baseline, achieved) = match target.metric {
            Metric::CostSaved => figures.over(&target.kinds).and_then(|part| Some((part.before, part.saved()?)))?,
            Metric::TimeSaved => {
                figures.over(&target.kinds).and_then(|part| Some((part.hours_before, part.hours_saved()?)))?
            }
            _ => self.count(target),
        };
        let hundredfold = achieved.times(Fraction::whole(100))?;
        let met = !baseline.is_zero() && hundredfold >= baseline.times(target.percent)?;
        Some(TargetPoint { percent: hundredfold.over(baseline), met })
    }

    /// Whether draws can move a target: whether one of its metric and kinds is touched by something uncertain.
    pub fn moves(&self, target: &Target) -> bool {
        let touches = |affected: &Affected<'_>| {
            (target.kinds.is_empty() || target.kinds.contains(&affected.subject.kind))
                && match target.metric {
                    Metric::CostSaved => true,
                    Metric::TimeSaved => affected.places.iter().any(|(place, _)| matches!(place, Place::Value(..))),
                    _ => false,
                }
        };
        self.affected.iter().any(touches)
    }

    fn count(&self, target: &Target) -> (Fraction, Fraction) {
        let mut sum = Counted::default();
        for (kind, counted) in &self.counted {
            let by_metric = target.metric != Metric::ConditionsAbolished || *kind == RegulationKind::Condition;
            if by_metric && (target.kinds.is_empty() || target.kinds.contains(kind)) {
                sum.all += counted.all;
                sum.cut_or_simplified += counted.cut_or_simplified;
                sum.abolished += counted.abolished;
                sum.electronic += counted.electronic;
            }
        }
        let achieved = match target.metric {
            Metric::Abolished | Metric::ConditionsAbolished => sum.abolished,
            Metric::Electronic => sum.electronic,
            _ => sum.cut_or_simplified,
        };
        (Fraction::whole(sum.all), Fraction::whole(achieved))
    }

    fn sum(&self, part: impl Fn(&Affected<'a>) -> Option<Part>) -> Option<Figures> {
        let mut sums: BTreeMap<RegulationKind, [Sum; 4]> = BTreeMap::new();
        for affected in &self.affected {
            let part = part(affected)?;
            let sums = sums.entry(affected.subject.kind).or_default();
            for (sum, value) in sums.iter_mut().zip([part.before, part.after, part.hours_before, part.hours_after]) {
                sum.add_fraction(value);
            }
        }
        sums.into_iter().try_fold(self.fixed.clone(), |figures, (kind, [before, after, hours_before, hours_after])| {
            let part = Part {
                before: before.total()?,
                after: after.total()?,
                hours_before: hours_before.total()?,
                hours_after: hours_after.total()?,
            };
            figures.changed(kind, |sum| sum.plus(&part))
        })
    }

    /// The figures of a subject for given values of the parameters.
    fn part(&self, affected: &Affected<'a>, value: &dyn Fn(usize) -> Fraction) -> Option<Part> {
        let mut subject = affected.subject.clone();
        let mut measures: Vec<Measure> = affected.measures.iter().map(|m| (*m).clone()).collect();
        let mut rows = false;
        for (place, variable) in &affected.places {
            let value = value(*variable);
            match place {
                Place::Cell(row, cell) => *cell_mut(&mut subject.rows[*row].row, *cell) = value,
                Place::Hourly(row, factor) => subject.rows[*row].row.hourly = value.times(*factor)?,
                Place::Value(measure, name) => {
                    measures[*measure].values.insert(name.clone(), value.to_string());
                    continue;
                }
            }
            rows = true;
        }
        if rows {
            let mut sum = Sum::default();
            subject.rows.iter().for_each(|row| row.row.add_annual(&mut sum));
            subject.annual = sum.total()?;
        }
        part_of(&subject, &measures.iter().collect::<Vec<_>>(), self.snapshot, None)
    }
}

/// The figures of a subject before and after measures; counts it where a count is kept. Nothing on overflow.
fn part_of(
    subject: &Subject,
    measures: &[&Measure],
    snapshot: &Snapshot,
    counted: Option<&mut Counted>,
) -> Option<Part> {
    let hours_before = subject.processing_hours.unwrap_or_default();
    let untouched = || Part { before: subject.annual, after: subject.annual, hours_before, hours_after: hours_before };
    let (part, cut, abolished, electronic) = if measures.is_empty() {
        (untouched(), false, false, subject.electronic)
    } else {
        let after = apply(subject, measures, snapshot);
        // An issue without a measure is that the sum does not fit.
        if after.issues.iter().any(|issue| issue.measure.is_empty()) {
            return None;
        }
        let after = after.outcome;
        let hours_after = after.hours();
        let part = Part { before: subject.annual, after: after.annual, hours_before, hours_after };
        (part, after.abolished || after.simplified, after.abolished, after.electronic || after.abolished)
    };
    if let Some(counted) = counted {
        counted.cut_or_simplified += i64::from(cut);
        counted.abolished += i64::from(abolished);
        counted.electronic += i64::from(electronic);
    }
    Some(part)
}

fn too_large(subject: &Subject) -> Fault {
    Fault::input(ReformWord::TooLarge.said(&[&subject.code]))
}

/// Where an uncertain parameter stands in the case, with its value there: regulation, place, point.
fn find<'a>(
    question: &Question<'a>,
    uncertainty: &Uncertainty,
    measures: &HashMap<&str, Vec<&'a Measure>>,
) -> Vec<(&'a str, Place, Fraction)> {
    let subject = |code: &str| question.register.find(code);
    let row_of = |subject: &Subject, id: &str| subject.rows.iter().position(|row| row.id == id);
    match Uncertain::parse(&uncertainty.of) {
        Some(Uncertain::Sheet { regulation, row, cell }) => {
            let found = subject(&regulation).and_then(|subject| {
                let at = row_of(subject, &row)?;
                Some((subject.code.as_str(), Place::Cell(at, cell), cell_of(&subject.rows[at].row, cell)))
            });
            found.into_iter().collect()
        }
        Some(Uncertain::Parameter(id)) => {
            let rows = question.incomes.iter().filter(|income| income.parameter == id);
            let place = |income: &'a IncomeRow| {
                let subject = subject(&income.regulation)?;
                let at = row_of(subject, &income.row)?;
                Some((subject.code.as_str(), Place::Hourly(at, income.factor), income.value))
            };
            rows.filter_map(place).collect()
        }
        Some(Uncertain::Measure { measure: code, value: name }) => {
            let measure = question.measures.iter().find(|measure| measure.code == code);
            let found = measure.and_then(|measure| {
                let subject = subject(&measure.regulation)?;
                let place = measures.get(measure.regulation.as_str())?.iter().position(|m| m.code == code)?;
                let point = value_of(measure, &name, question.snapshot)?;
                Some((subject.code.as_str(), Place::Value(place, name), point))
            });
            found.into_iter().collect()
        }
        None => Vec::new(),
    }
}

/// The value of a measure that its kind knows: its own, or the default of the kind.
pub(super) fn value_of(measure: &Measure, name: &str, snapshot: &Snapshot) -> Option<Fraction> {
    let parameter = snapshot.kinds.get(&measure.kind)?.parameters.iter().find(|p| p.id == name)?;
    Fraction::parse(measure.values.get(name).or(parameter.default.as_ref())?)
}

/// What stands in a cell.
pub(super) fn cell_of(row: &CostRow, cell: Cell) -> Fraction {
    *cell_mut(&mut row.clone(), cell)
}
