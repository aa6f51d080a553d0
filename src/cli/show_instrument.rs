//! `show instrument`: what is known of an instrument, its versions, the text of one or of a provision of it.

use super::args::ShowArgs;
use super::context::Context;
use super::show::{Page, json_of};
use crate::law::Document;
use crate::law::name::place::address_of;
use crate::model::{Instrument, InstrumentVersion, Level};
use crate::store::{VersionHead, Workspace};
use crate::text::{Lang, clean_line, date};
use crate::words::cli::CliMessage as M;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::fmt::Write;

/// Shows an instrument; with a version or a provision, their text.
pub(super) fn run(context: &Context, workspace: &Workspace, instrument: &Instrument, args: &ShowArgs) -> Result<()> {
    let heads = workspace.version_heads(&instrument.number)?;
    if args.version.is_none() && args.provision.is_none() {
        let mut versions = Vec::new();
        for head in &heads {
            if let Some(version) = workspace.instrument_version(&head.instrument, &head.name)? {
                versions.push((head, Document::read(&version.text)));
            }
        }
        let value = || with_versions(json_of(instrument), &versions);
        return context.answer_noun("instrument", value, || text(instrument, &versions, context.lang));
    }
    let version = chosen(context, workspace, instrument, &heads, args.version.as_deref())?;
    let (place, text) = match &args.provision {
        None => (None, version.text.clone()),
        Some(provision) => {
            let provision = clean_line(provision);
            let address = address_of(&provision).ok_or_else(|| Fault::usage(M::NoPlace.said(&[&provision])))?;
            let document = Document::read(&version.text);
            let found = document
                .find(&address)
                .ok_or_else(|| Fault::missing(M::NoProvision.said(&[&instrument.number, &version.name, &provision])))?;
            (Some(address.to_string()), found.full_text().trim_end().to_owned())
        }
    };
    let value = || {
        json!({ "number": instrument.number, "version": version.name, "version_kind": version.kind, "from": version.from,
                "provision": place, "text": text })
    };
    context.answer_noun("instrument", value, || format!("{text}\n"))
}

/// The version that was named, else the one that applies today.
fn chosen(
    context: &Context,
    workspace: &Workspace,
    instrument: &Instrument,
    heads: &[VersionHead],
    name: Option<&str>,
) -> Result<InstrumentVersion> {
    let number = &instrument.number;
    let head = match name {
        Some(name) => heads.iter().find(|head| head.name == clean_line(name)),
        None => VersionHead::applying(heads, context.today()),
    };
    if let Some(head) = head
        && let Some(version) = workspace.instrument_version(&head.instrument, &head.name)?
    {
        return Ok(version);
    }
    let names: Vec<&str> = heads.iter().map(|head| head.name.as_str()).collect();
    Err(match name {
        Some(name) if !names.is_empty() => Fault::missing(M::NoVersion.said(&[number, &name, &names.join(", ")])),
        _ => Fault::missing(M::NoText.said(&[number])).hint(M::NoTextHint.said(&[])),
    })
}

fn with_versions(mut value: Value, versions: &[(&VersionHead, Document)]) -> Value {
    let one = |(head, document): &(&VersionHead, Document)| {
        json!({ "name": head.name, "version_kind": head.kind, "from": head.from, "source": head.source,
                "article": document.count(Level::Article), "clause": document.count(Level::Clause), "point": document.count(Level::Point) })
    };
    if let Value::Object(fields) = &mut value {
        fields.insert("versions".to_owned(), versions.iter().map(one).collect());
    }
    value
}

fn text(instrument: &Instrument, versions: &[(&VersionHead, Document)], lang: Lang) -> String {
    let mut page = Page { out: String::new(), lang };
    let _ = writeln!(page.out, "{}  {}\n", instrument.number, instrument.title);
    let mut day = |label: M, value: Option<Date>| page.line(label, value.map(|d| date::short(d, lang)).as_deref());
    day(M::Issued, instrument.issued);
    day(M::Effective, instrument.effective);
    day(M::Expired, instrument.expired);
    page.line(M::Issuer, instrument.issuer.as_deref());
    page.line(M::Provenance, Some(instrument.provenance.word(lang)));
    page.line(M::Source, Some(&instrument.source));
    if !versions.is_empty() {
        page.title(M::VersionsTitle);
    }
    for (head, document) in versions {
        let count = |level: Level| document.count(level);
        let kind = head.kind.word(lang);
        let says =
            M::VersionSays.with(lang, &[&kind, &count(Level::Article), &count(Level::Clause), &count(Level::Point)]);
        let from = head.from.map(|day| format!(" · {} {}", M::From.text(lang), date::short(day, lang)));
        let source = if head.source.is_empty() { String::new() } else { format!(" · {}", head.source) };
        page.item(&head.name, &format!("{says}{}{source}", from.unwrap_or_default()));
    }
    page.out
}
