//! Whether a noun can be stored: by itself, and by what it points to. The one door through which import, commands and screens come.

use super::rows::{Fields, noun_from, nouns};
use super::tables::{self, Table};
use super::{Writer, read};
use crate::model::instrument::normal_number;
use crate::model::{
    Activity, Agency, Assignment, Campaign, Directive, Holiday, Indicator, Instrument, InstrumentLevel, LinkedService,
    Measure, MeasureKind, Parameter, Procedure, Programme, Regulation, Scenario, StateData, TargetKind, Uncertain,
    Uncertainty, Unit, Valid, Way, Wrong, check_rows,
};
use crate::reform::GROUPS;
use crate::text::fold;
use crate::words::noun::NounWord;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message, Result, Said};
use rusqlite::{Connection, OptionalExtension, params};

/// How many codes a message names of those that there are.
const NAMED: usize = 12;

/// A noun that is stored, with what it is called and what it points to.
pub(super) trait Admitted: Valid {
    /// What one is called.
    const WORD: NounWord;

    /// How a message names this one.
    fn key(&self) -> String;

    /// What is wrong with what it points to.
    ///
    /// # Errors
    /// The workspace cannot be read.
    fn dangling(&self, _: &Connection) -> Result<Vec<Wrong>> {
        Ok(Vec::new())
    }
}

/// A cost sheet on its way in.
pub(super) struct SheetOf<'s> {
    pub(super) regulation: &'s str,
    pub(super) rows: &'s [Activity],
}

impl Valid for SheetOf<'_> {
    fn check(&self) -> Vec<Wrong> {
        check_rows(self.rows)
    }
}

/// All that is wrong with a noun.
pub(super) fn wrong<T: Admitted>(noun: &T, conn: &Connection) -> Result<Vec<Wrong>> {
    let mut found = noun.check();
    found.extend(noun.dangling(conn)?);
    Ok(found)
}

impl Writer<'_> {
    /// Refuses a noun for what is wrong with it. What was wrong with the stored one already is no reason: it can be worked with until it is
    /// mended.
    ///
    /// # Errors
    /// Bad input, which names the noun, the field, and what was expected.
    pub(super) fn admit<T: Admitted>(&self, noun: &T, before: impl FnOnce() -> Result<Vec<Wrong>>) -> Result<()> {
        let mut found = wrong(noun, self.conn)?;
        if found.is_empty() {
            return Ok(());
        }
        // A stored noun that cannot be read excuses nothing.
        let known = before().unwrap_or_default();
        let same = |a: &Wrong, b: &Wrong| a.way.last() == b.way.last() && a.said == b.said;
        found.retain(|new| !known.iter().any(|old| same(old, new)));
        match found.first() {
            None => Ok(()),
            Some(first) => Err(refusal(T::WORD, &noun.key(), first, found.len() - 1)),
        }
    }

    /// The same for a noun that lies in one table.
    pub(super) fn admit_one<T>(&self, table: &Table, keys: &[&str], noun: &T) -> Result<()>
    where
        T: Admitted + serde::de::DeserializeOwned,
    {
        let condition: Vec<String> =
            (0..keys.len()).map(|at| format!("\"{}\" = ?{}", table.columns[at].name, at + 1)).collect();
        self.admit(noun, || {
            let stored: Vec<T> =
                nouns(self.conn, table, &condition.join(" AND "), rusqlite::params_from_iter(keys.iter()))?;
            stored.first().map_or(Ok(Vec::new()), |stored| wrong(stored, self.conn))
        })
    }
}

impl Writer<'_> {
    /// Refuses a sheet that comes in for what is wrong with its rows: as they came, or where the file has only some of their fields, as they
    /// would be stored.
    ///
    /// # Errors
    /// Bad input, which names the row, the field, and what was expected.
    pub(super) fn admit_sheet(&self, code: &str, given: &[Activity], stored: &[Fields]) -> Result<()> {
        if self.terms.borrow().sheet_fields.is_none() {
            return self.admit_rows(code, given);
        }
        let id = |fields: &Fields| fields.get("id").and_then(|id| id.as_str()).unwrap_or_default().to_owned();
        let row = |fields: &Fields| noun_from(&tables::ACTIVITY, fields.clone());
        // In the order of the file, so that a row is found in it again.
        let in_order: Option<Vec<&Fields>> =
            given.iter().map(|row| stored.iter().find(|fields| !row.id.is_empty() && id(fields) == row.id)).collect();
        match in_order {
            Some(fields) => self.admit_rows(code, &fields.into_iter().map(row).collect::<Result<Vec<_>>>()?),
            None => {
                let rows: Vec<Activity> = stored.iter().map(row).collect::<Result<_>>()?;
                self.admit_rows(code, &rows).map_err(|fault| fault.in_field(""))
            }
        }
    }

    /// Refuses rows of a sheet for what is wrong with them.
    ///
    /// # Errors
    /// Bad input, which names the row, the field, and what was expected.
    pub(super) fn admit_rows(&self, code: &str, rows: &[Activity]) -> Result<()> {
        self.admit(&SheetOf { regulation: code, rows }, || {
            wrong(&SheetOf { regulation: code, rows: &self.sheet(code)? }, self.conn)
        })
    }
}

fn refusal(word: NounWord, key: &str, wrong: &Wrong, more: usize) -> Fault {
    let one = ValidWord::Refused.said_by(|lang| {
        vec![word.text(lang).to_owned(), key.to_owned(), wrong.way.to_string(), wrong.said.text(lang).to_owned()]
    });
    let said = if more == 0 {
        one
    } else {
        ValidWord::AndMore.said_by(|lang| vec![one.text(lang).to_owned(), more.to_string()])
    };
    Fault::input(said).hint(ValidWord::RefusedHint.said(&[])).in_field(&wrong.way.to_string())
}

/// That there is no such noun, with those that there are.
fn unknown(word: NounWord, code: &str, known: &[String]) -> Said {
    if known.is_empty() {
        return ValidWord::NotThere.said_by(|lang| vec![word.text(lang).to_owned(), code.to_owned()]);
    }
    let mut list = known.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    if known.len() > NAMED {
        list.push_str(", …");
    }
    ValidWord::Unknown.said_by(|lang| vec![word.text(lang).to_owned(), code.to_owned(), list.clone()])
}

/// The first column of what a query gives.
fn column(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_map(params, |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

fn is_there(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<bool> {
    Ok(conn.prepare_cached(sql)?.query_row(params, |_| Ok(())).optional()?.is_some())
}

/// An agency that one of our own nouns names by its code.
fn agency(conn: &Connection, way: Way, code: &str, found: &mut Vec<Wrong>) -> Result<()> {
    if !read::exists(conn, "agency", "code", code)? {
        found.push(Wrong::new(way, unknown(NounWord::Agency, code, &[])));
    }
    Ok(())
}

fn level(conn: &Connection, code: Option<&String>, found: &mut Vec<Wrong>) -> Result<()> {
    let Some(code) = code else { return Ok(()) };
    if !read::exists(conn, "instrument_level", "id", code)? {
        let known = column(conn, "SELECT id FROM instrument_level ORDER BY rank DESC, id", [])?;
        found.push(Wrong::new(Way::to("level"), unknown(NounWord::InstrumentLevel, code, &known)));
    }
    Ok(())
}

/// The ids of the components of a procedure.
fn components(conn: &Connection, regulation: &str) -> Result<Vec<String>> {
    column(conn, "SELECT id FROM component WHERE regulation = ?1 ORDER BY position", [regulation])
}

/// The ids of the rows of a sheet.
fn sheet_rows(conn: &Connection, regulation: &str) -> Result<Vec<String>> {
    column(conn, "SELECT id FROM activity WHERE regulation = ?1 ORDER BY position", [regulation])
}

impl Admitted for SheetOf<'_> {
    const WORD: NounWord = NounWord::Sheet;

    fn key(&self) -> String {
        self.regulation.to_owned()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        let mut known: Vec<&str> = Vec::new();
        let mut papers: Option<Vec<String>> = None;
        let way = |at: usize, field: &str| Way::to("activity").at(at).field(field);
        for (at, row) in self.rows.iter().enumerate() {
            if !row.tariff.is_empty() && !known.contains(&row.tariff.as_str()) {
                let income = params![row.tariff, Unit::DongPerHour.name()];
                if is_there(conn, "SELECT 1 FROM parameter WHERE id = ?1 AND unit = ?2", income)? {
                    known.push(&row.tariff);
                } else {
                    let all = "SELECT DISTINCT id FROM parameter WHERE unit = ?1 ORDER BY id";
                    let incomes = column(conn, all, [Unit::DongPerHour.name()])?;
                    let said = unknown(NounWord::Parameter, &row.tariff, &incomes);
                    found.push(Wrong::new(way(at, "tariff"), said));
                }
            }
            if let Some(component) = &row.component {
                let papers = match &mut papers {
                    Some(papers) => papers,
                    none => none.insert(components(conn, self.regulation)?),
                };
                if !papers.contains(component) {
                    found.push(Wrong::new(way(at, "component"), unknown(NounWord::Component, component, papers)));
                }
            }
        }
        Ok(found)
    }
}

impl Admitted for Measure {
    const WORD: NounWord = NounWord::Measure;

    fn key(&self) -> String {
        if self.code.is_empty() { format!("{}: {}", self.regulation, self.title) } else { self.code.clone() }
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        level(conn, self.level.as_ref(), &mut found)?;
        if !read::exists(conn, "regulation", "code", &self.regulation)? {
            found.push(Wrong::new(Way::to("regulation"), unknown(NounWord::Regulation, &self.regulation, &[])));
            return Ok(found);
        }
        let kind: Vec<MeasureKind> = nouns(conn, &tables::MEASURE_KIND, "id = ?1", [&self.kind])?;
        let Some(kind) = kind.first() else {
            let known = column(conn, "SELECT id FROM measure_kind ORDER BY \"order\", id", [])?;
            found.push(Wrong::new(Way::to("kind"), unknown(NounWord::MeasureKind, &self.kind, &known)));
            return Ok(found);
        };
        let targets = match kind.targets {
            TargetKind::None => Vec::new(),
            TargetKind::Components => components(conn, &self.regulation)?,
            TargetKind::Activities => sheet_rows(conn, &self.regulation)?,
        };
        found.extend(kind.check_measure(self, &targets));
        Ok(found)
    }
}

impl Admitted for MeasureKind {
    const WORD: NounWord = NounWord::MeasureKind;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        level(conn, self.level.as_ref(), &mut found)?;
        Ok(found)
    }
}

impl Admitted for LinkedService {
    const WORD: NounWord = NounWord::LinkedService;

    fn key(&self) -> String {
        self.code.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        for (at, member) in self.members.iter().enumerate() {
            if !read::exists(conn, "regulation", "code", member)? {
                found.push(Wrong::new(Way::to("members").at(at), unknown(NounWord::Regulation, member, &[])));
            }
        }
        for (work, shared) in self.shared.iter().enumerate() {
            for (at, row) in shared.rows.iter().enumerate().filter(|(_, row)| self.members.contains(&row.regulation)) {
                let there = "SELECT 1 FROM activity WHERE regulation = ?1 AND id = ?2";
                if !is_there(conn, there, [&row.regulation, &row.row])? {
                    let said = unknown(NounWord::Activity, &row.row, &sheet_rows(conn, &row.regulation)?);
                    let way = Way::to("shared").at(work).field("rows").at(at).field("row");
                    found.push(Wrong::new(way, said));
                }
            }
        }
        Ok(found)
    }
}

impl Admitted for Assignment {
    const WORD: NounWord = NounWord::Assignment;

    fn key(&self) -> String {
        self.code.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        let directive: Vec<Directive> = nouns(conn, &tables::DIRECTIVE, "code = ?1", [&self.directive])?;
        match (directive.first(), self.due) {
            (None, _) => {
                let said = unknown(NounWord::Directive, &self.directive, &[]);
                found.push(Wrong::new(Way::to("directive"), said));
            }
            (Some(directive), Some(due)) if due < directive.date => {
                let said = ValidWord::TooEarly.said(&[&due, &directive.code, &directive.date]);
                found.push(Wrong::new(Way::to("due"), said));
            }
            _ => {}
        }
        for (at, lead) in self.leads.iter().enumerate().filter(|(_, lead)| !GROUPS.contains(&lead.as_str())) {
            agency(conn, Way::to("leads").at(at), lead, &mut found)?;
        }
        for (at, step) in self.steps.iter().enumerate() {
            if let Some(code) = step.agency.as_deref().filter(|code| !GROUPS.contains(code)) {
                agency(conn, Way::to("steps").at(at).field("agency"), code, &mut found)?;
            }
        }
        Ok(found)
    }
}

impl Admitted for Campaign {
    const WORD: NounWord = NounWord::Campaign;

    fn key(&self) -> String {
        self.code.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        if let Some(lead) = &self.lead {
            agency(conn, Way::to("lead"), lead, &mut found)?;
        }
        assignment(conn, self.assignment.as_ref(), &mut found)?;
        Ok(found)
    }
}

fn assignment(conn: &Connection, code: Option<&String>, found: &mut Vec<Wrong>) -> Result<()> {
    if let Some(code) = code
        && !read::exists(conn, "assignment", "code", code)?
    {
        found.push(Wrong::new(Way::to("assignment"), unknown(NounWord::Assignment, code, &[])));
    }
    Ok(())
}

impl Admitted for Indicator {
    const WORD: NounWord = NounWord::Indicator;

    fn key(&self) -> String {
        self.code.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        assignment(conn, self.assignment.as_ref(), &mut found)?;
        for (at, reading) in self.readings.iter().enumerate() {
            if let Some(code) = &reading.agency {
                agency(conn, Way::to("readings").at(at).field("agency"), code, &mut found)?;
            }
        }
        Ok(found)
    }
}

impl Admitted for StateData {
    const WORD: NounWord = NounWord::StateData;

    fn key(&self) -> String {
        self.id.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        agency(conn, Way::to("holder"), &self.holder, &mut found)?;
        Ok(found)
    }
}

impl Admitted for Scenario {
    const WORD: NounWord = NounWord::Scenario;

    fn key(&self) -> String {
        self.code.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        if let Some(programme) = &self.programme
            && !read::exists(conn, "programme", "code", programme)?
        {
            let known = column(conn, "SELECT code FROM programme ORDER BY code", [])?;
            found.push(Wrong::new(Way::to("programme"), unknown(NounWord::Programme, programme, &known)));
        }
        Ok(found)
    }
}

impl Admitted for Uncertainty {
    const WORD: NounWord = NounWord::Uncertainty;

    fn key(&self) -> String {
        self.of.clone()
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        if let Some(Uncertain::Parameter(id)) = Uncertain::parse(&self.of)
            && !read::exists(conn, "parameter", "id", &id)?
        {
            found.push(Wrong::new(Way::to("of"), unknown(NounWord::Parameter, &id, &[])));
        }
        Ok(found)
    }
}

impl Admitted for Agency {
    const WORD: NounWord = NounWord::Agency;

    fn key(&self) -> String {
        self.code.clone()
    }

    /// No other agency goes by its name: a name in a list must tell one agency.
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut statement = conn.prepare_cached("SELECT code, name FROM agency WHERE code <> ?1")?;
        let others = statement.query_map([&self.code], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let others: Vec<(String, String)> = others.collect::<rusqlite::Result<_>>()?;
        let name = fold(&self.name);
        let same = others.into_iter().find(|(_, other)| !name.is_empty() && fold(other) == name);
        let wrong = |(code, _)| Wrong::new(Way::to("name"), ValidWord::NameTaken.said(&[&self.name, &code]));
        Ok(same.map(wrong).into_iter().collect())
    }
}

/// Nouns that point to nothing that must be there.
macro_rules! alone {
    ($($noun:ident: $key:expr),+ $(,)?) => { $(
        impl Admitted for $noun {
            const WORD: NounWord = NounWord::$noun;
            fn key(&self) -> String {
                let key: fn(&$noun) -> String = $key;
                key(self)
            }
        }
    )+ };
}

alone! {
    Instrument: |instrument| normal_number(&instrument.number),
    Regulation: |regulation| regulation.code.clone(),
    Procedure: |procedure| procedure.regulation.code.clone(),
    Parameter: |parameter| format!("{} {}", parameter.id, parameter.from),
    Programme: |programme| programme.code.clone(),
    Holiday: |holiday| holiday.date.to_string(),
    InstrumentLevel: |level| level.id.clone(),
    Directive: |directive| directive.code.clone(),
}
