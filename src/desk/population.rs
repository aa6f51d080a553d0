//! How many comply with a regulation, and how often: said, corrected, taken back.

use super::{Desk, no_regulation};
use crate::cost::{Rates, sheet_figures};
use crate::model::{Activity, Fraction, Parameter, Population, PopulationGroup, Provenance};
use crate::store::{Changed, Writer};
use crate::text::clean_line;
use crate::words::cost::CostWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;

/// What is asked: what is said of those who comply with a regulation. What is not said stays as it is.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SetPopulation {
    /// Code of the regulation.
    pub regulation: String,
    /// How many a year.
    pub count: Option<i64>,
    /// How often each, a year.
    pub times: Option<Fraction>,
    /// On which day it was counted.
    pub date: Option<Date>,
    /// How sure it is; what nobody vouches for is an assumption.
    pub provenance: Option<Provenance>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Groups with their shares in percent; a group that is there gets the share.
    pub groups: Vec<PopulationGroup>,
    /// Whether the rows of the sheet follow it: what they say of their own is taken away.
    pub rows: bool,
}

/// What became of a population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationChange {
    /// As it is now; nothing where it was taken away.
    pub now: Option<Population>,
    /// Cost per year of the regulation before, đồng; nothing where it is unknown.
    pub before: Option<Fraction>,
    /// Cost per year now.
    pub after: Option<Fraction>,
}

impl Desk<'_> {
    /// Says how many comply with a regulation.
    ///
    /// # Errors
    /// Missing, where there is no such regulation; usage, where nothing is said; input, where a number is out of its bounds.
    pub fn set_population(&mut self, asked: &SetPopulation) -> Result<Changed<PopulationChange>> {
        let today = self.today;
        self.change(|writer| {
            let code = asked.regulation.as_str();
            writer.regulation(code)?.ok_or_else(|| no_regulation(code))?;
            let nothing = SetPopulation { regulation: code.to_owned(), ..SetPopulation::default() };
            if *asked == nothing {
                return Err(Fault::usage(CostWord::NothingSaid.said(&[])));
            }
            let before = annual(writer, code, today)?;
            let known = writer.population(code)?;
            let mut whole = known.unwrap_or_else(|| Population {
                regulation: code.to_owned(),
                count: None,
                times: None,
                date: None,
                provenance: Provenance::Assumption,
                source: String::new(),
                groups: Vec::new(),
            });
            whole.count = asked.count.or(whole.count);
            whole.times = asked.times.or(whole.times);
            whole.date = asked.date.or(whole.date);
            // Another number is not the one that somebody vouched for.
            let numbers = asked.count.is_some() || asked.times.is_some();
            whole.provenance = match asked.provenance {
                Some(provenance) => provenance,
                None if numbers => Provenance::Assumption,
                None => whole.provenance,
            };
            if let Some(source) = &asked.source {
                whole.source = clean_line(source);
            }
            for group in &asked.groups {
                match whole.groups.iter_mut().find(|known| known.id == group.id) {
                    Some(known) => known.percent = group.percent,
                    None => whole.groups.push(group.clone()),
                }
            }
            writer.put(&whole)?;
            let own = |row: &Activity| row.times.is_some() || row.population.is_some();
            for row in writer.sheet(code)?.into_iter().filter(|row| asked.rows && own(row)) {
                writer.put_activity(code, &Activity { times: None, population: None, ..row })?;
            }
            Ok(PopulationChange { now: Some(whole), before, after: annual(writer, code, today)? })
        })
    }

    /// Takes away what is said of those who comply with a regulation: it is unknown again.
    ///
    /// # Errors
    /// Missing, where nothing is said.
    pub fn remove_population(&mut self, code: &str) -> Result<Changed<PopulationChange>> {
        let today = self.today;
        self.change(|writer| {
            let before = annual(writer, code, today)?;
            if !writer.remove::<Population>(code)? {
                return Err(Fault::missing(CostWord::NoPopulationSaid.said(&[&code])));
            }
            Ok(PopulationChange { now: None, before, after: annual(writer, code, today)? })
        })
    }
}

/// What a regulation costs per year by its own population; nothing where that is unknown, or its sheet cannot be computed.
fn annual(writer: &Writer<'_>, code: &str, today: Date) -> Result<Option<Fraction>> {
    let rates = Rates::on(today, writer.all::<Parameter>()?);
    let (sheet, whole) = (writer.sheet(code)?, writer.population(code)?);
    let figures = sheet_figures(&sheet, &rates, whole.as_ref()).ok().filter(|_| !sheet.is_empty());
    Ok(figures.and_then(|figures| figures.annual))
}
