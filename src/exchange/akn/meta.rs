//! What is said of an instrument: which work, text and file it is, its life, what it changes and what changed it, whom it names, the notes.

use super::Act;
use super::body::Body;
use super::ids::of_address;
use super::uri::{self, slug};
use super::xml::Xml;
use crate::law::amend::{Action, Operation, called};
use crate::law::consolidate::{Note, NoteKind};
use crate::model::Address;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// The instrument with its addresses.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame<'a, 'd> {
    /// What is written.
    pub act: &'a Act<'d>,
    /// The address of the work.
    pub work: &'a str,
    /// The address of the text as of its day.
    pub expression: &'a str,
}

/// The agent that says all this.
const SOURCE: (&str, &str) = ("source", "#tinhgon");

/// A change of one place by another.
struct Change {
    /// The element, and the kind.
    element: &'static str,
    kind: &'static str,
    /// Where it is ordered, and what changes.
    source: String,
    destination: String,
    /// From when.
    from: Option<Date>,
    /// Where the new text stands.
    new: Option<String>,
}

/// A day in the life of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Event {
    Issued,
    InForce,
    Changed,
    Ended,
}

/// The metadata of an instrument, and how many changes of others and of itself they state.
pub(super) fn of_act(frame: &Frame<'_, '_>, body: &Body) -> (String, usize, usize) {
    let act = frame.act;
    let active: Vec<Change> = act.amendment.operations.iter().filter_map(|operation| active(operation, body)).collect();
    let passive = passive(act, body);
    let mut events: BTreeMap<(Date, Event), String> = BTreeMap::new();
    let own = "#original".to_owned();
    events.insert((act.issued, Event::Issued), own.clone());
    for (day, event) in [(act.effective, Event::InForce), (act.expired, Event::Ended)] {
        events.extend(day.map(|day| ((day, event), own.clone())));
    }
    for change in active.iter().filter_map(|change| change.from) {
        events.entry((change, Event::InForce)).or_insert_with(|| own.clone());
    }
    let repealed = act.consolidation.and_then(|done| done.repealed.as_ref());
    let by_others = passive.iter().filter_map(|(change, by)| Some((change.from?, Event::Changed, by)));
    let ended = repealed.and_then(|note| Some((note.effective?, Event::Ended, uri::named(&note.by)?)));
    let ended = ended.as_ref().map(|(day, event, by)| (*day, *event, by));
    for (day, event, by) in by_others.chain(ended) {
        events.entry((day, event)).or_insert_with(|| format!("#{}", reference(by)));
    }
    let mut xml = Xml::default();
    xml.start("meta", &[]);
    identification(&mut xml, frame, None);
    lifecycle(&mut xml, &events);
    if !active.is_empty() || !passive.is_empty() {
        xml.start("analysis", &[SOURCE]);
        let groups = [
            ("activeModifications", active.iter().collect()),
            ("passiveModifications", passive.iter().map(|(change, _)| change).collect::<Vec<_>>()),
        ];
        for (name, changes) in groups.iter().filter(|(_, changes)| !changes.is_empty()) {
            xml.start(name, &[]);
            let short = if *name == "activeModifications" { "amod" } else { "pmod" };
            changes
                .iter()
                .enumerate()
                .for_each(|(n, change)| modification(&mut xml, change, &format!("{short}_{}", n + 1), &events));
            xml.end(name);
        }
        xml.end("analysis");
    }
    times(&mut xml, &events);
    references(&mut xml, frame, &active, &passive);
    notes(&mut xml, act);
    xml.end("meta");
    (xml.done(), active.len(), passive.len())
}

/// The metadata of an annex or of attached rules.
pub(super) fn of_component(frame: &Frame<'_, '_>, id: &str) -> String {
    let mut xml = Xml::default();
    xml.start("meta", &[]);
    identification(&mut xml, frame, Some(id));
    xml.end("meta");
    xml.done()
}

fn identification(xml: &mut Xml, frame: &Frame<'_, '_>, component: Option<&str>) {
    let act = frame.act;
    let part = component.unwrap_or("main");
    let author = format!("#{}", author(act));
    let (issued, as_of) = (act.issued.to_string(), act.as_of.to_string());
    let of = |xml: &mut Xml, name: &str, uri: &str, this: &str, day: (&str, &str)| {
        xml.start(name, &[]);
        xml.empty("FRBRthis", &[("value", this)]);
        xml.empty("FRBRuri", &[("value", uri)]);
        if name == "FRBRWork" {
            xml.empty("FRBRalias", &[("name", "số, ký hiệu"), ("value", act.number)]);
        }
        xml.empty("FRBRdate", &[("date", day.0), ("name", day.1)]);
        xml.empty("FRBRauthor", &[("href", &author)]);
    };
    xml.start("identification", &[SOURCE]);
    of(xml, "FRBRWork", frame.work, &format!("{}/!{part}", frame.work), (&issued, "generation"));
    xml.empty("FRBRcountry", &[("value", "vn")]);
    xml.empty("FRBRnumber", &[("value", act.number)]);
    if let (Some(title), None) = (&act.header.title, component) {
        xml.empty("FRBRname", &[("value", &title.value)]);
    }
    xml.end("FRBRWork");
    of(xml, "FRBRExpression", frame.expression, &format!("{}/!{part}", frame.expression), (&as_of, "version"));
    xml.empty("FRBRlanguage", &[("language", "vie")]);
    xml.end("FRBRExpression");
    let file = format!("{}.xml", frame.expression);
    of(xml, "FRBRManifestation", &file, &format!("{}/!{part}.xml", frame.expression), (&as_of, "version"));
    xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
    xml.end("FRBRManifestation");
    xml.end("identification");
}

/// The `eId` of the issuing body among the references.
fn author(act: &Act<'_>) -> String {
    let issuer = act.header.issuer.as_ref().map(|issuer| slug(&issuer.value)).filter(|id| !id.is_empty());
    issuer.unwrap_or_else(|| "co-quan-ban-hanh".to_owned())
}

/// The `eId` of an instrument among the references.
fn reference(uri: &str) -> String {
    format!("ref-{}", slug(uri.trim_start_matches("/akn/vn/act")))
}

fn lifecycle(xml: &mut Xml, events: &BTreeMap<(Date, Event), String>) {
    xml.start("lifecycle", &[SOURCE]);
    for (n, ((day, event), source)) in events.iter().enumerate() {
        let (id, day) = (event_id(n), day.to_string());
        let mut attributes = vec![("eId", id.as_str()), ("date", day.as_str()), ("source", source.as_str())];
        match event {
            Event::Issued => attributes.push(("type", "generation")),
            Event::InForce => attributes.push(("refersTo", "#in-force")),
            Event::Changed => attributes.push(("type", "amendment")),
            Event::Ended => attributes.push(("type", "repeal")),
        }
        xml.empty("eventRef", &attributes);
    }
    xml.end("lifecycle");
}

fn event_id(n: usize) -> String {
    format!("event_{}", n + 1)
}

/// The times that begin with a day: of force, and of each change.
fn times(xml: &mut Xml, events: &BTreeMap<(Date, Event), String>) {
    let ended = events.keys().position(|(_, event)| *event == Event::Ended).map(|n| format!("#{}", event_id(n)));
    let begun: Vec<usize> = events
        .keys()
        .enumerate()
        .filter(|(_, (_, event))| matches!(event, Event::InForce | Event::Changed))
        .map(|(n, _)| n)
        .collect();
    if begun.is_empty() {
        return;
    }
    xml.start("temporalData", &[SOURCE]);
    for n in begun {
        xml.start("temporalGroup", &[("eId", &group_id(n))]);
        let start = format!("#{}", event_id(n));
        let mut attributes = vec![("start", start.as_str()), ("refersTo", "#in-force")];
        attributes.extend(ended.as_deref().map(|end| ("end", end)));
        xml.empty("timeInterval", &attributes);
        xml.end("temporalGroup");
    }
    xml.end("temporalData");
}

fn group_id(n: usize) -> String {
    format!("tmpg_{}", n + 1)
}

fn modification(xml: &mut Xml, change: &Change, id: &str, events: &BTreeMap<(Date, Event), String>) {
    xml.start(change.element, &[("type", change.kind), ("eId", id)]);
    xml.empty("source", &[("href", &change.source)]);
    xml.empty("destination", &[("href", &change.destination)]);
    let begins =
        |(day, event): &(Date, Event)| Some(*day) == change.from && matches!(event, Event::InForce | Event::Changed);
    if let Some(n) = events.keys().position(begins) {
        xml.empty("force", &[("period", &format!("#{}", group_id(n)))]);
    }
    if let Some(new) = &change.new {
        xml.empty("new", &[("href", new)]);
    }
    xml.end(change.element);
}

/// The kind of a change as the standard names it.
fn kind(action: &Action) -> (&'static str, &'static str) {
    match action {
        Action::Replace { .. }
        | Action::ReplaceHeading { .. }
        | Action::ReplacePhrase { .. }
        | Action::ReplaceAnnex { .. } => ("textualMod", "substitution"),
        Action::Insert { .. } | Action::InsertPhrase { .. } => ("textualMod", "insertion"),
        Action::Repeal | Action::DeletePhrase { .. } => ("textualMod", "repeal"),
        Action::Suspend { .. } => ("efficacyMod", "inapplication"),
    }
}

/// What the instrument orders of another.
fn active(operation: &Operation, body: &Body) -> Option<Change> {
    let target = uri::named(&operation.instrument)?;
    let (element, kind) = kind(&operation.action);
    let new = match &operation.action {
        Action::ReplaceAnnex { by } => body.places.get(by).map(|id| format!("#{id}")),
        _ => None,
    };
    Some(Change {
        element,
        kind,
        source: format!("#{}", nearest(&operation.source, body)),
        destination: at(&target, &operation.place),
        from: operation.effective,
        new,
    })
}

/// The address of a place in an instrument.
fn at(uri: &str, place: &Address) -> String {
    let id = of_address(place);
    if id.is_empty() { uri.to_owned() } else { format!("{uri}#{id}") }
}

/// The `eId` of the place in the text, or of the nearest one that holds it.
fn nearest(place: &Address, body: &Body) -> String {
    let mut place = Some(place.clone());
    while let Some(here) = place {
        if let Some(id) = body.places.get(&here) {
            return id.clone();
        }
        place = here.parent();
    }
    "body".to_owned()
}

/// What others changed in the text, each with the address of the instrument that did.
fn passive(act: &Act<'_>, body: &Body) -> Vec<(Change, String)> {
    let Some(done) = act.consolidation else { return Vec::new() };
    let note = |number: &usize| number.checked_sub(1).and_then(|n| done.notes.get(n));
    let of = |(number, id): &(usize, String)| {
        let note = note(number)?;
        let by = uri::named(&note.by)?;
        let (element, kind) = kind_of_note(note)?;
        let here = format!("#{id}");
        let new = (kind != "repeal" && element == "textualMod").then(|| here.clone());
        Some((
            Change { element, kind, source: at(&by, &note.source), destination: here, from: note.effective, new },
            by,
        ))
    };
    body.notes.iter().filter_map(of).collect()
}

fn kind_of_note(note: &Note) -> Option<(&'static str, &'static str)> {
    Some(match note.kind {
        NoteKind::Amended | NoteKind::Heading | NoteKind::Phrase | NoteKind::Corrected => {
            ("textualMod", "substitution")
        }
        NoteKind::Added => ("textualMod", "insertion"),
        NoteKind::Repealed => ("textualMod", "repeal"),
        NoteKind::Suspended { .. } => ("efficacyMod", "inapplication"),
        NoteKind::Grounds { .. } | NoteKind::Provisions { .. } => return None,
    })
}

/// Whom and what the text and its metadata name.
fn references(xml: &mut Xml, frame: &Frame<'_, '_>, active: &[Change], passive: &[(Change, String)]) {
    let act = frame.act;
    xml.start("references", &[SOURCE]);
    let called_so = crate::model::instrument::full_name(act.number);
    xml.empty("original", &[("eId", "original"), ("href", frame.work), ("showAs", &called_so)]);
    let mut named: BTreeMap<String, (&str, String)> = BTreeMap::new();
    for operation in &act.amendment.operations {
        if let Some(uri) = uri::named(&operation.instrument).filter(|_| !active.is_empty()) {
            named.entry(uri).or_insert_with(|| ("activeRef", called(&operation.instrument)));
        }
    }
    let done = act.consolidation;
    let notes = done.iter().flat_map(|done| done.notes.iter().chain(&done.repealed));
    for note in notes {
        if let Some(uri) = uri::named(&note.by) {
            let used = note.level.is_none() || passive.iter().any(|(_, by)| *by == uri);
            named.entry(uri).or_insert_with(|| ("passiveRef", called(&note.by))).0 =
                if used { "passiveRef" } else { "activeRef" };
        }
    }
    for (uri, (name, shown)) in &named {
        xml.empty(name, &[("eId", &reference(uri)), ("href", uri), ("showAs", shown)]);
    }
    let issuer = act.header.issuer.as_ref().map_or("", |issuer| issuer.value.as_str());
    let author = author(act);
    let shown = if issuer.is_empty() { "cơ quan ban hành" } else { issuer };
    let organization = |id: &str| format!("/akn/ontology/organization/vn/{id}");
    xml.empty("TLCOrganization", &[("eId", &author), ("href", &organization(&author)), ("showAs", shown)]);
    xml.empty(
        "TLCOrganization",
        &[("eId", "tinhgon"), ("href", "/akn/ontology/organization/tinhgon"), ("showAs", "tinhgon")],
    );
    xml.empty(
        "TLCConcept",
        &[("eId", "in-force"), ("href", "/akn/ontology/concept/in-force"), ("showAs", "có hiệu lực")],
    );
    xml.end("references");
}

/// The notes of a consolidation.
fn notes(xml: &mut Xml, act: &Act<'_>) {
    let Some(done) = act.consolidation.filter(|done| !done.notes.is_empty()) else { return };
    xml.start("notes", &[SOURCE]);
    for (n, note) in done.notes.iter().enumerate() {
        let (id, marker) = (format!("note_{}", n + 1), (n + 1).to_string());
        xml.start("note", &[("eId", &id), ("marker", &marker)]);
        super::lines::lines(&note.to_string()).for_each(|line| xml.line("p", line));
        xml.end("note");
    }
    xml.end("notes");
}
