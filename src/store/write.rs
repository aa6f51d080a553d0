//! Writing the nouns, inside a change. Every `put` compares first and writes only what differs.

use super::Reader;
use super::cite::normalised;
use super::matching::{self, Family};
use super::pointed;
use super::read;
use super::rows::{self, Fields, enriched, fields_of, key_of, list, row_of, take_list};
use super::sync::position;
use super::terms::{Kept, Terms, UnknownAgency};
use super::valid::{self, Admitted};
use crate::model::instrument::normal_number;
use crate::model::{
    Agency, AgencyRegister, Component, Description, Instrument, Measure, Noun, Population, Procedure, Regulation,
    RegulationKind, Scenario, StatusEntry,
};
use crate::text::fold;
use crate::words::store::StoreMessage;
use crate::words::{Fault, Message, Result, Said};
use rusqlite::types::Value as Sql;
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ops::Deref;

/// What a `put` did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Put {
    /// It was not there.
    Added,
    /// It was there and is different now.
    Updated,
    /// It was there, the same.
    Unchanged,
}

impl Put {
    /// What two puts on one noun did together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Added, _) => Self::Added,
            (Self::Unchanged, Self::Unchanged) => Self::Unchanged,
            _ => Self::Updated,
        }
    }
}

/// Writes nouns as part of one change, and reads them as a [`Reader`] does: what a change rests on is read here, under its lock.
#[derive(Debug)]
pub struct Writer<'c> {
    reader: &'c Reader,
    pub(super) conn: &'c Connection,
    agencies: RefCell<Option<AgencyRegister>>,
    notes: RefCell<Vec<Said>>,
    /// Whether what is stored wins over what comes in.
    pub(super) gaps_only: Cell<bool>,
    /// On which terms nouns come in, and what was offered and not done under them.
    pub(super) terms: RefCell<Terms>,
    pub(super) kept: RefCell<Vec<Kept>>,
    /// Agencies that are named and not known.
    pub(super) unknown: RefCell<BTreeMap<String, UnknownAgency>>,
}

impl Deref for Writer<'_> {
    type Target = Reader;
    fn deref(&self) -> &Reader {
        self.reader
    }
}

impl<'c> Writer<'c> {
    pub(super) fn new(reader: &'c Reader) -> Self {
        Self {
            reader,
            conn: &reader.conn,
            agencies: RefCell::new(None),
            notes: RefCell::new(Vec::new()),
            gaps_only: Cell::new(false),
            terms: RefCell::default(),
            kept: RefCell::default(),
            unknown: RefCell::default(),
        }
    }

    /// What the user should know of what was written; taken once.
    pub fn take_notes(&self) -> Vec<Said> {
        self.notes.take()
    }

    /// Puts an agency; an empty field never blanks what is there.
    ///
    /// # Errors
    /// The code is missing; the workspace cannot be written.
    pub fn put_agency(&self, agency: &Agency) -> Result<Put> {
        self.admit_one(&[&agency.code], agency)?;
        *self.agencies.borrow_mut() = None;
        self.enrich_one(Agency::DESCRIPTION, &agency.code, fields_of(agency)?)
    }

    /// Puts an instrument under the normal form of its number; an empty field never blanks what is there.
    ///
    /// # Errors
    /// The number is missing; the workspace cannot be written.
    pub fn put_instrument(&self, instrument: &Instrument) -> Result<Put> {
        let number = normal_number(&instrument.number);
        self.admit_one(&[&number], instrument)?;
        let mut fields = fields_of(instrument)?;
        fields.insert("number".to_owned(), Json::String(number.clone()));
        self.enrich_one(Instrument::DESCRIPTION, &number, fields)
    }

    /// Puts a regulation; an empty field never blanks what is there.
    ///
    /// # Errors
    /// The code is missing, or belongs to a regulation of another kind; the workspace cannot be written.
    pub fn put_regulation(&self, regulation: &Regulation) -> Result<Put> {
        self.admit_one(&[&regulation.code], regulation)?;
        let mut fields = normalised(fields_of(regulation)?, Regulation::DESCRIPTION);
        if let Some(agency) =
            regulation.agency.as_deref().map(|name| self.agency_code(name, &regulation.code)).transpose()?
        {
            fields.insert("agency".to_owned(), Json::String(agency));
        }
        self.refuse_other_kind(&regulation.code, regulation.kind)?;
        // A list of names says nothing about these two, so its silence takes nothing back.
        for (field, silence) in [("electronic", Json::Bool(false)), ("status", Json::from("in_force"))] {
            if fields.get(field) == Some(&silence) && read::exists(self.conn, "regulation", "code", &regulation.code)? {
                fields.remove(field);
            }
        }
        self.enrich_one(Regulation::DESCRIPTION, &regulation.code, fields)
    }

    fn refuse_other_kind(&self, code: &str, kind: RegulationKind) -> Result<()> {
        let stored = rows::stored_one(self.conn, Regulation::DESCRIPTION, &[Sql::Text(code.to_owned())])?;
        let Some(Sql::Text(known)) = stored.map(|mut row| row.swap_remove(1)) else { return Ok(()) };
        if known == kind.name() {
            return Ok(());
        }
        let fault = Fault::input(StoreMessage::OtherKind.said(&[&code, &known, &kind]));
        Err(fault.hint(StoreMessage::OtherKindHint.said(&[])))
    }

    /// The code of an agency that a noun names; the name itself where the catalogue does not know it.
    fn agency_code(&self, name: &str, of: &str) -> Result<String> {
        let mut known = self.agencies.borrow_mut();
        if known.is_none() {
            *known = Some(self.agency_register()?);
        }
        let code = known.as_ref().and_then(|register| register.answering(name));
        Ok(code.unwrap_or_else(|| {
            self.note_unknown(name, of);
            name.to_owned()
        }))
    }

    /// Puts a procedure with all its parts. An empty field or list never blanks what is there; a list that is given takes the
    /// place of the stored one, but rows to which a sheet or a measure points are kept. Instruments that it rests on and that
    /// are not known yet are added.
    ///
    /// # Errors
    /// The code is missing, or belongs to a regulation of another kind; an id occurs twice; the workspace cannot be written.
    pub fn put_procedure(&self, procedure: &Procedure) -> Result<Put> {
        let code = procedure.regulation.code.as_str();
        self.admit(procedure, || {
            self.procedure(code)?.map_or(Ok(Vec::new()), |stored| valid::wrong(&stored, self.conn))
        })?;
        let mut put = self.put_regulation(&procedure.regulation)?;
        let stored = match put {
            // What was not there has no parts.
            Put::Added => None,
            _ => read::procedure_fields(self.conn, Some(code))?.pop().and_then(|(_, fields)| fields.ok()),
        };
        let stored = stored.unwrap_or_default();
        let incoming = normalised(fields_of(procedure)?, Procedure::DESCRIPTION);
        let mut fields = self.merged(&stored, incoming);
        put = put.and(self.put_row(Procedure::DESCRIPTION, row_of(Procedure::DESCRIPTION, &fields, &[code], 0))?);
        for (name, table, family) in read::parts() {
            let incoming = take_list(&mut fields, name);
            let before = list(&stored, name);
            put = put.and(self.put_part(code, table, family, &before, incoming)?);
        }
        self.note_bases(procedure)?;
        Ok(put)
    }

    fn put_part(
        &self,
        code: &str,
        table: &'static Description,
        family: Family,
        before: &[Fields],
        mut incoming: Vec<Fields>,
    ) -> Result<Put> {
        if let Some(twice) = matching::give_ids(family, before, &mut incoming) {
            return Err(Fault::input(StoreMessage::UsedTwice.said(&[&code, &twice])));
        }
        incoming = self.with_rows_kept(code, table, before, incoming);
        if table.name == Component::DESCRIPTION.name {
            let gone = before.iter().filter(|b| !incoming.iter().any(|i| i.get("id") == b.get("id")));
            let kept: Vec<Fields> =
                gone.filter_map(|f| self.is_referenced(code, f).transpose()).collect::<Result<_>>()?;
            for fields in kept {
                let name = fields.get("name").and_then(Json::as_str).unwrap_or_default();
                self.notes.borrow_mut().push(StoreMessage::KeptReferenced.said(&[&code, &name]));
                incoming.push(fields);
            }
        }
        self.put_children(code, table, &incoming)
    }

    /// The component itself when a row of the sheet or a measure points to it.
    fn is_referenced(&self, code: &str, component: &Fields) -> Result<Option<Fields>> {
        let id = component.get("id").and_then(Json::as_str).unwrap_or_default();
        let mut statement = self.conn.prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM activity WHERE regulation = ?1 AND component = ?2)
             OR EXISTS (SELECT 1 FROM measure, json_each(measure.targets) AS t WHERE regulation = ?1 AND t.value = ?2)",
        )?;
        let referenced: bool = statement.query_row(params![code, id], |row| row.get(0))?;
        Ok(referenced.then(|| component.clone()))
    }

    /// Adds the instruments that a procedure rests on, where they are not known yet.
    fn note_bases(&self, procedure: &Procedure) -> Result<()> {
        for basis in &procedure.bases {
            let Some(number) = basis.number.as_deref().map(normal_number).filter(|n| !n.is_empty()) else { continue };
            if !read::exists(self.conn, "instrument", "number", &number)? {
                self.put_instrument(&Instrument {
                    number,
                    title: basis.title.clone(),
                    issuer: basis.issuer.clone(),
                    issued: basis.issued,
                    effective: None,
                    expired: None,
                    provenance: procedure.regulation.provenance,
                    source: procedure.regulation.source.clone(),
                })?;
            }
        }
        Ok(())
    }

    /// Puts a measure exactly. One without code is the stored one of the same regulation, kind, title and targets, so that reading
    /// a file twice changes nothing; else it gets the next free code of its regulation.
    ///
    /// # Errors
    /// There is no such regulation or kind of measure; the workspace cannot be written.
    pub fn put_measure(&self, measure: &Measure) -> Result<(String, Put)> {
        let code = if measure.code.is_empty() { self.code_for(measure)? } else { measure.code.clone() };
        self.admit(measure, || {
            read::measure(self.conn, &code)?.map_or(Ok(Vec::new()), |stored| valid::wrong(&stored, self.conn))
        })?;
        let mut fields = normalised(fields_of(measure)?, Measure::DESCRIPTION);
        fields.insert("code".to_owned(), Json::String(code.clone()));
        self.better_stays(Measure::DESCRIPTION, &[&code], &mut fields, &["values"])?;
        let statuses = take_list(&mut fields, "statuses");
        let put = self.put_row(Measure::DESCRIPTION, row_of(Measure::DESCRIPTION, &fields, &[], 0))?;
        let steps = statuses.iter().enumerate().map(|(at, step)| {
            let number = (at + 1).to_string();
            row_of(StatusEntry::DESCRIPTION, step, &[&code, &number], position(at))
        });
        let steps = self.with_steps_kept(&code, steps.collect())?;
        let put = put.and(self.sync(&code, StatusEntry::DESCRIPTION, steps)?);
        Ok((code, put))
    }

    /// Puts a measure that somebody proposes or edits. A new one that is the same as one that is there is refused, so that the
    /// values and the status of that one are not lost unseen.
    ///
    /// # Errors
    /// As [`Self::put_measure`]; wrong usage when there is such a measure.
    pub fn propose_measure(&self, measure: &Measure) -> Result<(String, Put)> {
        match self.same_measure(measure)?.filter(|_| measure.code.is_empty()) {
            Some(code) => Err(Fault::usage(StoreMessage::SameMeasure.said(&[&code]))
                .hint(StoreMessage::SameMeasureHint.said(&[&code]))),
            None => self.put_measure(measure),
        }
    }

    /// The measure on the same regulation, of the same kind, with the same title and targets.
    fn same_measure(&self, measure: &Measure) -> Result<Option<String>> {
        let Measure { regulation, kind, title, .. } = measure;
        let targets = Json::from(measure.targets.clone()).to_string();
        let same = "SELECT code FROM measure WHERE regulation = ?1 AND kind = ?2 AND title = ?3 AND targets = ?4 ORDER BY code";
        let key = params![regulation, kind, title, targets];
        Ok(self.conn.prepare_cached(same)?.query_row(key, |row| row.get(0)).optional()?)
    }

    fn code_for(&self, measure: &Measure) -> Result<String> {
        if let Some(code) = self.same_measure(measure)? {
            return Ok(code);
        }
        let regulation = &measure.regulation;
        let head = format!("{regulation}-m");
        // Of the journal only what begins like these codes, by its index.
        let mut statement = self.conn.prepare_cached(
            "SELECT code FROM measure WHERE regulation = ?1
             UNION SELECT subject FROM op WHERE subject >= ?2 AND subject < ?3 AND place = 'measure'",
        )?;
        let past = format!("{regulation}-n");
        let codes: Vec<String> =
            statement.query_map(params![regulation, head, past], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let used = codes.iter().filter_map(|code| code.strip_prefix(&head)?.parse::<u64>().ok()).max().unwrap_or(0);
        Ok(format!("{head}{}", used + 1))
    }

    /// Removes a measure, from the scenarios that hold it too, whose codes are given: what names a measure that is gone would come back
    /// from no export.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn remove_measure(&self, code: &str) -> Result<Vec<String>> {
        let holds = "EXISTS (SELECT 1 FROM json_each(measures) WHERE value = ?1)";
        let mut scenarios = Vec::new();
        for mut scenario in rows::nouns::<Scenario>(self.conn, holds, [code])? {
            scenario.set_measures(scenario.measures.iter().filter(|held| *held != code).cloned().collect::<Vec<_>>());
            self.put_scenario(&scenario)?;
            scenarios.push(scenario.code);
        }
        self.sync(code, StatusEntry::DESCRIPTION, Vec::new())?;
        rows::delete(self.conn, Measure::DESCRIPTION, &[Sql::Text(code.to_owned())])?;
        Ok(scenarios)
    }

    /// Removes a procedure with all its parts; `false` when there was none.
    ///
    /// # Errors
    /// Something rests on it; the workspace cannot be written.
    pub fn remove_procedure(&self, code: &str) -> Result<bool> {
        for (_, table, _) in read::parts() {
            self.put_children(code, table, &[])?;
        }
        rows::delete(self.conn, Procedure::DESCRIPTION, &[Sql::Text(code.to_owned())])?;
        self.remove::<Regulation>(code)
    }

    pub(super) fn need_regulation(&self, code: &str) -> Result<()> {
        if read::exists(self.conn, "regulation", "code", code)? {
            return Ok(());
        }
        let fault = Fault::input(StoreMessage::NoRegulation.said(&[&code]));
        Err(fault.hint(StoreMessage::NoRegulationHint.said(&[])))
    }

    /// Puts a noun that lies in one table exactly, with the numbers that it cites in their normal form.
    pub(super) fn put_one<T: Admitted + DeserializeOwned>(&self, noun: &T) -> Result<Put> {
        let fields = fields_of(noun)?;
        let key = key_of(T::DESCRIPTION, &fields);
        let key: Vec<&str> = key.iter().map(String::as_str).collect();
        self.admit_one(&key, noun)?;
        need_key(T::DESCRIPTION, key.first().copied().unwrap_or_default())?;
        let mut fields = normalised(fields, T::DESCRIPTION);
        self.better_stays(T::DESCRIPTION, &key, &mut fields, T::FIGURES)?;
        self.put_row(T::DESCRIPTION, row_of(T::DESCRIPTION, &fields, &[], 0))
    }

    /// Removes a noun that lies in one table; `false` when there was none.
    ///
    /// # Errors
    /// Something rests on it; the workspace cannot be written.
    pub fn remove<T: Noun>(&self, key: &str) -> Result<bool> {
        let table = T::DESCRIPTION;
        pointed::refuse_if_named::<T>(key, self.conn)?;
        let there = read::exists(self.conn, table.name, table.fields[0].key, key)?;
        rows::delete(self.conn, table, &[Sql::Text(key.to_owned())])?;
        Ok(there)
    }

    /// Takes a noun away that is known by several fields; `false` when there was none.
    ///
    /// # Errors
    /// The workspace cannot be written.
    pub fn remove_one<T: Admitted>(&self, noun: &T) -> Result<bool> {
        let (table, key) = (T::DESCRIPTION, key_of(T::DESCRIPTION, &fields_of(noun)?));
        let key: Vec<Sql> = key.into_iter().map(Sql::Text).collect();
        let there = rows::stored_one(self.conn, table, &key)?.is_some();
        rows::delete(self.conn, table, &key)?;
        Ok(there)
    }

    /// Puts how many comply with a regulation; what comes in empty takes nothing away.
    pub(super) fn put_population(&self, whole: &Population) -> Result<Put> {
        let (table, code) = (Population::DESCRIPTION, whole.regulation.as_str());
        self.admit_one(&[code], whole)?;
        let mut fields = normalised(fields_of(whole)?, table);
        self.better_stays(table, &[code], &mut fields, Population::FIGURES)?;
        self.enrich_one(table, code, fields)
    }

    fn enrich_one(&self, table: &Description, key: &str, incoming: Fields) -> Result<Put> {
        need_key(table, key)?;
        let condition = format!("\"{}\" = ?1", table.fields[0].key);
        let stored = rows::load_each(self.conn, table, &condition, [key])?
            .pop()
            .and_then(|row| row.fields.ok())
            .unwrap_or_default();
        self.note_other_name(key, &stored, &incoming);
        self.put_row(table, row_of(table, &self.merged(&stored, incoming), &[], 0))
    }

    /// What is there and what comes in, together; what comes in empty takes nothing away.
    fn merged(&self, stored: &Fields, incoming: Fields) -> Fields {
        if self.gaps_only.get() {
            return enriched(&incoming, stored.clone());
        }
        enriched(stored, incoming)
    }

    /// Notes that a source which only fills gaps has another name for a code.
    fn note_other_name(&self, key: &str, stored: &Fields, incoming: &Fields) {
        let name = |fields: &Fields| fields.get("name").and_then(Json::as_str).map(str::to_owned);
        if let (true, Some(known), Some(other)) = (self.gaps_only.get(), name(stored), name(incoming))
            && fold(&known) != fold(&other)
        {
            self.notes.borrow_mut().push(StoreMessage::OtherName.said(&[&key, &known, &other]));
        }
    }

    pub(super) fn put_row(&self, table: &Description, row: Vec<Sql>) -> Result<Put> {
        match rows::stored_one(self.conn, table, &row[..table.keys])? {
            None => rows::insert(self.conn, table, &row).map(|()| Put::Added),
            Some(stored) if stored == row => Ok(Put::Unchanged),
            Some(_) => rows::update(self.conn, table, &row).map(|()| Put::Updated),
        }
    }
}

pub(super) fn need_key(table: &Description, key: &str) -> Result<()> {
    if key.is_empty() { Err(Fault::input(StoreMessage::EmptyKey.said(&[&table.name]))) } else { Ok(()) }
}
