//! An answer in rows, declared: its name, the commands that give it, and its columns with key, words and what they hold. From a
//! declaration follow the table, its conditions and the JSON Schema of the answer.

use super::answers::Holds;
use crate::model::noun::Word;
use crate::text::Lang;
use crate::words::capital;

/// Who sees a column where no columns were asked for by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeenBy {
    /// People and programs.
    Everyone,
    /// Who reads a table or a document: a program has it in another column.
    People,
    /// Programs, and who reads a document: too wide for a terminal.
    Wide,
    /// Programs: it is too much for people to read, or says what another column says.
    Programs,
    /// Nobody who does not ask for it.
    Asked,
}

/// A column as it is declared.
#[derive(Debug, Clone, Copy)]
pub struct ColumnKind {
    /// English, snake_case; a question mark behind it: a row may be without it.
    key: &'static str,
    title: Title,
    /// What it holds, by name; a question mark behind it: a cell may be empty.
    holds: &'static str,
    /// Whether a cell may be empty.
    nullable: bool,
    /// Who sees it.
    pub seen_by: SeenBy,
}

/// The words of a column.
#[derive(Debug, Clone, Copy)]
enum Title {
    /// Those of a message.
    Said(fn(Lang) -> &'static str),
    /// The word for a field.
    Field(Word),
}

impl ColumnKind {
    /// Declares a column; `declare!` does.
    pub const fn new(key: &'static str, title: fn(Lang) -> &'static str, holds: &'static str, seen_by: SeenBy) -> Self {
        let nullable = matches!(holds.as_bytes(), [.., b'?']);
        Self { key, title: Title::Said(title), holds, nullable, seen_by }
    }

    /// The column of a field, for everyone.
    pub(super) fn described(key: &'static str, word: Word, holds: &'static str, nullable: bool) -> Self {
        Self { key, title: Title::Field(word), holds, nullable, seen_by: SeenBy::Everyone }
    }

    /// Its words in one language.
    pub fn title(&self, lang: Lang) -> String {
        match self.title {
            Title::Said(title) => title(lang).to_owned(),
            Title::Field(word) => capital(word.text(lang)),
        }
    }

    /// Its key in JSON and CSV.
    pub fn key(&self) -> &'static str {
        self.key.trim_end_matches('?')
    }

    /// Whether a row may be without it.
    pub fn is_optional(&self) -> bool {
        self.key.ends_with('?')
    }

    /// What it holds, by name.
    pub fn kind(&self) -> &'static str {
        self.holds.trim_end_matches('?')
    }

    /// Whether a cell may be empty.
    pub fn is_nullable(&self) -> bool {
        self.nullable
    }

    /// What it holds; words, where nothing else is known of it.
    pub fn holds(&self) -> Holds {
        Holds::named(self.kind()).unwrap_or(Holds::Text)
    }
}

/// An answer in rows as it is declared.
#[derive(Debug, Clone, Copy)]
pub struct TableKind {
    /// What its field `kind` says.
    pub name: &'static str,
    /// The commands that give it; none, where it is a part of another answer.
    pub commands: &'static str,
    /// Its columns.
    pub columns: &'static [ColumnKind],
}

/// Declares an answer in rows: `NAME = "kind" of "commands" { "key", word, "what it holds"; … }`, with who sees the column behind it
/// where that is not everyone.
macro_rules! declare {
    (@seen) => { $crate::view::SeenBy::Everyone };
    (@seen $seen:ident) => { $crate::view::SeenBy::$seen };
    ($($(#[$doc:meta])* $name:ident = $kind:literal of $commands:literal {
        $($key:literal, $word:expr, $holds:literal $(, $seen:ident)?;)*
    })+) => {
        $($(#[$doc])*
        pub(crate) const $name: $crate::view::TableKind = $crate::view::TableKind {
            name: $kind,
            commands: $commands,
            columns: &[$($crate::view::ColumnKind::new(
                $key,
                |lang| $crate::words::Message::text($word, lang),
                $holds,
                $crate::view::declare!(@seen $($seen)?),
            )),*],
        };)+
    };
}

pub(crate) use declare;
