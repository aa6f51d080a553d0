//! Word documents: paragraphs with their automatic numbers, tables, notes; tracked changes as if accepted (WordprocessingML, ECMA-376 part 1).

use super::encoding::{self, Encoding};
use super::entity;
use super::numbering::{Numbering, read_numbering, read_styles};
use super::remark::Remark;
use super::shape::{self, SourceLine, Table};
use super::{LegalText, symbols};
use crate::text::clean::collapse;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The largest part of a document that is unpacked, in bytes.
const LARGEST_PART: u64 = 256 << 20;

pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// Reads a Word document.
///
/// # Errors
/// Bad input: no Word document, damaged, or too large when unpacked.
pub(super) fn read(bytes: &[u8], stated: Option<Encoding>) -> Result<LegalText> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let Some(main) = main_part(&archive) else {
        return Err(Fault::input(Say::NotWord.said(&[])).hint(Say::NotWordHint.said(&[])));
    };
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let mut beside = |name: &str| part(&mut archive, &format!("{folder}/{name}"));
    let mut numbering = Numbering::default();
    if let Some(xml) = beside("numbering.xml")? {
        read_numbering(&xml, &mut numbering)?;
    }
    if let Some(xml) = beside("styles.xml")? {
        read_styles(&xml, &mut numbering)?;
    }
    let mut notes = HashMap::new();
    for (name, kind) in [("footnotes.xml", "f"), ("endnotes.xml", "e")] {
        if let Some(xml) = beside(name)? {
            read_notes(&xml, kind, &mut notes)?;
        }
    }
    let xml = part(&mut archive, &main)?.unwrap_or_default();
    let mut story = Story::new(numbering);
    story.read(&xml)?;
    for (number, key) in story.cited.iter().enumerate() {
        if let Some(text) = notes.get(key) {
            story.lines.push(SourceLine { text: format!("[{}] {text}", number + 1), source: story.count });
        }
    }
    let mut remarks = story.remarks();
    let lines: Vec<&str> = story.lines.iter().map(|line| line.text.as_str()).collect();
    let (text, converted) = encoding::mended(Cow::Owned(lines.join("\n")), stated)?;
    remarks.extend(converted);
    let mut out = LegalText { remarks, ..LegalText::default() };
    for (line, text) in story.lines.iter().zip(text.split('\n')) {
        let text = crate::text::clean_line(text);
        if !text.is_empty() {
            out.push_clean(&text, line.source);
        }
    }
    Ok(out)
}

pub(super) fn broken(error: impl std::fmt::Display) -> Fault {
    Fault::input(Say::BrokenWord.said(&[])).hint(Say::BrokenWordHint.said(&[])).because(error)
}

/// The part that holds the text: `word/document.xml`, or `word/document2.xml` as some versions of Word call it.
pub(super) fn main_part(archive: &Archive<'_>) -> Option<String> {
    let usual = "word/document.xml";
    let is_main = |name: &String| name.starts_with("word/document") && name.ends_with(".xml");
    if archive.index_for_name(usual).is_some() {
        return Some(usual.to_owned());
    }
    archive.file_names().flatten().map(std::borrow::Cow::into_owned).filter(is_main).min()
}

/// A part of the document, if it has it.
pub(super) fn part(archive: &mut Archive<'_>, name: &str) -> Result<Option<String>> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(zip::result::ZipError::FileNotFound) => return Ok(None),
        Err(error) => return Err(broken(error)),
    };
    let mut bytes = Vec::new();
    file.take(LARGEST_PART + 1).read_to_end(&mut bytes).map_err(broken)?;
    if bytes.len() as u64 > LARGEST_PART {
        let fault = Fault::input(Say::WordTooLarge.said(&[&name, &(LARGEST_PART >> 20)]));
        return Err(fault.hint(Say::TooLargeHint.said(&[])));
    }
    String::from_utf8(bytes).map(Some).map_err(broken)
}

/// Walks through the elements of a part: the name without its prefix, for ends with a stroke before it.
pub(super) fn walk(xml: &str, mut see: impl FnMut(Seen<'_, '_>)) -> Result<()> {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    loop {
        match reader.read_event().map_err(broken)? {
            Event::Start(element) => see(Seen::Start(local(element.name().as_ref()), &element)),
            Event::Empty(element) => {
                see(Seen::Start(local(element.name().as_ref()), &element));
                see(Seen::End(local(element.name().as_ref())));
            }
            Event::End(element) => see(Seen::End(local(element.name().as_ref()))),
            Event::Text(text) => see(Seen::Text(&text)),
            Event::CData(text) => see(Seen::Text(&text)),
            Event::GeneralRef(name) => {
                let known = entity(&name);
                if let Some(c) = known {
                    see(Seen::Text(c.encode_utf8(&mut [0; 4])));
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// What stands next in a part.
pub(super) enum Seen<'a, 'e> {
    Start(&'a str, &'a BytesStart<'e>),
    End(&'a str),
    Text(&'a str),
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

/// An attribute by its name without prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().flatten().find(|a| local(a.key.as_ref()) == name)?;
    Some(found.value.into_owned())
}

pub(super) fn value(element: &BytesStart<'_>) -> String {
    attribute(element, "val").unwrap_or_default()
}

/// Whether a property that can be on or off is on (17.17.4).
fn is_on(element: &BytesStart<'_>) -> bool {
    !matches!(value(element).as_str(), "0" | "false" | "off" | "none")
}

fn read_notes(xml: &str, kind: &str, notes: &mut HashMap<String, String>) -> Result<()> {
    let (mut id, mut text, mut inside) = (None, String::new(), false);
    walk(xml, |seen| match seen {
        Seen::Start("footnote" | "endnote", e) => (id, text) = (attribute(e, "id"), String::new()),
        Seen::End("footnote" | "endnote") => {
            if let Some(id) = id.take() {
                notes.insert(format!("{kind}{id}"), collapse(&text));
            }
        }
        Seen::Start("t", _) => inside = true,
        Seen::End("t") => inside = false,
        Seen::Start("tab" | "br", _) | Seen::End("p") => text.push(' '),
        Seen::Text(more) if inside => text.push_str(more),
        _ => {}
    })
}

/// A paragraph while it is read.
#[derive(Debug, Default)]
struct Paragraph {
    text: String,
    list: Option<String>,
    level: usize,
    style: Option<String>,
    /// Its end was deleted under tracked changes: the next paragraph goes on where it stops.
    open_end: bool,
    /// Its end was inserted, or deleted, and so was text of it.
    end: Revised,
    within: Revised,
    source: usize,
}

/// What was inserted and deleted without being accepted.
#[derive(Debug, Clone, Copy, Default)]
struct Revised {
    inserted: usize,
    deleted: usize,
}

/// The body of the document while it is read.
struct Story {
    numbering: Numbering,
    lines: Vec<SourceLine>,
    tables: Vec<Table>,
    /// Tables that are too deep to follow.
    deep: usize,
    paragraphs: Vec<Paragraph>,
    /// How many paragraphs were begun.
    count: usize,
    /// The notes in the order in which they are cited.
    cited: Vec<String>,
    carried: String,
    /// Revisions in the paragraphs that ended; signs that are not known, by paragraph; pictures.
    revised: Revised,
    signs: Vec<(usize, String)>,
    pictures: usize,
    /// The font of the run, where its letters are signs.
    font: Option<String>,
    /// How many elements are open whose text does not count: what was moved away, what stands there for old programs.
    skipped: usize,
    in_text: bool,
    in_run: bool,
    in_properties: bool,
    raised: bool,
    unseen: bool,
}

impl Story {
    fn new(numbering: Numbering) -> Self {
        Self {
            numbering,
            lines: Vec::new(),
            tables: Vec::new(),
            deep: 0,
            paragraphs: Vec::new(),
            count: 0,
            cited: Vec::new(),
            carried: String::new(),
            revised: Revised::default(),
            signs: Vec::new(),
            pictures: 0,
            font: None,
            skipped: 0,
            in_text: false,
            in_run: false,
            in_properties: false,
            raised: false,
            unseen: false,
        }
    }

    fn read(&mut self, xml: &str) -> Result<()> {
        walk(xml, |seen| match seen {
            Seen::Start(name, element) => self.start(name, element),
            Seen::End(name) => self.end(name),
            Seen::Text(text) => {
                if self.in_text {
                    self.write(text);
                }
            }
        })?;
        while !self.tables.is_empty() {
            self.end_table();
        }
        if !self.carried.is_empty() {
            let (text, source) = (std::mem::take(&mut self.carried), self.count);
            self.emit(&text, source);
        }
        Ok(())
    }

    /// What is to be said of how it was read.
    fn remarks(&mut self) -> Vec<Remark> {
        let Revised { inserted, deleted } = self.revised;
        let tracked = (inserted + deleted > 0).then_some(Remark::Tracked { inserted, deleted });
        let signs = std::mem::take(&mut self.signs).into_iter().map(|(line, sign)| Remark::Sign { line, sign });
        let pictures = (self.pictures > 0).then_some(Remark::Pictures(self.pictures));
        tracked.into_iter().chain(signs).chain(pictures).collect()
    }

    fn write(&mut self, text: &str) {
        if self.skipped > 0 || self.unseen {
            return;
        }
        let private = text.contains(|c| matches!(c, '\u{f020}'..='\u{f0ff}'));
        let text = if self.font.is_some() || private { Cow::Owned(self.signs(text)) } else { Cow::Borrowed(text) };
        let raised = self.raised;
        if let Some(paragraph) = self.paragraphs.last_mut() {
            if raised { paragraph.text.push_str(&shape::raised(&text)) } else { paragraph.text.push_str(&text) }
        }
    }

    /// Letters of a font of signs as the signs that they show; those that are not known are named. Glyphs of private use stand for signs in any font.
    fn signs(&mut self, text: &str) -> String {
        let font = self.font.clone().unwrap_or_default();
        let mut out = String::with_capacity(text.len());
        for letter in text.chars() {
            let private = matches!(letter, '\u{f020}'..='\u{f0ff}');
            if !private && (font.is_empty() || letter.is_whitespace()) {
                out.push(letter);
            } else if let Some(sign) = symbols::sign(&font, letter) {
                out.push(sign);
            } else {
                out.push_str("[?]");
                let named = (self.count, format!("{font} {:04X}", u32::from(letter)).trim().to_owned());
                if self.signs.last() != Some(&named) {
                    self.signs.push(named);
                }
            }
        }
        out
    }

    /// An insertion or a deletion; what was moved is both.
    fn revision(&mut self, name: &str) {
        let in_properties = self.in_properties;
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        let revised = if in_properties { &mut paragraph.end } else { &mut paragraph.within };
        if matches!(name, "ins" | "moveTo") { revised.inserted += 1 } else { revised.deleted += 1 }
    }

    fn start(&mut self, name: &str, element: &BytesStart<'_>) {
        if matches!(name, "ins" | "del" | "moveTo" | "moveFrom") {
            self.revision(name);
        }
        match name {
            "moveFrom" | "Fallback" if !self.in_properties => self.skipped += 1,
            "blip" | "imagedata" if self.skipped == 0 => self.pictures += 1,
            "p" => {
                self.count += 1;
                self.paragraphs.push(Paragraph { source: self.count, ..Paragraph::default() });
                (self.in_run, self.in_properties) = (false, false);
            }
            "pPr" => self.in_properties = true,
            "r" => (self.in_run, self.raised, self.unseen, self.font) = (true, false, false, None),
            "rFonts" if self.in_run => {
                let font = attribute(element, "ascii").or_else(|| attribute(element, "hAnsi"));
                self.font = font.filter(|font| symbols::is_of_signs(font));
            }
            "t" => self.in_text = true,
            "tab" if self.in_run => self.write(" "),
            "br" | "cr" if self.in_run => self.write("\n"),
            "noBreakHyphen" => self.write("-"),
            "sym" => {
                let code = attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                if let Some(c) = code.and_then(char::from_u32) {
                    let of_run = std::mem::replace(&mut self.font, attribute(element, "font"));
                    self.write(c.encode_utf8(&mut [0; 4]));
                    self.font = of_run;
                }
            }
            "vertAlign" if self.in_run => self.raised = value(element) == "superscript",
            "vanish" if self.in_run => self.unseen = is_on(element),
            "footnoteReference" => self.cite("f", element),
            "endnoteReference" => self.cite("e", element),
            "tbl" if self.tables.len() < shape::NESTED => self.tables.push(Table::default()),
            "tbl" => self.deep += 1,
            "tr" if self.deep == 0 => self.tables.last_mut().into_iter().for_each(Table::row),
            "tc" if self.deep == 0 => self.tables.last_mut().into_iter().for_each(Table::cell),
            _ if self.in_properties => self.property(name, element),
            _ => {}
        }
    }

    /// A property of the paragraph.
    fn property(&mut self, name: &str, element: &BytesStart<'_>) {
        let Some(paragraph) = self.paragraphs.last_mut() else { return };
        match name {
            "pStyle" => paragraph.style = Some(value(element)),
            "numId" => paragraph.list = Some(value(element)),
            "ilvl" => paragraph.level = value(element).parse().unwrap_or(0),
            "del" | "moveFrom" => paragraph.open_end = true,
            _ => {}
        }
    }

    fn cite(&mut self, kind: &str, element: &BytesStart<'_>) {
        let Some(id) = attribute(element, "id").filter(|_| self.skipped == 0) else { return };
        self.cited.push(format!("{kind}{id}"));
        self.raised = false;
        self.write(&format!("[{}]", self.cited.len()));
    }

    fn end(&mut self, name: &str) {
        match name {
            "moveFrom" | "Fallback" if !self.in_properties => self.skipped = self.skipped.saturating_sub(1),
            "pPr" => self.in_properties = false,
            "r" => (self.in_run, self.raised, self.unseen, self.font) = (false, false, false, None),
            "t" => self.in_text = false,
            "p" => {
                if let Some(paragraph) = self.paragraphs.pop() {
                    self.end_paragraph(&paragraph);
                }
            }
            "tbl" if self.deep > 0 => self.deep -= 1,
            "tbl" => self.end_table(),
            _ => {}
        }
    }

    fn end_paragraph(&mut self, paragraph: &Paragraph) {
        let text = std::mem::take(&mut self.carried) + &paragraph.text;
        // A paragraph of which text and end were inserted is one insertion.
        self.revised.inserted += paragraph.within.inserted.max(paragraph.end.inserted);
        self.revised.deleted += paragraph.within.deleted.max(paragraph.end.deleted);
        if paragraph.open_end {
            self.carried = text;
            return;
        }
        let styled = paragraph.style.as_ref().and_then(|style| self.numbering.styles.get(style)).cloned();
        let list = match (&paragraph.list, styled) {
            (Some(list), _) => Some((list.clone(), paragraph.level)),
            (None, styled) => styled,
        };
        // Word numbers empty paragraphs too, but shows a label that nothing follows; the law has none.
        let label = match list {
            Some((list, level)) if !text.trim().is_empty() => self.numbering.label(&list, level),
            _ => String::new(),
        };
        self.emit(&(label + &text), paragraph.source);
    }

    fn emit(&mut self, text: &str, source: usize) {
        for text in text.split('\n') {
            // Cleaned later: the soft hyphen is a letter in fonts of before Unicode.
            let text = collapse(text);
            if text.is_empty() || shape::is_ornament(&text) {
                continue;
            }
            let line = SourceLine { text, source };
            match self.tables.last_mut() {
                Some(table) => table.push(line),
                None => self.lines.push(line),
            }
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else { return };
        for line in table.lines() {
            match self.tables.last_mut() {
                Some(outer) => outer.push(line),
                None => self.lines.push(line),
            }
        }
    }
}
