//! A comparison in Markdown: what goes is struck through, what comes is bold.

use super::{Comparing, explanation, place, summary};
use crate::law::compare::{Fidelity, Piece, Row, Side, View};
use crate::report::markdown::{inline, marked};
use crate::words::Message;
use crate::words::compare::CompareWord as W;
use std::fmt::Write as _;

pub(super) fn say(asked: &Comparing<'_>) -> String {
    let rows = asked.rows();
    let word = |word: W| word.text(asked.lang);
    let mut out = format!(
        "# {}\n\n{}: {}\n\n{}: {}\n\n{}\n\n",
        word(W::Title),
        word(W::Current),
        inline(asked.names.0),
        word(W::Proposed),
        inline(asked.names.1),
        inline(&summary(&rows, asked.lang)),
    );
    if asked.comparison.fidelity == Fidelity::Coarse {
        let _ = write!(out, "*{}*\n\n", inline(word(W::Coarse)));
    }
    if rows.is_empty() {
        return out;
    }
    match asked.view {
        View::Table => {
            table(&mut out, &[word(W::Number), word(W::Current), word(W::Proposed), word(W::Explanation)]);
            for (at, row) in rows.iter().enumerate() {
                let cells = [
                    (at + 1).to_string(),
                    cell(&row.side(Side::Old)),
                    cell(&row.side(Side::New)),
                    inline(&format!("{}: {}", place(row), explanation(row, asked.lang))),
                ];
                line(&mut out, &cells);
            }
        }
        View::Side => {
            table(&mut out, &[word(W::Place), word(W::Current), word(W::Proposed)]);
            for row in &rows {
                let told = format!("{}<br>*{}*", inline(&place(row)), inline(&explanation(row, asked.lang)));
                line(&mut out, &[told, cell(&row.side(Side::Old)), cell(&row.side(Side::New))]);
            }
        }
        View::Words | View::Unified => {
            for row in &rows {
                heading(&mut out, row, asked);
                if asked.view == View::Words || !row.reworded {
                    let _ = write!(out, "{}\n\n", marked(&row.pieces));
                    continue;
                }
                for (title, side) in [(W::Current, Side::Old), (W::Proposed, Side::New)] {
                    let _ = write!(out, "*{}*\n\n{}\n\n", word(title), marked(&row.side(side)));
                }
            }
        }
    }
    out
}

fn heading(out: &mut String, row: &Row<'_>, asked: &Comparing<'_>) {
    let heading = row.new.as_ref().or(row.old.as_ref()).map_or("", |spot| spot.heading);
    let _ = write!(out, "## {}\n\n*{}*\n\n", inline(&titled(row, heading)), inline(&explanation(row, asked.lang)));
}

/// The place of a row with the heading of the Điều that holds it.
pub(super) fn titled(row: &Row<'_>, heading: &str) -> String {
    if heading.is_empty() { place(row) } else { format!("{} · {heading}", place(row)) }
}

fn table(out: &mut String, titles: &[&str]) {
    let titles: Vec<String> = titles.iter().map(|t| inline(t)).collect();
    line(out, &titles);
    line(out, &vec!["---".to_owned(); titles.len()]);
}

fn line(out: &mut String, cells: &[String]) {
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

/// Pieces in a cell of a table; their lines are parted by line breaks.
fn cell(pieces: &[Piece]) -> String {
    marked(pieces).replace("\n\n", "<br>")
}
