//! The workspace as computing sees it: figures summed while rows are read, rows kept only where a measure aims.

use super::Reader;
use crate::cost::figures::annual_unreduced;
use crate::cost::{CostRow, Rates, Sum};
use crate::model::{ActivityGroup, Fraction, RegulationKind, TimeLimit, TimeUnit};
use crate::reform::{Levels, Register, Snapshot, Subject, SubjectRow, TimeRates};
use crate::text::messages::cost::CostWord;
use crate::text::messages::store::StoreMessage;
use crate::text::{Fault, Message, Result};
use jiff::civil::Date;
use rusqlite::Row;
use std::collections::{BTreeMap, BTreeSet, HashMap};

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
    /// The condition on a row; `?2` stands for [`Keep::codes`].
    fn condition(self) -> String {
        let more = match self {
            Self::NoMore | Self::Also(_) => "",
            Self::Uncertain => {
                "UNION SELECT substr(of, 7, instr(substr(of, 7), ':') - 1) FROM uncertainty WHERE of LIKE 'sheet:%'
                 UNION SELECT regulation FROM activity
                       WHERE tariff IN (SELECT substr(of, 11) FROM uncertainty WHERE of LIKE 'parameter:%')"
            }
        };
        format!(
            " AND regulation IN (SELECT regulation FROM measure
              UNION SELECT member.value FROM linked_service, json_each(linked_service.members) AS member
              UNION SELECT value FROM json_each(?2) {more})"
        )
    }

    /// The codes that are asked for, as a list in JSON.
    fn codes(self) -> String {
        match self {
            Self::Also(codes) => serde_json::Value::from_iter(codes.iter().map(String::as_str)).to_string(),
            Self::NoMore | Self::Uncertain => "[]".to_owned(),
        }
    }
}

/// Where the rows of sheets come from.
enum Source<'r> {
    /// The living sheets, whose rows name a parameter as their income per hour.
    Live(&'r Rates),
    /// A frozen baseline, whose rows have it.
    Frozen(&'r str),
}

impl Source<'_> {
    /// Selects the columns that [`Numbers::read`] takes, and more columns after them, by regulation.
    fn select(&self, more: &str, condition: &str) -> String {
        let (hourly, table) = match self {
            Self::Live(_) => ("tariff, staff", "activity WHERE ?1 IS NULL"),
            Self::Frozen(_) => ("hourly, '1'", "frozen_activity WHERE programme = ?1"),
        };
        format!(
            "SELECT regulation, minutes, {hourly}, outsourcing, charges, times, population{more} FROM {table}{condition}
             ORDER BY regulation, id"
        )
    }

    fn programme(&self) -> Option<&str> {
        match self {
            Self::Live(_) => None,
            Self::Frozen(programme) => Some(programme),
        }
    }
}

impl Reader {
    /// What computing needs of the workspace, with the incomes per hour of a day.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn snapshot(&self, day: Date) -> Result<Snapshot> {
        self.snapshot_keeping(day, Keep::NoMore)
    }

    /// The same, with the rows of regulations in which something is uncertain too.
    pub(super) fn uncertain_snapshot(&self, day: Date) -> Result<Snapshot> {
        self.snapshot_keeping(day, Keep::Uncertain)
    }

    /// [`Reader::snapshot`], with the rows of more regulations of the living catalogue, by their codes.
    ///
    /// # Errors
    /// A parameter is missing, a figure does not fit, or the workspace cannot be read.
    pub fn snapshot_with(&self, day: Date, also: &BTreeSet<String>) -> Result<Snapshot> {
        self.snapshot_keeping(day, Keep::Also(also))
    }

    fn snapshot_keeping(&self, day: Date, keep: Keep<'_>) -> Result<Snapshot> {
        // All of one moment, whatever another program writes meanwhile.
        let _reading = self.one_moment()?;
        let rates = Rates::on(day, self.parameters()?);
        let time = self.time_rates(&rates)?;
        let measures = self.measures()?;
        let mut live = Register { frozen_on: None, subjects: self.subjects(&time, "status = 'in_force'")? };
        self.fill(&mut live, &Source::Live(&rates), keep)?;
        self.fill_components(&mut live)?;
        let mut baselines = BTreeMap::new();
        for (programme, day) in self.baselines()? {
            let mut register = Register { frozen_on: Some(day), subjects: self.frozen_subjects(&programme)? };
            self.fill(&mut register, &Source::Frozen(&programme), keep)?;
            baselines.insert(programme, register);
        }
        Ok(Snapshot {
            live,
            baselines,
            measures,
            kinds: self.measure_kinds()?.into_iter().map(|kind| (kind.id.clone(), kind)).collect(),
            levels: Levels::new(self.instrument_levels()?),
            programmes: self.programmes()?,
            working_day: time.working_day(),
        })
    }

    /// The working hours of every unit of time. A workspace without a time limit needs none, so that an empty one can be worked with.
    pub(super) fn time_rates(&self, rates: &Rates) -> Result<TimeRates> {
        const ANY: &str = "SELECT EXISTS (SELECT 1 FROM channel WHERE limit_amount IS NOT NULL)";
        let limited = self.conn.query_row(ANY, [], |row| row.get(0))?;
        if limited { TimeRates::from_rates(rates) } else { Ok(TimeRates::default()) }
    }

    /// The regulations that fit a condition, by code.
    pub(super) fn subjects(&self, time: &TimeRates, condition: &str) -> Result<Vec<Subject>> {
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
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT code, kind, agency, field, electronic FROM regulation WHERE {condition} ORDER BY code"
        ))?;
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

    /// Sums the rows of every sheet into its subject, and keeps the rows of some.
    fn fill(&self, register: &mut Register, source: &Source<'_>, keep: Keep<'_>) -> Result<()> {
        let mut numbers = Numbers::new(source);
        let mut sum = Sum::default();
        let mut of_subject = BySubject::new(register);
        self.each_row(source, None, ("", ""), |row| {
            let Some(subject) = of_subject.next(text(row, 0)?, |passed| close(passed, &mut sum))? else {
                return Ok(());
            };
            match numbers.read(row)?.annual() {
                Some((numerator, denominator)) => sum.add(numerator, denominator),
                None => sum.overflow(),
            }
            subject.has_sheet = true;
            Ok(())
        })?;
        if let Some(last) = of_subject.current {
            close(last, &mut sum)?;
        }
        // These are few, so that reading them once more is less than reading id, group and component of every row.
        let (condition, codes) = (keep.condition(), keep.codes());
        let mut of_subject = BySubject::new(register);
        self.each_row(source, Some(&codes), (", id, \"group\", component", &condition), |row| {
            if let Some(subject) = of_subject.next(text(row, 0)?, |_| Ok(()))? {
                subject.rows.push(numbers.read(row)?.kept(row)?);
            }
            Ok(())
        })
    }

    /// Tells which components the dossiers have of those regulations at which a measure aims.
    fn fill_components(&self, register: &mut Register) -> Result<()> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT measure.regulation, component.id FROM measure
             LEFT JOIN component ON component.regulation = measure.regulation",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let code = text(row, 0)?;
            if let Ok(at) = register.subjects.binary_search_by(|s| s.code.as_str().cmp(code)) {
                let known = register.subjects[at].components.get_or_insert_default();
                known.extend(row.get::<_, Option<String>>(1)?);
            }
        }
        Ok(())
    }

    fn each_row(
        &self,
        source: &Source<'_>,
        also: Option<&str>,
        (more, condition): (&str, &str),
        mut take: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let mut statement = self.conn.prepare_cached(&source.select(more, condition))?;
        let mut rows = match also {
            Some(also) => statement.query((source.programme(), also))?,
            None => statement.query([source.programme()])?,
        };
        while let Some(row) = rows.next()? {
            take(row)?;
        }
        Ok(())
    }
}

/// Goes through the subjects of a register along rows that come in the order of the codes, as the subjects do.
struct BySubject<'r> {
    current: Option<&'r mut Subject>,
    rest: std::slice::IterMut<'r, Subject>,
}

impl<'r> BySubject<'r> {
    fn new(register: &'r mut Register) -> Self {
        let mut rest = register.subjects.iter_mut();
        Self { current: rest.next(), rest }
    }

    /// The subject with a code; those that lie before it are passed.
    fn next(&mut self, code: &str, mut pass: impl FnMut(&mut Subject) -> Result<()>) -> Result<Option<&mut Subject>> {
        while let Some(passed) = self.current.as_deref_mut().filter(|subject| subject.code.as_str() < code) {
            pass(passed)?;
            self.current = self.rest.next();
        }
        Ok(self.current.as_deref_mut().filter(|subject| subject.code == code))
    }
}

fn close(subject: &mut Subject, sum: &mut Sum) -> Result<()> {
    let too_large = || Fault::input(CostWord::TooLarge.said(&[&subject.code]));
    subject.annual = std::mem::take(sum).total().ok_or_else(too_large)?;
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
        components: None,
        rows: Vec::new(),
        code,
    })
}

fn text<'r>(row: &'r Row<'_>, at: usize) -> Result<&'r str> {
    row.get_ref(at)?.as_str().map_err(|error| Fault::from(rusqlite::Error::from(error)))
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

/// Reads the numbers of rows. Sheets share a handful of incomes and frequencies, so each is worked out once.
struct Numbers<'r> {
    source: &'r Source<'r>,
    /// Income per hour by the texts of its two columns; so few that looking at each in turn is quickest.
    incomes: Vec<(String, String, Fraction)>,
    fractions: HashMap<String, (i64, i64)>,
}

impl<'r> Numbers<'r> {
    fn new(source: &'r Source<'r>) -> Self {
        Self { source, incomes: Vec::new(), fractions: HashMap::new() }
    }

    fn read(&mut self, row: &Row<'_>) -> Result<NumericRow> {
        Ok(NumericRow {
            minutes: self.pair(row, 1)?,
            hourly: self.hourly(row)?,
            outsourcing: row.get(4)?,
            charges: row.get(5)?,
            times: self.pair(row, 6)?,
            population: row.get(7)?,
        })
    }

    fn hourly(&mut self, row: &Row<'_>) -> Result<Fraction> {
        let (named, staff) = (text(row, 2)?, text(row, 3)?);
        if let Some((.., hourly)) = self.incomes.iter().find(|(n, s, _)| n == named && s == staff) {
            return Ok(*hourly);
        }
        let hourly = match self.source {
            Source::Frozen(_) => fraction(row, 2)?,
            Source::Live(rates) => {
                let hourly = rates.tariff(named)?.with_staff(fraction(row, 3)?);
                hourly.ok_or_else(|| Fault::input(CostWord::TooLarge.said(&[&named])))?
            }
        };
        self.incomes.push((named.to_owned(), staff.to_owned(), hourly));
        Ok(hourly)
    }

    /// An exact number as numerator and denominator that fit 64 bits.
    fn pair(&mut self, row: &Row<'_>, at: usize) -> Result<(i64, i64)> {
        let written = text(row, at)?;
        if let Ok(whole) = written.parse() {
            return Ok((whole, 1));
        }
        if let Some(pair) = self.fractions.get(written) {
            return Ok(*pair);
        }
        let value = fraction(row, at)?;
        let too_large = |_| Fault::input(CostWord::TooLarge.said(&[&value]));
        let pair =
            (value.numerator().try_into().map_err(too_large)?, value.denominator().try_into().map_err(too_large)?);
        self.fractions.insert(written.to_owned(), pair);
        Ok(pair)
    }
}

impl NumericRow {
    fn annual(&self) -> Option<(i128, i128)> {
        annual_unreduced(self.minutes, self.hourly, (self.outsourcing, self.charges), self.times, self.population)
    }

    fn kept(&self, row: &Row<'_>) -> Result<SubjectRow> {
        let whole = |(numerator, denominator): (i64, i64)| {
            Fraction::new(numerator.into(), denominator.into()).ok_or_else(|| bad(row))
        };
        Ok(SubjectRow {
            id: row.get(8)?,
            group: ActivityGroup::parse(text(row, 9)?).ok_or_else(|| bad(row))?,
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
    Fraction::parse(text(row, at)?).ok_or_else(|| bad(row))
}

/// The fault of a row that cannot be read, which names its regulation.
fn bad(row: &Row<'_>) -> Fault {
    Fault::database(StoreMessage::BadRow.said(&[&"activity", &row.get::<_, String>(0).unwrap_or_default()]))
}
