//! Lists of cuts that a resolution decided, without money: which procedure, which paper, which database, which provision. How such a list is
//! laid out, and of which document it is, is a file in `catalog/plans`, or an analyst's own.

mod items;
mod words;

use super::records::header::{plain_head, titles};
use super::tables::{Row, SourceTable, line};
use super::{input, toml_text};
use crate::text::fold;
use crate::words::plan::PlanWord;
use crate::words::{Fault, Message, Result};
use jiff::civil::Date;
use serde::Deserialize;
use std::path::Path;

/// The lists that come with the program.
const SHIPPED: &[(&str, &str)] = &[
    ("nq-66.7-2025.toml", include_str!("../../catalog/plans/nq-66.7-2025.toml")),
    ("abolition-items.toml", include_str!("../../catalog/plans/abolition-items.toml")),
];

/// In how many rows the header is looked for.
const HEADER_ROWS: usize = 20;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Title {
    vi: String,
    en: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    annex: Vec<String>,
    number: Vec<String>,
    code: Vec<String>,
    name: Vec<String>,
    component: Vec<String>,
    database: Vec<String>,
    owner: Vec<String>,
    instruments: Vec<String>,
    provisions: Vec<String>,
}

/// What the rows of a list do.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct PlanKind {
    #[serde(default)]
    annex: Vec<String>,
    #[serde(default)]
    head: Vec<String>,
    kind: String,
    title: String,
}

/// The layout of a list of papers, and its document.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PapersLayout {
    name: String,
    title: Title,
    document: String,
    date: Date,
    short: String,
    columns: Columns,
    kind: Vec<PlanKind>,
}

/// The layout of a list of cuts.
#[derive(Debug, Clone)]
pub enum PlanLayout {
    /// Codes of procedures with papers of their dossiers.
    Papers(PapersLayout),
    /// What is cut, in words.
    Items(items::ItemsLayout),
}

/// A list of cuts.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The name of its layout.
    pub name: String,
    /// What codes of its measures are made of.
    pub short: String,
    /// Its rows.
    pub items: Vec<PlanItem>,
    /// The rows that say nothing known, by their lines.
    pub unread: Vec<(usize, String)>,
}

/// A row of a list of cuts, as printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanItem {
    /// The number of the document that decided it.
    pub document: String,
    /// The day of the document.
    pub date: Date,
    /// From when to when it holds, where the layout says so.
    pub in_force: Option<(Date, Option<Date>)>,
    /// All of its words, where it is told in words.
    pub text: String,
    /// The sheet or table, where there are several.
    pub sheet: Option<String>,
    /// Where it stands, from 1.
    pub line: usize,
    /// The annex and its number there.
    pub annex: String,
    /// The number in the annex.
    pub number: String,
    /// The code of the procedure.
    pub code: String,
    /// The name of the procedure.
    pub name: String,
    /// The paper.
    pub component: String,
    /// The database.
    pub database: String,
    /// Who keeps the database.
    pub owner: String,
    /// The instruments that ask for the paper.
    pub instruments: String,
    /// Their provisions.
    pub provisions: String,
    /// Id of the kind of measure.
    pub kind: String,
    /// What the measure does, in one sentence.
    pub title: String,
}

impl PlanLayout {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// None with the files as shipped.
    pub fn shipped() -> Result<Vec<Self>> {
        SHIPPED.iter().map(|(file, text)| Self::parse(text).map_err(|fault| fault.in_file(Path::new(file)))).collect()
    }

    /// The layout in a file that says that it is one; nothing where it is something else, such as a mapping of records.
    ///
    /// # Errors
    /// Bad input, with line and column.
    pub(super) fn in_file(path: &Path) -> Result<Option<Self>> {
        let text = input::text(path)?;
        let is_one = text
            .lines()
            .any(|line| line.starts_with("[[document]]") || line.starts_with("document") && line.contains('='));
        if is_one { Self::parse(&text).map(Some).map_err(|fault| fault.in_file(path)) } else { Ok(None) }
    }

    fn parse(text: &str) -> Result<Self> {
        let bad = || Fault::input(PlanWord::BadLayout.said(&[])).hint(PlanWord::BadLayoutHint.said(&[]));
        if text.contains("[[document]]") {
            return toml_text::read(text, bad).map(Self::Items);
        }
        toml_text::read(text, bad).map(Self::Papers)
    }

    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Papers(layout) => &layout.name,
            Self::Items(layout) => &layout.name,
        }
    }

    /// What it is, in a language.
    pub fn title(&self, lang: crate::text::Lang) -> &str {
        let title = match self {
            Self::Papers(layout) => &layout.title,
            Self::Items(layout) => &layout.title,
        };
        if lang == crate::text::Lang::En { &title.en } else { &title.vi }
    }

    /// The shipped layout of this name.
    ///
    /// # Errors
    /// None with the files as shipped.
    pub(super) fn named(name: &str) -> Result<Option<Self>> {
        Ok(Self::shipped()?.into_iter().find(|layout| layout.name() == name))
    }

    /// The list in the text of a resolution.
    ///
    /// # Errors
    /// Bad input: the layout is one of tables, the text names no number, or the layout does not know the document.
    pub(super) fn read_text(&self, text: &str) -> Result<Plan> {
        match self {
            Self::Papers(layout) => {
                let fault = Fault::input(PlanWord::NoWords.said(&[&layout.name]));
                Err(fault.hint(PlanWord::NoWordsHint.said(&[])))
            }
            Self::Items(layout) => layout.read_text(text),
        }
    }

    /// The list in some tables; nothing where none of them has its header.
    pub(super) fn read(&self, tables: &[SourceTable]) -> Option<Plan> {
        match self {
            Self::Papers(layout) => layout.read(tables),
            Self::Items(layout) => layout.read(tables),
        }
    }
}

/// The column that goes by one of some names.
fn place_of(heads: &[Vec<String>], names: &[String]) -> Option<usize> {
    heads.iter().position(|head| names.iter().any(|name| head.contains(&plain_head(name))))
}

impl PapersLayout {
    fn read(&self, tables: &[SourceTable]) -> Option<Plan> {
        let mut items = Vec::new();
        let mut found = false;
        for table in tables {
            let Some((head, above)) = (0..table.rows.len().min(HEADER_ROWS)).find_map(|at| self.head(&table.rows, at))
            else {
                continue;
            };
            found = true;
            let mut annex = String::new();
            for (number, row) in &table.rows[above..] {
                let cell = |at: Option<usize>| at.and_then(|at| row.get(at)).map(line).unwrap_or_default();
                let mut texts: Vec<String> = row.iter().map(line).filter(|text| !text.is_empty()).collect();
                texts.dedup();
                if let [only] = &texts[..]
                    && fold(only).starts_with("phu luc")
                {
                    annex = only["Phụ lục".len().min(only.len())..].trim().to_owned();
                }
                let (code, component) = (cell(head.code), cell(head.component));
                if code.is_empty() || component.is_empty() || code == component {
                    continue;
                }
                let mut item = PlanItem {
                    document: self.document.clone(),
                    date: self.date,
                    sheet: table.name.clone(),
                    line: *number,
                    annex: cell(head.annex),
                    number: cell(head.number),
                    code,
                    name: cell(head.name),
                    component,
                    database: cell(head.database),
                    owner: cell(head.owner),
                    instruments: cell(head.instruments),
                    provisions: cell(head.provisions),
                    ..PlanItem::default()
                };
                if item.annex.is_empty() {
                    item.annex.clone_from(&annex);
                }
                let does = self.kind.iter().find(|kind| {
                    let any = kind.annex.is_empty() && kind.head.is_empty();
                    let word =
                        |word: &String| format!(" {} ", head.papers).contains(&format!(" {} ", plain_head(word)));
                    any || kind.annex.contains(&item.annex) || kind.head.iter().any(word)
                });
                let Some(does) = does else { continue };
                item.kind.clone_from(&does.kind);
                item.title = does.title.replace("{component}", &item.component).replace("{database}", &item.database);
                items.push(item);
            }
        }
        let (name, short) = (self.name.clone(), self.short.clone());
        found.then_some(Plan { name, short, items, unread: Vec::new() })
    }

    /// The header that begins at a row, and where the rows behind it begin.
    fn head(&self, rows: &[Row], at: usize) -> Option<(Head, usize)> {
        for high in 1..=2.min(rows.len() - at) {
            let heads: Vec<Vec<String>> = titles(&rows[at..at + high])
                .iter()
                .map(|may_be| may_be.iter().map(|title| plain_head(title)).collect())
                .collect();
            let place = |names: &[String]| place_of(&heads, names);
            let columns = &self.columns;
            let component = place(&columns.component);
            let head = Head {
                annex: place(&columns.annex),
                number: place(&columns.number),
                code: place(&columns.code),
                name: place(&columns.name),
                component,
                database: place(&columns.database),
                owner: place(&columns.owner),
                instruments: place(&columns.instruments),
                provisions: place(&columns.provisions),
                papers: component.and_then(|at| heads.get(at)?.first().cloned()).unwrap_or_default(),
            };
            if head.code.is_some() && head.component.is_some() && head.provisions.is_some() {
                return Some((head, at + high));
            }
        }
        None
    }
}

/// Where the columns of a list stand.
struct Head {
    annex: Option<usize>,
    number: Option<usize>,
    code: Option<usize>,
    name: Option<usize>,
    component: Option<usize>,
    database: Option<usize>,
    owner: Option<usize>,
    instruments: Option<usize>,
    provisions: Option<usize>,
    /// The head of the column of papers.
    papers: String,
}
