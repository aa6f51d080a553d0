//! The numbers of the rows of sheets as a snapshot adds them up: few texts are read twice, and what is out of bounds is told, not added.

use super::source::{Living, Whole};
use crate::cost::figures::annual_unreduced;
use crate::cost::{CostRow, SheetCost as Figures, SheetSum};
use crate::model::bounds::{INCOME, MINUTES, MONEY, POPULATION, STAFF, TIMES};
use crate::model::{ActivityGroup, Fraction};
use crate::reform::{SubjectRow, Unable};
use foldhash::fast::RandomState;
use rusqlite::Row;
use rusqlite::functions::{Aggregate, Context};
use rusqlite::types::ValueRef;
use std::cell::RefCell;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Why a sheet cannot be computed, and what it is about.
pub(super) type Cannot = (Unable, String);

/// The numbers of a row, read without a detour over text where they are whole.
pub(super) struct NumericRow {
    minutes: (i64, i64),
    hourly: Fraction,
    outsourcing: i64,
    charges: i64,
    times: (i64, i64),
    /// Nothing where nobody knows.
    population: Option<i64>,
    /// How many of a hundred of these; nothing is all.
    percent: Option<(i64, i64)>,
}

/// The cells of a row: minutes, the two columns of the income per hour, outsourcing, charges, times, population, what share of it does the row
/// (the group in the living catalogue, percent in a frozen baseline) and the regulation come first.
pub(super) trait Cells {
    fn cell(&self, at: usize) -> Option<ValueRef<'_>>;
}

impl Cells for Row<'_> {
    fn cell(&self, at: usize) -> Option<ValueRef<'_>> {
        self.get_ref(at).ok()
    }
}

impl Cells for Context<'_> {
    fn cell(&self, at: usize) -> Option<ValueRef<'_>> {
        (at < self.len()).then(|| self.get_raw(at))
    }
}

/// Reads the numbers of rows. Sheets share a handful of incomes and frequencies, so each is worked out once.
pub(super) struct Numbers {
    /// What the living sheets refer to; the rows of a frozen baseline have all themselves.
    living: Option<Arc<Living>>,
    /// Income per hour by the texts of its two columns; so few that looking at each in turn is quickest.
    incomes: Vec<(String, String, Fraction)>,
    fractions: HashMap<String, (i64, i64), RandomState>,
}

impl Numbers {
    pub(super) fn new(living: Option<Arc<Living>>) -> Self {
        Self { living, incomes: Vec::new(), fractions: HashMap::default() }
    }

    pub(super) fn read(&mut self, row: &impl Cells) -> Result<NumericRow, Cannot> {
        // Of a hundred thousand rows each cell is asked for once.
        let (times, population) = (said(row, 5), said(row, 6));
        let living = if times.is_none() || population.is_none() { self.living.clone() } else { None };
        let whole = living.as_deref().map(|living| whole(living, row)).transpose()?.flatten();
        let mut numeric = NumericRow {
            minutes: self.pair(text(row, 0)?, ("minutes", MINUTES))?,
            hourly: self.hourly(text(row, 1)?, text(row, 2)?)?,
            outsourcing: number(row, 3, ("outsourcing", MONEY))?,
            charges: number(row, 4, ("charges", MONEY))?,
            times: match (times, whole.and_then(|whole| whole.times.as_deref())) {
                (Some(times), _) => self.pair(text_of(times)?, ("times", TIMES))?,
                (None, Some(times)) => self.pair(times, ("times", TIMES))?,
                (None, None) if living.is_some() => (1, 1),
                (None, None) => return Err((Unable::Unreadable, String::new())),
            },
            population: population.map(|value| number_of(value, ("population", POPULATION))).transpose()?,
            percent: None,
        };
        if self.living.is_none() {
            let percent = said(row, 7).map(text_of).transpose()?;
            numeric.percent = percent.map(|percent| self.pair(percent, ("percent", 100))).transpose()?;
        } else if let Some(whole) = whole.filter(|_| population.is_none()) {
            self.share_of(whole, row, &mut numeric)?;
        }
        Ok(numeric)
    }

    /// What a row that has no number takes of the regulation's own population. A group whose share nobody knows has no number.
    fn share_of(&mut self, whole: &Whole, row: &impl Cells, numeric: &mut NumericRow) -> Result<(), Cannot> {
        let count = whole.count.map(|count| whole_within(count, ("population", POPULATION))).transpose()?;
        let Some(among) = said(row, 7) else {
            numeric.population = count;
            return Ok(());
        };
        let among = text_of(among)?;
        let percent = whole.groups.iter().find(|group| group.id == among).and_then(|group| group.percent);
        if let Some(percent) = percent {
            numeric.percent = Some(self.pair(&percent.to_string(), ("percent", 100))?);
            numeric.population = count;
        }
        Ok(())
    }

    /// Performances per year of all who comply with the regulation, and of each: its own population.
    fn whole(&self, row: &impl Cells) -> Result<(Option<Fraction>, Fraction), Cannot> {
        let Some(whole) = self.living.as_deref().map(|living| whole(living, row)).transpose()?.flatten() else {
            return Ok((None, Fraction::ONE));
        };
        let often = whole.times.as_deref().map_or(Ok(Fraction::ONE), fraction)?;
        let count = whole.count.map(|count| whole_within(count, ("count", POPULATION))).transpose()?;
        let all = count.map(|count| often.times(Fraction::whole(count)).ok_or_else(too_large)).transpose()?;
        Ok((all, often))
    }

    fn hourly(&mut self, named: &str, staff: &str) -> Result<Fraction, Cannot> {
        if let Some((.., hourly)) = self.incomes.iter().find(|(n, s, _)| n == named && s == staff) {
            return Ok(*hourly);
        }
        let hourly = match &self.living {
            None => within(fraction(named)?, ("hourly", INCOME * STAFF))?,
            Some(living) => {
                let tariff = living.rates.tariff(named).map_err(|_| (Unable::UnknownParameter, named.to_owned()))?;
                within(tariff.hourly, (named, INCOME))?;
                let staff = within(fraction(staff)?, ("staff", STAFF))?;
                tariff.with_staff(staff).ok_or_else(|| (Unable::TooLarge, named.to_owned()))?
            }
        };
        self.incomes.push((named.to_owned(), staff.to_owned(), hourly));
        Ok(hourly)
    }

    /// An exact number as numerator and denominator that fit 64 bits.
    fn pair(&mut self, written: &str, bound: (&str, i64)) -> Result<(i64, i64), Cannot> {
        if let Ok(whole) = written.parse() {
            return whole_within(whole, bound).map(|whole| (whole, 1));
        }
        let pair = match self.fractions.get(written) {
            Some(pair) => *pair,
            None => {
                let value = fraction(written)?;
                let too_large = |_| (Unable::TooLarge, format!("{} = {value}", bound.0));
                let pair = (value.numerator().try_into(), value.denominator().try_into());
                let pair = (pair.0.map_err(too_large)?, pair.1.map_err(too_large)?);
                self.fractions.insert(written.to_owned(), pair);
                pair
            }
        };
        if pair.0 < 0 || i128::from(pair.0) > i128::from(bound.1) * i128::from(pair.1) {
            return Err((Unable::OutOfRange, format!("{} = {written}", bound.0)));
        }
        Ok(pair)
    }
}

/// The own population of the regulation of a row of the living catalogue.
fn whole<'l>(living: &'l Living, row: &impl Cells) -> Result<Option<&'l Whole>, Cannot> {
    if living.wholes.is_empty() {
        return Ok(None);
    }
    match living.wholes.get(text(row, 8)?) {
        Some(Ok(whole)) => Ok(Some(whole)),
        Some(Err(cannot)) => Err(cannot.clone()),
        None => Ok(None),
    }
}

/// What a cell says, if anything.
fn said(row: &impl Cells, at: usize) -> Option<ValueRef<'_>> {
    row.cell(at).filter(|value| !matches!(value, ValueRef::Null))
}

/// A text cell.
fn text(row: &impl Cells, at: usize) -> Result<&str, Cannot> {
    text_of(row.cell(at).unwrap_or(ValueRef::Null))
}

fn text_of(value: ValueRef<'_>) -> Result<&str, Cannot> {
    value.as_str().map_err(|_| (Unable::Unreadable, String::new()))
}

/// A whole number within its bounds.
fn number(row: &impl Cells, at: usize, bound: (&str, i64)) -> Result<i64, Cannot> {
    number_of(row.cell(at).unwrap_or(ValueRef::Null), bound)
}

fn number_of(value: ValueRef<'_>, bound: (&str, i64)) -> Result<i64, Cannot> {
    whole_within(value.as_i64().map_err(|_| (Unable::Unreadable, bound.0.to_owned()))?, bound)
}

/// The figures of each sheet, or why there are none, in the order in which they were added up.
pub(super) type SheetCosts = Arc<Mutex<Vec<Result<Figures, Cannot>>>>;

/// Adds up the rows of sheets where SQLite reads them, so that none is handed out: an aggregate function over the columns of [`Cells`]. It
/// puts the figures of each sheet to the others and gives its place there.
pub(super) struct SheetCost {
    numbers: RefCell<Numbers>,
    costs: SheetCosts,
}

impl SheetCost {
    pub(super) fn new(living: Option<Arc<Living>>, costs: &SheetCosts) -> Self {
        Self { numbers: RefCell::new(Numbers::new(living)), costs: costs.clone() }
    }
}

/// A sheet that is being added up.
#[derive(Default)]
pub(super) struct Sheet {
    sum: SheetSum,
    /// Performances per year of its own population, and of each who complies; from the first row on.
    own: Option<(Option<Fraction>, Fraction)>,
}

impl Sheet {
    fn add(&mut self, numbers: &mut Numbers, row: &impl Cells) -> Result<(), Cannot> {
        let numeric = numbers.read(row)?;
        let (_, often) = match self.own {
            Some(own) => own,
            None => *self.own.insert(numbers.whole(row)?),
        };
        numeric.put(&mut self.sum, often)
    }
}

impl Aggregate<Result<Sheet, Cannot>, i64> for SheetCost {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Result<Sheet, Cannot>> {
        Ok(Ok(Sheet::default()))
    }

    fn step(&self, row: &mut Context<'_>, added: &mut Result<Sheet, Cannot>) -> rusqlite::Result<()> {
        if let Ok(sheet) = added
            && let Err(cannot) = sheet.add(&mut self.numbers.borrow_mut(), row)
        {
            *added = Err(cannot);
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, added: Option<Result<Sheet, Cannot>>) -> rusqlite::Result<i64> {
        let added = added.unwrap_or_else(|| Ok(Sheet::default()));
        let cost = added.and_then(|Sheet { sum, own }| sum.close(own.and_then(|own| own.0)).ok_or_else(too_large));
        let mut costs = self.costs.lock().unwrap_or_else(PoisonError::into_inner);
        costs.push(cost);
        Ok(costs.len() as i64 - 1)
    }
}

fn too_large() -> Cannot {
    (Unable::TooLarge, String::new())
}

fn whole_within(value: i64, (name, most): (&str, i64)) -> Result<i64, Cannot> {
    if (0..=most).contains(&value) { Ok(value) } else { Err((Unable::OutOfRange, format!("{name} = {value}"))) }
}

fn within(value: Fraction, (name, most): (&str, i64)) -> Result<Fraction, Cannot> {
    if value.is_negative() || value > Fraction::whole(most) {
        return Err((Unable::OutOfRange, format!("{name} = {value}")));
    }
    Ok(value)
}

impl NumericRow {
    /// Adds the row to the sum of its sheet; each who complies with the regulation does so `often` a year.
    fn put(&self, sum: &mut SheetSum, often: Fraction) -> Result<(), Cannot> {
        let Some(population) = self.population else {
            let row = self.cost_row()?;
            let share = self.percent.map_or(Some(Fraction::ONE), |(n, d)| Fraction::new(n.into(), i128::from(d) * 100));
            let often = if often.is_zero() { Fraction::ONE } else { often };
            let share = share.and_then(|share| row.times.over(often)?.times(share)).ok_or_else(too_large)?;
            sum.add_waiting(row.one(), share);
            return Ok(());
        };
        let external = (self.outsourcing, self.charges);
        let annual = annual_unreduced(self.minutes, self.hourly, external, self.times, population);
        let performances = (i128::from(self.times.0) * i128::from(population), i128::from(self.times.1));
        let (annual, performances) = match self.percent {
            None => (annual, Some(performances)),
            Some(percent) => (annual.and_then(|pair| part(pair, percent)), part(performances, percent)),
        };
        let (annual, performances) = annual.zip(performances).ok_or_else(too_large)?;
        sum.add(annual, performances, || self.cost_row().ok()?.one());
        Ok(())
    }

    /// Whether somebody counted who complies with it.
    pub(super) fn is_counted(&self) -> bool {
        self.population.is_some()
    }

    pub(super) fn cost_row(&self) -> Result<CostRow, Cannot> {
        let pair = |(numerator, denominator): (i64, i64)| {
            let bad = || (Unable::Unreadable, "minutes, times".to_owned());
            Fraction::new(numerator.into(), denominator.into()).ok_or_else(bad)
        };
        let all = Fraction::whole(self.population.unwrap_or_default());
        let population = match self.percent {
            None => all,
            Some((n, d)) => {
                Fraction::new(n.into(), i128::from(d) * 100).and_then(|part| all.times(part)).ok_or_else(too_large)?
            }
        };
        Ok(CostRow {
            minutes: pair(self.minutes)?,
            hourly: self.hourly,
            outsourcing: Fraction::whole(self.outsourcing),
            charges: Fraction::whole(self.charges),
            times: pair(self.times)?,
            population,
        })
    }

    pub(super) fn kept(&self, row: &Row<'_>) -> Result<SubjectRow, Cannot> {
        let bad = |what: &str| (Unable::Unreadable, what.to_owned());
        let group = text(row, 10)?;
        Ok(SubjectRow {
            id: text(row, 9)?.to_owned(),
            group: ActivityGroup::parse(group).ok_or_else(|| bad(&format!("group = {group}")))?,
            component: row.get(11).map_err(|_| bad("component"))?,
            row: self.cost_row()?,
        })
    }
}

/// So many of a hundred of a fraction, not in lowest terms where that fits.
fn part((n, d): (i128, i128), percent: (i64, i64)) -> Option<(i128, i128)> {
    let plain = n.checked_mul(percent.0.into()).zip(d.checked_mul(i128::from(percent.1) * 100));
    plain.or_else(|| {
        let value = Fraction::new(n, d)?.times(Fraction::new(percent.0.into(), i128::from(percent.1) * 100)?)?;
        Some((value.numerator(), value.denominator()))
    })
}

fn fraction(written: &str) -> Result<Fraction, Cannot> {
    Fraction::parse(written).ok_or_else(|| (Unable::Unreadable, format!("“{written}”")))
}
