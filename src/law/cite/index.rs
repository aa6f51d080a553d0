//! Which places an instrument has, found by their address in one step.

use crate::law::{Document, Provision};
use crate::model::provision::ORDINALS;
use crate::model::{Address, Label, Level, Step};
use std::collections::{HashMap, HashSet};

/// The places of one instrument.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// The keys of all places; a container also by its last steps alone.
    places: HashSet<String>,
    /// The labels of a level under a place, in the order of the text.
    below: HashMap<(String, Level), Vec<Label>>,
    /// Where in that list a place stands.
    order: HashMap<String, usize>,
    /// The containers of an Điều, as keys.
    containers: HashMap<String, Vec<String>>,
}

impl Index {
    pub(super) fn of(document: &Document) -> Self {
        let mut index = Self::default();
        for provision in &document.provisions {
            index.add(provision, &Address::default(), &Address::default());
        }
        index
    }

    fn add(&mut self, provision: &Provision, above: &Address, containers: &Address) {
        let Some(here) = below(above, provision) else {
            if provision.level != Level::Quote {
                provision.children.iter().for_each(|child| self.add(child, above, containers));
            }
            return;
        };
        let mut containers = containers.clone();
        if provision.level.is_container() || provision.level == Level::Annex {
            containers = here.clone();
            for from in 1..here.0.len() {
                self.places.insert(key(here.0.get(from..).unwrap_or_default()));
            }
        }
        if let Some((last, holder)) = here.0.split_last() {
            let siblings = self.below.entry((key(holder), last.level)).or_default();
            siblings.push(last.label.clone());
            self.order.entry(key(&here.0)).or_insert(siblings.len() - 1);
        }
        let own = key(&here.0);
        if provision.level == Level::Article {
            let all = 1..=containers.0.len();
            let mut keys: Vec<String> =
                all.clone().map(|end| key(containers.0.get(..end).unwrap_or_default())).collect();
            keys.extend(all.map(|from| key(containers.0.get(from..).unwrap_or_default())));
            self.containers.insert(own.clone(), keys);
        }
        self.places.insert(own);
        provision.children.iter().for_each(|child| self.add(child, &here, &containers));
    }

    /// Whether the place exists. Paragraphs and dashes are not looked for: the place that holds them is.
    pub(super) fn has(&self, address: &Address) -> bool {
        let steps = firm(address);
        steps.is_empty() || self.places.contains(&key(&steps))
    }

    /// The widest part of an address that does not exist.
    pub(super) fn first_missing(&self, address: &Address) -> Option<Address> {
        let steps = firm(address);
        let ends = (1..=steps.len()).map(|end| Address(steps.get(..end).unwrap_or_default().to_vec()));
        // A container before an Điều is only a help to the reader.
        let last = ends.clone().next_back();
        let whole = |a: &Address| !a.last().is_some_and(|s| s.level.is_container()) || Some(a) == last.as_ref();
        ends.filter(whole).find(|a| !self.places.contains(&key(&a.0)))
    }

    /// The places of a range, in the order of the text: the siblings from the last step of the address to the label `until`.
    pub(super) fn expand(&self, address: &Address, until: &Label) -> Vec<Address> {
        let (Some((last, holder)), Some((from, to))) = (address.0.split_last(), self.ends(address, until)) else {
            return Vec::new();
        };
        let labels = self.below.get(&(key(holder), last.level)).and_then(|l| l.get(from..=to)).unwrap_or_default();
        let step = |label: &Label| Step { level: last.level, label: label.clone() };
        labels.iter().map(|label| Address(holder.iter().cloned().chain([step(label)]).collect())).collect()
    }

    /// The Điều of the body, in order.
    pub(super) fn articles(&self) -> Vec<Address> {
        let labels = self.below.get(&(String::new(), Level::Article)).into_iter().flatten();
        labels.map(|label| Address::default().child(Level::Article, label.as_str())).collect()
    }

    /// How many places a range holds.
    pub(super) fn count(&self, address: &Address, until: &Label) -> usize {
        self.ends(address, until).map_or(0, |(from, to)| to - from + 1)
    }

    /// Where a range begins and ends among its siblings.
    fn ends(&self, address: &Address, until: &Label) -> Option<(usize, usize)> {
        let mut end = address.clone();
        end.0.last_mut()?.label = until.clone();
        let (from, to) = (*self.order.get(&key(&address.0))?, *self.order.get(&key(&end.0))?);
        (from <= to).then_some((from, to))
    }

    /// The keys of what holds a place, itself first: the wider steps, then the containers of its Điều.
    pub(super) fn holders(&self, address: &Address) -> Vec<String> {
        let mut keys: Vec<String> =
            (1..=address.0.len()).rev().map(|end| key(address.0.get(..end).unwrap_or_default())).collect();
        if let Some(article) = address.article() {
            keys.extend(self.containers.get(&key(&article.0)).into_iter().flatten().cloned());
        }
        keys
    }
}

/// The address of a provision under another; `None` for one that carries no label. An Điều is unique in its instrument: it drops the containers.
pub(super) fn below(above: &Address, provision: &Provision) -> Option<Address> {
    let level = provision.level;
    let label = provision.label.as_ref().filter(|_| level.is_labelled() && level != Level::Dash)?;
    let kept = above.0.iter().filter(|s| match level {
        Level::Article => s.level == Level::Annex,
        _ => s.level.depth() < level.depth(),
    });
    Some(Address(kept.cloned().chain([Step { level, label: label.clone() }]).collect()))
}

/// The steps that have labels of their own: without paragraphs and dashes.
fn firm(address: &Address) -> Vec<Step> {
    address.0.iter().filter(|s| !matches!(s.level, Level::Paragraph | Level::Dash)).cloned().collect()
}

/// An address in one spelling: `II` and `2` are one Chương; containers before an Điều are left out.
pub(super) fn key(steps: &[Step]) -> String {
    let in_article = steps.iter().any(|s| s.level == Level::Article);
    let mut out = String::new();
    for step in steps.iter().filter(|s| !(in_article && s.level.is_container())) {
        out.push_str(step.level.name());
        out.push(' ');
        out.push_str(&label_key(step));
        out.push('/');
    }
    out
}

fn label_key(step: &Step) -> String {
    let text = step.label.as_str().to_lowercase();
    let counted = step.level.is_container() || matches!(step.level, Level::Annex | Level::Item);
    if !counted {
        return text;
    }
    let ordinal = ORDINALS.iter().position(|o| *o == text).map(|n| n + 1);
    match ordinal.map(|n| n.to_string()).or_else(|| step.label.roman().map(|n| n.to_string())) {
        Some(number) => number,
        None => crate::text::clean::collapse(&text),
    }
}
