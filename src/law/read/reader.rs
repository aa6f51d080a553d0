//! Reading an outline: which marks are accepted where they stand.

mod points;

use super::attached;
use super::chain::{self, Chain};
use super::closing;
use super::document::label_of;
use super::line::{Mark, is_upper, mark, split_lines, starts_title, unindented};
use super::outline::{Oddity, Outline, Unit, Warning};
use super::quote;
use super::sequence::{Fit, far, fits};
use crate::model::Level;
use std::ops::Range;

/// The last label seen in each running sequence.
#[derive(Debug, Clone, Copy, Default)]
struct Sequence<'t> {
    part: Option<&'t str>,
    chapter: Option<&'t str>,
    section: Option<&'t str>,
    subsection: Option<&'t str>,
    article: Option<&'t str>,
    clause: Option<&'t str>,
    point: Option<&'t str>,
    item: Option<&'t str>,
}

impl<'t> Outline<'t> {
    /// The structure of an instrument. The text should be cleaned ([`crate::text::clean()`]).
    pub fn read(text: &'t str) -> Self {
        Reader::new(text, false, &[]).read()
    }

    /// The structure of a piece of an instrument, as it stands between the quotation marks of an amending one: it may begin at any label.
    pub fn read_fragment(text: &'t str) -> Self {
        Self::read_fragment_with(text, &[])
    }

    /// As [`Self::read_fragment`]; the points of these labels are known to stand in it, so that `i)` and `v)` are no sub-items.
    pub fn read_fragment_with(text: &'t str, points: &[&str]) -> Self {
        Reader::new(text, true, points).read()
    }
}

struct Reader<'t, 'p> {
    text: &'t str,
    lines: Vec<&'t str>,
    fragment: bool,
    /// Labels that are known to be points.
    points: &'p [&'p str],
    units: Vec<Unit>,
    open: Vec<usize>,
    warnings: Vec<Warning>,
    sequence: Sequence<'t>,
    chain: Chain,
    annex: Option<&'t str>,
    /// The last Điều before the annex or the signature block: where it goes on, the body does.
    body: Sequence<'t>,
    /// Whether the Điều are those of the codified law, whose labels tell where they stand: nothing closes it.
    codified: bool,
    closed: bool,
    dashes: bool,
}

impl<'t, 'p> Reader<'t, 'p> {
    fn new(text: &'t str, fragment: bool, points: &'p [&'p str]) -> Self {
        Self {
            text,
            lines: split_lines(text),
            fragment,
            points,
            units: Vec::new(),
            open: Vec::new(),
            warnings: Vec::new(),
            sequence: Sequence::default(),
            chain: Chain::default(),
            annex: None,
            body: Sequence::default(),
            codified: false,
            closed: false,
            dashes: true,
        }
    }

    fn read(mut self) -> Outline<'t> {
        let lines = std::mem::take(&mut self.lines);
        self.units.reserve(lines.len() / 2);
        let mut blocks = quote::blocks(&lines);
        let mut attached = Vec::new();
        if !self.fragment {
            blocks = chain::trusted(&lines, blocks);
            attached = attached::headings(&lines);
            self.chain = chain::read(&lines, &blocks, &attached);
        }
        self.lines = lines;
        let mut blocks = blocks.iter().peekable();
        if !self.fragment && !self.text.is_empty() {
            self.open(Level::Preamble, 0..0, 0, 0, 1);
        }
        let mut start = 0;
        let mut quoted_until: Option<usize> = None;
        // The start of a run of lines in capitals, which may turn out to be the head of the signature block.
        let mut capitals: Option<(usize, usize)> = None;
        for n in 0..self.lines.len() {
            let line = self.lines.get(n).copied().unwrap_or_default();
            let line_start = start;
            start += line.len() + 1;
            if quoted_until.is_some_and(|end| n <= end) {
                continue;
            }
            if let Some(block) = blocks.next_if(|b| *b.lines.start() == n) {
                capitals = None;
                self.quote(line_start, n + 1, block.closed);
                quoted_until = Some(*block.lines.end());
                continue;
            }
            let text = unindented(line);
            if text.is_empty() {
                continue;
            }
            if attached.binary_search(&n).is_ok()
                && let Some(found) = attached::heading(line)
            {
                capitals = None;
                self.open_mark(line, line_start, n + 1, found);
                continue;
            }
            if self.closes(text) {
                let (at, line) = capitals.unwrap_or((line_start, n + 1));
                self.closed = true;
                self.body = self.sequence;
                self.open(Level::Closing, at..at, at, at, line);
                continue;
            }
            match mark(line).filter(|_| self.chain.contents.is_none_or(|end| n > end)) {
                Some(found) => {
                    capitals = None;
                    self.marked(line, line_start, n + 1, found);
                }
                None => {
                    capitals = if is_upper(text) { capitals.or(Some((line_start, n + 1))) } else { None };
                    self.plain(line_start, n + 1);
                }
            }
        }
        self.finish()
    }

    fn finish(mut self) -> Outline<'t> {
        let end = self.text.len();
        if self.units.is_empty() && end > 0 {
            self.open(Level::Paragraph, 0..0, 0, 0, 1);
        }
        // Blank lines before the first unit belong to it.
        if let Some(first) = self.units.first_mut() {
            first.start = 0;
        }
        for at in std::mem::take(&mut self.open) {
            if let Some(unit) = self.units.get_mut(at) {
                unit.end = end;
            }
        }
        // A unit's own text ends where its first child, or else itself, ends.
        let mut next = end;
        for unit in self.units.iter_mut().rev() {
            unit.own_end = next.min(unit.end);
            next = unit.start;
        }
        if self.units.first().is_some_and(|u| u.level == Level::Preamble && u.end == u.start) {
            self.units.remove(0);
            for unit in &mut self.units {
                unit.parent = unit.parent.map(|p| p - 1);
            }
        }
        if !self.fragment && !self.units.iter().any(|u| u.level == Level::Article) {
            self.warnings.push(Warning { line: 1, oddity: Oddity::NoArticle });
        }
        Outline { text: self.text, units: self.units, warnings: self.warnings }
    }

    /// Opens a unit: closes what it closes, and hangs it under what remains open.
    fn open(&mut self, level: Level, label: Range<usize>, start: usize, after_mark: usize, line: usize) {
        while let Some(at) = self.open.last().copied() {
            let Some(above) = self.units.get_mut(at) else { break };
            let in_annex = above.level == Level::Annex && !matches!(level, Level::Annex | Level::Closing);
            if in_annex || (above.level.depth() < level.depth() && above.level != Level::Preamble) {
                break;
            }
            above.end = start;
            self.open.pop();
        }
        let parent = self.open.last().copied();
        self.open.push(self.units.len());
        self.units.push(Unit { level, label, start, after_mark, own_end: start, end: start, parent, line });
    }

    fn innermost(&self) -> Option<Level> {
        self.open.last().and_then(|at| self.units.get(*at)).map(|u| u.level)
    }

    fn is_open(&self, level: Level) -> bool {
        self.open.iter().any(|at| self.units.get(*at).is_some_and(|u| u.level == level))
    }

    fn warn(&mut self, line: usize, oddity: Oddity) {
        if self.annex.is_none_or(|label| label_of(label).is_attached()) {
            self.warnings.push(Warning { line, oddity });
        }
    }

    /// A block of quoted text.
    fn quote(&mut self, start: usize, line: usize, closed: bool) {
        if self.closed || (self.units.len() <= 1 && !self.fragment) {
            return;
        }
        if !closed {
            self.warn(line, Oddity::OpenQuote);
        }
        self.open(Level::Quote, start..start, start, start, line);
    }

    /// A line without a mark: it belongs to what is open, but not to a quotation, a table or a dash. Where an annex was left for an Điều that does
    /// not fit, nothing is open.
    fn plain(&mut self, start: usize, line: usize) {
        if self.open.is_empty() || matches!(self.innermost(), Some(Level::Quote | Level::Table)) {
            self.open(Level::Paragraph, start..start, start, start, line);
        }
    }

    /// Whether a line begins the signature block.
    fn closes(&self, line: &str) -> bool {
        let capital = line.starts_with(|c: char| c.is_ascii_uppercase());
        let bound = self.closed || self.fragment || self.codified || self.annex.is_some();
        if !capital || bound || self.sequence.article.is_none() {
            return false;
        }
        closing::begins(line.trim_end())
    }

    /// A line with a mark: opens a unit if the mark fits the place.
    fn marked(&mut self, line: &'t str, start: usize, number: usize, mark: Mark<'t>) {
        if mark.level == Level::Article && (self.closed || self.annex.is_some()) {
            if self.goes_on(number, mark) {
                self.reopen(start);
            } else if self.closed && mark.closed && mark.label == "1" {
                // The text again, or rules that nothing announces: they are not read.
                let before = self.body.article.unwrap_or_default().to_owned();
                self.warn(number, Oddity::Backwards { level: Level::Article, before, found: "1".to_owned() });
            }
        }
        let accepted = match mark.level {
            Level::Annex => self.accepts_annex(number, mark),
            _ if self.closed => false,
            Level::Part | Level::Chapter | Level::Section | Level::Subsection => {
                self.accepts_container(line, number, mark)
            }
            Level::Article => self.accepts_article(line, number, mark),
            Level::Clause => self.accepts_clause(number, mark),
            Level::Point | Level::Item => return self.point_or_item(line, start, number, mark),
            Level::Dash => self.dashes && (self.fragment || self.is_open(Level::Article)),
            Level::Table => {
                let inside = self.fragment || self.is_open(Level::Article) || self.is_open(Level::Annex);
                if inside && self.innermost() == Some(Level::Table) {
                    return;
                }
                inside
            }
            _ => false,
        };
        if accepted { self.open_mark(line, start, number, mark) } else { self.plain(start, number) }
    }

    fn open_mark(&mut self, line: &'t str, start: usize, number: usize, mark: Mark<'t>) {
        let offset = (mark.label.as_ptr() as usize).wrapping_sub(line.as_ptr() as usize);
        let label =
            if mark.label.is_empty() { start..start } else { start + offset..start + offset + mark.label.len() };
        self.open(mark.level, label, start, start + mark.after, number);
        let sequence = &mut self.sequence;
        let label = Some(mark.label);
        match mark.level {
            Level::Annex => {
                if self.annex.is_none() && !self.closed {
                    self.body = *sequence;
                }
                *sequence = Sequence::default();
                self.annex = label;
                self.closed = false;
            }
            Level::Part => {
                (sequence.part, sequence.chapter, sequence.section, sequence.subsection) = (label, None, None, None);
            }
            Level::Chapter => (sequence.chapter, sequence.section, sequence.subsection) = (label, None, None),
            Level::Section => (sequence.section, sequence.subsection) = (label, None),
            Level::Subsection => sequence.subsection = label,
            Level::Article => {
                (sequence.article, sequence.clause, sequence.point, sequence.item) = (label, None, None, None);
            }
            Level::Clause => (sequence.clause, sequence.point, sequence.item) = (label, None, None),
            Level::Point => (sequence.point, sequence.item) = (label, None),
            Level::Item => sequence.item = label,
            _ => {}
        }
    }

    /// Whether an Điều behind a signature block or an annex goes on with those before it: a head of the instrument or a link stood between them.
    fn goes_on(&self, number: usize, mark: Mark<'t>) -> bool {
        let follows = || self.body.article.is_some_and(|before| fits(before, mark.label) == Fit::Next);
        match self.annex {
            Some(_) => self.chain.reopens.binary_search(&(number - 1)).is_ok() && follows(),
            None => mark.closed && self.chain.holds(number - 1) && follows(),
        }
    }

    /// Goes on with the body: what stood between its Điều ends here.
    fn reopen(&mut self, start: usize) {
        while self.is_open(Level::Annex) || self.is_open(Level::Closing) {
            let Some(unit) = self.open.pop().and_then(|at| self.units.get_mut(at)) else { break };
            unit.end = start;
        }
        self.sequence = self.body;
        self.annex = None;
        self.closed = false;
    }

    /// An annex opens behind the signature block, or by a heading that stands alone; the same label again is the head of a page. In the codified law
    /// none opens.
    fn accepts_annex(&self, number: usize, mark: Mark<'t>) -> bool {
        if self.fragment {
            return self.units.is_empty();
        }
        let is_form = mark.label.contains(' ');
        let begun = self.closed || self.annex.is_some();
        (begun
            || (!is_form
                && self.sequence.article.is_some()
                && !self.codified
                && !closing::breaks_off(&self.lines, number)))
            && self.annex != Some(mark.label)
    }

    fn accepts_container(&mut self, line: &str, number: usize, mark: Mark<'t>) -> bool {
        let last = match mark.level {
            Level::Part => self.sequence.part,
            Level::Chapter => self.sequence.chapter,
            Level::Section => self.sequence.section,
            _ => self.sequence.subsection,
        };
        let title = line.get(mark.after..).unwrap_or_default();
        let heading = mark.closed && !title.starts_with(char::is_lowercase) || is_upper(title);
        if !heading {
            return false;
        }
        if let Some(before) = last {
            let fit = fits(before, mark.label);
            if fit == Fit::Back {
                let (before, found) = (before.to_owned(), mark.label.to_owned());
                self.warn(number, Oddity::Backwards { level: mark.level, before, found });
                return false;
            }
            if fit == Fit::Gap {
                let (before, found) = (before.to_owned(), mark.label.to_owned());
                self.warn(number, Oddity::Gap { level: mark.level, before, found });
            }
        }
        true
    }

    fn accepts_article(&mut self, line: &str, number: usize, mark: Mark<'t>) -> bool {
        let title = line.get(mark.after..).unwrap_or_default();
        let is_title = mark.closed && !title.starts_with(char::is_lowercase);
        if mark.label.contains('.') {
            self.codified |= mark.closed;
            return mark.closed;
        }
        let before = self.sequence.article;
        let fit = before.map(|before| fits(before, mark.label));
        let level = Level::Article;
        let (label_before, found) = (|| before.unwrap_or_default().to_owned(), || mark.label.to_owned());
        if self.fragment {
            return match fit {
                None => is_title || starts_title(title),
                Some(Fit::Next) => is_title || (mark.closed && title.is_empty()) || starts_title(title),
                Some(Fit::Gap) if is_title => {
                    self.warn(number, Oddity::Gap { level, before: label_before(), found: found() });
                    true
                }
                Some(_) if is_title => {
                    self.warn(number, Oddity::Backwards { level, before: label_before(), found: found() });
                    false
                }
                Some(_) => false,
            };
        }
        if fit == Some(Fit::Back) || !self.chain.holds(number - 1) {
            if is_title && fit == Some(Fit::Back) {
                self.warn(number, Oddity::Backwards { level, before: label_before(), found: found() });
            } else if is_title {
                self.warn(number, Oddity::Stray { level, found: found() });
            }
            return false;
        }
        if fit == Some(Fit::Gap) || (fit.is_none() && mark.label != "1") {
            self.warn(number, Oddity::Gap { level, before: label_before(), found: found() });
        }
        true
    }

    fn accepts_clause(&mut self, number: usize, mark: Mark<'t>) -> bool {
        if !self.fragment && !self.is_open(Level::Article) {
            return false;
        }
        if !mark.closed {
            return match self.sequence.clause {
                Some(before) => fits(before, mark.label) == Fit::Next,
                None => mark.label == "1",
            };
        }
        let Some(before) = self.sequence.clause else {
            let begins = mark.label == "1" || (self.fragment && self.sequence.article.is_none());
            // The first khoản may be a picture or a slip: where those behind it follow each other, they are khoản.
            let later = !begins
                && self.sequence.point.is_none()
                && (closing::clause_follows(&self.lines, number, mark.label) || self.is_first_below(number));
            if later {
                self.warn(
                    number,
                    Oddity::Gap { level: Level::Clause, before: String::new(), found: mark.label.to_owned() },
                );
            }
            return begins || later;
        };
        match fits(before, mark.label) {
            Fit::Next => true,
            Fit::Gap if far(before, mark.label) <= 3 => {
                let (before, found) = (before.to_owned(), mark.label.to_owned());
                self.warn(number, Oddity::Gap { level: Level::Clause, before, found });
                true
            }
            Fit::Back if mark.label == "1" && before != "1" && self.innermost() != Some(Level::Quote) => {
                // Groups of khoản within an Điều: from the second on they are read as text.
                let (before, found) = (before.to_owned(), mark.label.to_owned());
                self.warn(number, Oddity::Backwards { level: Level::Clause, before, found });
                false
            }
            _ => false,
        }
    }

    /// Whether a line stands directly below the heading of its Điều.
    fn is_first_below(&self, number: usize) -> bool {
        let heading = self.open.last().and_then(|at| self.units.get(*at)).filter(|u| u.level == Level::Article);
        let above = (1..number).rev().find(|n| self.lines.get(n - 1).is_some_and(|l| !l.trim().is_empty()));
        heading.is_some_and(|unit| above == Some(unit.line))
    }
}
