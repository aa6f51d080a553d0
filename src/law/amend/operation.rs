//! What an amending instrument does, as values.

use crate::model::Address;
use crate::words::amend::AmendMessage as Say;
use crate::words::{Message, Said};
use jiff::civil::Date;

/// Which instrument is meant: by number, or by the name of a Luật.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Named {
    /// The number in normal form, where the text says it.
    pub number: Option<String>,
    /// Kind and name: `Luật Dược`, where the text says it.
    pub name: Option<String>,
}

impl Named {
    /// Whether two mentions can be of one instrument: the numbers agree, or, where one has none, the names.
    pub fn same(&self, other: &Self) -> bool {
        match (&self.number, &other.number) {
            (Some(a), Some(b)) => a == b,
            _ => match (&self.name, &other.name) {
                (Some(a), Some(b)) => crate::text::fold(a) == crate::text::fold(b),
                _ => false,
            },
        }
    }
}

impl std::fmt::Display for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (&self.name, &self.number) {
            (Some(name), _) => f.write_str(name),
            (None, Some(number)) => f.write_str(number),
            (None, None) => Ok(()),
        }
    }
}

/// Where new text goes among what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// At its place by label, in what holds it.
    ByLabel,
    /// Behind a unit.
    After(Address),
    /// Before a unit.
    Before(Address),
    /// Behind all that is there.
    End,
}

/// What happens at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// The unit gets new text. The text begins with its label, unless the source left it out.
    Replace {
        /// The new text, lines joined by `\n`, without quotation marks.
        text: String,
    },
    /// The heading alone gets new words.
    ReplaceHeading {
        /// The new heading, with or without its mark.
        text: String,
    },
    /// A new unit.
    Insert {
        /// Where it goes.
        position: Position,
        /// Its text, as in [`Action::Replace`].
        text: String,
    },
    /// The unit is repealed; the empty address is the whole instrument.
    Repeal,
    /// Each occurrence of a phrase within the place becomes another.
    ReplacePhrase {
        /// The phrase.
        old: String,
        /// What it becomes.
        new: String,
        /// The longer phrase within which alone it is meant.
        within: Option<String>,
    },
    /// A phrase is put in behind or before another one, or at the end of the place.
    InsertPhrase {
        /// The phrase put in.
        text: String,
        /// The phrase beside which it goes; `None`: at the end.
        beside: Option<String>,
        /// Whether it goes before.
        before: bool,
    },
    /// Each occurrence of a phrase within the place is taken out.
    DeletePhrase {
        /// The phrase.
        text: String,
        /// The longer phrase within which alone it is meant.
        within: Option<String>,
    },
    /// An annex is replaced by one of the amending instrument.
    ReplaceAnnex {
        /// The annex of the amending instrument.
        by: Address,
    },
    /// The unit is not applied for a time; it stays in the text.
    Suspend {
        /// Until when, in the words of the source.
        until: Option<String>,
    },
}

impl Action {
    /// The stable name of the kind.
    pub fn name(&self) -> &'static str {
        match self {
            Action::Replace { .. } => "replace",
            Action::ReplaceHeading { .. } => "replace-heading",
            Action::Insert { .. } => "insert",
            Action::Repeal => "repeal",
            Action::ReplacePhrase { .. } => "replace-phrase",
            Action::InsertPhrase { .. } => "insert-phrase",
            Action::DeletePhrase { .. } => "delete-phrase",
            Action::ReplaceAnnex { .. } => "replace-annex",
            Action::Suspend { .. } => "suspend",
        }
    }
}

/// One operation on one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Where the amending instrument orders it.
    pub source: Address,
    /// The line of the order, from 1.
    pub line: usize,
    /// The instrument that changes.
    pub instrument: Named,
    /// The place that changes; of an insertion, the new place.
    pub place: Address,
    /// Whether the heading of the place alone is meant.
    pub heading: bool,
    /// What happens there.
    pub action: Action,
    /// From when, where it differs from the amending instrument's date or is said with the order.
    pub effective: Option<Date>,
    /// Whether it corrects an error and acts back to the start of what it corrects (đính chính).
    pub erratum: bool,
}

/// Why an order was not resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The instrument that changes is not said, and no heading says it.
    NoInstrument,
    /// No place could be read.
    NoPlace,
    /// The place has no Điều, and the orders above it name none or several.
    NoArticle,
    /// New text is announced and none stands between quotation marks.
    NoText,
    /// The new text has no unit with the label that the order names.
    LabelNotInText,
    /// The new text has units that the order does not name.
    TextNotNamed,
    /// A phrase is to be replaced and what replaces it could not be read.
    NoPhrase,
    /// The order names more than could be read; nothing of it is applied.
    PartlyRead,
    /// The order makes an exception: what is left cannot be said as one operation.
    Exception,
    /// The quotation of the new text does not close: where that ends is not known.
    Unclosed,
    /// The new text leaves out what stays as it is: "(...)".
    LeftOut,
    /// The order is limited to some case, place or part.
    Limit,
    /// A place can be read in two ways.
    DoubtfulPlace,
    /// The instrument that orders it has effect for a time only; what holds after that is for a person to say.
    Temporary,
    /// A day of effect of its own is said and could not be read.
    NoDay,
    /// Another order of the same instrument says otherwise of the same place.
    Contradicts,
    /// "This" instrument, outside of quotations, is the one that amends; whether it means that is not known.
    OwnText,
    /// The wording is not known.
    Wording,
}

impl Reason {
    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Reason::NoInstrument => "no-instrument",
            Reason::NoPlace => "no-place",
            Reason::NoArticle => "no-article",
            Reason::NoText => "no-text",
            Reason::LabelNotInText => "label-not-in-text",
            Reason::TextNotNamed => "text-not-named",
            Reason::NoPhrase => "no-phrase",
            Reason::PartlyRead => "partly-read",
            Reason::Exception => "exception",
            Reason::Unclosed => "unclosed",
            Reason::LeftOut => "left-out",
            Reason::Limit => "limit",
            Reason::DoubtfulPlace => "doubtful-place",
            Reason::Temporary => "temporary",
            Reason::NoDay => "no-day",
            Reason::Contradicts => "contradicts",
            Reason::OwnText => "own-text",
            Reason::Wording => "wording",
        }
    }

    /// The reason in both languages.
    pub fn said(self) -> Say {
        match self {
            Reason::NoInstrument => Say::NoInstrument,
            Reason::NoPlace => Say::NoPlace,
            Reason::NoArticle => Say::NoArticle,
            Reason::NoText => Say::NoText,
            Reason::LabelNotInText => Say::LabelNotInText,
            Reason::TextNotNamed => Say::TextNotNamed,
            Reason::NoPhrase => Say::NoPhrase,
            Reason::PartlyRead => Say::PartlyRead,
            Reason::Exception => Say::Exception,
            Reason::Unclosed => Say::Unclosed,
            Reason::LeftOut => Say::LeftOut,
            Reason::Limit => Say::Limit,
            Reason::DoubtfulPlace => Say::DoubtfulPlace,
            Reason::Temporary => Say::Temporary,
            Reason::NoDay => Say::NoDate,
            Reason::Contradicts => Say::Contradicts,
            Reason::OwnText => Say::OwnText,
            Reason::Wording => Say::Wording,
        }
    }
}

/// An order that could not be resolved for certain; a person decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unresolved {
    /// Where it stands.
    pub source: Address,
    /// Its line, from 1.
    pub line: usize,
    /// The order.
    pub sentence: String,
    /// Why.
    pub reason: Reason,
    /// The instruments and places at which it aims, as far as they were read.
    pub targets: Vec<(Named, Address)>,
    /// Other orders of the same instrument without which it cannot be decided: where each stands, and its line.
    pub beside: Vec<(Address, usize)>,
}

impl Unresolved {
    /// Why, with the lines of the other orders that have to be looked at.
    pub fn why(&self) -> Said {
        if self.beside.is_empty() {
            return self.reason.said().said(&[]);
        }
        Say::ReasonBeside.said_by(|lang| {
            let line = |(at, line): &(Address, usize)| Say::OrderAt.with(lang, &[line, at]);
            vec![self.reason.said().text(lang).to_owned(), self.beside.iter().map(line).collect::<Vec<_>>().join("; ")]
        })
    }
}

/// An amending instrument, read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Amendment {
    /// The instrument itself.
    pub named: Named,
    /// Its title.
    pub title: String,
    /// When it was issued.
    pub issued: Option<Date>,
    /// When it takes effect.
    pub effective: Option<Date>,
    /// What it does, in the order of its text.
    pub operations: Vec<Operation>,
    /// What could not be resolved.
    pub unresolved: Vec<Unresolved>,
    /// How many orders were seen: each is an operation or stands for review.
    pub orders: usize,
}
