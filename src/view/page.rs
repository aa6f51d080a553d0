//! An answer about one thing: a title, and below it facts, items, prose and tables that people read; to programs the fields of a JSON object.

use super::cell::Cell;
use super::json::noun_json;
use super::table::{Format, Table};
use super::{declare, pretty};
use crate::model::noun::Word;
use crate::text::Lang;
use crate::words::cli::CliMessage;
use crate::words::record::RecordWord;
use crate::words::{English, Message, Result, Said, capital};
use jiff::civil::Date;
use serde::Serialize;
use serde_json::{Map, Value};
use std::fmt::Display;

/// A part of a page.
#[derive(Debug, Clone)]
pub enum Part {
    /// A label and what it says.
    Fact(String, String),
    /// The title of the items or the prose that follow.
    Heading(String),
    /// A line above some of the items.
    Group(String),
    /// An item with its id.
    Item(String, String),
    /// A line so many blanks in.
    Line(usize, String),
    /// Text of several lines.
    Prose(String),
    /// An empty line.
    Blank,
    /// Rows; none of a table without rows.
    Table(Table),
}

/// An answer about one thing.
#[derive(Debug, Clone)]
pub struct Page {
    kind: &'static str,
    lang: Lang,
    title: String,
    parts: Vec<Part>,
    fields: Map<String, Value>,
    /// What spreadsheets get in place of the fields.
    sheet: Option<Table>,
    /// What must be known to read it; told beside the answer.
    pub notes: Vec<Said>,
}

declare! {
    /// The fields of a page, a row a field: the form of a page for spreadsheets and documents.
    FIELDS = "fields" of "" {
        "field", CliMessage::FieldColumn, "text";
        "value", CliMessage::ValueColumn, "text";
    }
}

impl Page {
    /// A page without parts. `kind` says to programs what it is about; the title is shown above the parts, if there is one.
    pub fn new(kind: &'static str, lang: Lang, title: impl Into<String>) -> Self {
        Self { kind, lang, title: title.into(), parts: Vec::new(), fields: Map::new(), sheet: None, notes: Vec::new() }
    }

    /// A page about a noun, under its code and its name.
    pub fn about(kind: &'static str, lang: Lang, code: &str, name: &str) -> Self {
        Self::new(kind, lang, format!("{code}  {name}"))
    }

    /// Takes in the fields of a noun as its files have them.
    pub fn noun(&mut self, noun: &impl Serialize) {
        if let Value::Object(fields) = serde_json::to_value(noun).unwrap_or_default() {
            self.fields.extend(fields);
        }
    }

    /// Takes in the fields of an object.
    pub fn fields(&mut self, object: Value) {
        self.noun(&object);
    }

    /// Puts the fields of a field beside the others, so that programs need not know where they come from; a kind of its own goes, as the
    /// page has one.
    pub fn flatten(&mut self, key: &str) {
        if let Some(Value::Object(mut inner)) = self.fields.remove(key) {
            inner.remove("kind");
            self.fields.extend(inner);
        }
    }

    /// A field for programs.
    pub fn field(&mut self, key: &str, value: impl Into<Value>) {
        self.fields.insert(key.to_owned(), value.into());
    }

    /// A field of rows for programs, without some of their columns.
    pub fn rows(&mut self, key: &str, table: &Table, without: &[&str]) {
        let mut table = table.clone();
        without.iter().for_each(|column| table.without(column));
        self.field(key, table.json()["rows"].take());
    }

    /// The rows that spreadsheets get in place of the fields, and documents where the page has no rows of its own.
    pub fn sheet(&mut self, rows: Table) {
        self.sheet = Some(rows);
    }

    /// A label and what it says; nothing, where it says nothing.
    pub fn fact(&mut self, label: impl Message, value: impl AsRef<str>) {
        let value = value.as_ref();
        if !value.is_empty() {
            self.parts.push(Part::Fact(label.text(self.lang).to_owned(), value.to_owned()));
        }
    }

    /// The word for a field and what it says; nothing, where it says nothing.
    pub fn labelled(&mut self, word: Word, value: String) {
        if !value.is_empty() {
            self.parts.push(Part::Fact(capital(word.text(self.lang)), value));
        }
    }

    /// The title of the whole.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The word for a field as the title of what follows.
    pub fn titled(&mut self, word: Word) {
        self.parts.push(Part::Heading(capital(word.text(self.lang))));
    }

    /// A label and a cell as people read it; nothing of an empty one.
    pub fn shown(&mut self, label: impl Message, cell: &Cell) {
        self.fact(label, cell.shown(self.lang));
    }

    /// A label and a day.
    pub fn day(&mut self, label: impl Message, day: Option<Date>) {
        self.shown(label, &day.map_or(Cell::Empty, Cell::Day));
    }

    /// The name in the other language, where there is one.
    pub fn other_name(&mut self, vi: &str, en: &impl English) {
        match (self.lang, en.english()) {
            (Lang::Vi, Some(en)) => self.fact(RecordWord::InEnglish, en),
            (Lang::En, Some(_)) => self.fact(RecordWord::InVietnamese, vi),
            (_, None) => {}
        }
    }

    /// The title of what follows.
    pub fn heading(&mut self, label: impl Message) {
        self.parts.push(Part::Heading(label.text(self.lang).to_owned()));
    }

    /// A line above some items.
    pub fn group(&mut self, name: &str) {
        self.parts.push(Part::Group(name.to_owned()));
    }

    /// An item with its id.
    pub fn item(&mut self, id: impl Into<String>, text: impl Into<String>) {
        self.parts.push(Part::Item(id.into(), text.into()));
    }

    /// Items under a title; nothing, where there are none.
    pub fn items<'i>(&mut self, label: impl Message, items: impl Iterator<Item = (&'i String, String)>) {
        let mut items = items.peekable();
        if items.peek().is_some() {
            self.heading(label);
            self.parts.extend(items.map(|(id, text)| Part::Item(id.clone(), text)));
        }
    }

    /// A line.
    pub fn line(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Line(0, text.into()));
    }

    /// A line so many blanks in.
    pub fn within(&mut self, blanks: usize, text: impl Into<String>) {
        self.parts.push(Part::Line(blanks, text.into()));
    }

    /// A message on a line.
    pub fn say(&mut self, message: impl Message, values: &[&dyn Display]) {
        self.line(message.with(self.lang, values));
    }

    /// Text under a title; nothing, where there is none.
    pub fn prose(&mut self, label: impl Message, text: &str) {
        if !text.is_empty() {
            self.heading(label);
            self.parts.push(Part::Prose(text.to_owned()));
        }
    }

    /// An empty line.
    pub fn blank(&mut self) {
        self.parts.push(Part::Blank);
    }

    /// Rows, below an empty line; nothing of a table without rows.
    pub fn table(&mut self, table: Table) {
        if !table.rows.is_empty() {
            self.parts.push(Part::Table(table));
        }
    }

    /// The language of the page.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// What the page is about, for programs.
    pub fn kind(&self) -> &'static str {
        self.kind
    }

    /// The parts, for a screen.
    pub fn into_parts(self) -> Vec<Part> {
        self.parts
    }

    /// For programs.
    pub fn json(&self) -> Value {
        noun_json(self.kind, Value::Object(self.fields.clone()))
    }

    /// The page in one form.
    ///
    /// # Errors
    /// A library cannot write the form.
    pub fn render(&self, format: Format, width: Option<u16>) -> Result<String> {
        match format {
            Format::Json => pretty(&self.json()),
            Format::Table => self.text(width),
            Format::Md if self.sheet.is_some() && self.parts.iter().any(|part| matches!(part, Part::Table(_))) => {
                self.document()
            }
            Format::Csv | Format::Md => match &self.sheet {
                Some(rows) => rows.render(format, self.lang, None),
                None => self.field_rows().render(format, self.lang, None),
            },
        }
    }

    /// The fields, a row a field; lists as JSON.
    fn field_rows(&self) -> Table {
        let mut table = Table::of(&FIELDS, self.lang);
        for (name, value) in self.json().as_object().into_iter().flatten() {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            table.push(vec![name.as_str().into(), text.into()]);
        }
        table
    }

    /// For documents: a paragraph each, and rows as they stand there.
    fn document(&self) -> Result<String> {
        let mut paragraphs = Vec::new();
        for part in &self.parts {
            paragraphs.push(match part {
                Part::Fact(label, value) => format!("{label}: {value}\n"),
                Part::Heading(text) => format!("**{text}**\n"),
                Part::Item(id, text) => format!("{id} {text}\n"),
                Part::Group(text) | Part::Line(_, text) | Part::Prose(text) => format!("{text}\n"),
                Part::Blank => continue,
                Part::Table(table) => table.render(Format::Md, self.lang, None)?,
            });
        }
        Ok(paragraphs.join("\n"))
    }

    /// For people, on a terminal of so many columns.
    fn text(&self, width: Option<u16>) -> Result<String> {
        let mut out = String::new();
        if !self.title.is_empty() {
            out = format!("{}\n", self.title);
            // A heading brings its own empty line.
            if !matches!(self.parts.first(), Some(Part::Heading(_) | Part::Blank)) {
                out.push('\n');
            }
        }
        for part in &self.parts {
            out += &match part {
                Part::Fact(label, value) => format!("{label}: {value}\n"),
                Part::Heading(label) => format!("\n{label}\n"),
                Part::Group(name) => format!("  {name}\n"),
                Part::Item(id, text) => format!("  {id:<4} {text}\n"),
                Part::Line(blanks, text) => format!("{:blanks$}{text}\n", ""),
                Part::Prose(text) => format!("{text}\n"),
                Part::Blank => "\n".to_owned(),
                Part::Table(table) => format!("\n{}", table.render(Format::Table, self.lang, width)?),
            };
        }
        Ok(out)
    }
}
