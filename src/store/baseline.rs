//! The baseline that a programme would have: what was in force on a day, at the rates of that day.

use super::numbers::Cannot;
use super::snapshot::Of;
use super::{Reader, Writer, read};
use crate::cost::{CostRow, Rates, complying};
use crate::model::{
    Activity, Baseline, CountsAs, FrozenActivity, FrozenRegulation, MeasureStatus, Parameter, Population, Programme,
    RegulationStatus, Sheet, check_rows,
};
use crate::reform::{Subject, Unable, Uncounted};
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use rusqlite::params;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A baseline as of a day, with what had to be decided to tell what was in force then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaselineOn {
    /// The baseline.
    pub baseline: Baseline,
    /// Codes of regulations that began later, by their first day or because all they rest on was issued later.
    pub later: Vec<String>,
    /// Codes of regulations that were gone by then: repealed, by a measure in force or on a day that nothing tells.
    pub gone: Vec<String>,
    /// How many regulations the programme does not cover.
    pub outside: usize,
    /// How many regulations are in it although nothing tells since when they apply.
    pub undated: usize,
    /// Incomes per hour that were used although they began later, because none of that day is known: the first there are.
    pub later_rates: Vec<Parameter>,
}

/// Whether a regulation was in force on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Then {
    InForce,
    /// It is taken to have been, as nothing tells since when it applies.
    Undated,
    Later,
    Gone,
}

impl Reader {
    /// The baseline that a programme would have if it were frozen as of a day: the regulations in force then, with the sheets as they
    /// are and the incomes per hour of that day. A regulation began on the first day that it states; one that states none began with
    /// the earliest instrument that it rests on, where the days of all of them are known, and is counted where they are not. One
    /// that is repealed counts where a measure in force tells that it was abolished after that day.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn baseline_on(&self, programme: &str, day: Date) -> Result<BaselineOn> {
        let rates = Rates::on(day, self.all::<Parameter>()?);
        let time = self.time_rates(&rates)?;
        let mut uncounted = Vec::new();
        let (began, abolished) = (self.began()?, self.abolished(day)?);
        let (mut later, mut gone, mut undated) = (Vec::new(), Vec::new(), 0);
        let mut counted = BTreeSet::new();
        for regulation in self.regulations()? {
            let began = regulation.from.or_else(|| began.get(&regulation.code).copied());
            let then = match (began, abolished.get(&regulation.code), regulation.status) {
                (Some(began), ..) if began > day => Then::Later,
                (_, Some(end), _) if *end <= day => Then::Gone,
                (_, None, RegulationStatus::Repealed) => Then::Gone,
                (None, ..) => Then::Undated,
                (Some(_), ..) => Then::InForce,
            };
            match then {
                Then::Later => later.push(regulation.code),
                Then::Gone => gone.push(regulation.code),
                Then::InForce | Then::Undated => {
                    undated += usize::from(then == Then::Undated);
                    counted.insert(regulation.code);
                }
            }
        }
        let scope = self.all::<Programme>()?.into_iter().find(|one| one.code == programme).map(|one| one.scope);
        let scope = scope.unwrap_or_default();
        let (within, outside): (Vec<Subject>, Vec<Subject>) = self
            .subjects(&time, Of::All, "1", &mut uncounted)?
            .into_iter()
            .filter(|subject| counted.contains(&subject.code))
            .partition(|subject| subject.within(&scope));
        for subject in &outside {
            counted.remove(&subject.code);
        }
        let regulations: Vec<FrozenRegulation> = within
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
        let mut activities = Vec::new();
        let mut later_rates: BTreeMap<String, Parameter> = BTreeMap::new();
        let sheets = self.sheets()?;
        let populations = self.populations()?;
        let unread: BTreeSet<String> = self.passed.unread_sheets();
        for sheet in sheets.into_iter().filter(|sheet| counted.contains(&sheet.regulation)) {
            // What cannot be computed cannot be what a programme is measured against; it is told, and its regulation counts.
            let cannot = check_rows(&sheet.activities).first().map(|wrong| (Unable::OutOfRange, wrong.way.to_string()));
            if let Some((reason, what)) = cannot {
                uncounted.push(Uncounted { code: sheet.regulation, programme: None, reason, what });
                continue;
            }
            if unread.contains(&sheet.regulation) {
                continue;
            }
            match frozen(&sheet, &rates, populations.get(&sheet.regulation)) {
                Ok(rows) => {
                    for used in sheet.activities.iter().filter_map(|row| rates.find(&row.tariff)) {
                        if used.from > day {
                            later_rates.entry(used.id.clone()).or_insert_with(|| used.clone());
                        }
                    }
                    activities.extend(rows);
                }
                Err((reason, what)) => {
                    uncounted.push(Uncounted { code: sheet.regulation, programme: None, reason, what });
                }
            }
        }
        self.passed.add_sheets(&uncounted);
        let baseline = Baseline { programme: programme.to_owned(), frozen_on: day, regulations, activities };
        Ok(BaselineOn {
            baseline,
            later,
            gone,
            outside: outside.len(),
            undated,
            later_rates: later_rates.into_values().collect(),
        })
    }

    /// The first day of the earliest instrument on which a procedure rests, by its code; only where the days of all are known.
    fn began(&self) -> Result<HashMap<String, Date>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT b.regulation, coalesce(i.effective, b.issued, i.issued) FROM basis AS b
             LEFT JOIN instrument AS i ON i.number = b.number ORDER BY b.regulation",
        )?;
        let mut rows = statement.query([])?;
        let mut began: HashMap<String, Option<Date>> = HashMap::new();
        while let Some(row) = rows.next()? {
            let day = row.get::<_, Option<String>>(1)?.and_then(|day| day.parse::<Date>().ok());
            let first = began.entry(row.get(0)?).or_insert(Some(Date::MAX));
            *first = first.zip(day).map(|(first, day)| first.min(day));
        }
        Ok(began.into_iter().filter_map(|(code, first)| Some((code, first?))).collect())
    }

    /// The day on which a measure that abolishes it came into force, by the code of the regulation.
    fn abolished(&self, day: Date) -> Result<HashMap<String, Date>> {
        let abolishes: BTreeSet<String> = self
            .measure_kinds()?
            .into_iter()
            .filter(|kind| kind.counts_as == CountsAs::Abolished)
            .map(|kind| kind.id)
            .collect();
        let mut ends: HashMap<String, Date> = HashMap::new();
        for measure in self.measures()?.into_iter().filter(|measure| abolishes.contains(&measure.kind)) {
            // What was abolished for a time only stands again after it.
            let last = measure.statuses.last().filter(|step| step.status == MeasureStatus::InForce);
            if let Some(step) = last.filter(|step| !step.has_ended(day)) {
                let end = ends.entry(measure.regulation).or_insert(step.date);
                *end = step.date.min(*end);
            }
        }
        Ok(ends)
    }
}

/// The rows of a sheet with the incomes per hour of a day.
fn frozen(sheet: &Sheet, rates: &Rates, whole: Option<&Population>) -> Result<Vec<FrozenActivity>, Cannot> {
    let row = |row: &Activity| {
        let tariff = rates.tariff(&row.tariff).map_err(|_| (Unable::UnknownParameter, row.tariff.clone()))?;
        let hourly = tariff.with_staff(row.staff).ok_or_else(|| (Unable::TooLarge, row.id.clone()))?;
        Ok(FrozenActivity {
            regulation: sheet.regulation.clone(),
            id: row.id.clone(),
            group: row.group,
            component: row.component.clone(),
            minutes: row.minutes,
            hourly,
            outsourcing: row.outsourcing,
            charges: row.charges,
            times: CostRow::of(row, hourly, whole).times,
            // A group whose share nobody knows has no number.
            population: row.population.or_else(|| complying(row, whole).and(whole?.count)),
            percent: row.population.map_or_else(|| whole?.percent(row.among.as_ref()?), |_| None),
        })
    };
    sheet.activities.iter().map(row).collect()
}

impl Writer<'_> {
    /// Freezes a baseline; one that was frozen before for the programme is replaced.
    ///
    /// # Errors
    /// There is no such programme; the workspace cannot be written.
    pub fn freeze_baseline(&self, baseline: &Baseline) -> Result<()> {
        let programme = baseline.programme.as_str();
        if !read::exists(self.conn, "programme", "code", programme)? {
            return Err(Fault::input(StoreMessage::NoProgramme.said(&[&programme])));
        }
        self.drop_baseline(programme)?;
        self.conn.execute(
            "INSERT INTO baseline (programme, frozen_on) VALUES (?1, ?2)",
            params![programme, baseline.frozen_on.to_string()],
        )?;
        let mut regulations = self.conn.prepare_cached(
            "INSERT INTO frozen_regulation (programme, code, kind, agency, field, processing_hours, electronic)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?;
        for r in &baseline.regulations {
            let hours = r.processing_hours.map(|hours| hours.to_string());
            regulations.execute(params![programme, r.code, r.kind.name(), r.agency, r.field, hours, r.electronic])?;
        }
        let mut activities = self.conn.prepare_cached(
            "INSERT INTO frozen_activity (programme, regulation, id, \"group\", component, minutes, hourly, outsourcing, charges,
             times, population, percent) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
        )?;
        for a in &baseline.activities {
            let (minutes, hourly, times) = (a.minutes.to_string(), a.hourly.to_string(), a.times.to_string());
            activities.execute(params![
                programme,
                a.regulation,
                a.id,
                a.group.name(),
                a.component,
                minutes,
                hourly,
                a.outsourcing,
                a.charges,
                times,
                a.population,
                a.percent.map(|percent| percent.to_string())
            ])?;
        }
        Ok(())
    }

    /// Drops the frozen baseline of a programme; `false` when there was none.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn drop_baseline(&self, programme: &str) -> Result<bool> {
        let there = read::exists(self.conn, "baseline", "programme", programme)?;
        for table in ["frozen_activity", "frozen_regulation", "baseline"] {
            self.conn.execute(&format!("DELETE FROM {table} WHERE programme = ?1"), [programme])?;
        }
        Ok(there)
    }
}
