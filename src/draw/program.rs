//! Sums of terms compiled for many draws.

use super::expr::{Expr, Term};
use super::lanes::{BLOCK, Column, add_capped, add_capped_product, add_product, add_scaled};
use super::sampler::Sampler;
use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::SeedableRng;
use std::collections::BTreeMap;
use std::ops::Range;

/// In how many terms of the same figures a parameter must stand to be multiplied once with their sum: in more than the three of one
/// row (labour, outsourcing, charges), so that what is uncertain in one row alone keeps no sum of its own.
const SHARED: usize = 4;

/// Figures compiled for many draws. Every figure is a sum of terms, each a number times uncertain parameters, some of them capped. A number alone goes to a constant and a parameter alone to a factor, whatever the number of rows; a parameter that many
/// terms share (an income per hour) is multiplied once with their sum; and what is left is a product for each row. Floating point:
/// draws are statistics.
#[derive(Debug, Clone)]
pub struct Program {
    samplers: Vec<Sampler>,
    constants: Vec<f64>,
    sums: Vec<Sum>,
    /// What is done for a block of draws, in order.
    steps: Vec<Step>,
    /// Sums to which multiples of a parameter are added, with the factor, as [`Step::Draw`] points to them.
    lines: Vec<Multiple>,
    /// In which register the draws of a parameter are kept from its first use to its last.
    registers: Vec<usize>,
    register_count: usize,
    depth: usize,
}

/// A sum of terms which moves some figures, all by the same.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sum {
    /// Their places.
    slots: Vec<usize>,
    /// A parameter with which the sum is multiplied.
    by: Option<usize>,
}

/// A sum, and the factor of the parameter that is added to it.
type Multiple = (usize, f64);

/// A sum, and the expressions of which the product is added to it.
type Product = (usize, Vec<Expr>);

#[derive(Debug, Clone)]
enum Step {
    /// Draws a parameter, and adds multiples of it to sums.
    Draw { variable: usize, lines: Range<usize> },
    /// Adds a row to a sum: a parameter times a factor, no more than a cap, times another parameter where there is one. What nearly all
    /// rows are, kept in one piece because a block reads each but once.
    Row { sum: usize, variable: usize, factor: f64, cap: f64, times: Option<usize> },
    /// Adds to a sum the product of some expressions.
    Add { sum: usize, product: Vec<Expr> },
}

impl Step {
    fn of(sum: usize, product: Vec<Expr>) -> Self {
        let times = match product.get(1) {
            None => Some(None),
            Some(expr) => alone(expr).filter(|_| product.len() == 2).map(Some),
        };
        let capped = match product.first() {
            Some(Expr::Of { variable, factor }) => Some((*variable, *factor, f64::INFINITY)),
            Some(Expr::Least(expr, cap)) => match (&**expr, &**cap) {
                (Expr::Of { variable, factor }, Expr::Fixed(cap)) => Some((*variable, *factor, *cap)),
                _ => None,
            },
            _ => None,
        };
        match (capped, times) {
            (Some((variable, factor, cap)), Some(times)) => Self::Row { sum, variable, factor, cap, times },
            _ => Self::Add { sum, product },
        }
    }
}

/// Room for one block of draws, used again for the next.
#[derive(Debug)]
pub struct Block {
    /// The figures, by place.
    pub figures: Vec<Column>,
    sums: Vec<Column>,
    registers: Vec<Column>,
    scratch: Vec<Column>,
}

/// The random numbers of a block of draws.
pub struct Stream(ChaCha8Rng);

impl Stream {
    /// The same seed and number give the same numbers, whatever was drawn before.
    pub fn new(seed: u64, number: usize) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        random.set_stream(number as u64);
        Self(random)
    }
}

impl Program {
    /// Compiles figures: the parameters, what each figure has besides, and the terms with the places of the figures that they move.
    pub fn new(samplers: Vec<Sampler>, constants: Vec<f64>, terms: Vec<(Term, Vec<usize>)>) -> Self {
        let mut program = Self {
            registers: vec![0; samplers.len()],
            samplers,
            constants,
            sums: Vec::new(),
            steps: Vec::new(),
            lines: Vec::new(),
            register_count: 0,
            depth: 0,
        };
        let (lines, products) = program.sort(terms);
        program.order(&lines, products);
        program
    }

    /// How many parameters are drawn.
    pub fn parameters(&self) -> usize {
        self.samplers.len()
    }

    /// How many products are left to be computed in every draw.
    pub fn products(&self) -> usize {
        self.steps.iter().filter(|step| !matches!(step, Step::Draw { .. })).count()
    }

    /// Room for one block.
    pub fn block(&self) -> Block {
        let columns = |n| vec![[0.0; BLOCK]; n];
        Block {
            figures: columns(self.constants.len()),
            sums: columns(self.sums.len()),
            registers: columns(self.register_count),
            scratch: columns(self.depth),
        }
    }

    /// Draws one block.
    pub fn draw(&self, stream: &mut Stream, block: &mut Block) {
        let Block { figures, sums, registers, scratch } = block;
        for (figures, constant) in figures.iter_mut().zip(&self.constants) {
            figures.fill(*constant);
        }
        sums.iter_mut().for_each(|sum| sum.fill(0.0));
        for step in &self.steps {
            match step {
                Step::Draw { variable, lines } => {
                    let column = &mut registers[self.registers[*variable]];
                    self.redraw(stream, *variable, column);
                    for (sum, factor) in &self.lines[lines.clone()] {
                        add_scaled(&mut sums[*sum], *factor, column);
                    }
                }
                Step::Row { sum, variable, factor, cap, times } => {
                    let column = |variable: usize| &registers[self.registers[variable]];
                    match times {
                        None => add_capped(&mut sums[*sum], column(*variable), *factor, *cap),
                        Some(times) => {
                            add_capped_product(&mut sums[*sum], column(*variable), *factor, *cap, column(*times));
                        }
                    }
                }
                Step::Add { sum, product } => {
                    let column = |variable: usize| &registers[self.registers[variable]];
                    add(&mut sums[*sum], product, &column, scratch);
                }
            }
        }
        for (Sum { slots, by }, sum) in self.sums.iter().zip(&*sums) {
            for slot in slots {
                match by {
                    None => add_scaled(&mut figures[*slot], 1.0, sum),
                    Some(by) => add_product(&mut figures[*slot], sum, &registers[self.registers[*by]]),
                }
            }
        }
    }

    /// The draws of a parameter in a block: what [`Self::draw`] uses there.
    pub fn redraw(&self, stream: &mut Stream, variable: usize, column: &mut Column) {
        // Every parameter has its own stretch of the stream, so that it can be drawn alone and in any order.
        stream.0.set_word_pos(variable as u128 * BLOCK as u128);
        self.samplers[variable].fill(&mut stream.0, column);
    }

    /// The figures for given values of the parameters.
    #[cfg(test)]
    pub fn at(&self, value: impl Fn(usize) -> f64) -> Vec<f64> {
        let (mut figures, mut sums) = (self.constants.clone(), vec![0.0; self.sums.len()]);
        for step in &self.steps {
            match step {
                Step::Draw { variable, lines } => {
                    let lines = &self.lines[lines.clone()];
                    lines.iter().for_each(|(sum, factor)| sums[*sum] += factor * value(*variable));
                }
                Step::Row { sum, variable, factor, cap, times } => {
                    sums[*sum] += (factor * value(*variable)).min(*cap) * times.map_or(1.0, &value);
                }
                Step::Add { sum, product } => {
                    sums[*sum] += product.iter().map(|expr| expr.value(&value)).product::<f64>();
                }
            }
        }
        for (Sum { slots, by }, sum) in self.sums.iter().zip(sums) {
            slots.iter().for_each(|slot| figures[*slot] += sum * by.map_or(1.0, &value));
        }
        figures
    }

    /// Sorts terms into constants, multiples of one parameter (returned by parameter), and products, both with the sum to which they go.
    fn sort(&mut self, terms: Vec<(Term, Vec<usize>)>) -> (Vec<Vec<Multiple>>, Vec<Product>) {
        let mut shared: BTreeMap<(usize, &[usize]), usize> = BTreeMap::new();
        for (term, slots) in terms.iter().filter(|(term, _)| term.atoms.len() > 1) {
            for variable in term.atoms.iter().filter_map(alone) {
                *shared.entry((variable, slots)).or_default() += 1;
            }
        }
        let most_shared = |term: &Term, slots: &[usize]| {
            let counted = |(place, atom): (usize, &Expr)| {
                let variable = alone(atom)?;
                let count = shared.get(&(variable, slots)).copied().filter(|count| *count >= SHARED)?;
                Some((count, std::cmp::Reverse(variable), place))
            };
            term.atoms.iter().enumerate().filter_map(counted).max()
        };
        let by = |(term, slots): &(Term, Vec<usize>)| most_shared(term, slots).filter(|_| term.atoms.len() > 1);
        let by: Vec<_> = terms.iter().map(by).collect();
        let mut lines: Vec<Vec<Multiple>> = vec![Vec::new(); self.samplers.len()];
        let mut products = Vec::new();
        for ((Term { factor, mut atoms }, slots), by) in terms.into_iter().zip(by) {
            let by = by.map(|(_, std::cmp::Reverse(variable), place)| {
                atoms.remove(place);
                variable
            });
            if atoms.is_empty() {
                slots.iter().for_each(|slot| self.constants[*slot] += factor);
                continue;
            }
            let sum = self.sum(Sum { slots, by });
            match alone(&atoms[0]).filter(|_| atoms.len() == 1) {
                Some(variable) => {
                    let lines = &mut lines[variable];
                    match lines.iter_mut().find(|(known, _)| *known == sum) {
                        Some((_, all)) => *all += factor,
                        None => lines.push((sum, factor)),
                    }
                }
                None => {
                    let first = atoms.remove(0).scaled(factor);
                    atoms.insert(0, first);
                    products.push((sum, atoms));
                }
            }
        }
        (lines, products)
    }

    fn sum(&mut self, wanted: Sum) -> usize {
        self.sums.iter().position(|sum| *sum == wanted).unwrap_or_else(|| {
            self.sums.push(wanted);
            self.sums.len() - 1
        })
    }

    /// Makes the steps: each parameter is drawn just before it is first read, into a register that others may have once it was last read.
    /// So what is worked on stays in the nearest cache however many parameters there are.
    fn order(&mut self, lines: &[Vec<Multiple>], products: Vec<Product>) {
        let mut last = vec![None; self.samplers.len()];
        for (place, (_, product)) in products.iter().enumerate() {
            product.iter().for_each(|expr| expr.reads(&mut |variable| last[variable] = Some(place)));
        }
        // What sums are multiplied with is read after all products.
        let multipliers: Vec<usize> = self.sums.iter().filter_map(|sum| sum.by).collect();
        multipliers.iter().for_each(|variable| last[*variable] = Some(products.len()));
        let draw = |model: &mut Self, variable: usize| {
            let from = model.lines.len();
            model.lines.extend(&lines[variable]);
            model.steps.push(Step::Draw { variable, lines: from..model.lines.len() });
        };
        // What nothing reads is drawn into the first register, one after the other.
        self.register_count = 1;
        let unread = (0..last.len()).filter(|variable| last[*variable].is_none() && !lines[*variable].is_empty());
        unread.for_each(|variable| draw(self, variable));
        let mut free = vec![0];
        let mut drawn = vec![false; last.len()];
        let mut read = |model: &mut Self, free: &mut Vec<usize>, variable: usize| {
            if !std::mem::replace(&mut drawn[variable], true) {
                model.registers[variable] = free.pop().unwrap_or_else(|| {
                    model.register_count += 1;
                    model.register_count - 1
                });
                draw(model, variable);
            }
        };
        for (place, (sum, product)) in products.into_iter().enumerate() {
            let mut reads = Vec::new();
            product.iter().for_each(|expr| expr.reads(&mut |variable| reads.push(variable)));
            reads.sort_unstable();
            reads.dedup();
            reads.iter().for_each(|variable| read(self, &mut free, *variable));
            self.depth = self.depth.max(2 + product.iter().map(Expr::depth).max().unwrap_or_default());
            self.steps.push(Step::of(sum, product));
            free.extend(reads.iter().filter(|variable| last[**variable] == Some(place)).map(|v| self.registers[*v]));
        }
        multipliers.into_iter().for_each(|variable| read(self, &mut free, variable));
    }
}

/// The parameter that an atom is, where it is no more than that.
fn alone(atom: &Expr) -> Option<usize> {
    match atom {
        Expr::Of { variable, .. } => Some(*variable),
        _ => None,
    }
}

/// Adds a product to a sum.
fn add<'c>(sum: &mut Column, product: &[Expr], column: &impl Fn(usize) -> &'c Column, scratch: &mut [Column]) {
    let Some((out, scratch)) = scratch.split_first_mut() else { return };
    let Some((first, others)) = product.split_first() else { return };
    first.eval(column, out, scratch);
    let Some((last, middle)) = others.split_last() else { return add_scaled(sum, 1.0, out) };
    middle.iter().for_each(|expr| expr.onto(column, out, scratch, |a, b| a * b));
    if let Expr::Of { variable, .. } = last {
        return add_product(sum, out, column(*variable));
    }
    let Some((own, scratch)) = scratch.split_first_mut() else { return };
    last.eval(column, own, scratch);
    add_product(sum, out, own);
}
