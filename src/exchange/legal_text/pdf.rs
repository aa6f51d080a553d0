//! The text layer of a PDF as lines. What the page gives as letters with their places is put together in the order of the page: letters on one height
//! are a line, a wide gap begins the next cell, raised digits are marks of notes or exponents. Page numbers are told by their steps.

use super::LegalText;
use super::encoding::{self, Encoding};
use super::furniture;
use super::remark::Remark;
use super::shape;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Fault, Message, Result};
use pdf_extract::{Document, MediaBox, Object, ObjectId, OutputDev, OutputError, Transform};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

/// The thread on which pages are read: the library gives up on a broken page by a panic, which is caught there and not told.
const READER: &str = "pdf";

/// How deep forms may stand in forms: deeper ones are traps.
const NESTED: usize = 32;

/// In sizes of the letters: a gap that parts words, one that parts cells, and how far a line may rise and fall.
const WORD: f64 = 0.15;
const CELL: f64 = 2.0;
const HEIGHT: f64 = 0.5;

/// How small the letters of page notes are, in shares of those of the text.
const NOTE: f64 = 0.93;

/// Lines, each with its page from 1 and the size of its letters, and what is to be said of them.
pub(super) struct Pages {
    lines: Vec<String>,
    pages: Vec<usize>,
    sizes: Vec<f64>,
    remarks: Vec<Remark>,
}

/// Reads the text layer of a PDF.
///
/// # Errors
/// Bad input: damaged, locked by a password, or without a text layer.
pub(super) fn read(bytes: &[u8]) -> Result<Pages> {
    let reader = || std::thread::Builder::new().name(READER.to_owned());
    quiet();
    let found = std::thread::scope(|scope| {
        let thread = reader().spawn_scoped(scope, || catch_unwind(AssertUnwindSafe(|| pages(bytes))));
        thread.ok().and_then(|thread| thread.join().ok())
    });
    found.and_then(std::result::Result::ok).unwrap_or_else(|| Err(broken()))
}

fn broken() -> Fault {
    Fault::input(Say::BrokenPdf.said(&[])).hint(Say::BrokenPdfHint.said(&[]))
}

/// What the reading thread says when it gives up is not for the user; what other threads say stays.
fn quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if std::thread::current().name() != Some(READER) {
                before(panic);
            }
        }));
    });
}

fn pages(bytes: &[u8]) -> Result<Pages> {
    let mut document = Document::load_mem(bytes).map_err(|error| broken().because(error))?;
    if document.is_encrypted() && document.decrypt("").is_err() {
        return Err(Fault::input(Say::LockedPdf.said(&[])).hint(Say::LockedPdfHint.said(&[])));
    }
    if runs_in_circles(&document) {
        return Err(broken());
    }
    let (mut lines, mut pages, mut sizes) = (Vec::new(), Vec::new(), Vec::new());
    let (mut turned, mut unread) = (Vec::new(), Vec::new());
    for number in document.get_pages().into_keys() {
        let mut page = Page::default();
        let read = catch_unwind(AssertUnwindSafe(|| pdf_extract::output_doc_page(&document, &mut page, number)));
        page.end_line();
        let number = number as usize;
        if !matches!(read, Ok(Ok(()))) || page.lines.is_empty() {
            unread.push(number);
        }
        if page.turned {
            turned.push(number);
        }
        pages.resize(pages.len() + page.lines.len(), number);
        lines.append(&mut page.lines);
        sizes.append(&mut page.sizes);
    }
    if lines.is_empty() {
        return Err(Fault::input(Say::ScannedPdf.said(&[])).hint(Say::ScannedPdfHint.said(&[])));
    }
    let told = [(turned, Remark::Turned as fn(Vec<usize>) -> Remark), (unread, Remark::Unread)];
    let remarks = told.into_iter().filter(|(pages, _)| !pages.is_empty()).map(|(pages, say)| say(pages)).collect();
    Ok(Pages { lines, pages, sizes, remarks })
}

impl Pages {
    /// The law without the furniture of its pages; page notes stand behind it.
    ///
    /// # Errors
    /// Bad input: furniture is all there is, as on scanned pages that were stamped; letters are in an encoding that is not certain.
    pub(super) fn into_text(self, stated: Option<Encoding>) -> Result<LegalText> {
        let Self { lines, pages, sizes, mut remarks } = self;
        let (text, converted) = encoding::mended(Cow::Owned(lines.join("\n")), stated)?;
        remarks.extend(converted);
        let plain: Vec<&str> = text.split('\n').collect();
        let mut out_of = furniture::lines(&plain);
        out_of.extend(page_numbers(&plain, &pages));
        let out_of: HashSet<usize> = out_of.into_iter().collect();
        let notes = page_notes(&plain, &pages, &sizes, &out_of);
        let mut out = LegalText { remarks, ..LegalText::default() };
        for (at, line) in plain.iter().enumerate().filter(|(at, _)| !notes.contains(at)) {
            if out_of.contains(&at) {
                out.dropped.push((at + 1, crate::text::clean_line(line)));
            } else {
                out.push(line, at + 1);
            }
        }
        for at in notes {
            out.push(plain.get(at).copied().unwrap_or_default(), at + 1);
        }
        if out.text.chars().filter(|c| c.is_alphabetic()).count() < 40 {
            return Err(Fault::input(Say::ScannedPdf.said(&[])).hint(Say::ScannedPdfHint.said(&[])));
        }
        Ok(out)
    }
}

/// First or last lines of pages that are numbers, and go up with the pages.
fn page_numbers(lines: &[&str], pages: &[usize]) -> Vec<usize> {
    let mut ends: Vec<(usize, i64)> = Vec::new();
    for at in 0..lines.len() {
        let page = pages.get(at).copied().unwrap_or_default();
        let neighbour = |n: Option<usize>| n.and_then(|n| pages.get(n)) == Some(&page);
        if neighbour(at.checked_sub(1)) && neighbour(Some(at + 1)) {
            continue;
        }
        let text =
            lines.get(at).map(|line| line.trim_matches(|c: char| c.is_whitespace() || c == '-')).unwrap_or_default();
        let number = Some(text).filter(|text| text.len() <= 4).and_then(|text| text.parse::<i64>().ok());
        ends.extend(number.map(|number| (at, number - page as i64)));
    }
    let mut steps: HashMap<i64, usize> = HashMap::new();
    ends.iter().for_each(|(_, step)| *steps.entry(*step).or_default() += 1);
    let usual = steps.into_iter().filter(|(_, count)| *count > 1).max_by_key(|(_, count)| *count).map(|(step, _)| step);
    ends.into_iter().filter(|(_, step)| Some(*step) == usual).map(|(at, _)| at).collect()
}

/// The lines of notes, in order: small letters at the foot of a page, from a mark `[1]` on, or what goes on from the page before.
fn page_notes(lines: &[&str], pages: &[usize], sizes: &[f64], out_of: &HashSet<usize>) -> BTreeSet<usize> {
    let size = |at: usize| sizes.get(at).copied().unwrap_or_default();
    let text_size = usual_size(lines, sizes);
    let (mut notes, mut open, mut from) = (BTreeSet::new(), false, 0);
    for page in pages.chunk_by(|a, b| a == b) {
        let range = from..from + page.len();
        from = range.end;
        let law = |at: &usize| !out_of.contains(at);
        let small = range.rev().filter(law).take_while(|at| size(*at) < text_size * NOTE);
        let foot: BTreeSet<usize> = small.collect();
        let is_mark = |at: &&usize| lines.get(**at).is_some_and(|line| marks(line));
        let first = if open { foot.first() } else { foot.iter().find(is_mark) };
        let found: Vec<usize> = first.map(|first| foot.range(first..).copied().collect()).unwrap_or_default();
        open = !found.is_empty();
        notes.extend(found);
    }
    notes
}

/// Whether a line begins with the mark of a note.
fn marks(line: &str) -> bool {
    let number = line.strip_prefix('[').and_then(|rest| rest.split_once(']')).map(|(number, _)| number);
    number.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The size of most letters, to a quarter of a point.
fn usual_size(lines: &[&str], sizes: &[f64]) -> f64 {
    let mut letters: BTreeMap<u64, usize> = BTreeMap::new();
    for (line, size) in lines.iter().zip(sizes) {
        // Sizes are positive and small.
        *letters.entry((size * 4.0).round() as u64).or_default() += line.len();
    }
    letters.into_iter().max_by_key(|(_, count)| *count).map_or(0.0, |(quarters, _)| quarters as f64 / 4.0)
}

/// Whether a form is drawn within itself, or too deep: whoever draws it would never come to an end.
fn runs_in_circles(document: &Document) -> bool {
    fn depth(document: &Document, id: ObjectId, known: &mut HashMap<ObjectId, Option<usize>>) -> Option<usize> {
        if let Some(found) = known.get(&id) {
            return *found;
        }
        // Until it is known, to come by here again is to go in a circle.
        known.insert(id, None);
        let mut deepest = 0;
        for inner in drawn_by(document, id) {
            deepest = deepest.max(depth(document, inner, known)? + 1);
        }
        let found = Some(deepest).filter(|deepest| *deepest < NESTED);
        known.insert(id, found);
        found
    }
    let mut known = HashMap::new();
    let streams = document.objects.iter().filter(|(_, object)| matches!(object, Object::Stream(_)));
    streams.map(|(id, _)| *id).collect::<Vec<_>>().into_iter().any(|id| depth(document, id, &mut known).is_none())
}

/// The forms that a form draws.
fn drawn_by(document: &Document, id: ObjectId) -> Vec<ObjectId> {
    let resolved = |object| document.dereference(object).ok().map(|(_, object)| object);
    let inner = || {
        let form = document.get_object(id).ok()?.as_stream().ok()?;
        let resources = resolved(form.dict.get(b"Resources").ok()?)?.as_dict().ok()?;
        let drawn = resolved(resources.get(b"XObject").ok()?)?.as_dict().ok()?;
        Some(drawn.iter().filter_map(|(_, object)| object.as_reference().ok()).collect())
    };
    inner().unwrap_or_default()
}

/// A page while its letters come.
#[derive(Default)]
struct Page {
    lines: Vec<String>,
    sizes: Vec<f64>,
    line: Line,
    /// The next letter begins a string of the page: only there a gap says something.
    begins: bool,
    /// Lines stand that do not run from left to right.
    turned: bool,
}

/// A line while its letters come.
#[derive(Default)]
struct Line {
    text: String,
    /// Raised digits that were not written yet.
    raised: String,
    /// In what direction it runs, how high it stands across it, where its last letter ends, how large its letters are.
    along: (f64, f64),
    height: f64,
    end: f64,
    size: f64,
}

impl Line {
    fn is_empty(&self) -> bool {
        self.text.is_empty() && self.raised.is_empty()
    }

    /// Writes what stood raised: an exponent behind a digit or a unit, else the mark of a note.
    fn settle(&mut self) {
        let raised = std::mem::take(&mut self.raised);
        if raised.is_empty() {
            return;
        }
        let unit = [" m", " cm", " km", " dm", " mm"].iter().any(|unit| self.text.ends_with(unit));
        if unit || self.text.ends_with(|c: char| c.is_ascii_digit() || c == '/') || self.text.ends_with("/m") {
            self.text.push_str(&shape::raised(&raised));
        } else {
            self.text.push_str(&format!("[{raised}]"));
            if self.text.len() == raised.len() + 2 {
                self.text.push(' ');
            }
        }
    }
}

impl Page {
    fn end_line(&mut self) {
        self.line.settle();
        let line = std::mem::take(&mut self.line);
        let text = crate::text::clean::collapse(&line.text);
        if !text.is_empty() {
            self.lines.push(text);
            self.sizes.push(line.size);
        }
    }

    fn letter(&mut self, at: &Transform, width: f64, font_size: f64, text: &str) {
        let (across, up) = ((at.m11.hypot(at.m12)), at.m21.hypot(at.m22));
        let size = font_size.abs() * up;
        if !(across > 0.0 && size > 0.0) {
            return;
        }
        let along = (at.m11 / across, at.m12 / across);
        let place = at.m31 * along.0 + at.m32 * along.1;
        let height = at.m32 * along.0 - at.m31 * along.1;
        let end = place + width * font_size.abs() * across;
        let blank = text.trim().is_empty();
        if blank && self.line.is_empty() {
            return;
        }
        let line = &self.line;
        let largest = size.max(line.size);
        let same = !line.is_empty()
            && along.0 * line.along.0 + along.1 * line.along.1 > 0.99
            && (height - line.height).abs() < HEIGHT * largest
            && place > line.end - largest;
        let gap = place - line.end;
        // Behind a label the text stands at its tabulator.
        let label = || line.text.chars().count() < 12 && line.text.trim_end().ends_with(['.', ')', '-', '+']);
        if !same || (self.begins && gap > CELL * largest && !label()) {
            self.end_line();
            if blank {
                return;
            }
            self.line = Line { along, height, size, end: place, ..Line::default() };
        } else if self.begins && gap > WORD * size {
            self.line.settle();
            self.line.text.push(' ');
        }
        self.begins = false;
        self.turned |= along.0 < 0.9;
        let line = &mut self.line;
        let digit = text.bytes().all(|b| b.is_ascii_digit()) && !text.is_empty();
        if digit && size < line.size * 0.8 && height > line.height + line.size * 0.15 {
            line.raised.push_str(text);
        } else {
            if size > line.size * 1.25
                && height < line.height - size * 0.15
                && line.text.bytes().all(|b| b.is_ascii_digit())
            {
                // The line began with the mark of the note that it is.
                line.raised.push_str(&std::mem::take(&mut line.text));
            }
            line.settle();
            if line.text.is_empty() || size > line.size {
                (line.size, line.height) = (size, height);
            }
            line.text.push_str(text);
        }
        line.end = end;
    }
}

impl OutputDev for Page {
    fn begin_page(
        &mut self,
        _: u32,
        _: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> std::result::Result<(), OutputError> {
        Ok(())
    }
    fn end_page(&mut self) -> std::result::Result<(), OutputError> {
        Ok(())
    }
    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _spacing: f64,
        size: f64,
        text: &str,
    ) -> std::result::Result<(), OutputError> {
        self.letter(at, width, size, text);
        Ok(())
    }
    fn begin_word(&mut self) -> std::result::Result<(), OutputError> {
        self.begins = true;
        Ok(())
    }
    fn end_word(&mut self) -> std::result::Result<(), OutputError> {
        Ok(())
    }
    fn end_line(&mut self) -> std::result::Result<(), OutputError> {
        Ok(())
    }
}
