//! The two instruments as lists of nodes in the order of the text, each with what tells quickly whether two of them say the same.

use super::lexicon::{Lexicon, Token, spread};
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

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
    /// Its level and label, as one number ([`label_key`]).
    pub label: u64,
    /// Where its tokens begin among those of the tree; they end where those of the next node begin.
    pub tokens: usize,
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
    /// The tokens of all nodes behind their marks; positions count from the start of the text of each provision.
    tokens: Vec<Token>,
}

impl<'d> Tree<'d> {
    /// Reads a document.
    pub fn read(document: &'d Document, lexicon: &mut Lexicon<'d>) -> Self {
        let mut tree = Self::default();
        tree.push(None, ROOT, ROOT, lexicon);
        for provision in &document.provisions {
            tree.add(provision, ROOT, ROOT, lexicon);
        }
        tree.close(ROOT);
        tree
    }

    fn push(
        &mut self,
        provision: Option<&'d Provision>,
        parent: usize,
        scope: usize,
        lexicon: &mut Lexicon<'d>,
    ) -> usize {
        let tokens = self.tokens.len();
        if let Some(provision) = provision {
            lexicon.read(&provision.text, provision.after_mark, &mut self.tokens);
        }
        let (own, size) = lexicon.sum(self.tokens.get(tokens..).unwrap_or_default());
        let label = provision.map_or(0, label_key);
        let node = Node { provision, parent, scope, place: 0, nth: 0, end: 0, label, tokens, own, whole: own, size };
        self.nodes.push(node);
        self.kids.push(Vec::new());
        self.nodes.len() - 1
    }

    fn add(&mut self, provision: &'d Provision, parent: usize, numbering: usize, lexicon: &mut Lexicon<'d>) {
        let scope = if provision.level == Level::Article { numbering } else { parent };
        let at = self.push(Some(provision), parent, scope, lexicon);
        if let Some(kids) = self.kids.get_mut(scope) {
            kids.push(at);
        }
        let numbering = if provision.level == Level::Annex { at } else { numbering };
        for child in &provision.children {
            self.add(child, at, numbering, lexicon);
        }
        self.close(at);
    }

    /// Once all of a node is read: numbers what is numbered in it, and sums up what it says.
    fn close(&mut self, at: usize) {
        let end = self.nodes.len();
        let kids = self.kids.get_mut(at).map(std::mem::take).unwrap_or_default();
        let (mut whole, mut size) = self.nodes.get(at).map_or((0, 0), |n| (n.own, n.size));
        let mut counts = [0_usize; Level::ALL.len()];
        for (place, kid) in kids.iter().enumerate() {
            let Some(node) = self.nodes.get_mut(*kid) else { continue };
            let Some(provision) = node.provision else { continue };
            node.place = place;
            if let Some(count) = counts.get_mut(provision.level as usize) {
                *count += 1;
                node.nth = *count;
            }
            whole = spread(spread(whole ^ node.label) ^ node.whole);
            size += node.size;
        }
        if let Some(slot) = self.kids.get_mut(at) {
            *slot = kids;
        }
        if let Some(node) = self.nodes.get_mut(at) {
            (node.end, node.whole, node.size) = (end, whole, size);
        }
    }

    /// The tokens of a node behind its mark.
    pub fn tokens(&self, at: usize) -> &[Token] {
        let from = self.nodes.get(at).map_or(0, |n| n.tokens);
        let to = self.nodes.get(at + 1).map_or(self.tokens.len(), |n| n.tokens);
        self.tokens.get(from..to).unwrap_or_default()
    }

    /// The tokens of nodes that follow each other.
    pub fn tokens_of(&self, nodes: Range<usize>) -> &[Token] {
        let from = self.nodes.get(nodes.start).map_or(0, |n| n.tokens);
        let to = self.nodes.get(nodes.end).map_or(self.tokens.len(), |n| n.tokens);
        self.tokens.get(from..to).unwrap_or_default()
    }

    /// Gives the tokens up; addresses can still be told.
    pub fn shed(&mut self) {
        self.tokens = Vec::new();
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_pass_over_containers_and_count_what_has_no_label() {
        let document = Document::read(
            "QUY ĐỊNH\nChương I\nCHUNG\nĐiều 1. Một\n1. Khoản:\na) Điểm;\n- Gạch một\n- Gạch hai\nPhụ lục I\nMẫu",
        );
        let tree = Tree::read(&document, &mut Lexicon::default());
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
