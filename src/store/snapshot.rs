//! The workspace as computing sees it: figures summed while rows are read, rows kept only where a measure aims.

use super::Workspace;
use crate::cost::figures::annual_unreduced;
use crate::cost::{CostRow, Rates, Sum};
use crate::model::{
    ActivityGroup, Baseline, Fraction, FrozenActivity, FrozenRegulation, RegulationKind, TimeLimit, TimeUnit,
};
use crate::reform::{Register, Snapshot, Subject, SubjectRow, TimeRates};
use crate::text::messages::cost::CostWord;
use crate::text::messages::store::StoreMessage;
use crate::text::{Fault, Message, Result};
use jiff::civil::Date;
use rusqlite::Row;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The columns of a row of a sheet, in the order in which [`NumericRow::read`] takes them.
const LIVE_ROWS: &str =
    "SELECT regulation, id, minutes, tariff, staff, outsourcing, charges, times, population, \"group\", component
     FROM activity ORDER BY regulation, id";
const FROZEN_ROWS: &str =
    "SELECT regulation, id, minutes, hourly, '1', outsourcing, charges, times, population, \"group\", component
     FROM frozen_activity WHERE programme = ?1 ORDER BY regulation, id";

impl Workspace {
    /// What computing needs of the workspace, with the incomes per hour of a day.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn snapshot(&self, day: Date) -> Result<Snapshot> {
        let rates = Rates::on(day, self.parameters()?);
        let time = self.time_rates(&rates)?;
        let measures = self.measures()?;
        let aimed: HashSet<&str> = measures.iter().map(|m| m.regulation.as_str()).collect();
        let mut live = Register { frozen_on: None, subjects: self.live_subjects(&time)? };
        self.fill(&mut live, LIVE_ROWS, None, &Hourly::Rates(&rates), &aimed)?;
        let mut baselines = BTreeMap::new();
        for (programme, day) in self.baselines()? {
            let mut register = Register { frozen_on: Some(day), subjects: self.frozen_subjects(&programme)? };
            self.fill(&mut register, FROZEN_ROWS, Some(&programme), &Hourly::Given, &aimed)?;
            baselines.insert(programme, register);
        }
        Ok(Snapshot {
            live,
            baselines,
            measures,
            kinds: self.measure_kinds()?.into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
            programmes: self.programmes()?,
            working_day: time.working_day(),
        })
    }

    /// The baseline that a programme would have if it were frozen today.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn baseline_of_today(&self, programme: &str, today: Date) -> Result<Baseline> {
        let rates = Rates::on(today, self.parameters()?);
        let time = self.time_rates(&rates)?;
        let regulations: Vec<FrozenRegulation> = self
            .live_subjects(&time)?
            .into_iter()
            .map(|s| FrozenRegulation {
                code: s.code,
                kind: s.kind,
                agency: s.agency,
                field: s.field,
                processing_hours: s.processing_hours,
                electronic: s.electronic,
            })
            .collect();
        let codes: HashSet<&str> = regulations.iter().map(|r| r.code.as_str()).collect();
        let mut activities = Vec::new();
        for sheet in self.sheets()?.into_iter().filter(|sheet| codes.contains(sheet.regulation.as_str())) {
            for row in sheet.activities {
                let hourly = rates.tariff(&row.tariff)?.with_staff(row.staff);
                activities.push(FrozenActivity {
                    regulation: sheet.regulation.clone(),
                    hourly: hourly.ok_or_else(|| Fault::input(CostWord::TooLarge.said(&[&row.name])))?,
                    id: row.id,
                    group: row.group,
                    component: row.component,
                    minutes: row.minutes,
                    outsourcing: row.outsourcing,
                    charges: row.charges,
                    times: row.times,
                    population: row.population,
                });
            }
        }
        Ok(Baseline { programme: programme.to_owned(), frozen_on: today, regulations, activities })
    }

    /// The working hours of every unit of time. A workspace without a time limit needs none, so that an empty one can be worked with.
    fn time_rates(&self, rates: &Rates) -> Result<TimeRates> {
        const ANY: &str = "SELECT EXISTS (SELECT 1 FROM channel WHERE limit_amount IS NOT NULL)";
        let limited = self.conn.query_row(ANY, [], |row| row.get(0))?;
        if limited { TimeRates::from_rates(rates) } else { Ok(TimeRates::default()) }
    }

    fn live_subjects(&self, time: &TimeRates) -> Result<Vec<Subject>> {
        let mut limits: HashMap<String, Vec<TimeLimit>> = HashMap::new();
        let mut statement = self.conn.prepare_cached(
            "SELECT regulation, limit_amount, limit_unit FROM channel WHERE limit_amount IS NOT NULL",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let amount = Fraction::parse(row.get_ref(1)?.as_str().unwrap_or_default());
            let unit = TimeUnit::parse(row.get_ref(2)?.as_str_or_null().ok().flatten().unwrap_or_default());
            if let (Some(amount), Some(unit)) = (amount, unit) {
                limits.entry(row.get(0)?).or_default().push(TimeLimit { amount, unit });
            }
        }
        let mut statement = self.conn.prepare_cached(
            "SELECT code, kind, agency, field, electronic FROM regulation WHERE status = 'in_force' ORDER BY code",
        )?;
        let mut rows = statement.query([])?;
        let mut subjects = Vec::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get(0)?;
            let processing_hours = time.processing(limits.remove(&code).unwrap_or_default());
            subjects.push(subject(code, row, processing_hours)?);
        }
        Ok(subjects)
    }

    fn frozen_subjects(&self, programme: &str) -> Result<Vec<Subject>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT code, kind, agency, field, electronic, processing_hours FROM frozen_regulation WHERE programme = ?1
             ORDER BY code",
        )?;
        let mut rows = statement.query([programme])?;
        let mut subjects = Vec::new();
        while let Some(row) = rows.next()? {
            let hours: Option<String> = row.get(5)?;
            subjects.push(subject(row.get(0)?, row, hours.as_deref().and_then(Fraction::parse))?);
        }
        Ok(subjects)
    }

    /// Sums the rows of every sheet into its subject; both come in the order of the codes. Keeps the rows of those in `aimed`.
    fn fill(
        &self,
        register: &mut Register,
        sql: &str,
        programme: Option<&str>,
        hourly: &Hourly<'_>,
        aimed: &HashSet<&str>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let mut rows = match programme {
            Some(programme) => statement.query([programme])?,
            None => statement.query([])?,
        };
        let mut subjects = register.subjects.iter_mut();
        let mut current: Option<&mut Subject> = subjects.next();
        let mut sum = Sum::default();
        let mut tariffs = HashMap::new();
        while let Some(row) = rows.next()? {
            let code = text(row, 0)?;
            while current.as_deref().is_some_and(|subject| subject.code.as_str() < code) {
                close(current, &mut sum)?;
                current = subjects.next();
            }
            let Some(subject) = current.as_deref_mut().filter(|subject| subject.code == code) else { continue };
            let numbers = NumericRow::read(row, hourly, &mut tariffs)?;
            match numbers.annual() {
                Some((numerator, denominator)) => sum.add(numerator, denominator),
                None => sum.overflow(),
            }
            subject.has_sheet = true;
            if aimed.contains(code) {
                subject.rows.push(numbers.kept(row)?);
            }
        }
        close(current, &mut sum)
    }
}

fn close(subject: Option<&mut Subject>, sum: &mut Sum) -> Result<()> {
    if let Some(subject) = subject {
        let too_large = || Fault::input(CostWord::TooLarge.said(&[&subject.code]));
        subject.annual = std::mem::take(sum).total().ok_or_else(too_large)?;
    }
    Ok(())
}

fn subject(code: String, row: &Row<'_>, processing_hours: Option<Fraction>) -> Result<Subject> {
    let kind = RegulationKind::parse(text(row, 1)?);
    let kind = kind.ok_or_else(|| Fault::database(StoreMessage::BadRow.said(&[&"regulation", &code])))?;
    Ok(Subject {
        kind,
        agency: row.get(2)?,
        field: row.get(3)?,
        electronic: row.get(4)?,
        processing_hours,
        annual: Fraction::ZERO,
        has_sheet: false,
        rows: Vec::new(),
        code,
    })
}

fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<&'r str> {
    row.get_ref(at)?.as_str().map_err(|error| Fault::from(rusqlite::Error::from(error)))
}

/// Where the income per hour of a row comes from.
enum Hourly<'r> {
    /// The row names a parameter.
    Rates(&'r Rates),
    /// The row has it, frozen.
    Given,
}

/// The numbers of a row, read without a detour over text where they are whole.
struct NumericRow {
    minutes: (i64, i64),
    hourly: Fraction,
    outsourcing: i64,
    charges: i64,
    times: (i64, i64),
    population: i64,
}

impl NumericRow {
    fn read(row: &Row<'_>, source: &Hourly<'_>, known: &mut HashMap<(String, String), Fraction>) -> Result<Self> {
        let (named, staff) = (text(row, 3)?, text(row, 4)?);
        let hourly = match source {
            Hourly::Given => fraction(row, 3)?,
            Hourly::Rates(rates) => match known.iter().find(|((n, s), _)| n == named && s == staff) {
                Some((_, hourly)) => *hourly,
                None => {
                    let hourly = rates.tariff(named)?.with_staff(fraction(row, 4)?);
                    let hourly = hourly.ok_or_else(|| Fault::input(CostWord::TooLarge.said(&[&named])))?;
                    known.insert((named.to_owned(), staff.to_owned()), hourly);
                    hourly
                }
            },
        };
        Ok(Self {
            minutes: pair(row, 2)?,
            hourly,
            outsourcing: row.get(5)?,
            charges: row.get(6)?,
            times: pair(row, 7)?,
            population: row.get(8)?,
        })
    }

    fn annual(&self) -> Option<(i128, i128)> {
        annual_unreduced(self.minutes, self.hourly, (self.outsourcing, self.charges), self.times, self.population)
    }

    fn kept(&self, row: &Row<'_>) -> Result<SubjectRow> {
        let bad =
            || Fault::database(StoreMessage::BadRow.said(&[&"activity", &row.get::<_, String>(1).unwrap_or_default()]));
        let whole =
            |(numerator, denominator): (i64, i64)| Fraction::new(numerator.into(), denominator.into()).ok_or_else(bad);
        Ok(SubjectRow {
            id: row.get(1)?,
            group: ActivityGroup::parse(text(row, 9)?).ok_or_else(bad)?,
            component: row.get(10)?,
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

fn fraction(row: &Row<'_>, at: usize) -> Result<Fraction> {
    let bad =
        || Fault::database(StoreMessage::BadRow.said(&[&"activity", &row.get::<_, String>(1).unwrap_or_default()]));
    Fraction::parse(text(row, at)?).ok_or_else(bad)
}

/// An exact number as numerator and denominator that fit 64 bits.
fn pair(row: &Row<'_>, at: usize) -> Result<(i64, i64)> {
    if let Ok(whole) = text(row, at)?.parse() {
        return Ok((whole, 1));
    }
    let value = fraction(row, at)?;
    let too_large = |_| Fault::input(CostWord::TooLarge.said(&[&value]));
    Ok((value.numerator().try_into().map_err(too_large)?, value.denominator().try_into().map_err(too_large)?))
}
