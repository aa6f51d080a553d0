//! References: what a text cites, resolved, and who cites a place. [`references`] reads any text; [`Graph`] resolves the references of
//! instruments by where they stand; [`basis`] asks which procedures rest on a provision.

pub mod basis;
mod directive;
mod graph;
mod index;
mod marks;
mod resolve;
mod scan;
mod titles;

pub use graph::{Dangling, Gone, Graph, Incoming, Reach};
pub use resolve::{Citation, Instrument, Missing, Outcome, Source};
pub use scan::references;
pub use titles::{Bearer, Titles, words};

use super::name::mention::Mention;
use super::name::place::Place;
use std::ops::Range;

#[cfg(test)]
mod tests;

/// A reference in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// Where it stands, in bytes, the instrument included.
    pub span: Range<usize>,
    /// The places, lists taken apart, ranges kept; none when the whole instrument is meant.
    pub places: Vec<Place>,
    /// The instrument in which they lie.
    pub cited: Cited,
    /// What it is for.
    pub role: Role,
}

/// The instrument that a reference names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cited {
    /// None is named: the context tells.
    Unsaid,
    /// The one in which the reference stands: `Thông tư này`.
    This,
    /// The rules in which the reference stands, which an instrument issued with itself: `Quy chế này`.
    Part,
    /// One by its number or name.
    Named {
        /// As the text names it.
        mention: Mention,
        /// The year behind the name: `Luật Đầu tư năm 2020`.
        year: Option<i16>,
    },
}

crate::words::named! {
    /// What a reference is for.
    Role {
        /// It points at what it names.
        Target = "target" { vi: "viện dẫn", en: "reference" },
        /// It tells who changed the thing before it: `(đã được sửa đổi, bổ sung bởi …)`.
        History = "history" { vi: "lịch sử sửa đổi", en: "history" },
        /// It tells where something new is put: `vào sau Điều 5`.
        Anchor = "anchor" { vi: "vị trí bổ sung", en: "point of insertion" },
    }
}
