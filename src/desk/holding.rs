//! What holds at a place of an instrument on a day, from the texts of the data file: the version that applies, what amends it, and what ends by itself and
//! speaks of the place meanwhile.

use super::not_found;
use super::order_answers::kept_fixes;
use crate::exchange::akn::{self, Told, Written};
use crate::law::amend::fix::Fix;
use crate::law::amend::{self, Named};
use crate::law::at::{Question, Standing, standing};
use crate::law::cite::Reach;
use crate::law::consolidate::published::unmarked;
use crate::law::consolidate::{Consolidation, consolidate_since};
use crate::law::name::stable::Stable;
use crate::law::{Document, Graph, Header, Outline, Titles};
use crate::model::{Instrument, InstrumentVersion, Kind, VersionKind};
use crate::store::{Reader, VersionHead};
use crate::words::cli::CliMessage as M;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// An instrument that ends by itself and speaks of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meanwhile {
    /// Its number.
    pub by: String,
    /// Where it speaks of the place.
    pub place: String,
    /// The first day on which it no longer applies.
    pub until: Date,
}

/// The texts from which an instrument is known on a day.
#[derive(Debug)]
pub struct Texts {
    /// The instrument.
    pub instrument: Instrument,
    /// The version that applies on the day.
    pub version: InstrumentVersion,
    /// Its text, without the marks of a published consolidation.
    pub base: Document,
    /// What the instrument is called.
    pub own: Named,
    /// What was answered by hand to orders of amending instruments.
    pub answers: Vec<Fix>,
    /// The instruments of the data file that speak of it, by their numbers.
    pub others: BTreeMap<String, (Instrument, Document)>,
}

impl Texts {
    /// The day up to which amendments are in the text, of a consolidated one.
    pub fn since(&self) -> Option<Date> {
        self.version.from.filter(|_| self.version.kind == VersionKind::Consolidated)
    }

    /// The texts that may amend it.
    pub fn amending(&self) -> Vec<Document> {
        self.others.values().map(|(_, document)| document.clone()).collect()
    }

    /// The instrument as Akoma Ntoso: the version as it is kept, or, as of a day that is said, as the others left it by then, with how that came about.
    ///
    /// # Errors
    /// Bad input: no day of issue is known.
    pub fn akoma_ntoso(&self, told: &Told) -> Result<(Written, Option<Consolidation>)> {
        let text = self.base.text();
        let header = Header::read(&Outline::read(&text));
        let whole = Told {
            number: told.number.clone().or_else(|| Some(self.instrument.number.clone())),
            issued: told.issued.or(self.instrument.issued),
            effective: self.instrument.effective,
            expired: self.instrument.expired,
            as_of: told.as_of.or(self.version.from),
        };
        let days = told.as_of.map(|day| (self.since(), Some(day)));
        let done = days.map(|days| consolidate_since(&self.base, &self.own, &self.amending(), days, &self.answers));
        Ok((akn::of_document(&self.base, &header, &whole, done.as_ref())?, done))
    }
}

/// What holds.
#[derive(Debug)]
pub struct Holding {
    /// The place and the day.
    pub stable: Stable,
    /// The version that the answer begins with.
    pub version: InstrumentVersion,
    /// The answer.
    pub found: Standing,
    /// The numbers of the instruments that were asked: what is not in the data file cannot be.
    pub considered: Vec<String>,
    /// What ends by itself and speaks of the place.
    pub meanwhile: Vec<Meanwhile>,
}

/// Gathers the texts from which an instrument is known on a day.
///
/// # Errors
/// Missing: no such instrument, or no text of it.
pub fn texts(reader: &Reader, number: &str, day: Date) -> Result<Texts> {
    let instrument = reader.instrument(number)?.ok_or_else(|| not_found(Kind::Instrument, number))?;
    let heads = reader.version_heads(&instrument.number)?;
    let text = |head: &VersionHead| reader.instrument_version(&head.instrument, &head.name);
    let version = VersionHead::applying(&heads, day).map(text).transpose()?.flatten();
    let version =
        version.ok_or_else(|| Fault::missing(M::NoText.said(&[&instrument.number])).hint(M::NoTextHint.said(&[])))?;
    let base = unmarked(&version.text);
    let mut own = amend::named(&base);
    own.number = Some(instrument.number.clone());
    let others = others(reader, &instrument, own.name.as_deref())?;
    let answers = kept_fixes(reader)?;
    Ok(Texts { instrument, version, base, own, answers, others })
}

/// Answers what holds at a place on a day.
///
/// # Errors
/// As [`texts`]; missing where the instrument never has such a place.
pub fn holding(reader: &Reader, asked: &Stable, day: Date) -> Result<Holding> {
    let stable = Stable { day: Some(day), ..asked.clone() };
    let texts = texts(reader, &stable.number, day)?;
    let amending = texts.amending();
    let question = Question {
        base: &texts.base,
        own: texts.own.clone(),
        since: texts.since(),
        effective: texts.instrument.effective,
        expired: texts.instrument.expired,
        amending: &amending,
        answers: &texts.answers,
        place: stable.place.clone(),
        day,
    };
    let found = standing(&question).ok_or_else(|| {
        Fault::missing(M::NoProvision.said(&[&texts.instrument.number, &texts.version.name, &stable.place]))
    })?;
    let meanwhile = meanwhile(&texts.base, &texts.others, &stable, day);
    let considered = texts.others.keys().cloned().collect();
    Ok(Holding { stable, version: texts.version, found, considered, meanwhile })
}

/// The texts of the data file that speak of an instrument, by their numbers.
fn others(reader: &Reader, own: &Instrument, name: Option<&str>) -> Result<BTreeMap<String, (Instrument, Document)>> {
    let mut found = BTreeMap::new();
    for row in reader.instrument_rows()?.iter().filter(|row| row.versions > 0 && row.number != own.number) {
        let heads = reader.version_heads(&row.number)?;
        let Some(head) = heads.iter().find(|head| head.kind != VersionKind::Proposed) else { continue };
        let Some(version) = reader.instrument_version(&row.number, &head.name)? else { continue };
        let speaks = version.text.contains(&own.number) || name.is_some_and(|name| version.text.contains(name));
        if let Some(instrument) = reader.instrument(&row.number)?.filter(|_| speaks) {
            found.insert(row.number.clone(), (instrument, Document::read(&version.text)));
        }
    }
    Ok(found)
}

/// Those that are in force on the day, end by themselves, and name the place: where they say otherwise, they hold until their last day.
fn meanwhile(
    base: &Document,
    others: &BTreeMap<String, (Instrument, Document)>,
    stable: &Stable,
    day: Date,
) -> Vec<Meanwhile> {
    let mut until = BTreeMap::new();
    let mut documents = BTreeMap::new();
    for (number, (instrument, document)) in others {
        let text = document.text();
        let header = Header::read(&Outline::read(&text));
        let begins = instrument.effective.or(header.effective.map(|d| d.value));
        let ends = instrument.expired.or(header.expired.map(|d| d.value));
        if let Some(ends) = ends.filter(|ends| begins.is_none_or(|begins| begins <= day) && day < *ends) {
            until.insert(number.clone(), ends);
            documents.insert(number.clone(), document.clone());
        }
    }
    if documents.is_empty() {
        return Vec::new();
    }
    documents.insert(stable.number.clone(), base.clone());
    let graph = Graph::over(&documents, &Titles::default());
    let incoming = graph.incoming(Some(&stable.number), &stable.place);
    let near = incoming.iter().filter(|one| one.reach != Reach::Instrument || stable.place.is_whole());
    let mut found: Vec<Meanwhile> = near
        .filter_map(|one| {
            let by = one.citation.source.number.clone()?;
            let until = *until.get(&by)?;
            Some(Meanwhile { place: one.citation.source.address.to_string(), by, until })
        })
        .collect();
    found.sort_by(|a, b| (&a.by, &a.place).cmp(&(&b.by, &b.place)));
    found.dedup_by(|a, b| (&a.by, &a.place) == (&b.by, &b.place));
    found
}
