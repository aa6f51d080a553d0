//! Lists of what resolutions decided in words, without codes and without money: `Không thực hiện thủ tục X tại Điều 5 Nghị định …`. What a row does is
//! told by the words with which it begins, the procedure by its name behind them.

use super::{Plan, PlanItem, Title, place_of, words};
use crate::exchange::records::header::plain_head;
use crate::exchange::tables::{SourceTable, line};
use crate::text::fold;
use crate::words::plan::PlanWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    document: Vec<String>,
    annex: Vec<String>,
    number: Vec<String>,
    text: Vec<String>,
    provisions: Vec<String>,
}

/// A resolution, with its days; an annex may take effect on a day of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    number: String,
    date: Date,
    from: Date,
    #[serde(default)]
    until: Option<Date>,
    #[serde(default)]
    annex: Vec<Annex>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Annex {
    name: String,
    /// Only this part of it; all of it when empty.
    #[serde(default)]
    part: String,
    /// Only items of these numbers; all when empty.
    #[serde(default)]
    items: Vec<String>,
    from: Date,
    /// To when, where that is another day than that of the document.
    #[serde(default)]
    until: Option<Date>,
}

impl Annex {
    /// Whether it is about an item; a list that tells no part may be of any.
    fn holds(&self, annex: &str, part: &str, number: &str) -> bool {
        self.name == annex
            && (self.part.is_empty() || part.is_empty() || self.part == part)
            && (self.items.is_empty() || self.items.iter().any(|one| one == number))
    }
}

/// What rows that begin with some words do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ItemKind {
    begins: Vec<String>,
    kind: String,
    title: String,
}

/// The layout of such a list, with the resolutions of which it is.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemsLayout {
    /// Its name.
    pub name: String,
    pub(super) title: Title,
    short: String,
    columns: Columns,
    /// Words before which the name of a procedure ends.
    ends: Vec<String>,
    document: Vec<Document>,
    kind: Vec<ItemKind>,
}

impl ItemsLayout {
    /// The list in some tables; nothing where none of them has its header.
    pub(super) fn read(&self, tables: &[SourceTable]) -> Option<Plan> {
        let (mut items, mut unread, mut found) = (Vec::new(), Vec::new(), false);
        for table in tables {
            let head = |row: &[serde_json::Value]| {
                let heads: Vec<Vec<String>> = row.iter().map(|cell| vec![plain_head(&line(cell))]).collect();
                let place = |names: &[String]| place_of(&heads, names);
                let columns = &self.columns;
                Some((
                    place(&columns.document)?,
                    place(&columns.annex)?,
                    place(&columns.text)?,
                    place(&columns.number),
                    place(&columns.provisions),
                ))
            };
            let rows = table.rows.iter().take(super::HEADER_ROWS).enumerate();
            let Some((at, (document, annex, text, number, provisions))) =
                rows.filter_map(|(at, (_, row))| Some((at, head(row)?))).next()
            else {
                continue;
            };
            found = true;
            for (number_of_line, row) in &table.rows[at + 1..] {
                let cell = |at: usize| row.get(at).map(line).unwrap_or_default();
                let (text, document) = (cell(text), cell(document));
                if text.is_empty() {
                    continue;
                }
                let label = number.map(cell).unwrap_or_default();
                let Some(item) = self.item(&document, (&cell(annex), "", &label), &text) else {
                    unread.push((*number_of_line, text));
                    continue;
                };
                items.push(PlanItem {
                    sheet: table.name.clone(),
                    line: *number_of_line,
                    number: label,
                    provisions: provisions.map(cell).unwrap_or_default(),
                    ..item
                });
            }
        }
        found.then(|| Plan { name: self.name.clone(), short: self.short.clone(), items, unread })
    }

    /// The list in the text of one of the resolutions: the items of its annexes.
    ///
    /// # Errors
    /// Bad input: the text names no number, or this layout does not know the days of the document.
    pub(super) fn read_text(&self, text: &str) -> Result<Plan> {
        let number = words::number_of(text).ok_or_else(|| Fault::input(PlanWord::NoNumber.said(&[])))?;
        if !self.document.iter().any(|known| fold(&known.number) == fold(&number)) {
            let known: Vec<&str> = self.document.iter().map(|known| known.number.as_str()).collect();
            let fault = Fault::input(PlanWord::NoDocument.said(&[&number, &known.join(", ")]));
            return Err(fault.hint(PlanWord::NoDocumentHint.said(&[])));
        }
        let begins: Vec<String> = self.kind.iter().flat_map(|kind| &kind.begins).map(|words| fold(words)).collect();
        let (mut items, mut unread) = (Vec::new(), Vec::new());
        for one in words::items(text, &begins) {
            match self.item(&number, (&one.annex, &one.part, &one.number), &one.text) {
                Some(item) => {
                    let provisions = self.provisions(&one.text);
                    items.push(PlanItem { line: one.line, number: one.number, provisions, ..item });
                }
                None => unread.push((one.line, one.text)),
            }
        }
        if items.is_empty() && unread.is_empty() {
            return Err(Fault::input(PlanWord::NoItems.said(&[&number])));
        }
        Ok(Plan { name: self.name.clone(), short: self.short.clone(), items, unread })
    }

    /// The provisions that an item names, as printed: from the first on, without what the instrument is about.
    fn provisions(&self, text: &str) -> String {
        let small = text.to_lowercase();
        let starts = ["điểm ", "khoản ", "điều ", "phụ lục "].iter().filter_map(|word| {
            let at = small.find(&format!(" tại {word}"))? + " tại ".len();
            Some(at)
        });
        let Some(start) = starts.min() else { return String::new() };
        let rest = &text[start.min(text.len())..];
        let small = rest.to_lowercase();
        let end = [
            " quy định chi tiết",
            " quy định về",
            " của chính phủ",
            " ngày ",
            " được sửa đổi",
            " cho chủ tịch",
            " cho ủy ban",
        ]
        .iter()
        .filter_map(|word| small.find(word))
        .min();
        rest.get(..end.unwrap_or(rest.len())).unwrap_or(rest).trim_end_matches(['.', ';', ',', ' ']).to_owned()
    }

    /// What a row says; nothing where it begins with no known words, or is of no known resolution.
    fn item(&self, document: &str, (annex, part, number): (&str, &str, &str), text: &str) -> Option<PlanItem> {
        let known = self.document.iter().find(|known| fold(&known.number) == fold(document))?;
        let bare = text.trim_start_matches(|c: char| {
            c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | '.' | ')' | '-' | '–' | ' ' | '+')
        });
        let folded = fold(bare);
        let begins = self.kind.iter().flat_map(|kind| kind.begins.iter().map(move |words| (kind, words)));
        let (kind, words) =
            begins.filter(|(_, words)| folded.starts_with(&fold(words))).max_by_key(|(_, words)| words.len())?;
        let rest: String = bare.chars().skip(words.chars().count()).collect();
        let small = rest.to_lowercase();
        let end = self.ends.iter().filter_map(|word| small.find(word.as_str())).min().unwrap_or(small.len());
        let name = rest.get(..end).unwrap_or(&rest).trim_matches([' ', ':', ',', ';', '.', '“', '”', '"']);
        let own = known.annex.iter().find(|own| own.holds(annex, part, number));
        let from = own.map_or(known.from, |own| own.from);
        let until = own.and_then(|own| own.until).or(known.until);
        Some(PlanItem {
            document: known.number.clone(),
            date: known.date,
            in_force: Some((from, until)),
            annex: annex.to_owned(),
            name: name.to_owned(),
            text: text.to_owned(),
            kind: kind.kind.clone(),
            title: kind.title.replace("{name}", name),
            ..PlanItem::default()
        })
    }
}
