//! Whether a noun can be stored: by itself, and by what it points to. The one door through which import, commands and screens come.

use super::pointed::{self, column, unknown};
use super::rows::{Fields, fields_of, key_condition, key_of, noun_from, nouns};
use super::{Writer, read};
use crate::model::instrument::normal_number;
use crate::model::noun::Word;
use crate::model::valid::Step;
use crate::model::{
    Activity, Agency, Assignment, Checklist, Component, Directive, Instrument, Kind, LinkedService, Measure,
    MeasureKind, Noun, Parameter, Population, Question, ReviewAnswer, Sheet, TargetKind, Uncertain, Uncertainty, Unit,
    Valid, Way, Wrong,
};
use crate::reform::GROUPS;
use crate::text::fold;
use crate::words::valid::ValidWord;
use crate::words::{Fault, Message, Result};
use rusqlite::{Connection, OptionalExtension, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A noun that is stored, with how it is told from others and what it points to.
pub trait Admitted: Noun + Valid + Serialize {
    /// The figures that stay as they are where they are known better than what comes in.
    const FIGURES: &'static [&'static str] = &[];

    /// The codes that stand for many at once and for none that is there.
    const COLLECTIVE: &'static [&'static str] = &[];

    /// How a message names this one.
    fn key(&self) -> String {
        fields_of(self).map(|fields| key_of(Self::DESCRIPTION, &fields).join(" ")).unwrap_or_default()
    }

    /// Where something that is wrong with it lies: the table, the key of the row, the field.
    fn place(&self, wrong: &Wrong) -> (&'static str, Vec<String>, String) {
        (Self::DESCRIPTION.name, vec![self.key()], wrong.way.to_string())
    }

    /// What it rests on and is not there.
    ///
    /// # Errors
    /// The workspace cannot be read.
    fn unfounded(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        pointed::dangling(Self::DESCRIPTION, &fields_of(self)?, Self::COLLECTIVE, conn)
    }

    /// What is wrong with what it points to.
    ///
    /// # Errors
    /// The workspace cannot be read.
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        self.unfounded(conn)
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
        let sheet = |activities| Sheet { regulation: code.to_owned(), activities };
        self.admit(&sheet(rows.to_vec()), || wrong(&sheet(self.sheet(code)?), self.conn))
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

fn is_there(conn: &Connection, sql: &str, params: impl rusqlite::Params) -> Result<bool> {
    Ok(conn.prepare_cached(sql)?.query_row(params, |_| Ok(())).optional()?.is_some())
}

/// The ids of the components of a procedure.
fn components(conn: &Connection, regulation: &str) -> Result<Vec<String>> {
    column(conn, "SELECT id FROM component WHERE regulation = ?1 ORDER BY position", [regulation])
}

/// The ids of the rows of a sheet.
/// A group of a population, in words.
const GROUP_OF_PEOPLE: Word = Word { vi: "nhóm đối tượng", en: "group of those who comply" };

fn population_groups(conn: &Connection, regulation: &str) -> Result<Vec<String>> {
    let population: Vec<Population> = nouns(conn, "regulation = ?1", [regulation])?;
    Ok(population.into_iter().flat_map(|one| one.groups).map(|group| group.id).collect())
}

fn sheet_rows(conn: &Connection, regulation: &str) -> Result<Vec<String>> {
    column(conn, "SELECT id FROM activity WHERE regulation = ?1 ORDER BY position", [regulation])
}

impl Admitted for Sheet {
    /// The row of it.
    fn place(&self, wrong: &Wrong) -> (&'static str, Vec<String>, String) {
        let row = wrong.way.steps().iter().find_map(|step| match step {
            Step::At(at) => self.activities.get(*at),
            Step::Field(_) => None,
        });
        let key = vec![self.regulation.clone(), row.map(|row| row.id.clone()).unwrap_or_default()];
        (Activity::DESCRIPTION.name, key, wrong.way.last().to_owned())
    }

    /// Rows rest on an income an hour and on papers of the procedure.
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        let mut known: Vec<&str> = Vec::new();
        let mut papers: Option<Vec<String>> = None;
        let mut groups: Option<Vec<String>> = None;
        let way = |at: usize, field: &str| Way::to("activity").at(at).field(field);
        for (at, row) in self.activities.iter().enumerate() {
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
            if let Some(group) = &row.among {
                let groups = match &mut groups {
                    Some(groups) => groups,
                    none => none.insert(population_groups(conn, &self.regulation)?),
                };
                if !groups.contains(group) {
                    found.push(Wrong::new(way(at, "among"), unknown(GROUP_OF_PEOPLE, group, groups)));
                }
            }
            if let Some(component) = &row.component {
                let papers = match &mut papers {
                    Some(papers) => papers,
                    none => none.insert(components(conn, &self.regulation)?),
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
        let mut found = self.unfounded(conn)?;
        let kind: Vec<MeasureKind> = nouns(conn, "id = ?1", [&self.kind])?;
        let there = read::exists(conn, "regulation", "code", &self.regulation)?;
        let Some(kind) = kind.first().filter(|_| there) else { return Ok(found) };
        let targets = match kind.targets {
            TargetKind::None => Vec::new(),
            TargetKind::Components => components(conn, &self.regulation)?,
            TargetKind::Activities => sheet_rows(conn, &self.regulation)?,
        };
        found.extend(kind.check_measure(self, &targets));
        Ok(found)
    }
}

impl Admitted for LinkedService {
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = self.unfounded(conn)?;
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
    const COLLECTIVE: &'static [&'static str] = &GROUPS;

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = self.unfounded(conn)?;
        let directive: Vec<Directive> = nouns(conn, "code = ?1", [&self.directive])?;
        if let (Some(directive), Some(due)) = (directive.first(), self.due)
            && due < directive.date
        {
            let said = ValidWord::TooEarly.said(&[&due, &directive.code, &directive.date]);
            found.push(Wrong::new(Way::to("due"), said));
        }
        Ok(found)
    }
}

impl Admitted for ReviewAnswer {
    /// The checklist asks this question.
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = self.unfounded(conn)?;
        let checklist: Vec<Checklist> = nouns(conn, "code = ?1", [&self.checklist])?;
        if let Some(checklist) = checklist.first()
            && checklist.question(&self.question).is_none()
        {
            let known: Vec<String> = checklist.questions.iter().map(|Question { id, .. }| id.clone()).collect();
            let word = Word { vi: "câu hỏi", en: "question" };
            found.push(Wrong::new(Way::to("question"), unknown(word, &self.question, &known)));
        }
        Ok(found)
    }
}

impl Admitted for Uncertainty {
    const FIGURES: &'static [&'static str] = &["spread", "low", "likely", "high"];

    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        let of = Uncertain::parse(&self.of);
        if let Some(Uncertain::Population(code)) = &of
            && !read::exists(conn, "regulation", "code", code)?
        {
            found.push(Wrong::new(Way::to("of"), unknown(Kind::Regulation.word(), code, &[])));
        }
        if let Some(Uncertain::Parameter(id)) = of
            && !read::exists(conn, "parameter", "id", &id)?
        {
            found.push(Wrong::new(Way::to("of"), unknown(Kind::Parameter.word(), &id, &[])));
        }
        Ok(found)
    }
}

impl Admitted for Agency {
    /// No other agency goes by its name: a name in a list must tell one agency. None takes over from itself.
    fn dangling(&self, conn: &Connection) -> Result<Vec<Wrong>> {
        let mut found = Vec::new();
        let own = self.successors.iter().position(|successor| successor.agency == self.code);
        found.extend(own.map(|at| {
            let way = Way::to("successors").at(at).field("agency");
            Wrong::new(way, ValidWord::AfterItself.said(&[&self.code]))
        }));
        let mut statement = conn.prepare_cached("SELECT code, name FROM agency WHERE code <> ?1")?;
        let others = statement.query_map([&self.code], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let others: Vec<(String, String)> = others.collect::<rusqlite::Result<_>>()?;
        let name = fold(&self.name);
        let same = others.into_iter().find(|(_, other)| !name.is_empty() && fold(other) == name);
        let wrong = |(code, _)| Wrong::new(Way::to("name"), ValidWord::NameTaken.said(&[&self.name, &code]));
        found.extend(same.map(wrong));
        Ok(found)
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

impl Admitted for Population {
    const FIGURES: &'static [&'static str] = &["count", "times"];
}
