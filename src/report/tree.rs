//! The document tree: blocks and runs, read from the Markdown of a document, or made of what Markdown cannot say (changes, moves).

use super::html::{LINE_BREAK, REMARK, tree as parse};
use super::markdown::said_remark;
use comrak::nodes::{ListType, NodeValue, TableAlignment};
use comrak::{Arena, Node};

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Block {
    /// A heading of a level from 1.
    Heading(u8, Vec<Run>),
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table with a head.
    Table(Table),
    /// Columns that only lay words out side by side: the head of a letter, its foot. Each cell is a list of lines.
    Columns(Vec<Vec<Cell>>),
    /// Lines of fixed letters, as a unified difference.
    Code(Vec<String>),
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Paragraph {
    /// What it says.
    pub runs: Vec<Run>,
    /// How deep it is indented; 0 is not.
    pub depth: usize,
    /// Whether it is an item of a list.
    pub item: bool,
    /// Whether it stands in the middle.
    pub centred: bool,
    /// What becomes of the end of the paragraph.
    pub end: Change,
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Table {
    /// How the columns are set.
    pub columns: Vec<Align>,
    /// Its head.
    pub head: Vec<Cell>,
    /// Its rows.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Cell {
    /// How it is set.
    pub align: Align,
    /// Its lines, each a paragraph.
    pub lines: Vec<Vec<Run>>,
}

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Align {
    /// To the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// To the right.
    Right,
}

/// A run of words that look alike.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Run {
    /// The words; a line end in them is one.
    pub text: String,
    /// How they look.
    pub face: Face,
    /// What becomes of them.
    pub change: Change,
    /// What is remarked on them.
    pub remark: Option<String>,
}

/// How a run looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Face {
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// Struck through.
    pub struck: bool,
}

/// What becomes of words, as a tracked change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Change {
    /// They stay.
    #[default]
    None,
    /// They are new.
    Inserted,
    /// They go.
    Deleted,
    /// They stand here after the move of this number.
    MovedHere(usize),
    /// They stood here before the move of this number.
    MovedAway(usize),
}

/// The words of runs.
pub(super) fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Reads the Markdown of a document, which may be written to be tracked: what goes in `<del>`, what comes in `<ins>`, remarks as comments.
pub(super) fn read(markdown: &str, tracked: bool) -> Vec<Block> {
    let arena = Arena::new();
    let mut blocks = Vec::new();
    for node in parse(&arena, markdown, tracked).children() {
        block(&mut blocks, node, 0);
    }
    blocks
}

fn block<'a>(out: &mut Vec<Block>, node: Node<'a>, depth: usize) {
    let value = node.data().value.clone();
    match value {
        NodeValue::Heading(heading) => out.push(Block::Heading(heading.level, runs(node))),
        NodeValue::Paragraph => {
            let (runs, end) = with_end(node);
            // What stands below a title: `(Kèm theo Tờ trình số …)`.
            let centred = runs.iter().all(|run| run.face.italic) && plain(&runs).starts_with('(');
            out.push(Block::Paragraph(Paragraph { runs, depth, centred, end, ..Paragraph::default() }));
        }
        NodeValue::List(list) => {
            for (at, item) in node.children().enumerate() {
                let number = (list.list_type == ListType::Ordered).then(|| format!("{}. ", list.start + at));
                let label = number.unwrap_or_else(|| "- ".to_owned());
                for (at, child) in item.children().enumerate() {
                    if at > 0 || !matches!(child.data().value, NodeValue::Paragraph) {
                        block(out, child, depth + 1);
                        continue;
                    }
                    let mut words = vec![Run { text: label.clone(), ..Run::default() }];
                    words.extend(runs(child));
                    out.push(Block::Paragraph(Paragraph { runs: words, depth, item: true, ..Paragraph::default() }));
                }
            }
        }
        NodeValue::BlockQuote => node.children().for_each(|child| block(out, child, depth + 1)),
        NodeValue::Table(table) => out.push(self::table(node, &table.alignments)),
        NodeValue::CodeBlock(code) => out.push(Block::Code(code.literal.lines().map(str::to_owned).collect())),
        // No markup: the text that it is (see `html::tree`).
        NodeValue::HtmlBlock(html) => {
            let text = html.literal.replace("&lt;", "<").replace("&amp;", "&");
            let lines = text.lines().map(|line| vec![Run { text: line.to_owned(), ..Run::default() }]);
            out.extend(lines.map(|runs| Block::Paragraph(Paragraph { runs, depth, ..Paragraph::default() })));
        }
        _ => {}
    }
}

/// A table; one whose head is empty only lays words out.
fn table<'a>(node: Node<'a>, alignments: &[TableAlignment]) -> Block {
    let columns: Vec<Align> = alignments
        .iter()
        .map(|alignment| match alignment {
            TableAlignment::Center => Align::Centre,
            TableAlignment::Right => Align::Right,
            _ => Align::Left,
        })
        .collect();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for row in node.children() {
        let cells = row
            .children()
            .enumerate()
            .map(|(at, cell)| Cell { align: columns.get(at).copied().unwrap_or_default(), lines: lines(runs(cell)) });
        rows.push(cells.collect());
    }
    let head = if rows.is_empty() { Vec::new() } else { rows.remove(0) };
    if head.iter().all(|cell| cell.lines.is_empty()) {
        return Block::Columns(rows);
    }
    Block::Table(Table { columns, head, rows })
}

/// Runs parted at their line ends; no line where there is nothing.
fn lines(runs: Vec<Run>) -> Vec<Vec<Run>> {
    if runs.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Vec::new()];
    for run in runs {
        for (at, text) in run.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            let first = if at == 0 { run.remark.clone() } else { None };
            if let Some(line) = lines.last_mut()
                && (!text.is_empty() || first.is_some())
            {
                line.push(Run { text: text.to_owned(), remark: first, ..run.clone() });
            }
        }
    }
    lines
}

fn runs<'a>(node: Node<'a>) -> Vec<Run> {
    with_end(node).0
}

/// The runs of a paragraph, and what becomes of its end.
fn with_end<'a>(node: Node<'a>) -> (Vec<Run>, Change) {
    let mut found = Runs::default();
    found.collect(node, Face::default());
    (found.runs, found.end)
}

/// Runs that are being read.
#[derive(Default)]
struct Runs {
    runs: Vec<Run>,
    /// What becomes of the words that follow.
    change: Change,
    /// How long the text was when that began.
    since: usize,
    /// What becomes of the end of the paragraph: a mark around nothing tells it.
    end: Change,
}

impl Runs {
    fn collect<'a>(&mut self, node: Node<'a>, face: Face) {
        for child in node.children() {
            let value = child.data().value.clone();
            match value {
                NodeValue::Text(text) => self.push(&text, face),
                NodeValue::Code(code) => self.push(&code.literal, face),
                NodeValue::SoftBreak => self.push(" ", face),
                NodeValue::HtmlInline(html) => self.mark(&html, face),
                NodeValue::LineBreak => self.push("\n", face),
                NodeValue::Strong => self.collect(child, Face { bold: true, ..face }),
                NodeValue::Emph => self.collect(child, Face { italic: true, ..face }),
                NodeValue::Strikethrough => self.collect(child, Face { struck: true, ..face }),
                _ => self.collect(child, face),
            }
        }
    }

    fn mark(&mut self, html: &str, face: Face) {
        match html {
            LINE_BREAK => self.push("\n", face),
            "<del>" | "<ins>" => {
                self.change = if html == "<del>" { Change::Deleted } else { Change::Inserted };
                self.since = self.length();
            }
            "</del>" | "</ins>" => {
                if self.length() == self.since {
                    self.end = self.change;
                }
                self.change = Change::None;
            }
            remark => {
                let text = remark.strip_prefix(REMARK.0).and_then(|rest| rest.strip_suffix(REMARK.1));
                if let (Some(text), Some(last)) = (text, self.runs.last_mut()) {
                    last.remark = Some(said_remark(text));
                }
            }
        }
    }

    fn length(&self) -> usize {
        self.runs.iter().map(|run| run.text.len()).sum()
    }

    /// Puts words behind others; those that look alike are one run.
    fn push(&mut self, text: &str, face: Face) {
        match self.runs.last_mut() {
            Some(last) if last.face == face && last.change == self.change && last.remark.is_none() => {
                last.text.push_str(text);
            }
            _ => self.runs.push(Run { text: text.to_owned(), face, change: self.change, remark: None }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(runs: &[Run]) -> Vec<(&str, bool, bool, bool)> {
        runs.iter().map(|r| (r.text.as_str(), r.face.bold, r.face.italic, r.face.struck)).collect()
    }

    #[test]
    fn markdown_is_read_as_blocks_and_runs() {
        let blocks = read(
            "## T\n\nMột **hai** ~~ba~~ <b>\n\n- x\n\n| A | B |\n| --- | ---: |\n| a<br>*b* | 1 |\n\n```diff\n-a\n+b\n```\n",
            false,
        );
        assert!(matches!(&blocks[0], Block::Heading(2, runs) if plain(runs) == "T"));
        let Block::Paragraph(one) = &blocks[1] else { panic!("{blocks:?}") };
        assert_eq!(
            words(&one.runs),
            [
                ("Một ", false, false, false),
                ("hai", true, false, false),
                (" ", false, false, false),
                ("ba", false, false, true),
                (" <b>", false, false, false)
            ]
        );
        assert!(matches!(&blocks[2], Block::Paragraph(p) if p.item && plain(&p.runs) == "- x"));
        let Block::Table(table) = &blocks[3] else { panic!("{blocks:?}") };
        assert_eq!(table.columns, [Align::Left, Align::Right]);
        assert_eq!(table.rows[0][0].lines.iter().map(|l| plain(l)).collect::<Vec<_>>(), ["a", "b"]);
        assert!(table.rows[0][0].lines[1][0].face.italic);
        assert_eq!(blocks[4], Block::Code(vec!["-a".into(), "+b".into()]));
    }

    #[test]
    fn a_table_without_a_head_lays_words_out() {
        let blocks = read("| | |\n| :---: | :---: |\n| **BỘ A**<br>Số: 1 | X |\n", false);
        let Block::Columns(rows) = &blocks[0] else { panic!("{blocks:?}") };
        assert_eq!(rows[0][0].lines.len(), 2);
        assert_eq!(rows[0][0].align, Align::Centre);
    }

    #[test]
    fn what_is_to_be_tracked_is_read_as_changes_and_remarks() {
        let markdown = "a <del>b</del> <ins>**c**</ins>.<!--v&#236; sao &amp; &gt;-->\n";
        let Block::Paragraph(tracked) = &read(markdown, true)[0] else { panic!("no paragraph") };
        let changes: Vec<(&str, Change)> = tracked.runs.iter().map(|r| (r.text.as_str(), r.change)).collect();
        let none = Change::None;
        assert_eq!(changes, [("a ", none), ("b", Change::Deleted), (" ", none), ("c", Change::Inserted), (".", none)]);
        assert_eq!(tracked.runs[4].remark.as_deref(), Some("v&#236; sao & >"));
        let Block::Paragraph(joined) = &read("a <del>b</del><del></del>\n\nc\n", true)[0] else {
            panic!("no paragraph")
        };
        assert_eq!((joined.runs.len(), joined.end), (2, Change::Deleted));
        // Text that brings such marks along stays text where nothing is tracked.
        let Block::Paragraph(plain_one) = &read(markdown, false)[0] else { panic!("no paragraph") };
        assert!(plain(&plain_one.runs).starts_with("a <del>b</del>"));
    }
}
