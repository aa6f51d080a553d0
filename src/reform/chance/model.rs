//! A case compiled for many draws.

use super::case::{Affected, Case, Place};
use super::expr::{Column, Expr};
use super::spread::{BLOCK, Sampler, Samplers, float};
use crate::model::{Action, Cell, Edit, Measure, MeasureKind, RegulationKind, Selector};
use crate::reform::SubjectRow;
use crate::reform::check::edit_value;
use crate::reform::engine::{cell_mut, selects};
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::collections::BTreeMap;

/// What a slot holds for a kind of regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Cost per year before.
    Before,
    /// Cost per year after.
    After,
    /// Processing time after.
    HoursAfter,
}

const SIDES: usize = 3;

/// How many figures a block of draws gives: three a kind of regulation.
pub(super) const SLOTS: usize = SIDES * RegulationKind::ALL.len();

/// Where a figure of a kind stands.
pub(super) fn slot(kind: RegulationKind, side: Side) -> usize {
    // Kinds are numbered in the order of their declaration, which is that of RegulationKind::ALL.
    kind as usize * SIDES + side as usize
}

/// A case compiled for many draws: a constant for each figure, a factor for each figure and parameter on which it depends in a
/// straight line, and programs for the rows where parameters multiply or a cap applies. Floating point: draws are statistics.
#[derive(Debug, Clone)]
pub struct Model {
    samplers: Vec<Sampler>,
    constants: [f64; SLOTS],
    /// For each parameter the figures that it moves in a straight line, with their factors.
    lines: Vec<Vec<(usize, f64)>>,
    programs: Vec<Program>,
    /// Where the draws of a parameter are kept while a block is computed; nothing where they are used once and let go.
    kept: Vec<Option<usize>>,
    kept_columns: usize,
    depth: usize,
}

/// A figure of one row that is no straight line, and where it is added.
#[derive(Debug, Clone)]
struct Program {
    expr: Expr,
    slots: Vec<usize>,
}

/// Room for one block of draws, used again for the next.
#[derive(Debug)]
pub(super) struct Block {
    /// Figures by [`slot`].
    pub figures: Vec<Column>,
    /// Draws of the parameters that are kept.
    columns: Vec<Column>,
    scratch: Vec<Column>,
}

impl Model {
    /// Compiles a case.
    pub fn compile(case: &Case<'_>) -> Self {
        let mut samplers = Samplers::default();
        let mut model = Self {
            samplers: case.variables.iter().map(|v| samplers.of(&v.uncertainty)).collect(),
            constants: [0.0; SLOTS],
            lines: vec![Vec::new(); case.variables.len()],
            programs: Vec::new(),
            kept: vec![None; case.variables.len()],
            kept_columns: 0,
            depth: 0,
        };
        for kind in RegulationKind::ALL {
            let part = case.fixed.of(*kind);
            model.constants[slot(*kind, Side::Before)] = float(part.before);
            model.constants[slot(*kind, Side::After)] = float(part.after);
            model.constants[slot(*kind, Side::HoursAfter)] = float(part.hours_after);
        }
        for affected in &case.affected {
            model.add_subject(case, affected);
        }
        for program in &model.programs {
            model.depth = model.depth.max(program.expr.depth() + 1);
            program.expr.reads(&mut |variable| {
                if model.kept[variable].is_none() {
                    model.kept[variable] = Some(model.kept_columns);
                    model.kept_columns += 1;
                }
            });
        }
        model
    }

    /// Keeps the draws of every parameter, so that they can be set beside the figures.
    pub(super) fn keep_all(&mut self) {
        self.kept = (0..self.samplers.len()).map(Some).collect();
        self.kept_columns = self.samplers.len();
    }

    /// How many parameters are drawn.
    pub fn parameters(&self) -> usize {
        self.samplers.len()
    }

    /// How many rows need a program of their own.
    pub fn programs(&self) -> usize {
        self.programs.len()
    }

    pub(super) fn block(&self) -> Block {
        let columns = |n| vec![[0.0; BLOCK]; n];
        Block {
            figures: columns(SLOTS),
            // One more for the parameters that are not kept.
            columns: columns(self.kept_columns + 1),
            scratch: columns(self.depth),
        }
    }

    /// Draws one block. The same seed and number give the same draws, whatever was drawn before.
    pub(super) fn draw(&self, seed: u64, number: u64, block: &mut Block) {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(number);
        let Block { figures, columns, scratch } = block;
        for (figures, constant) in figures.iter_mut().zip(self.constants) {
            figures.fill(constant);
        }
        for ((sampler, lines), kept) in self.samplers.iter().zip(&self.lines).zip(&self.kept) {
            let column = &mut columns[kept.unwrap_or(self.kept_columns)];
            sampler.fill(&mut random, column);
            for (slot, factor) in lines {
                for (figure, x) in figures[*slot].iter_mut().zip(column.iter()) {
                    *figure += factor * x;
                }
            }
        }
        let column = |variable: usize| &columns[self.kept[variable].unwrap_or(self.kept_columns)];
        for program in &self.programs {
            let Some((out, scratch)) = scratch.split_first_mut() else { return };
            program.expr.eval(&column, out, scratch);
            for slot in &program.slots {
                for (figure, x) in figures[*slot].iter_mut().zip(out.iter()) {
                    *figure += x;
                }
            }
        }
    }

    /// The draws of a parameter in the block that was drawn last, where all are kept.
    pub(super) fn column<'b>(&self, block: &'b Block, variable: usize) -> &'b Column {
        &block.columns[self.kept[variable].unwrap_or(self.kept_columns)]
    }

    /// The figures by [`slot`] for given values of the parameters.
    #[cfg(test)]
    pub(super) fn at(&self, value: impl Fn(usize) -> f64) -> [f64; SLOTS] {
        let mut figures = self.constants;
        for (variable, lines) in self.lines.iter().enumerate() {
            for (slot, factor) in lines {
                figures[*slot] += factor * value(variable);
            }
        }
        for program in &self.programs {
            for slot in &program.slots {
                figures[*slot] += program.expr.value(&value);
            }
        }
        figures
    }

    fn add_subject(&mut self, case: &Case<'_>, affected: &Affected<'_>) {
        let kind = affected.subject.kind;
        let (before, after) = (slot(kind, Side::Before), slot(kind, Side::After));
        let sheet = Sheet::before(affected);
        let old: Vec<(usize, Expr)> = sheet.rows.iter().map(|row| (row.place, row.annual())).collect();
        let reformed = sheet.after(case, affected);
        let mut new: BTreeMap<usize, Expr> = reformed.rows.iter().map(|row| (row.place, row.annual())).collect();
        for (place, expr) in old {
            match new.remove(&place) {
                Some(unchanged) if unchanged == expr => self.add(expr, &[before, after]),
                changed => {
                    self.add(expr, &[before]);
                    if let Some(changed) = changed {
                        self.add(changed, &[after]);
                    }
                }
            }
        }
        self.add(reformed.hours.unwrap_or(Expr::Fixed(0.0)), &[slot(kind, Side::HoursAfter)]);
    }

    fn add(&mut self, expr: Expr, slots: &[usize]) {
        let Some(line) = expr.affine() else {
            let (expr, constant) = expr.without_constant();
            slots.iter().for_each(|slot| self.constants[*slot] += constant);
            self.programs.push(Program { expr, slots: slots.to_vec() });
            return;
        };
        for slot in slots {
            self.constants[*slot] += line.constant;
            for (variable, factor) in &line.factors {
                let lines = &mut self.lines[*variable];
                match lines.iter_mut().find(|(known, _)| known == slot) {
                    Some((_, sum)) => *sum += factor,
                    None => lines.push((*slot, *factor)),
                }
            }
        }
    }
}

/// A sheet whose figures may depend on draws.
struct Sheet<'a> {
    rows: Vec<Row<'a>>,
    hours: Option<Expr>,
    gone: bool,
}

struct Row<'a> {
    /// Where it stands in the sheet before.
    place: usize,
    row: &'a SubjectRow,
    hourly: Expr,
    /// By [`Cell`].
    cells: [Expr; 5],
}

impl Row<'_> {
    fn annual(&self) -> Expr {
        let cell = |cell: Cell| self.cells[cell as usize].clone();
        let labour = cell(Cell::Minutes).times(self.hourly.clone()).times(Expr::Fixed(1.0 / 60.0));
        let one = labour.plus(cell(Cell::Outsourcing)).plus(cell(Cell::Charges));
        one.times(cell(Cell::Times)).times(cell(Cell::Population))
    }
}

impl<'a> Sheet<'a> {
    fn before(affected: &Affected<'a>) -> Self {
        let row = |(place, row): (usize, &'a SubjectRow)| {
            let fixed = |cell: &Cell| Expr::Fixed(float(*cell_mut(&mut row.row.clone(), *cell)));
            let mut cells = [const { Expr::Fixed(0.0) }; 5];
            for cell in Cell::ALL {
                cells[*cell as usize] = fixed(cell);
            }
            Row { place, row, hourly: Expr::Fixed(float(row.row.hourly)), cells }
        };
        let mut rows: Vec<Row<'a>> = affected.subject.rows.iter().enumerate().map(row).collect();
        for (place, variable) in &affected.places {
            match place {
                Place::Cell(row, cell) => {
                    rows[*row].cells[*cell as usize] = Expr::Of { variable: *variable, factor: 1.0 };
                }
                Place::Hourly(row, factor) => {
                    rows[*row].hourly = Expr::Of { variable: *variable, factor: float(*factor) };
                }
                Place::Value(..) => {}
            }
        }
        let hours = affected.subject.processing_hours.map(|hours| Expr::Fixed(float(hours)));
        Self { rows, hours, gone: false }
    }

    /// The sheet after the measures: what [`crate::reform::apply()`] does, with expressions in the place of numbers.
    fn after(mut self, case: &Case<'_>, affected: &Affected<'_>) -> Self {
        let kinds = &case.snapshot.kinds;
        let mut ordered: Vec<(&MeasureKind, usize, &Measure)> = affected
            .measures
            .iter()
            .enumerate()
            .filter_map(|(place, measure)| Some((kinds.get(&measure.kind)?, place, *measure)))
            .collect();
        ordered.sort_by(|(a, _, m), (b, _, n)| (a.order, &m.code).cmp(&(b.order, &n.code)));
        let day = float(case.snapshot.working_day);
        for (kind, place, measure) in ordered {
            for edit in &kind.edits {
                let value = match edit.action {
                    Action::Drop | Action::Electronic => Some(Expr::Fixed(0.0)),
                    Action::Set | Action::Cap | Action::Scale => value_of_edit(edit, kind, measure, place, affected),
                };
                // A value that cannot be read changes nothing; the exact way reports it.
                if let Some(value) = value {
                    self.edit(edit, value, measure, day);
                }
            }
        }
        self
    }

    fn edit(&mut self, edit: &Edit, value: Expr, measure: &Measure, day: f64) {
        match (edit.on, edit.action) {
            (_, Action::Electronic) => {}
            (Selector::Regulation, Action::Drop) => {
                self.gone = true;
                self.rows.clear();
                self.hours = self.hours.take().map(|_| Expr::Fixed(0.0));
            }
            (Selector::ProcessingTime, _) if self.gone => {}
            (Selector::ProcessingTime, action) => {
                self.hours = self.hours.take().map(|before| match action {
                    Action::Set => value.times(Expr::Fixed(day)),
                    Action::Cap => value.times(Expr::Fixed(day)).least(before),
                    Action::Scale => before.times(value.times(Expr::Fixed(0.01))),
                    Action::Drop => Expr::Fixed(0.0),
                    Action::Electronic => before,
                });
            }
            (_, Action::Drop) => self.rows.retain(|row| !selects(edit.on, row.row, measure)),
            (_, action) => {
                let Some(cell) = edit.cell else { return };
                for row in self.rows.iter_mut().filter(|row| selects(edit.on, row.row, measure)) {
                    let before = std::mem::replace(&mut row.cells[cell as usize], Expr::Fixed(0.0));
                    row.cells[cell as usize] = match action {
                        Action::Cap => value.clone().least(before),
                        Action::Scale => before.times(value.clone().times(Expr::Fixed(0.01))),
                        _ => value.clone(),
                    };
                }
            }
        }
    }
}

/// The value of an edit: a draw where the value of the measure is uncertain.
fn value_of_edit(
    edit: &Edit,
    kind: &MeasureKind,
    measure: &Measure,
    place: usize,
    affected: &Affected<'_>,
) -> Option<Expr> {
    let name = edit.value.as_deref().and_then(|written| written.strip_prefix('$'));
    let drawn = affected.places.iter().find_map(|(at, variable)| match at {
        Place::Value(measure, value) if *measure == place && Some(value.as_str()) == name => Some(*variable),
        _ => None,
    });
    match drawn {
        Some(variable) => Some(Expr::Of { variable, factor: 1.0 }),
        None => edit_value(edit, kind, measure).ok().map(|value| Expr::Fixed(float(value))),
    }
}
