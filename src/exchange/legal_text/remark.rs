//! What a person should know of how a file was read.

use super::encoding::Encoding;
use crate::words::exchange::ExchangeMessage as Say;
use crate::words::{Message, Said};

/// What a person should know of how a file was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Letters were in another encoding, on so many lines.
    Converted {
        /// Which one.
        encoding: Encoding,
        /// How many lines.
        lines: usize,
    },
    /// A Word document has revisions that nobody accepted yet: insertions are in the text, deletions are not.
    Tracked {
        /// How many insertions, with what was moved there.
        inserted: usize,
        /// How many deletions, with what was moved away.
        deleted: usize,
    },
    /// A sign of a font of symbols that is not known; it stands as `[?]`.
    Sign {
        /// The line (of a Word document, the paragraph).
        line: usize,
        /// The font, and the place of the sign in it in hexadecimal digits.
        sign: String,
    },
    /// Pictures, of which nothing is read.
    Pictures(usize),
    /// Pages of a PDF with lines that are turned: tables on them may come in another order.
    Turned(Vec<usize>),
    /// Pages of a PDF on which no letter could be read.
    Unread(Vec<usize>),
    /// Numbers of units that a file of Akoma Ntoso writes otherwise than instruments here do.
    Relabelled(usize),
    /// Parts of a file of Akoma Ntoso that stand in other files.
    Elsewhere(usize),
    /// A file of Akoma Ntoso states units that its text does not give, or the other way round.
    OtherStructure {
        /// At how many lines.
        count: usize,
        /// The first of them.
        line: usize,
    },
}

impl Remark {
    /// In both languages.
    pub fn said(&self) -> Said {
        let pages = |pages: &[usize]| pages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        match self {
            Remark::Converted { encoding, lines } => Say::Converted.said(&[lines, &encoding.title()]),
            Remark::Tracked { inserted, deleted } => Say::Tracked.said(&[inserted, deleted]),
            Remark::Sign { line, sign } => Say::UnknownSign.said(&[line, sign]),
            Remark::Pictures(count) => Say::Pictures.said(&[count]),
            Remark::Turned(found) => Say::TurnedPages.said(&[&pages(found)]),
            Remark::Unread(found) => Say::UnreadPages.said(&[&pages(found)]),
            Remark::Relabelled(count) => Say::AknRelabelled.said(&[count]),
            Remark::Elsewhere(count) => Say::AknElsewhere.said(&[count]),
            Remark::OtherStructure { count, line } => Say::AknOtherStructure.said(&[count, line]),
        }
    }
}
