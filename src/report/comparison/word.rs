//! A comparison as Word with tracked changes: the whole new text with what went and came in it, or the comparison table, in which the
//! proposed text is tracked beside the current one.

use super::{Comparing, explanation, place, summary};
use crate::law::compare::{Fidelity, Piece, Row, Side, Stretch, View};
use crate::report::docx::About;
use crate::report::evidence::Sealed;
use crate::report::tree::{Align, Block, Cell, Change, Face, Paragraph, Run, Table};
use crate::words::Message;
use crate::words::compare::CompareWord as W;

/// The blocks, and what the file says of itself.
pub(super) fn file(asked: &Comparing<'_>) -> crate::words::Result<Vec<u8>> {
    let title = format!("{}: {} → {}", W::Title.text(asked.lang), asked.names.0, asked.names.1);
    let description = asked.origin.map(Sealed::property).transpose()?.unwrap_or_default();
    let about = About { title: &title, lang: asked.lang, author: asked.names.1, date: None, description: &description };
    let blocks = match asked.view {
        View::Words | View::Unified => redline(asked, &title),
        View::Table | View::Side => table(asked),
    };
    crate::report::docx::file(&blocks, &about)
}

/// The whole text: accepted it is the new one, rejected the old one. What is said of it stands in a remark on its first words.
fn redline(asked: &Comparing<'_>, title: &str) -> Vec<Block> {
    let mut paragraphs = vec![Paragraph::default()];
    for stretch in asked.comparison.redline() {
        let change = change(&stretch);
        for (at, line) in stretch.piece.text.split('\n').enumerate() {
            if at > 0 {
                if let Some(last) = paragraphs.last_mut() {
                    last.end = change;
                }
                paragraphs.push(Paragraph::default());
            }
            if let Some(last) = paragraphs.last_mut()
                && !line.is_empty()
            {
                last.runs.push(Run { text: line.to_owned(), change, ..Run::default() });
            }
        }
    }
    paragraphs.retain(|paragraph| paragraph.runs.iter().any(|run| !run.text.trim().is_empty()));
    paragraphs.iter_mut().for_each(dress);
    if let Some(first) = paragraphs.first_mut().and_then(|paragraph| paragraph.runs.first_mut()) {
        let coarse = (asked.comparison.fidelity == Fidelity::Coarse).then(|| W::Coarse.text(asked.lang));
        let counted = summary(&asked.rows(), asked.lang);
        let origin = asked.origin.map(|origin| origin.line(asked.lang));
        let said = [title, &counted].into_iter().chain(coarse).chain(origin.as_deref());
        first.remark = Some(said.collect::<Vec<_>>().join("\n"));
    }
    paragraphs.into_iter().map(Block::Paragraph).collect()
}

fn change(stretch: &Stretch) -> Change {
    match (stretch.piece.side, stretch.moved) {
        (Side::Both, _) => Change::None,
        (Side::Old, None) => Change::Deleted,
        (Side::New, None) => Change::Inserted,
        (Side::Old, Some(number)) => Change::MovedAway(number),
        (Side::New, Some(number)) => Change::MovedHere(number),
    }
}

/// Điều are bold; lines in capitals, which are titles, stand in the middle.
fn dress(paragraph: &mut Paragraph) {
    let words: String = paragraph.runs.iter().map(|run| run.text.as_str()).collect();
    let words = words.trim();
    let capitals = words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase);
    let article = words.strip_prefix("Điều ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    // A sentence that begins with a reference is no title.
    let heading = capitals || (article && !words.ends_with([';', '.']));
    paragraph.centred = capitals;
    if heading {
        paragraph.runs.iter_mut().for_each(|run| run.face = Face { bold: true, ..run.face });
    }
}

fn table(asked: &Comparing<'_>) -> Vec<Block> {
    let word = |word: W| word.text(asked.lang);
    let rows = asked.rows();
    let paragraph = |text: String| Block::Paragraph(Paragraph { runs: vec![plain(text)], ..Paragraph::default() });
    let mut blocks = vec![
        Block::Heading(1, vec![plain(word(W::Title).to_owned())]),
        paragraph(format!("{}: {}", word(W::Current), asked.names.0)),
        paragraph(format!("{}: {}", word(W::Proposed), asked.names.1)),
        paragraph(summary(&rows, asked.lang)),
    ];
    if asked.comparison.fidelity == Fidelity::Coarse {
        blocks.push(paragraph(word(W::Coarse).to_owned()));
    }
    if rows.is_empty() {
        return blocks;
    }
    let titles: &[W] = match asked.view {
        View::Table => &[W::Number, W::Current, W::Proposed, W::Explanation],
        _ => &[W::Place, W::Current, W::Proposed],
    };
    let cell = |text: String| Cell { align: Align::Left, lines: vec![vec![plain(text)]] };
    let made = rows.iter().enumerate().map(|(at, row)| {
        let told = format!("{}: {}", place(row), explanation(row, asked.lang));
        let texts = [current(row), Cell { align: Align::Left, lines: lines(&row.pieces, true) }];
        match asked.view {
            View::Table => [cell((at + 1).to_string())].into_iter().chain(texts).chain([cell(told)]).collect(),
            _ => [cell(told)].into_iter().chain(texts).collect(),
        }
    });
    blocks.push(Block::Table(Table {
        columns: vec![Align::Left; titles.len()],
        head: titles.iter().map(|title| cell(word(*title).to_owned())).collect(),
        rows: made.collect(),
    }));
    if let Some(origin) = asked.origin {
        let face = Face { italic: true, ..Face::default() };
        let runs = vec![Run { face, ..plain(origin.line(asked.lang)) }];
        blocks.push(Block::Paragraph(Paragraph { runs, ..Paragraph::default() }));
    }
    blocks
}

/// The current text, as it is.
fn current(row: &Row<'_>) -> Cell {
    let text: Vec<Piece> =
        row.side(Side::Old).into_iter().map(|piece| Piece { side: Side::Both, text: piece.text }).collect();
    Cell { align: Align::Left, lines: lines(&text, false) }
}

/// Pieces as lines, tracked or as they stand.
fn lines(pieces: &[Piece], tracked: bool) -> Vec<Vec<Run>> {
    let mut lines = vec![Vec::new()];
    for piece in pieces {
        let change = match piece.side {
            // Of blanks that changed, the new ones are shown.
            Side::Old if !piece.is_edit() => continue,
            Side::Old if tracked => Change::Deleted,
            Side::New if tracked && piece.is_edit() => Change::Inserted,
            _ => Change::None,
        };
        for (at, text) in piece.text.split('\n').enumerate() {
            if at > 0 {
                lines.push(Vec::new());
            }
            if let Some(line) = lines.last_mut()
                && !text.is_empty()
            {
                line.push(Run { text: text.to_owned(), change, ..Run::default() });
            }
        }
    }
    lines.retain(|line: &Vec<Run>| !line.is_empty());
    lines
}

fn plain(text: String) -> Run {
    Run { text, ..Run::default() }
}
