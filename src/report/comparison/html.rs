//! A comparison as one HTML page: what goes stands in `del`, what comes in `ins`.

use super::markdown::titled;
use super::{Comparing, explanation, place, summary};
use crate::law::compare::{Fidelity, Piece, Row, Side, View};
use crate::law::name::stable::Stable;
use crate::report::evidence::Sealed;
use crate::report::html::{escape, frame};
use crate::words::compare::CompareWord as W;
use crate::words::{Message, Result};
use std::collections::HashSet;
use std::fmt::Write as _;

const STYLE: &str = ".t{white-space:pre-line}ins{color:#060;background:#e6f5e6}del{background:#fbe9e9}.k{font-style:italic;color:#555}\
td{width:50%}td.n{width:2em}td.k{width:9em}td,th{overflow-wrap:anywhere}body.w{max-width:none}";

pub(super) fn page(asked: &Comparing<'_>) -> Result<Vec<u8>> {
    let rows = asked.rows();
    let word = |word: W| escape(word.text(asked.lang));
    let mut body = format!(
        "<h1>{}</h1>\n<p>{}: {}<br>{}: {}</p>\n<p>{}</p>\n",
        word(W::Title),
        word(W::Current),
        escape(asked.names.0),
        word(W::Proposed),
        escape(asked.names.1),
        escape(&summary(&rows, asked.lang)),
    );
    if asked.comparison.fidelity == Fidelity::Coarse {
        let _ = writeln!(body, "<p><strong>{}</strong></p>", word(W::Coarse));
    }
    let beside = matches!(asked.view, View::Table | View::Side);
    let mut taken = HashSet::new();
    let mut name = |row: &Row<'_>| named(row, &mut taken);
    if !beside {
        rows.iter().for_each(|row| section(&mut body, row, &name(row), asked));
    } else if !rows.is_empty() {
        let (first, last) = if asked.view == View::Table { (W::Number, W::Explanation) } else { (W::Place, W::Place) };
        let _ = write!(
            body,
            "<table>\n<tr><th>{}</th><th>{}</th><th>{}</th>",
            word(first),
            word(W::Current),
            word(W::Proposed)
        );
        body.push_str(&if first == last { String::new() } else { format!("<th>{}</th>", word(last)) });
        body.push_str("</tr>\n");
        for (at, row) in rows.iter().enumerate() {
            let (where_to, what) = (escape(&place(row)), escape(&explanation(row, asked.lang)));
            let (lead, tail) = match asked.view {
                View::Table => {
                    (format!("<td class=\"n\">{}</td>", at + 1), format!("<td class=\"k\">{where_to}: {what}</td>"))
                }
                _ => (format!("<td class=\"k\">{where_to}<br>{what}</td>"), String::new()),
            };
            let (old, new) = (text(&row.side(Side::Old)), text(&row.side(Side::New)));
            let name = name(row);
            let _ = writeln!(body, "<tr{name}>{lead}<td class=\"t\">{old}</td><td class=\"t\">{new}</td>{tail}</tr>");
        }
        body.push_str("</table>\n");
    }
    if let Some(origin) = asked.origin {
        let _ = writeln!(body, "<p><em>{}</em></p>\n{}", escape(&origin.line(asked.lang)), origin.comment()?);
    }
    Ok(frame(&body, asked.lang, W::Title.text(asked.lang), STYLE).into_bytes())
}

/// The name to which links lead: that of the provision within its instrument, where it is now, or where it was. The first of two that are called the
/// same has it.
fn named(row: &Row<'_>, taken: &mut HashSet<String>) -> String {
    let spot = row.new.as_ref().or(row.old.as_ref());
    let name = spot.and_then(|spot| Stable::fragment(&spot.address)).filter(|name| taken.insert(name.clone()));
    name.map_or_else(String::new, |name| format!(" id=\"{}\"", escape(&name)))
}

fn section(body: &mut String, row: &Row<'_>, name: &str, asked: &Comparing<'_>) {
    let heading = row.new.as_ref().or(row.old.as_ref()).map_or("", |spot| spot.heading);
    let (title, what) = (escape(&titled(row, heading)), escape(&explanation(row, asked.lang)));
    let _ = write!(body, "<h2{name}>{title}</h2>\n<p class=\"k\">{what}</p>\n");
    if asked.view == View::Words || !row.reworded {
        let _ = writeln!(body, "<p class=\"t\">{}</p>", text(&row.pieces));
        return;
    }
    for side in [Side::Old, Side::New] {
        let _ = writeln!(body, "<p class=\"t\">{}</p>", text(&row.side(side)));
    }
}

/// Pieces as they stand, letter for letter.
fn text(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        let words = escape(&piece.text);
        let _ = match piece.side {
            // Of blanks that changed, the new ones are shown.
            Side::Old if !piece.is_edit() => continue,
            Side::New if !piece.is_edit() => write!(out, "{words}"),
            Side::Both => write!(out, "{words}"),
            Side::Old => write!(out, "<del>{words}</del>"),
            Side::New => write!(out, "<ins>{words}</ins>"),
        };
    }
    out
}
