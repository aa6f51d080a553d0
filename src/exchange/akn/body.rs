//! The text of an instrument as elements: what stands before its Điều, the units, new text between quotation marks, tables, the signature, the annexes
//! and attached rules as components. Every line of the text is in it once.

use super::head;
use super::ids::{Ids, element, number};
use super::lines::{Own, cells, lines, quoted};
use super::meta::{self, Frame};
use super::uri::slug;
use super::xml::Xml;
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level};
use std::collections::HashMap;

/// How deep quotations within quotations are taken apart; what is deeper is lines.
const QUOTED: usize = 4;

/// The text, written.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// From the preface to the attachments.
    pub xml: String,
    /// The `eId` of every place, the first one of it.
    pub places: HashMap<Address, String>,
    /// The notes of a consolidation with the `eId` of the unit on which each stands, in their order in the text.
    pub notes: Vec<(usize, String)>,
    /// How many components were written.
    pub components: usize,
}

/// Where a unit stands.
#[derive(Debug, Clone, Default)]
struct Place {
    /// The `eId` within which Điều are counted: of the annex or the quotation that holds them, or of nothing.
    root: String,
    /// The `eId` of what holds the unit.
    holder: String,
    /// The address of what holds the unit; of new text, whose places are those of another instrument, nothing.
    address: Option<Address>,
    /// How many quotations hold it.
    quoted: usize,
}

#[derive(Default)]
struct Writer {
    xml: Xml,
    ids: Ids,
    places: HashMap<Address, String>,
    notes: Vec<(usize, String)>,
    dashes: HashMap<String, usize>,
}

impl Body {
    /// Writes the text of an instrument.
    pub fn write(frame: &Frame<'_, '_>) -> Self {
        let mut writer = Writer::default();
        let components = writer.document(frame);
        let Writer { xml, places, notes, .. } = writer;
        Self { xml: xml.done(), places, notes, components }
    }
}

/// A unit that the hierarchy of Akoma Ntoso has no element for: a piece of text.
fn is_flow(provision: &Provision) -> bool {
    matches!(provision.level, Level::Quote | Level::Table | Level::Paragraph)
}

impl Writer {
    fn document(&mut self, frame: &Frame<'_, '_>) -> usize {
        let all = frame.act.document.provisions.as_slice();
        let (before, rest) = match all.split_first() {
            Some((first, rest)) if first.level == Level::Preamble => (Some(first), rest),
            _ => (None, all),
        };
        let is_body = |provision: &Provision| !matches!(provision.level, Level::Closing | Level::Annex);
        let count = rest.iter().rposition(is_body).map_or(0, |at| at + 1);
        let (body, tail) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        let annexes = tail.iter().position(|provision| provision.level == Level::Annex).unwrap_or(tail.len());
        let (closings, annexes) = tail.split_at_checked(annexes).unwrap_or((tail, &[]));
        let left = before.map(|before| {
            self.note(before, "body");
            head::write(&mut self.xml, frame.act, before, body.is_empty())
        });
        self.ids.give("body".to_owned());
        self.xml.start("body", &[("eId", "body")]);
        let place = Place { address: Some(Address::default()), ..Place::default() };
        self.hierarchy(body, &place);
        if body.is_empty() {
            // An instrument without Điều: what follows its head is its text.
            let id = self.ids.next("", "hcontainer");
            self.xml.start("hcontainer", &[("name", "noi-dung"), ("eId", &id)]);
            self.content(left.unwrap_or_default().into_iter());
            self.xml.end("hcontainer");
        }
        self.xml.end("body");
        self.closings(closings);
        let mut components = 0;
        if !annexes.is_empty() {
            self.xml.start("attachments", &[]);
            let mut rest = annexes;
            while let Some((annex, behind)) = rest.split_first() {
                let closed = behind.iter().take_while(|p| p.level != Level::Annex).count();
                let (closings, behind) = behind.split_at_checked(closed).unwrap_or((behind, &[]));
                components += 1;
                self.attachment(frame, annex, closings, components);
                rest = behind;
            }
            self.xml.end("attachments");
        }
        components
    }

    fn closings(&mut self, closings: &[Provision]) {
        if closings.is_empty() {
            return;
        }
        let text: Vec<String> = closings.iter().map(Provision::full_text).collect();
        self.xml.start("conclusions", &[]);
        let before = text.iter().flat_map(|text| lines(text)).map(|line| self.xml.line("p", line)).count();
        if before == 0 {
            self.xml.empty("p", &[]);
        }
        self.xml.end("conclusions");
    }

    /// An annex, a form, or rules that the instrument issues: a document of its own.
    fn attachment(&mut self, frame: &Frame<'_, '_>, annex: &Provision, closings: &[Provision], count: usize) {
        let label = annex.label.clone().unwrap_or_else(|| Label::new(""));
        let shown = if label.as_str().is_empty() { count.to_string() } else { number(&label) };
        let id = self.ids.give(format!("att_{shown}"));
        let name = if label.as_str().contains(' ') { slug(label.as_str()) } else { "phu-luc".to_owned() };
        let address = Address::default().unit(Level::Annex, label.as_str());
        self.places.entry(address.clone()).or_insert_with(|| id.clone());
        self.note(annex, &id);
        self.xml.start("attachment", &[("eId", &id)]);
        self.xml.start("doc", &[("name", &name), ("contains", "originalVersion")]);
        self.xml.raw(&meta::of_component(frame, &id));
        let own: Vec<&str> = lines(&annex.text).collect();
        let capitals = |line: &&&str| !line.chars().any(char::is_lowercase) || line.starts_with('(');
        let title = 1 + own.iter().skip(1).take_while(capitals).count();
        let title = if annex.children.is_empty() { title } else { own.len() }.min(own.len());
        let (title, text) = own.split_at_checked(title).unwrap_or((&[], &own));
        if !title.is_empty() {
            self.xml.start("preface", &[]);
            title.iter().for_each(|line| self.xml.line("p", line));
            self.xml.end("preface");
        }
        self.xml.start("mainBody", &[]);
        text.iter().for_each(|line| self.xml.line("p", line));
        let place = Place { root: id.clone(), holder: id, address: Some(address), quoted: 0 };
        if text.is_empty() && annex.children.is_empty() {
            self.xml.empty("p", &[]);
        }
        for child in &annex.children {
            if is_flow(child) { self.flow(child, &place) } else { self.unit(child, &place) }
        }
        self.xml.end("mainBody");
        self.closings(closings);
        self.xml.end("doc");
        self.xml.end("attachment");
    }

    /// Units that stand in a body or in a unit: text between them is of an alinea.
    fn hierarchy(&mut self, list: &[Provision], place: &Place) {
        for run in list.chunk_by(|a, b| is_flow(a) && is_flow(b)) {
            match run {
                [one] if !is_flow(one) => self.unit(one, place),
                flows => {
                    let id = self.ids.next(&place.holder, "al");
                    self.xml.start("alinea", &[("eId", &id)]);
                    self.flows("content", &[], flows, &Place { holder: id, ..place.clone() });
                    self.xml.end("alinea");
                }
            }
        }
    }

    /// A unit with all that stands in it.
    fn unit(&mut self, provision: &Provision, place: &Place) {
        let own = Own::of(provision);
        let Some((name, short)) = element(provision.level) else {
            return self.apart(provision, place);
        };
        let label = match provision.level {
            Level::Dash => {
                let count = self.dashes.entry(place.holder.clone()).or_default();
                *count += 1;
                count.to_string()
            }
            _ => provision.label.as_ref().map(number).unwrap_or_default(),
        };
        let holder = if provision.level == Level::Article { &place.root } else { &place.holder };
        let join = if holder.is_empty() { "" } else { "__" };
        let id = self.ids.give(format!("{holder}{join}{short}_{label}"));
        let spelt = if provision.level == Level::Dash {
            label
        } else {
            provision.label.as_ref().map(|l| l.as_str().to_owned()).unwrap_or_default()
        };
        let address = place.address.as_ref().map(|above| above.unit(provision.level, spelt));
        if let Some(address) = &address {
            self.places.entry(address.clone()).or_insert_with(|| id.clone());
        }
        self.note(provision, &id);
        self.xml.start(name, &[("eId", &id)]);
        if let Some(num) = own.num {
            let glued: &[(&str, &str)] = if own.gap.is_some() { &[("class", "glued")] } else { &[] };
            self.xml.open("num", glued);
            self.inline(num);
            self.xml.text(own.gap.unwrap_or_default());
            for note in &provision.notes {
                let (note, mark) = (format!("#note_{note}"), note.to_string());
                self.xml.mark("noteRef", &[("href", &note), ("marker", &mark)]);
            }
            self.xml.end("num");
        }
        if let Some(heading) = &own.heading {
            let run_in: &[(&str, &str)] =
                if own.run_in && provision.level.is_container() { &[("class", "run-in")] } else { &[] };
            self.xml.open("heading", run_in);
            self.inline(&heading.join("\n"));
            self.xml.end("heading");
        }
        let inside = Place { root: place.root.clone(), holder: id, address, quoted: place.quoted };
        let children = provision.children.as_slice();
        let lead = children.iter().take_while(|child| is_flow(child)).count();
        let (lead, rest) = children.split_at_checked(lead).unwrap_or((children, &[]));
        if rest.is_empty() {
            self.flows("content", &own.text, lead, &inside);
        } else {
            self.flows("intro", &own.text, lead, &inside);
            let tail = rest.iter().rev().take_while(|child| is_flow(child)).count();
            let (units, tail) = rest.split_at_checked(rest.len() - tail).unwrap_or((rest, &[]));
            self.hierarchy(units, &inside);
            self.flows("wrapUp", &[], tail, &inside);
        }
        self.xml.end(name);
    }

    /// An annex or a signature in the middle of the Điều, or an annex in new text.
    fn apart(&mut self, provision: &Provision, place: &Place) {
        let id = self.ids.next(&place.holder, "hcontainer");
        let name = match (provision.level, &provision.label) {
            (Level::Annex, Some(label)) if label.as_str().contains(' ') => slug(label.as_str()),
            (Level::Annex, _) => "phu-luc".to_owned(),
            _ => "phan-ky".to_owned(),
        };
        let address = place.address.as_ref().map(|above| match &provision.label {
            Some(label) if provision.level == Level::Annex => above.unit(Level::Annex, label.as_str()),
            _ => above.clone(),
        });
        if let (Some(address), Level::Annex) = (&address, provision.level) {
            self.places.entry(address.clone()).or_insert_with(|| id.clone());
        }
        self.note(provision, &id);
        self.xml.start("hcontainer", &[("name", &name), ("eId", &id)]);
        let text: Vec<&str> = lines(&provision.text).collect();
        let inside = Place { root: id.clone(), holder: id, address, quoted: place.quoted };
        if provision.children.iter().all(is_flow) {
            self.flows("content", &text, &provision.children, &inside);
        } else {
            self.flows("intro", &text, &[], &inside);
            self.hierarchy(&provision.children, &inside);
        }
        self.xml.end("hcontainer");
    }

    /// Lines and pieces of text in an element of blocks; nothing where there are none.
    fn flows(&mut self, name: &str, text: &[&str], flows: &[Provision], place: &Place) {
        if text.is_empty() && flows.is_empty() {
            return;
        }
        self.xml.start(name, &[("eId", &self.ids.give(format!("{}__{}", place.holder, name.to_lowercase())))]);
        text.iter().for_each(|line| self.xml.line("p", line));
        flows.iter().for_each(|flow| self.flow(flow, place));
        self.xml.end(name);
    }

    fn content(&mut self, text: impl Iterator<Item = String>) {
        let id = self.ids.next("", "content");
        self.xml.start("content", &[("eId", &id)]);
        if text.map(|line| self.xml.line("p", &line)).count() == 0 {
            self.xml.empty("p", &[]);
        }
        self.xml.end("content");
    }

    /// A paragraph, a table or new text between quotation marks.
    fn flow(&mut self, provision: &Provision, place: &Place) {
        self.note(provision, &place.holder);
        let rows: Option<Vec<Vec<&str>>> =
            (provision.level == Level::Table).then(|| lines(&provision.text).map(cells).collect()).flatten();
        match rows {
            Some(rows) if !rows.is_empty() => {
                let id = self.ids.next(&place.holder, "table");
                self.xml.start("table", &[("eId", &id)]);
                for row in rows {
                    self.xml.start("tr", &[]);
                    for cell in row {
                        self.xml.open("td", &[]);
                        self.xml.open("p", &[]);
                        self.xml.text(cell);
                        self.xml.close("p");
                        self.xml.end("td");
                    }
                    self.xml.end("tr");
                }
                self.xml.end("table");
            }
            _ if provision.level == Level::Quote && place.quoted < QUOTED => self.quotation(provision, place),
            _ => lines(&provision.text).for_each(|line| self.xml.line("p", line)),
        }
        for child in &provision.children {
            if is_flow(child) {
                self.flow(child, place)
            } else {
                lines(&child.full_text()).for_each(|line| self.xml.line("p", line))
            }
        }
    }

    /// New text: an instrument in the instrument, whose units are counted for themselves.
    fn quotation(&mut self, provision: &Provision, place: &Place) {
        let found = quoted(&provision.text);
        if found.start.is_some() && found.text.starts_with('|') {
            // A mark before a row has no place in a table: the lines stay as they are.
            return lines(&provision.text).for_each(|line| self.xml.line("p", line));
        }
        let inner = Document::read_fragment(found.text);
        let modification = self.ids.next(&place.holder, "mod");
        let id = self.ids.next(&modification, "qstr");
        let marks = [("startQuote", found.start), ("endQuote", found.end)];
        let marks = marks.iter().filter_map(|(key, mark)| Some((*key, (*mark)?)));
        let attributes: Vec<(&str, &str)> = [("eId", id.as_str())].into_iter().chain(marks).collect();
        self.xml.open("p", &[]);
        self.xml.open("mod", &[("eId", &modification)]);
        self.xml.start("quotedStructure", &attributes);
        let inside = Place { root: id.clone(), holder: id.clone(), address: None, quoted: place.quoted + 1 };
        if lines(found.text).next().is_none() {
            self.xml.empty("p", &[]);
        }
        for one in &inner.provisions {
            if is_flow(one) { self.flow(one, &inside) } else { self.unit(one, &inside) }
        }
        self.xml.close("quotedStructure");
        self.xml.close("mod");
        self.xml.text(found.tail.trim_end());
        self.xml.end("p");
    }

    /// Text within a line; its line ends are marked.
    fn inline(&mut self, text: &str) {
        for (n, line) in lines(text).enumerate() {
            if n > 0 {
                self.xml.mark("eol", &[]);
            }
            self.xml.text(line);
        }
    }

    fn note(&mut self, provision: &Provision, id: &str) {
        self.notes.extend(provision.notes.iter().map(|note| (*note, id.to_owned())));
    }
}
