//! Instruments with their texts: what lists show, who rests on them, what changes them.

use super::doctor::{Finding, FindingCode, Findings};
use super::rows::{fields_of, nouns, row_of};
use super::{Put, Reader, Writer, read};
use crate::law::Document;
use crate::law::name::place::address_of;
use crate::model::instrument::normal_number;
use crate::model::{InstrumentVersion, Level, Measure, Noun, VersionKind};
use crate::words::store::StoreMessage;
use crate::words::taken::TakenWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde_json::Value as Json;
use std::collections::HashMap;

/// What a list of instruments shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentRow {
    /// Number in normal form.
    pub number: String,
    /// Title.
    pub title: String,
    /// Date of issue.
    pub issued: Option<Date>,
    /// How many versions of its text there are.
    pub versions: usize,
    /// How many procedures name it among their legal bases.
    pub procedures: usize,
    /// How many measures change it.
    pub measures: usize,
}

/// A version of an instrument without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionHead {
    /// Number of the instrument.
    pub instrument: String,
    /// Name of the version.
    pub name: String,
    /// What it is.
    pub kind: VersionKind,
    /// The day from which it applies.
    pub from: Option<Date>,
    /// Where it comes from.
    pub source: String,
    /// How long its text is, in characters.
    pub characters: usize,
}

impl VersionHead {
    /// The version that applies on a day, of the versions of one instrument in their order: the last that has begun by then; where
    /// none has, the first.
    pub fn applying(heads: &[Self], day: Date) -> Option<&Self> {
        let begun = |head: &&Self| head.kind != VersionKind::Proposed && head.from.is_none_or(|from| from <= day);
        heads.iter().rev().find(begun).or_else(|| heads.first())
    }

    /// The newest version that is no draft, of the versions of one instrument in their order.
    pub fn newest(heads: &[Self]) -> Option<&Self> {
        heads.iter().rev().find(|head| head.kind != VersionKind::Proposed)
    }
}

/// A procedure that rests on an instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Resting {
    /// Code of the procedure.
    pub regulation: String,
    /// Its name.
    pub name: String,
    /// The provision that the basis names, as it names it; nothing where it names the whole instrument.
    pub provision: Option<String>,
}

impl Reader {
    /// What lists of instruments show, by number.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn instrument_rows(&self) -> Result<Vec<InstrumentRow>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT i.number, title, i.issued, coalesce(v.n, 0), coalesce(b.n, 0), coalesce(m.n, 0) FROM instrument AS i
             LEFT JOIN (SELECT instrument, count(*) AS n FROM instrument_version GROUP BY instrument) AS v ON v.instrument = i.number
             LEFT JOIN (SELECT number, count(DISTINCT regulation) AS n FROM basis GROUP BY number) AS b ON b.number = i.number
             LEFT JOIN (SELECT instrument, count(*) AS n FROM measure GROUP BY instrument) AS m ON m.instrument = i.number
             ORDER BY i.number",
        )?;
        let count = |n: i64| usize::try_from(n).unwrap_or_default();
        let found = statement.query_map([], |row| {
            Ok(InstrumentRow {
                number: row.get(0)?,
                title: row.get(1)?,
                issued: row.get::<_, Option<String>>(2)?.and_then(|day| day.parse().ok()),
                versions: count(row.get(3)?),
                procedures: count(row.get(4)?),
                measures: count(row.get(5)?),
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The versions of an instrument without their texts: as issued first, then by the day from which they apply, drafts last.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn version_heads(&self, number: &str) -> Result<Vec<VersionHead>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT instrument, name, kind, \"from\", source, length(text) FROM instrument_version WHERE instrument = ?1",
        )?;
        let found = statement.query_map([normal_number(number)], |row| {
            let kind: String = row.get(2)?;
            Ok(VersionHead {
                instrument: row.get(0)?,
                name: row.get(1)?,
                kind: VersionKind::parse(&kind).unwrap_or(VersionKind::Consolidated),
                from: row.get::<_, Option<String>>(3)?.and_then(|day| day.parse().ok()),
                source: row.get(4)?,
                characters: usize::try_from(row.get::<_, i64>(5)?).unwrap_or_default(),
            })
        })?;
        let mut heads: Vec<VersionHead> = found.collect::<rusqlite::Result<_>>()?;
        heads.sort_by(|a, b| (a.kind, a.from, &a.name).cmp(&(b.kind, b.from, &b.name)));
        Ok(heads)
    }

    /// One version of an instrument with its text.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn instrument_version(&self, number: &str, name: &str) -> Result<Option<InstrumentVersion>> {
        let key = [normal_number(number), name.to_owned()];
        Ok(nouns(&self.conn, "instrument = ?1 AND name = ?2", key)?.pop())
    }

    /// The text of an instrument that applies on a day; nothing where it has none.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn applying_text(&self, number: &str, day: Date) -> Result<Option<String>> {
        let heads = self.version_heads(number)?;
        let Some(head) = VersionHead::applying(&heads, day) else { return Ok(None) };
        Ok(self.instrument_version(number, &head.name)?.map(|version| version.text))
    }

    /// The procedures that rest on an instrument, by code; one that names several of its provisions comes once a provision.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn resting_on(&self, number: &str) -> Result<Vec<Resting>> {
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT b.regulation, r.name, b.provision FROM basis AS b JOIN regulation AS r ON r.code = b.regulation
             WHERE b.number = ?1 ORDER BY b.regulation, b.position",
        )?;
        let found = statement.query_map([normal_number(number)], |row| {
            Ok(Resting { regulation: row.get(0)?, name: row.get(1)?, provision: row.get(2)? })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    }

    /// The measures that change an instrument, by code.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn measures_on(&self, number: &str) -> Result<Vec<Measure>> {
        let of_measure = "measure IN (SELECT code FROM measure WHERE instrument = ?1)";
        let found = read::measures(&self.conn, "instrument = ?1", of_measure, [normal_number(number)])?;
        self.read_of(Measure::DESCRIPTION, found)
    }

    /// Examines the texts: whether each can be read, and whether it has what measures mean to change.
    pub(super) fn check_instruments(&self, found: &mut Findings) -> Result<()> {
        let mut read: HashMap<String, Vec<Document>> = HashMap::new();
        for version in self.all::<InstrumentVersion>()? {
            let document = Document::read(&version.text);
            if document.count(Level::Article) == 0 {
                let said = StoreMessage::NoArticle.said(&[&version.instrument, &version.name]);
                let key = vec![version.instrument.clone(), version.name.clone()];
                found.push(Finding::warning(FindingCode::Unparsed, said).table("instrument_version").key(key));
            }
            read.entry(version.instrument).or_default().push(document);
        }
        for measure in self.measures()? {
            // A measure without a current text adds what is not there yet.
            let (Some(number), Some(provision)) = (&measure.instrument, &measure.provision) else { continue };
            let (Some(documents), Some(address)) = (read.get(number), address_of(provision)) else { continue };
            if !measure.current_text.is_empty() && documents.iter().all(|d| d.find(&address).is_none()) {
                let said = StoreMessage::DanglingProvision.said(&[&measure.code, provision, number]);
                let finding = Finding::warning(FindingCode::DanglingProvision, said).table("measure");
                found.push(finding.key(vec![measure.code.clone()]).name(provision));
            }
        }
        Ok(())
    }
}

impl Writer<'_> {
    /// Puts a version of an instrument exactly, under the normal form of its number.
    ///
    /// # Errors
    /// There is no such instrument; the name is missing; the workspace cannot be written.
    pub fn put_instrument_version(&self, version: &InstrumentVersion) -> Result<Put> {
        let number = normal_number(&version.instrument);
        if !read::exists(self.conn, "instrument", "number", &number)? {
            let fault = Fault::input(StoreMessage::NoInstrument.said(&[&version.instrument]));
            return Err(fault.hint(StoreMessage::NoInstrumentHint.said(&[])));
        }
        let mut fields = fields_of(version)?;
        fields.insert("instrument".to_owned(), Json::String(number));
        super::write::need_key(InstrumentVersion::DESCRIPTION, &version.name)?;
        if self.terms.borrow().texts_stay
            && let Some(known) = self.instrument_version(&version.instrument, &version.name)?
            && known.text != version.text
        {
            let fault = Fault::input(TakenWord::OtherText.said(&[&version.name, &known.instrument]));
            return Err(fault.hint(TakenWord::OtherTextHint.said(&[])));
        }
        self.put_row(InstrumentVersion::DESCRIPTION, row_of(InstrumentVersion::DESCRIPTION, &fields, &[], 0))
    }
}
