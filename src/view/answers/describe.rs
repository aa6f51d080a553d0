//! The descriptions of answers: of those in rows as their tables are declared, of the others as they stand in `nouns.txt`.
//!
//! `table NAME : COMMANDS` opens an answer in rows, `noun NAME : COMMANDS` one about one thing; a line for each key follows until an empty
//! line: `key kind`. A question mark behind the key: it may be left out; behind the kind: it may be null. What a `list` or an `object` is
//! made of stands below it, two blanks further in.

use crate::view::{ColumnKind, SeenBy, TableKind};

/// An answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// What its field `kind` says.
    pub name: &'static str,
    /// Whether it comes in rows.
    pub rows: bool,
    /// The commands that give it.
    pub commands: &'static str,
    /// Its keys, or those of a row.
    pub fields: Vec<Field>,
}

/// A key of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: &'static str,
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
    super::NOUNS.lines().fold(declared, |mut answers: Vec<Answer>, line| {
        let opened = |word: &str| line.strip_prefix(word)?.split_once(" : ");
        if line.is_empty() || line.starts_with('#') {
            return answers;
        }
        match (opened("table "), opened("noun ")) {
            (Some((name, commands)), _) => answers.push(Answer { name, rows: true, commands, fields: Vec::new() }),
            (None, Some((name, commands))) => answers.push(Answer { name, rows: false, commands, fields: Vec::new() }),
            (None, None) => {
                if let Some(answer) = answers.last_mut() {
                    add(&mut answer.fields, line);
                }
            }
        }
        answers
    })
}

fn declared(table: &TableKind) -> Answer {
    let field = |column: &ColumnKind| Field {
        key: column.key(),
        optional: column.is_optional(),
        kind: column.kind(),
        nullable: column.is_nullable(),
        parts: Vec::new(),
    };
    Answer {
        name: table.name,
        rows: true,
        commands: table.commands,
        fields: table.columns.iter().filter(|column| column.seen_by != SeenBy::People).map(field).collect(),
    }
}

/// Puts the field of a line where it belongs: at the end, or among the parts of the last field, as far in as the line stands.
fn add(fields: &mut Vec<Field>, line: &'static str) {
    if let (Some(inner), Some(last)) = (line.strip_prefix("  "), fields.last_mut()) {
        return add(&mut last.parts, inner);
    }
    let Some((key, kind)) = line.trim().split_once(' ') else { return };
    fields.push(Field {
        key: key.trim_end_matches('?'),
        optional: key.ends_with('?'),
        kind: kind.trim_end_matches('?'),
        nullable: kind.ends_with('?'),
        parts: Vec::new(),
    });
}
