//! The two instruments as lists of nodes in the order of the text, each with what tells quickly whether two of them say the same.

use super::words::{is_word, next_token};
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level};
use std::borrow::Cow;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use unicode_normalization::char::{compose, decompose_canonical};

/// The place of the whole instrument among the nodes.
pub(super) const ROOT: usize = 0;

/// A provision among the nodes.
#[derive(Debug, Clone)]
pub(super) struct Node<'d> {
    /// The provision; the whole instrument has none.
    pub provision: Option<&'d Provision>,
    /// What it stands in.
    pub parent: usize,
    /// What it is numbered in: for an Điều the annex or the whole instrument, else [`Self::parent`].
    pub scope: usize,
    /// Its place among those that are numbered in the same.
    pub place: usize,
    /// How many of its level stand in its scope up to it.
    pub nth: usize,
    /// Behind it and all that stands in it.
    pub end: usize,
    /// What its own words are, as one number.
    pub own: u64,
    /// What it and all that is numbered in it say, its own label left out, as one number.
    pub whole: u64,
    /// How many words that is.
    pub size: usize,
}

/// An instrument as nodes: the whole instrument first, then every provision before those that stand in it.
#[derive(Debug, Clone, Default)]
pub(super) struct Tree<'d> {
    pub nodes: Vec<Node<'d>>,
    /// For each node those that are numbered in it.
    pub kids: Vec<Vec<usize>>,
}

impl<'d> Tree<'d> {
    /// Reads a document; `loose` as in [`same_words`].
    pub fn read(document: &'d Document, loose: bool) -> Self {
        let mut tree = Self::default();
        tree.push(None, ROOT, ROOT, loose);
        for provision in &document.provisions {
            tree.add(provision, ROOT, ROOT, loose);
        }
        tree.close(ROOT);
        tree
    }

    fn push(&mut self, provision: Option<&'d Provision>, parent: usize, scope: usize, loose: bool) -> usize {
        let (own, size) = provision.map_or((0, 0), |p| hash_words(p.words(), loose));
        self.nodes.push(Node { provision, parent, scope, place: 0, nth: 0, end: 0, own, whole: own, size });
        self.kids.push(Vec::new());
        self.nodes.len() - 1
    }

    fn add(&mut self, provision: &'d Provision, parent: usize, numbering: usize, loose: bool) {
        let scope = if provision.level == Level::Article { numbering } else { parent };
        let at = self.push(Some(provision), parent, scope, loose);
        if let Some(kids) = self.kids.get_mut(scope) {
            kids.push(at);
        }
        let numbering = if provision.level == Level::Annex { at } else { numbering };
        for child in &provision.children {
            self.add(child, at, numbering, loose);
        }
        self.close(at);
    }

    /// Once all of a node is read: numbers what is numbered in it, and sums up what it says.
    fn close(&mut self, at: usize) {
        let end = self.nodes.len();
        let kids = self.kids.get(at).cloned().unwrap_or_default();
        let mut hasher = DefaultHasher::new();
        let (mut whole, mut size) = self.nodes.get(at).map_or((0, 0), |n| (n.own, n.size));
        whole.hash(&mut hasher);
        let mut counts = [0_usize; Level::ALL.len()];
        for (place, kid) in kids.iter().enumerate() {
            let Some(node) = self.nodes.get_mut(*kid) else { continue };
            let Some(provision) = node.provision else { continue };
            node.place = place;
            if let Some(count) = counts.get_mut(provision.level as usize) {
                *count += 1;
                node.nth = *count;
            }
            (provision.level, label_key(provision), node.whole).hash(&mut hasher);
            size += node.size;
        }
        if !kids.is_empty() {
            whole = hasher.finish();
        }
        if let Some(node) = self.nodes.get_mut(at) {
            (node.end, node.whole, node.size) = (end, whole, size);
        }
    }

    /// A node; there is none behind the last.
    pub fn node(&self, at: usize) -> Option<&Node<'d>> {
        self.nodes.get(at)
    }

    /// The provision of a node.
    pub fn provision(&self, at: usize) -> Option<&'d Provision> {
        self.nodes.get(at)?.provision
    }

    /// The level of a node; the whole instrument has none.
    pub fn level(&self, at: usize) -> Option<Level> {
        self.provision(at).map(|p| p.level)
    }

    /// What is numbered in a node.
    pub fn kids(&self, at: usize) -> &[usize] {
        self.kids.get(at).map_or(&[], Vec::as_slice)
    }

    /// What a node is numbered in.
    pub fn scope(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(ROOT, |n| n.scope)
    }

    /// The nodes whose words belong to a node: itself and all that stands in it; of a container only itself.
    pub fn range(&self, at: usize) -> Range<usize> {
        let container = self.level(at).is_some_and(Level::is_container);
        let end = self.nodes.get(at).map_or(at, |n| n.end);
        at..if container { at + 1 } else { end }
    }

    /// The address of a node. What carries no label is counted within what it stands in.
    pub fn address(&self, at: usize) -> Address {
        let mut above = Vec::new();
        let mut next = at;
        while let Some(node) = self.nodes.get(next).filter(|_| next != ROOT) {
            above.push(node);
            next = node.scope;
        }
        above.iter().rev().fold(Address::default(), |address, node| match node.provision {
            Some(Provision { level: level @ (Level::Preamble | Level::Closing), .. }) => address.child(*level, ""),
            Some(Provision { level, label: Some(label), .. }) => address.child(*level, label.as_str()),
            Some(Provision { level, .. }) => address.child(*level, node.nth.to_string()),
            None => address,
        })
    }
}

/// What two provisions share if they have the same level and label, as one number: `II` and `2` of a Chương are the same.
pub(super) fn label_key(provision: &Provision) -> u64 {
    let mut hasher = DefaultHasher::new();
    provision.level.hash(&mut hasher);
    if let Some(label) = &provision.label {
        let counted = provision.level.is_container() || matches!(provision.level, Level::Annex | Level::Item);
        match label.roman().or(label.number()).filter(|_| counted && is_plain_number(label)) {
            Some(number) => number.hash(&mut hasher),
            None => label.as_str().to_lowercase().hash(&mut hasher),
        }
    }
    hasher.finish()
}

fn is_plain_number(label: &Label) -> bool {
    label.roman().is_some() || label.as_str().bytes().all(|b| b.is_ascii_digit())
}

/// Whether two labels name the same unit; no label is the same as no label.
pub(super) fn same_label(old: &Provision, new: &Provision) -> bool {
    match (&old.label, &new.label) {
        (Some(a), Some(b)) => a.same(b),
        (None, None) => true,
        _ => false,
    }
}

/// Whether two texts have the same words. White space never counts; loosely, quotation marks and other punctuation do not either, nor
/// where a tone is put (`uỷ`, `ủy`).
pub(super) fn same_words(old: &str, new: &str, loose: bool) -> bool {
    if old == new {
        return true;
    }
    if loose { loose_words(old).eq(loose_words(new)) } else { plain_words(old).eq(plain_words(new)) }
}

/// The tokens of a text.
pub(super) fn plain_words(text: &str) -> impl Iterator<Item = &str> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let (range, next) = next_token(text, at)?;
        at = next;
        text.get(range)
    })
}

/// The words of a text without punctuation, tones in one place.
fn loose_words(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    syllables(text).map(one_tone)
}

/// The tokens of a text that are no punctuation.
pub(super) fn syllables(text: &str) -> impl Iterator<Item = &str> {
    plain_words(text).filter(|word| word.starts_with(is_word))
}

/// A syllable that ends in `oa`, `oe` or `uy` with its tone on the first of the two: `hoà` as `hòa`, `uỷ` as `ủy`.
fn one_tone(word: &str) -> Cow<'_, str> {
    let moved = || {
        let mut chars = word.chars().rev();
        let (last, first) = (chars.next()?, chars.next()?);
        let (mut letter, mut tone, mut marks) = (None, None, 0);
        decompose_canonical(last, |c| {
            if letter.is_none() {
                letter = Some(c);
            } else {
                tone = Some(c);
                marks += 1;
            }
        });
        let (letter, tone) = (letter?, tone.filter(|_| marks == 1)?);
        let is_tone = matches!(tone, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
        let pair = match first {
            'o' | 'O' => matches!(letter, 'a' | 'e' | 'A' | 'E'),
            'u' | 'U' => matches!(letter, 'y' | 'Y'),
            _ => false,
        };
        let toned = compose(first, tone).filter(|_| is_tone && pair)?;
        let mut out: String = chars.rev().collect();
        out.extend([toned, letter]);
        Some(out)
    };
    if word.is_ascii() { Cow::Borrowed(word) } else { moved().map_or(Cow::Borrowed(word), Cow::Owned) }
}

/// What a text says as one number, and how many words that is.
fn hash_words(text: &str, loose: bool) -> (u64, usize) {
    let mut hasher = DefaultHasher::new();
    let mut count = 0;
    if loose {
        loose_words(text).for_each(|word| {
            word.hash(&mut hasher);
            count += 1;
        });
    } else {
        plain_words(text).for_each(|word| {
            word.hash(&mut hasher);
            count += 1;
        });
    }
    (hasher.finish(), count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_the_same_without_regard_to_form() {
        for (old, new, strictly, loosely) in [
            ("một  hai\n", "một hai", true, true),
            ("Ủy ban, thuỷ lợi", "Uỷ ban thủy lợi", false, true),
            ("“hoà giải”", "\"hòa giải\"", false, true),
            ("hoàn thành", "hòan thành", false, false),
            ("quý", "qúy", false, true),
            ("một hai", "một ba", false, false),
            ("một.", "Một.", false, false),
        ] {
            assert_eq!((same_words(old, new, false), same_words(old, new, true)), (strictly, loosely), "{old} / {new}");
        }
    }

    #[test]
    fn addresses_pass_over_containers_and_count_what_has_no_label() {
        let document = Document::read(
            "QUY ĐỊNH\nChương I\nCHUNG\nĐiều 1. Một\n1. Khoản:\na) Điểm;\n- Gạch một\n- Gạch hai\nPhụ lục I\nMẫu",
        );
        let tree = Tree::read(&document, false);
        let addresses: Vec<String> = (1..tree.nodes.len()).map(|at| tree.address(at).to_string()).collect();
        let expected = [
            "phần mở đầu",
            "Chương I",
            "Điều 1",
            "khoản 1 Điều 1",
            "điểm a khoản 1 Điều 1",
            "gạch đầu dòng thứ nhất điểm a khoản 1 Điều 1",
            "gạch đầu dòng thứ hai điểm a khoản 1 Điều 1",
            "Phụ lục I",
        ];
        assert_eq!(addresses, expected);
    }
}
