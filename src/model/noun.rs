//! What a noun is made of, described once: each field with its key, what it holds, its bound and its words. The store, the files of export and
//! import, the schema of the answers and the pages read these descriptions; none keeps a list of its own.

use super::bounds::{COUNT, MONEY};
use super::{Kind, Provenance};
use crate::text::Lang;
use crate::words::{Message, Named, Said, word_of};

/// A noun, or a part of one that has rows of its own.
pub trait Noun {
    /// What it is made of.
    const DESCRIPTION: &'static Description;
}

/// What a noun is called and made of.
#[derive(Debug, PartialEq, Eq)]
pub struct Description {
    /// Its stable name: in files, as a table, in the journal.
    pub name: &'static str,
    /// One of it, in lower case.
    pub word: Word,
    /// So many of the first fields tell one from another.
    pub keys: usize,
    /// Where the program gives the last of these by itself: the fields in which two that were made at once under one number are the same.
    pub alike: Option<&'static [&'static str]>,
    /// Its fields, in their order.
    pub fields: &'static [Field],
    /// What it has that is described by itself.
    pub parts: &'static [Part],
}

/// A field that holds rows of their own, or the fields that a noun shares with another.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// The name in files.
    pub key: &'static str,
    /// What it is made of.
    pub of: &'static Description,
    /// Whether there is exactly one, not a list.
    pub single: bool,
}

/// A field of a noun.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub struct Field {
    /// Its stable name: in files, as a column, in the journal.
    pub key: &'static str,
    /// The way to it within the noun, where that is not its name: `limit.amount`.
    pub path: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Its word, in lower case.
    pub word: Word,
    /// Whether it may say nothing.
    pub presence: Presence,
    /// The highest number that it may hold, of those that begin at zero.
    pub most: Option<i64>,
    /// Whether it is text of many lines, which lists leave out.
    pub long: bool,
    /// Whether what it names must be there, and cannot be removed while it is named.
    pub rests: bool,
    /// What it names by numbers that the program gave.
    pub refers: Refers,
    /// Whether it says how sure the figures beside it are, or whence they come.
    pub vouches: bool,
}

/// What a field names by numbers that the program gave, which are not the same in every data file until these are exchanged.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Refers {
    /// Nothing.
    Nothing,
    /// Rows of these tables: of measures by their code, of parts by their number within the regulation that stands beside it.
    To(&'static [&'static str]),
    /// A parameter, as [`Uncertain`](crate::model::Uncertain) writes it.
    Parameter,
}

/// What a field holds.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Holds {
    /// Words.
    Text,
    /// The code of another noun.
    Code(Kind),
    /// Codes of other nouns.
    Codes(Kind),
    /// The number of an instrument, or prose that cites one.
    Cites,
    /// One of a few values.
    Choice(Choice),
    /// A whole number.
    Whole,
    /// An exact number.
    Exact,
    /// A day.
    Day,
    /// Yes or no.
    Flag,
    /// Several texts.
    Texts,
    /// Several things that have these fields.
    List(&'static [Field]),
    /// Values by name, with the words of those that are known beforehand.
    Map(&'static [Field]),
    /// Not of the noun itself: the key of that to which it belongs.
    Owner,
    /// Not of the noun itself: its place among those that belong together.
    Position,
}

/// A set of a few values.
#[derive(Debug, Clone, Copy)]
pub struct Choice {
    /// The name of the set.
    pub name: &'static str,
    /// The word for the value with a stable name, where it is one of the set.
    pub word: fn(&str, Lang) -> Option<&'static str>,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Choice {}

/// Whether a field may say nothing.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub enum Presence {
    /// It always stands in a file.
    Always,
    /// It is empty where it says nothing, and is left out of files.
    OrEmpty,
    /// It is not there where it says nothing.
    OrNone,
}

/// A word in both languages.
#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub struct Word {
    /// In Vietnamese.
    pub vi: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Word {
    /// In one language.
    pub fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.vi,
            Lang::En => self.en,
        }
    }

    /// In both.
    pub fn said(self) -> Said {
        Said::by(|lang| self.text(lang))
    }
}

/// A word in Vietnamese and in English.
pub(super) const fn word(vi: &'static str, en: &'static str) -> Word {
    Word { vi, en }
}

const fn field(key: &'static str, holds: Holds, vi: &'static str, en: &'static str) -> Field {
    Field {
        key,
        path: key,
        holds,
        word: word(vi, en),
        presence: Presence::Always,
        most: None,
        long: false,
        rests: false,
        refers: Refers::Nothing,
        vouches: false,
    }
}

pub(super) const fn text(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Text, vi, en)
}

/// The code of another noun, or the name of one that the workspace does not know.
pub(super) const fn code_of(kind: Kind, key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Code(kind), vi, en)
}

/// The code of another noun, which must be there.
pub(super) const fn rests_on(kind: Kind, key: &'static str, vi: &'static str, en: &'static str) -> Field {
    Field { rests: true, ..code_of(kind, key, vi, en) }
}

/// Codes of other nouns, all of which must be there.
pub(super) const fn rests_on_all(kind: Kind, key: &'static str, vi: &'static str, en: &'static str) -> Field {
    Field { rests: true, ..field(key, Holds::Codes(kind), vi, en) }
}

/// The number of an instrument.
pub(super) const fn cites(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Cites, vi, en)
}

/// One of a set of values, by the name of the set.
pub(super) const fn choice<V: Named + Message>(
    key: &'static str,
    name: &'static str,
    vi: &'static str,
    en: &'static str,
) -> Field {
    field(key, Holds::Choice(Choice { name, word: word_of::<V> }), vi, en)
}

/// A whole number from zero on.
pub(super) const fn whole(key: &'static str, vi: &'static str, en: &'static str, most: i64) -> Field {
    Field { most: Some(most), ..field(key, Holds::Whole, vi, en) }
}

/// How many of something there are.
pub(super) const fn count(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    whole(key, vi, en, COUNT as i64)
}

/// An amount in whole đồng.
pub(super) const fn dong(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    whole(key, vi, en, MONEY)
}

/// An exact number without a bound of its own.
pub(super) const fn number(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Exact, vi, en)
}

/// An exact number from zero on.
pub(super) const fn exact(key: &'static str, vi: &'static str, en: &'static str, most: i64) -> Field {
    Field { most: Some(most), ..field(key, Holds::Exact, vi, en) }
}

pub(super) const fn day(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Day, vi, en)
}

pub(super) const fn flag(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Flag, vi, en)
}

pub(super) const fn texts(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Texts, vi, en)
}

pub(super) const fn list(key: &'static str, of: &'static [Field], vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::List(of), vi, en)
}

pub(super) const fn map(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Map(&[]), vi, en)
}

/// Values by names that have words.
pub(super) const fn object(key: &'static str, of: &'static [Field], vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Map(of), vi, en)
}

/// The key of that to which a row belongs.
pub(super) const fn owner(key: &'static str, vi: &'static str, en: &'static str) -> Field {
    field(key, Holds::Owner, vi, en)
}

impl Field {
    /// It is empty where it says nothing.
    pub(super) const fn or_empty(self) -> Self {
        Self { presence: Presence::OrEmpty, ..self }
    }

    /// It is not there where it says nothing.
    pub(super) const fn or_none(self) -> Self {
        Self { presence: Presence::OrNone, ..self }
    }

    /// It is text of many lines.
    pub(super) const fn long(self) -> Self {
        Self { long: true, ..self }
    }

    /// It names rows of these tables by numbers that the program gave.
    pub(super) const fn refers(self, tables: &'static [&'static str]) -> Self {
        Self { refers: Refers::To(tables), ..self }
    }

    /// It says how sure the figures beside it are, or whence they come.
    pub(super) const fn vouches(self) -> Self {
        Self { vouches: true, ..self }
    }

    /// It names a parameter.
    pub(super) const fn of_parameter(self) -> Self {
        Self { refers: Refers::Parameter, ..self }
    }

    /// It lies elsewhere in the noun than its name says.
    pub(super) const fn at(self, path: &'static str) -> Self {
        Self { path, ..self }
    }

    /// Whether the noun itself holds it.
    pub fn is_own(&self) -> bool {
        !matches!(self.holds, Holds::Owner | Holds::Position)
    }
}

pub(super) const CODE: Field = text("code", "mã", "code");
pub(super) const ID: Field = text("id", "số thứ tự", "id");
/// The id of a part, which it has from when it is stored.
pub(super) const PART_ID: Field = ID.or_empty();
pub(super) const NAME: Field = text("name", "tên", "name");
pub(super) const NAME_EN: Field = text("name_en", "tên tiếng Anh", "name in English");
pub(super) const NOTE: Field = text("note", "ghi chú", "note").or_empty();
pub(super) const SOURCE: Field = text("source", "nguồn", "source").vouches();
pub(super) const PROVENANCE: Field =
    choice::<Provenance>("provenance", "provenance", "loại số liệu", "source quality").vouches();
pub(super) const DUE: Field = day("due", "hạn", "due");
pub(super) const PERSON: Field = text("person", "người phụ trách", "person").or_none();
pub(super) const OF_REGULATION: Field = owner("regulation", "quy định", "regulation");
pub(super) const POSITION: Field = field("position", Holds::Position, "vị trí", "position");
