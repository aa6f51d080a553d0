//! Reading the nouns.

use super::Reader;
use super::direct::read_each;
use super::rows::{self, Fields, noun_from, nouns};
use super::unread::unread;
use crate::model::instrument::normal_number;
use crate::model::{
    Activity, Agency, AgencyNames, AgencyRegister, Basis, Cell, Channel, Component, Description, Instrument, Measure,
    MeasureKind, Noun, Outcome, Population, Procedure, Provenance, Regulation, RegulationKind, RegulationStatus,
    Scenario, Sheet, StatusEntry,
};
use crate::text::Lang;
use crate::words::{Fault, Result};
use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value as Json;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What a list of regulations shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegulationRow {
    /// Code.
    pub code: String,
    /// Kind.
    pub kind: RegulationKind,
    /// Name.
    pub name: String,
    /// Code of the agency, or its name where the catalogue does not know it.
    pub agency: Option<String>,
    /// Field.
    pub field: Option<String>,
    /// Whether it applies.
    pub status: RegulationStatus,
    /// Rows of its cost sheet.
    pub sheet_rows: usize,
    /// Measures that aim at it.
    pub measures: usize,
}

impl Reader {
    /// The names of agencies by code, in one language; groups of agencies have names too.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn agency_names(&self, lang: Lang) -> Result<AgencyNames> {
        Ok(AgencyNames::new(&self.all::<Agency>()?, lang))
    }

    /// The code of the agency that goes by a code, name, former name or usual abbreviation.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn resolve_agency(&self, name: &str) -> Result<Option<String>> {
        Ok(self.agency_register()?.resolve(name))
    }

    /// The agencies by every name by which these are known; what cannot be read is left out.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn agency_register(&self) -> Result<AgencyRegister> {
        let mut register = AgencyRegister::default();
        for row in rows::load_each(&self.conn, Agency::DESCRIPTION, "1", [])? {
            if let Ok(agency) = row.fields.and_then(noun_from::<Agency>) {
                register.add(&agency);
            }
        }
        Ok(register)
    }

    /// The instrument with a number, in any spelling of it.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn instrument(&self, number: &str) -> Result<Option<Instrument>> {
        Ok(nouns(&self.conn, "number = ?1", [normal_number(number)])?.pop())
    }

    /// All regulations, procedures too, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn regulations(&self) -> Result<Vec<Regulation>> {
        self.readable()
    }

    /// The first day of each regulation that tells it, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn first_days(&self) -> Result<BTreeMap<String, Date>> {
        Ok(self.regulations()?.into_iter().filter_map(|one| Some((one.code, one.from?))).collect())
    }

    /// The regulations that are no procedures, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn other_regulations(&self) -> Result<Vec<Regulation>> {
        self.readable_where("kind <> 'procedure'", [])
    }

    /// The regulation with a code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn regulation(&self, code: &str) -> Result<Option<Regulation>> {
        Ok(nouns(&self.conn, "code = ?1", [code])?.pop())
    }

    /// What lists of regulations show, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn regulation_rows(&self) -> Result<Vec<RegulationRow>> {
        self.first_regulation_rows(None, None)
    }

    /// The same of one kind, and the first of them, where that is asked for; the others are not read.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn first_regulation_rows(
        &self,
        kind: Option<RegulationKind>,
        most: Option<usize>,
    ) -> Result<Vec<RegulationRow>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT code, kind, name, agency, field, status, (SELECT count(*) FROM activity WHERE regulation = code),
                    (SELECT count(*) FROM measure WHERE regulation = regulation.code)
             FROM regulation WHERE ?1 IS NULL OR kind = ?1 ORDER BY code LIMIT ?2",
        )?;
        let most = most.and_then(|most| i64::try_from(most).ok()).unwrap_or(-1);
        let found = statement.query_map(params![kind.map(RegulationKind::name), most], |row| {
            let (kind, status): (String, String) = (row.get(1)?, row.get(5)?);
            Ok(RegulationRow {
                code: row.get(0)?,
                kind: RegulationKind::parse(&kind).unwrap_or(RegulationKind::Procedure),
                name: row.get(2)?,
                agency: row.get(3)?,
                field: row.get(4)?,
                status: RegulationStatus::parse(&status).unwrap_or(RegulationStatus::InForce),
                sheet_rows: usize::try_from(row.get::<_, i64>(6)?).unwrap_or_default(),
                measures: usize::try_from(row.get::<_, i64>(7)?).unwrap_or_default(),
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The names of regulations by their codes.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn regulation_names(&self, codes: &[&str]) -> Result<HashMap<String, String>> {
        let sql = "SELECT code, name FROM regulation WHERE code IN (SELECT value FROM json_each(?1))";
        let mut statement = self.conn.prepare_cached(sql)?;
        let found = statement.query_map([Json::from(codes).to_string()], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Those of some regulations, by code, in whose cost sheet a cell is an assumption: nobody vouched for it.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn assumed_sheets(&self, codes: &[&str]) -> Result<HashSet<String>> {
        let assumption = Provenance::Assumption;
        let assumed = |cell: &Cell| format!("coalesce(provenance ->> '$.{cell}', '{assumption}') = '{assumption}'");
        let any = Cell::ALL.iter().map(assumed).collect::<Vec<_>>().join(" OR ");
        let sql = format!(
            "SELECT DISTINCT regulation FROM activity WHERE regulation IN (SELECT value FROM json_each(?1)) AND ({any})"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let found = statement.query_map([Json::from(codes).to_string()], |row| row.get(0))?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// Procedures with all their parts, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn procedures(&self) -> Result<Vec<Procedure>> {
        self.read_of(Procedure::DESCRIPTION, procedures(&self.conn, None)?)
    }

    /// The procedure with a code, with all its parts.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn procedure(&self, code: &str) -> Result<Option<Procedure>> {
        let Some((_, read)) = procedures(&self.conn, Some(code))?.pop() else { return Ok(None) };
        if let Ok(procedure) = read {
            return Ok(Some(procedure));
        }
        self.procedure_in_part(code).map(Some)
    }

    /// A procedure without those parts that cannot be read, which are remembered.
    fn procedure_in_part(&self, code: &str) -> Result<Procedure> {
        let one = |table: &Description, condition: &str| -> Result<Fields> {
            let row = rows::load_each(&self.conn, table, condition, [code])?.pop();
            Ok(row.and_then(|row| self.passed.or_pass(table, row.key, row.fields)).unwrap_or_default())
        };
        let mut fields = one(Procedure::DESCRIPTION, "code = ?1")?;
        fields.insert("regulation".to_owned(), Json::Object(one(Regulation::DESCRIPTION, "code = ?1")?));
        for (name, table, _) in parts() {
            let mut read = Vec::new();
            for row in rows::load_each(&self.conn, table, "regulation = ?1", [code])? {
                let part = row.fields.map(Json::Object).and_then(|part| is_part(name, &part).map(|()| part));
                read.extend(self.passed.or_pass(table, row.key, part));
            }
            fields.insert(name.to_owned(), Json::Array(read));
        }
        let read = noun_from::<Procedure>(fields);
        read.map_err(|_| unread(Procedure::DESCRIPTION.name, vec![code.to_owned()]))
    }

    /// The cost sheet of a regulation, in order; empty when it has none.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn sheet(&self, code: &str) -> Result<Vec<Activity>> {
        let found = rows::load_each(&self.conn, Activity::DESCRIPTION, "regulation = ?1", [code])?;
        let read = |row: rows::Row| {
            let read = row.fields.and_then(noun_from::<Activity>);
            read.map_err(|_| unread(Activity::DESCRIPTION.name, row.key))
        };
        found.into_iter().map(read).collect()
    }

    /// All cost sheets, by regulation.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn sheets(&self) -> Result<Vec<Sheet>> {
        let mut sheets: Vec<Sheet> = Vec::new();
        for row in rows::load_each(&self.conn, Activity::DESCRIPTION, "1", [])? {
            let read = row.fields.and_then(noun_from::<Activity>);
            let Some(activity) = self.passed.or_pass(Activity::DESCRIPTION, row.key, read) else { continue };
            let regulation = row.owner;
            match sheets.last_mut().filter(|sheet| sheet.regulation == regulation) {
                Some(sheet) => sheet.activities.push(activity),
                None => sheets.push(Sheet { regulation, activities: vec![activity] }),
            }
        }
        Ok(sheets)
    }

    /// How many comply with a regulation, where it has a population of its own.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn population(&self, code: &str) -> Result<Option<Population>> {
        Ok(rows::nouns(&self.conn, "regulation = ?1", [code])?.pop())
    }

    /// The populations that regulations have of their own, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn populations(&self) -> Result<BTreeMap<String, Population>> {
        let all: Vec<Population> = self.all()?;
        Ok(all.into_iter().map(|one| (one.regulation.clone(), one)).collect())
    }

    /// All measures, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn measures(&self) -> Result<Vec<Measure>> {
        self.read_of(Measure::DESCRIPTION, measures(&self.conn, "1", "1", [])?)
    }

    /// The measures that aim at a regulation, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn measures_of(&self, code: &str) -> Result<Vec<Measure>> {
        let of_regulation = "measure IN (SELECT code FROM measure WHERE regulation = ?1)";
        self.read_of(Measure::DESCRIPTION, measures(&self.conn, "regulation = ?1", of_regulation, [code])?)
    }

    /// The measures that aim at some regulations, whose codes are a list in JSON; by code.
    pub(super) fn measures_of_these(&self, codes: &str) -> Result<Vec<Measure>> {
        let these = "regulation IN (SELECT value FROM json_each(?1))";
        let of_these = format!("measure IN (SELECT code FROM measure WHERE {these})");
        self.read_of(Measure::DESCRIPTION, measures(&self.conn, these, &of_these, [codes])?)
    }

    /// The measure with a code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn measure(&self, code: &str) -> Result<Option<Measure>> {
        measure(&self.conn, code)
    }

    /// Kinds of measure, in the order in which they are applied.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn measure_kinds(&self) -> Result<Vec<MeasureKind>> {
        let mut kinds: Vec<MeasureKind> = self.readable()?;
        kinds.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        Ok(kinds)
    }

    /// The programmes whose baseline is frozen, with the day.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn baselines(&self) -> Result<Vec<(String, Date)>> {
        let mut statement = self.conn.prepare_cached("SELECT programme, frozen_on FROM baseline ORDER BY programme")?;
        let found = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?)))?;
        let found: Vec<(String, String)> = found.collect::<rusqlite::Result<_>>()?;
        Ok(found.into_iter().map(|(programme, day)| (programme, day.parse().unwrap_or_default())).collect())
    }
}

/// The lists of a procedure: field, table, in the order of the sheet.
pub(super) fn parts() -> [(&'static str, &'static Description, super::matching::Family); 4] {
    use super::matching::{BASES, CHANNELS, COMPONENTS, OUTCOMES};
    [
        ("channels", Channel::DESCRIPTION, CHANNELS),
        ("components", Component::DESCRIPTION, COMPONENTS),
        ("bases", Basis::DESCRIPTION, BASES),
        ("results", Outcome::DESCRIPTION, OUTCOMES),
    ]
}

/// Whether the fields are those of a part of a procedure.
fn is_part(list: &str, part: &Json) -> Result<()> {
    let part = part.clone();
    let read = match list {
        "channels" => serde_json::from_value::<Channel>(part).map(|_| ()),
        "components" => serde_json::from_value::<Component>(part).map(|_| ()),
        "bases" => serde_json::from_value::<Basis>(part).map(|_| ()),
        _ => serde_json::from_value::<Outcome>(part).map(|_| ()),
    };
    read.map_err(|_| unread(Procedure::DESCRIPTION.name, Vec::new()))
}

/// Procedures, each read or not, with their codes.
fn procedures(conn: &Connection, code: Option<&str>) -> Result<Vec<(String, Result<Procedure>)>> {
    let read = |(code, fields): (String, Result<Fields>)| (code, fields.and_then(noun_from::<Procedure>));
    Ok(procedure_fields(conn, code)?.into_iter().map(read).collect())
}

/// The fields of procedures, one pass a table; of one procedure, by its key: a condition that also allows for all of them would be
/// answered by reading every row. One of which a part cannot be read is a fault in its place.
pub(super) fn procedure_fields(conn: &Connection, code: Option<&str>) -> Result<Vec<(String, Result<Fields>)>> {
    let (own, of_own, kind) = match code {
        Some(_) => ("code = ?1", "regulation = ?1", "kind = 'procedure' AND code = ?1"),
        None => ("?1 IS NULL", "?1 IS NULL", "kind = 'procedure' AND ?1 IS NULL"),
    };
    let mut broken: HashMap<String, Fault> = HashMap::new();
    let mut bodies: HashMap<String, Fields> = HashMap::new();
    for row in rows::load_each(conn, Procedure::DESCRIPTION, own, params![code])? {
        match row.fields {
            Ok(fields) => _ = bodies.insert(row.owner, fields),
            Err(fault) => _ = broken.insert(row.owner, fault),
        }
    }
    let mut lists: Vec<HashMap<String, Vec<Json>>> = Vec::new();
    for (_, table, _) in parts() {
        let mut of_owner: HashMap<String, Vec<Json>> = HashMap::new();
        for row in rows::load_each(conn, table, of_own, params![code])? {
            match row.fields {
                Ok(fields) => of_owner.entry(row.owner).or_default().push(Json::Object(fields)),
                Err(fault) => _ = broken.insert(row.owner, fault),
            }
        }
        lists.push(of_owner);
    }
    let mut found = Vec::new();
    for row in rows::load_each(conn, Regulation::DESCRIPTION, kind, params![code])? {
        let code = row.owner;
        let mut fields = bodies.remove(&code).unwrap_or_default();
        for ((name, ..), list) in parts().iter().zip(&mut lists) {
            if let Some(rows) = list.remove(&code) {
                fields.insert((*name).to_owned(), Json::Array(rows));
            }
        }
        let whole = match broken.remove(&code) {
            Some(fault) => Err(fault),
            None => row.fields.map(|regulation| {
                fields.insert("regulation".to_owned(), Json::Object(regulation));
                fields
            }),
        };
        found.push((code, whole));
    }
    Ok(found)
}

/// The measure with a code.
pub(super) fn measure(conn: &Connection, code: &str) -> Result<Option<Measure>> {
    measures(conn, "code = ?1", "measure = ?1", [code])?.pop().map(|(_, read)| read).transpose()
}

/// Measures that fit a condition, with the statuses that fit another, each read or not. One of which a status cannot be read is not read: it
/// would stand elsewhere than it does.
pub(super) fn measures(
    conn: &Connection,
    condition: &str,
    of_statuses: &str,
    params: impl rusqlite::Params + Clone,
) -> Result<Vec<(String, Result<Measure>)>> {
    let mut statuses: HashMap<String, Result<Vec<StatusEntry>>> = HashMap::new();
    for (owner, read) in read_each(conn, of_statuses, params.clone())? {
        let steps = statuses.entry(owner).or_insert_with(|| Ok(Vec::new()));
        match (read, steps) {
            (Ok(step), Ok(steps)) => steps.push(step),
            (Err(fault), steps) => *steps = Err(fault),
            (Ok(_), Err(_)) => {}
        }
    }
    let mut found = read_each::<Measure>(conn, condition, params)?;
    for (code, read) in &mut found {
        match (statuses.remove(code), read) {
            (Some(Ok(steps)), Ok(measure)) => measure.statuses = steps,
            (Some(Err(fault)), read) => *read = Err(fault),
            _ => {}
        }
    }
    Ok(found)
}

/// Whether a table has a row with this key.
pub(super) fn exists(conn: &Connection, table: &str, column: &str, key: &str) -> Result<bool> {
    let sql = format!("SELECT 1 FROM {table} WHERE \"{column}\" = ?1");
    Ok(conn.prepare_cached(&sql)?.query_row([key], |_| Ok(())).optional()?.is_some())
}

/// The scenario with a code.
pub(super) fn scenario(conn: &Connection, code: &str) -> Result<Option<Scenario>> {
    Ok(nouns(conn, "code = ?1", [code])?.pop())
}
