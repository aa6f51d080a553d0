//! Whether a noun can be stored: by itself, and by what it points to. The one door through which import, commands and screens come.

use super::rows::{Fields, fields_of, key_condition, key_of, noun_from, nouns};
use super::{Writer, read};
use crate::model::instrument::normal_number;
use crate::model::noun::Word;
use crate::model::{
    Activity, Agency, Assignment, Campaign, Component, Description, Directive, Holiday, Indicator, Instrument,
    InstrumentLevel, Kind, LinkedService, Measure, MeasureKind, Noun, Parameter, Procedure, Programme, Regulation,
    Scenario, Sheet, StateData, TargetKind, Uncertain, Uncertainty, Unit, Valid, Way, Wrong, check_rows,
};
use crate::reform::GROUPS;
use crate::text::fold;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message, Result, Said};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// How many codes a message names of those that there are.
const NAMED: usize = 12;

/// A noun that is stored, with how it is told from others and what it points to.
pub(super) trait Admitted: Noun + Valid + Serialize {
    /// The figures that stay as they are where they are known better than what comes in.
    const FIGURES: &'static [&'static str] = &[];

    /// How a message names this one.
    fn key(&self) -> String {
        fields_of(self).map(|fields| key_of(Self::DESCRIPTION, &fields).join(" ")).unwrap_or_default()
    }

    /// What is wrong with what it points to.
    ///
    /// # Errors
    /// The workspace cannot be read.
    fn dangling(&self, _: &Connection) -> Result<Vec<Wrong>> {
        Ok(Vec::new())
    }
}

/// A cost sheet on its way in.
#[derive(Serialize)]
pub(super) struct SheetOf<'s> {
    pub(super) regulation: &'s str,
    pub(super) rows: &'s [Activity],
}

impl Noun for SheetOf<'_> {
    const DESCRIPTION: &'static Description = Sheet::DESCRIPTION;
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
            Some(first) => Err(refusal(T::DESCRIPTION.word, &noun.key(), first, found.len() - 1)),
        }
    }

    /// The same for a noun that lies in one table.
    pub(super) fn admit_one<T: Admitted + DeserializeOwned>(&self, key: &[&str], noun: &T) -> Result<()> {
        self.admit(noun, || {
            let stored: Vec<T> = nouns(self.conn, &key_condition(T::DESCRIPTION), rusqlite::params_from_iter(key))?;
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
        let row = |fields: &Fields| noun_from::<Activity>(fields.clone());
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

fn refusal(word: Word, key: &str, wrong: &Wrong, more: usize) -> Fault {
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
fn unknown(word: Word, code: &str, known: &[String]) -> Said {
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
        found.push(Wrong::new(way, unknown(Kind::Agency.word(), code, &[])));
    }
    Ok(())
}

fn level(conn: &Connection, code: Option<&String>, found: &mut Vec<Wrong>) -> Result<()> {
    let Some(code) = code else { return Ok(()) };
    if !read::exists(conn, "instrument_level", "id", code)? {
        let known = column(conn, "SELECT id FROM instrument_level ORDER BY rank DESC, id", [])?;
        found.push(Wrong::new(Way::to("level"), unknown(Kind::InstrumentLevel.word(), code, &known)));
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
                    let said = unknown(Kind::Parameter.word(), &row.tariff, &incomes);
                    found.push(Wrong::new(way(at, "tariff"), said));
                }
            }
            if let Some(component) = &row.component {
                let papers = match &mut papers {
                    Some(papers) => papers,
                    none => none.insert(components(conn, self.regulation)?),
                };
                if !papers.contains(component) {
                    found.push(Wrong::new(
                        way(at, "component"),
                        unknown(Component::DESCRIPTION.word, component, papers),
                    ));
                }
            }
        }
        Ok(found)
    }
}

impl Admitted for Measure {
    fn key(&self) -> String {
        if self.code.is_empty() { format!("{}: {}", self.regulation, self.title) } else { self.code.clone() }
    }

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        level(conn, self.level.as_ref(), &mut found)?;
        if !read::exists(conn, "regulation", "code", &self.regulation)? {
            found.push(Wrong::new(Way::to("regulation"), unknown(Kind::Regulation.word(), &self.regulation, &[])));
            return Ok(found);
        }
        let kind: Vec<MeasureKind> = nouns(conn, "id = ?1", [&self.kind])?;
        let Some(kind) = kind.first() else {
            let known = column(conn, "SELECT id FROM measure_kind ORDER BY \"order\", id", [])?;
            found.push(Wrong::new(Way::to("kind"), unknown(Kind::MeasureKind.word(), &self.kind, &known)));
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
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        level(conn, self.level.as_ref(), &mut found)?;
        Ok(found)
    }
}

impl Admitted for LinkedService {
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        for (at, member) in self.members.iter().enumerate() {
            if !read::exists(conn, "regulation", "code", member)? {
                found.push(Wrong::new(Way::to("members").at(at), unknown(Kind::Regulation.word(), member, &[])));
            }
        }
        for (work, shared) in self.shared.iter().enumerate() {
            for (at, row) in shared.rows.iter().enumerate().filter(|(_, row)| self.members.contains(&row.regulation)) {
                let there = "SELECT 1 FROM activity WHERE regulation = ?1 AND id = ?2";
                if !is_there(conn, there, [&row.regulation, &row.row])? {
                    let said = unknown(Activity::DESCRIPTION.word, &row.row, &sheet_rows(conn, &row.regulation)?);
                    let way = Way::to("shared").at(work).field("rows").at(at).field("row");
                    found.push(Wrong::new(way, said));
                }
            }
        }
        Ok(found)
    }
}

impl Admitted for Assignment {
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        let directive: Vec<Directive> = nouns(conn, "code = ?1", [&self.directive])?;
        match (directive.first(), self.due) {
            (None, _) => {
                let said = unknown(Kind::Directive.word(), &self.directive, &[]);
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
        found.push(Wrong::new(Way::to("assignment"), unknown(Kind::Assignment.word(), code, &[])));
    }
    Ok(())
}

impl Admitted for Indicator {
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
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        agency(conn, Way::to("holder"), &self.holder, &mut found)?;
        Ok(found)
    }
}

impl Admitted for Scenario {
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        if let Some(programme) = &self.programme
            && !read::exists(conn, "programme", "code", programme)?
        {
            let known = column(conn, "SELECT code FROM programme ORDER BY code", [])?;
            found.push(Wrong::new(Way::to("programme"), unknown(Kind::Programme.word(), programme, &known)));
        }
        Ok(found)
    }
}

impl Admitted for Uncertainty {
    const FIGURES: &'static [&'static str] = &["spread", "low", "likely", "high"];

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        if let Some(Uncertain::Parameter(id)) = Uncertain::parse(&self.of)
            && !read::exists(conn, "parameter", "id", &id)?
        {
            found.push(Wrong::new(Way::to("of"), unknown(Kind::Parameter.word(), &id, &[])));
        }
        Ok(found)
    }
}

impl Admitted for Agency {
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

impl Admitted for Instrument {
    fn key(&self) -> String {
        normal_number(&self.number)
    }
}

impl Admitted for Parameter {
    const FIGURES: &'static [&'static str] = &["value"];
}

// Those that point to nothing that must be there.
impl Admitted for Regulation {}
impl Admitted for Procedure {}
impl Admitted for Programme {}
impl Admitted for Holiday {}
impl Admitted for InstrumentLevel {}
impl Admitted for Directive {}
