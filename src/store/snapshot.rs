//! The workspace as computing sees it: figures summed while rows are read, rows kept only where a measure aims.

use super::Reader;
use super::numbers::{Cannot, Numbers, SheetCost, SheetCosts};
use super::source::Source;
use crate::cost::Rates;
use crate::model::bounds::TIMES;
use crate::model::{
    Agency, Concerns, Fraction, FrozenRegulation, Noun, Programme, Regulation, RegulationKind, Succession, TimeLimit,
    TimeUnit, concerns_by,
};
use crate::reform::{Covered, Levels, Register, Snapshot, Subject, TimeRates, Unable, Uncounted};
use crate::words::{Fault, Result};
use jiff::civil::Date;
use rusqlite::functions::FunctionFlags;
use rusqlite::{Row, ToSql};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

/// Of which regulations something is read.
#[derive(Clone, Copy)]
pub(super) enum Of<'c> {
    /// All there are.
    All,
    /// These, by their codes: a list in JSON.
    These(&'c str),
}

impl<'c> Of<'c> {
    /// The condition on a column that holds the code of a regulation.
    pub(super) fn condition(self, column: &str) -> String {
        match self {
            Self::All => String::new(),
            Self::These(_) => format!(" AND {column} IN (SELECT value FROM json_each(:of))"),
        }
    }

    /// The parameters of a statement that has the condition, with those that it has besides.
    pub(super) fn params<'p>(
        &'p self,
        besides: &[(&'static str, &'p dyn ToSql)],
    ) -> Vec<(&'static str, &'p dyn ToSql)> {
        let mut params = besides.to_vec();
        if let Self::These(codes) = self {
            params.push((":of", codes));
        }
        params
    }
}

/// Of whom the rows are kept, beside the regulations at which a measure aims and the members of linked services.
#[derive(Clone, Copy)]
enum Keep<'k> {
    /// Nobody else.
    NoMore,
    /// Regulations in which something is uncertain: a cell, or the income per hour of a row.
    Uncertain,
    /// These, by their codes.
    Also(&'k BTreeSet<String>),
}

impl Keep<'_> {
    /// The condition on a row; `:also` stands for [`Keep::codes`].
    fn condition(self) -> String {
        let more = match self {
            Self::NoMore | Self::Also(_) => "",
            Self::Uncertain => {
                "UNION SELECT substr(of, 7, instr(substr(of, 7), ':') - 1) FROM uncertainty WHERE of LIKE 'sheet:%'
                 UNION SELECT substr(of, 12) FROM uncertainty WHERE of LIKE 'population:%'
                 UNION SELECT regulation FROM activity
                       WHERE tariff IN (SELECT substr(of, 11) FROM uncertainty WHERE of LIKE 'parameter:%')"
            }
        };
        format!(
            " AND regulation IN (SELECT regulation FROM measure
              UNION SELECT member.value FROM linked_service, json_each(linked_service.members) AS member
              UNION SELECT value FROM json_each(:also) {more})"
        )
    }

    /// The codes that are asked for, as a list in JSON.
    fn codes(self) -> String {
        match self {
            Self::Also(codes) => json_of(codes),
            Self::NoMore | Self::Uncertain => "[]".to_owned(),
        }
    }
}

impl Reader {
    /// What computing needs of the workspace, with the incomes per hour of a day.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn snapshot(&self, day: Date) -> Result<Snapshot> {
        self.snapshot_keeping(day, Of::All, Keep::NoMore)
    }

    /// The same as far as some regulations go, by their codes: themselves, as they live and as they are frozen, and the measures on them.
    ///
    /// # Errors
    /// As [`Reader::snapshot`].
    pub fn snapshot_of(&self, day: Date, codes: &BTreeSet<String>) -> Result<Snapshot> {
        self.snapshot_keeping(day, Of::These(&json_of(codes)), Keep::NoMore)
    }

    /// The same, with the rows of regulations in which something is uncertain too.
    pub(super) fn uncertain_snapshot(&self, day: Date) -> Result<Snapshot> {
        self.snapshot_keeping(day, Of::All, Keep::Uncertain)
    }

    /// [`Reader::snapshot`], with the rows of more regulations of the living catalogue, by their codes.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn snapshot_with(&self, day: Date, also: &BTreeSet<String>) -> Result<Snapshot> {
        self.snapshot_keeping(day, Of::All, Keep::Also(also))
    }

    fn snapshot_keeping(&self, day: Date, of: Of<'_>, keep: Keep<'_>) -> Result<Snapshot> {
        // All of one moment, whatever another program writes meanwhile.
        let _reading = self.one_moment()?;
        let living = self.living(day, of)?;
        let mut uncounted = Vec::new();
        let time = self.time_rates(&living.rates)?;
        let measures = match of {
            Of::All => self.measures()?,
            Of::These(codes) => self.measures_of_these(codes)?,
        };
        let subjects = self.subjects(&time, of, "status = 'in_force'", &mut uncounted)?;
        let mut live = Register { frozen_on: None, subjects };
        self.fill(&mut live, &Source::Live(living), (of, keep), &mut uncounted)?;
        self.fill_components(&mut live, of)?;
        let ended = self.ended(of)?;
        let ended = if ended.is_empty() {
            Vec::new()
        } else {
            // What their time limits lack is no matter, as none of them counts.
            self.subjects(&time, Of::These(&json_of(&ended)), "TRUE", &mut Vec::new())?
        };
        let mut baselines = BTreeMap::new();
        for (programme, day) in self.baselines()? {
            let subjects = self.frozen_subjects(&programme, of, &time, &mut uncounted)?;
            let mut register = Register { frozen_on: Some(day), subjects };
            self.fill(&mut register, &Source::Frozen(&programme), (of, keep), &mut uncounted)?;
            baselines.insert(programme, register);
        }
        self.passed.add_sheets(&uncounted);
        Ok(Snapshot {
            uncounted,
            live,
            ended: Register { frozen_on: None, subjects: ended },
            baselines,
            measures,
            kinds: self.measure_kinds()?.into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
            levels: Levels::new(self.instrument_levels()?),
            programmes: self.all::<Programme>()?,
            working_day: time.rates.working_day(),
            covered: Covered::default(),
            succession: Succession::of(&self.all::<Agency>()?, day),
        })
    }

    /// The working hours of every unit of time. A workspace without a time limit needs none, so that an empty one can be worked with.
    pub(super) fn time_rates(&self, rates: &Rates) -> Result<Hours> {
        const ANY: &str = "SELECT EXISTS (SELECT 1 FROM channel WHERE limit_amount IS NOT NULL)";
        let limited = self.conn.query_row(ANY, [], |row| row.get(0))?;
        let (rates, missing) = if limited { TimeRates::readable(rates) } else { Default::default() };
        Ok(Hours { rates, missing, limited })
    }

    /// The codes of regulations that are not in force and at which measures aim.
    fn ended(&self, of: Of<'_>) -> Result<BTreeSet<String>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT DISTINCT r.code FROM measure AS m JOIN regulation AS r ON r.code = m.regulation
             WHERE r.status <> 'in_force'{}",
            of.condition("r.code")
        ))?;
        let codes = statement.query_map(of.params(&[]).as_slice(), |row| row.get(0))?;
        Ok(codes.collect::<rusqlite::Result<_>>()?)
    }

    /// The regulations that fit a condition, by code.
    pub(super) fn subjects(
        &self,
        time: &Hours,
        of: Of<'_>,
        condition: &str,
        uncounted: &mut Vec<Uncounted>,
    ) -> Result<Vec<Subject>> {
        let mut limits: Vec<(String, Result<TimeLimit, Cannot>)> = Vec::new();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT regulation, limit_amount, limit_unit FROM channel WHERE limit_amount IS NOT NULL{}
             ORDER BY regulation, id",
            of.condition("regulation")
        ))?;
        let mut rows = statement.query(of.params(&[]).as_slice())?;
        while let Some(row) = rows.next()? {
            let (written, of) = (row.get_ref(1)?.as_str().unwrap_or_default(), row.get_ref(2)?.as_str_or_null());
            let of = of.ok().flatten().unwrap_or_default();
            let limit = match (Fraction::parse(written), TimeUnit::parse(of)) {
                (Some(amount), Some(_)) if amount.is_negative() || amount > Fraction::whole(TIMES) => {
                    Err((Unable::OutOfRange, format!("limit = {written}")))
                }
                (Some(_), Some(unit)) if !time.rates.knows(unit) => {
                    Err((Unable::UnknownParameter, time.missing_for(unit)))
                }
                (Some(amount), Some(unit)) => Ok(TimeLimit { amount, unit }),
                _ => Err((Unable::Unreadable, format!("limit = {written} {of}"))),
            };
            limits.push((row.get(0)?, limit));
        }
        // They come in the order of the codes, as the regulations do.
        let mut limits = limits.into_iter().peekable();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT code, kind, agency, field, electronic, concerns,
                    (SELECT addressees FROM procedure WHERE procedure.code = regulation.code)
             FROM regulation WHERE {condition}{} ORDER BY code",
            of.condition("code")
        ))?;
        let mut rows = statement.query(of.params(&[]).as_slice())?;
        let mut subjects = Vec::new();
        while let Some(row) = rows.next()? {
            let code: String = row.get(0)?;
            while limits.next_if(|(of, _)| *of < code).is_some() {}
            let own = std::iter::from_fn(|| limits.next_if(|(of, _)| *of == code)).map(|(_, limit)| limit);
            // A procedure has the longest of its limits; where one is not known, none is.
            let processing_hours = match own.collect::<Result<Vec<_>, _>>() {
                Ok(own) => time.rates.processing(own),
                Err((reason, what)) => {
                    uncounted.push(Uncounted { code: code.clone(), programme: None, reason, what });
                    None
                }
            };
            match subject(code, row, processing_hours)? {
                Ok(mut subject) => {
                    subject.concerns = concerns(subject.kind, row)?;
                    subjects.push(subject);
                }
                Err(code) => self.passed.add(Regulation::DESCRIPTION, vec![code]),
            }
        }
        Ok(subjects)
    }

    fn frozen_subjects(
        &self,
        programme: &str,
        of: Of<'_>,
        time: &Hours,
        uncounted: &mut Vec<Uncounted>,
    ) -> Result<Vec<Subject>> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT code, kind, agency, field, electronic, processing_hours FROM frozen_regulation
             WHERE programme = :programme{} ORDER BY code",
            of.condition("code")
        ))?;
        let mut rows = statement.query(of.params(&[(":programme", &programme)]).as_slice())?;
        let mut subjects = Vec::new();
        while let Some(row) = rows.next()? {
            let (code, written): (String, Option<String>) = (row.get(0)?, row.get(5)?);
            let read = written.as_deref().and_then(Fraction::parse).filter(|hours| !hours.is_negative());
            let unable = match (&written, read) {
                (Some(_), Some(_)) if time.limited && !time.rates.knows(TimeUnit::WorkingDay) => {
                    Some((Unable::UnknownParameter, time.missing_for(TimeUnit::WorkingDay)))
                }
                (Some(written), None) => Some((Unable::Unreadable, format!("processing_hours = {written}"))),
                _ => None,
            };
            let hours = if unable.is_none() { read } else { None };
            if let Some((reason, what)) = unable {
                uncounted.push(Uncounted { code: code.clone(), programme: Some(programme.to_owned()), reason, what });
            }
            match subject(code, row, hours)? {
                Ok(subject) => subjects.push(subject),
                Err(code) => self.passed.add(FrozenRegulation::DESCRIPTION, vec![programme.to_owned(), code]),
            }
        }
        Ok(subjects)
    }

    /// Sums the rows of every sheet into its subject, and keeps the rows of some. A sheet of which one row cannot be computed is not
    /// counted, and told.
    fn fill(
        &self,
        register: &mut Register,
        source: &Source<'_>,
        (of, keep): (Of<'_>, Keep<'_>),
        uncounted: &mut Vec<Uncounted>,
    ) -> Result<()> {
        const SHEET_COST: &str = "sheet_cost";
        let programme = source.programme();
        let mut leave_out = |subject: &mut Subject, (reason, what): Cannot| {
            (subject.annual, subject.one) = (Fraction::ZERO, Fraction::ZERO);
            (subject.has_sheet, subject.waits) = (false, false);
            subject.rows.clear();
            let (code, programme) = (subject.code.clone(), programme.map(str::to_owned));
            uncounted.push(Uncounted { code, programme, reason, what });
        };
        let (columns, table) = source.columns();
        let of_these = of.condition("regulation");
        let mut besides: Vec<(&'static str, &dyn ToSql)> = Vec::new();
        besides.extend(programme.iter().map(|programme| (":programme", programme as &dyn ToSql)));
        let costs = SheetCosts::default();
        let flags = FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_DIRECTONLY;
        let of_aggregate = SheetCost::new(source.living(), &costs);
        self.conn.create_aggregate_function(SHEET_COST, Source::COLUMNS, flags, of_aggregate)?;
        let mut statement = self.conn.prepare(&format!(
            "SELECT regulation, {SHEET_COST}({columns}) FROM {table}{of_these} GROUP BY regulation ORDER BY regulation"
        ))?;
        let mut rows = statement.query(of.params(&besides).as_slice())?;
        let mut of_subject = BySubject::new(register);
        while let Some(row) = rows.next()? {
            let Some(subject) = of_subject.next(text(row, 0)?) else { continue };
            subject.has_sheet = true;
            let costs = costs.lock().unwrap_or_else(PoisonError::into_inner);
            match usize::try_from(row.get::<_, i64>(1)?).ok().and_then(|place| costs.get(place)) {
                Some(Ok(cost)) => {
                    (subject.one, subject.waits) = (cost.one, cost.annual.is_none());
                    subject.annual = cost.annual.unwrap_or_default();
                }
                Some(Err(cannot)) => leave_out(subject, cannot.clone()),
                None => {}
            }
        }
        drop(rows);
        drop(statement);
        self.conn.remove_function(SHEET_COST, Source::COLUMNS)?;
        // These are few, so that reading them once more is less than reading id, group and component of every row.
        let (condition, codes) = (keep.condition(), keep.codes());
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {columns}, id, \"group\", component FROM {table}{of_these}{condition} ORDER BY regulation, id"
        ))?;
        besides.push((":also", &codes));
        let mut rows = statement.query(of.params(&besides).as_slice())?;
        let mut numbers = Numbers::new(source.living());
        let mut of_subject = BySubject::new(register);
        while let Some(row) = rows.next()? {
            let Some(subject) = of_subject.next(text(row, 8)?).filter(|subject| subject.has_sheet) else { continue };
            match numbers.read(row).and_then(|numbers| numbers.kept(row)) {
                Ok(mut kept) => {
                    // A sheet that waits for a number has none, whatever some of its rows say.
                    if subject.waits {
                        kept.row.population = Fraction::ZERO;
                    }
                    subject.rows.push(kept);
                }
                Err(cannot) => leave_out(subject, cannot),
            }
        }
        Ok(())
    }

    /// Tells which components the dossiers have of those regulations at which a measure aims.
    fn fill_components(&self, register: &mut Register, of: Of<'_>) -> Result<()> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT DISTINCT measure.regulation, component.id FROM measure
             LEFT JOIN component ON component.regulation = measure.regulation WHERE 1{}",
            of.condition("measure.regulation")
        ))?;
        let mut rows = statement.query(of.params(&[]).as_slice())?;
        while let Some(row) = rows.next()? {
            let code = text(row, 0)?;
            if let Ok(at) = register.subjects.binary_search_by(|s| s.code.as_str().cmp(code)) {
                let known = register.subjects[at].components.get_or_insert_default();
                known.extend(row.get::<_, Option<String>>(1)?);
            }
        }
        Ok(())
    }
}

/// Goes through the subjects of a register along rows that come in the order of the codes, as the subjects do.
struct BySubject<'r>(std::iter::Peekable<std::slice::IterMut<'r, Subject>>);

impl<'r> BySubject<'r> {
    fn new(register: &'r mut Register) -> Self {
        Self(register.subjects.iter_mut().peekable())
    }

    /// The subject with a code; those that lie before it are passed.
    fn next(&mut self, code: &str) -> Option<&mut Subject> {
        while self.0.next_if(|subject| subject.code.as_str() < code).is_some() {}
        self.0.peek_mut().map(|subject| &mut **subject).filter(|subject| subject.code == code)
    }
}

/// The conversion of time limits, and what of it is missing.
pub(super) struct Hours {
    rates: TimeRates,
    missing: Vec<String>,
    /// Whether there is a time limit at all.
    limited: bool,
}

impl Hours {
    /// The parameter for want of which a unit cannot be converted.
    fn missing_for(&self, unit: TimeUnit) -> String {
        let own = format!("hours.{unit}");
        if self.missing.contains(&own) { own } else { format!("hours.{}", TimeUnit::WorkingDay) }
    }
}

/// Codes as a list in JSON.
fn json_of(codes: &BTreeSet<String>) -> String {
    serde_json::Value::from_iter(codes.iter().map(String::as_str)).to_string()
}

/// The subject of a row; its code where its kind is unknown.
fn subject(code: String, row: &Row<'_>, processing_hours: Option<Fraction>) -> Result<Result<Subject, String>> {
    let Some(kind) = RegulationKind::parse(text(row, 1)?) else { return Ok(Err(code)) };
    Ok(Ok(Subject {
        kind,
        agency: row.get(2)?,
        field: row.get(3)?,
        electronic: row.get(4)?,
        concerns: None,
        processing_hours,
        annual: Fraction::ZERO,
        one: Fraction::ZERO,
        has_sheet: false,
        waits: false,
        components: None,
        rows: Vec::new(),
        code,
    }))
}

/// Whom the regulation of a row concerns: as an officer said, else as its record tells.
fn concerns(kind: RegulationKind, row: &Row<'_>) -> Result<Option<Concerns>> {
    let said: Option<String> = row.get(5)?;
    if let Some(said) = said.and_then(|said| Concerns::parse(&said)) {
        return Ok(Some(said));
    }
    let named: Option<String> = row.get(6)?;
    let named: Vec<String> = named.and_then(|named| serde_json::from_str(&named).ok()).unwrap_or_default();
    Ok(concerns_by(kind, named.iter().map(String::as_str)).map(|(concerns, _)| concerns))
}

fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<&'r str> {
    row.get_ref(at)?.as_str().map_err(|error| Fault::from(rusqlite::Error::from(error)))
}
