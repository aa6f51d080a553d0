//! `show instrument --version, --provision`: the text of a version of an instrument, or of a provision of it.

use super::args::ShowArgs;
use super::context::Context;
use crate::desk::not_found;
use crate::law::Document;
use crate::law::name::place::address_of;
use crate::model::{Instrument, InstrumentVersion, Kind};
use crate::store::{VersionHead, Workspace};
use crate::text::clean_line;
use crate::view::Page;
use crate::words::cli::CliMessage as M;
use crate::words::{Fault, Message, Result};
use serde_json::json;

/// Shows the text.
pub(super) fn run(context: &Context, workspace: &Workspace, args: &ShowArgs) -> Result<()> {
    let found = workspace.instrument(&args.id)?;
    let instrument = &found.ok_or_else(|| not_found(Kind::Instrument, &args.id))?;
    let heads = workspace.version_heads(&instrument.number)?;
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
    let mut page = Page::new("instrument", context.lang, "");
    page.fields(json!({ "number": instrument.number, "version": version.name, "version_kind": version.kind,
                        "from": version.from, "provision": place, "text": text }));
    page.line(text);
    context.answer_page(&page)
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
