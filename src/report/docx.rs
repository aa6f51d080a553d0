//! A document as Word, in the form of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục I): A4, margins 20–25 mm, left
//! 30–35 mm, right 15–20 mm, Times New Roman 14, justified, first line indented, page number centred on top but not on page 1.

use super::html::tree;
use super::{Form, cannot};
use crate::words::Result;
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
    let widths = if is_layout { None } else { widths(node) };
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
            let width = if is_layout { Some(twips(83)) } else { widths.as_ref().and_then(|w| w.get(at).copied()) };
            width.into_iter().fold(made, |made, width| made.width(width, WidthType::Dxa))
        });
        TableRow::new(cells.collect())
    });
    let rows = rows.collect();
    let table = if is_layout { Table::without_borders(rows) } else { Table::new(rows) };
    widths.into_iter().fold(table, Table::set_grid)
}

/// As [`mm`], where the library wants a size.
fn twips(millimetres: usize) -> usize {
    millimetres * 1440 * 10 / 254
}

/// The millimetres between the margins.
const PAGE: usize = 165;

/// The widths of the columns, in twentieths of a point: no word is broken, and what is left goes to the columns with long texts. None
/// where even the longest words have no room beside each other.
fn widths(node: Node<'_>) -> Option<Vec<usize>> {
    let mut columns: Vec<(usize, usize)> = Vec::new();
    for row in node.children() {
        for (at, cell) in row.children().enumerate() {
            let text = plain(cell);
            let word = text.split_whitespace().map(millimetres).max().unwrap_or(0);
            if columns.len() <= at {
                columns.push((0, 0));
            }
            if let Some((least, whole)) = columns.get_mut(at) {
                *least = (*least).max(word + SIDES);
                *whole = (*whole).max(millimetres(&text) + SIDES).max(*least).min(PAGE);
            }
        }
    }
    let spare = PAGE.checked_sub(columns.iter().map(|(least, _)| least).sum())?;
    let wanted: usize = columns.iter().map(|(least, whole)| whole - least).sum();
    let share = |more: usize| if wanted <= spare { more } else { more * spare / wanted };
    Some(columns.iter().map(|(least, whole)| twips(least + share(whole - least))).collect())
}

/// The millimetres at both sides of the text of a cell.
const SIDES: usize = 4;

/// About how long a text is in a table: capitals of 12 points take 3 millimetres, other letters a little more than 2.
fn millimetres(text: &str) -> usize {
    text.chars().map(|c| if c.is_uppercase() { 30 } else { 23 }).sum::<usize>().div_ceil(10)
}

/// The words of a cell.
fn plain(cell: Node<'_>) -> String {
    let mut out = String::new();
    for node in cell.descendants() {
        match &node.data().value {
            NodeValue::Text(text) => out.push_str(text),
            NodeValue::HtmlInline(_) | NodeValue::LineBreak | NodeValue::SoftBreak => out.push(' '),
            _ => {}
        }
    }
    out
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(markdown: &str) -> Option<Vec<usize>> {
        let arena = Arena::new();
        let root = tree(&arena, markdown);
        widths(root.first_child().unwrap())
    }

    #[test]
    fn columns_are_as_wide_as_their_texts_and_fill_the_page_at_most() {
        let long = "lời dài ".repeat(40);
        let found =
            of(&format!("| STT | Hiện hành | Đề xuất |\n| --- | --- | --- |\n| 1 | {long} | {long} |")).unwrap();
        assert!(found[0] < twips(16) && found[1] == found[2], "{found:?}");
        assert!((twips(PAGE - 3)..=twips(PAGE)).contains(&found.iter().sum()), "{found:?}");
        // What is short takes no more than it needs.
        assert!(of("| a | b |\n| --- | --- |\n| 1 | 2 |").unwrap().iter().sum::<usize>() < twips(40));
        let words = "a".repeat(40);
        assert_eq!(of(&format!("| {words} | {words} |\n| --- | --- |\n| 1 | 2 |")), None);
    }
}
