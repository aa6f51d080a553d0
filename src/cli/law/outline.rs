//! `law outline`: the head of an instrument, its tree, and what is odd about it.

use super::lines;
use crate::cli::Answer;
use crate::cli::args::LawOutlineArgs;
use crate::cli::context::Context;
use crate::cli::output;
use crate::exchange::legal_text::LegalText;
use crate::law::{Header, Located, Outline, Unit, Warning};
use crate::model::Level;
use crate::text::{Lang, date};
use crate::view::{Cell, Column, Format, SCHEMA_VERSION, Table, declare, escape_markdown, pretty, with_said};
use crate::words::law::LawMessage as Say;
use crate::words::{Message, Result};
use serde_json::{Map, Value, json};

/// How many letters of a unit a table shows.
const SHOWN: usize = 90;

/// The levels that are counted.
const COUNTED: [Level; 11] = [
    Level::Part,
    Level::Chapter,
    Level::Section,
    Level::Subsection,
    Level::Article,
    Level::Clause,
    Level::Point,
    Level::Item,
    Level::Annex,
    Level::Quote,
    Level::Table,
];

/// An instrument that was read.
struct Read<'t> {
    source: &'t LegalText,
    outline: Outline<'t>,
    header: Header,
}

/// Shows the structure of an instrument.
pub(super) fn run(context: &Context, args: &LawOutlineArgs) -> Result<Answer> {
    let source = super::file::source(context, &args.file, args.letters)?;
    if args.dropped {
        let mut table = Table::of(&DROPPED_LINE, context.lang);
        for (line, text) in &source.dropped {
            table.push(vec![(*line).into(), text.clone().into()]);
        }
        context.answer(&table)?;
        return Ok(Answer::Done);
    }
    let outline = Outline::read(&source.text);
    let mut header = Header::read(&outline);
    header.fill(&source.front);
    let read = Read { source: &source, outline, header };
    let lang = context.lang;
    let width = context.width();
    let form = context.form();
    let table = match form {
        _ if args.count => read.counts_table(lang),
        Format::Csv => read.units_list(lang),
        _ => read.units_table(lang),
    };
    let text = match form {
        Format::Json => pretty(&read.json(args.count))?,
        Format::Csv => table.render(form, lang, None)?,
        Format::Table | Format::Md if args.count => table.render(form, lang, width)?,
        Format::Table | Format::Md => {
            let head = read.head_lines(lang, form);
            let head = width.map_or(head.clone(), |width| lines::wrap(&head, width.into()));
            let units = table.render(form, lang, width)?;
            [head, units, read.warning_lines(lang, form)]
                .into_iter()
                .filter(|t| !t.is_empty())
                .collect::<Vec<_>>()
                .join("\n")
        }
    };
    output::write(context.output.as_deref(), text.as_bytes())?;
    if args.count {
        for warning in &read.outline.warnings {
            let line = read.source.source_line(warning.line);
            context.tell(&said_at(warning, line));
        }
    }
    Ok(Answer::Done)
}

declare! {
    DROPPED_LINE = "dropped_line" of "law outline --dropped" {
        "line", Say::Line, "whole";
        "text", Say::Dropped, "text";
    }
}

/// A warning with its line, in both languages.
fn said_at(warning: &Warning, line: usize) -> crate::words::Said {
    let said = warning.oddity.said();
    let text = |lang: Lang| {
        format!("{}: {}: {}", Say::Warning.text(lang), Say::LineNumber.with(lang, &[&line]), said.text(lang))
    };
    crate::words::Said::by(text)
}

impl Read<'_> {
    fn line(&self, line: usize) -> usize {
        self.source.source_line(line)
    }

    /// The heading of a unit, or the first line of its text.
    fn words(&self, unit: &Unit) -> &str {
        let text = self.outline.text.get(unit.after_mark..unit.own_end).unwrap_or_default();
        text.split('\n').map(str::trim).find(|line| !line.is_empty()).unwrap_or_default()
    }

    fn counts_table(&self, lang: Lang) -> Table {
        let mut table = table("count", lang, &[("level", Say::Unit), ("count", Say::Count)]);
        for level in COUNTED {
            let name = Cell::worded(level, lang);
            table.push(vec![name, self.outline.count(level).into()]);
        }
        table
    }

    /// The units, for people: the tree by indents, long texts cut.
    fn units_table(&self, lang: Lang) -> Table {
        let mut table = table("unit", lang, &[("line", Say::Line), ("unit", Say::Unit), ("words", Say::Words)]);
        for (unit, depth) in self.outline.units.iter().zip(self.depths()) {
            if matches!(unit.level, Level::Preamble | Level::Paragraph | Level::Dash) {
                continue;
            }
            let label = self.outline.label(unit);
            let word = unit.level.word(lang);
            // The label of a Mẫu or Biểu carries its own word.
            let name = if label.contains(' ') { label.to_owned() } else { format!("{word} {label}") };
            let name = format!("{}{}", "  ".repeat(depth.min(12)), name.trim());
            table.push(vec![Cell::Whole(self.line(unit.line) as i128), name.into(), cut(self.words(unit)).into()]);
        }
        table
    }

    /// All units, for spreadsheets.
    fn units_list(&self, lang: Lang) -> Table {
        let columns = ["line", "depth", "level", "label", "words"].map(|key| (key, Say::Unit));
        let mut table = table("unit", lang, &columns);
        for (unit, depth) in self.outline.units.iter().zip(self.depths()) {
            table.push(vec![
                Cell::Whole(self.line(unit.line) as i128),
                depth.into(),
                Cell::worded(unit.level, lang),
                self.outline.label(unit).into(),
                self.words(unit).into(),
            ]);
        }
        table
    }

    /// How many units hold each one.
    fn depths(&self) -> Vec<usize> {
        let mut depths: Vec<usize> = Vec::with_capacity(self.outline.units.len());
        for unit in &self.outline.units {
            depths.push(unit.parent.and_then(|p| depths.get(p)).map_or(0, |d| d + 1));
        }
        depths
    }

    /// What the head says: word and value, in the language of the output.
    fn head(&self, lang: Lang) -> Vec<(Say, String, Option<usize>)> {
        let header = &self.header;
        let day = |found: &Located<jiff::civil::Date>| date::short(found.value, lang);
        let mut head = Vec::new();
        let mut add = |word: Say, value: Option<(String, Option<usize>)>| {
            head.extend(value.map(|(value, line)| (word, value, line)));
        };
        add(Say::Kind, header.kind.as_ref().map(|k| (k.value.word(lang).to_owned(), k.line)));
        add(Say::Number, header.number.as_ref().map(|n| (n.value.clone(), n.line)));
        add(Say::Title, header.title.as_ref().map(|t| (t.value.clone(), t.line)));
        add(Say::Issuer, header.issuer.as_ref().map(|i| (i.value.clone(), i.line)));
        add(Say::IssuedAt, header.place.as_ref().map(|p| (p.value.clone(), p.line)));
        add(Say::Issued, header.issued.as_ref().map(|d| (day(d), d.line)));
        add(Say::Effective, header.effective.as_ref().map(|d| (day(d), d.line)));
        for part in &header.parts {
            let text = format!("{}: {}", part.place, date::short(part.date, lang));
            add(Say::EffectiveFor, Some((text, Some(part.line))));
        }
        for ground in &header.grounds {
            // The word before the value says it already.
            let value = ground.value.strip_prefix("Căn cứ ").unwrap_or(&ground.value);
            add(Say::Ground, Some((value.to_owned(), ground.line)));
        }
        head
    }

    fn head_lines(&self, lang: Lang, form: Format) -> String {
        let bullet = if form == Format::Md { "- " } else { "" };
        let escape = |text: String| if form == Format::Md { escape_markdown(&text) } else { text };
        let line = |(word, value, line): (Say, String, Option<usize>)| {
            let at = line.map(|l| format!(" ({})", Say::LineNumber.with(lang, &[&self.line(l)]))).unwrap_or_default();
            format!("{bullet}{}: {}{at}\n", word.text(lang), escape(value))
        };
        self.head(lang).into_iter().map(line).collect()
    }

    fn warning_lines(&self, lang: Lang, form: Format) -> String {
        if self.outline.warnings.is_empty() {
            return String::new();
        }
        let bullet = if form == Format::Md { "- " } else { "  " };
        let gap = if form == Format::Md { "\n" } else { "" };
        let mut out = format!("{}:\n{gap}", Say::Warnings.text(lang));
        for warning in &self.outline.warnings {
            let at = Say::LineNumber.with(lang, &[&self.line(warning.line)]);
            out.push_str(&format!("{bullet}{at}: {}\n", warning.oddity.said().text(lang)));
        }
        out
    }

    fn json(&self, only_counts: bool) -> Value {
        let counts: Map<String, Value> =
            COUNTED.iter().map(|level| (level.name().to_owned(), json!(self.outline.count(*level)))).collect();
        let warnings: Vec<Value> = self
            .outline
            .warnings
            .iter()
            .map(|w| {
                let warning = json!({ "line": self.line(w.line), "oddity": w.oddity.name() });
                with_said(warning, "message", &w.oddity.said())
            })
            .collect();
        let mut answer = json!({
            "schema_version": SCHEMA_VERSION,
            "kind": "outline",
            "counts": counts,
            "header": self.header_json(),
        });
        if let (false, Some(object)) = (only_counts, answer.as_object_mut()) {
            let units: Vec<Value> = self
                .outline
                .units
                .iter()
                .map(|unit| {
                    json!({
                        "level": unit.level.name(),
                        "label": self.outline.label(unit),
                        "words": self.words(unit),
                        "line": self.line(unit.line),
                        "parent": unit.parent,
                    })
                })
                .collect();
            object.insert("units".to_owned(), Value::Array(units));
        }
        if let Some(object) = answer.as_object_mut() {
            object.insert("warnings".to_owned(), Value::Array(warnings));
        }
        answer
    }

    fn header_json(&self) -> Value {
        let h = &self.header;
        let at = |line: Option<usize>| line.map(|l| self.line(l));
        let text =
            |found: &Option<Located<String>>| found.as_ref().map(|f| json!({ "value": f.value, "line": at(f.line) }));
        let day = |found: &Option<Located<jiff::civil::Date>>| {
            found.as_ref().map(|f| json!({ "value": f.value.to_string(), "line": at(f.line) }))
        };
        let parts: Vec<Value> = h
            .parts
            .iter()
            .map(|p| json!({ "place": p.place, "date": p.date.to_string(), "line": self.line(p.line) }))
            .collect();
        let grounds: Vec<Value> = h.grounds.iter().map(|g| json!({ "value": g.value, "line": at(g.line) })).collect();
        let kind = h
            .kind
            .as_ref()
            .map(|k| json!({ "value": k.value.name(), "word": k.value.word(Lang::Vi), "line": at(k.line) }));
        json!({
            "kind": kind,
            "number": text(&h.number),
            "issuer": text(&h.issuer),
            "place": text(&h.place),
            "issued": day(&h.issued),
            "title": text(&h.title),
            "effective": day(&h.effective),
            "effective_parts": parts,
            "grounds": grounds,
        })
    }
}

/// A table whose titles are words of the law.
fn table(kind: &'static str, lang: Lang, columns: &[(&'static str, Say)]) -> Table {
    let columns = columns.iter().map(|(key, title)| Column::new(key, title.text(lang).to_owned())).collect();
    Table::new(kind, columns)
}

/// The first letters of a long text.
fn cut(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", text.get(..at).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}
