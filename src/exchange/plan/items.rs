//! Lists of what resolutions decided in words, without codes and without money: `Không thực hiện thủ tục X tại Điều 5 Nghị định …`. What a row does is
//! told by the words with which it begins, the procedure by its name behind them.

use super::{Plan, PlanItem, Title, place_of};
use crate::exchange::records::header::plain_head;
use crate::exchange::tables::{SourceTable, line};
use crate::text::fold;
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
    from: Date,
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
                let Some(item) = self.item(&document, &cell(annex), &text) else {
                    unread.push((*number_of_line, text));
                    continue;
                };
                items.push(PlanItem {
                    sheet: table.name.clone(),
                    line: *number_of_line,
                    number: number.map(cell).unwrap_or_default(),
                    provisions: provisions.map(cell).unwrap_or_default(),
                    ..item
                });
            }
        }
        found.then(|| Plan { name: self.name.clone(), short: self.short.clone(), items, unread })
    }

    /// What a row says; nothing where it begins with no known words, or is of no known resolution.
    fn item(&self, document: &str, annex: &str, text: &str) -> Option<PlanItem> {
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
        let from = known.annex.iter().find(|own| own.name == annex).map_or(known.from, |own| own.from);
        Some(PlanItem {
            document: known.number.clone(),
            date: known.date,
            in_force: Some((from, known.until)),
            annex: annex.to_owned(),
            name: name.to_owned(),
            text: text.to_owned(),
            kind: kind.kind.clone(),
            title: kind.title.replace("{name}", name),
            ..PlanItem::default()
        })
    }
}
