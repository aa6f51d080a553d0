//! The numbers of the rows of sheets as a snapshot adds them up: few texts are read twice, and what is out of bounds is told, not added.

use crate::cost::figures::annual_unreduced;
use crate::cost::{CostRow, Rates, Sum};
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
    population: i64,
}

/// The cells of a row: minutes, the two columns of the income per hour, outsourcing, charges, times and population come first.
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
    /// What the living sheets name as their income per hour; the rows of a frozen baseline have it themselves.
    rates: Option<Arc<Rates>>,
    /// Income per hour by the texts of its two columns; so few that looking at each in turn is quickest.
    incomes: Vec<(String, String, Fraction)>,
    fractions: HashMap<String, (i64, i64), RandomState>,
}

impl Numbers {
    pub(super) fn new(rates: Option<Arc<Rates>>) -> Self {
        Self { rates, incomes: Vec::new(), fractions: HashMap::default() }
    }

    pub(super) fn read(&mut self, row: &impl Cells) -> Result<NumericRow, Cannot> {
        Ok(NumericRow {
            minutes: self.pair(text(row, 0)?, ("minutes", MINUTES))?,
            hourly: self.hourly(text(row, 1)?, text(row, 2)?)?,
            outsourcing: number(row, 3, ("outsourcing", MONEY))?,
            charges: number(row, 4, ("charges", MONEY))?,
            times: self.pair(text(row, 5)?, ("times", TIMES))?,
            population: number(row, 6, ("population", POPULATION))?,
        })
    }

    fn hourly(&mut self, named: &str, staff: &str) -> Result<Fraction, Cannot> {
        if let Some((.., hourly)) = self.incomes.iter().find(|(n, s, _)| n == named && s == staff) {
            return Ok(*hourly);
        }
        let hourly = match &self.rates {
            None => within(fraction(named)?, ("hourly", INCOME * STAFF))?,
            Some(rates) => {
                let tariff = rates.tariff(named).map_err(|_| (Unable::UnknownParameter, named.to_owned()))?;
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

/// A text cell.
fn text(row: &impl Cells, at: usize) -> Result<&str, Cannot> {
    row.cell(at).and_then(|value| value.as_str().ok()).ok_or_else(|| (Unable::Unreadable, String::new()))
}

/// A whole number within its bounds.
fn number(row: &impl Cells, at: usize, bound: (&str, i64)) -> Result<i64, Cannot> {
    let value = row.cell(at).and_then(|value| value.as_i64().ok());
    whole_within(value.ok_or_else(|| (Unable::Unreadable, bound.0.to_owned()))?, bound)
}

/// The cost per year of each sheet, or why there is none, in the order in which they were added up.
pub(super) type SheetCosts = Arc<Mutex<Vec<Result<Fraction, Cannot>>>>;

/// Adds up the rows of sheets where SQLite reads them, so that none is handed out: an aggregate function over the columns of [`Cells`]. It
/// puts the cost of each sheet to the others and gives its place there.
pub(super) struct SheetCost {
    numbers: RefCell<Numbers>,
    costs: SheetCosts,
}

impl SheetCost {
    pub(super) fn new(rates: Option<Arc<Rates>>, costs: &SheetCosts) -> Self {
        Self { numbers: RefCell::new(Numbers::new(rates)), costs: costs.clone() }
    }
}

/// A sheet that is being added up, until a row of it cannot be computed.
type Added = Result<Sum, Cannot>;

impl Aggregate<Added, i64> for SheetCost {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<Added> {
        Ok(Ok(Sum::default()))
    }

    fn step(&self, row: &mut Context<'_>, added: &mut Added) -> rusqlite::Result<()> {
        if let Ok(sum) = added {
            match self.numbers.borrow_mut().read(row).and_then(|row| row.annual()) {
                Ok((numerator, denominator)) => sum.add(numerator, denominator),
                Err(cannot) => *added = Err(cannot),
            }
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, added: Option<Added>) -> rusqlite::Result<i64> {
        let cost = added.unwrap_or_else(|| Ok(Sum::default())).and_then(|sum| sum.total().ok_or_else(too_large));
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
    /// Cost per year, đồng, as a fraction that may not be in lowest terms.
    fn annual(&self) -> Result<(i128, i128), Cannot> {
        let external = (self.outsourcing, self.charges);
        annual_unreduced(self.minutes, self.hourly, external, self.times, self.population).ok_or_else(too_large)
    }

    pub(super) fn kept(&self, row: &Row<'_>) -> Result<SubjectRow, Cannot> {
        let bad = |what: &str| (Unable::Unreadable, what.to_owned());
        let whole = |(numerator, denominator): (i64, i64)| {
            Fraction::new(numerator.into(), denominator.into()).ok_or_else(|| bad("minutes, times"))
        };
        let group = text(row, 9)?;
        Ok(SubjectRow {
            id: text(row, 8)?.to_owned(),
            group: ActivityGroup::parse(group).ok_or_else(|| bad(&format!("group = {group}")))?,
            component: row.get(10).map_err(|_| bad("component"))?,
            row: CostRow {
                minutes: whole(self.minutes)?,
                hourly: self.hourly,
                outsourcing: Fraction::whole(self.outsourcing),
                charges: Fraction::whole(self.charges),
                times: whole(self.times)?,
                population: Fraction::whole(self.population),
            },
        })
    }
}

fn fraction(written: &str) -> Result<Fraction, Cannot> {
    Fraction::parse(written).ok_or_else(|| (Unable::Unreadable, format!("“{written}”")))
}
