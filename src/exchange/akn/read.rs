//! A file of Akoma Ntoso read into lines, as the text of an instrument is written: number and heading on one line, each paragraph on its own, rows between
//! bars, quotation marks where they stand. The lines are read as those of every other file; whether they give the structure that the file states is
//! looked at. A file from outside is not trusted: no entities, bounded depth.

use super::ids::element;
use super::stated::{LEVELS, differs, is_line, is_structure, respelt};
use super::xml::NAMESPACE;
use crate::exchange::legal_text::{LegalText, Remark, entity};
use crate::model::{Level, instrument};
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may stand in each other.
const DEEPEST: usize = 256;

/// Whether a text is a file of Akoma Ntoso.
pub(in crate::exchange) fn looks_so(text: &str) -> bool {
    let head = text.get(..text.floor_char_boundary(4096)).unwrap_or_default();
    head.trim_start().starts_with('<') && (head.contains("<akomaNtoso") || head.contains(":akomaNtoso"))
}

/// Reads a file of Akoma Ntoso.
///
/// # Errors
/// Bad input, with the line: no well-formed XML, a document type or entities of its own, elements too deep in each other, another root.
pub(in crate::exchange) fn read(text: &str) -> Result<LegalText> {
    let mut reader = quick_xml::Reader::from_str(text);
    let mut found = Reading::default();
    let (mut line, mut counted) = (1_usize, 0_usize);
    loop {
        let event = reader.read_event();
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX).min(text.len());
        let here = line;
        line += text.as_bytes().get(counted..at).unwrap_or_default().iter().filter(|b| **b == b'\n').count();
        counted = at;
        let broken = |error: &dyn std::fmt::Display| {
            Fault::input(Say::BrokenAkn.said(&[])).hint(Say::BrokenAknHint.said(&[])).because(error).at_line(line)
        };
        match event.map_err(|error| broken(&error))? {
            Event::Start(element) => found.start(&element, here).map_err(|fault| fault.at_line(here))?,
            Event::Empty(element) => {
                found.start(&element, here).map_err(|fault| fault.at_line(here))?;
                found.end();
            }
            Event::End(_) => found.end(),
            Event::Text(text) => found.text(&text, here),
            Event::CData(text) => found.text(&text, here),
            Event::GeneralRef(name) => {
                let known = entity(&name);
                let c = known.ok_or_else(|| {
                    Fault::input(Say::AknEntity.said(&[])).hint(Say::AknEntityHint.said(&[])).at_line(here)
                })?;
                found.text(c.encode_utf8(&mut [0; 4]), here);
            }
            Event::DocType(_) => {
                return Err(Fault::input(Say::AknEntity.said(&[])).hint(Say::AknEntityHint.said(&[])).at_line(here));
            }
            Event::Eof if found.open.is_empty() && found.begun => return Ok(found.done()),
            Event::Eof => return Err(broken(&Say::AknCutOff.said(&[]).text(crate::text::Lang::En))),
            _ => {}
        }
    }
}

/// What an element that is open is.
#[derive(Debug)]
enum Kind {
    /// Metadata and the like: its text is none of the instrument.
    Aside,
    /// A note within a line, or a word that is struck out: kept apart.
    Note,
    /// A unit of the hierarchy.
    Unit(Level),
    /// Any other element that begins a line.
    Structure,
    /// The number of a unit; where it begins in the line, and how its text follows.
    Num(usize, Join),
    /// The heading of a unit.
    Heading,
    /// A line.
    Line,
    /// A row, and a cell of it.
    Row,
    Cell,
    /// New text; the mark that ends it.
    Quoted(Option<String>),
    /// A phrase of it; the mark that ends it.
    Phrase(Option<String>),
    /// A part of a line.
    Inline,
}

/// How the next element goes on with the line that stands.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Join {
    /// It begins another one.
    #[default]
    No,
    /// Behind a number: with a blank.
    Space,
    /// Behind a quotation mark: at once.
    Glue,
}

/// The lines so far.
#[derive(Debug, Default)]
struct Reading {
    begun: bool,
    open: Vec<Kind>,
    lines: Vec<(String, usize)>,
    current: String,
    at: usize,
    join: Join,
    /// How many asides, notes, quotations and rows are open.
    aside: usize,
    note: Option<(usize, String)>,
    quoted: usize,
    rows: usize,
    cells: Vec<String>,
    dropped: Vec<(usize, String)>,
    /// The units that the file states: level and line, counted from 0.
    stated: Vec<(Level, usize)>,
    relabelled: usize,
    elsewhere: usize,
    inserted: usize,
    deleted: usize,
    front: Vec<(String, String)>,
}

impl Reading {
    fn start(&mut self, element: &BytesStart<'_>, line: usize) -> Result<()> {
        if self.open.len() >= DEEPEST {
            return Err(Fault::input(Say::AknTooDeep.said(&[&DEEPEST])).hint(Say::BrokenAknHint.said(&[])));
        }
        let name = element.name();
        let name = name.as_ref().rsplit_once(':').map_or(name.as_ref(), |(_, local)| local);
        if !self.begun && name != "akomaNtoso" {
            return Err(Fault::input(Say::AknRoot.said(&[&NAMESPACE])).hint(Say::BrokenAknHint.said(&[])));
        }
        self.begun = true;
        let kind = self.kind(name, element, line);
        self.open.push(kind);
        Ok(())
    }

    fn kind(&mut self, name: &str, element: &BytesStart<'_>, line: usize) -> Kind {
        if self.aside > 0 {
            self.fact(name, element);
            return Kind::Inline;
        }
        if self.note.is_some() {
            return Kind::Inline;
        }
        if let Some(level) =
            LEVELS.iter().copied().find(|level| self::element(*level).is_some_and(|(own, _)| own == name))
        {
            self.unit();
            return Kind::Unit(level);
        }
        match name {
            "meta" => {
                self.aside = 1;
                Kind::Aside
            }
            "authorialNote" | "subFlow" | "del" => {
                self.deleted += usize::from(name == "del");
                self.note = Some((line, String::new()));
                Kind::Note
            }
            "ins" => {
                self.inserted += 1;
                Kind::Inline
            }
            "num" => {
                self.block();
                let join =
                    if attribute(element, "class").as_deref() == Some("glued") { Join::Glue } else { Join::Space };
                Kind::Num(self.current.len(), join)
            }
            "heading" | "subheading" => {
                let below = !matches!(self.open.last(), Some(Kind::Unit(level)) if !level.is_container());
                if below && self.join == Join::Space && attribute(element, "class").as_deref() != Some("run-in") {
                    self.flush();
                }
                self.block();
                Kind::Heading
            }
            "tr" => {
                if self.rows == 0 {
                    self.flush();
                    self.cells.clear();
                }
                self.rows += 1;
                Kind::Row
            }
            "td" | "th" => Kind::Cell,
            "eol" | "br" => {
                self.flush();
                Kind::Inline
            }
            "quotedStructure" | "embeddedStructure" => {
                self.unit();
                self.quoted += 1;
                if let Some(mark) = attribute(element, "startQuote").filter(|mark| !mark.is_empty()) {
                    self.add(&mark, line);
                    self.join = Join::Glue;
                }
                Kind::Quoted(attribute(element, "endQuote"))
            }
            "quotedText" | "embeddedText" => {
                self.add(&attribute(element, "startQuote").unwrap_or_default(), line);
                Kind::Phrase(attribute(element, "endQuote"))
            }
            "componentRef" | "documentRef" => {
                self.elsewhere += 1;
                self.flush();
                Kind::Structure
            }
            "attachment" | "component" => {
                self.flush();
                // As in print: its heading is no rest of the line above.
                self.lines.push((String::new(), line));
                if self.quoted == 0 {
                    self.stated.push((Level::Annex, self.lines.len()));
                }
                Kind::Structure
            }
            "hcontainer" => {
                self.unit();
                Kind::Structure
            }
            _ if is_line(name) => {
                self.block();
                Kind::Line
            }
            _ if is_structure(name) => {
                self.block();
                Kind::Structure
            }
            _ => Kind::Inline,
        }
    }

    fn end(&mut self) {
        match self.open.pop() {
            Some(Kind::Aside) => self.aside = 0,
            Some(Kind::Note) => {
                if let Some((line, text)) = self.note.take().filter(|(_, text)| !text.trim().is_empty()) {
                    self.dropped.push((line, crate::text::clean_line(&text)));
                }
            }
            Some(Kind::Num(from, join)) => self.numbered(from, join),
            Some(Kind::Unit(_) | Kind::Structure) => {
                // A number waits for its text, which may stand in an element of its own.
                if self.join == Join::No {
                    self.flush();
                }
            }
            Some(Kind::Heading | Kind::Line) => self.flush(),
            Some(Kind::Row) => {
                self.rows = self.rows.saturating_sub(1);
                if self.rows == 0 {
                    let row = format!("| {} |", self.cells.join(" | "));
                    self.cells.clear();
                    self.current.clear();
                    self.lines.push((row, self.at));
                }
            }
            Some(Kind::Cell) if self.rows == 1 => {
                let cell = std::mem::take(&mut self.current);
                self.cells.push(cell.trim().replace('|', "/"));
                self.join = Join::No;
            }
            Some(Kind::Quoted(mark)) => self.unquoted(&mark.unwrap_or_default()),
            Some(Kind::Phrase(mark)) => self.current.push_str(&mark.unwrap_or_default()),
            Some(Kind::Cell | Kind::Inline) | None => {}
        }
    }

    /// What the metadata say that the text may not.
    fn fact(&mut self, name: &str, element: &BytesStart<'_>) {
        let (key, attribute_name) = match name {
            "FRBRnumber" | "FRBRalias" => ("số hiệu", "value"),
            "FRBRname" => ("trích yếu", "value"),
            "FRBRdate" => ("ngày ban hành", "date"),
            _ => return,
        };
        let Some(value) = attribute(element, attribute_name) else { return };
        let value = crate::text::clean_line(&value);
        // Of the file itself, not of its annexes; the day of the work stands first.
        if self.front.iter().any(|(own, _)| own == key) || (key == "số hiệu" && !instrument::is_number(&value)) {
            return;
        }
        self.front.push((key.to_owned(), value));
    }

    /// A number is written as it is here, where it is written otherwise, and with what follows on its line.
    fn numbered(&mut self, from: usize, join: Join) {
        let level = match self.open.last() {
            Some(Kind::Unit(level)) => *level,
            _ => {
                self.join = if self.current.trim().is_empty() { self.join } else { Join::Space };
                return;
            }
        };
        let num = self.current.get(from..).unwrap_or(&self.current).trim().to_owned();
        if num.is_empty() {
            return;
        }
        if let Some(other) = respelt(level, &num) {
            self.current.truncate(from);
            self.current.push_str(&other);
            self.relabelled += 1;
        }
        if self.quoted == 0 {
            self.stated.push((level, self.lines.len()));
        }
        self.join = join;
    }

    /// Behind new text: its mark, and what follows on the line.
    fn unquoted(&mut self, mark: &str) {
        self.quoted = self.quoted.saturating_sub(1);
        if self.rows == 0
            && self.current.trim().is_empty()
            && let Some((line, at)) = self.lines.pop()
        {
            self.current = line;
            self.at = at;
        }
        self.current.push_str(mark);
        self.join = Join::No;
    }

    /// A unit begins a line, unless a quotation mark waits for it.
    fn unit(&mut self) {
        if self.join == Join::Glue {
            return;
        }
        self.flush();
    }

    /// A block begins a line, unless a number or a quotation mark waits for it.
    fn block(&mut self) {
        if self.join == Join::No {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if self.rows > 0 {
            // Within a cell all stands on one line.
            if !self.current.is_empty() && !self.current.ends_with(' ') {
                self.current.push(' ');
            }
            return;
        }
        let line = std::mem::take(&mut self.current);
        self.join = Join::No;
        if !line.trim().is_empty() {
            self.lines.push((line, self.at));
        }
    }

    fn text(&mut self, text: &str, line: usize) {
        if self.aside > 0 {
            return;
        }
        if let Some((_, note)) = &mut self.note {
            note.push_str(text);
            return;
        }
        let bears = matches!(
            self.open.last(),
            Some(Kind::Line | Kind::Num(..) | Kind::Heading | Kind::Phrase(_) | Kind::Inline | Kind::Cell)
        );
        if text.trim().is_empty() && !bears {
            return;
        }
        self.add(text, line);
    }

    fn add(&mut self, text: &str, line: usize) {
        // Line ends of a file that was set out anew are blanks.
        let broken = text.contains(['\n', '\r', '\t']);
        let text = if broken { folded(text) } else { text.to_owned() };
        let starts = self.current.trim().is_empty() || self.join != Join::No || (broken && self.current.ends_with(' '));
        let text = if starts { text.trim_start() } else { &text };
        if text.is_empty() {
            return;
        }
        if self.current.trim().is_empty() {
            self.current.clear();
            // The first sign of a text may stand some lines below its tag.
            self.at = line;
        }
        if self.join == Join::Space && !self.current.is_empty() && !self.current.ends_with(' ') {
            self.current.push(' ');
        }
        self.join = Join::No;
        self.current.push_str(text);
    }

    fn done(mut self) -> LegalText {
        self.flush();
        let mut out = LegalText { front: self.front, dropped: self.dropped, ..LegalText::default() };
        // Cleaning may make several lines of one: the places of those that follow move.
        let mut moved = Vec::with_capacity(self.lines.len());
        for (line, at) in &self.lines {
            moved.push(out.lines.len() + 1);
            out.push(line, *at);
        }
        let stated: Vec<(Level, usize)> =
            self.stated.iter().filter_map(|(level, at)| Some((*level, *moved.get(*at)?))).collect();
        if self.inserted + self.deleted > 0 {
            out.remarks.push(Remark::Tracked { inserted: self.inserted, deleted: self.deleted });
        }
        if self.relabelled > 0 {
            out.remarks.push(Remark::Relabelled(self.relabelled));
        }
        if self.elsewhere > 0 {
            out.remarks.push(Remark::Elsewhere(self.elsewhere));
        }
        let differs = differs(&out.text, &stated);
        if let Some(first) = differs.first() {
            out.remarks.push(Remark::OtherStructure { count: differs.len(), line: out.source_line(*first) });
        }
        out
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}

/// Runs of white space as one blank each.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}
