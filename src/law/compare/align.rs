//! Which provision of the new instrument is which of the old one: the same address first, then what is alike. Where an address holds something
//! entirely different and what it held stands elsewhere, the provision went there.

use super::lexicon::Lexicon;
use super::runs::{Effort, equal_runs};
use super::sketch::{Index, Sketch};
use super::tree::{ROOT, Tree, same_label};
use crate::model::Level;
use foldhash::fast::RandomState;
use std::collections::{HashMap, VecDeque};

type Map<K, V> = HashMap<K, V, RandomState>;

/// Under the same label, so alike (in thousandths) that no other place is looked for.
const SURE: u32 = 800;

/// Within the same provision, so alike at least; the same label counts for [`LABEL`].
const NEAR: u32 = 500;

/// So alike are the headings of two Điều of the same number that they are the same Điều, whatever became of the text.
const HEADING: u32 = 600;

/// What the same label adds to a likeness.
const LABEL: u32 = 150;

/// Elsewhere in the instrument, so alike at least.
const FAR: u32 = 600;

/// Of another level, so alike at least.
const OTHER_LEVEL: u32 = 800;

/// Without a label, at the same place, so alike at least.
const SAME_PLACE: u32 = 100;

/// So much of the words of a provision must stand in another for it to be split from it or merged into it.
const PART: u32 = 700;

/// And so much of them among the words that the other lost or gained: what both kept was not handed on.
const HANDED_ON: u32 = 400;

/// So far apart, counted in places, the parts of one provision may stand.
const BESIDE: usize = 3;

/// What is shorter, in words, is not looked for elsewhere: too much is alike.
const SHORT: usize = 6;

/// Which node is which.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    /// For each old node the new one.
    pub old: Vec<Option<usize>>,
    /// For each new node the old one.
    pub new: Vec<Option<usize>>,
    /// For an old node that was split: the new nodes that hold its parts besides its own, in order.
    pub splits: HashMap<usize, Vec<usize>>,
    /// For a new node that others were merged into: the old nodes besides its own, in order.
    pub merges: HashMap<usize, Vec<usize>>,
}

/// Pairs the nodes of two instruments.
pub(super) fn align(old: &Tree<'_>, new: &Tree<'_>, lexicon: &Lexicon<'_>, effort: &mut Effort) -> Pairing {
    let mut aligner = Aligner {
        old,
        new,
        lexicon,
        effort,
        pairing: Pairing { old: vec![None; old.nodes.len()], new: vec![None; new.nodes.len()], ..Pairing::default() },
        sketches: (vec![None; old.nodes.len()], vec![None; new.nodes.len()]),
        queue: VecDeque::new(),
    };
    aligner.pair(ROOT, ROOT);
    aligner.work();
    aligner.elsewhere();
    aligner.same_address();
    aligner.parts();
    aligner.pairing
}

/// A possible pair with its likeness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    likeness: u32,
    old: usize,
    new: usize,
}

struct Aligner<'a, 'd> {
    old: &'a Tree<'d>,
    new: &'a Tree<'d>,
    lexicon: &'a Lexicon<'d>,
    effort: &'a mut Effort,
    pairing: Pairing,
    /// Of the old nodes and of the new ones, as far as they were looked at.
    sketches: (Vec<Option<Sketch>>, Vec<Option<Sketch>>),
    /// Pairs whose kids are still to be paired.
    queue: VecDeque<(usize, usize)>,
}

impl Aligner<'_, '_> {
    fn pair(&mut self, old: usize, new: usize) {
        if let (Some(o), Some(n)) = (self.pairing.old.get_mut(old), self.pairing.new.get_mut(new))
            && o.is_none()
            && n.is_none()
        {
            (*o, *n) = (Some(new), Some(old));
            self.queue.push_back((old, new));
        }
    }

    /// Pairs two that say the same, and what is numbered in them one by one.
    fn pair_whole(&mut self, old: usize, new: usize) {
        let mut stack = vec![(old, new)];
        while let Some((o, n)) = stack.pop() {
            if let (Some(to), Some(from)) = (self.pairing.old.get_mut(o), self.pairing.new.get_mut(n))
                && to.is_none()
                && from.is_none()
            {
                (*to, *from) = (Some(n), Some(o));
            }
            stack.extend(self.old.kids(o).iter().copied().zip(self.new.kids(n).iter().copied()));
        }
    }

    fn free_old(&self, at: usize) -> bool {
        self.pairing.old.get(at).is_some_and(Option::is_none)
    }

    fn free_new(&self, at: usize) -> bool {
        self.pairing.new.get(at).is_some_and(Option::is_none)
    }

    fn whole(&self, old: usize, new: usize) -> bool {
        let wholes = (self.old.node(old).map(|n| n.whole), self.new.node(new).map(|n| n.whole));
        matches!(wholes, (Some(a), Some(b)) if a == b)
    }

    /// Pairs what is numbered in pairs, down to the smallest.
    fn work(&mut self) {
        while let Some((old, new)) = self.queue.pop_front() {
            self.kids(old, new);
        }
    }

    fn free_kids(&self, old: usize, new: usize) -> (Vec<usize>, Vec<usize>) {
        let olds = self.old.kids(old).iter().copied().filter(|at| self.free_old(*at)).collect();
        (olds, self.new.kids(new).iter().copied().filter(|at| self.free_new(*at)).collect())
    }

    /// Pairs what is numbered in two nodes.
    fn kids(&mut self, old: usize, new: usize) {
        let (olds, news) = self.free_kids(old, new);
        if olds.is_empty() || news.is_empty() {
            return;
        }
        // The same label: surely the same provision if it says the same, or nearly.
        let labelled = self.same_labels(&olds, &news);
        for (o, n) in &labelled {
            if self.whole(*o, *n) {
                self.pair_whole(*o, *n);
            }
        }
        for (o, n) in &labelled {
            let free = self.free_old(*o) && self.free_new(*n);
            if free && (self.same_heading(*o, *n) || self.likeness(*o, *n) >= SURE) {
                self.pair(*o, *n);
            }
        }
        // The same words in the same order, under other labels or none.
        let (olds, news) = self.free_kids(old, new);
        self.same_wholes(&olds, &news);
        // What is alike.
        let (olds, news) = self.free_kids(old, new);
        let mut found = self.candidates(&olds, &news, NEAR);
        let mut labelled = labelled;
        labelled.retain(|(o, n)| self.free_old(*o) && self.free_new(*n));
        labelled.sort_unstable();
        found.retain(|c| labelled.binary_search(&(c.old, c.new)).is_err());
        for (old, new) in labelled {
            let likeness = self.likeness(old, new) + LABEL;
            found.extend((likeness >= NEAR).then_some(Candidate { likeness, old, new }));
        }
        self.take(found);
    }

    /// Whether two Điều carry much the same heading.
    fn same_heading(&self, old: usize, new: usize) -> bool {
        let heading = |tree: &Tree<'_>, at: usize| {
            let text = tree.provision(at).filter(|p| p.level == Level::Article)?.text.as_bytes();
            let tokens = tree.tokens(at);
            let from = tokens.first()?.start();
            let end = memchr::memchr(b'\n', text.get(from..)?).map_or(text.len(), |line| from + line);
            let count = tokens.partition_point(|t| t.start() < end);
            Some(Sketch::of_tokens(self.lexicon, tokens.get(..count)?))
        };
        match (heading(self.old, old), heading(self.new, new)) {
            (Some(a), Some(b)) => a.likeness(&b) >= HEADING,
            _ => false,
        }
    }

    /// Those of the same level and label.
    fn same_labels(&self, olds: &[usize], news: &[usize]) -> Vec<(usize, usize)> {
        let mut known: Map<u64, usize> = Map::with_capacity_and_hasher(news.len(), RandomState::default());
        for at in news.iter().rev() {
            if let Some(node) = self.new.node(*at).filter(|n| n.provision.is_some_and(|p| p.label.is_some())) {
                known.insert(node.label, *at);
            }
        }
        let mut found = Vec::new();
        for at in olds {
            let Some(node) = self.old.node(*at) else { continue };
            let Some(provision) = node.provision.filter(|p| p.label.is_some()) else { continue };
            if let Some(other) = known.remove(&node.label)
                && self.new.provision(other).is_some_and(|p| p.level == provision.level && same_label(provision, p))
            {
                found.push((*at, other));
            }
        }
        found
    }

    /// Pairs those that say the same, as many as stand in the same order; labelled ones only if they say enough.
    fn same_wholes(&mut self, olds: &[usize], news: &[usize]) {
        fn tells(tree: &Tree<'_>, at: usize) -> bool {
            tree.node(at).is_some_and(|n| n.size >= SHORT || n.provision.is_some_and(|p| p.label.is_none()))
        }
        let olds: Vec<usize> = olds.iter().copied().filter(|at| tells(self.old, *at)).collect();
        let news: Vec<usize> = news.iter().copied().filter(|at| tells(self.new, *at)).collect();
        let mut ids: Map<(Option<Level>, u64), u32> = Map::default();
        let mut number = |tree: &Tree<'_>, at: usize| -> u32 {
            let next = u32::try_from(ids.len()).unwrap_or(u32::MAX);
            *ids.entry((tree.level(at), tree.node(at).map_or(0, |n| n.whole))).or_insert(next)
        };
        let a: Vec<u32> = olds.iter().map(|at| number(self.old, *at)).collect();
        let b: Vec<u32> = news.iter().map(|at| number(self.new, *at)).collect();
        for run in equal_runs(&a, &b, self.effort) {
            for step in 0..run.len {
                if let (Some(o), Some(n)) = (olds.get(run.old + step), news.get(run.new + step)) {
                    self.pair_whole(*o, *n);
                }
            }
        }
    }

    fn sketch_old(&mut self, at: usize) {
        if let Some(slot @ None) = self.sketches.0.get_mut(at) {
            *slot = Some(Sketch::of_node(self.lexicon, self.old, at, self.effort));
        }
    }

    fn sketch_new(&mut self, at: usize) {
        if let Some(slot @ None) = self.sketches.1.get_mut(at) {
            *slot = Some(Sketch::of_node(self.lexicon, self.new, at, self.effort));
        }
    }

    fn likeness(&mut self, old: usize, new: usize) -> u32 {
        self.sketch_old(old);
        self.sketch_new(new);
        match (known(&self.sketches.0, old), known(&self.sketches.1, new)) {
            (Some(a), Some(b)) => a.likeness(b),
            _ => 0,
        }
    }

    /// Pairs of the same level that are at least so alike.
    fn candidates(&mut self, olds: &[usize], news: &[usize], least: u32) -> Vec<Candidate> {
        self.alike(olds, news, least, |old, new| old == new)
    }

    fn alike(
        &mut self,
        olds: &[usize],
        news: &[usize],
        least: u32,
        fits: impl Fn(Option<Level>, Option<Level>) -> bool,
    ) -> Vec<Candidate> {
        if olds.is_empty() || news.is_empty() {
            return Vec::new();
        }
        for at in olds {
            self.sketch_old(*at);
        }
        for at in news {
            self.sketch_new(*at);
        }
        let index = Index::new(news.iter().filter_map(|at| known(&self.sketches.1, *at)));
        let mut found = Vec::new();
        for old in olds {
            let Some(sketch) = known(&self.sketches.0, *old) else { continue };
            for place in index.near(sketch, self.effort) {
                let Some(new) = news.get(place).copied() else { continue };
                if !fits(self.old.level(*old), self.new.level(new)) {
                    continue;
                }
                let likeness = known(&self.sketches.1, new).map_or(0, |other| sketch.likeness(other));
                if likeness >= least {
                    found.push(Candidate { likeness, old: *old, new });
                }
            }
        }
        found
    }

    /// Pairs the most alike first.
    fn take(&mut self, mut found: Vec<Candidate>) {
        found.sort_unstable_by_key(|c| (std::cmp::Reverse(c.likeness), c.old.abs_diff(c.new), c.old, c.new));
        for candidate in found {
            self.pair(candidate.old, candidate.new);
        }
    }

    /// What is left over, looked for in the whole of the other instrument, from the widest level down.
    fn elsewhere(&mut self) {
        let mut levels: Vec<Level> =
            Level::ALL.iter().copied().filter(|l| !matches!(l, Level::Preamble | Level::Closing)).collect();
        levels.sort_by_key(|l| l.depth());
        for level in levels {
            let (olds, news) = self.left(|l| l == level);
            self.once(&olds, &news);
            let (olds, news) = self.left(|l| l == level);
            let found = self.candidates(&olds, &news, FAR);
            self.take(found);
            self.work();
        }
        // A point becomes a khoản, a khoản an Điều.
        let small = |level: Level| level.depth() >= Level::Article.depth();
        let (olds, news) = self.left(small);
        let found = self.alike(&olds, &news, OTHER_LEVEL, |_, _| true);
        self.take(found);
        self.work();
    }

    /// What is not paired yet and long enough to be known again.
    fn left(&self, wanted: impl Fn(Level) -> bool) -> (Vec<usize>, Vec<usize>) {
        let told = |tree: &Tree<'_>, at: usize| {
            tree.node(at).is_some_and(|n| n.size >= SHORT) && tree.level(at).is_some_and(&wanted)
        };
        let olds = (0..self.old.nodes.len()).filter(|at| self.free_old(*at) && told(self.old, *at)).collect();
        let news = (0..self.new.nodes.len()).filter(|at| self.free_new(*at) && told(self.new, *at)).collect();
        (olds, news)
    }

    /// Pairs those that say the same and of which there is but one on each side.
    fn once(&mut self, olds: &[usize], news: &[usize]) {
        let mut seen: Map<u64, (usize, usize, usize, usize)> = Map::default();
        for at in olds {
            let entry = seen.entry(self.old.node(*at).map_or(0, |n| n.whole)).or_default();
            (entry.0, entry.1) = (entry.0 + 1, *at);
        }
        for at in news {
            let entry = seen.entry(self.new.node(*at).map_or(0, |n| n.whole)).or_default();
            (entry.2, entry.3) = (entry.2 + 1, *at);
        }
        let mut pairs: Vec<(usize, usize)> =
            seen.into_values().filter(|s| s.0 == 1 && s.2 == 1).map(|s| (s.1, s.3)).collect();
        pairs.sort_unstable();
        for (old, new) in pairs {
            self.pair_whole(old, new);
        }
    }

    /// What is still left over under the same label, or without one at the same place, of a pair: it was rewritten.
    fn same_address(&mut self) {
        for old in 0..self.old.nodes.len() {
            let Some(new) = self.pairing.old.get(old).copied().flatten() else { continue };
            let (olds, news) = self.free_kids(old, new);
            if olds.is_empty() || news.is_empty() {
                continue;
            }
            for (o, n) in self.same_labels(&olds, &news) {
                self.pair(o, n);
            }
            for (o, n) in self.same_places(&olds, &news) {
                let only = matches!(self.old.level(o), Some(Level::Preamble | Level::Closing));
                if only || self.likeness(o, n) >= SAME_PLACE {
                    self.pair(o, n);
                }
            }
            self.work();
        }
    }

    /// Those without a label that are of the same level and counted the same.
    fn same_places(&self, olds: &[usize], news: &[usize]) -> Vec<(usize, usize)> {
        let key = |tree: &Tree<'_>, at: usize| {
            let node = tree.node(at)?;
            let provision = node.provision.filter(|p| p.label.is_none())?;
            Some((provision.level as usize, node.nth))
        };
        let known: Map<(usize, usize), usize> = news.iter().filter_map(|at| Some((key(self.new, *at)?, *at))).collect();
        olds.iter().filter_map(|at| Some((*at, *known.get(&key(self.old, *at)?)?))).collect()
    }

    /// Looks for what was split from a provision, and merged into one.
    fn parts(&mut self) {
        let mut changed = Vec::new();
        for (old, new) in self.pairing.old.iter().enumerate().filter_map(|(o, n)| Some((o, (*n)?))) {
            if self.old.level(old).is_some_and(|level| !level.is_container())
                && self.new.level(new).is_some()
                && self.old.node(old).map(|n| n.own) != self.new.node(new).map(|n| n.own)
                && !self.lexicon.same(self.old.tokens(old), self.new.tokens(new))
            {
                changed.push((old, new));
            }
        }
        // Of what nothing stands in, the sketch may be there already.
        let own = |tree: &Tree<'_>, sketches: &[Option<Sketch>], at: usize| {
            let there = known(sketches, at).filter(|sketch| sketch.is_whole() && tree.range(at).len() == 1);
            there.cloned().unwrap_or_else(|| Sketch::of_tokens(self.lexicon, tree.tokens(at)))
        };
        // What each lost and gained, beside all that it said and says. What keeps nothing of itself was not split, it was replaced.
        let (mut before, mut after, mut lost, mut gained) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (old, new) in &changed {
            let (a, b) = (own(self.old, &self.sketches.0, *old), own(self.new, &self.sketches.1, *new));
            let kept = a.likeness(&b) > SAME_PLACE;
            lost.push(if kept { a.without(&b) } else { Sketch::default() });
            gained.push(if kept { b.without(&a) } else { Sketch::default() });
            before.push(a);
            after.push(b);
        }
        let (lost_index, gained_index) = (Index::new(lost.iter()), Index::new(gained.iter()));
        let (olds, news) = self.left(|level| !level.is_container());
        for new in news {
            let part = own(self.new, &self.sketches.1, new);
            let beside = |at: usize| changed.get(at).is_some_and(|(_, whole)| beside(self.new, *whole, new));
            let holder = holder(&part, &lost_index, [&lost, &before], beside, self.effort);
            if let Some((old, _)) = holder.and_then(|at| changed.get(at)) {
                self.pairing.splits.entry(*old).or_default().push(new);
            }
        }
        for old in olds {
            let part = own(self.old, &self.sketches.0, old);
            let beside = |at: usize| changed.get(at).is_some_and(|(whole, _)| beside(self.old, *whole, old));
            let holder = holder(&part, &gained_index, [&gained, &after], beside, self.effort);
            if let Some((_, new)) =
                holder.and_then(|at| changed.get(at)).filter(|(into, _)| !self.pairing.splits.contains_key(into))
            {
                self.pairing.merges.entry(*new).or_default().push(old);
            }
        }
    }
}

/// The sketch of a node that was looked at.
fn known(sketches: &[Option<Sketch>], at: usize) -> Option<&Sketch> {
    sketches.get(at)?.as_ref()
}

/// Which of some provisions beside a part holds it: mostly in what it lost or gained, and nearly wholly in all that it says.
fn holder(
    part: &Sketch,
    index: &Index,
    [handed_on, all]: [&[Sketch]; 2],
    beside: impl Fn(usize) -> bool,
    effort: &mut Effort,
) -> Option<usize> {
    if part.len() <= SHORT {
        return None;
    }
    let held = |sketches: &[Sketch], at: usize| sketches.get(at).map_or(0, |sketch| part.held_by(sketch));
    let near = index.near(part, effort);
    near.into_iter().find(|at| beside(*at) && held(handed_on, *at) >= HANDED_ON && held(all, *at) >= PART)
}

/// Whether a node is numbered in another, or stands next to it or nearly so.
fn beside(tree: &Tree<'_>, whole: usize, part: usize) -> bool {
    let place = |at: usize| tree.node(at).map_or(0, |n| n.place);
    let next = tree.level(whole) == tree.level(part) && place(whole).abs_diff(place(part)) <= BESIDE;
    tree.scope(part) == whole || (tree.scope(part) == tree.scope(whole) && next)
}
