//! The automatic numbers of a Word document: what label stands before a paragraph, counted as Word counts (ECMA-376 part 1, 17.9).

use super::docx::{Seen, attribute, value, walk};
use crate::words::Result;
use std::collections::HashMap;

/// A level of a list.
#[derive(Debug, Clone, Default)]
pub(super) struct ListLevel {
    /// How the number is written: `decimal`, `lowerLetter`, `upperRoman` …
    pub format: String,
    /// The label, with `%1` … for the numbers of the levels: `Điều %1.`.
    pub text: String,
    /// The first number.
    pub start: u32,
}

/// The lists of a document.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    /// Lists by `w:abstractNumId`: nine levels at most.
    pub shapes: HashMap<String, Vec<ListLevel>>,
    /// `w:numId` → the list, and where levels of it begin anew.
    pub lists: HashMap<String, (String, HashMap<usize, u32>)>,
    /// The list and level that a style of paragraphs gives.
    pub styles: HashMap<String, (String, usize)>,
    counters: HashMap<String, Vec<Option<u32>>>,
    /// Lists whose beginnings anew were done.
    begun: Vec<String>,
}

/// How many levels a list has (17.9.6).
pub(super) const LEVELS: usize = 9;

impl Numbering {
    /// The label of the next paragraph of a list, with the blank behind it; empty where the list gives none.
    pub fn label(&mut self, list: &str, level: usize) -> String {
        let Some((shape, anew)) = self.lists.get(list) else { return String::new() };
        let Some(levels) = self.shapes.get(shape) else { return String::new() };
        let Some(this) = levels.get(level) else { return String::new() };
        if this.format == "bullet" {
            return "- ".to_owned();
        }
        let counters = self.counters.entry(shape.clone()).or_insert_with(|| vec![None; LEVELS]);
        if !anew.is_empty() && !self.begun.iter().any(|b| b == list) {
            self.begun.push(list.to_owned());
            for (at, start) in anew {
                if let Some(counter) = counters.get_mut(*at) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        for (at, counter) in counters.iter_mut().enumerate() {
            let start = levels.get(at).map_or(1, |l| l.start);
            match at.cmp(&level) {
                // A level that was passed over counts as begun.
                std::cmp::Ordering::Less => *counter = counter.or(Some(start)),
                std::cmp::Ordering::Equal => *counter = Some(counter.map_or(start, |n| n.saturating_add(1))),
                std::cmp::Ordering::Greater => *counter = None,
            }
        }
        let mut out = String::new();
        let mut signs = this.text.chars();
        while let Some(c) = signs.next() {
            let place = if c == '%' { signs.clone().next().and_then(|d| d.to_digit(10)) } else { None };
            match place.and_then(|n| (n as usize).checked_sub(1)) {
                Some(at) => {
                    signs.next();
                    let number = counters.get(at).copied().flatten().unwrap_or(1);
                    out.push_str(&written(number, levels.get(at).map_or("decimal", |l| l.format.as_str())));
                }
                None => out.push(c),
            }
        }
        if !out.trim().is_empty() {
            out.push(' ');
        }
        out
    }
}

/// A number in a format of Word (17.18.59); formats without a Latin form count in digits.
fn written(number: u32, format: &str) -> String {
    match format {
        "lowerLetter" => letters(number),
        "upperLetter" => letters(number).to_uppercase(),
        "lowerRoman" => roman(number),
        "upperRoman" => roman(number).to_uppercase(),
        "decimalZero" => format!("{number:02}"),
        "none" => String::new(),
        _ => number.to_string(),
    }
}

/// a … z, aa, bb … as Word writes them.
fn letters(number: u32) -> String {
    let at = number.saturating_sub(1);
    let letter = char::from(b'a' + (at % 26) as u8);
    std::iter::repeat_n(letter, (at / 26 + 1).min(20) as usize).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: &[(u32, &str)] = &[
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    let mut left = number.min(3999);
    let mut out = String::new();
    for (value, sign) in SIGNS {
        while left >= *value {
            out.push_str(sign);
            left -= value;
        }
    }
    out
}

/// Reads the part that says how lists are numbered.
///
/// # Errors
/// Bad input: damaged.
pub(super) fn read_numbering(xml: &str, numbering: &mut Numbering) -> Result<()> {
    let (mut shape, mut list, mut level) = (String::new(), String::new(), None::<usize>);
    walk(xml, |seen| match seen {
        Seen::Start("abstractNum", e) => shape = attribute(e, "abstractNumId").unwrap_or_default(),
        Seen::Start("num", e) => list = attribute(e, "numId").unwrap_or_default(),
        Seen::Start("abstractNumId", e) => {
            numbering.lists.entry(list.clone()).or_default().0 = value(e);
        }
        Seen::Start("lvl" | "lvlOverride", e) => {
            level = attribute(e, "ilvl").and_then(|l| l.parse().ok()).filter(|l| *l < LEVELS);
            if let (Some(at), true) = (level, list.is_empty()) {
                let levels = numbering.shapes.entry(shape.clone()).or_default();
                levels.resize(levels.len().max(at + 1), ListLevel { start: 1, ..ListLevel::default() });
            }
        }
        Seen::Start("startOverride", e) => {
            if let (Some(at), Ok(start)) = (level, value(e).parse()) {
                numbering.lists.entry(list.clone()).or_default().1.insert(at, start);
            }
        }
        Seen::Start(name @ ("start" | "numFmt" | "lvlText"), e) if list.is_empty() => {
            let levels = numbering.shapes.get_mut(&shape);
            if let Some(this) = level.and_then(|at| levels?.get_mut(at)) {
                match name {
                    "start" => this.start = value(e).parse().unwrap_or(1),
                    "numFmt" => this.format = value(e),
                    _ => this.text = value(e),
                }
            }
        }
        _ => {}
    })
}

/// Reads which styles are those of lists.
///
/// # Errors
/// Bad input: damaged.
pub(super) fn read_styles(xml: &str, numbering: &mut Numbering) -> Result<()> {
    let (mut style, mut level, mut based) = (String::new(), 0, HashMap::new());
    walk(xml, |seen| match seen {
        Seen::Start("style", e) => (style, level) = (attribute(e, "styleId").unwrap_or_default(), 0),
        Seen::Start("basedOn", e) => {
            based.insert(style.clone(), value(e));
        }
        Seen::Start("ilvl", e) => level = value(e).parse().unwrap_or(0),
        Seen::Start("numId", e) => {
            numbering.styles.insert(style.clone(), (value(e), level));
        }
        _ => {}
    })?;
    // A style counts as the one it is based on; the chain is short, and may not run in a circle.
    let inherited: Vec<_> = based
        .keys()
        .filter(|style| !numbering.styles.contains_key(*style))
        .filter_map(|style| {
            let mut above = based.get(style)?;
            for _ in 0..16 {
                if let Some(found) = numbering.styles.get(above) {
                    return Some((style.clone(), found.clone()));
                }
                above = based.get(above)?;
            }
            None
        })
        .collect();
    numbering.styles.extend(inherited);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(format: &str, text: &str) -> ListLevel {
        ListLevel { format: format.to_owned(), text: text.to_owned(), start: 1 }
    }

    #[test]
    fn labels_count_as_word_counts() {
        let mut numbering = Numbering::default();
        let shape = vec![level("decimal", "Điều %1."), level("decimal", "%2."), level("lowerLetter", "%3)")];
        numbering.shapes.insert("0".to_owned(), shape);
        numbering.lists.insert("1".to_owned(), ("0".to_owned(), HashMap::new()));
        numbering.lists.insert("2".to_owned(), ("0".to_owned(), HashMap::from([(0, 7)])));
        let mut labels: Vec<String> = [0, 1, 2, 2, 1, 0, 1].iter().map(|l| numbering.label("1", *l)).collect();
        labels.push(numbering.label("2", 0));
        labels.push(numbering.label("2", 0));
        labels.push(numbering.label("3", 0));
        assert_eq!(labels, ["Điều 1. ", "1. ", "a) ", "b) ", "2. ", "Điều 2. ", "1. ", "Điều 7. ", "Điều 8. ", ""]);
    }

    #[test]
    fn numbers_are_written_in_each_format() {
        for (number, format, text) in [
            (4, "lowerRoman", "iv"),
            (19, "upperRoman", "XIX"),
            (2, "upperLetter", "B"),
            (27, "lowerLetter", "aa"),
            (5, "decimalZero", "05"),
            (5, "chicago", "5"),
        ] {
            assert_eq!(written(number, format), text);
        }
    }
}
