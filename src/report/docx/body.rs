//! The text of a Word file: paragraphs, tables, tracked changes, remarks, sections.

mod table;

use super::About;
use super::columns::twips;
use super::ends::settled;
use super::pages::{Page, pages};
use super::parts::{HEADER, HEADINGS};
use super::xml::{MAIN, RELATIONS, Xml};
use crate::report::tree::{Align, Block, Change, Face, Paragraph, Run};
use std::collections::HashMap;
use std::io::Result;

/// What was written.
pub(super) struct Written {
    /// The main part.
    pub document: Vec<u8>,
    /// The part with the remarks, where there are any.
    pub remarks: Option<Vec<u8>>,
    /// Whether there are tracked changes.
    pub tracked: bool,
}

/// Writes the text.
pub(super) fn written(blocks: &[Block], about: &About<'_>) -> Result<Written> {
    let root = "w:document";
    let blocks = settled(blocks);
    let pages = pages(&blocks);
    let mut body = Body {
        xml: Xml::part(root, &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)])?,
        marks: Marks {
            author: about.author.to_owned(),
            date: about.date.map(|day| format!("{day}T00:00:00Z")),
            ids: 0,
        },
        remarks: Vec::new(),
        moves: HashMap::new(),
        tracked: false,
        lying: pages.first().is_some_and(|page| page.lies),
        numbered: false,
    };
    body.xml.open("w:body", &[])?;
    for (at, block) in blocks.iter().enumerate() {
        if pages[at].lies != body.lying {
            body.turn()?;
        }
        body.block(block, &pages[at], blocks.get(at + 1))?;
        // A table is never the last of its section; where the page turns, the end of the section stands behind it.
        if matches!(block, Block::Table(_) | Block::Columns(_))
            && pages.get(at + 1).is_none_or(|next| next.lies == body.lying)
        {
            body.paragraph(&Look::default(), &[], Change::None)?;
        }
    }
    if blocks.is_empty() {
        body.paragraph(&Look::default(), &[], Change::None)?;
    }
    body.section()?;
    body.xml.close("w:body")?;
    let remarks = (!body.remarks.is_empty()).then(|| body.remarks_part()).transpose()?;
    Ok(Written { tracked: body.tracked, document: body.xml.done(root)?, remarks })
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    /// The level of a heading.
    heading: Option<usize>,
    /// Twentieths of a point in front of it, and behind it.
    before: usize,
    after: usize,
    /// Twentieths of a point from the left margin, from the right one, and of the first line more.
    left: usize,
    right: usize,
    first: usize,
    /// How it is set.
    set: Set,
    /// Half points, if not those of the body.
    size: Option<usize>,
    /// A rule below it.
    rule: bool,
    /// Letters of one width.
    fixed: bool,
    /// All of it is bold.
    bold: bool,
    /// It stays with what follows.
    keep: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Set {
    #[default]
    Left,
    Centre,
    Right,
    Both,
}

impl From<Align> for Set {
    fn from(align: Align) -> Self {
        match align {
            Align::Left => Self::Left,
            Align::Centre => Self::Centre,
            Align::Right => Self::Right,
        }
    }
}

/// Who makes the changes, when, and the next number: one row of numbers for changes, moves and remarks, as Word wants it.
struct Marks {
    author: String,
    date: Option<String>,
    ids: usize,
}

impl Marks {
    /// The attributes of a mark, with a number of its own, those that are given first.
    fn attributes<'a>(&'a mut self, id: &'a mut String, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
        self.ids += 1;
        *id = self.ids.to_string();
        let mut attributes = vec![("w:id", id.as_str())];
        attributes.extend(more);
        attributes.push(("w:author", self.author.as_str()));
        attributes.extend(self.date.as_deref().map(|date| ("w:date", date)));
        attributes
    }
}

struct Body {
    xml: Xml,
    marks: Marks,
    /// The numbers of the remarks and what they say.
    remarks: Vec<(String, String)>,
    /// How many paragraphs of each end of a move there were.
    moves: HashMap<(bool, usize), usize>,
    tracked: bool,
    /// Whether the section that is being written lies on its side.
    lying: bool,
    /// Whether the first page is behind.
    numbered: bool,
}

/// The space in front of a paragraph, in twentieths of a point.
const BEFORE: usize = 120;

/// The space between words and the table that they lead to, and in front of a signature.
const BEFORE_TABLE: usize = 80;
const BEFORE_SIGNATURE: usize = 280;

/// How far the first line of a paragraph, and each depth, is indented: 10 mm.
fn indent() -> usize {
    twips(100)
}

impl Body {
    fn block(&mut self, block: &Block, page: &Page, next: Option<&Block>) -> Result<()> {
        let after = match next {
            Some(Block::Table(_)) => BEFORE_TABLE,
            Some(Block::Columns(_)) => BEFORE_SIGNATURE,
            _ => 0,
        };
        match block {
            Block::Heading(level, runs) => {
                let level = usize::from(*level).clamp(1, HEADINGS);
                self.paragraph(&Look { heading: Some(level), after, keep: true, ..Look::default() }, runs, Change::None)
            }
            Block::Paragraph(paragraph) => self.text(paragraph, after, matches!(next, Some(Block::Table(_)))),
            Block::Table(table) => page.columns.as_ref().map_or(Ok(()), |columns| self.table(table, columns)),
            Block::Columns(rows) => self.columns(rows),
            Block::Code(lines) => lines.iter().try_for_each(|line| {
                let look = Look { fixed: true, size: Some(20), ..Look::default() };
                self.paragraph(&look, &[Run { text: line.clone(), ..Run::default() }], Change::None)
            }),
        }
    }

    /// A paragraph; one that is a title, or leads to a table, stays with what follows.
    fn text(&mut self, paragraph: &Paragraph, after: usize, leads: bool) -> Result<()> {
        let look = match paragraph.centred {
            true => Look { set: Set::Centre, ..Look::default() },
            false => Look { set: Set::Both, first: indent(), left: indent() * paragraph.depth, ..Look::default() },
        };
        let title = !paragraph.runs.is_empty() && paragraph.runs.iter().all(|run| run.face.bold);
        let look = Look { before: BEFORE, after, keep: title || leads, ..look };
        self.paragraph(&look, &paragraph.runs, paragraph.end)
    }

    fn paragraph(&mut self, look: &Look, runs: &[Run], end: Change) -> Result<()> {
        self.xml.open("w:p", &[])?;
        self.properties(look, end)?;
        let mut rest = runs;
        while let Some(first) = rest.first() {
            let same = rest.iter().take_while(|run| run.change == first.change && run.remark == first.remark).count();
            let (group, after) = rest.split_at(same);
            self.group(look, group, first)?;
            rest = after;
        }
        self.xml.close("w:p")
    }

    /// The properties of a paragraph, in the order of the schema.
    fn properties(&mut self, look: &Look, end: Change) -> Result<()> {
        self.xml.open("w:pPr", &[])?;
        if let Some(level) = look.heading {
            self.xml.value("w:pStyle", &format!("Heading{level}"))?;
        }
        if look.keep {
            self.xml.empty("w:keepNext", &[])?;
        }
        if look.rule {
            self.xml.open("w:pBdr", &[])?;
            self.xml.empty("w:top", &[("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "auto")])?;
            self.xml.close("w:pBdr")?;
        }
        let [before, after] = [look.before, look.after].map(|space| space.to_string());
        let spaces = [(look.before, ("w:before", before.as_str())), (look.after, ("w:after", after.as_str()))];
        let spaces: Vec<(&str, &str)> =
            spaces.into_iter().filter(|(space, _)| *space > 0).map(|(_, one)| one).collect();
        if !spaces.is_empty() {
            self.xml.empty("w:spacing", &spaces)?;
        }
        if look.left + look.right + look.first > 0 {
            let [left, right, first] = [look.left, look.right, look.first].map(|length| length.to_string());
            self.xml.empty("w:ind", &[("w:left", &left), ("w:right", &right), ("w:firstLine", &first)])?;
        }
        match look.set {
            Set::Left => {}
            Set::Centre => self.xml.value("w:jc", "center")?,
            Set::Right => self.xml.value("w:jc", "right")?,
            Set::Both => self.xml.value("w:jc", "both")?,
        }
        if end != Change::None || look.size.is_some() {
            self.xml.open("w:rPr", &[])?;
            if let Some(name) = element(end) {
                self.tracked = true;
                let mut id = String::new();
                let attributes = self.marks.attributes(&mut id, &[]);
                self.xml.empty(name, &attributes)?;
            }
            self.size(look.size)?;
            self.xml.close("w:rPr")?;
        }
        self.xml.close("w:pPr")
    }

    fn size(&mut self, size: Option<usize>) -> Result<()> {
        let Some(size) = size.map(|size| size.to_string()) else { return Ok(()) };
        self.xml.value("w:sz", &size)?;
        self.xml.value("w:szCs", &size)
    }

    /// Runs of which the same becomes, with what is remarked on them.
    fn group(&mut self, look: &Look, runs: &[Run], first: &Run) -> Result<()> {
        let remark = first.remark.as_ref().map(|text| {
            self.marks.ids += 1;
            let id = self.marks.ids.to_string();
            self.remarks.push((id.clone(), text.clone()));
            id
        });
        if let Some(id) = &remark {
            self.xml.empty("w:commentRangeStart", &[("w:id", id)])?;
        }
        let range = self.range(first.change)?;
        let (mut id, name) = (String::new(), element(first.change));
        if let Some(name) = name {
            self.tracked = true;
            let attributes = self.marks.attributes(&mut id, &[]);
            self.xml.open(name, &attributes)?;
        }
        runs.iter().filter(|run| !run.text.is_empty()).try_for_each(|run| self.run(look, run))?;
        if let Some(name) = name {
            self.xml.close(name)?;
        }
        if let Some((name, id)) = range {
            self.xml.empty(name, &[("w:id", &id)])?;
        }
        if let Some(id) = &remark {
            self.xml.empty("w:commentRangeEnd", &[("w:id", id)])?;
            self.xml.open("w:r", &[])?;
            self.xml.empty("w:commentReference", &[("w:id", id)])?;
            self.xml.close("w:r")?;
        }
        Ok(())
    }

    /// Begins the range of an end of a move, and tells how it ends: both ends bear one name.
    fn range(&mut self, change: Change) -> Result<Option<(&'static str, String)>> {
        let (away, number) = match change {
            Change::MovedAway(number) => (true, number),
            Change::MovedHere(number) => (false, number),
            _ => return Ok(None),
        };
        let part = self.moves.entry((away, number)).or_insert(0);
        *part += 1;
        let name = format!("move{number}-{part}");
        let mut id = String::new();
        let attributes = self.marks.attributes(&mut id, &[("w:name", &name)]);
        let (start, end) = match away {
            true => ("w:moveFromRangeStart", "w:moveFromRangeEnd"),
            false => ("w:moveToRangeStart", "w:moveToRangeEnd"),
        };
        self.xml.empty(start, &attributes)?;
        Ok(Some((end, id)))
    }

    fn run(&mut self, look: &Look, run: &Run) -> Result<()> {
        let Face { bold, italic, struck } = run.face;
        let bold = bold || look.bold;
        self.xml.open("w:r", &[])?;
        if bold || italic || struck || look.fixed || look.size.is_some() {
            self.xml.open("w:rPr", &[])?;
            if look.fixed {
                let font = "Courier New";
                self.xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:cs", font)])?;
            }
            for (is, names) in [(bold, ["w:b", "w:bCs"]), (italic, ["w:i", "w:iCs"])] {
                if is {
                    names.iter().try_for_each(|name| self.xml.empty(name, &[]))?;
                }
            }
            if struck {
                self.xml.empty("w:strike", &[])?;
            }
            self.size(look.size)?;
            self.xml.close("w:rPr")?;
        }
        let name = if run.change == Change::Deleted { "w:delText" } else { "w:t" };
        for (at, text) in run.text.split('\n').enumerate() {
            if at > 0 {
                self.xml.empty("w:br", &[])?;
            }
            if !text.is_empty() {
                self.xml.text(name, &[("xml:space", "preserve")], text)?;
            }
        }
        self.xml.close("w:r")
    }

    /// Ends the section in a paragraph of its own; what follows lies the other way.
    fn turn(&mut self) -> Result<()> {
        self.xml.open("w:p", &[])?;
        self.xml.open("w:pPr", &[])?;
        self.section()?;
        self.xml.close("w:pPr")?;
        self.xml.close("w:p")?;
        self.lying = !self.lying;
        Ok(())
    }

    /// The page of the section that is being written: A4, its margins, its number on top.
    fn section(&mut self) -> Result<()> {
        self.xml.open("w:sectPr", &[])?;
        self.xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", HEADER)])?;
        let size: &[(&str, &str)] = match self.lying {
            true => &[("w:w", "16838"), ("w:h", "11906"), ("w:orient", "landscape")],
            false => &[("w:w", "11906"), ("w:h", "16838")],
        };
        self.xml.empty("w:pgSz", size)?;
        let [upright, left, right, edge] = [200, 300, 150, 100].map(|tenths| twips(tenths).to_string());
        self.xml.empty(
            "w:pgMar",
            &[
                ("w:top", &upright),
                ("w:right", &right),
                ("w:bottom", &upright),
                ("w:left", &left),
                ("w:header", &edge),
                ("w:footer", &edge),
                ("w:gutter", "0"),
            ],
        )?;
        // The first page bears no number; those of later sections do.
        if !std::mem::replace(&mut self.numbered, true) {
            self.xml.empty("w:titlePg", &[])?;
        }
        self.xml.close("w:sectPr")
    }

    fn remarks_part(&mut self) -> Result<Vec<u8>> {
        let root = "w:comments";
        let mut xml = Xml::part(root, &[("xmlns:w", MAIN)])?;
        let initials: String = self.marks.author.chars().filter(|c| c.is_uppercase()).take(3).collect();
        for (id, text) in std::mem::take(&mut self.remarks) {
            let mut attributes = vec![("w:id", id.as_str()), ("w:author", self.marks.author.as_str())];
            attributes.extend(self.marks.date.as_deref().map(|date| ("w:date", date)));
            attributes.push(("w:initials", initials.as_str()));
            xml.open("w:comment", &attributes)?;
            for line in text.lines() {
                xml.open("w:p", &[])?;
                xml.open("w:r", &[])?;
                xml.text("w:t", &[("xml:space", "preserve")], line)?;
                xml.close("w:r")?;
                xml.close("w:p")?;
            }
            xml.close("w:comment")?;
        }
        xml.done(root)
    }
}

/// The element of a change.
fn element(change: Change) -> Option<&'static str> {
    match change {
        Change::None => None,
        Change::Inserted => Some("w:ins"),
        Change::Deleted => Some("w:del"),
        Change::MovedHere(_) => Some("w:moveTo"),
        Change::MovedAway(_) => Some("w:moveFrom"),
    }
}
