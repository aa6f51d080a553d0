//! A set of measures over a register with what is uncertain in it: the exact figures.

use crate::cost::{CostRow, Sum};
use crate::model::{Cell, Fraction, Measure, Metric, Target, Uncertain, Uncertainty};
use crate::reform::engine::cell_mut;
use crate::reform::evaluate::outcome;
use crate::reform::{ByKind, Outcome, Register, Snapshot, Subject};
use crate::words::reform::ReformWord;
use crate::words::{Fault, Message, Result};
use std::collections::{BTreeMap, HashMap};

/// That the income per hour of a row is a parameter of the workspace, or how many comply with it the regulation's own number, so that one draw
/// of it serves all rows that use it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IncomeRow {
    /// Code of the regulation.
    pub regulation: String,
    /// Id of the row.
    pub row: String,
    /// Id of the parameter; of a number of those who comply the whole `population:CODE`.
    pub parameter: String,
    /// Its value now: đồng per hour, people.
    pub value: Fraction,
    /// What it is multiplied by in this row: the staff factor, the share of the group.
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
    /// The rows whose income per hour, or number of those who comply, is uncertain.
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

/// Where an uncertain parameter stands in a subject.
pub(super) enum Place {
    /// A cell of a row, with what it is multiplied by there.
    Cell(usize, Cell, Fraction),
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
    /// It before and after the measures with every parameter at its point.
    point: (Outcome, Outcome),
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
    pub(super) fixed: ByKind,
    point: ByKind,
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
            fixed: ByKind::default(),
            point: ByKind::default(),
        };
        for subject in &register.subjects {
            let mine = by_regulation.remove(subject.code.as_str()).unwrap_or_default();
            let before = Outcome::untouched(subject);
            let after = if mine.is_empty() { Some(before) } else { outcome(subject, &mine, snapshot) };
            let after = after.ok_or_else(|| Fault::input(ReformWord::TooLarge.said(&[&subject.code])))?;
            case.point.of_mut(subject.kind).add(&before, &after);
            match places.remove(subject.code.as_str()) {
                None => case.fixed.of_mut(subject.kind).add(&before, &after),
                Some(places) => {
                    let place = case.affected.len();
                    for (_, variable) in &places {
                        case.variables[*variable].touches.push(place);
                    }
                    case.affected.push(Affected { subject, measures: mine, places, point: (before, after) });
                }
            }
        }
        for variable in &mut case.variables {
            variable.touches.dedup();
        }
        Ok(case)
    }

    /// The figures with every parameter at its point.
    pub fn point(&self) -> &ByKind {
        &self.point
    }

    /// The figures with every parameter at a value of its own; nothing on overflow.
    pub fn at(&self, value: impl Fn(&Variable) -> Fraction) -> Option<ByKind> {
        let mut figures = self.fixed.clone();
        for affected in &self.affected {
            let (before, after) = self.outcomes(affected, &|variable| value(&self.variables[variable]))?;
            figures.of_mut(affected.subject.kind).add(&before, &after);
        }
        Some(figures)
    }

    /// The figures with one parameter at a value and all others at their point; nothing on overflow.
    pub fn with(&self, variable: usize, value: Fraction) -> Option<ByKind> {
        let at = |other: usize| if other == variable { value } else { self.variables[other].point };
        let mut figures = self.point.clone();
        for affected in self.variables[variable].touches.iter().map(|place| &self.affected[*place]) {
            let (before, after) = self.outcomes(affected, &at)?;
            let tally = figures.of_mut(affected.subject.kind);
            tally.take(&affected.point.0, &affected.point.1);
            tally.add(&before, &after);
        }
        Some(figures)
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

    /// A subject before and after the measures for given values of the parameters; nothing on overflow.
    fn outcomes(&self, affected: &Affected<'a>, value: &dyn Fn(usize) -> Fraction) -> Option<(Outcome, Outcome)> {
        let mut subject = affected.subject.clone();
        let mut measures: Vec<Measure> = affected.measures.iter().map(|m| (*m).clone()).collect();
        let mut rows = false;
        for (place, variable) in &affected.places {
            let value = value(*variable);
            match place {
                Place::Cell(row, cell, factor) => {
                    *cell_mut(&mut subject.rows[*row].row, *cell) = value.times(*factor)?;
                }
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
        let after = outcome(&subject, &measures.iter().collect::<Vec<_>>(), self.snapshot)?;
        Some((Outcome::untouched(&subject), after))
    }
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
                Some((
                    subject.code.as_str(),
                    Place::Cell(at, cell, Fraction::ONE),
                    cell_of(&subject.rows[at].row, cell),
                ))
            });
            found.into_iter().collect()
        }
        Some(of @ (Uncertain::Parameter(_) | Uncertain::Population(_))) => {
            let (id, people) = match of {
                Uncertain::Parameter(id) => (id, false),
                other => (other.to_string(), true),
            };
            let rows = question.incomes.iter().filter(|income| income.parameter == id);
            let place = |income: &'a IncomeRow| {
                let subject = subject(&income.regulation)?;
                let at = row_of(subject, &income.row)?;
                let place = match people {
                    true => Place::Cell(at, Cell::Population, income.factor),
                    false => Place::Hourly(at, income.factor),
                };
                Some((subject.code.as_str(), place, income.value))
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
