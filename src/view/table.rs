//! An answer in rows: a table that knows its forms, for people, JSON, CSV and Markdown.

use super::answers::Holds;
use super::cell::Cell;
use super::declared::{SeenBy, TableKind};
use super::filter::value::held;
use super::json::{SCHEMA_VERSION, english_key, pretty};
use super::widths::{self, Want};
use crate::text::Lang;
use crate::words::cli::CliMessage;
use crate::words::filter::FilterWord;
use crate::words::{Fault, Message, Result, Said};
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use unicode_width::UnicodeWidthStr;

crate::words::named! {
    /// The form of an answer.
    Format {
        /// For people.
        Table = "table",
        /// For programs; stable.
        Json = "json",
        /// For spreadsheets.
        Csv = "csv",
        /// For documents.
        Md = "md",
    }
}

impl Format {
    /// Whether people read it, and not a program.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Table | Self::Md)
    }
}

/// What programs see beside what everyone does.
const PROGRAMS: &[SeenBy] = &[SeenBy::Programs, SeenBy::Wide];

/// The blanks at both sides of a cell.
const PADDING: usize = 2;

/// A column: its key in JSON and CSV, its title for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// English, snake_case.
    pub key: &'static str,
    /// In the language of the output.
    pub title: String,
    /// What its cells hold, whatever stands in them.
    pub holds: Holds,
    /// Who sees it.
    pub seen_by: SeenBy,
}

impl Column {
    /// A column of words, for everyone.
    pub fn new(key: &'static str, title: String) -> Self {
        Self { key, title, holds: Holds::Text, seen_by: SeenBy::Everyone }
    }
}

/// An answer in rows.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// What the rows are, for JSON (`procedure`, `progress` …).
    pub kind: &'static str,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, each as long as the columns.
    pub rows: Vec<Vec<Cell>>,
    /// What people read above them.
    pub head: String,
    /// What must be known to read them; told beside the answer.
    pub notes: Vec<Said>,
    /// The title above the titles of the columns, where people read the rows beside each other.
    beside: Option<String>,
}

impl Table {
    /// A table without rows.
    pub fn of(kind: &TableKind, lang: Lang) -> Self {
        let columns = kind.columns.iter().map(|column| Column {
            key: column.key(),
            title: column.title(lang),
            holds: column.holds(),
            seen_by: column.seen_by,
        });
        Self::new(kind.name, columns.collect())
    }

    /// A table without rows whose columns depend on what was asked for.
    pub fn new(kind: &'static str, columns: Vec<Column>) -> Self {
        Self { kind, columns, ..Self::default() }
    }

    /// Gives a column another title, where its words depend on what was asked for.
    pub fn titled(&mut self, key: &str, title: &str) {
        self.columns.iter_mut().filter(|column| column.key == key).for_each(|column| column.title = title.to_owned());
    }

    /// Says what a column holds where that depends on what was asked for.
    pub fn typed(&mut self, key: &str, holds: Holds) {
        self.columns.iter_mut().filter(|column| column.key == key).for_each(|column| column.holds = holds.clone());
    }

    /// Adds a row.
    pub fn push(&mut self, row: Vec<Cell>) {
        debug_assert_eq!(row.len(), self.columns.len());
        self.rows.push(row);
    }

    /// Takes in the rows of another table: the cells of the same key, or of the one that stands beside the key; where there is none,
    /// nothing.
    pub fn take(&mut self, other: &Self, renamed: &[(&str, &str)]) {
        let theirs = |key: &'static str| renamed.iter().find(|(own, _)| *own == key).map_or(key, |(_, theirs)| theirs);
        let at = |key: &str| other.columns.iter().position(|column| column.key == key);
        let places: Vec<Option<usize>> = self.columns.iter().map(|column| at(theirs(column.key))).collect();
        let cells = |row: &Vec<Cell>| places.iter().map(|at| at.map_or(Cell::Empty, |at| row[at].clone())).collect();
        self.rows.extend(other.rows.iter().map(cells));
    }

    /// Where a column stands.
    ///
    /// # Errors
    /// Wrong usage, naming the columns there are and what they hold.
    pub fn column(&self, key: &str) -> Result<usize> {
        self.columns.iter().position(|c| c.key == key).ok_or_else(|| {
            let named = |lang: Lang| {
                let name = |c: &Column| format!("{} ({})", c.key, held(&c.holds).text(lang));
                vec![self.columns.iter().map(name).collect::<Vec<_>>().join(", ")]
            };
            Fault::usage(FilterWord::NoColumn.said(&[&key])).hint(FilterWord::Columns.said_by(named))
        })
    }

    /// Keeps only these columns, in this order, for everyone.
    ///
    /// # Errors
    /// Wrong usage, naming the columns there are.
    pub fn keep(&mut self, keys: &[impl AsRef<str>]) -> Result<()> {
        let places: Vec<usize> = keys.iter().map(|key| self.column(key.as_ref())).collect::<Result<_>>()?;
        *self = self.arranged(&places);
        self.columns.iter_mut().for_each(|column| column.seen_by = SeenBy::Everyone);
        Ok(())
    }

    /// Puts these columns in front, in this order; the others are seen by who asks for them.
    ///
    /// # Errors
    /// Wrong usage, naming the columns there are.
    pub fn feature(&mut self, keys: &[&str]) -> Result<()> {
        let mut places: Vec<usize> = keys.iter().map(|key| self.column(key)).collect::<Result<_>>()?;
        places.extend((0..self.columns.len()).filter(|at| !keys.contains(&self.columns[*at].key)));
        *self = self.arranged(&places);
        for (at, column) in self.columns.iter_mut().enumerate() {
            column.seen_by = if at < keys.len() { SeenBy::Everyone } else { SeenBy::Asked };
        }
        Ok(())
    }

    /// Lets two columns change places.
    ///
    /// # Errors
    /// Wrong usage, naming the columns there are.
    pub fn swap(&mut self, one: &str, other: &str) -> Result<()> {
        let (one, other) = (self.column(one)?, self.column(other)?);
        self.columns.swap(one, other);
        self.rows.iter_mut().for_each(|row| row.swap(one, other));
        Ok(())
    }

    /// Takes a column out, where there is one of this key.
    pub fn without(&mut self, key: &str) {
        let places: Vec<usize> = (0..self.columns.len()).filter(|at| self.columns[*at].key != key).collect();
        *self = self.arranged(&places);
    }

    /// Leaves a column to programs, where it says nothing to people.
    pub fn for_programs(&mut self, key: &str) {
        self.columns.iter_mut().filter(|column| column.key == key).for_each(|column| column.seen_by = SeenBy::Programs);
    }

    /// Shows people a column a row and a row a column, under the title given and the cells of the first column: few rows of many figures.
    pub fn beside(&mut self, title: &str) {
        self.beside = Some(title.to_owned());
    }

    /// Shows people only the columns in which something stands, so that they have room for these.
    pub fn leave_out_empty(&mut self) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            if !self.rows.is_empty() && self.rows.iter().all(|row| row[at] == Cell::Empty) {
                column.seen_by = SeenBy::Programs;
            }
        }
    }

    /// The columns at these places.
    fn arranged(&self, places: &[usize]) -> Self {
        let columns = places.iter().map(|at| self.columns[*at].clone()).collect();
        let rows = self.rows.iter().map(|row| places.iter().map(|at| row[*at].clone()).collect()).collect();
        Self { columns, rows, ..self.clone() }
    }

    /// What those who see these columns, beside those for everyone, see of it.
    fn seen(&self, by: &[SeenBy]) -> Cow<'_, Self> {
        let sees = |column: &Column| column.seen_by == SeenBy::Everyone || by.contains(&column.seen_by);
        if self.columns.iter().all(sees) {
            return Cow::Borrowed(self);
        }
        let places: Vec<usize> = (0..self.columns.len()).filter(|at| sees(&self.columns[*at])).collect();
        Cow::Owned(self.arranged(&places))
    }

    /// What people who see these columns see of it, beside each other where that is how they read it.
    fn seen_by_people(&self, by: &[SeenBy], lang: Lang) -> Cow<'_, Self> {
        let seen = self.seen(by);
        let Some(title) = &self.beside else { return seen };
        let mut columns = vec![Column::new("", title.clone())];
        columns.extend(seen.rows.iter().map(|row| Column::new("", row[0].shown(lang))));
        let line = |(at, column): (usize, &Column)| -> Vec<Cell> {
            std::iter::once(column.title.as_str().into()).chain(seen.rows.iter().map(|row| row[at].clone())).collect()
        };
        let rows = seen.columns.iter().enumerate().skip(1).map(line).collect();
        Cow::Owned(Self { columns, rows, ..self.clone() })
    }

    /// The table in one form.
    ///
    /// # Errors
    /// A library cannot write the form.
    pub fn render(&self, format: Format, lang: Lang, width: Option<u16>) -> Result<String> {
        let head = if self.head.is_empty() { String::new() } else { format!("{}\n\n", self.head) };
        Ok(match format {
            Format::Table => head + &self.seen_by_people(&[SeenBy::People], lang).for_people(lang, width),
            Format::Json => pretty(&self.json())?,
            Format::Csv => self.seen(PROGRAMS).csv()?,
            Format::Md => head + &self.seen_by_people(&[SeenBy::People, SeenBy::Wide], lang).markdown(lang),
        })
    }

    /// The table as JSON.
    pub fn json(&self) -> Value {
        let seen = self.seen(PROGRAMS);
        let row = |row: &Vec<Cell>| -> Value {
            let mut fields = Map::new();
            for (column, cell) in seen.columns.iter().zip(row) {
                fields.insert(column.key.to_owned(), cell.json());
                if column.holds == Holds::Names {
                    fields.insert(english_key(column.key), cell.english().json());
                }
            }
            Value::Object(fields)
        };
        let rows: Vec<Value> = seen.rows.iter().map(row).collect();
        json!({ "schema_version": SCHEMA_VERSION, "kind": self.kind, "rows": rows })
    }

    fn csv(&self) -> Result<String> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        let failed = |e: csv::Error| Fault::other(CliMessage::CannotWrite.said(&[&"csv"])).because(e);
        let mut keys: Vec<String> = Vec::new();
        for column in &self.columns {
            keys.push(column.key.to_owned());
            if column.holds == Holds::Names {
                keys.push(english_key(column.key));
            }
        }
        writer.write_record(keys).map_err(failed)?;
        for row in &self.rows {
            let mut cells: Vec<String> = Vec::new();
            for (column, cell) in self.columns.iter().zip(row) {
                cells.push(cell.csv());
                if column.holds == Holds::Names {
                    cells.push(cell.english().csv());
                }
            }
            writer.write_record(cells).map_err(failed)?;
        }
        let bytes =
            writer.into_inner().map_err(|e| Fault::other(CliMessage::CannotWrite.said(&[&"csv"])).because(e))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn markdown(&self, lang: Lang) -> String {
        let mut out = String::new();
        let line = |cells: Vec<String>| format!("| {} |\n", cells.join(" | "));
        out.push_str(&line(self.columns.iter().map(|c| c.title.clone()).collect()));
        let numeric = |at: usize| self.rows.iter().any(|row| row[at].is_number());
        out.push_str(&line(
            (0..self.columns.len()).map(|at| if numeric(at) { "---:" } else { "---" }.into()).collect(),
        ));
        for row in &self.rows {
            out.push_str(&line(row.iter().map(|cell| escape_markdown(&cell.shown(lang))).collect()));
        }
        out
    }

    fn for_people(&self, lang: Lang, width: Option<u16>) -> String {
        use comfy_table::{CellAlignment, ColumnConstraint, LineStyle, TableStyle, Width};
        const STYLE: TableStyle = TableStyle::new().header_separator(LineStyle::none().fill('─').junction('─'));
        let shown: Vec<Vec<String>> =
            self.rows.iter().map(|row| row.iter().map(|cell| cell.shown(lang)).collect()).collect();
        let fixed = match width.map(|width| self.widths(&shown, width.into())) {
            Some(None) => return self.records(&shown, width),
            Some(Some(widths)) => widths,
            None => Vec::new(),
        };
        let mut table = comfy_table::Table::new();
        table.load_style(STYLE);
        table.set_header(self.columns.iter().map(|c| c.title.clone()));
        for (row, shown) in self.rows.iter().zip(shown) {
            table.add_row(row.iter().zip(shown).map(|(cell, shown)| {
                let alignment = if cell.is_number() { CellAlignment::Right } else { CellAlignment::Left };
                comfy_table::Cell::new(shown).set_alignment(alignment)
            }));
        }
        for (column, width) in table.column_iter_mut().zip(fixed) {
            let width = u16::try_from(width + PADDING).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        let mut out = table.to_string();
        out.push('\n');
        out
    }

    /// The widths of the columns on a terminal; none where a word would have to be broken.
    fn widths(&self, shown: &[Vec<String>], width: usize) -> Option<Vec<usize>> {
        let mut wants = vec![Want::default(); self.columns.len()];
        for (want, column) in wants.iter_mut().zip(&self.columns) {
            want.hold(&column.title, true);
        }
        for row in shown {
            wants.iter_mut().zip(row).for_each(|(want, text)| want.hold(text, false));
        }
        // Between two columns stands a blank.
        let between = (PADDING + 1) * wants.len();
        widths::fitted(&wants, (width + 1).checked_sub(between)?)
    }

    /// The rows below each other, a line a cell, where the columns do not fit side by side; empty cells are left out.
    fn records(&self, shown: &[Vec<String>], width: Option<u16>) -> String {
        use comfy_table::{ColumnConstraint, ContentArrangement, Width};
        let mut table = comfy_table::Table::new();
        table.set_content_arrangement(ContentArrangement::Dynamic).load_style(comfy_table::TableStyle::new());
        if let Some(width) = width {
            table.set_width(width);
        }
        for (n, row) in shown.iter().enumerate() {
            if n > 0 {
                table.add_row(["", ""]);
            }
            for (column, text) in self.columns.iter().zip(row).filter(|(_, text)| !text.is_empty()) {
                table.add_row([column.title.as_str(), text]);
            }
        }
        let title = self.columns.iter().map(|c| c.title.width() + PADDING).max().unwrap_or(0);
        if let Some(column) = table.column_mut(0) {
            let width = u16::try_from(title).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
        table.trim_fmt() + "\n"
    }
}

/// Text with the signs escaped that Markdown would take for marks.
pub fn escape_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '|' | '*' | '_' | '`' | '<' | '\\' | '[' | ']' | '~') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(rows: &[[&str; 3]]) -> Table {
        super::super::declare! {
            TEST = "test" of "" {
                "a", CliMessage::Code, "text";
                "b", CliMessage::KindColumn, "text";
                "c", CliMessage::OldPlace, "text";
            }
        }
        let mut table = Table::of(&TEST, Lang::Vi);
        rows.iter().for_each(|row| table.push(row.iter().map(|text| (*text).into()).collect()));
        table
    }

    #[test]
    fn rows_that_do_not_fit_stand_below_each_other() {
        let number = "01/2014/NQLT-CP-UBTƯMTTQVN";
        let table = table(&[[number, number, "Nghị quyết liên tịch"], [number, "", "b"]]);
        let wide = table.for_people(Lang::Vi, Some(100));
        assert_eq!(wide.lines().filter(|line| line.contains(number)).count(), 2, "{wide}");
        let narrow = table.for_people(Lang::Vi, Some(60));
        assert_eq!(narrow.matches(number).count(), 3, "{narrow}");
        assert!(narrow.contains(" Mã         01/2014") && narrow.contains("\n\n Mã "), "{narrow}");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_terminal_and_no_word_is_broken(
            rows in prop::collection::vec(prop::array::uniform3(prop::collection::vec("[a-zđ/.0-9]{1,18}", 0..8)), 1..6),
            width in 60_u16..140,
        ) {
            let texts: Vec<[String; 3]> = rows.iter().map(|row| row.clone().map(|words| words.join(" "))).collect();
            let table = table(&texts.iter().map(|row| [&*row[0], &*row[1], &*row[2]]).collect::<Vec<_>>());
            let shown = table.for_people(Lang::Vi, Some(width));
            prop_assert!(shown.lines().all(|line| line.width() <= width.into()), "{}", shown);
            for word in rows.iter().flatten().flatten() {
                prop_assert!(shown.split_whitespace().any(|seen| seen == word), "{} is broken in\n{}", word, shown);
            }
        }
    }
}
