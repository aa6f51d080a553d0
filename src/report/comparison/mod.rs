//! Two versions of an instrument beside each other, as a document: four views, in Markdown, HTML, DOCX and JSON.

mod html;
mod markdown;
mod word;

use super::evidence::Sealed;
use super::{Form, Origin, cannot, markdown as text, pdf};
use crate::law::compare::{Comparison, Fidelity, Kind, Row, Spot, View, counts, rows};
use crate::text::Lang;
use crate::words::compare::CompareWord as W;
use crate::words::report::ReportWord;
use crate::words::{Fault, Message, Result, capital};
use serde_json::{Value as Json, json};

/// What of a comparison is shown, and how.
#[derive(Debug, Clone, Copy)]
pub struct Comparing<'a> {
    /// The comparison.
    pub comparison: &'a Comparison<'a>,
    /// What the old and the new version are called.
    pub names: (&'a str, &'a str),
    /// The layout.
    pub view: View,
    /// Whether what did not change is shown too.
    pub all: bool,
    /// In which language.
    pub lang: Lang,
    /// From what it was made, where that can be told.
    pub origin: Option<&'a Origin>,
}

impl Comparing<'_> {
    /// The rows that are shown.
    pub fn rows(&self) -> Vec<Row<'_>> {
        rows(self.comparison, self.all)
    }

    /// The document in one form.
    ///
    /// # Errors
    /// Wrong usage for a form that a comparison does not have; anything else, when a library cannot write the form.
    pub fn render(&self, form: Form) -> Result<Vec<u8>> {
        match form {
            Form::Markdown => match self.origin {
                Some(origin) => {
                    let (line, comment) = (text::block(&origin.line(self.lang)), origin.comment()?);
                    Ok(format!("{}\n\n*{line}*\n{comment}\n", self.markdown().trim_end()).into_bytes())
                }
                None => Ok(self.markdown().into_bytes()),
            },
            Form::Html => html::page(self),
            Form::Docx => word::file(self),
            Form::Pdf => pdf::made(|| word::file(self), || html::page(self)),
            Form::Json => {
                let mut whole = self.json();
                if let Some(origin) = self.origin {
                    whole["evidence"] = json!(origin);
                }
                let mut text = serde_json::to_vec_pretty(&whole).map_err(|e| cannot(form, e))?;
                text.push(b'\n');
                Ok(text)
            }
            Form::Xlsx => Err(Fault::usage(ReportWord::CannotRender.said(&[&form]))),
        }
    }

    /// The document in Markdown.
    pub fn markdown(&self) -> String {
        markdown::say(self)
    }

    /// The comparison as data: for each row its kind, its two places with their texts, and its pieces.
    pub fn json(&self) -> Json {
        let rows = self.rows();
        let spot = |spot: &Option<Spot<'_>>| match spot {
            Some(spot) => json!({ "address": spot.address.to_string(), "steps": spot.address, "text": spot.text }),
            None => Json::Null,
        };
        let change = |row: &Row<'_>| {
            let pieces: Vec<Json> =
                row.pieces.iter().map(|p| json!({ "side": side_name(p.side), "text": p.text })).collect();
            json!({
                "kind": row.kind, "level": row.level, "reworded": row.reworded,
                "old": spot(&row.old), "new": spot(&row.new), "pieces": pieces,
            })
        };
        let counted = counts(&rows).into_iter().map(|(kind, count)| (kind.name().to_owned(), json!(count)));
        json!({
            "schema_version": 1,
            "kind": "comparison",
            "same": self.comparison.is_same(),
            "coarse": self.comparison.fidelity == Fidelity::Coarse,
            "counts": Json::Object(counted.collect()),
            "changes": rows.iter().map(change).collect::<Vec<_>>(),
        })
    }
}

fn side_name(side: crate::law::Side) -> &'static str {
    match side {
        crate::law::Side::Both => "both",
        crate::law::Side::Old => "old",
        crate::law::Side::New => "new",
    }
}

/// Where the provision of a row stands, and where it stood if that is another place: `khoản 3 Điều 2 → khoản 4 Điều 2`.
pub fn place(row: &Row<'_>) -> String {
    match (&row.old, &row.new) {
        (Some(old), Some(new)) if old.address != new.address => format!("{} → {}", old.address, new.address),
        (_, Some(only)) | (Some(only), None) => only.address.to_string(),
        (None, None) => String::new(),
    }
}

/// What became of the provision of a row, in words.
pub fn explanation(row: &Row<'_>, lang: Lang) -> String {
    let said = capital(row.kind.word(lang));
    let also = row.reworded && matches!(row.kind, Kind::Moved | Kind::Renumbered);
    if also { W::Reworded.with(lang, &[&said]) } else { said }
}

/// How many rows tell what, in one line.
pub fn summary(rows: &[Row<'_>], lang: Lang) -> String {
    let said = counts(rows).into_iter().map(|(kind, count)| format!("{count} {}", kind.word(lang)));
    let said: Vec<String> = said.collect();
    if said.is_empty() { W::Same.text(lang).to_owned() } else { said.join(" · ") }
}
