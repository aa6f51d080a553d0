//! A document as Word, in the form of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I): A4, margins 20–25 mm, left
//! 30–35 mm, right 15–20 mm, Times New Roman 14, justified, first line indented, page number centred on top but not on page 1.

use super::html::tree;
use super::{Form, cannot};
use crate::text::Result;
use comrak::nodes::{NodeValue, TableAlignment};
use comrak::{Arena, Node};
use docx_rs::{
    AlignmentType, BreakType, Docx, Header, LineSpacing, PageMargin, PageNum, Paragraph, Run, RunFonts,
    SpecialIndentType, Table, TableCell, TableRow, WidthType,
};
use std::io::Cursor;

/// Twentieths of a point in a millimetre, as Word measures: 1440 in an inch of 25,4 mm.
fn mm(millimetres: i32) -> i32 {
    millimetres * 1440 * 10 / 254
}

/// Half points.
const BODY: usize = 28;
const IN_TABLE: usize = 24;

/// The file.
pub(super) fn file(markdown: &str) -> Result<Vec<u8>> {
    let arena = Arena::new();
    let margin = PageMargin::new().top(mm(20)).bottom(mm(20)).left(mm(30)).right(mm(15)).header(mm(10)).footer(mm(10));
    let number = Paragraph::new().align(AlignmentType::Center).add_page_num(PageNum::new());
    let fonts = RunFonts::new()
        .ascii("Times New Roman")
        .hi_ansi("Times New Roman")
        .cs("Times New Roman")
        .east_asia("Times New Roman");
    let mut docx = Docx::new()
        .page_size(11906, 16838)
        .page_margin(margin)
        .default_fonts(fonts)
        .default_size(BODY)
        .header(Header::new().add_paragraph(number))
        .first_header(Header::new())
        .title_pg()
        // The same workspace gives the same bytes, so the file says nothing of the hour at which it was made.
        .created_at("2020-01-01T00:00:00Z")
        .updated_at("2020-01-01T00:00:00Z");
    for node in tree(&arena, markdown).children() {
        docx = block(docx, node, 0);
    }
    let mut bytes = Cursor::new(Vec::new());
    docx.build().pack(&mut bytes).map_err(|e| cannot(Form::Docx, e))?;
    Ok(bytes.into_inner())
}

fn block<'a>(docx: Docx, node: Node<'a>, depth: i32) -> Docx {
    let value = node.data().value.clone();
    match value {
        NodeValue::Heading(heading) => {
            let style = Style { bold: true, size: BODY, ..Style::default() };
            let paragraph = Paragraph::new().keep_next(true).line_spacing(spacing());
            let paragraph = if heading.level <= 2 { paragraph.align(AlignmentType::Center) } else { paragraph };
            docx.add_paragraph(inlines(paragraph, node, style))
        }
        NodeValue::Paragraph => {
            let paragraph = Paragraph::new().align(AlignmentType::Both).line_spacing(spacing());
            let paragraph =
                paragraph.indent(Some(mm(10) * depth), Some(SpecialIndentType::FirstLine(mm(10))), None, None);
            docx.add_paragraph(inlines(paragraph, node, Style { size: BODY, ..Style::default() }))
        }
        NodeValue::List(_) => node.children().fold(docx, |docx, item| {
            item.children().enumerate().fold(docx, |docx, (at, child)| {
                if at == 0 && matches!(child.data().value, NodeValue::Paragraph) {
                    let paragraph = Paragraph::new().align(AlignmentType::Both).line_spacing(spacing());
                    let indent = Some(SpecialIndentType::FirstLine(mm(10)));
                    let paragraph = paragraph.indent(Some(mm(10) * depth), indent, None, None);
                    let paragraph = paragraph.add_run(run("- ", Style { size: BODY, ..Style::default() }));
                    docx.add_paragraph(inlines(paragraph, child, Style { size: BODY, ..Style::default() }))
                } else {
                    block(docx, child, depth + 1)
                }
            })
        }),
        NodeValue::BlockQuote => node.children().fold(docx, |docx, child| block(docx, child, depth + 1)),
        NodeValue::Table(_) => docx.add_table(table(node)).add_paragraph(Paragraph::new()),
        _ => docx,
    }
}

fn spacing() -> LineSpacing {
    LineSpacing::new().before(120)
}

/// A table. One whose head is empty only lays words out side by side (the head of a letter, its foot): it has no borders, and
/// the head is left out.
fn table(node: Node<'_>) -> Table {
    let alignments = match &node.data().value {
        NodeValue::Table(table) => table.alignments.clone(),
        _ => Vec::new(),
    };
    let is_head = |row: &Node<'_>| matches!(row.data().value, NodeValue::TableRow(true));
    let is_empty = |row: Node<'_>| row.children().all(|cell| cell.first_child().is_none());
    let is_layout = node.children().any(|row| is_head(&row) && is_empty(row));
    let rows = node.children().filter(|row| !(is_layout && is_head(row))).map(|row| {
        let bold = is_head(&row);
        let cells = row.children().enumerate().map(|(at, cell)| {
            let style = Style { bold, size: IN_TABLE, ..Style::default() };
            let paragraph = match alignments.get(at) {
                Some(TableAlignment::Center) => Paragraph::new().align(AlignmentType::Center),
                Some(TableAlignment::Right) => Paragraph::new().align(AlignmentType::Right),
                _ => Paragraph::new(),
            };
            let made = TableCell::new().add_paragraph(inlines(paragraph, cell, style));
            if is_layout { made.width(mm(83).unsigned_abs() as usize, WidthType::Dxa) } else { made }
        });
        TableRow::new(cells.collect())
    });
    let rows = rows.collect();
    if is_layout { Table::without_borders(rows) } else { Table::new(rows) }
}

/// How a run looks.
#[derive(Debug, Clone, Copy, Default)]
struct Style {
    bold: bool,
    italic: bool,
    strike: bool,
    size: usize,
}

fn run(text: &str, style: Style) -> Run {
    let mut run = Run::new().add_text(text).size(style.size);
    if style.bold {
        run = run.bold();
    }
    if style.italic {
        run = run.italic();
    }
    if style.strike {
        run = run.strike();
    }
    run
}

fn inlines(mut paragraph: Paragraph, node: Node<'_>, style: Style) -> Paragraph {
    for child in node.children() {
        let value = child.data().value.clone();
        paragraph = match value {
            NodeValue::Text(text) => paragraph.add_run(run(&text, style)),
            NodeValue::Code(code) => paragraph.add_run(run(&code.literal, style)),
            NodeValue::SoftBreak => paragraph.add_run(run(" ", style)),
            NodeValue::HtmlInline(_) | NodeValue::LineBreak => {
                paragraph.add_run(Run::new().add_break(BreakType::TextWrapping))
            }
            NodeValue::Strong => inlines(paragraph, child, Style { bold: true, ..style }),
            NodeValue::Emph => inlines(paragraph, child, Style { italic: true, ..style }),
            NodeValue::Strikethrough => inlines(paragraph, child, Style { strike: true, ..style }),
            _ => inlines(paragraph, child, style),
        };
    }
    paragraph
}
