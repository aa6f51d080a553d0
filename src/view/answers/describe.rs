//! The descriptions of answers: of those in rows as their tables are declared, of the others as they stand in `nouns.txt`.
//!
//! `table NAME : COMMANDS` opens an answer in rows, `noun NAME : COMMANDS` one about one thing; a line for each key follows until an empty
//! line: `key kind`. A question mark behind the key: it may be left out; behind the kind: it may be null. What a `list` or an `object` is
//! made of stands below it, two blanks further in. `fields of NOUN` stands for all fields of a noun as `model` describes it; a key that
//! follows takes the place of one of them. A noun whose page says only its fields has no block.

use crate::model::noun::{Part, Presence};
use crate::model::{self, Description, Holds, Kind};
use crate::view::{ColumnKind, SeenBy, TableKind};
use std::borrow::Cow;

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What its field `kind` says.
    pub name: &'static str,
    /// Whether it comes in rows.
    pub rows: bool,
    /// The commands that give it.
    pub commands: Cow<'static, str>,
    /// Its keys, or those of a row.
    pub fields: Vec<Field>,
}

/// A key of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: Cow<'static, str>,
    /// Whether it may be left out.
    pub optional: bool,
    /// What it holds, by name.
    pub kind: &'static str,
    /// Whether it may be null.
    pub nullable: bool,
    /// What a list or an object is made of.
    pub parts: Vec<Field>,
}

/// The descriptions of all answers, those in rows being declared by these tables.
pub fn all(tables: &[TableKind]) -> Vec<Answer> {
    let declared = tables.iter().map(declared).collect();
    let mut answers = super::NOUNS.lines().fold(declared, |mut answers: Vec<Answer>, line| {
        let opened = |word: &str| line.strip_prefix(word)?.split_once(" : ");
        if line.is_empty() || line.starts_with('#') {
            return answers;
        }
        match (opened("table "), opened("noun ")) {
            (Some((name, commands)), _) => answers.push(opening(name, true, commands.into())),
            (None, Some((name, commands))) => answers.push(opening(name, false, commands.into())),
            (None, None) => {
                if let Some(answer) = answers.last_mut() {
                    match line.strip_prefix("fields of ").and_then(Kind::of_key) {
                        Some(kind) => answer.fields.extend(of_noun(answer.name, kind.description())),
                        None => add(&mut answer.fields, line),
                    }
                }
            }
        }
        answers
    });
    for kind in Kind::ALL {
        if !answers.iter().any(|answer| !answer.rows && answer.name == kind.key()) {
            let fields = of_noun(kind.key(), kind.description());
            answers.push(Answer { fields, ..opening(kind.key(), false, format!("show {kind}").into()) });
        }
    }
    answers
}

fn opening(name: &'static str, rows: bool, commands: Cow<'static, str>) -> Answer {
    Answer { name, rows, commands, fields: Vec::new() }
}

fn declared(table: &TableKind) -> Answer {
    let field = |column: &ColumnKind| Field {
        key: Cow::Borrowed(column.key()),
        optional: column.is_optional(),
        kind: column.kind(),
        nullable: column.is_nullable(),
        parts: Vec::new(),
    };
    Answer {
        name: table.name,
        rows: true,
        commands: table.commands.into(),
        fields: table.columns.iter().filter(|column| column.seen_by != SeenBy::People).map(field).collect(),
    }
}

/// The keys of a noun, as `view::json::noun_json` names them: its kind is that of the answer, and its id a code.
fn of_noun(answer: &str, noun: &'static Description) -> Vec<Field> {
    let mut fields = Vec::new();
    for part in noun.parts.iter().filter(|part| part.single) {
        // What it shares with others stands beside its own.
        fields.extend(inner(part.of.fields).into_iter().filter(|field| field.key != "kind"));
    }
    let own = inner(noun.fields);
    let has_code = own.iter().any(|field| field.key == "code");
    fields.extend(own.into_iter().map(|field| match field.key.as_ref() {
        "kind" => Field { key: Cow::Owned(format!("{answer}_kind")), ..field },
        "id" if !has_code => Field { key: Cow::Borrowed("code"), ..field },
        _ => field,
    }));
    let list = |part: &Part| Field { optional: true, parts: inner(part.of.fields), ..plain(part.key, "list") };
    fields.extend(noun.parts.iter().filter(|part| !part.single).map(list));
    fields
}

fn plain(key: &'static str, kind: &'static str) -> Field {
    Field { key: Cow::Borrowed(key), optional: false, kind, nullable: false, parts: Vec::new() }
}

fn inner(described: &'static [model::Field]) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    for field in described.iter().filter(|field| field.is_own()) {
        let (kind, parts) = match field.holds {
            Holds::Code(Kind::InstrumentLevel) => ("level", Vec::new()),
            Holds::Code(kind) => (kind.key(), Vec::new()),
            Holds::Choice(choice) => (choice.name, Vec::new()),
            Holds::Whole => ("whole", Vec::new()),
            Holds::Exact => ("exact", Vec::new()),
            Holds::Day => ("day", Vec::new()),
            Holds::Flag => ("flag", Vec::new()),
            Holds::Texts | Holds::Codes(_) => ("texts", Vec::new()),
            Holds::List(of) => ("list", inner(of)),
            Holds::Map(_) => ("map", Vec::new()),
            Holds::Text | Holds::Cites | Holds::Owner | Holds::Position => ("text", Vec::new()),
        };
        let optional = field.presence != Presence::Always;
        match field.path.split_once('.') {
            None => fields.push(Field { optional, parts, ..plain(field.key, kind) }),
            // Fields that lie together are those of one object, which is there or not.
            Some((head, key)) => {
                let at = fields.iter().position(|known| known.key == head).unwrap_or_else(|| {
                    fields.push(Field { optional, ..plain(head, "object") });
                    fields.len() - 1
                });
                fields[at].parts.push(plain(key, kind));
            }
        }
    }
    fields
}

/// Puts the field of a line where it belongs: at the end, or among the parts of the last field, as far in as the line stands.
fn add(fields: &mut Vec<Field>, line: &'static str) {
    if let (Some(inner), Some(last)) = (line.strip_prefix("  "), fields.last_mut()) {
        return add(&mut last.parts, inner);
    }
    let Some((key, kind)) = line.trim().split_once(' ') else { return };
    let name = key.trim_end_matches('?');
    fields.retain(|field| field.key != name);
    fields.push(Field {
        key: Cow::Borrowed(name),
        optional: key.ends_with('?'),
        kind: kind.trim_end_matches('?'),
        nullable: kind.ends_with('?'),
        parts: Vec::new(),
    });
}
