//! Instruments as Akoma Ntoso 3.0 (OASIS LegalDocumentML), the standard by which drafting systems and gazettes of other countries exchange acts: an
//! instrument is written with its metadata, its structure and what it changes, and such a file is read into lines again.

mod body;
mod head;
mod ids;
mod lines;
mod meta;
mod read;
mod stated;
mod uri;
mod xml;

pub(super) use read::{looks_so, read};
pub use uri::work;

use crate::law::amend::{self, Amendment};
use crate::law::consolidate::Consolidation;
use crate::law::{Document, Header};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use body::Body;
use jiff::civil::Date;

/// An instrument to be written.
#[derive(Debug, Clone, Copy)]
struct Act<'d> {
    /// Its text.
    document: &'d Document,
    /// What its head says.
    header: &'d Header,
    /// Its number, in normal form.
    number: &'d str,
    /// The day of issue.
    issued: Date,
    /// From when it applies, where that is known.
    effective: Option<Date>,
    /// The first day on which it no longer does, where that is known.
    expired: Option<Date>,
    /// The day as of which the text reads so.
    as_of: Date,
    /// What it orders of other instruments.
    amendment: &'d Amendment,
    /// Where the text is a consolidated one, how it came about.
    consolidation: Option<&'d Consolidation>,
}

/// An instrument, written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub xml: String,
    /// The address of the work: `/akn/vn/act/decree/2026/12`.
    pub work: String,
    /// The address of the text as of its day: the work with language and day.
    pub expression: String,
    /// How many annexes and attached rules are components of their own.
    pub components: usize,
    /// How many changes of other instruments are stated.
    pub active: usize,
    /// How many changes of its own text are stated.
    pub passive: usize,
}

/// What a person says of an instrument whose text does not say it, or says it otherwise.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Its number.
    pub number: Option<String>,
    /// The day of issue.
    pub issued: Option<Date>,
    /// From when it applies.
    pub effective: Option<Date>,
    /// The first day on which it no longer does.
    pub expired: Option<Date>,
    /// The day as of which the text reads so; the day of issue, where nothing is said.
    pub as_of: Option<Date>,
}

/// Writes an instrument from its text, or from the consolidation that it became.
///
/// # Errors
/// Bad input: neither the text nor a person says its number or its day of issue, without which it has no address.
pub fn of_document(
    document: &Document,
    header: &Header,
    told: &Told,
    consolidation: Option<&Consolidation>,
) -> Result<Written> {
    let number = told.number.clone().or_else(|| header.number.as_ref().map(|number| number.value.clone()));
    let number = number.ok_or_else(|| Fault::input(Say::AknNoNumber.said(&[])).hint(Say::AknNoNumberHint.said(&[])))?;
    let issued = told.issued.or_else(|| header.issued.as_ref().map(|day| day.value));
    let issued = issued.ok_or_else(|| Fault::input(Say::AknNoDay.said(&[])).hint(Say::AknNoDayHint.said(&[])))?;
    let read;
    // A consolidated text gives no orders: those of the amending instruments are in it.
    let amendment = match consolidation {
        Some(_) => &Amendment::default(),
        None => {
            read = amend::read(document);
            &read
        }
    };
    Ok(write(&Act {
        document: consolidation.map_or(document, |done| &done.document),
        header,
        number: &number,
        issued,
        effective: told.effective.or(header.effective.as_ref().map(|day| day.value)),
        expired: told.expired.or(header.expired.as_ref().map(|day| day.value)),
        as_of: told.as_of.unwrap_or(issued),
        amendment,
        consolidation,
    }))
}

/// Writes an instrument.
fn write(act: &Act<'_>) -> Written {
    let work = uri::work(act.number, act.header.kind.as_ref().map(|kind| kind.value), Some(act.issued));
    let expression = uri::expression(&work, act.as_of);
    let frame = meta::Frame { act, work: &work, expression: &expression };
    let parts = Body::write(&frame);
    let (meta, active, passive) = meta::of_act(&frame, &parts);
    let contains = if act.consolidation.is_some() { "singleVersion" } else { "originalVersion" };
    let mut out = xml::Xml::default();
    out.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.start("akomaNtoso", &[("xmlns", xml::NAMESPACE)]);
    out.start("act", &[("name", &uri::kind_name(act)), ("contains", contains)]);
    out.raw(&meta);
    out.raw(&parts.xml);
    out.end("act");
    out.end("akomaNtoso");
    Written {
        xml: out.done(),
        work: work.clone(),
        expression: expression.clone(),
        components: parts.components,
        active,
        passive,
    }
}

#[cfg(test)]
mod tests;
