//! Comparing two versions of an instrument, by structure and by words: which provision is which, what was changed, added, removed, moved,
//! renumbered, split or merged; and inside a changed provision, which words went and which came.

mod align;
mod assemble;
mod lexicon;
mod order;
mod redline;
mod runs;
mod sketch;
mod tokens;
mod tree;
mod view;
mod words;

pub use redline::Stretch;
pub use runs::{Effort, Fidelity};
pub use tokens::tokens;
pub use view::{Row, Spot, View, counts, rows};
pub use words::{Piece, Side, phrases, split_blanks, words, words_within};

use super::{Document, Provision};
use crate::model::{Address, Level};
use lexicon::Lexicon;
use tree::Tree;

crate::words::named! {
    /// What became of a provision.
    Kind {
        /// It says what it said, at its place. Where its number changed with that of a provision it stands in, that one tells.
        Unchanged = "unchanged" { vi: "giữ nguyên", en: "unchanged" },
        /// Other words, the same place.
        Changed = "changed" { vi: "sửa đổi", en: "changed" },
        /// It is new.
        Added = "added" { vi: "bổ sung", en: "added" },
        /// It is gone.
        Removed = "removed" { vi: "bỏ", en: "removed" },
        /// It stands elsewhere.
        Moved = "moved" { vi: "chuyển vị trí", en: "moved" },
        /// It has another label, in the same order.
        Renumbered = "renumbered" { vi: "đánh số lại", en: "renumbered" },
        /// Its words stand in several provisions now; each of them is one change.
        Split = "split" { vi: "tách", en: "split" },
        /// The words of several provisions stand in it now; each of them is one change.
        Merged = "merged" { vi: "gộp", en: "merged" },
    }
}

/// How two instruments are compared.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Provisions are the same that differ in punctuation, quotation marks and the placing of tones only (`uỷ`, `ủy`). White space never
    /// makes a difference.
    pub loose: bool,
    /// How much work it may take.
    pub effort: Effort,
}

/// A provision in one of the two instruments, or a part of its text.
#[derive(Debug, Clone, Copy)]
pub struct Passage<'d> {
    /// The provision.
    pub provision: &'d Provision,
    /// Its own text; of one that was split or merged the part that this change is about.
    pub text: &'d str,
    node: usize,
    part: usize,
}

/// What became of a provision.
#[derive(Debug, Clone)]
pub struct Change<'d> {
    /// What.
    pub kind: Kind,
    /// Whether its own words differ; a provision that moved or was renumbered may be reworded too.
    pub reworded: bool,
    /// Where it stood, unless it is new.
    pub old: Option<Passage<'d>>,
    /// Where it stands, unless it is gone.
    pub new: Option<Passage<'d>>,
    /// The words that went and came, where it is reworded: both sides together are the texts of the two places.
    pub pieces: Vec<Piece>,
}

/// What differs between two instruments.
#[derive(Debug, Clone)]
pub struct Comparison<'d> {
    /// Every provision of both, in the order of the new text; what is gone stands where it stood.
    pub changes: Vec<Change<'d>>,
    /// How fine the answer is.
    pub fidelity: Fidelity,
    old: Tree<'d>,
    new: Tree<'d>,
}

/// Compares two versions of an instrument.
pub fn compare<'d>(old: &'d Document, new: &'d Document, options: Options) -> Comparison<'d> {
    let Options { loose, mut effort } = options;
    let mut lexicon = Lexicon::new(loose);
    let (mut old, mut new) = (Tree::read(old, &mut lexicon), Tree::read(new, &mut lexicon));
    let pairing = align::align(&old, &new, &lexicon, &mut effort);
    let changes = assemble::changes(&old, &new, &lexicon, &pairing, &mut effort);
    old.shed();
    new.shed();
    Comparison { changes, fidelity: effort.fidelity(), old, new }
}

impl Comparison<'_> {
    /// Where a provision stood.
    pub fn old_address(&self, change: &Change<'_>) -> Option<Address> {
        change.old.map(|place| self.old.address(place.node))
    }

    /// Where a provision stands.
    pub fn new_address(&self, change: &Change<'_>) -> Option<Address> {
        change.new.map(|place| self.new.address(place.node))
    }

    /// Whether nothing differs.
    pub fn is_same(&self) -> bool {
        self.changes.iter().all(|change| change.kind == Kind::Unchanged)
    }

    /// The old text, put together from the changes: what is left when all of them are rejected.
    pub fn rejected(&self) -> String {
        let mut places: Vec<Passage<'_>> = self.changes.iter().filter_map(|c| c.old).collect();
        places.sort_by_key(|p| (p.node, p.part));
        places.iter().map(|p| p.text).collect()
    }

    /// The new text, put together from the changes: what is there when all of them are accepted.
    pub fn accepted(&self) -> String {
        let mut places: Vec<Passage<'_>> = self.changes.iter().filter_map(|c| c.new).collect();
        places.sort_by_key(|p| (p.node, p.part));
        places.iter().map(|p| p.text).collect()
    }
}

impl Change<'_> {
    /// The level of the provision.
    pub fn level(&self) -> Level {
        self.new.or(self.old).map_or(Level::Paragraph, |place| place.provision.level)
    }
}
