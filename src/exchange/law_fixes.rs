//! The file in which a person answers what amending instruments leave for review: read, and written with the questions.

use super::{input, toml_text};
use crate::law::amend::fix::{Fix, Ruling};
use crate::law::name::place::address_of;
use crate::model::Address;
use crate::model::instrument::normal_number;
use crate::words::amend::AmendMessage as Say;
use crate::words::{Fault, Message, Result};
use serde::Deserialize;
use std::fmt::Write;
use std::path::Path;
use toml::Spanned;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    fix: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    by: Option<String>,
    at: Spanned<String>,
    place: Option<String>,
    order: Option<String>,
    take: Option<String>,
    skip: Option<String>,
}

/// Reads the answers of a file.
///
/// # Errors
/// Bad input, with the line: no TOML, a place that cannot be read, an answer that says nothing or two things.
pub fn read(path: &Path) -> Result<Vec<Fix>> {
    let text = input::text(path)?;
    let broken = || Fault::input(Say::FixesBroken.said(&[])).hint(Say::FixesHint.said(&[]));
    let file: File = toml_text::read(&text, broken).map_err(|fault| fault.in_file(path))?;
    let fixes = file.fix.into_iter().map(|row| {
        let (line, _) = input::position(text.as_bytes(), row.at.span().start);
        fix(row, line).map_err(|fault| fault.at_line(line).in_file(path))
    });
    fixes.collect()
}

fn fix(row: Row, line: usize) -> Result<Fix> {
    let hinted = |fault: Fault| fault.hint(Say::FixesHint.said(&[]));
    let place = |text: &str| address_of(text).ok_or_else(|| hinted(Fault::input(Say::FixPlace.said(&[&text]))));
    let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let ruling = match (said(row.take), said(row.skip)) {
        (Some(order), None) => Ruling::Take(order),
        (None, Some(reason)) => Ruling::Skip(reason.trim().to_owned()),
        (None, None) => return Err(hinted(Fault::input(Say::FixUnanswered.said(&[])))),
        (Some(_), Some(_)) => return Err(hinted(Fault::input(Say::FixTwice.said(&[])))),
    };
    let at = place(row.at.get_ref())?;
    let changed = row.place.as_deref().map(place).transpose()?;
    Ok(Fix {
        line,
        by: said(row.by).map(|by| normal_number(&by)),
        at,
        place: changed,
        order: said(row.order),
        ruling,
        kept: None,
    })
}

/// A line that is to be answered.
#[derive(Debug)]
pub struct Question<'a> {
    /// The number of the amending instrument.
    pub by: Option<&'a str>,
    /// Where the order stands.
    pub at: &'a Address,
    /// The place that changes, where it is known.
    pub place: Option<&'a Address>,
    /// The order, or the words with which it begins.
    pub order: &'a str,
    /// Why it is for review.
    pub reason: String,
}

/// A file of answers to fill in, one block a question.
pub fn questions(asked: &[Question<'_>], how: &str) -> String {
    let mut out = String::new();
    how.lines().for_each(|line| {
        let _ = writeln!(out, "# {line}");
    });
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    for one in asked {
        let _ = writeln!(out, "\n# {}", crate::text::clean_line(&one.reason));
        let _ = writeln!(out, "[[fix]]");
        if let Some(by) = one.by {
            let _ = writeln!(out, "by = {}", quoted(by));
        }
        let _ = writeln!(out, "at = {}", quoted(&one.at.to_string()));
        match one.place {
            Some(place) => {
                let _ = writeln!(out, "place = {}", quoted(&place.to_string()));
            }
            None => {
                let _ = writeln!(out, "order = {}", quoted(one.order));
            }
        }
        let _ = writeln!(out, "take = \"\"\nskip = \"\"");
    }
    out
}
