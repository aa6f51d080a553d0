//! `law at`: what holds at a provision on a day, and by which instrument, from the texts of the workspace.

use crate::cli::Answer;
use crate::cli::args::LawAtArgs;
use crate::cli::context::Context;
use crate::desk::not_found;
use crate::law::amend::{self, called};
use crate::law::at::{Question, Standing, standing};
use crate::law::cite::Reach;
use crate::law::consolidate::published::unmarked;
use crate::law::name::stable::Stable;
use crate::law::{Document, Graph, Header, Outline, Titles};
use crate::model::instrument::full_name;
use crate::model::{Instrument, InstrumentVersion, Kind, VersionKind};
use crate::store::{VersionHead, Workspace};
use crate::text::{Lang, date::short};
use crate::view::Page;
use crate::words::amend::AmendMessage as Say;
use crate::words::cli::CliMessage as M;
use crate::words::{Fault, Message, Named, Result};
use jiff::civil::Date;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An instrument that ends by itself and speaks of the place.
struct Meanwhile {
    by: String,
    place: String,
    until: Date,
}

/// Answers; what is left for a person to decide makes the answer "no".
pub(super) fn run(context: &Context, args: &LawAtArgs) -> Result<Answer> {
    let (day, typed) = match args.what.as_slice() {
        [day, place] => (Some(context.date(Some(day))?), place.as_str()),
        [place] => (None, place.as_str()),
        _ => (None, ""),
    };
    let bad = || Fault::usage(Say::AtNoPlace.said(&[&typed])).hint(Say::AtHint.said(&[]));
    let stable = Stable::parse(typed).ok_or_else(bad)?;
    let day = match (day, stable.day) {
        (Some(one), Some(other)) if one != other => return Err(Fault::usage(Say::AtTwoDays.said(&[&one, &other]))),
        (one, other) => one.or(other).unwrap_or_else(|| context.today()),
    };
    let stable = Stable { day: Some(day), ..stable };
    let workspace = context.open()?;
    let instrument = workspace.instrument(&stable.number)?;
    let instrument = instrument.ok_or_else(|| not_found(Kind::Instrument, &stable.number))?;
    let heads = workspace.version_heads(&instrument.number)?;
    let text = |head: &VersionHead| workspace.instrument_version(&head.instrument, &head.name);
    let version = VersionHead::applying(&heads, day).map(text).transpose()?.flatten();
    let version =
        version.ok_or_else(|| Fault::missing(M::NoText.said(&[&instrument.number])).hint(M::NoTextHint.said(&[])))?;
    let base = unmarked(&version.text);
    let mut own = amend::named(&base);
    own.number = Some(instrument.number.clone());
    let others = others(&workspace, &instrument, own.name.as_deref())?;
    let amending: Vec<Document> = others.values().map(|(_, document)| document.clone()).collect();
    let since = version.from.filter(|_| version.kind == VersionKind::Consolidated);
    let (effective, expired) = (instrument.effective, instrument.expired);
    let place = stable.place.clone();
    let asked = Question { base: &base, own, since, effective, expired, amending: &amending, place, day };
    let found = standing(&asked)
        .ok_or_else(|| Fault::missing(M::NoProvision.said(&[&instrument.number, &version.name, &stable.place])))?;
    let meanwhile = meanwhile(&base, &others, &stable, day);
    // What is not in the workspace cannot be asked: the answer says what was.
    let considered: Vec<&str> = others.keys().map(String::as_str).collect();
    let page = page(context, &stable, &version, (&found, &considered), &meanwhile);
    context.answer_page(&page)?;
    Ok(if found.review.is_empty() { Answer::Done } else { Answer::No })
}

/// The texts of the workspace that speak of an instrument, by their numbers.
fn others(
    workspace: &Workspace,
    own: &Instrument,
    name: Option<&str>,
) -> Result<BTreeMap<String, (Instrument, Document)>> {
    let mut found = BTreeMap::new();
    for row in workspace.instrument_rows()?.iter().filter(|row| row.versions > 0 && row.number != own.number) {
        let heads = workspace.version_heads(&row.number)?;
        let Some(head) = heads.iter().find(|head| head.kind != VersionKind::Proposed) else { continue };
        let Some(version) = workspace.instrument_version(&row.number, &head.name)? else { continue };
        let speaks = version.text.contains(&own.number) || name.is_some_and(|name| version.text.contains(name));
        if let Some(instrument) = workspace.instrument(&row.number)?.filter(|_| speaks) {
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

fn page(
    context: &Context,
    stable: &Stable,
    version: &InstrumentVersion,
    (found, considered): (&Standing, &[&str]),
    meanwhile: &[Meanwhile],
) -> Page {
    let lang = context.lang;
    let day = stable.day.map(|day| short(day, lang)).unwrap_or_default();
    let place = stable.place.to_string();
    let named = [place.as_str(), stable.number.as_str()].into_iter().filter(|part| !part.is_empty());
    let mut page = Page::new("law_at", lang, format!("{}, {day}", named.collect::<Vec<_>>().join(" ")));
    let by = found.changes.last().map_or_else(|| full_name(&stable.number), |note| called(&note.by));
    page.fact(Say::AtState, found.state.text(lang));
    page.fact(Say::AtBy, &by);
    page.day(Say::AtFrom, found.from);
    page.day(Say::AtUntil, found.until);
    page.fact(Say::AtVersion, InstrumentVersion::called(&version.name, lang));
    let none = Say::AtNoneConsidered.text(lang).to_owned();
    page.fact(Say::AtConsidered, if considered.is_empty() { none } else { considered.join(", ") });
    page.prose(Say::AtText, found.text.as_deref().unwrap_or_default());
    if !found.changes.is_empty() {
        page.heading(Say::AtChanges);
        found.changes.iter().for_each(|note| page.line(note.to_string()));
    }
    if !meanwhile.is_empty() {
        page.heading(Say::AtMeanwhile);
        for one in meanwhile {
            page.say(Say::AtMeanwhileLine, &[&one.by, &one.place, &last_day(one.until, lang)]);
        }
    }
    if !found.review.is_empty() {
        page.heading(Say::AtToReview);
        found.review.iter().for_each(|one| page.line(Standing::review_said(one).text(lang).to_owned()));
    }
    page.fields(fields(stable, version, (found, considered), meanwhile, &by));
    page
}

/// The last day of what ends on another.
fn last_day(ends: Date, lang: Lang) -> String {
    short(ends.yesterday().unwrap_or(ends), lang)
}

fn fields(
    stable: &Stable,
    version: &InstrumentVersion,
    (found, considered): (&Standing, &[&str]),
    meanwhile: &[Meanwhile],
    by: &str,
) -> Value {
    let day = |day: Option<Date>| day.map(|day| day.to_string());
    let changes: Vec<Value> = found
        .changes
        .iter()
        .map(|note| {
            json!({ "kind": note.kind.name(), "by": called(&note.by), "source": note.source.to_string(),
                "effective": day(note.effective), "text": note.to_string() })
        })
        .collect();
    let meanwhile: Vec<Value> = meanwhile
        .iter()
        .map(|one| json!({ "by": one.by, "place": one.place, "until": one.until.to_string() }))
        .collect();
    let review: Vec<Value> = found
        .review
        .iter()
        .map(|(by, line, why)| {
            json!({ "by": called(by), "line": line, "text": why.text(Lang::Vi), "text_en": why.text(Lang::En) })
        })
        .collect();
    json!({ "address": stable.to_string(), "number": stable.number, "place": stable.place.to_string(), "day": day(stable.day),
        "state": Named::name(found.state), "by": by, "from": day(found.from), "until": day(found.until), "version": version.name,
        "considered": considered,
        "text": found.text, "changes": changes, "meanwhile": meanwhile, "review": review })
}
