//! What must be ordered to turn one text into another: the smallest units that the wording of amending instruments can name.

use crate::law::consolidate::is_repealed;
use crate::law::{Document, Provision};
use crate::model::{Address, Label, Level};
use std::collections::BTreeMap;

/// One order to be worded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// New text for a unit.
    Replace {
        /// The unit.
        place: Address,
        /// Its new text, mark included.
        text: String,
    },
    /// New words for a heading.
    Heading {
        /// The unit.
        place: Address,
        /// The new heading, mark included.
        text: String,
    },
    /// New units, in a row.
    Insert {
        /// Their places, in order; all in one holder.
        places: Vec<Address>,
        /// Beside which unit; `None`: the holder has none of that level yet.
        beside: Option<Beside>,
        /// Their texts, joined.
        text: String,
    },
    /// A unit goes.
    Repeal {
        /// The unit.
        place: Address,
    },
    /// A phrase becomes another one, or goes, in many places.
    Phrase {
        /// The phrase.
        old: String,
        /// What it becomes; `None`: it goes.
        new: Option<String>,
        /// The units in which it does, in the order of the base.
        places: Vec<Spot>,
    },
    /// An annex is replaced, or a new one added; its text stands behind the amending instrument.
    Annex {
        /// The annex.
        place: Address,
        /// Its new text.
        text: String,
        /// Whether it is new.
        new: bool,
    },
}

/// A unit, or its heading alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The unit.
    pub place: Address,
    /// Whether its heading alone is meant.
    pub heading: bool,
}

/// Beside which unit new text goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    /// vào sau.
    After(Address),
    /// vào trước.
    Before(Address),
}

impl Order {
    /// The one Điều, or other place, that the order changes; of insertions the first. None of a phrase, which changes in many.
    pub fn place(&self) -> Option<&Address> {
        match self {
            Order::Replace { place, .. }
            | Order::Heading { place, .. }
            | Order::Repeal { place }
            | Order::Annex { place, .. } => Some(place),
            Order::Insert { places, .. } => places.first(),
            Order::Phrase { .. } => None,
        }
    }

    /// All places that the order changes.
    pub fn places(&self) -> Vec<&Address> {
        match self {
            Order::Insert { places, .. } => places.iter().collect(),
            Order::Phrase { places, .. } => places.iter().map(|spot| &spot.place).collect(),
            other => other.place().into_iter().collect(),
        }
    }
}

/// Điều on which a draft is coarser than it could be, because finer orders do not give the edited text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coarse {
    /// Those that are replaced as a whole.
    pub whole: Vec<Address>,
    /// Those whose phrases are not ordered by themselves.
    pub plain: Vec<Address>,
}

/// What the orders leave out, because no order can say it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changed {
    /// The orders in the order of the base.
    pub orders: Vec<Order>,
    /// Units that changed and cannot be amended: the preamble, the signature block.
    pub unamendable: Vec<Level>,
}

/// The orders that turn a base into an edited text: an Điều of which most changes is replaced as a whole, a phrase that changes in many places is
/// ordered once, everything else unit by unit.
pub fn between(base: &Document, edited: &Document, coarse: &Coarse) -> Changed {
    let mut coarse = coarse.clone();
    let fine = gathered(base, edited, &coarse);
    let mostly = mostly_changed(base, &fine.orders);
    if mostly.is_empty() {
        return fine;
    }
    coarse.whole.extend(mostly);
    gathered(base, edited, &coarse)
}

fn gathered(base: &Document, edited: &Document, coarse: &Coarse) -> Changed {
    let found = units(base, edited, &coarse.whole);
    let orders = super::phrases::gather(base, edited, found.orders, coarse);
    Changed { orders, unamendable: found.unamendable }
}

/// From so many orders on an Điều can be one of which most changes.
const SEVERAL: usize = 3;

/// The Điều of which at least two thirds are written anew or go, by several orders.
fn mostly_changed(base: &Document, orders: &[Order]) -> Vec<Address> {
    let mut changed: BTreeMap<Address, (usize, usize)> = BTreeMap::new();
    for order in orders {
        let Some((place, article)) = order.place().and_then(|p| Some((p, p.article()?))) else { continue };
        let letters = match order {
            Order::Replace { .. } | Order::Repeal { .. } => base.find(place).map_or(0, |old| old.full_text().len()),
            _ => 0,
        };
        let (count, sum) = changed.entry(article).or_default();
        (*count, *sum) = (*count + 1, *sum + letters);
    }
    let most = |(article, (count, letters)): (Address, (usize, usize))| {
        let all = base.find(&article)?.full_text().len();
        (count >= SEVERAL && letters * 3 >= all * 2).then_some(article)
    };
    changed.into_iter().filter_map(most).collect()
}

/// The orders unit by unit. `whole` names the Điều that are to be replaced as a whole.
fn units(base: &Document, edited: &Document, whole: &[Address]) -> Changed {
    let mut finder = Finder { whole, found: Changed::default() };
    finder.unnamed(&base.provisions, &edited.provisions);
    let root = Address::default();
    let (body, annexes) = (|p: &Provision| p.level != Level::Annex, |p: &Provision| p.level == Level::Annex);
    let part = |document: &Document, keep: fn(&Provision) -> bool| -> Vec<Provision> {
        document.provisions.iter().filter(|p| keep(p)).cloned().collect()
    };
    // Containers whose labels repeat hold Điều all the same.
    if !finder.siblings(&part(base, body), &part(edited, body), &root) {
        finder.siblings(&articles(base), &articles(edited), &root);
    }
    if !finder.siblings(&part(base, annexes), &part(edited, annexes), &root) {
        let text =
            |document: &Document| lines(&part(document, annexes).iter().map(Provision::full_text).collect::<String>());
        if text(base) != text(edited) {
            finder.found.unamendable.push(Level::Annex);
        }
    }
    finder.found
}

/// Every Điều of the body, without what holds it.
fn articles(document: &Document) -> Vec<Provision> {
    let found = document.walk().into_iter();
    found.filter(|(a, p)| p.level == Level::Article && a.0.len() == 1).map(|(_, p)| p.clone()).collect()
}

struct Finder<'w> {
    whole: &'w [Address],
    found: Changed,
}

/// The lines of a text without blank ones and the blanks at their ends: what counts as the same text.
pub(super) fn lines(text: &str) -> String {
    text.lines().map(str::trim).filter(|l| !l.is_empty()).collect::<Vec<_>>().join("\n")
}

fn same_text(a: &Provision, b: &Provision) -> bool {
    lines(&a.full_text()) == lines(&b.full_text())
}

/// Units that others can name; a dash is cited with the unit in which it stands.
fn named(provision: &Provision) -> bool {
    provision.level.is_labelled() && provision.level != Level::Dash && provision.label.is_some()
}

/// The own words of a unit with everything in it that carries no label.
fn unnamed_text(provision: &Provision) -> String {
    let mut out = lines(&provision.text);
    for child in &provision.children {
        out.push('\n');
        if named(child) {
            out.push('#');
        } else {
            out.push_str(&lines(&child.full_text()));
        }
    }
    out.trim_end_matches(['#', '\n']).to_owned()
}

impl Finder<'_> {
    /// Compares two lists of siblings; whether orders could say the difference. If not, nothing is added.
    fn siblings(&mut self, old: &[Provision], new: &[Provision], holder: &Address) -> bool {
        let (a, b): (Vec<&Provision>, Vec<&Provision>) =
            (old.iter().filter(|p| named(p)).collect(), new.iter().filter(|p| named(p)).collect());
        let pairs = match pair(&a, &b) {
            Some(pairs) => pairs,
            None => return false,
        };
        let before = self.found.orders.len();
        let mut run: Vec<&Provision> = Vec::new();
        let mut last: Option<&Provision> = None;
        for (n, (old, new)) in pairs.iter().enumerate() {
            match (old, new) {
                (None, Some(new)) => run.push(new),
                (old, new) => {
                    let kept = new.or(*old).filter(|_| old.is_some());
                    let next = pairs.get(n..).and_then(|rest| rest.iter().find_map(|(o, _)| *o));
                    self.insert(&mut run, last, next, holder);
                    let fits = match (old, new) {
                        (Some(old), Some(new)) => self.unit(old, new, holder),
                        (Some(old), None) => self.removed(old, holder),
                        _ => true,
                    };
                    if !fits {
                        self.found.orders.truncate(before);
                        return false;
                    }
                    last = kept.or(last);
                }
            }
        }
        self.insert(&mut run, last, None, holder);
        true
    }

    /// What no order can say: preamble and signature block.
    fn unnamed(&mut self, old: &[Provision], new: &[Provision]) {
        for level in [Level::Preamble, Level::Closing, Level::Paragraph] {
            let text = |list: &[Provision]| {
                list.iter().filter(|p| p.level == level).map(|p| lines(&p.full_text())).collect::<Vec<_>>().join("\n")
            };
            if text(old) != text(new) {
                self.found.unamendable.push(level);
            }
        }
    }

    fn unit(&mut self, old: &Provision, new: &Provision, holder: &Address) -> bool {
        if same_text(old, new) {
            return true;
        }
        let place = address(old, holder);
        if is_repealed(new) && !is_repealed(old) {
            self.found.orders.push(Order::Repeal { place });
            return true;
        }
        if old.level == Level::Annex {
            self.found.orders.push(Order::Annex { place, text: lines(&new.full_text()), new: false });
            return true;
        }
        if old.level.is_container() {
            let heading = lines(&old.text) != lines(&new.text);
            let before = self.found.orders.len();
            if heading {
                self.found.orders.push(Order::Heading { place: place.clone(), text: lines(&new.text) });
            }
            if self.siblings(&old.children, &new.children, &place) {
                return true;
            }
            self.found.orders.truncate(before);
            self.found.orders.push(replace(place, new));
            return true;
        }
        let before = self.found.orders.len();
        if !self.whole.contains(&place) && self.in_parts(old, new, &place) {
            return true;
        }
        self.found.orders.truncate(before);
        self.found.orders.push(replace(place, new));
        true
    }

    /// Whether the change of a unit can be said by its heading and its named children.
    fn in_parts(&mut self, old: &Provision, new: &Provision, place: &Address) -> bool {
        let heading = old.level == Level::Article && first_line(old) != first_line(new);
        let own = |p: &Provision| match heading {
            true => unnamed_text(p).split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap_or_default(),
            false => unnamed_text(p),
        };
        let has_children = old.children.iter().any(named);
        if own(old) != own(new) || (!has_children && !heading) {
            return false;
        }
        if heading {
            self.found.orders.push(Order::Heading { place: place.clone(), text: first_line(new) });
        }
        if !self.siblings(&old.children, &new.children, place) {
            return false;
        }
        !self.too_many(place)
    }

    /// Whether an Điều has more orders than there are letters for them.
    fn too_many(&self, place: &Address) -> bool {
        let within = self.found.orders.iter().filter(|o| o.place().is_some_and(|p| place.holds(p))).count();
        place.last().is_some_and(|s| s.level == Level::Article)
            && within > crate::model::provision::POINT_LETTERS.chars().count()
    }

    fn removed(&mut self, old: &Provision, holder: &Address) -> bool {
        if !is_repealed(old) {
            self.found.orders.push(Order::Repeal { place: address(old, holder) });
        }
        true
    }

    fn insert(
        &mut self,
        run: &mut Vec<&Provision>,
        last: Option<&Provision>,
        next: Option<&Provision>,
        holder: &Address,
    ) {
        // Units of one level go together; another level begins another order.
        let mut last = last;
        while let Some(first) = run.first() {
            let level = first.level;
            let count = run.iter().take_while(|p| p.level == level).count();
            let units: Vec<&Provision> = run.drain(..count).collect();
            if level == Level::Annex {
                for unit in units {
                    let place = address(unit, holder);
                    self.found.orders.push(Order::Annex { place, text: lines(&unit.full_text()), new: true });
                }
                continue;
            }
            let sibling = |p: &Provision| p.level == level;
            let beside = match (last.filter(|p| sibling(p)), next.filter(|p| sibling(p))) {
                (Some(last), _) => Some(Beside::After(address(last, holder))),
                (None, Some(next)) => Some(Beside::Before(address(next, holder))),
                (None, None) => None,
            };
            let places = units.iter().map(|p| address(p, holder)).collect();
            let text = units.iter().map(|p| lines(&p.full_text())).collect::<Vec<_>>().join("\n");
            last = units.last().copied();
            self.found.orders.push(Order::Insert { places, beside, text });
        }
    }
}

fn replace(place: Address, new: &Provision) -> Order {
    Order::Replace { place, text: lines(&new.full_text()) }
}

fn first_line(provision: &Provision) -> String {
    lines(&provision.text).lines().next().unwrap_or_default().to_owned()
}

/// An Điều needs no container in its address.
fn address(provision: &Provision, holder: &Address) -> Address {
    let label = provision.label.as_ref().map(Label::as_str).unwrap_or_default();
    if provision.level == Level::Article && !holder.0.iter().any(|s| s.level == Level::Annex) {
        return Address::default().child(Level::Article, label);
    }
    holder.child(provision.level, label)
}

/// Pairs two lists of labelled siblings by label, in the order of both. `None` if a label stands twice, or the orders contradict each other.
fn pair<'p>(
    old: &[&'p Provision],
    new: &[&'p Provision],
) -> Option<Vec<(Option<&'p Provision>, Option<&'p Provision>)>> {
    let key = |p: &Provision| (p.level, p.label.as_ref().map(|l| l.as_str().to_lowercase()));
    for list in [old, new] {
        let mut keys: Vec<_> = list.iter().map(|p| key(p)).collect();
        keys.sort();
        if keys.windows(2).any(|w| w.first() == w.last()) {
            return None;
        }
    }
    let mut pairs = Vec::new();
    let mut rest = new.iter().peekable();
    for unit in old {
        let at = new.iter().position(|n| key(n) == key(unit));
        match at {
            None => pairs.push((Some(*unit), None)),
            Some(_) => {
                // New units before the partner come first; an old unit among them stands in another order.
                loop {
                    let next = rest.next()?;
                    if key(next) == key(unit) {
                        pairs.push((Some(*unit), Some(*next)));
                        break;
                    }
                    if old.iter().any(|o| key(o) == key(next)) {
                        return None;
                    }
                    pairs.push((None, Some(*next)));
                }
            }
        }
    }
    pairs.extend(rest.map(|next| (None, Some(*next))));
    Some(pairs)
}
